/**
 * Nouns of the category "robots".
 *
 * @module
 */
import {
  around,
  ball,
  box,
  cylinder,
  extrude,
  glowing,
  group,
  hex,
  lathe,
  limb,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  plastic,
  polished,
  row,
  rubber,
  smoothLine,
  striped,
  torus,
  tube,
  type Vec3,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import { type Figure, type Noun, nounsOf } from "../noun.ts";

interface Skin {
  readonly shell: Material;
  readonly joint: Material;
  readonly glow: Material;
  readonly dark: Material;
}

function skinOf(look: Look, standard: string | readonly string[]): Skin {
  return {
    shell: look.skin("primary body", polished, standard),
    joint: look.skin("secondary joint arm leg", metal, ["#5c636c", "#8c9098"]),
    glow: look.skin("accent eye light screen", glowing, [
      "#3cd0f8",
      "#5cf08c",
      "#f8b030",
      "#f0503c",
    ]),
    dark: matte(hex("#1d1f24")),
  };
}

/** An arm or leg of segments between ball joints. */
function jointed({ joint, shell }: Skin, points: readonly Vec3[], radius: number): Parts {
  return points.slice(1).map((to, i) => [
    part(limb(points[i], to, radius * 0.55), joint),
    part(ball(radius), shell, { at: points[i] }),
    part(
      limb([
        points[i][0] * 0.6 + to[0] * 0.4,
        points[i][1] * 0.6 + to[1] * 0.4,
        points[i][2] * 0.6 + to[2] * 0.4,
      ], [
        points[i][0] * 0.15 + to[0] * 0.85,
        points[i][1] * 0.15 + to[1] * 0.85,
        points[i][2] * 0.15 + to[2] * 0.85,
      ], radius * 0.9),
      shell,
    ),
  ]);
}

function claw({ joint }: Skin, at: Vec3): Parts {
  return group(
    { at },
    part(ball(0.085), joint),
    [-35, 0, 35].map((turn) =>
      group(
        { turn: [0, turn, 0] },
        part(
          tube([[0, -0.03, 0.05], [0, -0.1, 0.14], [0, -0.2, 0.1]], [0.035, 0.03, 0.018]),
          joint,
        ),
      )
    ),
    part(
      tube([[0, -0.03, -0.05], [0, -0.1, -0.13], [0, -0.19, -0.08]], [0.035, 0.03, 0.018]),
      joint,
    ),
  );
}

function robot(look: Look): Figure {
  const own = skinOf(look, ["#c8ccd2", "#e0902c", "#3c84c0", "#c8443c"]);
  const { shell, joint, glow, dark } = own;
  return {
    head: [0, 1.98, 0],
    hand: [-0.62, 0.78, 0.34],
    parts: [
      part(box(0.62, 0.48, 0.5, 0.1), shell, { at: [0, 1.7, 0] }),
      part(box(0.5, 0.28, 0.06, 0.07), dark, { at: [0, 1.72, 0.24] }),
      mirrored(
        part(ball(0.075, 0.085, 0.04), glow, { at: [0.12, 1.74, 0.27] }),
        part(cylinder(0.09, 0.1), joint, { at: [0.35, 1.7, 0], turn: [0, 0, 90] }),
        part(ball(0.06), glow, { at: [0.41, 1.7, 0] }),
      ),
      row(
        5,
        (i) => part(box(0.03, 0.045, 0.03, 0.005), glow, { at: [(i - 2) * 0.055, 1.6, 0.265] }),
      ),
      part(cylinder(0.02, 0.24), joint, { at: [0, 2.04, 0] }),
      part(ball(0.06), glow, { at: [0, 2.18, 0] }),
      part(cylinder(0.12, 0.16), striped("y", 16, joint, dark), { at: [0, 1.42, 0] }),
      part(box(0.82, 0.66, 0.52, 0.12), shell, { at: [0, 1.05, 0] }),
      part(box(0.46, 0.3, 0.06, 0.04), joint, { at: [0, 1.1, 0.25] }),
      part(ball(0.075, 0.075, 0.04), glow, { at: [-0.11, 1.14, 0.29] }),
      row(
        3,
        (i) =>
          part(
            ball(0.028),
            [glowing(hex("#f0503c")), glowing(hex("#f8c830")), glowing(hex("#5cf08c"))][i],
            { at: [0.06 + i * 0.07, 1.16, 0.29] },
          ),
      ),
      part(box(0.2, 0.045, 0.03, 0.01), dark, { at: [0.12, 1.05, 0.285] }),
      part(box(0.5, 0.18, 0.36, 0.06), joint, { at: [0, 0.66, 0] }),
      mirrored(
        part(ball(0.14), shell, { at: [0.5, 1.28, 0] }),
        row(4, (i) => part(ball(0.02), joint, { at: [0.34, 0.8 + i * 0.16, 0.25] })),
      ),
      jointed(own, [[0.5, 1.24, 0], [0.6, 0.95, 0.02], [0.62, 0.7, 0.2]], 0.1),
      jointed(own, [[-0.5, 1.24, 0], [-0.6, 0.98, 0.06], [-0.62, 0.84, 0.3]], 0.1),
      claw(own, [0.62, 0.64, 0.24]),
      claw(own, [-0.62, 0.8, 0.34]),
      mirrored(
        jointed(own, [[0.2, 0.6, 0], [0.23, 0.36, 0.04], [0.23, 0.14, 0]], 0.115),
        part(box(0.28, 0.14, 0.42, 0.06), shell, { at: [0.23, 0.07, 0.06] }),
      ),
    ],
  };
}

function android(look: Look): Figure {
  const own = skinOf(look, ["#f2f2f0", "#d8dce2"]);
  const { shell, joint, glow, dark } = own;
  return {
    head: [0, 2.02, 0],
    hand: [-0.5, 0.88, 0.3],
    parts: [
      part(
        lathe([[0, 1.5], [0.13, 1.53], [0.2, 1.68], [0.21, 1.86], [0.12, 2.0], [0, 2.04]], {
          smooth: true,
        }),
        shell,
        { scale: [1, 1, 1.1] },
      ),
      part(ball(0.17, 0.15, 0.08), dark, { at: [0, 1.8, 0.17] }),
      mirrored(
        part(ball(0.035, 0.025, 0.02), glow, { at: [0.07, 1.81, 0.245] }),
        part(cylinder(0.06, 0.05), joint, { at: [0.21, 1.78, 0], turn: [0, 0, 90] }),
      ),
      part(cylinder(0.07, 0.14), joint, { at: [0, 1.48, 0] }),
      part(
        lathe([[0, 0.98], [0.13, 0.98], [0.16, 1.1], [0.28, 1.28], [0.28, 1.38], [0.1, 1.44], [
          0,
          1.44,
        ]], { smooth: true }),
        shell,
        { scale: [1, 1, 0.7] },
      ),
      part(ball(0.07, 0.07, 0.03), glow, { at: [0, 1.26, 0.19] }),
      part(cylinder(0.12, 0.12), joint, { at: [0, 0.96, 0] }),
      part(
        lathe([[0, 0.78], [0.14, 0.78], [0.2, 0.86], [0.14, 0.94], [0, 0.94]], { smooth: true }),
        shell,
        { scale: [1, 1, 0.75] },
      ),
      mirrored(
        part(ball(0.1), shell, { at: [0.33, 1.34, 0] }),
        jointed(own, [[0.12, 0.82, 0], [0.14, 0.46, 0.03], [0.15, 0.12, 0]], 0.085),
        part(box(0.15, 0.1, 0.3, 0.05), shell, { at: [0.15, 0.05, 0.06] }),
      ),
      jointed(own, [[0.34, 1.3, 0], [0.42, 1.06, 0], [0.45, 0.82, 0.12]], 0.07),
      jointed(own, [[-0.34, 1.3, 0], [-0.44, 1.08, 0.04], [-0.5, 0.92, 0.28]], 0.07),
      part(ball(0.075), joint, { at: [0.45, 0.77, 0.14] }),
      part(ball(0.075), joint, { at: [-0.5, 0.9, 0.33] }),
    ],
  };
}

function mech(look: Look): Figure {
  const own = skinOf(look, ["#5c6c54", "#8c949c", "#a8442c", "#3c5c84"]);
  const { shell, joint, glow, dark } = own;
  return {
    head: [0, 1.95, 0],
    hand: [-0.85, 0.9, 0.6],
    parts: [
      part(box(0.95, 0.62, 0.75, 0.14), shell, { at: [0, 1.4, 0] }),
      part(box(0.5, 0.26, 0.3, 0.08), dark, { at: [0, 1.52, 0.3] }),
      part(box(0.4, 0.09, 0.06, 0.02), glow, { at: [0, 1.56, 0.45] }),
      part(box(0.6, 0.2, 0.4, 0.06), joint, { at: [0, 1.02, 0] }),
      mirrored(
        part(box(0.36, 0.34, 0.5, 0.1), shell, { at: [0.66, 1.58, 0] }),
        part(limb([0.66, 1.4, 0], [0.8, 1.08, 0.1], 0.09), joint),
        part(box(0.3, 0.3, 0.72, 0.06), shell, { at: [0.84, 0.98, 0.3] }),
        row(
          3,
          (i) =>
            part(cylinder(0.04, 0.36), dark, {
              at: [0.76 + i * 0.08, 0.98, 0.78],
              turn: [90, 0, 0],
            }),
        ),
        part(ball(0.15), joint, { at: [0.3, 0.92, 0] }),
        part(limb([0.32, 0.92, 0], [0.42, 0.55, 0.2], 0.12), joint),
        part(box(0.26, 0.42, 0.3, 0.06), shell, { at: [0.42, 0.7, 0.14], turn: [-24, 0, 0] }),
        part(limb([0.42, 0.52, 0.2], [0.44, 0.16, -0.06], 0.09), joint),
        part(box(0.26, 0.42, 0.26, 0.06), shell, { at: [0.44, 0.32, 0.06], turn: [32, 0, 0] }),
        part(box(0.36, 0.14, 0.6, 0.04), shell, { at: [0.44, 0.07, 0.04] }),
        part(cylinder(0.11, 0.5), dark, { at: [0.66, 1.84, -0.05], turn: [80, 0, 0] }),
        part(ball(0.06), glow, { at: [0.36, 1.3, 0.36] }),
        part(cylinder(0.1, 0.3, 0.13), joint, { at: [0.26, 1.5, -0.42], turn: [65, 0, 0] }),
      ),
      row(4, (i) => part(box(0.5, 0.025, 0.03, 0.006), dark, { at: [0, 1.18 + i * 0.055, 0.375] })),
    ],
  };
}

function drone(look: Look): Parts {
  const { shell, joint, glow, dark } = skinOf(look, ["#f0f0ee", "#2b2d33", "#d8dce0"]);
  return [
    part(ball(0.42, 0.17, 0.5), shell),
    part(box(0.3, 0.06, 0.5, 0.03), dark, { at: [0, 0.15, 0] }),
    part(ball(0.13), dark, { at: [0, -0.15, 0.36] }),
    part(ball(0.08, 0.08, 0.05), polished(hex("#3c5c8c")), { at: [0, -0.15, 0.46] }),
    part(torus(0.085, 0.03), joint, { at: [0, -0.15, 0.45], turn: [90, 0, 0] }),
    around(4, (i) => [
      part(limb([0, 0.02, 0.3], [0, 0.08, 0.98], 0.055, 0.045), shell),
      part(cylinder(0.09, 0.16), joint, { at: [0, 0.12, 1.0] }),
      [20, 200].map((turn) =>
        group(
          { at: [0, 0.22, 1.0], turn: [0, turn + i * 33, 0] },
          part(box(0.42, 0.016, 0.085, 0.006), dark, { at: [0.21, 0, 0], turn: [10, 0, 0] }),
        )
      ),
      part(torus(0.46, 0.03), dark, { at: [0, 0.2, 1.0] }),
      part(ball(0.03), glow, { at: [0, 0.04, 1.06] }),
    ], { start: 45 }),
    mirrored(
      part(
        tube(
          [[0.26, -0.1, 0.2], [0.34, -0.36, 0.22], [0.34, -0.38, -0.3], [0.26, -0.1, -0.2]],
          0.028,
        ),
        dark,
      ),
    ),
  ];
}

function rover(look: Look): Parts {
  const { shell, joint, glow, dark } = skinOf(look, ["#e8e4d8", "#d8b45c", "#c8ccd2"]);
  return [
    part(box(0.86, 0.3, 1.2, 0.05), shell, { at: [0, 0.62, 0] }),
    part(
      box(1.0, 0.03, 1.36, 0.01),
      striped("x", 9, metal(hex("#26365c")), metal(hex("#3c4c7c")), { share: 0.85 }),
      { at: [0, 0.79, -0.06] },
    ),
    part(cylinder(0.035, 0.62), joint, { at: [0.2, 1.08, 0.42] }),
    part(box(0.32, 0.19, 0.2, 0.03), shell, { at: [0.2, 1.46, 0.44] }),
    [0.12, 0.28].map((
      x,
    ) => [
      part(cylinder(0.06, 0.06), dark, { at: [x, 1.46, 0.55], turn: [90, 0, 0] }),
      part(ball(0.04, 0.04, 0.02), glow, { at: [x, 1.46, 0.58] }),
    ]),
    part(lathe([[0, 0], [0.16, 0.03], [0.24, 0.1], [0.22, 0.1], [0, 0.05]]), shell, {
      at: [-0.26, 0.98, -0.36],
      turn: [-35, 0, 12],
    }),
    part(cylinder(0.02, 0.2), joint, { at: [-0.26, 0.88, -0.36] }),
    part(
      tube([[-0.25, 0.66, 0.6], [-0.3, 0.95, 0.9], [-0.28, 0.6, 1.15]], [0.045, 0.04, 0.035]),
      joint,
    ),
    part(box(0.12, 0.12, 0.12, 0.02), dark, { at: [-0.28, 0.54, 1.17] }),
    mirrored(
      [0.52, 0, -0.52].map((z) =>
        group(
          { at: [0.6, 0.23, z], turn: [0, 0, 90] },
          part(
            lathe([[0.12, -0.11], [0.22, -0.11], [0.23, 0], [0.22, 0.11], [0.12, 0.11]]),
            rubber(hex("#33353a")),
          ),
          around(12, () => part(box(0.03, 0.24, 0.035, 0.006), dark, { at: [0, 0, 0.23] })),
          part(cylinder(0.12, 0.18), joint),
        )
      ),
      part(tube([[0.46, 0.55, 0], [0.54, 0.5, 0.3], [0.56, 0.24, 0.52]], 0.03), joint),
      part(tube([[0.46, 0.55, 0], [0.54, 0.45, -0.3], [0.56, 0.24, -0.52]], 0.03), joint),
      part(limb([0.46, 0.5, 0], [0.56, 0.24, 0], 0.03), joint),
    ),
  ];
}

function robotArm(look: Look): Parts {
  const { shell, joint, glow, dark } = skinOf(look, ["#f08a1c", "#f0c01c", "#e8e8e6"]);
  const knuckle = (
    at: Vec3,
    r: number,
  ): Parts => [
    part(cylinder(r, r * 1.7), shell, { at, turn: [0, 0, 90] }),
    part(cylinder(r * 0.6, r * 1.85), joint, { at, turn: [0, 0, 90] }),
  ];
  return [
    part(lathe([[0, 0], [0.6, 0], [0.6, 0.1], [0.42, 0.18], [0.36, 0.42], [0, 0.42]]), joint),
    around(8, () => part(cylinder(0.04, 0.05), dark, { at: [0, 0.11, 0.52] })),
    part(box(0.42, 0.32, 0.42, 0.06), shell, { at: [0, 0.52, 0] }),
    knuckle([0, 0.7, 0], 0.21),
    part(box(0.26, 0.86, 0.3, 0.08), shell, { at: [0, 1.12, -0.17], turn: [-22, 0, 0] }),
    knuckle([0, 1.52, -0.34], 0.18),
    part(box(0.2, 0.2, 0.88, 0.07), shell, { at: [0, 1.56, 0.12], turn: [-6, 0, 0] }),
    part(tube([[0.14, 1.52, -0.34], [0.22, 1.78, -0.1], [0.14, 1.66, 0.3]], 0.03), dark),
    knuckle([0, 1.6, 0.6], 0.12),
    part(limb([0, 1.56, 0.64], [0, 1.32, 0.8], 0.075), joint),
    part(cylinder(0.12, 0.08), dark, { at: [0, 1.28, 0.82], turn: [-30, 0, 0] }),
    mirrored(
      part(
        tube([[0.06, 1.26, 0.82], [0.18, 1.14, 0.88], [0.12, 0.98, 0.94]], [0.04, 0.04, 0.02]),
        joint,
      ),
    ),
    part(ball(0.045), glow, { at: [0, 0.52, 0.22] }),
  ];
}

function robotPet(look: Look): Figure {
  const own = skinOf(look, ["#d8dce2", "#c8ccd2", "#e0902c"]);
  const { shell, joint, glow, dark } = own;
  const isCat = look.says("cat kitten");
  return {
    head: [0, 1.5, 0.62],
    parts: [
      part(box(0.5, 0.42, 1.05, 0.14), shell, { at: [0, 0.78, 0] }),
      part(box(0.36, 0.07, 0.7, 0.03), joint, { at: [0, 1.0, 0] }),
      part(limb([0, 0.9, 0.45], [0, 1.12, 0.6], 0.1), striped("y", 16, joint, dark)),
      part(box(0.46, 0.4, 0.42, 0.12), shell, { at: [0, 1.26, 0.68] }),
      part(box(0.26, 0.2, isCat ? 0.12 : 0.28, 0.07), shell, { at: [0, 1.18, 0.96] }),
      part(ball(0.05, 0.04, 0.03), dark, { at: [0, 1.22, isCat ? 1.02 : 1.1] }),
      part(box(0.38, 0.14, 0.05, 0.05), dark, { at: [0, 1.33, 0.885] }),
      mirrored(
        part(ball(0.055, 0.055, 0.03), glow, { at: [0.1, 1.33, 0.91] }),
        isCat
          ? part(lathe([[0.1, 0], [0, 0.24]], { sides: 4 }), shell, { at: [0.16, 1.42, 0.66] })
          : part(box(0.07, 0.3, 0.16, 0.04), joint, { at: [0.26, 1.3, 0.62], turn: [0, 0, -10] }),
        [0.36, -0.38].map((
          z,
        ) => [
          jointed(
            own,
            [[0.24, 0.68, z], [0.27, 0.4, z + (z > 0 ? -0.06 : -0.1)], [0.27, 0.12, z]],
            0.085,
          ),
          part(box(0.17, 0.1, 0.24, 0.04), joint, { at: [0.27, 0.05, z + 0.04] }),
        ]),
      ),
      row(
        6,
        (_, t) =>
          part(torus(0.055 - t * 0.015, 0.04), joint, {
            at: [0, 0.98 + t * 0.4, -0.55 - 0.18 * t],
            turn: [60, 0, 0],
          }),
      ),
      part(ball(0.06), glow, { at: [0, 1.44, -0.75] }),
      part(ball(0.055, 0.055, 0.03), glow, { at: [0, 0.8, 0.52] }),
    ],
  };
}

function domeRobot(look: Look): Parts {
  const { shell, joint, glow, dark } = skinOf(look, ["#f2f2f0", "#3c84c0", "#e0902c"]);
  const blue = look.skin("secondary", polished, "#2c5cb0");
  const track = smoothLine(
    [[0.32, 0.14], [0.2, 0.3], [-0.2, 0.3], [-0.32, 0.14], [-0.2, 0.0], [0.2, 0.0]],
    true,
    4,
  );
  return [
    part(lathe([[0, 0.3], [0.42, 0.3], [0.5, 0.4], [0.5, 1.22], [0, 1.22]]), shell),
    part(lathe([[0.5, 1.24], [0.48, 1.45], [0.3, 1.68], [0, 1.76]], { smooth: true }), blue),
    part(torus(0.5, 0.06), joint, { at: [0, 1.22, 0] }),
    part(ball(0.15), dark, { at: [0, 1.46, 0.38] }),
    part(ball(0.09, 0.09, 0.05), glow, { at: [0, 1.47, 0.5] }),
    part(ball(0.05), glowing(hex("#f0503c")), { at: [0.22, 1.36, 0.42] }),
    part(box(0.34, 0.16, 0.06, 0.02), blue, { at: [0, 1.04, 0.48] }),
    part(box(0.34, 0.1, 0.06, 0.02), joint, { at: [0, 0.86, 0.48] }),
    row(
      4,
      (i) =>
        part(ball(0.026), [glow, glowing(hex("#f8c830"))][i % 2], {
          at: [-0.11 + i * 0.073, 0.7, 0.5],
        }),
    ),
    part(box(0.3, 0.14, 0.05, 0.02), blue, { at: [0, 0.54, 0.485] }),
    mirrored(
      part(cylinder(0.13, 0.12), blue, { at: [0.56, 1.0, 0], turn: [0, 0, 90] }),
      part(box(0.12, 0.82, 0.22, 0.05), shell, { at: [0.6, 0.62, 0] }),
      group(
        { at: [0.6, 0.0, 0], turn: [0, -90, 0] },
        part(extrude(track, 0.24), rubber(hex("#2b2d32"))),
      ),
    ),
    part(cylinder(0.015, 0.3), joint, { at: [-0.16, 1.8, -0.1] }),
    part(ball(0.035), glow, { at: [-0.16, 1.96, -0.1] }),
    part(box(0.4, 0.22, 0.4, 0.04), joint, { at: [0, 0.18, 0] }),
  ];
}

function toyRobot(look: Look): Parts {
  const tin = look.skin("primary", metal, ["#b8443c", "#5c8cb0", "#c8a03c"]);
  const second = look.skin("secondary", metal, "#b4b8be");
  const glow = look.skin("accent eye", glowing, "#f8d040");
  const plate = plastic(hex("#f2ead8"));
  return [
    part(box(0.5, 0.42, 0.44, 0.05), second, { at: [0, 1.62, 0] }),
    mirrored(
      part(cylinder(0.08, 0.06), glow, { at: [0.12, 1.68, 0.22], turn: [90, 0, 0] }),
      part(cylinder(0.05, 0.12), tin, { at: [0.3, 1.62, 0], turn: [0, 0, 90] }),
      part(cylinder(0.1, 0.62), second, { at: [0.52, 1.02, 0.05], turn: [-10, 0, 0] }),
      part(
        tube([[0.45, 0.66, 0.1], [0.44, 0.55, 0.12], [0.52, 0.5, 0.14], [0.6, 0.55, 0.12], [
          0.59,
          0.66,
          0.1,
        ]], 0.035),
        tin,
      ),
      part(box(0.26, 0.42, 0.3, 0.04), second, { at: [0.2, 0.3, 0] }),
      part(box(0.32, 0.14, 0.48, 0.05), tin, { at: [0.2, 0.08, 0.05] }),
    ),
    row(
      6,
      (i) =>
        part(box(0.035, 0.09, 0.03, 0.006), matte(hex("#1d1f24")), {
          at: [(i - 2.5) * 0.055, 1.5, 0.225],
        }),
    ),
    part(box(0.8, 0.82, 0.52, 0.05), tin, { at: [0, 0.96, 0] }),
    part(cylinder(0.19, 0.05), plate, { at: [0, 1.1, 0.27], turn: [90, 0, 0] }),
    part(limb([0, 1.1, 0.3], [0.09, 1.2, 0.3], 0.014), matte(hex("#c8241f"))),
    part(torus(0.19, 0.035), second, { at: [0, 1.1, 0.285], turn: [90, 0, 0] }),
    row(
      3,
      (i) =>
        part(
          cylinder(0.05, 0.06),
          [plastic(hex("#c8241f")), plastic(hex("#f0c02c")), plastic(hex("#3c9c5c"))][i],
          { at: [(i - 1) * 0.18, 0.76, 0.27], turn: [90, 0, 0] },
        ),
    ),
    part(cylinder(0.015, 0.26), second, { at: [0, 1.95, 0] }),
    part(ball(0.055), glow, { at: [0, 2.1, 0] }),
    group(
      { at: [0.0, 1.0, -0.34], turn: [90, 0, 0] },
      part(cylinder(0.03, 0.2), second),
      mirrored(part(torus(0.1, 0.05), second, { at: [0.12, -0.1, 0], turn: [90, 0, 0] })),
    ),
  ];
}

/** Nouns of the category "robots". */
export const ROBOTS: readonly Noun[] = nounsOf("robots", [
  ["robot, bot, service robot, battle robot, robot warrior, automaton, robot soldier", 1.7, robot],
  ["android, humanoid robot, cyborg, cyborg soldier", 1.8, android],
  ["mech, mecha, giant robot, combat robot, war machine, exoskeleton", 6, mech],
  ["drone, quadcopter, drone robot, surveillance drone", 0.5, drone],
  ["rover, mars rover, moon rover, space rover, lunar rover", 2.5, rover],
  ["robot arm, robotic arm, industrial robot", 2, robotArm],
  ["robot dog, robotic dog, robot cat, robot pet, robotic cat, mechanical dog", 0.7, robotPet],
  ["droid, astromech, r2d2, cleaning robot, robot vacuum, robot butler", 1.1, domeRobot],
  ["toy robot, tin robot, retro robot, vintage robot, wind up robot", 0.3, toyRobot],
]);
