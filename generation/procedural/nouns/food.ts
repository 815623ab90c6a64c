/**
 * Nouns of the category "food and drinks".
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  bone,
  box,
  crust,
  cylinder,
  extrude,
  glass,
  gradient,
  group,
  hex,
  lathe,
  lighten,
  limb,
  lump,
  type Material,
  matte,
  noise,
  part,
  type Parts,
  patched,
  plastic,
  polished,
  row,
  shade,
  sheet,
  skin,
  spotted,
  star,
  striped,
  torus,
  tube,
  type Vec3,
  where,
  wood,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import { type Noun, nounsOf } from "../noun.ts";
import { leaf } from "../builders/plants.ts";

const STEM = wood(hex("#5c4024"));
const LEAF_GREEN = "#4c8c34";

/** A plate under a dish. */
function plate(look: Look, radius: number, y = 0): Parts {
  return part(
    lathe([[0, 0], [radius * 0.6, 0], [radius, 0.1], [radius * 0.98, 0.13], [radius * 0.62, 0.04], [
      0,
      0.04,
    ]]),
    look.skin("plate", polished, "#f2f1ec"),
    { at: [0, y, 0] },
  );
}

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

function bread(look: Look): Parts {
  const bake = look.skin("primary", crust, "#c4803c");
  if (look.says("slice toast")) {
    const outline: [number, number][] = [
      [-0.62, -0.7],
      [0.62, -0.7],
      [0.64, 0.25],
      [0.8, 0.42],
      [0.72, 0.72],
      [0.3, 0.82],
      [-0.3, 0.82],
      [-0.72, 0.72],
      [-0.8, 0.42],
      [-0.64, 0.25],
    ];
    return [
      part(extrude(outline, 0.3, { bevel: 0.05 }), bake),
      part(
        extrude(outline.map(([x, y]) => [x * 0.88, y * 0.88]), 0.33),
        spotted(13, 0.2, crust(hex("#ecd09c")), crust(hex("#d8b478"))),
      ),
    ];
  }
  return [
    part(ball(1.1, 0.5, 0.56), bake, { bump: { height: 0.04, scale: 3 } }),
    row(
      4,
      (_, t) =>
        part(
          tube([[-0.14, 0, -0.34], [0, 0.09, 0], [0.14, 0, 0.34]], [0.02, 0.09, 0.02], {
            flat: 0.5,
          }),
          crust(hex("#ecc88c")),
          { at: [(t - 0.5) * 1.2, 0.46 - Math.abs(t - 0.5) * 0.3, 0] },
        ),
    ),
  ];
}

function croissant(look: Look): Parts {
  const bake = look.skin("primary", crust, "#d08c3c");
  const rolls: Parts[] = [];
  for (let i = -4; i <= 4; i++) {
    const angle = i * 0.3;
    const r = 0.42 * Math.cos(i * 0.3) ** 0.9 + 0.04;
    rolls.push(
      part(ball(0.19, r * 0.92, r), bake, {
        at: [Math.sin(angle) * 0.98, 0, 0.75 - Math.cos(angle) * 0.95],
        turn: [0, -angle * 180 / Math.PI * -1, 8],
      }),
    );
  }
  return [rolls];
}

function baguette(look: Look): Parts {
  const bake = look.skin("primary", crust, "#c88a44");
  return group(
    { turn: [0, 0, 24] },
    part(
      tube([[-1.2, 0, 0], [-0.6, 0.03, 0], [0, 0.05, 0], [0.6, 0.03, 0], [1.2, 0, 0]], [
        0.14,
        0.22,
        0.24,
        0.22,
        0.14,
      ]),
      bake,
    ),
    row(6, (_, t) =>
      part(
        tube([[-0.13, -0.02, -0.1], [0, 0.05, 0], [0.13, -0.02, 0.1]], [0.02, 0.07, 0.02], {
          flat: 0.6,
        }),
        crust(hex("#f0d09c")),
        { at: [(t - 0.5) * 1.9, 0.2, 0.03] },
      )),
  );
}

function pretzel(look: Look): Parts {
  const bake = look.skin("primary", crust, "#9c5424");
  const path: Vec3[] = [
    [-0.2, 0.28, 0.1],
    [0.2, -0.05, 0.1],
    [0.62, -0.62, 0],
    [0.2, 0.04, -0.02],
    [-0.32, 0.4, 0],
    [-0.85, 0.6, 0],
    [-0.98, 0.0, 0],
    [-0.55, -0.62, 0],
    [0, -0.78, 0],
    [0.55, -0.62, 0],
    [0.98, 0.0, 0],
    [0.85, 0.6, 0],
    [0.32, 0.4, 0.1],
    [-0.2, 0.04, 0.14],
    [-0.62, -0.62, 0.06],
  ];
  return part(
    tube(path.slice(3), [0.1, 0.13, 0.15, 0.16, 0.17, 0.18, 0.17, 0.16, 0.15, 0.13, 0.12, 0.1]),
    spotted(9, 0.16, bake, matte(hex("#f6f2e8"))),
  );
}

