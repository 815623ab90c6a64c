/**
 * Noun: a thing that the generator can build.
 *
 * @module
 */
import type { Parts, Vec3 } from "./kit/mod.ts";
import type { Look } from "./look.ts";

/** The 13 categories of prompts. Source: the original's prompt generator, May 2024. */
export const CATEGORIES = [
  "humanoids",
  "animals",
  "monsters",
  "robots",
  "buildings",
  "nature",
  "vehicles",
  "weapons and equipments",
  "food and drinks",
  "gadgets and electronics",
  "decorative elements",
  "furniture",
  "jewelry",
] as const;

/** One of {@linkcode CATEGORIES}. */
export type Category = typeof CATEGORIES[number];

/** Parts with the places where other things may go. */
export interface Figure {
  readonly parts: Parts;
  /** Where a hand holds something: its grip goes here. */
  readonly hand?: Vec3;
  /** Middle of the head's top, for hats. */
  readonly head?: Vec3;
}

/**
 * A thing that the generator can build.
 *
 * It is built about 2 units large, upright along +y, with its front towards +z.
 */
export interface Noun {
  /** Its names, singular, lower case; names of many words are allowed. */
  readonly names: readonly string[];
  readonly category: Category;
  /** Largest extent in life, in metres: how things compare when they stand together. */
  readonly metres: number;
  /** Builds it. */
  build(look: Look): Parts | Figure;
}

/** One row of a category's table. */
export type NounRow = readonly [
  names: string,
  metres: number,
  build: (look: Look) => Parts | Figure,
];

/** Turns a category's table into nouns. Names are separated by commas. */
export function nounsOf(category: Category, rows: readonly NounRow[]): Noun[] {
  return rows.map(([names, metres, build]) => ({
    names: names.split(",").map((name) => name.trim()),
    category,
    metres,
    build,
  }));
}
