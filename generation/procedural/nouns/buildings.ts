/**
 * Nouns of the category "buildings".
 *
 * @module
 */
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
  glass,
  glowing,
  grass,
  group,
  hex,
  lathe,
  limb,
  marble,
  type Material,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  polished,
  row,
  sheet,
  smoothLine,
  stone,
  straw,
  striped,
  tiles,
  torus,
  tube,
  type Vec2,
  type Vec3,
  wood,
} from "../kit/mod.ts";
import { crown, trunk } from "../builders/plants.ts";
import type { Look } from "../look.ts";
import { type Noun, nounsOf } from "../noun.ts";

const GLASS = "#6c8ca4";

/** A window with a frame, facing +z. */
function windowPane(
  look: Look,
  width: number,
  height: number,
  at: Vec3,
  frame: Material,
  lit = false,
): Parts {
  const panes = lit ? { ...glowing(hex("#f8d880")), glow: 0.7 } : look.skin("window", pane, GLASS);
  return group(
    { at },
    part(box(width, height, 0.04, 0.01), panes),
    mirrored(part(box(0.035, height + 0.06, 0.07, 0.01), frame, { at: [width / 2, 0, 0] })),
    [1, -1].map((side) =>
      part(box(width + 0.07, 0.035, 0.07, 0.01), frame, { at: [0, side * height / 2, 0] })
    ),
    part(box(0.02, height, 0.055, 0.005), frame),
    part(box(width, 0.02, 0.055, 0.005), frame),
  );
}

/** A door with a knob, facing +z; its foot at the origin. */
function door(look: Look, width: number, height: number, at: Vec3): Parts {
  const leaf = look.skin("door", wood, ["#6c3c24", "#2c5c74", "#8c2c24"]);
  return group(
    { at },
    part(box(width, height, 0.07, 0.015), leaf, { at: [0, height / 2, 0] }),
    part(box(width + 0.08, 0.05, 0.1, 0.01), matte(hex("#efe9dc")), { at: [0, height + 0.02, 0] }),
    mirrored(
      part(box(0.045, height, 0.1, 0.01), matte(hex("#efe9dc")), {
        at: [width / 2 + 0.02, height / 2, 0],
      }),
    ),
    part(ball(0.028), metal(hex("#d0a03c")), { at: [width * 0.34, height * 0.46, 0.05] }),
    part(box(width + 0.16, 0.06, 0.22, 0.02), stone(hex("#a09c94")), { at: [0, 0.02, 0.1] }),
  );
}

/** A gabled roof: ridge along x, over a rectangle. */
function gable(width: number, depth: number, rise: number, material: Material, over = 0.1): Parts {
  const half = depth / 2 + over;
  const slope = Math.hypot(half, rise);
  const angle = Math.atan2(rise, half) * 180 / Math.PI;
  return [1, -1].map((side) =>
    part(box(width + over * 2, 0.06, slope + 0.03, 0.015), material, {
      at: [0, rise / 2, side * half / 2],
      turn: [side * angle, 0, 0],
    })
  );
}

/** The triangle under a gabled roof. */
function gableWall(width: number, depth: number, rise: number, material: Material): Parts {
  return part(extrude([[-depth / 2, 0], [depth / 2, 0], [0, rise]], width), material, {
    turn: [0, 90, 0],
  });
}

function lawn(look: Look, radius: number): Parts {
  return part(
    lathe([[0, -0.1], [radius * 0.92, -0.1], [radius, -0.05], [radius * 0.98, 0], [0, 0.02]]),
    look.skin("grass ground lawn", grass, "#649448"),
    { bump: { height: 0.015, scale: 8 } },
  );
}

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

