/**
 * Words of the grammar: what objects are called, and what they may look like.
 *
 * A noun's traits say which words suit it, so that a robot is not ripe and a peach not rusty.
 *
 * @module
 */

/** What suits a noun; each has its row of words in traits.ts. */
export type Trait =
  | "person"
  | "beast"
  | "bird"
  | "swimmer"
  | "bug"
  | "reptile"
  | "monster"
  | "mechanical"
  | "built"
  | "plant"
  | "mineral"
  | "wheeled"
  | "vessel"
  | "weapon"
  | "tool"
  | "baked"
  | "fruit"
  | "drink"
  | "electric"
  | "ornament"
  | "furniture"
  | "soft"
  | "precious";

/** Nouns by what suits them; commas separate nouns. */
export type CategoryWords = Readonly<Partial<Record<Trait, string>>>;

/** The thirteen categories of the seed. Source: the original's launching_config.yml. */
export const GRAMMAR_CATEGORIES: Readonly<Record<string, CategoryWords>> = {
  "humanoids": {
    person:
      "knight, samurai, wizard, witch, pirate, astronaut, ninja, viking, archer, monk, king, queen, " +
      "clown, chef, diver, farmer, firefighter, gladiator, cowboy, elf, dwarf, fisherman, " +
      "blacksmith, ballerina, drummer, shepherd, sailor, gardener, goblin merchant, painter, " +
      "mechanic, boxer, skier, soldier, scarecrow, snowman, mermaid, fairy, jester, nurse, " +
      "baker, detective, caveman, pharaoh, explorer, paladin, ranger, alchemist, miner, juggler",
  },
  "animals": {
    beast:
      "cat, dog, horse, elephant, lion, tiger, bear, fox, wolf, rabbit, mouse, squirrel, deer, cow, " +
      "pig, sheep, goat, camel, giraffe, zebra, hippo, rhino, panda, koala, kangaroo, monkey, " +
      "gorilla, hedgehog, beaver, otter, raccoon, badger, llama, donkey, bison, moose, bat, lynx, " +
      "corgi, kitten, puppy, lamb, fawn, polar bear, sloth, armadillo, meerkat, mole, yak",
    bird:
      "owl, eagle, parrot, penguin, duck, swan, flamingo, peacock, rooster, chicken, turkey, toucan, " +
      "crow, pigeon, pelican, heron, hummingbird, kingfisher, puffin, ostrich, woodpecker, robin",
    swimmer:
      "fish, shark, whale, dolphin, octopus, jellyfish, crab, lobster, seahorse, starfish, seal, " +
      "walrus, goldfish, pufferfish, clownfish, manta ray, squid, koi fish, swordfish, orca, narwhal",
    bug:
      "snail, butterfly, bee, beetle, ladybug, dragonfly, spider, ant, grasshopper, caterpillar, " +
      "moth, scorpion, praying mantis, firefly, wasp",
    reptile:
      "turtle, crocodile, snake, lizard, frog, chameleon, tortoise, gecko, iguana, cobra, toad, " +
      "salamander, komodo dragon",
  },
  "monsters": {
    monster:
      "dragon, goblin, troll, ogre, cyclops, hydra, kraken, griffin, minotaur, gargoyle, slime monster, " +
      "yeti, werewolf, phoenix, basilisk, chimera, manticore, sea serpent, giant worm, swamp monster, " +
      "one-eyed monster, demon, mushroom creature, stone golem, ghost, zombie, imp, wyvern, " +
      "lava beast, frost giant, alien, three-headed dog, spider queen, plant monster, lizard brute, " +
      "baby dragon, bone beast, cave crawler, shadow beast, furry monster, moth monster, wraith",
  },
  "robots": {
    mechanical:
      "robot, humanoid robot, robot dog, robot cat, robot spider, robot crab, robot arm, " +
      "cleaning robot, toy robot, combat robot, delivery robot, gardening robot, farm robot, rover, " +
      "drone, mech, android, cyborg, robot waiter, robot bird, robot fish, robot snail, sentry robot, " +
      "welding robot, robot scorpion, robot horse, service droid, four-legged robot, tracked robot, " +
      "six-legged robot, kitchen robot, rescue robot, robot owl, robot turtle, robot elephant, " +
      "companion robot, mining robot, robot butler, robot drummer, robot frog",
  },
  "buildings": {
    built:
      "house, cottage, cabin, castle, tower, lighthouse, church, temple, pagoda, mosque, barn, windmill, " +
      "watermill, skyscraper, hut, igloo, treehouse, palace, fortress, chapel, shop, bakery, cafe, " +
      "library, train station, garage, greenhouse, observatory, warehouse, watchtower, gatehouse, " +
      "water tower, well, bridge, gazebo, stadium, factory, school, fire station, villa, clock tower, " +
      "silo, shed, theatre, museum, stable, inn, mansion, farmhouse, bungalow, pavilion, chateau, " +
      "toll booth, telephone booth, bus shelter, dog house, bell tower, dovecote, boathouse",
  },
  "nature": {
    plant:
      "tree, oak tree, pine tree, palm tree, willow tree, cherry tree, maple tree, birch tree, " +
      "apple tree, bonsai tree, cactus, flower, rose, sunflower, tulip, lotus flower, orchid, daisy, " +
      "lily, fern, bush, bamboo plant, succulent, dandelion, tree stump, mossy log, venus flytrap, " +
      "lavender bush, baobab tree, agave, poppy, mushroom, toadstool, mushroom cluster, lemon tree, " +
      "hibiscus, pitcher plant, rose bush, joshua tree, aloe plant, bird of paradise flower",
    mineral:
      "rock, boulder, crystal, crystal cluster, geode, stalagmite, pebble, iceberg, mountain, volcano, " +
      "coral, seashell, fossil, meteorite, snowflake, standing stone, stone arch, quartz cluster, " +
      "ammonite, rock pillar, conch shell, gemstone, sandstone arch, asteroid, stone stack",
  },
  "vehicles": {
    wheeled:
      "car, truck, bus, bicycle, motorcycle, scooter, tractor, van, taxi, jeep, race car, sports car, " +
      "fire truck, ambulance, police car, pickup truck, excavator, bulldozer, forklift, " +
      "train, steam locomotive, tram, tank, go-kart, wagon, horse carriage, tricycle, dump truck, " +
      "camper van, limousine, monster truck, golf cart, cement mixer truck, road roller, " +
      "ice cream truck, rickshaw, skateboard, wheelbarrow, quad bike, dune buggy, handcart, " +
      "convertible, hot rod, delivery van, school bus, double-decker bus, garbage truck, moped",
    vessel:
      "boat, sailboat, ship, pirate ship, submarine, rowboat, canoe, kayak, yacht, ferry, tugboat, " +
      "gondola, hovercraft, airplane, biplane, helicopter, rocket, spaceship, airship, glider, " +
      "hot air balloon, fighter jet, seaplane, space shuttle, flying saucer, satellite, fishing boat, " +
      "viking longship, paddle steamer, speedboat, moon lander, catamaran, lifeboat, escape pod",
  },
  "weapons and equipments": {
    weapon:
      "sword, dagger, axe, battle axe, hammer, war hammer, mace, spear, bow, crossbow, katana, trident, " +
      "scythe, halberd, flail, wizard staff, whip, shuriken, cutlass, rapier, club, sabre, boomerang, " +
      "slingshot, javelin, greatsword, machete, war fan, throwing knife, lance, morning star",
    tool:
      "shield, round shield, helmet, breastplate, gauntlet, quiver, cannon, catapult, anvil, toolbox, " +
      "wrench, shovel, pickaxe, saw, screwdriver, drill, lantern, compass, telescope, backpack, " +
      "grappling hook, bear trap, powder keg, ballista, battering ram, canteen, coil of rope, crowbar, " +
      "chainsaw, bucket, ladder, fire extinguisher, knight helmet, viking helmet, diving helmet, " +
      "spyglass, pair of binoculars, war drum, saddle, gas mask, sewing kit, fishing rod, wooden barrel",
  },
  "food and drinks": {
    baked:
      "hamburger, hot dog, pizza, sandwich, taco, burrito, sushi roll, bowl of ramen, donut, cake, " +
      "birthday cake, cupcake, cookie, muffin, croissant, pretzel, bagel, loaf of bread, baguette, " +
      "pie, apple pie, waffle, stack of pancakes, ice cream cone, ice cream sundae, lollipop, " +
      "chocolate bar, bucket of popcorn, portion of french fries, fried egg, wheel of cheese, " +
      "gingerbread house, cinnamon roll, macaron, wedding cake, eclair, fruit tart, cheesecake, brownie",
    fruit:
      "apple, banana, orange, lemon, strawberry, watermelon, pineapple, pear, peach, cherry, mango, " +
      "bunch of grapes, kiwi, coconut, avocado, tomato, carrot, pumpkin, corn cob, eggplant, cauliflower, " +
      "bell pepper, broccoli, onion, potato, cabbage, pomegranate, dragon fruit, papaya, fig, turnip, " +
      "chili pepper, artichoke, radish, melon slice, basket of apples, bowl of cherries",
    drink:
      "cup of coffee, cup of tea, milkshake, glass of lemonade, wine bottle, beer mug, soda can, " +
      "bubble tea, cocktail, milk bottle, smoothie, mug of hot chocolate, water bottle, juice box, " +
      "jar of honey, jar of jam, teapot, carafe of wine, potion bottle, thermos, coconut drink",
  },
  "gadgets and electronics": {
    electric:
      "laptop, smartphone, camera, television, radio, pair of headphones, speaker, microphone, " +
      "keyboard, computer mouse, game controller, joystick, arcade machine, game console, smartwatch, " +
      "alarm clock, wall clock, calculator, printer, projector, video camera, record player, boombox, " +
      "walkie-talkie, telephone, rotary phone, typewriter, toaster, blender, coffee machine, microwave, " +
      "washing machine, refrigerator, desk fan, vacuum cleaner, desk lamp, flashlight, light bulb, " +
      "cassette player, computer monitor, tablet, virtual reality headset, sewing machine, jukebox, " +
      "battery, traffic light, instant camera, metronome, hair dryer, electric guitar, synthesizer, " +
      "pocket watch, digital clock, gramophone, pinball machine, vending machine, doorbell, kettle",
  },
  "decorative elements": {
    ornament:
      "vase, candle holder, lantern, picture frame, mirror, statue, bust, snow globe, music box, " +
      "wind chime, fountain, birdbath, garden gnome, mask, totem pole, wreath, flower pot, chandelier, " +
      "globe, hourglass, trophy, bell, candlestick, figurine, obelisk, column, birdcage, dreamcatcher, " +
      "jewelry box, treasure chest, bookend, bowl, urn, teapot, nutcracker, table lamp, carousel horse, " +
      "sundial, weather vane, piggy bank, candle, plate, jug, amphora, planter, wall clock, tea set, " +
      "pedestal, door knocker, incense burner, paper lantern, lion statue, angel statue, matryoshka doll",
  },
  "furniture": {
    furniture:
      "chair, table, stool, bench, desk, bed, bookshelf, wardrobe, dresser, cabinet, nightstand, " +
      "coffee table, dining table, rocking chair, bar stool, cradle, throne, piano, chest, bunk bed, " +
      "coat rack, sideboard, garden bench, picnic table, folding chair, writing desk, shelf, wine rack, " +
      "crib, trunk, porch swing, vanity table, grandfather clock, floor lamp, folding screen, " +
      "high chair, deck chair, round table, chest of drawers, shoe rack, canopy bed, umbrella stand, " +
      "side table, console table, corner shelf, drafting table, church pew, display cabinet, tea cart",
    soft:
      "sofa, armchair, couch, ottoman, bean bag chair, pillow, mattress, hammock, loveseat, recliner, " +
      "chaise longue, wingback chair, footstool, floor cushion, daybed, futon, tub chair, pouf",
  },
  "jewelry": {
    precious:
      "ring, necklace, bracelet, crown, tiara, pendant, brooch, pair of earrings, pocket watch, " +
      "wristwatch, locket, bangle, amulet, pair of cufflinks, anklet, signet ring, engagement ring, " +
      "charm bracelet, choker, hairpin, scepter, diadem, medallion, cameo, armlet, chalice, " +
      "jeweled egg, belt buckle, monocle, goblet, beaded necklace, pearl necklace, nose ring, " +
      "wedding ring, cuff bracelet, torque necklace, hair comb, lapel pin, royal orb",
  },
};
