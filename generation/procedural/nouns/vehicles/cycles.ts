/**
 * What is ridden, pulled or pushed.
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  bone,
  box,
  cloth,
  cylinder,
  glowing,
  group,
  hex,
  lathe,
  leather,
  limb,
  lump,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  plastic,
  polished,
  row,
  rubber,
  sheet,
  straw,
  torus,
  tube,
  type Vec3,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { TYRE, wheel } from "./wheels.ts";

/** A thin spoked wheel of a bicycle or carriage. */
function spoked(look: Look, radius: number, at: Vec3, thick = 0.075, spokes = 14): Parts {
  const tyre = look.skin("tire tyre wheel", rubber, TYRE);
  const rim = look.skin("rim spoke", metal, "#c4c8ce");
  return group(
    { at, turn: [0, 0, 90] },
    part(torus(radius, thick), tyre),
    part(torus(radius - thick * 0.62, thick * 0.5), rim),
    around(
      spokes,
      (i) => part(limb([0, i % 2 ? 0.04 : -0.04, 0.03], [0, 0, radius - thick * 0.6], 0.009), rim),
    ),
    part(cylinder(0.05, 0.14), rim),
  );
}

function bicycle(look: Look): Parts {
  const frame = look.skin("primary frame", polished, ["#c8241f", "#2864c0", "#2c9c6c", "#f07cae"]);
  const saddle = look.skin("seat saddle secondary", leather, "#4c2c1c");
  const chrome = metal(hex("#c4c8ce"));
  const dark = rubber(hex("#23242a"));
  const rear: Vec3 = [0, 0.5, -0.82];
  const front: Vec3 = [0, 0.5, 0.82];
  const crank: Vec3 = [0, 0.5, -0.12];
  const seat: Vec3 = [0, 1.2, -0.34];
  const headTop: Vec3 = [0, 1.24, 0.52];
  const headLow: Vec3 = [0, 1.02, 0.6];
  const pipe = (a: Vec3, b: Vec3, r = 0.038): Parts => part(limb(a, b, r), frame);
  return group(
    {},
    spoked(look, 0.5, rear),
    spoked(look, 0.5, front),
    pipe(crank, seat),
    pipe([0, 1.14, -0.32], headTop),
    pipe(crank, headLow, 0.044),
    pipe(headLow, headTop, 0.05),
    mirrored(
      part(limb([0.05, 0.5, -0.82], [0.03, 1.12, -0.32], 0.025), frame),
      part(limb([0.05, 0.5, -0.82], [0.04, 0.5, -0.14], 0.028), frame),
      part(limb([0.06, 0.5, 0.82], [0.05, 1.02, 0.6], 0.028), frame),
    ),
    pipe([-0.06, 1.02, 0.6], [0.06, 1.02, 0.6], 0.034),
    part(limb(seat, [0, 1.34, -0.38], 0.028), chrome),
    part(
      blob([
        lump([0, 1.37, -0.46], [0.13, 0.05, 0.13]),
        bone([0, 1.37, -0.4], [0, 1.36, -0.16], 0.06, 0.035),
      ], 0.06),
      saddle,
    ),
    part(limb(headTop, [0, 1.42, 0.48], 0.028), chrome),
    part(
      tube([[-0.36, 1.4, 0.26], [-0.3, 1.44, 0.42], [-0.12, 1.42, 0.5], [0.12, 1.42, 0.5], [
        0.3,
        1.44,
        0.42,
      ], [0.36, 1.4, 0.26]], 0.024),
      chrome,
    ),
    mirrored(part(limb([0.37, 1.4, 0.28], [0.38, 1.38, 0.14], 0.036), dark)),
    group(
      { at: crank, turn: [0, 0, 90] },
      part(torus(0.14, 0.03), chrome),
      around(5, () => part(limb([0, 0, 0], [0, 0, 0.14], 0.016), chrome)),
    ),
    [[0.1, 1], [-0.1, -1]].map((
      [x, s],
    ) => [
      part(limb([x, 0.5, -0.12], [x, 0.5 - s * 0.17, -0.12 + s * 0.1], 0.02), chrome),
      part(box(0.14, 0.03, 0.09, 0.01), dark, { at: [x * 1.9, 0.5 - s * 0.18, -0.12 + s * 0.1] }),
    ]),
    part(
      tube(
        [[0.05, 0.64, -0.12], [0.05, 0.56, -0.82], [0.05, 0.44, -0.82], [0.05, 0.36, -0.12]],
        0.012,
        { straight: true },
      ),
      dark,
    ),
    [rear, front].map(([, y, z]) =>
      part(
        sheet((u, v) => {
          const a = (u - 0.5) * 1.9 + (z < 0 ? -0.5 : 0.2);
          return [(v - 0.5) * 0.1, y + 0.575 * Math.cos(a), z + 0.575 * Math.sin(a)];
        }),
        frame,
        { thin: true },
      )
    ),
    look.says("basket")
      ? part(
        lathe([[0.0, 0], [0.13, 0], [0.19, 0.24], [0.17, 0.24], [0.12, 0.02]], { sides: 4 }),
        straw(hex("#b88c54")),
        { at: [0, 1.24, 0.76], turn: [0, 45, 0] },
      )
      : [],
  );
}

