/**
 * What floats or dives.
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  box,
  cloth,
  cylinder,
  extrude,
  group,
  hex,
  limb,
  lump,
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
  striped,
  torus,
  tube,
  type Vec2,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

/** A hull: rings from keel to rim, pointed at both ends. */
function hull(
  look: Look,
  long: number,
  wide: number,
  deep: number,
  material: Material,
): Parts {
  const surface = (inner: number) =>
    sheet((u, v) => {
      const t = 2 * u - 1;
      const beam =
        wide * Math.max(0.02, 1 - Math.abs(t > 0 ? t * 0.98 : t * 0.72) ** (t > 0 ? 2.2 : 3.5)) -
        inner;
      const a = (v - 0.5) * Math.PI;
      const rise = 0.32 * deep * (t > 0 ? t ** 3 : 0.4 * Math.abs(t) ** 3);
      return [
        beam * Math.sin(a),
        -deep * Math.cos(a) ** 0.7 * (1 - 0.25 * Math.abs(t) ** 4) + inner + rise,
        long * t,
      ];
    }, 48);
  void look;
  return [
    part(surface(0), material, { thin: true }),
    part(surface(0.05), material, { thin: true }),
  ];
}

function sailboat(look: Look): Parts {
  const body = look.skin("primary hull boat", polished, ["#f2f0ea", "#2c5c94", "#b8341f"]);
  const sail = look.skin("secondary sail", cloth, ["#f6f4ec", "#e0503c"]);
  const mast = wood(hex("#8a5a32"));
  const curve = (a: Vec2, b: Vec2, c: Vec2, billow: number) =>
    sheet((u, v) => {
      const x = (a[0] * (1 - u) + b[0] * u) * (1 - v) + c[0] * v;
      const y = (a[1] * (1 - u) + b[1] * u) * (1 - v) + c[1] * v;
      return [billow * Math.sin(Math.PI * u) * (1 - v), y, x];
    }, 24);
  return [
    hull(look, 0.95, 0.36, 0.36, body),
    part(
      sheet((u, v) => {
        const t = 2 * u - 1;
        const beam = 0.35 *
          Math.max(0.02, 1 - Math.abs(t > 0 ? t * 0.98 : t * 0.72) ** (t > 0 ? 2.2 : 3.5));
        return [
          beam * (2 * v - 1),
          -0.04 + 0.11 * (t > 0 ? t ** 3 : 0.4 * Math.abs(t) ** 3),
          0.94 * t,
        ];
      }),
      wood(hex("#b48454")),
      { thin: true },
    ),
    part(cylinder(0.035, 2.0, 0.025), mast, { at: [0, 0.95, 0.1] }),
    part(limb([0, 0.16, 0.08], [0, 0.18, -0.85], 0.025), mast),
    part(curve([0.05, 0.22], [-0.82, 0.22], [0.06, 1.85], 0.16), sail, { thin: true }),
    part(curve([0.16, 0.3], [0.92, 0.16], [0.14, 1.7], 0.14), sail, { thin: true }),
    part(
      extrude([[0, 0], [0.26, 0.06], [0, 0.13]], 0.012),
      look.skin("flag accent", cloth, "#c8241f"),
      { at: [0, 1.84, 0.1], turn: [0, 90, 0], thin: true },
    ),
    part(box(0.05, 0.34, 0.13, 0.02), body, { at: [0, -0.2, -0.9] }),
    part(torus(0.345, 0.04), wood(hex("#8a5a32")), { at: [0, 0.02, -0.1], scale: [1, 0.6, 2.5] }),
  ];
}

