/**
 * Creatures of stone, slime and elsewhere.
 *
 * @module
 */
import { HEAD, humanoid } from "../../builders/humanoid.ts";
import { eye } from "../../builders/quadruped.ts";
import {
  ball,
  blob,
  bone,
  cloth,
  fur,
  glowing,
  hex,
  lathe,
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
  skin,
  stone,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";

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

/** Creatures of stone, slime and elsewhere. */
export const ODD_CREATURES: readonly Noun[] = nounsOf("monsters", [
  ["golem, stone golem, rock golem, rock monster, elemental", 3, golem],
  ["slime, blob, jelly, ooze", 0.8, slime],
  ["alien, extraterrestrial, martian", 1.4, alien],
  ["medusa, gorgon", 1.8, medusa],
  ["monster, beast, creature, furry monster", 1.6, fluffyMonster],
]);
