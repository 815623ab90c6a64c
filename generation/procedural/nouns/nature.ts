/**
 * Nouns of the category "nature".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "nature". */
export const NATURE: readonly Noun[] = nounsOf("nature", []);
