/**
 * Nouns of the category "nature".
 *
 * @module
 */
import {
  around,
  ball,
  bark,
  blob,
  crystal,
  cylinder,
  ghostly,
  glowing,
  gradient,
  grass,
  group,
  hex,
  lathe,
  limb,
  lump,
  type Material,
  matte,
  noise,
  part,
  type Parts,
  plastic,
  polished,
  row,
  sheet,
  skin,
  spotted,
  stone,
  striped,
  tube,
  type Vec3,
  where,
} from "../kit/mod.ts";
import { crown, leaf, leaves, petal, trunk } from "../builders/plants.ts";
import type { Look } from "../look.ts";
import { type Noun, nounsOf } from "../noun.ts";

const TRUNK_BROWN = "#6c4a30";

/** A round of turf to stand on. */
export function turf(radius: number, look: Look): Parts {
  return part(
    lathe([[0, -0.16], [radius * 0.7, -0.14], [radius, -0.02], [radius * 0.8, 0.05], [0, 0.09]], {
      smooth: true,
    }),
    look.skin("grass ground", grass, "#5c8c3c"),
    { bump: { height: 0.03, scale: 6 } },
  );
}

function tree(look: Look): Parts {
  const autumn = look.says("autumn fall maple")
    ? ["#d0642c", "#c8402c", "#e0a02c"]
    : look.says("cherry blossom sakura")
    ? ["#f2a8c4"]
    : ["#4c8c38", "#5c9440", "#3c7c40"];
  const mass = leaves(look, autumn);
  const wood = look.vary(hex(TRUNK_BROWN));
  return [
    trunk(1.05, 0.15, 0.11, wood, look.between(-0.06, 0.06)),
    [[0.3, 1.2, 0.1], [-0.3, 1.25, -0.1], [0.02, 1.3, 0.3]].map(([x, y, z]) =>
      part(limb([0, 0.75, 0], [x, y, z], 0.075, 0.045), bark(wood))
    ),
    crown(look, [0, 1.5, 0], [0.86, 0.72, 0.86], mass, 10),
  ];
}

function pine(look: Look, christmas = false): Parts {
  const mass = leaves(look, christmas ? "#2c6c3c" : ["#2f6c40", "#3c7c4c", "#2c5c48"]);
  const tiers = 5;
  const snow = look.says("snow snowy snow-covered winter");
  const parts: Parts[] = [
    part(cylinder(0.14, 0.5, 0.1), bark(hex(TRUNK_BROWN)), { at: [0, 0.2, 0] }),
  ];
  for (let i = 0; i < tiers; i++) {
    const r = 0.82 - i * 0.145;
    const y = 0.42 + i * 0.32;
    parts.push(
      part(
        lathe([[0, y + 0.1], [r * 0.72, y + 0.03], [r, y - 0.1], [r * 0.62, y + 0.22], [
          r * 0.22,
          y + 0.55,
        ], [0, y + 0.68]], {
          smooth: true,
          ribs: (a) => 1 + 0.09 * Math.abs(Math.sin(a * 5.5 + i)),
        }),
        snow
          ? where(
            ({ normal, random }) => normal[1] > 0.25 + 0.3 * random,
            matte(hex("#f4f8fc")),
            mass,
          )
          : mass,
        { bump: { height: 0.03, scale: 11 } },
      ),
    );
  }
  if (!christmas) return parts;
  const colours = ["#d0242c", "#e8b83a", "#2c6cc8", "#c8ccd4"];
  for (let i = 0; i < 30; i++) {
    const t = i / 30;
    const angle = i * 2.4;
    const r = (0.86 - t * 0.72) * 0.92;
    parts.push(
      part(ball(0.065), polished(hex(colours[i % 4])), {
        at: [Math.sin(angle) * r, 0.36 + t * 1.42, Math.cos(angle) * r],
      }),
    );
  }
  const garland: Vec3[] = Array.from({ length: 50 }, (_, i) => {
    const t = i / 49;
    const a = t * 5 * 2 * Math.PI;
    const r = 0.84 - t * 0.72;
    return [Math.sin(a) * r, 0.36 + t * 1.5, Math.cos(a) * r];
  });
  parts.push(part(tube(garland, 0.024), polished(hex("#e8c04a"))));
  for (const turn of [0, 72, 144, 216, 288]) {
    parts.push(
      group(
        { at: [0, 2.42, 0], turn: [0, 0, turn] },
        part(lathe([[0.0, -0.02], [0.07, 0], [0, 0.22]], { sides: 4 }), glowing(hex("#f8d040"))),
      ),
    );
  }
  parts.push(
    part(lathe([[0, -0.22], [0.2, -0.22], [0.26, 0.08], [0, 0.08]]), matte(hex("#a8342c"))),
  );
  return parts;
}

