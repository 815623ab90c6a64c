/**
 * Nouns of the category "decorative elements".
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
  feathers,
  glass,
  glowing,
  gradient,
  group,
  hex,
  lathe,
  limb,
  marble,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  plastic,
  polished,
  row,
  sheet,
  smoothLine,
  star,
  stone,
  straw,
  striped,
  torus,
  tube,
  type Vec2,
  type Vec3,
  velvet,
  where,
  wood,
} from "../kit/mod.ts";
import { leaf, petal } from "../builders/plants.ts";
import { humanoid } from "../builders/humanoid.ts";
import type { Look } from "../look.ts";
import { type Noun, nounsOf } from "../noun.ts";

function flame(size: number): Parts {
  return [
    part(
      lathe([[0, 0], [size * 0.32, size * 0.28], [size * 0.2, size * 0.62], [0, size]], {
        smooth: true,
      }),
      glowing(hex("#f89c2c")),
    ),
    part(
      lathe([[0, size * 0.06], [size * 0.35, size * 0.26], [0, size * 0.6]], { smooth: true }),
      glowing(hex("#fdf0a0")),
      { at: [0, 0, size * 0.04], scale: [0.7, 1, 1] },
    ),
  ];
}

function vase(look: Look): Parts {
  const glaze = look.skin("primary", polished, [
    "#2c5c9c",
    "#f0ece2",
    "#a8442c",
    "#3c8c84",
    "#26272d",
  ]);
  const second = look.skin("secondary pattern", polished, ["#f4f1e8", "#2c5c9c", "#d4a23a"]);
  const pattern: Material = {
    ...glaze,
    colour: (spot) => {
      const y = spot.at[1];
      if (Math.abs(y - 0.62) < 0.03 || Math.abs(y + 0.42) < 0.03) return second.colour(spot);
      const wave = 0.1 + 0.09 * Math.sin(spot.u * 2 * Math.PI * 9);
      return Math.abs(y - wave) < 0.035 ||
          Math.abs(y - 0.1 + 0.09 * Math.sin(spot.u * 2 * Math.PI * 9)) < 0.03
        ? second.colour(spot)
        : glaze.colour(spot);
    },
  };
  const flowers = look.says("flower rose tulip bouquet sunflower lily");
  return [
    part(
      lathe([
        [0, -1],
        [0.36, -1],
        [0.4, -0.94],
        [0.36, -0.86],
        [0.66, -0.25],
        [0.68, 0.15],
        [0.4, 0.62],
        [0.24, 0.8],
        [0.26, 0.94],
        [0.4, 1.02],
        [0.37, 1.04],
        [0.2, 0.9],
        [0.18, 0.6],
      ], { smooth: true }),
      pattern,
    ),
    flowers ? bouquet(0.9) : [],
  ];
}

/** Flowers that stand in something whose mouth is at the height `y`. */
function bouquet(y: number): Parts {
  const colours = ["#e8506c", "#f0c030", "#c85cc0", "#f4f0ec", "#f08a3c"];
  return row(9, (i) => {
    const lean = i === 0 ? 0 : 22 + 6 * (i % 2);
    const rise = 0.75 + 0.2 * ((i * 7) % 3) / 2;
    const tint = matte(hex(colours[i % colours.length]));
    return group(
      { at: [0, y - 0.2, 0], turn: [0, i * 47, 0] },
      group(
        { turn: [lean, 0, 0] },
        part(limb([0, 0, 0], [0, rise, 0], 0.022), plastic(hex("#4c8c3c"))),
        leaf(0.34, 0.14, "#4c8c3c", { at: [0, rise * 0.55, 0] }, 45),
        group(
          { at: [0, rise, 0] },
          around(8, () => petal(0.26, 0.15, tint, 66, { at: [0, 0, 0.05] }, 0.3)),
          part(ball(0.085, 0.06, 0.085), matte(hex("#e8b020")), { at: [0, 0.02, 0] }),
        ),
      ),
    );
  });
}

function candle(look: Look): Parts {
  const wax = look.skin("primary", (colour) => ({ ...plastic(colour), glow: 0.08 }), [
    "#f6efdc",
    "#c8342c",
    "#c8a0d4",
  ]);
  const holder = look.skin("secondary holder", metal, ["#d0a03c", "#8c7860"]);
  return [
    part(
      cylinder(0.34, 1.2),
      gradient("y", 0.2, 0.7, wax, {
        ...wax,
        colour: (spot) =>
          wax.colour(spot).map((value) => Math.min(1, value * 1.08)) as unknown as Vec3,
      }),
      { at: [0, 0.05, 0] },
    ),
    around(
      6,
      (i) =>
        part(
          tube([[0, 0.64, 0.3], [0, 0.6, 0.355], [0, 0.35 - 0.14 * (i % 3), 0.365]], [
            0.07,
            0.06,
            0.065,
          ]),
          wax,
        ),
    ),
    part(
      lathe([[0, -0.68], [0.6, -0.68], [0.74, -0.5], [0.68, -0.48], [0.4, -0.58], [0, -0.58]]),
      holder,
    ),
    part(tube([[0.66, -0.56, 0], [0.98, -0.5, 0], [0.98, -0.26, 0], [0.7, -0.4, 0]], 0.05), holder),
    part(limb([0, 0.62, 0], [0.01, 0.82, 0], 0.022), matte(hex("#33261c"))),
    group({ at: [0.01, 0.76, 0] }, flame(0.55)),
  ];
}

function candelabra(look: Look): Parts {
  const gold = look.skin("primary", metal, ["#d4a23a", "#b4b8be"]);
  const wax = look.skin("secondary candle", plastic, "#f6efdc");
  const holder = (at: Vec3): Parts =>
    group(
      { at },
      part(lathe([[0, 0], [0.1, 0.02], [0.17, 0.1], [0.14, 0.12], [0, 0.08]]), gold),
      part(cylinder(0.065, 0.42), wax, { at: [0, 0.28, 0] }),
      group({ at: [0, 0.49, 0] }, flame(0.2)),
    );
  return [
    part(
      lathe([
        [0, -1],
        [0.5, -1],
        [0.46, -0.9],
        [0.2, -0.82],
        [0.09, -0.7],
        [0.07, -0.2],
        [0.12, -0.1],
        [0.06, 0.05],
        [0.1, 0.3],
        [0.05, 0.5],
        [0, 0.52],
      ]),
      gold,
    ),
    holder([0, 0.5, 0]),
    mirrored(
      [[0.42, 0.38], [0.78, 0.3]].map((
        [x, y],
      ) => [
        part(tube([[0.03, 0.0, 0], [x * 0.5, -0.14, 0], [x, 0.02, 0], [x, y, 0]], 0.04), gold),
        holder([x, y, 0]),
      ]),
    ),
  ];
}

