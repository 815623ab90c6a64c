/**
 * Words that describe rather than name: colours, materials, sizes, numbers, relations.
 *
 * @module
 */
import {
  brick,
  cloth,
  crystal,
  type Finish,
  foliage,
  fur,
  ghostly,
  glass,
  glowing,
  hex,
  leather,
  marble,
  matte,
  metal,
  plastic,
  polished,
  type Rgb,
  rubber,
  rusty,
  stone,
  straw,
  velvet,
  wood,
  wornMetal,
} from "../kit/mod.ts";

/** Colour words. */
export const COLOURS: ReadonlyMap<string, Rgb> = new Map(
  Object.entries({
    red: "#cf2420",
    crimson: "#a81530",
    scarlet: "#d8281c",
    maroon: "#701c28",
    burgundy: "#6e1830",
    pink: "#f27aa8",
    magenta: "#d02a90",
    fuchsia: "#d92a8c",
    rose: "#e0708c",
    coral: "#f27a62",
    salmon: "#ee8a74",
    peach: "#f7b68f",
    orange: "#ec7a1c",
    amber: "#e8a020",
    apricot: "#f2ac6c",
    yellow: "#f2cb28",
    lemon: "#f2e04a",
    mustard: "#c99a24",
    beige: "#dcc9a4",
    cream: "#f2e8cc",
    ivory: "#f0ead8",
    tan: "#c99e6c",
    khaki: "#ab9c6c",
    brown: "#744527",
    chestnut: "#7a3a22",
    chocolate: "#4c2c1a",
    auburn: "#7c3220",
    green: "#35953f",
    emerald: "#129a60",
    olive: "#6e7430",
    lime: "#92cc2a",
    mint: "#94dcb8",
    teal: "#16827e",
    turquoise: "#2cbcb4",
    aqua: "#3cc8cc",
    cyan: "#22c0dc",
    blue: "#2862c8",
    azure: "#3a90e4",
    sapphire: "#1c48b0",
    navy: "#1a2856",
    indigo: "#3c2c90",
    cobalt: "#1c46a8",
    purple: "#7434a4",
    violet: "#7c44c4",
    lavender: "#b4a0dc",
    lilac: "#c09cd4",
    plum: "#742c64",
    white: "#f0f0ee",
    black: "#25252a",
    gray: "#84878c",
    grey: "#84878c",
    charcoal: "#3a3c42",
    dark: "#34343c",
    ruby: "#b4123a",
    jade: "#2c9c6c",
    pearl: "#ece6de",
    golden: "#e0a82c",
    gold: "#e0a82c",
    silver: "#c2c7ce",
    silvery: "#c2c7ce",
    bronze: "#a8723c",
    copper: "#c47648",
    brass: "#c8a450",
    blonde: "#e4c474",
    blond: "#e4c474",
    rosy: "#e88c98",
    ginger: "#c8682c",
    rust: "#a04c24",
    sandy: "#d4b884",
    snowy: "#f0f4f8",
  }).map(([word, code]) => [word, hex(code)]),
);

/** A material word. */
export interface MaterialWord {
  readonly finish: Finish;
  /** Colour of the material unless the prompt names one. */
  readonly colour?: Rgb;
  /** Whether a thing made of it is of it all over, eyes and clothes too, as a statue is. */
  readonly whole?: boolean;
}

function of(finish: Finish, code?: string, whole = false): MaterialWord {
  return { finish, ...(code === undefined ? {} : { colour: hex(code) }), whole };
}

/** Material words. */
export const MATERIALS: ReadonlyMap<string, MaterialWord> = new Map(Object.entries({
  wooden: of(wood, "#9c6a3c", true),
  wood: of(wood, "#9c6a3c", true),
  oak: of(wood, "#a5784a", true),
  mahogany: of(wood, "#6c3022", true),
  pine: of(wood, "#c49c64", true),
  walnut: of(wood, "#5e402c", true),
  bamboo: of(wood, "#c4ac64", true),
  rattan: of(straw, "#b88c54"),
  wicker: of(straw, "#b88c54"),
  straw: of(straw, "#d4b464"),
  metal: of(metal, "#9aa2ac"),
  metallic: of(metal, "#9aa2ac"),
  mechanical: of(metal, "#9aa2ac"),
  robotic: of(metal, "#9aa2ac"),
  steel: of(metal, "#a2aab4"),
  iron: of(wornMetal, "#5c6066"),
  chrome: of(metal, "#ccd2d8"),
  titanium: of(metal, "#8c9098"),
  aluminum: of(metal, "#b8bec6"),
  aluminium: of(metal, "#b8bec6"),
  golden: of(metal, "#e0a82c", true),
  gold: of(metal, "#e0a82c", true),
  silver: of(metal, "#c2c7ce", true),
  platinum: of(metal, "#d4d6d8", true),
  bronze: of(metal, "#a8723c", true),
  copper: of(metal, "#c47648", true),
  brass: of(metal, "#c8a450", true),
  steampunk: of(metal, "#b08a4c"),
  rusty: of(rusty, "#8c8880"),
  rusted: of(rusty, "#8c8880"),
  stone: of(stone, "#98948c", true),
  rock: of(stone, "#98948c", true),
  granite: of(stone, "#84807e", true),
  concrete: of(stone, "#a8a6a0", true),
  sandstone: of(stone, "#ccac7c", true),
  obsidian: of(polished, "#23202c", true),
  marble: of(marble, "#eeeae4", true),
  brick: of(brick, "#a4503a"),
  clay: of(matte, "#b8704c", true),
  terracotta: of(matte, "#bc6644", true),
  ceramic: of(plastic, "#eeeae2", true),
  porcelain: of(polished, "#f4f4f2", true),
  glass: of(glass, "#b4dce4", true),
  crystal: of(crystal, "#a4d4ec", true),
  crystalline: of(crystal, "#a4d4ec", true),
  diamond: of(crystal, "#dcecf4", true),
  amethyst: of(crystal, "#9454c4", true),
  emerald: of(crystal, "#129a60", true),
  ruby: of(crystal, "#b4123a", true),
  sapphire: of(crystal, "#1c48b0", true),
  jade: of(marble, "#3ca474", true),
  ice: of(crystal, "#c0e6f4", true),
  icy: of(crystal, "#c0e6f4", true),
  frozen: of(crystal, "#c0e6f4", true),
  plastic: of(plastic),
  rubber: of(rubber),
  leather: of(leather, "#7a4a2c"),
  velvet: of(velvet, "#8c1c38"),
  silk: of(velvet),
  cotton: of(cloth),
  wool: of(fur),
  woolen: of(fur),
  knitted: of(cloth),
  plush: of(fur),
  furry: of(fur),
  fluffy: of(fur),
  fuzzy: of(fur),
  leafy: of(foliage, "#4c8c38"),
  mossy: of(foliage, "#5e7c38"),
  glossy: of(polished),
  shiny: of(polished),
  polished: of(polished),
  neon: of(glowing),
  glowing: of(glowing),
  luminous: of(glowing),
  ghostly: of(ghostly, "#d0e4ec"),
  spectral: of(ghostly, "#b4e0e4"),
  matte: of(matte),
}));

