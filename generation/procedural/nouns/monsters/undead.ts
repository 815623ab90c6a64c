/**
 * The undead.
 *
 * @module
 */
import { HEAD, humanoid } from "../../builders/humanoid.ts";
import {
  ball,
  blob,
  bone,
  cloth,
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
  row,
  sheet,
  skin,
  spotted,
  striped,
  tube,
  type Vec3,
  velvet,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";
import { scythe } from "../weapons/blades.ts";

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

/** The undead. */
export const UNDEAD: readonly Noun[] = nounsOf("monsters", [
  ["zombie, undead, ghoul", 1.8, zombie],
  ["skeleton, lich, skeleton warrior", 1.8, skeleton],
  ["ghost, phantom, spirit, specter, spectre, wraith, poltergeist", 1.5, ghost],
  ["vampire, dracula", 1.8, vampire],
  ["mummy", 1.8, mummy],
  ["grim reaper, reaper, death", 1.9, reaper],
]);