/** A round tower with battlements or a pointed roof. */
function tower(
  radius: number,
  height: number,
  wall: Material,
  roof: Material | undefined,
  flag: Material | undefined,
  at: Vec3,
): Parts {
  return group(
    { at },
    part(
      lathe([
        [radius * 1.08, 0],
        [radius, height * 0.12],
        [radius * 0.97, height],
        [radius * 1.16, height + 0.04],
        [radius * 1.16, height + 0.14],
        [0, height + 0.14],
      ]),
      wall,
    ),
    around(
      Math.max(6, Math.round(radius * 30)),
      () =>
        part(box(radius * 0.3, 0.13, radius * 0.16, 0.01), wall, {
          at: [0, height + 0.2, radius * 1.08],
        }),
    ),
    roof
      ? part(
        lathe([[radius * 1.3, height + 0.2], [radius * 0.5, height + 0.2 + radius * 1.6], [
          0,
          height + 0.2 + radius * 3,
        ]], { smooth: false }),
        roof,
      )
      : [],
    flag && roof
      ? [
        part(cylinder(0.012, 0.34), matte(hex("#4c3828")), {
          at: [0, height + 0.3 + radius * 3, 0],
        }),
        part(extrude([[0, 0], [0.24, 0.06], [0, 0.13]], 0.012), flag, {
          at: [0, height + 0.32 + radius * 3, 0],
          thin: true,
        }),
      ]
      : [],
    around(
      3,
      (i) =>
        part(box(radius * 0.22, 0.15, 0.03, 0.015), matte(hex("#26262c")), {
          at: [0, height * (0.45 + 0.16 * i), radius * 0.985],
        }),
      { start: 15 },
    ),
  );
}

function castle(look: Look): Parts {
  const wall = look.skin("primary wall stone", blocks(0.085), ["#b4aea4", "#c8bca4", "#9c9ca4"]);
  const roundWall = { ...wall };
  const roof = look.skin("roof secondary", tiles(12), ["#3c5c94", "#a8342c", "#5c4c74"]);
  const flag = look.skin("flag accent", cloth, ["#c8242c", "#e0b02c"]);
  const merlons = (count: number, width: number, at: Vec3, turn: Vec3): Parts =>
    group(
      { at, turn },
      row(count, (_, t) =>
        part(box(width / count * 0.55, 0.11, 0.09, 0.01), wall, {
          at: [(t - 0.5) * width * (1 - 1 / count), 0.05, 0],
        })),
    );
  return [
    part(
      lathe([[0, -0.22], [1.1, -0.2], [1.42, -0.08], [1.3, 0], [0, 0.02]]),
      look.skin("grass ground", grass, "#648c48"),
      { bump: { height: 0.03, scale: 5 } },
    ),
    [0.8, -0.8].map((
      z,
    ) => [
      part(box(1.6, 0.62, 0.14, 0.01), wall, { at: [0, 0.31, z] }),
      merlons(9, 1.5, [0, 0.62, z], [0, 0, 0]),
    ]),
    [0.8, -0.8].map((
      x,
    ) => [
      part(box(0.14, 0.62, 1.6, 0.01), wall, { at: [x, 0.31, 0] }),
      merlons(9, 1.5, [x, 0.62, 0], [0, 90, 0]),
    ]),
    [[0.8, 0.8], [-0.8, 0.8], [0.8, -0.8], [-0.8, -0.8]].map(([x, z]) =>
      tower(0.2, 0.86, roundWall, roof, flag, [x, 0, z])
    ),
    part(box(0.78, 1.05, 0.7, 0.01), wall, { at: [0, 0.55, -0.16] }),
    merlons(6, 0.74, [0, 1.07, 0.17], [0, 0, 0]),
    merlons(6, 0.74, [0, 1.07, -0.49], [0, 0, 0]),
    merlons(5, 0.62, [0.36, 1.07, -0.16], [0, 90, 0]),
    merlons(5, 0.62, [-0.36, 1.07, -0.16], [0, 90, 0]),
    tower(0.25, 1.5, roundWall, roof, flag, [0, 0, -0.2]),
    [0.24, -0.24].map((x) => tower(0.13, 0.72, roundWall, roof, undefined, [x, 0, 0.84])),
    part(
      extrude(
        smoothLine([[-0.15, 0], [-0.15, 0.3], [0, 0.44], [0.15, 0.3], [0.15, 0]], false, 5),
        0.05,
      ),
      wood(hex("#5c3822")),
      { at: [0, 0, 0.88] },
    ),
    row(
      4,
      (i) =>
        part(box(0.018, 0.4, 0.065, 0.004), matte(hex("#26262c")), {
          at: [(i - 1.5) * 0.07, 0.2, 0.885],
        }),
    ),
    part(box(0.32, 0.04, 0.42, 0.01), wood(hex("#7a4c2c")), { at: [0, 0.01, 1.08] }),
    [-0.18, 0.18].map((x) =>
      [0.5, 0.82].map((y) =>
        part(box(0.1, 0.16, 0.03, 0.03), { ...glowing(hex("#f8d070")), glow: 0.6 }, {
          at: [x, y, 0.2],
        })
      )
    ),
  ];
}

