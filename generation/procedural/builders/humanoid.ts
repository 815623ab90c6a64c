/**
 * Figures on two legs: one body, many clothes.
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  type Bone,
  bone,
  box,
  cloth,
  cylinder,
  extrude,
  fur,
  glass,
  group,
  hex,
  lathe,
  leather,
  lump,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  shade,
  sheet,
  skin,
  star,
  torus,
  tube,
  type Vec2,
  type Vec3,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import type { Figure } from "../noun.ts";
import { eye } from "./quadruped.ts";

/** What stands on the head. */
export type Hat =
  | "none"
  | "wizard"
  | "cowboy"
  | "crown"
  | "tiara"
  | "knight"
  | "viking"
  | "chef"
  | "tricorn"
  | "tophat"
  | "hood"
  | "space"
  | "samurai"
  | "cap"
  | "soldier"
  | "straw"
  | "santa"
  | "headband";

/** Clothes and features of a figure. */
export interface HumanoidPlan {
  readonly skin: Material;
  readonly top: Material;
  readonly bottom: Material;
  readonly shoes?: Material;
  readonly sleeves?: Material;
  readonly gloves?: Material;
  /** Width of shoulders and limbs. @default {1} */
  readonly bulk?: number;
  /** Length of the legs. @default {1} */
  readonly legs?: number;
  /** Size of the head. @default {1} */
  readonly headSize?: number;
  readonly hair?: "short" | "long" | "bun" | "ponytail" | "curly" | "spiky" | "none";
  readonly hairMaterial?: Material;
  readonly beard?: "none" | "full" | "long" | "moustache";
  readonly hat?: Hat;
  readonly hatMaterial?: Material;
  /** A skirt from the waist: to the knee or to the ground. */
  readonly skirt?: "none" | "short" | "long";
  readonly skirtMaterial?: Material;
  readonly cape?: Material;
  readonly belt?: Material;
  /** Plates on shoulders, breast and knees. */
  readonly plates?: Material;
  readonly eyes?: string;
  /** A covered face shows only the eyes. */
  readonly mask?: Material;
  readonly ears?: "human" | "elf" | "none";
  readonly mouth?: "smile" | "flat" | "fangs" | "none";
  readonly nose?: Material;
  readonly arms?: "hold" | "down" | "zombie" | "up" | "wide";
  /** A thing for the right hand, its grip at the origin. */
  readonly held?: Parts;
  /** A thing for the left arm. */
  readonly offhand?: Parts;
  readonly extras?: Parts;
  readonly isEyeless?: boolean;
  /** Ends at the waist. */
  readonly isLegless?: boolean;
}

/** The place of the right hand. */
export const RIGHT_HAND: Vec3 = [-0.53, 0.98, 0.32];
/** Middle of the head. */
export const HEAD: Vec3 = [0, 1.74, 0.02];
/** Radius of the head. */
export const HEAD_RADIUS = 0.25;

/** Skin tones. */
export const SKIN_TONES = ["#f0c8a4", "#e0ac84", "#c48a60", "#8c5a3c", "#6c4430"];

/** Skin of a person, as the prompt or the seed says. */
export function personSkin(look: Look): Material {
  return look.skin("skin", skin, SKIN_TONES);
}

/** Hair, as the prompt or the seed says. */
export function personHair(look: Look): Material {
  return look.skin("hair", fur, ["#3c2618", "#6c4424", "#c89848", "#221a16", "#8c3c1c"]);
}