function donut(look: Look): Parts {
  const dough = look.skin("dough secondary", crust, "#d09c5c");
  const icing = look.skin("primary icing glaze", polished, [
    "#f08cb4",
    "#5c3420",
    "#f4f0e8",
    "#8cc4e4",
  ]);
  const colours = ["#f2d03c", "#4c9cdc", "#f4f4f4", "#5cb85c", "#e8503c"];
  return group(
    { turn: [24, 0, 0] },
    part(torus(0.66, 0.62), dough, { scale: [1, 0.85, 1] }),
    part(
      sheet((u, v) => {
        const angle = (2 * u - 1) * Math.PI;
        const drip = 0.1 * noise(Math.cos(angle) * 3 + 5, Math.sin(angle) * 3, 1) +
          0.05 * Math.sin(angle * 7);
        const across = 0.12 - drip + (Math.PI - 0.24 + 2 * drip) * v;
        const reach = 0.66 + 0.335 * Math.cos(across);
        return [reach * Math.sin(angle), 0.335 * Math.sin(across) * 0.86, reach * Math.cos(angle)];
      }),
      icing,
    ),
    row(42, () => {
      const [a, b] = [look.between(0, 360), look.between(28, 152)];
      return group(
        { turn: [0, a, 0] },
        group(
          {
            at: [
              0,
              0.345 * Math.sin(b * Math.PI / 180) * 0.86,
              0.66 + 0.34 * Math.cos(b * Math.PI / 180),
            ],
            turn: [90 - b, 0, 0],
          },
          part(limb([-0.05, 0, 0], [0.05, 0, 0], 0.018), plastic(hex(look.pick(colours))), {
            turn: [0, look.between(0, 180), 0],
          }),
        ),
      );
    }),
  );
}

function frostingSwirl(look: Look, material: Material, base: number, height: number): Parts {
  const turns = 3.2;
  const points: Vec3[] = [];
  const radii: number[] = [];
  for (let i = 0; i <= 40; i++) {
    const t = i / 40;
    const reach = base * (1 - t) ** 0.8;
    points.push([
      reach * Math.cos(t * turns * 2 * Math.PI),
      height * t,
      reach * Math.sin(t * turns * 2 * Math.PI),
    ]);
    radii.push(base * 0.42 * (1 - t * 0.72));
  }
  return [
    part(tube(points, radii), material),
    part(lathe([[0, 0], [base * 1.05, 0], [0, height * 0.9]]), material),
    look ? [] : [],
  ];
}

function cupcake(look: Look): Parts {
  const wrapper = look.skin("secondary wrapper", matte, ["#7cb8d8", "#c05a7c", "#8c5c3c"]);
  const icing = look.skin("primary frosting icing", matte, [
    "#f29cbc",
    "#f6f0e4",
    "#c0a0e0",
    "#8cd4b8",
  ]);
  return [
    part(
      lathe([[0, -0.85], [0.5, -0.85], [0.72, 0], [0, 0]], {
        ribs: (angle) => 1 + 0.03 * Math.sign(Math.sin(angle * 20)),
      }),
      wrapper,
    ),
    group({ at: [0, 0.02, 0] }, frostingSwirl(look, icing, 0.54, 0.85)),
    part(ball(0.16), polished(hex("#c81c2c")), { at: [0, 0.98, 0] }),
    part(tube([[0, 1.1, 0], [0.04, 1.25, 0], [0.12, 1.34, 0]], 0.018), matte(hex("#5c8434"))),
  ];
}

function cake(look: Look): Parts {
  const icing = look.skin("primary icing frosting", matte, ["#f6e9e0", "#f4b4c8", "#5c3828"]);
  const trim = look.skin("secondary", matte, ["#f29cbc", "#8c4c2c", "#c8e0f0"]);
  const topping = look.skin("accent cherry strawberry berry candle", polished, "#c81c2c");
  const tiers = look.says("wedding") ? 3 : look.pick([1, 2]);
  const parts: Parts[] = [plate(look, 1.25, -0.14)];
  let y = 0;
  for (let tier = 0; tier < tiers; tier++) {
    const [r, h] = [1 - tier * 0.3, tiers === 1 ? 0.75 : 0.58];
    parts.push(
      part(lathe([[0, 0], [r, 0], [r, h - 0.05], [r - 0.05, h], [0, h]]), icing, { at: [0, y, 0] }),
      around(Math.round(r * 22), () => part(ball(0.085), trim, { at: [0, y + 0.05, r] })),
      around(
        Math.round(r * 18),
        () =>
          part(lathe([[0, 0], [0.09, 0.01], [0.08, 0.07], [0, 0.15]]), trim, {
            at: [0, y + h - 0.01, r - 0.12],
          }),
      ),
    );
    y += h;
  }
  const candles = look.says("birthday candle") ? 6 : 0;
  parts.push(
    candles > 0
      ? around(candles, (i) => [
        part(
          cylinder(0.04, 0.4),
          striped(
            "y",
            9,
            matte(hex(["#4c9cdc", "#e8506c", "#f2c83c"][i % 3])),
            matte(hex("#ffffff")),
          ),
          { at: [0, y + 0.2, 0.36] },
        ),
        part(lathe([[0, 0], [0.045, 0.06], [0, 0.2]]), { ...matte(hex("#ffb030")), glow: 1 }, {
          at: [0, y + 0.42, 0.36],
        }),
      ])
      : [
        around(
          6,
          () => part(ball(0.12), topping, { at: [0, y + 0.11, 0.42 * (1 - 0.2 * (tiers - 1))] }),
        ),
        part(ball(0.14), topping, { at: [0, y + 0.12, 0] }),
      ],
  );
  return parts;
}

