/**
 * Heavy engines.
 *
 * @module
 */
import {
  around,
  ball,
  box,
  cylinder,
  extrude,
  group,
  hex,
  lathe,
  leather,
  limb,
  type Material,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  plastic,
  polished,
  row,
  rubber,
  sheet,
  smoothLine,
  striped,
  torus,
  tube,
  type Vec2,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

function train(look: Look): Parts {
  const boiler = look.skin("primary boiler body", polished, [
    "#26384c",
    "#2c5c3c",
    "#7c1f24",
    "#23252b",
  ]);
  const trim = look.skin("secondary trim", metal, "#d0a03c");
  const red = look.skin("accent wheel", plastic, "#b4241f");
  const dark = matte(hex("#232429"));
  const wheelSet = (z: number, r: number): Parts =>
    mirrored(
      group(
        { at: [0.42, r, z], turn: [0, 0, 90] },
        part(torus(r * 0.9, r * 0.22), dark),
        around(8, () => part(limb([0, 0, 0.04], [0, 0, r * 0.86], 0.022), red)),
        part(cylinder(r * 0.2, 0.13), trim),
      ),
    );
  return [
    part(box(0.92, 0.14, 2.4, 0.02), red, { at: [0, 0.5, 0] }),
    group(
      { at: [0, 0.94, 0.3], turn: [90, 0, 0] },
      part(lathe([[0, -0.85], [0.4, -0.85], [0.4, 0.82], [0.36, 0.9], [0, 0.92]]), boiler),
      [-0.5, 0, 0.5].map((y) => part(torus(0.4, 0.045), trim, { at: [0, y, 0] })),
      part(torus(0.3, 0.04), trim, { at: [0, 0.9, 0] }),
    ),
    part(lathe([[0.13, 0], [0.13, 0.34], [0.24, 0.55], [0.2, 0.55], [0.1, 0.4]]), dark, {
      at: [0, 1.28, 0.86],
    }),
    [[0.4, 0.17], [-0.05, 0.14]].map((
      [z, r],
    ) => [
      part(lathe([[r, 0], [r, 0.13], [0, 0.25]], { smooth: true }), trim, { at: [0, 1.3, z] }),
    ]),
    part(
      box(0.98, 0.86, 0.72, 0.03),
      where(
        ({ at, normal }) =>
          Math.abs(at[1] - 1.28) < 0.15 &&
          (Math.abs(at[2] + 0.78) < 0.2 && Math.abs(normal[0]) > 0.5 ||
            Math.abs(Math.abs(at[0]) - 0.26) < 0.13 && Math.abs(normal[2]) > 0.5),
        pane(hex("#7c9cb0")),
        boiler,
      ),
      { at: [0, 1.0, -0.78] },
    ),
    part(
      sheet((u, v) => [(u - 0.5) * 1.14, 1.56 - 0.3 * (u - 0.5) ** 2 * 2, -0.3 - 0.96 * v]),
      dark,
      { thin: true },
    ),
    part(lathe([[0.0, 0], [0.13, 0], [0.15, 0.1], [0, 0.12]]), {
      ...polished(hex("#fdf0b8")),
      glow: 0.6,
    }, { at: [0, 1.16, 1.18], turn: [90, 0, 0] }),
    part(extrude([[-0.46, 0], [0.46, 0], [0.3, 0.36], [-0.3, 0.36]], 0.06), red, {
      at: [0, 0.1, 1.36],
      turn: [-26, 0, 0],
    }),
    row(
      7,
      (_, t) =>
        part(limb([(t - 0.5) * 0.84, 0.1, 1.4], [(t - 0.5) * 0.5, 0.44, 1.24], 0.025), trim),
    ),
    wheelSet(0.72, 0.24),
    wheelSet(0.24, 0.24),
    wheelSet(-0.5, 0.36),
    wheelSet(-1.0, 0.24),
    mirrored(
      part(limb([0.5, 0.26, 0.75], [0.5, 0.34, -0.5], 0.03), trim),
      part(cylinder(0.11, 0.34), trim, { at: [0.46, 0.36, 1.02], turn: [90, 0, 0] }),
    ),
    row(
      4,
      (i) =>
        part(ball(0.12 + i * 0.05), { ...matte(hex("#e8e8ea")), opacity: 0.9 }, {
          at: [0.02 * i, 1.92 + i * 0.13, 0.84 - i * 0.2],
          bump: { height: 0.04, scale: 6 },
        }),
    ),
  ];
}

function tank(look: Look): Parts {
  const steel = look.skin("primary", matte, ["#54603a", "#8c7c54", "#5c6468"]);
  const dark = look.skin("track secondary", wornTrack, "#2b2c2e");
  const track: Vec2[] = smoothLine(
    [[1.15, 0.3], [0.95, 0.5], [-0.95, 0.5], [-1.15, 0.3], [-0.9, 0.02], [0.9, 0.02]],
    true,
    5,
  );
  return [
    mirrored(
      group({ at: [0.52, 0, 0], turn: [0, -90, 0] }, part(extrude(track, 0.3), dark)),
      row(
        5,
        (_, t) =>
          part(cylinder(0.17, 0.05), steel, { at: [0.68, 0.2, (t - 0.5) * 1.7], turn: [0, 0, 90] }),
      ),
      row(
        2,
        (i) =>
          part(cylinder(0.11, 0.05), steel, { at: [0.68, 0.32, i ? 1.0 : -1.0], turn: [0, 0, 90] }),
      ),
      part(box(0.36, 0.05, 2.2, 0.02), steel, { at: [0.52, 0.54, 0] }),
    ),
    group(
      { turn: [0, -90, 0] },
      part(
        extrude(
          [[1.1, 0.3], [1.18, 0.44], [0.8, 0.64], [-0.95, 0.64], [-1.1, 0.5], [-1.05, 0.28]],
          0.8,
        ),
        steel,
      ),
    ),
    part(lathe([[0.44, 0.62], [0.42, 0.85], [0.32, 0.96], [0, 0.98]]), steel, {
      at: [0, 0, -0.1],
      scale: [1, 1, 1.15],
    }),
    part(limb([0, 0.8, 0.3], [0, 0.84, 1.5], 0.055), steel),
    part(cylinder(0.085, 0.2), steel, { at: [0, 0.84, 1.48], turn: [88, 0, 0] }),
    part(box(0.26, 0.2, 0.2, 0.04), steel, { at: [0, 0.8, 0.38] }),
    part(cylinder(0.15, 0.1), steel, { at: [0.13, 1.01, -0.2] }),
    part(limb([-0.2, 0.95, -0.35], [-0.24, 1.5, -0.45], 0.012), matte(hex("#26282c"))),
    part(
      extrude([
        [0, 0.1],
        [0.03, 0.03],
        [0.1, 0.03],
        [0.04, -0.02],
        [0.06, -0.1],
        [0, -0.05],
        [-0.06, -0.1],
        [-0.04, -0.02],
        [-0.1, 0.03],
        [-0.03, 0.03],
      ], 0.02),
      matte(hex("#f0f0ea")),
      { at: [0.44, 0.8, -0.1], turn: [0, 90, 0] },
    ),
    mirrored(part(ball(0.07, 0.07, 0.04), polished(hex("#f8f0c8")), { at: [0.3, 0.54, 1.08] })),
  ];
}

function wornTrack(colour: readonly [number, number, number]): Material {
  return striped(
    "z",
    11,
    rubber(colour),
    rubber([colour[0] * 0.5, colour[1] * 0.5, colour[2] * 0.5]),
    { share: 0.6 },
  );
}

function tractor(look: Look): Parts {
  const paint = look.skin("primary body", polished, ["#2c8c3c", "#c8241f", "#2864b0"]);
  const rim = look.skin("secondary rim", plastic, "#f0c01c");
  const dark = rubber(hex("#1f2024"));
  const big = (x: number, r: number, z: number, w: number): Parts =>
    group(
      { at: [x, r, z], turn: [0, 0, 90] },
      part(
        lathe([[r * 0.55, -w / 2], [r * 0.95, -w / 2], [r, 0], [r * 0.95, w / 2], [
          r * 0.55,
          w / 2,
        ]]),
        dark,
      ),
      around(16, (i) =>
        part(box(0.06, w * 0.98, 0.09, 0.02), dark, {
          at: [0, 0, r],
          turn: [0, 0, i % 2 ? 20 : -20],
        })),
      part(cylinder(r * 0.56, w * 0.8), rim),
      part(cylinder(r * 0.2, w * 0.95), paint),
    );
  return [
    part(box(0.5, 0.46, 1.1, 0.1), paint, { at: [0, 0.82, 0.52] }),
    part(box(0.4, 0.36, 0.05, 0.02), matte(hex("#26282c")), { at: [0, 0.8, 1.07] }),
    mirrored(
      part(ball(0.06, 0.06, 0.03), { ...polished(hex("#fdf6d8")), glow: 0.4 }, {
        at: [0.14, 0.98, 1.08],
      }),
      part(limb([0.36, 0.95, -0.15], [0.34, 1.75, -0.15], 0.03), paint),
      part(limb([0.36, 0.95, -0.72], [0.34, 1.75, -0.72], 0.03), paint),
      part(
        sheet((u, v) => {
          const a = (u - 0.5) * 2.2 - 0.2;
          return [0.42 + v * 0.34, 0.58 + 0.66 * Math.cos(a), -0.5 + 0.66 * Math.sin(a)];
        }),
        paint,
        { thin: true },
      ),
    ),
    part(box(0.86, 0.07, 0.78, 0.03), paint, { at: [0, 1.78, -0.44] }),
    part(box(0.44, 0.12, 0.4, 0.05), leather(hex("#26221f")), { at: [0, 0.94, -0.5] }),
    part(box(0.44, 0.4, 0.1, 0.05), leather(hex("#26221f")), { at: [0, 1.15, -0.7] }),
    part(torus(0.16, 0.035), matte(hex("#1c1c20")), { at: [0, 1.2, -0.02], turn: [55, 0, 0] }),
    part(box(0.4, 0.3, 1.2, 0.05), matte(hex("#3c4046")), { at: [0, 0.5, 0.2] }),
    part(cylinder(0.045, 0.62), metal(hex("#5c6068")), { at: [0.14, 1.3, 0.72] }),
    [0.58, -0.58].map((x) => [big(x, 0.58, -0.5, 0.34), big(x * 0.82, 0.34, 0.78, 0.22)]),
  ];
}

function excavator(look: Look): Parts {
  const paint = look.skin("primary", polished, "#f0b01c");
  const dark = wornTrack([0.17, 0.17, 0.18]);
  const steel = metal(hex("#5c6068"));
  const track: Vec2[] = smoothLine(
    [[0.75, 0.22], [0.6, 0.4], [-0.6, 0.4], [-0.75, 0.22], [-0.6, 0.02], [0.6, 0.02]],
    true,
    5,
  );
  return [
    mirrored(group({ at: [0.44, 0, 0], turn: [0, -90, 0] }, part(extrude(track, 0.26), dark))),
    part(cylinder(0.34, 0.14), steel, { at: [0, 0.46, 0] }),
    part(box(0.95, 0.42, 1.05, 0.06), paint, { at: [0, 0.74, -0.18] }),
    part(
      box(0.42, 0.62, 0.55, 0.06),
      where(({ at }) => at[1] > 1.0 && at[1] < 1.36, pane(hex("#5c7c94")), paint),
      { at: [0.24, 1.12, 0.12] },
    ),
    part(tube([[-0.2, 0.8, 0.3], [-0.2, 1.5, 0.75], [-0.2, 1.55, 1.05]], [0.13, 0.12, 0.1]), paint),
    part(
      tube([[-0.2, 1.58, 1.02], [-0.2, 1.1, 1.4], [-0.2, 0.72, 1.55]], [0.1, 0.09, 0.075]),
      paint,
    ),
    part(limb([-0.2, 1.0, 0.4], [-0.2, 1.4, 0.9], 0.05), steel),
    part(lathe([[0.26, -0.24], [0.26, 0.24]], { turn: 0.4 }), steel, {
      at: [-0.2, 0.55, 1.5],
      turn: [60, 0, 90],
      thin: true,
    }),
    row(
      4,
      (_, t) =>
        part(lathe([[0.04, 0], [0, 0.13]], { sides: 4 }), steel, {
          at: [-0.2 + (t - 0.5) * 0.4, 0.42, 1.3],
          turn: [-130, 0, 0],
        }),
    ),
    part(cylinder(0.045, 0.3), steel, { at: [-0.25, 1.05, -0.5] }),
  ];
}

/** Heavy engines. */
export const ENGINES: readonly Noun[] = nounsOf("vehicles", [
  ["train, locomotive, steam train, steam locomotive, steam engine, train engine", 8, train],
  ["tank, army tank, military tank", 6, tank],
  ["tractor", 3.5, tractor],
  ["excavator, digger, bulldozer, backhoe, crane", 5, excavator],
]);