function palm(look: Look): Parts {
  const green = look.skin("primary leaf", matte, ["#4c9440", "#5ca03c"]);
  const at = (t: number): Vec3 => [0.35 * t * t, 1.7 * t, 0];
  const rings = striped("v", 16, bark(hex("#9c7c54")), bark(hex("#6c5234")), { share: 0.7 });
  const frond = (lean: number, length: number) =>
    sheet((u, v) => {
      const across = 2 * v - 1;
      const half = 0.17 * Math.sin(Math.PI * (0.06 + 0.9 * u)) *
        (1 - 0.35 * Math.abs(Math.sin(u * 40)));
      const [run, up] = [
        length * u,
        lean * length * u - length * 0.95 * u * u - 0.5 * Math.abs(across) * half,
      ];
      return [run, up, -half * across];
    }, 64);
  return [
    turf(0.55, look),
    part(tube([at(0), at(0.33), at(0.66), at(1)], [0.16, 0.1, 0.09, 0.08]), rings),
    around(9, (i) => part(frond(0.55 + 0.3 * (i % 2), 0.95), green, { thin: true }), {
      at: at(1),
      start: 10,
    }),
    around(3, () => part(ball(0.1), matte(hex("#5c3c20")), { at: [0, -0.08, 0.11] }), {
      at: at(1),
    }),
  ];
}

function willow(look: Look): Parts {
  const mass = leaves(look, ["#7c9c44", "#6c9444"]);
  return [
    trunk(1.0, 0.17, 0.13, hex(TRUNK_BROWN)),
    crown(look, [0, 1.5, 0], [0.7, 0.42, 0.7], mass, 8),
    row(60, () => {
      const [a, r, l] = [look.between(0, 6.28), look.between(0.35, 0.8), look.between(0.6, 1.2)];
      const [x, z] = [Math.cos(a), Math.sin(a)];
      return part(
        tube([[x * r * 0.8, 1.6, z * r * 0.8], [x * (r + 0.12), 1.4, z * (r + 0.12)], [
          x * (r + 0.17),
          1.4 - l,
          z * (r + 0.17),
        ]], [0.05, 0.055, 0.015]),
        mass,
      );
    }),
  ];
}

function bonsai(look: Look): Parts {
  const mass = leaves(look, ["#3c7c38", "#5c8c3c"]);
  const wood = bark(hex("#6c4a34"));
  const pads: readonly (readonly [number, number, number, number])[] = [
    [0.05, 1.25, 0, 0.5],
    [-0.6, 0.85, 0.05, 0.38],
    [0.62, 0.68, -0.05, 0.36],
    [0.1, 0.85, 0.35, 0.28],
  ];
  return [
    part(
      lathe([[0, -0.5], [0.62, -0.5], [0.85, -0.08], [0.8, -0.08], [0.6, -0.2], [0, -0.2]], {}),
      look.skin("pot secondary", polished, ["#3c5c74", "#7c3c2c"]),
      { scale: [1, 1, 0.72] },
    ),
    part(ball(0.76, 0.09, 0.53), grass(hex("#5e7c38")), { at: [0, -0.13, 0] }),
    part(
      tube(
        [[0, -0.15, 0], [-0.12, 0.2, 0.05], [0.14, 0.55, 0], [-0.05, 0.85, 0], [0.05, 1.15, 0]],
        [0.2, 0.15, 0.12, 0.09, 0.05],
      ),
      wood,
    ),
    pads.map((
      [x, y, z, r],
    ) => [
      part(
        tube([[0, y - 0.3, 0], [x * 0.5, y - 0.16, z * 0.5], [x, y - 0.05, z]], [0.07, 0.06, 0.04]),
        wood,
      ),
      crown(look, [x, y, z], [r, r * 0.42, r], mass, 7),
    ]),
  ];
}

function bush(look: Look): Parts {
  const mass = leaves(look, ["#4c8c38", "#3c7c3c"]);
  const berries = look.says("berry flower rose");
  return [
    crown(look, [0, 0.55, 0], [0.95, 0.66, 0.9], mass, 14),
    berries
      ? row(40, () => {
        const [a, y] = [look.between(0, 6.28), look.between(0.1, 1)];
        const r = Math.sqrt(Math.max(0, 1 - y * y)) * 0.92;
        return part(ball(0.06), look.skin("secondary berry flower", plastic, "#c8242c"), {
          at: [r * Math.cos(a), 0.55 + y * 0.62, r * Math.sin(a)],
        });
      })
      : [],
  ];
}

