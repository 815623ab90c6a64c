/**
 * Reptiles, frogs, insects and the like.
 *
 * @module
 */
import { eye } from "../../builders/quadruped.ts";
import {
  ball,
  blob,
  bone,
  extrude,
  fur,
  group,
  hex,
  lathe,
  limb,
  lump,
  type Material,
  matte,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  scales,
  skin,
  smoothLine,
  spotted,
  striped,
  tube,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";

function turtle(look: Look): Figure {
  const hide = look.skin("secondary skin head leg", skin, "#7c9c54");
  const shell = look.skin("primary shell", polished, ["#5c6c34", "#7c5c30"]);
  const plates: Material = {
    ...shell,
    colour: (spot) => {
      const [x, , z] = spot.at;
      const row = Math.round(z * 2.9);
      const dx = x * 2.5 + (row % 2) * 0.5;
      const edge = Math.max(Math.abs(dx - Math.round(dx)), Math.abs(z * 2.9 - row));
      return edge > 0.42 ? hex("#33401f") : shell.colour(spot);
    },
  };
  return {
    head: [0, 0.72, 1.02],
    parts: [
      part(
        lathe([[0, 0.2], [0.7, 0.22], [0.82, 0.3], [0.74, 0.5], [0.45, 0.74], [0, 0.84]], {
          smooth: true,
        }),
        plates,
        { scale: [0.95, 1, 1.1] },
      ),
      part(
        lathe([[0, 0.14], [0.66, 0.18], [0.86, 0.26], [0.84, 0.32], [0, 0.34]]),
        skin(hex("#d0bc7c")),
        { scale: [0.95, 1, 1.1] },
      ),
      part(
        blob([
          bone([0, 0.34, 0.75], [0, 0.5, 1.02], 0.14, 0.13),
          lump([0, 0.54, 1.1], [0.18, 0.16, 0.22]),
        ], 0.06),
        spotted(9, 0.22, hide, skin(hex("#a8b86c"))),
      ),
      mirrored(
        [[0.6, 0.6], [0.6, -0.62]].map(([x, z]) =>
          part(
            blob([
              bone([x * 0.85, 0.26, z], [x * 1.15, 0.1, z * 1.15], 0.15, 0.14),
              lump([x * 1.2, 0.06, z * 1.2], [0.15, 0.07, 0.18]),
            ], 0.05),
            spotted(9, 0.22, hide, skin(hex("#a8b86c"))),
          )
        ),
        eye([0.13, 0.6, 1.22], 0.04, "#17181c"),
      ),
      part(tube([[0, 0.24, -0.85], [0, 0.16, -1.05], [0, 0.14, -1.15]], [0.08, 0.05, 0.015]), hide),
    ],
  };
}

function frog(look: Look): Figure {
  const hide = look.skin("primary", skin, ["#5ca83c", "#3c9c5c", "#c8a02c"]);
  const pale = look.skin("secondary belly", skin, "#e8ecb4");
  return {
    head: [0, 0.98, 0.4],
    parts: [
      part(
        blob([
          lump([0, 0.42, -0.1], [0.5, 0.36, 0.56], [-22, 0, 0]),
          lump([0, 0.62, 0.38], [0.42, 0.26, 0.36]),
          lump([0.24, 0.88, 0.36], 0.15),
          lump([-0.24, 0.88, 0.36], 0.15),
        ], 0.1),
        where(
          ({ at, normal }) => (at[1] < 0.56 && at[2] > 0.2 && normal[2] > 0.1) || normal[1] < -0.4,
          pale,
          spotted(5, 0.2, hide, skin(hex("#3c7428"))),
        ),
      ),
      mirrored(
        part(ball(0.115), polished(hex("#f4c832")), { at: [0.27, 0.92, 0.44] }),
        part(ball(0.05, 0.03, 0.03), polished(hex("#17181c")), {
          at: [0.32, 0.93, 0.545],
          turn: [0, 25, 0],
        }),
        part(
          blob([
            bone([0.36, 0.36, -0.3], [0.62, 0.36, 0.06], 0.2, 0.14),
            bone([0.62, 0.36, 0.06], [0.56, 0.08, -0.3], 0.13, 0.08),
            bone([0.56, 0.06, -0.3], [0.68, 0.05, 0.16], 0.07, 0.05),
          ], 0.06),
          hide,
        ),
        part(blob([bone([0.3, 0.36, 0.36], [0.42, 0.06, 0.52], 0.12, 0.07)], 0.04), hide),
        [[0.68, 0.16], [0.42, 0.52]].map(([x, z]) =>
          row(
            3,
            (i) => part(limb([x, 0.04, z], [x + (i - 1) * 0.13, 0.035, z + 0.2], 0.04, 0.05), hide),
          )
        ),
      ),
      part(
        tube([[-0.36, 0.6, 0.5], [-0.2, 0.56, 0.68], [0, 0.55, 0.74], [0.2, 0.56, 0.68], [
          0.36,
          0.6,
          0.5,
        ]], 0.018),
        matte(hex("#33541f")),
      ),
    ],
  };
}

function snake(look: Look): Parts {
  const hide = look.skin("primary", scales, ["#5c9c3c", "#c8862c", "#3c3c44"]);
  const band = look.skin("secondary stripe", scales, ["#2f4c24", "#e8d8a8", "#b0342c"]);
  const points: Vec3[] = [];
  const radii: number[] = [];
  for (let i = 0; i <= 30; i++) {
    const t = i / 30;
    const a = t * 4.4 * Math.PI;
    const r = 0.85 - 0.5 * t;
    points.push([r * Math.cos(a), 0.14 + 0.24 * t * (t > 0.4 ? 1.35 : 1), r * Math.sin(a)]);
    radii.push(0.03 + 0.13 * Math.min(1, t * 3));
  }
  points.push([0.22, 0.7, 0.3], [0.05, 1.05, 0.24], [0, 1.3, 0.36], [0, 1.36, 0.62]);
  radii.push(0.155, 0.14, 0.15, 0.12);
  return [
    part(tube(points, radii), striped("v", 13, hide, band, { share: 0.62 })),
    part(
      blob(
        [lump([0, 1.36, 0.58], [0.2, 0.13, 0.26]), lump([0, 1.33, 0.78], [0.13, 0.09, 0.14])],
        0.06,
      ),
      hide,
    ),
    mirrored(
      eye([0.13, 1.42, 0.72], 0.045, "#e8c02c"),
      part(limb([0, 1.31, 0.98], [0.05, 1.3, 1.12], 0.012), polished(hex("#c8242c"))),
    ),
    part(limb([0, 1.31, 0.85], [0, 1.31, 0.99], 0.016), polished(hex("#c8242c"))),
  ];
}

function crocodile(look: Look): Parts {
  const hide = look.skin(
    "primary",
    scales,
    look.says("lizard iguana gecko chameleon") ? ["#7cb03c", "#3ca47c"] : ["#54703a", "#4c6444"],
  );
  const pale = look.skin("secondary belly", skin, "#d8d4a0");
  const slim = look.says("lizard gecko iguana chameleon salamander") ? 0.75 : 1;
  return [
    part(
      blob([
        lump([0, 0.36, 0], [0.34 * slim, 0.22, 0.62]),
        bone([0, 0.34, -0.45], [0.1, 0.24, -1.1], 0.22 * slim, 0.1),
        bone([0.1, 0.24, -1.1], [-0.12, 0.2, -1.6], 0.1, 0.02),
        lump([0, 0.42, 0.75], [0.24, 0.17, 0.26]),
        bone([0, 0.38, 0.9], [0, 0.34, slim < 1 ? 1.1 : 1.45], 0.15, 0.1),
      ], 0.1),
      where(({ normal }) => normal[1] < -0.35, pale, hide),
      { bump: { height: 0.02, scale: 12 } },
    ),
    row(
      17,
      (_, t) =>
        mirrored(
          part(lathe([[0.05, 0], [0, 0.13]]), hide, {
            at: [0.09 * (1 - t), 0.56 - 0.3 * t * t, 0.5 - t * 1.7],
            detail: 0.6,
          }),
        ),
    ),
    mirrored(
      [[0.45, 0.4], [-0.4, 0.42]].map((
        [z, x],
      ) => [
        part(
          blob([
            bone([x * 0.6, 0.3, z], [x * 1.25, 0.22, z], 0.13, 0.1),
            bone([x * 1.25, 0.22, z], [x * 1.3, 0.05, z + 0.1], 0.09, 0.07),
          ], 0.05),
          hide,
        ),
        row(
          3,
          (i) =>
            part(
              limb(
                [x * 1.3, 0.04, z + 0.1],
                [x * 1.3 + (i - 1) * 0.08, 0.03, z + 0.26],
                0.04,
                0.02,
              ),
              hide,
            ),
        ),
      ]),
      part(ball(0.08), hide, { at: [0.12, 0.56, 0.84] }),
      eye([0.15, 0.58, 0.88], 0.045, "#e0b82c"),
      slim < 1
        ? []
        : row(8, (_, t) =>
          part(lathe([[0, -0.07], [0.022, 0]]), polished(hex("#fbf8ec")), {
            at: [0.13 - 0.03 * t, 0.33, 0.95 + t * 0.48],
          })),
    ),
  ];
}

function insectWing(
  look: Look,
  colour: Material,
  scale: number,
  placement: { at: Vec3; turn: Vec3 },
): Parts {
  void look;
  return part(
    extrude(
      smoothLine([[0, 0], [0.3, 0.22], [0.85, 0.25], [1, 0.05], [0.7, -0.12], [0.25, -0.08]], true),
      0.012,
    ),
    { ...colour, opacity: 0.7 },
    { ...placement, scale, thin: true },
  );
}

function butterfly(look: Look): Parts {
  const wing = look.skin("primary wing", matte, ["#f08a24", "#3c7cd8", "#c85cb4", "#f0c83c"]);
  const dark = look.skin("secondary", matte, "#241c1c");
  const upper = smoothLine([[0.03, 0.05], [0.3, 0.6], [0.85, 0.95], [1.15, 0.75], [1.05, 0.3], [
    0.6,
    0.02,
  ], [0.03, -0.02]], true);
  const lower = smoothLine([[0.03, 0.0], [0.55, 0.02], [0.9, -0.2], [0.85, -0.6], [0.5, -0.85], [
    0.2,
    -0.5,
  ]], true);
  const pattern = (center: [number, number]): Material => ({
    ...wing,
    colour: (spot) => {
      const [x, y] = spot.local;
      const angle = Math.atan2(y - center[1] * 0, x) * 9;
      const r = Math.hypot(x, y);
      const isRim = r > (y > 0 ? 1.02 : 0.78) - 0.1 * Math.abs(Math.sin(angle * 2));
      const dots = isRim && Math.hypot((angle % 1) - 0.5) < 0.18;
      const vein = Math.abs(angle / 2 - Math.round(angle / 2)) < 0.045;
      return dots ? hex("#fbf6ec") : isRim || vein ? dark.colour(spot) : wing.colour(spot);
    },
  });
  return group(
    { turn: [-28, 0, 0] },
    mirrored(
      group(
        { turn: [0, -24, 0] },
        part(extrude(upper, 0.025), pattern([0.6, 0.5]), { thin: true }),
        part(extrude(lower, 0.025), pattern([0.5, -0.4]), { thin: true, at: [0, 0, -0.02] }),
      ),
    ),
    part(
      blob([
        bone([0, -0.5, 0.02], [0, 0.1, 0.02], 0.05, 0.075),
        lump([0, 0.18, 0.02], [0.085, 0.13, 0.085]),
        lump([0, 0.36, 0.02], 0.075),
      ], 0.04),
      dark,
    ),
    mirrored(
      part(tube([[0.03, 0.4, 0.04], [0.12, 0.6, 0.06], [0.22, 0.75, 0.06]], 0.014), dark),
      part(ball(0.03), dark, { at: [0.23, 0.76, 0.06] }),
    ),
  );
}

function bee(look: Look): Parts {
  const yellow = look.skin("primary", fur, "#f2b828");
  const black = look.skin("secondary stripe", fur, "#26201c");
  return [
    part(
      blob([lump([0, 0.1, -0.25], [0.42, 0.4, 0.6])], 0.05),
      striped("z", 3.6, yellow, black, { share: 0.52 }),
    ),
    part(ball(0.36, 0.35, 0.34), yellow, { at: [0, 0.18, 0.38] }),
    part(ball(0.26, 0.25, 0.22), black, { at: [0, 0.18, 0.72] }),
    part(lathe([[0.09, 0], [0, 0.26]]), black, { at: [0, 0.06, -0.82], turn: [-90, 0, 0] }),
    mirrored(
      insectWing(look, { ...polished(hex("#dcecf4")), glow: 0.2 }, 1.15, {
        at: [0.12, 0.46, 0.3],
        turn: [-62, 20, 32],
      }),
      insectWing(look, { ...polished(hex("#dcecf4")), glow: 0.2 }, 0.8, {
        at: [0.12, 0.44, 0.1],
        turn: [-62, 40, 26],
      }),
      part(ball(0.11, 0.14, 0.09), polished(hex("#17181c")), { at: [0.16, 0.24, 0.82] }),
      part(tube([[0.08, 0.4, 0.78], [0.16, 0.6, 0.9], [0.2, 0.62, 1.05]], 0.022), black),
      row(
        3,
        (i) =>
          part(
            tube([[0.2, -0.05, 0.45 - i * 0.2], [0.46, -0.2, 0.5 - i * 0.3], [
              0.5,
              -0.45,
              0.52 - i * 0.32,
            ]], [0.04, 0.035, 0.025]),
            black,
          ),
      ),
    ),
  ];
}

function ladybug(look: Look): Parts {
  const shell = look.skin("primary", polished, "#c8201c");
  const black = look.skin("secondary spot", polished, "#1c1a1c");
  const dots: readonly (readonly [number, number])[] = [[0.3, 0.35], [0.42, -0.1], [0.28, -0.5]];
  return [
    part(
      lathe([[0.82, 0], [0.8, 0.2], [0.6, 0.5], [0.3, 0.66], [0, 0.7]], { smooth: true }),
      where(
        ({ at: [x, , z] }) =>
          Math.abs(x) < 0.025 ||
          dots.some(([dx, dz]) => Math.hypot(Math.abs(x) - dx, z - dz) < 0.14),
        black,
        shell,
      ),
      { scale: [1, 1, 1.08] },
    ),
    part(ball(0.8, 0.12, 0.86), black, { at: [0, 0.02, 0] }),
    part(ball(0.42, 0.34, 0.3), black, { at: [0, 0.18, 0.86] }),
    mirrored(
      part(ball(0.11), matte(hex("#fbf8f0")), { at: [0.22, 0.28, 1.08] }),
      eye([0.23, 0.29, 1.16], 0.055, "#17181c"),
      part(tube([[0.12, 0.46, 0.98], [0.2, 0.68, 1.1], [0.28, 0.74, 1.14]], 0.025), black),
      row(
        3,
        (i) =>
          part(
            tube([[0.6, 0.05, 0.45 - i * 0.42], [0.95, 0.06, 0.52 - i * 0.46], [
              1.08,
              -0.14,
              0.56 - i * 0.5,
            ]], [0.055, 0.05, 0.03]),
            black,
          ),
      ),
    ),
  ];
}

function spider(look: Look): Parts {
  const hide = look.skin("primary", fur, ["#33292a", "#4c3424"]);
  const mark = look.skin("secondary", fur, "#b0342c");
  return [
    part(
      ball(0.46, 0.4, 0.55),
      where(
        ({ at }) => at[1] > 0.55 && Math.abs(at[0]) < 0.13 * (1 + Math.sin((at[2] + 0.55) * 9)),
        mark,
        hide,
      ),
      { at: [0, 0.5, -0.55] },
    ),
    part(ball(0.32, 0.26, 0.34), hide, { at: [0, 0.42, 0.15] }),
    mirrored(
      row(4, (i) => {
        const a = (52 - i * 34) * Math.PI / 180;
        const [s, c] = [Math.sin(a), Math.cos(a)];
        return part(
          tube([[0.2, 0.42, 0.15 + s * 0.2], [0.55 * c + 0.1, 0.95, 0.15 + s * 0.62], [
            0.9 * c + 0.1,
            0.62,
            0.15 + s * 0.98,
          ], [1.08 * c + 0.1, 0, 0.15 + s * 1.22]], [0.075, 0.06, 0.05, 0.02]),
          hide,
        );
      }),
      part(ball(0.06), polished(hex("#c8242c")), { at: [0.1, 0.54, 0.42] }),
      part(ball(0.04), polished(hex("#c8242c")), { at: [0.2, 0.5, 0.38] }),
      part(
        tube([[0.09, 0.32, 0.42], [0.1, 0.22, 0.52], [0.06, 0.12, 0.5]], [0.05, 0.04, 0.012]),
        matte(hex("#17120f")),
      ),
    ),
  ];
}

function snail(look: Look): Parts {
  const body = look.skin("secondary body", skin, "#d8b48c");
  const shell = look.skin("primary shell", polished, ["#a8622c", "#c87c4c", "#8c5c7c"]);
  const points: Vec3[] = [];
  const radii: number[] = [];
  for (let i = 0; i <= 44; i++) {
    const t = i / 44;
    const a = -1.2 + t * 5.4 * Math.PI;
    const r = 0.52 * (1 - t) ** 0.9;
    points.push([0.06 + 0.14 * t, 0.72 + r * Math.sin(a), -0.2 + r * Math.cos(a)]);
    radii.push(0.3 * (1 - t) ** 0.8 + 0.035);
  }
  return [
    part(
      blob([
        bone([0, 0.13, -1.0], [0, 0.17, 0.5], 0.06, 0.2),
        bone([0, 0.2, 0.5], [0, 0.62, 0.82], 0.19, 0.17),
      ], 0.1),
      body,
    ),
    part(
      tube(points, radii),
      striped("v", 9, shell, {
        ...shell,
        colour: (spot) => shell.colour(spot).map((value) => value * 0.7) as unknown as Vec3,
      }, { share: 0.7 }),
    ),
    mirrored(
      part(tube([[0.08, 0.72, 0.88], [0.14, 0.98, 0.96], [0.17, 1.12, 1.0]], 0.035), body),
      part(ball(0.065), matte(hex("#fbf8f0")), { at: [0.17, 1.15, 1.01] }),
      eye([0.175, 1.16, 1.06], 0.035, "#17181c"),
    ),
    part(
      tube([[-0.08, 0.58, 0.985], [0, 0.55, 1.0], [0.08, 0.58, 0.985]], 0.014),
      matte(hex("#7c4c34")),
    ),
  ];
}

function worm(look: Look): Parts {
  const hide = look.skin("primary", skin, ["#7cb83c", "#e08c7c"]);
  const points: Vec3[] = [
    [-1.1, 0.2, 0],
    [-0.75, 0.2, 0.1],
    [-0.4, 0.55, 0.1],
    [-0.02, 0.75, 0],
    [0.35, 0.5, -0.05],
    [0.62, 0.3, 0],
    [0.8, 0.6, 0.08],
    [0.85, 0.95, 0.1],
  ];
  return group(
    { turn: [0, -50, 0] },
    row(15, (_, t) => {
      const place = t * (points.length - 1);
      const i = Math.min(points.length - 2, Math.floor(place));
      const [a, b] = [points[i], points[i + 1]];
      const w = place - i;
      return part(ball(0.17 + 0.07 * t), hide, {
        at: [a[0] + (b[0] - a[0]) * w, a[1] + (b[1] - a[1]) * w, a[2] + (b[2] - a[2]) * w],
      });
    }),
    group(
      { at: [0.87, 1.08, 0.1], turn: [0, 50, 0] },
      mirrored(
        part(ball(0.075), matte(hex("#fbf8f0")), { at: [0.09, 0.06, 0.2] }),
        eye([0.095, 0.065, 0.26], 0.04, "#17181c"),
        part(tube([[0.08, 0.18, 0.05], [0.14, 0.36, 0.06]], 0.025), matte(hex("#33541f"))),
      ),
    ),
  );
}

/** Reptiles, frogs, insects and the like. */
export const CRAWLERS: readonly Noun[] = nounsOf("animals", [
  ["turtle, tortoise, sea turtle", 0.6, turtle],
  ["frog, toad, tree frog", 0.12, frog],
  ["snake, python, cobra, viper, serpent, basilisk", 1.5, snake],
  ["crocodile, alligator, lizard, iguana, gecko, chameleon, salamander", 2.5, crocodile],
  ["butterfly, moth", 0.1, butterfly],
  ["bee, bumblebee, honeybee, wasp, bumble bee", 0.03, bee],
  ["ladybug, ladybird, beetle", 0.02, ladybug],
  ["spider, tarantula", 0.1, spider],
  ["snail, slug", 0.05, snail],
  ["caterpillar, worm", 0.06, worm],
]);
