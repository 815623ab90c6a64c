/**
 * Nouns of the category "animals".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "animals". */
export const ANIMALS: readonly Noun[] = nounsOf("animals", []);
