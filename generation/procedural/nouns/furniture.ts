/**
 * Nouns of the category "furniture".
 *
 * @module
 */
import {
  around,
  ball,
  box,
  cloth,
  cylinder,
  extrude,
  group,
  hex,
  lathe,
  leather,
  limb,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  roundedRectangle,
  row,
  star,
  tube,
  type Vec2,
  velvet,
  wood,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import { type Noun, nounsOf } from "../noun.ts";

/** Four legs under a rectangle; `taper` is the foot's share of the thickness. */
function legs(
  width: number,
  depth: number,
  height: number,
  thickness: number,
  wood: Material,
  taper = 0.7,
): Parts {
  return mirrored(
    [depth / 2, -depth / 2].map((z) =>
      part(cylinder(thickness * taper, height, thickness, 4), wood, {
        at: [width / 2, height / 2, z],
      })
    ),
  );
}

/** A turned leg with rings. */
function turnedLeg(height: number, radius: number): Parameters<typeof part>[0] {
  const profile: Vec2[] = [
    [0, 0],
    [0.6, 0],
    [0.75, 0.06],
    [0.5, 0.12],
    [0.62, 0.4],
    [0.95, 0.62],
    [0.6, 0.72],
    [1, 0.76],
    [1, 1],
    [0, 1],
  ];
  return lathe(profile.map(([r, y]) => [r * radius, y * height]), { smooth: false });
}

function chair(look: Look): Parts {
  const frame = look.skin("primary frame", wood, ["#8a5a32", "#6c4226", "#a8784a"]);
  const seat = look.skin("seat cushion secondary", cloth, ["#a8443c", "#3c5a78", "#d2bc8c"]);
  const slats = look.pick([3, 4]);
  return [
    legs(0.82, 0.78, 0.85, 0.07, frame),
    part(box(0.98, 0.09, 0.94, 0.03), frame, { at: [0, 0.88, 0] }),
    part(box(0.86, 0.1, 0.82, 0.05), seat, { at: [0, 0.96, 0.02] }),
    mirrored(part(limb([0.42, 0.9, -0.42], [0.42, 2.02, -0.54], 0.055), frame)),
    row(slats, (i) =>
      part(box(0.82, 0.14, 0.05, 0.02), frame, {
        at: [0, 1.3 + i * 0.6 / (slats - 1), -0.455 - i * 0.065 / (slats - 1)],
        turn: [-6, 0, 0],
      })),
    mirrored(part(limb([0.41, 0.35, 0.39], [0.41, 0.35, -0.39], 0.03), frame)),
    part(limb([-0.41, 0.35, 0], [0.41, 0.35, 0], 0.03), frame),
  ];
}

function rockingChair(look: Look): Parts {
  const frame = look.skin("primary frame", wood, ["#8a5a32", "#7a4a2a"]);
  return [
    group({ at: [0, 0.12, 0] }, chair(look)),
    mirrored(
      part(
        tube([[0.42, 0.28, 1], [0.42, 0.09, 0.5], [0.42, 0.04, 0], [0.42, 0.12, -0.6], [
          0.42,
          0.36,
          -1.1,
        ]], 0.055),
        frame,
      ),
      part(limb([0.46, 1.38, -0.45], [0.48, 1.38, 0.42], 0.05), frame),
      part(limb([0.47, 1.0, 0.36], [0.48, 1.38, 0.38], 0.04), frame),
    ),
  ];
}

function seating(look: Look, width: number, seats: number): Parts {
  const fabric = look.skin("primary", look.pick([cloth, leather, velvet]), [
    "#3c6478",
    "#8a3a34",
    "#5c6c4c",
    "#b08c5c",
    "#4c4c6c",
  ]);
  const cushion = look.skin("cushion pillow secondary", cloth, ["#d8c8a4", "#c8a060"]);
  const feet = look.skin("leg foot", wood, "#50331f");
  const inner = width - 0.5;
  return [
    part(box(width, 0.42, 1, 0.1), fabric, { at: [0, 0.42, 0] }),
    part(box(width - 0.1, 0.9, 0.3, 0.13), fabric, { at: [0, 1.0, -0.42], turn: [-7, 0, 0] }),
    mirrored(part(box(0.28, 0.62, 1.02, 0.12), fabric, { at: [width / 2 - 0.1, 0.66, 0.02] })),
    row(seats, (i) => [
      part(box(inner / seats - 0.02, 0.22, 0.82, 0.09), fabric, {
        at: [(i - (seats - 1) / 2) * inner / seats, 0.7, 0.1],
      }),
      part(box(inner / seats - 0.03, 0.6, 0.2, 0.09), fabric, {
        at: [(i - (seats - 1) / 2) * inner / seats, 1.06, -0.26],
        turn: [-10, 0, 0],
      }),
    ]),
    seats > 1
      ? mirrored(
        part(box(0.4, 0.4, 0.16, 0.08), cushion, {
          at: [inner / 2 - 0.22, 0.98, -0.06],
          turn: [-22, -14, 8],
        }),
      )
      : part(box(0.42, 0.36, 0.16, 0.08), cushion, { at: [0, 0.96, -0.08], turn: [-20, 0, 0] }),
    mirrored(
      [0.4, -0.4].map((z) =>
        part(cylinder(0.035, 0.24, 0.06), feet, { at: [width / 2 - 0.12, 0.12, z] })
      ),
    ),
  ];
}

function table(look: Look, height = 1.05, width = 2, depth = 1.2): Parts {
  const top = look.skin("primary top", wood, ["#94643a", "#7a4c2c", "#b48454"]);
  const base = look.skin("leg secondary", wood, ["#7a4c2c", "#5c3822"]);
  return [
    part(box(width, 0.1, depth, 0.03), top, { at: [0, height, 0] }),
    part(box(width - 0.22, 0.14, depth - 0.22, 0.01), base, { at: [0, height - 0.11, 0] }),
    mirrored(
      [1, -1].map((side) =>
        part(turnedLeg(height - 0.05, 0.1), base, {
          at: [width / 2 - 0.16, 0, side * (depth / 2 - 0.16)],
        })
      ),
    ),
  ];
}

function roundTable(look: Look): Parts {
  const top = look.skin("primary top", wood, ["#94643a", "#7a4c2c"]);
  const base = look.skin("leg secondary", wood, "#5c3822");
  return [
    part(
      lathe([[0, -0.05], [0.9, -0.05], [0.96, -0.02], [0.96, 0.02], [0.92, 0.05], [0, 0.05]]),
      top,
      { at: [0, 1.1, 0] },
    ),
    part(turnedLeg(1.05, 0.17), base),
    around(
      3,
      () =>
        part(
          tube([[0, 0.35, 0.06], [0, 0.28, 0.3], [0, 0.06, 0.55], [0, 0.05, 0.66]], [
            0.07,
            0.065,
            0.05,
            0.055,
          ]),
          base,
        ),
    ),
  ];
}

function desk(look: Look): Parts {
  const top = look.skin("primary top", wood, ["#94643a", "#6c4226"]);
  const body = look.skin("secondary drawer", wood, ["#80542f", "#5c3822"]);
  const knob = look.skin("knob accent", metal, "#c8a450");
  return [
    part(box(2.1, 0.09, 1, 0.025), top, { at: [0, 1.12, 0] }),
    mirrored(part(box(0.55, 1.05, 0.86, 0.015), body, { at: [0.7, 0.56, 0] })),
    part(box(0.9, 0.22, 0.8, 0.01), body, { at: [0, 0.97, -0.02] }),
    mirrored(row(3, (i) => [
      part(box(0.46, 0.28, 0.04, 0.015), top, { at: [0.7, 0.24 + i * 0.33, 0.43] }),
      part(ball(0.035), knob, { at: [0.7, 0.24 + i * 0.33, 0.48] }),
    ])),
    part(box(0.76, 0.15, 0.04, 0.015), top, { at: [0, 0.97, 0.39] }),
    part(ball(0.03), knob, { at: [0, 0.97, 0.43] }),
  ];
}

function bed(look: Look): Parts {
  const frame = look.skin("primary frame", wood, ["#7a4c2c", "#94643a"]);
  const blanket = look.skin("secondary blanket sheet", cloth, [
    "#42688c",
    "#a04a44",
    "#5c7c54",
    "#8c6ca4",
  ]);
  const linen = look.skin("pillow accent", cloth, "#f2efe6");
  const board = (
    height: number,
  ): Vec2[] => [
    [-0.86, 0],
    [-0.86, height - 0.14],
    [-0.5, height],
    [0, height + 0.06],
    [0.5, height],
    [0.86, height - 0.14],
    [0.86, 0],
  ];
  return [
    part(extrude(board(1.2), 0.1), frame, { at: [0, 0.05, -1.14] }),
    part(extrude(board(0.72), 0.1), frame, { at: [0, 0.05, 1.14] }),
    mirrored(
      part(box(0.09, 0.22, 2.2, 0.02), frame, { at: [0.82, 0.36, 0] }),
      [[1.14, 0.86], [-1.14, 1.34]].map(([z, height]) => [
        part(cylinder(0.075, height), frame, { at: [0.86, height / 2, z] }),
        part(ball(0.1), frame, { at: [0.86, height + 0.06, z] }),
      ]),
      part(box(0.62, 0.17, 0.38, 0.085), linen, { at: [0.38, 0.78, -0.84], turn: [14, 0, 0] }),
    ),
    part(box(1.58, 0.3, 2.16, 0.1), linen, { at: [0, 0.52, 0] }),
    part(box(1.68, 0.34, 1.48, 0.11), blanket, {
      at: [0, 0.53, 0.36],
      bump: { height: 0.02, scale: 4 },
    }),
    part(box(1.69, 0.09, 0.26, 0.045), linen, { at: [0, 0.69, -0.34] }),
  ];
}

const BOOK_COLOURS = [
  "#8c2f2a",
  "#2f4c7a",
  "#3f6b48",
  "#b08a3c",
  "#5c3c6c",
  "#d8c8a4",
  "#26262c",
  "#a0522d",
];

function books(look: Look, width: number, y: number): Parts {
  const parts: Parts[] = [];
  for (let x = -width / 2; x < width / 2 - 0.1;) {
    const thick = look.between(0.055, 0.1);
    const tall = look.between(0.3, 0.42);
    parts.push(part(box(thick * 0.94, tall, 0.34, 0.01), matte(hex(look.pick(BOOK_COLOURS))), {
      at: [x + thick / 2, y + tall / 2, 0.04],
    }));
    x += look.random() < 0.08 ? thick + 0.14 : thick;
  }
  return parts;
}

function bookshelf(look: Look): Parts {
  const frame = look.skin("primary shelf frame", wood, ["#7a4c2c", "#5c3822", "#94643a"]);
  return [
    mirrored(part(box(0.08, 2.3, 0.5, 0.01), frame, { at: [0.7, 1.15, 0] })),
    part(box(1.4, 2.3, 0.04, 0.01), frame, { at: [0, 1.15, -0.24] }),
    part(box(1.6, 0.12, 0.58, 0.02), frame, { at: [0, 2.34, 0] }),
    part(box(1.52, 0.12, 0.54, 0.02), frame, { at: [0, 0.06, 0] }),
    row(3, (i) => part(box(1.36, 0.05, 0.48, 0.01), frame, { at: [0, 0.66 + i * 0.55, 0] })),
    row(4, (i) => books(look, 1.28, 0.12 + i * 0.555)),
  ];
}

function cabinet(look: Look, doors: boolean, height: number, width: number): Parts {
  const body = look.skin("primary", wood, ["#80542f", "#5c3822", "#94643a"]);
  const front = look.skin("door drawer secondary", wood, ["#94643a", "#6c4226", "#a8784a"]);
  const knob = look.skin("knob accent handle", metal, "#c8a450");
  const rows = Math.max(2, Math.round(height / 0.4));
  const step = (height - 0.28) / rows;
  return [
    part(box(width, height, 0.8, 0.02), body, { at: [0, height / 2 + 0.1, 0] }),
    part(box(width + 0.12, 0.09, 0.92, 0.03), body, { at: [0, height + 0.14, 0] }),
    part(box(width + 0.06, 0.1, 0.86, 0.02), body, { at: [0, 0.16, 0] }),
    mirrored(
      [0.3, -0.3].map((z) =>
        part(ball(0.09, 0.1, 0.09), body, { at: [width / 2 - 0.12, 0.06, z] })
      ),
    ),
    doors
      ? mirrored(
        part(box(width / 2 - 0.06, height - 0.2, 0.05, 0.015), front, {
          at: [width / 4, height / 2 + 0.13, 0.4],
        }),
        [0.3, 0.72].map((t) =>
          part(box(width / 2 - 0.24, height * 0.36, 0.03, 0.02), body, {
            at: [width / 4, height * t + 0.12, 0.425],
          })
        ),
        part(ball(0.045), knob, { at: [0.07, height / 2 + 0.12, 0.46] }),
      )
      : row(rows, (i) => [
        part(box(width - 0.12, step - 0.05, 0.05, 0.02), front, {
          at: [0, 0.3 + step * (i + 0.5), 0.4],
        }),
        mirrored(part(ball(0.045), knob, { at: [width * 0.26, 0.3 + step * (i + 0.5), 0.46] })),
      ]),
  ];
}

function stool(look: Look): Parts {
  const frame = look.skin("primary leg", wood, ["#8a5a32", "#6c4226"]);
  const seat = look.skin("seat secondary cushion", wood, ["#a8784a", "#94643a"]);
  return [
    part(
      lathe([[0, -0.06], [0.44, -0.06], [0.5, 0], [0.46, 0.07], [0.2, 0.05], [0, 0.04]], {
        smooth: false,
      }),
      seat,
      { at: [0, 1.2, 0] },
    ),
    around(4, () => part(limb([0, 1.16, 0.3], [0, 0.03, 0.5], 0.06, 0.045), frame), { start: 45 }),
    around(4, () => part(limb([-0.31, 0.42, 0.31], [0.31, 0.42, 0.31], 0.03), frame)),
  ];
}

function bench(look: Look): Parts {
  const slat = look.skin("primary seat", wood, ["#94643a", "#7a5230"]);
  const iron = look.skin("leg secondary frame", metal, "#3a3d42");
  return [
    row(4, (i) => part(box(2.3, 0.06, 0.15, 0.02), slat, { at: [0, 0.72, -0.24 + i * 0.18] })),
    row(
      3,
      (i) =>
        part(box(2.3, 0.15, 0.05, 0.02), slat, {
          at: [0, 0.95 + i * 0.2, -0.4 - i * 0.05],
          turn: [-12, 0, 0],
        }),
    ),
    mirrored(
      part(tube([[0.95, 0.02, 0.42], [0.95, 0.4, 0.3], [0.95, 0.68, 0.32]], 0.045), iron),
      part(
        tube(
          [[0.95, 0.02, -0.5], [0.95, 0.4, -0.38], [0.95, 0.75, -0.36], [0.95, 1.48, -0.55]],
          0.045,
        ),
        iron,
      ),
      part(limb([0.95, 0.67, 0.34], [0.95, 0.67, -0.38], 0.045), iron),
      part(
        tube([[0.95, 0.68, 0.34], [0.95, 0.98, 0.36], [0.95, 1.04, 0.1], [0.95, 1.02, -0.4]], 0.04),
        iron,
      ),
    ),
  ];
}

function throne(look: Look): Parts {
  const frame = look.skin("primary frame", metal, ["#d4a23a", "#c89a3a"]);
  const seat = look.skin("secondary seat cushion", velvet, ["#8c1c2c", "#3c2470"]);
  const gem = look.skin("accent gem jewel", metal, "#b4123a");
  const back: Vec2[] = [[-0.55, 0], [-0.6, 1.1], [-0.42, 1.5], [0, 1.75], [0.42, 1.5], [0.6, 1.1], [
    0.55,
    0,
  ]];
  return [
    part(box(1.5, 0.14, 1.4, 0.03), frame, { at: [0, 0.07, 0] }),
    part(box(1.3, 0.5, 1.1, 0.04), frame, { at: [0, 0.4, 0] }),
    part(box(1.06, 0.2, 0.96, 0.09), seat, { at: [0, 0.72, 0.06] }),
    part(extrude(back, 0.16, { bevel: 0.08 }), frame, { at: [0, 0.62, -0.5] }),
    part(
      extrude(back.map(([x, y]) => [x * 0.76, y * 0.82 + 0.1]), 0.14, { bevel: 0.2, pillow: true }),
      seat,
      { at: [0, 0.64, -0.43] },
    ),
    mirrored(
      part(box(0.2, 0.14, 1.05, 0.06), frame, { at: [0.62, 1.08, 0] }),
      part(ball(0.14), frame, { at: [0.62, 1.1, 0.52] }),
      part(cylinder(0.09, 0.5, 0.07), frame, { at: [0.62, 0.85, 0.44] }),
      part(cylinder(0.08, 1.2), frame, { at: [0.66, 1.3, -0.5] }),
      part(lathe([[0, 0], [0.13, 0], [0.13, 0.06], [0.05, 0.12], [0.11, 0.24], [0, 0.44]]), frame, {
        at: [0.66, 1.9, -0.5],
      }),
    ),
    part(extrude(star(5, 0.2, 0.09), 0.14, { bevel: 0.08 }), frame, { at: [0, 2.42, -0.48] }),
    part(ball(0.09), gem, { at: [0, 2.18, -0.38] }),
  ];
}

function trunk(look: Look): Parts {
  const planks = look.skin("primary", wood, ["#7a4c2c", "#8a5a32"]);
  const band = look.skin("secondary band", metal, ["#b8923c", "#6c6e74"]);
  const gold = look.skin("accent gold treasure coin", metal, "#e8b83a");
  const lid = lathe([[0, -0.8], [0.5, -0.8], [0.5, 0.8], [0, 0.8]], { turn: 0.5 });
  const open = look.says("treasure open gold coin");
  const lidParts: Parts = [
    part(lid, planks, { turn: [0, 0, 90], at: [0, 0, 0.5] }),
    row(
      3,
      (_, t) =>
        part(
          lathe([[0.52, -0.07], [0.535, -0.07], [0.535, 0.07], [0.52, 0.07]], { turn: 0.52 }),
          band,
          { turn: [0, 0, 90], at: [(t - 0.5) * 1.46, 0, 0.5] },
        ),
    ),
  ];
  return [
    part(box(1.6, 0.72, 1, 0.02), planks, { at: [0, 0.38, 0] }),
    row(3, (_, t) => part(box(0.14, 0.75, 1.04, 0.02), band, { at: [(t - 0.5) * 1.46, 0.38, 0] })),
    part(box(1.64, 0.09, 1.04, 0.02), band, { at: [0, 0.72, 0] }),
    group(
      { at: [0, 0.77, -0.5], turn: [open ? -58 : 0, 0, 0] },
      group({ turn: [-90, 0, 0], at: [0, 0, 0] }, group({ turn: [90, 0, 0] }, lidParts)),
    ),
    part(box(0.26, 0.26, 0.08, 0.03), band, { at: [0, 0.68, 0.53] }),
    open
      ? row(46, () =>
        part(cylinder(0.09, 0.03), gold, {
          at: [look.between(-0.65, 0.65), look.between(0.74, 0.9), look.between(-0.38, 0.38)],
          turn: [look.between(-40, 40), look.between(0, 90), look.between(-40, 40)],
        }))
      : [],
  ];
}

function ottoman(look: Look): Parts {
  const fabric = look.skin("primary", velvet, ["#8c5a7c", "#3c6478", "#a8743c"]);
  const feet = look.skin("leg secondary", wood, "#50331f");
  return [
    part(
      lathe([[0, 0.14], [0.74, 0.14], [0.82, 0.22], [0.82, 0.62], [0.72, 0.76], [0.3, 0.82], [
        0,
        0.8,
      ]], { smooth: true, ribs: (angle) => 1 + 0.03 * Math.abs(Math.sin(angle * 6)) }),
      fabric,
    ),
    part(ball(0.06, 0.03), feet, { at: [0, 0.81, 0] }),
    around(4, () => part(cylinder(0.04, 0.18, 0.07), feet, { at: [0, 0.08, 0.6] }), { start: 45 }),
  ];
}

function crib(look: Look): Parts {
  const frame = look.skin("primary", wood, ["#ece4d4", "#c49c64"]);
  const bedding = look.skin("secondary blanket", cloth, ["#9cc4dc", "#f2c4cc"]);
  const bars = (count: number, width: number): Parts =>
    row(count, (_, t) => part(cylinder(0.028, 0.9), frame, { at: [(t - 0.5) * width, 0.95, 0] }));
  return [
    [0.5, -0.5].map((z) =>
      group(
        { at: [0, 0, z] },
        bars(11, 1.5),
        part(box(1.7, 0.09, 0.09), frame, { at: [0, 1.42, 0] }),
        part(box(1.7, 0.09, 0.07), frame, { at: [0, 0.5, 0] }),
      )
    ),
    mirrored(
      group(
        { at: [0.84, 0, 0], turn: [0, 90, 0] },
        bars(7, 0.84),
        part(box(1.0, 0.13, 0.09), frame, { at: [0, 1.48, 0] }),
        part(box(1.0, 0.09, 0.07), frame, { at: [0, 0.5, 0] }),
      ),
    ),
    mirrored(
      [0.5, -0.5].map((z) => part(box(0.11, 1.6, 0.11, 0.03), frame, { at: [0.84, 0.8, z] })),
    ),
    part(box(1.6, 0.2, 0.92, 0.08), bedding, { at: [0, 0.6, 0] }),
    part(box(0.4, 0.12, 0.5, 0.06), cloth(hex("#f4f2ec")), { at: [-0.5, 0.74, 0] }),
  ];
}

function officeChair(look: Look): Parts {
  const fabric = look.skin("primary seat", leather, ["#2b2d33", "#3c4454", "#6c3c30"]);
  const base = look.skin("secondary leg base", metal, "#8c9098");
  const wheel = matte(hex("#1e1e22"));
  return [
    part(box(1, 0.18, 0.95, 0.09), fabric, { at: [0, 0.95, 0] }),
    part(extrude(roundedRectangle(0.9, 1.15, 0.25), 0.18, { bevel: 0.2, pillow: true }), fabric, {
      at: [0, 1.75, -0.5],
      turn: [-8, 0, 0],
    }),
    part(limb([0, 0.9, -0.4], [0, 1.4, -0.58], 0.06), base),
    part(cylinder(0.06, 0.6), base, { at: [0, 0.6, 0] }),
    around(5, () => [
      part(limb([0, 0.28, 0], [0, 0.16, 0.62], 0.06, 0.04), base),
      part(cylinder(0.08, 0.07), wheel, { at: [0, 0.08, 0.62], turn: [0, 0, 90] }),
    ]),
    mirrored(
      part(tube([[0.5, 0.92, 0], [0.62, 1.05, 0], [0.6, 1.28, 0]], 0.04), base),
      part(box(0.13, 0.07, 0.55, 0.03), fabric, { at: [0.6, 1.31, 0.03] }),
    ),
  ];
}

/** Nouns of the category "furniture". */
export const FURNITURE: readonly Noun[] = nounsOf("furniture", [
  ["chair, wooden chair, dining chair, seat", 1, chair],
  ["armchair, recliner, easy chair, lounge chair", 1.1, (look) => seating(look, 1.6, 1)],
  [
    "sofa, couch, loveseat, settee, futon, daybed, chaise longue",
    2,
    (look) => seating(look, 2.5, look.pick([2, 3])),
  ],
  ["table, dining table, wooden table", 1.6, (look) => table(look)],
  ["coffee table, side table, low table", 1.1, (look) => table(look, 0.72, 1.9, 1.1)],
  ["round table, pedestal table, tea table", 1.2, roundTable],
  ["desk, writing desk, workbench, work desk", 1.5, desk],
  ["bed, double bed, single bed, mattress", 2.1, bed],
  ["bookshelf, bookcase, shelf, book shelf", 2, bookshelf],
  ["wardrobe, closet, armoire", 2.1, (look) => cabinet(look, true, 1.95, 1.3)],
  ["cabinet, cupboard, sideboard, buffet", 1.4, (look) => cabinet(look, true, 1.05, 1.7)],
  [
    "dresser, chest of drawers, drawer, nightstand, bedside table",
    1.1,
    (look) => cabinet(look, false, look.says("nightstand bedside") ? 0.9 : 1.35, 1.35),
  ],
  ["stool, bar stool, footstool", 0.7, stool],
  ["bench, park bench", 1.6, bench],
  ["rocking chair", 1.1, rockingChair],
  ["office chair, swivel chair, desk chair, gaming chair", 1.2, officeChair],
  ["throne", 1.9, throne],
  ["chest, treasure chest, trunk, wooden chest", 0.9, trunk],
  ["ottoman, pouf", 0.6, ottoman],
  ["crib, cradle, cot", 1.2, crib],
]);
