/**
 * What flies.
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
  extrude,
  glowing,
  group,
  hex,
  lathe,
  leather,
  limb,
  lump,
  type Material,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  polished,
  row,
  smoothLine,
  straw,
  striped,
  torus,
  tube,
  type Vec2,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { wheel } from "./wheels.ts";

function airplane(look: Look): Parts {
  const isJet = look.says("jet fighter");
  const isBi = look.says("biplane propeller vintage old");
  const paint = look.skin(
    "primary body",
    polished,
    isJet ? ["#7c8894", "#5c6c5c"] : isBi ? ["#c8241f", "#e0a01c"] : ["#f2f2f0"],
  );
  const trim = look.skin(
    "secondary wing tail stripe",
    polished,
    isJet ? "#6c7884" : isBi ? "#f0ece0" : ["#2864b8", "#c8241f"],
  );
  const window = pane(hex("#4c6c84"));
  const dark = matte(hex("#26282e"));
  if (isBi) {
    return [
      part(
        tube([[0, 0, 0.85], [0, 0, 0.5], [0, 0.02, -0.2], [0, 0.05, -1.1]], [0.2, 0.24, 0.2, 0.06]),
        paint,
      ),
      [0.42, -0.14].map((y) => part(box(2.3, 0.06, 0.46, 0.03), trim, { at: [0, y, 0.35] })),
      mirrored(
        [0.8, 0.35].map((x) =>
          [0.5, 0.2].map((z) => part(limb([x, -0.14, z], [x, 0.42, z], 0.018), dark))
        ),
        part(limb([0.15, -0.15, 0.4], [0.3, -0.42, 0.45], 0.025), dark),
        part(box(0.45, 0.04, 0.28, 0.02), trim, { at: [0.24, 0.08, -1.0] }),
      ),
      [0.3, -0.3].map((x) => wheel(look, 0.13, 0.08, [x, -0.44, 0.45])),
      part(
        extrude(smoothLine([[0.2, 0], [-0.05, 0.4], [-0.22, 0.38], [-0.2, 0]], true), 0.04, {
          bevel: 0.08,
        }),
        trim,
        { at: [0, 0.04, -0.98], turn: [0, -90, 0] },
      ),
      part(ball(0.13, 0.05, 0.18), dark, { at: [0, 0.22, -0.08] }),
      part(ball(0.1), leather(hex("#5c3820")), { at: [0, 0.34, -0.08] }),
      part(lathe([[0.09, 0], [0, 0.15]]), metal(hex("#c4c8ce")), {
        at: [0, 0, 1.0],
        turn: [90, 0, 0],
      }),
      part(cylinder(0.19, 0.1), dark, { at: [0, 0, 0.98], turn: [90, 0, 0] }),
      [0, 180].map((turn) =>
        part(
          extrude(
            smoothLine([[0, -0.03], [0.07, 0.2], [0.05, 0.5], [-0.03, 0.5], [-0.05, 0.2]], true),
            0.03,
          ),
          wood(hex("#7a4c2c")),
          { at: [0, 0, 1.08], turn: [0, 0, turn + 35] },
        )
      ),
    ];
  }
  const wing: Vec2[] = isJet
    ? [[0, 0.3], [0.85, -0.45], [0.85, -0.62], [0, -0.55]]
    : [[0, 0.3], [1.3, -0.35], [1.3, -0.5], [0, -0.2]];
  return [
    part(
      tube(
        [[0, 0, 1.3], [0, 0, 1.0], [0, 0, 0.3], [0, 0.0, -0.5], [0, 0.08, -1.3]],
        isJet ? [0.02, 0.12, 0.19, 0.2, 0.15] : [0.1, 0.19, 0.2, 0.2, 0.05],
      ),
      isJet ? paint : where(({ at }) => Math.abs(at[1] - 0.0) < 0.035 && at[2] < 0.9, trim, paint),
    ),
    mirrored(
      group(
        { at: [0.08, isJet ? 0 : -0.08, 0.05], turn: [0, 0, isJet ? 0 : 5] },
        part(
          extrude(wing.map(([x, z]): Vec2 => [x, z]), 0.07, { bevel: 0.12 }),
          isJet ? trim : paint,
          { turn: [90, 0, 0], scale: [1, 1, 1] },
        ),
      ),
      part(
        extrude([[0, 0.16], [0.46, -0.18], [0.46, -0.28], [0, -0.12]], 0.045, { bevel: 0.06 }),
        trim,
        { at: [0.06, 0.06, -1.08], turn: [90, 0, 0] },
      ),
      isJet
        ? [
          part(cylinder(0.09, 0.4, 0.1), dark, { at: [0.1, 0.02, -1.32], turn: [90, 0, 0] }),
          part(box(0.16, 0.2, 0.6, 0.05), paint, { at: [0.22, -0.04, 0.15] }),
          part(box(0.13, 0.15, 0.05, 0.03), dark, { at: [0.22, -0.04, 0.45] }),
          part(
            tube([[0.5, -0.08, 0.1], [0.5, -0.08, -0.45]], [0.035, 0.03]),
            matte(hex("#e8e4d8")),
          ),
          part(
            extrude([[0.2, 0], [-0.12, 0.36], [-0.28, 0.36], [-0.2, 0]], 0.04, { bevel: 0.05 }),
            trim,
            { at: [0.16, 0.12, -1.0], turn: [0, -90, -14] },
          ),
        ]
        : [
          part(lathe([[0.08, -0.2], [0.12, 0.0], [0.11, 0.2], [0.08, 0.22], [0, 0.12]]), trim, {
            at: [0.52, -0.16, 0.12],
            turn: [90, 0, 0],
          }),
          row(
            9,
            (_, t) =>
              part(ball(0.012, 0.035, 0.028), window, { at: [0.196, 0.075, 0.75 - t * 1.5] }),
          ),
        ],
    ),
    isJet ? part(ball(0.11, 0.12, 0.3), window, { at: [0, 0.15, 0.55] }) : [
      part(
        extrude([[0.3, 0], [-0.1, 0.52], [-0.3, 0.52], [-0.18, 0]], 0.05, { bevel: 0.08 }),
        trim,
        { at: [0, 0.1, -1.05], turn: [0, -90, 0] },
      ),
      part(ball(0.15, 0.06, 0.1), window, { at: [0, 0.1, 1.14] }),
    ],
  ];
}

function helicopter(look: Look): Parts {
  const paint = look.skin("primary body", polished, ["#c8341f", "#2c64a8", "#4c5c3c", "#e0a01c"]);
  const trim = look.skin("secondary tail stripe", polished, "#f2f0ea");
  const dark = metal(hex("#3c4048"));
  return [
    part(
      blob([
        lump([0, 0, 0.2], [0.42, 0.42, 0.62]),
        bone([0, 0.12, -0.3], [0, 0.2, -1.35], 0.17, 0.06),
      ], 0.16),
      where(
        ({ at, normal }) => at[2] > 0.42 && at[1] > -0.12 && normal[2] > 0.12,
        pane(hex("#4c6c84")),
        where(({ at }) => Math.abs(at[1] + 0.14) < 0.05, trim, paint),
      ),
    ),
    mirrored(
      part(limb([0.34, -0.58, 0.6], [0.34, -0.58, -0.45], 0.03), dark),
      part(tube([[0.34, -0.58, 0.6], [0.34, -0.52, 0.72]], 0.03), dark),
      [0.32, -0.2].map((z) => part(limb([0.34, -0.58, z], [0.22, -0.3, z], 0.025), dark)),
      part(box(0.03, 0.34, 0.32, 0.04), pane(hex("#4c6c84")), { at: [0.4, 0.06, 0.14] }),
    ),
    part(cylinder(0.05, 0.3), dark, { at: [0, 0.52, 0.1] }),
    part(cylinder(0.1, 0.08), dark, { at: [0, 0.64, 0.1] }),
    around(4, () => part(box(0.11, 0.022, 1.2, 0.01), dark, { at: [0, 0.67, 0.64] }), {
      start: 25,
      at: [0, 0, 0.1],
    }),
    part(
      extrude([[0.18, 0], [-0.06, 0.42], [-0.22, 0.42], [-0.16, -0.05]], 0.05, { bevel: 0.06 }),
      paint,
      { at: [0, 0.18, -1.28], turn: [0, -90, 0] },
    ),
    part(box(0.6, 0.035, 0.16, 0.015), paint, { at: [0, 0.2, -1.1] }),
    group(
      { at: [0.07, 0.42, -1.4] },
      [0, 90].map((turn) => part(box(0.015, 0.5, 0.06, 0.006), dark, { turn: [turn + 20, 0, 0] })),
      part(ball(0.04), dark),
    ),
  ];
}

function rocket(look: Look): Parts {
  const body = look.skin("primary body", polished, ["#f2f2f0", "#d8dce2"]);
  const trim = look.skin("secondary fin nose", polished, ["#c8241f", "#2864b8", "#e07c1c"]);
  const port = look.skin("accent window", polished, "#6cb4e0");
  return [
    part(
      lathe(
        [[0, -0.95], [0.26, -0.95], [0.34, -0.6], [0.42, 0], [0.36, 0.6], [0.2, 1.0], [0, 1.3]],
        { smooth: true },
      ),
      where(({ at }) => at[1] > 0.72 || Math.abs(at[1] + 0.66) < 0.06, trim, body),
    ),
    part(lathe([[0.3, -1.12], [0.2, -0.94], [0, -0.94]]), metal(hex("#5c6068")), { thin: true }),
    around(
      4,
      () =>
        part(
          extrude(
            smoothLine(
              [[0.3, -0.25], [0.42, -0.45], [0.72, -0.95], [0.7, -1.25], [0.5, -0.98], [
                0.26,
                -0.85,
              ]],
              true,
              4,
            ),
            0.07,
            { bevel: 0.06 },
          ),
          trim,
        ),
      { start: 45 },
    ),
    part(torus(0.15, 0.06), metal(hex("#c4c8ce")), { at: [0, 0.34, 0.4], turn: [84, 0, 0] }),
    part(ball(0.14, 0.14, 0.05), port, { at: [0, 0.34, 0.395], turn: [-6, 0, 0] }),
    part(ball(0.08, 0.08, 0.04), port, { at: [0, -0.05, 0.41] }),
    [["#fdf0a0", 0.1, 0.34], ["#f8a82c", 0.17, 0.46], ["#e85a1c", 0.22, 0.56]].map((
      [colour, r, long],
    ) =>
      part(
        lathe([[0, -Number(long)], [Number(r), -Number(long) * 0.35], [Number(r) * 0.7, 0]], {
          smooth: true,
        }),
        { ...glowing(hex(String(colour))), opacity: 0.85 },
        { at: [0, -1.08, 0] },
      )
    ),
  ];
}

function spaceship(look: Look): Parts {
  const hull = look.skin("primary hull body", wornHull, ["#b4bac2", "#5c6470", "#c8ccd2"]);
  const trim = look.skin("secondary wing stripe", polished, ["#c8341f", "#2c64b8", "#e0901c"]);
  const glow = look.skin("accent engine light", glowing, "#3cc8f8");
  return [
    part(
      blob([
        lump([0, 0, 0], [0.34, 0.2, 0.8]),
        bone([0, 0, 0.5], [0, -0.03, 1.25], 0.18, 0.05),
        lump([0, 0.1, -0.5], [0.3, 0.2, 0.4]),
      ], 0.12),
      hull,
    ),
    part(ball(0.16, 0.13, 0.34), pane(hex("#3c74a4")), { at: [0, 0.17, 0.4] }),
    mirrored(
      part(
        extrude([[0.15, 0.35], [1.15, -0.5], [1.2, -0.85], [0.95, -0.75], [0.2, -0.7]], 0.08, {
          bevel: 0.12,
        }),
        hull,
        { turn: [90, 0, 0], at: [0, -0.02, 0] },
      ),
      part(
        extrude([[0.42, 0.0], [1.1, -0.55], [1.14, -0.72], [0.46, -0.2]], 0.1, { bevel: 0.04 }),
        trim,
        { turn: [90, 0, 0], at: [0, -0.02, 0] },
      ),
      part(limb([1.15, -0.02, -0.85], [1.15, -0.02, 0.1], 0.045), metal(hex("#5c6068"))),
      group(
        { at: [0.34, 0.02, -0.72], turn: [90, 0, 0] },
        part(lathe([[0.13, -0.3], [0.17, -0.1], [0.16, 0.3], [0.1, 0.4], [0, 0.4]]), hull),
        part(lathe([[0.0, -0.26], [0.12, -0.26]]), glow),
        part(torus(0.13, 0.05), metal(hex("#5c6068")), { at: [0, -0.3, 0] }),
        part(lathe([[0, -0.85], [0.07, -0.45], [0.1, -0.3]]), { ...glow, opacity: 0.6 }),
      ),
      part(
        extrude([[0.15, 0], [-0.2, 0.36], [-0.36, 0.36], [-0.25, 0]], 0.05, { bevel: 0.05 }),
        trim,
        { at: [0.24, 0.15, -0.55], turn: [0, -90, -16] },
      ),
    ),
  ];
}

function wornHull(colour: readonly [number, number, number]): Material {
  const base = metal(colour);
  return {
    ...base,
    metal: 0.5,
    colour: (spot) => {
      const panel = ((spot.at[2] * 4 + 40) % 1 < 0.05) || ((Math.abs(spot.at[0]) * 5) % 1 < 0.05);
      return panel ? [colour[0] * 0.55, colour[1] * 0.55, colour[2] * 0.55] : base.colour(spot);
    },
  };
}

function ufo(look: Look): Parts {
  const hull = look.skin("primary", metal, ["#a8b0b8", "#8c98a4"]);
  const glow = look.skin("secondary light", glowing, ["#5cf08c", "#f0d03c", "#3cc8f8"]);
  return [
    part(
      lathe([[0, -0.24], [0.35, -0.24], [0.6, -0.14], [1.15, 0.02], [1.18, 0.07], [0.7, 0.18], [
        0.45,
        0.26,
      ], [0, 0.26]]),
      hull,
    ),
    part(
      lathe([[0.46, 0.22], [0.44, 0.42], [0.28, 0.6], [0, 0.68]], { smooth: true }),
      look.skin("dome window", pane, "#5cb4c8"),
    ),
    around(12, () => part(ball(0.075), glow, { at: [0, 0.07, 1.06] })),
    part(lathe([[0, -0.3], [0.26, -0.28], [0.3, -0.22]]), glow),
    look.says("beam") || look.random() < 0.4
      ? part(lathe([[0.62, -1.1], [0.24, -0.28]]), { ...glow, opacity: 0.3 }, { thin: true })
      : around(3, () => part(limb([0, -0.15, 0.5], [0, -0.5, 0.75], 0.035), hull)),
  ];
}

function balloonRide(look: Look): Parts {
  const first = look.skin("primary balloon", cloth, ["#d0342c", "#e8a01c", "#3c74c8"]);
  const second = look.skin("secondary stripe", cloth, ["#f4e8c8", "#f2c83c", "#f6f4ee"]);
  const basket = look.skin("basket", straw, "#a8743c");
  return [
    part(
      lathe([[0.14, -0.4], [0.42, -0.05], [0.8, 0.5], [0.86, 0.9], [0.6, 1.4], [0.2, 1.6], [
        0,
        1.62,
      ]], { smooth: true, ribs: (a) => 1 + 0.018 * Math.abs(Math.sin(a * 8)) }),
      striped("u", 8, first, second),
    ),
    part(
      lathe([[0, -1.1], [0.2, -1.1], [0.25, -0.78], [0.22, -0.78], [0.17, -1.04], [0, -1.05]], {
        sides: 4,
      }),
      basket,
      { turn: [0, 45, 0], scale: 1.05 },
    ),
    part(torus(0.22, 0.05), leather(hex("#5c3420")), { at: [0, -0.8, 0] }),
    around(4, () => part(limb([0, -0.8, 0.2], [0, -0.32, 0.17], 0.012), matte(hex("#4c3c2c"))), {
      start: 45,
    }),
    part(lathe([[0.04, -0.55], [0.06, -0.4], [0, -0.24]]), glowing(hex("#f8a82c"))),
  ];
}

/** What flies. */
export const AIRCRAFT: readonly Noun[] = nounsOf("vehicles", [
  [
    "airplane, plane, aeroplane, jet, fighter jet, biplane, aircraft, jet plane, airliner, glider, seaplane, hydroplane",
    12,
    airplane,
  ],
  ["helicopter, chopper", 8, helicopter],
  ["rocket, space rocket, missile, rocket ship", 12, rocket],
  [
    "spaceship, starship, spacecraft, starfighter, space ship, space shuttle, shuttle, escape pod",
    12,
    spaceship,
  ],
  ["ufo, flying saucer, alien ship, alien spaceship", 8, ufo],
  ["hot air balloon, airship, blimp", 10, balloonRide],
]);
