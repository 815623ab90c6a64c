/**
 * Nouns of the category "gadgets and electronics".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "gadgets and electronics". */
export const GADGETS: readonly Noun[] = nounsOf("gadgets and electronics", []);
