/**
 * Birds: one body plan, many kinds.
 *
 * @module
 */
import {
  ball,
  blob,
  type Bone,
  bone,
  extrude,
  feathers,
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
  shade,
  skin,
  smoothLine,
  tube,
  type Vec3,
  where,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import type { Figure } from "../noun.ts";
import { eye } from "./quadruped.ts";

/** What kind of bird, and its colours. */
export interface BirdPlan {
  readonly kind:
    | "owl"
    | "parrot"
    | "eagle"
    | "duck"
    | "chicken"
    | "penguin"
    | "flamingo"
    | "swan"
    | "peacock"
    | "songbird";
  readonly body: Material;
  readonly belly: Material;
}

interface Build {
  /** Half axes of the trunk. */
  readonly trunk: Vec3;
  /** Height of its middle. */
  readonly y: number;
  /** Degrees by which it stands up: 0 is level, 90 is upright. */
  readonly stand: number;
  /** The neck's points; the last one is the middle of the head. */
  readonly neck: readonly Vec3[];
  readonly neckThick: number;
  readonly head: number;
  readonly legs: number;
  readonly beak: "hook" | "flat" | "cone" | "long" | "bent";
  readonly beakColour: string;
  readonly legColour: string;
}

const BUILDS: Readonly<Record<BirdPlan["kind"], Build>> = {
  owl: {
    trunk: [0.42, 0.58, 0.4],
    y: 0.72,
    stand: 90,
    neck: [[0, 1.1, 0], [0, 1.32, 0.03]],
    neckThick: 0.36,
    head: 0.4,
    legs: 0.16,
    beak: "hook",
    beakColour: "#d0a03c",
    legColour: "#d0a03c",
  },
  parrot: {
    trunk: [0.3, 0.52, 0.3],
    y: 0.85,
    stand: 68,
    neck: [[0, 1.2, 0.12], [0, 1.42, 0.2]],
    neckThick: 0.22,
    head: 0.26,
    legs: 0.2,
    beak: "hook",
    beakColour: "#2b2622",
    legColour: "#6c6460",
  },
  eagle: {
    trunk: [0.34, 0.58, 0.34],
    y: 0.9,
    stand: 62,
    neck: [[0, 1.25, 0.18], [0, 1.52, 0.26]],
    neckThick: 0.22,
    head: 0.24,
    legs: 0.34,
    beak: "hook",
    beakColour: "#f0b828",
    legColour: "#f0b828",
  },
  duck: {
    trunk: [0.42, 0.62, 0.36],
    y: 0.55,
    stand: 12,
    neck: [[0, 0.72, 0.42], [0, 1.02, 0.5], [0, 1.2, 0.52]],
    neckThick: 0.19,
    head: 0.27,
    legs: 0.16,
    beak: "flat",
    beakColour: "#f0902c",
    legColour: "#f0902c",
  },
  chicken: {
    trunk: [0.4, 0.56, 0.42],
    y: 0.72,
    stand: 24,
    neck: [[0, 0.95, 0.32], [0, 1.22, 0.42], [0, 1.36, 0.44]],
    neckThick: 0.21,
    head: 0.19,
    legs: 0.36,
    beak: "cone",
    beakColour: "#f0b02c",
    legColour: "#f0b02c",
  },
  penguin: {
    trunk: [0.46, 0.74, 0.42],
    y: 0.78,
    stand: 90,
    neck: [[0, 1.35, 0], [0, 1.55, 0.03]],
    neckThick: 0.3,
    head: 0.31,
    legs: 0.06,
    beak: "cone",
    beakColour: "#f0902c",
    legColour: "#f0902c",
  },
  flamingo: {
    trunk: [0.3, 0.46, 0.28],
    y: 1.25,
    stand: 20,
    neck: [[0, 1.35, 0.32], [0, 1.32, 0.62], [0, 1.65, 0.66], [0, 2.0, 0.46], [0, 2.25, 0.5]],
    neckThick: 0.085,
    head: 0.14,
    legs: 1.1,
    beak: "bent",
    beakColour: "#2b2426",
    legColour: "#f0809c",
  },
  swan: {
    trunk: [0.42, 0.72, 0.36],
    y: 0.48,
    stand: 8,
    neck: [[0, 0.55, 0.5], [0, 0.85, 0.78], [0, 1.25, 0.6], [0, 1.6, 0.55], [0, 1.72, 0.72]],
    neckThick: 0.11,
    head: 0.16,
    legs: 0.12,
    beak: "long",
    beakColour: "#f0802c",
    legColour: "#33302e",
  },
  peacock: {
    trunk: [0.3, 0.48, 0.3],
    y: 0.75,
    stand: 30,
    neck: [[0, 1.0, 0.28], [0, 1.3, 0.32], [0, 1.6, 0.36]],
    neckThick: 0.11,
    head: 0.14,
    legs: 0.42,
    beak: "cone",
    beakColour: "#8c8478",
    legColour: "#8c7c6c",
  },
  songbird: {
    trunk: [0.36, 0.52, 0.35],
    y: 0.68,
    stand: 34,
    neck: [[0, 0.95, 0.22], [0, 1.1, 0.3]],
    neckThick: 0.26,
    head: 0.29,
    legs: 0.24,
    beak: "cone",
    beakColour: "#e0942c",
    legColour: "#8c6c4c",
  },
};

/** Builds a bird that stands on y = 0 and looks along +z. */
export function bird(look: Look, { kind, body, belly }: BirdPlan): Figure {
  const plan = BUILDS[kind];
  const head = plan.neck[plan.neck.length - 1];
  const tilt = plan.stand - 90;
  const bones: Bone[] = [
    lump([0, plan.y, 0], plan.trunk, [90 - plan.stand, 0, 0]),
    ...plan.neck.slice(1).map((point, i) =>
      bone(plan.neck[i], point, plan.neckThick * (1.15 - 0.15 * i), plan.neckThick)
    ),
    lump(head, [plan.head * 0.96, plan.head * 0.94, plan.head]),
  ];
  void tilt;
  const isPale = (p: Vec3, normal: Vec3): boolean => {
    switch (kind) {
      case "penguin":
        return (normal[2] > 0.35 && p[1] < 1.32) ||
          (p[1] > 1.36 && p[1] < 1.56 && p[2] > 0.1 && Math.abs(p[0]) > 0.13);
      case "eagle":
        return p[1] > 1.3;
      case "owl":
        return (normal[2] > 0.5 && p[1] < 1.08) ||
          (p[1] > 1.1 && Math.hypot(Math.abs(p[0]) - 0.17, p[1] - 1.34) < 0.2 && p[2] > 0.1);
      case "songbird":
        return normal[2] - normal[1] * 0.6 > 0.45 && p[1] < 0.98;
      case "parrot":
        return false;
      case "peacock":
        return false;
      default:
        return normal[1] < -0.4;
    }
  };
  const accent = feathers(
    hex(kind === "peacock" ? "#2c8c6c" : kind === "chicken" ? "#7a3420" : "#33302c"),
  );
  const wingMaterial = kind === "parrot" || kind === "peacock"
    ? belly
    : kind === "chicken" || kind === "eagle" || kind === "owl" || kind === "songbird"
    ? darker(body)
    : kind === "penguin"
    ? body
    : kind === "flamingo"
    ? darker(body)
    : body;
  return {
    head: [0, head[1] + plan.head * 0.85, head[2]],
    parts: [
      part(blob(bones, 0.12), where(({ at, normal }) => isPale(at, normal), belly, body)),
      wings(kind, plan, wingMaterial),
      face(look, kind, plan, head),
      legs(kind, plan),
      tail(look, kind, plan, body, belly, accent),
    ],
  };
}

function darker(material: Material): Material {
  return { ...material, colour: (spot) => shade(material.colour(spot), 0.78) };
}

function wings(kind: BirdPlan["kind"], plan: Build, material: Material): Parts {
  const [w, h] = plan.trunk;
  if (kind === "penguin") {
    return mirrored(
      part(ball(0.08, 0.48, 0.2), material, { at: [w + 0.03, plan.y + 0.12, 0], turn: [0, 0, 16] }),
    );
  }
  if (kind === "eagle") {
    // Spread wings, each of a row of long feathers.
    const feather = extrude(
      smoothLine([[0, 0.09], [0.7, 0.11], [0.95, 0.02], [0.7, -0.09], [0, -0.09]], true),
      0.03,
      { bevel: 0.05 },
    );
    return mirrored(
      part(
        tube([[w * 0.5, plan.y + 0.3, 0], [w + 0.4, plan.y + 0.62, -0.08], [
          w + 0.95,
          plan.y + 0.62,
          -0.14,
        ]], [0.15, 0.12, 0.06]),
        material,
      ),
      row(
        11,
        (_, t) =>
          part(feather, material, {
            at: [w * 0.7 + t * 0.9, plan.y + 0.3 + 0.34 * Math.min(1, t * 2.2), -0.05 - t * 0.1],
            turn: [0, 8, -82 + t * 92],
            scale: 0.72 + 0.3 * t,
          }),
      ),
      row(
        9,
        (_, t) =>
          part(feather, darker(material), {
            at: [w * 0.7 + t * 0.7, plan.y + 0.34 + 0.28 * Math.min(1, t * 2), 0],
            turn: [0, 6, -84 + t * 70],
            scale: 0.5,
          }),
      ),
    );
  }
  const lean = 90 - plan.stand;
  return mirrored(
    group(
      { at: [w * 0.9, plan.y + h * 0.12, -0.04], turn: [lean, 0, 0] },
      part(
        blob([
          lump([0, 0.05, 0], [0.1, h * 0.68, plan.trunk[2] * 0.72]),
          bone([0, -h * 0.3, -0.04], [-0.04, -h * 1.02, -0.16], 0.13, 0.03),
        ], 0.06),
        material,
        { turn: [0, 0, 6] },
      ),
      row(
        4,
        (i) =>
          part(ball(0.03, h * 0.34, 0.07), darker(material), {
            at: [0.06 - i * 0.008, -h * 0.4 - i * 0.05, 0.12 - i * 0.1],
            turn: [-12, 0, 4],
          }),
      ),
    ),
  );
}

function face(look: Look, kind: BirdPlan["kind"], plan: Build, [, y, z]: Vec3): Parts {
  const r = plan.head;
  const beak = look.skin("beak", polished, plan.beakColour);
  const front = z + r * 0.86;
  const beaks: Readonly<Record<Build["beak"], () => Parts>> = {
    hook: () =>
      part(
        tube([[0, y + r * 0.05, front - 0.02], [0, y + r * 0.02, front + r * 0.42], [
          0,
          y - r * 0.42,
          front + r * 0.45,
        ]], [r * 0.3, r * 0.24, 0.012]),
        beak,
      ),
    flat: () => [
      part(
        blob([
          lump([0, y - r * 0.12, front + r * 0.35], [r * 0.48, r * 0.13, r * 0.62]),
          lump([0, y - r * 0.02, front + r * 0.05], [r * 0.36, r * 0.24, r * 0.3]),
        ], 0.05),
        beak,
      ),
      part(ball(r * 0.42, r * 0.09, r * 0.5), darker(beak), {
        at: [0, y - r * 0.3, front + r * 0.25],
      }),
    ],
    cone: () =>
      part(lathe([[r * 0.34, 0], [r * 0.22, r * 0.35], [0, r * 0.85]]), beak, {
        at: [0, y - r * 0.05, front - 0.02],
        turn: [94, 0, 0],
      }),
    long: () => [
      part(lathe([[r * 0.45, 0], [r * 0.34, r * 0.5], [0, r * 1.25]]), beak, {
        at: [0, y - r * 0.1, front - 0.04],
        turn: [100, 0, 0],
      }),
      part(ball(r * 0.3), matte(hex("#221f20")), { at: [0, y + r * 0.22, front] }),
    ],
    bent: () =>
      part(
        tube([[0, y, front - 0.03], [0, y - r * 0.3, front + r * 0.75], [
          0,
          y - r * 1.3,
          front + r * 0.9,
        ]], [r * 0.5, r * 0.42, 0.02]),
        {
          ...beak,
          colour: (spot) => spot.v > 0.55 ? hex("#262022") : hex("#f6d4d4"),
        },
      ),
  };
  const isOwl = kind === "owl";
  return [
    beaks[plan.beak](),
    isOwl
      ? mirrored(
        part(ball(0.165, 0.165, 0.06), polished(hex("#f4b828")), {
          at: [0.165, y + 0.04, z + 0.34],
        }),
        part(ball(0.085, 0.085, 0.05), polished(hex("#141214")), {
          at: [0.165, y + 0.04, z + 0.38],
        }),
        part(ball(0.03), { ...matte(hex("#ffffff")), glow: 1 }, { at: [0.2, y + 0.09, z + 0.42] }),
        part(lathe([[0.11, 0], [0, 0.34]]), darker(feathers(hex("#8c6844"))), {
          at: [0.24, y + 0.3, z],
          turn: [0, 0, -24],
        }),
      )
      : mirrored(
        kind === "parrot"
          ? part(ball(r * 0.42, r * 0.4, r * 0.2), skin(hex("#f4efe6")), {
            at: [r * 0.66, y + r * 0.08, z + r * 0.58],
            turn: [0, 50, 0],
          })
          : [],
        eye(
          [r * 0.66, y + r * 0.22, z + r * 0.66],
          Math.max(0.035, r * 0.19),
          kind === "eagle" ? "#f0c02c" : "#17131a",
        ),
      ),
    kind === "chicken"
      ? [
        row(4, (_, t) =>
          part(ball(0.05, 0.11 - Math.abs(t - 0.4) * 0.08, 0.07), polished(hex("#d0241c")), {
            at: [0, y + r * 0.95 + 0.03, z + 0.16 - t * 0.32],
          })),
        mirrored(
          part(ball(0.045, 0.1, 0.045), polished(hex("#d0241c")), {
            at: [0.05, y - r * 0.75, z + r * 0.85],
          }),
        ),
      ]
      : [],
    kind === "peacock"
      ? row(
        5,
        (
          _,
          t,
        ) => [
          part(
            limb([0, y + r * 0.8, z - 0.02], [(t - 0.5) * 0.2, y + r * 2.4, z - 0.1], 0.01),
            matte(hex("#1c5cb4")),
          ),
          part(ball(0.035), polished(hex("#2cb4a0")), {
            at: [(t - 0.5) * 0.2, y + r * 2.45, z - 0.1],
          }),
        ],
      )
      : [],
  ];
}

function legs(kind: BirdPlan["kind"], plan: Build): Parts {
  const horn = matte(hex(plan.legColour));
  const top = plan.y - plan.trunk[kind === "owl" || kind === "penguin" ? 1 : 2] * 0.7;
  const thick = kind === "flamingo" ? 0.028 : 0.045;
  const z = kind === "flamingo" ? 0 : 0.04;
  const x = plan.trunk[0] * 0.42;
  if (kind === "duck" || kind === "penguin" || kind === "swan") {
    return mirrored(
      part(limb([x, top, z], [x, 0.06, z + 0.06], 0.05), horn),
      part(
        extrude(
          [[-0.05, 0], [0.05, 0], [0.17, 0.3], [0.06, 0.26], [0, 0.32], [-0.06, 0.26], [
            -0.17,
            0.3,
          ]],
          0.045,
          { bevel: 0.03 },
        ),
        horn,
        { at: [x, 0.03, z + 0.02], turn: [90, 0, 0], scale: [1, 1, 1] },
      ),
    );
  }
  const foot = (dx: number): Parts =>
    [0, 35, -35, 180].map((turn) =>
      group(
        { at: [dx, 0.03, z + 0.02], turn: [0, turn, 0] },
        part(limb([0, 0, 0], [0, 0, turn === 180 ? 0.12 : 0.22], thick * 0.8, thick * 0.4), horn),
      )
    );
  return [
    mirrored(part(limb([x, top, z], [x, 0.05, z + 0.02], thick), horn)),
    kind === "flamingo" ? mirrored(part(ball(0.05), horn, { at: [x, 0.55, z + 0.02] })) : [],
    foot(x),
    foot(-x),
  ];
}

function tail(
  look: Look,
  kind: BirdPlan["kind"],
  plan: Build,
  body: Material,
  belly: Material,
  accent: Material,
): Parts {
  const back = -plan.trunk[1] * Math.cos(plan.stand * Math.PI / 180) - plan.trunk[2] * 0.35;
  const low = plan.y - plan.trunk[1] * Math.sin(plan.stand * Math.PI / 180) * 0.75;
  const feather = (long: number, wide: number) =>
    extrude(
      smoothLine([[0, 0], [wide, long * 0.5], [wide * 0.8, long * 0.9], [0, long], [
        -wide * 0.8,
        long * 0.9,
      ], [-wide, long * 0.5]], true),
      0.02,
      { bevel: 0.03 },
    );
  if (kind === "peacock") {
    // A fan behind the bird, of long feathers with an eye at the end of each.
    const fan = (count: number, long: number, z: number): Parts =>
      row(count, (_, t) => {
        const a = (t - 0.5) * 2.9;
        return group(
          { at: [0, plan.y - 0.1, z], turn: [0, 0, -a * 180 / Math.PI] },
          part(feather(long, 0.13), belly, { thin: true }),
          part(ball(0.1, 0.13, 0.02), polished(hex("#c8a02c")), { at: [0, long - 0.17, 0.015] }),
          part(ball(0.065, 0.085, 0.025), polished(hex("#2cb4c8")), { at: [0, long - 0.17, 0.02] }),
          part(ball(0.035, 0.045, 0.03), polished(hex("#1c2c7c")), { at: [0, long - 0.18, 0.025] }),
        );
      });
    return [fan(17, 1.7, -0.38), fan(14, 1.25, -0.32), fan(11, 0.85, -0.26)];
  }
  if (kind === "chicken") {
    const plume = look.says("rooster") || look.random() < 0.5 ? accent : belly;
    return row(
      7,
      (i) =>
        part(
          tube(
            [[0, plan.y + 0.1, back + 0.2], [
              (i - 3) * 0.03,
              plan.y + 0.6 - Math.abs(i - 3) * 0.04,
              back - 0.1,
            ], [(i - 3) * 0.06, plan.y + 0.55 - i * 0.1, back - 0.42]],
            [0.1, 0.09, 0.015],
            { flat: 0.5 },
          ),
          plume,
        ),
    );
  }
  const long: Partial<Record<BirdPlan["kind"], number>> = {
    parrot: 0.95,
    eagle: 0.62,
    songbird: 0.5,
    owl: 0.36,
    duck: 0.3,
    swan: 0.34,
    flamingo: 0.26,
    penguin: 0.2,
  };
  const up = kind === "duck" || kind === "swan"
    ? 35
    : kind === "owl" || kind === "penguin"
    ? -60
    : kind === "flamingo"
    ? -15
    : -48;
  return row(
    5,
    (i) =>
      part(
        feather(long[kind] ?? 0.4, 0.085),
        kind === "eagle" ? belly : i % 2 ? body : darker(body),
        {
          at: [
            (i - 2) * 0.04,
            kind === "duck" || kind === "swan" || kind === "flamingo" ? plan.y + 0.08 : low + 0.14,
            back + 0.12,
          ],
          turn: [-90 + up + Math.abs(i - 2) * 2, 0, (i - 2) * -9],
          thin: true,
        },
      ),
  );
}