function mushroom(look: Look): Parts {
  const cap = look.skin("primary cap", polished, ["#c8281f", "#c8281f", "#a8622c"]);
  const dots = look.skin("secondary spot dot", matte, "#f6f0e2");
  const stem = look.skin("stem stalk", skin, "#f0e6d0");
  const rise = look.between(0.9, 1.15);
  const under = striped("u", 44, matte(hex("#efe2c8")), matte(hex("#cdb894")));
  return [
    part(
      lathe(
        [[0, 0], [0.34, 0.02], [0.3, 0.14], [0.19, 0.4], [0.18, 0.75], [0.22, rise], [0, rise]],
        { smooth: true },
      ),
      stem,
    ),
    part(
      lathe(
        [[0.2, 0.8], [0.38, 0.64], [0.36, 0.68], [0.2, 0.74]],
      ),
      stem,
      { thin: true },
    ),
    part(lathe([[0.16, rise], [0.8, rise - 0.06]]), under, { thin: true }),
    part(
      lathe([[0.78, rise - 0.08], [0.86, rise - 0.02], [0.82, rise + 0.2], [0.6, rise + 0.5], [
        0.3,
        rise + 0.66,
      ], [0, rise + 0.7]], { smooth: true }),
      cap,
    ),
    around(
      6,
      (i) =>
        part(ball(0.1 + 0.03 * (i % 2), 0.1, 0.05), dots, {
          at: [0, rise + 0.24, 0.79],
          turn: [-22, 0, 0],
        }),
      { start: 20 },
    ),
    around(
      4,
      () => part(ball(0.11, 0.1, 0.05), dots, { at: [0, rise + 0.52, 0.52], turn: [-50, 0, 0] }),
      { start: 50 },
    ),
    part(ball(0.12, 0.045, 0.12), dots, { at: [0.04, rise + 0.68, 0.06] }),
  ];
}

function flower(look: Look, kind: "daisy" | "sunflower" | "tulip" | "rose" | "lotus"): Parts {
  const green = plastic(hex("#4c8c3c"));
  const stemTop = kind === "lotus" ? 0.1 : 1.35;
  const stem: Parts = kind === "lotus"
    ? [part(cylinder(0.95, 0.05), look.skin("leaf", polished, "#3c8448"), { at: [0, 0, 0] })]
    : [
      part(
        tube(
          [[0.05, 0, 0], [-0.04, 0.6, 0], [0, stemTop, 0]],
          kind === "sunflower" ? 0.065 : 0.045,
        ),
        green,
      ),
      leaf(0.75, 0.3, "#4c8c3c", { at: [0, 0.35, 0], turn: [0, 25, 0] }, 42),
      leaf(0.7, 0.28, "#4c8c3c", { at: [-0.02, 0.55, 0], turn: [0, 195, 0] }, 42),
      kind === "rose"
        ? row(
          6,
          (i, t) =>
            part(lathe([[0, 0], [0.03, 0], [0, 0.1]]), green, {
              at: [i % 2 ? 0.03 : -0.06, 0.2 + t * 0.9, 0],
              turn: [0, 0, i % 2 ? -75 : 75],
            }),
        )
        : [],
    ];
  let head: Parts;
  if (kind === "daisy" || kind === "sunflower") {
    const tint = look.skin(
      "primary petal",
      matte,
      kind === "daisy" ? ["#f6f4f0", "#e878a8", "#9c6cd0", "#f0b030"] : "#f4b820",
    );
    const core = look.skin(
      "center centre secondary",
      matte,
      kind === "daisy" ? "#e8b020" : "#54341c",
    );
    const count = kind === "daisy" ? 13 : 20;
    head = group(
      { at: [0, stemTop, 0.05], turn: [62, 0, 0] },
      around(
        count,
        (i) => petal(0.62, 0.27, tint, 82 + (i % 2) * 7, { at: [0, 0.02 * (i % 2), 0.2] }, 0.15),
      ),
      kind === "sunflower"
        ? around(count, () => petal(0.54, 0.25, tint, 74, { at: [0, 0.05, 0.2] }, 0.15), {
          start: 9,
        })
        : [],
      part(
        ball(kind === "sunflower" ? 0.37 : 0.25, 0.14, kind === "sunflower" ? 0.37 : 0.25),
        spotted(20, 0.4, core, matte(hex(kind === "sunflower" ? "#7c5424" : "#f4cc40"))),
        { at: [0, 0.05, 0], bump: { height: 0.03, scale: 24 } },
      ),
      part(lathe([[0, -0.14], [0.2, -0.08], [0.3, 0], [0, 0.02]]), green),
    );
  } else if (kind === "tulip") {
    const tint = look.skin("primary petal", plastic, ["#d8283c", "#f0b830", "#b048a8", "#f080a0"]);
    head = [0, 1].map((ring) =>
      around(
        3,
        () =>
          petal(
            0.85 - ring * 0.05,
            0.72,
            gradient("v", 0, 0.25, matte(hex("#e8d890")), tint),
            4 + ring * 6,
            { at: [0, stemTop - 0.08, 0.19 + ring * 0.05] },
            0.62,
          ),
        { start: ring * 60 },
      )
    );
  } else if (kind === "rose") {
    const tint = look.skin("primary petal", matte, ["#b4142c", "#d82840", "#e88ca4"]);
    const shaded = gradient("v", 0, 0.9, {
      ...tint,
      colour: (spot) => tint.colour(spot).map((value) => value * 0.62) as unknown as Vec3,
    }, tint);
    head = [
      [0, 1, 2, 3, 4].map((ring) =>
        around(
          3 + ring,
          () =>
            petal(0.5 + ring * 0.045, 0.32 + ring * 0.1, shaded, -6 + ring * 13, {
              at: [0, stemTop + 0.04 - ring * 0.02, 0.03 + ring * 0.055],
            }, 0.75),
          { start: ring * 47 },
        )
      ),
      around(5, () => petal(0.42, 0.14, green, 100, { at: [0, stemTop, 0.05] }, 0.2)),
      part(ball(0.1, 0.14, 0.1), green, { at: [0, stemTop, 0] }),
    ];
  } else {
    const tint = look.skin("primary petal", matte, ["#f2a0c0", "#f6e6ee"]);
    head = [
      [0, 1, 2].map((ring) =>
        around(
          8,
          () =>
            petal(
              0.68 - ring * 0.1,
              0.36,
              gradient("v", 0.1, 1, matte(hex("#fbeef0")), tint),
              62 - ring * 20,
              { at: [0, 0.1 + ring * 0.05, 0.16 - ring * 0.03] },
              0.5,
            ),
          { start: ring * 22 },
        )
      ),
      part(ball(0.14, 0.12, 0.14), matte(hex("#f0c83c")), { at: [0, 0.24, 0] }),
    ];
  }
  return [stem, head];
}

