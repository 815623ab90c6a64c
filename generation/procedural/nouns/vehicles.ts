/**
 * Nouns of the category "vehicles".
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  bone,
  box,
  checkered,
  cloth,
  cylinder,
  extrude,
  glowing,
  group,
  hex,
  lathe,
  leather,
  limb,
  lump,
  type Material,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  plastic,
  polished,
  row,
  rubber,
  sheet,
  smoothLine,
  straw,
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

const TYRE = "#1e1f23";

/** A wheel that rolls along z: tyre, rim and hub. */
function wheel(look: Look, radius: number, width: number, at: Vec3): Parts {
  const tyre = look.skin("tire tyre wheel", rubber, TYRE);
  const rim = look.skin("rim hubcap", metal, "#c4c8ce");
  return group(
    { at, turn: [0, 0, 90] },
    part(
      lathe([
        [radius * 0.62, -width / 2],
        [radius * 0.94, -width / 2],
        [radius, -width * 0.3],
        [radius, width * 0.3],
        [radius * 0.94, width / 2],
        [radius * 0.62, width / 2],
      ]),
      where(({ v, u }) => v > 0.34 && v < 0.66 && (u * 40) % 1 < 0.3, rubber(hex("#121316")), tyre),
    ),
    [1, -1].map((side) => [
      part(
        lathe([[radius * 0.64, 0], [radius * 0.58, 0.01], [radius * 0.24, -0.01], [
          radius * 0.2,
          0.03,
        ], [0, 0.03]]),
        rim,
        { at: [0, side * width * 0.46, 0], turn: [side > 0 ? 0 : 180, 0, 0] },
      ),
      around(
        5,
        () =>
          part(ball(radius * 0.07), matte(hex("#3c3f46")), {
            at: [0, side * width * 0.47, radius * 0.4],
          }),
      ),
    ]),
  );
}

/** A thin spoked wheel of a bicycle or carriage. */
function spoked(look: Look, radius: number, at: Vec3, thick = 0.075, spokes = 14): Parts {
  const tyre = look.skin("tire tyre wheel", rubber, TYRE);
  const rim = look.skin("rim spoke", metal, "#c4c8ce");
  return group(
    { at, turn: [0, 0, 90] },
    part(torus(radius, thick), tyre),
    part(torus(radius - thick * 0.62, thick * 0.5), rim),
    around(
      spokes,
      (i) => part(limb([0, i % 2 ? 0.04 : -0.04, 0.03], [0, 0, radius - thick * 0.6], 0.009), rim),
    ),
    part(cylinder(0.05, 0.14), rim),
  );
}

interface CarPlan {
  /** Side outline of the body from the lower front, clockwise: (z, y). */
  readonly body: readonly Vec2[];
  readonly cabin: readonly Vec2[];
  readonly width: number;
  readonly wheel: number;
  readonly axles: readonly number[];
  readonly extras?: Parts;
}

/** A car: a body and a cabin of glass, both pulled out from their side outlines. */
function carOf(look: Look, plan: CarPlan, standard: string | readonly string[]): Parts {
  const paint = look.skin("primary body", polished, standard);
  const glassDark = look.skin("window", pane, "#5c7c94");
  const trim = look.skin("trim bumper secondary", metal, "#b4b8be");
  const dark = matte(hex("#222428"));
  const { body, cabin, width: w } = plan;
  const long = Math.max(...body.map(([z]) => z));
  const back = Math.min(...body.map(([z]) => z));
  const nose = body.reduce((best, point) => (point[0] > best[0] ? point : best));
  const roof = Math.max(...cabin.map(([, y]) => y));
  const shell = (outline: readonly Vec2[], wide: number, bevel: number) =>
    extrude(outline.map(([z, y]): Vec2 => [z, y]), wide, { bevel, pillow: true, rim: 0.8 });
  return [
    group({ turn: [0, -90, 0] }, part(shell(body, w, 0.16), paint)),
    group(
      { turn: [0, -90, 0] },
      part(
        shell(cabin, w * 0.86, 0.14),
        where(
          ({ at, normal }) => {
            const bottom = Math.min(...cabin.map(([, y]) => y));
            const mid = (cabin[0][0] + cabin[cabin.length - 1][0]) / 2;
            const isSide = Math.abs(normal[0]) > 0.55;
            return at[1] > roof - 0.075 || isSide && Math.abs(at[2] - mid) < 0.035 ||
              at[1] < bottom + 0.03;
          },
          paint,
          glassDark,
        ),
      ),
    ),
    plan.axles.map((
      z,
    ) => [
      wheel(look, plan.wheel, w * 0.2, [w * 0.42, plan.wheel, z]),
      wheel(look, plan.wheel, w * 0.2, [-w * 0.42, plan.wheel, z]),
      mirrored(
        part(
          lathe([[plan.wheel * 1.0, -0.02], [plan.wheel * 1.18, 0.0], [plan.wheel * 1.18, 0.05]], {
            turn: 0.5,
          }),
          dark,
          { at: [w * 0.47, plan.wheel, z], turn: [-90, 0, -90], thin: true },
        ),
      ),
    ]),
    mirrored(
      part(ball(0.085, 0.075, 0.05), { ...polished(hex("#fdf6d8")), glow: 0.5 }, {
        at: [w * 0.33, nose[1] + 0.06, long - 0.035],
      }),
      part(box(0.16, 0.08, 0.05, 0.02), { ...polished(hex("#d8241c")), glow: 0.35 }, {
        at: [w * 0.33, nose[1] + 0.1, back + 0.02],
      }),
      part(box(0.07, 0.06, 0.1, 0.02), paint, {
        at: [
          w * 0.52,
          Math.min(...cabin.map(([, y]) => y)) + 0.09,
          Math.max(...cabin.map(([z]) => z)) - 0.12,
        ],
      }),
      part(box(0.03, 0.03, 0.1, 0.01), trim, {
        at: [w * 0.505, nose[1] + 0.14, (long + back) / 2 - 0.16],
      }),
    ),
    part(box(w * 0.42, 0.1, 0.05, 0.02), dark, { at: [0, nose[1] - 0.01, long - 0.02] }),
    part(box(w * 0.92, 0.09, 0.1, 0.04), trim, { at: [0, body[0][1] + 0.06, long - 0.03] }),
    part(box(w * 0.92, 0.09, 0.1, 0.04), trim, { at: [0, body[0][1] + 0.06, back + 0.03] }),
    plan.extras ?? [],
  ];
}

function car(look: Look): Parts {
  const isTaxi = look.says("taxi cab");
  const isPolice = look.says("police");
  const base = isTaxi
    ? "#f2c01c"
    : isPolice
    ? "#f2f2f0"
    : ["#c8241f", "#2860c0", "#2c8c4c", "#e0a01c", "#e8e8e6"];
  const paint = isPolice ? matte(hex("#23252c")) : undefined;
  return carOf(look, {
    body: smoothLine(
      [[1.12, 0.24], [1.15, 0.46], [1.05, 0.58], [0.55, 0.68], [-0.75, 0.7], [-1.08, 0.62], [
        -1.12,
        0.42,
      ], [-1.08, 0.24]],
      true,
      4,
    ),
    cabin: smoothLine(
      [[0.58, 0.62], [0.3, 0.9], [0.1, 1.0], [-0.42, 1.0], [-0.68, 0.9], [-0.86, 0.64]],
      true,
      4,
    ),
    width: 1.02,
    wheel: 0.245,
    axles: [0.68, -0.66],
    extras: [
      isTaxi
        ? [
          part(box(0.34, 0.13, 0.16, 0.03), { ...plastic(hex("#fdf6d0")), glow: 0.3 }, {
            at: [0, 1.05, -0.12],
          }),
          mirrored(
            part(
              box(0.02, 0.08, 1.5, 0.005),
              checkered(12, matte(hex("#1c1c20")), matte(hex("#f8f8f4"))),
              { at: [0.5, 0.52, 0] },
            ),
          ),
        ]
        : [],
      isPolice
        ? [
          mirrored(
            part(box(0.22, 0.09, 0.13, 0.03), glowing(hex("#e82420")), { at: [0.12, 1.05, -0.12] }),
          ),
          part(box(0.2, 0.1, 0.14, 0.03), glowing(hex("#2860f0")), { at: [-0.13, 1.05, -0.12] }),
          mirrored(part(box(0.02, 0.26, 0.7, 0.005), paint!, { at: [0.505, 0.48, -0.02] })),
        ]
        : [],
    ],
  }, base);
}

function sportsCar(look: Look): Parts {
  const paint = look.skin("primary body", polished, ["#d01f1c", "#f0b01c", "#2c50c8"]);
  return carOf(look, {
    body: smoothLine(
      [[1.25, 0.18], [1.28, 0.32], [1.0, 0.46], [0.45, 0.56], [-0.6, 0.6], [-1.05, 0.62], [
        -1.16,
        0.5,
      ], [-1.14, 0.2]],
      true,
      4,
    ),
    cabin: smoothLine(
      [[0.42, 0.52], [0.12, 0.74], [-0.12, 0.8], [-0.42, 0.77], [-0.85, 0.58]],
      true,
      4,
    ),
    width: 1.1,
    wheel: 0.245,
    axles: [0.74, -0.7],
    extras: [
      part(box(1.02, 0.04, 0.2, 0.015), paint, { at: [0, 0.82, -1.05], turn: [-8, 0, 0] }),
      mirrored(
        part(box(0.04, 0.2, 0.12, 0.01), paint, { at: [0.36, 0.71, -1.03] }),
        part(cylinder(0.045, 0.1), metal(hex("#c4c8ce")), {
          at: [0.2, 0.26, -1.16],
          turn: [90, 0, 0],
        }),
      ),
      look.says("stripe striped racing race")
        ? part(box(0.2, 0.02, 0.8, 0.005), matte(hex("#f6f6f4")), {
          at: [0, 0.545, 0.72],
          turn: [9, 0, 0],
        })
        : [],
    ],
  }, ["#d01f1c", "#f0b01c", "#2c50c8"]);
}

