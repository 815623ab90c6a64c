/**
 * Four-legged animals: one body plan, many proportions.
 *
 * @module
 */
import {
  ball,
  blob,
  type Bone,
  bone,
  cylinder,
  fur,
  group,
  hex,
  lathe,
  limb,
  lump,
  type Material,
  matte,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  skin,
  torus,
  tube,
  type Vec3,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import type { Figure } from "../noun.ts";

/** Proportions, colours and ornaments of an animal. Lengths in units of about half its height. */
export interface QuadrupedPlan {
  readonly body: Material;
  readonly belly: Material;
  /** Lower legs, ears or whole limbs of another colour. */
  readonly socks?: Material | undefined;
  /** Part of the leg that wears the sock. @default {0.45} */
  readonly sockShare?: number;
  readonly headMaterial?: Material;
  readonly earMaterial?: Material;
  /** From chest to hip. */
  readonly length: number;
  /** From the ground to the belly. */
  readonly height: number;
  /** Half the thickness of the body. */
  readonly girth: number;
  /** Half the thickness of the legs. */
  readonly legs: number;
  readonly neck: number;
  /** Steepness of the neck: 0 is level, 1 is 45 degrees. */
  readonly neckRise: number;
  /** Radius of the head. */
  readonly head: number;
  readonly snout: number;
  readonly snoutWidth: number;
  readonly snoutColour?: string | undefined;
  /** A disc at the end of the snout, as a pig has. */
  readonly flatSnout?: string;
  readonly ears: "pointed" | "floppy" | "round" | "upright" | "side" | "none";
  readonly earSize: number;
  readonly tail: "up" | "curl" | "brush" | "tuft" | "stub" | "long" | "hair" | "spiral";
  readonly tailTip?: string;
  readonly nose?: string;
  readonly noNose?: boolean;
  readonly nostrils?: boolean;
  readonly eyes?: readonly string[];
  readonly slitEyes?: boolean;
  readonly eyePatch?: Material;
  readonly whiskers?: boolean;
  readonly cheeks?: boolean;
  readonly ruff?: boolean;
  readonly mane?: Material;
  /** Hair along the back of the neck. */
  readonly crest?: Material;
  readonly horns?: "short" | "long" | "curled" | "antlers" | "ossicones" | undefined;
  /** One horn on the forehead. */
  readonly horn?: Material | undefined;
  readonly hooves?: string;
  readonly toes?: string;
  readonly udder?: boolean;
  readonly humps?: number;
  readonly beard?: boolean;
  readonly woolly?: boolean;
  readonly collar?: Material;
}

/** An eye: dark, or an iris with a pupil, with a glint. It looks along +z and outwards. */
export function eye(at: Vec3, radius: number, colour: string, slit = false): Parts {
  const iris = hex(colour);
  const isDark = iris[0] + iris[1] + iris[2] < 0.6;
  const [x, y, z] = at;
  const side = x === 0 ? 0 : 0.45;
  return [
    part(ball(radius), polished(iris), { at }),
    isDark ? [] : part(
      ball(radius * (slit ? 0.3 : 0.58), radius * (slit ? 0.78 : 0.58), radius * 0.4),
      polished(hex("#141214")),
      {
        at: [x + radius * side * 0.9, y, z + radius * 0.78],
      },
    ),
    part(ball(radius * 0.27), { ...matte(hex("#ffffff")), glow: 1 }, {
      at: [x + radius * (side - 0.1), y + radius * 0.5, z + radius * 0.86],
      detail: 0.5,
    }),
  ];
}

/** Builds an animal that stands on y = 0 and looks along +z. */
export function quadruped(look: Look, plan: QuadrupedPlan): Figure {
  const { body, belly, socks, sockShare = 0.45, girth, length, height, legs, head } = plan;
  const spine = height + girth * 0.85;
  const chestZ = length * 0.36;
  const slope = Math.hypot(1, plan.neckRise);
  const neckFrom: Vec3 = [0, spine + girth * 0.28, chestZ + girth * 0.35];
  const skull: Vec3 = [
    0,
    neckFrom[1] + plan.neck * plan.neckRise / slope + head * 0.35,
    neckFrom[2] + plan.neck / slope + head * 0.25,
  ];
  const muzzle: Vec3 = [0, skull[1] - head * 0.36, skull[2] + head * 0.55 + plan.snout];
  const neckThick = Math.min(girth * 0.72, head * 0.95);

  const trunk: Bone[] = [
    lump([0, spine, chestZ * 0.75], [girth * 0.98, girth * 1.08, length * 0.36]),
    lump([0, spine + girth * 0.04, -length * 0.33], [girth * 0.95, girth * 1.0, length * 0.33]),
    bone([0, spine, chestZ * 0.6], [0, spine, -length * 0.3], girth * 0.9, girth * 0.88),
    bone(
      neckFrom,
      [skull[0], skull[1] - head * 0.1, skull[2] - head * 0.2],
      neckThick,
      neckThick * 0.78,
    ),
    ...row2(plan.humps ?? 0).map((i) =>
      lump([0, spine + girth * 1.05, length * (0.18 - i * 0.42)], [
        girth * 0.5,
        girth * 0.62,
        girth * 0.55,
      ])
    ),
  ];
  const face: Bone[] = [
    lump(skull, [head * 0.94, head * 0.92, head]),
    bone(
      [0, skull[1] - head * 0.2, skull[2] + head * 0.35],
      muzzle,
      Math.max(plan.snoutWidth, head * 0.5),
      plan.snoutWidth,
    ),
    ...(plan.cheeks
      ? [
        lump([head * 0.6, skull[1] - head * 0.32, skull[2] + head * 0.1], head * 0.5),
        lump([-head * 0.6, skull[1] - head * 0.32, skull[2] + head * 0.1], head * 0.5),
      ]
      : []),
  ];
  const limbs: Bone[] = [];
  for (const [z, isBack] of [[chestZ, false], [-length * 0.42, true]] as const) {
    for (const side of [-1, 1]) {
      const x = side * Math.max(girth * 0.58, legs * 1.05);
      const knee: Vec3 = [x * 1.04, height * 0.5, z + (isBack ? -height * 0.1 : height * 0.02)];
      const foot: Vec3 = [x * 1.06, legs * 0.75, z + (isBack ? -height * 0.02 : 0)];
      limbs.push(
        bone([x * 0.9, spine - girth * 0.15, z], knee, legs * (isBack ? 1.9 : 1.6), legs * 1.08),
        bone(knee, foot, legs * 1.05, legs * 0.85),
      );
      if (!plan.hooves) {
        limbs.push(
          lump([foot[0], legs * 0.55, foot[2] + legs * 0.55], [
            legs * 1.12,
            legs * 0.62,
            legs * 1.5,
          ]),
        );
      }
    }
  }
  const faceFrom = trunk.length;
  const limbsFrom = faceFrom + face.length;
  const top = plan.headMaterial ?? body;
  const snoutColour = plan.snoutColour === undefined ? undefined : skin(hex(plan.snoutColour));
  const painted: Material = {
    ...body,
    colour: (spot) => {
      const { piece, at: [x, y, z], normal } = spot;
      if (piece >= limbsFrom) {
        if (socks && y < spine * sockShare) return socks.colour(spot);
        return body.colour(spot);
      }
      if (piece >= faceFrom) {
        if (snoutColour && z > skull[2] + head * 0.72 && y < skull[1] + head * 0.05) {
          return snoutColour.colour(spot);
        }
        if (plan.cheeks && y < skull[1] - head * 0.22) return belly.colour(spot);
        return top.colour(spot);
      }
      const isChest = z > chestZ * 0.9 && y < neckFrom[1] + plan.neck * 0.4 && normal[2] > 0.55 &&
        Math.abs(x) < girth * 0.55;
      if (normal[1] < -0.5 || isChest && plan.belly !== body) return belly.colour(spot);
      return body.colour(spot);
    },
  };
  const softness = Math.min(0.16, girth * 0.42);
  const eyeColour = plan.eyes ? look.pick(plan.eyes) : "#1d1614";
  const eyeAt: Vec3 = [head * 0.56, skull[1] + head * 0.2, skull[2] + head * 0.68];
  const eyeSize = Math.max(0.036, head * (plan.slitEyes ? 0.25 : 0.19));
  return {
    head: [0, skull[1] + head * 0.82, skull[2] - head * 0.05],
    hand: [0, muzzle[1] - plan.snoutWidth * 0.6, muzzle[2] + plan.snoutWidth * 0.6],
    parts: [
      part(
        blob([...trunk, ...face, ...limbs], softness),
        painted,
        plan.woolly ? { bump: { height: 0.012, scale: 9 } } : {},
      ),
      plan.woolly ? wool(look, body, spine, length, girth) : [],
      mirrored(
        eye(eyeAt, eyeSize, look.says("red-eyed") ? "#c8241c" : eyeColour, plan.slitEyes),
        plan.eyePatch
          ? part(ball(head * 0.3, head * 0.36, head * 0.2), plan.eyePatch, {
            at: [head * 0.5, skull[1] + head * 0.14, skull[2] + head * 0.62],
            turn: [0, 30, 25],
          })
          : [],
        plan.nostrils
          ? part(ball(plan.snoutWidth * 0.17), matte(hex("#2b1c1a")), {
            at: [
              plan.snoutWidth * 0.45,
              muzzle[1] + plan.snoutWidth * 0.3,
              muzzle[2] + plan.snoutWidth * 0.84,
            ],
          })
          : [],
        plan.whiskers
          ? [-0.2, 0.05, 0.3].map((rise) =>
            part(
              limb([plan.snoutWidth * 0.6, muzzle[1], muzzle[2] + plan.snoutWidth * 0.5], [
                plan.snoutWidth + head * 0.85,
                muzzle[1] + rise * head,
                muzzle[2] + 0.02,
              ], 0.006),
              matte(hex("#f6f2ea")),
            )
          )
          : [],
      ),
      plan.noNose || plan.nostrils || plan.flatSnout ? [] : part(
        ball(plan.snoutWidth * 0.5, plan.snoutWidth * 0.36, plan.snoutWidth * 0.34),
        polished(hex(plan.nose ?? "#241c1c")),
        { at: [0, muzzle[1] + plan.snoutWidth * 0.5, muzzle[2] + plan.snoutWidth * 0.78] },
      ),
      plan.flatSnout
        ? [
          part(cylinder(plan.snoutWidth * 0.98, 0.08), skin(hex(plan.flatSnout)), {
            at: [0, muzzle[1], muzzle[2] + plan.snoutWidth * 0.9],
            turn: [90, 0, 0],
          }),
          mirrored(
            part(ball(0.035, 0.05, 0.02), matte(hex("#8c4444")), {
              at: [0.06, muzzle[1], muzzle[2] + plan.snoutWidth * 0.9 + 0.045],
            }),
          ),
        ]
        : [],
      ears(plan, skull),
      tail(plan, spine),
      feet(plan, chestZ),
      horns(plan, skull),
      plan.mane ? mane(look, plan.mane, skull, head) : [],
      plan.ruff
        ? row(
          9,
          (_, t) =>
            part(ball(neckThick * 0.6), body, {
              at: [
                Math.cos(t * Math.PI) * neckThick * 0.95,
                neckFrom[1] + plan.neck * 0.3 - Math.sin(t * Math.PI) * neckThick * 0.4,
                neckFrom[2] + plan.neck * 0.25,
              ],
              bump: { height: 0.03, scale: 9 },
            }),
        )
        : [],
      plan.crest ? crest(plan.crest, neckFrom, skull, neckThick, head) : [],
      plan.udder
        ? part(ball(0.2, 0.15, 0.2), skin(hex("#f0b4ac")), {
          at: [0, height - girth * 0.02, -length * 0.2],
        })
        : [],
      plan.beard
        ? part(lathe([[0, -0.3], [0.07, 0], [0, 0.05]]), fur(hex("#d8d0c0")), {
          at: [0, muzzle[1] - plan.snoutWidth, muzzle[2] - 0.03],
        })
        : [],
      plan.collar
        ? group(
          {
            at: [0, neckFrom[1] + plan.neck * 0.42, neckFrom[2] + plan.neck * 0.32],
            turn: [40, 0, 0],
          },
          part(torus(neckThick * 0.98, 0.065), plan.collar),
          part(ball(0.055), polished(hex("#e0b03c")), { at: [0, -0.03, neckThick * 1.08] }),
        )
        : [],
    ],
  };
}

function row2(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function wool(look: Look, material: Material, spine: number, length: number, girth: number): Parts {
  return row(70, (i) => {
    const y = 1 - 1.7 * (i + 0.5) / 70;
    const a = i * 2.399963;
    const r = Math.sqrt(1 - y * y);
    return part(ball(look.between(0.12, 0.16)), material, {
      at: [
        r * Math.cos(a) * girth,
        spine + y * girth * 1.02,
        r * Math.sin(a) * (length * 0.5 + girth * 0.25),
      ],
      bump: { height: 0.02, scale: 14 },
    });
  });
}

function ears(plan: QuadrupedPlan, skull: Vec3): Parts {
  const { head, earSize: size } = plan;
  const material = plan.earMaterial ?? plan.headMaterial ?? plan.body;
  const inner = skin(hex("#e4aca0"));
  const [, y, z] = skull;
  switch (plan.ears) {
    case "none":
      return [];
    case "pointed":
      return mirrored(
        part(
          lathe([[size * 0.52, 0], [size * 0.4, size * 0.5], [0, size * 1.25]], { smooth: true }),
          material,
          {
            at: [head * 0.56, y + head * 0.62, z - head * 0.1],
            turn: [-8, 12, -16],
            scale: [1, 1, 0.55],
          },
        ),
        part(
          lathe([[size * 0.34, 0], [size * 0.26, size * 0.46], [0, size * 0.95]], { smooth: true }),
          inner,
          {
            at: [head * 0.57, y + head * 0.66, z - head * 0.1 + size * 0.13],
            turn: [-8, 12, -16],
            scale: [1, 1, 0.5],
          },
        ),
      );
    case "floppy":
      return mirrored(
        part(
          blob([
            lump([0, 0, 0], [size * 0.42, size * 0.35, size * 0.22]),
            lump([size * 0.22, -size * 0.62, 0.02], [size * 0.36, size * 0.6, size * 0.17]),
          ], 0.06),
          material,
          { at: [head * 0.78, y + head * 0.5, z - head * 0.05], turn: [0, 15, -6] },
        ),
      );
    case "round":
      return mirrored(
        part(ball(size, size, size * 0.5), material, {
          at: [head * 0.68, y + head * 0.72, z - head * 0.15],
          turn: [0, 12, 0],
        }),
        part(ball(size * 0.62, size * 0.62, size * 0.3), plan.earMaterial ?? inner, {
          at: [head * 0.69, y + head * 0.71, z - head * 0.15 + size * 0.3],
          turn: [0, 12, 0],
        }),
      );
    case "upright":
      return mirrored(
        part(
          lathe(
            [[size * 0.24, 0], [size * 0.36, size * 0.5], [size * 0.2, size], [0, size * 1.3]],
            { smooth: true },
          ),
          material,
          {
            at: [head * 0.42, y + head * 0.75, z - head * 0.15],
            turn: [-6, 10, -14],
            scale: [1, 1, 0.6],
          },
        ),
      );
    case "side":
      return mirrored(
        part(ball(size * 0.72, size * 0.4, size * 0.2), material, {
          at: [head * 0.75 + size * 0.5, y + head * 0.42, z - head * 0.2],
          turn: [0, 18, 8],
        }),
        part(ball(size * 0.5, size * 0.25, size * 0.1), inner, {
          at: [head * 0.75 + size * 0.52, y + head * 0.42, z - head * 0.2 + size * 0.15],
          turn: [0, 18, 8],
        }),
      );
  }
}

function tail(plan: QuadrupedPlan, spine: number): Parts {
  const { body, girth, length } = plan;
  const back = -length * 0.5 - girth * 0.42;
  const root: Vec3 = [0, spine + girth * 0.45, back + 0.06];
  const at = (x: number, y: number, z: number): Vec3 => [x, root[1] + y, root[2] + z];
  const hair = plan.mane ?? plan.crest ?? fur(hex("#3c2a20"));
  switch (plan.tail) {
    case "up":
      return part(
        tube([root, at(0, 0.18, -0.22), at(0, 0.45, -0.26), at(0, 0.62, -0.12)], [
          0.1,
          0.085,
          0.065,
          0.03,
        ]),
        body,
      );
    case "curl":
      return part(
        tube([
          root,
          at(0, -0.02, -0.32),
          at(0.03, 0.3, -0.55),
          at(0.06, 0.75, -0.45),
          at(0.04, 0.92, -0.22),
        ], [0.07, 0.065, 0.06, 0.055, 0.04]),
        body,
      );
    case "brush": {
      const tip = plan.tailTip === undefined ? plan.belly : fur(hex(plan.tailTip));
      const brush = tube([
        root,
        at(0, -0.14, -0.3),
        at(0, -0.16, -0.66),
        at(0, 0.02, -0.98),
        at(0, 0.14, -1.12),
      ], [0.07, 0.15, 0.2, 0.14, 0.02]);
      return part(brush, {
        ...body,
        fuzz: 0.014,
        colour: (spot) => (spot.v > 0.7 ? tip : body).colour(spot),
      });
    }
    case "tuft":
      return [
        part(
          tube([root, at(0, -0.12, -0.2), at(0.04, -0.5, -0.3), at(0, -0.82, -0.22)], [
            0.06,
            0.045,
            0.035,
            0.03,
          ]),
          body,
        ),
        part(lathe([[0, -0.22], [0.09, -0.02], [0, 0.16]], { smooth: true }), hair, {
          at: at(0, -0.92, -0.2),
        }),
      ];
    case "stub":
      return part(ball(girth * 0.24), body, { at: at(0, -0.04, -0.05) });
    case "long":
      return part(
        tube([
          root,
          at(0, -0.12, -0.3),
          at(0.04, -0.36, -0.62),
          at(0.02, -0.34, -0.95),
          at(0, -0.08, -1.14),
        ], [0.075, 0.065, 0.06, 0.055, 0.04]),
        body,
      );
    case "hair":
      return row(
        9,
        (i) =>
          part(
            tube([
              root,
              at((i - 4) * 0.018, 0.04, -0.2),
              at((i - 4) * 0.04, -0.35, -0.34 - (i % 2) * 0.04),
              at((i - 4) * 0.05, -0.95 + (i % 3) * 0.1, -0.24),
            ], [0.05, 0.075, 0.075, 0.015]),
            hair,
          ),
      );
    case "spiral":
      return part(
        tube(
          Array.from(
            { length: 14 },
            (_, i): Vec3 =>
              at(0.09 * Math.cos(i * 0.75), 0.09 * Math.sin(i * 0.75), -0.02 - i * 0.018),
          ),
          0.03,
        ),
        body,
      );
  }
}

function feet(plan: QuadrupedPlan, chestZ: number): Parts {
  const { legs, girth, length } = plan;
  const x = Math.max(girth * 0.58, legs * 1.05) * 1.06;
  return mirrored(
    [chestZ, -length * 0.42 - plan.height * 0.02].map((z) =>
      plan.hooves
        ? part(
          lathe([[0, 0], [legs * 1.25, 0], [legs * 0.95, legs * 1.7], [0, legs * 1.8]]),
          polished(hex(plan.hooves)),
          { at: [x, 0, z + legs * 0.1] },
        )
        : row(3, (i) =>
          part(
            ball(legs * 0.3, legs * 0.26, legs * 0.26),
            plan.toes ? polished(hex(plan.toes)) : plan.socks ?? plan.body,
            {
              at: [
                x + (i - 1) * legs * 0.62,
                legs * 0.3,
                z + legs * (1.72 - Math.abs(i - 1) * 0.25),
              ],
            },
          ))
    ),
  );
}

function horns(plan: QuadrupedPlan, [, y, z]: Vec3): Parts {
  const { head } = plan;
  const bonelike = polished(hex("#e4d6b8"));
  const dark = polished(hex("#4c4038"));
  const spike = plan.horn
    ? part(
      lathe([[0.055, 0], [0.04, 0.2], [0, 0.52]], {
        ribs: (a, v) => 1 + 0.1 * Math.sin(a + v * 40),
      }),
      plan.horn,
      { at: [0, y + head * 0.8, z + head * 0.45], turn: [28, 0, 0] },
    )
    : [];
  switch (plan.horns) {
    case "short":
      return [
        spike,
        mirrored(
          part(
            tube([[head * 0.5, y + head * 0.75, z - head * 0.1], [
              head * 0.95,
              y + head * 1.0,
              z - head * 0.05,
            ], [head * 1.05, y + head * 1.4, z + head * 0.1]], [0.06, 0.05, 0.012]),
            bonelike,
          ),
        ),
      ];
    case "long":
      return mirrored(
        part(
          tube([[head * 0.6, y + head * 0.6, z - head * 0.1], [head * 1.4, y + head * 0.75, z], [
            head * 1.9,
            y + head * 1.15,
            z + head * 0.25,
          ], [head * 1.8, y + head * 1.7, z + head * 0.4]], [0.09, 0.085, 0.06, 0.012]),
          bonelike,
        ),
      );
    case "curled":
      return mirrored(
        part(
          tube([
            [head * 0.4, y + head * 0.8, z],
            [head * 0.62, y + head * 1.35, z - head * 0.35],
            [head * 0.95, y + head * 1.2, z - head * 1.0],
            [head * 1.2, y + head * 0.5, z - head * 1.05],
            [head * 1.35, y + head * 0.1, z - head * 0.6],
          ], [0.085, 0.08, 0.068, 0.05, 0.015]),
          dark,
        ),
      );
    case "ossicones":
      return mirrored(
        part(
          limb([head * 0.4, y + head * 0.7, z - head * 0.1], [
            head * 0.5,
            y + head * 1.75,
            z - head * 0.3,
          ], 0.035),
          plan.body,
        ),
        part(ball(0.055), matte(hex("#33241c")), {
          at: [head * 0.5, y + head * 1.8, z - head * 0.32],
        }),
      );
    case "antlers":
      return mirrored(
        part(
          tube([
            [head * 0.35, y + head * 0.75, z - head * 0.1],
            [head * 0.9, y + head * 1.8, z - head * 0.6],
            [head * 1.9, y + head * 2.8, z - head * 0.7],
            [head * 1.75, y + head * 4.0, z - head * 0.2],
          ], [0.05, 0.045, 0.036, 0.012]),
          bonelike,
        ),
        ([[0.75, 1.5, -0.45, 0.85, 2.2, 0.45], [1.4, 2.35, -0.7, 1.25, 3.4, -0.1], [
          1.85,
          2.75,
          -0.7,
          2.6,
          3.5,
          -0.4,
        ]] as const).map(([ax, ay, az, bx, by, bz]) =>
          part(
            limb(
              [head * ax, y + head * ay, z + head * az],
              [head * bx, y + head * by, z + head * bz],
              0.034,
              0.01,
            ),
            bonelike,
          )
        ),
      );
    default:
      return spike;
  }
}

function mane(look: Look, material: Material, [, y, z]: Vec3, head: number): Parts {
  return [0, 1, 2].map((ring) =>
    row(16, (i) => {
      const a = i / 16 * 2 * Math.PI + ring * 0.2;
      const r = head * (1.12 + ring * 0.24);
      const size = head * look.between(0.42, 0.56);
      return part(ball(size, size * 1.15, size), { ...material, fuzz: 0.02 }, {
        at: [
          r * Math.sin(a) * 0.95,
          y - head * 0.12 + r * Math.cos(a) - ring * head * 0.18,
          z - head * (0.22 + ring * 0.42),
        ],
        bump: { height: 0.03, scale: 9 },
      });
    })
  );
}

function crest(material: Material, from: Vec3, skull: Vec3, thick: number, head: number): Parts {
  const count = 13;
  return [
    row(count, (i, t) => {
      const y = from[1] + (skull[1] - from[1]) * t;
      const z = from[2] + (skull[2] - from[2]) * t;
      const back = thick * (0.95 - 0.25 * t);
      const lean = i % 2 === 0 ? 0.7 : -0.4;
      return part(
        tube([[0, y + 0.1, z - back * 0.75], [lean * thick * 0.35, y + 0.1, z - back * 1.12], [
          lean * thick * 0.75,
          y - 0.1,
          z - back * 1.1,
        ]], [0.06, 0.075, 0.012]),
        material,
      );
    }),
    part(
      tube([[0, skull[1] + head * 0.9, skull[2] - head * 0.3], [
        0.02,
        skull[1] + head * 1.05,
        skull[2] + head * 0.3,
      ], [0.03, skull[1] + head * 0.62, skull[2] + head * 0.85]], [0.08, 0.075, 0.02]),
      material,
    ),
  ];
}
