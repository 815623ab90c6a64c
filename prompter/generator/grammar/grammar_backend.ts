/**
 * A backend without weights: a small grammar of objects and of what may be said about them.
 *
 * For development, and as the fallback when a language model is away. It knows what suits what
 * (a robot is not ripe) and nothing else; its prompts are plain, correct and endless: about
 * thirty million different ones.
 *
 * @module
 */
import { pickOne, type Random } from "@threegen/service";
import type { PromptBackend, PromptRequest } from "../backend.ts";
import { GRAMMAR_CATEGORIES, type Trait } from "./lexicon.ts";
import { PART_COLOURS, TRAIT_WORDS, type TraitWords } from "./traits.ts";

/** Tries per prompt before a clumsy one is dropped. */
const TRIES = 20;

/** Longest prompt, in words: the filter's own limit. */
const WORD_LIMIT = 12;

/** How often each shape of sentence is made, relative to the others. */
const SHAPES: readonly (readonly [weight: number, make: Shape])[] = [
  [10, ({ colour, noun }) => [colour(), noun]],
  [8, ({ material, noun }) => [material(), noun]],
  [10, ({ adjective, colour, noun }) => [adjective(), colour(), noun]],
  [6, ({ adjective, material, noun }) => [adjective(), material(), noun]],
  [14, ({ colour, noun, part }) => [colour(), noun, "with", part()]],
  [8, ({ material, noun, part }) => [material(), noun, "with", part()]],
  [12, ({ colour, noun, feature }) => [colour(), noun, "with", feature()]],
  [10, ({ adjective, noun, feature }) => [adjective(), noun, "with", feature()]],
  [6, ({ material, noun, feature }) => [material(), noun, "with", feature()]],
  [8, ({ colour, noun, ending }) => [colour(), noun, ending()]],
  [8, ({ adjective, noun, ending }) => [adjective(), noun, ending()]],
  [3, ({ noun, part, secondPart }) => [noun, "with", part(), "and", secondPart()]],
  [2, ({ adjective, colour, noun, part }) => [adjective(), colour(), noun, "with", part()]],
];

/** Words to choose from while a sentence is made. */
interface Palette {
  readonly noun: string;
  readonly adjective: () => string;
  readonly colour: () => string;
  readonly material: () => string;
  readonly part: () => string;
  readonly secondPart: () => string;
  readonly feature: () => string;
  readonly ending: () => string;
}

type Shape = (palette: Palette) => readonly string[];

/** {@linkcode PromptBackend} that needs no model. */
export class GrammarBackend implements PromptBackend {
  readonly name = "grammar";

  inventPrompts(request: PromptRequest): Promise<readonly string[]> {
    const prompts: string[] = [];
    for (let made = 0; made < request.count; made++) {
      const prompt = makePrompt(request.category, request.random);
      if (prompt !== undefined) prompts.push(prompt);
    }
    return Promise.resolve(prompts);
  }
}

/**
 * Makes one prompt. A category that the grammar does not know gets a noun of any category that
 * shares a word with it, else of all of them.
 */
export function makePrompt(category: string, random: Random): string | undefined {
  const known = nounsOf(category);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [trait, noun] = pickOne(random, known);
    const words = pickShape(random)(paletteOf(trait, noun, random)).filter(Boolean).join(" ");
    // "copper pair of binoculars" says what one means less well than "pair of copper binoculars".
    const sentence = words.replace(/^(.+ )pair of /, "pair of $1");
    if (isClumsy(sentence)) continue;
    const hasArticle = random() < 0.6;
    return hasArticle ? `${articleFor(sentence)} ${sentence}` : sentence;
  }
  return undefined;
}

/** Splits a row of words. */
function split(words: string): readonly string[] {
  return words.split(",").map((word) => word.trim()).filter(Boolean);
}

const NOUNS: ReadonlyMap<string, readonly (readonly [Trait, string])[]> = new Map(
  Object.entries(GRAMMAR_CATEGORIES).map(([category, groups]) => [
    category,
    Object.entries(groups).flatMap(([trait, nouns]) =>
      split(nouns).map((noun) => [trait as Trait, noun] as const)
    ),
  ]),
);

function nounsOf(category: string): readonly (readonly [Trait, string])[] {
  const exact = NOUNS.get(category);
  if (exact) return exact;
  const words = new Set(category.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const related = [...NOUNS].filter(([name]) => name.split(" ").some((word) => words.has(word)));
  return (related.length > 0 ? related : [...NOUNS]).flatMap(([, nouns]) => nouns);
}

const ROWS = new Map<Trait, { readonly [Key in keyof TraitWords]: readonly string[] }>();

function rowOf(trait: Trait) {
  let row = ROWS.get(trait);
  if (!row) {
    const words = TRAIT_WORDS[trait];
    row = {
      adjectives: split(words.adjectives),
      colours: split(words.colours),
      materials: split(words.materials),
      parts: split(words.parts),
      features: split(words.features),
      endings: split(words.endings),
    };
    ROWS.set(trait, row);
  }
  return row;
}

const PART_COLOUR_LIST = split(PART_COLOURS);

function paletteOf(trait: Trait, noun: string, random: Random): Palette {
  const row = rowOf(trait);
  const pick = (words: readonly string[]) => words.length === 0 ? "" : pickOne(random, words);
  const part = () => {
    const name = pick(row.parts);
    return isPlural(name)
      ? `${pick(PART_COLOUR_LIST)} ${name}`
      : withArticle(`${pick(PART_COLOUR_LIST)} ${name}`);
  };
  return {
    noun,
    adjective: () => pick(row.adjectives),
    colour: () => pick(row.colours),
    material: () => pick(row.materials),
    part,
    secondPart: part,
    feature: () => pick(row.features),
    ending: () => pick(row.endings),
  };
}

function pickShape(random: Random): Shape {
  let left = random() * SHAPES.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, make] of SHAPES) {
    left -= weight;
    if (left < 0) return make;
  }
  return SHAPES[0][1];
}

/** Words that take no article in the singular. */
const MASS = new Set([
  "fur",
  "hair",
  "armor",
  "icing",
  "sauce",
  "cream",
  "frosting",
  "moss",
  "skin",
  "bark",
  "trim",
  "rope",
  "paint",
  "piping",
  "fringe",
  "enamel",
  "fruit",
]);

function isPlural(part: string): boolean {
  const last = part.split(" ").at(-1) ?? "";
  return MASS.has(last) || (last.endsWith("s") && !last.endsWith("ss")) || last === "antennae" ||
    last === "teeth" || last === "feet";
}

function withArticle(phrase: string): string {
  return `${articleFor(phrase)} ${phrase}`;
}

/** Returns "a" or "an" by the sound that a phrase begins with. */
export function articleFor(phrase: string): "a" | "an" {
  if (/^(?:uni|use|eu|one\b|one-|uk)/i.test(phrase)) return "a";
  return /^(?:[aeiou]|hour|heir|honest)/i.test(phrase) ? "an" : "a";
}

/** Short words that may come twice. */
const SMALL_WORDS = new Set(["with", "and", "the", "its", "one", "two", "top"]);

/**
 * Whether a sentence says something twice ("a wooden chair with wooden legs", "horned helmet
 * with horns"), or is too short or too long.
 */
function isClumsy(sentence: string): boolean {
  const words = sentence.split(" ");
  if (words.length < 2 || words.length > WORD_LIMIT - 1) return true;
  const stems = words.flatMap((word) => word.split("-"))
    .filter((word) => word.length > 2 && !SMALL_WORDS.has(word))
    .map((word) => word.slice(0, 4));
  return new Set(stems).size < stems.length;
}
