/**
 * All nouns by name.
 *
 * @module
 */
import type { Noun } from "./noun.ts";
import { ANIMALS } from "./nouns/animals.ts";
import { BUILDINGS } from "./nouns/buildings.ts";
import { DECORATION } from "./nouns/decoration.ts";
import { FOOD } from "./nouns/food.ts";
import { FURNITURE } from "./nouns/furniture.ts";
import { GADGETS } from "./nouns/gadgets.ts";
import { HUMANOIDS } from "./nouns/humanoids.ts";
import { JEWELRY } from "./nouns/jewelry.ts";
import { MONSTERS } from "./nouns/monsters.ts";
import { NATURE } from "./nouns/nature.ts";
import { ROBOTS } from "./nouns/robots.ts";
import { VEHICLES } from "./nouns/vehicles.ts";
import { WEAPONS } from "./nouns/weapons.ts";

/** Every noun that the generator can build. */
export const NOUNS: readonly Noun[] = [
  ...HUMANOIDS,
  ...ANIMALS,
  ...MONSTERS,
  ...ROBOTS,
  ...BUILDINGS,
  ...NATURE,
  ...VEHICLES,
  ...WEAPONS,
  ...FOOD,
  ...GADGETS,
  ...DECORATION,
  ...FURNITURE,
  ...JEWELRY,
];

const BY_NAME: ReadonlyMap<string, Noun> = new Map(
  NOUNS.flatMap((noun) => noun.names.map((name) => [name, noun] as const)),
);

/** Finds a noun by one of its names (singular, lower case). */
export function findNoun(name: string): Noun | undefined {
  return BY_NAME.get(name);
}
