/**
 * Nouns of the category "jewelry".
 *
 * @module
 */
import {
  around,
  ball,
  crystal,
  extrude,
  type Finish,
  group,
  hex,
  lathe,
  leather,
  limb,
  type Material,
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
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import { type Noun, nounsOf } from "../noun.ts";

const GEM_COLOURS = ["#dcecf6", "#b4123a", "#1c48b0", "#129a60", "#8c44c4"];

/** A brilliant cut: crown, girdle and pavilion, its table up. */
function brilliant(radius: number, gem: Material, sides = 8): Parts {
  return part(
    lathe([
      [0, -radius * 0.95],
      [radius, 0],
      [radius, radius * 0.06],
      [radius * 0.6, radius * 0.38],
      [0, radius * 0.38],
    ], { sides }),
    gem,
  );
}

function gemOf(look: Look, standard: readonly string[] = GEM_COLOURS): Material {
  const word = [
    "ruby",
    "sapphire",
    "emerald",
    "diamond",
    "amethyst",
    "topaz",
    "opal",
    "pearl",
    "turquoise",
  ].find((name) => look.says(name));
  const named: Readonly<Record<string, string>> = {
    ruby: "#b4123a",
    sapphire: "#1c48b0",
    emerald: "#129a60",
    diamond: "#dcecf6",
    amethyst: "#8c44c4",
    topaz: "#e8a030",
    opal: "#e4e8f0",
    pearl: "#f2ece4",
    turquoise: "#2cbcb4",
  };
  return look.skin(
    "gem gemstone stone jewel secondary diamond ruby sapphire emerald",
    word === "pearl" ? polished : crystal,
    word ? named[word] : standard,
  );
}

function goldOf(look: Look): Material {
  return look.skin("primary band chain", metal, ["#e0ac38", "#c8ccd2", "#dca088"]);
}

function ring(look: Look): Parts {
  const band = goldOf(look);
  const gem = gemOf(look);
  if (look.says("wedding band plain simple")) {
    return group(
      { turn: [60, 20, 0] },
      part(
        lathe([[0.78, -0.16], [0.9, -0.14], [0.92, 0], [0.9, 0.14], [0.78, 0.16], [0.76, 0], [
          0.78,
          -0.16,
        ]]),
        band,
      ),
    );
  }
  return [
    group(
      { at: [0, 0, 0], turn: [90, 0, 0] },
      part(
        lathe([[0.7, -0.1], [0.82, -0.09], [0.84, 0], [0.82, 0.09], [0.7, 0.1], [0.68, 0], [
          0.7,
          -0.1,
        ]]),
        band,
      ),
    ),
    group(
      { at: [0, 0.98, 0] },
      part(lathe([[0, -0.2], [0.16, -0.2], [0.3, 0.02], [0.27, 0.02], [0, -0.12]]), band),
      group({ at: [0, 0.16, 0] }, brilliant(0.42, gem)),
      around(
        6,
        () =>
          part(
            tube([[0, -0.12, 0.2], [0, 0.1, 0.4], [0, 0.26, 0.36]], [0.035, 0.035, 0.045]),
            band,
          ),
      ),
    ),
    mirrored(
      row(3, (i) =>
        group(
          { at: [0.44 + i * 0.14, 0.74 - i * 0.11, 0], turn: [0, 0, -34 - i * 9] },
          brilliant(0.085, gem),
        )),
    ),
  ];
}

/** A chain or string along a hanging curve, from both shoulders to the breast. */
function hanging(t: number): Vec3 {
  const a = (t - 0.5) * 5.2;
  return [
    0.82 * Math.sin(a * 0.62) * 1.02,
    0.9 - 1.25 * Math.cos(a * 0.62) ** 1.0 * (Math.abs(t - 0.5) < 0.5 ? 1 : 1),
    -0.34 * (1 - Math.cos(a * 0.62)) + 0.1,
  ];
}

function necklace(look: Look, kind: "pearl" | "pendant"): Parts {
  const chain = goldOf(look);
  const gem = gemOf(look);
  if (kind === "pearl" || look.says("pearl bead beaded")) {
    const pearl = look.skin("primary pearl bead", polished, "#f2ece2");
    return row(
      29,
      (_, t) => part(ball(0.07 + 0.035 * (1 - Math.abs(t - 0.5) * 2)), pearl, { at: hanging(t) }),
    );
  }
  const isHeart = look.says("heart locket");
  const heart = smoothLine([
    [0, -0.3],
    [0.28, -0.02],
    [0.3, 0.2],
    [0.15, 0.28],
    [0, 0.16],
    [-0.15, 0.28],
    [-0.3, 0.2],
    [-0.28, -0.02],
  ], true);
  return [
    row(
      56,
      (i, t) =>
        part(torus(0.045, 0.022), chain, {
          at: hanging(t),
          turn: [i % 2 ? 90 : 20, (t - 0.5) * -90, (t - 0.5) * 120],
        }),
    ),
    group(
      { at: [0, -0.62, 0.14] },
      part(torus(0.06, 0.03), chain, { at: [0, 0.24, 0], turn: [90, 0, 0] }),
      isHeart
        ? part(
          extrude(heart, 0.22, { bevel: 0.16, pillow: true }),
          look.says("locket") ? chain : gem,
          { at: [0, -0.12, 0] },
        )
        : [
          part(lathe([[0.2, -0.04], [0.3, -0.02], [0.3, 0.04], [0.2, 0.06]]), chain, {
            at: [0, -0.12, 0],
            turn: [90, 0, 0],
          }),
          group({ at: [0, -0.12, 0.04], turn: [90, 0, 0] }, brilliant(0.24, gem)),
          around(10, () => part(ball(0.045), chain, { at: [0, 0, 0.3] })).map((each) => each)
              .length > 0
            ? group(
              { at: [0, -0.12, 0.02], turn: [90, 0, 0] },
              around(12, () => part(ball(0.045), chain, { at: [0, 0, 0.3] })),
            )
            : [],
          part(lathe([[0, -0.3], [0.08, -0.16], [0, 0.02]], { smooth: true }), gem, {
            at: [0, -0.48, 0.02],
          }),
        ],
    ),
  ];
}

function bracelet(look: Look): Parts {
  const band = goldOf(look);
  const gem = gemOf(look);
  const kind = look.says("bead beaded pearl")
    ? 0
    : look.says("bangle cuff")
    ? 1
    : look.says("charm chain")
    ? 2
    : look.pick([1, 3]);
  if (kind === 0) {
    return group(
      { turn: [22, 0, 0] },
      around(
        22,
        (i) =>
          part(ball(0.13), i % 3 === 0 ? band : look.skin("primary bead", polished, "#2cbcb4"), {
            at: [0, 0, 0.88],
          }),
      ),
    );
  }
  if (kind === 2) {
    return group(
      { turn: [22, 0, 0] },
      around(
        26,
        (
          i,
        ) => [
          part(torus(0.1, 0.045), band, { at: [0, 0, 0.86], turn: [i % 2 ? 90 : 0, 90, 0] }),
          i % 5 === 0
            ? group(
              { at: [0, -0.24, 0.9] },
              part(limb([0, 0.14, 0], [0, 0.05, 0], 0.02), band),
              i % 10 === 0
                ? part(extrude(star(5, 0.13, 0.055), 0.06), band)
                : part(ball(0.09), gem),
            )
            : [],
        ],
      ),
    );
  }
  return group(
    { turn: [24, 0, 0] },
    part(
      lathe([[0.84, -0.2], [0.9, -0.19], [0.92, 0], [0.9, 0.19], [0.84, 0.2], [0.82, 0], [
        0.84,
        -0.2,
      ]]),
      band,
    ),
    [0.19, -0.19].map((y) => part(torus(0.885, 0.07), band, { at: [0, y, 0] })),
    around(12, () => group({ at: [0, 0, 0.9], turn: [90, 0, 0] }, brilliant(0.13, gem))),
    around(24, () => [0.1, -0.1].map((y) => part(ball(0.035), band, { at: [0, y, 0.92] }))),
  );
}

function earrings(look: Look): Parts {
  const gold = goldOf(look);
  const gem = gemOf(look);
  const isHoop = look.says("hoop");
  const one: Parts = isHoop
    ? [
      part(
        tube(
          Array.from(
            { length: 24 },
            (
              _,
              i,
            ): Vec3 => [
              0.4 * Math.sin(i / 23 * 6.1 + 0.1),
              -0.5 + 0.4 * Math.cos(i / 23 * 6.1 + 0.1),
              0,
            ],
          ),
          0.045,
        ),
        gold,
      ),
      part(tube([[0, -0.1, 0], [0, 0.08, 0], [0, 0.1, -0.14]], 0.022), gold),
    ]
    : [
      part(tube([[0, 0.55, 0], [0, 0.78, 0], [0, 0.82, -0.12], [0, 0.66, -0.2]], 0.025), gold),
      group(
        { at: [0, 0.45, 0.05], turn: [90, 0, 0] },
        brilliant(0.13, gem),
        part(torus(0.13, 0.05), gold),
      ),
      row(
        3,
        (i) =>
          part(torus(0.035, 0.02), gold, {
            at: [0, 0.27 - i * 0.06, 0.04],
            turn: [i % 2 ? 90 : 0, 0, 90],
          }),
      ),
      part(
        lathe([[0, -0.5], [0.2, -0.32], [0.24, -0.14], [0.1, 0.08], [0, 0.14]], { sides: 8 }),
        gem,
        { at: [0, -0.06, 0.04] },
      ),
      part(lathe([[0.06, 0.06], [0.12, 0.0], [0.02, 0.16]]), gold, { at: [0, -0.02, 0.04] }),
    ];
  return [
    group({ at: [-0.42, 0, 0], turn: [0, 12, 0] }, one),
    group({ at: [0.42, 0, 0], turn: [0, -12, 0] }, one),
  ];
}

function crown(look: Look): Parts {
  const gold = look.skin("primary", metal, ["#e0ac38", "#e4b440"]);
  const isRoyal = look.says("royal king queen velvet") || look.random() < 0.5;
  const tints = ["#b4123a", "#1c48b0", "#129a60"].map((code) =>
    look.skin("gem jewel secondary gemstone", crystal, code)
  );
  return [
    part(lathe([[0.78, -0.35], [0.84, -0.33], [0.9, 0.05], [0.84, 0.05], [0.76, -0.33]]), gold),
    part(torus(0.82, 0.1), gold, { at: [0, -0.33, 0] }),
    part(torus(0.88, 0.07), gold, { at: [0, 0.04, 0] }),
    around(8, (i) => [
      part(
        sheet((u, v) => {
          const half = 0.2 * (1 - v) ** 0.8;
          const x = (2 * u - 1) * half;
          return [x, 0.04 + 0.55 * v, 0.88 + 0.08 * v - x * x * 0.5];
        }),
        gold,
        { thin: true },
      ),
      part(
        sheet((u, v) => {
          const half = 0.2 * (1 - v) ** 0.8;
          const x = (2 * u - 1) * half;
          return [x, 0.04 + 0.55 * v, 0.84 + 0.08 * v - x * x * 0.5];
        }),
        gold,
        { thin: true },
      ),
      part(ball(0.075), gold, { at: [0, 0.62, 0.95] }),
      group(
        { at: [0, -0.14, 0.87], turn: [82, 0, 0] },
        brilliant(0.11, tints[i % 3]),
        part(torus(0.115, 0.04), gold),
      ),
      part(ball(0.05), polished(hex("#f2ece2")), { at: [0.32, -0.15, 0.81] }),
    ]),
    isRoyal
      ? [
        part(ball(0.74, 0.62, 0.74), look.skin("velvet lining", velvet, "#8c1430"), {
          at: [0, 0.02, 0],
        }),
        around(
          4,
          () =>
            part(tube([[0, 0.1, 0.86], [0, 0.6, 0.72], [0, 0.86, 0.3], [0, 0.82, 0]], 0.06), gold),
        ),
        part(ball(0.14), gold, { at: [0, 0.94, 0] }),
        part(
          extrude([
            [-0.04, 0],
            [0.04, 0],
            [0.04, 0.12],
            [0.12, 0.12],
            [0.12, 0.2],
            [0.04, 0.2],
            [0.04, 0.32],
            [-0.04, 0.32],
            [-0.04, 0.2],
            [-0.12, 0.2],
            [-0.12, 0.12],
            [-0.04, 0.12],
          ], 0.06),
          gold,
          { at: [0, 1.04, 0] },
        ),
      ]
      : [],
  ];
}

function tiara(look: Look): Parts {
  const silver = look.skin("primary", metal, ["#d0d4da", "#e0ac38"]);
  const gem = gemOf(look);
  return group(
    { turn: [12, 0, 0] },
    part(torus(0.9, 0.06, 0.55), silver),
    part(torus(0.88, 0.045, 0.5), silver, { at: [0, 0.18, 0] }),
    row(9, (_, t) => {
      const rise = 0.34 + 0.55 * (1 - Math.abs(t - 0.5) * 2) ** 1.3;
      return group(
        { turn: [0, (t - 0.5) * 150, 0] },
        part(tube([[-0.13, 0.02, 0.88], [0, rise, 0.92], [0.13, 0.02, 0.88]], 0.03), silver),
        group({ at: [0, rise * 0.42, 0.9], turn: [85, 0, 0] }, brilliant(0.085, gem)),
        part(ball(0.055), silver, { at: [0, rise + 0.04, 0.92] }),
        part(lathe([[0, -0.1], [0.04, 0], [0, 0.1]], { sides: 6 }), gem, {
          at: [0, rise + 0.15, 0.92],
        }),
      );
    }),
    group({ at: [0, 0.3, 0.95], turn: [85, 0, 0] }, brilliant(0.16, gem)),
  );
}

function brooch(look: Look): Parts {
  const gold = goldOf(look);
  const gem = gemOf(look);
  const shape = look.says("butterfly") ? "butterfly" : "flower";
  if (shape === "butterfly") {
    const wing = smoothLine([
      [0.05, 0],
      [0.4, 0.55],
      [0.9, 0.6],
      [0.85, 0.15],
      [0.55, -0.05],
      [0.75, -0.4],
      [0.5, -0.65],
      [0.15, -0.3],
    ], true);
    return [
      mirrored(
        part(extrude(wing, 0.12, { bevel: 0.08 }), gold),
        part(extrude(wing.map(([x, y]) => [x * 0.8 + 0.07, y * 0.78]), 0.15, { bevel: 0.06 }), gem),
      ),
      part(tube([[0, -0.4, 0.05], [0, 0, 0.08], [0, 0.4, 0.05]], [0.05, 0.08, 0.06]), gold),
      mirrored(part(tube([[0.02, 0.42, 0.05], [0.12, 0.6, 0.05], [0.2, 0.66, 0.05]], 0.022), gold)),
    ];
  }
  return group(
    { turn: [-8, 0, 0] },
    row(8, (i) =>
      group(
        { turn: [0, 0, i * 45] },
        part(ball(0.2, 0.34, 0.07), gold, { at: [0, 0.55, 0] }),
        part(ball(0.12, 0.24, 0.06), gem, { at: [0, 0.56, 0.05] }),
      )),
    row(16, (i) =>
      part(ball(0.055), polished(hex("#f2ece2")), {
        at: [0.36 * Math.sin(i * 0.3927), 0.36 * Math.cos(i * 0.3927), 0.1],
      })),
    group({ at: [0, 0, 0.12], turn: [90, 0, 0] }, brilliant(0.28, gem)),
    part(torus(0.29, 0.07), gold, { at: [0, 0, 0.08], turn: [90, 0, 0] }),
  );
}

function gemstone(look: Look, shape: "round" | "emerald" | "heart"): Parts {
  const gem = look.skin(
    "primary",
    crystal,
    look.says("ruby")
      ? "#b4123a"
      : look.says("sapphire")
      ? "#1c48b0"
      : look.says("emerald")
      ? "#129a60"
      : look.says("amethyst")
      ? "#8c44c4"
      : look.says("topaz")
      ? "#e8a030"
      : look.says("diamond")
      ? "#dcecf6"
      : GEM_COLOURS,
  );
  if (shape === "heart" || look.says("heart")) {
    const heart = smoothLine([
      [0, -0.85],
      [0.75, -0.1],
      [0.85, 0.45],
      [0.45, 0.75],
      [0, 0.45],
      [-0.45, 0.75],
      [-0.85, 0.45],
      [-0.75, -0.1],
    ], true);
    return part(extrude(heart, 0.6, { bevel: 0.35 }), gem);
  }
  if (shape === "emerald") {
    return group(
      { turn: [70, 0, 0] },
      part(
        lathe([[0, -0.5], [0.7, -0.2], [0.95, 0.05], [0.95, 0.12], [0.7, 0.38], [0, 0.38]], {
          sides: 8,
        }),
        gem,
        { scale: [0.8, 1, 1.1], turn: [0, 22.5, 0] },
      ),
    );
  }
  return group(
    { turn: [12, 0, 0] },
    part(
      lathe([[0, -0.95], [0.96, 0], [0.98, 0.05], [0.62, 0.36], [0.55, 0.4], [0, 0.4]], {
        sides: 10,
      }),
      gem,
    ),
  );
}

function pearlShell(look: Look): Parts {
  const nacre = look.skin("secondary shell", polished, "#e8d8d0");
  const pearl = look.skin("primary pearl", polished, "#f6f1ea");
  const half = (lift: number): Parts =>
    part(
      sheet((u, v) => {
        const a = (u - 0.5) * 2.9;
        const r = 1.15 * v * (1 + 0.035 * Math.cos(a * 14));
        return [
          r * Math.sin(a),
          0.3 * Math.sin(v * Math.PI) ** 1.0 * -1 + lift * 0,
          -0.75 + r * Math.cos(a),
        ];
      }),
      nacre,
      { thin: true },
    );
  return [
    group({ at: [0, -0.1, 0] }, half(0)),
    group(
      { at: [0, -0.05, -0.75], turn: [-62, 0, 0] },
      group({ scale: [1, -1, 1], at: [0, 0, 0.75] }, half(0)),
    ),
    part(ball(0.3), pearl, { at: [0, -0.02, 0.02] }),
  ];
}

function amulet(look: Look): Parts {
  const gold = look.skin("primary", metal, ["#d4a23a", "#9aa0a8"]);
  const gem = gemOf(look, ["#2c8cc8", "#b4123a", "#3cc49c"]);
  return [
    part(
      tube(
        Array.from({ length: 21 }, (_, i): Vec3 => {
          const a = (i / 20 - 0.5) * 5.6;
          return [0.62 * Math.sin(a), 0.55 - 0.62 * Math.cos(a) * 0.9 + 0.35, -0.08];
        }),
        0.03,
      ),
      leather(hex("#4c3020")),
    ),
    group(
      { at: [0, -0.45, 0] },
      part(lathe([[0.0, -0.06], [0.55, -0.06], [0.6, 0], [0.55, 0.06], [0, 0.08]]), gold, {
        turn: [90, 0, 0],
      }),
      group({ at: [0, 0, 0.06], turn: [90, 0, 0] }, brilliant(0.24, gem)),
      part(torus(0.27, 0.07), gold, { at: [0, 0, 0.07], turn: [90, 0, 0] }),
      row(8, (i) =>
        group(
          { turn: [0, 0, i * 45] },
          part(lathe([[0.09, 0], [0, 0.26]], { sides: 4 }), gold, { at: [0, 0.56, 0] }),
          part(ball(0.05), gem, { at: [0, 0.42, 0.08] }),
        )),
      part(torus(0.09, 0.04), gold, { at: [0, 0.68, 0], turn: [90, 0, 0] }),
    ),
  ];
}

function wristwatch(look: Look): Parts {
  const strap = look.skin("strap band secondary", leather as Finish, [
    "#5c3420",
    "#26272c",
    "#8c5a30",
  ]);
  const body = look.skin("primary case", metal, ["#e0ac38", "#c4c8ce"]);
  const face = look.skin("face dial accent", matte, ["#f4f1e8", "#1c2c4c"]);
  const dark = matte(hex("#26272c"));
  return group(
    { turn: [0, 0, 0] },
    part(
      sheet((u, v) => {
        const a = u * 2 * Math.PI;
        const w = 0.22 + 0.05 * Math.max(0, Math.cos(a));
        return [(2 * v - 1) * w, 0.78 * Math.sin(a), 0.62 * Math.cos(a) - 0.2];
      }),
      strap,
      { thin: true },
    ),
    part(
      sheet((u, v) => {
        const a = u * 2 * Math.PI;
        const w = 0.22 + 0.05 * Math.max(0, Math.cos(a));
        return [(2 * v - 1) * w, 0.73 * Math.sin(a), 0.57 * Math.cos(a) - 0.2];
      }),
      strap,
      { thin: true },
    ),
    group(
      { at: [0, 0, 0.44], turn: [90, 0, 0] },
      part(
        lathe([[0, -0.09], [0.46, -0.09], [0.5, 0], [0.46, 0.09], [0.4, 0.11], [0.39, 0.07], [
          0,
          0.07,
        ]]),
        body,
      ),
    ),
    group(
      { at: [0, 0, 0.525] },
      part(
        extrude(
          Array.from(
            { length: 36 },
            (_, i): [number, number] => [0.39 * Math.cos(i * 0.1745), 0.39 * Math.sin(i * 0.1745)],
          ),
          0.012,
        ),
        face,
      ),
      row(12, (i) =>
        group(
          { turn: [0, 0, i * 30] },
          part(limb([0, 0.3, 0.012], [0, 0.35, 0.012], 0.014), body),
        )),
      part(limb([0, 0, 0.02], [0.12, 0.14, 0.02], 0.02), dark),
      part(limb([0, 0, 0.025], [-0.06, 0.28, 0.025], 0.014), dark),
      part(ball(0.03), body, { at: [0, 0, 0.02] }),
    ),
    part(cylinderX(0.06, 0.1), body, { at: [0.53, 0, 0.44] }),
  );
}

function cylinderX(radius: number, long: number) {
  return limb([-long / 2, 0, 0], [long / 2, 0, 0], radius);
}

function cufflinks(look: Look): Parts {
  const gold = goldOf(look);
  const gem = gemOf(look, ["#1c2c4c", "#b4123a"]);
  const one: Parts = [
    part(lathe([[0, -0.08], [0.38, -0.08], [0.4, 0], [0.36, 0.06], [0, 0.06]]), gold, {
      turn: [70, 0, 0],
    }),
    part(ball(0.28, 0.08, 0.28), gem, { at: [0, 0.03, 0.06], turn: [70, 0, 0] }),
    part(limb([0, 0, -0.05], [0, -0.12, -0.45], 0.05), gold),
    part(ball(0.1, 0.2, 0.08), gold, { at: [0, -0.13, -0.48] }),
  ];
  return [
    group({ at: [-0.48, 0, 0] }, one),
    group({ at: [0.48, 0.05, -0.1], turn: [0, -25, 0] }, one),
  ];
}

function hairpin(look: Look): Parts {
  const gold = goldOf(look);
  const gem = gemOf(look);
  return group(
    { turn: [0, 0, 32] },
    mirrored(
      part(tube([[0.035, 0.55, 0], [0.06, -0.2, 0], [0.05, -1.0, 0]], [0.04, 0.035, 0.012]), gold),
    ),
    group({ at: [0, 0.62, 0.03], turn: [90, 0, 0] }, brilliant(0.2, gem)),
    row(6, (i) =>
      group(
        { at: [0, 0.62, 0], turn: [0, 0, i * 60] },
        part(ball(0.14, 0.22, 0.06), gold, { at: [0, 0.32, 0] }),
        part(ball(0.05), polished(hex("#f2ece2")), { at: [0, 0.36, 0.07] }),
      )),
  );
}

/** Nouns of the category "jewelry". */
export const JEWELRY: readonly Noun[] = nounsOf("jewelry", [
  [
    "ring, diamond ring, engagement ring, wedding ring, ruby ring, emerald ring, sapphire ring, signet ring",
    0.03,
    ring,
  ],
  [
    "necklace, pendant, locket, choker, chain, pendant necklace, diamond necklace",
    0.2,
    (look) => necklace(look, "pendant"),
  ],
  ["pearl necklace, beaded necklace, string of pearls", 0.2, (look) => necklace(look, "pearl")],
  ["bracelet, bangle, anklet, charm bracelet, armband, cuff, armlet", 0.08, bracelet],
  ["earring, earrings, hoop earrings, pair of earrings, hoop earring, stud", 0.05, earrings],
  ["crown, royal crown, king crown", 0.2, crown],
  ["tiara, diadem, coronet", 0.18, tiara],
  ["brooch, pin, badge, butterfly brooch, cameo", 0.05, brooch],
  [
    "diamond, gem, gemstone, jewel, ruby, sapphire, topaz, precious stone, opal",
    0.02,
    (look) => gemstone(look, "round"),
  ],
  ["emerald, garnet", 0.02, (look) => gemstone(look, "emerald")],
  ["heart, crystal heart", 0.05, (look) => gemstone(look, "heart")],
  ["pearl, oyster, clam", 0.08, pearlShell],
  ["amulet, talisman, medallion, medal", 0.12, amulet],
  ["watch, wristwatch, wrist watch, gold watch", 0.1, wristwatch],
  ["cufflinks, cufflink, pair of cufflinks", 0.03, cufflinks],
  ["hairpin, hair clip, hair pin, comb", 0.1, hairpin],
]);