/** Builds a figure that stands on y = 0 and looks along +z. */
export function humanoid(look: Look, plan: HumanoidPlan): Figure {
  const { bulk = 1, legs = 1, headSize = 1, arms = "hold" } = plan;
  const drop = (1 - legs) * 0.8;
  const r = HEAD_RADIUS * headSize;
  const head: Vec3 = [HEAD[0], HEAD[1] + (headSize - 1) * 0.18, HEAD[2]];
  const b = bulk;
  const bones: Bone[] = [
    lump([0, 1.26, 0], [0.235 * b, 0.24, 0.165 * b]),
    lump([0, 0.98, 0], [0.205 * b, 0.19, 0.155 * b]),
    bone([0, 1.4, 0], [0, 1.56, 0.01], 0.1 * b, 0.09),
    lump([0.2 * b, 1.38, 0], 0.115 * b),
    lump([-0.2 * b, 1.38, 0], 0.115 * b),
  ];
  const torsoEnd = bones.length;
  for (const side of plan.isLegless ? [] : [1, -1]) {
    const x = 0.115 * b * side;
    const stride = side * 0.03;
    bones.push(
      bone([x, 0.92, 0], [x * 1.2, 0.5 + drop * 0.4, 0.02 + stride], 0.125 * b, 0.1 * b),
      bone(
        [x * 1.2, 0.5 + drop * 0.4, 0.02 + stride],
        [x * 1.3, 0.12 + drop, stride],
        0.095 * b,
        0.075 * b,
      ),
      lump([x * 1.35, 0.07 + drop, 0.07 + stride], [0.092 * b, 0.07, 0.155]),
    );
  }
  const legsEnd = bones.length;
  const hands: Vec3[] = [];
  for (const side of [1, -1]) {
    const shoulder: Vec3 = [side * 0.27 * b, 1.38, 0];
    const pose = armPose(arms, side, b);
    hands.push(pose.hand);
    bones.push(
      bone(shoulder, pose.elbow, 0.088 * b, 0.072 * b),
      bone(pose.elbow, pose.hand, 0.07 * b, 0.056 * b),
      lump(pose.hand, 0.075 * (0.6 + 0.4 * b)),
    );
  }
  const { top, bottom } = plan;
  const shoes = plan.shoes ?? leather(hex("#33241c"));
  const sleeves = plan.sleeves ?? top;
  const gloves = plan.gloves ?? plan.skin;
  const waist = 1.02;
  const painted: Material = {
    ...top,
    colour: (spot) => {
      const { piece } = spot;
      if (piece >= legsEnd) {
        const joint = (piece - legsEnd) % 3;
        return (joint === 2 ? gloves : joint === 1 ? sleeves : top).colour(spot);
      }
      if (piece >= torsoEnd) {
        const joint = (piece - torsoEnd) % 3;
        return (joint === 2 || joint === 1 && spot.at[1] < drop + 0.26 ? shoes : bottom).colour(
          spot,
        );
      }
      if (spot.at[1] > 1.505) return plan.skin.colour(spot);
      return (spot.at[1] < waist ? bottom : top).colour(spot);
    },
  };
  const [left, right] = hands;
  return {
    head: [0, head[1] + r * 0.86, head[2]],
    hand: right,
    parts: [
      part(blob(bones, 0.06), painted),
      face(look, plan, head, r),
      hairOf(plan, head, r),
      hatOf(look, plan, head, r),
      plan.beard && plan.beard !== "none" ? beardOf(plan, head, r) : [],
      plan.belt
        ? [
          part(torus(0.2 * b, 0.07), plan.belt, { at: [0, waist, 0], scale: [1.02, 1.1, 0.82] }),
          part(box(0.11, 0.09, 0.05, 0.015), metal(hex("#d0a83c")), {
            at: [0, waist, 0.175 * b + 0.015],
          }),
        ]
        : [],
      skirtOf(plan, b, drop),
      plan.cape ? capeOf(plan.cape, b, drop) : [],
      plan.plates ? platesOf(plan.plates, b, drop) : [],
      plan.held ? group({ at: right, turn: [arms === "hold" ? 14 : 0, 0, 0] }, plan.held) : [],
      plan.offhand
        ? group({ at: [left[0] + 0.06, left[1] + 0.02, left[2] + 0.12] }, plan.offhand)
        : [],
      plan.extras ?? [],
    ],
  };
}

function armPose(
  arms: NonNullable<HumanoidPlan["arms"]>,
  side: number,
  b: number,
): { elbow: Vec3; hand: Vec3 } {
  switch (arms) {
    case "zombie":
      return {
        elbow: [side * 0.31 * b, 1.3, 0.3],
        hand: [side * 0.26 * b, 1.32 + side * 0.05, 0.62],
      };
    case "up":
      return { elbow: [side * 0.5 * b, 1.42, 0.05], hand: [side * 0.56 * b, 1.74, 0.12] };
    case "wide":
      return { elbow: [side * 0.5 * b, 1.26, 0.02], hand: [side * 0.72 * b, 1.08, 0.12] };
    case "down":
      return { elbow: [side * 0.38 * b, 1.12, 0], hand: [side * 0.42 * b, 0.86, 0.08] };
    case "hold":
      return side < 0
        ? { elbow: [-0.44 * b, 1.12, 0.05], hand: [-0.53 * b, 0.98, 0.32] }
        : { elbow: [0.42 * b, 1.12, 0.02], hand: [0.47 * b, 0.9, 0.2] };
  }
}

