/**
 * What speaks, plays and listens.
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
  smoothLine,
  striped,
  torus,
  tube,
  type Vec3,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { BLACK, screen } from "./screen.ts";

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

/** What speaks, plays and listens. */
export const SOUND: readonly Noun[] = nounsOf("gadgets and electronics", [
  [
    "headphones, headset, headphone, earphone, wireless headphones, earbud, pair of headphones",
    0.2,
    headphones,
  ],
  ["radio, boombox, stereo, vintage radio, portable radio, record player", 0.35, radio],
  ["microphone, mic", 0.22, microphone],
  ["speaker, loudspeaker, bluetooth speaker, smart speaker", 0.5, speaker],
  ["telephone, rotary phone, landline, vintage telephone, old telephone", 0.25, telephone],
  ["walkie talkie, two way radio", 0.2, walkieTalkie],
  ["cassette, cassette tape, tape", 0.1, cassette],
]);