function towerBuilding(look: Look): Parts {
  const wall = look.skin("primary wall stone", blocks(0.1), ["#a8a298", "#8c8a92"]);
  const roof = look.skin("roof secondary", tiles(12), ["#4c5c8c", "#8c3c34"]);
  return [
    lawn(look, 0.95),
    tower(0.42, 1.6, wall, roof, look.skin("flag accent", cloth, "#c8242c"), [0, 0, 0]),
    door(look, 0.26, 0.48, [0, 0.02, 0.44]),
    around(
      8,
      () =>
        part(box(0.11, 0.2, 0.03, 0.03), { ...glowing(hex("#f8d070")), glow: 0.55 }, {
          at: [0, 1.35, 0.415],
        }),
    ),
    around(
      9,
      () =>
        part(ball(0.14, 0.1, 0.14), stone(hex("#8c8880")), {
          at: [0, 0.03, 0.62],
          bump: { height: 0.04, scale: 7 },
        }),
      { start: 20 },
    ),
    row(30, () => {
      const a = look.between(0, 6.28);
      const y = look.between(0.1, 1.0);
      return part(ball(0.08, 0.1, 0.05), { ...grass(hex("#4c7c38")), fuzz: 0.03 }, {
        at: [Math.sin(a) * 0.42, y * Math.abs(Math.sin(a * 2)), Math.cos(a) * 0.42],
        turn: [0, a * 57, 0],
      });
    }),
  ];
}

function lighthouse(look: Look): Parts {
  const first = look.skin("secondary", matte, "#f4f2ec");
  const second = look.skin("primary stripe", matte, ["#c8241f", "#2c4c8c"]);
  const dark = metal(hex("#3c4048"));
  return [
    part(ball(0.95, 0.32, 0.9), stone(hex("#84807a")), {
      at: [0, 0, 0],
      bump: { height: 0.14, scale: 2.6 },
    }),
    part(lathe([[0.44, 0.1], [0.4, 0.3], [0.28, 1.65]]), striped("y", 1.5, first, second)),
    part(cylinder(0.4, 0.08), dark, { at: [0, 1.68, 0] }),
    part(torus(0.38, 0.03), dark, { at: [0, 1.86, 0] }),
    around(14, () => part(cylinder(0.012, 0.2), dark, { at: [0, 1.77, 0.38] })),
    part(cylinder(0.2, 0.32), { ...glass(hex("#f8e8a0")), opacity: 0.9 }, { at: [0, 1.88, 0] }),
    part(ball(0.13), glowing(hex("#fdf0a0")), { at: [0, 1.88, 0] }),
    around(8, () => part(box(0.02, 0.32, 0.02, 0.004), dark, { at: [0, 1.88, 0.2] })),
    part(lathe([[0.27, 2.04], [0.16, 2.2], [0, 2.3]], { smooth: true }), second),
    part(ball(0.05), dark, { at: [0, 2.34, 0] }),
    door(look, 0.2, 0.36, [0, 0.3, 0.41]),
    [0.8, 1.25].map((y) =>
      part(box(0.1, 0.14, 0.05, 0.03), pane(hex("#4c6478")), { at: [0, y, 0.42 - y * 0.085] })
    ),
    group(
      { at: [0.55, 0.24, 0.3], turn: [0, 20, 0], scale: 0.3 },
      part(box(1, 0.8, 0.8, 0.02), first, { at: [0, 0.4, 0] }),
      group(
        { at: [0, 0.8, 0] },
        gableWall(1, 0.8, 0.5, first),
        gable(1, 0.8, 0.5, tiles(20)(hex("#b0442c")), 0.1),
      ),
    ),
  ];
}