function raceCar(look: Look): Parts {
  const paint = look.skin("primary body", polished, ["#d01f1c", "#1c50c0"]);
  const second = look.skin("secondary wing", polished, ["#f4f4f2", "#f2c01c"]);
  const dark = matte(hex("#1c1d22"));
  return [
    part(
      tube([[0, 0.24, 1.35], [0, 0.28, 0.9], [0, 0.36, 0.3], [0, 0.4, -0.3], [0, 0.36, -0.95]], [
        0.09,
        0.15,
        0.24,
        0.28,
        0.14,
      ]),
      paint,
    ),
    mirrored(
      part(blob([lump([0.36, 0.26, -0.25], [0.17, 0.16, 0.5])], 0.05), paint),
      part(limb([0.1, 0.28, 0.95], [0.5, 0.26, 0.95], 0.025), dark),
      part(limb([0.1, 0.28, -0.8], [0.5, 0.28, -0.8], 0.03), dark),
      part(box(0.03, 0.2, 0.34, 0.01), second, { at: [0.52, 0.2, 1.32] }),
      part(box(0.03, 0.36, 0.36, 0.01), second, { at: [0.44, 0.66, -1.12] }),
    ),
    part(box(1.06, 0.035, 0.3, 0.012), second, { at: [0, 0.14, 1.34] }),
    part(box(0.9, 0.04, 0.3, 0.015), second, { at: [0, 0.8, -1.12], turn: [-8, 0, 0] }),
    part(box(0.06, 0.4, 0.14, 0.02), dark, { at: [0, 0.55, -1.05] }),
    part(ball(0.2, 0.08, 0.3), dark, { at: [0, 0.61, 0.0] }),
    part(ball(0.13), look.skin("helmet", polished, "#f4f4f2"), { at: [0, 0.7, -0.08] }),
    part(ball(0.11, 0.05, 0.06), matte(hex("#17181c")), { at: [0, 0.7, 0.03] }),
    part(tube([[0, 0.62, -0.2], [0, 0.82, -0.35], [0, 0.56, -0.7]], [0.13, 0.13, 0.08]), paint),
    [[0.95, 0.24], [-0.8, 0.29]].map(([z, r]) =>
      [0.56, -0.56].map((x) => wheel(look, r, 0.3, [x, r, z]))
    ),
  ];
}

function truck(look: Look): Parts {
  const isFire = look.says("fire");
  const isDump = look.says("dump garbage");
  const isPickup = look.says("pickup");
  const cab = look.skin(
    "primary cab body",
    polished,
    isFire ? "#c81e1c" : ["#c8341f", "#2860b0", "#e0a01c", "#3c8c5c"],
  );
  const bed = look.skin(
    "secondary trailer bed container",
    isFire ? polished : matte,
    isFire ? "#c81e1c" : isPickup ? "#c8341f" : ["#e8e6e0", "#8c949c"],
  );
  const dark = matte(hex("#26282e"));
  const window = pane(hex("#5c7c94"));
  return [
    part(box(0.9, 0.16, 2.5, 0.03), dark, { at: [0, 0.38, 0] }),
    part(box(1.0, 0.62, 0.72, 0.12), cab, { at: [0, 0.74, 0.86] }),
    part(box(0.94, 0.5, 0.6, 0.12), cab, { at: [0, 1.18, 0.8] }),
    part(box(0.82, 0.34, 0.05, 0.03), window, { at: [0, 1.17, 1.09] }),
    mirrored(
      part(box(0.03, 0.3, 0.4, 0.02), window, { at: [0.47, 1.17, 0.82] }),
      part(ball(0.09, 0.08, 0.04), { ...polished(hex("#fdf6d8")), glow: 0.5 }, {
        at: [0.34, 0.62, 1.22],
      }),
      part(box(0.05, 0.2, 0.09, 0.02), dark, { at: [0.56, 1.15, 1.06] }),
    ),
    part(box(0.5, 0.2, 0.04, 0.02), metal(hex("#b4b8be")), { at: [0, 0.66, 1.22] }),
    part(box(1.02, 0.13, 0.12, 0.04), metal(hex("#9aa0a8")), { at: [0, 0.43, 1.2] }),
    isDump
      ? group(
        { at: [0, 0.9, -0.42], turn: [10, 0, 0] },
        part(box(1.04, 0.08, 1.6, 0.02), bed, { at: [0, -0.3, 0] }),
        mirrored(part(box(0.07, 0.62, 1.6, 0.02), bed, { at: [0.5, 0, 0] })),
        part(box(1.04, 0.62, 0.07, 0.02), bed, { at: [0, 0, 0.78] }),
        part(ball(0.46, 0.3, 0.72), matte(hex("#7c6040")), {
          at: [0, 0.05, 0],
          bump: { height: 0.08, scale: 5 },
        }),
      )
      : isPickup
      ? [
        mirrored(part(box(0.08, 0.4, 1.5, 0.03), cab, { at: [0.47, 0.66, -0.44] })),
        part(box(1.0, 0.4, 0.08, 0.03), cab, { at: [0, 0.66, -1.2] }),
        part(box(0.9, 0.05, 1.5, 0.01), dark, { at: [0, 0.5, -0.44] }),
      ]
      : [
        part(
          box(1.06, isFire ? 0.86 : 1.14, 1.66, 0.04),
          isFire ? bed : striped("z", 7, bed, {
            ...bed,
            colour: (spot) => bed.colour(spot).map((value) => value * 0.86) as unknown as Vec3,
          }, { share: 0.8 }),
          { at: [0, isFire ? 0.88 : 1.04, -0.4] },
        ),
      ],
    isFire
      ? [
        mirrored(
          part(box(0.03, 0.1, 1.6, 0.005), matte(hex("#f6f6f2")), { at: [0.535, 0.72, -0.4] }),
          row(3, (i) =>
            part(box(0.03, 0.34, 0.4, 0.01), metal(hex("#b4b8be")), {
              at: [0.535, 1.02, -0.95 + i * 0.5],
            })),
          part(limb([0.2, 1.46, -1.25], [0.2, 1.5, 0.75], 0.035), metal(hex("#d8dade"))),
        ),
        row(
          9,
          (i) =>
            part(
              limb([-0.2, 1.46 + i * 0.005, -1.15 + i * 0.23], [
                0.2,
                1.46 + i * 0.005,
                -1.15 + i * 0.23,
              ], 0.026),
              metal(hex("#d8dade")),
            ),
        ),
        part(box(0.6, 0.1, 0.14, 0.04), glowing(hex("#2c64f0")), { at: [0, 1.47, 0.86] }),
      ]
      : [],
    [0.78, -0.45, -0.9].map((z) => [0.44, -0.44].map((x) => wheel(look, 0.29, 0.24, [x, 0.29, z]))),
  ];
}

function bus(look: Look): Parts {
  const isSchool = look.says("school");
  const isVan = look.says("van minivan camper ambulance");
  const isAmbulance = look.says("ambulance");
  const isDouble = look.says("decker double london");
  const paint = look.skin(
    "primary body",
    polished,
    isSchool
      ? "#f2b01c"
      : isAmbulance
      ? "#f6f6f4"
      : isDouble
      ? "#c81e1c"
      : isVan
      ? ["#3c9c9c", "#e07838"]
      : ["#c8341f", "#2c64b0", "#3c9c5c"],
  );
  const second = look.skin("secondary roof", polished, isAmbulance ? "#d8241c" : "#f4f2ea");
  const window = pane(hex("#5c7c94"));
  const long = isVan ? 1.9 : 2.5;
  const high = isDouble ? 1.5 : isVan ? 0.95 : 0.98;
  const floors = isDouble ? [0.95, 1.55] : [isVan ? 0.98 : 1.0];
  return [
    part(
      box(1.04, high, long, 0.16),
      where(({ at }) => isVan && !isAmbulance && at[1] > 0.86, second, paint),
      { at: [0, 0.34 + high / 2, 0] },
    ),
    floors.map((y) => [
      mirrored(
        row(
          isVan ? 3 : 5,
          (_, t) =>
            part(box(0.03, 0.32, long / (isVan ? 4.4 : 6.4), 0.03), window, {
              at: [0.515, y, (t - 0.5) * long * 0.74 - (isVan ? 0.08 : 0)],
            }),
        ),
      ),
      part(box(0.86, 0.36, 0.04, 0.06), window, { at: [0, y, long / 2 - 0.012] }),
      part(box(0.8, 0.3, 0.04, 0.05), window, { at: [0, y, -long / 2 + 0.012] }),
    ]),
    mirrored(
      part(ball(0.085, 0.085, 0.04), { ...polished(hex("#fdf6d8")), glow: 0.5 }, {
        at: [0.36, 0.56, long / 2],
      }),
      part(box(0.12, 0.1, 0.03, 0.02), glowing(hex("#d8241c")), { at: [0.38, 0.58, -long / 2] }),
      part(box(0.02, 0.05, long * 0.96, 0.005), isSchool ? matte(hex("#1c1c20")) : second, {
        at: [0.52, 0.66, 0],
      }),
    ),
    part(box(0.98, 0.11, 0.1, 0.04), metal(hex("#b4b8be")), { at: [0, 0.38, long / 2] }),
    part(box(0.98, 0.11, 0.1, 0.04), metal(hex("#b4b8be")), { at: [0, 0.38, -long / 2] }),
    isSchool ? part(box(0.94, 0.4, 0.42, 0.1), paint, { at: [0, 0.58, long / 2 + 0.16] }) : [],
    isAmbulance
      ? [
        part(box(0.6, 0.1, 0.14, 0.04), glowing(hex("#2c64f0")), { at: [0, 1.33, 0.6] }),
        mirrored(
          part(box(0.02, 0.34, 0.12, 0.005), second, { at: [0.53, 0.86, -0.5] }),
          part(box(0.02, 0.12, 0.34, 0.005), second, { at: [0.53, 0.86, -0.5] }),
        ),
      ]
      : [],
    [long * 0.31, -long * 0.3].map((z) =>
      [0.43, -0.43].map((x) => wheel(look, 0.27, 0.22, [x, 0.27, z]))
    ),
  ];
}