function pie(look: Look): Parts {
  const bake = look.skin("primary crust", crust, "#d09a50");
  const filling = look.skin("filling secondary", polished, ["#a02030", "#c87820", "#48205c"]);
  return [
    part(
      lathe([[0, -0.2], [0.8, -0.2], [1.06, 0.16], [0, 0.16]]),
      look.skin("tin accent", plastic, "#c4c6ca"),
    ),
    part(lathe([[0, 0.12], [0.98, 0.12], [0, 0.26]]), filling),
    part(torus(1, 0.2), bake, { at: [0, 0.19, 0] }),
    around(30, () => part(ball(0.09, 0.07, 0.12), bake, { at: [0, 0.23, 1.02] })),
    row(5, (_, t) => {
      const half = Math.sqrt(1 - (1.6 * (t - 0.5)) ** 2);
      return [
        part(box(0.15, 0.06, 2 * half, 0.03), bake, { at: [1.6 * (t - 0.5), 0.25, 0] }),
        part(box(2 * half, 0.06, 0.15, 0.03), bake, { at: [0, 0.28, 1.6 * (t - 0.5)] }),
      ];
    }),
  ];
}

function cookie(look: Look): Parts {
  const dough = look.skin("primary", crust, "#c8924c");
  const chip = look.skin("secondary chip", polished, "#3c2214");
  return group(
    { turn: [62, 0, 0] },
    part(
      lathe([[0, -0.14], [0.8, -0.14], [0.98, -0.02], [0.9, 0.1], [0.4, 0.18], [0, 0.18]], {
        smooth: true,
      }),
      dough,
      { bump: { height: 0.035, scale: 5 } },
    ),
    row(18, () => {
      const [r, a] = [Math.sqrt(look.random()) * 0.82, look.between(0, 6.28)];
      return part(ball(look.between(0.07, 0.12), 0.08, look.between(0.07, 0.12)), chip, {
        at: [r * Math.cos(a), 0.15, r * Math.sin(a)],
      });
    }),
  );
}

function iceCream(look: Look): Parts {
  const flavours = ["#f6e6c0", "#f08cb0", "#6c4028", "#a8dcb4"];
  const first = look.skin("primary", matte, flavours);
  const second = look.skin("secondary", matte, flavours.toReversed());
  const cone = look.skin("cone", matte, "#d09a54");
  const waffle = where(
    ({ at }) => {
      const angle = Math.atan2(at[0], at[2]) * 10 / Math.PI;
      const [p, q] = [angle + at[1] * 8, angle - at[1] * 8];
      return Math.min(p - Math.floor(p), q - Math.floor(q)) < 0.22;
    },
    matte(hex("#9c6830")),
    cone,
  );
  return [
    part(lathe([[0, -1.2], [0.05, -1.2], [0.5, 0.05], [0.42, 0.05], [0, -0.2]]), waffle),
    part(ball(0.52, 0.48, 0.52), first, { at: [0, 0.32, 0], bump: { height: 0.05, scale: 5 } }),
    part(torus(0.47, 0.2), first, { at: [0, 0.1, 0], bump: { height: 0.05, scale: 6 } }),
    part(ball(0.44, 0.42, 0.44), second, { at: [0, 0.86, 0], bump: { height: 0.05, scale: 5 } }),
    part(ball(0.13), polished(hex("#c81c2c")), { at: [0, 1.36, 0] }),
    part(tube([[0, 1.46, 0], [0.04, 1.6, 0], [0.12, 1.66, 0]], 0.018), matte(hex("#5c8434"))),
  ];
}

function burger(look: Look): Parts {
  const bun = look.skin("bun primary", crust, "#d0893c");
  const sesame = where(
    ({ normal }) => normal[1] > 0.35,
    spotted(9, 0.15, bun, matte(hex("#f6ebcc"))),
    bun,
  );
  return [
    part(lathe([[0, -0.62], [0.8, -0.62], [0.9, -0.5], [0.9, -0.4], [0, -0.36]]), bun),
    part(
      lathe([[0, -0.4], [0.9, -0.4], [0.96, -0.28], [0.9, -0.16], [0, -0.14]]),
      look.skin("patty", matte, "#5c3420"),
      { bump: { height: 0.04, scale: 8 } },
    ),
    part(box(1.42, 0.05, 1.42, 0.02), look.skin("cheese", plastic, "#f2b82c"), {
      at: [0, -0.12, 0],
      turn: [0, 30, 0],
    }),
    around(
      3,
      () =>
        part(cylinder(0.4, 0.09), look.skin("tomato", polished, "#d0342c"), {
          at: [0, -0.04, 0.42],
        }),
    ),
    part(
      sheet((u, v) => {
        const angle = (2 * u - 1) * Math.PI;
        const r = 0.3 + 0.74 * v;
        return [
          r * Math.sin(angle),
          0.06 + 0.07 * v * v * Math.sin(angle * 13) - 0.06 * v,
          r * Math.cos(angle),
        ];
      }),
      look.skin("lettuce", matte, "#6cb03c"),
      { thin: true },
    ),
    part(
      lathe([[0, 0.1], [0.9, 0.1], [0.95, 0.2], [0.86, 0.45], [0.5, 0.68], [0, 0.74]], {
        smooth: true,
      }),
      sesame,
    ),
  ];
}

function hotDog(look: Look): Parts {
  const bun = look.skin("bun secondary", crust, "#d8a054");
  const sausage = look.skin("primary sausage", polished, "#a8402c");
  return group(
    { turn: [12, 25, 0] },
    [1, -1].map((side) =>
      part(tube([[-0.85, 0, 0], [0, 0, 0], [0.85, 0, 0]], [0.26, 0.32, 0.26]), bun, {
        at: [0, 0, side * 0.25],
        turn: [side * 16, 0, 0],
      })
    ),
    part(tube([[-1.12, 0.18, 0], [-0.5, 0.16, 0], [0.5, 0.16, 0], [1.12, 0.18, 0]], 0.21), sausage),
    part(
      tube(
        Array.from(
          { length: 17 },
          (_, i): Vec3 => [-0.9 + i * 0.1125, 0.385, 0.1 * (i % 2 === 0 ? 1 : -1)],
        ),
        0.035,
      ),
      look.skin("mustard accent", plastic, "#f2c02c"),
    ),
  );
}

