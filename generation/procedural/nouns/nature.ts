/**
 * Nouns of the category "nature".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { TREES } from "./nature/trees.ts";
import { PLANTS } from "./nature/plants.ts";
import { LAND } from "./nature/land.ts";

/** Nouns of the category "nature". */
export const NATURE: readonly Noun[] = [
  ...TREES,
  ...PLANTS,
  ...LAND,
];