function bicycle(look: Look): Parts {
  const frame = look.skin("primary frame", polished, ["#c8241f", "#2864c0", "#2c9c6c", "#f07cae"]);
  const saddle = look.skin("seat saddle secondary", leather, "#4c2c1c");
  const chrome = metal(hex("#c4c8ce"));
  const dark = rubber(hex("#23242a"));
  const rear: Vec3 = [0, 0.5, -0.82];
  const front: Vec3 = [0, 0.5, 0.82];
  const crank: Vec3 = [0, 0.5, -0.12];
  const seat: Vec3 = [0, 1.2, -0.34];
  const headTop: Vec3 = [0, 1.24, 0.52];
  const headLow: Vec3 = [0, 1.02, 0.6];
  const pipe = (a: Vec3, b: Vec3, r = 0.038): Parts => part(limb(a, b, r), frame);
  return group(
    {},
    spoked(look, 0.5, rear),
    spoked(look, 0.5, front),
    pipe(crank, seat),
    pipe([0, 1.14, -0.32], headTop),
    pipe(crank, headLow, 0.044),
    pipe(headLow, headTop, 0.05),
    mirrored(
      part(limb([0.05, 0.5, -0.82], [0.03, 1.12, -0.32], 0.025), frame),
      part(limb([0.05, 0.5, -0.82], [0.04, 0.5, -0.14], 0.028), frame),
      part(limb([0.06, 0.5, 0.82], [0.05, 1.02, 0.6], 0.028), frame),
    ),
    pipe([-0.06, 1.02, 0.6], [0.06, 1.02, 0.6], 0.034),
    part(limb(seat, [0, 1.34, -0.38], 0.028), chrome),
    part(
      blob([
        lump([0, 1.37, -0.46], [0.13, 0.05, 0.13]),
        bone([0, 1.37, -0.4], [0, 1.36, -0.16], 0.06, 0.035),
      ], 0.06),
      saddle,
    ),
    part(limb(headTop, [0, 1.42, 0.48], 0.028), chrome),
    part(
      tube([[-0.36, 1.4, 0.26], [-0.3, 1.44, 0.42], [-0.12, 1.42, 0.5], [0.12, 1.42, 0.5], [
        0.3,
        1.44,
        0.42,
      ], [0.36, 1.4, 0.26]], 0.024),
      chrome,
    ),
    mirrored(part(limb([0.37, 1.4, 0.28], [0.38, 1.38, 0.14], 0.036), dark)),
    group(
      { at: crank, turn: [0, 0, 90] },
      part(torus(0.14, 0.03), chrome),
      around(5, () => part(limb([0, 0, 0], [0, 0, 0.14], 0.016), chrome)),
    ),
    [[0.1, 1], [-0.1, -1]].map((
      [x, s],
    ) => [
      part(limb([x, 0.5, -0.12], [x, 0.5 - s * 0.17, -0.12 + s * 0.1], 0.02), chrome),
      part(box(0.14, 0.03, 0.09, 0.01), dark, { at: [x * 1.9, 0.5 - s * 0.18, -0.12 + s * 0.1] }),
    ]),
    part(
      tube(
        [[0.05, 0.64, -0.12], [0.05, 0.56, -0.82], [0.05, 0.44, -0.82], [0.05, 0.36, -0.12]],
        0.012,
        { straight: true },
      ),
      dark,
    ),
    [rear, front].map(([, y, z]) =>
      part(
        sheet((u, v) => {
          const a = (u - 0.5) * 1.9 + (z < 0 ? -0.5 : 0.2);
          return [(v - 0.5) * 0.1, y + 0.575 * Math.cos(a), z + 0.575 * Math.sin(a)];
        }),
        frame,
        { thin: true },
      )
    ),
    look.says("basket")
      ? part(
        lathe([[0.0, 0], [0.13, 0], [0.19, 0.24], [0.17, 0.24], [0.12, 0.02]], { sides: 4 }),
        straw(hex("#b88c54")),
        { at: [0, 1.24, 0.76], turn: [0, 45, 0] },
      )
      : [],
  );
}

function motorcycle(look: Look): Parts {
  const paint = look.skin("primary tank body", polished, ["#c81e1c", "#23252c", "#2c64b8"]);
  const chrome = metal(hex("#c4c8ce"));
  const dark = matte(hex("#26282e"));
  const isScooter = look.says("scooter moped vespa");
  const r = isScooter ? 0.3 : 0.42;
  const wheels: Parts = [
    wheel(look, r, 0.17, [0, r, isScooter ? 0.74 : 0.86]),
    wheel(look, r, 0.2, [0, r, isScooter ? -0.66 : -0.78]),
  ];
  const handles: Parts = [
    part(
      tube([[-0.42, 1.18, 0.28], [-0.3, 1.24, 0.4], [0, 1.16, 0.48], [0.3, 1.24, 0.4], [
        0.42,
        1.18,
        0.28,
      ]], 0.03),
      chrome,
    ),
    mirrored(
      part(limb([0.42, 1.18, 0.29], [0.46, 1.16, 0.18], 0.04), dark),
      part(limb([0.3, 1.24, 0.4], [0.4, 1.44, 0.42], 0.014), chrome),
      part(ball(0.075, 0.05, 0.02), chrome, { at: [0.41, 1.47, 0.42] }),
    ),
  ];
  if (isScooter) {
    return group(
      {},
      wheels,
      handles,
      part(tube([[0, 1.1, 0.5], [0, 0.72, 0.62], [0, 0.36, 0.72]], 0.055), paint),
      part(
        sheet((
          u,
          v,
        ) => [
          (u - 0.5) * (0.62 - 0.1 * v),
          1.08 - 0.72 * v,
          0.5 - 0.22 * Math.abs(u - 0.5) * 1.3 + 0.04 * v,
        ]),
        paint,
        { thin: true },
      ),
      part(box(0.42, 0.07, 0.7, 0.03), dark, { at: [0, 0.36, 0.12] }),
      part(blob([lump([0, 0.55, -0.52], [0.27, 0.26, 0.46])], 0.05), paint),
      part(box(0.34, 0.13, 0.72, 0.06), leather(hex("#4c2c1c")), { at: [0, 0.86, -0.4] }),
      part(ball(0.12, 0.12, 0.07), { ...polished(hex("#fdf6d8")), glow: 0.4 }, {
        at: [0, 1.12, 0.58],
      }),
      part(ball(0.19, 0.1, 0.26), paint, { at: [0, 0.58, 0.76] }),
    );
  }
  return group(
    {},
    wheels,
    handles,
    mirrored(
      part(limb([0.12, 0.42, 0.86], [0.1, 1.12, 0.5], 0.04), chrome),
      part(limb([0.13, 0.42, -0.78], [0.12, 0.72, -0.1], 0.04), dark),
      part(
        tube([[0.16, 0.4, 0.25], [0.2, 0.28, 0.1], [0.2, 0.3, -0.6], [0.2, 0.36, -1.05]], [
          0.04,
          0.05,
          0.06,
          0.075,
        ]),
        chrome,
      ),
    ),
    part(blob([lump([0, 0.96, 0.14], [0.2, 0.16, 0.36])], 0.04), paint),
    part(
      tube([[0, 0.86, -0.18], [0, 0.84, -0.5], [0, 0.98, -0.86]], [0.15, 0.17, 0.1], { flat: 1 }),
      leather(hex("#1f1d20")),
    ),
    part(box(0.3, 0.34, 0.44, 0.06), metal(hex("#8c9098")), { at: [0, 0.52, 0.06] }),
    row(
      5,
      (i) =>
        part(box(0.36, 0.022, 0.4, 0.008), metal(hex("#b4b8be")), {
          at: [0, 0.42 + i * 0.05, 0.1],
        }),
    ),
    part(cylinder(0.15, 0.36), metal(hex("#8c9098")), { at: [0, 0.4, -0.12], turn: [0, 0, 90] }),
    part(ball(0.14, 0.14, 0.1), chrome, { at: [0, 1.06, 0.62] }),
    part(ball(0.11, 0.11, 0.05), { ...polished(hex("#fdf6d8")), glow: 0.4 }, {
      at: [0, 1.06, 0.7],
    }),
    part(
      sheet((u, v) => {
        const a = (u - 0.5) * 1.7 + 0.1;
        return [(v - 0.5) * 0.2, 0.42 + 0.49 * Math.cos(a), 0.86 + 0.49 * Math.sin(a)];
      }),
      paint,
      { thin: true },
    ),
    part(
      sheet((u, v) => {
        const a = (u - 0.5) * 1.8 - 0.5;
        return [(v - 0.5) * 0.24, 0.42 + 0.5 * Math.cos(a), -0.78 + 0.5 * Math.sin(a)];
      }),
      paint,
      { thin: true },
    ),
    part(box(0.13, 0.07, 0.04, 0.02), glowing(hex("#d8241c")), { at: [0, 0.84, -1.02] }),
  );
}

