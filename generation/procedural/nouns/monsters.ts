/**
 * Nouns of the category "monsters".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { GREAT_BEASTS } from "./monsters/great_beasts.ts";
import { UNDEAD } from "./monsters/undead.ts";
import { BRUTES } from "./monsters/brutes.ts";
import { ODD_CREATURES } from "./monsters/odd_creatures.ts";

/** Nouns of the category "monsters". */
export const MONSTERS: readonly Noun[] = [
  ...GREAT_BEASTS,
  ...UNDEAD,
  ...BRUTES,
  ...ODD_CREATURES,
];
