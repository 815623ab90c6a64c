/**
 * What a figure has in its hand.
 *
 * @module
 */
import { group, type Parts } from "../../kit/mod.ts";
import type { Look } from "../../look.ts";

/** A weapon or tool in the right hand, unless the prompt puts something else there. */
export function held(
  look: Look,
  make: (look: Look) => Parts,
  scale = 0.55,
  grip = 0.2,
): { held?: Parts } {
  return look.isHolding
    ? {}
    : { held: group({ scale, at: [0, grip * scale, 0] }, make(look.plain())) };
}