function train(look: Look): Parts {
  const boiler = look.skin("primary boiler body", polished, [
    "#26384c",
    "#2c5c3c",
    "#7c1f24",
    "#23252b",
  ]);
  const trim = look.skin("secondary trim", metal, "#d0a03c");
  const red = look.skin("accent wheel", plastic, "#b4241f");
  const dark = matte(hex("#232429"));
  const wheelSet = (z: number, r: number): Parts =>
    mirrored(
      group(
        { at: [0.42, r, z], turn: [0, 0, 90] },
        part(torus(r * 0.9, r * 0.22), dark),
        around(8, () => part(limb([0, 0, 0.04], [0, 0, r * 0.86], 0.022), red)),
        part(cylinder(r * 0.2, 0.13), trim),
      ),
    );
  return [
    part(box(0.92, 0.14, 2.4, 0.02), red, { at: [0, 0.5, 0] }),
    group(
      { at: [0, 0.94, 0.3], turn: [90, 0, 0] },
      part(lathe([[0, -0.85], [0.4, -0.85], [0.4, 0.82], [0.36, 0.9], [0, 0.92]]), boiler),
      [-0.5, 0, 0.5].map((y) => part(torus(0.4, 0.045), trim, { at: [0, y, 0] })),
      part(torus(0.3, 0.04), trim, { at: [0, 0.9, 0] }),
    ),
    part(lathe([[0.13, 0], [0.13, 0.34], [0.24, 0.55], [0.2, 0.55], [0.1, 0.4]]), dark, {
      at: [0, 1.28, 0.86],
    }),
    [[0.4, 0.17], [-0.05, 0.14]].map((
      [z, r],
    ) => [
      part(lathe([[r, 0], [r, 0.13], [0, 0.25]], { smooth: true }), trim, { at: [0, 1.3, z] }),
    ]),
    part(
      box(0.98, 0.86, 0.72, 0.03),
      where(
        ({ at, normal }) =>
          Math.abs(at[1] - 1.28) < 0.15 &&
          (Math.abs(at[2] + 0.78) < 0.2 && Math.abs(normal[0]) > 0.5 ||
            Math.abs(Math.abs(at[0]) - 0.26) < 0.13 && Math.abs(normal[2]) > 0.5),
        pane(hex("#7c9cb0")),
        boiler,
      ),
      { at: [0, 1.0, -0.78] },
    ),
    part(
      sheet((u, v) => [(u - 0.5) * 1.14, 1.56 - 0.3 * (u - 0.5) ** 2 * 2, -0.3 - 0.96 * v]),
      dark,
      { thin: true },
    ),
    part(lathe([[0.0, 0], [0.13, 0], [0.15, 0.1], [0, 0.12]]), {
      ...polished(hex("#fdf0b8")),
      glow: 0.6,
    }, { at: [0, 1.16, 1.18], turn: [90, 0, 0] }),
    part(extrude([[-0.46, 0], [0.46, 0], [0.3, 0.36], [-0.3, 0.36]], 0.06), red, {
      at: [0, 0.1, 1.36],
      turn: [-26, 0, 0],
    }),
    row(
      7,
      (_, t) =>
        part(limb([(t - 0.5) * 0.84, 0.1, 1.4], [(t - 0.5) * 0.5, 0.44, 1.24], 0.025), trim),
    ),
    wheelSet(0.72, 0.24),
    wheelSet(0.24, 0.24),
    wheelSet(-0.5, 0.36),
    wheelSet(-1.0, 0.24),
    mirrored(
      part(limb([0.5, 0.26, 0.75], [0.5, 0.34, -0.5], 0.03), trim),
      part(cylinder(0.11, 0.34), trim, { at: [0.46, 0.36, 1.02], turn: [90, 0, 0] }),
    ),
    row(
      4,
      (i) =>
        part(ball(0.12 + i * 0.05), { ...matte(hex("#e8e8ea")), opacity: 0.9 }, {
          at: [0.02 * i, 1.92 + i * 0.13, 0.84 - i * 0.2],
          bump: { height: 0.04, scale: 6 },
        }),
    ),
  ];
}

function airplane(look: Look): Parts {
  const isJet = look.says("jet fighter");
  const isBi = look.says("biplane propeller vintage old");
  const paint = look.skin(
    "primary body",
    polished,
    isJet ? ["#7c8894", "#5c6c5c"] : isBi ? ["#c8241f", "#e0a01c"] : ["#f2f2f0"],
  );
  const trim = look.skin(
    "secondary wing tail stripe",
    polished,
    isJet ? "#6c7884" : isBi ? "#f0ece0" : ["#2864b8", "#c8241f"],
  );
  const window = pane(hex("#4c6c84"));
  const dark = matte(hex("#26282e"));
  if (isBi) {
    return [
      part(
        tube([[0, 0, 0.85], [0, 0, 0.5], [0, 0.02, -0.2], [0, 0.05, -1.1]], [0.2, 0.24, 0.2, 0.06]),
        paint,
      ),
      [0.42, -0.14].map((y) => part(box(2.3, 0.06, 0.46, 0.03), trim, { at: [0, y, 0.35] })),
      mirrored(
        [0.8, 0.35].map((x) =>
          [0.5, 0.2].map((z) => part(limb([x, -0.14, z], [x, 0.42, z], 0.018), dark))
        ),
        part(limb([0.15, -0.15, 0.4], [0.3, -0.42, 0.45], 0.025), dark),
        part(box(0.45, 0.04, 0.28, 0.02), trim, { at: [0.24, 0.08, -1.0] }),
      ),
      [0.3, -0.3].map((x) => wheel(look, 0.13, 0.08, [x, -0.44, 0.45])),
      part(
        extrude(smoothLine([[0.2, 0], [-0.05, 0.4], [-0.22, 0.38], [-0.2, 0]], true), 0.04, {
          bevel: 0.08,
        }),
        trim,
        { at: [0, 0.04, -0.98], turn: [0, -90, 0] },
      ),
      part(ball(0.13, 0.05, 0.18), dark, { at: [0, 0.22, -0.08] }),
      part(ball(0.1), leather(hex("#5c3820")), { at: [0, 0.34, -0.08] }),
      part(lathe([[0.09, 0], [0, 0.15]]), metal(hex("#c4c8ce")), {
        at: [0, 0, 1.0],
        turn: [90, 0, 0],
      }),
      part(cylinder(0.19, 0.1), dark, { at: [0, 0, 0.98], turn: [90, 0, 0] }),
      [0, 180].map((turn) =>
        part(
          extrude(
            smoothLine([[0, -0.03], [0.07, 0.2], [0.05, 0.5], [-0.03, 0.5], [-0.05, 0.2]], true),
            0.03,
          ),
          wood(hex("#7a4c2c")),
          { at: [0, 0, 1.08], turn: [0, 0, turn + 35] },
        )
      ),
    ];
  }
  const wing: Vec2[] = isJet
    ? [[0, 0.3], [0.85, -0.45], [0.85, -0.62], [0, -0.55]]
    : [[0, 0.3], [1.3, -0.35], [1.3, -0.5], [0, -0.2]];
  return [
    part(
      tube(
        [[0, 0, 1.3], [0, 0, 1.0], [0, 0, 0.3], [0, 0.0, -0.5], [0, 0.08, -1.3]],
        isJet ? [0.02, 0.12, 0.19, 0.2, 0.15] : [0.1, 0.19, 0.2, 0.2, 0.05],
      ),
      isJet ? paint : where(({ at }) => Math.abs(at[1] - 0.0) < 0.035 && at[2] < 0.9, trim, paint),
    ),
    mirrored(
      group(
        { at: [0.08, isJet ? 0 : -0.08, 0.05], turn: [0, 0, isJet ? 0 : 5] },
        part(
          extrude(wing.map(([x, z]): Vec2 => [x, z]), 0.07, { bevel: 0.12 }),
          isJet ? trim : paint,
          { turn: [90, 0, 0], scale: [1, 1, 1] },
        ),
      ),
      part(
        extrude([[0, 0.16], [0.46, -0.18], [0.46, -0.28], [0, -0.12]], 0.045, { bevel: 0.06 }),
        trim,
        { at: [0.06, 0.06, -1.08], turn: [90, 0, 0] },
      ),
      isJet
        ? [
          part(cylinder(0.09, 0.4, 0.1), dark, { at: [0.1, 0.02, -1.32], turn: [90, 0, 0] }),
          part(box(0.16, 0.2, 0.6, 0.05), paint, { at: [0.22, -0.04, 0.15] }),
          part(box(0.13, 0.15, 0.05, 0.03), dark, { at: [0.22, -0.04, 0.45] }),
          part(
            tube([[0.5, -0.08, 0.1], [0.5, -0.08, -0.45]], [0.035, 0.03]),
            matte(hex("#e8e4d8")),
          ),
          part(
            extrude([[0.2, 0], [-0.12, 0.36], [-0.28, 0.36], [-0.2, 0]], 0.04, { bevel: 0.05 }),
            trim,
            { at: [0.16, 0.12, -1.0], turn: [0, -90, -14] },
          ),
        ]
        : [
          part(lathe([[0.08, -0.2], [0.12, 0.0], [0.11, 0.2], [0.08, 0.22], [0, 0.12]]), trim, {
            at: [0.52, -0.16, 0.12],
            turn: [90, 0, 0],
          }),
          row(
            9,
            (_, t) =>
              part(ball(0.012, 0.035, 0.028), window, { at: [0.196, 0.075, 0.75 - t * 1.5] }),
          ),
        ],
    ),
    isJet ? part(ball(0.11, 0.12, 0.3), window, { at: [0, 0.15, 0.55] }) : [
      part(
        extrude([[0.3, 0], [-0.1, 0.52], [-0.3, 0.52], [-0.18, 0]], 0.05, { bevel: 0.08 }),
        trim,
        { at: [0, 0.1, -1.05], turn: [0, -90, 0] },
      ),
      part(ball(0.15, 0.06, 0.1), window, { at: [0, 0.1, 1.14] }),
    ],
  ];
}

