/**
 * What is hung up or worn for a feast.
 *
 * @module
 */
import { leaf } from "../../builders/plants.ts";
import {
  around,
  ball,
  cloth,
  cylinder,
  extrude,
  feathers,
  group,
  hex,
  lathe,
  limb,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  sheet,
  smoothLine,
  star,
  torus,
  tube,
  type Vec3,
  velvet,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

function wreath(look: Look): Parts {
  const bow = look.skin("secondary bow ribbon", velvet, "#c81e24");
  const tint = look.vary(hex("#3c7c3c"));
  return [
    row(120, (i) => {
      const a = i * 2.399963;
      const r = 0.78 + 0.16 * Math.sin(i * 1.7);
      return leaf(0.36, 0.15, tint, {
        at: [r * Math.cos(a), r * Math.sin(a), 0.1 * Math.cos(i * 2.1)],
        turn: [i * 37 % 60 - 30, 0, a * 57.3 + 60 + (i % 3) * 30],
      }, 15);
    }),
    part(torus(0.78, 0.2), matte(hex("#2f5c30")), { turn: [90, 0, 0] }),
    row(
      16,
      (i) =>
        part(ball(0.075), polished(hex(i % 3 === 2 ? "#e0b03c" : "#c81e24")), {
          at: [0.8 * Math.cos(i * 0.39), 0.8 * Math.sin(i * 0.39), 0.16],
        }),
    ),
    group(
      { at: [0, -0.78, 0.22] },
      mirrored(
        part(ball(0.26, 0.16, 0.09), bow, { at: [0.26, 0.06, 0], turn: [0, 0, 18] }),
        part(
          extrude([[0, 0], [0.16, -0.1], [0.4, -0.52], [0.22, -0.44], [0.14, -0.58]], 0.05),
          bow,
        ),
      ),
      part(ball(0.11), bow, { at: [0, 0, 0.05] }),
    ),
  ];
}

function bell(look: Look): Parts {
  const gold = look.skin("primary", metal, "#d4a23a");
  return [
    part(
      lathe([[0.86, -0.7], [0.92, -0.62], [0.72, -0.35], [0.56, 0.2], [0.46, 0.6], [0.26, 0.78], [
        0,
        0.82,
      ]], { smooth: true }),
      gold,
    ),
    part(torus(0.87, 0.09), gold, { at: [0, -0.66, 0] }),
    part(torus(0.54, 0.05), gold, { at: [0, 0.28, 0] }),
    part(torus(0.16, 0.08), gold, { at: [0, 0.94, 0], turn: [90, 0, 0] }),
    part(ball(0.17), metal(hex("#8c6c2c")), { at: [0, -0.82, 0] }),
    part(limb([0, -0.75, 0], [0, 0.2, 0], 0.04), metal(hex("#8c6c2c"))),
    look.says("christmas jingle")
      ? mirrored(
        part(ball(0.3, 0.17, 0.1), velvet(hex("#c81e24")), {
          at: [0.28, 0.95, 0.1],
          turn: [0, 0, 20],
        }),
      )
      : [],
  ];
}

function dreamcatcher(look: Look): Parts {
  const hoop = look.skin("primary", wood, ["#8a5a32", "#5c3822"]);
  const thread = matte(hex("#f0e8d8"));
  const feather = look.skin("secondary feather", feathers, ["#f4f0e8", "#3c8c9c", "#c8704c"]);
  const shape = extrude(
    smoothLine(
      [[0, 0], [0.11, -0.25], [0.09, -0.6], [0, -0.75], [-0.09, -0.6], [-0.11, -0.25]],
      true,
    ),
    0.03,
    { bevel: 0.05 },
  );
  const rings = [0.62, 0.44, 0.28, 0.14];
  return [
    part(torus(0.68, 0.08), hoop, { at: [0, 0.45, 0], turn: [90, 0, 0] }),
    group(
      { at: [0, 0.45, 0] },
      rings.map((r, k) =>
        row(12, (i) => {
          const [a, b] = [(i + k * 0.5) * 0.5236, (i + k * 0.5 + 1) * 0.5236];
          const [s, t] = [(i + k * 0.5 + 0.5) * 0.5236, rings[k + 1] ?? 0.05];
          return [
            part(
              limb(
                [r * Math.cos(a), r * Math.sin(a), 0],
                [t * Math.cos(s), t * Math.sin(s), 0],
                0.011,
              ),
              thread,
            ),
            part(
              limb(
                [r * Math.cos(b), r * Math.sin(b), 0],
                [t * Math.cos(s), t * Math.sin(s), 0],
                0.011,
              ),
              thread,
            ),
          ];
        })
      ),
      part(ball(0.06), polished(hex("#2cb4b4"))),
    ),
    row(3, (i) => {
      const x = (i - 1) * 0.42;
      const y = 0.45 - Math.sqrt(0.46 - x * x);
      return [
        part(limb([x, y, 0], [x, y - 0.36, 0], 0.013), thread),
        part(ball(0.05), polished(hex("#c8503c")), { at: [x, y - 0.22, 0] }),
        part(ball(0.045), polished(hex("#2cb4b4")), { at: [x, y - 0.33, 0] }),
        part(shape, feather, { at: [x, y - 0.36, 0], turn: [0, 20 * (i - 1), 4 * (i - 1)] }),
      ];
    }),
    part(tube([[0, 1.12, 0], [0, 1.4, 0]], 0.018), thread),
  ];
}

function windChime(look: Look): Parts {
  const tubeMetal = look.skin("primary", metal, ["#c4c8ce", "#c8983c"]);
  const disc = look.skin("secondary", wood, "#7a4c2c");
  return [
    part(cylinder(0.55, 0.1), disc, { at: [0, 0.75, 0] }),
    around(3, () => part(limb([0, 0.78, 0.45], [0, 1.3, 0], 0.012), matte(hex("#d8ccb0")))),
    part(torus(0.06, 0.03), tubeMetal, { at: [0, 1.34, 0], turn: [90, 0, 0] }),
    around(
      7,
      (
        i,
      ) => [
        part(limb([0, 0.72, 0.44], [0, 0.45, 0.44], 0.01), matte(hex("#d8ccb0"))),
        part(cylinder(0.055, 0.75 + i * 0.11), tubeMetal, {
          at: [0, 0.42 - (0.75 + i * 0.11) / 2, 0.44],
        }),
      ],
    ),
    part(limb([0, 0.7, 0], [0, -0.9, 0], 0.01), matte(hex("#d8ccb0"))),
    part(cylinder(0.2, 0.07), disc, { at: [0, -0.05, 0] }),
    part(extrude([[0, 0.14], [0.14, -0.05], [0, -0.3], [-0.14, -0.05]], 0.04), disc, {
      at: [0, -1.0, 0],
    }),
  ];
}

function balloons(look: Look): Parts {
  const colours = ["#d8342c", "#f0c030", "#3c84d8", "#5cb85c", "#c85cc0"];
  const one = look.says("balloons bunch balloon") && !look.says("bunch") ? 1 : 5;
  const count = one === 1 && look.random() < 0.5 ? 1 : 5;
  return row(count, (i) => {
    const at: Vec3 = count === 1 ? [0, 0.5, 0] : [
      0.5 * Math.sin(i * 1.257) * (i ? 1 : 0),
      0.55 + (i ? 0 : 0.4),
      0.45 * Math.cos(i * 1.257) * (i ? 1 : 0),
    ];
    const skinOf = i === 0
      ? look.skin("primary", polished, colours)
      : look.skin(i === 1 ? "secondary primary" : "primary", polished, colours[i]);
    return [
      group(
        { at },
        part(
          lathe([[0, -0.52], [0.12, -0.44], [0.38, -0.05], [0.4, 0.2], [0.24, 0.45], [0, 0.52]], {
            smooth: true,
          }),
          skinOf,
        ),
        part(lathe([[0.07, -0.6], [0.02, -0.5], [0, -0.5]]), skinOf),
      ),
      part(
        tube([[at[0], at[1] - 0.55, at[2]], [at[0] * 0.5 + 0.04, at[1] - 1.0, at[2] * 0.5], [
          0,
          -0.9,
          0,
        ]], 0.01),
        matte(hex("#e8e4d8")),
      ),
    ];
  });
}

function hat(look: Look): Parts {
  const isTop = look.says("top magician");
  const felt = look.skin(
    "primary",
    cloth,
    isTop ? "#232328" : look.says("wizard witch") ? "#34489c" : ["#8c5a30", "#33302e", "#b8443c"],
  );
  const band = look.skin("secondary band", velvet, ["#33241c", "#c8a03c", "#a8242c"]);
  if (look.says("wizard witch")) {
    return [
      part(lathe([[0.6, 0], [1.15, -0.04], [1.15, 0.0], [0.6, 0.06]]), felt),
      part(
        tube([[0, 0, 0], [0, 0.5, 0], [0.04, 1.05, -0.02], [0.2, 1.5, -0.05], [0.48, 1.7, -0.06]], [
          0.68,
          0.46,
          0.26,
          0.13,
          0.02,
        ], { open: true }),
        felt,
      ),
      part(torus(0.66, 0.14), band, { at: [0, 0.08, 0] }),
      row(7, (i) =>
        part(extrude(star(5, 0.1, 0.042), 0.03), metal(hex("#f0c83c")), {
          at: [
            Math.sin(i * 1.1) * (0.56 - i * 0.055),
            0.28 + i * 0.14,
            Math.cos(i * 1.1) * (0.58 - i * 0.055),
          ],
          turn: [0, i * 63, 0],
        })),
    ];
  }
  if (isTop) {
    return [
      part(lathe([[0.6, 0], [1.0, 0.02], [1.02, 0.07], [0.6, 0.08]]), felt),
      part(cylinder(0.62, 1.1, 0.68), felt, { at: [0, 0.58, 0] }),
      part(cylinder(0.635, 0.2), band, { at: [0, 0.17, 0] }),
    ];
  }
  return [
    part(
      sheet((u, v) => {
        const a = 2 * Math.PI * u;
        const q = 0.6 + 0.55 * v;
        return [q * Math.sin(a), 0.34 * v * v * Math.abs(Math.sin(a)), q * Math.cos(a) * 1.05];
      }),
      felt,
      { thin: true },
    ),
    part(
      lathe([[0.64, -0.02], [0.6, 0.35], [0.5, 0.62], [0.24, 0.58], [0, 0.54]], { smooth: true }),
      felt,
    ),
    part(torus(0.635, 0.1), band, { at: [0, 0.08, 0] }),
  ];
}

/** What is hung up or worn for a feast. */
export const FESTIVE: readonly Noun[] = nounsOf("decorative elements", [
  ["wreath, christmas wreath, garland", 0.5, wreath],
  ["bell, church bell, christmas bell", 0.4, bell],
  ["dreamcatcher, dream catcher", 0.5, dreamcatcher],
  ["wind chime, windchime", 0.6, windChime],
  ["balloon, balloons, bunch of balloons, party balloon", 0.6, balloons],
  ["hat, top hat, wizard hat, cowboy hat, cap, witch hat, fedora", 0.3, hat],
]);
