/**
 * Nouns of the category "weapons and equipments".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { BLADES } from "./weapons/blades.ts";
import { ARMS } from "./weapons/arms.ts";
import { GEAR } from "./weapons/gear.ts";
import { TOOLS } from "./weapons/tools.ts";

/** Nouns of the category "weapons and equipments". */
export const WEAPONS: readonly Noun[] = [
  ...BLADES,
  ...ARMS,
  ...GEAR,
  ...TOOLS,
];