function cactus(look: Look): Parts {
  const green = look.skin("primary", skin, ["#4c8c4c", "#5c9c5c"]);
  const ribbed: Material = where(({ u }) => (u * 14) % 1 < 0.2, matte(hex("#a8c884")), green);
  const pot = look.skin("pot secondary", matte, "#b8683c");
  return [
    part(
      lathe([[0, -0.5], [0.42, -0.5], [0.56, 0.05], [0.64, 0.05], [0.64, 0.2], [0.56, 0.2], [
        0.52,
        0.1,
      ], [0, 0.1]]),
      pot,
    ),
    part(lathe([[0.55, 0.12], [0, 0.14]]), matte(hex("#5c4630"))),
    part(
      lathe([[0, 0.1], [0.3, 0.15], [0.33, 0.9], [0.25, 1.35], [0, 1.5]], {
        smooth: true,
        ribs: (a) => 1 + 0.06 * Math.cos(a * 14),
      }),
      ribbed,
    ),
    part(
      tube([[0.25, 0.62, 0], [0.58, 0.66, 0], [0.66, 0.85, 0], [0.66, 1.2, 0]], [
        0.13,
        0.14,
        0.15,
        0.13,
      ]),
      ribbed,
    ),
    part(
      tube([[-0.25, 0.82, 0], [-0.54, 0.86, 0], [-0.62, 1, 0], [-0.62, 1.3, 0]], [
        0.12,
        0.13,
        0.13,
        0.12,
      ]),
      ribbed,
    ),
    around(
      5,
      () =>
        petal(0.22, 0.14, look.skin("flower accent", matte, "#e8508c"), 35, {
          at: [0, 1.46, 0.03],
        }),
    ),
    row(110, () => {
      const [a, y] = [look.between(0, 6.28), look.between(0.25, 1.4)];
      const r = 0.33 * Math.min(1, Math.sqrt(Math.max(0.05, (1.52 - y) * 2.2)));
      return part(
        limb([r * Math.cos(a), y, r * Math.sin(a)], [
          (r + 0.07) * Math.cos(a),
          y + 0.02,
          (r + 0.07) * Math.sin(a),
        ], 0.007),
        matte(hex("#f4ecd0")),
        { detail: 0.3 },
      );
    }),
  ];
}

function rock(look: Look): Parts {
  const surface = look.skin("primary", stone, ["#8c8880", "#7c7c80", "#a09080"]);
  const moss = look.says("moss mossy");
  const finish = moss
    ? where(
      ({ normal, at }) => normal[1] + 0.5 * noise(at[0] * 5, at[1] * 5, at[2] * 5) > 0.75,
      grass(hex("#5e7c38")),
      surface,
    )
    : surface;
  return [
    part(ball(0.95, 0.66, 0.8), finish, {
      bump: { height: 0.2, scale: 1.7 },
      turn: [0, look.between(0, 360), 0],
    }),
    part(ball(0.42, 0.3, 0.38), finish, {
      at: [0.82, -0.32, 0.45],
      bump: { height: 0.12, scale: 2.4 },
    }),
    part(ball(0.24, 0.18, 0.22), finish, {
      at: [-0.75, -0.42, 0.6],
      bump: { height: 0.08, scale: 3 },
    }),
  ];
}

function crystals(look: Look): Parts {
  const gem = look.skin("primary", crystal, ["#9454c4", "#4ca4e0", "#3cc49c", "#e0609c"]);
  const shard = (height: number, r: number): Parts =>
    part(lathe([[0, 0], [r * 0.8, 0], [r, height * 0.72], [0, height]], { sides: 6 }), gem);
  return [
    group({ turn: [0, 10, 0] }, shard(1.9, 0.27)),
    around(
      6,
      (i) =>
        group(
          { at: [0, 0, 0.2], turn: [22 + 8 * (i % 3), 0, 0] },
          shard(1.05 + 0.35 * ((i * 7) % 3) / 2, 0.19),
        ),
    ),
    around(
      7,
      (i) =>
        group(
          { at: [0, 0, 0.38], turn: [46 + 6 * (i % 2), 0, 0] },
          shard(0.55 + 0.2 * (i % 3), 0.12),
        ),
      { start: 25 },
    ),
    part(ball(0.78, 0.22, 0.78), look.skin("base rock secondary", stone, "#6c6872"), {
      at: [0, 0, 0],
      bump: { height: 0.08, scale: 4 },
    }),
  ];
}

