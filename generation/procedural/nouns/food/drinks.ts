/**
 * Drinks.
 *
 * @module
 */
import {
  around,
  ball,
  cylinder,
  extrude,
  glass,
  gradient,
  group,
  hex,
  lathe,
  limb,
  matte,
  part,
  type Parts,
  plastic,
  polished,
  row,
  star,
  striped,
  torus,
  tube,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { frostingSwirl } from "./serving.ts";

function cup(look: Look, content: string): Parts {
  const body = look.skin("primary cup mug", polished, ["#f2f0ea", "#3c6c8c", "#b8443c", "#5c7c54"]);
  const drink = look.skin("coffee tea", polished, content);
  return [
    part(
      lathe([[0, -0.7], [0.5, -0.7], [0.62, -0.62], [0.66, 0.62], [0.62, 0.68], [0.57, 0.62], [
        0.54,
        -0.5,
      ], [0, -0.56]]),
      body,
    ),
    part(lathe([[0.58, 0.46], [0, 0.46]]), drink),
    part(
      tube(
        [[0.6, 0.36, 0], [0.98, 0.4, 0], [1.04, 0, 0], [0.9, -0.36, 0], [0.58, -0.36, 0]],
        0.085,
      ),
      body,
    ),
    around(
      2,
      (i) =>
        part(
          tube([[0, 0.72, 0.12], [0.1, 0.92, 0.12], [-0.08, 1.12, 0.12], [0.06, 1.34, 0.12]], [
            0.02,
            0.05,
            0.05,
            0.01,
          ]),
          { ...matte(hex("#e4e6ea")), opacity: 0.4, glow: 0.6 },
          { turn: [0, i * 40, 0] },
        ),
    ),
  ];
}

function teacup(look: Look): Parts {
  const body = look.skin("primary cup", polished, ["#f2f0ea", "#c8dcec", "#f2d4d8"]);
  const trim = look.skin("secondary rim", polished, "#d4a23a");
  return [
    part(
      lathe([[0, -0.1], [0.5, -0.1], [1.05, 0.08], [1.02, 0.12], [0.5, -0.04], [0, -0.04]]),
      body,
    ),
    part(torus(1.04, 0.05), trim, { at: [0, 0.1, 0] }),
    part(
      lathe([
        [0, 0],
        [0.34, 0],
        [0.3, 0.08],
        [0.5, 0.22],
        [0.72, 0.72],
        [0.68, 0.73],
        [0.46, 0.28],
        [0, 0.2],
      ]),
      body,
    ),
    part(torus(0.7, 0.05), trim, { at: [0, 0.73, 0] }),
    part(lathe([[0.64, 0.62], [0, 0.62]]), polished(hex("#a0642c"))),
    part(tube([[0.66, 0.62, 0], [0.98, 0.66, 0], [0.98, 0.38, 0], [0.58, 0.3, 0]], 0.045), trim),
  ];
}

function beer(look: Look): Parts {
  const drink = look.skin("primary beer", glass, "#e8a020");
  return [
    part(
      lathe([[0, -0.9], [0.58, -0.9], [0.62, -0.8], [0.6, 0.5], [0, 0.5]], {
        ribs: (angle) => 1 + 0.02 * Math.cos(angle * 12),
      }),
      { ...drink, opacity: 1 },
    ),
    part(lathe([[0.62, 0.48], [0.64, 0.7], [0, 0.72]]), matte(hex("#fbf6e8"))),
    row(
      16,
      () =>
        part(ball(look.between(0.12, 0.2)), matte(hex("#fdf9ee")), {
          at: [look.between(-0.45, 0.45), look.between(0.66, 0.8), look.between(-0.45, 0.45)],
        }),
    ),
    part(ball(0.12, 0.2, 0.1), matte(hex("#fbf6e8")), { at: [0.2, 0.42, 0.6] }),
    part(
      tube(
        [[0.58, 0.35, 0], [1.0, 0.4, 0], [1.05, -0.2, 0], [0.95, -0.6, 0], [0.58, -0.55, 0]],
        0.09,
      ),
      glass(hex("#e8ecec")),
    ),
  ];
}

function wineGlass(look: Look, drink: string, kind: "wine" | "cocktail"): Parts {
  const clear = look.skin("glass", glass, "#d8e8ec");
  const fill = look.skin("primary wine cocktail drink", polished, drink);
  if (kind === "cocktail") {
    return [
      part(
        lathe([[0, -1], [0.5, -1], [0.05, -0.94], [0.04, -0.1], [0.85, 0.75], [0.82, 0.77], [
          0,
          -0.02,
        ]]),
        clear,
      ),
      part(lathe([[0.02, 0.02], [0.66, 0.6], [0, 0.6]]), fill, { scale: [1.03, 1, 1.03] }),
      part(limb([-0.5, 0.5, 0], [0.35, 1.05, 0.1], 0.015), wood(hex("#c49c64"))),
      part(ball(0.14), look.skin("accent olive", plastic, "#7c9434"), { at: [0.1, 0.86, 0.08] }),
    ];
  }
  return [
    part(
      lathe([
        [0, -1],
        [0.48, -1],
        [0.06, -0.93],
        [0.045, -0.25],
        [0.3, -0.08],
        [0.56, 0.3],
        [0.52, 0.85],
        [0.44, 1.05],
        [0.42, 1.05],
        [0.5, 0.85],
        [0.53, 0.3],
        [0, -0.1],
      ]),
      clear,
    ),
    part(lathe([[0, -0.12], [0.3, -0.04], [0.56, 0.28], [0.56, 0.4], [0, 0.4]]), fill, {
      scale: [1.02, 1, 1.02],
    }),
  ];
}

function bottle(look: Look): Parts {
  const body = look.skin("primary", glass, ["#2c5c34", "#5c2c1c", "#2c4c6c"]);
  const label = look.skin("label secondary", matte, "#efe4c8");
  return [
    part(
      lathe([
        [0, -1.1],
        [0.36, -1.1],
        [0.4, -1.02],
        [0.4, 0.2],
        [0.3, 0.46],
        [0.14, 0.62],
        [0.13, 1.1],
        [0.17, 1.12],
        [0.17, 1.2],
        [0, 1.2],
      ]),
      { ...body, opacity: 0.97 },
    ),
    part(lathe([[0.41, -0.66], [0.412, 0]]), label),
    part(extrude(star(5, 0.14, 0.06), 0.02), look.skin("accent", polished, "#a8202c"), {
      at: [0, -0.3, 0.415],
    }),
    part(cylinder(0.11, 0.2), wood(hex("#c49c6c")), { at: [0, 1.26, 0] }),
  ];
}

function milkshake(look: Look): Parts {
  const drink = look.skin("primary", plastic, ["#f2a8c0", "#8c5c3c", "#f6e8c8"]);
  return [
    part(
      lathe([[0, -1], [0.38, -1], [0.3, -0.9], [0.34, -0.8], [0.56, 0.45], [0.58, 0.5], [0, 0.5]]),
      gradient("y", -0.9, -0.8, glass(hex("#d8e8ec")), drink),
    ),
    group({ at: [0, 0.5, 0] }, frostingSwirl(matte(hex("#fdfaf4")), 0.42, 0.55)),
    part(ball(0.13), polished(hex("#c81c2c")), { at: [0, 1.12, 0] }),
    part(
      limb([0.1, 0.3, 0], [0.45, 1.5, -0.1], 0.045),
      striped("y", 7, plastic(hex("#d8342c")), plastic(hex("#ffffff"))),
    ),
  ];
}

/** Drinks. */
export const DRINKS: readonly Noun[] = nounsOf("food and drinks", [
  [
    "coffee, coffee cup, cup of coffee, coffee mug, mug, cup, mug of coffee, hot chocolate",
    0.12,
    (look) => cup(look, "#3c2214"),
  ],
  ["teacup, tea cup, cup of tea, tea", 0.1, teacup],
  ["beer, beer mug, mug of beer, pint of beer, beer glass, ale", 0.18, beer],
  [
    "wine, wine glass, glass of wine, glass of red wine, goblet of wine, red wine",
    0.22,
    (look) => wineGlass(look, look.says("white") ? "#ecd88c" : "#6c1428", "wine"),
  ],
  [
    "cocktail, martini, margarita, cocktail glass, glass of lemonade",
    0.2,
    (look) => wineGlass(look, look.pick(["#e8507c", "#3cb4c8", "#f0a030"]), "cocktail"),
  ],
  [
    "bottle, wine bottle, bottle of wine, beer bottle, glass bottle, carafe of wine",
    0.3,
    bottle,
  ],
  ["milkshake, smoothie, frappe, bubble tea", 0.22, milkshake],
]);