function helicopter(look: Look): Parts {
  const paint = look.skin("primary body", polished, ["#c8341f", "#2c64a8", "#4c5c3c", "#e0a01c"]);
  const trim = look.skin("secondary tail stripe", polished, "#f2f0ea");
  const dark = metal(hex("#3c4048"));
  return [
    part(
      blob([
        lump([0, 0, 0.2], [0.42, 0.42, 0.62]),
        bone([0, 0.12, -0.3], [0, 0.2, -1.35], 0.17, 0.06),
      ], 0.16),
      where(
        ({ at, normal }) => at[2] > 0.42 && at[1] > -0.12 && normal[2] > 0.12,
        pane(hex("#4c6c84")),
        where(({ at }) => Math.abs(at[1] + 0.14) < 0.05, trim, paint),
      ),
    ),
    mirrored(
      part(limb([0.34, -0.58, 0.6], [0.34, -0.58, -0.45], 0.03), dark),
      part(tube([[0.34, -0.58, 0.6], [0.34, -0.52, 0.72]], 0.03), dark),
      [0.32, -0.2].map((z) => part(limb([0.34, -0.58, z], [0.22, -0.3, z], 0.025), dark)),
      part(box(0.03, 0.34, 0.32, 0.04), pane(hex("#4c6c84")), { at: [0.4, 0.06, 0.14] }),
    ),
    part(cylinder(0.05, 0.3), dark, { at: [0, 0.52, 0.1] }),
    part(cylinder(0.1, 0.08), dark, { at: [0, 0.64, 0.1] }),
    around(4, () => part(box(0.11, 0.022, 1.2, 0.01), dark, { at: [0, 0.67, 0.64] }), {
      start: 25,
      at: [0, 0, 0.1],
    }),
    part(
      extrude([[0.18, 0], [-0.06, 0.42], [-0.22, 0.42], [-0.16, -0.05]], 0.05, { bevel: 0.06 }),
      paint,
      { at: [0, 0.18, -1.28], turn: [0, -90, 0] },
    ),
    part(box(0.6, 0.035, 0.16, 0.015), paint, { at: [0, 0.2, -1.1] }),
    group(
      { at: [0.07, 0.42, -1.4] },
      [0, 90].map((turn) => part(box(0.015, 0.5, 0.06, 0.006), dark, { turn: [turn + 20, 0, 0] })),
      part(ball(0.04), dark),
    ),
  ];
}

function rocket(look: Look): Parts {
  const body = look.skin("primary body", polished, ["#f2f2f0", "#d8dce2"]);
  const trim = look.skin("secondary fin nose", polished, ["#c8241f", "#2864b8", "#e07c1c"]);
  const port = look.skin("accent window", polished, "#6cb4e0");
  return [
    part(
      lathe(
        [[0, -0.95], [0.26, -0.95], [0.34, -0.6], [0.42, 0], [0.36, 0.6], [0.2, 1.0], [0, 1.3]],
        { smooth: true },
      ),
      where(({ at }) => at[1] > 0.72 || Math.abs(at[1] + 0.66) < 0.06, trim, body),
    ),
    part(lathe([[0.3, -1.12], [0.2, -0.94], [0, -0.94]]), metal(hex("#5c6068")), { thin: true }),
    around(
      4,
      () =>
        part(
          extrude(
            smoothLine(
              [[0.3, -0.25], [0.42, -0.45], [0.72, -0.95], [0.7, -1.25], [0.5, -0.98], [
                0.26,
                -0.85,
              ]],
              true,
              4,
            ),
            0.07,
            { bevel: 0.06 },
          ),
          trim,
        ),
      { start: 45 },
    ),
    part(torus(0.15, 0.06), metal(hex("#c4c8ce")), { at: [0, 0.34, 0.4], turn: [84, 0, 0] }),
    part(ball(0.14, 0.14, 0.05), port, { at: [0, 0.34, 0.395], turn: [-6, 0, 0] }),
    part(ball(0.08, 0.08, 0.04), port, { at: [0, -0.05, 0.41] }),
    [["#fdf0a0", 0.1, 0.34], ["#f8a82c", 0.17, 0.46], ["#e85a1c", 0.22, 0.56]].map((
      [colour, r, long],
    ) =>
      part(
        lathe([[0, -Number(long)], [Number(r), -Number(long) * 0.35], [Number(r) * 0.7, 0]], {
          smooth: true,
        }),
        { ...glowing(hex(String(colour))), opacity: 0.85 },
        { at: [0, -1.08, 0] },
      )
    ),
  ];
}

function spaceship(look: Look): Parts {
  const hull = look.skin("primary hull body", wornHull, ["#b4bac2", "#5c6470", "#c8ccd2"]);
  const trim = look.skin("secondary wing stripe", polished, ["#c8341f", "#2c64b8", "#e0901c"]);
  const glow = look.skin("accent engine light", glowing, "#3cc8f8");
  return [
    part(
      blob([
        lump([0, 0, 0], [0.34, 0.2, 0.8]),
        bone([0, 0, 0.5], [0, -0.03, 1.25], 0.18, 0.05),
        lump([0, 0.1, -0.5], [0.3, 0.2, 0.4]),
      ], 0.12),
      hull,
    ),
    part(ball(0.16, 0.13, 0.34), pane(hex("#3c74a4")), { at: [0, 0.17, 0.4] }),
    mirrored(
      part(
        extrude([[0.15, 0.35], [1.15, -0.5], [1.2, -0.85], [0.95, -0.75], [0.2, -0.7]], 0.08, {
          bevel: 0.12,
        }),
        hull,
        { turn: [90, 0, 0], at: [0, -0.02, 0] },
      ),
      part(
        extrude([[0.42, 0.0], [1.1, -0.55], [1.14, -0.72], [0.46, -0.2]], 0.1, { bevel: 0.04 }),
        trim,
        { turn: [90, 0, 0], at: [0, -0.02, 0] },
      ),
      part(limb([1.15, -0.02, -0.85], [1.15, -0.02, 0.1], 0.045), metal(hex("#5c6068"))),
      group(
        { at: [0.34, 0.02, -0.72], turn: [90, 0, 0] },
        part(lathe([[0.13, -0.3], [0.17, -0.1], [0.16, 0.3], [0.1, 0.4], [0, 0.4]]), hull),
        part(lathe([[0.0, -0.26], [0.12, -0.26]]), glow),
        part(torus(0.13, 0.05), metal(hex("#5c6068")), { at: [0, -0.3, 0] }),
        part(lathe([[0, -0.85], [0.07, -0.45], [0.1, -0.3]]), { ...glow, opacity: 0.6 }),
      ),
      part(
        extrude([[0.15, 0], [-0.2, 0.36], [-0.36, 0.36], [-0.25, 0]], 0.05, { bevel: 0.05 }),
        trim,
        { at: [0.24, 0.15, -0.55], turn: [0, -90, -16] },
      ),
    ),
  ];
}

function wornHull(colour: readonly [number, number, number]): Material {
  const base = metal(colour);
  return {
    ...base,
    metal: 0.5,
    colour: (spot) => {
      const panel = ((spot.at[2] * 4 + 40) % 1 < 0.05) || ((Math.abs(spot.at[0]) * 5) % 1 < 0.05);
      return panel ? [colour[0] * 0.55, colour[1] * 0.55, colour[2] * 0.55] : base.colour(spot);
    },
  };
}

