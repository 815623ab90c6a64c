/**
 * Nouns of the category "vehicles".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { CARS } from "./vehicles/cars.ts";
import { CYCLES } from "./vehicles/cycles.ts";
import { ENGINES } from "./vehicles/engines.ts";
import { AIRCRAFT } from "./vehicles/aircraft.ts";
import { SHIPS } from "./vehicles/ships.ts";

/** Nouns of the category "vehicles". */
export const VEHICLES: readonly Noun[] = [
  ...CARS,
  ...CYCLES,
  ...ENGINES,
  ...AIRCRAFT,
  ...SHIPS,
];