function windmill(look: Look): Parts {
  const wall = look.skin("primary wall", matte, ["#f2ece0", "#b4543c"]);
  const cap = look.skin("roof secondary", tiles(12), ["#8c3c2c", "#4c5468"]);
  const sail = look.skin("sail blade accent", cloth, "#f4f0e4");
  const beam = wood(hex("#6c4428"));
  return [
    lawn(look, 0.95),
    part(lathe([[0.52, 0], [0.46, 0.2], [0.32, 1.3], [0, 1.3]], { sides: 10 }), wall),
    part(lathe([[0.4, 1.26], [0.36, 1.42], [0.2, 1.66], [0, 1.76]], { smooth: true }), cap),
    door(look, 0.26, 0.46, [0, 0.02, 0.48]),
    [0.72, 1.08].map((y) => windowPane(look, 0.13, 0.15, [0, y, 0.475 - y * 0.115], beam)),
    part(limb([0, 1.42, 0.2], [0, 1.42, 0.56], 0.05), beam),
    group(
      { at: [0, 1.42, 0.56] },
      part(ball(0.08), beam),
      [20, 110, 200, 290].map((turn) =>
        group(
          { turn: [0, 0, turn] },
          part(box(0.045, 1.05, 0.04, 0.01), beam, { at: [0, 0.52, 0] }),
          part(box(0.24, 0.78, 0.015, 0.005), sail, { at: [0.13, 0.62, 0] }),
          row(
            5,
            (i) => part(box(0.25, 0.022, 0.03, 0.005), beam, { at: [0.12, 0.26 + i * 0.18, 0.01] }),
          ),
          part(box(0.025, 0.8, 0.03, 0.005), beam, { at: [0.25, 0.62, 0.01] }),
        )
      ),
    ),
  ];
}

function church(look: Look): Parts {
  const wall = look.skin(
    "primary wall",
    look.says("stone gothic cathedral") ? blocks(0.09) : matte,
    look.says("stone gothic cathedral") ? "#b4aea4" : "#f4f1e8",
  );
  const roof = look.skin("roof secondary", tiles(13), ["#7c3c34", "#4c5868"]);
  const gold = metal(hex("#e0b03c"));
  const arch = (w: number, h: number): Vec2[] =>
    smoothLine([[-w / 2, 0], [-w / 2, h * 0.62], [0, h], [w / 2, h * 0.62], [w / 2, 0]], false, 5);
  const glassTint = [["#c83c3c"], ["#3c6cc8"], ["#e0b03c"]];
  return [
    lawn(look, 1.2),
    part(box(0.82, 0.86, 1.4, 0.01), wall, { at: [0, 0.44, -0.25] }),
    group(
      { at: [0, 0.86, -0.25], turn: [0, 90, 0] },
      gableWall(1.4, 0.82, 0.52, wall),
      gable(1.4, 0.82, 0.54, roof, 0.08),
    ),
    part(box(0.46, 1.42, 0.46, 0.01), wall, { at: [0, 0.72, 0.58] }),
    part(box(0.54, 0.07, 0.54, 0.01), wall, { at: [0, 1.44, 0.58] }),
    part(lathe([[0.36, 1.46], [0, 2.3]], { sides: 4 }), roof, {
      at: [0, 0, 0.58],
      turn: [0, 45, 0],
    }),
    part(box(0.035, 0.3, 0.035, 0.005), gold, { at: [0, 2.4, 0.58] }),
    part(box(0.17, 0.035, 0.035, 0.005), gold, { at: [0, 2.44, 0.58] }),
    part(extrude(arch(0.24, 0.46), 0.06), wood(hex("#5c3822")), { at: [0, 0.02, 0.815] }),
    part(torus(0.11, 0.04), matte(hex("#d8d2c4")), { at: [0, 0.78, 0.82], turn: [90, 0, 0] }),
    part(ball(0.1, 0.1, 0.02), { ...polished(hex("#3c6cc8")), glow: 0.3 }, {
      at: [0, 0.78, 0.815],
    }),
    around(
      4,
      () => part(extrude(arch(0.15, 0.28), 0.04), matte(hex("#26262c")), { at: [0, 1.1, 0.235] }),
      { at: [0, 0, 0.58] },
    ),
    mirrored(
      row(
        3,
        (i) =>
          part(extrude(arch(0.16, 0.42), 0.04), { ...polished(hex(glassTint[i][0])), glow: 0.3 }, {
            at: [0.415, 0.26, -0.75 + i * 0.45],
            turn: [0, 90, 0],
          }),
      ),
    ),
  ];
}

