/**
 * Churches, temples, palaces, pyramids.
 *
 * @module
 */
import {
  around,
  ball,
  blocks,
  box,
  cylinder,
  extrude,
  glowing,
  group,
  hex,
  lathe,
  marble,
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
  tiles,
  torus,
  type Vec2,
  type Vec3,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { gable, gableWall, GLASS, lawn } from "./walls.ts";

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

/** Churches, temples, palaces, pyramids. */
export const SHRINES: readonly Noun[] = nounsOf("buildings", [
  ["church, chapel, cathedral", 20, church],
  ["pyramid, egyptian pyramid, mayan pyramid, ziggurat, aztec pyramid", 100, pyramid],
  ["temple, greek temple, parthenon, shrine, museum, library, roman temple", 25, temple],
  ["pagoda, japanese temple, chinese temple, dojo", 25, pagoda],
  ["palace, mosque, taj mahal, chateau", 40, palace],
]);