function lantern(look: Look): Parts {
  const isPaper = look.says("paper chinese japanese");
  if (isPaper) {
    const paper = look.skin("primary", (colour) => ({ ...matte(colour), glow: 0.4 }), [
      "#d8342c",
      "#f0c83c",
    ]);
    const gold = metal(hex("#d4a23a"));
    return [
      part(
        lathe([[0.26, -0.6], [0.7, -0.3], [0.8, 0], [0.7, 0.3], [0.26, 0.6]], {
          smooth: true,
          ribs: (a) => 1 + 0.02 * Math.abs(Math.sin(a * 9)),
        }),
        striped("y", 7, paper, {
          ...paper,
          colour: (spot) => paper.colour(spot).map((value) => value * 0.82) as unknown as Vec3,
        }, { share: 0.85 }),
      ),
      [0.62, -0.62].map((y) => part(cylinder(0.28, 0.1), gold, { at: [0, y, 0] })),
      part(tube([[0, 0.66, 0], [0, 1.0, 0]], 0.02), gold),
      part(ball(0.07), gold, { at: [0, -0.74, 0] }),
      row(9, (i) =>
        part(
          limb([Math.sin(i * 0.7) * 0.04, -0.78, Math.cos(i * 0.7) * 0.04], [
            Math.sin(i * 0.7) * 0.09,
            -1.25,
            Math.cos(i * 0.7) * 0.09,
          ], 0.016),
          cloth(hex("#e0b03c")),
        )),
    ];
  }
  const iron = look.skin("primary frame", metal, ["#33363c", "#a8783c"]);
  return [
    part(
      lathe([[0, -0.8], [0.62, -0.8], [0.62, -0.66], [0.5, -0.62], [0, -0.62]], { sides: 6 }),
      iron,
    ),
    part(lathe([[0.42, -0.62], [0.48, 0.4]], { sides: 6 }), {
      ...glass(hex("#f8e0a0")),
      glow: 0.25,
      opacity: 0.55,
    }),
    around(6, () => part(limb([0, -0.62, 0.48], [0, 0.42, 0.53], 0.035), iron)),
    part(
      lathe([[0.66, 0.38], [0.6, 0.48], [0.24, 0.78], [0.2, 0.9], [0, 0.94]], { sides: 6 }),
      iron,
    ),
    part(torus(0.17, 0.05), iron, { at: [0, 1.08, 0], turn: [90, 0, 0] }),
    part(cylinder(0.13, 0.4), plastic(hex("#f6efdc")), { at: [0, -0.42, 0] }),
    group({ at: [0, -0.24, 0] }, flame(0.42)),
  ];
}

function statue(look: Look): Parts {
  const rock = look.skin("primary", marble, ["#e4e0d8", "#b8b4ac"]);
  const figure = humanoid(look, {
    skin: rock,
    top: rock,
    bottom: rock,
    shoes: rock,
    skirt: "long",
    skirtMaterial: rock,
    hair: "curly",
    hairMaterial: rock,
    eyes: "#d8d4cc",
    arms: "hold",
  });
  const stonelike = (parts: Parts): Parts =>
    "shape" in parts ? { ...parts, material: rock } : parts.map(stonelike);
  return [
    group({ at: [0, 0.42, 0], scale: 0.8 }, stonelike(figure.parts)),
    part(box(0.85, 0.3, 0.85, 0.02), rock, { at: [0, 0.25, 0] }),
    part(box(1.0, 0.12, 1.0, 0.02), rock, { at: [0, 0.06, 0] }),
    part(box(0.94, 0.07, 0.94, 0.02), rock, { at: [0, 0.4, 0] }),
  ];
}

function bust(look: Look): Parts {
  const rock = look.skin("primary", marble, "#e8e4dc");
  const figure = humanoid(look, {
    skin: rock,
    top: rock,
    bottom: rock,
    isLegless: true,
    hair: "curly",
    hairMaterial: rock,
    beard: "full",
    eyes: "#d8d4cc",
    mouth: "flat",
    arms: "down",
  });
  const keep = (parts: Parts): Parts =>
    "shape" in parts ? { ...parts, material: rock } : parts.map(keep);
  return [
    group({ at: [0, -1.35, 0], scale: 1.35 }, keep(figure.parts)),
    part(lathe([[0, -0.55], [0.5, -0.55], [0.46, -0.42], [0.24, -0.3], [0.26, 0], [0, 0]]), rock),
  ];
}

function clock(look: Look): Parts {
  const isGrandfather = look.says("grandfather pendulum tall cuckoo");
  const isAlarm = look.says("alarm");
  const body = look.skin(
    "primary case",
    isAlarm ? polished : wood,
    isAlarm ? ["#c8342c", "#3c9c9c"] : ["#6c3c24", "#8a5a32"],
  );
  const brass = look.skin("secondary hand", metal, "#d0a03c");
  const face = (
    radius: number,
  ): Parts => [
    part(cylinder(radius, 0.05), matte(hex("#f6f1e2")), { turn: [90, 0, 0] }),
    part(torus(radius, radius * 0.16), isAlarm ? body : brass, {
      turn: [90, 0, 0],
      at: [0, 0, 0.02],
    }),
    row(12, (i) =>
      group(
        { turn: [0, 0, i * 30] },
        part(
          box(radius * (i % 3 === 0 ? 0.07 : 0.035), radius * 0.16, 0.02, 0.004),
          matte(hex("#26221f")),
          { at: [0, radius * 0.78, 0.035] },
        ),
      )),
    group(
      { turn: [0, 0, 52] },
      part(box(radius * 0.075, radius * 0.5, 0.02, 0.006), matte(hex("#26221f")), {
        at: [0, radius * 0.22, 0.045],
      }),
    ),
    group(
      { turn: [0, 0, -62] },
      part(box(radius * 0.05, radius * 0.72, 0.02, 0.006), matte(hex("#26221f")), {
        at: [0, radius * 0.33, 0.055],
      }),
    ),
    part(ball(radius * 0.07), brass, { at: [0, 0, 0.06] }),
  ];
  if (isGrandfather) {
    return [
      part(box(0.85, 0.4, 0.55, 0.03), body, { at: [0, -1.05, 0] }),
      part(box(0.62, 1.35, 0.44, 0.02), body, { at: [0, -0.2, 0] }),
      part(box(0.42, 1.1, 0.03, 0.01), matte(hex("#33221a")), { at: [0, -0.22, 0.215] }),
      part(limb([0, 0.25, 0.24], [0.08, -0.5, 0.24], 0.014), brass),
      part(ball(0.12, 0.12, 0.03), brass, { at: [0.08, -0.55, 0.25] }),
      part(box(0.85, 0.8, 0.55, 0.03), body, { at: [0, 0.85, 0] }),
      group({ at: [0, 0.85, 0.28] }, face(0.3)),
      part(extrude([[-0.46, 0], [0.46, 0], [0.3, 0.16], [0, 0.3], [-0.3, 0.16]], 0.52), body, {
        at: [0, 1.25, 0],
      }),
      part(ball(0.08), brass, { at: [0, 1.6, 0] }),
    ];
  }
  if (isAlarm) {
    return [
      part(cylinder(0.75, 0.45), body, { turn: [90, 0, 0] }),
      group({ at: [0, 0, 0.23] }, face(0.62)),
      mirrored(
        part(lathe([[0.26, 0], [0.2, 0.16], [0, 0.22]], { smooth: true }), brass, {
          at: [0.46, 0.78, 0],
          turn: [0, 0, -32],
        }),
        part(limb([0.4, -0.62, 0], [0.56, -0.92, 0.08], 0.06), brass),
      ),
      part(limb([0, 0.75, 0], [0, 1.05, 0], 0.03), brass),
      part(box(0.26, 0.09, 0.09, 0.03), brass, { at: [0, 1.05, 0] }),
    ];
  }
  return [
    part(lathe([[0, -0.14], [0.95, -0.14], [1, 0], [0.92, 0.12], [0.8, 0.06], [0, 0.06]]), body, {
      turn: [90, 0, 0],
    }),
    group({ at: [0, 0, 0.08] }, face(0.78)),
  ];
}

