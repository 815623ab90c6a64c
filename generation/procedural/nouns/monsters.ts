/**
 * Nouns of the category "monsters".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "monsters". */
export const MONSTERS: readonly Noun[] = nounsOf("monsters", []);
