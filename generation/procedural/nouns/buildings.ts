/**
 * Nouns of the category "buildings".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "buildings". */
export const BUILDINGS: readonly Noun[] = nounsOf("buildings", []);
