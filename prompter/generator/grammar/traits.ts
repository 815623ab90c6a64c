/**
 * What objects may look like, by trait. One row per trait; commas separate entries.
 *
 * @module
 */
import type { Trait } from "./lexicon.ts";

/** Words that suit one kind of object. */
export interface TraitWords {
  /** Before the colour: size, age, mood, shape. */
  readonly adjectives: string;
  /** Colours and patterns that suit it. */
  readonly colours: string;
  /** What it is made of, as an adjective. Empty when that makes no sense. */
  readonly materials: string;
  /** Parts that may have a colour of their own: "with {colour} {part}". */
  readonly parts: string;
  /** Complete features: "with {feature}". */
  readonly features: string;
  /** What comes after the noun without "with": a pose, a place, a use. */
  readonly endings: string;
}

const BRIGHT = "red, blue, green, yellow, orange, purple, pink, white, black, turquoise, teal, " +
  "crimson, navy blue, lime green, golden, silver, lavender, mint green, coral, maroon";
const FUR =
  "brown, black, white, grey, orange, golden, cream, spotted, striped, black and white, " +
  "reddish brown, silver";
const WOODS = "wooden, oak, walnut, bamboo, mahogany, pine, teak";
const STONES = "marble, stone, granite, jade, obsidian, sandstone, clay";

