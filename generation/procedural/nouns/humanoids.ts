/**
 * Nouns of the category "humanoids".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { PEOPLE } from "./humanoids/people.ts";
import { HEROES } from "./humanoids/heroes.ts";
import { FOLK } from "./humanoids/folk.ts";

/** Nouns of the category "humanoids". */
export const HUMANOIDS: readonly Noun[] = [
  ...PEOPLE,
  ...HEROES,
  ...FOLK,
];
