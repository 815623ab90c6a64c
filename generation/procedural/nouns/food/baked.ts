/**
 * Bread and sweets.
 *
 * @module
 */
import {
  around,
  ball,
  box,
  crust,
  cylinder,
  extrude,
  group,
  hex,
  lathe,
  limb,
  matte,
  noise,
  part,
  type Parts,
  plastic,
  polished,
  row,
  sheet,
  spotted,
  striped,
  torus,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { frostingSwirl } from "./serving.ts";

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
    group({ at: [0, 0.02, 0] }, frostingSwirl(icing, 0.54, 0.85)),
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

/** Bread and sweets. */
export const BAKED: readonly Noun[] = nounsOf("food and drinks", [
  ["bread, loaf, loaf of bread, bread loaf, toast, slice of bread", 0.3, bread],
  ["baguette", 0.6, baguette],
  ["croissant", 0.15, croissant],
  ["pretzel", 0.15, pretzel],
  ["donut, doughnut", 0.1, donut],
  ["cupcake, muffin", 0.09, cupcake],
  ["cake, birthday cake, wedding cake, chocolate cake, layer cake, cheesecake", 0.3, cake],
  ["pie, apple pie, cherry pie, tart", 0.28, pie],
  ["cookie, biscuit, chocolate chip cookie", 0.08, cookie],
  ["pancake, stack of pancakes, pancake stack", 0.18, pancakes],
  ["ice cream, ice cream cone, icecream, gelato, sundae", 0.16, iceCream],
  ["lollipop, candy, candy lollipop", 0.15, lollipop],
  ["chocolate bar, bar of chocolate", 0.16, chocolateBar],
]);
