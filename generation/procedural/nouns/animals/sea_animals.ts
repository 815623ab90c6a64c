/**
 * Animals of the sea.
 *
 * @module
 */
import { eye } from "../../builders/quadruped.ts";
import {
  around,
  ball,
  blob,
  bone,
  extrude,
  gradient,
  group,
  hex,
  lathe,
  limb,
  lump,
  type Material,
  matte,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  scales,
  skin,
  smoothLine,
  spotted,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

function fish(look: Look, kind: "fish" | "shark" | "whale" | "dolphin"): Parts {
  const isFish = kind === "fish";
  const back = look.skin(
    "primary",
    isFish ? scales : skin,
    {
      fish: ["#f08a24", "#3c8cc8", "#e0b83c", "#c84c5c"],
      shark: ["#70808c"],
      whale: ["#3c5c84"],
      dolphin: ["#6c8ca8"],
    }[kind],
  );
  const belly = look.skin("secondary belly stripe", skin, isFish ? "#f6f2ea" : "#e8ecee");
  const clown = isFish && (look.says("clownfish clown nemo") || look.random() < 0.4);
  const [long, tall, wide] = {
    fish: [0.95, 0.5, 0.26],
    shark: [1.25, 0.34, 0.33],
    whale: [1.15, 0.52, 0.55],
    dolphin: [1.15, 0.3, 0.29],
  }[kind];
  const coat: Material = clown
    ? where(
      ({ at }) => [0.55, 0.02, -0.5].some((z) => Math.abs(at[2] - z + 0.06 * at[1] * at[1]) < 0.09),
      belly,
      back,
    )
    : isFish
    ? gradient("y", -0.3, 0.05, belly, back)
    : where(({ at }) => at[1] < -tall * 0.18 - 0.05 * Math.sin(at[2] * 3), belly, back);
  const fin = look.skin(
    "fin accent",
    skin,
    isFish ? "#f0a03c" : kind === "shark" ? "#5c6c78" : kind === "whale" ? "#33507a" : "#5c7c98",
  );
  const body = kind === "fish"
    ? [lump([0, 0, 0.1], [wide, tall, long * 0.72]), bone([0, 0, -0.35], [0, 0, -0.8], 0.2, 0.07)]
    : kind === "whale"
    ? [lump([0, 0, 0.35], [wide, tall, 0.8]), bone([0, 0.02, -0.2], [0, 0.16, -1.15], 0.36, 0.09)]
    : [
      lump([0, 0, 0.25], [wide, tall, 0.75]),
      bone([0, 0, -0.2], [0, 0.05, -1.15], wide * 0.72, 0.06),
      bone(
        [0, kind === "dolphin" ? -0.06 : 0.02, 0.8],
        [0, kind === "dolphin" ? -0.12 : 0.05, kind === "dolphin" ? 1.3 : 1.12],
        wide * 0.55,
        kind === "dolphin" ? 0.065 : 0.1,
      ),
    ];
  const tailZ = kind === "fish" ? -0.8 : -1.12;
  const upright = kind === "fish" || kind === "shark";
  const tailFin = upright
    ? extrude(
      smoothLine([[0.08, 0], [-0.28, 0.5], [-0.5, 0.55], [-0.32, 0], [
        -0.5,
        kind === "shark" ? -0.32 : -0.55,
      ], [-0.28, kind === "shark" ? -0.26 : -0.5]], true),
      0.06,
      { bevel: 0.12, pillow: true },
    )
    : extrude(
      smoothLine([[0.1, 0], [-0.12, 0.55], [-0.36, 0.68], [-0.26, 0], [-0.36, -0.68], [
        -0.12,
        -0.55,
      ]], true),
      0.08,
      { bevel: 0.15, pillow: true },
    );
  const side = (z: number, size: number, drop: number): Parts =>
    part(
      extrude(
        smoothLine([[0, 0.14], [0.55, -0.05], [0.7, -0.3], [0.3, -0.2], [0, -0.14]], true),
        0.05,
        { bevel: 0.12, pillow: true },
      ),
      fin,
      { at: [wide * 0.72, drop, z], turn: [80, 18, -22], scale: size },
    );
  return [
    part(blob(body, 0.16), coat),
    part(
      tailFin,
      fin,
      upright
        ? { at: [0, kind === "shark" ? 0.05 : 0, tailZ], turn: [0, -90, 0] }
        : { at: [0, 0.12, tailZ], turn: [90, -90, 0] },
    ),
    isFish
      ? [
        part(
          extrude(smoothLine([[0.4, 0], [0.15, 0.36], [-0.4, 0.26], [-0.5, 0]], true), 0.05, {
            bevel: 0.1,
          }),
          fin,
          { at: [0, tall * 0.86, 0.05], turn: [0, -90, 0] },
        ),
        part(
          extrude(smoothLine([[0.15, 0], [-0.1, -0.28], [-0.35, -0.2], [-0.2, 0]], true), 0.05, {
            bevel: 0.1,
          }),
          fin,
          { at: [0, -tall * 0.84, -0.15], turn: [0, -90, 0] },
        ),
      ]
      : kind === "whale"
      ? []
      : part(
        extrude(
          smoothLine([[0.3, 0], [-0.05, 0.42], [-0.22, 0.5], [-0.16, 0.15], [-0.22, 0]], true),
          0.07,
          { bevel: 0.12, pillow: true },
        ),
        kind === "shark" ? back : fin,
        { at: [0, tall * 0.84, 0.05], turn: [0, -90, 0] },
      ),
    mirrored(
      side(isFish ? 0.25 : 0.35, isFish ? 0.55 : 0.95, -tall * 0.3),
      isFish
        ? [
          part(ball(0.1, 0.1, 0.05), matte(hex("#f8f6f0")), {
            at: [wide * 0.66, 0.1, 0.55],
            turn: [0, 62, 0],
          }),
          eye([wide * 0.76, 0.1, 0.57], 0.06, "#17181c"),
        ]
        : eye(
          [
            wide * (kind === "whale" ? 0.86 : 0.78),
            kind === "whale" ? -0.06 : 0.05,
            kind === "whale" ? 0.72 : 0.78,
          ],
          0.045,
          "#17181c",
        ),
      kind === "shark"
        ? row(
          4,
          (i) =>
            part(
              tube([[wide * 0.86, 0.12, 0.5 - i * 0.07], [wide * 0.94, -0.02, 0.48 - i * 0.07], [
                wide * 0.86,
                -0.16,
                0.5 - i * 0.07,
              ]], 0.014),
              matte(hex("#3c464e")),
            ),
        )
        : [],
    ),
    kind === "shark"
      ? [
        part(
          tube([[-0.19, -0.1, 0.86], [-0.1, -0.13, 1.02], [0, -0.13, 1.08], [0.1, -0.13, 1.02], [
            0.19,
            -0.1,
            0.86,
          ]], 0.05),
          matte(hex("#7c2c30")),
        ),
        row(
          9,
          (_, t) =>
            part(
              lathe([[0, -0.09], [0.028, 0]]),
              polished(hex("#ffffff")),
              { at: [(t - 0.5) * 0.34, -0.08, 1.1 - Math.abs(t - 0.5) * 0.4] },
            ),
        ),
      ]
      : kind === "whale"
      ? [
        part(
          tube([[-0.46, -0.12, 0.72], [-0.3, -0.14, 1.0], [0, -0.13, 1.12], [0.3, -0.14, 1.0], [
            0.46,
            -0.12,
            0.72,
          ]], 0.02),
          matte(hex("#24384c")),
        ),
        around(
          5,
          () =>
            part(
              tube([[0, 0.5, 0.02], [0, 0.85, 0.06], [0, 0.95, 0.26], [0, 0.82, 0.36]], [
                0.045,
                0.04,
                0.04,
                0.03,
              ]),
              { ...polished(hex("#9cd4f0")), glow: 0.3 },
            ),
          { at: [0, 0, 0.45] },
        ),
      ]
      : kind === "fish"
      ? part(
        tube([[-0.08, -0.06, 0.76], [0, -0.05, 0.82], [0.08, -0.06, 0.76]], 0.03),
        skin(hex("#d8785c")),
      )
      : part(
        tube(
          [[0.11, -0.11, 0.9], [0.05, -0.13, 1.25], [-0.05, -0.13, 1.25], [-0.11, -0.11, 0.9]],
          0.012,
        ),
        matte(hex("#3c5468")),
      ),
  ];
}

function octopus(look: Look): Parts {
  const hide = look.skin("primary", skin, ["#c85c7c", "#8c5cb4", "#e0784c", "#4c8cb4"]);
  const pale = look.skin("secondary", skin, "#f2c4b8");
  return [
    part(
      blob([lump([0, 0.75, -0.05], [0.5, 0.56, 0.5]), lump([0, 0.25, 0], [0.42, 0.3, 0.42])], 0.2),
      spotted(6, 0.18, hide, pale),
    ),
    around(8, (i) => {
      const wave = i % 2 === 0 ? 1 : -1;
      return [
        part(
          tube([
            [0, 0.22, 0.26],
            [0.04 * wave, 0.05, 0.55],
            [0.14 * wave, -0.22, 0.85],
            [0.02, -0.26, 1.1],
            [-0.14 * wave, -0.08, 1.22],
            [-0.1 * wave, 0.06, 1.12],
          ], [0.17, 0.15, 0.11, 0.08, 0.055, 0.025]),
          hide,
        ),
        row(
          5,
          (_, t) =>
            part(ball(0.045 * (1.3 - t * 0.7), 0.03, 0.045), pale, {
              at: [0.1 * wave * Math.sin(t * 3), 0.08 - 0.33 * t, 0.6 + 0.5 * t],
            }),
        ),
      ];
    }, { start: 22 }),
    mirrored(
      part(ball(0.13), matte(hex("#fbf8f0")), { at: [0.22, 0.62, 0.4] }),
      eye([0.24, 0.63, 0.49], 0.075, "#17181c"),
    ),
    part(
      tube([[-0.12, 0.38, 0.42], [0, 0.34, 0.45], [0.12, 0.38, 0.42]], 0.02),
      matte(hex("#5c2438")),
    ),
  ];
}

function crab(look: Look): Parts {
  const shell = look.skin("primary", polished, ["#d0442c", "#e0703c"]);
  const claw = (side: number): Parts => [
    part(
      tube([[side * 0.55, 0.4, 0.3], [side * 0.98, 0.45, 0.5], [side * 0.95, 0.55, 0.8]], [
        0.1,
        0.1,
        0.12,
      ]),
      shell,
    ),
    part(
      blob([
        lump([side * 0.9, 0.62, 0.98], [0.2, 0.17, 0.24]),
        bone([side * 0.98, 0.68, 1.1], [side * 0.82, 0.72, 1.4], 0.12, 0.025),
        bone([side * 0.8, 0.58, 1.1], [side * 0.66, 0.6, 1.36], 0.09, 0.02),
      ], 0.04),
      shell,
    ),
  ];
  return [
    part(ball(0.68, 0.3, 0.48), spotted(6, 0.14, shell, polished(hex("#f4b48c"))), {
      at: [0, 0.4, 0],
    }),
    claw(1),
    claw(-1),
    mirrored(
      row(
        4,
        (i) =>
          part(
            tube([[0.48, 0.36, 0.15 - i * 0.16], [0.9, 0.5, 0.12 - i * 0.24], [
              1.12,
              0.02,
              0.1 - i * 0.3,
            ]], [0.075, 0.065, 0.02]),
            shell,
          ),
      ),
      part(limb([0.17, 0.6, 0.36], [0.19, 0.84, 0.42], 0.035), shell),
      part(ball(0.085), matte(hex("#fbf8f0")), { at: [0.19, 0.88, 0.43] }),
      eye([0.195, 0.89, 0.5], 0.048, "#17181c"),
    ),
    part(
      tube([[-0.14, 0.36, 0.46], [0, 0.32, 0.485], [0.14, 0.36, 0.46]], 0.02),
      matte(hex("#7c2418")),
    ),
  ];
}

function jellyfish(look: Look): Parts {
  const bell = look.skin("primary", polished, ["#e08cc8", "#7cb8e8", "#b49ce8"]);
  const soft: Material = { ...bell, glow: 0.25 };
  return [
    part(
      lathe([[0.62, 0.28], [0.72, 0.3], [0.72, 0.42], [0.58, 0.85], [0.25, 1.08], [0, 1.12]], {
        smooth: true,
        ribs: (a, v) => 1 + 0.04 * Math.cos(a * 10) * (1 - v),
      }),
      soft,
    ),
    part(lathe([[0.6, 0.32], [0.3, 0.5], [0, 0.52]]), soft),
    around(
      10,
      (i) =>
        part(
          tube([[0, 0.34, 0.6], [0.06, 0, 0.5], [-0.07, -0.4, 0.56], [
            0.06,
            -0.8 - (i % 3) * 0.15,
            0.46,
          ]], [0.035, 0.028, 0.022, 0.01]),
          soft,
        ),
    ),
    around(
      4,
      () =>
        part(
          tube(
            [[0, 0.45, 0.14], [0.12, 0.05, 0.2], [-0.1, -0.35, 0.12], [0.1, -0.8, 0.2], [
              0,
              -1.1,
              0.1,
            ]],
            [0.09, 0.12, 0.11, 0.09, 0.03],
            { flat: 0.4 },
          ),
          {
            ...soft,
            colour: (spot) =>
              soft.colour(spot).map((value) => Math.min(1, value * 1.12)) as unknown as Vec3,
          },
        ),
    ),
  ];
}

function starfish(look: Look): Parts {
  const hide = look.skin("primary", skin, ["#e8743c", "#d84c5c", "#e0a83c"]);
  return group(
    { turn: [-18, 0, 0] },
    part(
      blob([
        lump([0, 0, 0], [0.32, 0.32, 0.2]),
        ...[0, 1, 2, 3, 4].map((i) =>
          bone([0, 0, 0], [0.95 * Math.sin(i * 1.2566), 0.95 * Math.cos(i * 1.2566), 0], 0.27, 0.07)
        ),
      ], 0.14),
      spotted(9, 0.26, hide, skin(hex("#f6d4a4"))),
      { bump: { height: 0.015, scale: 18 } },
    ),
  );
}

/** Animals of the sea. */
export const SEA_ANIMALS: readonly Noun[] = nounsOf("animals", [
  [
    "fish, goldfish, clownfish, koi, tropical fish, tuna, salmon, angelfish, koi fish",
    0.3,
    (look) => fish(look, "fish"),
  ],
  ["shark, great white shark", 3, (look) => fish(look, "shark")],
  ["whale, blue whale, orca, humpback whale", 8, (look) => fish(look, "whale")],
  ["dolphin, porpoise", 2.5, (look) => fish(look, "dolphin")],
  ["octopus, squid", 1, octopus],
  ["jellyfish", 0.5, jellyfish],
  ["starfish, sea star", 0.2, starfish],
  ["crab, lobster", 0.3, crab],
]);
