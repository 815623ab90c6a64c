/**
 * Nouns of the category "monsters".
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  type Bone,
  bone,
  cloth,
  extrude,
  fur,
  glowing,
  group,
  hex,
  lathe,
  leather,
  limb,
  lump,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  scales,
  sheet,
  skin,
  smoothLine,
  spotted,
  stone,
  striped,
  torus,
  tube,
  type Vec3,
  velvet,
  where,
  wood,
} from "../kit/mod.ts";
import { HEAD, HEAD_RADIUS, humanoid } from "../builders/humanoid.ts";
import { eye, quadruped } from "../builders/quadruped.ts";
import type { Look } from "../look.ts";
import { type Figure, type Noun, nounsOf } from "../noun.ts";
import { axe, scythe, trident } from "./weapons.ts";

/** A wing of skin between fingers of bone; the right one, growing along +x. */
export function batWing(material: Material, bones: Material, size: number): Parts {
  const tips: readonly Vec3[] = [[1.35, 0.55, -0.35], [1.25, -0.1, -0.3], [0.95, -0.55, -0.25], [
    0.5,
    -0.75,
    -0.15,
  ]];
  const wrist: Vec3 = [0.62, 0.72, -0.15];
  const membrane = (from: Vec3, to: Vec3): Parts =>
    part(
      sheet((u, v) => {
        // Between two fingers the skin hangs in an arc.
        const sag = 1 - 0.22 * Math.sin(Math.PI * u) * v;
        return [0, 1, 2].map((k) =>
          wrist[k] + ((from[k] + (to[k] - from[k]) * u) - wrist[k]) * v * sag
        ) as unknown as Vec3;
      }, 20),
      material,
      { thin: true },
    );
  return group(
    { scale: size },
    part(tube([[0, 0, 0], [0.28, 0.42, -0.08], wrist], [0.075, 0.06, 0.05]), bones),
    tips.map((tip) =>
      part(
        tube([wrist, [
          (wrist[0] + tip[0]) / 2 + 0.06,
          (wrist[1] + tip[1]) / 2 + 0.05,
          (wrist[2] + tip[2]) / 2,
        ], tip], [0.045, 0.032, 0.012]),
        bones,
      )
    ),
    tips.slice(1).map((tip, i) => membrane(tips[i], tip)),
    membrane(tips[3], [0.06, -0.35, 0]),
    part(
      sheet(
        (
          u,
          v,
        ) => [
          0.06 * (1 - u) * 0 + wrist[0] * u,
          -0.35 * v * (1 - u) + (0.75 * u ** 1.2) * (1 - v * 0.0) - v * u * 0.02,
          -0.15 * u,
        ],
        12,
      ),
      material,
      { thin: true },
    ),
    part(lathe([[0.05, 0], [0, 0.2]]), polished(hex("#efe6cc")), {
      at: [wrist[0], wrist[1] + 0.03, wrist[2]],
    }),
  );
}

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
        part(ball(0.028), matte(hex("#1c1414")), { at: [0.05, 1.96, 1.375] }),
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

function zombie(look: Look): Figure {
  const flesh = look.skin("primary skin", skin, "#84a06c");
  return humanoid(look, {
    skin: flesh,
    top: look.skin(
      "secondary shirt",
      (colour) => spotted(6, 0.3, cloth(colour), cloth(hex("#4c2c2c"))),
      "#5c6c7c",
    ),
    bottom: cloth(hex("#4c4438")),
    sleeves: flesh,
    arms: "zombie",
    hair: "short",
    hairMaterial: fur(hex("#33302a")),
    mouth: "fangs",
    eyes: "#f0e050",
    extras: [
      part(ball(0.05, 0.03, 0.02), matte(hex("#8c2424")), {
        at: [0.12, 1.88, 0.2],
        turn: [0, 30, 20],
      }),
      part(
        tube([[0.1, 1.3, 0.16], [0.02, 1.2, 0.18], [-0.08, 1.24, 0.17]], 0.02),
        matte(hex("#6c1c1c")),
      ),
    ],
  });
}

