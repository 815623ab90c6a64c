/**
 * Nouns of the category "decorative elements".
 *
 * @module
 */
import type { Noun } from "../noun.ts";
import { LIGHTS } from "./decoration/lights.ts";
import { VESSELS } from "./decoration/vessels.ts";
import { ORNAMENTS } from "./decoration/ornaments.ts";
import { FESTIVE } from "./decoration/festive.ts";

/** Nouns of the category "decorative elements". */
export const DECORATION: readonly Noun[] = [
  ...LIGHTS,
  ...VESSELS,
  ...ORNAMENTS,
  ...FESTIVE,
];
