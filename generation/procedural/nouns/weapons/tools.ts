/**
 * Tools and other gear of workers and travellers.
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
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  plastic,
  row,
  smoothLine,
  striped,
  torus,
  tube,
  wood,
  wornMetal,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { shaft } from "./shaft.ts";

function pickaxe(look: Look): Parts {
  const steel = look.skin("primary head blade", wornMetal, "#70767e");
  const points = [[-0.85, -0.3, 0], [-0.45, 0.02, 0], [0, 0.1, 0], [0.45, 0.02, 0], [
    0.85,
    -0.3,
    0,
  ]];
  return [
    shaft(look, 2, 0.065),
    group(
      { at: [0, 0.82, 0] },
      part(
        tube(points.map(([x, y, z]) => [x, y, z] as const), [0.015, 0.09, 0.13, 0.09, 0.03]),
        steel,
      ),
      part(box(0.24, 0.3, 0.22, 0.04), steel, { at: [0, 0.06, 0] }),
    ),
  ];
}

function shovel(look: Look): Parts {
  const steel = look.skin("primary blade", metal, "#9aa2ac");
  const blade = smoothLine(
    [[0, -0.5], [0.26, -0.32], [0.32, 0.1], [0.26, 0.24], [-0.26, 0.24], [-0.32, 0.1], [
      -0.26,
      -0.32,
    ]],
    true,
  );
  return [
    part(cylinder(0.05, 1.5), look.skin("handle shaft secondary", wood, "#8a5a32"), {
      at: [0, 0.35, 0],
    }),
    part(extrude(blade, 0.06, { bevel: 0.1 }), steel, { at: [0, -0.72, 0] }),
    part(cylinder(0.07, 0.3), steel, { at: [0, -0.42, 0] }),
    part(
      tube([[0, 1.05, 0], [-0.16, 1.2, 0], [-0.15, 1.36, 0], [0.15, 1.36, 0], [0.16, 1.2, 0], [
        0,
        1.05,
        0,
      ]], 0.04),
      look.skin("handle shaft secondary", wood, "#8a5a32"),
    ),
  ];
}

function wrench(look: Look): Parts {
  const steel = look.skin("primary", metal, "#9aa2ac");
  const jaw = (side: number) =>
    part(
      extrude(
        [
          [-0.13, 0],
          [-0.3, 0.16],
          [-0.3, 0.5],
          [-0.14, 0.56],
          [-0.12, 0.26],
          [0.12, 0.26],
          [
            0.14,
            0.56,
          ],
          [0.3, 0.5],
          [0.3, 0.16],
          [0.13, 0],
        ],
        0.16,
        { bevel: 0.04 },
      ),
      steel,
      { at: [0, side * 0.72, 0], turn: [0, 0, side > 0 ? -14 : 166] },
    );
  return group({ turn: [0, 0, -24] }, part(box(0.22, 1.5, 0.13, 0.05), steel), jaw(1), jaw(-1));
}

function screwdriver(look: Look): Parts {
  return group(
    { turn: [0, 0, -28] },
    part(
      lathe([[0, 0.1], [0.16, 0.1], [0.2, 0.3], [0.17, 0.7], [0.2, 0.95], [0.1, 1.05], [0, 1.05]], {
        ribs: (angle) => 1 + 0.06 * Math.cos(angle * 8),
      }),
      look.skin("primary handle", plastic, ["#c8342c", "#e0a01c", "#2c64b8"]),
    ),
    part(cylinder(0.05, 1), metal(hex("#b4b8be")), { at: [0, -0.4, 0] }),
    part(box(0.15, 0.16, 0.04, 0.01), metal(hex("#b4b8be")), { at: [0, -0.95, 0] }),
  );
}

function saw(look: Look): Parts {
  const teeth = Array.from(
    { length: 33 },
    (_, i): [number, number] => [-0.95 + i * 0.05, i % 2 === 0 ? -0.22 : -0.3],
  );
  return group(
    { turn: [0, 0, 12] },
    part(
      extrude([...teeth, [0.65, 0.3], [-0.95, 0.0]], 0.04),
      look.skin("primary blade", metal, "#b4bac2"),
    ),
    part(
      extrude(
        smoothLine([[0.5, 0.32], [1.0, 0.36], [1.15, 0], [1.0, -0.36], [0.6, -0.26]], true),
        0.14,
        {
          bevel: 0.05,
          holes: [smoothLine([[0.78, 0.16], [0.98, 0.14], [0.96, -0.16], [0.8, -0.12]], true)],
        },
      ),
      look.skin("handle secondary", wood, "#8a5a32"),
    ),
  );
}

function anvil(look: Look): Parts {
  const iron = look.skin("primary", wornMetal, "#4c5056");
  return [
    part(box(1.3, 0.22, 0.8, 0.05), iron, { at: [0, -0.55, 0] }),
    part(
      lathe([[0.62, -0.46], [0.36, -0.2], [0.34, 0.0], [0.5, 0.2]], { smooth: true, sides: 4 }),
      iron,
      { turn: [0, 45, 0], scale: [1, 1, 0.7] },
    ),
    part(box(1.3, 0.36, 0.6, 0.05), iron, { at: [-0.1, 0.34, 0] }),
    part(lathe([[0.26, 0], [0.2, 0.4], [0, 0.85]], { smooth: true }), iron, {
      at: [0.52, 0.38, 0],
      turn: [0, 0, -90],
    }),
  ];
}

function barrel(look: Look): Parts {
  const staves = look.skin("primary", wood, ["#8a5a32", "#7a4c2c"]);
  const hoop = look.skin("secondary hoop band", wornMetal, "#5c6066");
  return [
    part(
      lathe([[0, -0.9], [0.6, -0.9], [0.74, -0.3], [0.74, 0.3], [0.6, 0.9], [0.54, 0.9], [
        0.54,
        0.82,
      ], [0, 0.82]]),
      striped("u", 18, staves, wood(hex("#4c3020")), { share: 0.93 }),
    ),
    [-0.72, -0.28, 0.28, 0.72].map((y) =>
      part(torus(0.755 - 0.2 * Math.abs(y) ** 2, 0.07), hoop, { at: [0, y, 0] })
    ),
  ];
}

function bucket(look: Look): Parts {
  const tin = look.skin("primary", look.says("wood wooden") ? wood : metal, "#a2a8b0");
  return [
    part(
      lathe([[0, -0.7], [0.5, -0.7], [0.74, 0.5], [0.69, 0.5], [0.46, -0.62], [0, -0.62]]),
      tin,
    ),
    [0.48, -0.3].map((y) => part(torus(0.6 + y * 0.28, 0.05), tin, { at: [0, y, 0] })),
    part(
      tube([[-0.73, 0.42, 0], [-0.6, 0.95, 0.1], [0, 1.15, 0.14], [0.6, 0.95, 0.1], [
        0.73,
        0.42,
        0,
      ]], 0.03),
      metal(hex("#70767e")),
    ),
  ];
}

function ladder(look: Look): Parts {
  const rail = look.skin("primary", wood, ["#a8784a", "#8a5a32"]);
  return group(
    { turn: [-10, 0, 0] },
    mirrored(part(box(0.1, 2.3, 0.12, 0.02), rail, { at: [0.36, 0, 0] })),
    row(
      8,
      (i) => part(cylinder(0.045, 0.72), rail, { at: [0, -0.98 + i * 0.28, 0], turn: [0, 0, 90] }),
    ),
  );
}

function toolbox(look: Look): Parts {
  const steel = look.skin("primary", plastic, ["#c8241f", "#2c64b8"]);
  const dark = matte(hex("#26272d"));
  return [
    part(box(1.7, 0.75, 0.85, 0.06), steel, { at: [0, -0.2, 0] }),
    part(box(1.76, 0.2, 0.9, 0.07), steel, { at: [0, 0.25, 0] }),
    mirrored(part(box(0.16, 0.24, 0.06, 0.02), metal(hex("#c4c8ce")), { at: [0.5, 0.14, 0.45] })),
    part(tube([[-0.4, 0.34, 0], [-0.36, 0.6, 0], [0.36, 0.6, 0], [0.4, 0.34, 0]], 0.06), dark),
  ];
}

function fireExtinguisher(look: Look): Parts {
  const dark = plastic(hex("#23242a"));
  return [
    part(
      lathe([[0, -1], [0.36, -1], [0.4, -0.92], [0.4, 0.4], [0.28, 0.62], [0.12, 0.7], [0, 0.7]]),
      look.skin("primary", plastic, "#c8201c"),
    ),
    part(lathe([[0.402, -0.5], [0.402, 0.1]], { turn: 0.35 }), matte(hex("#f4f2ec"))),
    part(cylinder(0.1, 0.2), metal(hex("#b4b8be")), { at: [0, 0.78, 0] }),
    [0.92, 1.06].map((y) =>
      part(box(0.12, 0.06, 0.62, 0.02), dark, { at: [0, y, -0.16], turn: [y > 1 ? 14 : 0, 0, 0] })
    ),
    part(
      tube([[0.06, 0.85, 0.1], [0.4, 0.8, 0.2], [0.56, 0.3, 0.15], [0.5, -0.3, 0.1]], 0.05),
      dark,
    ),
    part(lathe([[0.05, 0], [0.12, -0.3], [0, -0.3]]), dark, { at: [0.5, -0.3, 0.1] }),
    part(ball(0.07, 0.07, 0.03), matte(hex("#f4f2ec")), { at: [0, 0.8, 0.12] }),
  ];
}

function compass(look: Look): Parts {
  const brass = look.skin("primary", metal, "#c8983c");
  return group(
    { turn: [58, 0, 0] },
    part(
      lathe([[0, -0.16], [0.9, -0.16], [0.96, 0], [0.9, 0.16], [0.8, 0.16], [0.78, 0.06], [
        0,
        0.06,
      ]]),
      brass,
    ),
    part(cylinder(0.78, 0.03), matte(hex("#f6f0dc")), { at: [0, 0.06, 0] }),
    around(
      8,
      (i) =>
        part(
          extrude([[0, i % 2 ? 0.4 : 0.62], [0.08, 0], [-0.08, 0]], 0.02),
          matte(hex(i % 2 ? "#8c7c5c" : "#33302c")),
          {
            at: [0, 0.085, 0],
            turn: [90, 0, 0],
          },
        ),
    ),
    group(
      { at: [0, 0.14, 0], turn: [0, 32, 0] },
      part(box(0.1, 0.03, 0.56, 0.01), matte(hex("#c8201c")), { at: [0, 0, 0.28] }),
      part(box(0.1, 0.03, 0.56, 0.01), matte(hex("#2c4c8c")), { at: [0, 0, -0.28] }),
      part(ball(0.07), brass),
    ),
    part(torus(0.18, 0.06), brass, { at: [0, 0, -1.1] }),
  );
}

/** Tools and other gear of workers and travellers. */
export const TOOLS: readonly Noun[] = nounsOf("weapons and equipments", [
  ["pickaxe, pick axe, mattock", 0.9, pickaxe],
  ["shovel, spade", 1.2, shovel],
  ["wrench, spanner", 0.3, wrench],
  ["screwdriver", 0.25, screwdriver],
  ["saw, hand saw, handsaw", 0.6, saw],
  ["anvil", 0.6, anvil],
  ["barrel, wooden barrel, powder keg, keg", 1, barrel],
  ["bucket, pail", 0.35, bucket],
  ["ladder", 2.2, ladder],
  ["toolbox, tool box", 0.5, toolbox],
  ["fire extinguisher", 0.6, fireExtinguisher],
  ["compass", 0.08, compass],
]);
