/**
 * Small furry animals, and the monkey.
 *
 * @module
 */
import { eye } from "../../builders/quadruped.ts";
import {
  ball,
  blob,
  bone,
  fur,
  gradient,
  hex,
  lathe,
  limb,
  lump,
  matte,
  mirrored,
  part,
  polished,
  row,
  skin,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";

function rabbit(look: Look): Figure {
  const hair = look.skin("primary fur", fur, ["#b09878", "#e8e0d4", "#8c8480"]);
  const white = fur(hex("#f6f2ea"));
  const pink = skin(hex("#eeb0ac"));
  return {
    head: [0, 1.55, 0.3],
    hand: [0, 0.6, 0.66],
    parts: [
      part(
        blob([
          lump([0, 0.5, -0.12], [0.46, 0.5, 0.56]),
          lump([0, 0.85, 0.12], [0.33, 0.4, 0.34]),
          lump([0, 1.22, 0.28], [0.31, 0.28, 0.32]),
          lump([0, 1.14, 0.48], [0.17, 0.13, 0.14]),
        ], 0.14),
        where(({ at }) => at[2] > 0.36 && at[1] < 0.98 && Math.abs(at[0]) < 0.24, white, hair),
      ),
      mirrored(
        part(
          blob([
            bone([0.13, 1.42, 0.2], [0.18, 2.02, 0.12], 0.09, 0.1),
            lump([0.18, 1.95, 0.12], [0.11, 0.2, 0.07]),
          ], 0.06),
          hair,
        ),
        part(ball(0.06, 0.28, 0.03), pink, { at: [0.165, 1.82, 0.215], turn: [-8, 0, -5] }),
        part(
          blob([
            lump([0.36, 0.3, -0.14], [0.2, 0.32, 0.34]),
            lump([0.34, 0.09, 0.2], [0.13, 0.1, 0.34]),
          ], 0.1),
          hair,
        ),
        part(
          blob([
            bone([0.18, 0.7, 0.36], [0.19, 0.16, 0.44], 0.11, 0.085),
            lump([0.19, 0.09, 0.5], [0.1, 0.08, 0.14]),
          ], 0.06),
          hair,
        ),
        eye([0.235, 1.27, 0.47], 0.062, "#241a18"),
      ),
      part(ball(0.045, 0.035, 0.03), pink, { at: [0, 1.19, 0.61] }),
      part(ball(0.19), white, { at: [0, 0.42, -0.68] }),
    ],
  };
}

function mouse(look: Look): Figure {
  const hair = look.skin("primary fur", fur, ["#9c9490", "#b08c68", "#e8e4e0"]);
  const pink = skin(hex("#eab0a8"));
  return {
    head: [0, 0.95, 0.5],
    parts: [
      part(
        blob([
          lump([0, 0.45, -0.2], [0.44, 0.42, 0.58]),
          lump([0, 0.58, 0.42], [0.29, 0.28, 0.34]),
          lump([0, 0.5, 0.76], [0.12, 0.11, 0.16]),
        ], 0.16),
        hair,
      ),
      mirrored(
        part(ball(0.27, 0.27, 0.06), hair, { at: [0.3, 0.9, 0.26], turn: [0, 14, -12] }),
        part(ball(0.2, 0.2, 0.05), pink, { at: [0.305, 0.9, 0.295], turn: [0, 14, -12] }),
        part(ball(0.1, 0.05, 0.16), pink, { at: [0.24, 0.05, 0.38] }),
        part(ball(0.11, 0.06, 0.2), pink, { at: [0.34, 0.06, -0.25] }),
        eye([0.18, 0.66, 0.66], 0.062, "#17120f"),
        [0.04, -0.02].map((dy) =>
          part(
            limb([0.06, 0.5 + dy, 0.84], [0.36, 0.52 + dy * 4, 0.86], 0.008),
            matte(hex("#f4f0ec")),
          )
        ),
      ),
      part(ball(0.055), pink, { at: [0, 0.53, 0.92] }),
      part(
        tube([[0, 0.25, -0.72], [0.1, 0.1, -1.0], [0.35, 0.08, -1.15], [0.5, 0.25, -1.35], [
          0.42,
          0.45,
          -1.5,
        ]], [0.07, 0.055, 0.045, 0.035, 0.015]),
        pink,
      ),
    ],
  };
}

function squirrel(look: Look): Figure {
  const hair = look.skin("primary fur", fur, ["#b4642c", "#7c7470"]);
  const pale = look.skin("secondary belly", fur, "#f4e6d0");
  return {
    head: [0, 1.4, 0.3],
    hand: [0, 0.78, 0.56],
    parts: [
      part(
        blob([
          lump([0, 0.45, 0], [0.36, 0.46, 0.38]),
          lump([0, 0.85, 0.14], [0.25, 0.3, 0.24]),
          lump([0, 1.15, 0.26], [0.23, 0.22, 0.25]),
          lump([0, 1.08, 0.46], [0.1, 0.09, 0.1]),
        ], 0.12),
        where(({ at }) => at[2] > 0.24 && Math.abs(at[0]) < 0.2 && at[1] < 1.0, pale, hair),
      ),
      part(
        tube([[0, 0.2, -0.35], [0, 0.45, -0.75], [0, 1.05, -0.78], [0, 1.55, -0.6], [
          0,
          1.75,
          -0.85,
        ], [0, 1.6, -1.02]], [0.12, 0.27, 0.33, 0.3, 0.22, 0.07]),
        { ...hair, fuzz: 0.035 },
      ),
      mirrored(
        part(lathe([[0.08, 0], [0.07, 0.1], [0, 0.24]], { smooth: true }), hair, {
          at: [0.14, 1.32, 0.2],
          turn: [0, 0, -14],
        }),
        part(
          blob([
            lump([0.28, 0.28, 0.02], [0.16, 0.26, 0.28]),
            lump([0.26, 0.06, 0.28], [0.1, 0.07, 0.24]),
          ], 0.06),
          hair,
        ),
        part(
          tube([[0.2, 0.88, 0.22], [0.24, 0.72, 0.4], [0.08, 0.76, 0.52]], [0.085, 0.07, 0.055]),
          hair,
        ),
        eye([0.17, 1.2, 0.42], 0.05, "#17120f"),
      ),
      part(ball(0.035), matte(hex("#3c2820")), { at: [0, 1.1, 0.55] }),
      part(ball(0.12, 0.14, 0.12), polished(hex("#a8743c")), { at: [0, 0.76, 0.56] }),
      part(lathe([[0, -0.02], [0.135, 0], [0.1, 0.08], [0, 0.1]]), matte(hex("#5c4028")), {
        at: [0, 0.82, 0.56],
      }),
    ],
  };
}

function monkey(look: Look): Figure {
  const hair = look.skin(
    "primary fur",
    fur,
    look.says("gorilla") ? "#2b2b30" : ["#6c4428", "#8c5c34"],
  );
  const face = look.skin(
    "secondary face belly",
    skin,
    look.says("gorilla") ? "#4c4648" : "#e0b48c",
  );
  const bulky = look.says("gorilla") ? 1.35 : 1;
  return {
    head: [0, 1.62, 0.06],
    hand: [0.62 * bulky, 0.32, 0.3],
    parts: [
      part(
        blob([
          lump([0, 0.45, -0.05], [0.36 * bulky, 0.42, 0.32 * bulky]),
          lump([0, 0.85, 0], [0.3 * bulky, 0.34, 0.26 * bulky]),
          lump([0, 1.34, 0.05], [0.29, 0.29, 0.27]),
        ], 0.12),
        where(
          ({ at }) =>
            at[2] > 0.16 && Math.abs(at[0]) < 0.22 * bulky && at[1] > 0.25 && at[1] < 0.95,
          face,
          hair,
        ),
      ),
      part(
        blob([
          lump([0.1, 1.4, 0.24], [0.14, 0.15, 0.09]),
          lump([-0.1, 1.4, 0.24], [0.14, 0.15, 0.09]),
          lump([0, 1.25, 0.28], [0.19, 0.14, 0.14]),
        ], 0.06),
        face,
      ),
      mirrored(
        part(ball(0.05, 0.13, 0.13), face, { at: [0.33, 1.38, 0.03] }),
        part(
          blob([
            bone([0.3 * bulky, 1.02, 0], [0.56 * bulky, 0.62, 0.1], 0.13 * bulky, 0.1 * bulky),
            bone([0.56 * bulky, 0.62, 0.1], [0.6 * bulky, 0.25, 0.28], 0.1 * bulky, 0.08),
          ], 0.05),
          hair,
        ),
        part(ball(0.1, 0.08, 0.12), face, { at: [0.61 * bulky, 0.18, 0.32] }),
        part(
          blob([
            bone([0.22, 0.35, 0.05], [0.42, 0.32, 0.42], 0.18, 0.12),
            bone([0.42, 0.32, 0.42], [0.32, 0.06, 0.38], 0.12, 0.08),
          ], 0.05),
          hair,
        ),
        part(ball(0.1, 0.06, 0.18), face, { at: [0.32, 0.05, 0.48] }),
        eye([0.1, 1.42, 0.32], 0.05, "#241812"),
        part(ball(0.018), matte(hex("#3c2820")), { at: [0.035, 1.3, 0.415] }),
      ),
      part(
        tube([[-0.14, 1.2, 0.385], [0, 1.175, 0.42], [0.14, 1.2, 0.385]], 0.014),
        matte(hex("#5c3428")),
      ),
      look.says("gorilla") ? [] : part(
        tube([[0, 0.2, -0.3], [0, 0.15, -0.7], [0.1, 0.5, -0.95], [0.1, 0.95, -0.85], [
          0.05,
          1.05,
          -0.65,
        ], [0.05, 0.9, -0.58]], [0.07, 0.06, 0.055, 0.05, 0.045, 0.03]),
        hair,
      ),
    ],
  };
}

function hedgehog(look: Look): Figure {
  const face = look.skin("secondary face belly", fur, "#e0c49c");
  const spines = look.skin("primary spine", matte, ["#6c5240", "#4c3c34"]);
  return {
    head: [0, 0.9, 0.5],
    parts: [
      part(
        blob([
          lump([0, 0.46, -0.1], [0.5, 0.46, 0.58]),
          lump([0, 0.42, 0.5], [0.27, 0.25, 0.26]),
          bone([0, 0.38, 0.6], [0, 0.36, 0.86], 0.13, 0.055),
        ], 0.12),
        where(({ at }) => at[2] < 0.42 && at[1] > 0.22, spines, face),
      ),
      row(260, (i) => {
        const y = 1 - 1.25 * (i + 0.5) / 260;
        const a = i * 2.399963;
        const r = Math.sqrt(1 - y * y);
        const n: Vec3 = [r * Math.cos(a), y, r * Math.sin(a)];
        if (n[2] > 0.62) return [];
        const at: Vec3 = [n[0] * 0.48, 0.46 + n[1] * 0.44, -0.1 + n[2] * 0.56];
        const tip: Vec3 = [at[0] + n[0] * 0.2, at[1] + n[1] * 0.2, at[2] + n[2] * 0.2 - 0.1];
        return part(
          limb(at, tip, 0.026, 0.006),
          gradient("v", 0.55, 0.9, spines, matte(hex("#e8dcc4"))),
          { detail: 0.4 },
        );
      }),
      part(ball(0.06), polished(hex("#17120f")), { at: [0, 0.37, 0.92] }),
      mirrored(
        eye([0.14, 0.5, 0.7], 0.045, "#17120f"),
        part(ball(0.09, 0.09, 0.04), face, { at: [0.22, 0.62, 0.52] }),
        [0.32, -0.32].map((z) => part(ball(0.1, 0.08, 0.13), face, { at: [0.26, 0.06, z] })),
      ),
    ],
  };
}

/** Small furry animals, and the monkey. */
export const SMALL_ANIMALS: readonly Noun[] = nounsOf("animals", [
  ["rabbit, bunny, hare", 0.4, rabbit],
  ["mouse, rat, hamster", 0.15, mouse],
  ["squirrel, chipmunk", 0.3, squirrel],
  ["hedgehog, porcupine", 0.25, hedgehog],
  ["monkey, chimpanzee, ape, gorilla, chimp, baboon", 1, monkey],
]);
