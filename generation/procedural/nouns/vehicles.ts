/**
 * Nouns of the category "vehicles".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "vehicles". */
export const VEHICLES: readonly Noun[] = nounsOf("vehicles", []);