function skyscraper(look: Look): Parts {
  const shell = look.skin("primary", metal, ["#7c94ac", "#5c6c7c", "#a89478"]);
  const panes = look.skin("window", pane, "#6ca0c8");
  const facade: Material = {
    ...shell,
    gloss: 0.7,
    metal: 0.4,
    colour: (spot) => {
      if (Math.abs(spot.normal[1]) > 0.6) return shell.colour(spot);
      const run = Math.abs(spot.normal[0]) > 0.5 ? spot.at[2] : spot.at[0];
      const [fx, fy] = [((run + 5) * 13) % 1, (spot.at[1] * 13) % 1];
      if (fx < 0.22 || fy < 0.28) return shell.colour(spot);
      const id = Math.abs(
        Math.sin(Math.floor((run + 5) * 13) * 12.9 + Math.floor(spot.at[1] * 13) * 78.2) * 43758,
      ) % 1;
      return id > 0.86 ? hex("#f8e0a0") : panes.colour(spot);
    },
  };
  return [
    part(box(1.1, 0.06, 1.1, 0.02), stone(hex("#9c9890")), { at: [0, 0, 0] }),
    part(box(0.82, 0.3, 0.82, 0.01), facade, { at: [0, 0.16, 0] }),
    part(box(0.68, 1.2, 0.68, 0.01), facade, { at: [0, 0.8, 0] }),
    part(box(0.5, 0.6, 0.5, 0.01), facade, { at: [0, 1.66, 0] }),
    part(box(0.32, 0.26, 0.32, 0.01), facade, { at: [0, 2.06, 0] }),
    part(lathe([[0.14, 2.18], [0.03, 2.36], [0.012, 2.75], [0, 2.76]], { sides: 4 }), shell, {
      turn: [0, 45, 0],
    }),
    part(ball(0.025), glowing(hex("#e8302c")), { at: [0, 2.77, 0] }),
    part(box(0.22, 0.18, 0.05, 0.01), { ...glowing(hex("#f8e0a0")), glow: 0.5 }, {
      at: [0, 0.11, 0.4],
    }),
  ];
}

function pyramid(look: Look): Parts {
  const isMayan = look.says("mayan aztec step stepped temple");
  const sand = look.skin("primary stone", blocks(isMayan ? 0.07 : 0.085, undefined), "#d8b878");
  if (isMayan) {
    return [
      row(
        6,
        (i) =>
          part(box(1.9 - i * 0.28, 0.18, 1.9 - i * 0.28, 0.01), sand, {
            at: [0, 0.09 + i * 0.18, 0],
          }),
      ),
      part(box(0.42, 0.3, 0.42, 0.01), sand, { at: [0, 1.23, 0] }),
      part(box(0.5, 0.07, 0.5, 0.01), sand, { at: [0, 1.4, 0] }),
      around(
        4,
        () => [
          row(
            14,
            (i) =>
              part(box(0.32, 0.08, 0.09, 0.005), sand, {
                at: [0, 0.05 + i * 0.077, 0.98 - i * 0.06],
              }),
          ),
          part(box(0.16, 0.2, 0.03, 0.01), matte(hex("#33291c")), { at: [0, 1.18, 0.21] }),
        ],
      ),
    ];
  }
  return [
    part(lathe([[1.42, 0], [0, 1.5]], { sides: 4 }), sand, { turn: [0, 45, 0] }),
    part(
      lathe([[0.3, 1.19], [0, 1.505]], { sides: 4 }),
      look.skin("secondary top", metal, "#e0b03c"),
      { turn: [0, 45, 0], scale: 1.002 },
    ),
    part(box(0.3, 0.34, 0.3, 0.01), sand, { at: [0, 0.15, 0.96] }),
    part(box(0.16, 0.24, 0.04, 0.01), matte(hex("#33291c")), { at: [0, 0.12, 1.12] }),
    part(lathe([[1.6, -0.06], [1.5, 0.0], [0, 0.01]], { smooth: false }), matte(hex("#e4cc94")), {
      bump: { height: 0.02, scale: 5 },
    }),
    group(
      { at: [1.15, 0, 0.75], scale: 0.22 },
      part(lathe([[1.42, 0], [0, 1.5]], { sides: 4 }), sand, { turn: [0, 45, 0] }),
    ),
  ];
}

