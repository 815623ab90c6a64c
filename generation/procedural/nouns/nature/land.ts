/**
 * Rocks, mountains, weather and the sea shore.
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  crystal,
  cylinder,
  ghostly,
  glowing,
  grass,
  group,
  hex,
  lathe,
  limb,
  lump,
  type Material,
  matte,
  noise,
  part,
  type Parts,
  polished,
  row,
  sheet,
  skin,
  stone,
  striped,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { palm, tree } from "./tree_shapes.ts";

function rock(look: Look): Parts {
  const surface = look.skin("primary", stone, ["#8c8880", "#7c7c80", "#a09080"]);
  const moss = look.says("moss mossy");
  const finish = moss
    ? where(
      ({ normal, at }) => normal[1] + 0.5 * noise(at[0] * 5, at[1] * 5, at[2] * 5) > 0.75,
      grass(hex("#5e7c38")),
      surface,
    )
    : surface;
  return [
    part(ball(0.95, 0.66, 0.8), finish, {
      bump: { height: 0.2, scale: 1.7 },
      turn: [0, look.between(0, 360), 0],
    }),
    part(ball(0.42, 0.3, 0.38), finish, {
      at: [0.82, -0.32, 0.45],
      bump: { height: 0.12, scale: 2.4 },
    }),
    part(ball(0.24, 0.18, 0.22), finish, {
      at: [-0.75, -0.42, 0.6],
      bump: { height: 0.08, scale: 3 },
    }),
  ];
}

function crystals(look: Look): Parts {
  const gem = look.skin("primary", crystal, ["#9454c4", "#4ca4e0", "#3cc49c", "#e0609c"]);
  const shard = (height: number, r: number): Parts =>
    part(lathe([[0, 0], [r * 0.8, 0], [r, height * 0.72], [0, height]], { sides: 6 }), gem);
  return [
    group({ turn: [0, 10, 0] }, shard(1.9, 0.27)),
    around(
      6,
      (i) =>
        group(
          { at: [0, 0, 0.2], turn: [22 + 8 * (i % 3), 0, 0] },
          shard(1.05 + 0.35 * ((i * 7) % 3) / 2, 0.19),
        ),
    ),
    around(
      7,
      (i) =>
        group(
          { at: [0, 0, 0.38], turn: [46 + 6 * (i % 2), 0, 0] },
          shard(0.55 + 0.2 * (i % 3), 0.12),
        ),
      { start: 25 },
    ),
    part(ball(0.78, 0.22, 0.78), look.skin("base rock secondary", stone, "#6c6872"), {
      at: [0, 0, 0],
      bump: { height: 0.08, scale: 4 },
    }),
  ];
}

/** A ridged cone of rock: height by distance and angle. */
function peak(height: number, radius: number, roughness: number, crater = 0) {
  return sheet((u, v) => {
    const angle = 2 * Math.PI * u;
    const r = radius * (1 - v);
    const [x, z] = [Math.cos(angle), Math.sin(angle)];
    const ridge = (noise(x * 2.2 + 7, z * 2.2, 3) - 0.5) * 0.5 +
      (noise(x * 5 + r * 3, z * 5, r * 4) - 0.5) * 0.35;
    const rise = v ** 1.25 * height * (1 + ridge * roughness * (1 - v) * 2);
    const dip = crater > 0 && v > 1 - crater ? (v - 1 + crater) * height * 1.3 : 0;
    return [r * x * (1 + ridge * 0.3), rise - dip * 1.6, -r * z * (1 + ridge * 0.3)];
  }, 64);
}

function mountain(look: Look): Parts {
  const rockFace = look.skin("primary rock", stone, ["#7c7874", "#6c7078"]);
  const snow = look.skin("secondary snow peak", matte, "#f4f8fc");
  const green = grass(hex("#5c8444"));
  const finish = (top: number): Material => ({
    ...rockFace,
    colour: (spot) => {
      const wobble = (noise(spot.at[0] * 6, spot.at[1] * 6, spot.at[2] * 6) - 0.5) * 0.45;
      if (spot.at[1] + wobble > top) return snow.colour(spot);
      return spot.at[1] + wobble < 0.22 ? green.colour(spot) : rockFace.colour(spot);
    },
  });
  return [
    part(peak(1.6, 1.0, 1), finish(0.95)),
    part(peak(1.05, 0.7, 1), finish(0.75), { at: [0.72, 0, 0.15] }),
    part(peak(0.85, 0.62, 1), finish(0.66), { at: [-0.72, 0, 0.2] }),
    part(cylinder(1.35, 0.14), green, { at: [0, -0.06, 0.05], bump: { height: 0.03, scale: 6 } }),
  ];
}

