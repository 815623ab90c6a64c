/**
 * Nouns of the category "food and drinks".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "food and drinks". */
export const FOOD: readonly Noun[] = nounsOf("food and drinks", []);