function ship(look: Look): Parts {
  const isPirate = look.says("pirate galleon viking sailing old wooden caravel");
  if (isPirate) {
    const planks = look.skin(
      "primary hull",
      (colour) =>
        striped("y", 11, wood(colour), wood([colour[0] * 0.6, colour[1] * 0.6, colour[2] * 0.6]), {
          share: 0.85,
        }),
      "#7a4c2c",
    );
    const sail = look.skin("secondary sail", cloth, look.says("pirate") ? "#2b2c32" : "#f0e8d4");
    const mast = wood(hex("#5c3822"));
    const square = (
      z: number,
      y: number,
      w: number,
      h: number,
    ): Parts => [
      part(
        sheet((
          u,
          v,
        ) => [
          (u - 0.5) * w * (1 - 0.12 * v),
          y + (v - 0.5) * h,
          z + 0.16 * Math.sin(Math.PI * u) * Math.sin(Math.PI * (0.15 + v * 0.75)),
        ]),
        sail,
        { thin: true },
      ),
      part(limb([-w * 0.52, y + h / 2, z], [w * 0.52, y + h / 2, z], 0.024), mast),
    ];
    return [
      hull(look, 1.1, 0.42, 0.5, planks),
      part(box(0.7, 0.04, 1.5, 0.01), wood(hex("#a8784a")), { at: [0, -0.03, 0] }),
      part(box(0.72, 0.36, 0.5, 0.03), planks, { at: [0, 0.16, -0.82] }),
      part(box(0.66, 0.06, 0.46, 0.02), wood(hex("#a8784a")), { at: [0, 0.36, -0.82] }),
      part(box(0.5, 0.2, 0.3, 0.03), planks, { at: [0, 0.1, 0.72] }),
      part(limb([0, 0.2, 0.9], [0, 0.5, 1.55], 0.035, 0.015), mast),
      [[0.45, 1.5], [-0.12, 1.75], [-0.7, 1.3]].map((
        [z, h],
      ) => [
        part(cylinder(0.04, h, 0.025), mast, { at: [0, h / 2, z] }),
        square(z + 0.03, h * 0.42, 0.95, h * 0.36),
        square(z + 0.03, h * 0.78, 0.72, h * 0.26),
      ]),
      mirrored(
        row(5, (i) =>
          part(box(0.03, 0.08, 0.09, 0.01), matte(hex("#221c18")), {
            at: [0.4 - Math.abs(i - 2) * 0.012, -0.16, 0.45 - i * 0.24],
          })),
      ),
      part(extrude([[0, 0], [0.3, 0.03], [0.3, 0.2], [0, 0.2]], 0.012), matte(hex("#1c1c20")), {
        at: [0, 1.56, -0.12],
        turn: [0, 90, 0],
        thin: true,
      }),
      mirrored(
        part(box(0.14, 0.12, 0.03, 0.01), { ...polished(hex("#f0d068")), glow: 0.4 }, {
          at: [0.18, 0.18, -1.08],
        }),
      ),
    ];
  }
  const body = look.skin(
    "primary hull",
    polished,
    look.says("cruise yacht") ? "#f4f4f2" : ["#23364c", "#7c2420"],
  );
  const deck = look.skin("secondary deck", polished, "#f4f2ec");
  const funnel = look.skin("accent funnel", polished, ["#c8341f", "#e0a01c"]);
  return [
    hull(look, 1.25, 0.34, 0.42, where(({ at }) => at[1] < -0.26, matte(hex("#8c2420")), body)),
    part(box(0.52, 0.04, 1.9, 0.01), wood(hex("#b48454")), { at: [0, 0.0, -0.05] }),
    [[0.5, 0.2, 1.3, 0.12], [0.44, 0.18, 1.05, 0.31], [0.36, 0.16, 0.75, 0.48]].map((
      [w, h, l, y],
    ) =>
      part(
        box(w, h, l, 0.02),
        where(
          ({ at, normal }) =>
            Math.abs(normal[1]) < 0.5 && Math.abs(at[1] - y) < 0.035 &&
            ((at[2] + at[0] + 5) * 9) % 1 < 0.55,
          pane(hex("#3c5468")),
          deck,
        ),
        { at: [0, y, -0.15] },
      )
    ),
    [0.05, -0.35].map((z) =>
      part(
        cylinder(0.09, 0.36, 0.085),
        where(({ at }) => at[1] > 0.76, matte(hex("#1c1c20")), funnel),
        { at: [0, 0.7, z], turn: [-6, 0, 0] },
      )
    ),
    part(cylinder(0.018, 0.6), metal(hex("#c4c8ce")), { at: [0, 0.8, 0.3] }),
    mirrored(
      row(4, (i) =>
        part(ball(0.05, 0.045, 0.12), polished(hex("#e8782c")), {
          at: [0.28, 0.27, 0.3 - i * 0.28],
        })),
    ),
  ];
}

