/**
 * Nouns of the category "animals".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { FARM_ANIMALS } from "./animals/farm_animals.ts";
import { WILD_ANIMALS } from "./animals/wild_animals.ts";
import { SMALL_ANIMALS } from "./animals/small_animals.ts";
import { BIRDS } from "./animals/birds.ts";
import { SEA_ANIMALS } from "./animals/sea_animals.ts";
import { CRAWLERS } from "./animals/crawlers.ts";

/** Nouns of the category "animals". */
export const ANIMALS: readonly Noun[] = [
  ...FARM_ANIMALS,
  ...WILD_ANIMALS,
  ...SMALL_ANIMALS,
  ...BIRDS,
  ...SEA_ANIMALS,
  ...CRAWLERS,
];
