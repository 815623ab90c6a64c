/**
 * Nouns of the category "gadgets and electronics".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { COMPUTERS } from "./gadgets/computers.ts";
import { SOUND } from "./gadgets/sound.ts";
import { DEVICES } from "./gadgets/devices.ts";

/** Nouns of the category "gadgets and electronics". */
export const GADGETS: readonly Noun[] = [
  ...COMPUTERS,
  ...SOUND,
  ...DEVICES,
];
