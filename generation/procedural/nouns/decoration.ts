/**
 * Nouns of the category "decorative elements".
 *
 * @module
 */
import { type Noun, nounsOf } from "../noun.ts";

/** Nouns of the category "decorative elements". */
export const DECORATION: readonly Noun[] = nounsOf("decorative elements", []);