function face(look: Look, plan: HumanoidPlan, [, y, z]: Vec3, r: number): Parts {
  const { mouth = "smile", ears = "human", mask } = plan;
  const dark = matte(hex("#4c2a24"));
  const shape = blob([
    lump([0, y, z], [r * 0.92, r, r * 0.94]),
    lump([0, y - r * 0.42, z + r * 0.1], [r * 0.66, r * 0.58, r * 0.72]),
  ], 0.08);
  const covered: Material = mask
    ? {
      ...mask,
      colour: (spot) =>
        (Math.abs(spot.at[1] - y - r * 0.06) < r * 0.24 && spot.at[2] > z + r * 0.3
          ? plan.skin
          : mask).colour(spot),
    }
    : plan.skin;
  return [
    part(shape, covered),
    plan.isEyeless ? [] : mirrored(
      part(ball(r * 0.2, r * 0.2, r * 0.1), { ...matte(hex("#fbf8f2")), gloss: 0.6 }, {
        at: [r * 0.36, y + r * 0.06, z + r * 0.84],
      }),
      eye(
        [r * 0.35, y + r * 0.05, z + r * 0.9],
        r * 0.125,
        plan.eyes ?? look.pick(["#4c3018", "#2c6494", "#3c7444", "#2b2018"]),
      ),
      part(
        tube([[r * 0.16, y + r * 0.33, z + r * 0.9], [r * 0.36, y + r * 0.4, z + r * 0.86], [
          r * 0.54,
          y + r * 0.31,
          z + r * 0.74,
        ]], r * 0.045),
        plan.hairMaterial ?? dark,
      ),
    ),
    mask ? [] : [
      part(ball(r * 0.12, r * 0.13, r * 0.14), plan.nose ?? plan.skin, {
        at: [0, y - r * 0.14, z + r * 0.96],
      }),
      mouth === "none" ? [] : mouthOf(mouth, y, z, r),
    ],
    ears === "none" || mask ? [] : mirrored(
      ears === "elf"
        ? part(
          lathe([[r * 0.2, 0], [r * 0.18, r * 0.3], [0, r * 0.95]], { smooth: true }),
          plan.skin,
          { at: [r * 0.84, y - r * 0.02, z], turn: [-12, 0, -62], scale: [0.5, 1, 1] },
        )
        : part(ball(r * 0.1, r * 0.22, r * 0.15), plan.skin, { at: [r * 0.93, y, z] }),
    ),
  ];
}

function mouthOf(mouth: "smile" | "flat" | "fangs", y: number, z: number, r: number): Parts {
  const curve = mouth === "smile" ? 0.09 : 0;
  const lips = matte(hex(mouth === "fangs" ? "#4c1418" : "#9c4a40"));
  return [
    part(
      tube([[-r * 0.28, y - r * (0.46 - curve), z + r * 0.8], [0, y - r * 0.5, z + r * 0.88], [
        r * 0.28,
        y - r * (0.46 - curve),
        z + r * 0.8,
      ]], r * (mouth === "fangs" ? 0.075 : 0.04)),
      lips,
    ),
    mouth === "fangs"
      ? mirrored(
        part(lathe([[0, -r * 0.26], [r * 0.055, 0], [0, 0.01]]), polished(hex("#fdfaf0")), {
          at: [r * 0.16, y - r * 0.46, z + r * 0.9],
        }),
      )
      : [],
  ];
}