function skeleton(look: Look): Figure {
  const bonelike = look.skin("primary bone", matte, "#efe8d4");
  const dark = matte(hex("#1c1816"));
  const [, y, z] = HEAD;
  const joint = (
    a: Vec3,
    b: Vec3,
  ): Parts => [
    part(limb(a, b, 0.032), bonelike),
    part(ball(0.05), bonelike, { at: a }),
    part(ball(0.05), bonelike, { at: b }),
  ];
  return {
    head: [0, y + 0.22, z],
    hand: [-0.53, 0.98, 0.32],
    parts: [
      part(
        blob([
          lump([0, y + 0.03, z - 0.02], [0.24, 0.24, 0.26]),
          lump([0, y - 0.15, z + 0.1], [0.14, 0.12, 0.13]),
        ], 0.08),
        bonelike,
      ),
      mirrored(part(ball(0.075, 0.08, 0.05), dark, { at: [0.095, y, z + 0.2] })),
      part(lathe([[0.035, 0], [0, 0.07]]), dark, {
        at: [0, y - 0.11, z + 0.22],
        scale: [1, 1, 0.5],
      }),
      row(
        6,
        (_, t) =>
          part(
            limb(
              [(t - 0.5) * 0.17, y - 0.16, z + 0.215],
              [(t - 0.5) * 0.17, y - 0.23, z + 0.205],
              0.013,
            ),
            dark,
          ),
      ),
      row(
        11,
        (_, t) => part(ball(0.045, 0.03, 0.05), bonelike, { at: [0, 0.95 + t * 0.6, -0.02] }),
      ),
      row(
        5,
        (i) =>
          mirrored(
            part(
              tube([[0, 1.42 - i * 0.075, -0.05], [0.18 - i * 0.008, 1.4 - i * 0.075, -0.02], [
                0.2 - i * 0.01,
                1.37 - i * 0.075,
                0.1,
              ], [0.04, 1.36 - i * 0.075, 0.16]], 0.024),
              bonelike,
            ),
          ),
      ),
      part(limb([0, 1.4, 0.16], [0, 1.08, 0.15], 0.028), bonelike),
      mirrored(
        part(limb([0, 1.46, 0.05], [0.27, 1.44, 0], 0.026), bonelike),
        part(
          tube([[0, 0.92, -0.02], [0.15, 0.98, 0], [0.17, 0.88, 0.06], [0.06, 0.84, 0.06]], 0.045),
          bonelike,
        ),
        joint([0.14, 0.88, 0.02], [0.15, 0.5, 0.06]),
        joint([0.15, 0.5, 0.06], [0.15, 0.1, 0]),
        part(ball(0.06, 0.045, 0.14), bonelike, { at: [0.15, 0.05, 0.08] }),
      ),
      joint([-0.28, 1.42, 0], [-0.42, 1.14, 0.04]),
      joint([-0.42, 1.14, 0.04], [-0.52, 0.99, 0.3]),
      joint([0.28, 1.42, 0], [0.4, 1.12, 0]),
      joint([0.4, 1.12, 0], [0.44, 0.84, 0.12]),
      [[-0.53, 0.98, 0.34], [0.45, 0.78, 0.14]].map(([x, hy, hz]) =>
        row(
          4,
          (i) =>
            part(limb([x, hy, hz], [x + (i - 1.5) * 0.03, hy - 0.06, hz + 0.06], 0.016), bonelike),
        )
      ),
    ],
  };
}

function ghost(look: Look): Parts {
  const sheetMaterial = look.skin("primary", matte, "#dde6ee");
  const dark = matte(hex("#23242c"));
  return [
    part(
      lathe([[0.74, -1.0], [0.62, -0.8], [0.56, -0.3], [0.54, 0.2], [0.42, 0.62], [0.2, 0.82], [
        0,
        0.86,
      ]], { smooth: true, ribs: (a, v) => 1 + 0.16 * Math.cos(a * 7) * Math.max(0, 0.55 - v) }),
      sheetMaterial,
      { thin: true },
    ),
    mirrored(
      part(
        blob([
          bone([0.42, 0.12, 0.05], [0.74, 0.22, 0.3], 0.16, 0.12),
          lump([0.78, 0.25, 0.36], 0.13),
        ], 0.08),
        sheetMaterial,
      ),
      part(ball(0.1, 0.15, 0.06), dark, { at: [0.18, 0.4, 0.44], turn: [-14, 22, 0] }),
      part(ball(0.03), { ...matte(hex("#ffffff")), glow: 1 }, { at: [0.2, 0.46, 0.5] }),
    ),
    part(ball(0.1, 0.14, 0.06), dark, { at: [0, 0.1, 0.52] }),
  ];
}

