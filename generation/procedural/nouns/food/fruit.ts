/**
 * Fruit and vegetables.
 *
 * @module
 */
import { leaf } from "../../builders/plants.ts";
import {
  around,
  ball,
  cylinder,
  extrude,
  gradient,
  group,
  hex,
  lathe,
  limb,
  type Material,
  matte,
  noise,
  part,
  type Parts,
  plastic,
  polished,
  row,
  shade,
  skin,
  spotted,
  striped,
  tube,
  type Vec3,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { LEAF_GREEN } from "./serving.ts";

const STEM = wood(hex("#5c4024"));

function stemmed(fruit: Parts, top: number, leaves = 1): Parts {
  return [
    fruit,
    part(
      tube([[0, top - 0.12, 0], [0.02, top + 0.1, 0], [0.09, top + 0.26, 0]], [0.03, 0.03, 0.045]),
      STEM,
    ),
    row(
      leaves,
      (i) => leaf(0.42, 0.2, LEAF_GREEN, { at: [0.03, top + 0.1, 0], turn: [0, 30 + i * 150, 25] }),
    ),
  ];
}

function apple(look: Look): Parts {
  const peel = look.skin("primary", polished, ["#c8241f", "#d23a28", "#7cb03a"]);
  const blush = look.skin("secondary", polished, "#e0b03c");
  return stemmed(
    part(
      lathe([
        [0, -0.72],
        [0.2, -0.8],
        [0.55, -0.68],
        [0.86, -0.2],
        [0.92, 0.2],
        [0.78, 0.58],
        [0.42, 0.72],
        [0.16, 0.6],
        [0, 0.48],
      ], {
        smooth: true,
        ribs: (angle, v) => 1 + 0.02 * Math.cos(angle * 5) * (1 - v),
      }),
      gradient("v", 0.72, 1, peel, blush),
    ),
    0.58,
  );
}

function pear(look: Look): Parts {
  const peel = look.skin("primary", skin, ["#b4c04a", "#d0b84a"]);
  return stemmed(
    part(
      lathe([[0, -0.85], [0.24, -0.88], [0.62, -0.66], [0.7, -0.25], [0.48, 0.2], [0.3, 0.55], [
        0.2,
        0.82,
      ], [0, 0.88]], { smooth: true }),
      spotted(16, 0.14, peel, skin(hex("#8c7a34"))),
    ),
    0.88,
  );
}

function citrus(look: Look, colour: string, long: number): Parts {
  const peel = look.skin("primary", plastic, colour);
  return stemmed(
    part(
      long > 1
        ? lathe([
          [0, -1],
          [0.1, -0.96],
          [0.2, -0.84],
          [0.56, -0.5],
          [0.68, 0],
          [0.56, 0.5],
          [0.2, 0.84],
          [0.1, 0.96],
          [0, 1],
        ], { smooth: true })
        : ball(0.85, 0.8, 0.85),
      peel,
      { bump: { height: 0.012, scale: 26 } },
    ),
    long > 1 ? 0.96 : 0.76,
  );
}

function banana(look: Look): Parts {
  const peel = look.skin("primary", plastic, "#f0cc34");
  const tip = plastic(hex("#5c4422"));
  const one = (turn: Vec3): Parts =>
    group(
      { at: [0, 0.75, 0], turn },
      part(
        tube([[0, 0.05, 0], [0.06, -0.3, 0], [0.28, -0.9, 0], [0.72, -1.35, 0], [1.02, -1.5, 0]], [
          0.07,
          0.15,
          0.22,
          0.17,
          0.05,
        ]),
        where(({ v }) => v > 0.965, tip, peel),
      ),
    );
  return [
    around(3, (i) => one([0, 0, 6 - i * 4]), { start: -70 }).slice(0),
    part(limb([0, 0.72, 0], [0, 0.95, 0], 0.1, 0.08), where(({ at }) => at[1] > 0.94, tip, peel)),
  ].map((each, i) => i === 0 ? group({ turn: [0, 0, 0] }, each) : each);
}

function strawberry(look: Look): Parts {
  const flesh = look.skin("primary", polished, "#d2202c");
  return [
    part(
      lathe([[0, -0.95], [0.18, -0.86], [0.5, -0.35], [0.74, 0.2], [0.66, 0.56], [0.3, 0.68], [
        0,
        0.66,
      ]], { smooth: true }),
      spotted(8.5, 0.17, flesh, matte(hex("#f0cc6c"))),
      { bump: { height: 0.02, scale: 8 } },
    ),
    around(7, () => leaf(0.5, 0.22, LEAF_GREEN, { at: [0, 0.64, 0.04], turn: [0, -90, 0] }, -18)),
    part(tube([[0, 0.62, 0], [0.02, 0.8, 0], [0.08, 0.98, 0]], 0.045), matte(hex("#5c9440"))),
  ];
}

function cherry(look: Look): Parts {
  const flesh = look.skin("primary", polished, ["#b4142c", "#8c1024"]);
  return [
    [[-0.5, -0.5, 0.1], [0.48, -0.62, -0.05]].map(([x, y, z]) => [
      part(
        lathe([[0, -0.44], [0.3, -0.36], [0.45, 0], [0.34, 0.34], [0.1, 0.38], [0, 0.32]], {
          smooth: true,
        }),
        flesh,
        { at: [x, y, z] },
      ),
      part(
        tube([[x, y + 0.32, z], [x * 0.75, y + 0.9, z], [0.05, 0.98, 0]], 0.03),
        matte(hex("#5c8434")),
      ),
    ]),
    leaf(0.75, 0.4, LEAF_GREEN, { at: [0.05, 0.95, 0], turn: [0, 10, -8] }),
    part(ball(0.07), matte(hex("#5c4424")), { at: [0.05, 0.98, 0] }),
  ];
}

function grapes(look: Look): Parts {
  const flesh = look.skin("primary", polished, ["#5c2c7c", "#8cb044"]);
  const berries: Parts[] = [];
  for (let layer = 0; layer < 6; layer++) {
    const reach = [0.34, 0.48, 0.46, 0.36, 0.22, 0][layer];
    const count = Math.max(1, Math.round(reach * 2 * Math.PI / 0.36));
    berries.push(
      around(count, () =>
        part(ball(look.between(0.19, 0.22)), flesh, {
          at: [0, 0.5 - layer * 0.3, reach + look.between(-0.03, 0.03)],
        }), { start: layer * 33 }),
    );
  }
  return [
    berries,
    part(tube([[0, 0.5, 0], [0, 0.85, 0], [0.1, 1.05, 0.02]], 0.04), STEM),
    leaf(0.8, 0.7, LEAF_GREEN, { at: [0.02, 0.85, 0], turn: [0, -40, 10] }),
    part(
      tube([[0, 0.85, 0], [-0.2, 0.92, 0.1], [-0.34, 0.8, 0.12], [-0.42, 0.95, 0.08], [
        -0.5,
        0.85,
        0.1,
      ]], 0.018),
      matte(hex("#6c9444")),
    ),
  ];
}

function pineapple(look: Look): Parts {
  const rind = look.skin("primary", matte, "#d09a34");
  const dark = matte(hex("#7c5420"));
  const diamond: Material = where(
    ({ at }) => {
      const angle = Math.atan2(at[0], at[2]) * 7 / Math.PI;
      const [p, q] = [angle + at[1] * 4.2, angle - at[1] * 4.2];
      return Math.min(p - Math.floor(p), q - Math.floor(q)) < 0.16;
    },
    dark,
    rind,
  );
  return [
    part(
      lathe([[0, -0.95], [0.3, -0.92], [0.5, -0.6], [0.56, -0.1], [0.48, 0.35], [0.28, 0.55], [
        0,
        0.58,
      ]], { smooth: true }),
      diamond,
      { bump: { height: 0.02, scale: 9 } },
    ),
    row(
      3,
      (ring) =>
        around(7 - ring, () =>
          leaf(
            0.75 + ring * 0.12,
            0.14,
            "#5a8c44",
            { at: [0, 0.52, 0.05], turn: [0, -90, 0] },
            62 - 0 + ring * 9,
          ), { start: ring * 25 }),
    ),
  ];
}

function watermelon(look: Look): Parts {
  const rind = look.skin("primary", polished, "#2f7a34");
  const flesh = look.skin("flesh secondary", skin, "#d8343c");
  const seeds = where(
    ({ local }) => {
      const r = Math.hypot(local[0], local[1]);
      const angle = Math.atan2(local[1], local[0]) * 9;
      return Math.abs(r - 0.62) < 0.045 && angle - Math.floor(angle) < 0.36 ||
        Math.abs(r - 0.38) < 0.04 && (angle * 0.6) - Math.floor(angle * 0.6) < 0.34;
    },
    polished(hex("#20140f")),
    flesh,
  );
  const halfDisc = (radius: number) =>
    Array.from(
      { length: 32 },
      (
        _,
        i,
      ): [number, number] => [
        radius * Math.cos(Math.PI * (1 + i / 31)),
        radius * Math.sin(Math.PI * (1 + i / 31)),
      ],
    );
  if (!look.says("slice")) {
    return part(
      ball(0.95, 0.82, 0.82),
      striped("x", 1, rind, polished(shade(hex("#2f7a34"), 0.5)), {}).gloss > 0
        ? where(
          ({ at }) => {
            const angle = Math.atan2(at[1], at[2]) * 6 / Math.PI +
              0.5 * noise(at[0] * 5, at[1] * 5, at[2] * 5);
            return angle - Math.floor(angle) < 0.42;
          },
          polished(hex("#1c4a24")),
          polished(hex("#5ca04c")),
        )
        : rind,
    );
  }
  return [
    part(extrude(halfDisc(0.86), 0.34), seeds, { at: [0, 0.4, 0] }),
    part(extrude(halfDisc(0.92), 0.335), skin(hex("#e8f0c4")), { at: [0, 0.398, 0] }),
    part(extrude([...halfDisc(1), ...halfDisc(0.92).reverse()], 0.36), rind, { at: [0, 0.4, 0] }),
  ];
}

function carrot(look: Look): Parts {
  const flesh = look.skin("primary", skin, "#e8782a");
  return [
    part(
      lathe([[0, -1.1], [0.06, -1.05], [0.2, -0.4], [0.34, 0.3], [0.36, 0.5], [0.22, 0.6], [
        0,
        0.58,
      ]], { smooth: true }),
      striped("y", 9, flesh, skin(hex("#c85f1c")), { share: 0.9, wobble: 0.1 }),
    ),
    around(
      7,
      () =>
        part(
          tube([[0, 0.55, 0.03], [0, 0.85, 0.1], [0, 1.15, 0.28]], [0.03, 0.025, 0.012]),
          matte(hex("#5c9c3c")),
        ),
    ),
    around(7, () => leaf(0.4, 0.2, LEAF_GREEN, { at: [0, 0.95, 0.16], turn: [0, -90, 0] }, 40), {
      start: 20,
    }),
  ];
}

function tomato(look: Look): Parts {
  const peel = look.skin("primary", polished, "#d02c20");
  return [
    part(
      lathe([[0, -0.62], [0.4, -0.6], [0.82, -0.2], [0.84, 0.2], [0.5, 0.56], [0.12, 0.5], [
        0,
        0.44,
      ]], { smooth: true, ribs: (angle, v) => 1 + 0.025 * Math.cos(angle * 5) * v }),
      peel,
    ),
    around(5, () => leaf(0.42, 0.14, LEAF_GREEN, { at: [0, 0.5, 0], turn: [0, -90, 0] }, 4)),
    part(tube([[0, 0.45, 0], [0.02, 0.68, 0]], 0.05), matte(hex("#5c9440"))),
  ];
}

function corn(look: Look): Parts {
  const kernel = look.skin("primary", polished, "#f0c834");
  const husk = (turn: number, lean: number): Parts =>
    group(
      { turn: [0, turn, 0] },
      leaf(1.5, 0.42, "#7cac4c", { at: [0, -0.95, 0.1], turn: [0, -90, 0] }, lean),
    );
  const rows: Parts[] = [];
  for (let layer = 0; layer < 15; layer++) {
    const t = layer / 14;
    const reach = 0.36 * Math.sqrt(Math.max(0.05, 1 - (t * 0.98) ** 3));
    rows.push(
      around(
        12,
        () => part(ball(0.085, 0.066, 0.07), kernel, { at: [0, -0.7 + layer * 0.12, reach] }),
        {
          start: 0,
        },
      ),
    );
  }
  return [
    rows,
    part(cylinder(0.3, 1.5, 0.2), kernel, { at: [0, 0, 0] }),
    husk(0, 58),
    husk(120, 62),
    husk(240, 55),
  ];
}

function avocado(look: Look): Parts {
  const peel = look.skin("secondary", skin, "#34482a");
  const flesh = look.skin("primary", skin, "#c8d46c");
  const half: [number, number][] = [
    [0, -0.85],
    [0.35, -0.78],
    [0.62, -0.4],
    [0.6, 0],
    [0.4, 0.4],
    [0.26, 0.75],
    [0.12, 0.92],
    [0, 0.95],
  ];
  const whole = [
    ...half,
    ...half.slice(1, -1).map(([x, y]): [number, number] => [-x, y]).reverse(),
  ];
  return [
    part(lathe(half, { smooth: true, turn: 0.5 }), peel, {
      turn: [0, 180, 0],
      bump: { height: 0.02, scale: 10 },
    }),
    part(extrude(whole, 0.03), peel, { at: [0, 0, -0.005] }),
    part(
      extrude(whole.map(([x, y]) => [x * 0.92, y * 0.95]), 0.03),
      where(
        ({ local }) => Math.hypot(local[0] / 0.62, (local[1] + 0.1) / 0.85) > 0.72,
        skin(hex("#9cb850")),
        flesh,
      ),
      { at: [0, 0, 0.01] },
    ),
    part(ball(0.3, 0.32, 0.26), polished(hex("#7a4a28")), { at: [0, -0.3, 0.04] }),
  ];
}

/** Fruit and vegetables. */
export const FRUIT: readonly Noun[] = nounsOf("food and drinks", [
  ["apple", 0.09, apple],
  ["pear", 0.11, pear],
  [
    "orange, tangerine, grapefruit, mandarin",
    0.09,
    (look) => citrus(look, "#ee8a22", 1),
  ],
  ["lemon, lime", 0.09, (look) => citrus(look, look.says("lime") ? "#7cb83c" : "#f2d834", 1.2)],
  ["banana", 0.2, banana],
  ["strawberry", 0.05, strawberry],
  ["cherry", 0.05, cherry],
  ["grape, bunch of grape, grape bunch, bunch of grapes", 0.2, grapes],
  ["pineapple", 0.3, pineapple],
  ["watermelon, slice of watermelon, watermelon slice, melon", 0.3, watermelon],
  ["avocado", 0.12, avocado],
  ["carrot", 0.2, carrot],
  ["tomato", 0.09, tomato],
  ["corn, corn cob, corncob, maize", 0.2, corn],
]);