function hairOf(
  { hair = "short", hairMaterial, hat = "none" }: HumanoidPlan,
  [, y, z]: Vec3,
  r: number,
): Parts {
  if (hair === "none" || hairMaterial === undefined) return [];
  const hidden = hat !== "none" && hat !== "tiara" && hat !== "headband" && hat !== "crown";
  const capShape = blob([
    lump([0, y + r * 0.22, z - r * 0.16], [r * 1.0, r * 0.9, r * 0.98]),
    lump([0, y - r * 0.1, z - r * 0.4], [r * 0.88, r * 0.8, r * 0.68]),
  ], 0.06);
  const cap = hidden
    ? part(lump2([0, y - r * 0.12, z - r * 0.35], [r * 0.9, r * 0.75, r * 0.7]), hairMaterial)
    : part(capShape, hairMaterial, { bump: { height: 0.012, scale: 16 } });
  switch (hair) {
    case "long":
      return [
        cap,
        part(
          blob([
            lump([0, y - r * 0.1, z - r * 0.55], [r * 0.95, r * 0.9, r * 0.5]),
            bone([0, y - r * 0.4, z - r * 0.62], [0, y - r * 2.4, z - r * 0.75], r * 0.72, r * 0.5),
            bone(
              [r * 0.8, y, z - r * 0.1],
              [r * 0.86, y - r * 1.9, z + r * 0.05],
              r * 0.26,
              r * 0.18,
            ),
            bone(
              [-r * 0.8, y, z - r * 0.1],
              [-r * 0.86, y - r * 1.9, z + r * 0.05],
              r * 0.26,
              r * 0.18,
            ),
          ], 0.08),
          hairMaterial,
          { bump: { height: 0.02, scale: 12 } },
        ),
        hidden ? [] : mirrored(
          part(
            tube([[0.02, y + r * 1.02, z + r * 0.2], [r * 0.55, y + r * 0.85, z + r * 0.6], [
              r * 0.9,
              y + r * 0.25,
              z + r * 0.4,
            ]], [r * 0.16, r * 0.18, r * 0.14]),
            hairMaterial,
          ),
        ),
      ];
    case "bun":
      return [
        cap,
        hidden ? [] : part(ball(r * 0.42), hairMaterial, {
          at: [0, y + r * 1.12, z - r * 0.4],
          bump: { height: 0.015, scale: 18 },
        }),
      ];
    case "ponytail":
      return [
        cap,
        part(
          tube([[0, y + r * 0.5, z - r * 0.95], [0, y + r * 0.3, z - r * 1.6], [
            0,
            y - r * 0.8,
            z - r * 1.7,
          ], [0, y - r * 1.6, z - r * 1.5]], [r * 0.22, r * 0.36, r * 0.3, 0.02]),
          hairMaterial,
        ),
      ];
    case "curly":
      return row(34, (i) => {
        const t = 1 - 1.35 * (i + 0.5) / 34;
        const a = i * 2.399963;
        const s = Math.sqrt(1 - t * t);
        if (s * Math.cos(a) > 0.35 && t < 0.42) return [];
        return part(ball(r * 0.33), hairMaterial, {
          at: [
            s * Math.sin(a) * r,
            y + r * 0.15 + t * r * 0.95,
            z - r * 0.1 + s * Math.cos(a) * r * 0.95,
          ],
          bump: { height: 0.02, scale: 14 },
        });
      });
    case "spiky":
      return [
        cap,
        row(16, (i) => {
          const t = 1 - (i + 0.5) / 16 * 0.9;
          const a = i * 2.399963;
          return group(
            { at: [0, y + r * 0.2, z - r * 0.15], turn: [0, a * 57.3, 0] },
            group(
              { turn: [Math.acos(t) * 57.3, 0, 0] },
              part(lathe([[r * 0.3, r * 0.75], [0, r * 1.65]]), hairMaterial),
            ),
          );
        }),
      ];
    default:
      return [
        cap,
        hidden ? [] : part(
          tube([[-r * 0.6, y + r * 0.72, z + r * 0.62], [0, y + r * 0.86, z + r * 0.68], [
            r * 0.6,
            y + r * 0.66,
            z + r * 0.6,
          ]], [r * 0.16, r * 0.22, r * 0.14]),
          hairMaterial,
        ),
      ];
  }
}

function lump2(at: Vec3, radii: Vec3) {
  return blob([lump(at, radii)], 0.05);
}

function beardOf(
  { beard, hairMaterial, skin: fallback }: HumanoidPlan,
  [, y, z]: Vec3,
  r: number,
): Parts {
  const material = hairMaterial ?? fallback;
  const moustache = mirrored(
    part(
      tube([[0, y - r * 0.34, z + r * 0.98], [r * 0.3, y - r * 0.38, z + r * 0.9], [
        r * 0.55,
        y - r * 0.5,
        z + r * 0.68,
      ]], [r * 0.12, r * 0.11, 0.012]),
      material,
    ),
  );
  if (beard === "moustache") return moustache;
  const long = beard === "long";
  return [
    moustache,
    part(
      blob([
        lump([0, y - r * 0.72, z + r * 0.5], [r * 0.62, r * 0.42, r * 0.42]),
        bone(
          [r * 0.72, y - r * 0.15, z + r * 0.22],
          [r * 0.4, y - r * 0.75, z + r * 0.5],
          r * 0.16,
          r * 0.22,
        ),
        bone(
          [-r * 0.72, y - r * 0.15, z + r * 0.22],
          [-r * 0.4, y - r * 0.75, z + r * 0.5],
          r * 0.16,
          r * 0.22,
        ),
        ...(long
          ? [bone([0, y - r * 0.8, z + r * 0.6], [0, y - r * 2.6, z + r * 0.8], r * 0.52, r * 0.08)]
          : []),
      ], 0.07),
      material,
      { bump: { height: 0.015, scale: 16 } },
    ),
  ];
}