function vampire(look: Look): Figure {
  const suit = look.skin("primary suit", cloth, "#26242c");
  return humanoid(look, {
    skin: skin(hex("#e4e0da")),
    top: suit,
    bottom: suit,
    cape: look.skin("secondary cape", velvet, "#8c1420"),
    hair: "short",
    hairMaterial: fur(hex("#17151a")),
    mouth: "fangs",
    eyes: "#c8141c",
    ears: "elf",
    arms: look.isHolding ? "hold" : "wide",
    extras: [
      part(
        sheet((u, v) => {
          const a = (u - 0.5) * 4.4 + Math.PI;
          const r = 0.2 + 0.16 * v;
          return [r * Math.sin(a), 1.46 + 0.34 * v, r * Math.cos(a) - 0.02];
        }),
        velvet(hex("#8c1420")),
        { thin: true },
      ),
      part(extrude([[-0.08, 0.2], [0.08, 0.2], [0, -0.1]], 0.02), cloth(hex("#f6f4f0")), {
        at: [0, 1.28, 0.17],
      }),
      mirrored(
        part(
          lathe([[0.02, 0.08], [0.045, 0.0], [0.0, 0]], {}),
          cloth(hex("#a8141c")),
          { at: [0.035, 1.5, 0.16], turn: [0, 0, 90] },
        ),
      ),
      part(lathe([[0.12, 0], [0, 0.18]]), fur(hex("#17151a")), {
        at: [0, HEAD[1] + 0.2, HEAD[2] + 0.16],
        turn: [130, 0, 0],
        scale: [0.8, 1, 0.5],
      }),
    ],
  });
}

function beastMan(look: Look, kind: "werewolf" | "minotaur" | "yeti"): Figure {
  const hair = look.skin(
    "primary fur",
    fur,
    { werewolf: ["#5c544c", "#4c3c30"], minotaur: ["#6c4028"], yeti: ["#eef2f6"] }[kind],
  );
  const face = kind === "yeti" ? skin(hex("#8ca8c0")) : hair;
  const [, y, z] = HEAD;
  const horn = polished(hex("#efe4c8"));
  return humanoid(look, {
    skin: hair,
    top: kind === "yeti" ? hair : where(
      ({ at }) => at[2] > 0.1 && at[1] > 1.1,
      skin(hex(kind === "minotaur" ? "#a86c48" : "#8c7c6c")),
      hair,
    ),
    bottom: kind === "yeti" ? hair : cloth(hex("#5c4434")),
    sleeves: hair,
    shoes: hair,
    bulk: 1.5,
    arms: look.isHolding ? "hold" : "wide",
    isEyeless: true,
    mouth: "none",
    ears: "none",
    legs: 0.92,
    ...(kind === "minotaur" && !look.isHolding
      ? {
        arms: "hold" as const,
        held: group({ scale: 0.6, at: [0, 0.35, 0] }, axe(look.plain(), true)),
      }
      : {}),
    extras: [
      part(
        blob([
          lump([0, y, z], [0.26, 0.27, 0.27]),
          kind === "yeti" ? lump([0, y - 0.06, z + 0.17], [0.17, 0.17, 0.12]) : bone(
            [0, y - 0.06, z + 0.12],
            [0, y - 0.12, z + 0.42],
            0.16,
            kind === "minotaur" ? 0.14 : 0.1,
          ),
        ], 0.08),
        kind === "yeti"
          ? where(
            ({ at }) => at[2] > z + 0.18 && Math.hypot(at[0], at[1] - y + 0.03) < 0.2,
            face,
            hair,
          )
          : hair,
      ),
      mirrored(
        eye([0.11, y + 0.07, z + 0.25], 0.042, kind === "werewolf" ? "#f0c02c" : "#c82418"),
        kind === "werewolf"
          ? part(lathe([[0.09, 0], [0, 0.26]], { smooth: false }), hair, {
            at: [0.15, y + 0.2, z],
            turn: [0, 0, -14],
            scale: [1, 1, 0.5],
          })
          : [],
        kind === "minotaur"
          ? part(
            tube([[0.18, y + 0.16, z], [0.42, y + 0.2, z + 0.02], [0.52, y + 0.45, z + 0.08]], [
              0.08,
              0.07,
              0.012,
            ]),
            horn,
          )
          : [],
        kind === "minotaur"
          ? part(ball(0.12, 0.06, 0.04), hair, { at: [0.32, y + 0.06, z - 0.02] })
          : [],
        kind === "yeti"
          ? part(
            tube(
              [[0.15, y + 0.2, z + 0.05], [0.24, y + 0.32, z + 0.05], [0.22, y + 0.44, z + 0.1]],
              [0.05, 0.045, 0.01],
            ),
            matte(hex("#8c94a0")),
          )
          : [],
        row(
          3,
          (i) =>
            part(lathe([[0.025, 0], [0, 0.1]]), horn, {
              at: [0.72 * 1.5 + (i - 1) * 0.05 - 0.02, 1.02, 0.2],
              turn: [120, 0, 0],
            }),
        ).slice(look.isHolding || kind === "minotaur" ? 3 : 0),
        part(lathe([[0, -0.08], [0.022, 0]]), polished(hex("#fdfaf0")), {
          at: [0.06, y - 0.2, z + (kind === "yeti" ? 0.27 : 0.42)],
        }),
      ),
      kind === "yeti"
        ? part(
          tube(
            [[-0.09, y - 0.18, z + 0.27], [0, y - 0.16, z + 0.29], [0.09, y - 0.18, z + 0.27]],
            0.025,
          ),
          matte(hex("#2b2024")),
        )
        : part(ball(0.06, 0.045, 0.04), polished(hex("#1c1614")), {
          at: [0, y - 0.07, z + (kind === "minotaur" ? 0.55 : 0.52)],
        }),
      kind === "minotaur"
        ? part(torus(0.06, 0.025), metal(hex("#e0b03c")), {
          at: [0, y - 0.18, z + 0.56],
          turn: [90, 0, 0],
        })
        : [],
      row(
        40,
        (i) =>
          part(ball(0.1), hair, {
            at: [Math.sin(i * 2.4) * 0.3, 1.48 - (i / 40) * 0.2, Math.cos(i * 2.4) * 0.2 - 0.02],
            bump: { height: 0.03, scale: 16 },
          }),
      ),
    ],
  });
}

