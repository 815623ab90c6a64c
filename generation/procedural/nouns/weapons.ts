/**
 * Nouns of the category "weapons and equipments".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "weapons and equipments". */
export const WEAPONS: readonly Noun[] = nounsOf("weapons and equipments", []);