function rowboat(look: Look): Parts {
  const planks = look.skin("primary", wood, ["#8a5a32", "#a8442c", "#3c6c8c"]);
  return [
    hull(look, 1.15, 0.46, 0.4, planks),
    [0.35, -0.35].map((z) =>
      part(box(0.78, 0.05, 0.2, 0.015), wood(hex("#b48454")), { at: [0, -0.06, z] })
    ),
    mirrored(
      part(limb([0.3, 0.06, 0.3], [1.05, -0.2, -0.4], 0.024), wood(hex("#c49c64"))),
      part(ball(0.1, 0.02, 0.2), wood(hex("#c49c64")), {
        at: [1.12, -0.23, -0.48],
        turn: [0, 42, 0],
      }),
    ),
  ];
}

function submarine(look: Look): Parts {
  const body = look.skin("primary", polished, ["#f2c01c", "#4c5c6c", "#2c6c8c"]);
  const trim = look.skin("secondary", metal, "#c4a048");
  return [
    part(
      tube([[0, 0, 1.05], [0, 0, 0.5], [0, 0, -0.4], [0, 0, -1.15]], [0.3, 0.42, 0.4, 0.1]),
      body,
    ),
    part(blob([lump([0, 0.5, 0.1], [0.18, 0.3, 0.34])], 0.05), body),
    part(tube([[0, 0.7, 0.15], [0, 1.05, 0.15], [0, 1.06, 0.32]], 0.035, { straight: true }), trim),
    mirrored(
      [0.55, 0.1, -0.35].map((
        z,
      ) => [
        part(torus(0.12, 0.045), trim, { at: [0.4, 0.05, z], turn: [0, 0, 90] }),
        part(ball(0.04, 0.1, 0.1), pane(hex("#5cb4d8")), { at: [0.39, 0.05, z] }),
      ]),
      part(box(0.46, 0.04, 0.22, 0.02), trim, { at: [0.28, 0, -0.95] }),
    ),
    part(box(0.04, 0.62, 0.22, 0.02), trim, { at: [0, 0.05, -0.98] }),
    group(
      { at: [0, 0, -1.26] },
      around(1, () => part(ball(0.06), trim)),
      [0, 120, 240].map((turn) =>
        part(ball(0.07, 0.2, 0.02), trim, {
          at: [0.16 * Math.sin(turn * Math.PI / 180), 0.16 * Math.cos(turn * Math.PI / 180), 0],
          turn: [0, 25, -turn],
        })
      ),
    ),
    part(ball(0.24, 0.24, 0.12), { ...pane(hex("#5cb4d8")) }, { at: [0, 0.05, 1.28] }),
    part(torus(0.25, 0.06), trim, { at: [0, 0.05, 1.27], turn: [90, 0, 0] }),
  ];
}

/** What floats or dives. */
export const SHIPS: readonly Noun[] = nounsOf("vehicles", [
  ["sailboat, yacht, sailing boat, sail boat, catamaran", 7, sailboat],
  [
    "ship, pirate ship, galleon, cruise ship, viking ship, longship, sailing ship, ferry, battleship, steamboat, tugboat, cargo ship, paddle steamer",
    20,
    ship,
  ],
  ["boat, rowboat, canoe, kayak, fishing boat, gondola, raft, lifeboat, speedboat", 4, rowboat],
  ["submarine, yellow submarine", 12, submarine],
]);
