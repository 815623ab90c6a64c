/**
 * Nouns of the category "weapons and equipments".
 *
 * @module
 */
import {
  around,
  ball,
  box,
  circle,
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
  mirrorOutline,
  part,
  type Parts,
  plastic,
  polished,
  row,
  rubber,
  smoothLine,
  star,
  striped,
  torus,
  tube,
  type Vec2,
  type Vec3,
  where,
  wood,
  wornMetal,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import { type Noun, nounsOf } from "../noun.ts";

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

export function dagger(look: Look): Parts {
  return group({ scale: 1.3 }, sword(look, 0.85, 0.2));
}

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

function shaft(look: Look, length: number, thick = 0.05): Parts {
  return part(
    cylinder(thick, length, thick * 0.9),
    look.skin("handle shaft secondary", wood, ["#7a4c2c", "#5c3822"]),
    { at: [0, 0, 0] },
  );
}

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

export function shield(look: Look): Parts {
  const isRound = look.says("round viking circular");
  const face = look.skin(
    "primary",
    isRound ? wood : metal,
    isRound ? ["#8a5a32", "#a8342c"] : ["#2c5498", "#a82430", "#b8c0ca"],
  );
  const rim = look.skin("secondary rim border trim", metal, ["#c8a03c", "#8c9098"]);
  const badge = look.skin("accent emblem cross star", metal, "#d8b03c");
  if (isRound) {
    return [
      part(
        extrude(circle(0.95, 48), 0.1),
        striped("x", 4.2, face, wood(hex("#5c3822")), { share: 0.93 }),
      ),
      part(torus(0.95, 0.14), rim, { turn: [90, 0, 0] }),
      part(ball(0.3, 0.3, 0.2), rim, { at: [0, 0, 0.07] }),
      around(12, () => part(ball(0.045), rim, { at: [0, 0.08, 0.95] })).map((each) => each).length >
          0
        ? group(
          { turn: [90, 0, 0] },
          around(12, () => part(ball(0.05), rim, { at: [0, 0.07, 0.94] })),
        )
        : [],
    ];
  }
  const outline = smoothLine(
    [
      [0, 1],
      [0.42, 0.9],
      [0.82, 0.98],
      [0.84, 0.3],
      [0.62, -0.4],
      [0.3, -0.85],
      [0, -1.1],
      [-0.3, -0.85],
      [-0.62, -0.4],
      [-0.84, 0.3],
      [-0.82, 0.98],
      [-0.42, 0.9],
    ],
    true,
    5,
  );
  return [
    part(extrude(outline, 0.24, { bevel: 0.6, pillow: true, rim: 0.3 }), face),
    part(extrude(outline, 0.17, { holes: [outline.map(([x, y]) => [x * 0.87, y * 0.88])] }), rim),
    look.says("star") ? part(extrude(star(5, 0.42, 0.18), 0.3, { bevel: 0.15 }), badge) : [
      part(box(0.16, 1.4, 0.29, 0.03), badge, { at: [0, 0, 0] }),
      part(box(1.1, 0.16, 0.29, 0.03), badge, { at: [0, 0.3, 0] }),
    ],
  ];
}

function helmet(look: Look): Parts {
  const viking = look.says("viking horned");
  const steel = look.skin("primary", metal, viking ? "#8c8478" : ["#a8b0ba", "#b8a070"]);
  const trim = look.skin("secondary trim", metal, "#c8a03c");
  const plume = look.skin("accent plume crest feather", cloth, ["#b8242c", "#2c4ca8"]);
  const dark = matte(hex("#17181c"));
  if (viking) {
    return [
      part(
        lathe([[0.82, -0.2], [0.84, 0], [0.76, 0.42], [0.45, 0.78], [0, 0.9]], { smooth: true }),
        steel,
      ),
      part(torus(0.82, 0.16), trim, { at: [0, -0.16, 0] }),
      part(tube([[0, -0.1, 0.84], [0, 0.5, 0.72], [0, 0.88, 0], [0, 0.5, -0.72]], 0.07), trim),
      mirrored(
        part(
          tube([[0.74, 0.1, 0], [1.05, 0.22, 0.02], [1.2, 0.6, 0.05], [1.08, 1.0, 0.08]], [
            0.19,
            0.17,
            0.11,
            0.02,
          ]),
          look.skin("horn", polished, "#efe4c8"),
        ),
      ),
      part(box(0.13, 0.5, 0.06, 0.03), trim, { at: [0, -0.36, 0.84] }),
      part(lathe([[0.78, -0.2], [0, 0.3]]), dark),
    ];
  }
  return [
    part(
      lathe([[0.5, -0.95], [0.66, -0.7], [0.68, 0], [0.66, 0.35], [0.44, 0.68], [0, 0.8]], {
        smooth: true,
      }),
      steel,
    ),
    part(lathe([[0.71, -0.12], [0.72, 0.1]], { turn: 0.36 }), dark),
    row(
      6,
      (i) =>
        part(box(0.035, 0.3, 0.03, 0.01), dark, {
          at: [(i - 2.5) * 0.13, -0.45, Math.sqrt(0.7 ** 2 - ((i - 2.5) * 0.13) ** 2)],
        }),
    ),
    part(
      tube(
        [[0, -0.85, 0.62], [0, -0.2, 0.74], [0, 0.35, 0.7], [0, 0.8, 0.05], [0, 0.4, -0.66]],
        0.045,
      ),
      trim,
    ),
    part(lathe([[0.7, 0.1], [0.74, 0.14], [0.7, 0.2]], { turn: 0.4 }), trim),
    part(torus(0.55, 0.12), steel, { at: [0, -0.93, 0] }),
    row(
      14,
      (_, t) =>
        part(
          tube([[0, 0.72, 0.1 - t * 0.3], [0, 1.05 - t * 0.1, -0.1 - t * 0.5], [
            0,
            0.8 - t * 0.9,
            -0.55 - t * 0.5,
          ]], [0.09, 0.13, 0.03]),
          plume,
        ),
    ),
  ];
}

function armor(look: Look): Parts {
  const steel = look.skin("primary", metal, ["#a8b0ba", "#8c949e"]);
  const trim = look.skin("secondary trim", metal, "#c8a03c");
  const under = look.skin("accent", leather, "#4c3020");
  return [
    part(
      lathe([[0.5, -0.5], [0.52, -0.3], [0.62, 0.2], [0.66, 0.5], [0.5, 0.72], [0.26, 0.8]], {
        smooth: true,
      }),
      steel,
      { scale: [1, 1, 0.68] },
    ),
    part(tube([[0, 0.72, 0.4], [0, 0.35, 0.49], [0, -0.1, 0.43], [0, -0.42, 0.37]], 0.035), trim),
    part(torus(0.27, 0.13), trim, { at: [0, 0.8, 0], scale: [1, 1, 0.8] }),
    mirrored(
      [0, 1, 2].map((i) =>
        part(
          lathe([[0.34 - i * 0.03, -0.12], [0.36 - i * 0.03, 0], [0.24, 0.14], [0, 0.18]], {
            smooth: true,
          }),
          steel,
          { at: [0.7 + i * 0.05, 0.62 - i * 0.15, 0], turn: [0, 0, -28], scale: [1, 1, 0.95] },
        )
      ),
      part(torus(0.34, 0.06), trim, { at: [0.7, 0.55, 0], turn: [0, 0, -28] }),
    ),
    part(lathe([[0.54, -0.6], [0.54, -0.44]]), under, { scale: [1, 1, 0.68] }),
    part(box(0.2, 0.17, 0.06, 0.03), trim, { at: [0, -0.52, 0.38] }),
    around(
      9,
      () => part(box(0.3, 0.5, 0.05, 0.03), steel, { at: [0, -0.82, 0.56], turn: [-14, 0, 0] }),
    ).map((each) => each),
  ];
}

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

function shuriken(look: Look): Parts {
  const steel = look.skin("primary", metal, "#5c636c");
  return group(
    { turn: [-15, 0, 0] },
    part(extrude(star(4, 1, 0.28), 0.12, { bevel: 0.24, holes: [circle(0.13, 20)] }), steel),
    part(torus(0.15, 0.05), metal(hex("#9aa2ac")), { turn: [90, 0, 0] }),
  );
}

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

function backpack(look: Look): Parts {
  const fabric = look.skin("primary", cloth, ["#b8442c", "#3c6c5c", "#2c4c7c", "#8c6c3c"]);
  const strap = look.skin("secondary strap", leather, "#4c3020");
  const buckle = metal(hex("#c8a03c"));
  return [
    part(box(1.1, 1.5, 0.62, 0.24), fabric),
    part(box(0.82, 0.62, 0.26, 0.12), fabric, { at: [0, -0.32, 0.38] }),
    part(box(1.12, 0.5, 0.68, 0.22), fabric, { at: [0, 0.56, 0.04] }),
    mirrored(
      part(box(0.1, 0.95, 0.05, 0.02), strap, { at: [0.28, 0.2, 0.42], turn: [0, 0, 0] }),
      part(box(0.13, 0.12, 0.05, 0.02), buckle, { at: [0.28, 0.02, 0.52] }),
      part(box(0.2, 0.7, 0.42, 0.1), fabric, { at: [0.62, -0.25, 0] }),
      part(
        tube(
          [[0.3, 0.6, -0.3], [0.36, 0.4, -0.55], [0.38, -0.2, -0.55], [0.32, -0.6, -0.3]],
          0.08,
          { flat: 0.5 },
        ),
        strap,
      ),
    ),
    part(tube([[-0.14, 0.8, 0], [-0.1, 0.94, 0], [0.1, 0.94, 0], [0.14, 0.8, 0]], 0.04), strap),
    part(cylinder(0.21, 1.0), look.skin("accent", cloth, "#5c7c4c"), {
      at: [0, 0.95, -0.05],
      turn: [0, 0, 90],
    }),
  ];
}

function boot(look: Look): Parts {
  const hide = look.skin("primary", leather, ["#6c3c20", "#33241c"]);
  const sole = rubber(hex("#241a14"));
  const one: Parts = [
    part(
      tube([[0, 0.95, -0.22], [0, 0.5, -0.2], [0, 0.12, -0.1], [0, 0.02, 0.25], [0, -0.02, 0.5]], [
        0.3,
        0.25,
        0.26,
        0.24,
        0.19,
      ]),
      hide,
    ),
    part(box(0.48, 0.13, 1.05, 0.06), sole, { at: [0, -0.2, 0.12] }),
    part(torus(0.29, 0.1), hide, { at: [0, 1.12, -0.22] }),
    row(
      5,
      (i) =>
        part(
          limb(
            [-0.14, 0.3 + i * 0.14, 0.12 - i * 0.03],
            [0.14, 0.3 + i * 0.14, 0.12 - i * 0.03],
            0.022,
          ),
          matte(hex("#e8e0cc")),
        ),
    ),
  ];
  return [group({ at: [0.34, 0, 0] }, one), group({ at: [-0.34, 0, 0.12], turn: [0, 6, 0] }, one)];
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

/** Nouns of the category "weapons and equipments". */
export const WEAPONS: readonly Noun[] = nounsOf("weapons and equipments", [
  [
    "sword, longsword, broadsword, blade, claymore, excalibur, saber, sabre",
    1.1,
    (look) => sword(look),
  ],
  ["dagger, knife, dirk", 0.4, dagger],
  ["katana, samurai sword", 1, katana],
  ["axe, ax, hatchet, tomahawk", 0.9, (look) => axe(look, false)],
  ["battle axe, battleaxe, double axe, war axe, double bladed axe", 1.1, (look) => axe(look, true)],
  ["hammer, warhammer, war hammer, mallet, sledgehammer, battle hammer", 0.9, hammer],
  ["mace, morning star, morningstar, club, flail", 0.8, mace],
  ["bow, longbow, bow and arrow, arrow", 1.5, bow],
  ["crossbow", 0.9, crossbow],
  ["spear, lance, javelin, halberd, polearm", 2, spear],
  ["trident, pitchfork", 1.8, trident],
  ["scythe, sickle", 1.8, scythe],
  ["shield, buckler, round shield", 0.9, shield],
  ["helmet, knight helmet, helm, viking helmet", 0.4, helmet],
  ["armor, armour, suit of armor, breastplate, chestplate, plate armor", 0.9, armor],
  ["pistol, gun, revolver, handgun, laser gun, ray gun, blaster, laser pistol", 0.3, gun],
  ["rifle, shotgun, sniper rifle, musket, machine gun", 1.1, rifle],
  ["cannon", 2, cannon],
  ["bomb", 0.3, bomb],
  ["grenade, hand grenade", 0.15, grenade],
  ["shuriken, throwing star, ninja star", 0.12, shuriken],
  ["staff, wizard staff, magic staff, scepter, sceptre", 1.7, staff],
  ["wand, magic wand, fairy wand", 0.4, wand],
  ["nunchaku, nunchucks", 0.6, nunchaku],
  ["slingshot", 0.25, slingshot],
  ["backpack, rucksack, bag, schoolbag", 0.6, backpack],
  ["boot, pair of boots, shoe, sneaker", 0.4, boot],
]);