function ufo(look: Look): Parts {
  const hull = look.skin("primary", metal, ["#a8b0b8", "#8c98a4"]);
  const glow = look.skin("secondary light", glowing, ["#5cf08c", "#f0d03c", "#3cc8f8"]);
  return [
    part(
      lathe([[0, -0.24], [0.35, -0.24], [0.6, -0.14], [1.15, 0.02], [1.18, 0.07], [0.7, 0.18], [
        0.45,
        0.26,
      ], [0, 0.26]]),
      hull,
    ),
    part(
      lathe([[0.46, 0.22], [0.44, 0.42], [0.28, 0.6], [0, 0.68]], { smooth: true }),
      look.skin("dome window", pane, "#5cb4c8"),
    ),
    around(12, () => part(ball(0.075), glow, { at: [0, 0.07, 1.06] })),
    part(lathe([[0, -0.3], [0.26, -0.28], [0.3, -0.22]]), glow),
    look.says("beam") || look.random() < 0.4
      ? part(lathe([[0.62, -1.1], [0.24, -0.28]]), { ...glow, opacity: 0.3 }, { thin: true })
      : around(3, () => part(limb([0, -0.15, 0.5], [0, -0.5, 0.75], 0.035), hull)),
  ];
}

/** A hull: rings from keel to rim, pointed at both ends. */
function hull(look: Look, long: number, wide: number, deep: number, material: Material): Parts {
  const surface = (inner: number) =>
    sheet((u, v) => {
      const t = 2 * u - 1;
      const beam =
        wide * Math.max(0.02, 1 - Math.abs(t > 0 ? t * 0.98 : t * 0.72) ** (t > 0 ? 2.2 : 3.5)) -
        inner;
      const a = (v - 0.5) * Math.PI;
      const rise = 0.32 * deep * (t > 0 ? t ** 3 : 0.4 * Math.abs(t) ** 3);
      return [
        beam * Math.sin(a),
        -deep * Math.cos(a) ** 0.7 * (1 - 0.25 * Math.abs(t) ** 4) + inner + rise,
        long * t,
      ];
    }, 48);
  void look;
  return [
    part(surface(0), material, { thin: true }),
    part(surface(0.05), material, { thin: true }),
  ];
}

function sailboat(look: Look): Parts {
  const body = look.skin("primary hull boat", polished, ["#f2f0ea", "#2c5c94", "#b8341f"]);
  const sail = look.skin("secondary sail", cloth, ["#f6f4ec", "#e0503c"]);
  const mast = wood(hex("#8a5a32"));
  const curve = (a: Vec2, b: Vec2, c: Vec2, billow: number) =>
    sheet((u, v) => {
      const x = (a[0] * (1 - u) + b[0] * u) * (1 - v) + c[0] * v;
      const y = (a[1] * (1 - u) + b[1] * u) * (1 - v) + c[1] * v;
      return [billow * Math.sin(Math.PI * u) * (1 - v), y, x];
    }, 24);
  return [
    hull(look, 0.95, 0.36, 0.36, body),
    part(
      sheet((u, v) => {
        const t = 2 * u - 1;
        const beam = 0.35 *
          Math.max(0.02, 1 - Math.abs(t > 0 ? t * 0.98 : t * 0.72) ** (t > 0 ? 2.2 : 3.5));
        return [
          beam * (2 * v - 1),
          -0.04 + 0.11 * (t > 0 ? t ** 3 : 0.4 * Math.abs(t) ** 3),
          0.94 * t,
        ];
      }),
      wood(hex("#b48454")),
      { thin: true },
    ),
    part(cylinder(0.035, 2.0, 0.025), mast, { at: [0, 0.95, 0.1] }),
    part(limb([0, 0.16, 0.08], [0, 0.18, -0.85], 0.025), mast),
    part(curve([0.05, 0.22], [-0.82, 0.22], [0.06, 1.85], 0.16), sail, { thin: true }),
    part(curve([0.16, 0.3], [0.92, 0.16], [0.14, 1.7], 0.14), sail, { thin: true }),
    part(
      extrude([[0, 0], [0.26, 0.06], [0, 0.13]], 0.012),
      look.skin("flag accent", cloth, "#c8241f"),
      { at: [0, 1.84, 0.1], turn: [0, 90, 0], thin: true },
    ),
    part(box(0.05, 0.34, 0.13, 0.02), body, { at: [0, -0.2, -0.9] }),
    part(torus(0.345, 0.04), wood(hex("#8a5a32")), { at: [0, 0.02, -0.1], scale: [1, 0.6, 2.5] }),
  ];
}

function ship(look: Look): Parts {
  const isPirate = look.says("pirate galleon viking sailing old wooden caravel");
  if (isPirate) {
    const planks = look.skin(
      "primary hull",
      (colour) =>
        striped("y", 11, wood(colour), wood([colour[0] * 0.6, colour[1] * 0.6, colour[2] * 0.6]), {
          share: 0.85,
        }),
      "#7a4c2c",
    );
    const sail = look.skin("secondary sail", cloth, look.says("pirate") ? "#2b2c32" : "#f0e8d4");
    const mast = wood(hex("#5c3822"));
    const square = (
      z: number,
      y: number,
      w: number,
      h: number,
    ): Parts => [
      part(
        sheet((
          u,
          v,
        ) => [
          (u - 0.5) * w * (1 - 0.12 * v),
          y + (v - 0.5) * h,
          z + 0.16 * Math.sin(Math.PI * u) * Math.sin(Math.PI * (0.15 + v * 0.75)),
        ]),
        sail,
        { thin: true },
      ),
      part(limb([-w * 0.52, y + h / 2, z], [w * 0.52, y + h / 2, z], 0.024), mast),
    ];
    return [
      hull(look, 1.1, 0.42, 0.5, planks),
      part(box(0.7, 0.04, 1.5, 0.01), wood(hex("#a8784a")), { at: [0, -0.03, 0] }),
      part(box(0.72, 0.36, 0.5, 0.03), planks, { at: [0, 0.16, -0.82] }),
      part(box(0.66, 0.06, 0.46, 0.02), wood(hex("#a8784a")), { at: [0, 0.36, -0.82] }),
      part(box(0.5, 0.2, 0.3, 0.03), planks, { at: [0, 0.1, 0.72] }),
      part(limb([0, 0.2, 0.9], [0, 0.5, 1.55], 0.035, 0.015), mast),
      [[0.45, 1.5], [-0.12, 1.75], [-0.7, 1.3]].map((
        [z, h],
      ) => [
        part(cylinder(0.04, h, 0.025), mast, { at: [0, h / 2, z] }),
        square(z + 0.03, h * 0.42, 0.95, h * 0.36),
        square(z + 0.03, h * 0.78, 0.72, h * 0.26),
      ]),
      mirrored(
        row(5, (i) =>
          part(box(0.03, 0.08, 0.09, 0.01), matte(hex("#221c18")), {
            at: [0.4 - Math.abs(i - 2) * 0.012, -0.16, 0.45 - i * 0.24],
          })),
      ),
      part(extrude([[0, 0], [0.3, 0.03], [0.3, 0.2], [0, 0.2]], 0.012), matte(hex("#1c1c20")), {
        at: [0, 1.56, -0.12],
        turn: [0, 90, 0],
        thin: true,
      }),
      mirrored(
        part(box(0.14, 0.12, 0.03, 0.01), { ...polished(hex("#f0d068")), glow: 0.4 }, {
          at: [0.18, 0.18, -1.08],
        }),
      ),
    ];
  }
  const body = look.skin(
    "primary hull",
    polished,
    look.says("cruise yacht") ? "#f4f4f2" : ["#23364c", "#7c2420"],
  );
  const deck = look.skin("secondary deck", polished, "#f4f2ec");
  const funnel = look.skin("accent funnel", polished, ["#c8341f", "#e0a01c"]);
  return [
    hull(look, 1.25, 0.34, 0.42, where(({ at }) => at[1] < -0.26, matte(hex("#8c2420")), body)),
    part(box(0.52, 0.04, 1.9, 0.01), wood(hex("#b48454")), { at: [0, 0.0, -0.05] }),
    [[0.5, 0.2, 1.3, 0.12], [0.44, 0.18, 1.05, 0.31], [0.36, 0.16, 0.75, 0.48]].map((
      [w, h, l, y],
    ) =>
      part(
        box(w, h, l, 0.02),
        where(
          ({ at, normal }) =>
            Math.abs(normal[1]) < 0.5 && Math.abs(at[1] - y) < 0.035 &&
            ((at[2] + at[0] + 5) * 9) % 1 < 0.55,
          pane(hex("#3c5468")),
          deck,
        ),
        { at: [0, y, -0.15] },
      )
    ),
    [0.05, -0.35].map((z) =>
      part(
        cylinder(0.09, 0.36, 0.085),
        where(({ at }) => at[1] > 0.76, matte(hex("#1c1c20")), funnel),
        { at: [0, 0.7, z], turn: [-6, 0, 0] },
      )
    ),
    part(cylinder(0.018, 0.6), metal(hex("#c4c8ce")), { at: [0, 0.8, 0.3] }),
    mirrored(
      row(4, (i) =>
        part(ball(0.05, 0.045, 0.12), polished(hex("#e8782c")), {
          at: [0.28, 0.27, 0.3 - i * 0.28],
        })),
    ),
  ];
}

function rowboat(look: Look): Parts {
  const planks = look.skin("primary", wood, ["#8a5a32", "#a8442c", "#3c6c8c"]);
  return [
    hull(look, 1.15, 0.46, 0.4, planks),
    [0.35, -0.35].map((z) =>
      part(box(0.78, 0.05, 0.2, 0.015), wood(hex("#b48454")), { at: [0, -0.06, z] })
    ),
    mirrored(
      part(limb([0.3, 0.06, 0.3], [1.05, -0.2, -0.4], 0.024), wood(hex("#c49c64"))),
      part(ball(0.1, 0.02, 0.2), wood(hex("#c49c64")), {
        at: [1.12, -0.23, -0.48],
        turn: [0, 42, 0],
      }),
    ),
  ];
}

