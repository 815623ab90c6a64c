/**
 * Nouns of the category "food and drinks".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { FRUIT } from "./food/fruit.ts";
import { BAKED } from "./food/baked.ts";
import { DISHES } from "./food/dishes.ts";
import { DRINKS } from "./food/drinks.ts";

/** Nouns of the category "food and drinks". */
export const FOOD: readonly Noun[] = [
  ...FRUIT,
  ...BAKED,
  ...DISHES,
  ...DRINKS,
];