function motorcycle(look: Look): Parts {
  const paint = look.skin("primary tank body", polished, ["#c81e1c", "#23252c", "#2c64b8"]);
  const chrome = metal(hex("#c4c8ce"));
  const dark = matte(hex("#26282e"));
  const isScooter = look.says("scooter moped vespa");
  const r = isScooter ? 0.3 : 0.42;
  const wheels: Parts = [
    wheel(look, r, 0.17, [0, r, isScooter ? 0.74 : 0.86]),
    wheel(look, r, 0.2, [0, r, isScooter ? -0.66 : -0.78]),
  ];
  const handles: Parts = [
    part(
      tube([[-0.42, 1.18, 0.28], [-0.3, 1.24, 0.4], [0, 1.16, 0.48], [0.3, 1.24, 0.4], [
        0.42,
        1.18,
        0.28,
      ]], 0.03),
      chrome,
    ),
    mirrored(
      part(limb([0.42, 1.18, 0.29], [0.46, 1.16, 0.18], 0.04), dark),
      part(limb([0.3, 1.24, 0.4], [0.4, 1.44, 0.42], 0.014), chrome),
      part(ball(0.075, 0.05, 0.02), chrome, { at: [0.41, 1.47, 0.42] }),
    ),
  ];
  if (isScooter) {
    return group(
      {},
      wheels,
      handles,
      part(tube([[0, 1.1, 0.5], [0, 0.72, 0.62], [0, 0.36, 0.72]], 0.055), paint),
      part(
        sheet((
          u,
          v,
        ) => [
          (u - 0.5) * (0.62 - 0.1 * v),
          1.08 - 0.72 * v,
          0.5 - 0.22 * Math.abs(u - 0.5) * 1.3 + 0.04 * v,
        ]),
        paint,
        { thin: true },
      ),
      part(box(0.42, 0.07, 0.7, 0.03), dark, { at: [0, 0.36, 0.12] }),
      part(blob([lump([0, 0.55, -0.52], [0.27, 0.26, 0.46])], 0.05), paint),
      part(box(0.34, 0.13, 0.72, 0.06), leather(hex("#4c2c1c")), { at: [0, 0.86, -0.4] }),
      part(ball(0.12, 0.12, 0.07), { ...polished(hex("#fdf6d8")), glow: 0.4 }, {
        at: [0, 1.12, 0.58],
      }),
      part(ball(0.19, 0.1, 0.26), paint, { at: [0, 0.58, 0.76] }),
    );
  }
  return group(
    {},
    wheels,
    handles,
    mirrored(
      part(limb([0.12, 0.42, 0.86], [0.1, 1.12, 0.5], 0.04), chrome),
      part(limb([0.13, 0.42, -0.78], [0.12, 0.72, -0.1], 0.04), dark),
      part(
        tube([[0.16, 0.4, 0.25], [0.2, 0.28, 0.1], [0.2, 0.3, -0.6], [0.2, 0.36, -1.05]], [
          0.04,
          0.05,
          0.06,
          0.075,
        ]),
        chrome,
      ),
    ),
    part(blob([lump([0, 0.96, 0.14], [0.2, 0.16, 0.36])], 0.04), paint),
    part(
      tube([[0, 0.86, -0.18], [0, 0.84, -0.5], [0, 0.98, -0.86]], [0.15, 0.17, 0.1], { flat: 1 }),
      leather(hex("#1f1d20")),
    ),
    part(box(0.3, 0.34, 0.44, 0.06), metal(hex("#8c9098")), { at: [0, 0.52, 0.06] }),
    row(
      5,
      (i) =>
        part(box(0.36, 0.022, 0.4, 0.008), metal(hex("#b4b8be")), {
          at: [0, 0.42 + i * 0.05, 0.1],
        }),
    ),
    part(cylinder(0.15, 0.36), metal(hex("#8c9098")), { at: [0, 0.4, -0.12], turn: [0, 0, 90] }),
    part(ball(0.14, 0.14, 0.1), chrome, { at: [0, 1.06, 0.62] }),
    part(ball(0.11, 0.11, 0.05), { ...polished(hex("#fdf6d8")), glow: 0.4 }, {
      at: [0, 1.06, 0.7],
    }),
    part(
      sheet((u, v) => {
        const a = (u - 0.5) * 1.7 + 0.1;
        return [(v - 0.5) * 0.2, 0.42 + 0.49 * Math.cos(a), 0.86 + 0.49 * Math.sin(a)];
      }),
      paint,
      { thin: true },
    ),
    part(
      sheet((u, v) => {
        const a = (u - 0.5) * 1.8 - 0.5;
        return [(v - 0.5) * 0.24, 0.42 + 0.5 * Math.cos(a), -0.78 + 0.5 * Math.sin(a)];
      }),
      paint,
      { thin: true },
    ),
    part(box(0.13, 0.07, 0.04, 0.02), glowing(hex("#d8241c")), { at: [0, 0.84, -1.02] }),
  );
}