function submarine(look: Look): Parts {
  const body = look.skin("primary", polished, ["#f2c01c", "#4c5c6c", "#2c6c8c"]);
  const trim = look.skin("secondary", metal, "#c4a048");
  return [
    part(
      tube([[0, 0, 1.05], [0, 0, 0.5], [0, 0, -0.4], [0, 0, -1.15]], [0.3, 0.42, 0.4, 0.1]),
      body,
    ),
    part(blob([lump([0, 0.5, 0.1], [0.18, 0.3, 0.34])], 0.05), body),
    part(tube([[0, 0.7, 0.15], [0, 1.05, 0.15], [0, 1.06, 0.32]], 0.035, { straight: true }), trim),
    mirrored(
      [0.55, 0.1, -0.35].map((
        z,
      ) => [
        part(torus(0.12, 0.045), trim, { at: [0.4, 0.05, z], turn: [0, 0, 90] }),
        part(ball(0.04, 0.1, 0.1), pane(hex("#5cb4d8")), { at: [0.39, 0.05, z] }),
      ]),
      part(box(0.46, 0.04, 0.22, 0.02), trim, { at: [0.28, 0, -0.95] }),
    ),
    part(box(0.04, 0.62, 0.22, 0.02), trim, { at: [0, 0.05, -0.98] }),
    group(
      { at: [0, 0, -1.26] },
      around(1, () => part(ball(0.06), trim)),
      [0, 120, 240].map((turn) =>
        part(ball(0.07, 0.2, 0.02), trim, {
          at: [0.16 * Math.sin(turn * Math.PI / 180), 0.16 * Math.cos(turn * Math.PI / 180), 0],
          turn: [0, 25, -turn],
        })
      ),
    ),
    part(ball(0.24, 0.24, 0.12), { ...pane(hex("#5cb4d8")) }, { at: [0, 0.05, 1.28] }),
    part(torus(0.25, 0.06), trim, { at: [0, 0.05, 1.27], turn: [90, 0, 0] }),
  ];
}

function tank(look: Look): Parts {
  const steel = look.skin("primary", matte, ["#54603a", "#8c7c54", "#5c6468"]);
  const dark = look.skin("track secondary", wornTrack, "#2b2c2e");
  const track: Vec2[] = smoothLine(
    [[1.15, 0.3], [0.95, 0.5], [-0.95, 0.5], [-1.15, 0.3], [-0.9, 0.02], [0.9, 0.02]],
    true,
    5,
  );
  return [
    mirrored(
      group({ at: [0.52, 0, 0], turn: [0, -90, 0] }, part(extrude(track, 0.3), dark)),
      row(
        5,
        (_, t) =>
          part(cylinder(0.17, 0.05), steel, { at: [0.68, 0.2, (t - 0.5) * 1.7], turn: [0, 0, 90] }),
      ),
      row(
        2,
        (i) =>
          part(cylinder(0.11, 0.05), steel, { at: [0.68, 0.32, i ? 1.0 : -1.0], turn: [0, 0, 90] }),
      ),
      part(box(0.36, 0.05, 2.2, 0.02), steel, { at: [0.52, 0.54, 0] }),
    ),
    group(
      { turn: [0, -90, 0] },
      part(
        extrude(
          [[1.1, 0.3], [1.18, 0.44], [0.8, 0.64], [-0.95, 0.64], [-1.1, 0.5], [-1.05, 0.28]],
          0.8,
        ),
        steel,
      ),
    ),
    part(lathe([[0.44, 0.62], [0.42, 0.85], [0.32, 0.96], [0, 0.98]]), steel, {
      at: [0, 0, -0.1],
      scale: [1, 1, 1.15],
    }),
    part(limb([0, 0.8, 0.3], [0, 0.84, 1.5], 0.055), steel),
    part(cylinder(0.085, 0.2), steel, { at: [0, 0.84, 1.48], turn: [88, 0, 0] }),
    part(box(0.26, 0.2, 0.2, 0.04), steel, { at: [0, 0.8, 0.38] }),
    part(cylinder(0.15, 0.1), steel, { at: [0.13, 1.01, -0.2] }),
    part(limb([-0.2, 0.95, -0.35], [-0.24, 1.5, -0.45], 0.012), matte(hex("#26282c"))),
    part(
      extrude([
        [0, 0.1],
        [0.03, 0.03],
        [0.1, 0.03],
        [0.04, -0.02],
        [0.06, -0.1],
        [0, -0.05],
        [-0.06, -0.1],
        [-0.04, -0.02],
        [-0.1, 0.03],
        [-0.03, 0.03],
      ], 0.02),
      matte(hex("#f0f0ea")),
      { at: [0.44, 0.8, -0.1], turn: [0, 90, 0] },
    ),
    mirrored(part(ball(0.07, 0.07, 0.04), polished(hex("#f8f0c8")), { at: [0.3, 0.54, 1.08] })),
  ];
}

function wornTrack(colour: readonly [number, number, number]): Material {
  return striped(
    "z",
    11,
    rubber(colour),
    rubber([colour[0] * 0.5, colour[1] * 0.5, colour[2] * 0.5]),
    { share: 0.6 },
  );
}

function tractor(look: Look): Parts {
  const paint = look.skin("primary body", polished, ["#2c8c3c", "#c8241f", "#2864b0"]);
  const rim = look.skin("secondary rim", plastic, "#f0c01c");
  const dark = rubber(hex("#1f2024"));
  const big = (x: number, r: number, z: number, w: number): Parts =>
    group(
      { at: [x, r, z], turn: [0, 0, 90] },
      part(
        lathe([[r * 0.55, -w / 2], [r * 0.95, -w / 2], [r, 0], [r * 0.95, w / 2], [
          r * 0.55,
          w / 2,
        ]]),
        dark,
      ),
      around(16, (i) =>
        part(box(0.06, w * 0.98, 0.09, 0.02), dark, {
          at: [0, 0, r],
          turn: [0, 0, i % 2 ? 20 : -20],
        })),
      part(cylinder(r * 0.56, w * 0.8), rim),
      part(cylinder(r * 0.2, w * 0.95), paint),
    );
  return [
    part(box(0.5, 0.46, 1.1, 0.1), paint, { at: [0, 0.82, 0.52] }),
    part(box(0.4, 0.36, 0.05, 0.02), matte(hex("#26282c")), { at: [0, 0.8, 1.07] }),
    mirrored(
      part(ball(0.06, 0.06, 0.03), { ...polished(hex("#fdf6d8")), glow: 0.4 }, {
        at: [0.14, 0.98, 1.08],
      }),
      part(limb([0.36, 0.95, -0.15], [0.34, 1.75, -0.15], 0.03), paint),
      part(limb([0.36, 0.95, -0.72], [0.34, 1.75, -0.72], 0.03), paint),
      part(
        sheet((u, v) => {
          const a = (u - 0.5) * 2.2 - 0.2;
          return [0.42 + v * 0.34, 0.58 + 0.66 * Math.cos(a), -0.5 + 0.66 * Math.sin(a)];
        }),
        paint,
        { thin: true },
      ),
    ),
    part(box(0.86, 0.07, 0.78, 0.03), paint, { at: [0, 1.78, -0.44] }),
    part(box(0.44, 0.12, 0.4, 0.05), leather(hex("#26221f")), { at: [0, 0.94, -0.5] }),
    part(box(0.44, 0.4, 0.1, 0.05), leather(hex("#26221f")), { at: [0, 1.15, -0.7] }),
    part(torus(0.16, 0.035), matte(hex("#1c1c20")), { at: [0, 1.2, -0.02], turn: [55, 0, 0] }),
    part(box(0.4, 0.3, 1.2, 0.05), matte(hex("#3c4046")), { at: [0, 0.5, 0.2] }),
    part(cylinder(0.045, 0.62), metal(hex("#5c6068")), { at: [0.14, 1.3, 0.72] }),
    [0.58, -0.58].map((x) => [big(x, 0.58, -0.5, 0.34), big(x * 0.82, 0.34, 0.78, 0.22)]),
  ];
}

function balloonRide(look: Look): Parts {
  const first = look.skin("primary balloon", cloth, ["#d0342c", "#e8a01c", "#3c74c8"]);
  const second = look.skin("secondary stripe", cloth, ["#f4e8c8", "#f2c83c", "#f6f4ee"]);
  const basket = look.skin("basket", straw, "#a8743c");
  return [
    part(
      lathe([[0.14, -0.4], [0.42, -0.05], [0.8, 0.5], [0.86, 0.9], [0.6, 1.4], [0.2, 1.6], [
        0,
        1.62,
      ]], { smooth: true, ribs: (a) => 1 + 0.018 * Math.abs(Math.sin(a * 8)) }),
      striped("u", 8, first, second),
    ),
    part(
      lathe([[0, -1.1], [0.2, -1.1], [0.25, -0.78], [0.22, -0.78], [0.17, -1.04], [0, -1.05]], {
        sides: 4,
      }),
      basket,
      { turn: [0, 45, 0], scale: 1.05 },
    ),
    part(torus(0.22, 0.05), leather(hex("#5c3420")), { at: [0, -0.8, 0] }),
    around(4, () => part(limb([0, -0.8, 0.2], [0, -0.32, 0.17], 0.012), matte(hex("#4c3c2c"))), {
      start: 45,
    }),
    part(lathe([[0.04, -0.55], [0.06, -0.4], [0, -0.24]]), glowing(hex("#f8a82c"))),
  ];
}