function brute(look: Look, kind: "goblin" | "orc" | "troll" | "ogre" | "cyclops"): Figure {
  const hide = look.skin(
    "primary skin",
    skin,
    {
      goblin: "#6c9c3c",
      orc: "#4c7c44",
      troll: "#6c8478",
      ogre: "#a89c5c",
      cyclops: "#d09c78",
    }[kind],
  );
  const cover = look.skin("secondary", leather, "#6c4428");
  const [, y, z] = HEAD;
  const small = kind === "goblin";
  const r = HEAD_RADIUS * (small ? 1.35 : 1.05);
  const headY = y + (small ? 0.063 : 0.009);
  return humanoid(look, {
    skin: hide,
    top: small ? cover : hide,
    bottom: cover,
    sleeves: hide,
    shoes: hide,
    bulk: small ? 0.95 : 1.55,
    legs: small ? 0.6 : 0.88,
    headSize: small ? 1.35 : 1.05,
    ears: kind === "cyclops" ? "human" : "elf",
    mouth: "flat",
    belt: leather(hex("#33241c")),
    skirt: "short",
    skirtMaterial: cover,
    hair: kind === "orc" ? "ponytail" : "none",
    hairMaterial: fur(hex("#221c18")),
    eyes: "#e0b81c",
    isEyeless: kind === "cyclops",
    nose: hide,
    ...(look.isHolding ? {} : {
      held: small ? group({ scale: 0.5, at: [0, 0.3, 0] }, club()) : group(
        { scale: 0.72, at: [0, 0.5, 0] },
        kind === "orc" ? axe(look.plain(), true) : club(),
      ),
    }),
    extras: [
      kind === "cyclops"
        ? [
          part(ball(0.13, 0.13, 0.07), { ...matte(hex("#fbf8f0")), gloss: 0.6 }, {
            at: [0, headY + 0.06, z + 0.22],
          }),
          part(ball(0.07, 0.07, 0.05), polished(hex("#2c74b4")), {
            at: [0, headY + 0.06, z + 0.275],
          }),
          part(ball(0.035), polished(hex("#141214")), { at: [0, headY + 0.06, z + 0.3] }),
          part(
            tube([[-0.16, headY + 0.2, z + 0.2], [0, headY + 0.23, z + 0.26], [
              0.16,
              headY + 0.2,
              z + 0.2,
            ]], 0.035),
            fur(hex("#4c2c1c")),
          ),
        ]
        : mirrored(
          part(lathe([[0.03, 0], [0, 0.13]]), polished(hex("#f6eed4")), {
            at: [r * 0.3, headY - r * 0.52, z + r * 0.86],
          }),
        ),
      small
        ? part(lathe([[r * 0.2, 0], [r * 0.12, r * 0.4], [0, r * 0.65]], { smooth: true }), hide, {
          at: [0, headY - r * 0.05, z + r * 0.85],
          turn: [105, 0, 0],
        })
        : [],
      small
        ? mirrored(
          part(lathe([[r * 0.32, 0], [r * 0.25, r * 0.5], [0, r * 1.15]], { smooth: true }), hide, {
            at: [r * 0.8, headY + r * 0.02, z],
            turn: [-10, 0, -72],
            scale: [0.4, 1, 1],
          }),
        )
        : [],
      kind === "orc" || kind === "troll"
        ? [
          part(lathe([[0.2, -0.05], [0.17, 0.1], [0, 0.15]]), wornPlate(), {
            at: [0.42, 1.42, 0],
            turn: [0, 0, -30],
          }),
          row(
            3,
            (i) =>
              part(lathe([[0.04, 0], [0, 0.16]]), polished(hex("#e4dcc4")), {
                at: [0.4 + i * 0.07, 1.52 - i * 0.045, 0],
                turn: [0, 0, -20 - i * 15],
              }),
          ),
        ]
        : [],
    ],
  });
}

