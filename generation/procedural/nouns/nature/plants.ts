/**
 * Flowers, mushrooms, fruit of the field.
 *
 * @module
 */
import { leaf, petal } from "../../builders/plants.ts";
import {
  around,
  ball,
  bark,
  cylinder,
  glowing,
  gradient,
  group,
  hex,
  lathe,
  limb,
  type Material,
  matte,
  part,
  type Parts,
  plastic,
  polished,
  row,
  skin,
  spotted,
  striped,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

function mushroom(look: Look): Parts {
  const cap = look.skin("primary cap", polished, ["#c8281f", "#c8281f", "#a8622c"]);
  const dots = look.skin("secondary spot dot", matte, "#f6f0e2");
  const stem = look.skin("stem stalk", skin, "#f0e6d0");
  const rise = look.between(0.9, 1.15);
  const under = striped("u", 44, matte(hex("#efe2c8")), matte(hex("#cdb894")));
  return [
    part(
      lathe(
        [[0, 0], [0.34, 0.02], [0.3, 0.14], [0.19, 0.4], [0.18, 0.75], [0.22, rise], [0, rise]],
        { smooth: true },
      ),
      stem,
    ),
    part(
      lathe(
        [[0.2, 0.8], [0.38, 0.64], [0.36, 0.68], [0.2, 0.74]],
      ),
      stem,
      { thin: true },
    ),
    part(lathe([[0.16, rise], [0.8, rise - 0.06]]), under, { thin: true }),
    part(
      lathe([[0.78, rise - 0.08], [0.86, rise - 0.02], [0.82, rise + 0.2], [0.6, rise + 0.5], [
        0.3,
        rise + 0.66,
      ], [0, rise + 0.7]], { smooth: true }),
      cap,
    ),
    around(
      6,
      (i) =>
        part(ball(0.1 + 0.03 * (i % 2), 0.1, 0.05), dots, {
          at: [0, rise + 0.24, 0.79],
          turn: [-22, 0, 0],
        }),
      { start: 20 },
    ),
    around(
      4,
      () => part(ball(0.11, 0.1, 0.05), dots, { at: [0, rise + 0.52, 0.52], turn: [-50, 0, 0] }),
      { start: 50 },
    ),
    part(ball(0.12, 0.045, 0.12), dots, { at: [0.04, rise + 0.68, 0.06] }),
  ];
}

function flower(look: Look, kind: "daisy" | "sunflower" | "tulip" | "rose" | "lotus"): Parts {
  const green = plastic(hex("#4c8c3c"));
  const stemTop = kind === "lotus" ? 0.1 : 1.35;
  const stem: Parts = kind === "lotus"
    ? [part(cylinder(0.95, 0.05), look.skin("leaf", polished, "#3c8448"), { at: [0, 0, 0] })]
    : [
      part(
        tube(
          [[0.05, 0, 0], [-0.04, 0.6, 0], [0, stemTop, 0]],
          kind === "sunflower" ? 0.065 : 0.045,
        ),
        green,
      ),
      leaf(0.75, 0.3, "#4c8c3c", { at: [0, 0.35, 0], turn: [0, 25, 0] }, 42),
      leaf(0.7, 0.28, "#4c8c3c", { at: [-0.02, 0.55, 0], turn: [0, 195, 0] }, 42),
      kind === "rose"
        ? row(
          6,
          (i, t) =>
            part(lathe([[0, 0], [0.03, 0], [0, 0.1]]), green, {
              at: [i % 2 ? 0.03 : -0.06, 0.2 + t * 0.9, 0],
              turn: [0, 0, i % 2 ? -75 : 75],
            }),
        )
        : [],
    ];
  let head: Parts;
  if (kind === "daisy" || kind === "sunflower") {
    const tint = look.skin(
      "primary petal",
      matte,
      kind === "daisy" ? ["#f6f4f0", "#e878a8", "#9c6cd0", "#f0b030"] : "#f4b820",
    );
    const core = look.skin(
      "center centre secondary",
      matte,
      kind === "daisy" ? "#e8b020" : "#54341c",
    );
    const count = kind === "daisy" ? 13 : 20;
    head = group(
      { at: [0, stemTop, 0.05], turn: [62, 0, 0] },
      around(
        count,
        (i) => petal(0.62, 0.27, tint, 82 + (i % 2) * 7, { at: [0, 0.02 * (i % 2), 0.2] }, 0.15),
      ),
      kind === "sunflower"
        ? around(count, () => petal(0.54, 0.25, tint, 74, { at: [0, 0.05, 0.2] }, 0.15), {
          start: 9,
        })
        : [],
      part(
        ball(kind === "sunflower" ? 0.37 : 0.25, 0.14, kind === "sunflower" ? 0.37 : 0.25),
        spotted(20, 0.4, core, matte(hex(kind === "sunflower" ? "#7c5424" : "#f4cc40"))),
        { at: [0, 0.05, 0], bump: { height: 0.03, scale: 24 } },
      ),
      part(lathe([[0, -0.14], [0.2, -0.08], [0.3, 0], [0, 0.02]]), green),
    );
  } else if (kind === "tulip") {
    const tint = look.skin("primary petal", plastic, ["#d8283c", "#f0b830", "#b048a8", "#f080a0"]);
    head = [0, 1].map((ring) =>
      around(
        3,
        () =>
          petal(
            0.85 - ring * 0.05,
            0.72,
            gradient("v", 0, 0.25, matte(hex("#e8d890")), tint),
            4 + ring * 6,
            { at: [0, stemTop - 0.08, 0.19 + ring * 0.05] },
            0.62,
          ),
        { start: ring * 60 },
      )
    );
  } else if (kind === "rose") {
    const tint = look.skin("primary petal", matte, ["#b4142c", "#d82840", "#e88ca4"]);
    const shaded = gradient("v", 0, 0.9, {
      ...tint,
      colour: (spot) => tint.colour(spot).map((value) => value * 0.62) as unknown as Vec3,
    }, tint);
    head = [
      [0, 1, 2, 3, 4].map((ring) =>
        around(
          3 + ring,
          () =>
            petal(0.5 + ring * 0.045, 0.32 + ring * 0.1, shaded, -6 + ring * 13, {
              at: [0, stemTop + 0.04 - ring * 0.02, 0.03 + ring * 0.055],
            }, 0.75),
          { start: ring * 47 },
        )
      ),
      around(5, () => petal(0.42, 0.14, green, 100, { at: [0, stemTop, 0.05] }, 0.2)),
      part(ball(0.1, 0.14, 0.1), green, { at: [0, stemTop, 0] }),
    ];
  } else {
    const tint = look.skin("primary petal", matte, ["#f2a0c0", "#f6e6ee"]);
    head = [
      [0, 1, 2].map((ring) =>
        around(
          8,
          () =>
            petal(
              0.68 - ring * 0.1,
              0.36,
              gradient("v", 0.1, 1, matte(hex("#fbeef0")), tint),
              62 - ring * 20,
              { at: [0, 0.1 + ring * 0.05, 0.16 - ring * 0.03] },
              0.5,
            ),
          { start: ring * 22 },
        )
      ),
      part(ball(0.14, 0.12, 0.14), matte(hex("#f0c83c")), { at: [0, 0.24, 0] }),
    ];
  }
  return [stem, head];
}

function cactus(look: Look): Parts {
  const green = look.skin("primary", skin, ["#4c8c4c", "#5c9c5c"]);
  const ribbed: Material = where(({ u }) => (u * 14) % 1 < 0.2, matte(hex("#a8c884")), green);
  const pot = look.skin("pot secondary", matte, "#b8683c");
  return [
    part(
      lathe([[0, -0.5], [0.42, -0.5], [0.56, 0.05], [0.64, 0.05], [0.64, 0.2], [0.56, 0.2], [
        0.52,
        0.1,
      ], [0, 0.1]]),
      pot,
    ),
    part(lathe([[0.55, 0.12], [0, 0.14]]), matte(hex("#5c4630"))),
    part(
      lathe([[0, 0.1], [0.3, 0.15], [0.33, 0.9], [0.25, 1.35], [0, 1.5]], {
        smooth: true,
        ribs: (a) => 1 + 0.06 * Math.cos(a * 14),
      }),
      ribbed,
    ),
    part(
      tube([[0.25, 0.62, 0], [0.58, 0.66, 0], [0.66, 0.85, 0], [0.66, 1.2, 0]], [
        0.13,
        0.14,
        0.15,
        0.13,
      ]),
      ribbed,
    ),
    part(
      tube([[-0.25, 0.82, 0], [-0.54, 0.86, 0], [-0.62, 1, 0], [-0.62, 1.3, 0]], [
        0.12,
        0.13,
        0.13,
        0.12,
      ]),
      ribbed,
    ),
    around(
      5,
      () =>
        petal(0.22, 0.14, look.skin("flower accent", matte, "#e8508c"), 35, {
          at: [0, 1.46, 0.03],
        }),
    ),
    row(110, () => {
      const [a, y] = [look.between(0, 6.28), look.between(0.25, 1.4)];
      const r = 0.33 * Math.min(1, Math.sqrt(Math.max(0.05, (1.52 - y) * 2.2)));
      return part(
        limb([r * Math.cos(a), y, r * Math.sin(a)], [
          (r + 0.07) * Math.cos(a),
          y + 0.02,
          (r + 0.07) * Math.sin(a),
        ], 0.007),
        matte(hex("#f4ecd0")),
        { detail: 0.3 },
      );
    }),
  ];
}

function leafNoun(look: Look): Parts {
  const tint = look.skin("primary", matte, ["#5c9c3c", "#d0742c", "#c83c2c"]);
  const [r, g, b] = tint.colour({
    at: [0, 0, 0],
    local: [0, 0, 0],
    grain: [0, 0, 0],
    normal: [0, 1, 0],
    u: 0,
    v: 0,
    piece: 0,
    random: 0.5,
  });
  return group(
    { turn: [70, 0, 90], at: [0, 0, 0] },
    leaf(1.8, 1.15, [r, g, b], {}, 4),
    part(tube([[-0.5, 0.05, 0], [-0.2, 0, 0], [1.2, 0.02 - 0.1, 0]], [0.035, 0.03, 0.01]), tint),
  );
}

function acorn(look: Look): Parts {
  return [
    part(
      lathe([[0, -0.95], [0.05, -0.85], [0.35, -0.6], [0.58, 0], [0.5, 0.25], [0, 0.25]], {
        smooth: true,
      }),
      look.skin("primary", polished, "#a8743c"),
    ),
    part(
      lathe([[0.56, 0.12], [0.7, 0.16], [0.64, 0.45], [0.3, 0.66], [0, 0.7]], { smooth: true }),
      spotted(9, 0.5, matte(hex("#6c4a2c")), matte(hex("#8c6440"))),
      { bump: { height: 0.04, scale: 11 } },
    ),
    part(tube([[0, 0.66, 0], [0.03, 0.85, 0], [0.1, 0.95, 0]], 0.06), bark(hex("#5c4028"))),
  ];
}

function pinecone(look: Look): Parts {
  const scale = look.skin("primary", matte, "#7c5434");
  const rows: Parts[] = [];
  for (let i = 0; i < 13; i++) {
    const t = i / 12;
    const r = 0.52 * Math.sin(Math.PI * (0.12 + 0.84 * t)) ** 0.8 + 0.05;
    rows.push(
      around(Math.max(4, Math.round(r * 17)), () =>
        part(
          ball(0.13, 0.05, 0.17),
          gradient("z", -0.1, 0.16, scale, matte(hex("#a87c50")), true),
          { at: [0, -0.85 + t * 1.7, r * 0.8], turn: [-38 - t * 25, 0, 0] },
        ), { start: i * 19 }),
    );
  }
  return [part(ball(0.4, 0.85, 0.4), matte(hex("#4c3020"))), rows];
}

function pumpkin(look: Look): Parts {
  const carved = look.says("lantern jack halloween spooky carved scary");
  const rind = look.skin("primary", polished, "#e07820");
  const ribs = lathe([[0, -0.5], [0.3, -0.58], [0.78, -0.42], [0.98, 0], [0.8, 0.45], [0.3, 0.56], [
    0,
    0.46,
  ]], { smooth: true, ribs: (a) => 0.93 + 0.09 * Math.abs(Math.cos(a * 5)) ** 0.6 });
  const face = ({ at: [x, y, z] }: { at: Vec3 }): boolean => {
    if (z < 0.3) return false;
    const eye = (cx: number) => y > 0.08 && y < 0.34 && Math.abs(x - cx) < (0.34 - y) * 0.75;
    const nose = y > -0.06 && y < 0.08 && Math.abs(x) < (0.08 - y) * 0.6;
    const mouth = Math.abs(x) < 0.52 && y < -0.1 + x * x * 0.5 - 0 && y > -0.34 + x * x * 0.95 &&
      !(Math.abs(x - 0.14) < 0.06 && y > -0.18) && !(Math.abs(x + 0.2) < 0.06 && y < -0.22);
    return eye(0.32) || eye(-0.32) || nose || mouth;
  };
  return [
    part(ribs, carved ? { ...where(face, glowing(hex("#ffc83c")), rind), glow: 0 } : rind),
    part(
      tube([[0, 0.42, 0], [0.02, 0.68, 0], [0.16, 0.9, 0.04]], [0.15, 0.1, 0.09]),
      look.skin("stem secondary", bark, "#5c7434"),
    ),
    part(
      tube([[0, 0.55, 0], [-0.25, 0.68, 0.15], [-0.4, 0.5, 0.32], [-0.52, 0.62, 0.4]], [
        0.03,
        0.025,
        0.02,
        0.012,
      ]),
      plastic(hex("#5c8434")),
    ),
    carved ? [] : leaf(0.6, 0.5, "#5c8c3c", { at: [0, 0.58, 0], turn: [0, 150, 0] }, 10),
  ];
}

function fern(look: Look): Parts {
  const tint = look.vary(hex("#5c9c44"));
  return [
    around(11, (i) =>
      row(9, (_, t) => {
        const lean = 0.9 + 0.25 * (i % 2);
        const at: Vec3 = [0, 1.0 * t * (1.5 - 0.75 * t) * (1.2 - lean * 0.3), t * lean];
        return [
          leaf(0.3 * (1.1 - t), 0.11, tint, { at, turn: [0, 0, 0] }, 10),
          leaf(0.3 * (1.1 - t), 0.11, tint, { at, turn: [0, 180, 0] }, 10),
        ];
      })),
    around(
      11,
      (i) =>
        part(
          tube([[0, 0, 0], [0, 0.5, 0.35], [0, 0.72, 0.8 + 0.2 * (i % 2)]], [0.025, 0.02, 0.008]),
          plastic(hex("#4c7c38")),
        ),
    ),
    look.says("pot potted") || look.random() < 0.5
      ? part(
        lathe([[0, -0.7], [0.34, -0.7], [0.48, 0], [0.44, 0], [0, -0.06]]),
        look.skin("pot secondary", matte, "#b8683c"),
      )
      : [],
  ];
}

function houseplant(look: Look): Parts {
  const pot = look.skin("pot secondary", polished, ["#f0ece4", "#b8683c", "#3c5c74"]);
  return [
    part(lathe([[0, -0.8], [0.4, -0.8], [0.58, -0.1], [0.52, -0.1], [0, -0.16]]), pot),
    part(lathe([[0.52, -0.14], [0, -0.12]]), matte(hex("#4c3828"))),
    row(
      13,
      (i) =>
        leaf(look.between(0.7, 1.1), look.between(0.3, 0.42), look.vary(hex("#3c8444")), {
          at: [0, -0.05 + i * 0.03, 0],
          turn: [0, i * 137, 0],
        }, 48 + (i % 4) * 10),
    ),
  ];
}

/** Flowers, mushrooms, fruit of the field. */
export const PLANTS: readonly Noun[] = nounsOf("nature", [
  ["mushroom, toadstool, fungus, chanterelle, morel", 0.2, mushroom],
  [
    "flower, daisy, blossom, wildflower, orchid, lily, daffodil, dandelion, poppy, hibiscus",
    0.5,
    (look) => flower(look, "daisy"),
  ],
  ["sunflower", 1.2, (look) => flower(look, "sunflower")],
  ["tulip", 0.5, (look) => flower(look, "tulip")],
  ["rose, red rose", 0.5, (look) => flower(look, "rose")],
  ["lotus, water lily, lotus flower", 0.4, (look) => flower(look, "lotus")],
  ["cactus, succulent", 0.8, cactus],
  ["fern", 0.6, fern],
  ["houseplant, plant, potted plant, pot plant, flower pot, flowerpot, agave", 0.7, houseplant],
  ["leaf", 0.1, leafNoun],
  ["pumpkin, jack o lantern, halloween pumpkin", 0.4, pumpkin],
  ["acorn", 0.04, acorn],
  ["pinecone, pine cone", 0.1, pinecone],
]);
