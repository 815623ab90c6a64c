/**
 * Castles, towers and other landmarks.
 *
 * @module
 */
import {
  around,
  ball,
  blocks,
  box,
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
  type Material,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  polished,
  row,
  smoothLine,
  stone,
  striped,
  tiles,
  torus,
  tube,
  type Vec2,
  type Vec3,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { door, gable, gableWall, lawn, windowPane } from "./walls.ts";

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

/** Castles, towers and other landmarks. */
export const TOWERS: readonly Noun[] = nounsOf("buildings", [
  ["castle, fortress, citadel, medieval castle, stronghold", 40, castle],
  ["tower, watchtower, wizard tower, turret, clock tower, bell tower", 25, towerBuilding],
  ["lighthouse", 25, lighthouse],
  ["windmill, mill, wind mill", 15, windmill],
  ["skyscraper, office building, apartment building, tower block, high rise", 150, skyscraper],
  ["bridge, stone bridge, arch bridge", 15, bridge],
  ["well, wishing well", 2.5, well],
  ["gazebo, pavilion, pergola", 5, gazebo],
]);
