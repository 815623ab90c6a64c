/**
 * People of today.
 *
 * @module
 */
import {
  buttons,
  HEAD,
  HEAD_RADIUS,
  humanoid,
  personHair,
  personSkin,
} from "../../builders/humanoid.ts";
import type { HumanoidPlan } from "../../builders/humanoid_plan.ts";
import {
  ball,
  box,
  cloth,
  cylinder,
  extrude,
  fur,
  glowing,
  group,
  hex,
  lathe,
  leather,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  plastic,
  polished,
  row,
  skin,
  star,
  torus,
  tube,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";
import { rifle } from "../weapons/arms.ts";
import { trident } from "../weapons/blades.ts";
import { held } from "./held.ts";

function person(look: Look, rest: Partial<HumanoidPlan> = {}): Figure {
  const isFemale = look.says("woman girl lady mother female queen princess witch nurse ballerina");
  return humanoid(look, {
    skin: personSkin(look),
    top: look.skin("primary shirt dress jacket top coat", cloth, [
      "#3c74b0",
      "#b8443c",
      "#5c8c4c",
      "#d0a03c",
      "#7c5c9c",
    ]),
    bottom: look.skin("secondary trouser pant jean skirt", cloth, [
      "#33415c",
      "#4c4438",
      "#5c5c64",
    ]),
    hair: isFemale ? look.pick(["long", "ponytail", "bun"] as const) : "short",
    hairMaterial: personHair(look),
    arms: look.isHolding ? "hold" : "down",
    ...(look.says("dress gown")
      ? { skirt: "long" as const, skirtMaterial: look.skin("primary dress gown", cloth, "#b8443c") }
      : isFemale
      ? { skirt: "short" as const }
      : {}),
    ...(look.says("old grandfather elderly")
      ? { beard: "full" as const, hairMaterial: fur(hex("#dcd8d0")) }
      : {}),
    ...rest,
  });
}

function child(look: Look): Figure {
  return person(look, {
    headSize: 1.32,
    legs: 0.78,
    bulk: 0.9,
    hair: look.says("girl") ? "ponytail" : "spiky",
  });
}

function astronaut(look: Look): Figure {
  const suit = look.skin("primary suit", cloth, "#f0f0ee");
  const trim = look.skin("secondary", plastic, ["#e0702c", "#2c64b8"]);
  return humanoid(look, {
    skin: personSkin(look),
    top: suit,
    bottom: suit,
    gloves: trim,
    shoes: trim,
    bulk: 1.3,
    hat: "space",
    isEyeless: true,
    mouth: "none",
    ears: "none",
    arms: look.isHolding ? "hold" : "wide",
    extras: [
      part(box(0.5, 0.62, 0.26, 0.06), plastic(hex("#d8dade")), { at: [0, 1.24, -0.32] }),
      mirrored(
        part(
          tube([[0.18, 1.0, -0.3], [0.32, 1.1, 0], [0.14, 1.24, 0.22]], 0.028),
          plastic(hex("#8c9098")),
        ),
      ),
      part(box(0.26, 0.17, 0.08, 0.02), plastic(hex("#d8dade")), { at: [0, 1.26, 0.22] }),
      row(
        3,
        (i) =>
          part(ball(0.025), glowing(hex(["#e8402c", "#3cc05c", "#3c9ce8"][i])), {
            at: [-0.07 + i * 0.07, 1.27, 0.265],
          }),
      ),
      part(box(0.12, 0.08, 0.02, 0.005), matte(hex("#2c4c9c")), {
        at: [0.24, 1.42, 0.12],
        turn: [0, 30, 0],
      }),
      mirrored(part(torus(0.11, 0.05), trim, { at: [0.15, 0.32, 0] })),
    ],
  });
}

function soldier(look: Look): Figure {
  const camo: Material = look.skin(
    "primary uniform",
    (colour) => ({
      ...cloth(colour),
      colour: (spot) => {
        const tone = Math.sin(spot.at[0] * 17 + Math.sin(spot.at[1] * 13) * 2) +
          Math.sin(spot.at[1] * 19 + spot.at[2] * 11);
        return tone > 0.7 ? hex("#33402a") : tone < -0.7 ? hex("#7c6c48") : colour;
      },
    }),
    "#5c6c40",
  );
  return humanoid(look, {
    skin: personSkin(look),
    top: camo,
    bottom: camo,
    shoes: leather(hex("#241c16")),
    hat: "soldier",
    hatMaterial: camo,
    hair: "short",
    hairMaterial: personHair(look),
    belt: leather(hex("#3c3a2c")),
    mouth: "flat",
    ...held(look, (own) => group({ turn: [0, 90, 20] }, rifle(own)), 0.42, 0),
    extras: [
      mirrored(
        part(box(0.13, 0.14, 0.07, 0.02), cloth(hex("#4c5434")), { at: [0.11, 1.16, 0.17] }),
      ),
      part(box(0.42, 0.46, 0.18, 0.06), cloth(hex("#4c5434")), { at: [0, 1.26, -0.24] }),
    ],
  });
}

function cowboy(look: Look): Figure {
  const shirt = look.skin("primary shirt", cloth, ["#b8443c", "#3c64a0"]);
  const vest = leather(hex("#7c4c28"));
  return humanoid(look, {
    skin: personSkin(look),
    top: shirt,
    bottom: cloth(hex("#3c4c70")),
    hair: "short",
    hairMaterial: personHair(look),
    beard: "moustache",
    hat: "cowboy",
    hatMaterial: look.skin("hat secondary", leather, "#8c5a30"),
    belt: leather(hex("#4c3020")),
    shoes: leather(hex("#5c3420")),
    arms: look.isHolding ? "hold" : "wide",
    extras: [
      mirrored(
        part(box(0.13, 0.42, 0.05, 0.02), vest, { at: [0.15, 1.26, 0.15], turn: [0, 22, 0] }),
      ),
      part(torus(0.11, 0.07), cloth(hex("#c8242c")), { at: [0, 1.53, 0.02] }),
      part(lathe([[0, -0.14], [0.08, 0], [0, 0.01]], { sides: 3 }), cloth(hex("#c8242c")), {
        at: [0, 1.5, 0.13],
      }),
      part(extrude(star(5, 0.055, 0.024), 0.02), metal(hex("#e0b03c")), {
        at: [0.13, 1.36, 0.19],
        turn: [0, 15, 0],
      }),
    ],
  });
}

function chef(look: Look): Figure {
  const white = look.skin("primary", cloth, "#f6f4ee");
  return humanoid(look, {
    skin: personSkin(look),
    top: white,
    bottom: cloth(hex("#3c3f48")),
    bulk: 1.12,
    hair: "short",
    hairMaterial: personHair(look),
    beard: "moustache",
    hat: "chef",
    extras: [
      mirrored(buttons("#33353c", 4)).map((each) => each),
      part(torus(0.12, 0.06), cloth(hex("#c8342c")), { at: [0, 1.52, 0.02] }),
      part(box(0.36, 0.5, 0.03, 0.02), white, { at: [0, 0.8, 0.18], turn: [4, 0, 0] }),
    ],
    ...held(
      look,
      () => [
        part(cylinder(0.07, 0.7), wood(hex("#5c3822")), { at: [0, 0, 0] }),
        part(
          lathe([[0, 0], [0.48, 0], [0.52, 0.18], [0.46, 0.16], [0, 0.05]]),
          metal(hex("#3c3f46")),
          { at: [0, 0.75, 0], turn: [70, 0, 0] },
        ),
      ],
      0.5,
      0,
    ),
  });
}

function superhero(look: Look): Figure {
  const suit = look.skin("primary suit", plastic, ["#2858b8", "#c8242c", "#2b2c34"]);
  const cape = look.skin("secondary cape", cloth, ["#c8242c", "#e0b02c"]);
  return humanoid(look, {
    skin: personSkin(look),
    top: suit,
    bottom: suit,
    gloves: cape,
    shoes: cape,
    cape,
    bulk: 1.2,
    hair: look.says("woman girl female") ? "long" : "short",
    hairMaterial: personHair(look),
    belt: look.skin("accent belt", plastic, "#f0c02c"),
    arms: look.isHolding ? "hold" : "wide",
    extras: [
      part(extrude(star(5, 0.13, 0.055), 0.03), look.skin("accent emblem", plastic, "#f0c02c"), {
        at: [0, 1.32, 0.205],
        turn: [-8, 0, 0],
      }),
      part(torus(HEAD_RADIUS * 0.93, HEAD_RADIUS * 0.3, 0.42), cape, {
        at: [0, HEAD[1] + 0.02, HEAD[2]],
      }),
    ],
    isEyeless: false,
  });
}

function clown(look: Look): Figure {
  const suit = look.skin("primary suit", cloth, "#e8c02c");
  return humanoid(look, {
    skin: skin(hex("#f6eee6")),
    top: {
      ...suit,
      colour: (
        spot,
      ) => (Math.sin(spot.at[0] * 24) * Math.sin(spot.at[1] * 24) > 0.55
        ? hex("#d0342c")
        : suit.colour(spot)),
    },
    bottom: look.skin("secondary", cloth, "#3c84c8"),
    hair: "curly",
    hairMaterial: look.skin("hair", fur, "#e0402c"),
    nose: polished(hex("#e02020")),
    shoes: polished(hex("#d0242c")),
    arms: look.isHolding ? "hold" : "wide",
    extras: [
      part(torus(0.17, 0.12), cloth(hex("#f6f4ee")), { at: [0, 1.52, 0], scale: [1.3, 0.5, 1.2] }),
      part(ball(0.055), polished(hex("#e02020")), { at: [0, HEAD[1] - 0.03, HEAD[2] + 0.255] }),
      buttons("#d0342c", 3),
      mirrored(part(ball(0.1, 0.07, 0.22), polished(hex("#d0242c")), { at: [0.17, 0.07, 0.14] })),
    ],
  });
}

function worker(look: Look): Figure {
  const isFarmer = look.says("farmer gardener");
  const isPolice = look.says("police policeman officer cop");
  const isFire = look.says("firefighter fireman");
  const isDoctor = look.says("doctor scientist nurse");
  const shirt = look.skin(
    "primary shirt coat uniform",
    cloth,
    isDoctor
      ? "#f6f6f2"
      : isPolice
      ? "#26335c"
      : isFire
      ? "#c8a02c"
      : isFarmer
      ? "#b8443c"
      : "#e07c2c",
  );
  const legs = cloth(
    hex(isDoctor ? "#5c7c8c" : isPolice ? "#232a44" : isFire ? "#b8922c" : "#3c5480"),
  );
  return humanoid(look, {
    skin: personSkin(look),
    top: shirt,
    bottom: legs,
    hair: "short",
    hairMaterial: personHair(look),
    hat: isFarmer ? "straw" : isDoctor ? "none" : isPolice ? "cap" : "soldier",
    hatMaterial: isFarmer
      ? cloth(hex("#dcc078"))
      : isPolice
      ? cloth(hex("#1c2440"))
      : polished(hex(isFire ? "#c8241f" : "#f0c02c")),
    arms: look.isHolding || isFarmer ? "hold" : "down",
    ...(isDoctor ? { skirt: "short" as const, skirtMaterial: shirt } : {}),
    belt: leather(hex("#33241c")),
    ...(isFarmer ? held(look, (own) => trident(own), 0.62, 0) : {}),
    extras: [
      isFarmer
        ? mirrored(
          part(
            tube(
              [[0.12, 1.04, 0.17], [0.13, 1.3, 0.19], [0.15, 1.47, 0.06], [0.12, 1.2, -0.17]],
              0.03,
            ),
            cloth(hex("#3c5480")),
          ),
        )
        : [],
      isPolice
        ? part(extrude(star(6, 0.05, 0.03), 0.02), metal(hex("#e0b83c")), {
          at: [0.12, 1.36, 0.17],
        })
        : [],
      isDoctor
        ? part(
          tube([[-0.1, 1.5, 0.06], [-0.09, 1.3, 0.19], [0.02, 1.2, 0.2], [0.1, 1.3, 0.19], [
            0.1,
            1.5,
            0.06,
          ]], 0.018),
          matte(hex("#26272d")),
        )
        : [],
      isFire
        ? [1.12, 1.3].map((y) =>
          part(torus(0.22, 0.05), { ...plastic(hex("#e8f0a0")), glow: 0.3 }, {
            at: [0, y, 0],
            scale: [1.05, 0.7, 0.8],
          })
        )
        : [],
    ],
  });
}

/** People of today. */
export const PEOPLE: readonly Noun[] = nounsOf("humanoids", [
  [
    "man, woman, person, human, lady, gentleman, character, dancer, teacher, grandfather, grandmother, detective, businessman, traveler, adventurer, hero, thief, rogue, bard, painter, ballerina, drummer, sailor, fisherman, blacksmith, explorer, boxer, skier, shepherd, juggler, alchemist, caveman",
    1.8,
    (look) => person(look),
  ],
  ["child, boy, girl, kid, baby, toddler, student", 1.2, child],
  ["astronaut, spaceman, cosmonaut", 1.9, astronaut],
  ["soldier, army soldier, marine, toy soldier", 1.8, soldier],
  ["cowboy, cowgirl, sheriff", 1.8, cowboy],
  ["chef, cook, baker", 1.8, chef],
  ["superhero, superheroine, super hero", 1.9, superhero],
  ["clown, jester, joker", 1.8, clown],
  [
    "farmer, doctor, nurse, firefighter, fireman, police officer, policeman, cop, builder, worker, construction worker, scientist, gardener, miner, engineer, mechanic",
    1.8,
    worker,
  ],
]);