function volcano(look: Look): Parts {
  const rockFace = look.skin("primary rock", stone, "#4c423e");
  const lava = look.skin("lava secondary magma", glowing, "#f26a1c");
  const cracked: Material = {
    ...rockFace,
    colour: (spot) => {
      const angle = Math.atan2(spot.at[0], spot.at[2]);
      const stream = Math.abs(
        Math.sin(angle * 2.5 + 0.7 * noise(spot.at[0] * 4, spot.at[1] * 4, spot.at[2] * 4)),
      );
      return stream < 0.1 + 0.09 * spot.at[1] ? lava.colour(spot) : rockFace.colour(spot);
    },
  };
  return [
    part(peak(1.5, 1.15, 0.6, 0.22), cracked),
    part(lathe([[0.26, 1.02], [0, 1.04]]), lava),
    row(
      7,
      (i) =>
        part(ball(0.13 + i * 0.045), ghostly(hex("#8c8884")), {
          at: [0.1 * Math.sin(i * 2), 1.3 + i * 0.13, 0.1 * Math.cos(i * 2.4)],
          bump: { height: 0.06, scale: 5 },
        }),
    ),
    row(10, () => {
      const a = look.between(0, 6.28);
      return part(ball(0.04), lava, {
        at: [0.3 * Math.cos(a), look.between(1.2, 1.7), 0.3 * Math.sin(a)],
      });
    }),
    part(cylinder(1.3, 0.1), stone(hex("#5c5048")), { at: [0, -0.04, 0] }),
  ];
}

function island(look: Look): Parts {
  const floating = look.says("floating flying sky");
  return [
    floating
      ? part(
        lathe([[0, -1], [0.15, -0.85], [0.45, -0.5], [0.85, -0.12], [1, 0]], { smooth: true }),
        stone(hex("#7c6450")),
        { bump: { height: 0.12, scale: 3 } },
      )
      : [
        part(cylinder(1.35, 0.06), look.skin("water sea", polished, "#3c9cc8"), {
          at: [0, -0.08, 0],
        }),
        part(
          lathe([[1.05, -0.06], [0.8, 0.06], [0, 0.16]], { smooth: true }),
          matte(hex("#e8d4a0")),
        ),
      ],
    part(
      lathe([[0, -0.05], [floating ? 1.02 : 0.72, 0], [0.6, 0.14], [0.3, 0.28], [0, 0.3]], {
        smooth: true,
      }),
      look.skin("grass primary", grass, "#64a044"),
      { bump: { height: 0.04, scale: 5 } },
    ),
    group({ at: [0.1, 0.2, 0], scale: 0.62 }, floating ? tree(look) : palm(look)),
    part(ball(0.16, 0.12, 0.14), stone(hex("#8c8880")), {
      at: [-0.45, 0.18, 0.3],
      bump: { height: 0.04, scale: 4 },
    }),
  ];
}

function cloud(look: Look): Parts {
  const vapour = look.skin(
    "primary",
    matte,
    look.says("storm thunder lightning") ? "#7c8494" : "#d8e2ee",
  );
  return [
    part(
      blob([
        lump([0, 0, 0], [0.7, 0.42, 0.45]),
        lump([-0.6, -0.08, 0], [0.45, 0.3, 0.36]),
        lump([0.62, -0.06, 0.05], [0.48, 0.33, 0.38]),
        lump([0.2, 0.28, 0], [0.42, 0.36, 0.36]),
        lump([-0.28, 0.2, 0.08], [0.36, 0.3, 0.32]),
      ], 0.1),
      { ...vapour, fuzz: 0.012, glow: 0 },
      { bump: { height: 0.05, scale: 4 } },
    ),
    look.says("rain storm thunder lightning")
      ? row(
        9,
        (i) =>
          part(lathe([[0, -0.08], [0.035, -0.05], [0, 0.08]]), polished(hex("#4c9ce0")), {
            at: [-0.6 + (i % 5) * 0.3, -0.6 - (i > 4 ? 0.3 : 0), (i % 2) * 0.2 - 0.1],
          }),
      )
      : [],
  ];
}

