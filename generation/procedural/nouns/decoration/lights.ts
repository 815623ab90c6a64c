/**
 * Candles and lamps.
 *
 * @module
 */
import {
  around,
  ball,
  cloth,
  cylinder,
  glass,
  glowing,
  gradient,
  group,
  hex,
  lathe,
  limb,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  plastic,
  polished,
  row,
  striped,
  torus,
  tube,
  type Vec3,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

function flame(size: number): Parts {
  return [
    part(
      lathe([[0, 0], [size * 0.32, size * 0.28], [size * 0.2, size * 0.62], [0, size]], {
        smooth: true,
      }),
      glowing(hex("#f89c2c")),
    ),
    part(
      lathe([[0, size * 0.06], [size * 0.35, size * 0.26], [0, size * 0.6]], { smooth: true }),
      glowing(hex("#fdf0a0")),
      { at: [0, 0, size * 0.04], scale: [0.7, 1, 1] },
    ),
  ];
}

function candle(look: Look): Parts {
  const wax = look.skin("primary", (colour) => ({ ...plastic(colour), glow: 0.08 }), [
    "#f6efdc",
    "#c8342c",
    "#c8a0d4",
  ]);
  const holder = look.skin("secondary holder", metal, ["#d0a03c", "#8c7860"]);
  return [
    part(
      cylinder(0.34, 1.2),
      gradient("y", 0.2, 0.7, wax, {
        ...wax,
        colour: (spot) =>
          wax.colour(spot).map((value) => Math.min(1, value * 1.08)) as unknown as Vec3,
      }),
      { at: [0, 0.05, 0] },
    ),
    around(
      6,
      (i) =>
        part(
          tube([[0, 0.64, 0.3], [0, 0.6, 0.355], [0, 0.35 - 0.14 * (i % 3), 0.365]], [
            0.07,
            0.06,
            0.065,
          ]),
          wax,
        ),
    ),
    part(
      lathe([[0, -0.68], [0.6, -0.68], [0.74, -0.5], [0.68, -0.48], [0.4, -0.58], [0, -0.58]]),
      holder,
    ),
    part(tube([[0.66, -0.56, 0], [0.98, -0.5, 0], [0.98, -0.26, 0], [0.7, -0.4, 0]], 0.05), holder),
    part(limb([0, 0.62, 0], [0.01, 0.82, 0], 0.022), matte(hex("#33261c"))),
    group({ at: [0.01, 0.76, 0] }, flame(0.55)),
  ];
}

function candelabra(look: Look): Parts {
  const gold = look.skin("primary", metal, ["#d4a23a", "#b4b8be"]);
  const wax = look.skin("secondary candle", plastic, "#f6efdc");
  const holder = (at: Vec3): Parts =>
    group(
      { at },
      part(lathe([[0, 0], [0.1, 0.02], [0.17, 0.1], [0.14, 0.12], [0, 0.08]]), gold),
      part(cylinder(0.065, 0.42), wax, { at: [0, 0.28, 0] }),
      group({ at: [0, 0.49, 0] }, flame(0.2)),
    );
  return [
    part(
      lathe([
        [0, -1],
        [0.5, -1],
        [0.46, -0.9],
        [0.2, -0.82],
        [0.09, -0.7],
        [0.07, -0.2],
        [0.12, -0.1],
        [0.06, 0.05],
        [0.1, 0.3],
        [0.05, 0.5],
        [0, 0.52],
      ]),
      gold,
    ),
    holder([0, 0.5, 0]),
    mirrored(
      [[0.42, 0.38], [0.78, 0.3]].map((
        [x, y],
      ) => [
        part(tube([[0.03, 0.0, 0], [x * 0.5, -0.14, 0], [x, 0.02, 0], [x, y, 0]], 0.04), gold),
        holder([x, y, 0]),
      ]),
    ),
  ];
}

function lantern(look: Look): Parts {
  const isPaper = look.says("paper chinese japanese");
  if (isPaper) {
    const paper = look.skin("primary", (colour) => ({ ...matte(colour), glow: 0.4 }), [
      "#d8342c",
      "#f0c83c",
    ]);
    const gold = metal(hex("#d4a23a"));
    return [
      part(
        lathe([[0.26, -0.6], [0.7, -0.3], [0.8, 0], [0.7, 0.3], [0.26, 0.6]], {
          smooth: true,
          ribs: (a) => 1 + 0.02 * Math.abs(Math.sin(a * 9)),
        }),
        striped("y", 7, paper, {
          ...paper,
          colour: (spot) => paper.colour(spot).map((value) => value * 0.82) as unknown as Vec3,
        }, { share: 0.85 }),
      ),
      [0.62, -0.62].map((y) => part(cylinder(0.28, 0.1), gold, { at: [0, y, 0] })),
      part(tube([[0, 0.66, 0], [0, 1.0, 0]], 0.02), gold),
      part(ball(0.07), gold, { at: [0, -0.74, 0] }),
      row(9, (i) =>
        part(
          limb([Math.sin(i * 0.7) * 0.04, -0.78, Math.cos(i * 0.7) * 0.04], [
            Math.sin(i * 0.7) * 0.09,
            -1.25,
            Math.cos(i * 0.7) * 0.09,
          ], 0.016),
          cloth(hex("#e0b03c")),
        )),
    ];
  }
  const iron = look.skin("primary frame", metal, ["#33363c", "#a8783c"]);
  return [
    part(
      lathe([[0, -0.8], [0.62, -0.8], [0.62, -0.66], [0.5, -0.62], [0, -0.62]], { sides: 6 }),
      iron,
    ),
    part(lathe([[0.42, -0.62], [0.48, 0.4]], { sides: 6 }), {
      ...glass(hex("#f8e0a0")),
      glow: 0.25,
      opacity: 0.55,
    }),
    around(6, () => part(limb([0, -0.62, 0.48], [0, 0.42, 0.53], 0.035), iron)),
    part(
      lathe([[0.66, 0.38], [0.6, 0.48], [0.24, 0.78], [0.2, 0.9], [0, 0.94]], { sides: 6 }),
      iron,
    ),
    part(torus(0.17, 0.05), iron, { at: [0, 1.08, 0], turn: [90, 0, 0] }),
    part(cylinder(0.13, 0.4), plastic(hex("#f6efdc")), { at: [0, -0.42, 0] }),
    group({ at: [0, -0.24, 0] }, flame(0.42)),
  ];
}

function chandelier(look: Look): Parts {
  const gold = look.skin("primary", metal, ["#d4a23a", "#b4b8be"]);
  const drop = look.skin("secondary crystal", glass, "#d8ecf6");
  return [
    part(cylinder(0.03, 0.6), gold, { at: [0, 0.95, 0] }),
    part(
      lathe([[0, -0.5], [0.08, -0.45], [0.2, -0.2], [0.1, 0.05], [0.16, 0.25], [0.06, 0.5], [
        0.1,
        0.66,
      ], [0, 0.7]], { smooth: true }),
      gold,
    ),
    part(lathe([[0, 1.22], [0.2, 1.24], [0.14, 1.32], [0, 1.34]]), gold),
    around(
      8,
      () => [
        part(tube([[0, 0.0, 0.12], [0, -0.22, 0.5], [0, -0.12, 0.88], [0, 0.1, 0.9]], 0.032), gold),
        part(lathe([[0, 0], [0.1, 0.02], [0.14, 0.09], [0, 0.07]]), gold, { at: [0, 0.1, 0.9] }),
        part(cylinder(0.045, 0.26), plastic(hex("#f6efdc")), { at: [0, 0.28, 0.9] }),
        group({ at: [0, 0.4, 0.9] }, flame(0.17)),
        part(lathe([[0, -0.16], [0.045, -0.04], [0, 0.06]], { sides: 6 }), drop, {
          at: [0, -0.26, 0.62],
        }),
        part(lathe([[0, -0.16], [0.045, -0.04], [0, 0.06]], { sides: 6 }), drop, {
          at: [0, -0.02, 0.94],
        }),
      ],
    ),
    around(16, () => part(tube([[0, 0.5, 0.1], [0, 0.14, 0.42], [0, -0.04, 0.82]], 0.018), drop)),
    part(lathe([[0, -0.85], [0.09, -0.68], [0, -0.5]], { sides: 8 }), drop),
  ];
}

function lamp(look: Look): Parts {
  const isFloor = look.says("floor standing tall");
  const isStreet = look.says("street");
  const shade = look.skin("shade primary", (colour) => ({ ...cloth(colour), glow: 0.35 }), [
    "#f6e6c0",
    "#c8563c",
    "#7ca4b4",
  ]);
  const base = look.skin(
    "base secondary",
    isStreet ? metal : polished,
    isStreet ? "#33363c" : ["#3c6c8c", "#d0a03c", "#f0ece2"],
  );
  if (isStreet) {
    return [
      part(
        lathe([[0, -1.2], [0.26, -1.2], [0.22, -1.05], [0.1, -0.95], [0.06, -0.6], [0.05, 0.9], [
          0,
          0.9,
        ]]),
        base,
      ),
      part(lathe([[0.12, 0.9], [0.24, 1.28], [0, 1.28]], { sides: 6 }), {
        ...glowing(hex("#fdf0b0")),
      }),
      part(lathe([[0.3, 1.28], [0.1, 1.46], [0, 1.56]], { sides: 6 }), base),
      mirrored(
        part(limb([0, 0.7, 0], [0.24, 0.76, 0], 0.025), base),
        part(ball(0.04), base, { at: [0.25, 0.77, 0] }),
      ),
    ];
  }
  if (look.says("desk study architect")) {
    const steel = look.skin("primary", metal, ["#c8342c", "#33363c", "#3c8c8c"]);
    return [
      part(lathe([[0, -0.9], [0.5, -0.9], [0.46, -0.8], [0, -0.78]]), steel),
      part(limb([0, -0.78, 0], [0, -0.05, -0.4], 0.045), steel),
      part(ball(0.09), steel, { at: [0, -0.05, -0.4] }),
      part(limb([0, -0.05, -0.4], [0, 0.62, 0.1], 0.045), steel),
      part(ball(0.09), steel, { at: [0, 0.62, 0.1] }),
      group(
        { at: [0, 0.55, 0.3], turn: [-58, 0, 0] },
        part(lathe([[0.42, -0.32], [0.2, 0.1], [0.12, 0.26], [0, 0.28]], { smooth: true }), steel),
        part(ball(0.17), glowing(hex("#fdf0b0")), { at: [0, -0.15, 0] }),
      ),
    ];
  }
  const foot = isFloor ? -1.5 : -0.95;
  return [
    isFloor
      ? [
        part(lathe([[0, foot], [0.42, foot], [0.36, foot + 0.08], [0, foot + 0.1]]), base),
        part(cylinder(0.04, 1.9), base, { at: [0, -0.55, 0] }),
      ]
      : part(
        lathe([
          [0, -0.95],
          [0.36, -0.95],
          [0.34, -0.86],
          [0.16, -0.78],
          [0.4, -0.35],
          [0.3, 0.0],
          [0.1, 0.14],
          [0.08, 0.28],
          [0, 0.28],
        ], { smooth: true }),
        base,
      ),
    part(lathe([[0.78, 0.12], [0.46, 0.95]]), shade, { thin: true }),
    part(lathe([[0.76, 0.13], [0.45, 0.94]]), { ...shade, glow: 0.7 }, { thin: true }),
    [[0.12, 0.78], [0.95, 0.46]].map(([y, r]) =>
      part(torus(r, 0.035), look.skin("trim accent", metal, "#d0a03c"), { at: [0, y, 0] })
    ),
    part(ball(0.16, 0.2, 0.16), glowing(hex("#fdf4c8")), { at: [0, 0.48, 0] }),
    part(tube([[0.3, 0.2, 0.25], [0.3, -0.16, 0.25]], 0.014), metal(hex("#d0a03c"))),
  ];
}

/** Candles and lamps. */
export const LIGHTS: readonly Noun[] = nounsOf("decorative elements", [
  ["candle, scented candle", 0.2, candle],
  ["candelabra, candlestick, menorah, candle holder", 0.5, candelabra],
  [
    "lantern, paper lantern, oil lamp, chinese lantern, oil lantern, japanese lantern",
    0.4,
    lantern,
  ],
  [
    "lamp, table lamp, desk lamp, floor lamp, street lamp, lampshade, lamp post, streetlight",
    0.6,
    lamp,
  ],
  ["chandelier", 1, chandelier],
]);
