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
  extrude,
  fur,
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
  torus,
  tube,
  type Vec2,
  type Vec3,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import type { Figure } from "../noun.ts";
import { beardOf, hairOf } from "./hair.ts";
import { hatOf } from "./hats.ts";
import type { HumanoidPlan } from "./humanoid_plan.ts";
import { eye } from "./quadruped.ts";

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
