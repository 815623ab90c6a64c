/**
 * What a fighter or traveller wears and carries.
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
  polished,
  row,
  rubber,
  smoothLine,
  star,
  striped,
  torus,
  tube,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

/** A shield that faces +z: a heater, or a round one if the prompt says so. */
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

/** What a fighter or traveller wears and carries. */
export const GEAR: readonly Noun[] = nounsOf("weapons and equipments", [
  ["shield, buckler, round shield", 0.9, shield],
  ["helmet, knight helmet, helm, viking helmet", 0.4, helmet],
  ["armor, armour, suit of armor, breastplate, chestplate, plate armor", 0.9, armor],
  ["backpack, rucksack, bag, schoolbag", 0.6, backpack],
  ["boot, pair of boots, shoe, sneaker", 0.4, boot],
]);
