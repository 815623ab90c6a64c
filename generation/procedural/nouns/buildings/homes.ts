/**
 * Houses to live and work in.
 *
 * @module
 */
import { crown, trunk } from "../../builders/plants.ts";
import {
  around,
  ball,
  bark,
  blocks,
  box,
  brick,
  cloth,
  cylinder,
  extrude,
  glowing,
  grass,
  group,
  hex,
  lathe,
  limb,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  row,
  sheet,
  smoothLine,
  stone,
  straw,
  striped,
  tiles,
  tube,
  type Vec2,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { door, gable, gableWall, GLASS, lawn, windowPane } from "./walls.ts";

function house(look: Look): Parts {
  const isBrick = look.says("brick");
  const wall = look.skin(
    "primary wall",
    isBrick ? brick : (colour) =>
      striped(
        "y",
        10,
        matte(colour),
        matte([colour[0] * 0.82, colour[1] * 0.82, colour[2] * 0.82]),
        { share: 0.88 },
      ),
    ["#efe4cc", "#c8dce4", "#f0c89c", "#d8e4c4"],
  );
  const roof = look.skin("roof secondary", tiles(13), ["#b0442c", "#5c4c48", "#4c5c74"]);
  const frame = matte(hex("#f6f3ea"));
  return [
    lawn(look, 1.28),
    part(box(1.5, 0.9, 1.1, 0.01), wall, { at: [0, 0.46, 0] }),
    group({ at: [0, 0.9, 0] }, gableWall(1.5, 1.1, 0.62, wall), gable(1.5, 1.1, 0.64, roof, 0.13)),
    part(box(0.24, 0.6, 0.24, 0.01), brick(hex("#a4503a")), { at: [0.45, 1.42, -0.2] }),
    part(box(0.3, 0.07, 0.3, 0.01), stone(hex("#8c8880")), { at: [0.45, 1.73, -0.2] }),
    door(look, 0.3, 0.58, [0, 0.02, 0.56]),
    [-0.48, 0.48].map((x) => windowPane(look, 0.3, 0.32, [x, 0.52, 0.555], frame)),
    [1, -1].map((side) =>
      group(
        { turn: [0, 90 * side, 0] },
        windowPane(look, 0.28, 0.3, [-0.22, 0.52, 0.755], frame),
        windowPane(look, 0.28, 0.3, [0.24, 0.52, 0.755], frame),
        windowPane(look, 0.22, 0.24, [0, 1.14, 0.755], frame),
      )
    ),
    group(
      { turn: [0, 180, 0] },
      [-0.4, 0.4].map((x) => windowPane(look, 0.3, 0.32, [x, 0.52, 0.555], frame)),
    ),
    row(
      5,
      (i) =>
        part(box(0.2, 0.02, 0.13, 0.01), stone(hex("#b4b0a6")), {
          at: [0.02 * Math.sin(i * 2), 0.02, 0.72 + i * 0.12],
        }),
    ),
    [-0.62, 0.62, -0.34].map((x) =>
      part(ball(0.13, 0.12, 0.12), { ...grass(hex("#3c7838")), fuzz: 0.02 }, {
        at: [x, 0.08, 0.66],
      })
    ),
    group(
      { at: [-1.0, 0, -0.1], scale: 0.55 },
      trunk(0.8, 0.1, 0.08, hex("#6c4a30")),
      crown(look.plain(), [0, 1.15, 0], [0.46, 0.44, 0.46], {
        ...grass(hex("#4c8c38")),
        fuzz: 0.03,
      }, 8),
    ),
  ];
}

function cottage(look: Look): Parts {
  const wall = look.skin("primary wall", matte, ["#efe6d0", "#e4d4b0"]);
  const thatch = look.skin("roof secondary", straw, "#b8924c");
  const beam = wood(hex("#5c3822"));
  return [
    lawn(look, 1.25),
    part(box(1.4, 0.72, 1.0, 0.02), wall, { at: [0, 0.38, 0] }),
    part(box(1.42, 0.2, 1.02, 0.02), blocks(0.1)(hex("#9c968a")), { at: [0, 0.1, 0] }),
    group(
      { at: [0, 0.72, 0] },
      gableWall(1.4, 1.0, 0.72, wall),
      [1, -1].map((side) =>
        part(box(1.66, 0.14, 0.98, 0.06), thatch, {
          at: [0, 0.34, side * 0.32],
          turn: [side * 47, 0, 0],
        })
      ),
      part(tube([[-0.84, 0.74, 0], [0.84, 0.74, 0]], 0.09), thatch),
    ),
    mirrored(
      [0.51, -0.51].map((z) => part(box(0.07, 0.74, 0.05, 0.01), beam, { at: [0.68, 0.38, z] })),
    ),
    [-0.24, 0.24].map((x) => part(box(0.05, 0.74, 0.03, 0.01), beam, { at: [x, 0.38, 0.51] })),
    part(box(1.4, 0.06, 0.03, 0.01), beam, { at: [0, 0.71, 0.51] }),
    [1, -1].map((side) => part(box(0.03, 0.07, 1.0, 0.01), beam, { at: [side * 0.71, 0.72, 0] })),
    door(look, 0.28, 0.5, [0, 0.02, 0.52]),
    [-0.46, 0.46].map((
      x,
    ) => [
      windowPane(look, 0.22, 0.22, [x, 0.48, 0.515], beam, true),
      part(box(0.3, 0.07, 0.1, 0.02), beam, { at: [x, 0.32, 0.55] }),
      row(5, (i) =>
        part(ball(0.035), matte(hex(["#e8508c", "#f0c83c", "#d83838"][i % 3])), {
          at: [x - 0.11 + i * 0.055, 0.375, 0.56],
        })),
    ]),
    part(box(0.24, 0.72, 0.24, 0.03), blocks(0.09)(hex("#8c867c")), { at: [-0.45, 1.38, -0.1] }),
    row(
      4,
      (i) =>
        part(ball(0.07 + i * 0.03), matte(hex("#e4e4e4")), {
          at: [-0.45 + i * 0.05, 1.84 + i * 0.13, -0.1],
          bump: { height: 0.03, scale: 8 },
        }),
    ),
  ];
}

function cabin(look: Look): Parts {
  const logs = look.skin("primary log wall", bark, ["#7c5434", "#8c6440"]);
  const end = matte(hex("#d0a874"));
  const roof = look.skin(
    "roof secondary",
    look.says("snow snowy") ? matte : tiles(11),
    look.says("snow snowy") ? "#f4f8fc" : "#5c4438",
  );
  return [
    lawn(look, 1.2),
    row(6, (i) => [
      [0.5, -0.5].map((
        z,
      ) => [
        part(cylinder(0.075, 1.56), logs, { at: [0, 0.1 + i * 0.14, z], turn: [0, 0, 90] }),
        [1, -1].map((side) =>
          part(cylinder(0.06, 0.02), end, {
            at: [side * 0.785, 0.1 + i * 0.14, z],
            turn: [0, 0, 90],
          })
        ),
      ]),
      [0.66, -0.66].map((
        x,
      ) => [
        part(cylinder(0.075, 1.2), logs, { at: [x, 0.17 + i * 0.14, 0], turn: [90, 0, 0] }),
        [1, -1].map((side) =>
          part(cylinder(0.06, 0.02), end, {
            at: [x, 0.17 + i * 0.14, side * 0.605],
            turn: [90, 0, 0],
          })
        ),
      ]),
    ]),
    group({ at: [0, 0.95, 0] }, gableWall(1.32, 1.0, 0.55, logs), gable(1.4, 1.1, 0.6, roof, 0.16)),
    door(look, 0.3, 0.56, [-0.22, 0.02, 0.58]),
    windowPane(look, 0.28, 0.26, [0.3, 0.5, 0.585], wood(hex("#4c3020")), true),
    part(box(0.22, 0.75, 0.22, 0.03), blocks(0.09)(hex("#8c867c")), { at: [0.4, 1.4, -0.15] }),
  ];
}

function igloo(look: Look): Parts {
  const snow = look.skin("primary", blocks(0.15, "#a8c4d8", 2.2), "#eef4fa");
  return [
    part(lathe([[1.35, -0.06], [1.2, 0.02], [0, 0.03]]), matte(hex("#f4f8fc")), {
      bump: { height: 0.03, scale: 4 },
    }),
    part(
      lathe([[0.92, 0], [0.9, 0.3], [0.7, 0.65], [0.38, 0.86], [0, 0.94]], { smooth: true }),
      snow,
    ),
    part(lathe([[0.36, 0], [0.36, 0.52]], { turn: 0.5 }), snow, {
      at: [0, 0.03, 0.72],
      turn: [-90, 180, 0],
      thin: true,
    }),
    group(
      { at: [0, 0.03, 0.74] },
      part(lathe([[0.4, 0], [0.4, 0.5]], { turn: 0.52 }), snow, { turn: [90, 0, 180] }),
    ),
    part(
      extrude(
        smoothLine([[-0.27, 0], [-0.26, 0.16], [0, 0.34], [0.26, 0.16], [0.27, 0]], false, 5),
        0.05,
      ),
      matte(hex("#26303c")),
      { at: [0, 0.02, 1.22] },
    ),
  ];
}

function tent(look: Look): Parts {
  const canvas = look.skin("primary", cloth, ["#c88c3c", "#4c7c4c", "#c8502c", "#3c6c94"]);
  const isTipi = look.says("teepee tipi");
  const isCircus = look.says("circus");
  const pole = wood(hex("#7a5030"));
  if (isTipi) {
    return [
      part(lathe([[0.85, 0], [0.12, 1.6], [0.14, 1.66]], { sides: 14 }), {
        ...canvas,
        colour: (
          spot,
        ) => (Math.abs(spot.at[1] - 0.3) < 0.05 || Math.abs(spot.at[1] - 0.95) < 0.04 ||
            Math.abs(((spot.u * 14) % 1) - 0.5) < 0.35 - Math.abs(spot.at[1] - 0.62) * 3 &&
              Math.abs(spot.at[1] - 0.62) < 0.1
          ? hex("#a8342c")
          : canvas.colour(spot)),
      }),
      around(6, () => part(limb([0, 1.45, 0.2], [0, 1.98, -0.16], 0.02), pole)),
      part(extrude([[-0.22, 0], [0, 0.75], [0.22, 0]], 0.02), matte(hex("#33261c")), {
        at: [0, 0.02, 0.8],
        turn: [-24, 0, 0],
      }),
    ];
  }
  if (isCircus) {
    const white = cloth(hex("#f6f2e6"));
    const red = look.skin("primary", cloth, "#c8241f");
    return [
      part(lathe([[0.95, 0], [0.95, 0.6]]), striped("u", 16, red, white), { thin: true }),
      part(
        lathe([[1.12, 0.58], [0.6, 0.9], [0.12, 1.5], [0, 1.55]], { smooth: true }),
        striped("u", 16, white, red),
      ),
      around(32, () => part(ball(0.06, 0.09, 0.03), red, { at: [0, 0.55, 1.1] })),
      part(cylinder(0.015, 0.4), pole, { at: [0, 1.7, 0] }),
      part(extrude([[0, 0], [0.28, 0.08], [0, 0.16]], 0.012), red, {
        at: [0, 1.72, 0],
        thin: true,
      }),
      part(extrude([[-0.2, 0], [0, 0.5], [0.2, 0]], 0.03), matte(hex("#33201c")), {
        at: [0, 0, 0.95],
      }),
    ];
  }
  return [
    lawn(look, 1.25),
    [1, -1].map((side) =>
      part(box(0.03, 1.35, 1.6, 0.01), canvas, {
        at: [side * 0.42, 0.55, 0],
        turn: [0, 0, side * 37],
      })
    ),
    part(extrude([[-0.84, 0], [0.84, 0], [0, 1.1]], 0.02), canvas, { at: [0, 0.02, -0.78] }),
    part(extrude([[-0.84, 0], [-0.3, 0], [0, 1.05], [0, 1.1]], 0.02), canvas, {
      at: [0, 0.02, 0.78],
    }),
    part(extrude([[0.84, 0], [0.3, 0], [0, 1.05], [0, 1.1]], 0.02), canvas, {
      at: [0, 0.02, 0.78],
    }),
    part(extrude([[-0.3, 0], [0.3, 0], [0, 1.05]], 0.01), matte(hex("#2b2420")), {
      at: [0, 0.02, 0.72],
    }),
    [0.8, -0.8].map((z) => part(limb([0, 0, z], [0, 1.22, z], 0.022), pole)),
    mirrored(
      [0.75, -0.75].map((z) =>
        part(limb([0.84, 0.06, z], [1.12, 0, z * 1.15], 0.01), matte(hex("#e8e0cc")))
      ),
    ),
    around(7, () => part(ball(0.055), stone(hex("#84807a")), { at: [0, 0.03, 0.16] }), {
      at: [0.1, 0, 1.08],
    }),
    part(lathe([[0.1, 0], [0.07, 0.12], [0, 0.3]], { smooth: true }), glowing(hex("#f8942c")), {
      at: [0.1, 0.02, 1.08],
    }),
  ];
}

function barn(look: Look): Parts {
  const wall = look.skin(
    "primary wall",
    (colour) =>
      striped("x", 12, wood(colour), wood([colour[0] * 0.75, colour[1] * 0.75, colour[2] * 0.75]), {
        share: 0.9,
      }),
    "#a82c24",
  );
  const white = matte(hex("#f4f1e8"));
  const roof = look.skin("roof secondary", tiles(11), "#5c5c64");
  const side: Vec2[] = [[-0.7, 0], [-0.7, 0.75], [-0.5, 1.18], [0, 1.5], [0.5, 1.18], [0.7, 0.75], [
    0.7,
    0,
  ]];
  const plank = (from: Vec2, to: Vec2): Parts =>
    part(limb([from[0], from[1], 0.83], [to[0], to[1], 0.83], 0.022), white);
  return [
    lawn(look, 1.35),
    part(extrude(side, 1.6), wall),
    mirrored(
      part(box(0.06, 0.52, 1.78, 0.01), roof, { at: [0.63, 0.97, 0], turn: [0, 0, 25] }),
      part(box(0.06, 0.64, 1.78, 0.01), roof, { at: [0.27, 1.37, 0], turn: [0, 0, 57.5] }),
    ),
    part(box(0.56, 0.6, 0.04, 0.01), wall, { at: [0, 0.3, 0.81] }),
    plank([-0.28, 0.02], [-0.28, 0.6]),
    plank([0.28, 0.02], [0.28, 0.6]),
    plank([-0.28, 0.6], [0.28, 0.6]),
    plank([0, 0.02], [0, 0.6]),
    plank([-0.28, 0.02], [0, 0.6]),
    plank([0.28, 0.02], [0, 0.6]),
    plank([-0.28, 0.6], [0, 0.02]),
    plank([0.28, 0.6], [0, 0.02]),
    windowPane(look, 0.24, 0.24, [0, 1.0, 0.81], white),
    group(
      { at: [1.0, 0, -0.25] },
      part(
        lathe([[0.26, 0], [0.26, 1.4], [0.2, 1.58], [0, 1.66]], { smooth: false }),
        striped("y", 9, metal(hex("#b4b8be")), metal(hex("#8c9098")), { share: 0.85 }),
      ),
    ),
  ];
}

function treehouse(look: Look): Parts {
  const wall = look.skin("primary", wood, ["#a8743c", "#8a5a32"]);
  const roof = look.skin("roof secondary", straw, "#b8924c");
  return [
    trunk(1.25, 0.22, 0.16, hex("#6c4a30")),
    part(box(1.3, 0.08, 1.2, 0.02), wood(hex("#7a5030")), { at: [0, 0.95, 0] }),
    part(box(0.8, 0.62, 0.7, 0.02), wall, { at: [0, 1.3, -0.1] }),
    group({ at: [0, 1.6, -0.1] }, gable(0.9, 0.8, 0.4, roof, 0.1), gableWall(0.8, 0.7, 0.36, wall)),
    door(look, 0.2, 0.4, [0.12, 1.0, 0.26]),
    windowPane(look, 0.17, 0.17, [-0.2, 1.34, 0.26], wood(hex("#5c3822")), true),
    row(
      9,
      (_, t) =>
        [0.58, -0.58].map((z) =>
          part(cylinder(0.016, 0.26), wall, { at: [(t - 0.5) * 1.24, 1.12, z] })
        ),
    ),
    [0.58, -0.58].map((z) => part(box(1.3, 0.035, 0.04, 0.01), wall, { at: [0, 1.25, z] })),
    mirrored(part(limb([0.1, 0.02, 0.82], [0.1, 0.98, 0.62], 0.02), wall)).map((each) => each),
    row(
      7,
      (_, t) =>
        part(
          limb([-0.1, 0.1 + t * 0.8, 0.8 - t * 0.17], [0.1, 0.1 + t * 0.8, 0.8 - t * 0.17], 0.016),
          wall,
        ),
    ),
    [[-0.62, 1.75, -0.3, 0.46], [0.6, 1.85, -0.25, 0.46], [0, 2.25, -0.25, 0.55], [
      0.1,
      1.75,
      -0.75,
      0.48,
    ]].map(([x, y, z, r]) =>
      crown(look.plain(), [x, y, z], [r, r * 0.8, r], { ...grass(hex("#4c8c38")), fuzz: 0.03 }, 7)
    ),
    mirrored(part(limb([0.1, 0.6, 0], [0.5, 0.92, 0.3], 0.05), bark(hex("#6c4a30")))),
  ];
}

function shop(look: Look): Parts {
  const wall = look.skin("primary wall", brick, ["#b4603c", "#8c4434"]);
  const awning = look.skin("secondary awning", cloth, ["#c8342c", "#2c7c5c", "#2c5c9c"]);
  const frame = matte(hex("#f4f1e8"));
  return [
    part(box(1.9, 0.06, 1.6, 0.02), stone(hex("#a8a49c")), { at: [0, 0, 0.08] }),
    part(box(1.6, 1.3, 1.1, 0.01), wall, { at: [0, 0.66, 0] }),
    part(box(1.72, 0.12, 1.22, 0.02), frame, { at: [0, 1.34, 0] }),
    part(box(0.74, 0.46, 0.05, 0.02), look.skin("window", pane, GLASS), { at: [-0.32, 0.4, 0.56] }),
    part(box(0.82, 0.06, 0.12, 0.02), frame, { at: [-0.32, 0.15, 0.58] }),
    door(look, 0.3, 0.6, [0.45, 0.03, 0.56]),
    part(
      sheet((
        u,
        v,
      ) => [
        (u - 0.5) * 1.56,
        0.94 - 0.24 * v - (v > 0.8 ? 0.03 * Math.abs(Math.sin(u * 31)) : 0),
        0.56 + 0.42 * v,
      ]),
      striped("x", 5.2, awning, cloth(hex("#f6f2e6"))),
      { thin: true },
    ),
    part(box(1.1, 0.2, 0.07, 0.02), look.skin("sign accent", wood, "#4c3020"), {
      at: [0, 1.1, 0.58],
    }),
    [-0.5, 0, 0.5].map(() => []),
    mirrored(
      part(lathe([[0, 0], [0.1, 0], [0.13, 0.16], [0, 0.16]]), matte(hex("#b8683c")), {
        at: [0.78, 0.03, 0.72],
      }),
      part(ball(0.15, 0.17, 0.15), { ...grass(hex("#4c8c38")), fuzz: 0.025 }, {
        at: [0.78, 0.3, 0.72],
      }),
    ),
    group({ turn: [0, 90, 0] }, windowPane(look, 0.3, 0.34, [0, 0.75, 0.81], frame)),
    group({ turn: [0, -90, 0] }, windowPane(look, 0.3, 0.34, [0, 0.75, 0.81], frame)),
  ];
}

/** Houses to live and work in. */
export const HOMES: readonly Noun[] = nounsOf("buildings", [
  [
    "house, home, mansion, villa, bungalow, building, townhouse, school, garage",
    10,
    house,
  ],
  ["cottage, hut, farmhouse, inn, tavern", 8, cottage],
  ["cabin, log cabin, shack, chalet, lodge, shed, boathouse", 7, cabin],
  ["igloo", 3, igloo],
  ["tent, teepee, tipi, circus tent, camping tent, yurt", 3, tent],
  ["barn, farm, stable, red barn", 12, barn],
  ["treehouse, tree house", 6, treehouse],
  ["shop, store, cafe, bakery, restaurant, bookstore, market, flower shop", 8, shop],
]);