/** How a size word changes a thing. */
export interface SizeWord {
  /** Part of the frame. */
  readonly size?: number;
  /** Factors along x, y, z. */
  readonly stretch?: readonly [number, number, number];
}

/** Size words. */
export const SIZES: ReadonlyMap<string, SizeWord> = new Map(Object.entries<SizeWord>({
  tiny: { size: 0.62 },
  miniature: { size: 0.62 },
  mini: { size: 0.66 },
  small: { size: 0.74 },
  little: { size: 0.74 },
  baby: { size: 0.74 },
  tall: { stretch: [0.9, 1.2, 0.9] },
  towering: { stretch: [0.88, 1.25, 0.88] },
  high: { stretch: [0.92, 1.15, 0.92] },
  slender: { stretch: [0.84, 1.12, 0.84] },
  slim: { stretch: [0.86, 1.08, 0.86] },
  thin: { stretch: [0.84, 1.08, 0.84] },
  narrow: { stretch: [0.8, 1.05, 0.9] },
  short: { stretch: [1.08, 0.84, 1.08] },
  squat: { stretch: [1.1, 0.8, 1.1] },
  wide: { stretch: [1.2, 0.95, 1.05] },
  fat: { stretch: [1.16, 0.95, 1.16] },
  chubby: { stretch: [1.14, 0.96, 1.14] },
  plump: { stretch: [1.14, 0.96, 1.14] },
  round: { stretch: [1.06, 0.98, 1.06] },
  long: { stretch: [1, 0.95, 1.15] },
  muscular: { stretch: [1.1, 1, 1.05] },
}));

/** Number words. Six is the most that is shown. */
export const COUNTS: ReadonlyMap<string, number> = new Map(Object.entries({
  two: 2,
  pair: 2,
  couple: 2,
  twin: 2,
  three: 3,
  trio: 3,
  few: 3,
  several: 4,
  four: 4,
  five: 5,
  six: 6,
  group: 4,
  cluster: 4,
  bunch: 4,
  pile: 5,
  stack: 4,
  collection: 4,
  "2": 2,
  "3": 3,
  "4": 4,
  "5": 5,
  "6": 6,
}));

/** How one thing stands to another. */
export type Relation = "main" | "with" | "wearing" | "on" | "in" | "of" | "and" | "detail";

/** Words that begin a new phrase. */
export const RELATIONS: ReadonlyMap<string, Relation> = new Map(Object.entries<Relation>({
  with: "with",
  holding: "with",
  carrying: "with",
  wielding: "with",
  featuring: "with",
  having: "with",
  has: "with",
  gripping: "with",
  eating: "with",
  riding: "on",
  wearing: "wearing",
  on: "on",
  upon: "on",
  atop: "on",
  over: "detail",
  in: "in",
  inside: "in",
  of: "of",
  from: "detail",
  for: "detail",
  like: "detail",
  covered: "detail",
  adorned: "detail",
  decorated: "detail",
  surrounded: "detail",
  near: "and",
  beside: "and",
  and: "and",
  by: "detail",
  at: "detail",
  under: "detail",
  against: "detail",
  to: "detail",
  into: "detail",
  as: "detail",
  that: "detail",
  which: "detail",
  ",": "detail",
}));

/** Words that say nothing about the look. */
export const FILLERS: ReadonlySet<string> = new Set(
  ("a an the its his her their some one single very quite really is are made out top 3d model " +
    "asset object cute beautiful pretty lovely nice realistic detailed stylized cartoon cartoonish " +
    "low poly high quality fine old new modern ancient vintage antique traditional classic simple " +
    "elegant ornate fancy majestic mighty brave fierce friendly magical mystical mysterious").split(
      " ",
    ),
);

/**
 * Words after a thing that still mean the thing: "orange slice", "crystal cluster". After any other
 * unknown word it only describes: "orange manticore".
 */
export const PIECES: ReadonlySet<string> = new Set(
  ("slice half piece fruit peel segment wedge cluster shard formation geode flower bud petal " +
    "bloom blossom bush branch reef figurine figure model statuette toy").split(" "),
);
