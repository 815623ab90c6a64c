/**
 * Nouns of the category "buildings".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { HOMES } from "./buildings/homes.ts";
import { TOWERS } from "./buildings/towers.ts";
import { SHRINES } from "./buildings/shrines.ts";

/** Nouns of the category "buildings". */
export const BUILDINGS: readonly Noun[] = [
  ...HOMES,
  ...TOWERS,
  ...SHRINES,
];