function mirror(look: Look): Parts {
  const frame = look.skin("primary frame", metal, ["#d4a23a", "#c4c8ce", "#8a5a32"]);
  const silver: Material = {
    ...polished(hex("#c8dce8")),
    metal: 0.5,
    colour: (spot) => {
      const band = spot.local[0] + spot.local[1] * 0.7;
      return Math.abs(band - 0.2) < 0.09 || Math.abs(band + 0.12) < 0.035
        ? hex("#f2f8fc")
        : hex("#a4c0d0");
    },
  };
  const oval = (r: number): Vec2[] =>
    Array.from(
      { length: 48 },
      (_, i): Vec2 => [r * 0.72 * Math.cos(i * 0.1309), r * Math.sin(i * 0.1309)],
    );
  return [
    part(extrude(oval(1.02), 0.1), silver),
    part(tube(oval(1.05).map(([x, y]): Vec3 => [x, y, 0.02]), 0.1, { closed: true }), frame),
    row(24, (i) =>
      part(ball(0.075), frame, {
        at: [0.82 * Math.cos(i * 0.2618), 1.14 * Math.sin(i * 0.2618), 0.02],
      })),
    part(
      extrude(
        smoothLine([[-0.3, 0], [-0.16, 0.22], [0, 0.32], [0.16, 0.22], [0.3, 0]], false, 5),
        0.12,
        { bevel: 0.06 },
      ),
      frame,
      { at: [0, 1.12, 0] },
    ),
    part(limb([0, -0.8, -0.1], [0, -1.22, -0.5], 0.05), frame),
    mirrored(part(limb([0.35, -0.95, 0], [0.45, -1.25, 0.12], 0.06), frame)),
  ];
}

function pictureFrame(look: Look): Parts {
  const frame = look.skin("primary frame", wood, ["#d0a03c", "#6c3c24", "#26272d"]);
  const scene: Material = {
    ...matte(hex("#8cc4e8")),
    colour: (spot) => {
      const [x, y] = spot.local;
      if (Math.hypot(x - 0.36, y - 0.32) < 0.14) return hex("#f8e080");
      if (y < -0.28 + 0.06 * Math.sin(x * 6)) return hex("#5c9c44");
      if (
        y < 0.12 - Math.abs(x + 0.25) * 0.8 || y < -0.02 - Math.abs(x - 0.38) * 0.7
      ) return y > 0.0 - Math.abs(x + 0.25) * 0.3 ? hex("#f4f8fc") : hex("#6c7c94");
      return hex("#9cd0ec");
    },
  };
  return group(
    { turn: [-10, 0, 0] },
    part(box(1.5, 1.15, 0.04, 0.005), scene),
    [0.66, -0.66].map((y) => part(box(1.95, 0.22, 0.16, 0.05), frame, { at: [0, y, 0.02] })),
    [0.86, -0.86].map((x) => part(box(0.22, 1.5, 0.16, 0.05), frame, { at: [x, 0, 0.02] })),
    mirrored(
      [0.66, -0.66].map((y) =>
        part(ball(0.14, 0.14, 0.08), metal(hex("#d4a23a")), { at: [0.86, y, 0.1] })
      ),
    ),
    part(limb([0, 0.1, -0.05], [0, -0.75, -0.5], 0.05), frame),
  );
}

function chandelier(look: Look): Parts {
  const gold = look.skin("primary", metal, ["#d4a23a", "#b4b8be"]);
  const drop = look.skin("secondary crystal", glass, "#d8ecf6");
  return [
    part(cylinder(0.03, 0.6), gold, { at: [0, 0.95, 0] }),
    part(
      lathe([[0, -0.5], [0.08, -0.45], [0.2, -0.2], [0.1, 0.05], [0.16, 0.25], [0.06, 0.5], [
        0.1,
        0.66,
      ], [0, 0.7]], { smooth: true }),
      gold,
    ),
    part(lathe([[0, 1.22], [0.2, 1.24], [0.14, 1.32], [0, 1.34]]), gold),
    around(
      8,
      () => [
        part(tube([[0, 0.0, 0.12], [0, -0.22, 0.5], [0, -0.12, 0.88], [0, 0.1, 0.9]], 0.032), gold),
        part(lathe([[0, 0], [0.1, 0.02], [0.14, 0.09], [0, 0.07]]), gold, { at: [0, 0.1, 0.9] }),
        part(cylinder(0.045, 0.26), plastic(hex("#f6efdc")), { at: [0, 0.28, 0.9] }),
        group({ at: [0, 0.4, 0.9] }, flame(0.17)),
        part(lathe([[0, -0.16], [0.045, -0.04], [0, 0.06]], { sides: 6 }), drop, {
          at: [0, -0.26, 0.62],
        }),
        part(lathe([[0, -0.16], [0.045, -0.04], [0, 0.06]], { sides: 6 }), drop, {
          at: [0, -0.02, 0.94],
        }),
      ],
    ),
    around(16, () => part(tube([[0, 0.5, 0.1], [0, 0.14, 0.42], [0, -0.04, 0.82]], 0.018), drop)),
    part(lathe([[0, -0.85], [0.09, -0.68], [0, -0.5]], { sides: 8 }), drop),
  ];
}

