/**
 * Arms that strike, shoot or burst, and magic ones.
 *
 * @module
 */
import {
  around,
  ball,
  box,
  cloth,
  crystal,
  cylinder,
  extrude,
  type Finish,
  glowing,
  group,
  hex,
  lathe,
  leather,
  limb,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  plastic,
  polished,
  row,
  rubber,
  star,
  torus,
  tube,
  type Vec3,
  where,
  wood,
  wornMetal,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { shaft } from "./shaft.ts";

/** A tool or a war hammer; its grip near the origin. */
export function hammer(look: Look): Parts {
  const isWar = look.says("war thor mjolnir battle giant warhammer");
  const head = look.skin("primary head", isWar ? metal : wornMetal, ["#8c949e", "#70767e"]);
  return [
    shaft(look, 1.8, 0.065),
    group(
      { at: [0, 0.85, 0] },
      part(box(isWar ? 1.0 : 0.55, isWar ? 0.52 : 0.24, isWar ? 0.52 : 0.24, 0.05), head),
      isWar
        ? mirrored(
          part(box(0.12, 0.58, 0.58, 0.04), look.skin("accent", metal, "#c8a03c"), {
            at: [0.42, 0, 0],
          }),
        )
        : [
          part(cylinder(0.16, 0.16), head, { at: [0.33, 0, 0], turn: [0, 0, 90] }),
          part(
            tube([[-0.25, 0.02, 0], [-0.45, 0.02, 0], [-0.7, -0.12, 0]], [0.1, 0.08, 0.04], {
              flat: 0.7,
            }),
            head,
          ),
        ],
    ),
    part(cylinder(0.08, 0.5), leather(hex("#4c3020")), { at: [0, -0.62, 0] }),
  ];
}

function mace(look: Look): Parts {
  const head = look.skin("primary head", metal, "#9098a2");
  return [
    shaft(look, 1.6, 0.055),
    part(ball(0.34), head, { at: [0, 0.95, 0] }),
    row(26, (i) => {
      const y = 1 - 2 * (i + 0.5) / 26;
      const a = i * 2.4 * 180 / Math.PI;
      return group(
        { at: [0, 0.95, 0], turn: [0, a, 0] },
        group(
          { turn: [Math.acos(y) * 180 / Math.PI, 0, 0] },
          part(lathe([[0.075, 0.3], [0, 0.55]]), head),
        ),
      );
    }),
    part(torus(0.09, 0.06), head, { at: [0, 0.6, 0] }),
    part(ball(0.09), head, { at: [0, -0.82, 0] }),
  ];
}

/** A bow with an arrow, in the x-y plane. */
export function bow(look: Look): Parts {
  const limbWood = look.skin("primary", wood, ["#7a4c2c", "#5c3822", "#94643a"]);
  const string = matte(hex("#e8e4d8"));
  const steel = metal(hex("#b8c0ca"));
  const points: Vec3[] = [
    [-0.12, 1.2, 0],
    [0.06, 1.02, 0],
    [0.34, 0.55, 0],
    [0.42, 0, 0],
    [0.34, -0.55, 0],
    [0.06, -1.02, 0],
    [-0.12, -1.2, 0],
  ];
  return group(
    { turn: [0, 0, 0] },
    part(tube(points, [0.025, 0.04, 0.06, 0.075, 0.06, 0.04, 0.025]), limbWood),
    part(
      tube([[0.38, 0.2, 0], [0.415, 0, 0], [0.38, -0.2, 0]], 0.085),
      look.skin("grip secondary", leather, "#4c2c1c"),
    ),
    part(
      tube([[-0.1, 1.16, 0], [-0.42, 0, 0], [-0.1, -1.16, 0]], 0.013, { straight: true }),
      string,
      { detail: 2 },
    ),
    part(limb([-0.42, 0, 0], [0.9, 0.0, 0], 0.022), wood(hex("#c49c64"))),
    part(lathe([[0, 0], [0.07, 0], [0, 0.24]], { sides: 4 }), steel, {
      at: [0.88, 0, 0],
      turn: [0, 0, -90],
    }),
    row(
      3,
      (i) =>
        group(
          { at: [-0.3, 0, 0], turn: [i * 120, 0, 0] },
          part(
            extrude([[0, 0.02], [-0.2, 0.13], [-0.02, 0.13], [0.14, 0.02]], 0.012),
            look.skin("feather accent", cloth, "#b8342c"),
          ),
        ),
    ),
  );
}

function crossbow(look: Look): Parts {
  const stock = look.skin("primary stock", wood, ["#7a4c2c", "#5c3822"]);
  const steel = look.skin("secondary bow", metal, "#70767e");
  return group(
    { turn: [0, 0, 0] },
    part(box(0.16, 0.17, 1.7, 0.04), stock, { at: [0, 0, -0.1] }),
    part(box(0.15, 0.42, 0.5, 0.06), stock, { at: [0, -0.12, -0.85], turn: [14, 0, 0] }),
    part(box(0.1, 0.34, 0.13, 0.04), stock, { at: [0, -0.22, -0.3], turn: [20, 0, 0] }),
    part(
      tube([[-0.95, 0.06, 0.3], [-0.6, 0.06, 0.56], [0, 0.06, 0.7], [0.6, 0.06, 0.56], [
        0.95,
        0.06,
        0.3,
      ]], [0.03, 0.05, 0.065, 0.05, 0.03]),
      steel,
    ),
    part(
      tube([[-0.94, 0.07, 0.3], [0, 0.11, -0.2], [0.94, 0.07, 0.3]], 0.014, { straight: true }),
      matte(hex("#e8e4d8")),
      { detail: 2 },
    ),
    part(limb([0, 0.12, -0.18], [0, 0.12, 0.85], 0.025), wood(hex("#c49c64"))),
    part(lathe([[0, 0], [0.06, 0], [0, 0.2]], { sides: 4 }), metal(hex("#b8c0ca")), {
      at: [0, 0.12, 0.84],
      turn: [90, 0, 0],
    }),
    part(torus(0.13, 0.035), steel, { at: [0, 0.0, 0.86], turn: [90, 0, 0] }),
    part(tube([[0, -0.1, -0.14], [0, -0.22, -0.08], [0, -0.2, 0.04]], 0.022), steel),
  );
}

/** A pistol or a ray gun. */
export function gun(look: Look): Parts {
  const steel = look.skin("primary barrel", metal, ["#3a3e46", "#5c636c"]);
  const grip = look.skin("grip handle secondary", wood, ["#5c3822", "#2b2d33"]);
  if (look.says("laser ray blaster space sci fi plasma futuristic")) {
    const glow = look.skin("accent", glowing, "#3ce0c8");
    return group(
      { turn: [0, -90, 0] },
      part(
        lathe([[0, -0.9], [0.16, -0.85], [0.24, -0.4], [0.28, 0.1], [0.16, 0.5], [0.12, 0.9], [
          0.17,
          1.0,
        ], [0, 1.0]], { smooth: true }),
        steel,
        { turn: [90, 0, 0] },
      ),
      row(3, (i) =>
        part(torus(0.22 - i * 0.025, 0.06), glow, {
          at: [0, 0, 0.3 + i * 0.18],
          turn: [90, 0, 0],
        })),
      part(ball(0.11), glow, { at: [0, 0, 1.02] }),
      part(box(0.17, 0.6, 0.26, 0.06), grip, { at: [0, -0.42, -0.5], turn: [18, 0, 0] }),
      part(tube([[0, -0.2, -0.32], [0, -0.38, -0.22], [0, -0.24, -0.02]], 0.03), steel),
    );
  }
  return group(
    { turn: [0, -90, 0] },
    part(box(0.2, 0.26, 1.5, 0.04), steel, { at: [0, 0.3, 0.15] }),
    part(box(0.17, 0.16, 1.2, 0.03), steel, { at: [0, 0.12, 0.2] }),
    part(cylinder(0.055, 0.1), matte(hex("#141518")), { at: [0, 0.32, 0.9], turn: [90, 0, 0] }),
    part(box(0.19, 0.78, 0.36, 0.06), grip, { at: [0, -0.25, -0.5], turn: [16, 0, 0] }),
    part(tube([[0, 0.05, -0.26], [0, -0.2, -0.2], [0, -0.18, 0.08], [0, 0.06, 0.14]], 0.03), steel),
    part(tube([[0, 0.06, -0.12], [0, -0.06, -0.08], [0, -0.12, -0.1]], 0.025), steel),
    part(box(0.06, 0.08, 0.08, 0.01), steel, { at: [0, 0.46, 0.84] }),
    part(box(0.1, 0.08, 0.08, 0.01), steel, { at: [0, 0.46, -0.5] }),
    row(
      6,
      (i) =>
        part(box(0.21, 0.2, 0.025, 0.005), matte(hex("#1c1e22")), {
          at: [0, 0.32, -0.52 + i * 0.05],
        }),
    ),
  );
}

/** A rifle. */
export function rifle(look: Look): Parts {
  const steel = look.skin("secondary barrel", metal, "#3a3e46");
  const stock = look.skin("primary stock", wood, ["#7a4c2c", "#4c5438"]);
  return group(
    { turn: [0, -90, 0] },
    part(
      extrude(
        [[-1.25, -0.28], [-1.25, 0.1], [-0.4, 0.12], [0.6, 0.1], [0.6, -0.04], [-0.25, -0.06], [
          -0.6,
          -0.1,
        ]],
        0.13,
        { bevel: 0.04 },
      ),
      stock,
      { turn: [0, -90, 0] },
    ),
    part(cylinder(0.045, 1.5), steel, { at: [0, 0.14, 0.6], turn: [90, 0, 0] }),
    part(box(0.12, 0.16, 0.55, 0.03), steel, { at: [0, 0.14, -0.15] }),
    part(box(0.09, 0.36, 0.18, 0.02), steel, { at: [0, -0.14, 0.05], turn: [-10, 0, 0] }),
    part(cylinder(0.075, 0.6), steel, { at: [0, 0.34, -0.1], turn: [90, 0, 0] }),
    [0.2, -0.4].map((z) =>
      part(cylinder(0.1, 0.12), steel, { at: [0, 0.34, z], turn: [90, 0, 0] })
    ),
    part(tube([[0, 0.02, -0.36], [0, -0.16, -0.3], [0, -0.12, -0.1]], 0.022), steel),
    part(box(0.05, 0.1, 0.05, 0.01), steel, { at: [0, 0.22, 1.28] }),
  );
}

function cannon(look: Look): Parts {
  const iron = look.skin("primary barrel", wornMetal, ["#3a3d42", "#a8723c"]);
  const carriage = look.skin("secondary carriage wheel", wood, "#7a4c2c");
  const wheel = (x: number): Parts =>
    group(
      { at: [x, 0.45, 0], turn: [0, 0, 90] },
      part(torus(0.42, 0.1), carriage),
      part(cylinder(0.1, 0.16), iron),
      around(8, () => part(limb([0, 0, 0.06], [0, 0, 0.4], 0.03), carriage)),
    );
  return [
    group(
      { at: [0, 0.72, 0.1], turn: [76, 0, 0] },
      part(
        lathe([
          [0, -0.72],
          [0.1, -0.72],
          [0.13, -0.62],
          [0.2, -0.58],
          [0.32, -0.5],
          [0.32, -0.3],
          [0.28, -0.28],
          [0.26, 0.3],
          [0.23, 0.95],
          [0.28, 1.0],
          [0.28, 1.12],
          [0.17, 1.12],
          [0.17, 0.8],
        ]),
        iron,
      ),
      [-0.35, 0.2, 0.7].map((y) =>
        part(torus(0.28 - (y + 0.35) * 0.03, 0.05), iron, { at: [0, y, 0] })
      ),
      part(ball(0.12), iron, { at: [0, -0.76, 0] }),
    ),
    wheel(0.42),
    wheel(-0.42),
    part(box(0.5, 0.2, 0.5, 0.03), carriage, { at: [0, 0.5, 0] }),
    mirrored(
      part(box(0.12, 0.26, 1.2, 0.03), carriage, { at: [0.2, 0.36, -0.5], turn: [-18, 0, 0] }),
    ),
    around(4, () => part(ball(0.15), iron, { at: [0, 0.15, 0.16] }), { at: [0.95, 0, 0.4] }),
    part(ball(0.15), iron, { at: [0.95, 0.36, 0.4] }),
  ];
}

function bomb(look: Look): Parts {
  return [
    part(ball(0.75), look.skin("primary", polished, "#26272d")),
    part(cylinder(0.2, 0.2), look.skin("secondary", metal, "#5c636c"), { at: [0.0, 0.78, 0] }),
    part(
      tube([[0, 0.85, 0], [0.08, 1.08, 0], [0.3, 1.15, 0], [0.4, 1.32, 0]], 0.045),
      matte(hex("#d8c49c")),
    ),
    row(
      10,
      (i) =>
        group(
          { at: [0.42, 1.36, 0], turn: [i * 40, i * 73, i * 57] },
          part(lathe([[0.03, 0], [0, 0.2]]), glowing(hex(i % 2 ? "#f8c83c" : "#f2701c"))),
        ),
    ),
    part(ball(0.08), glowing(hex("#fff0a0")), { at: [0.42, 1.36, 0] }),
  ];
}

/** A wizard's staff, upright, its middle at the origin. */
export function staff(look: Look): Parts {
  const shaftWood = look.skin("primary handle", wood, ["#5c3822", "#4c2c1c"]);
  const orb = look.skin("gem orb crystal accent secondary", look.pick<Finish>([glowing, crystal]), [
    "#3ca0f0",
    "#a050e8",
    "#3ce09c",
    "#f0503c",
  ]);
  return [
    part(
      tube([[0, -1.25, 0], [0.03, -0.4, 0], [-0.02, 0.3, 0], [0, 0.85, 0]], [
        0.04,
        0.05,
        0.055,
        0.07,
      ]),
      shaftWood,
    ),
    around(
      4,
      () =>
        part(
          tube([[0, 0.78, 0.04], [0, 0.95, 0.22], [0, 1.2, 0.24], [0, 1.36, 0.08]], [
            0.06,
            0.05,
            0.04,
            0.015,
          ]),
          shaftWood,
        ),
    ),
    part(ball(0.19), orb, { at: [0, 1.08, 0] }),
    part(torus(0.075, 0.05), metal(hex("#c8a03c")), { at: [0, 0.72, 0] }),
    part(torus(0.06, 0.04), metal(hex("#c8a03c")), { at: [0, -0.9, 0] }),
  ];
}

/** A magic wand. */
export function wand(look: Look): Parts {
  const isStar = look.says("star fairy");
  return group(
    { turn: [0, 0, -28] },
    part(cylinder(0.07, 1.6, 0.04), look.skin("primary handle", wood, ["#4c2c1c", "#26272d"]), {
      at: [0, -0.3, 0],
    }),
    part(
      lathe([[0, -0.1], [0.1, -0.1], [0.09, 0.3], [0.12, 0.36], [0, 0.36]]),
      look.skin("secondary", metal, "#c8a03c"),
      { at: [0, -1.05, 0] },
    ),
    isStar
      ? part(
        extrude(star(5, 0.42, 0.19), 0.18, { bevel: 0.18 }),
        look.skin("accent star", glowing, "#f8d040"),
        { at: [0, 0.75, 0] },
      )
      : part(ball(0.13), look.skin("accent tip", glowing, ["#8cd8ff", "#f8d040"]), {
        at: [0, 0.6, 0],
      }),
  );
}

function nunchaku(look: Look): Parts {
  const body = look.skin("primary", wood, ["#3c2418", "#8a5a32"]);
  return [
    mirrored(
      group(
        { at: [0.5, -0.1, 0], turn: [0, 0, 14] },
        part(cylinder(0.11, 1.5, 0.09), body),
        part(cylinder(0.115, 0.1), metal(hex("#9aa2ac")), { at: [0, 0.72, 0] }),
      ),
    ),
    row(
      9,
      (i, t) =>
        part(torus(0.055, 0.03), metal(hex("#9aa2ac")), {
          at: [-0.32 + t * 0.64, 0.68 + 0.16 * Math.sin(Math.PI * t), 0],
          turn: [i % 2 ? 90 : 0, 0, 0],
        }),
    ),
  ];
}

function grenade(look: Look): Parts {
  return [
    part(
      ball(0.62, 0.78, 0.62),
      where(
        ({ at, u }) => (u * 10) % 1 < 0.14 || ((at[1] + 3) * 4.2) % 1 < 0.14,
        matte(hex("#2c3420")),
        look.skin("primary", plastic, "#54602f"),
      ),
    ),
    part(cylinder(0.22, 0.3), metal(hex("#70767e")), { at: [0, 0.85, 0] }),
    part(
      tube([[0.1, 1.0, 0], [0.45, 0.95, 0], [0.7, 0.5, 0], [0.72, 0, 0]], 0.07, { flat: 2 }),
      metal(hex("#8c9098")),
    ),
    part(torus(0.2, 0.05), metal(hex("#c8ccd2")), { at: [-0.32, 0.95, 0], turn: [90, 20, 0] }),
  ];
}

function slingshot(look: Look): Parts {
  const body = look.skin("primary", wood, "#8a5a32");
  return [
    part(cylinder(0.13, 1.1, 0.14), body, { at: [0, -0.55, 0] }),
    mirrored(
      part(
        tube([[0, -0.05, 0], [0.25, 0.15, 0], [0.45, 0.5, 0], [0.48, 0.95, 0]], [
          0.14,
          0.12,
          0.1,
          0.09,
        ]),
        body,
      ),
      part(
        tube([[0.48, 0.85, 0], [0.3, 0.55, -0.4], [0.1, 0.4, -0.62]], 0.035),
        rubber(hex("#a8342c")),
      ),
    ),
    part(box(0.26, 0.16, 0.05, 0.02), leather(hex("#4c3020")), { at: [0, 0.4, -0.64] }),
  ];
}

/** Arms that strike, shoot or burst, and magic ones. */
export const ARMS: readonly Noun[] = nounsOf("weapons and equipments", [
  ["hammer, warhammer, war hammer, mallet, sledgehammer, battle hammer", 0.9, hammer],
  ["mace, morning star, morningstar, club, flail", 0.8, mace],
  ["bow, longbow, bow and arrow, arrow", 1.5, bow],
  ["crossbow, ballista", 0.9, crossbow],
  ["pistol, gun, revolver, handgun, laser gun, ray gun, blaster, laser pistol", 0.3, gun],
  ["rifle, shotgun, sniper rifle, musket, machine gun", 1.1, rifle],
  ["cannon", 2, cannon],
  ["bomb", 0.3, bomb],
  ["grenade, hand grenade", 0.15, grenade],
  ["staff, wizard staff, magic staff, scepter, sceptre", 1.7, staff],
  ["wand, magic wand, fairy wand", 0.4, wand],
  ["nunchaku, nunchucks", 0.6, nunchaku],
  ["slingshot", 0.25, slingshot],
]);
