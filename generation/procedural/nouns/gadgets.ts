/**
 * Nouns of the category "gadgets and electronics".
 *
 * @module
 */
import {
  around,
  ball,
  box,
  cylinder,
  extrude,
  glowing,
  group,
  hex,
  lathe,
  leather,
  limb,
  type Material,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  plastic,
  polished,
  roundedRectangle,
  row,
  rubber,
  sheet,
  smoothLine,
  striped,
  torus,
  tube,
  type Vec2,
  type Vec3,
  where,
  wood,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import { type Noun, nounsOf } from "../noun.ts";

const BLACK = "#1e1f24";

/** A lit screen: a wallpaper of two tones with a few tiles on it, in the shape's own x-y plane. */
function screen(look: Look, kind: "wallpaper" | "tiles" | "code" = "wallpaper"): Material {
  const base = look.skin(
    "screen display",
    matte,
    look.pick(["#2c74c8", "#3c9c94", "#7c4cc0", "#e0703c"]),
  );
  const light = { ...base, glow: 0.75 };
  return {
    ...light,
    colour: (spot) => {
      const [x, y] = spot.local;
      const tone = base.colour(spot);
      if (kind === "tiles") {
        const [fx, fy] = [(x * 5.2 + 50.5) % 1, (y * 5.2 + 50.5) % 1];
        if (Math.abs(fx - 0.5) < 0.32 && Math.abs(fy - 0.5) < 0.32) {
          const id = Math.abs(
            Math.sin(Math.floor(x * 5.2 + 50.5) * 12.9 + Math.floor(y * 5.2 + 50.5) * 78.2) * 999,
          ) % 1;
          return hex(["#f2f2f0", "#f0503c", "#f8c830", "#5cc86c", "#3cb4f0"][Math.floor(id * 5)]);
        }
      }
      if (kind === "code") {
        const line = Math.floor(y * 16 + 100);
        const long = Math.abs(Math.sin(line * 12.9) * 0.62);
        if (
          (y * 16 + 100) % 1 < 0.45 && x > -0.55 + 0.1 * (line % 3) &&
          x < -0.5 + 0.1 * (line % 3) + long
        ) return hex(["#8cf0a4", "#f8c85c", "#8cc8f8"][line % 3]);
        return hex("#17202c");
      }
      const wave = 0.12 * Math.sin(x * 5) - y * 0.6;
      return [0, 1, 2].map((k) =>
        Math.min(1, tone[k] * (wave > 0 ? 0.62 : 1.15) + (wave > 0.2 ? 0.05 : 0.1))
      ) as unknown as Vec3;
    },
  };
}

function smartphone(look: Look): Parts {
  const isTablet = look.says("tablet ipad");
  const [w, h] = isTablet ? [1.4, 1.9] : [0.92, 1.9];
  const body = look.skin("primary case", polished, ["#26272d", "#d8dce2", "#8c5c9c", "#3c5c8c"]);
  return group(
    { turn: [-12, 0, 0] },
    part(
      extrude(roundedRectangle(w, h, 0.14), 0.12, { bevel: 0.04, pillow: true, rim: 0.5 }),
      body,
    ),
    part(extrude(roundedRectangle(w - 0.08, h - 0.1, 0.1), 0.02), matte(hex(BLACK)), {
      at: [0, 0, 0.056],
    }),
    part(extrude(roundedRectangle(w - 0.13, h - 0.16, 0.08), 0.02), screen(look, "tiles"), {
      at: [0, 0, 0.066],
    }),
    part(box(0.18, 0.04, 0.02, 0.01), matte(hex(BLACK)), { at: [0, h / 2 - 0.13, 0.078] }),
    part(box(0.34, 0.34, 0.06, 0.05), body, { at: [-w / 2 + 0.26, h / 2 - 0.26, -0.07] }),
    [[-0.08, 0.08], [0.08, 0.08], [-0.08, -0.08]].map(([x, y]) =>
      part(ball(0.065, 0.065, 0.03), polished(hex("#17181c")), {
        at: [-w / 2 + 0.26 + x, h / 2 - 0.26 + y, -0.1],
      })
    ),
    part(box(0.03, 0.22, 0.05, 0.01), metal(hex("#b4b8be")), { at: [w / 2 + 0.005, 0.35, 0] }),
  );
}

function keyboardKeys(
  columns: number,
  rows: number,
  width: number,
  depth: number,
  material: Material,
): Parts {
  return row(
    rows,
    (j) =>
      row(
        columns,
        (i) =>
          part(box(width / columns * 0.82, 0.05, depth / rows * 0.8, 0.012), material, {
            at: [(i - (columns - 1) / 2) * width / columns, 0, (j - (rows - 1) / 2) * depth / rows],
            detail: 0.7,
          }),
      ),
  );
}

function laptop(look: Look): Parts {
  const body = look.skin("primary", metal, ["#b4b8be", "#4c5058", "#d8c4b0"]);
  const dark = matte(hex(BLACK));
  return [
    part(box(1.9, 0.09, 1.3, 0.03), body, { at: [0, 0, 0] }),
    group({ at: [0, 0.045, -0.16] }, keyboardKeys(13, 5, 1.62, 0.62, dark)),
    part(box(0.6, 0.02, 0.34, 0.01), metal(hex("#9aa0a8")), { at: [0, 0.046, 0.4] }),
    group(
      { at: [0, 0.05, -0.63], turn: [-16, 0, 0] },
      part(box(1.9, 1.25, 0.06, 0.03), body, { at: [0, 0.62, 0] }),
      part(box(1.82, 1.16, 0.02, 0.01), dark, { at: [0, 0.63, 0.03] }),
      part(box(1.72, 1.05, 0.02, 0.005), screen(look), { at: [0, 0.63, 0.036] }),
      part(ball(0.12, 0.12, 0.02), polished(hex("#f0f0f0")), { at: [0, 0.65, -0.035] }),
    ),
    part(cylinder(0.045, 1.5), dark, { at: [0, 0.05, -0.64], turn: [0, 0, 90] }),
  ];
}

function monitor(look: Look): Parts {
  const isTv = look.says("tv television");
  const isRetro = look.says("retro vintage old antique crt");
  if (isRetro || isTv && look.random() < 0.45) {
    const body = look.skin("primary", wood, ["#8a5a32", "#7a4428"]);
    return [
      part(box(1.8, 1.3, 0.95, 0.12), body),
      part(
        extrude(roundedRectangle(1.18, 1.02, 0.2), 0.08, { bevel: 0.06, pillow: true }),
        matte(hex("#d8ccb0")),
        { at: [-0.22, 0, 0.46] },
      ),
      part(
        extrude(roundedRectangle(1.04, 0.88, 0.22), 0.14, { bevel: 0.3, pillow: true, rim: 0.4 }),
        { ...pane(hex("#5c7c84")), gloss: 1 },
        { at: [-0.22, 0, 0.47] },
      ),
      [0.3, 0.02].map((
        y,
      ) => [
        part(cylinder(0.13, 0.1), metal(hex("#d0a03c")), { at: [0.65, y, 0.5], turn: [90, 0, 0] }),
        part(box(0.03, 0.2, 0.04, 0.01), matte(hex(BLACK)), { at: [0.65, y, 0.56] }),
      ]),
      row(
        6,
        (i) =>
          part(box(0.3, 0.025, 0.03, 0.005), matte(hex(BLACK)), {
            at: [0.65, -0.25 - i * 0.06, 0.48],
          }),
      ),
      mirrored(
        part(limb([0.05, 0.64, -0.1], [0.5, 1.3, -0.15], 0.018), metal(hex("#c4c8ce"))),
        part(ball(0.04), metal(hex("#c4c8ce")), { at: [0.5, 1.31, -0.15] }),
        [0.3, -0.3].map((z) =>
          part(limb([0.62, -0.62, z], [0.76, -1.05, z * 1.4], 0.06, 0.035), wood(hex("#5c3822")))
        ),
      ),
    ];
  }
  const body = look.skin("primary", plastic, ["#26272d", "#d8dce0"]);
  const isComputer = look.says("computer pc desktop");
  return [
    part(box(2.0, 1.2, 0.09, 0.03), body, { at: [0, 0.7, 0] }),
    part(box(1.88, 1.07, 0.03, 0.005), screen(look, isComputer ? "code" : "wallpaper"), {
      at: [0, 0.72, 0.042],
    }),
    part(box(0.14, 0.5, 0.08, 0.03), body, { at: [0, 0.05, -0.08] }),
    part(box(0.8, 0.06, 0.5, 0.03), body, { at: [0, -0.2, 0] }),
    part(ball(0.025), glowing(hex("#5cf08c")), { at: [0.85, 0.14, 0.05] }),
    isComputer
      ? [
        group(
          { at: [0, -0.2, 0.62] },
          part(box(1.4, 0.06, 0.46, 0.02), body),
          group({ at: [0, 0.045, 0] }, keyboardKeys(13, 4, 1.32, 0.4, plastic(hex("#3c4048")))),
        ),
        part(ball(0.12, 0.07, 0.18), body, { at: [0.95, -0.18, 0.62] }),
        part(box(0.42, 1.2, 0.9, 0.03), body, { at: [1.4, 0.38, -0.1] }),
        part(ball(0.05, 0.05, 0.02), glowing(hex("#3cc8f8")), { at: [1.4, 0.8, 0.36] }),
        row(5, (i) =>
          part(box(0.28, 0.02, 0.02, 0.004), matte(hex("#4c5058")), {
            at: [1.4, 0.1 + i * 0.06, 0.36],
          })),
      ]
      : [],
  ];
}

function camera(look: Look): Parts {
  const body = look.skin("primary body", leather, ["#26272c", "#6c3c24", "#3c5c6c"]);
  const chrome = look.skin("secondary top", metal, "#c4c8ce");
  const dark = matte(hex("#17181c"));
  const isVideo = look.says("video security surveillance");
  if (isVideo && look.says("security surveillance")) {
    return [
      part(box(0.5, 0.5, 0.12, 0.05), chrome, { at: [0, 0.2, -0.85] }),
      part(limb([0, 0.2, -0.8], [0, 0.3, -0.35], 0.07), chrome),
      group(
        { at: [0, 0.42, 0.1], turn: [14, 0, 0] },
        part(box(0.46, 0.42, 1.15, 0.1), look.skin("primary", plastic, "#f0f0ee")),
        part(box(0.54, 0.05, 1.35, 0.02), chrome, { at: [0, 0.24, 0.08] }),
        part(cylinder(0.17, 0.1), dark, { at: [0, 0, 0.6], turn: [90, 0, 0] }),
        part(ball(0.12, 0.12, 0.06), polished(hex("#2c4c7c")), { at: [0, 0, 0.65] }),
        part(ball(0.03), glowing(hex("#f0302c")), { at: [0.14, 0.14, 0.6] }),
      ),
    ];
  }
  return [
    part(box(1.7, 0.78, 0.5, 0.09), body, { at: [0, -0.05, 0] }),
    part(box(1.7, 0.22, 0.5, 0.07), chrome, { at: [0, 0.42, 0] }),
    part(lathe([[0.46, 0], [0.36, 0.26], [0, 0.26]], { sides: 4 }), chrome, {
      at: [0, 0.48, 0],
      turn: [0, 45, 0],
      scale: [1, 1, 0.75],
    }),
    group(
      { at: [0, -0.02, 0.25], turn: [90, 0, 0] },
      part(
        lathe([
          [0, 0],
          [0.48, 0],
          [0.48, 0.14],
          [0.44, 0.16],
          [0.44, 0.42],
          [0.4, 0.46],
          [0.34, 0.46],
          [0.3, 0.36],
          [0, 0.34],
        ], { ribs: (a, v) => v > 0.42 && v < 0.62 ? 1 + 0.02 * Math.sign(Math.sin(a * 30)) : 1 }),
        dark,
      ),
      part(torus(0.44, 0.05), chrome, { at: [0, 0.14, 0] }),
      part(ball(0.28, 0.1, 0.28), { ...polished(hex("#33507c")), metal: 0.4 }, {
        at: [0, 0.36, 0],
      }),
      part(ball(0.1, 0.04, 0.1), polished(hex("#8c6cb4")), { at: [0.06, 0.44, 0.06] }),
    ),
    part(cylinder(0.15, 0.14), chrome, { at: [-0.58, 0.58, 0] }),
    part(cylinder(0.1, 0.12), chrome, { at: [0.48, 0.57, 0] }),
    part(cylinder(0.05, 0.08), look.skin("accent button", polished, "#c8241f"), {
      at: [0.68, 0.56, 0.05],
    }),
    part(box(0.3, 0.13, 0.03, 0.02), { ...polished(hex("#f6f4e8")), glow: 0.3 }, {
      at: [0.58, 0.42, 0.25],
    }),
    part(box(0.22, 0.13, 0.03, 0.02), pane(hex("#4c6478")), { at: [0, 0.6, 0.24] }),
    part(box(0.14, 0.1, 0.03, 0.01), dark, { at: [-0.6, 0.42, 0.25] }),
    part(
      tube(
        [
          [-0.86, 0.36, 0],
          [-1.02, 0.1, 0.05],
          [-0.95, -0.5, 0.1],
          [-0.6, -0.85, 0.2],
          [0.2, -0.9, 0.25],
          [0.8, -0.7, 0.15],
          [1.02, -0.1, 0.05],
          [0.86, 0.36, 0],
        ],
        0.05,
        { flat: 0.4 },
      ),
      leather(hex("#5c3420")),
    ),
  ];
}

function headphones(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#26272d", "#e8e8e6", "#c8342c", "#3c84c8"]);
  const pad = look.skin("secondary pad cushion", leather, "#2b2c30");
  const steel = metal(hex("#b4b8be"));
  return [
    part(
      tube(
        Array.from({ length: 13 }, (_, i): Vec3 => {
          const a = (i / 12 - 0.5) * 3.3;
          return [0.86 * Math.sin(a), 0.1 + 0.98 * Math.cos(a), 0];
        }),
        0.09,
        { flat: 2 },
      ),
      body,
    ),
    part(
      tube(
        Array.from({ length: 9 }, (_, i): Vec3 => {
          const a = (i / 8 - 0.5) * 1.9;
          return [0.78 * Math.sin(a), 0.1 + 0.89 * Math.cos(a), 0];
        }),
        0.085,
        { flat: 2.2 },
      ),
      pad,
    ),
    mirrored(
      part(limb([0.86, 0.1, 0], [0.87, -0.2, 0], 0.045), steel),
      group(
        { at: [0.84, -0.42, 0], turn: [0, 0, -90] },
        part(
          lathe(
            [[0, -0.04], [0.44, -0.04], [0.42, 0.1], [0.3, 0.2], [0, 0.2]],
          ),
          body,
        ),
        part(torus(0.32, 0.24), pad, { at: [0, -0.12, 0] }),
        part(cylinder(0.24, 0.06), matte(hex("#17181c")), { at: [0, -0.08, 0] }),
        part(torus(0.28, 0.035), steel, { at: [0, 0.2, 0] }),
        part(ball(0.1, 0.03, 0.1), look.skin("accent logo", glowing, "#3cc8f8"), {
          at: [0, 0.2, 0],
        }),
      ),
    ),
  ];
}

function smartwatch(look: Look): Parts {
  const strap = look.skin("secondary strap band", rubber, ["#26272d", "#c8563c", "#3c6c9c"]);
  const body = look.skin("primary case", metal, ["#4c5058", "#c4c8ce"]);
  const outline = roundedRectangle(0.8, 0.94, 0.22);
  return [
    part(
      sheet((u, v) => {
        const angle = u * 2 * Math.PI;
        const half = 0.24 + 0.05 * Math.max(0, Math.cos(angle));
        return [(2 * v - 1) * half, 0.66 * Math.sin(angle), 0.62 * Math.cos(angle) - 0.6];
      }),
      strap,
      { thin: true },
    ),
    part(
      sheet((u, v) => {
        const angle = u * 2 * Math.PI;
        return [(2 * v - 1) * 0.25, 0.61 * Math.sin(angle), 0.57 * Math.cos(angle) - 0.6];
      }),
      strap,
      { thin: true },
    ),
    part(extrude(outline, 0.28, { bevel: 0.1, pillow: true, rim: 0.55 }), body),
    part(extrude(roundedRectangle(0.7, 0.84, 0.17), 0.04), matte(hex(BLACK)), { at: [0, 0, 0.13] }),
    part(extrude(roundedRectangle(0.6, 0.74, 0.13), 0.03), screen(look, "tiles"), {
      at: [0, 0, 0.145],
    }),
    part(cylinder(0.09, 0.09), body, { at: [0.44, 0.14, 0], turn: [0, 0, 90] }),
  ];
}

function gameController(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#26272d", "#f0f0ee", "#3c5ca8", "#c8342c"]);
  const dark = rubber(hex("#33353b"));
  const half: Vec2[] = [
    [0, 0.42],
    [0.45, 0.46],
    [0.85, 0.42],
    [1.08, 0.1],
    [1.18, -0.45],
    [1.0, -0.72],
    [0.78, -0.6],
    [0.55, -0.2],
    [0, -0.16],
  ];
  const whole = smoothLine(
    [...half, ...half.slice(1, -1).map(([x, y]): Vec2 => [-x, y]).reverse()],
    true,
    5,
  );
  const colours = ["#f0c030", "#f0503c", "#5cc86c", "#3c9cf0"];
  return group(
    { turn: [-38, 0, 0] },
    part(extrude(whole, 0.46, { bevel: 0.3, pillow: true, rim: 0.25 }), body),
    row(
      4,
      (i) =>
        part(cylinder(0.085, 0.1), polished(hex(colours[i])), {
          at: [0.68 + 0.16 * Math.sin(i * 1.5708), 0.14 + 0.16 * Math.cos(i * 1.5708), 0.23],
          turn: [90, 0, 0],
        }),
    ),
    part(box(0.11, 0.36, 0.12, 0.03), dark, { at: [-0.68, 0.14, 0.22] }),
    part(box(0.36, 0.11, 0.12, 0.03), dark, { at: [-0.68, 0.14, 0.22] }),
    mirrored(
      part(cylinder(0.16, 0.06), matte(hex("#17181c")), {
        at: [0.34, -0.12, 0.2],
        turn: [90, 0, 0],
      }),
      part(cylinder(0.06, 0.14), dark, { at: [0.34, -0.12, 0.28], turn: [90, 0, 0] }),
      part(ball(0.13, 0.13, 0.05), dark, { at: [0.34, -0.12, 0.36] }),
      part(box(0.4, 0.13, 0.22, 0.06), dark, { at: [0.68, 0.46, -0.02] }),
    ),
    part(ball(0.085, 0.085, 0.03), glowing(hex("#3cc8f8")), { at: [0, 0.26, 0.235] }),
    mirrored(part(box(0.12, 0.05, 0.05, 0.02), dark, { at: [0.2, 0.14, 0.22] })),
  );
}

function radio(look: Look): Parts {
  const body = look.skin("primary", wood, ["#8a5a32", "#a8442c", "#3c6c74"]);
  const cloth = striped("y", 26, matte(hex("#d8c49c")), matte(hex("#a89468")), { own: true });
  const brass = metal(hex("#d0a03c"));
  const isBoombox = look.says("boombox stereo");
  if (isBoombox) {
    const shell = look.skin("primary", plastic, ["#26272d", "#c8342c"]);
    return [
      part(box(2.1, 1.0, 0.5, 0.06), shell),
      mirrored(
        group(
          { at: [0.68, -0.08, 0.25], turn: [90, 0, 0] },
          part(
            lathe(
              [[0.4, 0], [0.38, 0.04], [0.34, 0.02], [0.3, -0.06], [0.12, 0.02], [0, -0.02]],
            ),
            matte(hex("#17181c")),
          ),
          part(torus(0.38, 0.05), metal(hex("#b4b8be")), { at: [0, 0.02, 0] }),
        ),
      ),
      part(box(0.52, 0.34, 0.05, 0.02), pane(hex("#4c5c6c")), { at: [0, -0.12, 0.25] }),
      [-0.11, 0.11].map((x) =>
        part(torus(0.075, 0.03), matte(hex("#f0f0ec")), { at: [x, -0.12, 0.28], turn: [90, 0, 0] })
      ),
      row(
        7,
        (i) =>
          part(box(0.12, 0.06, 0.06, 0.01), plastic(hex(i === 3 ? "#c8241f" : "#b4b8be")), {
            at: [(i - 3) * 0.15, 0.16, 0.26],
          }),
      ),
      part(box(1.7, 0.12, 0.03, 0.01), screen(look), { at: [0, 0.34, 0.25] }),
      part(
        tube([[-0.8, 0.48, 0], [-0.76, 0.74, 0], [0.76, 0.74, 0], [0.8, 0.48, 0]], 0.055),
        metal(hex("#b4b8be")),
      ),
      part(limb([0.9, 0.5, -0.15], [1.15, 1.35, -0.2], 0.018), metal(hex("#c4c8ce"))),
    ];
  }
  return [
    part(
      extrude(
        smoothLine(
          [[-0.95, -0.6], [-0.95, 0.25], [-0.6, 0.62], [0.6, 0.62], [0.95, 0.25], [0.95, -0.6]],
          false,
          5,
        ),
        0.62,
        { bevel: 0.06, rim: 0.9 },
      ),
      body,
    ),
    part(extrude(roundedRectangle(0.9, 0.72, 0.15), 0.04), cloth, { at: [-0.34, 0.04, 0.31] }),
    row(
      3,
      (i) => part(box(0.035, 0.72, 0.05, 0.01), body, { at: [-0.58 + i * 0.24, 0.04, 0.325] }),
    ),
    part(cylinder(0.3, 0.05), matte(hex("#f4ecd0")), { at: [0.5, 0.18, 0.31], turn: [90, 0, 0] }),
    part(torus(0.3, 0.05), brass, { at: [0.5, 0.18, 0.33], turn: [90, 0, 0] }),
    part(limb([0.5, 0.18, 0.35], [0.64, 0.34, 0.35], 0.014), matte(hex("#c8241f"))),
    row(
      9,
      (i) =>
        part(
          limb(
            [0.5 + 0.22 * Math.sin((i - 4) * 0.5), 0.18 + 0.22 * Math.cos((i - 4) * 0.5), 0.34],
            [0.5 + 0.26 * Math.sin((i - 4) * 0.5), 0.18 + 0.26 * Math.cos((i - 4) * 0.5), 0.34],
            0.008,
          ),
          matte(hex(BLACK)),
        ),
    ),
    [0.3, 0.7].map((x) =>
      part(cylinder(0.1, 0.12), brass, { at: [x, -0.34, 0.35], turn: [90, 0, 0] })
    ),
    mirrored([0.2, -0.2].map((z) => part(ball(0.07, 0.06, 0.07), brass, { at: [0.75, -0.63, z] }))),
    part(limb([0.6, 0.55, -0.15], [0.95, 1.2, -0.2], 0.016), metal(hex("#c4c8ce"))),
  ];
}

function microphone(look: Look): Parts {
  const body = look.skin("primary handle", metal, ["#33363c", "#c8a03c"]);
  const mesh = look.skin(
    "secondary",
    (colour) =>
      where(
        ({ u, v }) => ((u * 40) % 1 < 0.35) || ((v * 34) % 1 < 0.35),
        matte(hex("#5c6068")),
        metal(colour),
      ),
    "#c4c8ce",
  );
  if (look.says("vintage retro old stand")) {
    return [
      part(
        lathe([[0, 0.3], [0.34, 0.36], [0.42, 0.7], [0.34, 1.06], [0, 1.12]], { smooth: true }),
        striped("y", 9, metal(hex("#c4c8ce")), matte(hex("#26272d")), { share: 0.62 }),
        { scale: [1, 1, 0.8] },
      ),
      part(tube([[0, 0.34, 0.3], [0, 0.7, 0.37], [0, 1.1, 0.1]], 0.05), metal(hex("#c4c8ce"))),
      part(limb([0, -0.9, 0], [0, 0.32, 0], 0.045), metal(hex("#c4c8ce"))),
      part(lathe([[0, -1.0], [0.5, -1.0], [0.46, -0.92], [0.08, -0.88], [0, -0.86]]), body),
    ];
  }
  return group(
    { turn: [0, 0, -26] },
    part(
      lathe([[0, -1.1], [0.16, -1.1], [0.2, -0.2], [0.28, 0.3], [0, 0.3]], { smooth: false }),
      body,
    ),
    part(ball(0.4, 0.44, 0.4), mesh, { at: [0, 0.62, 0] }),
    part(torus(0.33, 0.1), metal(hex("#b4b8be")), { at: [0, 0.4, 0] }),
    part(box(0.09, 0.2, 0.06, 0.02), plastic(hex("#c8241f")), { at: [0, -0.1, 0.22] }),
  );
}

function speaker(look: Look): Parts {
  const body = look.skin("primary cabinet", wood, ["#26272d", "#7a4c2c"]);
  const cone = look.skin("secondary cone", rubber, "#3c4048");
  const ring = metal(hex("#b4b8be"));
  const driver = (r: number, y: number): Parts =>
    group(
      { at: [0, y, 0.5], turn: [90, 0, 0] },
      part(lathe([[r * 1.08, 0], [r, 0.05], [r * 0.9, 0.0], [r * 0.32, -0.03], [0, -0.03]]), cone),
      part(ball(r * 0.32, r * 0.2, r * 0.32), metal(hex("#8c9098")), { at: [0, -0.01, 0] }),
      part(torus(r * 1.06, 0.05), ring, { at: [0, 0.03, 0] }),
      around(6, () => part(ball(0.025), ring, { at: [0, 0.05, r * 1.06] })),
    );
  return [
    part(box(1.15, 2.0, 0.9, 0.05), body),
    driver(0.42, -0.38),
    driver(0.2, 0.5),
    part(cylinder(0.07, 0.04), matte(hex("#17181c")), { at: [0, 0.82, 0.46], turn: [90, 0, 0] }),
    mirrored(
      [0.3, -0.3].map((z) =>
        part(cylinder(0.06, 0.08), rubber(hex("#17181c")), { at: [0.45, -1.03, z] })
      ),
    ),
  ];
}

function flashlight(look: Look): Parts {
  const body = look.skin("primary", metal, ["#33363c", "#c8342c", "#3c5c8c"]);
  return group(
    { turn: [0, 35, 75] },
    part(
      lathe([
        [0, -1.1],
        [0.2, -1.1],
        [0.22, -1.0],
        [0.22, 0.35],
        [0.4, 0.72],
        [0.42, 1.0],
        [0.36, 1.0],
        [0.3, 0.86],
        [0, 0.86],
      ], { ribs: (a, v) => v > 0.12 && v < 0.42 ? 1 + 0.03 * Math.sign(Math.sin(a * 12)) : 1 }),
      body,
    ),
    part(cylinder(0.34, 0.03), { ...glowing(hex("#fdf4c0")) }, { at: [0, 0.9, 0] }),
    part(torus(0.39, 0.06), metal(hex("#c4c8ce")), { at: [0, 1.0, 0] }),
    part(box(0.12, 0.24, 0.08, 0.03), plastic(hex("#c8241f")), { at: [0, 0.05, 0.22] }),
  );
}

function lightBulb(look: Look): Parts {
  const bulb = look.skin("primary", (colour) => ({ ...polished(colour), glow: 0.45 }), [
    "#fdeeb0",
    "#fdf2c8",
  ]);
  return [
    part(
      lathe([[0.24, -0.42], [0.3, -0.2], [0.58, 0.25], [0.66, 0.6], [0.5, 1.0], [0.2, 1.17], [
        0,
        1.2,
      ]], { smooth: true }),
      bulb,
    ),
    part(
      lathe([[0, -0.98], [0.1, -0.95], [0.2, -0.84], [0.25, -0.8], [0.25, -0.42], [0.28, -0.4]], {
        ribs: (_, v) => 1 + 0.06 * Math.sin(v * 42),
      }),
      look.skin("secondary base", metal, "#b4b8be"),
    ),
    part(
      tube([[-0.12, -0.3, 0.0], [-0.16, 0.4, 0], [-0.08, 0.55, 0], [0, 0.42, 0], [0.08, 0.55, 0], [
        0.16,
        0.4,
        0,
      ], [0.12, -0.3, 0]], 0.025),
      glowing(hex("#f89c1c")),
    ),
    part(ball(0.08), matte(hex(BLACK)), { at: [0, -0.98, 0] }),
  ];
}

function fan(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#f0f0ee", "#3c8c9c", "#c8563c"]);
  const blade = look.skin("secondary blade", plastic, ["#7cb4d8", "#5c6068"]);
  const wire = metal(hex("#c4c8ce"));
  return [
    part(lathe([[0, -1.0], [0.6, -1.0], [0.56, -0.9], [0.12, -0.84], [0, -0.84]]), body),
    part(cylinder(0.07, 0.8), body, { at: [0, -0.45, 0] }),
    group(
      { at: [0, 0.42, 0.1] },
      part(lathe([[0, -0.4], [0.18, -0.36], [0.22, 0], [0, 0]], { smooth: false }), body, {
        turn: [90, 0, 0],
      }),
      row(4, (i) =>
        group(
          { turn: [0, 0, i * 90 + 20] },
          part(
            extrude(
              smoothLine([[0.06, 0], [0.28, 0.3], [0.2, 0.66], [-0.14, 0.62], [-0.06, 0.1]], true),
              0.03,
            ),
            blade,
            { turn: [0, 22, 0], at: [0, 0, 0.1] },
          ),
        )),
      part(ball(0.13, 0.13, 0.1), body, { at: [0, 0, 0.16] }),
      [0.26, -0.08].map((z) =>
        [0.26, 0.5, 0.76].map((r) =>
          part(torus(r, 0.024), wire, { at: [0, 0, z + 0.04 * (0.76 - r)], turn: [90, 0, 0] })
        )
      ),
      row(20, (i) =>
        group(
          { turn: [0, 0, i * 18] },
          part(
            tube([[0, 0.1, 0.3], [0, 0.5, 0.29], [0, 0.78, 0.12], [0, 0.5, -0.07]], 0.011),
            wire,
          ),
        )),
    ),
    row(
      3,
      (i) =>
        part(cylinder(0.04, 0.04), plastic(hex(i === 0 ? "#c8241f" : "#8c9098")), {
          at: [(i - 1) * 0.14, -0.87, 0.36],
        }),
    ),
  ];
}

function keyboard(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#26272d", "#e8e8e6"]);
  const key = look.skin("secondary key", plastic, ["#4c5058", "#f6f6f4", "#3c84c8"]);
  return group(
    { turn: [22, 0, 0] },
    part(box(2.3, 0.13, 0.85, 0.04), body),
    group(
      { at: [-0.02, 0.1, -0.05] },
      row(4, (j) =>
        row(14, (i) =>
          part(
            box(0.13, 0.11, 0.125, 0.025),
            i === 0 || i === 13 ? look.skin("accent", plastic, "#e0703c") : key,
            { at: [(i - 6.5) * 0.155, 0, (j - 1.5) * 0.155], detail: 0.8 },
          ))),
    ),
    part(box(0.85, 0.1, 0.12, 0.025), key, { at: [0, 0.1, 0.33] }),
    mirrored(
      row(3, (i) => part(box(0.16, 0.1, 0.12, 0.025), key, { at: [0.56 + i * 0.2, 0.1, 0.33] })),
    ),
  );
}

function computerMouse(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#26272d", "#f0f0ee"]);
  return [
    part(
      lathe([[0.56, 0], [0.6, 0.12], [0.46, 0.42], [0.2, 0.56], [0, 0.58]], { smooth: true }),
      where(
        ({ at }) =>
          Math.abs(at[0]) < 0.012 && at[2] > 0.1 || Math.abs(at[2] - 0.1) < 0.02 && at[1] > 0.2,
        matte(hex("#5c6068")),
        body,
      ),
      { scale: [1, 1, 1.55] },
    ),
    part(torus(0.12, 0.1), rubber(hex("#5c6068")), { at: [0, 0.46, 0.45], turn: [0, 0, 90] }),
    part(torus(0.575, 0.04), look.skin("accent light", glowing, ["#3cc8f8", "#f0503c"]), {
      at: [0, 0.08, 0],
      scale: [1.02, 1, 1.57],
    }),
    part(
      tube([[0, 0.14, 0.9], [0, 0.08, 1.25], [0.3, 0.04, 1.45], [0.2, 0.04, 1.75]], 0.035),
      rubber(hex("#1e1f24")),
    ),
  ];
}

function vrHeadset(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#f0f0ee", "#26272d"]);
  const dark = rubber(hex("#26272d"));
  return [
    part(box(1.4, 0.75, 0.62, 0.2), body, { at: [0, 0, 0.3] }),
    part(
      extrude(roundedRectangle(1.2, 0.58, 0.18), 0.06, { bevel: 0.05, pillow: true }),
      pane(hex("#2c3c54")),
      { at: [0, 0, 0.6] },
    ),
    part(box(1.3, 0.7, 0.2, 0.08), dark, { at: [0, 0, -0.08] }),
    mirrored(
      part(
        tube([[0.68, 0, 0.15], [0.8, 0.05, -0.4], [0.55, 0.1, -0.95], [0, 0.1, -1.1]], 0.1, {
          flat: 1.6,
        }),
        dark,
      ),
      part(ball(0.05, 0.05, 0.03), glowing(hex("#3cc8f8")), { at: [0.45, 0.22, 0.63] }),
    ),
    part(
      tube([[0, 0.36, 0.2], [0, 0.72, -0.25], [0, 0.5, -0.85], [0, 0.14, -1.1]], 0.09, {
        flat: 0.5,
      }),
      dark,
    ),
  ];
}

function calculator(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#3c4048", "#e8e4d8", "#3c84a8"]);
  const key = look.skin("secondary button", plastic, "#f2f0ea");
  return group(
    { turn: [-20, 0, 0] },
    part(box(1.15, 1.8, 0.18, 0.06), body),
    part(box(0.95, 0.4, 0.04, 0.02), { ...matte(hex("#b8c8a0")), glow: 0.3 }, {
      at: [0, 0.58, 0.085],
    }),
    row(4, (i) =>
      part(box(0.06, 0.2, 0.02, 0.005), matte(hex("#26301f")), {
        at: [0.36 - i * 0.14, 0.58, 0.105],
      })),
    row(5, (j) =>
      row(4, (i) =>
        part(
          box(0.19, 0.16, 0.09, 0.03),
          i === 3 ? plastic(hex("#e0802c")) : j === 0 ? plastic(hex("#8c9098")) : key,
          { at: [(i - 1.5) * 0.25, 0.2 - j * 0.22, 0.1] },
        ))),
  );
}

function telephone(look: Look): Parts {
  const body = look.skin("primary", polished, ["#c8241f", "#26272d", "#2c6c74"]);
  const brass = look.skin("secondary dial", metal, "#d0a03c");
  return [
    part(
      lathe([[0, -0.6], [0.95, -0.6], [0.9, -0.45], [0.5, 0.2], [0, 0.24]], { sides: 4 }),
      body,
      { turn: [0, 45, 0] },
    ),
    group(
      { at: [0, -0.15, 0.52], turn: [48, 0, 0] },
      part(cylinder(0.42, 0.07), brass),
      part(cylinder(0.18, 0.1), matte(hex("#f4f0e4")), { at: [0, 0.02, 0] }),
      around(10, () => part(cylinder(0.055, 0.04), matte(hex("#26272d")), { at: [0, 0.035, 0.3] })),
    ),
    mirrored(part(box(0.09, 0.26, 0.34, 0.03), body, { at: [0.34, 0.3, 0] })),
    part(
      tube([[-0.86, 0.38, 0], [-0.62, 0.58, 0], [0, 0.64, 0], [0.62, 0.58, 0], [0.86, 0.38, 0]], [
        0.14,
        0.1,
        0.095,
        0.1,
        0.14,
      ]),
      body,
    ),
    mirrored(
      part(lathe([[0, -0.1], [0.2, -0.1], [0.23, 0], [0.15, 0.1], [0, 0.1]]), body, {
        at: [0.84, 0.32, 0],
      }),
      part(torus(0.2, 0.05), brass, { at: [0.84, 0.23, 0] }),
    ),
    part(
      tube(
        Array.from(
          { length: 40 },
          (
            _,
            i,
          ): Vec3 => [-0.95 - 0.1 * Math.cos(i * 1.3), 0.2 - i * 0.018, 0.1 * Math.sin(i * 1.3)],
        ),
        0.022,
      ),
      rubber(hex("#26272d")),
    ),
  ];
}

function telescope(look: Look): Parts {
  const body = look.skin("primary tube", metal, ["#d0a03c", "#f0f0ee", "#3c5c8c"]);
  const leg = look.skin("secondary tripod leg", wood, "#6c4428");
  const dark = matte(hex("#26272d"));
  return [
    group(
      { at: [0, 0.62, 0], turn: [58, 0, 0] },
      part(
        lathe([
          [0, -0.95],
          [0.1, -0.95],
          [0.1, -0.7],
          [0.15, -0.68],
          [0.15, -0.1],
          [0.21, -0.06],
          [0.21, 0.7],
          [0.26, 0.72],
          [0.26, 0.95],
          [0.2, 0.95],
          [0, 0.85],
        ]),
        body,
      ),
      [-0.1, 0.7, -0.7].map((y) =>
        part(torus(y > 0.5 ? 0.24 : y > -0.5 ? 0.19 : 0.13, 0.05), dark, { at: [0, y, 0] })
      ),
      part(ball(0.2, 0.04, 0.2), pane(hex("#3c6c9c")), { at: [0, 0.88, 0] }),
      part(cylinder(0.04, 0.5), dark, { at: [0, 0.2, -0.27] }),
    ),
    part(ball(0.13), dark, { at: [0, 0.5, 0] }),
    around(3, () => part(limb([0, 0.48, 0.06], [0, -0.95, 0.62], 0.06, 0.045), leg), { start: 30 }),
    around(3, () => part(limb([0, -0.25, 0], [0, -0.25, 0.34], 0.025), metal(hex("#b4b8be"))), {
      start: 30,
    }),
  ];
}

function walkieTalkie(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#f0b01c", "#33363c", "#4c5c3c"]);
  const dark = rubber(hex("#23242a"));
  return [
    part(box(0.8, 1.5, 0.5, 0.1), body, { at: [0, -0.2, 0] }),
    part(cylinder(0.07, 1.0, 0.05), dark, { at: [-0.25, 1.0, 0] }),
    part(cylinder(0.1, 0.14), dark, { at: [0.22, 0.6, 0] }),
    part(box(0.52, 0.3, 0.05, 0.03), { ...matte(hex("#9cc88c")), glow: 0.4 }, {
      at: [0, 0.26, 0.24],
    }),
    row(5, (i) => part(box(0.5, 0.04, 0.04, 0.01), dark, { at: [0, -0.28 - i * 0.1, 0.245] })),
    row(3, (i) => part(box(0.13, 0.09, 0.06, 0.03), dark, { at: [(i - 1) * 0.18, -0.04, 0.25] })),
    part(box(0.06, 0.34, 0.24, 0.03), plastic(hex("#c8341f")), { at: [0.41, 0.2, 0] }),
  ];
}

function printer(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#f0f0ee", "#3c4048"]);
  const dark = matte(hex("#26272d"));
  return [
    part(box(1.8, 0.7, 1.3, 0.09), body),
    part(box(1.5, 0.12, 0.9, 0.04), body, { at: [0, 0.38, -0.1] }),
    part(box(1.3, 0.24, 0.1, 0.03), dark, { at: [0, -0.05, 0.62] }),
    part(box(1.0, 0.02, 0.8, 0.005), matte(hex("#fbfbf8")), {
      at: [0, -0.1, 0.85],
      turn: [8, 0, 0],
    }),
    part(box(1.15, 0.04, 0.6, 0.02), body, { at: [0, -0.16, 0.85], turn: [8, 0, 0] }),
    part(box(1.0, 0.75, 0.02, 0.005), matte(hex("#fbfbf8")), {
      at: [0, 0.68, -0.5],
      turn: [-22, 0, 0],
    }),
    part(box(1.15, 0.5, 0.05, 0.02), body, { at: [0, 0.58, -0.56], turn: [-22, 0, 0] }),
    part(box(0.36, 0.18, 0.04, 0.02), screen(look), { at: [0.55, 0.22, 0.64] }),
    row(3, (i) =>
      part(ball(0.04, 0.04, 0.02), glowing(hex(["#5cf08c", "#f8c830", "#f0503c"][i])), {
        at: [-0.7 + i * 0.13, 0.22, 0.65],
      })),
  ];
}

function battery(look: Look): Parts {
  const body = look.skin("primary", polished, ["#26272d", "#3c9c4c"]);
  return [
    part(
      lathe([[0, -1], [0.42, -1], [0.44, -0.96], [0.44, 0.86], [0.42, 0.9], [0, 0.9]]),
      where(({ at }) => at[1] > 0.45, look.skin("secondary", metal, "#d09a3c"), body),
    ),
    part(cylinder(0.17, 0.16), metal(hex("#c4c8ce")), { at: [0, 0.96, 0] }),
    part(box(0.2, 0.05, 0.02, 0.005), matte(hex("#f6f6f4")), { at: [0, 0.28, 0.435] }),
    part(box(0.05, 0.2, 0.02, 0.005), matte(hex("#f6f6f4")), { at: [0, 0.28, 0.435] }),
    part(
      extrude(
        [[0.04, 0.3], [-0.14, -0.04], [0, -0.04], [-0.06, -0.34], [0.14, 0.06], [0, 0.06]],
        0.03,
      ),
      matte(hex("#f8c830")),
      { at: [0, -0.3, 0.435] },
    ),
  ];
}

function cassette(look: Look): Parts {
  const body = look.skin("primary", plastic, ["#26272d", "#e07c3c", "#5c7c9c"]);
  return group(
    { turn: [-15, 0, 0] },
    part(box(1.9, 1.2, 0.2, 0.05), body),
    part(box(1.6, 0.72, 0.05, 0.03), look.skin("secondary label", matte, "#f4ecd8"), {
      at: [0, 0.12, 0.09],
    }),
    part(box(0.95, 0.32, 0.05, 0.12), matte(hex(BLACK)), { at: [0, 0.05, 0.105] }),
    mirrored(
      part(torus(0.12, 0.06), matte(hex("#f4f4f0")), { at: [0.3, 0.05, 0.13], turn: [90, 0, 0] }),
    ),
    part(box(1.6, 0.1, 0.02, 0.005), look.skin("accent stripe", matte, "#c8341f"), {
      at: [0, 0.38, 0.115],
    }),
    part(extrude([[-0.62, -0.16], [0.62, -0.16], [0.52, 0.12], [-0.52, 0.12]], 0.26), body, {
      at: [0, -0.44, 0],
    }),
  );
}

function toaster(look: Look): Parts {
  const body = look.skin("primary", metal, ["#c4c8ce", "#c8342c", "#7cb4b4"]);
  const dark = plastic(hex("#26272d"));
  return [
    part(box(1.6, 1.0, 0.85, 0.22), body),
    part(box(1.62, 0.14, 0.87, 0.05), dark, { at: [0, -0.46, 0] }),
    [0.16, -0.16].map((
      z,
    ) => [
      part(box(1.1, 0.04, 0.17, 0.02), dark, { at: [0, 0.5, z] }),
      part(
        extrude(
          [[-0.42, -0.4], [0.42, -0.4], [0.42, 0.3], [0.5, 0.42], [0.4, 0.55], [-0.4, 0.55], [
            -0.5,
            0.42,
          ], [-0.42, 0.3]],
          0.1,
          { bevel: 0.03 },
        ),
        matte(hex("#d09a54")),
        { at: [0, 0.42, z] },
      ),
    ]),
    part(box(0.1, 0.09, 0.3, 0.03), dark, { at: [0.84, 0.1, 0] }),
    part(cylinder(0.1, 0.08), dark, { at: [0.4, -0.15, 0.44], turn: [90, 0, 0] }),
  ];
}

/** Nouns of the category "gadgets and electronics". */
export const GADGETS: readonly Noun[] = nounsOf("gadgets and electronics", [
  [
    "smartphone, phone, cell phone, cellphone, mobile phone, tablet, iphone, mobile, ipad",
    0.16,
    smartphone,
  ],
  ["laptop, notebook computer, laptop computer", 0.35, laptop],
  [
    "computer, monitor, desktop computer, television, tv, pc, flat screen tv, screen, television set, retro tv",
    0.9,
    monitor,
  ],
  [
    "camera, digital camera, vintage camera, security camera, video camera, film camera, camcorder, polaroid",
    0.14,
    camera,
  ],
  ["headphones, headset, headphone, earphone, wireless headphones, earbud", 0.2, headphones],
  ["smartwatch, smart watch, fitness tracker", 0.08, smartwatch],
  [
    "game controller, gamepad, controller, joystick, video game controller, game console, console",
    0.16,
    gameController,
  ],
  ["radio, boombox, stereo, vintage radio, portable radio, record player", 0.35, radio],
  ["microphone, mic", 0.22, microphone],
  ["speaker, loudspeaker, bluetooth speaker, smart speaker", 0.5, speaker],
  ["flashlight, torch", 0.2, flashlight],
  ["light bulb, lightbulb, bulb", 0.12, lightBulb],
  ["fan, electric fan, desk fan", 0.5, fan],
  ["keyboard, computer keyboard, mechanical keyboard", 0.4, keyboard],
  ["computer mouse, wireless mouse, gaming mouse, mouse pad", 0.12, computerMouse],
  ["vr headset, virtual reality headset, vr goggles, goggles", 0.2, vrHeadset],
  ["calculator, remote, remote control", 0.15, calculator],
  ["telephone, rotary phone, landline, vintage telephone, old telephone", 0.25, telephone],
  ["telescope, spyglass", 1.2, telescope],
  ["walkie talkie, two way radio", 0.2, walkieTalkie],
  ["printer, scanner, 3d printer", 0.5, printer],
  ["battery, power bank", 0.05, battery],
  ["cassette, cassette tape, tape", 0.1, cassette],
  ["toaster", 0.3, toaster],
]);