/** A ridged cone of rock: height by distance and angle. */
function peak(height: number, radius: number, roughness: number, crater = 0) {
  return sheet((u, v) => {
    const angle = 2 * Math.PI * u;
    const r = radius * (1 - v);
    const [x, z] = [Math.cos(angle), Math.sin(angle)];
    const ridge = (noise(x * 2.2 + 7, z * 2.2, 3) - 0.5) * 0.5 +
      (noise(x * 5 + r * 3, z * 5, r * 4) - 0.5) * 0.35;
    const rise = v ** 1.25 * height * (1 + ridge * roughness * (1 - v) * 2);
    const dip = crater > 0 && v > 1 - crater ? (v - 1 + crater) * height * 1.3 : 0;
    return [r * x * (1 + ridge * 0.3), rise - dip * 1.6, -r * z * (1 + ridge * 0.3)];
  }, 64);
}

function mountain(look: Look): Parts {
  const rockFace = look.skin("primary rock", stone, ["#7c7874", "#6c7078"]);
  const snow = look.skin("secondary snow peak", matte, "#f4f8fc");
  const green = grass(hex("#5c8444"));
  const finish = (top: number): Material => ({
    ...rockFace,
    colour: (spot) => {
      const wobble = (noise(spot.at[0] * 6, spot.at[1] * 6, spot.at[2] * 6) - 0.5) * 0.45;
      if (spot.at[1] + wobble > top) return snow.colour(spot);
      return spot.at[1] + wobble < 0.22 ? green.colour(spot) : rockFace.colour(spot);
    },
  });
  return [
    part(peak(1.6, 1.0, 1), finish(0.95)),
    part(peak(1.05, 0.7, 1), finish(0.75), { at: [0.72, 0, 0.15] }),
    part(peak(0.85, 0.62, 1), finish(0.66), { at: [-0.72, 0, 0.2] }),
    part(cylinder(1.35, 0.14), green, { at: [0, -0.06, 0.05], bump: { height: 0.03, scale: 6 } }),
  ];
}

function volcano(look: Look): Parts {
  const rockFace = look.skin("primary rock", stone, "#4c423e");
  const lava = look.skin("lava secondary magma", glowing, "#f26a1c");
  const cracked: Material = {
    ...rockFace,
    colour: (spot) => {
      const angle = Math.atan2(spot.at[0], spot.at[2]);
      const stream = Math.abs(
        Math.sin(angle * 2.5 + 0.7 * noise(spot.at[0] * 4, spot.at[1] * 4, spot.at[2] * 4)),
      );
      return stream < 0.1 + 0.09 * spot.at[1] ? lava.colour(spot) : rockFace.colour(spot);
    },
  };
  return [
    part(peak(1.5, 1.15, 0.6, 0.22), cracked),
    part(lathe([[0.26, 1.02], [0, 1.04]]), lava),
    row(
      7,
      (i) =>
        part(ball(0.13 + i * 0.045), ghostly(hex("#8c8884")), {
          at: [0.1 * Math.sin(i * 2), 1.3 + i * 0.13, 0.1 * Math.cos(i * 2.4)],
          bump: { height: 0.06, scale: 5 },
        }),
    ),
    row(10, () => {
      const a = look.between(0, 6.28);
      return part(ball(0.04), lava, {
        at: [0.3 * Math.cos(a), look.between(1.2, 1.7), 0.3 * Math.sin(a)],
      });
    }),
    part(cylinder(1.3, 0.1), stone(hex("#5c5048")), { at: [0, -0.04, 0] }),
  ];
}

function island(look: Look): Parts {
  const floating = look.says("floating flying sky");
  return [
    floating
      ? part(
        lathe([[0, -1], [0.15, -0.85], [0.45, -0.5], [0.85, -0.12], [1, 0]], { smooth: true }),
        stone(hex("#7c6450")),
        { bump: { height: 0.12, scale: 3 } },
      )
      : [
        part(cylinder(1.35, 0.06), look.skin("water sea", polished, "#3c9cc8"), {
          at: [0, -0.08, 0],
        }),
        part(
          lathe([[1.05, -0.06], [0.8, 0.06], [0, 0.16]], { smooth: true }),
          matte(hex("#e8d4a0")),
        ),
      ],
    part(
      lathe([[0, -0.05], [floating ? 1.02 : 0.72, 0], [0.6, 0.14], [0.3, 0.28], [0, 0.3]], {
        smooth: true,
      }),
      look.skin("grass primary", grass, "#64a044"),
      { bump: { height: 0.04, scale: 5 } },
    ),
    group({ at: [0.1, 0.2, 0], scale: 0.62 }, floating ? tree(look) : palm(look)),
    part(ball(0.16, 0.12, 0.14), stone(hex("#8c8880")), {
      at: [-0.45, 0.18, 0.3],
      bump: { height: 0.04, scale: 4 },
    }),
  ];
}