function lamp(look: Look): Parts {
  const isFloor = look.says("floor standing tall");
  const isStreet = look.says("street");
  const shade = look.skin("shade primary", (colour) => ({ ...cloth(colour), glow: 0.35 }), [
    "#f6e6c0",
    "#c8563c",
    "#7ca4b4",
  ]);
  const base = look.skin(
    "base secondary",
    isStreet ? metal : polished,
    isStreet ? "#33363c" : ["#3c6c8c", "#d0a03c", "#f0ece2"],
  );
  if (isStreet) {
    return [
      part(
        lathe([[0, -1.2], [0.26, -1.2], [0.22, -1.05], [0.1, -0.95], [0.06, -0.6], [0.05, 0.9], [
          0,
          0.9,
        ]]),
        base,
      ),
      part(lathe([[0.12, 0.9], [0.24, 1.28], [0, 1.28]], { sides: 6 }), {
        ...glowing(hex("#fdf0b0")),
      }),
      part(lathe([[0.3, 1.28], [0.1, 1.46], [0, 1.56]], { sides: 6 }), base),
      mirrored(
        part(limb([0, 0.7, 0], [0.24, 0.76, 0], 0.025), base),
        part(ball(0.04), base, { at: [0.25, 0.77, 0] }),
      ),
    ];
  }
  if (look.says("desk study architect")) {
    const steel = look.skin("primary", metal, ["#c8342c", "#33363c", "#3c8c8c"]);
    return [
      part(lathe([[0, -0.9], [0.5, -0.9], [0.46, -0.8], [0, -0.78]]), steel),
      part(limb([0, -0.78, 0], [0, -0.05, -0.4], 0.045), steel),
      part(ball(0.09), steel, { at: [0, -0.05, -0.4] }),
      part(limb([0, -0.05, -0.4], [0, 0.62, 0.1], 0.045), steel),
      part(ball(0.09), steel, { at: [0, 0.62, 0.1] }),
      group(
        { at: [0, 0.55, 0.3], turn: [-58, 0, 0] },
        part(lathe([[0.42, -0.32], [0.2, 0.1], [0.12, 0.26], [0, 0.28]], { smooth: true }), steel),
        part(ball(0.17), glowing(hex("#fdf0b0")), { at: [0, -0.15, 0] }),
      ),
    ];
  }
  const foot = isFloor ? -1.5 : -0.95;
  return [
    isFloor
      ? [
        part(lathe([[0, foot], [0.42, foot], [0.36, foot + 0.08], [0, foot + 0.1]]), base),
        part(cylinder(0.04, 1.9), base, { at: [0, -0.55, 0] }),
      ]
      : part(
        lathe([
          [0, -0.95],
          [0.36, -0.95],
          [0.34, -0.86],
          [0.16, -0.78],
          [0.4, -0.35],
          [0.3, 0.0],
          [0.1, 0.14],
          [0.08, 0.28],
          [0, 0.28],
        ], { smooth: true }),
        base,
      ),
    part(lathe([[0.78, 0.12], [0.46, 0.95]]), shade, { thin: true }),
    part(lathe([[0.76, 0.13], [0.45, 0.94]]), { ...shade, glow: 0.7 }, { thin: true }),
    [[0.12, 0.78], [0.95, 0.46]].map(([y, r]) =>
      part(torus(r, 0.035), look.skin("trim accent", metal, "#d0a03c"), { at: [0, y, 0] })
    ),
    part(ball(0.16, 0.2, 0.16), glowing(hex("#fdf4c8")), { at: [0, 0.48, 0] }),
    part(tube([[0.3, 0.2, 0.25], [0.3, -0.16, 0.25]], 0.014), metal(hex("#d0a03c"))),
  ];
}

function globe(look: Look): Parts {
  const sea = look.skin("primary ocean", polished, "#2c74b8");
  const land = look.skin("secondary land", matte, "#5c9c48");
  const frame = look.skin("stand frame accent", metal, "#c8983c");
  const earth: Material = {
    ...sea,
    colour: (spot) => {
      const [x, y, z] = spot.local.map((value) => value / 0.78);
      const mass = Math.sin(x * 3.1 + 1) * Math.cos(z * 2.6) + 0.6 * Math.sin(y * 4.2 + x * 2) +
        0.4 * Math.sin(z * 7 + y * 5) * Math.cos(x * 6);
      if (Math.abs(y) > 0.88) return hex("#f4f8fa");
      return mass > 0.42 ? land.colour(spot) : sea.colour(spot);
    },
  };
  return [
    group(
      { at: [0, 0.3, 0], turn: [0, 0, -23] },
      part(ball(0.78), earth),
      part(torus(0.9, 0.06, 0.55), frame, { turn: [90, 0, -90] }),
      part(limb([0, -0.95, 0], [0, 0.95, 0], 0.025), frame),
      [0.93, -0.93].map((y) => part(ball(0.065), frame, { at: [0, y, 0] })),
    ),
    part(
      lathe([[0, -1.0], [0.55, -1.0], [0.5, -0.9], [0.14, -0.8], [0.09, -0.64], [0, -0.6]]),
      look.skin("base", wood, "#6c3c24"),
    ),
  ];
}

function wreath(look: Look): Parts {
  const bow = look.skin("secondary bow ribbon", velvet, "#c81e24");
  const tint = look.vary(hex("#3c7c3c"));
  return [
    row(120, (i) => {
      const a = i * 2.399963;
      const r = 0.78 + 0.16 * Math.sin(i * 1.7);
      return leaf(0.36, 0.15, tint, {
        at: [r * Math.cos(a), r * Math.sin(a), 0.1 * Math.cos(i * 2.1)],
        turn: [i * 37 % 60 - 30, 0, a * 57.3 + 60 + (i % 3) * 30],
      }, 15);
    }),
    part(torus(0.78, 0.2), matte(hex("#2f5c30")), { turn: [90, 0, 0] }),
    row(
      16,
      (i) =>
        part(ball(0.075), polished(hex(i % 3 === 2 ? "#e0b03c" : "#c81e24")), {
          at: [0.8 * Math.cos(i * 0.39), 0.8 * Math.sin(i * 0.39), 0.16],
        }),
    ),
    group(
      { at: [0, -0.78, 0.22] },
      mirrored(
        part(ball(0.26, 0.16, 0.09), bow, { at: [0.26, 0.06, 0], turn: [0, 0, 18] }),
        part(
          extrude([[0, 0], [0.16, -0.1], [0.4, -0.52], [0.22, -0.44], [0.14, -0.58]], 0.05),
          bow,
        ),
      ),
      part(ball(0.11), bow, { at: [0, 0, 0.05] }),
    ),
  ];
}