function wornPlate(): Material {
  return metal(hex("#5c636c"));
}

function club(): Parts {
  return [
    part(
      lathe([[0, -0.9], [0.1, -0.9], [0.11, -0.4], [0.24, 0.5], [0.26, 0.75], [0, 0.95]], {
        smooth: true,
      }),
      wood(hex("#6c4a2c")),
      { bump: { height: 0.03, scale: 7 } },
    ),
    around(
      5,
      (i) =>
        part(lathe([[0.05, 0], [0, 0.16]]), metal(hex("#9aa2ac")), {
          at: [0, 0.4 + (i % 2) * 0.25, 0.22],
          turn: [90, 0, 0],
        }),
    ),
  ];
}

function demon(look: Look): Figure {
  const hide = look.skin("primary skin", skin, "#b4241c");
  const wing = look.skin("wing secondary", leather, "#4c1418");
  const [, y, z] = HEAD;
  const horn = polished(hex("#33262a"));
  const isGargoyle = look.says("gargoyle");
  const rocky = isGargoyle ? stone(hex("#84847e")) : undefined;
  const own = rocky ?? hide;
  return humanoid(look, {
    skin: own,
    top: own,
    bottom: rocky ?? leather(hex("#33221e")),
    sleeves: own,
    shoes: rocky ?? horn,
    bulk: 1.22,
    hair: "none",
    ears: "elf",
    mouth: "fangs",
    eyes: "#f8d020",
    ...(look.isHolding || isGargoyle
      ? {}
      : { held: group({ scale: 0.72 }, trident(look.plain())) }),
    arms: isGargoyle ? "wide" : "hold",
    extras: [
      mirrored(
        part(
          tube(
            [[0.13, y + 0.18, z + 0.08], [0.26, y + 0.34, z + 0.06], [0.24, y + 0.52, z + 0.12]],
            [0.06, 0.05, 0.01],
          ),
          rocky ?? horn,
        ),
        group({ at: [0.08, 1.28, -0.16], turn: [0, 20, 0] }, batWing(rocky ?? wing, own, 0.75)),
      ),
      part(
        tube([[0, 0.9, -0.18], [0.05, 0.6, -0.5], [0.25, 0.45, -0.65], [0.4, 0.62, -0.7]], [
          0.05,
          0.04,
          0.03,
          0.025,
        ]),
        own,
      ),
      part(
        extrude([[0, 0.16], [0.1, -0.02], [0, 0.02], [-0.1, -0.02]], 0.04, { bevel: 0.04 }),
        own,
        { at: [0.42, 0.66, -0.7], turn: [0, 0, -30] },
      ),
    ],
  });
}

function golem(look: Look): Figure {
  const rock = look.skin("primary", stone, ["#84807a", "#9c8c74"]);
  const glow = look.skin("secondary eye core crystal", glowing, ["#3cd8f0", "#f0a02c", "#8cf05c"]);
  const chunk = (at: Vec3, size: Vec3): Parts =>
    part(ball(...size), rock, { at, bump: { height: 0.07, scale: 4 } });
  return {
    head: [0, 1.92, 0.1],
    hand: [-0.85, 0.7, 0.35],
    parts: [
      chunk([0, 1.2, 0], [0.56, 0.48, 0.42]),
      chunk([0, 0.78, 0], [0.36, 0.26, 0.3]),
      chunk([0, 1.7, 0.12], [0.25, 0.24, 0.24]),
      [1, -1].map((
        side,
      ) => [
        chunk([side * 0.62, 1.42, 0], [0.28, 0.26, 0.28]),
        chunk([side * 0.8, 1.05, 0.08], [0.2, 0.26, 0.2]),
        chunk([side * 0.85, 0.66, 0.2], [0.27, 0.28, 0.27]),
        chunk([side * 0.26, 0.46, 0.02], [0.2, 0.26, 0.2]),
        chunk([side * 0.3, 0.14, 0.08], [0.24, 0.17, 0.3]),
      ]),
      mirrored(part(ball(0.055, 0.04, 0.03), glow, { at: [0.1, 1.74, 0.335] })),
      part(ball(0.13, 0.13, 0.06), glow, { at: [0, 1.25, 0.4] }),
      row(
        7,
        (i) =>
          part(
            tube([[(i - 3) * 0.12, 1.5 - Math.abs(i - 3) * 0.1, 0.39], [
              (i - 3) * 0.1 + 0.03,
              1.38 - Math.abs(i - 3) * 0.06,
              0.43,
            ], [(i - 3) * 0.05, 1.28, 0.42]], 0.012),
            glow,
          ),
      ),
      row(
        14,
        () =>
          part(ball(0.12, 0.05, 0.12), { ...matte(hex("#5e7c38")), fuzz: 0.02 }, {
            at: [look.between(-0.6, 0.6), look.between(1.48, 1.62), look.between(-0.15, 0.15)],
          }),
      ),
    ],
  };
}