function shell(look: Look): Parts {
  const body = look.skin("primary", polished, ["#f0c8a8", "#f0b0a0", "#e8dcc8"]);
  const band = look.skin("secondary", polished, "#c8805c");
  const points: Vec3[] = [];
  const radii: number[] = [];
  for (let i = 0; i <= 60; i++) {
    const t = i / 60;
    const grow = Math.exp(-2.6 * (1 - t));
    const a = t * 4.6 * 2 * Math.PI;
    points.push([
      0.62 * grow * Math.cos(a),
      1.1 * (1 - grow) ** 1.1 - 0.4,
      0.62 * grow * Math.sin(a),
    ]);
    radii.push(0.44 * grow);
  }
  return group(
    { turn: [15, 0, -28] },
    part(
      tube(points.toReversed(), radii.toReversed()),
      striped("v", 40, body, band, { share: 0.72, wobble: 0.03 }),
    ),
  );
}

function coral(look: Look): Parts {
  const body = look.skin("primary", skin, ["#f0705c", "#e85c9c", "#f0a03c"]);
  const parts: Parts[] = [];
  const grow = (from: Vec3, direction: Vec3, size: number, depth: number): void => {
    const to: Vec3 = [
      from[0] + direction[0] * size,
      from[1] + direction[1] * size,
      from[2] + direction[2] * size,
    ];
    parts.push(
      part(limb(from, to, 0.1 * size + 0.025, 0.08 * size + 0.02), body, {
        bump: { height: 0.01, scale: 22 },
      }),
    );
    if (depth === 0) return;
    for (let i = 0; i < 2 + (depth > 2 ? 1 : 0); i++) {
      const next: Vec3 = [
        direction[0] + look.between(-0.75, 0.75),
        Math.max(0.35, direction[1] + look.between(-0.3, 0.3)),
        direction[2] + look.between(-0.5, 0.5),
      ];
      const long = Math.hypot(...next);
      grow(
        to,
        [next[0] / long, next[1] / long, next[2] / long],
        size * look.between(0.68, 0.85),
        depth - 1,
      );
    }
  };
  grow([0, 0, 0], [0, 1, 0], 0.5, 4);
  return [
    parts,
    part(ball(0.5, 0.16, 0.45), stone(hex("#8c8478")), { bump: { height: 0.06, scale: 4 } }),
  ];
}

function snowflake(look: Look): Parts {
  const ice = look.skin("primary", crystal, "#b8e0f4");
  return row(
    6,
    (i) =>
      group(
        { turn: [0, 0, i * 60] },
        part(limb([0, 0, 0], [0, 1, 0], 0.06, 0.045), ice),
        [0.45, 0.72].map((y) =>
          [1, -1].map((side) =>
            part(limb([0, y, 0], [side * 0.3 * (1.15 - y), y + 0.24, 0], 0.045, 0.035), ice)
          )
        ),
      ),
  );
}

/** Rocks, mountains, weather and the sea shore. */
export const LAND: readonly Noun[] = nounsOf("nature", [
  ["rock, boulder, stone, pebble, meteorite, asteroid", 0.8, rock],
  ["crystal, crystal cluster, amethyst, quartz, geode, mineral", 0.4, crystals],
  ["mountain, peak, hill, cliff", 30, mountain],
  ["volcano", 30, volcano],
  ["island, floating island, tropical island", 20, island],
  ["cloud, rain cloud, storm cloud", 10, cloud],
  ["seashell, shell, conch, sea shell", 0.15, shell],
  ["coral, coral reef", 0.5, coral],
  ["snowflake", 0.1, snowflake],
]);
