/**
 * Computers, phones and what belongs to them.
 *
 * @module
 */
import {
  ball,
  box,
  cylinder,
  extrude,
  glowing,
  group,
  hex,
  lathe,
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
  torus,
  tube,
  type Vec2,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { BLACK, screen } from "./screen.ts";

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

/** Computers, phones and what belongs to them. */
export const COMPUTERS: readonly Noun[] = nounsOf("gadgets and electronics", [
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
  ["smartwatch, smart watch, fitness tracker", 0.08, smartwatch],
  [
    "game controller, gamepad, controller, joystick, video game controller, game console, console",
    0.16,
    gameController,
  ],
  ["keyboard, computer keyboard, mechanical keyboard", 0.4, keyboard],
  ["computer mouse, wireless mouse, gaming mouse, mouse pad", 0.12, computerMouse],
  ["vr headset, virtual reality headset, vr goggles, goggles", 0.2, vrHeadset],
  ["calculator, remote, remote control", 0.15, calculator],
  ["printer, scanner, 3d printer", 0.5, printer],
]);