function wagon(look: Look): Parts {
  const planks = look.skin("primary", wood, ["#8a5a32", "#a8342c"]);
  const isCarriage = look.says("carriage coach royal princess pumpkin");
  const trim = look.skin("secondary", metal, "#e0b03c");
  const wheelWood = (x: number, r: number, z: number): Parts =>
    group(
      { at: [x, r, z], turn: [0, 0, 90] },
      part(torus(r * 0.92, r * 0.16), planks),
      around(8, () => part(limb([0, 0, 0.05], [0, 0, r * 0.9], 0.03), planks)),
      part(cylinder(r * 0.2, 0.14), isCarriage ? trim : planks),
    );
  return [
    isCarriage
      ? [
        part(
          ball(0.52, 0.56, 0.66),
          where(
            ({ at, normal }) =>
              Math.abs(normal[0]) > 0.55 && Math.abs(at[1] - 1.2) < 0.2 && Math.abs(at[2]) < 0.24,
            pane(hex("#7c9cb4")),
            look.skin("primary", polished, "#b8346c"),
          ),
          { at: [0, 1.1, 0] },
        ),
        part(torus(0.5, 0.06), trim, { at: [0, 1.0, 0], scale: [1.03, 1, 1.3] }),
        part(lathe([[0.14, 0], [0.06, 0.12], [0.1, 0.2], [0, 0.32]]), trim, { at: [0, 1.64, 0] }),
        part(box(0.6, 0.12, 0.4, 0.04), planks, { at: [0, 0.72, 0.82] }),
      ]
      : [
        part(box(0.9, 0.08, 1.7, 0.02), planks, { at: [0, 0.62, 0] }),
        mirrored(
          row(
            2,
            (i) => part(box(0.06, 0.15, 1.7, 0.02), planks, { at: [0.44, 0.74 + i * 0.18, 0] }),
          ),
        ),
        [0.85, -0.85].map((z) =>
          row(2, (i) => part(box(0.9, 0.15, 0.06, 0.02), planks, { at: [0, 0.74 + i * 0.18, z] }))
        ),
        look.says("covered")
          ? part(lathe([[0.62, -0.85], [0.62, 0.85]], { turn: 0.5 }), cloth(hex("#f0e8d4")), {
            at: [0, 0.86, 0],
            turn: [-90, 0, 0],
            thin: true,
          })
          : row(7, () =>
            part(ball(look.between(0.2, 0.3), 0.18, 0.26), straw(hex("#d8b45c")), {
              at: [look.between(-0.25, 0.25), 0.85, look.between(-0.6, 0.6)],
              bump: { height: 0.04, scale: 9 },
            })),
      ],
    [0.52, -0.52].map((x) => [wheelWood(x, 0.44, -0.52), wheelWood(x, 0.34, 0.56)]),
    mirrored(part(limb([0.3, 0.5, 0.8], [0.26, 0.56, 1.7], 0.035), planks)),
  ];
}

function skateboard(look: Look): Parts {
  const deck = look.skin("primary deck", matte, ["#d0342c", "#2c2d33", "#3c9cc8"]);
  const wheelTint = look.skin("secondary wheel", plastic, "#f2e8c8");
  return group(
    { turn: [0, 25, 0] },
    part(
      sheet((u, v) => {
        const t = 2 * u - 1;
        const half = 0.3 * (1 - Math.max(0, Math.abs(t) - 0.72) ** 2 * 11);
        return [
          half * (2 * v - 1),
          0.24 + 0.22 * Math.max(0, Math.abs(t) - 0.66) ** 1.2 * 1.6,
          1.15 * t,
        ];
      }),
      deck,
      { thin: true },
    ),
    part(
      sheet((u, v) => {
        const t = 2 * u - 1;
        const half = 0.3 * (1 - Math.max(0, Math.abs(t) - 0.72) ** 2 * 11);
        return [
          half * (2 * v - 1),
          0.2 + 0.22 * Math.max(0, Math.abs(t) - 0.66) ** 1.2 * 1.6,
          1.15 * t,
        ];
      }),
      wood(hex("#c49c64")),
      { thin: true },
    ),
    [0.62, -0.62].map((
      z,
    ) => [
      part(limb([-0.2, 0.11, z], [0.2, 0.11, z], 0.035), metal(hex("#b4b8be"))),
      part(box(0.14, 0.12, 0.2, 0.03), metal(hex("#8c9098")), { at: [0, 0.16, z] }),
      mirrored(part(cylinder(0.11, 0.1), wheelTint, { at: [0.25, 0.11, z], turn: [0, 0, 90] })),
    ]),
  );
}

/** What is ridden, pulled or pushed. */
export const CYCLES: readonly Noun[] = nounsOf("vehicles", [
  ["bicycle, bike, mountain bike", 1.7, bicycle],
  ["motorcycle, motorbike, scooter, moped, vespa, motor scooter", 2, motorcycle],
  ["wagon, cart, carriage, chariot, covered wagon, horse carriage, coach, wheelbarrow", 3, wagon],
  ["skateboard, longboard", 0.8, skateboard],
]);
