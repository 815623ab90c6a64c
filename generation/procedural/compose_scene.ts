/**
 * Phrases to parts: builds each thing and puts it where its relation says.
 *
 * @module
 */
import type { Random } from "@threegen/service";
import { box, flatten, group, matte, moved, type Part, part, type Vec3 } from "./kit/mod.ts";
import { mapPoint, type Matrix, toMatrix } from "./kit/vec.ts";
import { findNoun } from "./lexicon.ts";
import { Look } from "./look.ts";
import type { Figure, Noun } from "./noun.ts";
import { buildUnknown } from "./nouns/unknown.ts";
import type { Phrase } from "./prompt/parse_prompt.ts";
import { MATERIALS } from "./prompt/words.ts";

/** What a prompt became. */
export interface Scene {
  readonly parts: readonly Part[];
  /** Whether the main thing is one that the generator knows. */
  readonly matched: boolean;
  /** Known nouns that were built, the main one first. */
  readonly nouns: readonly string[];
  /** Part of the frame to fill. */
  readonly size: number;
}

/** Builds what the phrases say. */
export function composeScene(
  phrases: readonly Phrase[],
  random: Random,
  isOnPlinth = false,
): Scene {
  const index = Math.max(0, phrases.findIndex(isMain));
  const main = phrases[index];
  const others = phrases.filter((_, at) => at !== index).map((each) => asSetting(each, main));
  const words = new Set(phrases.flatMap((phrase) => phrase.words));
  const nouns: string[] = [];

  const shown = sculptureOf(main, others);
  if (shown) {
    return composeScene([shown, ...others.filter(({ noun }) => noun !== shown.noun)], random, true);
  }
  const isHolding = others.some(({ noun, relation }) => noun !== undefined && relation === "with");
  const { figure, heard } = buildThing(main, describing(others), words, random, isHolding);
  if (main.noun !== undefined) nouns.push(main.noun);
  let parts = repeat(figure.parts, main.count, random);
  const reach = boundsOf(figure.parts);
  for (const other of others) {
    if (other.noun === undefined || !isPlaced(main, other) || heard.has(other.noun)) continue;
    const noun = findNoun(other.noun)!;
    const mainNoun = main.noun === undefined ? undefined : findNoun(main.noun);
    const { figure: own } = buildThing(other, [], new Set(other.words), random);
    nouns.push(other.noun);
    const ratio = compareSize(noun, mainNoun);
    parts = place(other, noun, mainNoun, own, ratio, figure, parts, reach);
  }
  if (isOnPlinth) parts = [...parts, ...plinth(main, boundsOf(parts), random)];
  return {
    parts,
    matched: main.noun !== undefined,
    nouns,
    size: main.size,
  };
}

const SCULPTURES = new Set(["statue", "sculpture", "figurine", "monument", "marble statue"]);

/** "statue of a lion", "dragon statue": the lion and the dragon, of stone. */
function sculptureOf(main: Phrase, others: readonly Phrase[]): Phrase | undefined {
  if (main.noun === undefined || !SCULPTURES.has(main.noun)) return undefined;
  const of = others.find(({ noun, relation }) => noun !== undefined && relation === "of");
  const noun = of?.noun ?? main.modifiers.at(-1);
  if (noun === undefined || SCULPTURES.has(noun)) return undefined;
  const material = main.material ?? MATERIALS.get("marble");
  const colours = [...main.colours, ...(of?.colours ?? [])];
  return { ...main, noun, material, colours, modifiers: [] };
}

/** A block of the same material under a sculpture. */
function plinth(main: Phrase, { low, high }: Bounds, random: Random): Part[] {
  const look = new Look({ random, colours: main.colours, material: main.material });
  const size = Math.max(high[0] - low[0], high[2] - low[2]) * 0.9;
  const middle = (high[2] + low[2]) / 2;
  const block = look.skin("primary", matte, "#d8d4cc");
  return [
    part(box(size, 0.2, size, 0.03), block, { at: [0, low[1] - 0.09, middle] }),
    part(box(size * 1.15, 0.12, size * 1.15, 0.03), block, { at: [0, low[1] - 0.24, middle] }),
  ];
}

/** The first phrase, unless it knows no noun and a phrase that belongs to it does. */
function isMain(phrase: Phrase, _: number, all: readonly Phrase[]): boolean {
  if (all[0].noun !== undefined) return phrase === all[0];
  const better = all.find(({ noun, relation }) => noun !== undefined && relation !== "on");
  return phrase === (better ?? all[0]);
}

