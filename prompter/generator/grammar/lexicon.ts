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
  | "creature"
  | "mechanical"
  | "built"
  | "tree"
  | "flower"
  | "fungus"
  | "mineral"
  | "car"
  | "cart"
  | "ship"
  | "aircraft"
  | "weapon"
  | "tool"
  | "sweet"
  | "savoury"
  | "fruit"
  | "drink"
  | "electric"
  | "pot"
  | "figure"
  | "ornament"
  | "seat"
  | "table"
  | "storage"
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
      "mechanic, boxer, skier, soldier, scarecrow, snowman, fairy, jester, nurse, " +
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
    monster: "goblin, troll, ogre, cyclops, minotaur, gargoyle, yeti, werewolf, swamp monster, " +
      "one-eyed monster, demon, mushroom creature, stone golem, zombie, imp, frost giant, " +
      "alien, lizard brute, bone beast, shadow beast, furry monster, orc, vampire, mummy, " +
      "lava golem, tree monster, forest spirit, skeleton, hobgoblin, horned devil, " +
      "cave ogre, crystal golem, snow troll",
    creature: "dragon, hydra, kraken, griffin, slime monster, phoenix, basilisk, chimera, " +
      "manticore, sea serpent, giant worm, ghost, wyvern, three-headed dog, spider queen, " +
      "plant monster, baby dragon, cave crawler, moth monster, wraith, tentacle beast, " +
      "unicorn, pegasus, floating eyeball monster, lava serpent",
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
    tree: "tree, oak tree, pine tree, palm tree, willow tree, cherry tree, maple tree, " +
      "birch tree, apple tree, bonsai tree, lemon tree, baobab tree, joshua tree, " +
      "olive tree, dead tree, banyan tree, tree stump",
    flower: "flower, rose, sunflower, tulip, lotus flower, orchid, daisy, lily, poppy, hibiscus, " +
      "bird of paradise flower, cactus, succulent, fern, bush, rose bush, lavender bush, " +
      "aloe plant, agave, venus flytrap, pitcher plant, bamboo plant, dandelion",
    fungus: "mushroom, toadstool, mushroom cluster, giant mushroom, chanterelle, morel",
    mineral: "rock, boulder, crystal, crystal cluster, geode, stalagmite, pebble, iceberg, " +
      "mountain, volcano, coral, seashell, fossil, meteorite, standing stone, stone arch, " +
      "quartz cluster, ammonite, rock pillar, conch shell, gemstone, asteroid, " +
      "stone stack",
  },
  "vehicles": {
    car: "car, truck, bus, tractor, van, taxi, jeep, race car, sports car, fire truck, " +
      "ambulance, police car, pickup truck, train, steam locomotive, tram, tank, " +
      "camper van, limousine, monster truck, ice cream truck, convertible, hot rod, " +
      "delivery van, school bus, double-decker bus, garbage truck, excavator, bulldozer, " +
      "forklift, dump truck, cement mixer truck, road roller, dune buggy, armored truck, " +
      "tow truck",
    cart: "bicycle, motorcycle, scooter, go-kart, wagon, horse carriage, tricycle, golf cart, " +
      "rickshaw, skateboard, wheelbarrow, quad bike, handcart, moped, mine cart, chariot, " +
      "baby carriage, sled, unicycle",
    ship: "boat, sailboat, ship, pirate ship, submarine, rowboat, canoe, kayak, yacht, ferry, " +
      "tugboat, gondola, fishing boat, viking longship, paddle steamer, speedboat, " +
      "catamaran, lifeboat, raft",
    aircraft:
      "airplane, biplane, helicopter, rocket, spaceship, airship, glider, hot air balloon, " +
      "fighter jet, seaplane, space shuttle, flying saucer, satellite, moon lander, " +
      "escape pod, hovercraft, lunar rover, starfighter",
  },
  "weapons and equipments": {
    weapon:
      "sword, dagger, axe, battle axe, hammer, war hammer, mace, spear, bow, crossbow, katana, trident, " +
      "scythe, halberd, flail, whip, shuriken, cutlass, rapier, club, sabre, boomerang, " +
      "slingshot, javelin, greatsword, machete, war fan, throwing knife, lance, morning star",
    tool:
      "wizard staff, shield, round shield, helmet, breastplate, gauntlet, quiver, cannon, catapult, anvil, toolbox, " +
      "wrench, shovel, pickaxe, saw, screwdriver, drill, lantern, compass, telescope, backpack, " +
      "grappling hook, bear trap, powder keg, ballista, battering ram, canteen, coil of rope, crowbar, " +
      "chainsaw, bucket, ladder, fire extinguisher, knight helmet, viking helmet, diving helmet, " +
      "spyglass, pair of binoculars, war drum, saddle, gas mask, sewing kit, fishing rod, wooden barrel",
  },
  "food and drinks": {
    sweet: "donut, cake, birthday cake, cupcake, cookie, muffin, apple pie, waffle, " +
      "stack of pancakes, ice cream cone, ice cream sundae, lollipop, chocolate bar, " +
      "gingerbread house, cinnamon roll, macaron, wedding cake, eclair, fruit tart, " +
      "cheesecake, brownie, candy cane, layer cake, pudding, croissant",
    savoury: "hamburger, hot dog, pizza, sandwich, taco, burrito, sushi roll, bowl of ramen, " +
      "pretzel, bagel, loaf of bread, baguette, bucket of popcorn, " +
      "portion of french fries, fried egg, wheel of cheese, meat pie, roast chicken, " +
      "bowl of salad, kebab, dumpling, sausage, lunch box",
    fruit: "apple, banana, orange, lemon, strawberry, watermelon, pineapple, pear, peach, " +
      "cherry, mango, bunch of grapes, kiwi, coconut, avocado, tomato, carrot, pumpkin, " +
      "corn cob, eggplant, cauliflower, bell pepper, broccoli, onion, potato, cabbage, " +
      "pomegranate, dragon fruit, papaya, fig, turnip, chili pepper, artichoke, radish, " +
      "slice of melon",
    drink: "cup of coffee, cup of tea, milkshake, glass of lemonade, wine bottle, beer mug, " +
      "soda can, bubble tea, cocktail, milk bottle, smoothie, mug of hot chocolate, " +
      "water bottle, juice box, jar of honey, jar of jam, teapot, carafe of wine, " +
      "potion bottle, thermos, coconut drink",
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
    pot: "vase, flower pot, urn, teapot, jug, amphora, planter, bowl, pitcher, tea set, " +
      "ginger jar, goblet, incense burner, jewelry box, music box, treasure chest, " +
      "birdbath, fountain",
    figure: "statue, bust, garden gnome, totem pole, figurine, nutcracker, carousel horse, " +
      "piggy bank, lion statue, angel statue, matryoshka doll, buddha statue, " +
      "cat figurine, owl statue, horse sculpture, mask, chess knight, dragon statue, " +
      "elephant figurine",
    ornament: "candle holder, lantern, picture frame, mirror, snow globe, wind chime, wreath, " +
      "chandelier, globe, hourglass, trophy, bell, candlestick, obelisk, column, birdcage, " +
      "dreamcatcher, bookend, table lamp, sundial, weather vane, candle, plate, " +
      "wall clock, pedestal, door knocker, paper lantern, paperweight, cuckoo clock",
  },
  "furniture": {
    seat: "chair, stool, bench, rocking chair, bar stool, throne, garden bench, folding chair, " +
      "high chair, deck chair, church pew, porch swing, dining chair, swivel chair, " +
      "school chair, window seat",
    table: "table, desk, coffee table, dining table, picnic table, writing desk, vanity table, " +
      "round table, side table, console table, drafting table, tea cart, workbench, " +
      "kitchen table, billiard table, piano",
    storage: "bookshelf, wardrobe, dresser, cabinet, nightstand, chest, sideboard, trunk, " +
      "chest of drawers, display cabinet, shoe rack, wine rack, coat rack, corner shelf, " +
      "umbrella stand, kitchen cupboard, bed, bunk bed, canopy bed, crib, cradle, " +
      "grandfather clock, floor lamp, folding screen",
    soft: "sofa, armchair, couch, ottoman, bean bag chair, pillow, mattress, hammock, " +
      "loveseat, recliner, chaise longue, wingback chair, footstool, floor cushion, " +
      "daybed, futon, tub chair, pouf",
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