function temple(look: Look): Parts {
  const white = look.skin("primary", marble, "#eeeae0");
  const steps: Parts = row(
    3,
    (i) =>
      part(box(2.1 - i * 0.14, 0.09, 1.5 - i * 0.14, 0.01), white, {
        at: [0, 0.045 + i * 0.09, 0],
      }),
  );
  const column = (x: number, z: number): Parts =>
    group(
      { at: [x, 0.27, z] },
      part(
        lathe([
          [0.085, 0],
          [0.075, 0.06],
          [0.062, 0.1],
          [0.054, 0.78],
          [0.085, 0.84],
          [0.09, 0.88],
          [0, 0.88],
        ], { ribs: (a, v) => v > 0.1 && v < 0.85 ? 1 + 0.05 * Math.cos(a * 10) : 1 }),
        white,
      ),
    );
  return [
    steps,
    [0.56, -0.56].map((z) => row(6, (_, t) => column((t - 0.5) * 1.64, z))),
    [0.82, -0.82].map((x) => [0.19, -0.19].map((z) => column(x, z))),
    part(box(1.2, 0.86, 0.72, 0.01), white, { at: [0, 0.7, 0] }),
    part(box(0.3, 0.6, 0.05, 0.01), look.skin("door", wood, "#6c3c24"), { at: [0, 0.57, 0.36] }),
    part(box(1.86, 0.15, 1.32, 0.01), white, { at: [0, 1.22, 0] }),
    group(
      { at: [0, 1.29, 0], turn: [0, 90, 0] },
      gableWall(1.24, 1.8, 0.36, white),
      gable(1.28, 1.86, 0.38, look.skin("roof secondary", tiles(13), "#b8705c"), 0.05),
    ),
    part(lathe([[0.08, 0], [0.04, 0.08], [0, 0.18]]), metal(hex("#e0b03c")), {
      at: [0, 1.68, 0.66],
    }),
  ];
}