function leafNoun(look: Look): Parts {
  const tint = look.skin("primary", matte, ["#5c9c3c", "#d0742c", "#c83c2c"]);
  const [r, g, b] = tint.colour({
    at: [0, 0, 0],
    local: [0, 0, 0],
    grain: [0, 0, 0],
    normal: [0, 1, 0],
    u: 0,
    v: 0,
    piece: 0,
    random: 0.5,
  });
  return group(
    { turn: [70, 0, 90], at: [0, 0, 0] },
    leaf(1.8, 1.15, [r, g, b], {}, 4),
    part(tube([[-0.5, 0.05, 0], [-0.2, 0, 0], [1.2, 0.02 - 0.1, 0]], [0.035, 0.03, 0.01]), tint),
  );
}

function log(look: Look): Parts {
  const rough = look.skin("primary", bark, "#6c4a30");
  const cut = where(
    ({ local }) => (Math.hypot(local[0], local[2]) * 16) % 1 < 0.25,
    matte(hex("#b08450")),
    matte(hex("#dcb47c")),
  );
  return group(
    { turn: [0, 25, 90] },
    part(lathe([[0.5, -1], [0.52, 0], [0.5, 1]], { smooth: true }), rough, {
      bump: { height: 0.05, scale: 5 },
    }),
    [1, -1].map((side) =>
      part(lathe([[0.5, 0], [0, 0]]), cut, {
        at: [0, side, 0],
        turn: [side > 0 ? 0 : 180, 0, 0],
      })
    ),
    part(cylinder(0.13, 0.4, 0.1), rough, { at: [0.5, 0.3, 0.1], turn: [0, 0, -60] }),
    [0, 1].map((i) =>
      part(ball(0.12, 0.05, 0.14), matte(hex("#c89c64")), {
        at: [0.46, -0.4 + i * 0.25, 0.25],
        turn: [0, 0, -90],
      })
    ),
  );
}

function stump(look: Look): Parts {
  const rough = look.skin("primary", bark, "#6c4a30");
  const cut = where(
    ({ local }) =>
      (Math.hypot(local[0], local[2]) * 13 + 0.5 * noise(local[0] * 4, 0, local[2] * 4)) % 1 < 0.25,
    matte(hex("#a87c4c")),
    matte(hex("#d8b078")),
  );
  return [
    part(
      lathe([[0.85, 0], [0.68, 0.2], [0.6, 0.8]], {
        smooth: true,
        ribs: (a, v) => 1 + 0.06 * Math.cos(a * 7) * (1 - v),
      }),
      rough,
      { bump: { height: 0.05, scale: 5 } },
    ),
    part(lathe([[0.6, 0.8], [0, 0.82]]), cut),
    around(
      6,
      () => part(tube([[0, 0.3, 0.5], [0, 0.1, 0.85], [0, 0.02, 1.15]], [0.2, 0.15, 0.06]), rough),
    ),
  ];
}

function cloud(look: Look): Parts {
  const vapour = look.skin(
    "primary",
    matte,
    look.says("storm thunder lightning") ? "#7c8494" : "#d8e2ee",
  );
  return [
    part(
      blob([
        lump([0, 0, 0], [0.7, 0.42, 0.45]),
        lump([-0.6, -0.08, 0], [0.45, 0.3, 0.36]),
        lump([0.62, -0.06, 0.05], [0.48, 0.33, 0.38]),
        lump([0.2, 0.28, 0], [0.42, 0.36, 0.36]),
        lump([-0.28, 0.2, 0.08], [0.36, 0.3, 0.32]),
      ], 0.1),
      { ...vapour, fuzz: 0.012, glow: 0 },
      { bump: { height: 0.05, scale: 4 } },
    ),
    look.says("rain storm thunder lightning")
      ? row(
        9,
        (i) =>
          part(lathe([[0, -0.08], [0.035, -0.05], [0, 0.08]]), polished(hex("#4c9ce0")), {
            at: [-0.6 + (i % 5) * 0.3, -0.6 - (i > 4 ? 0.3 : 0), (i % 2) * 0.2 - 0.1],
          }),
      )
      : [],
  ];
}

function shell(look: Look): Parts {
  const body = look.skin("primary", polished, ["#f0c8a8", "#f0b0a0", "#e8dcc8"]);
  const band = look.skin("secondary", polished, "#c8805c");
  const points: Vec3[] = [];
  const radii: number[] = [];
  for (let i = 0; i <= 60; i++) {
    const t = i / 60;
    const grow = Math.exp(-2.6 * (1 - t));
    const a = t * 4.6 * 2 * Math.PI;
    points.push([
      0.62 * grow * Math.cos(a),
      1.1 * (1 - grow) ** 1.1 - 0.4,
      0.62 * grow * Math.sin(a),
    ]);
    radii.push(0.44 * grow);
  }
  return group(
    { turn: [15, 0, -28] },
    part(
      tube(points.toReversed(), radii.toReversed()),
      striped("v", 40, body, band, { share: 0.72, wobble: 0.03 }),
    ),
  );
}

