/**
 * Nouns of the category "humanoids".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "humanoids". */
export const HUMANOIDS: readonly Noun[] = nounsOf("humanoids", []);