function fountain(look: Look): Parts {
  const rock = look.skin("primary", marble, ["#e4e0d6", "#b4b0a6"]);
  const water = look.skin("water secondary", polished, "#7cc4e8");
  const clear: Material = { ...water, opacity: 0.75, glow: 0.15 };
  return [
    part(
      lathe([
        [0, -1],
        [1.15, -1],
        [1.2, -0.9],
        [1.16, -0.6],
        [1.24, -0.58],
        [1.22, -0.5],
        [1.06, -0.5],
        [1.04, -0.8],
        [0, -0.8],
      ], { sides: 24 }),
      rock,
    ),
    part(cylinder(1.05, 0.04), water, { at: [0, -0.62, 0] }),
    part(
      lathe([
        [0, -0.8],
        [0.26, -0.8],
        [0.2, -0.5],
        [0.14, -0.2],
        [0.18, 0.0],
        [0.66, 0.16],
        [0.72, 0.24],
        [0.62, 0.22],
        [0, 0.1],
      ]),
      rock,
    ),
    part(cylinder(0.62, 0.03), water, { at: [0, 0.2, 0] }),
    part(
      lathe([[0, 0.15], [0.14, 0.2], [0.08, 0.5], [0.12, 0.62], [0.36, 0.72], [0.38, 0.78], [
        0,
        0.7,
      ]]),
      rock,
    ),
    part(cylinder(0.33, 0.03), water, { at: [0, 0.755, 0] }),
    part(lathe([[0, 0.72], [0.1, 0.76], [0.06, 0.9], [0, 1.0]], { smooth: true }), rock),
    around(
      10,
      () =>
        part(
          tube([[0, 0.98, 0.02], [0, 1.15, 0.14], [0, 1.0, 0.26], [0, 0.76, 0.3]], [
            0.02,
            0.024,
            0.026,
            0.03,
          ]),
          clear,
        ),
    ),
    around(
      12,
      () =>
        part(
          tube([[0, 0.77, 0.36], [0, 0.74, 0.46], [0, 0.5, 0.54], [0, 0.22, 0.56]], 0.028),
          clear,
        ),
    ),
    around(
      14,
      () =>
        part(
          tube([[0, 0.24, 0.7], [0, 0.18, 0.82], [0, -0.2, 0.92], [0, -0.6, 0.95]], 0.036),
          clear,
        ),
    ),
  ];
}

function hourglass(look: Look): Parts {
  const frame = look.skin("primary frame", wood, ["#6c3c24", "#d0a03c"]);
  const sand = look.skin("secondary sand", matte, "#e8c478");
  return [
    [0.95, -0.95].map((y) =>
      part(lathe([[0, -0.08], [0.62, -0.08], [0.66, 0], [0.62, 0.08], [0, 0.08]]), frame, {
        at: [0, y, 0],
      })
    ),
    around(
      4,
      () =>
        part(
          lathe([[0.05, -0.9], [0.07, -0.4], [0.045, 0], [0.07, 0.4], [0.05, 0.9]], {
            smooth: true,
          }),
          frame,
          { at: [0, 0, 0.54] },
        ),
      { start: 45 },
    ),
    part(
      lathe([
        [0, -0.86],
        [0.4, -0.8],
        [0.44, -0.5],
        [0.24, -0.18],
        [0.05, 0],
        [0.24, 0.18],
        [0.44, 0.5],
        [0.4, 0.8],
        [0, 0.86],
      ], { smooth: true }),
      { ...glass(hex("#d8ecf4")), opacity: 0.4 },
    ),
    part(lathe([[0, -0.82], [0.38, -0.78], [0.4, -0.62], [0, -0.36]]), sand),
    part(lathe([[0.03, 0.04], [0.2, 0.2], [0.36, 0.42], [0, 0.38]]), sand),
    part(cylinder(0.018, 0.5), sand, { at: [0, -0.2, 0] }),
  ];
}

function snowGlobe(look: Look): Parts {
  const base = look.skin("primary base", wood, ["#7c2c24", "#5c3822"]);
  const snow = matte(hex("#f4f8fc"));
  const tree = (x: number, z: number, h: number): Parts =>
    row(
      3,
      (i) =>
        part(
          lathe([[0.2 * h * (1 - i * 0.25), 0], [0, 0.34 * h]]),
          where(
            ({ normal, random }) => normal[1] > 0.4 && random > 0.55,
            snow,
            matte(hex("#2c6c3c")),
          ),
          { at: [x, -0.32 + i * 0.2 * h, z] },
        ),
    );
  return [
    part(lathe([[0, -1], [0.82, -1], [0.86, -0.9], [0.72, -0.6], [0.6, -0.55], [0, -0.52]]), base),
    part(torus(0.76, 0.07), metal(hex("#d0a03c")), { at: [0, -0.72, 0] }),
    part(ball(0.7, 0.26, 0.7), snow, { at: [0, -0.44, 0] }),
    tree(-0.28, 0.05, 1.3),
    tree(0.34, -0.14, 1),
    part(box(0.34, 0.24, 0.28, 0.01), matte(hex("#b8443c")), { at: [0.12, -0.14, 0.22] }),
    part(lathe([[0.3, 0], [0, 0.22]], { sides: 4 }), snow, {
      at: [0.12, -0.02, 0.22],
      turn: [0, 45, 0],
    }),
    row(
      40,
      () =>
        part(ball(0.024), { ...snow, glow: 0.5 }, {
          at: [look.between(-0.5, 0.5), look.between(-0.1, 0.75), look.between(-0.45, 0.45)],
        }),
    ),
    part(ball(0.82), { ...glass(hex("#cfe8f4")), opacity: 0.2 }, { at: [0, 0.16, 0] }),
  ];
}

function trophy(look: Look): Parts {
  const gold = look.skin("primary", metal, "#e0ac38");
  const base = look.skin("secondary base", marble, "#33302e");
  return [
    part(box(0.85, 0.36, 0.85, 0.03), base, { at: [0, -0.95, 0] }),
    part(box(0.44, 0.16, 0.02, 0.005), gold, { at: [0, -0.95, 0.43] }),
    part(
      lathe([
        [0, -0.77],
        [0.34, -0.77],
        [0.3, -0.68],
        [0.1, -0.56],
        [0.08, -0.3],
        [0.14, -0.22],
        [0.08, -0.14],
        [0.3, 0.0],
        [0.52, 0.35],
        [0.58, 0.85],
        [0.62, 0.88],
        [0.56, 0.88],
        [0.48, 0.4],
        [0, 0.02],
      ], {}),
      gold,
    ),
    mirrored(
      part(
        tube(
          [[0.55, 0.72, 0], [0.88, 0.78, 0], [0.92, 0.45, 0], [0.66, 0.24, 0], [0.44, 0.2, 0]],
          0.05,
        ),
        gold,
      ),
    ),
    part(extrude(star(5, 0.22, 0.095), 0.08, { bevel: 0.08 }), gold, {
      at: [0, 0.5, 0.52],
      turn: [-8, 0, 0],
    }),
  ];
}