function coral(look: Look): Parts {
  const body = look.skin("primary", skin, ["#f0705c", "#e85c9c", "#f0a03c"]);
  const parts: Parts[] = [];
  const grow = (from: Vec3, direction: Vec3, size: number, depth: number): void => {
    const to: Vec3 = [
      from[0] + direction[0] * size,
      from[1] + direction[1] * size,
      from[2] + direction[2] * size,
    ];
    parts.push(
      part(limb(from, to, 0.1 * size + 0.025, 0.08 * size + 0.02), body, {
        bump: { height: 0.01, scale: 22 },
      }),
    );
    if (depth === 0) return;
    for (let i = 0; i < 2 + (depth > 2 ? 1 : 0); i++) {
      const next: Vec3 = [
        direction[0] + look.between(-0.75, 0.75),
        Math.max(0.35, direction[1] + look.between(-0.3, 0.3)),
        direction[2] + look.between(-0.5, 0.5),
      ];
      const long = Math.hypot(...next);
      grow(
        to,
        [next[0] / long, next[1] / long, next[2] / long],
        size * look.between(0.68, 0.85),
        depth - 1,
      );
    }
  };
  grow([0, 0, 0], [0, 1, 0], 0.5, 4);
  return [
    parts,
    part(ball(0.5, 0.16, 0.45), stone(hex("#8c8478")), { bump: { height: 0.06, scale: 4 } }),
  ];
}

function acorn(look: Look): Parts {
  return [
    part(
      lathe([[0, -0.95], [0.05, -0.85], [0.35, -0.6], [0.58, 0], [0.5, 0.25], [0, 0.25]], {
        smooth: true,
      }),
      look.skin("primary", polished, "#a8743c"),
    ),
    part(
      lathe([[0.56, 0.12], [0.7, 0.16], [0.64, 0.45], [0.3, 0.66], [0, 0.7]], { smooth: true }),
      spotted(9, 0.5, matte(hex("#6c4a2c")), matte(hex("#8c6440"))),
      { bump: { height: 0.04, scale: 11 } },
    ),
    part(tube([[0, 0.66, 0], [0.03, 0.85, 0], [0.1, 0.95, 0]], 0.06), bark(hex("#5c4028"))),
  ];
}

function pinecone(look: Look): Parts {
  const scale = look.skin("primary", matte, "#7c5434");
  const rows: Parts[] = [];
  for (let i = 0; i < 13; i++) {
    const t = i / 12;
    const r = 0.52 * Math.sin(Math.PI * (0.12 + 0.84 * t)) ** 0.8 + 0.05;
    rows.push(
      around(Math.max(4, Math.round(r * 17)), () =>
        part(
          ball(0.13, 0.05, 0.17),
          gradient("z", -0.1, 0.16, scale, matte(hex("#a87c50")), true),
          { at: [0, -0.85 + t * 1.7, r * 0.8], turn: [-38 - t * 25, 0, 0] },
        ), { start: i * 19 }),
    );
  }
  return [part(ball(0.4, 0.85, 0.4), matte(hex("#4c3020"))), rows];
}

function pumpkin(look: Look): Parts {
  const carved = look.says("lantern jack halloween spooky carved scary");
  const rind = look.skin("primary", polished, "#e07820");
  const ribs = lathe([[0, -0.5], [0.3, -0.58], [0.78, -0.42], [0.98, 0], [0.8, 0.45], [0.3, 0.56], [
    0,
    0.46,
  ]], { smooth: true, ribs: (a) => 0.93 + 0.09 * Math.abs(Math.cos(a * 5)) ** 0.6 });
  const face = ({ at: [x, y, z] }: { at: Vec3 }): boolean => {
    if (z < 0.3) return false;
    const eye = (cx: number) => y > 0.08 && y < 0.34 && Math.abs(x - cx) < (0.34 - y) * 0.75;
    const nose = y > -0.06 && y < 0.08 && Math.abs(x) < (0.08 - y) * 0.6;
    const mouth = Math.abs(x) < 0.52 && y < -0.1 + x * x * 0.5 - 0 && y > -0.34 + x * x * 0.95 &&
      !(Math.abs(x - 0.14) < 0.06 && y > -0.18) && !(Math.abs(x + 0.2) < 0.06 && y < -0.22);
    return eye(0.32) || eye(-0.32) || nose || mouth;
  };
  return [
    part(ribs, carved ? { ...where(face, glowing(hex("#ffc83c")), rind), glow: 0 } : rind),
    part(
      tube([[0, 0.42, 0], [0.02, 0.68, 0], [0.16, 0.9, 0.04]], [0.15, 0.1, 0.09]),
      look.skin("stem secondary", bark, "#5c7434"),
    ),
    part(
      tube([[0, 0.55, 0], [-0.25, 0.68, 0.15], [-0.4, 0.5, 0.32], [-0.52, 0.62, 0.4]], [
        0.03,
        0.025,
        0.02,
        0.012,
      ]),
      plastic(hex("#5c8434")),
    ),
    carved ? [] : leaf(0.6, 0.5, "#5c8c3c", { at: [0, 0.58, 0], turn: [0, 150, 0] }, 10),
  ];
}

