/**
 * Dishes.
 *
 * @module
 */
import { leaf } from "../../builders/plants.ts";
import {
  around,
  ball,
  blob,
  bone,
  box,
  crust,
  cylinder,
  extrude,
  group,
  hex,
  lathe,
  lighten,
  limb,
  lump,
  type Material,
  matte,
  part,
  type Parts,
  patched,
  plastic,
  polished,
  row,
  sheet,
  skin,
  spotted,
  striped,
  torus,
  tube,
  type Vec3,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { LEAF_GREEN } from "./serving.ts";

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

/** Dishes. */
export const DISHES: readonly Noun[] = nounsOf("food and drinks", [
  ["burger, hamburger, cheeseburger", 0.12, burger],
  ["hot dog, hotdog", 0.18, hotDog],
  ["pizza, slice of pizza, pizza slice", 0.35, pizza],
  ["sushi, sushi roll, nigiri, sushi platter", 0.2, sushi],
  ["taco", 0.16, taco],
  ["sandwich", 0.14, sandwich],
  ["fries, french fries, chips, portion of french fries", 0.16, fries],
  ["popcorn, bucket of popcorn, box of popcorn", 0.25, popcorn],
  ["cheese, wedge of cheese, cheese wedge, piece of cheese, wheel of cheese", 0.15, cheese],
  ["egg", 0.06, egg],
  ["steak, meat", 0.25, steak],
  ["chicken leg, drumstick, turkey leg, chicken drumstick", 0.16, chickenLeg],
  ["soup, bowl of soup, soup bowl, stew, bowl", 0.2, (look) => bowl(look, "soup")],
  [
    "ramen, noodle, noodle bowl, bowl of noodles, bowl of ramen, noodles, spaghetti, pasta",
    0.22,
    (look) => bowl(look, "noodles"),
  ],
  ["rice, bowl of rice, rice bowl", 0.18, (look) => bowl(look, "rice")],
]);
