/**
 * Nouns of the category "robots".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "robots". */
export const ROBOTS: readonly Noun[] = nounsOf("robots", []);