function fern(look: Look): Parts {
  const tint = look.vary(hex("#5c9c44"));
  return [
    around(11, (i) =>
      row(9, (_, t) => {
        const lean = 0.9 + 0.25 * (i % 2);
        const at: Vec3 = [0, 1.0 * t * (1.5 - 0.75 * t) * (1.2 - lean * 0.3), t * lean];
        return [
          leaf(0.3 * (1.1 - t), 0.11, tint, { at, turn: [0, 0, 0] }, 10),
          leaf(0.3 * (1.1 - t), 0.11, tint, { at, turn: [0, 180, 0] }, 10),
        ];
      })),
    around(
      11,
      (i) =>
        part(
          tube([[0, 0, 0], [0, 0.5, 0.35], [0, 0.72, 0.8 + 0.2 * (i % 2)]], [0.025, 0.02, 0.008]),
          plastic(hex("#4c7c38")),
        ),
    ),
    look.says("pot potted") || look.random() < 0.5
      ? part(
        lathe([[0, -0.7], [0.34, -0.7], [0.48, 0], [0.44, 0], [0, -0.06]]),
        look.skin("pot secondary", matte, "#b8683c"),
      )
      : [],
  ];
}

function houseplant(look: Look): Parts {
  const pot = look.skin("pot secondary", polished, ["#f0ece4", "#b8683c", "#3c5c74"]);
  return [
    part(lathe([[0, -0.8], [0.4, -0.8], [0.58, -0.1], [0.52, -0.1], [0, -0.16]]), pot),
    part(lathe([[0.52, -0.14], [0, -0.12]]), matte(hex("#4c3828"))),
    row(
      13,
      (i) =>
        leaf(look.between(0.7, 1.1), look.between(0.3, 0.42), look.vary(hex("#3c8444")), {
          at: [0, -0.05 + i * 0.03, 0],
          turn: [0, i * 137, 0],
        }, 48 + (i % 4) * 10),
    ),
  ];
}

function snowflake(look: Look): Parts {
  const ice = look.skin("primary", crystal, "#b8e0f4");
  return row(
    6,
    (i) =>
      group(
        { turn: [0, 0, i * 60] },
        part(limb([0, 0, 0], [0, 1, 0], 0.06, 0.045), ice),
        [0.45, 0.72].map((y) =>
          [1, -1].map((side) =>
            part(limb([0, y, 0], [side * 0.3 * (1.15 - y), y + 0.24, 0], 0.045, 0.035), ice)
          )
        ),
      ),
  );
}

/** Nouns of the category "nature". */
export const NATURE: readonly Noun[] = nounsOf("nature", [
  [
    "tree, oak, oak tree, maple tree, apple tree, cherry tree, maple, cherry blossom tree, sakura tree, birch",
    6,
    tree,
  ],
  ["pine tree, fir, fir tree, spruce, conifer, evergreen", 6, (look) => pine(look)],
  ["christmas tree, xmas tree", 2.5, (look) => pine(look, true)],
  ["palm tree, palm, coconut tree", 6, palm],
  ["willow, willow tree, weeping willow", 6, willow],
  ["bonsai, bonsai tree", 0.5, bonsai],
  ["bush, shrub, hedge, berry bush", 1.2, bush],
  ["mushroom, toadstool, fungus", 0.2, mushroom],
  [
    "flower, daisy, blossom, wildflower, orchid, lily, daffodil",
    0.5,
    (look) => flower(look, "daisy"),
  ],
  ["sunflower", 1.2, (look) => flower(look, "sunflower")],
  ["tulip", 0.5, (look) => flower(look, "tulip")],
  ["rose, red rose", 0.5, (look) => flower(look, "rose")],
  ["lotus, water lily, lotus flower", 0.4, (look) => flower(look, "lotus")],
  ["cactus, succulent", 0.8, cactus],
  ["fern", 0.6, fern],
  ["houseplant, plant, potted plant, pot plant, flower pot, flowerpot", 0.7, houseplant],
  ["leaf", 0.1, leafNoun],
  ["pumpkin, jack o lantern, halloween pumpkin", 0.4, pumpkin],
  ["acorn", 0.04, acorn],
  ["pinecone, pine cone", 0.1, pinecone],
  ["rock, boulder, stone, pebble, meteorite", 0.8, rock],
  ["crystal, crystal cluster, amethyst, quartz, geode, mineral", 0.4, crystals],
  ["mountain, peak, hill, cliff", 30, mountain],
  ["volcano", 30, volcano],
  ["island, floating island, tropical island", 20, island],
  ["log, wood log, firewood", 1, log],
  ["tree stump, stump", 0.8, stump],
  ["cloud, rain cloud, storm cloud", 10, cloud],
  ["seashell, shell, conch, sea shell", 0.15, shell],
  ["coral, coral reef", 0.5, coral],
  ["snowflake", 0.1, snowflake],
]);
