/**
 * What is built for a noun that the generator does not know.
 *
 * @module
 */
import {
  around,
  ball,
  box,
  cylinder,
  group,
  lathe,
  metal,
  part,
  type Parts,
  plastic,
  torus,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";

/**
 * A display piece: a pedestal with an abstract composition in the colours and materials of the
 * prompt. It does not pretend to be the thing.
 */
export function buildUnknown(look: Look): Parts {
  const first = look.skin("primary", plastic, [
    "#c4573a",
    "#3a7cc4",
    "#4ca464",
    "#b08a3c",
    "#8454b4",
  ]);
  const second = look.skin("secondary", plastic, ["#e8d9b8", "#2f3b52", "#d8dce2"]);
  const third = look.skin("accent", metal, "#c8a450");
  const kind = look.pick([0, 1, 2]);
  const top: Parts = kind === 0
    ? [
      part(ball(0.5), first, { at: [0, 0.55, 0] }),
      part(torus(0.72, 0.1), third, { at: [0, 0.55, 0], turn: [22, 0, 14] }),
    ]
    : kind === 1
    ? [
      part(box(0.7, 0.7, 0.7, 0.08), first, { at: [0, 0.62, 0], turn: [0, 30, 0] }),
      part(lathe([[0, 0], [0.45, 0], [0, 0.55]], { sides: 4 }), third, {
        at: [0, 0.98, 0],
        turn: [0, 75, 0],
      }),
    ]
    : [
      part(lathe([[0, -0.6], [0.5, 0], [0, 0.6]], { sides: 6 }), first, { at: [0, 0.7, 0] }),
      around(3, () => part(ball(0.13), third, { at: [0, 0.45, 0.62] })),
    ];
  return [
    group({ at: [0, -0.1, 0] }, top),
    part(cylinder(0.62, 0.14), second, { at: [0, -0.32, 0] }),
    part(cylinder(0.5, 0.5, 0.42), second, { at: [0, -0.05, 0], scale: [1, 0.5, 1] }),
  ];
}
