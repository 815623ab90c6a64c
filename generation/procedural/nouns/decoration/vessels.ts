/**
 * Vases and other vessels.
 *
 * @module
 */
import { leaf, petal } from "../../builders/plants.ts";
import {
  around,
  ball,
  box,
  cylinder,
  extrude,
  glass,
  group,
  hex,
  lathe,
  limb,
  marble,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  plastic,
  polished,
  row,
  star,
  stone,
  straw,
  torus,
  tube,
  type Vec3,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

function vase(look: Look): Parts {
  const glaze = look.skin("primary", polished, [
    "#2c5c9c",
    "#f0ece2",
    "#a8442c",
    "#3c8c84",
    "#26272d",
  ]);
  const second = look.skin("secondary pattern", polished, ["#f4f1e8", "#2c5c9c", "#d4a23a"]);
  const pattern: Material = {
    ...glaze,
    colour: (spot) => {
      const y = spot.at[1];
      if (Math.abs(y - 0.62) < 0.03 || Math.abs(y + 0.42) < 0.03) return second.colour(spot);
      const wave = 0.1 + 0.09 * Math.sin(spot.u * 2 * Math.PI * 9);
      return Math.abs(y - wave) < 0.035 ||
          Math.abs(y - 0.1 + 0.09 * Math.sin(spot.u * 2 * Math.PI * 9)) < 0.03
        ? second.colour(spot)
        : glaze.colour(spot);
    },
  };
  const flowers = look.says("flower rose tulip bouquet sunflower lily");
  return [
    part(
      lathe([
        [0, -1],
        [0.36, -1],
        [0.4, -0.94],
        [0.36, -0.86],
        [0.66, -0.25],
        [0.68, 0.15],
        [0.4, 0.62],
        [0.24, 0.8],
        [0.26, 0.94],
        [0.4, 1.02],
        [0.37, 1.04],
        [0.2, 0.9],
        [0.18, 0.6],
      ], { smooth: true }),
      pattern,
    ),
    flowers ? bouquet(0.9) : [],
  ];
}

/** Flowers that stand in something whose mouth is at the height `y`. */
function bouquet(y: number): Parts {
  const colours = ["#e8506c", "#f0c030", "#c85cc0", "#f4f0ec", "#f08a3c"];
  return row(9, (i) => {
    const lean = i === 0 ? 0 : 22 + 6 * (i % 2);
    const rise = 0.75 + 0.2 * ((i * 7) % 3) / 2;
    const tint = matte(hex(colours[i % colours.length]));
    return group(
      { at: [0, y - 0.2, 0], turn: [0, i * 47, 0] },
      group(
        { turn: [lean, 0, 0] },
        part(limb([0, 0, 0], [0, rise, 0], 0.022), plastic(hex("#4c8c3c"))),
        leaf(0.34, 0.14, "#4c8c3c", { at: [0, rise * 0.55, 0] }, 45),
        group(
          { at: [0, rise, 0] },
          around(8, () => petal(0.26, 0.15, tint, 66, { at: [0, 0, 0.05] }, 0.3)),
          part(ball(0.085, 0.06, 0.085), matte(hex("#e8b020")), { at: [0, 0.02, 0] }),
        ),
      ),
    );
  });
}

function fountain(look: Look): Parts {
  const rock = look.skin("primary", marble, ["#e4e0d6", "#b4b0a6"]);
  const water = look.skin("water secondary", polished, "#7cc4e8");
  const clear: Material = { ...water, opacity: 0.75, glow: 0.15 };
  return [
    part(
      lathe([
        [0, -1],
        [1.15, -1],
        [1.2, -0.9],
        [1.16, -0.6],
        [1.24, -0.58],
        [1.22, -0.5],
        [1.06, -0.5],
        [1.04, -0.8],
        [0, -0.8],
      ], { sides: 24 }),
      rock,
    ),
    part(cylinder(1.05, 0.04), water, { at: [0, -0.62, 0] }),
    part(
      lathe([
        [0, -0.8],
        [0.26, -0.8],
        [0.2, -0.5],
        [0.14, -0.2],
        [0.18, 0.0],
        [0.66, 0.16],
        [0.72, 0.24],
        [0.62, 0.22],
        [0, 0.1],
      ]),
      rock,
    ),
    part(cylinder(0.62, 0.03), water, { at: [0, 0.2, 0] }),
    part(
      lathe([[0, 0.15], [0.14, 0.2], [0.08, 0.5], [0.12, 0.62], [0.36, 0.72], [0.38, 0.78], [
        0,
        0.7,
      ]]),
      rock,
    ),
    part(cylinder(0.33, 0.03), water, { at: [0, 0.755, 0] }),
    part(lathe([[0, 0.72], [0.1, 0.76], [0.06, 0.9], [0, 1.0]], { smooth: true }), rock),
    around(
      10,
      () =>
        part(
          tube([[0, 0.98, 0.02], [0, 1.15, 0.14], [0, 1.0, 0.26], [0, 0.76, 0.3]], [
            0.02,
            0.024,
            0.026,
            0.03,
          ]),
          clear,
        ),
    ),
    around(
      12,
      () =>
        part(
          tube([[0, 0.77, 0.36], [0, 0.74, 0.46], [0, 0.5, 0.54], [0, 0.22, 0.56]], 0.028),
          clear,
        ),
    ),
    around(
      14,
      () =>
        part(
          tube([[0, 0.24, 0.7], [0, 0.18, 0.82], [0, -0.2, 0.92], [0, -0.6, 0.95]], 0.036),
          clear,
        ),
    ),
  ];
}

function hourglass(look: Look): Parts {
  const frame = look.skin("primary frame", wood, ["#6c3c24", "#d0a03c"]);
  const sand = look.skin("secondary sand", matte, "#e8c478");
  return [
    [0.95, -0.95].map((y) =>
      part(lathe([[0, -0.08], [0.62, -0.08], [0.66, 0], [0.62, 0.08], [0, 0.08]]), frame, {
        at: [0, y, 0],
      })
    ),
    around(
      4,
      () =>
        part(
          lathe([[0.05, -0.9], [0.07, -0.4], [0.045, 0], [0.07, 0.4], [0.05, 0.9]], {
            smooth: true,
          }),
          frame,
          { at: [0, 0, 0.54] },
        ),
      { start: 45 },
    ),
    part(
      lathe([
        [0, -0.86],
        [0.4, -0.8],
        [0.44, -0.5],
        [0.24, -0.18],
        [0.05, 0],
        [0.24, 0.18],
        [0.44, 0.5],
        [0.4, 0.8],
        [0, 0.86],
      ], { smooth: true }),
      { ...glass(hex("#d8ecf4")), opacity: 0.4 },
    ),
    part(lathe([[0, -0.82], [0.38, -0.78], [0.4, -0.62], [0, -0.36]]), sand),
    part(lathe([[0.03, 0.04], [0.2, 0.2], [0.36, 0.42], [0, 0.38]]), sand),
    part(cylinder(0.018, 0.5), sand, { at: [0, -0.2, 0] }),
  ];
}

function snowGlobe(look: Look): Parts {
  const base = look.skin("primary base", wood, ["#7c2c24", "#5c3822"]);
  const snow = matte(hex("#f4f8fc"));
  const tree = (x: number, z: number, h: number): Parts =>
    row(
      3,
      (i) =>
        part(
          lathe([[0.2 * h * (1 - i * 0.25), 0], [0, 0.34 * h]]),
          where(
            ({ normal, random }) => normal[1] > 0.4 && random > 0.55,
            snow,
            matte(hex("#2c6c3c")),
          ),
          { at: [x, -0.32 + i * 0.2 * h, z] },
        ),
    );
  return [
    part(lathe([[0, -1], [0.82, -1], [0.86, -0.9], [0.72, -0.6], [0.6, -0.55], [0, -0.52]]), base),
    part(torus(0.76, 0.07), metal(hex("#d0a03c")), { at: [0, -0.72, 0] }),
    part(ball(0.7, 0.26, 0.7), snow, { at: [0, -0.44, 0] }),
    tree(-0.28, 0.05, 1.3),
    tree(0.34, -0.14, 1),
    part(box(0.34, 0.24, 0.28, 0.01), matte(hex("#b8443c")), { at: [0.12, -0.14, 0.22] }),
    part(lathe([[0.3, 0], [0, 0.22]], { sides: 4 }), snow, {
      at: [0.12, -0.02, 0.22],
      turn: [0, 45, 0],
    }),
    row(
      40,
      () =>
        part(ball(0.024), { ...snow, glow: 0.5 }, {
          at: [look.between(-0.5, 0.5), look.between(-0.1, 0.75), look.between(-0.45, 0.45)],
        }),
    ),
    part(ball(0.82), { ...glass(hex("#cfe8f4")), opacity: 0.2 }, { at: [0, 0.16, 0] }),
  ];
}

function trophy(look: Look): Parts {
  const gold = look.skin("primary", metal, "#e0ac38");
  const base = look.skin("secondary base", marble, "#33302e");
  return [
    part(box(0.85, 0.36, 0.85, 0.03), base, { at: [0, -0.95, 0] }),
    part(box(0.44, 0.16, 0.02, 0.005), gold, { at: [0, -0.95, 0.43] }),
    part(
      lathe([
        [0, -0.77],
        [0.34, -0.77],
        [0.3, -0.68],
        [0.1, -0.56],
        [0.08, -0.3],
        [0.14, -0.22],
        [0.08, -0.14],
        [0.3, 0.0],
        [0.52, 0.35],
        [0.58, 0.85],
        [0.62, 0.88],
        [0.56, 0.88],
        [0.48, 0.4],
        [0, 0.02],
      ], {}),
      gold,
    ),
    mirrored(
      part(
        tube(
          [[0.55, 0.72, 0], [0.88, 0.78, 0], [0.92, 0.45, 0], [0.66, 0.24, 0], [0.44, 0.2, 0]],
          0.05,
        ),
        gold,
      ),
    ),
    part(extrude(star(5, 0.22, 0.095), 0.08, { bevel: 0.08 }), gold, {
      at: [0, 0.5, 0.52],
      turn: [-8, 0, 0],
    }),
  ];
}

function basket(look: Look): Parts {
  const weave = look.skin("primary", (colour) => ({
    ...straw(colour),
    colour: (spot) => {
      const odd = (Math.floor(spot.u * 44) + Math.floor(spot.at[1] * 13 + 50)) & 1;
      return straw(odd ? colour : [colour[0] * 0.7, colour[1] * 0.68, colour[2] * 0.64]).colour(
        spot,
      );
    },
  }), "#c8945c");
  return [
    part(
      lathe([[0, -0.6], [0.66, -0.6], [0.86, 0.2], [0.8, 0.2], [0.62, -0.5], [0, -0.52]]),
      weave,
    ),
    part(torus(0.84, 0.12), weave, { at: [0, 0.2, 0] }),
    part(
      tube(
        Array.from({ length: 11 }, (_, i): Vec3 => {
          const a = (i / 10 - 0.5) * Math.PI;
          return [0.84 * Math.sin(a), 0.2 + 0.95 * Math.cos(a), 0];
        }),
        0.06,
      ),
      weave,
    ),
    row(14, (i) =>
      part(
        ball(0.2, 0.19, 0.2),
        polished(hex(look.pick(["#c8241f", "#e07820", "#8cb03c", "#f0c030"]))),
        {
          at: [
            0.5 * Math.sin(i * 2.4) * Math.sqrt(i / 14),
            0.15 + 0.12 * (1 - i / 14),
            0.5 * Math.cos(i * 2.4) * Math.sqrt(i / 14),
          ],
        },
      )),
  ];
}

function teapot(look: Look): Parts {
  const glaze = look.skin("primary", polished, ["#f2efe6", "#3c6c94", "#b8443c", "#5c8c6c"]);
  const trim = look.skin("secondary trim", polished, "#d4a23a");
  return [
    part(
      lathe(
        [[0, -0.6], [0.4, -0.6], [0.44, -0.52], [0.78, -0.1], [0.7, 0.3], [0.4, 0.5], [0, 0.5]],
        { smooth: true },
      ),
      glaze,
    ),
    part(lathe([[0.42, 0.46], [0.3, 0.6], [0, 0.66]], { smooth: true }), glaze),
    part(ball(0.11), trim, { at: [0, 0.74, 0] }),
    part(torus(0.41, 0.05), trim, { at: [0, 0.47, 0] }),
    part(torus(0.42, 0.06), trim, { at: [0, -0.57, 0] }),
    part(
      tube([[0.6, -0.2, 0], [0.92, -0.05, 0], [1.02, 0.3, 0], [1.22, 0.48, 0]], [
        0.2,
        0.13,
        0.09,
        0.085,
      ]),
      glaze,
    ),
    part(
      tube([[-0.62, 0.32, 0], [-1.02, 0.4, 0], [-1.12, 0.0, 0], [-0.7, -0.28, 0]], 0.075),
      glaze,
    ),
  ];
}

function urn(look: Look): Parts {
  const rock = look.skin("primary", stone, "#c8bca4");
  return [
    part(
      lathe([
        [0, -1],
        [0.46, -1],
        [0.46, -0.9],
        [0.16, -0.78],
        [0.14, -0.6],
        [0.6, -0.1],
        [0.66, 0.25],
        [0.4, 0.55],
        [0.36, 0.7],
        [0.56, 0.82],
        [0.5, 0.84],
        [0.3, 0.68],
        [0.3, 0.5],
      ], { smooth: true, ribs: (a, v) => v > 0.3 && v < 0.6 ? 1 + 0.015 * Math.cos(a * 16) : 1 }),
      rock,
    ),
    mirrored(
      part(tube([[0.4, 0.6, 0], [0.75, 0.62, 0], [0.82, 0.3, 0], [0.62, 0.15, 0]], 0.06), rock),
    ),
  ];
}

/** Vases and other vessels. */
export const VESSELS: readonly Noun[] = nounsOf("decorative elements", [
  [
    "vase, flower vase, porcelain vase, jar, pot, bouquet, vase of flowers, bouquet of flowers",
    0.4,
    vase,
  ],
  ["urn, amphora, planter, goblet, chalice, jug, pitcher", 0.6, urn],
  ["fountain, water fountain, birdbath", 2, fountain],
  ["hourglass, sand timer", 0.25, hourglass],
  ["snow globe, snowglobe, crystal ball", 0.15, snowGlobe],
  ["trophy, gold trophy, award, cup trophy", 0.4, trophy],
  ["basket, wicker basket, fruit basket, picnic basket", 0.4, basket],
  ["teapot, kettle, tea pot, coffee pot", 0.25, teapot],
]);