function wagon(look: Look): Parts {
  const planks = look.skin("primary", wood, ["#8a5a32", "#a8342c"]);
  const isCarriage = look.says("carriage coach royal princess pumpkin");
  const trim = look.skin("secondary", metal, "#e0b03c");
  const wheelWood = (x: number, r: number, z: number): Parts =>
    group(
      { at: [x, r, z], turn: [0, 0, 90] },
      part(torus(r * 0.92, r * 0.16), planks),
      around(8, () => part(limb([0, 0, 0.05], [0, 0, r * 0.9], 0.03), planks)),
      part(cylinder(r * 0.2, 0.14), isCarriage ? trim : planks),
    );
  return [
    isCarriage
      ? [
        part(
          ball(0.52, 0.56, 0.66),
          where(
            ({ at, normal }) =>
              Math.abs(normal[0]) > 0.55 && Math.abs(at[1] - 1.2) < 0.2 && Math.abs(at[2]) < 0.24,
            pane(hex("#7c9cb4")),
            look.skin("primary", polished, "#b8346c"),
          ),
          { at: [0, 1.1, 0] },
        ),
        part(torus(0.5, 0.06), trim, { at: [0, 1.0, 0], scale: [1.03, 1, 1.3] }),
        part(lathe([[0.14, 0], [0.06, 0.12], [0.1, 0.2], [0, 0.32]]), trim, { at: [0, 1.64, 0] }),
        part(box(0.6, 0.12, 0.4, 0.04), planks, { at: [0, 0.72, 0.82] }),
      ]
      : [
        part(box(0.9, 0.08, 1.7, 0.02), planks, { at: [0, 0.62, 0] }),
        mirrored(
          row(
            2,
            (i) => part(box(0.06, 0.15, 1.7, 0.02), planks, { at: [0.44, 0.74 + i * 0.18, 0] }),
          ),
        ),
        [0.85, -0.85].map((z) =>
          row(2, (i) => part(box(0.9, 0.15, 0.06, 0.02), planks, { at: [0, 0.74 + i * 0.18, z] }))
        ),
        look.says("covered")
          ? part(lathe([[0.62, -0.85], [0.62, 0.85]], { turn: 0.5 }), cloth(hex("#f0e8d4")), {
            at: [0, 0.86, 0],
            turn: [-90, 0, 0],
            thin: true,
          })
          : row(7, () =>
            part(ball(look.between(0.2, 0.3), 0.18, 0.26), straw(hex("#d8b45c")), {
              at: [look.between(-0.25, 0.25), 0.85, look.between(-0.6, 0.6)],
              bump: { height: 0.04, scale: 9 },
            })),
      ],
    [0.52, -0.52].map((x) => [wheelWood(x, 0.44, -0.52), wheelWood(x, 0.34, 0.56)]),
    mirrored(part(limb([0.3, 0.5, 0.8], [0.26, 0.56, 1.7], 0.035), planks)),
  ];
}

function skateboard(look: Look): Parts {
  const deck = look.skin("primary deck", matte, ["#d0342c", "#2c2d33", "#3c9cc8"]);
  const wheelTint = look.skin("secondary wheel", plastic, "#f2e8c8");
  return group(
    { turn: [0, 25, 0] },
    part(
      sheet((u, v) => {
        const t = 2 * u - 1;
        const half = 0.3 * (1 - Math.max(0, Math.abs(t) - 0.72) ** 2 * 11);
        return [
          half * (2 * v - 1),
          0.24 + 0.22 * Math.max(0, Math.abs(t) - 0.66) ** 1.2 * 1.6,
          1.15 * t,
        ];
      }),
      deck,
      { thin: true },
    ),
    part(
      sheet((u, v) => {
        const t = 2 * u - 1;
        const half = 0.3 * (1 - Math.max(0, Math.abs(t) - 0.72) ** 2 * 11);
        return [
          half * (2 * v - 1),
          0.2 + 0.22 * Math.max(0, Math.abs(t) - 0.66) ** 1.2 * 1.6,
          1.15 * t,
        ];
      }),
      wood(hex("#c49c64")),
      { thin: true },
    ),
    [0.62, -0.62].map((
      z,
    ) => [
      part(limb([-0.2, 0.11, z], [0.2, 0.11, z], 0.035), metal(hex("#b4b8be"))),
      part(box(0.14, 0.12, 0.2, 0.03), metal(hex("#8c9098")), { at: [0, 0.16, z] }),
      mirrored(part(cylinder(0.11, 0.1), wheelTint, { at: [0.25, 0.11, z], turn: [0, 0, 90] })),
    ]),
  );
}

function excavator(look: Look): Parts {
  const paint = look.skin("primary", polished, "#f0b01c");
  const dark = wornTrack([0.17, 0.17, 0.18]);
  const steel = metal(hex("#5c6068"));
  const track: Vec2[] = smoothLine(
    [[0.75, 0.22], [0.6, 0.4], [-0.6, 0.4], [-0.75, 0.22], [-0.6, 0.02], [0.6, 0.02]],
    true,
    5,
  );
  return [
    mirrored(group({ at: [0.44, 0, 0], turn: [0, -90, 0] }, part(extrude(track, 0.26), dark))),
    part(cylinder(0.34, 0.14), steel, { at: [0, 0.46, 0] }),
    part(box(0.95, 0.42, 1.05, 0.06), paint, { at: [0, 0.74, -0.18] }),
    part(
      box(0.42, 0.62, 0.55, 0.06),
      where(({ at }) => at[1] > 1.0 && at[1] < 1.36, pane(hex("#5c7c94")), paint),
      { at: [0.24, 1.12, 0.12] },
    ),
    part(tube([[-0.2, 0.8, 0.3], [-0.2, 1.5, 0.75], [-0.2, 1.55, 1.05]], [0.13, 0.12, 0.1]), paint),
    part(
      tube([[-0.2, 1.58, 1.02], [-0.2, 1.1, 1.4], [-0.2, 0.72, 1.55]], [0.1, 0.09, 0.075]),
      paint,
    ),
    part(limb([-0.2, 1.0, 0.4], [-0.2, 1.4, 0.9], 0.05), steel),
    part(lathe([[0.26, -0.24], [0.26, 0.24]], { turn: 0.4 }), steel, {
      at: [-0.2, 0.55, 1.5],
      turn: [60, 0, 90],
      thin: true,
    }),
    row(
      4,
      (_, t) =>
        part(lathe([[0.04, 0], [0, 0.13]], { sides: 4 }), steel, {
          at: [-0.2 + (t - 0.5) * 0.4, 0.42, 1.3],
          turn: [-130, 0, 0],
        }),
    ),
    part(cylinder(0.045, 0.3), steel, { at: [-0.25, 1.05, -0.5] }),
  ];
}

/** Nouns of the category "vehicles". */
export const VEHICLES: readonly Noun[] = nounsOf("vehicles", [
  ["car, sedan, taxi, police car, hatchback, toy car, automobile, cab, suv, jeep", 4, car],
  ["sports car, sportscar, convertible, supercar, muscle car, coupe", 4.2, sportsCar],
  ["race car, racing car, racecar, formula one car, go kart, kart", 4, raceCar],
  [
    "truck, fire truck, pickup truck, dump truck, lorry, firetruck, fire engine, garbage truck, semi truck, monster truck, pickup",
    6,
    truck,
  ],
  [
    "bus, school bus, double decker bus, minibus, van, ambulance, camper van, minivan, camper, tram, trolley",
    7,
    bus,
  ],
  ["bicycle, bike, mountain bike", 1.7, bicycle],
  ["motorcycle, motorbike, scooter, moped, vespa, motor scooter", 2, motorcycle],
  ["train, locomotive, steam train, steam locomotive, steam engine, train engine", 8, train],
  [
    "airplane, plane, aeroplane, jet, fighter jet, biplane, aircraft, jet plane, airliner, glider",
    12,
    airplane,
  ],
  ["helicopter, chopper", 8, helicopter],
  ["rocket, space rocket, missile, rocket ship", 12, rocket],
  [
    "spaceship, starship, spacecraft, starfighter, space ship, space shuttle, shuttle",
    12,
    spaceship,
  ],
  ["ufo, flying saucer, alien ship, alien spaceship", 8, ufo],
  ["sailboat, yacht, sailing boat, sail boat, catamaran", 7, sailboat],
  [
    "ship, pirate ship, galleon, cruise ship, viking ship, longship, sailing ship, ferry, battleship, steamboat, tugboat, cargo ship",
    20,
    ship,
  ],
  ["boat, rowboat, canoe, kayak, fishing boat, gondola, raft", 4, rowboat],
  ["submarine, yellow submarine", 12, submarine],
  ["tank, army tank, military tank", 6, tank],
  ["tractor", 3.5, tractor],
  ["excavator, digger, bulldozer, backhoe, crane", 5, excavator],
  ["hot air balloon, airship, blimp", 10, balloonRide],
  ["wagon, cart, carriage, chariot, covered wagon, horse carriage, coach, wheelbarrow", 3, wagon],
  ["skateboard, longboard", 0.8, skateboard],
]);