/** The words of each trait. */
export const TRAIT_WORDS: Readonly<Record<Trait, TraitWords>> = {
  person: {
    adjectives: "old, young, tall, short, stocky, cheerful, grumpy, brave, tired, bearded, elegant",
    colours: "",
    materials: "wooden, clay, bronze, lego-style, low-poly, porcelain, paper",
    parts:
      "cape, boots, hat, belt, gloves, scarf, robe, beard, hair, tunic, armor, trousers, apron",
    features: "a long beard, a feathered hat, a leather belt, a round shield, a wooden leg, " +
      "a heavy backpack, round glasses, braided hair, a curved sword, a fur collar, crossed arms",
    endings: "holding a lantern, holding a book, holding a wooden staff, carrying a backpack, " +
      "sitting on a stool, kneeling on one knee, standing with arms crossed, riding a horse, " +
      "playing a flute, raising one hand, holding a bucket, leaning on a cane, waving, " +
      "carrying a basket of apples, reading a map, playing a drum",
  },
  beast: {
    adjectives:
      "small, large, fluffy, chubby, sleepy, playful, old, baby, slender, muscular, curly",
    colours: FUR,
    materials: "wooden, bronze, glass, paper, ceramic, plush, knitted, crystal, clay, felt",
    parts: "ears, paws, tail, collar, scarf, nose, stripes, spots, saddle",
    features: "big ears, a bushy tail, a curly tail, long whiskers, a red bow tie, a straw hat, " +
      "a woolen scarf, tiny wings, a bell collar, round glasses, a flower crown, one floppy ear",
    endings: "sitting, sleeping, jumping, standing on a rock, curled up, sitting on a cushion, " +
      "lying on its back, holding a flower, running, howling, wearing a sweater, wearing a crown, " +
      "riding a skateboard, balancing on a ball, eating an apple, standing on hind legs",
  },
  bird: {
    adjectives: "small, large, fluffy, plump, sleepy, proud, baby, slender, exotic",
    colours: BRIGHT,
    materials: "wooden, bronze, glass, paper, ceramic, crystal, origami, stained glass",
    parts: "wings, beak, tail feathers, chest, crest, feet, scarf",
    features: "a long curved beak, spread wings, a top hat, a tall crest, long legs, a bow tie, " +
      "a monocle, fanned tail feathers, folded wings, a tiny backpack",
    endings: "perched on a branch, standing on one leg, flying, sitting in a nest, singing, " +
      "wearing a scarf, holding a letter, sitting on an egg, standing on a wooden post",
  },
  swimmer: {
    adjectives: "small, giant, plump, sleek, cute, old, friendly, deep-sea",
    colours: BRIGHT,
    materials: "wooden, glass, bronze, ceramic, crystal, paper, knitted, stained glass",
    parts: "fins, tail, stripes, spots, belly, eyes",
    features: "big round eyes, sharp teeth, a top hat, glowing spots, a barnacled back, " +
      "long trailing fins, a pirate hat, a wide smile, an anchor tattoo",
    endings: "leaping upward, wearing a bow tie, wearing a sailor hat, on a rock, " +
      "holding a pearl, on a wooden stand, swimming, on a coral branch",
  },
  bug: {
    adjectives: "small, giant, shiny, fuzzy, cute, slender, plump, iridescent, tiny",
    colours: BRIGHT,
    materials: "wooden, glass, brass, copper, crystal, origami, jeweled, clockwork",
    parts: "wings, legs, stripes, spots, antennae, shell, eyes",
    features: "long antennae, transparent wings, a spiral pattern, six jointed legs, big eyes, " +
      "a tiny crown, spread wings, a glowing belly, a polka-dot back",
    endings: "on a leaf, on a flower, on a mushroom, crawling on a twig, wearing a tiny hat, " +
      "on a stone, carrying a crumb",
  },
  reptile: {
    adjectives: "small, giant, old, wrinkled, lazy, slender, chubby, spiky, cute",
    colours: "green, emerald green, yellow, orange, red, blue, turquoise, brown, black, striped, " +
      "spotted, lime green",
    materials: "wooden, bronze, jade, glass, ceramic, stone, origami, crystal",
    parts: "eyes, spots, stripes, belly, scales, tongue",
    features:
      "a mossy back, a long tongue, golden eyes, rough scales, a tiny crown, sharp teeth, " +
      "a flower on its back, a bright patterned skin",
    endings: "on a log, on a lily pad, curled up, on a flat rock, wearing a hat, sleeping, " +
      "climbing a branch, with its mouth open",
  },
  monster: {
    adjectives: "giant, small, ancient, chubby, skinny, angry, friendly, armored, spiky, " +
      "ugly, hunched, hairy",
    colours: "green, purple, red, black, dark blue, bone white, grey, orange, turquoise, " +
      "crimson, pink",
    materials: "stone, crystal, wooden, ice, clay, obsidian, bronze, plush, lego-style",
    parts: "horns, eyes, claws, fur, skin, spikes, teeth, tongue, mane, cape, " +
      "loincloth",
    features: "curved horns, a single glowing eye, four arms, a spiked tail, bat wings, " +
      "long tusks, sharp claws, two heads, a mossy back, glowing cracks, " +
      "a huge mouth, bone armor, a wooden club, a necklace of teeth, " +
      "a rusty helmet",
    endings: "crouching on a rock, roaring, holding a stone club, " +
      "sleeping on a pile of gold, breaking its chains, sitting on a throne, " +
      "wearing a crown, holding a torch, dragging a hammer, " +
      "carrying a treasure chest, beating a war drum",
  },
  creature: {
    adjectives: "giant, small, ancient, plump, slender, angry, friendly, armored, spiky, " +
      "horned, sleepy, mythical",
    colours: "green, purple, red, black, dark blue, bone white, silver, orange, " +
      "turquoise, crimson, golden",
    materials: "stone, crystal, glass, jade, ice, obsidian, bronze, plush, origami",
    parts: "eyes, scales, spikes, teeth, tail, head, belly, crest, stripes",
    features: "glowing eyes, a spiked tail, a wide open mouth, a mossy back, " +
      "glowing cracks, long whiskers, bone armor, a broken chain, a golden crown, " +
      "a barbed tongue, crystal spikes on its back",
    endings: "coiled around a rock, roaring, sleeping on a pile of gold, " +
      "rising from a rock, guarding a treasure chest, hatching from an egg, " +
      "curled around a sword, wrapped around a tower, perched on a skull",
  },
  mechanical: {
    adjectives:
      "small, giant, rusty, sleek, old, battered, steampunk, futuristic, boxy, friendly, " +
      "heavy, spherical, slim, retro",
    colours: BRIGHT,
    materials: "chrome, copper, brass, wooden, tin, steel, carbon fiber, plastic, cardboard",
    parts: "eyes, arms, legs, antenna, wheels, stripes, joints, armor plates, head, screen, lights",
    features: "one round eye, four arms, caterpillar tracks, a glass dome head, glowing lights, " +
      "a spinning antenna, claw hands, a screen face, exposed gears, a jet pack, a drill arm, " +
      "spring legs, a wind-up key, a chest full of buttons",
    endings: "holding a flower, holding a wrench, carrying a box, waving, sitting on a crate, " +
      "holding an umbrella, balancing on one wheel, pushing a cart, holding a tray of drinks, " +
      "watering a plant, playing a guitar",
  },
  built: {
    adjectives:
      "small, tall, old, medieval, abandoned, cozy, modern, round, crooked, ruined, narrow, " +
      "gothic, japanese, baroque, futuristic, rustic, art deco, snowy",
    colours: BRIGHT,
    materials: "stone, brick, wooden, glass, log, marble, sandstone, gingerbread, bamboo, concrete",
    parts: "roof, door, windows, shutters, walls, flags, dome, chimney, awning, balconies",
    features: "a thatched roof, a pointed roof, a spiral staircase, arched windows, a red door, " +
      "a stone chimney, ivy on the walls, a balcony, a golden dome, two towers, a wooden porch, " +
      "stained glass windows, a clock above the door, wooden shutters, flower boxes",
    endings:
      "on a rocky base, on wooden stilts, on a small hill, covered in ivy, covered in snow, " +
      "built into a tree trunk, on a turtle shell, with glowing windows",
  },
  tree: {
    adjectives: "small, tall, old, twisted, blooming, leafless, giant, drooping, gnarled, " +
      "hollow, lush",
    colours: "green, red, yellow, orange, pink, white, purple, dark green, " +
      "autumn-colored, golden",
    materials: "glass, crystal, bronze, paper, wooden, origami, stained glass",
    parts: "leaves, blossoms, bark, roots, moss, fruit",
    features: "thick roots, hanging vines, a hollow trunk, a bird nest, " +
      "heart-shaped leaves, mossy bark, a swing hanging from it, a carved face, " +
      "a tiny door in the trunk, paper lanterns on its branches",
    endings: "growing on a rock, in a stone planter, in a wooden bucket, covered in snow, " +
      "covered in ivy, bent to one side, in a clay pot",
  },
  flower: {
    adjectives: "small, tall, wilted, blooming, giant, drooping, delicate, potted, spiky, " +
      "exotic",
    colours: "red, yellow, orange, pink, white, purple, blue, crimson, pale green, " +
      "lavender",
    materials: "glass, crystal, bronze, paper, wooden, origami, stained glass, knitted",
    parts: "petals, leaves, thorns, roots, stem, tips",
    features: "dew drops, broad leaves, sharp thorns, curling leaves, a bee on it, " +
      "a ladybug on it, glowing tips, a long stem, a broken stem",
    endings: "in a clay pot, in a glass jar, in a stone planter, in a teacup, " +
      "growing from a skull, tied with a ribbon, in a tin can",
  },
  fungus: {
    adjectives: "small, tall, fat, glowing, giant, drooping, slimy, spotted, poisonous, " +
      "crooked",
    colours: "red, brown, purple, blue, white, orange, pale green, yellow",
    materials: "glass, crystal, wooden, jade, ceramic, knitted, stone",
    parts: "spots, gills, stem, cap, moss",
    features: "white spots, a ragged cap, glowing gills, a snail on its cap, " +
      "a tiny door in its stem, a bite taken out, dew drops",
    endings: "growing on a log, on a mossy rock, in a glass jar, in a clay pot, " +
      "covered in moss",
  },
  mineral: {
    adjectives: "small, large, jagged, smooth, mossy, cracked, glowing, weathered, round, " +
      "tall, frosty",
    colours: "purple, blue, green, pink, white, black, grey, orange, red, turquoise, " +
      "amber",
    materials: "crystal, marble, jade, glass, obsidian, golden",
    parts: "veins, moss, crystals, stripes, speckles, edges",
    features: "veins of gold, glowing cracks, patches of moss, a hole in the middle, " +
      "sharp edges, carved runes, a flat top, a hollow center, layers of color",
    endings: "on a wooden stand, covered in moss, split in half, wrapped in vines, " +
      "on a velvet cushion, on a bed of sand",
  },
  car: {
    adjectives: "small, old, vintage, rusty, futuristic, toy, muddy, sleek, steampunk, big, " +
      "retro, boxy",
    colours: BRIGHT,
    materials: "wooden, chrome, tin, brass, cardboard, plastic, lego-style",
    parts: "wheels, stripes, roof, doors, fenders, headlights, seats, rims, flames, " +
      "bumpers",
    features: "big wheels, round headlights, a roof rack, a flat tire, racing stripes, " +
      "a cracked window, leather seats, a spare wheel, a chrome exhaust, " +
      "a surfboard on the roof, a dented door, painted flowers, tinted windows",
    endings: "covered in mud, with its doors open, covered in flowers, " +
      "with a christmas tree on top, covered in snow, with suitcases on the roof, " +
      "covered in rust, with its hood open",
  },
  cart: {
    adjectives: "small, old, vintage, rusty, futuristic, toy, muddy, sturdy, steampunk, " +
      "retro, ornate",
    colours: BRIGHT,
    materials: "wooden, chrome, bamboo, brass, tin, bronze",
    parts: "wheels, stripes, handles, rims, ribbons, flames, frame",
    features: "wire wheels, a leather seat, a wicker basket, a flat tire, golden trim, " +
      "neon lights, training wheels, a bent wheel, painted flowers, " +
      "a small lantern",
    endings: "covered in mud, covered in flowers, loaded with pumpkins, " +
      "on a wooden stand, wrapped in ivy, loaded with gifts",
  },
  ship: {
    adjectives: "small, old, vintage, rusty, toy, sleek, steampunk, large, sunken, ghostly, " +
      "ornate",
    colours: BRIGHT,
    materials: "wooden, tin, brass, paper, steel, copper, bamboo",
    parts: "stripes, hull, windows, flags, deck, ropes, anchor, trim",
    features: "a carved figurehead, round windows, patched sails, brass pipes, " +
      "a dragon head, rope railings, a broken mast, a big anchor, " +
      "a striped chimney, lanterns on deck",
    endings: "on a wooden stand, in a glass bottle, loaded with crates, " +
      "covered in barnacles, carrying a treasure chest, on a trailer, " +
      "covered in moss",
  },
  aircraft: {
    adjectives: "small, old, vintage, rusty, futuristic, toy, sleek, steampunk, large, " +
      "retro, alien, damaged",
    colours: BRIGHT,
    materials: "wooden, chrome, tin, brass, paper, steel, copper, cardboard",
    parts: "stripes, windows, nose, lights, panels, trim, markings",
    features: "round windows, solar panels, brass pipes, landing gear, a shark face, " +
      "glowing lights, riveted panels, a checkered pattern, a cracked window, " +
      "a painted star",
    endings: "on a launch pad, on a wooden stand, covered in stickers, on a trailer, " +
      "covered in vines, on three metal legs",
  },
  weapon: {
    adjectives:
      "long, curved, ancient, ornate, broken, heavy, ceremonial, elegant, rusty, short, enchanted",
    colours: "black, silver, golden, red, dark blue, white, emerald green, purple",
    materials: "steel, bronze, obsidian, bone, crystal, ice, wooden, iron, jade, ebony",
    parts: "handle, blade, grip, tassel, gems, runes, ribbon, pommel",
    features:
      "a leather grip, glowing runes, a jeweled handle, a serrated edge, a dragon-shaped handle, " +
      "a ruby in the handle, gold engravings, a wrapped grip, a skull ornament, a chipped edge, " +
      "a feathered shaft, a lion head pommel",
    endings:
      "stuck in a stone, on a wooden rack, wrapped in vines, covered in frost, in a leather sheath, " +
      "on a red cushion, wreathed in flames",
  },
  tool: {
    adjectives:
      "old, rusty, heavy, small, ornate, battered, medieval, sturdy, worn, futuristic, dented",
    colours: BRIGHT,
    materials: "steel, bronze, wooden, leather, iron, brass, copper",
    parts: "handle, stripes, straps, rivets, trim, rope, paint, bands",
    features: "brass fittings, a leather strap, iron rivets, a wooden handle, a lion emblem, " +
      "gold trim, a cracked surface, a rope handle, engraved symbols, a dragon emblem, worn edges",
    endings:
      "on a wooden stand, covered in rust, hanging on a hook, on a tree stump, covered in moss, " +
      "wrapped in rope",
  },
  sweet: {
    adjectives: "small, giant, half-eaten, homemade, freshly baked, layered, tall, cute, " +
      "miniature, melting",
    colours: "chocolate, strawberry, caramel, vanilla, pistachio, rainbow, blueberry, " +
      "golden",
    materials: "knitted, ceramic, plush, wooden, glass, felt",
    parts: "icing, sprinkles, cream, frosting, ribbon, swirls",
    features: "whipped cream, colorful sprinkles, a cherry on top, chocolate drizzle, " +
      "fresh strawberries, a bite taken out, powdered sugar, a mint leaf, " +
      "maple syrup, a small flag on top, a single candle",
    endings: "on a white plate, on a wooden board, in a paper box, on a silver tray, " +
      "on a checkered napkin, on a cake stand, wrapped in a ribbon",
  },
  savoury: {
    adjectives: "small, giant, half-eaten, homemade, freshly made, double, spicy, cute, " +
      "miniature, burnt",
    colours: "golden, brown, toasted, rainbow, colorful, red and white",
    materials: "knitted, ceramic, plush, wooden, glass, felt",
    parts: "sauce, peppers, wrapper, napkin, label",
    features: "melted cheese, sesame seeds, fresh lettuce, a bite taken out, " +
      "a small flag on top, crispy bacon, green olives, a slice of lemon, " +
      "sliced tomatoes, mustard on top, a smiling face",
    endings: "on a white plate, on a wooden board, in a paper box, on a silver tray, " +
      "on a checkered napkin, in a wicker basket",
  },
  fruit: {
    adjectives:
      "ripe, juicy, small, giant, shiny, fresh, sliced, peeled, wrinkled, carved, half-eaten",
    colours: "red, green, yellow, orange, purple, golden, pale green, dark red, speckled",
    materials: "wooden, glass, golden, ceramic, crystal, knitted, silver, felt",
    parts: "leaves, stem, stripes, spots, skin",
    features:
      "a green leaf, a bite taken out, water drops, a smiling face, a long stem, a worm inside, " +
      "a carved face, a paper label, two leaves",
    endings: "on a plate, cut in half, on a wooden board, in a wooden bowl, in a wicker basket, " +
      "on a blue napkin, wearing sunglasses, on a pedestal",
  },
  drink: {
    adjectives: "tall, small, half-empty, fancy, vintage, large, elegant, round",
    colours: BRIGHT,
    materials: "glass, ceramic, porcelain, copper, wooden, clay, crystal",
    parts: "label, straw, cap, lid, ribbon, stripes, cork, handle",
    features: "a paper umbrella, a slice of lemon, whipped cream, ice cubes, a striped straw, " +
      "a cork stopper, a floral pattern, a wax seal, a mint leaf, a bamboo lid",
    endings:
      "on a saucer, on a wooden coaster, in a metal basket, on a small tray, tied with twine, " +
      "with a cookie beside it",
  },
  electric: {
    adjectives: "vintage, old, modern, retro, compact, broken, futuristic, sleek, dusty, " +
      "toy, portable, chunky, steampunk",
    colours: BRIGHT,
    materials: "wooden, brass, chrome, plastic, transparent, aluminum, cardboard, copper",
    parts: "buttons, trim, cable, stripes, knobs, lights, stickers, casing",
    features: "round buttons, a long antenna, brass knobs, a leather case, a coiled cable, " +
      "wooden panels, neon lights, exposed gears, cat ears, a carrying handle, " +
      "golden trim, a cracked casing, rubber feet, visible wires",
    endings: "on a wooden stand, covered in stickers, wrapped in cables, " +
      "on a small table, covered in dust, on a metal base",
  },
  pot: {
    adjectives: "ornate, tall, small, antique, cracked, elegant, round, slender, modern, " +
      "rustic, hexagonal",
    colours: `blue and white, ${BRIGHT}`,
    materials: `${STONES}, porcelain, glass, terracotta, ${WOODS}, brass, bronze, copper, ivory`,
    parts: "stripes, flowers, handles, rim, base, dots, swirls, leaves, birds",
    features: "gold trim, carved leaves, a floral pattern, a dragon motif, " +
      "a geometric pattern, two handles, a golden rim, lion feet, painted birds, " +
      "painted fish, inlaid shells, a wave pattern",
    endings: "on a marble pedestal, covered in moss, on a lace doily, on a wooden base, " +
      "wrapped in ivy, filled with dried flowers",
  },
  figure: {
    adjectives: "ornate, tall, small, antique, cracked, elegant, weathered, slender, modern, " +
      "rustic, miniature",
    colours: BRIGHT,
    materials: `${STONES}, porcelain, glass, terracotta, ${WOODS}, brass, bronze, copper, ivory`,
    parts: "eyes, base, stripes, flowers, hat, trim, scarf",
    features: "a broken arm, gold trim, a floral pattern, a mosaic pattern, closed eyes, " +
      "a round base, painted flowers, a crown, gemstone eyes, patches of moss",
    endings: "on a marble pedestal, covered in moss, on a wooden base, wrapped in ivy, " +
      "on a stone block, on a velvet cushion",
  },
  ornament: {
    adjectives: "ornate, tall, small, antique, cracked, elegant, round, slender, modern, " +
      "rustic, hexagonal",
    colours: BRIGHT,
    materials: `${STONES}, porcelain, glass, stained glass, ${WOODS}, brass, bronze, copper`,
    parts: "stripes, flowers, base, dots, swirls, tassels, leaves, trim",
    features: "gold trim, carved leaves, a floral pattern, a dragon motif, " +
      "a geometric pattern, carved lions, painted birds, peacock feathers, " +
      "inlaid shells, a wave pattern, engraved stars",
    endings: "on a marble pedestal, covered in moss, on a lace doily, on a wooden base, " +
      "wrapped in ivy, on a velvet cushion",
  },
  seat: {
    adjectives: "antique, small, modern, rustic, round, tall, victorian, broken, ornate, " +
      "minimalist, scandinavian, gothic, weathered, art deco",
    colours: BRIGHT,
    materials: `${WOODS}, wicker, wrought iron, steel, rattan, brass, stone`,
    parts: "legs, cushion, seat, backrest, armrests, trim, stripes",
    features: "carved legs, curved legs, a heart-shaped cutout, lion paw feet, " +
      "a velvet seat, peeling paint, gold inlays, a woven seat, a tall back, " +
      "a leather cushion, studded edges",
    endings: "covered in vines, with a cat sleeping on it, with a stack of books on it, " +
      "on a round rug, draped with a blanket, covered in snow",
  },
  table: {
    adjectives: "antique, small, modern, rustic, round, tall, victorian, broken, ornate, " +
      "minimalist, scandinavian, gothic, weathered, art deco",
    colours: BRIGHT,
    materials: `${WOODS}, wicker, glass, marble, wrought iron, steel, rattan, brass`,
    parts: "legs, drawers, trim, edges, stripes, tiles",
    features: "carved legs, brass handles, a glass top, hairpin legs, three drawers, " +
      "a marble top, lion paw feet, peeling paint, a lace cover, gold inlays, " +
      "a chessboard top",
    endings: "covered in vines, with a vase on top, with a stack of books on top, " +
      "on a round rug, with a lamp on top, set with a tea service",
  },
  storage: {
    adjectives: "antique, small, modern, rustic, round, tall, victorian, broken, ornate, " +
      "minimalist, scandinavian, gothic, weathered, art deco",
    colours: BRIGHT,
    materials: `${WOODS}, wicker, glass, marble, wrought iron, steel, rattan, brass`,
    parts: "legs, knobs, trim, edges, flowers, stripes",
    features: "carved panels, brass handles, curved legs, iron hinges, lion paw feet, " +
      "peeling paint, gold inlays, painted flowers, leather straps, a curved top",
    endings: "covered in vines, with a vase on top, with a cat on top, on a round rug, " +
      "draped with a blanket, covered in stickers",
  },
  soft: {
    adjectives:
      "small, vintage, plush, modern, round, curved, worn, victorian, low, oversized, tufted",
    colours: `striped, floral, checkered, polka-dot, ${BRIGHT}`,
    materials: "leather, velvet, linen, corduroy, denim, wool, silk, patchwork, knitted",
    parts: "cushions, buttons, legs, tassels, stripes, piping, armrests, fringe",
    features:
      "wooden legs, gold buttons, tassels, rolled arms, a knitted blanket, embroidered flowers, " +
      "brass feet, a button-tufted back, lace trim, two pillows",
    endings: "with a cat sleeping on it, with a teddy bear on it, covered with a quilt, " +
      "on a round rug, with an open book on it",
  },
  precious: {
    adjectives:
      "ornate, delicate, ancient, royal, chunky, elegant, twisted, thin, broken, victorian, celtic",
    colours: "gold, silver, rose gold, black, white gold, turquoise",
    materials: "gold, silver, platinum, copper, bronze, pearl, jade, ivory, diamond, brass",
    parts: "gems, stones, beads, enamel, crystals, pearls, feathers",
    features:
      "a large ruby, blue sapphires, an emerald stone, tiny diamonds, a heart-shaped gem, " +
      "engraved leaves, a snake design, a moon-shaped charm, pearl drops, a dragon motif, " +
      "a lion emblem, filigree patterns, an opal center, interlocking gears",
    endings: "on a velvet cushion, in a wooden box, on a marble hand, shaped like a leaf, " +
      "shaped like a feather, on a display stand, shaped like a snake",
  },
};

/** Colours of a single part, whatever the object. */
export const PART_COLOURS =
  `${BRIGHT}, brown, grey, beige, dark green, orange, dark red, bright yellow`;