function mummy(look: Look): Figure {
  const wrap = look.skin(
    "primary bandage",
    (colour) =>
      striped(
        "y",
        13,
        cloth(colour),
        cloth([colour[0] * 0.66, colour[1] * 0.62, colour[2] * 0.55]),
        { share: 0.84, wobble: 0.1 },
      ),
    "#e0d4b4",
  );
  return humanoid(look, {
    skin: wrap,
    top: wrap,
    bottom: wrap,
    shoes: wrap,
    gloves: wrap,
    hair: "none",
    ears: "none",
    mouth: "none",
    arms: "zombie",
    mask: wrap,
    eyes: "#f0d020",
    bulk: 1.1,
    extras: [
      part(
        tube([[0.26, 1.35, 0.62], [0.28, 1.1, 0.64], [0.24, 0.9, 0.6]], [0.04, 0.045, 0.03], {
          flat: 0.3,
        }),
        wrap,
      ),
      part(
        tube([[-0.2, 0.95, 0.16], [-0.3, 0.7, 0.22], [-0.26, 0.5, 0.2]], [0.04, 0.05, 0.03], {
          flat: 0.3,
        }),
        wrap,
      ),
      part(
        tube([[-0.24, 1.85, -0.05], [0, 1.92, 0.2], [0.24, 1.82, 0.0]], 0.035, { flat: 0.5 }),
        wrap,
      ),
    ],
  });
}

function reaper(look: Look): Figure {
  const robe = look.skin("primary robe", cloth, "#1f1e24");
  const [, y, z] = HEAD;
  return humanoid(look, {
    skin: matte(hex("#e8e0cc")),
    top: robe,
    bottom: robe,
    skirt: "long",
    skirtMaterial: robe,
    hat: "hood",
    hatMaterial: robe,
    cape: robe,
    hair: "none",
    isEyeless: true,
    mouth: "none",
    ears: "none",
    held: look.isHolding ? [] : group({ scale: 0.95, at: [0, 0.1, 0] }, scythe(look.plain())),
    extras: [
      mirrored(
        part(ball(0.07, 0.08, 0.05), matte(hex("#141214")), { at: [0.09, y + 0.02, z + 0.21] }),
        part(ball(0.022), glowing(hex("#e8302c")), { at: [0.09, y + 0.02, z + 0.26] }),
      ),
      part(lathe([[0.03, 0], [0, 0.06]]), matte(hex("#141214")), {
        at: [0, y - 0.1, z + 0.23],
        scale: [1, 1, 0.5],
      }),
      row(
        6,
        (_, t) =>
          part(
            limb(
              [(t - 0.5) * 0.16, y - 0.15, z + 0.22],
              [(t - 0.5) * 0.16, y - 0.2, z + 0.215],
              0.01,
            ),
            matte(hex("#3c342c")),
          ),
      ),
    ],
  });
}