function skirtOf(
  { skirt = "none", skirtMaterial, bottom }: HumanoidPlan,
  b: number,
  drop: number,
): Parts {
  if (skirt === "none") return [];
  const material = skirtMaterial ?? bottom;
  const hem = skirt === "long" ? 0.04 + drop : 0.58;
  const wide = skirt === "long" ? 0.46 : 0.36;
  const folds = (a: number, v: number) => 1 + 0.07 * Math.cos(a * 9) * (1 - v);
  return part(
    lathe([
      [wide * b * 0.95, hem],
      [wide * b, hem + 0.02],
      [wide * 0.72 * b, hem + (1.08 - hem) * 0.5],
      [0.215 * b, 1.06],
      [0.205 * b, 1.16],
    ], { smooth: true, ribs: folds }),
    material,
    { scale: [1, 1, 0.86], thin: true },
  );
}

function capeOf(material: Material, b: number, drop: number): Parts {
  const surface = sheet((u, v) => {
    const side = 2 * u - 1;
    const spread = (0.26 + 0.26 * v) * b;
    const fold = 0.05 * v * Math.cos(side * 9);
    return [
      -side * spread,
      1.46 - v * (1.28 - drop),
      -0.12 - 0.14 * v * (1.2 - side * side * 0.5) - fold + (v < 0.12 ? Math.abs(side) * 0.12 : 0),
    ];
  });
  return [
    part(surface, material, { thin: true }),
    part(surface, { ...material, colour: (spot) => shade(material.colour(spot), 0.8) }, {
      thin: true,
      at: [0, 0, 0.012],
    }),
    part(
      tube([[-0.24 * b, 1.44, 0.02], [0, 1.47, 0.12 * b], [0.24 * b, 1.44, 0.02]], 0.035),
      material,
    ),
  ];
}

function platesOf(material: Material, b: number, drop: number): Parts {
  return [
    mirrored(
      [0, 1].map((i) =>
        part(
          lathe([[0.135 - i * 0.012, -0.06], [0.14, 0], [0.1, 0.09], [0, 0.12]], { smooth: true }),
          material,
          { at: [(0.27 + i * 0.035) * b, 1.4 - i * 0.08, 0], turn: [0, 0, -25] },
        )
      ),
      part(ball(0.095 * b, 0.1, 0.08), material, { at: [0.14 * b, 0.52 + drop * 0.4, 0.06] }),
      part(lathe([[0.085 * b, 0], [0.11 * b, 0.24]]), material, {
        at: [0.145 * b, 0.14 + drop, 0],
      }),
    ),
    part(
      lathe(
        [[0.2 * b, 1.05], [0.235 * b, 1.2], [0.25 * b, 1.34], [0.2 * b, 1.44], [0.12 * b, 1.5]],
        { smooth: true },
      ),
      material,
      { scale: [1.02, 1, 0.82] },
    ),
    around(
      8,
      () =>
        part(box(0.14 * b, 0.2, 0.03, 0.02), material, {
          at: [0, 0.9, 0.2 * b],
          turn: [-12, 0, 0],
        }),
    ),
  ];
}