function bell(look: Look): Parts {
  const gold = look.skin("primary", metal, "#d4a23a");
  return [
    part(
      lathe([[0.86, -0.7], [0.92, -0.62], [0.72, -0.35], [0.56, 0.2], [0.46, 0.6], [0.26, 0.78], [
        0,
        0.82,
      ]], { smooth: true }),
      gold,
    ),
    part(torus(0.87, 0.09), gold, { at: [0, -0.66, 0] }),
    part(torus(0.54, 0.05), gold, { at: [0, 0.28, 0] }),
    part(torus(0.16, 0.08), gold, { at: [0, 0.94, 0], turn: [90, 0, 0] }),
    part(ball(0.17), metal(hex("#8c6c2c")), { at: [0, -0.82, 0] }),
    part(limb([0, -0.75, 0], [0, 0.2, 0], 0.04), metal(hex("#8c6c2c"))),
    look.says("christmas jingle")
      ? mirrored(
        part(ball(0.3, 0.17, 0.1), velvet(hex("#c81e24")), {
          at: [0.28, 0.95, 0.1],
          turn: [0, 0, 20],
        }),
      )
      : [],
  ];
}

function dreamcatcher(look: Look): Parts {
  const hoop = look.skin("primary", wood, ["#8a5a32", "#5c3822"]);
  const thread = matte(hex("#f0e8d8"));
  const feather = look.skin("secondary feather", feathers, ["#f4f0e8", "#3c8c9c", "#c8704c"]);
  const shape = extrude(
    smoothLine(
      [[0, 0], [0.11, -0.25], [0.09, -0.6], [0, -0.75], [-0.09, -0.6], [-0.11, -0.25]],
      true,
    ),
    0.03,
    { bevel: 0.05 },
  );
  const rings = [0.62, 0.44, 0.28, 0.14];
  return [
    part(torus(0.68, 0.08), hoop, { at: [0, 0.45, 0], turn: [90, 0, 0] }),
    group(
      { at: [0, 0.45, 0] },
      rings.map((r, k) =>
        row(12, (i) => {
          const [a, b] = [(i + k * 0.5) * 0.5236, (i + k * 0.5 + 1) * 0.5236];
          const [s, t] = [(i + k * 0.5 + 0.5) * 0.5236, rings[k + 1] ?? 0.05];
          return [
            part(
              limb(
                [r * Math.cos(a), r * Math.sin(a), 0],
                [t * Math.cos(s), t * Math.sin(s), 0],
                0.011,
              ),
              thread,
            ),
            part(
              limb(
                [r * Math.cos(b), r * Math.sin(b), 0],
                [t * Math.cos(s), t * Math.sin(s), 0],
                0.011,
              ),
              thread,
            ),
          ];
        })
      ),
      part(ball(0.06), polished(hex("#2cb4b4"))),
    ),
    row(3, (i) => {
      const x = (i - 1) * 0.42;
      const y = 0.45 - Math.sqrt(0.46 - x * x);
      return [
        part(limb([x, y, 0], [x, y - 0.36, 0], 0.013), thread),
        part(ball(0.05), polished(hex("#c8503c")), { at: [x, y - 0.22, 0] }),
        part(ball(0.045), polished(hex("#2cb4b4")), { at: [x, y - 0.33, 0] }),
        part(shape, feather, { at: [x, y - 0.36, 0], turn: [0, 20 * (i - 1), 4 * (i - 1)] }),
      ];
    }),
    part(tube([[0, 1.12, 0], [0, 1.4, 0]], 0.018), thread),
  ];
}

function windChime(look: Look): Parts {
  const tubeMetal = look.skin("primary", metal, ["#c4c8ce", "#c8983c"]);
  const disc = look.skin("secondary", wood, "#7a4c2c");
  return [
    part(cylinder(0.55, 0.1), disc, { at: [0, 0.75, 0] }),
    around(3, () => part(limb([0, 0.78, 0.45], [0, 1.3, 0], 0.012), matte(hex("#d8ccb0")))),
    part(torus(0.06, 0.03), tubeMetal, { at: [0, 1.34, 0], turn: [90, 0, 0] }),
    around(
      7,
      (
        i,
      ) => [
        part(limb([0, 0.72, 0.44], [0, 0.45, 0.44], 0.01), matte(hex("#d8ccb0"))),
        part(cylinder(0.055, 0.75 + i * 0.11), tubeMetal, {
          at: [0, 0.42 - (0.75 + i * 0.11) / 2, 0.44],
        }),
      ],
    ),
    part(limb([0, 0.7, 0], [0, -0.9, 0], 0.01), matte(hex("#d8ccb0"))),
    part(cylinder(0.2, 0.07), disc, { at: [0, -0.05, 0] }),
    part(extrude([[0, 0.14], [0.14, -0.05], [0, -0.3], [-0.14, -0.05]], 0.04), disc, {
      at: [0, -1.0, 0],
    }),
  ];
}

function basket(look: Look): Parts {
  const weave = look.skin("primary", (colour) => ({
    ...straw(colour),
    colour: (spot) => {
      const odd = (Math.floor(spot.u * 44) + Math.floor(spot.at[1] * 13 + 50)) & 1;
      return straw(odd ? colour : [colour[0] * 0.7, colour[1] * 0.68, colour[2] * 0.64]).colour(
        spot,
      );
    },
  }), "#c8945c");
  return [
    part(
      lathe([[0, -0.6], [0.66, -0.6], [0.86, 0.2], [0.8, 0.2], [0.62, -0.5], [0, -0.52]]),
      weave,
    ),
    part(torus(0.84, 0.12), weave, { at: [0, 0.2, 0] }),
    part(
      tube(
        Array.from({ length: 11 }, (_, i): Vec3 => {
          const a = (i / 10 - 0.5) * Math.PI;
          return [0.84 * Math.sin(a), 0.2 + 0.95 * Math.cos(a), 0];
        }),
        0.06,
      ),
      weave,
    ),
    row(14, (i) =>
      part(
        ball(0.2, 0.19, 0.2),
        polished(hex(look.pick(["#c8241f", "#e07820", "#8cb03c", "#f0c030"]))),
        {
          at: [
            0.5 * Math.sin(i * 2.4) * Math.sqrt(i / 14),
            0.15 + 0.12 * (1 - i / 14),
            0.5 * Math.cos(i * 2.4) * Math.sqrt(i / 14),
          ],
        },
      )),
  ];
}

