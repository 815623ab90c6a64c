/**
 * Nouns of the category "jewelry".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "jewelry". */
export const JEWELRY: readonly Noun[] = nounsOf("jewelry", []);