function pizza(look: Look): Parts {
  const dough = look.skin("crust", crust, "#d09a50");
  const cheese = patched(
    4,
    0.44,
    look.skin("primary cheese", plastic, "#f2c050"),
    plastic(hex("#d8843c")),
  );
  const topping = look.skin("secondary pepperoni topping", matte, "#b0342a");
  const isSlice = look.says("slice");
  const turn = isSlice ? 0.14 : 1;
  const within = (): Vec3 => {
    const a = isSlice ? look.between(-0.24, 0.24) : look.between(-3.14, 3.14);
    const r = isSlice ? look.between(0.35, 0.85) : Math.sqrt(look.random()) * 0.82;
    return [r * Math.sin(a), 0.07, r * Math.cos(a)];
  };
  const body: Parts = [
    part(lathe([[0, -0.03], [0.98, -0.03], [0.98, 0.03], [0, 0.03]], { turn }), dough),
    part(lathe([[0.93, 0.05], [0, 0.05]], { turn }), cheese),
    part(torus(0.98, 0.16, turn), dough, { at: [0, 0.03, 0], bump: { height: 0.02, scale: 5 } }),
    isSlice
      ? [[0, 0.72], [0.14, 0.45], [-0.13, 0.5], [0.02, 0.25]].map(([x, z]) =>
        part(cylinder(0.12, 0.04), topping, { at: [x, 0.07, z] })
      )
      : [
        around(7, () => part(cylinder(0.14, 0.04), topping, { at: [0, 0.07, 0.68] })),
        around(4, () => part(cylinder(0.14, 0.04), topping, { at: [0, 0.07, 0.32] }), {
          start: 30,
        }),
      ],
    row(
      isSlice ? 5 : 16,
      () => leaf(0.14, 0.08, LEAF_GREEN, { at: within(), turn: [0, look.between(0, 360), 0] }),
    ),
  ];
  return isSlice
    ? group({ turn: [58, 0, 0], scale: 1.4 }, body)
    : group({ turn: [50, 0, 0] }, body);
}

function sushi(look: Look): Parts {
  const rice = look.skin("rice", matte, "#f6f4ec");
  const fish = look.skin("primary fish", polished, ["#ee7a4c", "#d84c44"]);
  return [
    part(box(1.5, 0.09, 1.1, 0.03), look.skin("secondary board", wood, "#7a4c2c"), {
      at: [0, -0.36, 0],
    }),
    [-0.32, 0.32].map((z) => [
      part(box(0.8, 0.34, 0.4, 0.16), rice, {
        at: [-0.2, -0.14, z],
        bump: { height: 0.03, scale: 12 },
      }),
      part(
        tube([[-0.72, -0.02, z], [-0.2, 0.12, z], [0.32, -0.02, z]], 0.22, { flat: 0.42 }),
        striped("x", 7, fish, polished(lighten(hex("#ee7a4c"), 0.5)), { share: 0.8, wobble: 0.2 }),
      ),
    ]),
    [-0.3, 0.3].map((z) =>
      group(
        { at: [0.5, -0.1, z] },
        part(cylinder(0.24, 0.42), look.skin("seaweed", matte, "#1c3024")),
        part(cylinder(0.2, 0.45), rice),
        part(cylinder(0.09, 0.47), fish),
      )
    ),
  ];
}

function taco(look: Look): Parts {
  const shell = look.skin("primary shell", crust, "#e0ac4c");
  const fold = (grow: number) =>
    sheet((u, v) => {
      const a = (u - 0.5) * 2.5;
      const r = (0.95 + grow) * (1 - 0 * v);
      const side = 2 * v - 1;
      const spread = 0.34 * side;
      const up = Math.abs(side) ** 1.2;
      return [
        r * Math.sin(a) * (0.35 + 0.65 * up) * 1.05,
        -0.7 + (r * Math.cos(a * 0.98) * 0.5 + 0.75) * up * 0.85 + 0.02,
        spread * (0.6 + 0.4 * up),
      ];
    });
  const colours = ["#6cb03c", "#d0342c", "#7a4428", "#f2c03c"];
  return [
    part(fold(0), shell, { thin: true }),
    row(
      90,
      () =>
        part(ball(look.between(0.06, 0.12), 0.06, 0.09), matte(hex(look.pick(colours))), {
          at: [look.between(-0.75, 0.75), look.between(0.0, 0.3), look.between(-0.14, 0.14)],
          bump: { height: 0.03, scale: 10 },
        }),
    ).filter((each) => {
      const [x, y] = [each.matrix[3], each.matrix[7]];
      return y < 0.38 * Math.cos(x * 1.5);
    }),
  ];
}

function sandwich(look: Look): Parts {
  const toast = look.skin("primary bread", crust, "#d8a860");
  const slice: [number, number][] = [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85]];
  const layer = (y: number, thick: number, material: Material, grow = 0): Parts =>
    part(
      extrude(slice.map(([x, z]) => [x * (1 + grow), z * (1 + grow)]), thick, { bevel: 0.03 }),
      material,
      { at: [0, y, 0], turn: [-90, 0, 0] },
    );
  return group(
    { turn: [0, 45, 0] },
    layer(-0.42, 0.24, toast),
    layer(-0.24, 0.1, look.skin("ham", skin, "#e89a94"), 0.04),
    layer(-0.14, 0.08, plastic(hex("#f2c02c")), 0.02),
    part(
      sheet((
        u,
        v,
      ) => [
        -0.92 + 1.84 * u,
        -0.04 + 0.05 * Math.sin(u * 30) * (1 - v),
        -(-0.95 + 1.9 * u * v + 0.02),
      ]),
      matte(hex("#6cb03c")),
      { thin: true },
    ),
    layer(0.02, 0.1, polished(hex("#d0342c")), -0.04),
    layer(0.18, 0.24, toast),
  );
}

