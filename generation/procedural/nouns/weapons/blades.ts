/**
 * Blades: swords, axes and what is thrust or thrown.
 *
 * @module
 */
import {
  around,
  ball,
  box,
  circle,
  cloth,
  cylinder,
  extrude,
  glowing,
  group,
  hex,
  lathe,
  leather,
  limb,
  matte,
  metal,
  mirrored,
  mirrorOutline,
  part,
  type Parts,
  polished,
  row,
  smoothLine,
  star,
  striped,
  torus,
  tube,
  type Vec2,
  where,
  wood,
  wornMetal,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { shaft } from "./shaft.ts";

/** A hilt from y = −length to 0: grip, guard and pommel. */
function hilt(look: Look, length: number, guard: number): Parts {
  const grip = look.skin("grip handle hilt", leather, ["#4c3020", "#3c2430", "#26282e"]);
  const fittings = look.skin("secondary guard pommel", metal, ["#c8a03c", "#8c8f96"]);
  const gem = look.skin("gem jewel accent", polished, ["#b4123a", "#1c48b0", "#129a60"]);
  return [
    part(
      cylinder(0.055, length, 0.06),
      striped("y", 14, grip, leather(hex("#241812")), { share: 0.75 }),
      { at: [0, -length / 2, 0] },
    ),
    part(ball(0.105), fittings, { at: [0, -length - 0.06, 0] }),
    part(
      tube([[-guard, 0.07, 0], [-guard * 0.5, 0, 0], [guard * 0.5, 0, 0], [guard, 0.07, 0]], [
        0.05,
        0.06,
        0.06,
        0.05,
      ]),
      fittings,
    ),
    mirrored(part(ball(0.075), fittings, { at: [guard, 0.07, 0] })),
    part(ball(0.05), gem, { at: [0, 0, 0.06] }),
    part(ball(0.05), gem, { at: [0, 0, -0.06] }),
  ];
}

/** A sword, point up, its guard at the origin. */
export function sword(look: Look, long = 1.55, width = 0.17): Parts {
  const flaming = look.says("flaming fire fiery burning");
  const steel = look.skin("primary blade", metal, ["#ccd2da", "#b8c0cc"]);
  const blade: Vec2[] = mirrorOutline([
    [0, long],
    [width * 0.42, long - 0.22],
    [width * 0.5, long * 0.5],
    [width * 0.56, 0],
    [0, 0],
  ]);
  return [
    part(extrude(blade, 0.07, { bevel: width * 0.5 }), flaming ? glowing(hex("#f28a2c")) : steel),
    part(box(0.035, long * 0.72, 0.075, 0.015), look.skin("fuller", metal, "#8c94a0"), {
      at: [0, long * 0.4, 0],
    }),
    hilt(look, 0.42, 0.32),
    flaming
      ? row(
        14,
        (i, t) =>
          part(
            lathe([[0, -0.05], [0.07, 0.02], [0, 0.3]]),
            glowing(hex(i % 2 ? "#f8b830" : "#e8501c")),
            { at: [(i % 2 ? 1 : -1) * 0.08, t * 1.4, 0], turn: [0, 0, (i % 2 ? -1 : 1) * 25] },
          ),
      )
      : [],
  ];
}

/** A dagger. */
export function dagger(look: Look): Parts {
  return group({ scale: 1.3 }, sword(look, 0.85, 0.2));
}

/** A katana, point up, its guard at the origin. */
export function katana(look: Look): Parts {
  const steel = look.skin("primary blade", metal, "#d0d6dc");
  const wrap = look.skin("grip handle secondary", cloth, ["#23252c", "#8c1c24", "#1c2c5c"]);
  const curve = (x: number, y: number): Vec2 => [x + 0.16 * (y / 1.6) ** 2, y];
  const outline: Vec2[] = [
    ...[0, 0.4, 0.8, 1.2, 1.5].map((y) => curve(0.06, y)),
    curve(0.05, 1.62),
    curve(-0.06, 1.5),
    ...[1.2, 0.8, 0.4, 0].map((y) => curve(-0.06, y)),
  ];
  return [
    part(extrude(outline, 0.05, { bevel: 0.06 }), steel),
    part(cylinder(0.17, 0.04), look.skin("guard accent", wornMetal, "#8c7434"), {
      at: [0, -0.02, 0],
    }),
    part(
      tube([[0, -0.04, 0], [-0.01, -0.3, 0], [-0.04, -0.62, 0]], 0.06),
      where(({ v }) => Math.abs((v * 9) % 1 - 0.5) < 0.22, matte(hex("#e8e0cc")), wrap),
    ),
    part(ball(0.065), wornMetal(hex("#8c7434")), { at: [-0.04, -0.66, 0] }),
  ];
}

/** An axe with one or two blades; the middle of its shaft at the origin. */
export function axe(look: Look, isDouble: boolean): Parts {
  const steel = look.skin("primary blade head", metal, ["#b8c0ca", "#9ca4ae"]);
  const blade = smoothLine([[0.05, 0.16], [0.3, 0.22], [0.62, 0.46], [0.7, 0.1], [0.62, -0.3], [
    0.3,
    -0.12,
  ], [0.05, -0.14]], true);
  return [
    shaft(look, 2, 0.055),
    group(
      { at: [0, 0.7, 0] },
      part(extrude(blade, 0.13, { bevel: 0.3, rim: 0.08 }), steel),
      isDouble
        ? group({ scale: [-1, 1, 1] }, part(extrude(blade, 0.13, { bevel: 0.3, rim: 0.08 }), steel))
        : part(box(0.18, 0.22, 0.16, 0.03), steel, { at: [-0.08, 0, 0] }),
      part(cylinder(0.085, 0.4), wornMetal(hex("#6c7076"))),
    ),
    part(cylinder(0.065, 0.4), leather(hex("#3c2418")), { at: [0, -0.7, 0] }),
    part(ball(0.085), steel, { at: [0, -1, 0] }),
  ];
}

/** A spear, point up. */
export function spear(look: Look): Parts {
  const steel = look.skin("primary blade head tip", metal, "#b8c0ca");
  return [
    part(cylinder(0.035, 2.2), look.skin("handle shaft secondary", wood, "#7a4c2c"), {
      at: [0, -0.2, 0],
    }),
    part(
      extrude(mirrorOutline([[0, 0.55], [0.12, 0.2], [0.05, 0], [0, 0]]), 0.06, { bevel: 0.1 }),
      steel,
      { at: [0, 0.88, 0] },
    ),
    part(cylinder(0.05, 0.12), steel, { at: [0, 0.86, 0] }),
    around(
      6,
      () =>
        part(
          tube([[0, 0.82, 0.04], [0, 0.72, 0.12], [0, 0.52, 0.1]], [0.03, 0.03, 0.008]),
          look.skin("accent feather tassel", cloth, "#b8242c"),
        ),
    ),
  ];
}

/** A trident, points up. */
export function trident(look: Look): Parts {
  const steel = look.skin("primary", metal, ["#d4a23a", "#b8c0ca"]);
  const tip = lathe([[0, 0], [0.07, 0], [0, 0.24]], { sides: 4 });
  return [
    part(cylinder(0.045, 1.9), steel, { at: [0, -0.35, 0] }),
    part(
      tube([[-0.36, 1.05, 0], [-0.36, 0.72, 0], [-0.2, 0.58, 0], [0, 0.56, 0], [0.2, 0.58, 0], [
        0.36,
        0.72,
        0,
      ], [0.36, 1.05, 0]], 0.045),
      steel,
    ),
    part(cylinder(0.045, 0.6), steel, { at: [0, 0.85, 0] }),
    [[-0.36, 1.02], [0, 1.14], [0.36, 1.02]].map(([x, y]) => part(tip, steel, { at: [x, y, 0] })),
    part(ball(0.1), look.skin("gem accent", polished, "#2c8cc8"), { at: [0, 0.56, 0.02] }),
    part(ball(0.08), steel, { at: [0, -1.32, 0] }),
  ];
}

/** A scythe. */
export function scythe(look: Look): Parts {
  const steel = look.skin("primary blade", metal, "#a8b0ba");
  const outline = smoothLine([[0, 0.08], [0.5, 0.1], [0.95, -0.15], [1.2, -0.55], [0.85, -0.28], [
    0.45,
    -0.1,
  ], [0, -0.1]], true);
  return [
    part(
      tube([[-0.05, -1.2, 0], [0.08, -0.4, 0], [-0.05, 0.4, 0], [0, 1.02, 0]], 0.05),
      look.skin("handle secondary", wood, "#4c3020"),
    ),
    part(extrude(outline, 0.06, { bevel: 0.12 }), steel, { at: [-0.02, 1.0, 0] }),
    part(cylinder(0.08, 0.24), steel, { at: [0, 0.98, 0] }),
    part(limb([0.06, 0.1, 0], [0.02, 0.1, 0.26], 0.035), wood(hex("#4c3020"))),
  ];
}

function shuriken(look: Look): Parts {
  const steel = look.skin("primary", metal, "#5c636c");
  return group(
    { turn: [-15, 0, 0] },
    part(extrude(star(4, 1, 0.28), 0.12, { bevel: 0.24, holes: [circle(0.13, 20)] }), steel),
    part(torus(0.15, 0.05), metal(hex("#9aa2ac")), { turn: [90, 0, 0] }),
  );
}

/** Blades: swords, axes and what is thrust or thrown. */
export const BLADES: readonly Noun[] = nounsOf("weapons and equipments", [
  [
    "sword, longsword, broadsword, blade, claymore, excalibur, saber, sabre, cutlass, rapier, greatsword, machete, scimitar",
    1.1,
    (look) => sword(look),
  ],
  ["dagger, knife, dirk, letter opener", 0.4, dagger],
  ["katana, samurai sword", 1, katana],
  ["axe, ax, hatchet, tomahawk", 0.9, (look) => axe(look, false)],
  ["battle axe, battleaxe, double axe, war axe, double bladed axe", 1.1, (look) => axe(look, true)],
  ["spear, lance, javelin, halberd, polearm", 2, spear],
  ["trident, pitchfork", 1.8, trident],
  ["scythe, sickle", 1.8, scythe],
  ["shuriken, throwing star, ninja star", 0.12, shuriken],
]);
