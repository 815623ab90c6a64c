/**
 * Wheels and tracks.
 *
 * @module
 */
import {
  around,
  ball,
  group,
  hex,
  lathe,
  matte,
  metal,
  part,
  type Parts,
  rubber,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";

/** The black of tyres. */
export const TYRE = "#1e1f23";

/** A wheel that rolls along z: tyre, rim and hub. */
export function wheel(look: Look, radius: number, width: number, at: Vec3): Parts {
  const tyre = look.skin("tire tyre wheel", rubber, TYRE);
  const rim = look.skin("rim hubcap", metal, "#c4c8ce");
  return group(
    { at, turn: [0, 0, 90] },
    part(
      lathe([
        [radius * 0.62, -width / 2],
        [radius * 0.94, -width / 2],
        [radius, -width * 0.3],
        [radius, width * 0.3],
        [radius * 0.94, width / 2],
        [radius * 0.62, width / 2],
      ]),
      where(({ v, u }) => v > 0.34 && v < 0.66 && (u * 40) % 1 < 0.3, rubber(hex("#121316")), tyre),
    ),
    [1, -1].map((side) => [
      part(
        lathe([[radius * 0.64, 0], [radius * 0.58, 0.01], [radius * 0.24, -0.01], [
          radius * 0.2,
          0.03,
        ], [0, 0.03]]),
        rim,
        { at: [0, side * width * 0.46, 0], turn: [side > 0 ? 0 : 180, 0, 0] },
      ),
      around(
        5,
        () =>
          part(ball(radius * 0.07), matte(hex("#3c3f46")), {
            at: [0, side * width * 0.47, radius * 0.4],
          }),
      ),
    ]),
  );
}
