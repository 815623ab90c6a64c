/**
 * Dragons and other great beasts.
 *
 * @module
 */
import { eye, quadruped } from "../../builders/quadruped.ts";
import {
  around,
  ball,
  blob,
  type Bone,
  bone,
  extrude,
  fur,
  glowing,
  group,
  hex,
  lathe,
  limb,
  lump,
  matte,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  scales,
  skin,
  smoothLine,
  spotted,
  striped,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";
import { batWing } from "./bat_wing.ts";

function dragon(look: Look): Figure {
  const hide = look.skin("primary scale body", scales, [
    "#3c8c4c",
    "#b4302c",
    "#34589c",
    "#5c4c7c",
  ]);
  const belly = look.skin("secondary belly", scales, ["#e4c47c", "#d8b45c"]);
  const membrane = look.skin("wing secondary", skin, ["#d8843c", "#e0b04c", "#c85c3c"]);
  const horn = look.skin("horn accent spike", polished, "#efe2c0");
  const neck: Vec3[] = [[0, 1.0, 0.35], [0, 1.35, 0.55], [0, 1.7, 0.55], [0, 1.95, 0.68]];
  const head: Vec3 = [0, 2.0, 0.82];
  const spine: Vec3[] = [
    [0, 0.85, -0.45],
    [0, 0.55, -0.95],
    [0.1, 0.28, -1.4],
    [0.35, 0.2, -1.75],
    [0.65, 0.35, -1.95],
  ];
  const bones: Bone[] = [
    lump([0, 0.86, 0], [0.42, 0.46, 0.58]),
    lump([0, 1.0, 0.25], [0.34, 0.36, 0.34]),
    ...neck.slice(1).map((point, i) => bone(neck[i], point, 0.25 - i * 0.04, 0.21 - i * 0.035)),
    ...spine.slice(1).map((point, i) => bone(spine[i], point, 0.3 - i * 0.07, 0.23 - i * 0.065)),
    lump(head, [0.22, 0.19, 0.26]),
    bone([0, 1.97, 0.9], [0, 1.9, 1.28], 0.17, 0.11),
    bone([0, 1.86, 0.9], [0, 1.78, 1.2], 0.12, 0.07),
  ];
  for (const side of [1, -1]) {
    bones.push(
      bone([side * 0.3, 0.75, -0.25], [side * 0.46, 0.42, 0.02], 0.26, 0.17),
      bone([side * 0.46, 0.42, 0.02], [side * 0.44, 0.12, -0.22], 0.15, 0.1),
      lump([side * 0.45, 0.08, -0.06], [0.13, 0.09, 0.24]),
      bone([side * 0.28, 0.95, 0.4], [side * 0.4, 0.6, 0.5], 0.15, 0.11),
      bone([side * 0.4, 0.6, 0.5], [side * 0.36, 0.14, 0.62], 0.1, 0.08),
      lump([side * 0.36, 0.08, 0.7], [0.1, 0.08, 0.16]),
    );
  }
  const isBelly = ({ at: [x, y, z], normal }: { at: Vec3; normal: Vec3 }) =>
    Math.abs(x) < 0.2 && (normal[2] > 0.55 || normal[1] < -0.75) && z > 0.12 && y > 0.3 && y < 1.72;
  const plates = striped("y", 9, belly, {
    ...belly,
    colour: (spot) => belly.colour(spot).map((value) => value * 0.72) as unknown as Vec3,
  }, { share: 0.78 });
  const back: Vec3[] = [
    [0, 2.18, 0.72],
    [0, 1.95, 0.42],
    [0, 1.6, 0.32],
    [0, 1.4, 0.12],
    [0, 1.3, -0.15],
    [0, 1.2, -0.45],
    [0, 0.92, -0.75],
    [0.03, 0.65, -1.1],
    [0.15, 0.42, -1.45],
    [0.38, 0.3, -1.75],
  ];
  return {
    head: [0, 2.2, 0.8],
    parts: [
      part(blob(bones, 0.12), where(isBelly, plates, hide)),
      mirrored(
        group({ at: [0.2, 1.25, -0.05], turn: [-8, 16, 0] }, batWing(membrane, hide, 1.25)),
        part(
          tube([[0.12, 2.14, 0.75], [0.2, 2.34, 0.55], [0.24, 2.48, 0.25]], [0.065, 0.05, 0.01]),
          horn,
        ),
        part(lathe([[0.035, 0], [0, 0.16]]), horn, { at: [0.19, 1.92, 0.72], turn: [-70, 30, 0] }),
        eye([0.15, 2.07, 1.0], 0.055, look.says("red") ? "#f0c82c" : "#e8a81c", true),
        part(ball(0.024), matte(hex("#1c1414")), { at: [0.05, 1.955, 1.352] }),
        row(
          5,
          (_, t) =>
            part(lathe([[0, -0.075], [0.02, 0]]), polished(hex("#fbf6e6")), {
              at: [0.11 - 0.04 * t, 1.84, 1.0 + t * 0.34],
            }),
        ),
        row(
          3,
          (i) =>
            part(lathe([[0.035, 0], [0, 0.12]]), horn, {
              at: [0.36 + (i - 1) * 0.06, 0.06, 0.84],
              turn: [80, 0, 0],
            }),
        ),
        row(
          3,
          (i) =>
            part(lathe([[0.04, 0], [0, 0.14]]), horn, {
              at: [0.45 + (i - 1) * 0.08, 0.06, 0.14],
              turn: [80, 0, 0],
            }),
        ),
      ),
      back.map(([x, y, z], i) =>
        part(lathe([[0.075, 0], [0, 0.22]], { sides: 4 }), horn, {
          at: [x, y - 0.04, z],
          turn: [-38 - (i > 5 ? 15 : 0), 0, 0],
          scale: [0.55, 1 - i * 0.045, 1],
        })
      ),
      part(
        extrude([[0, 0.22], [0.13, 0], [0, -0.1], [-0.13, 0]], 0.05, { bevel: 0.06 }),
        membrane,
        { at: [0.74, 0.42, -2.0], turn: [-70, 60, 0] },
      ),
      look.says("fire breathing")
        ? group(
          { at: [0, 1.84, 1.32], turn: [96, 0, 0] },
          [["#f8e070", 0.1, 0.5], ["#f8a02c", 0.15, 0.62], ["#e8501c", 0.2, 0.72]].map((
            [colour, r, long],
          ) =>
            part(
              lathe([[0.02, 0], [Number(r), Number(long) * 0.6], [0, Number(long)]], {
                smooth: true,
              }),
              { ...glowing(hex(String(colour))), opacity: 0.75, fuzz: 0.02 },
            )
          ),
        )
        : [],
    ],
  };
}

function dinosaur(look: Look): Figure {
  const hide = look.skin("primary skin scale", scales, ["#6c8c3c", "#8c6c3c", "#5c7c6c"]);
  const belly = look.skin("secondary belly", skin, "#e0d09c");
  const bones: Bone[] = [
    lump([0, 1.05, 0], [0.36, 0.42, 0.52], [-18, 0, 0]),
    bone([0, 1.25, 0.3], [0, 1.6, 0.55], 0.26, 0.2),
    lump([0, 1.72, 0.72], [0.24, 0.22, 0.3]),
    bone([0, 1.72, 0.85], [0, 1.66, 1.22], 0.19, 0.13),
    bone([0, 1.52, 0.75], [0, 1.46, 1.12], 0.15, 0.1),
    bone([0, 0.95, -0.4], [0, 0.72, -0.95], 0.28, 0.18),
    bone([0, 0.72, -0.95], [0, 0.75, -1.6], 0.18, 0.03),
  ];
  for (const side of [1, -1]) {
    bones.push(
      bone([side * 0.28, 0.9, -0.1], [side * 0.36, 0.55, 0.14], 0.25, 0.16),
      bone([side * 0.36, 0.55, 0.14], [side * 0.36, 0.18, -0.12], 0.14, 0.09),
      lump([side * 0.36, 0.08, 0.06], [0.15, 0.09, 0.26]),
      bone([side * 0.26, 1.2, 0.42], [side * 0.3, 1.0, 0.62], 0.08, 0.06),
      bone([side * 0.3, 1.0, 0.62], [side * 0.26, 0.98, 0.76], 0.055, 0.035),
    );
  }
  const tooth = polished(hex("#fbf6e6"));
  return {
    head: [0, 1.94, 0.7],
    hand: [-0.26, 0.96, 0.8],
    parts: [
      part(
        blob(bones, 0.12),
        where(({ at, normal }) => normal[1] < -0.45 && at[1] > 0.5 && at[1] < 1.4, belly, hide),
      ),
      mirrored(
        eye([0.17, 1.82, 0.9], 0.055, "#f0b81c", true),
        row(7, (_, t) =>
          part(lathe([[0, -0.09], [0.026, 0]]), tooth, {
            at: [0.15 - 0.05 * t, 1.6, 0.88 + t * 0.4],
          })),
        row(6, (_, t) =>
          part(lathe([[0.02, 0], [0, 0.07]]), tooth, {
            at: [0.12 - 0.04 * t, 1.55, 0.88 + t * 0.3],
          })),
        row(3, (i) =>
          part(lathe([[0.045, 0], [0, 0.14]]), tooth, {
            at: [0.36 + (i - 1) * 0.09, 0.06, 0.28],
            turn: [85, 0, 0],
          })),
      ),
    ],
  };
}

function wyrm(look: Look): Parts {
  const hide = look.skin("primary scale", scales, ["#c8302c", "#2c8c6c"]);
  const gold = look.skin("secondary", polished, "#e8b83a");
  const points: Vec3[] = Array.from({ length: 26 }, (_, i): Vec3 => {
    const t = i / 25;
    return [
      0.75 * Math.sin(t * 8.5),
      0.25 + 0.9 * t + 0.28 * Math.cos(t * 8.5),
      1.0 * (t - 0.5) * 1.4,
    ];
  });
  const radii = points.map((_, i) => 0.04 + 0.15 * Math.min(1, i / 8));
  const [x, y, z] = points[25];
  return [
    part(
      tube(points, radii),
      where(({ u }) => u > 0.58 && u < 0.92, polished(hex("#f0d89c")), hide),
    ),
    row(44, (_, t) => {
      const i = Math.min(24, Math.floor(t * 25));
      const [a, b] = [points[i], points[i + 1]];
      const w = t * 25 - i;
      return part(lathe([[0.05, 0], [0, 0.16]]), gold, {
        at: [
          a[0] + (b[0] - a[0]) * w,
          a[1] + (b[1] - a[1]) * w + radii[i] * 0.85,
          a[2] + (b[2] - a[2]) * w,
        ],
      });
    }),
    group(
      { at: [x, y + 0.05, z + 0.1] },
      part(
        blob([
          lump([0, 0, 0], [0.24, 0.2, 0.26]),
          bone([0, -0.02, 0.15], [0, -0.08, 0.5], 0.16, 0.12),
        ], 0.08),
        hide,
      ),
      mirrored(
        eye([0.15, 0.1, 0.17], 0.06, "#f0d02c", true),
        part(
          tube([[0.1, 0.15, 0], [0.2, 0.4, -0.15], [0.3, 0.5, -0.35]], [0.05, 0.04, 0.01]),
          gold,
        ),
        part(
          tube([[0.12, -0.06, 0.55], [0.4, 0.05, 0.7], [0.6, -0.1, 0.6]], [0.022, 0.018, 0.006]),
          gold,
        ),
      ),
      row(9, (_, t) =>
        part(lathe([[0.06, 0], [0, 0.3]]), gold, {
          at: [(t - 0.5) * 0.36, -0.05, -0.15],
          turn: [-110, (t - 0.5) * -70, 0],
        })),
    ),
  ];
}

function kraken(look: Look): Parts {
  const hide = look.skin("primary", skin, ["#7c2c4c", "#2c5c74"]);
  const pale = look.skin("secondary", skin, "#e8b4a4");
  return [
    part(
      blob([
        lump([0, 1.0, -0.15], [0.5, 0.75, 0.5], [-12, 0, 0]),
        lump([0, 0.4, 0], [0.46, 0.36, 0.44]),
      ], 0.2),
      spotted(5, 0.2, hide, {
        ...hide,
        colour: (spot) => hide.colour(spot).map((value) => value * 0.7) as unknown as Vec3,
      }),
    ),
    around(8, (i) => {
      const lift = i % 2 === 0 ? 0.95 : 0.25;
      const curl = i % 3 === 0 ? 0.35 : -0.3;
      return [
        part(
          tube([
            [0, 0.3, 0.25],
            [0, 0.0, 0.65],
            [curl * 0.5, 0.02 + lift * 0.3, 1.0],
            [curl, lift, 1.12],
            [curl * 0.4, lift + 0.3, 0.95],
            [curl * -0.2, lift + 0.2, 0.85],
          ], [0.2, 0.17, 0.13, 0.1, 0.06, 0.02]),
          hide,
        ),
        row(
          6,
          (_, t) =>
            part(ball(0.06 * (1.2 - t * 0.6), 0.06, 0.035), pale, {
              at: [curl * t, 0.06 + t * lift * 0.9, 0.78 + 0.2 * t - 0.1 * t * t],
            }),
        ),
      ];
    }, { start: 10 }),
    mirrored(
      part(ball(0.15), polished(hex("#f0d02c")), { at: [0.26, 0.6, 0.36] }),
      part(ball(0.045, 0.11, 0.04), matte(hex("#141214")), { at: [0.3, 0.6, 0.49] }),
      part(tube([[0.1, 0.72, 0.46], [0.28, 0.8, 0.46], [0.42, 0.7, 0.36]], 0.05), hide),
    ),
    part(lathe([[0.12, 0], [0, 0.2]]), matte(hex("#2b1c1c")), {
      at: [0, 0.32, 0.4],
      turn: [110, 0, 0],
    }),
  ];
}

function hydra(look: Look): Parts {
  const hide = look.skin("primary scale", scales, ["#3c7c5c", "#5c4c8c"]);
  const belly = look.skin("secondary belly", scales, "#d8c87c");
  const heads = look.says("two") ? 2 : look.says("five") ? 5 : 3;
  const bones: Bone[] = [
    lump([0, 0.55, -0.1], [0.5, 0.46, 0.62]),
    bone([0, 0.45, -0.5], [0.2, 0.25, -1.1], 0.28, 0.14),
    bone([0.2, 0.25, -1.1], [0.5, 0.2, -1.4], 0.13, 0.03),
  ];
  for (const side of [1, -1]) {
    for (const z of [0.25, -0.4]) {
      bones.push(
        bone([side * 0.36, 0.45, z], [side * 0.46, 0.1, z + 0.05], 0.2, 0.14),
        lump([side * 0.47, 0.08, z + 0.14], [0.14, 0.08, 0.2]),
      );
    }
  }
  const parts: Parts[] = [];
  for (let i = 0; i < heads; i++) {
    const spread = (i - (heads - 1) / 2) * (heads > 3 ? 0.42 : 0.58);
    const rise = 1.75 - Math.abs(spread) * 0.4;
    const tip: Vec3 = [spread * 1.25, rise, 0.75];
    bones.push(
      bone([spread * 0.3, 0.75, 0.25], [spread * 0.9, 1.15, 0.32], 0.24, 0.16),
      bone([spread * 0.9, 1.15, 0.32], [spread * 1.15, rise - 0.2, 0.42], 0.16, 0.13),
      bone([spread * 1.15, rise - 0.2, 0.42], tip, 0.13, 0.15),
      bone(tip, [tip[0], tip[1] - 0.08, tip[2] + 0.35], 0.15, 0.09),
    );
    parts.push(
      group(
        { at: tip },
        mirrored(
          eye([0.11, 0.08, 0.12], 0.045, "#f0c02c", true),
          part(
            tube([[0.08, 0.1, -0.02], [0.14, 0.26, -0.16], [0.14, 0.3, -0.3]], [
              0.045,
              0.035,
              0.008,
            ]),
            polished(hex("#efe2c0")),
          ),
          row(3, (_, t) =>
            part(lathe([[0, -0.08], [0.02, 0]]), polished(hex("#fbf6e6")), {
              at: [0.075, -0.12, 0.2 + t * 0.16],
            })),
        ),
      ),
    );
  }
  return [
    part(
      blob(bones, 0.12),
      where(
        ({ at, normal }) => normal[2] > 0.6 && at[1] > 0.3 && at[2] > 0.2 && at[2] < 0.7,
        belly,
        hide,
      ),
    ),
    parts,
    row(8, (_, t) =>
      part(lathe([[0.07, 0], [0, 0.2]]), polished(hex("#efe2c0")), {
        at: [0.2 * t * t, 0.98 - t * 0.62, 0.1 - t * 1.2],
        turn: [-30, 0, 0],
      })),
  ];
}

function phoenix(look: Look): Parts {
  const flame = look.skin(
    "primary feather",
    (colour) => ({ ...matte(colour), glow: 0.35 }),
    "#e8601c",
  );
  const gold = look.skin("secondary", (colour) => ({ ...matte(colour), glow: 0.45 }), "#f8c030");
  const feather = extrude(
    smoothLine([[0, 0.1], [0.6, 0.13], [1, 0.02], [0.6, -0.1], [0, -0.1]], true),
    0.03,
    { bevel: 0.05 },
  );
  return [
    part(
      blob([
        lump([0, 0.2, 0], [0.28, 0.42, 0.28], [22, 0, 0]),
        bone([0, 0.5, 0.12], [0, 0.85, 0.22], 0.15, 0.12),
        lump([0, 0.95, 0.26], [0.17, 0.16, 0.18]),
      ], 0.1),
      where(({ normal }) => normal[2] > 0.6, gold, flame),
    ),
    part(
      tube([[0, 0.94, 0.4], [0, 0.93, 0.54], [0, 0.84, 0.56]], [0.06, 0.05, 0.008]),
      polished(hex("#f0c02c")),
    ),
    mirrored(
      eye([0.11, 1.0, 0.38], 0.035, "#17131a"),
      part(
        tube([[0.15, 0.45, 0], [0.5, 0.75, -0.08], [0.95, 0.85, -0.12]], [0.12, 0.1, 0.05]),
        flame,
      ),
      row(
        11,
        (i, t) =>
          part(feather, i % 2 ? gold : flame, {
            at: [0.16 + t * 0.75, 0.42 + 0.4 * Math.min(1, t * 1.6), -0.06],
            turn: [0, 8, -75 + t * 112],
            scale: 0.6 + 0.42 * t,
          }),
      ),
    ),
    row(
      5,
      (i) =>
        part(
          tube([[0, 1.08, 0.2], [(i - 2) * 0.06, 1.3, 0.1], [(i - 2) * 0.13, 1.42, -0.08]], [
            0.04,
            0.035,
            0.008,
          ]),
          gold,
        ),
    ),
    row(
      9,
      (i) =>
        part(
          tube(
            [[0, -0.1, -0.12], [(i - 4) * 0.08, -0.55, -0.25], [
              (i - 4) * 0.16,
              -0.95 + Math.abs(i - 4) * 0.06,
              -0.15,
            ], [(i - 4) * 0.2, -1.25 + Math.abs(i - 4) * 0.12, -0.3]],
            [0.09, 0.085, 0.06, 0.012],
            { flat: 0.5 },
          ),
          i % 2 ? gold : flame,
        ),
    ),
    mirrored(part(limb([0.1, -0.12, 0.1], [0.11, -0.38, 0.14], 0.035), polished(hex("#f0b02c")))),
  ];
}

function griffin(look: Look): Figure {
  const body = look.skin("primary", fur, "#c8944c");
  const plume = look.skin("secondary wing", fur, "#8c5c30");
  const figure = quadruped(look, {
    body,
    belly: fur(hex("#e8cc94")),
    length: 1.2,
    height: 0.6,
    girth: 0.28,
    legs: 0.09,
    neck: 0.36,
    neckRise: 1.1,
    head: 0.24,
    snout: 0.08,
    snoutWidth: 0.1,
    ears: "pointed",
    earSize: 0.16,
    tail: "tuft",
    noNose: true,
    headMaterial: fur(hex("#f0e8d8")),
    socks: polished(hex("#e0a82c")),
    sockShare: 0.3,
    ruff: true,
    eyes: ["#e0a81c"],
  });
  const feather = extrude(
    smoothLine([[0, 0.1], [0.6, 0.12], [0.95, 0.02], [0.6, -0.1], [0, -0.1]], true),
    0.03,
    { bevel: 0.05 },
  );
  const [, y, z] = figure.head!;
  return {
    ...figure,
    parts: [
      figure.parts,
      part(
        tube([[0, y - 0.26, z + 0.3], [0, y - 0.26, z + 0.46], [0, y - 0.4, z + 0.48]], [
          0.09,
          0.07,
          0.01,
        ]),
        polished(hex("#e0a82c")),
      ),
      mirrored(
        part(tube([[0.15, 1.0, 0.15], [0.5, 1.4, 0], [0.9, 1.5, -0.1]], [0.1, 0.08, 0.04]), plume),
        row(10, (_, t) =>
          part(feather, plume, {
            at: [0.2 + t * 0.68, 1.02 + 0.45 * Math.min(1, t * 1.4), 0.1 - t * 0.2],
            turn: [0, 20, -70 + t * 100],
            scale: 0.5 + 0.4 * t,
          })),
      ),
    ],
  };
}

/** Dragons and other great beasts. */
export const GREAT_BEASTS: readonly Noun[] = nounsOf("monsters", [
  [
    "dinosaur, t rex, tyrannosaurus, tyrannosaurus rex, raptor, velociraptor, godzilla, kaiju",
    5,
    dinosaur,
  ],
  ["dragon, wyvern, drake, baby dragon, dragonling", 5, dragon],
  ["chinese dragon, sea serpent, sea monster, wyrm, leviathan", 6, wyrm],
  ["kraken", 10, kraken],
  ["hydra", 5, hydra],
  ["phoenix, firebird, thunderbird", 1.5, phoenix],
  ["griffin, gryphon, griffon, hippogriff, chimera", 2.4, griffin],
]);