function hatOf(look: Look, plan: HumanoidPlan, [, y, z]: Vec3, r: number): Parts {
  const { hat = "none" } = plan;
  if (hat === "none") return [];
  const fallback: Partial<Record<Hat, Material>> = {
    crown: metal(hex("#e0b03c")),
    tiara: metal(hex("#e0b03c")),
    chef: cloth(hex("#fbfaf6")),
    knight: metal(hex("#a8b0ba")),
    viking: metal(hex("#8c8478")),
    samurai: metal(hex("#33363c")),
    straw: cloth(hex("#dcc078")),
    space: polished(hex("#f2f2f0")),
  };
  const material = plan.hatMaterial ?? fallback[hat] ?? look.skin("hat", cloth, "#4c3424");
  const gold = metal(hex("#e0b03c"));
  const brim = (inner: number, outer: number, curl = 0): Parts =>
    part(lathe([[inner, 0], [outer, curl], [outer, curl + 0.02], [inner, 0.03]]), material);
  switch (hat) {
    case "wizard":
      return group(
        { at: [0, y + r * 0.52, z - r * 0.05], turn: [-6, 0, 0] },
        brim(r * 0.8, r * 1.85),
        part(
          tube(
            [[0, 0, 0], [0, r * 0.9, -0.02], [0.02, r * 1.9, -0.06], [0.09, r * 2.6, -0.16], [
              0.2,
              r * 2.9,
              -0.2,
            ]],
            [r * 1.02, r * 0.72, r * 0.42, r * 0.2, 0.02],
            { open: true },
          ),
          material,
        ),
        part(torus(r * 0.98, r * 0.2), look.skin("accent band", leather, "#c8a03c"), {
          at: [0, 0.06, 0],
        }),
        row(5, (i) =>
          part(extrude(star(5, 0.045, 0.02), 0.02), gold, {
            at: [
              Math.sin(i * 1.3) * r * 0.72,
              r * (0.7 + 0.28 * i),
              Math.cos(i * 1.3) * r * (0.78 - i * 0.12),
            ],
            turn: [0, i * 74, 0],
          })),
      );
    case "cowboy":
      return group(
        { at: [0, y + r * 0.56, z] },
        part(
          sheet((u, v) => {
            const a = 2 * Math.PI * u;
            const q = r * (0.85 + 0.95 * v);
            return [
              q * Math.sin(a),
              v * v * r * 0.55 * Math.abs(Math.sin(a)),
              q * Math.cos(a) * 1.05,
            ];
          }),
          material,
          { thin: true },
        ),
        part(
          lathe([[r * 0.95, -0.02], [r * 0.9, r * 0.4], [r * 0.72, r * 0.85], [r * 0.3, r * 0.78], [
            0,
            r * 0.72,
          ]], { smooth: true }),
          material,
        ),
        part(torus(r * 0.93, r * 0.14), leather(hex("#33241c")), { at: [0, r * 0.1, 0] }),
      );
    case "crown":
      return group(
        { at: [0, y + r * 0.62, z] },
        part(
          lathe([[r * 0.82, 0], [r * 0.9, r * 0.32], [r * 0.84, r * 0.32], [r * 0.78, 0.02]]),
          gold,
        ),
        around(
          8,
          (
            i,
          ) => [
            part(lathe([[r * 0.17, 0], [0, r * 0.5]], { sides: 4 }), gold, {
              at: [0, r * 0.28, r * 0.86],
            }),
            part(ball(r * 0.1), polished(hex(["#c8203c", "#2864c8"][i % 2])), {
              at: [0, r * 0.18, r * 0.9],
            }),
          ],
        ),
      );
    case "tiara":
      return group(
        { at: [0, y + r * 0.66, z + r * 0.1], turn: [-18, 0, 0] },
        part(torus(r * 0.86, r * 0.1, 0.5), gold),
        row(5, (_, t) =>
          group(
            { turn: [0, (t - 0.5) * 100, 0] },
            part(
              lathe([[r * 0.1, 0], [0, r * (0.62 - Math.abs(t - 0.5) * 0.7)]], { sides: 4 }),
              gold,
              { at: [0, 0.02, r * 0.88] },
            ),
            part(ball(r * 0.08), polished(hex("#e84c8c")), { at: [0, r * 0.12, r * 0.92] }),
          )),
      );
    case "knight":
      return [
        part(
          lathe([[r * 0.92, y - r * 1.0], [r * 1.1, y - r * 0.6], [r * 1.14, y + r * 0.3], [
            r * 0.85,
            y + r * 0.95,
          ], [0, y + r * 1.2]], { smooth: true }),
          material,
          { at: [0, 0, z] },
        ),
        part(
          lathe([[r * 1.17, y + r * 0.0], [r * 1.175, y + r * 0.2]], { turn: 0.38 }),
          matte(hex("#141518")),
          { at: [0, 0, z] },
        ),
        row(
          4,
          (i) =>
            part(box(r * 0.05, r * 0.42, 0.03, 0.005), matte(hex("#141518")), {
              at: [(i - 1.5) * r * 0.24, y - r * 0.48, z + r * 1.06 - Math.abs(i - 1.5) * 0.012],
            }),
        ),
        part(
          tube([[0, y + r * 1.15, z - r * 0.1], [0, y + r * 1.75, z - r * 0.35], [
            0,
            y + r * 1.5,
            z - r * 1.2,
          ], [0, y + r * 0.6, z - r * 1.6]], [r * 0.14, r * 0.28, r * 0.3, 0.02]),
          look.skin("plume accent feather", cloth, ["#b8242c", "#2c4ca8"]),
        ),
      ];
    case "viking":
      return [
        part(
          lathe([[r * 1.02, y + r * 0.2], [r * 1.02, y + r * 0.45], [r * 0.7, y + r * 0.98], [
            0,
            y + r * 1.2,
          ]], { smooth: true }),
          material,
          { at: [0, 0, z] },
        ),
        part(torus(r * 1.02, r * 0.2), gold, { at: [0, y + r * 0.28, z] }),
        mirrored(
          part(
            tube(
              [[r * 0.9, y + r * 0.5, z], [r * 1.5, y + r * 0.7, z], [r * 1.7, y + r * 1.5, z]],
              [r * 0.24, r * 0.2, 0.015],
            ),
            polished(hex("#efe4c8")),
          ),
        ),
      ];
    case "chef":
      return group(
        { at: [0, y + r * 0.62, z - r * 0.05] },
        part(cylinder(r * 0.85, r * 0.6), material, { at: [0, r * 0.25, 0] }),
        part(
          blob(
            [0, 1, 2, 3, 4].map((i) =>
              lump(
                [Math.sin(i * 1.257) * r * 0.6, r * 0.95, Math.cos(i * 1.257) * r * 0.6],
                r * 0.58,
              )
            ).concat([lump([0, r * 1.15, 0], r * 0.62)]),
            0.05,
          ),
          material,
        ),
      );
    case "tricorn":
      return group(
        { at: [0, y + r * 0.55, z] },
        part(
          sheet((u, v) => {
            const a = 2 * Math.PI * u;
            const q = r * (0.85 + 0.8 * v * (1 - 0.12 * Math.cos(3 * a)));
            return [
              q * Math.sin(a),
              v * r * (0.38 + 0.42 * Math.cos(3 * a + Math.PI)),
              q * Math.cos(a),
            ];
          }),
          material,
          { thin: true },
        ),
        part(
          lathe([[r * 0.95, -0.02], [r * 0.85, r * 0.55], [0, r * 0.78]], { smooth: true }),
          material,
        ),
        part(
          extrude(
            [[-0.06, 0], [0.06, 0], [0.06, 0.06], [0.03, 0.1], [-0.03, 0.1], [-0.06, 0.06]],
            0.02,
          ),
          matte(hex("#fbfaf4")),
          { at: [0, 0.06, r * 1.12] },
        ),
      );
    case "tophat":
      return group(
        { at: [0, y + r * 0.66, z] },
        brim(r * 0.7, r * 1.35, 0.01),
        part(cylinder(r * 0.82, r * 1.5, r * 0.88), material, { at: [0, r * 0.75, 0] }),
        part(cylinder(r * 0.85, r * 0.3), look.skin("band accent", cloth, "#b8242c"), {
          at: [0, r * 0.2, 0],
        }),
      );
    case "hood":
      return part(
        sheet((u, v) => {
          const a = (2 * u - 1) * Math.PI * 0.74 + Math.PI;
          const t = v * Math.PI * 0.62;
          const q = r * 1.22;
          return [
            q * Math.sin(a) * Math.cos(t * 0.85 - 0.45),
            y - r * 0.25 + q * (1.25 * Math.sin(t) * 1.05 - 0.55 * (1 - v)),
            z + q * Math.cos(a) * Math.cos(t * 0.85 - 0.45) * 1.05,
          ];
        }),
        material,
        { thin: true },
      );
    case "space":
      return [
        part(ball(r * 1.42, r * 1.36, r * 1.4), {
          ...material,
          colour: (spot) =>
            spot.at[2] > z + r * 0.5 && Math.abs(spot.at[0]) < r * 0.98 &&
              Math.abs(spot.at[1] - y) < r * 0.8
              ? hex("#d89a2c")
              : material.colour(spot),
        }, { at: [0, y, z] }),
        part(extrude(star(4, 0.001, 0.001), 0.001), material),
        part(ball(r * 1.06, r * 0.9, r * 0.5), { ...glass(hex("#e8a838")), opacity: 1, gloss: 1 }, {
          at: [0, y, z + r * 1.02],
        }),
        mirrored(
          part(cylinder(r * 0.3, 0.07), polished(hex("#c4c8ce")), {
            at: [r * 1.38, y, z],
            turn: [0, 0, 90],
          }),
        ),
        part(torus(r * 1.0, r * 0.3), polished(hex("#c4c8ce")), { at: [0, y - r * 1.15, z] }),
      ];
    case "samurai":
      return [
        part(
          lathe([[r * 1.04, y + r * 0.15], [r * 1.0, y + r * 0.55], [r * 0.7, y + r * 1.0], [
            0,
            y + r * 1.18,
          ]], { smooth: true, ribs: (a) => 1 + 0.02 * Math.cos(a * 14) }),
          material,
          { at: [0, 0, z] },
        ),
        [0, 1, 2].map((i) =>
          part(
            lathe([[r * (1.12 + i * 0.18), y + r * (0.05 - i * 0.28)], [
              r * (1.02 + i * 0.14),
              y + r * (0.25 - i * 0.26),
            ]], { turn: 0.66 }),
            i % 2 ? look.skin("accent", cloth, "#b8242c") : material,
            { at: [0, 0, z], turn: [0, 180, 0], thin: true },
          )
        ),
        mirrored(
          part(
            tube(
              [[0.02, y + r * 0.72, z + r * 0.9], [r * 0.55, y + r * 1.25, z + r * 1.0], [
                r * 0.75,
                y + r * 2.0,
                z + r * 0.9,
              ]],
              [0.03, 0.035, 0.008],
              { flat: 2 },
            ),
            gold,
          ),
        ),
        part(ball(r * 0.16), gold, { at: [0, y + r * 0.68, z + r * 0.94] }),
      ];
    case "cap":
      return [
        part(
          lathe([[r * 1.02, y + r * 0.3], [r * 0.96, y + r * 0.7], [r * 0.6, y + r * 1.06], [
            0,
            y + r * 1.16,
          ]], { smooth: true }),
          material,
          { at: [0, 0, z - r * 0.05] },
        ),
        part(ball(r * 0.72, 0.025, r * 0.62), material, {
          at: [0, y + r * 0.36, z + r * 0.95],
          turn: [8, 0, 0],
        }),
      ];
    case "soldier":
      return part(
        lathe([[r * 1.2, y + r * 0.12], [r * 1.14, y + r * 0.5], [r * 0.85, y + r * 1.0], [
          0,
          y + r * 1.24,
        ]], { smooth: true }),
        material,
        { at: [0, 0, z], scale: [1, 1, 1.06] },
      );
    case "straw":
      return group(
        { at: [0, y + r * 0.5, z] },
        part(lathe([[r * 2.0, -0.06], [r * 1.0, r * 0.35], [0, r * 1.0]]), material, {
          thin: true,
        }),
      );
    case "santa":
      return group(
        { at: [0, y + r * 0.45, z] },
        part(torus(r * 0.95, r * 0.34), fur(hex("#fbfaf6")), { at: [0, 0.02, 0] }),
        part(
          tube([[0, 0, 0], [0, r * 0.8, 0], [0.1, r * 1.4, 0], [0.3, r * 1.3, 0.02]], [
            r * 0.98,
            r * 0.7,
            r * 0.36,
            0.05,
          ], { open: true }),
          cloth(hex("#c81e24")),
        ),
        part(ball(r * 0.3), fur(hex("#fbfaf6")), { at: [0.34, r * 1.15, 0.02] }),
      );
    case "headband":
      return [
        part(torus(r * 0.98, r * 0.2), material, { at: [0, y + r * 0.42, z] }),
        mirrored(
          part(
            tube(
              [[0.02, y + r * 0.4, z - r * 0.98], [0.08, y + r * 0.1, z - r * 1.5], [
                0.14,
                y - r * 0.4,
                z - r * 1.8,
              ]],
              [0.025, 0.045, 0.03],
              { flat: 0.4 },
            ),
            material,
          ),
        ),
      ];
  }
}

/** A row of buttons down the front. */
export function buttons(colour: string, count = 4): Parts {
  return row(
    count,
    (i) =>
      part(ball(0.022), polished(hex(colour)), { at: [0, 1.36 - i * 0.085, 0.165 + 0.006 * i] }),
  );
}

/** A pair of wings on the back, from an outline of the right one. */
export function backWings(
  outline: readonly Vec2[],
  material: Material,
  at: Vec3 = [0.06, 1.3, -0.16],
): Parts {
  return mirrored(
    part(extrude(outline, 0.03, { bevel: 0.05 }), material, { at, turn: [0, 18, 0], thin: true }),
  );
}