/** Words by which nouns know their gems. */
const SETTING = ["gem", "jewel", "stone", "gemstone", "crystal", "eye"];

/** "crown with emeralds": the stones of the crown, not stones beside it. */
function asSetting(phrase: Phrase, main: Phrase): Phrase {
  const category = main.noun === undefined ? undefined : findNoun(main.noun)?.category;
  const isBearer = category === "jewelry" || category === "weapons and equipments";
  const material = phrase.noun === undefined ? undefined : MATERIALS.get(phrase.noun);
  if (!isBearer || phrase.relation !== "with" || material === undefined) return phrase;
  return {
    ...phrase,
    noun: undefined,
    part: "gem",
    material,
    words: [...phrase.words, ...SETTING],
  };
}

/** Phrases that colour parts of the main thing: "with red wheels", "in white and gold". */
function describing(others: readonly Phrase[]): readonly Phrase[] {
  return others.filter(({ noun, relation }) =>
    noun === undefined && relation !== "on" && relation !== "and"
  );
}

/** "in" and "of" only say where or what of; everything else is put into the scene. */
function isPlaced(main: Phrase, { relation, noun }: Phrase): boolean {
  return noun !== main.noun && relation !== "of" && relation !== "detail" &&
    (relation !== "in" || findNoun(noun!)!.category === "decorative elements");
}

function buildThing(
  phrase: Phrase,
  details: readonly Phrase[],
  words: ReadonlySet<string>,
  random: Random,
  isHolding = false,
): { readonly figure: Figure; readonly heard: ReadonlySet<string> } {
  const parts = new Map<
    string,
    { colour?: Phrase["colours"][number]; material?: Phrase["material"] }
  >();
  let { colours, material } = phrase;
  for (const detail of details) {
    const [colour] = detail.colours;
    const isAbout = detail.part !== undefined && detail.relation !== "of";
    if (isAbout) {
      for (const word of detail.words) {
        if (!parts.has(word)) {
          parts.set(word, {
            ...(colour === undefined ? {} : { colour }),
            material: detail.material,
          });
        }
      }
      // A part that no noun may know by that name still shows: as the second colour.
      if (colours.length === 1) colours = [...colours, ...detail.colours];
    } else {
      colours = [...colours, ...detail.colours];
      // "of gold" is what it is made of, "with gold" is something on it.
      if (detail.relation !== "with") material ??= detail.material;
    }
  }
  const noun = phrase.noun === undefined ? undefined : findNoun(phrase.noun);
  // A golden knight is gold all over, the eyes too; a golden lamp keeps its shade.
  const isLiving = noun !== undefined &&
    ["humanoids", "animals", "monsters"].includes(noun.category);
  if (material && !isLiving) material = { ...material, whole: false };
  const look = new Look({ random, colours, material, parts, words, isHolding });
  if (noun === undefined) return { figure: { parts: buildUnknown(look) }, heard: look.heard };
  const built = noun.build(look);
  const figure: Figure = isFigure(built) ? built : { parts: built };
  const [x, y, z] = phrase.stretch;
  const isStretched = x !== 1 || y !== 1 || z !== 1;
  return {
    figure: isStretched ? moveFigure(figure, toMatrix({ scale: phrase.stretch })) : figure,
    heard: look.heard,
  };
}

function isFigure(built: ReturnType<Noun["build"]>): built is Figure {
  return "parts" in built;
}

function moveFigure(figure: Figure, matrix: Matrix): Figure {
  return {
    parts: moved(matrix, figure.parts),
    ...(figure.hand ? { hand: mapPoint(matrix, figure.hand) } : {}),
    ...(figure.head ? { head: mapPoint(matrix, figure.head) } : {}),
  };
}

/** How large the other thing is beside the main one: life's ratio, drawn together. */
function compareSize(noun: Noun, main: Noun | undefined): number {
  return Math.min(1.5, Math.max(0.3, (noun.metres / (main?.metres ?? 1)) ** 0.5));
}

