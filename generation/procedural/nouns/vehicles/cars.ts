/**
 * Cars, trucks and buses.
 *
 * @module
 */
import {
  ball,
  blob,
  box,
  checkered,
  cylinder,
  extrude,
  glowing,
  group,
  hex,
  lathe,
  limb,
  lump,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  plastic,
  polished,
  row,
  smoothLine,
  striped,
  tube,
  type Vec2,
  type Vec3,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Noun, nounsOf } from "../../noun.ts";
import { wheel } from "./wheels.ts";

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

/** Cars, trucks and buses. */
export const CARS: readonly Noun[] = nounsOf("vehicles", [
  [
    "car, sedan, taxi, police car, hatchback, toy car, automobile, cab, suv, jeep, limousine, hot rod, dune buggy",
    4,
    car,
  ],
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
]);