function balloons(look: Look): Parts {
  const colours = ["#d8342c", "#f0c030", "#3c84d8", "#5cb85c", "#c85cc0"];
  const one = look.says("balloons bunch balloon") && !look.says("bunch") ? 1 : 5;
  const count = one === 1 && look.random() < 0.5 ? 1 : 5;
  return row(count, (i) => {
    const at: Vec3 = count === 1 ? [0, 0.5, 0] : [
      0.5 * Math.sin(i * 1.257) * (i ? 1 : 0),
      0.55 + (i ? 0 : 0.4),
      0.45 * Math.cos(i * 1.257) * (i ? 1 : 0),
    ];
    const skinOf = i === 0
      ? look.skin("primary", polished, colours)
      : look.skin(i === 1 ? "secondary primary" : "primary", polished, colours[i]);
    return [
      group(
        { at },
        part(
          lathe([[0, -0.52], [0.12, -0.44], [0.38, -0.05], [0.4, 0.2], [0.24, 0.45], [0, 0.52]], {
            smooth: true,
          }),
          skinOf,
        ),
        part(lathe([[0.07, -0.6], [0.02, -0.5], [0, -0.5]]), skinOf),
      ),
      part(
        tube([[at[0], at[1] - 0.55, at[2]], [at[0] * 0.5 + 0.04, at[1] - 1.0, at[2] * 0.5], [
          0,
          -0.9,
          0,
        ]], 0.01),
        matte(hex("#e8e4d8")),
      ),
    ];
  });
}

function teapot(look: Look): Parts {
  const glaze = look.skin("primary", polished, ["#f2efe6", "#3c6c94", "#b8443c", "#5c8c6c"]);
  const trim = look.skin("secondary trim", polished, "#d4a23a");
  return [
    part(
      lathe(
        [[0, -0.6], [0.4, -0.6], [0.44, -0.52], [0.78, -0.1], [0.7, 0.3], [0.4, 0.5], [0, 0.5]],
        { smooth: true },
      ),
      glaze,
    ),
    part(lathe([[0.42, 0.46], [0.3, 0.6], [0, 0.66]], { smooth: true }), glaze),
    part(ball(0.11), trim, { at: [0, 0.74, 0] }),
    part(torus(0.41, 0.05), trim, { at: [0, 0.47, 0] }),
    part(torus(0.42, 0.06), trim, { at: [0, -0.57, 0] }),
    part(
      tube([[0.6, -0.2, 0], [0.92, -0.05, 0], [1.02, 0.3, 0], [1.22, 0.48, 0]], [
        0.2,
        0.13,
        0.09,
        0.085,
      ]),
      glaze,
    ),
    part(
      tube([[-0.62, 0.32, 0], [-1.02, 0.4, 0], [-1.12, 0.0, 0], [-0.7, -0.28, 0]], 0.075),
      glaze,
    ),
  ];
}

function bookNoun(look: Look): Parts {
  const cover = look.skin("primary cover", cloth, ["#7c2424", "#26487c", "#3c5c3c", "#4c3020"]);
  const gold = metal(hex("#d4a23a"));
  const pages = striped("y", 60, matte(hex("#f4ecd6")), matte(hex("#d8ccb0")));
  if (look.says("open")) {
    return [
      mirrored(
        part(
          sheet((
            u,
            v,
          ) => [1.05 * u, 0.16 * Math.sin(Math.PI * (0.1 + 0.8 * u)) + 0.02, (v - 0.5) * 1.5]),
          matte(hex("#f6efdc")),
          { thin: true },
        ),
        part(box(1.12, 0.05, 1.58, 0.02), cover, { at: [0.56, -0.03, 0] }),
        row(9, (i) =>
          part(box(0.78, 0.012, 0.03, 0.004), matte(hex("#6c6458")), {
            at: [0.56, 0.185, -0.55 + i * 0.13],
          })),
      ),
    ];
  }
  const turned = (parts: Parts): Parts => group({ turn: [0, 25, 0] }, parts);
  const stack = look.says("stack pile books");
  const one = (c: Material, y: number, turn: number): Parts =>
    group(
      { at: [0, y, 0], turn: [0, turn, 0] },
      part(box(1.4, 0.3, 1.9, 0.02), pages, { at: [0.02, 0, 0] }),
      [0.17, -0.17].map((dy) => part(box(1.5, 0.05, 2.0, 0.02), c, { at: [0.0, dy, 0] })),
      part(box(0.07, 0.38, 2.0, 0.03), c, { at: [-0.74, 0, 0] }),
      [0.6, -0.6].map((z) => part(box(0.085, 0.39, 0.06, 0.02), gold, { at: [-0.74, 0, z] })),
    );
  if (stack) {
    return turned(row(4, (i) =>
      one(
        i === 0 ? cover : cloth(hex(["#26487c", "#b08a3c", "#3c5c3c", "#7c2424"][i])),
        i * 0.4,
        (i * 37) % 26 - 12,
      )));
  }
  return group(
    { turn: [72, 0, 0] },
    turned([
      one(cover, 0, 0),
      part(torus(0.3, 0.05), gold, { at: [0, 0.2, 0] }),
      part(extrude(star(8, 0.2, 0.1), 0.03), gold, { at: [0, 0.2, 0], turn: [-90, 0, 0] }),
      mirrored(
        [0.82, -0.82].map((z) => part(box(0.18, 0.03, 0.18, 0.01), gold, { at: [0.62, 0.195, z] })),
      ),
    ]),
  );
}

function musicBox(look: Look): Parts {
  const body = look.skin("primary", wood, ["#7c2c3c", "#8a5a32"]);
  const gold = metal(hex("#d4a23a"));
  return [
    part(box(1.3, 0.6, 1.0, 0.03), body, { at: [0, -0.4, 0] }),
    [-0.12, -0.68].map((y) => part(box(1.36, 0.07, 1.06, 0.02), gold, { at: [0, y, 0] })),
    group(
      { at: [0, -0.1, -0.5], turn: [-68, 0, 0] },
      part(box(1.3, 0.14, 1.0, 0.03), body, { at: [0, 0.07, 0.5] }),
      part(box(1.1, 0.02, 0.8, 0.01), polished(hex("#b8d4e4")), { at: [0, -0.01, 0.5] }),
    ),
    part(box(1.16, 0.03, 0.86, 0.01), velvet(hex("#8c1c3c")), { at: [0, -0.1, 0] }),
    part(cylinder(0.24, 0.06), gold, { at: [0, -0.06, 0] }),
    part(
      lathe([[0, 0], [0.3, 0.28], [0.05, 0.36], [0.08, 0.52], [0, 0.56]], {}),
      matte(hex("#f2b4c8")),
      { at: [0, 0.1, 0] },
    ),
    part(limb([0, 0, 0], [0, 0.2, 0], 0.022), matte(hex("#f0c8a4"))),
    part(ball(0.09), matte(hex("#f0c8a4")), { at: [0, 0.74, 0] }),
    part(ball(0.06), matte(hex("#4c2c1c")), { at: [0, 0.84, -0.02] }),
    mirrored(
      part(
        tube([[0.06, 0.58, 0], [0.24, 0.72, 0.04], [0.08, 0.98, 0]], 0.024),
        matte(hex("#f0c8a4")),
      ),
    ),
    part(cylinder(0.03, 0.2), gold, { at: [0.72, -0.4, 0], turn: [0, 0, 90] }),
    part(torus(0.09, 0.04), gold, { at: [0.84, -0.4, 0], turn: [90, 0, 0] }),
  ];
}