function slime(look: Look): Parts {
  const jelly = look.skin("primary", polished, ["#5cc84c", "#4ca8e8", "#c85cc8"]);
  const soft: Material = { ...jelly, glow: 0.15, opacity: 0.93 };
  return [
    part(
      lathe([[0.95, -0.55], [1.0, -0.45], [0.86, 0], [0.6, 0.42], [0.25, 0.68], [0, 0.74]], {
        smooth: true,
        ribs: (a, v) => 1 + 0.05 * Math.sin(a * 5) * (1 - v),
      }),
      soft,
    ),
    part(ball(1.1, 0.1, 1.1), soft, { at: [0, -0.52, 0] }),
    row(
      7,
      () =>
        part(ball(look.between(0.04, 0.09)), { ...polished(hex("#ffffff")), opacity: 0.7 }, {
          at: [look.between(-0.5, 0.5), look.between(-0.3, 0.4), 0.72],
        }),
    ),
    mirrored(
      part(ball(0.14, 0.17, 0.08), matte(hex("#fbfaf4")), {
        at: [0.26, 0.16, 0.72],
        turn: [-24, 18, 0],
      }),
      part(ball(0.075, 0.1, 0.05), polished(hex("#17181c")), { at: [0.27, 0.15, 0.8] }),
    ),
    part(
      tube([[-0.24, -0.14, 0.86], [0, -0.24, 0.92], [0.24, -0.14, 0.86]], 0.035),
      matte(hex("#23402a")),
    ),
    part(ball(0.16, 0.1, 0.16), soft, { at: [1.15, -0.5, 0.4] }),
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

function alien(look: Look): Figure {
  const hide = look.skin("primary skin", skin, ["#8cb87c", "#9ca4ac", "#7cc45c"]);
  const [, y, z] = HEAD;
  return humanoid(look, {
    skin: hide,
    top: look.skin("secondary suit", polished, ["#8c949c", "#4c5c8c"]),
    bottom: look.skin("secondary suit", polished, ["#8c949c", "#4c5c8c"]),
    sleeves: hide,
    shoes: hide,
    bulk: 0.78,
    hair: "none",
    isEyeless: true,
    mouth: "flat",
    ears: "none",
    headSize: 0.9,
    arms: look.isHolding ? "hold" : "wide",
    extras: [
      part(
        blob([
          lump([0, y + 0.12, z - 0.02], [0.36, 0.33, 0.34]),
          lump([0, y - 0.12, z + 0.06], [0.2, 0.22, 0.2]),
        ], 0.12),
        hide,
      ),
      mirrored(
        part(ball(0.13, 0.18, 0.08), polished(hex("#121216")), {
          at: [0.16, y + 0.04, z + 0.25],
          turn: [-12, 28, 26],
        }),
        part(ball(0.03), { ...matte(hex("#ffffff")), glow: 1 }, { at: [0.19, y + 0.12, z + 0.34] }),
        part(limb([0.12, y + 0.4, z], [0.24, y + 0.66, z + 0.04], 0.022), hide),
        part(ball(0.055), glowing(hex("#9cf06c")), { at: [0.25, y + 0.69, z + 0.04] }),
      ),
      part(
        tube(
          [[-0.07, y - 0.2, z + 0.235], [0, y - 0.215, z + 0.25], [0.07, y - 0.2, z + 0.235]],
          0.014,
        ),
        matte(hex("#33402c")),
      ),
    ],
  });
}

function medusa(look: Look): Figure {
  const hide = look.skin("primary skin", skin, "#a4bc8c");
  const [, y, z] = HEAD;
  const serpent = look.skin("hair snake", scales, "#3c8c44");
  return humanoid(look, {
    skin: hide,
    top: look.skin("secondary dress robe", cloth, "#e8e0cc"),
    bottom: cloth(hex("#e8e0cc")),
    skirt: "long",
    skirtMaterial: look.skin("secondary dress robe", cloth, "#e8e0cc"),
    sleeves: hide,
    hair: "none",
    eyes: "#e8d020",
    mouth: "fangs",
    arms: look.isHolding ? "hold" : "wide",
    belt: metal(hex("#e0b03c")),
    extras: row(17, (i) => {
      const t = 1 - 1.05 * (i + 0.5) / 17;
      const a = i * 2.399963;
      const s = Math.sqrt(1 - t * t);
      if (s * Math.cos(a) > 0.55 && t < 0.35) return [];
      const n: Vec3 = [s * Math.sin(a), t, s * Math.cos(a)];
      const at = (
        k: number,
        wave: number,
      ): Vec3 => [
        n[0] * k + wave * n[2] * 0.3,
        y + 0.05 + n[1] * k,
        z + n[2] * k - wave * n[0] * 0.3,
      ];
      return [
        part(
          tube([at(0.2, 0), at(0.34, 0.25), at(0.46, -0.2), at(0.58, 0.2)], [
            0.045,
            0.042,
            0.038,
            0.05,
          ]),
          serpent,
        ),
        mirroredEyes(at(0.62, 0.2)),
      ];
    }),
  });
}

function mirroredEyes([x, y, z]: Vec3): Parts {
  return [
    part(ball(0.016), glowing(hex("#f0c82c")), { at: [x + 0.025, y + 0.025, z + 0.03] }),
    part(ball(0.016), glowing(hex("#f0c82c")), { at: [x - 0.025, y + 0.025, z + 0.03] }),
  ];
}

function fluffyMonster(look: Look): Parts {
  const hair = look.skin("primary fur", fur, ["#4c84d8", "#8c5cc8", "#5cb85c", "#e07838"]);
  const belly = look.skin("secondary belly", fur, ["#b8d8f4", "#e4d0f4", "#f4e4b0"]);
  const one = look.says("one-eyed one eye eyed");
  return [
    part(
      blob([
        lump([0, 0.85, 0], [0.68, 0.8, 0.6]),
        lump([0, 0.5, 0], [0.72, 0.5, 0.62]),
        ...[1, -1].flatMap((
          side,
        ) => [
          bone([side * 0.55, 0.95, 0.1], [side * 0.95, 0.6, 0.3], 0.17, 0.13),
          lump([side * 0.98, 0.52, 0.34], 0.17),
          lump([side * 0.34, 0.1, 0.2], [0.26, 0.15, 0.34]),
        ]),
      ], 0.12),
      where(({ at }) => at[2] > 0.32 && Math.hypot(at[0], (at[1] - 0.58) * 1.1) < 0.42, belly, {
        ...hair,
        fuzz: 0.03,
      }),
    ),
    one
      ? [
        part(ball(0.28), matte(hex("#fbf8f0")), { at: [0, 1.25, 0.48] }),
        part(ball(0.14), polished(hex("#2c9c5c")), { at: [0, 1.25, 0.66] }),
        part(ball(0.07), polished(hex("#141214")), { at: [0, 1.25, 0.76] }),
      ]
      : mirrored(
        part(ball(0.18), matte(hex("#fbf8f0")), { at: [0.22, 1.25, 0.5] }),
        eye([0.22, 1.25, 0.64], 0.09, "#17181c"),
      ),
    mirrored(
      part(
        tube([[0.36, 1.5, 0], [0.5, 1.75, 0.02], [0.44, 1.98, 0.06]], [0.11, 0.08, 0.015]),
        polished(hex("#f4e4bc")),
      ),
      row(
        3,
        (i) =>
          part(lathe([[0.05, 0], [0, 0.13]]), polished(hex("#f4ecd8")), {
            at: [0.26 + i * 0.1, 0.07, 0.52],
            turn: [85, 0, 0],
          }),
      ),
    ),
    part(blob([lump([0, 0.9, 0.53], [0.3, 0.1, 0.08])], 0.04), matte(hex("#4c1420"))),
    row(
      5,
      (_, t) =>
        part(lathe([[0, -0.1], [0.045, 0]]), polished(hex("#fdfaf0")), {
          at: [(t - 0.5) * 0.42, 0.95, 0.6],
        }),
    ),
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

/** Nouns of the category "monsters". */
export const MONSTERS: readonly Noun[] = nounsOf("monsters", [
  [
    "dinosaur, t rex, tyrannosaurus, tyrannosaurus rex, raptor, velociraptor, godzilla, kaiju",
    5,
    dinosaur,
  ],
  ["dragon, wyvern, drake, baby dragon, dragonling", 5, dragon],
  ["chinese dragon, sea serpent, sea monster, wyrm, leviathan", 6, wyrm],
  ["zombie, undead, ghoul", 1.8, zombie],
  ["skeleton, lich, skeleton warrior", 1.8, skeleton],
  ["ghost, phantom, spirit, specter, spectre, wraith, poltergeist", 1.5, ghost],
  ["vampire, dracula", 1.8, vampire],
  ["werewolf", 2.1, (look) => beastMan(look, "werewolf")],
  ["minotaur", 2.5, (look) => beastMan(look, "minotaur")],
  ["yeti, bigfoot, sasquatch, abominable snowman", 2.6, (look) => beastMan(look, "yeti")],
  ["goblin, imp, gremlin, kobold", 1.1, (look) => brute(look, "goblin")],
  ["orc", 2, (look) => brute(look, "orc")],
  ["troll", 2.8, (look) => brute(look, "troll")],
  ["ogre, giant", 2.8, (look) => brute(look, "ogre")],
  ["cyclops", 3, (look) => brute(look, "cyclops")],
  ["demon, devil, gargoyle, balrog", 2, demon],
  ["golem, stone golem, rock golem, rock monster, elemental", 3, golem],
  ["mummy", 1.8, mummy],
  ["grim reaper, reaper, death", 1.9, reaper],
  ["slime, blob, jelly, ooze", 0.8, slime],
  ["kraken", 10, kraken],
  ["hydra", 5, hydra],
  ["phoenix, firebird, thunderbird", 1.5, phoenix],
  ["griffin, gryphon, griffon, hippogriff, chimera", 2.4, griffin],
  ["alien, extraterrestrial, martian", 1.4, alien],
  ["medusa, gorgon", 1.8, medusa],
  ["monster, beast, creature, furry monster", 1.6, fluffyMonster],
]);