function cheese(look: Look): Parts {
  const body = look.skin("primary", plastic, "#f2c244");
  const hole = plastic(hex("#c8922c"));
  const outline: [number, number][] = [[-1, -0.55], [1, -0.05], [-1, 0.55]];
  return [
    part(extrude(outline, 0.8, { bevel: 0.02, rim: 0.97 }), body, { turn: [-90, 0, 0] }),
    [[-0.6, -0.42, 0.02, 0.16], [-0.1, -0.1, 0.02, 0.12], [0.3, -0.2, 0, 0.13], [
      -0.4,
      0.18,
      0,
      0.11,
    ]].map(([x, y, _z, r]) =>
      part(ball(r, r, 0.05), hole, { at: [x, y, 0.3 - x * 0.25 + 0.005], turn: [0, 14, 0] })
    ),
    [[-0.6, 0.2, 0.14], [-0.2, -0.1, 0.1], [0.2, 0.05, 0.09], [-0.75, -0.25, 0.09]].map((
      [x, z, r],
    ) => part(ball(r, 0.03, r), hole, { at: [x, 0.4, z] })),
    [[0.2, 0.12, 0.12], [-0.3, -0.15, 0.15], [-0.22, 0.25, 0.08]].map(([z, y, r]) =>
      part(ball(0.04, r, r), hole, { at: [-1, y, z] })
    ),
  ];
}

function egg(look: Look): Parts {
  return part(
    lathe([[0, -0.9], [0.45, -0.78], [0.72, -0.25], [0.62, 0.35], [0.32, 0.82], [0, 0.96]], {
      smooth: true,
    }),
    look.skin("primary", skin, ["#f0e2cc", "#e4c09c", "#f6f4ee"]),
  );
}

function cup(look: Look, content: string): Parts {
  const body = look.skin("primary cup mug", polished, ["#f2f0ea", "#3c6c8c", "#b8443c", "#5c7c54"]);
  const drink = look.skin("coffee tea", polished, content);
  return [
    part(
      lathe([[0, -0.7], [0.5, -0.7], [0.62, -0.62], [0.66, 0.62], [0.62, 0.68], [0.57, 0.62], [
        0.54,
        -0.5,
      ], [0, -0.56]]),
      body,
    ),
    part(lathe([[0.58, 0.46], [0, 0.46]]), drink),
    part(
      tube(
        [[0.6, 0.36, 0], [0.98, 0.4, 0], [1.04, 0, 0], [0.9, -0.36, 0], [0.58, -0.36, 0]],
        0.085,
      ),
      body,
    ),
    around(
      2,
      (i) =>
        part(
          tube([[0, 0.72, 0.12], [0.1, 0.92, 0.12], [-0.08, 1.12, 0.12], [0.06, 1.34, 0.12]], [
            0.02,
            0.05,
            0.05,
            0.01,
          ]),
          { ...matte(hex("#e4e6ea")), opacity: 0.4, glow: 0.6 },
          { turn: [0, i * 40, 0] },
        ),
    ),
  ];
}

function teacup(look: Look): Parts {
  const body = look.skin("primary cup", polished, ["#f2f0ea", "#c8dcec", "#f2d4d8"]);
  const trim = look.skin("secondary rim", polished, "#d4a23a");
  return [
    part(
      lathe([[0, -0.1], [0.5, -0.1], [1.05, 0.08], [1.02, 0.12], [0.5, -0.04], [0, -0.04]]),
      body,
    ),
    part(torus(1.04, 0.05), trim, { at: [0, 0.1, 0] }),
    part(
      lathe([
        [0, 0],
        [0.34, 0],
        [0.3, 0.08],
        [0.5, 0.22],
        [0.72, 0.72],
        [0.68, 0.73],
        [0.46, 0.28],
        [0, 0.2],
      ]),
      body,
    ),
    part(torus(0.7, 0.05), trim, { at: [0, 0.73, 0] }),
    part(lathe([[0.64, 0.62], [0, 0.62]]), polished(hex("#a0642c"))),
    part(tube([[0.66, 0.62, 0], [0.98, 0.66, 0], [0.98, 0.38, 0], [0.58, 0.3, 0]], 0.045), trim),
  ];
}

function beer(look: Look): Parts {
  const drink = look.skin("primary beer", glass, "#e8a020");
  return [
    part(
      lathe([[0, -0.9], [0.58, -0.9], [0.62, -0.8], [0.6, 0.5], [0, 0.5]], {
        ribs: (angle) => 1 + 0.02 * Math.cos(angle * 12),
      }),
      { ...drink, opacity: 1 },
    ),
    part(lathe([[0.62, 0.48], [0.64, 0.7], [0, 0.72]]), matte(hex("#fbf6e8"))),
    row(
      16,
      () =>
        part(ball(look.between(0.12, 0.2)), matte(hex("#fdf9ee")), {
          at: [look.between(-0.45, 0.45), look.between(0.66, 0.8), look.between(-0.45, 0.45)],
        }),
    ),
    part(ball(0.12, 0.2, 0.1), matte(hex("#fbf6e8")), { at: [0.2, 0.42, 0.6] }),
    part(
      tube(
        [[0.58, 0.35, 0], [1.0, 0.4, 0], [1.05, -0.2, 0], [0.95, -0.6, 0], [0.58, -0.55, 0]],
        0.09,
      ),
      glass(hex("#e8ecec")),
    ),
  ];
}

