/**
 * Shafts of wood.
 *
 * @module
 */
import { cylinder, part, type Parts, wood } from "../../kit/mod.ts";
import type { Look } from "../../look.ts";

/** A straight wooden shaft along y, its middle at the origin. */
export function shaft(look: Look, length: number, thick = 0.05): Parts {
  return part(
    cylinder(thick, length, thick * 0.9),
    look.skin("handle shaft secondary", wood, ["#7a4c2c", "#5c3822"]),
    { at: [0, 0, 0] },
  );
}
