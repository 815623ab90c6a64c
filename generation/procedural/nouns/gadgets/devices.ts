/**
 * Other devices.
 *
 * @module
 */
import {
  around,
  ball,
  box,
  cylinder,
  extrude,
  glowing,
  group,
  hex,
  lathe,
  leather,
  limb,
  matte,
  metal,
  pane,
  part,
  type Parts,
  plastic,
  polished,
  row,
  smoothLine,
  torus,
  tube,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { BLACK } from "./screen.ts";

function camera(look: Look): Parts {
  const body = look.skin("primary body", leather, ["#26272c", "#6c3c24", "#3c5c6c"]);
  const chrome = look.skin("secondary top", metal, "#c4c8ce");
  const dark = matte(hex("#17181c"));
  const isVideo = look.says("video security surveillance");
  if (isVideo && look.says("security surveillance")) {
    return [
      part(box(0.5, 0.5, 0.12, 0.05), chrome, { at: [0, 0.2, -0.85] }),
      part(limb([0, 0.2, -0.8], [0, 0.3, -0.35], 0.07), chrome),
      group(
        { at: [0, 0.42, 0.1], turn: [14, 0, 0] },
        part(box(0.46, 0.42, 1.15, 0.1), look.skin("primary", plastic, "#f0f0ee")),
        part(box(0.54, 0.05, 1.35, 0.02), chrome, { at: [0, 0.24, 0.08] }),
        part(cylinder(0.17, 0.1), dark, { at: [0, 0, 0.6], turn: [90, 0, 0] }),
        part(ball(0.12, 0.12, 0.06), polished(hex("#2c4c7c")), { at: [0, 0, 0.65] }),
        part(ball(0.03), glowing(hex("#f0302c")), { at: [0.14, 0.14, 0.6] }),
      ),
    ];
  }
  return [
    part(box(1.7, 0.78, 0.5, 0.09), body, { at: [0, -0.05, 0] }),
    part(box(1.7, 0.22, 0.5, 0.07), chrome, { at: [0, 0.42, 0] }),
    part(lathe([[0.46, 0], [0.36, 0.26], [0, 0.26]], { sides: 4 }), chrome, {
      at: [0, 0.48, 0],
      turn: [0, 45, 0],
      scale: [1, 1, 0.75],
    }),
    group(
      { at: [0, -0.02, 0.25], turn: [90, 0, 0] },
      part(
        lathe([
          [0, 0],
          [0.48, 0],
          [0.48, 0.14],
          [0.44, 0.16],
          [0.44, 0.42],
          [0.4, 0.46],
          [0.34, 0.46],
          [0.3, 0.36],
          [0, 0.34],
        ], { ribs: (a, v) => v > 0.42 && v < 0.62 ? 1 + 0.02 * Math.sign(Math.sin(a * 30)) : 1 }),
        dark,
      ),
      part(torus(0.44, 0.05), chrome, { at: [0, 0.14, 0] }),
      part(ball(0.28, 0.1, 0.28), { ...polished(hex("#33507c")), metal: 0.4 }, {
        at: [0, 0.36, 0],
      }),
      part(ball(0.1, 0.04, 0.1), polished(hex("#8c6cb4")), { at: [0.06, 0.44, 0.06] }),
    ),
    part(cylinder(0.15, 0.14), chrome, { at: [-0.58, 0.58, 0] }),
    part(cylinder(0.1, 0.12), chrome, { at: [0.48, 0.57, 0] }),
    part(cylinder(0.05, 0.08), look.skin("accent button", polished, "#c8241f"), {
      at: [0.68, 0.56, 0.05],
    }),
    part(box(0.3, 0.13, 0.03, 0.02), { ...polished(hex("#f6f4e8")), glow: 0.3 }, {
      at: [0.58, 0.42, 0.25],
    }),
    part(box(0.22, 0.13, 0.03, 0.02), pane(hex("#4c6478")), { at: [0, 0.6, 0.24] }),
    part(box(0.14, 0.1, 0.03, 0.01), dark, { at: [-0.6, 0.42, 0.25] }),
    part(
      tube(
        [
          [-0.86, 0.36, 0],
          [-1.02, 0.1, 0.05],
          [-0.95, -0.5, 0.1],
          [-0.6, -0.85, 0.2],
          [0.2, -0.9, 0.25],
          [0.8, -0.7, 0.15],
          [1.02, -0.1, 0.05],
          [0.86, 0.36, 0],
        ],
        0.05,
        { flat: 0.4 },
      ),
      leather(hex("#5c3420")),
    ),
  ];
}

function flashlight(look: Look): Parts {
  const body = look.skin("primary", metal, ["#33363c", "#c8342c", "#3c5c8c"]);
  return group(
    { turn: [0, 35, 75] },
    part(
      lathe([
        [0, -1.1],
        [0.2, -1.1],
        [0.22, -1.0],
        [0.22, 0.35],
        [0.4, 0.72],
        [0.42, 1.0],
        [0.36, 1.0],
        [0.3, 0.86],
        [0, 0.86],
      ], { ribs: (a, v) => v > 0.12 && v < 0.42 ? 1 + 0.03 * Math.sign(Math.sin(a * 12)) : 1 }),
      body,
    ),
    part(cylinder(0.34, 0.03), { ...glowing(hex("#fdf4c0")) }, { at: [0, 0.9, 0] }),
    part(torus(0.39, 0.06), metal(hex("#c4c8ce")), { at: [0, 1.0, 0] }),
    part(box(0.12, 0.24, 0.08, 0.03), plastic(hex("#c8241f")), { at: [0, 0.05, 0.22] }),
  );
}

function lightBulb(look: Look): Parts {
  const bulb = look.skin("primary", (colour) => ({ ...polished(colour), glow: 0.45 }), [
    "#fdeeb0",
    "#fdf2c8",
  ]);
  return [
    part(
      lathe([[0.24, -0.42], [0.3, -0.2], [0.58, 0.25], [0.66, 0.6], [0.5, 1.0], [0.2, 1.17], [
        0,
        1.2,
      ]], { smooth: true }),
      bulb,
    ),
    part(
      lathe([[0, -0.98], [0.1, -0.95], [0.2, -0.84], [0.25, -0.8], [0.25, -0.42], [0.28, -0.4]], {
        ribs: (_, v) => 1 + 0.06 * Math.sin(v * 42),
      }),
      look.skin("secondary base", metal, "#b4b8be"),
    ),
    part(
      tube([[-0.12, -0.3, 0.0], [-0.16, 0.4, 0], [-0.08, 0.55, 0], [0, 0.42, 0], [0.08, 0.55, 0], [
        0.16,
        0.4,
        0,
      ], [0.12, -0.3, 0]], 0.025),
      glowing(hex("#f89c1c")),
    ),
    part(ball(0.08), matte(hex(BLACK)), { at: [0, -0.98, 0] }),
  ];
}

function fan(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#f0f0ee", "#3c8c9c", "#c8563c"]);
  const blade = look.skin("secondary blade", plastic, ["#7cb4d8", "#5c6068"]);
  const wire = metal(hex("#c4c8ce"));
  return [
    part(lathe([[0, -1.0], [0.6, -1.0], [0.56, -0.9], [0.12, -0.84], [0, -0.84]]), body),
    part(cylinder(0.07, 0.8), body, { at: [0, -0.45, 0] }),
    group(
      { at: [0, 0.42, 0.1] },
      part(lathe([[0, -0.4], [0.18, -0.36], [0.22, 0], [0, 0]], { smooth: false }), body, {
        turn: [90, 0, 0],
      }),
      row(4, (i) =>
        group(
          { turn: [0, 0, i * 90 + 20] },
          part(
            extrude(
              smoothLine([[0.06, 0], [0.28, 0.3], [0.2, 0.66], [-0.14, 0.62], [-0.06, 0.1]], true),
              0.03,
            ),
            blade,
            { turn: [0, 22, 0], at: [0, 0, 0.1] },
          ),
        )),
      part(ball(0.13, 0.13, 0.1), body, { at: [0, 0, 0.16] }),
      [0.26, -0.08].map((z) =>
        [0.26, 0.5, 0.76].map((r) =>
          part(torus(r, 0.024), wire, { at: [0, 0, z + 0.04 * (0.76 - r)], turn: [90, 0, 0] })
        )
      ),
      row(20, (i) =>
        group(
          { turn: [0, 0, i * 18] },
          part(
            tube([[0, 0.1, 0.3], [0, 0.5, 0.29], [0, 0.78, 0.12], [0, 0.5, -0.07]], 0.011),
            wire,
          ),
        )),
    ),
    row(
      3,
      (i) =>
        part(cylinder(0.04, 0.04), plastic(hex(i === 0 ? "#c8241f" : "#8c9098")), {
          at: [(i - 1) * 0.14, -0.87, 0.36],
        }),
    ),
  ];
}

function telescope(look: Look): Parts {
  const body = look.skin("primary tube", metal, ["#d0a03c", "#f0f0ee", "#3c5c8c"]);
  const leg = look.skin("secondary tripod leg", wood, "#6c4428");
  const dark = matte(hex("#26272d"));
  return [
    group(
      { at: [0, 0.62, 0], turn: [58, 0, 0] },
      part(
        lathe([
          [0, -0.95],
          [0.1, -0.95],
          [0.1, -0.7],
          [0.15, -0.68],
          [0.15, -0.1],
          [0.21, -0.06],
          [0.21, 0.7],
          [0.26, 0.72],
          [0.26, 0.95],
          [0.2, 0.95],
          [0, 0.85],
        ]),
        body,
      ),
      [-0.1, 0.7, -0.7].map((y) =>
        part(torus(y > 0.5 ? 0.24 : y > -0.5 ? 0.19 : 0.13, 0.05), dark, { at: [0, y, 0] })
      ),
      part(ball(0.2, 0.04, 0.2), pane(hex("#3c6c9c")), { at: [0, 0.88, 0] }),
      part(cylinder(0.04, 0.5), dark, { at: [0, 0.2, -0.27] }),
    ),
    part(ball(0.13), dark, { at: [0, 0.5, 0] }),
    around(3, () => part(limb([0, 0.48, 0.06], [0, -0.95, 0.62], 0.06, 0.045), leg), { start: 30 }),
    around(3, () => part(limb([0, -0.25, 0], [0, -0.25, 0.34], 0.025), metal(hex("#b4b8be"))), {
      start: 30,
    }),
  ];
}

function battery(look: Look): Parts {
  const body = look.skin("primary", polished, ["#26272d", "#3c9c4c"]);
  return [
    part(
      lathe([[0, -1], [0.42, -1], [0.44, -0.96], [0.44, 0.86], [0.42, 0.9], [0, 0.9]]),
      where(({ at }) => at[1] > 0.45, look.skin("secondary", metal, "#d09a3c"), body),
    ),
    part(cylinder(0.17, 0.16), metal(hex("#c4c8ce")), { at: [0, 0.96, 0] }),
    part(box(0.2, 0.05, 0.02, 0.005), matte(hex("#f6f6f4")), { at: [0, 0.28, 0.435] }),
    part(box(0.05, 0.2, 0.02, 0.005), matte(hex("#f6f6f4")), { at: [0, 0.28, 0.435] }),
    part(
      extrude(
        [[0.04, 0.3], [-0.14, -0.04], [0, -0.04], [-0.06, -0.34], [0.14, 0.06], [0, 0.06]],
        0.03,
      ),
      matte(hex("#f8c830")),
      { at: [0, -0.3, 0.435] },
    ),
  ];
}

function toaster(look: Look): Parts {
  const body = look.skin("primary", metal, ["#c4c8ce", "#c8342c", "#7cb4b4"]);
  const dark = plastic(hex("#26272d"));
  return [
    part(box(1.6, 1.0, 0.85, 0.22), body),
    part(box(1.62, 0.14, 0.87, 0.05), dark, { at: [0, -0.46, 0] }),
    [0.16, -0.16].map((
      z,
    ) => [
      part(box(1.1, 0.04, 0.17, 0.02), dark, { at: [0, 0.5, z] }),
      part(
        extrude(
          [[-0.42, -0.4], [0.42, -0.4], [0.42, 0.3], [0.5, 0.42], [0.4, 0.55], [-0.4, 0.55], [
            -0.5,
            0.42,
          ], [-0.42, 0.3]],
          0.1,
          { bevel: 0.03 },
        ),
        matte(hex("#d09a54")),
        { at: [0, 0.42, z] },
      ),
    ]),
    part(box(0.1, 0.09, 0.3, 0.03), dark, { at: [0.84, 0.1, 0] }),
    part(cylinder(0.1, 0.08), dark, { at: [0.4, -0.15, 0.44], turn: [90, 0, 0] }),
  ];
}

/** Other devices. */
export const DEVICES: readonly Noun[] = nounsOf("gadgets and electronics", [
  [
    "camera, digital camera, vintage camera, security camera, video camera, film camera, camcorder, polaroid",
    0.14,
    camera,
  ],
  ["flashlight, torch", 0.2, flashlight],
  ["light bulb, lightbulb, bulb", 0.12, lightBulb],
  ["fan, electric fan, desk fan", 0.5, fan],
  ["telescope, spyglass", 1.2, telescope],
  ["battery, power bank", 0.05, battery],
  ["toaster", 0.3, toaster],
]);