function wineGlass(look: Look, drink: string, kind: "wine" | "cocktail"): Parts {
  const clear = look.skin("glass", glass, "#d8e8ec");
  const fill = look.skin("primary wine cocktail drink", polished, drink);
  if (kind === "cocktail") {
    return [
      part(
        lathe([[0, -1], [0.5, -1], [0.05, -0.94], [0.04, -0.1], [0.85, 0.75], [0.82, 0.77], [
          0,
          -0.02,
        ]]),
        clear,
      ),
      part(lathe([[0.02, 0.02], [0.66, 0.6], [0, 0.6]]), fill, { scale: [1.03, 1, 1.03] }),
      part(limb([-0.5, 0.5, 0], [0.35, 1.05, 0.1], 0.015), wood(hex("#c49c64"))),
      part(ball(0.14), look.skin("accent olive", plastic, "#7c9434"), { at: [0.1, 0.86, 0.08] }),
    ];
  }
  return [
    part(
      lathe([
        [0, -1],
        [0.48, -1],
        [0.06, -0.93],
        [0.045, -0.25],
        [0.3, -0.08],
        [0.56, 0.3],
        [0.52, 0.85],
        [0.44, 1.05],
        [0.42, 1.05],
        [0.5, 0.85],
        [0.53, 0.3],
        [0, -0.1],
      ]),
      clear,
    ),
    part(lathe([[0, -0.12], [0.3, -0.04], [0.56, 0.28], [0.56, 0.4], [0, 0.4]]), fill, {
      scale: [1.02, 1, 1.02],
    }),
  ];
}

function bottle(look: Look): Parts {
  const body = look.skin("primary", glass, ["#2c5c34", "#5c2c1c", "#2c4c6c"]);
  const label = look.skin("label secondary", matte, "#efe4c8");
  return [
    part(
      lathe([
        [0, -1.1],
        [0.36, -1.1],
        [0.4, -1.02],
        [0.4, 0.2],
        [0.3, 0.46],
        [0.14, 0.62],
        [0.13, 1.1],
        [0.17, 1.12],
        [0.17, 1.2],
        [0, 1.2],
      ]),
      { ...body, opacity: 0.97 },
    ),
    part(lathe([[0.41, -0.66], [0.412, 0]]), label),
    part(extrude(star(5, 0.14, 0.06), 0.02), look.skin("accent", polished, "#a8202c"), {
      at: [0, -0.3, 0.415],
    }),
    part(cylinder(0.11, 0.2), wood(hex("#c49c6c")), { at: [0, 1.26, 0] }),
  ];
}

function lollipop(look: Look): Parts {
  const [first, second] = [
    look.skin("primary", polished, ["#e8407c", "#3ca0dc", "#e8402c"]),
    look.skin("secondary", polished, "#fbf6f0"),
  ];
  const swirl = where(
    ({ at }) => {
      const turn = Math.atan2(at[1] - 0.55, at[0]) / (2 * Math.PI) +
        Math.hypot(at[0], at[1] - 0.55) * 2.2;
      return (turn * 2) - Math.floor(turn * 2) < 0.5;
    },
    second,
    first,
  );
  return [
    part(ball(0.66, 0.66, 0.2), swirl, { at: [0, 0.55, 0] }),
    part(cylinder(0.045, 1.3), matte(hex("#f6f4ee")), { at: [0, -0.6, 0] }),
  ];
}

function bowl(look: Look, kind: "soup" | "noodles" | "rice"): Parts {
  const body = look.skin("primary bowl", polished, ["#b8342c", "#2c4c7c", "#e8e0d0", "#3c3c42"]);
  const broth = look.skin(
    "soup secondary",
    polished,
    kind === "rice" ? "#f4f0e4" : kind === "soup" ? "#d07a34" : "#c88a44",
  );
  return [
    part(
      lathe([[0, -0.5], [0.44, -0.5], [0.42, -0.42], [0.78, -0.1], [1, 0.36], [0.95, 0.38], [
        0.72,
        -0.02,
      ], [0, -0.3]]),
      body,
    ),
    part(
      kind === "rice"
        ? lathe([[0.93, 0.24], [0.6, 0.55], [0, 0.68]], { smooth: true })
        : lathe([[0.93, 0.26], [0, 0.26]]),
      broth,
      kind === "rice" ? { bump: { height: 0.05, scale: 14 } } : {},
    ),
    kind === "noodles"
      ? [
        row(26, () => {
          const [a, r, b] = [look.between(0, 6.28), look.between(0.2, 0.7), look.between(0.8, 2.2)];
          return part(
            tube(
              [0, 1, 2, 3].map((
                k,
              ): Vec3 => [
                r * Math.cos(a + b * k / 3),
                0.27 + 0.06 * Math.sin(k * 2),
                r * Math.sin(a + b * k / 3),
              ]),
              0.035,
            ),
            matte(hex("#f0d890")),
          );
        }),
        [-0.3, 0.12].map((
          x,
        ) => [
          part(ball(0.26, 0.1, 0.2), skin(hex("#f8f4ea")), { at: [x, 0.3, 0.35] }),
          part(ball(0.13, 0.08, 0.12), plastic(hex("#f0a02c")), { at: [x, 0.36, 0.36] }),
        ]),
        part(box(0.5, 0.6, 0.03), matte(hex("#1c3024")), {
          at: [0.1, 0.42, -0.5],
          turn: [-20, 0, 0],
        }),
        [0, 0.12].map((x) =>
          part(limb([0.3 + x, 0.3, 0.1], [1.2 + x * 0.6, 0.75, -0.5], 0.03), wood(hex("#6c3022")))
        ),
      ]
      : kind === "soup"
      ? row(16, () => {
        const [a, r] = [look.between(0, 6.28), Math.sqrt(look.random()) * 0.75];
        return part(
          ball(look.between(0.06, 0.13), 0.06, 0.09),
          matte(hex(look.pick(["#e8782a", "#6cb03c", "#f0d890", "#c8342c"]))),
          { at: [r * Math.cos(a), 0.28, r * Math.sin(a)] },
        );
      })
      : [],
  ];
}