/** Copies of a thing: in a row, or in a ring when there are many. */
function repeat(parts: Figure["parts"], count: number, random: Random): Part[] {
  if (count <= 1) return flatten(parts);
  const { low, high } = boundsOf(parts);
  const width = high[0] - low[0];
  const depth = high[2] - low[2];
  const copies: Part[] = [];
  for (let i = 0; i < count; i++) {
    const scale = i === 0 ? 1 : 0.82 + 0.25 * random();
    const side = i - (count - 1) / 2;
    // Every second one stands a little behind, so that a row becomes a group.
    const at: Vec3 = [
      side * width * 1.04 * (count > 3 ? 0.72 : 1),
      low[1] * (1 - scale),
      i % 2 === 0 ? 0 : -depth * (count > 3 ? 0.95 : 0.35),
    ];
    copies.push(...group({ at, turn: [0, i === 0 ? 0 : (random() - 0.5) * 30, 0], scale }, parts));
  }
  return copies;
}

interface Bounds {
  readonly low: Vec3;
  readonly high: Vec3;
}

/** The box that holds the parts, from a coarse sampling. */
export function boundsOf(parts: Figure["parts"]): Bounds {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { shape, matrix } of flatten(parts)) {
    const spacing = Math.sqrt(Math.max(shape.area(matrix), 1e-9) / 60);
    shape.sample(matrix, spacing, ({ at }) => {
      for (let k = 0; k < 3; k++) {
        low[k] = Math.min(low[k], at[k]);
        high[k] = Math.max(high[k], at[k]);
      }
    });
  }
  return { low, high };
}

const WEARABLE = new Set(["hat", "helmet", "crown", "tiara", "cap", "top hat", "wizard hat"]);

/** Returns the parts of the scene with the other thing in its place. */
function place(
  phrase: Phrase,
  noun: Noun,
  mainNoun: Noun | undefined,
  own: Figure,
  ratio: number,
  figure: Figure,
  parts: readonly Part[],
  reach: Bounds,
): Part[] {
  const size = boundsOf(own.parts);
  const middle: Vec3 = [
    (size.low[0] + size.high[0]) / 2,
    (size.low[1] + size.high[1]) / 2,
    (size.low[2] + size.high[2]) / 2,
  ];
  const put = (at: Vec3, scale: number, foot: "bottom" | "middle", turn: Vec3 = [0, 0, 0]) =>
    group(
      { at, scale, turn },
      group(
        { at: [-middle[0], -(foot === "bottom" ? size.low[1] : middle[1]), -middle[2]] },
        own.parts,
      ),
    );
  const { relation } = phrase;

  if (
    (relation === "wearing" || relation === "with") && figure.head && WEARABLE.has(phrase.noun!)
  ) {
    const width = size.high[0] - size.low[0];
    return [...parts, ...put(figure.head, 0.52 / width, "bottom")];
  }
  if (relation === "on" || relation === "in") {
    // The main thing goes on top of the other one, which stands below.
    const scale = Math.max(ratio, 0.7);
    const base = put([0, 0, 0], scale, "bottom");
    const top = boundsOf(base).high[1];
    const seat = seatOf(noun) * (top - 0);
    const sink = relation === "in" ? 0.12 : 0.01;
    return [
      ...group({ at: [0, seat - reach.low[1] - sink, 0] }, parts),
      ...base,
    ];
  }
  if (relation !== "and" && figure.hand && mainNoun?.category !== noun.category) {
    // A weapon is built around its grip; anything else stands on the palm.
    if (noun.category === "weapons and equipments") {
      return [...parts, ...group({ at: figure.hand, scale: 0.58, turn: [14, 0, 0] }, own.parts)];
    }
    const tall = size.high[1] - size.low[1];
    const [x, y, z] = figure.hand;
    return [...parts, ...put([x, y + 0.03, z], 0.5 / Math.max(tall, 0.8), "bottom")];
  }
  const food = mainNoun?.category === "food and drinks" && noun.category === "food and drinks";
  if (relation === "with" && food) {
    return [...parts, ...put([0, reach.high[1] - 0.02, 0], 0.3, "bottom")];
  }
  // Beside the main thing, on the same ground.
  const half = (size.high[0] - size.low[0]) / 2 * ratio;
  const at: Vec3 = [reach.high[0] + half + 0.08, reach.low[1], relation === "and" ? 0 : 0.15];
  return [...parts, ...put(at, ratio, "bottom")];
}

/** Height of the place to sit or stand on, as a part of the height: a chair has its seat. */
function seatOf(noun: Noun): number {
  if (noun.names[0] === "chair" || noun.names[0] === "armchair") return 0.46;
  if (noun.names[0] === "sofa" || noun.names[0] === "throne") return 0.5;
  if (noun.names[0] === "bed") return 0.55;
  if (noun.names[0] === "bench") return 0.5;
  return 1;
}
