/**
 * Reads a prompt: which things it names, what they look like, how they stand to each other.
 *
 * No grammar of English, only what prompts of this subnet look like: phrases that begin with a
 * relation word, in each the last known noun is the thing and what stands before describes it.
 *
 * @module
 */
import type { Rgb } from "../kit/mod.ts";
import { singular } from "./singular.ts";
import {
  COLOURS,
  COUNTS,
  FILLERS,
  MATERIALS,
  type MaterialWord,
  PIECES,
  type Relation,
  RELATIONS,
  SIZES,
} from "./words.ts";

/** One phrase of a prompt. */
export interface Phrase {
  /** How it stands to the main thing. */
  readonly relation: Relation;
  /** Name of the known noun, singular. */
  readonly noun: string | undefined;
  /** Known nouns that describe the noun: "dragon" in "dragon statue". */
  readonly modifiers: readonly string[];
  /** The last word when it is no known noun: "wheel" in "with red wheels". */
  readonly part: string | undefined;
  /** Colours in the order of the text. */
  readonly colours: readonly Rgb[];
  /** The material, the first if many are named. */
  readonly material: MaterialWord | undefined;
  /** How many, 1 to 6. */
  readonly count: number;
  /** Part of the frame, 1 unless said to be small. */
  readonly size: number;
  /** Factors along x, y, z. */
  readonly stretch: readonly [number, number, number];
  /** All words of the phrase, singular. */
  readonly words: readonly string[];
}

/** Splits a prompt into phrases; the first is the main thing, and there is always one. */
export function parsePrompt(prompt: string, isNoun: (name: string) => boolean): Phrase[] {
  const tokens = joinNouns(tokenize(prompt), isNoun);
  const phrases: Phrase[] = [];
  let relation: Relation = "main";
  let words: Token[] = [];
  const close = (next: Relation) => {
    const content = words.filter(({ text }) => !FILLERS.has(text));
    if (content.length > 0) {
      // "red and white mushroom": colours alone belong to what follows.
      const isBare = next === "and" &&
        content.every(({ text, noun }) =>
          noun === undefined && (COLOURS.has(text) || MATERIALS.has(text))
        );
      const isBareNoun = next === "and" && content.length === 1 && content[0].noun !== undefined &&
        COLOURS.has(content[0].text) && words.every(({ text }) => text !== "an" && text !== "a");
      if (isBare || isBareNoun) return;
      phrases.push(readPhrase(relation, content));
    }
    // "with a sword and a shield": what follows "and" stands as the one before it did.
    relation = next === "and" && (relation === "with" || relation === "wearing") ? relation : next;
    words = [];
  };
  for (const token of tokens) {
    const next = token.noun === undefined ? RELATIONS.get(token.text) : undefined;
    if (next !== undefined) close(next);
    else words.push(token);
  }
  close("detail");
  if (phrases.length === 0) return [readPhrase("main", [])];
  return phrases.map((phrase, index) => index === 0 ? { ...phrase, relation: "main" } : phrase);
}

interface Token {
  /** The word, or words of a noun, as written. */
  readonly text: string;
  /** Name of the noun, singular. */
  readonly noun: string | undefined;
  /** Whether the noun stands in the plural. */
  readonly isPlural: boolean;
}

function tokenize(prompt: string): string[] {
  const plain = prompt.toLowerCase().normalize("NFD").replaceAll(/[\u0300-\u036f]/g, "");
  return plain.replaceAll(/[’']s\b/g, "").replaceAll(/[.;:!?]/g, ",").match(/[a-z0-9]+|,/g) ?? [];
}

/** Longest noun, in words: "glass of red wine". */
const NOUN_WORDS = 4;

/** Finds nouns, the longest first. */
function joinNouns(words: readonly string[], isNoun: (name: string) => boolean): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < words.length;) {
    let found: Token | undefined;
    let used = 1;
    for (let size = Math.min(NOUN_WORDS, words.length - i); size >= 1 && !found; size--) {
      const text = words.slice(i, i + size).join(" ");
      const last = words[i + size - 1];
      const single = [...words.slice(i, i + size - 1), singular(last)].join(" ");
      const everySingle = words.slice(i, i + size).map(singular).join(" ");
      for (const name of [text, single, everySingle]) {
        if (isNoun(name)) {
          found = { text, noun: name, isPlural: name !== text };
          used = size;
          break;
        }
      }
    }
    tokens.push(found ?? { text: words[i], noun: undefined, isPlural: false });
    i += used;
  }
  return tokens;
}

function readPhrase(relation: Relation, words: readonly Token[]): Phrase {
  let head = words.findLastIndex(({ noun }) => noun !== undefined);
  // "a statue in gold", "of crystal": alone after such a word, a material is no thing.
  const isOnlyMaterial = (relation === "of" || relation === "in" || relation === "detail") &&
    head >= 0 && MATERIALS.has(words[head].text);
  // "an orange manticore": before a thing that is not known, a colour or a material is no thing.
  const isOnlyLook = head >= 0 &&
    (COLOURS.has(words[head].text) || MATERIALS.has(words[head].text)) &&
    words.slice(head + 1).some(({ text }) => isThing(text) && !PIECES.has(singular(text)));
  if (isOnlyMaterial || isOnlyLook) head = -1;
  const colours: Rgb[] = [];
  let material: MaterialWord | undefined;
  let count = head >= 0 && words[head].isPlural ? 3 : 1;
  let size = 1;
  let stretch: [number, number, number] = [1, 1, 1];
  let part: string | undefined;
  words.forEach(({ text, noun }, index) => {
    if (index === head) return;
    const colour = COLOURS.get(text);
    const found = MATERIALS.get(text);
    if (found !== undefined && (material === undefined || found.whole)) material = found;
    if (colour !== undefined && !found) colours.push(colour);
    count = COUNTS.get(text) ?? count;
    const change = SIZES.get(text);
    if (change?.size !== undefined) size = change.size;
    if (change?.stretch) {
      stretch = stretch.map((value, k) => value * change.stretch![k]) as [number, number, number];
    }
    if (isThing(text) && noun === undefined) part = singular(text);
  });
  return {
    relation,
    noun: head >= 0 ? words[head].noun : undefined,
    modifiers: words.slice(0, Math.max(head, 0)).flatMap(({ noun, text }) =>
      noun === undefined || COLOURS.has(text) || MATERIALS.has(text) ? [] : [noun]
    ),
    part,
    colours,
    material,
    count,
    size,
    stretch,
    words: words.flatMap(({ text }) => text.split(" ")).map(singular),
  };
}

/** Whether a word names something instead of saying how it looks or how many there are. */
function isThing(text: string): boolean {
  return !COLOURS.has(text) && !MATERIALS.has(text) && !SIZES.has(text) && !COUNTS.has(text);
}