function fries(look: Look): Parts {
  const carton = look.skin("primary box", plastic, "#c8241f");
  const potato = look.skin("secondary fries", crust, "#f0c45c");
  return [
    part(
      lathe([[0, -0.9], [0.5, -0.9], [0.74, 0.2], [0.68, 0.2], [0, -0.2]], { sides: 4 }),
      carton,
      { turn: [0, 45, 0], scale: [1, 1, 0.62] },
    ),
    part(extrude([[-0.2, 0], [0, 0.15], [0.2, 0]], 0.02), plastic(hex("#f2c02c")), {
      at: [0, -0.5, 0.31],
    }),
    row(
      34,
      (_, t) =>
        part(box(0.1, look.between(0.9, 1.3), 0.1, 0.015), potato, {
          at: [(t - 0.5) * 0.78, look.between(0.18, 0.4), look.between(-0.16, 0.2)],
          turn: [look.between(-8, 8), look.between(0, 90), (0.5 - t) * 26 + look.between(-6, 6)],
        }),
    ),
  ];
}

function pancakes(look: Look): Parts {
  const batter = look.skin("primary", crust, "#d8a050");
  return [
    plate(look, 1.2, -0.62),
    row(
      5,
      (i) =>
        part(
          lathe([[0, -0.07], [0.72, -0.07], [0.8, 0], [0.72, 0.08], [0, 0.08]], { smooth: false }),
          where(({ normal }) => Math.abs(normal[1]) < 0.6, crust(hex("#f2d8a0")), batter),
          { at: [look.between(-0.05, 0.05), -0.48 + i * 0.155, look.between(-0.05, 0.05)] },
        ),
    ),
    part(box(0.32, 0.15, 0.32, 0.04), plastic(hex("#f8e08c")), {
      at: [0, 0.28, 0],
      turn: [0, 20, 0],
    }),
    part(
      lathe([[0.5, 0.2], [0.42, 0.24], [0, 0.25]], {
        ribs: (angle) => 1 + 0.2 * Math.sin(angle * 5),
      }),
      polished(hex("#a8541c")),
    ),
    around(
      4,
      (i) =>
        part(
          tube([[0, 0.22, 0.45], [0, 0.2, 0.76], [0, -0.05 - 0.1 * (i % 2), 0.83]], [
            0.1,
            0.09,
            0.06,
          ]),
          polished(hex("#a8541c")),
        ),
    ),
  ];
}