function pagoda(look: Look): Parts {
  const wall = look.skin("primary", wood, "#b4342c");
  const roof = look.skin("roof secondary", tiles(15), ["#3c5c54", "#3c4454"]);
  const gold = metal(hex("#e0b03c"));
  const eave = (size: number, rise: number): Parts =>
    part(
      sheet((u, v) => {
        const angle = 2 * Math.PI * u + Math.PI / 4;
        const corner = 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
        const r = size * (0.25 + 0.75 * (1 - v)) * corner;
        const lift = 0.14 * (1 - v) ** 3 * (corner - 1) * 2.4;
        return [r * Math.cos(angle), rise * v ** 1.4 + lift, -r * Math.sin(angle)];
      }, 64),
      roof,
      { thin: true },
    );
  const tiers = 4;
  return [
    part(box(1.5, 0.12, 1.5, 0.02), stone(hex("#a8a298")), { at: [0, 0.06, 0] }),
    row(tiers, (i) => {
      const s = 0.46 - i * 0.075;
      const y = 0.12 + i * 0.48;
      return [
        part(box(s * 2, 0.34, s * 2, 0.01), wall, { at: [0, y + 0.17, 0] }),
        around(
          4,
          () => [
            part(
              box(0.16, 0.24, 0.03, 0.01),
              i === 0 ? wood(hex("#4c2c1c")) : { ...glowing(hex("#f8d890")), glow: 0.5 },
              { at: [0, y + 0.15, s] },
            ),
            mirrored(
              part(cylinder(0.03, 0.34), wood(hex("#6c1f1c")), {
                at: [s * 0.94, y + 0.17, s * 1.02],
              }),
            ),
          ],
        ),
        group({ at: [0, y + 0.33, 0] }, eave(s * 1.62, 0.26)),
        part(box(s * 2.3, 0.04, s * 2.3, 0.01), gold, { at: [0, y + 0.32, 0] }),
      ];
    }),
    part(
      lathe([[0.07, 0], [0.03, 0.1], [0.05, 0.18], [0.02, 0.3], [0.035, 0.36], [0, 0.62]]),
      gold,
      { at: [0, 2.2, 0] },
    ),
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

function bridge(look: Look): Parts {
  const wall = look.skin(
    "primary",
    look.says("wood wooden") ? wood : blocks(0.09),
    look.says("wood wooden") ? "#7a5030" : "#a8a298",
  );
  const outline: Vec2[] = [];
  for (let i = 0; i <= 24; i++) {
    outline.push([-1.3 + i * 2.6 / 24, 0.42 + 0.4 * Math.sin(Math.PI * i / 24)]);
  }
  const arch: Vec2[] = [];
  for (let i = 0; i <= 20; i++) {
    arch.push([0.72 * Math.cos(Math.PI * i / 20), 0.02 + 0.56 * Math.sin(Math.PI * i / 20)]);
  }
  return [
    part(extrude([[-1.3, 0], ...outline, [1.3, 0], ...arch], 0.66), wall),
    [0.34, -0.34].map((z) =>
      part(
        extrude([
          ...outline.map(([x, y]): Vec2 => [x, y + 0.17]),
          ...outline.toReversed().map(([x, y]): Vec2 => [x, y - 0.02]),
        ], 0.07),
        wall,
        { at: [0, 0, z] },
      )
    ),
    [1.28, -1.28].map((x) =>
      [0.34, -0.34].map((
        z,
      ) => [
        part(box(0.15, 0.75, 0.15, 0.01), wall, { at: [x, 0.36, z] }),
        part(lathe([[0.12, 0], [0, 0.14]], { sides: 4 }), wall, {
          at: [x, 0.73, z],
          turn: [0, 45, 0],
        }),
      ])
    ),
    part(box(2.8, 0.05, 1.3, 0.02), look.skin("water river secondary", polished, "#4c9cc8"), {
      at: [0, -0.03, 0],
    }),
    [1.12, -1.12].map((x) =>
      part(box(0.5, 0.12, 1.3, 0.05), grass(hex("#649448")), {
        at: [x * 1.08, 0.03, 0],
        bump: { height: 0.02, scale: 8 },
      })
    ),
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

function well(look: Look): Parts {
  const wall = look.skin("primary", blocks(0.12, undefined, 2.4), "#9c968c");
  const post = wood(hex("#7a5030"));
  const roof = look.skin("roof secondary", tiles(12), "#8c4c34");
  return [
    lawn(look, 1.0),
    part(
      lathe([[0.62, 0], [0.62, 0.55], [0.66, 0.56], [0.66, 0.66], [0.48, 0.66], [0.48, 0.2], [
        0,
        0.2,
      ]]),
      wall,
    ),
    part(cylinder(0.48, 0.04), polished(hex("#2c5c7c")), { at: [0, 0.34, 0] }),
    mirrored(part(box(0.09, 1.3, 0.09, 0.02), post, { at: [0.54, 0.85, 0] })),
    part(cylinder(0.06, 1.2), post, { at: [0, 1.2, 0], turn: [0, 0, 90] }),
    group({ at: [0, 1.46, 0] }, gable(1.36, 0.86, 0.4, roof, 0.08)),
    part(cylinder(0.012, 0.36), matte(hex("#c8b080")), { at: [0, 1.0, 0] }),
    part(lathe([[0, 0], [0.11, 0], [0.14, 0.22], [0.12, 0.22], [0, 0.05]]), post, {
      at: [0, 0.62, 0],
    }),
    part(
      tube([[0.6, 1.2, 0], [0.72, 1.2, 0], [0.72, 1.02, 0], [0.82, 1.02, 0]], 0.025, {
        straight: true,
      }),
      metal(hex("#5c6068")),
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

function palace(look: Look): Parts {
  const wall = look.skin("primary", marble, ["#f0e8d8", "#e8dcc8"]);
  const dome = look.skin("dome roof secondary", metal, ["#e0b03c", "#3c8c94"]);
  const onion = (r: number, at: Vec3): Parts =>
    group(
      { at },
      part(
        lathe([[r * 0.82, 0], [r * 1.12, r * 0.45], [r * 1.05, r * 0.9], [r * 0.6, r * 1.4], [
          r * 0.18,
          r * 1.75,
        ], [0, r * 2.1]], { smooth: true }),
        dome,
      ),
      part(ball(r * 0.1), metal(hex("#e0b03c")), { at: [0, r * 2.15, 0] }),
    );
  const arch = (w: number, h: number): Vec2[] =>
    smoothLine([[-w / 2, 0], [-w / 2, h * 0.6], [0, h], [w / 2, h * 0.6], [w / 2, 0]], false, 5);
  return [
    part(box(2.3, 0.1, 2.0, 0.02), wall, { at: [0, 0.05, 0] }),
    part(box(1.5, 0.75, 1.2, 0.01), wall, { at: [0, 0.47, 0] }),
    part(cylinder(0.4, 0.24), wall, { at: [0, 0.95, 0] }),
    onion(0.42, [0, 1.06, 0]),
    [[0.5, 0.4], [-0.5, 0.4], [0.5, -0.4], [-0.5, -0.4]].map((
      [x, z],
    ) => [part(cylinder(0.15, 0.14), wall, { at: [x, 0.9, z] }), onion(0.16, [x, 0.96, z])]),
    [[1, 0.85], [-1, 0.85], [1, -0.85], [-1, -0.85]].map((
      [x, z],
    ) => [
      part(lathe([[0.1, 0], [0.08, 1.2], [0.12, 1.22], [0.12, 1.27], [0, 1.27]]), wall, {
        at: [x, 0.1, z],
      }),
      onion(0.1, [x, 1.36, z]),
    ]),
    [0, 180].map((turn) =>
      group(
        { turn: [0, turn, 0] },
        part(extrude(arch(0.4, 0.62), 0.05), look.skin("door", wood, "#5c7c9c"), {
          at: [0, 0.1, 0.61],
        }),
        [-0.5, 0.5].map((x) =>
          part(extrude(arch(0.2, 0.4), 0.05), pane(hex(GLASS)), { at: [x, 0.2, 0.605] })
        ),
      )
    ),
    [90, -90].map((turn) =>
      group(
        { turn: [0, turn, 0] },
        [-0.35, 0, 0.35].map((x) =>
          part(extrude(arch(0.2, 0.4), 0.05), pane(hex(GLASS)), { at: [x, 0.2, 0.755] })
        ),
      )
    ),
  ];
}

function gazebo(look: Look): Parts {
  const white = look.skin("primary", wood, "#f2efe6");
  const roof = look.skin("roof secondary", tiles(12), ["#4c6c5c", "#8c4c3c"]);
  return [
    lawn(look, 1.2),
    part(lathe([[0, 0], [0.95, 0], [0.95, 0.14], [0, 0.14]], { sides: 8 }), white),
    around(8, () => part(cylinder(0.045, 0.95), white, { at: [0, 0.6, 0.82] }), { start: 22.5 }),
    around(
      7,
      (i) =>
        i === 0 ? [] : [
          part(box(0.6, 0.04, 0.05, 0.01), white, { at: [0, 0.45, 0.78] }),
          row(
            5,
            (_, t) => part(cylinder(0.016, 0.3), white, { at: [(t - 0.5) * 0.5, 0.3, 0.78] }),
          ),
        ],
      { start: 0 },
    ).map((each) => each),
    part(lathe([[1.05, 1.05], [0.3, 1.62], [0, 1.72]], { sides: 8 }), roof),
    part(lathe([[0.2, 1.68], [0.2, 1.82], [0, 2.0]], { sides: 8 }), roof),
    part(ball(0.05), metal(hex("#e0b03c")), { at: [0, 2.03, 0] }),
  ];
}

/** Nouns of the category "buildings". */
export const BUILDINGS: readonly Noun[] = nounsOf("buildings", [
  ["house, home, mansion, villa, bungalow, building, townhouse, school", 10, house],
  ["cottage, hut, farmhouse, inn, tavern", 8, cottage],
  ["cabin, log cabin, shack, chalet, lodge", 7, cabin],
  ["castle, fortress, citadel, medieval castle, stronghold", 40, castle],
  ["tower, watchtower, wizard tower, turret, clock tower, bell tower", 25, towerBuilding],
  ["lighthouse", 25, lighthouse],
  ["windmill, mill, wind mill", 15, windmill],
  ["church, chapel, cathedral", 20, church],
  ["skyscraper, office building, apartment building, tower block, high rise", 150, skyscraper],
  ["pyramid, egyptian pyramid, mayan pyramid, ziggurat, aztec pyramid", 100, pyramid],
  ["temple, greek temple, parthenon, shrine, museum, library, roman temple", 25, temple],
  ["pagoda, japanese temple, chinese temple, dojo", 25, pagoda],
  ["palace, mosque, taj mahal", 40, palace],
  ["igloo", 3, igloo],
  ["tent, teepee, tipi, circus tent, camping tent, yurt", 3, tent],
  ["bridge, stone bridge, arch bridge", 15, bridge],
  ["barn, farm, stable, red barn", 12, barn],
  ["well, wishing well", 2.5, well],
  ["treehouse, tree house", 6, treehouse],
  ["shop, store, cafe, bakery, restaurant, bookstore, market, flower shop", 8, shop],
  ["gazebo, pavilion, pergola", 5, gazebo],
]);