function urn(look: Look): Parts {
  const rock = look.skin("primary", stone, "#c8bca4");
  return [
    part(
      lathe([
        [0, -1],
        [0.46, -1],
        [0.46, -0.9],
        [0.16, -0.78],
        [0.14, -0.6],
        [0.6, -0.1],
        [0.66, 0.25],
        [0.4, 0.55],
        [0.36, 0.7],
        [0.56, 0.82],
        [0.5, 0.84],
        [0.3, 0.68],
        [0.3, 0.5],
      ], { smooth: true, ribs: (a, v) => v > 0.3 && v < 0.6 ? 1 + 0.015 * Math.cos(a * 16) : 1 }),
      rock,
    ),
    mirrored(
      part(tube([[0.4, 0.6, 0], [0.75, 0.62, 0], [0.82, 0.3, 0], [0.62, 0.15, 0]], 0.06), rock),
    ),
  ];
}

function hat(look: Look): Parts {
  const isTop = look.says("top magician");
  const felt = look.skin(
    "primary",
    cloth,
    isTop ? "#232328" : look.says("wizard witch") ? "#34489c" : ["#8c5a30", "#33302e", "#b8443c"],
  );
  const band = look.skin("secondary band", velvet, ["#33241c", "#c8a03c", "#a8242c"]);
  if (look.says("wizard witch")) {
    return [
      part(lathe([[0.6, 0], [1.15, -0.04], [1.15, 0.0], [0.6, 0.06]]), felt),
      part(
        tube([[0, 0, 0], [0, 0.5, 0], [0.04, 1.05, -0.02], [0.2, 1.5, -0.05], [0.48, 1.7, -0.06]], [
          0.68,
          0.46,
          0.26,
          0.13,
          0.02,
        ], { open: true }),
        felt,
      ),
      part(torus(0.66, 0.14), band, { at: [0, 0.08, 0] }),
      row(7, (i) =>
        part(extrude(star(5, 0.1, 0.042), 0.03), metal(hex("#f0c83c")), {
          at: [
            Math.sin(i * 1.1) * (0.56 - i * 0.055),
            0.28 + i * 0.14,
            Math.cos(i * 1.1) * (0.58 - i * 0.055),
          ],
          turn: [0, i * 63, 0],
        })),
    ];
  }
  if (isTop) {
    return [
      part(lathe([[0.6, 0], [1.0, 0.02], [1.02, 0.07], [0.6, 0.08]]), felt),
      part(cylinder(0.62, 1.1, 0.68), felt, { at: [0, 0.58, 0] }),
      part(cylinder(0.635, 0.2), band, { at: [0, 0.17, 0] }),
    ];
  }
  return [
    part(
      sheet((u, v) => {
        const a = 2 * Math.PI * u;
        const q = 0.6 + 0.55 * v;
        return [q * Math.sin(a), 0.34 * v * v * Math.abs(Math.sin(a)), q * Math.cos(a) * 1.05];
      }),
      felt,
      { thin: true },
    ),
    part(
      lathe([[0.64, -0.02], [0.6, 0.35], [0.5, 0.62], [0.24, 0.58], [0, 0.54]], { smooth: true }),
      felt,
    ),
    part(torus(0.635, 0.1), band, { at: [0, 0.08, 0] }),
  ];
}

/** Nouns of the category "decorative elements". */
export const DECORATION: readonly Noun[] = nounsOf("decorative elements", [
  [
    "vase, flower vase, porcelain vase, jar, pot, bouquet, vase of flowers, bouquet of flowers",
    0.4,
    vase,
  ],
  ["urn, amphora, planter, goblet, chalice", 0.6, urn],
  ["candle, scented candle", 0.2, candle],
  ["candelabra, candlestick, menorah, candle holder", 0.5, candelabra],
  [
    "lantern, paper lantern, oil lamp, chinese lantern, oil lantern, japanese lantern",
    0.4,
    lantern,
  ],
  [
    "lamp, table lamp, desk lamp, floor lamp, street lamp, lampshade, lamp post, streetlight",
    0.6,
    lamp,
  ],
  ["chandelier", 1, chandelier],
  ["statue, sculpture, figurine, monument, marble statue", 1.8, statue],
  ["bust, marble bust", 0.6, bust],
  [
    "clock, wall clock, alarm clock, grandfather clock, cuckoo clock, pendulum clock, pocket watch",
    0.4,
    clock,
  ],
  ["mirror, hand mirror, vanity mirror", 0.8, mirror],
  ["picture frame, painting, picture, photo frame, frame, portrait", 0.5, pictureFrame],
  ["globe, world globe", 0.4, globe],
  ["wreath, christmas wreath, garland", 0.5, wreath],
  ["fountain, water fountain, birdbath", 2, fountain],
  ["hourglass, sand timer", 0.25, hourglass],
  ["snow globe, snowglobe, crystal ball", 0.15, snowGlobe],
  ["trophy, gold trophy, award, cup trophy", 0.4, trophy],
  ["bell, church bell, christmas bell", 0.4, bell],
  ["dreamcatcher, dream catcher", 0.5, dreamcatcher],
  ["wind chime, windchime", 0.6, windChime],
  ["basket, wicker basket, fruit basket, picnic basket", 0.4, basket],
  ["balloon, balloons, bunch of balloons, party balloon", 0.6, balloons],
  ["teapot, kettle, tea pot, coffee pot", 0.25, teapot],
  [
    "book, spellbook, stack of books, magic book, open book, books, spell book, pile of books",
    0.3,
    bookNoun,
  ],
  ["music box, jewelry box, jewellery box, box", 0.25, musicBox],
  ["hat, top hat, wizard hat, cowboy hat, cap, witch hat, fedora", 0.3, hat],
]);