function popcorn(look: Look): Parts {
  const carton = look.skin("primary", plastic, "#d0241f");
  const white = look.skin("secondary", plastic, "#f6f4ee");
  return [
    part(
      lathe([[0, -1], [0.46, -1], [0.66, 0.3], [0, 0.2]], { sides: 4 }),
      striped("u", 12, carton, white),
      { turn: [0, 45, 0] },
    ),
    row(90, () => {
      const [a, r] = [look.between(0, 6.28), Math.sqrt(look.random()) * 0.55];
      return part(
        ball(look.between(0.08, 0.13)),
        matte(hex(look.pick(["#fbf2d4", "#f6e4ac", "#fffaf0"]))),
        {
          at: [
            r * Math.cos(a),
            0.32 + (0.55 - r) * 0.7 + look.between(-0.05, 0.08),
            r * Math.sin(a),
          ],
          bump: { height: 0.05, scale: 12 },
        },
      );
    }),
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

function chickenLeg(look: Look): Parts {
  const meat = look.skin("primary", crust, "#b4662c");
  return group(
    { turn: [0, 0, -38] },
    part(
      blob(
        [lump([0, 0.45, 0], [0.52, 0.6, 0.46]), bone([0, 0.2, 0], [0, -0.5, 0], 0.34, 0.15)],
        0.2,
      ),
      meat,
      { bump: { height: 0.03, scale: 6 } },
    ),
    part(
      blob([
        bone([0, -0.4, 0], [0, -0.95, 0], 0.085),
        lump([0.08, -1.02, 0], 0.13),
        lump([-0.08, -1.02, 0], 0.13),
      ], 0.05),
      skin(hex("#f2ead8")),
    ),
  );
}

function steak(look: Look): Parts {
  const meat = look.skin("primary", skin, "#a83430");
  const fat = skin(hex("#f0dcc8"));
  const outline: [number, number][] = [
    [-0.9, 0.1],
    [-0.6, 0.6],
    [0, 0.72],
    [0.6, 0.5],
    [0.95, 0.1],
    [0.8, -0.35],
    [0.2, -0.4],
    [-0.3, -0.7],
    [-0.8, -0.5],
  ];
  const smooth = outline;
  return group(
    { turn: [-40, 0, 0] },
    part(extrude(smooth, 0.3, { bevel: 0.08, pillow: true }), fat),
    part(
      extrude(smooth.map(([x, y]) => [x * 0.9, y * 0.88]), 0.33, { bevel: 0.05 }),
      patched(3.2, 0.36, meat, fat),
    ),
    part(ball(0.17, 0.14, 0.1), fat, { at: [-0.45, -0.2, 0.14] }),
  );
}

function milkshake(look: Look): Parts {
  const drink = look.skin("primary", plastic, ["#f2a8c0", "#8c5c3c", "#f6e8c8"]);
  return [
    part(
      lathe([[0, -1], [0.38, -1], [0.3, -0.9], [0.34, -0.8], [0.56, 0.45], [0.58, 0.5], [0, 0.5]]),
      gradient("y", -0.9, -0.8, glass(hex("#d8e8ec")), drink),
    ),
    group({ at: [0, 0.5, 0] }, frostingSwirl(look, matte(hex("#fdfaf4")), 0.42, 0.55)),
    part(ball(0.13), polished(hex("#c81c2c")), { at: [0, 1.12, 0] }),
    part(
      limb([0.1, 0.3, 0], [0.45, 1.5, -0.1], 0.045),
      striped("y", 7, plastic(hex("#d8342c")), plastic(hex("#ffffff"))),
    ),
  ];
}

function chocolateBar(look: Look): Parts {
  const cocoa = look.skin("primary", plastic, "#4c2814");
  const wrap = look.skin("secondary wrapper", polished, ["#a8202c", "#3c2c6c"]);
  return group(
    { turn: [-25, 20, 0] },
    part(box(1, 1.9, 0.16, 0.03), cocoa),
    row(
      4,
      (i) =>
        row(3, (k) =>
          part(lathe([[0.2, 0], [0.15, 0.09], [0, 0.09]], { sides: 4 }), cocoa, {
            at: [(k - 1) * 0.32, 0.75 - i * 0.32, 0.07],
            turn: [90, 0, 0],
            scale: 1,
          })),
    ),
    part(box(1.06, 0.85, 0.22, 0.02), wrap, { at: [0, -0.58, 0] }),
    part(box(1.1, 0.06, 0.23, 0.02), polished(hex("#d8dade")), { at: [0, -0.14, 0] }),
  );
}

/** Nouns of the category "food and drinks". */
export const FOOD: readonly Noun[] = nounsOf("food and drinks", [
  ["apple", 0.09, apple],
  ["pear", 0.11, pear],
  ["orange, tangerine, grapefruit, mandarin", 0.09, (look) => citrus(look, "#ee8a22", 1)],
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
  ["bread, loaf, loaf of bread, bread loaf, toast, slice of bread", 0.3, bread],
  ["baguette", 0.6, baguette],
  ["croissant", 0.15, croissant],
  ["pretzel", 0.15, pretzel],
  ["donut, doughnut", 0.1, donut],
  ["cupcake, muffin", 0.09, cupcake],
  ["cake, birthday cake, wedding cake, chocolate cake, layer cake", 0.3, cake],
  ["pie, apple pie, cherry pie, tart", 0.28, pie],
  ["cookie, biscuit, chocolate chip cookie", 0.08, cookie],
  ["pancake, stack of pancakes, pancake stack", 0.18, pancakes],
  ["ice cream, ice cream cone, icecream, gelato, sundae", 0.16, iceCream],
  ["burger, hamburger, cheeseburger", 0.12, burger],
  ["hot dog, hotdog", 0.18, hotDog],
  ["pizza, slice of pizza, pizza slice", 0.35, pizza],
  ["sushi, sushi roll, nigiri, sushi platter", 0.2, sushi],
  ["taco", 0.16, taco],
  ["sandwich", 0.14, sandwich],
  ["fries, french fries, chips", 0.16, fries],
  ["popcorn, bucket of popcorn, box of popcorn", 0.25, popcorn],
  ["cheese, wedge of cheese, cheese wedge, piece of cheese", 0.15, cheese],
  ["egg", 0.06, egg],
  ["steak, meat", 0.25, steak],
  ["chicken leg, drumstick, turkey leg, chicken drumstick", 0.16, chickenLeg],
  [
    "coffee, coffee cup, cup of coffee, coffee mug, mug, cup, mug of coffee, hot chocolate",
    0.12,
    (look) => cup(look, "#3c2214"),
  ],
  ["teacup, tea cup, cup of tea, tea", 0.1, teacup],
  ["beer, beer mug, mug of beer, pint of beer, beer glass, ale", 0.18, beer],
  [
    "wine, wine glass, glass of wine, glass of red wine, goblet of wine, red wine",
    0.22,
    (look) => wineGlass(look, look.says("white") ? "#ecd88c" : "#6c1428", "wine"),
  ],
  [
    "cocktail, martini, margarita, cocktail glass",
    0.2,
    (look) => wineGlass(look, look.pick(["#e8507c", "#3cb4c8", "#f0a030"]), "cocktail"),
  ],
  ["bottle, wine bottle, bottle of wine, beer bottle, glass bottle", 0.3, bottle],
  ["milkshake, smoothie, frappe, bubble tea", 0.22, milkshake],
  ["lollipop, candy, candy lollipop", 0.15, lollipop],
  ["chocolate bar, bar of chocolate", 0.16, chocolateBar],
  ["soup, bowl of soup, soup bowl, stew, bowl", 0.2, (look) => bowl(look, "soup")],
  [
    "ramen, noodle, noodle bowl, bowl of noodles, bowl of ramen, noodles, spaghetti, pasta",
    0.22,
    (look) => bowl(look, "noodles"),
  ],
  ["rice, bowl of rice, rice bowl", 0.18, (look) => bowl(look, "rice")],
]);
