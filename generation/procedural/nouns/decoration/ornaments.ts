/**
 * What stands on a shelf or hangs on a wall.
 *
 * @module
 */
import { humanoid } from "../../builders/humanoid.ts";
import {
  ball,
  box,
  cloth,
  cylinder,
  extrude,
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
  polished,
  row,
  sheet,
  smoothLine,
  star,
  striped,
  torus,
  tube,
  type Vec2,
  type Vec3,
  velvet,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";

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

/** What stands on a shelf or hangs on a wall. */
export const ORNAMENTS: readonly Noun[] = nounsOf("decorative elements", [
  ["statue, sculpture, figurine, monument, marble statue, idol", 1.8, statue],
  ["bust, marble bust", 0.6, bust],
  [
    "clock, wall clock, alarm clock, grandfather clock, cuckoo clock, pendulum clock, pocket watch",
    0.4,
    clock,
  ],
  ["mirror, hand mirror, vanity mirror", 0.8, mirror],
  ["picture frame, painting, picture, photo frame, frame, portrait", 0.5, pictureFrame],
  ["globe, world globe", 0.4, globe],
  [
    "book, spellbook, stack of books, magic book, open book, books, spell book, pile of books",
    0.3,
    bookNoun,
  ],
  ["music box, jewelry box, jewellery box, box", 0.25, musicBox],
]);
