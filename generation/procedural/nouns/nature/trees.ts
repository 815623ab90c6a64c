/**
 * Trees and other woody things.
 *
 * @module
 */
import { crown, leaves, trunk } from "../../builders/plants.ts";
import {
  around,
  ball,
  bark,
  cylinder,
  glowing,
  grass,
  group,
  hex,
  lathe,
  matte,
  noise,
  part,
  type Parts,
  plastic,
  polished,
  row,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { palm, tree, TRUNK_BROWN } from "./tree_shapes.ts";

function pine(look: Look, christmas = false): Parts {
  const mass = leaves(look, christmas ? "#2c6c3c" : ["#2f6c40", "#3c7c4c", "#2c5c48"]);
  const tiers = 5;
  const snow = look.says("snow snowy snow-covered winter");
  const parts: Parts[] = [
    part(cylinder(0.14, 0.5, 0.1), bark(hex(TRUNK_BROWN)), { at: [0, 0.2, 0] }),
  ];
  for (let i = 0; i < tiers; i++) {
    const r = 0.82 - i * 0.145;
    const y = 0.42 + i * 0.32;
    parts.push(
      part(
        lathe([[0, y + 0.1], [r * 0.72, y + 0.03], [r, y - 0.1], [r * 0.62, y + 0.22], [
          r * 0.22,
          y + 0.55,
        ], [0, y + 0.68]], {
          smooth: true,
          ribs: (a) => 1 + 0.09 * Math.abs(Math.sin(a * 5.5 + i)),
        }),
        snow
          ? where(
            ({ normal, random }) => normal[1] > 0.25 + 0.3 * random,
            matte(hex("#f4f8fc")),
            mass,
          )
          : mass,
        { bump: { height: 0.03, scale: 11 } },
      ),
    );
  }
  if (!christmas) return parts;
  const colours = ["#d0242c", "#e8b83a", "#2c6cc8", "#c8ccd4"];
  for (let i = 0; i < 30; i++) {
    const t = i / 30;
    const angle = i * 2.4;
    const r = (0.86 - t * 0.72) * 0.92;
    parts.push(
      part(ball(0.065), polished(hex(colours[i % 4])), {
        at: [Math.sin(angle) * r, 0.36 + t * 1.42, Math.cos(angle) * r],
      }),
    );
  }
  const garland: Vec3[] = Array.from({ length: 50 }, (_, i) => {
    const t = i / 49;
    const a = t * 5 * 2 * Math.PI;
    const r = 0.84 - t * 0.72;
    return [Math.sin(a) * r, 0.36 + t * 1.5, Math.cos(a) * r];
  });
  parts.push(part(tube(garland, 0.024), polished(hex("#e8c04a"))));
  for (const turn of [0, 72, 144, 216, 288]) {
    parts.push(
      group(
        { at: [0, 2.42, 0], turn: [0, 0, turn] },
        part(lathe([[0.0, -0.02], [0.07, 0], [0, 0.22]], { sides: 4 }), glowing(hex("#f8d040"))),
      ),
    );
  }
  parts.push(
    part(lathe([[0, -0.22], [0.2, -0.22], [0.26, 0.08], [0, 0.08]]), matte(hex("#a8342c"))),
  );
  return parts;
}

function willow(look: Look): Parts {
  const mass = leaves(look, ["#7c9c44", "#6c9444"]);
  return [
    trunk(1.0, 0.17, 0.13, hex(TRUNK_BROWN)),
    crown(look, [0, 1.5, 0], [0.7, 0.42, 0.7], mass, 8),
    row(60, () => {
      const [a, r, l] = [look.between(0, 6.28), look.between(0.35, 0.8), look.between(0.6, 1.2)];
      const [x, z] = [Math.cos(a), Math.sin(a)];
      return part(
        tube([[x * r * 0.8, 1.6, z * r * 0.8], [x * (r + 0.12), 1.4, z * (r + 0.12)], [
          x * (r + 0.17),
          1.4 - l,
          z * (r + 0.17),
        ]], [0.05, 0.055, 0.015]),
        mass,
      );
    }),
  ];
}

function bonsai(look: Look): Parts {
  const mass = leaves(look, ["#3c7c38", "#5c8c3c"]);
  const wood = bark(hex("#6c4a34"));
  const pads: readonly (readonly [number, number, number, number])[] = [
    [0.05, 1.25, 0, 0.5],
    [-0.6, 0.85, 0.05, 0.38],
    [0.62, 0.68, -0.05, 0.36],
    [0.1, 0.85, 0.35, 0.28],
  ];
  return [
    part(
      lathe([[0, -0.5], [0.62, -0.5], [0.85, -0.08], [0.8, -0.08], [0.6, -0.2], [0, -0.2]], {}),
      look.skin("pot secondary", polished, ["#3c5c74", "#7c3c2c"]),
      { scale: [1, 1, 0.72] },
    ),
    part(ball(0.76, 0.09, 0.53), grass(hex("#5e7c38")), { at: [0, -0.13, 0] }),
    part(
      tube(
        [[0, -0.15, 0], [-0.12, 0.2, 0.05], [0.14, 0.55, 0], [-0.05, 0.85, 0], [0.05, 1.15, 0]],
        [0.2, 0.15, 0.12, 0.09, 0.05],
      ),
      wood,
    ),
    pads.map((
      [x, y, z, r],
    ) => [
      part(
        tube([[0, y - 0.3, 0], [x * 0.5, y - 0.16, z * 0.5], [x, y - 0.05, z]], [0.07, 0.06, 0.04]),
        wood,
      ),
      crown(look, [x, y, z], [r, r * 0.42, r], mass, 7),
    ]),
  ];
}

function bush(look: Look): Parts {
  const mass = leaves(look, ["#4c8c38", "#3c7c3c"]);
  const berries = look.says("berry flower rose");
  return [
    crown(look, [0, 0.55, 0], [0.95, 0.66, 0.9], mass, 14),
    berries
      ? row(40, () => {
        const [a, y] = [look.between(0, 6.28), look.between(0.1, 1)];
        const r = Math.sqrt(Math.max(0, 1 - y * y)) * 0.92;
        return part(ball(0.06), look.skin("secondary berry flower", plastic, "#c8242c"), {
          at: [r * Math.cos(a), 0.55 + y * 0.62, r * Math.sin(a)],
        });
      })
      : [],
  ];
}

function log(look: Look): Parts {
  const rough = look.skin("primary", bark, "#6c4a30");
  const cut = where(
    ({ local }) => (Math.hypot(local[0], local[2]) * 16) % 1 < 0.25,
    matte(hex("#b08450")),
    matte(hex("#dcb47c")),
  );
  return group(
    { turn: [0, 25, 90] },
    part(lathe([[0.5, -1], [0.52, 0], [0.5, 1]], { smooth: true }), rough, {
      bump: { height: 0.05, scale: 5 },
    }),
    [1, -1].map((side) =>
      part(lathe([[0.5, 0], [0, 0]]), cut, {
        at: [0, side, 0],
        turn: [side > 0 ? 0 : 180, 0, 0],
      })
    ),
    part(cylinder(0.13, 0.4, 0.1), rough, { at: [0.5, 0.3, 0.1], turn: [0, 0, -60] }),
    [0, 1].map((i) =>
      part(ball(0.12, 0.05, 0.14), matte(hex("#c89c64")), {
        at: [0.46, -0.4 + i * 0.25, 0.25],
        turn: [0, 0, -90],
      })
    ),
  );
}

function stump(look: Look): Parts {
  const rough = look.skin("primary", bark, "#6c4a30");
  const cut = where(
    ({ local }) =>
      (Math.hypot(local[0], local[2]) * 13 + 0.5 * noise(local[0] * 4, 0, local[2] * 4)) % 1 < 0.25,
    matte(hex("#a87c4c")),
    matte(hex("#d8b078")),
  );
  return [
    part(
      lathe([[0.85, 0], [0.68, 0.2], [0.6, 0.8]], {
        smooth: true,
        ribs: (a, v) => 1 + 0.06 * Math.cos(a * 7) * (1 - v),
      }),
      rough,
      { bump: { height: 0.05, scale: 5 } },
    ),
    part(lathe([[0.6, 0.8], [0, 0.82]]), cut),
    around(
      6,
      () => part(tube([[0, 0.3, 0.5], [0, 0.1, 0.85], [0, 0.02, 1.15]], [0.2, 0.15, 0.06]), rough),
    ),
  ];
}

/** Trees and other woody things. */
export const TREES: readonly Noun[] = nounsOf("nature", [
  [
    "tree, oak, oak tree, maple tree, apple tree, cherry tree, maple, cherry blossom tree, sakura tree, birch",
    6,
    tree,
  ],
  ["pine tree, fir, fir tree, spruce, conifer, evergreen", 6, (look) => pine(look)],
  ["christmas tree, xmas tree", 2.5, (look) => pine(look, true)],
  ["palm tree, palm, coconut tree", 6, palm],
  ["willow, willow tree, weeping willow", 6, willow],
  ["bonsai, bonsai tree", 0.5, bonsai],
  ["bush, shrub, hedge, berry bush", 1.2, bush],
  ["log, wood log, firewood", 1, log],
  ["tree stump, stump", 0.8, stump],
]);
