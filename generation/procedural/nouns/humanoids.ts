/**
 * Nouns of the category "humanoids".
 *
 * @module
 */
import {
  ball,
  box,
  cloth,
  cylinder,
  extrude,
  feathers,
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
  type Parts,
  plastic,
  polished,
  row,
  scales,
  skin,
  smoothLine,
  star,
  striped,
  torus,
  tube,
  velvet,
  wood,
} from "../kit/mod.ts";
import {
  backWings,
  buttons,
  HEAD,
  HEAD_RADIUS,
  humanoid,
  type HumanoidPlan,
  personHair,
  personSkin,
} from "../builders/humanoid.ts";
import type { Look } from "../look.ts";
import { type Figure, type Noun, nounsOf } from "../noun.ts";
import { axe, bow, katana, rifle, shield, spear, staff, sword, trident, wand } from "./weapons.ts";

/** A weapon or tool in the right hand, unless the prompt puts something else there. */
function held(look: Look, make: (look: Look) => Parts, scale = 0.55, grip = 0.2): { held?: Parts } {
  return look.isHolding
    ? {}
    : { held: group({ scale, at: [0, grip * scale, 0] }, make(look.plain())) };
}

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

function knight(look: Look): Figure {
  const steel = look.skin("primary armor", metal, ["#a8b0ba", "#8c949e"]);
  const trim = look.skin("secondary cape tabard", cloth, ["#a8242c", "#2c4ca8"]);
  return humanoid(look, {
    skin: personSkin(look),
    top: steel,
    bottom: steel,
    sleeves: steel,
    gloves: steel,
    shoes: steel,
    plates: steel,
    bulk: 1.14,
    hat: "knight",
    hatMaterial: steel,
    cape: trim,
    belt: leather(hex("#4c3020")),
    isEyeless: true,
    mouth: "none",
    ...held(look, (own) => sword(own), 0.62),
    offhand: look.says("two-handed")
      ? []
      : group({ scale: 0.36, turn: [0, 24, 0] }, shield(look.plain({ primary: trim }))),
  });
}

function wizard(look: Look, isWitch = false): Figure {
  const robe = look.skin(
    "primary robe",
    velvet,
    isWitch ? ["#33244c", "#26272d"] : ["#34489c", "#5c2c8c", "#2c6c5c"],
  );
  return humanoid(look, {
    skin: isWitch && look.says("green evil wicked") ? skin(hex("#7cac5c")) : personSkin(look),
    top: robe,
    bottom: robe,
    skirt: "long",
    skirtMaterial: robe,
    hair: isWitch ? "long" : "short",
    hairMaterial: isWitch ? personHair(look) : look.skin("beard hair", fur, "#e8e4dc"),
    beard: isWitch ? "none" : "long",
    hat: "wizard",
    hatMaterial: look.skin("hat primary", velvet, isWitch ? "#26272d" : "#34489c"),
    belt: leather(hex("#8c6c2c")),
    ...(isWitch ? held(look, broom, 0.72, 0) : held(look, (own) => staff(own), 0.75, 0)),
  });
}

function broom(): Parts {
  return [
    part(cylinder(0.05, 2), wood(hex("#7a4c2c"))),
    part(
      lathe([[0.05, -0.75], [0.2, -1.0], [0.3, -1.5], [0, -1.52]], { smooth: true }),
      striped("u", 26, cloth(hex("#c89c4c")), cloth(hex("#9c7434"))),
    ),
    part(torus(0.12, 0.07), matte(hex("#6c3022")), { at: [0, -0.86, 0] }),
  ];
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

function samurai(look: Look): Figure {
  const lacquer = look.skin("primary armor", polished, ["#8c1c24", "#23252c", "#1c3c6c"]);
  const dark = look.skin("secondary", cloth, "#2b2c34");
  return humanoid(look, {
    skin: personSkin(look),
    top: lacquer,
    bottom: dark,
    sleeves: dark,
    plates: {
      ...lacquer,
      colour: (spot) => ((spot.at[1] * 22) % 1 < 0.22 ? hex("#e0c07c") : lacquer.colour(spot)),
    },
    bulk: 1.1,
    hat: "samurai",
    hair: "short",
    hairMaterial: fur(hex("#1c1814")),
    skirt: "short",
    skirtMaterial: dark,
    mouth: "flat",
    belt: cloth(hex("#d8c8a0")),
    ...held(look, (own) => katana(own), 0.62, 0.3),
  });
}

function ninja(look: Look): Figure {
  const suit = look.skin("primary suit", cloth, ["#23252d", "#2c2440"]);
  return humanoid(look, {
    skin: personSkin(look),
    top: suit,
    bottom: suit,
    gloves: suit,
    shoes: suit,
    mask: suit,
    hair: "none",
    hat: "headband",
    hatMaterial: look.skin("secondary band belt", cloth, "#b8242c"),
    belt: look.skin("secondary band belt", cloth, "#b8242c"),
    ...held(look, (own) => katana(own), 0.6, 0.3),
    extras: group(
      { at: [0.02, 1.3, -0.22], turn: [0, 0, 40], scale: 0.55 },
      part(cylinder(0.075, 1.7), matte(hex("#17181c")), { at: [0, 0, 0] }),
      part(cylinder(0.06, 0.5), cloth(hex("#8c1c24")), { at: [0, 1.05, 0] }),
    ),
  });
}

function pirate(look: Look): Figure {
  const coat = look.skin("primary coat", cloth, ["#7c1c24", "#26335c"]);
  const [, y, z] = HEAD;
  const r = HEAD_RADIUS;
  return humanoid(look, {
    skin: personSkin(look),
    top: coat,
    bottom: cloth(hex("#3c3a40")),
    skirt: "short",
    skirtMaterial: coat,
    belt: leather(hex("#4c3020")),
    hair: "long",
    hairMaterial: personHair(look),
    beard: "full",
    hat: "tricorn",
    hatMaterial: look.skin("hat secondary", leather, "#26221f"),
    shoes: leather(hex("#2b1e16")),
    ...held(look, (own) => sword(own, 1.2, 0.2), 0.6),
    extras: [
      part(ball(r * 0.24, r * 0.22, r * 0.12), matte(hex("#17181c")), {
        at: [r * 0.37, y + r * 0.06, z + r * 0.92],
      }),
      part(
        tube([[r * 0.95, y + r * 0.3, z], [r * 0.4, y + r * 0.16, z + r * 0.96], [
          -r * 0.5,
          y + r * 0.5,
          z + r * 0.86,
        ]], r * 0.035),
        matte(hex("#17181c")),
      ),
      part(box(0.15, 0.46, 0.05, 0.02), cloth(hex("#f2eee2")), { at: [0, 1.28, 0.15] }),
    ],
  });
}

function royal(look: Look, isQueen: boolean): Figure {
  const robe = look.skin(
    "primary robe dress gown",
    velvet,
    isQueen ? ["#7c2c7c", "#2c5c9c", "#d87ca4"] : ["#8c1c2c", "#2c3c8c"],
  );
  const ermine = fur(hex("#f6f2ea"));
  return humanoid(look, {
    skin: personSkin(look),
    top: robe,
    bottom: robe,
    skirt: "long",
    skirtMaterial: robe,
    cape: look.skin("secondary cape", velvet, isQueen ? "#c8a03c" : "#a8242c"),
    belt: metal(hex("#e0b03c")),
    hair: isQueen ? "long" : "short",
    hairMaterial: personHair(look),
    beard: isQueen ? "none" : "full",
    hat: look.says("princess") ? "tiara" : "crown",
    extras: [
      part(torus(0.24, 0.13), ermine, { at: [0, 1.47, 0], scale: [1.1, 0.8, 0.85] }),
      isQueen ? [] : buttons("#e0b03c"),
    ],
    ...(look.says("princess") ? { arms: "down" as const } : held(look, scepter, 0.62, 0)),
  });
}

function scepter(): Parts {
  const gold = metal(hex("#e0b03c"));
  return [
    part(cylinder(0.05, 1.3), gold),
    part(ball(0.16), polished(hex("#b4123a")), { at: [0, 0.8, 0] }),
    part(torus(0.14, 0.06), gold, { at: [0, 0.68, 0] }),
    part(extrude(star(4, 0.12, 0.04), 0.06), gold, { at: [0, 1.02, 0] }),
    part(ball(0.09), gold, { at: [0, -0.68, 0] }),
  ];
}

function viking(look: Look): Figure {
  const hide = look.skin("primary tunic", leather, ["#6c4428", "#5c3c2c"]);
  const pelt = fur(hex("#8c7458"));
  return humanoid(look, {
    skin: personSkin(look),
    top: hide,
    bottom: cloth(hex("#5c5448")),
    sleeves: personSkin(look),
    bulk: 1.22,
    hair: "long",
    hairMaterial: look.skin("hair beard", fur, ["#c8742c", "#d8b060"]),
    beard: "long",
    hat: "viking",
    belt: leather(hex("#33241c")),
    skirt: "short",
    skirtMaterial: hide,
    shoes: fur(hex("#7c6448")),
    ...held(look, (own) => axe(own, false), 0.55, 0.5),
    offhand: group({ scale: 0.42, turn: [0, 24, 0] }, shield(look.plain({ words: ["round"] }))),
    extras: row(
      11,
      (_, t) =>
        part(ball(0.11), pelt, {
          at: [Math.cos(t * 6.283) * 0.27, 1.45, Math.sin(t * 6.283) * 0.19],
          bump: { height: 0.03, scale: 14 },
        }),
    ),
  });
}

function elf(look: Look): Figure {
  const tunic = look.skin("primary tunic", cloth, ["#4c7c3c", "#3c6c5c"]);
  return humanoid(look, {
    skin: personSkin(look),
    top: tunic,
    bottom: cloth(hex("#6c5438")),
    skirt: "short",
    skirtMaterial: tunic,
    belt: leather(hex("#4c3020")),
    ears: "elf",
    hair: "long",
    hairMaterial: look.skin("hair", fur, ["#e4cc84", "#f0ece0", "#8c4c24"]),
    cape: look.skin("secondary cape", cloth, "#2f5434"),
    bulk: 0.94,
    ...held(look, (own) => group({ turn: [0, 90, 0] }, bow(own)), 0.6, 0),
  });
}

function dwarf(look: Look): Figure {
  const tunic = look.skin("primary tunic", leather, ["#7c3c24", "#3c5c7c"]);
  const gnome = look.says("gnome");
  return humanoid(look, {
    skin: personSkin(look),
    top: tunic,
    bottom: cloth(hex("#5c5040")),
    legs: 0.55,
    bulk: 1.32,
    headSize: 1.28,
    hair: "short",
    hairMaterial: look.skin(
      "beard hair",
      fur,
      gnome ? "#f2eee6" : ["#b8602c", "#8c5c34", "#d8d0c4"],
    ),
    beard: "long",
    hat: gnome ? "wizard" : "viking",
    ...(gnome ? { hatMaterial: look.skin("hat secondary", cloth, "#c8242c") } : {}),
    belt: leather(hex("#33241c")),
    skirt: "short",
    skirtMaterial: tunic,
    nose: skin(hex("#e09078")),
    ...(gnome ? { arms: "down" as const } : held(look, (own) => axe(own, true), 0.55, 0.4)),
  });
}

function archer(look: Look): Figure {
  const tunic = look.skin("primary tunic hood", cloth, ["#4c6c34", "#7c5430"]);
  return humanoid(look, {
    skin: personSkin(look),
    top: tunic,
    bottom: cloth(hex("#5c4630")),
    skirt: "short",
    skirtMaterial: tunic,
    belt: leather(hex("#33241c")),
    hair: "short",
    hairMaterial: personHair(look),
    hat: "hood",
    hatMaterial: tunic,
    cape: tunic,
    gloves: leather(hex("#4c3020")),
    ...held(look, (own) => group({ turn: [0, 90, 0] }, bow(own)), 0.64, 0),
    extras: group(
      { at: [0.14, 1.3, -0.24], turn: [0, 0, -24] },
      part(cylinder(0.08, 0.5), leather(hex("#4c3020"))),
      row(5, (i) =>
        part(cylinder(0.012, 0.35), wood(hex("#c49c64")), {
          at: [Math.sin(i * 1.3) * 0.04, 0.38, Math.cos(i * 1.3) * 0.04],
        })),
      row(5, (i) =>
        part(box(0.05, 0.11, 0.015, 0.004), cloth(hex("#c8342c")), {
          at: [Math.sin(i * 1.3) * 0.04, 0.5, Math.cos(i * 1.3) * 0.04],
        })),
    ),
  });
}

function warrior(look: Look): Figure {
  const bronze = look.skin("primary armor", metal, ["#b8863c", "#8c949e"]);
  const cloak = look.skin("secondary cape", cloth, "#a8242c");
  return humanoid(look, {
    skin: personSkin(look),
    top: bronze,
    bottom: leather(hex("#6c3c24")),
    sleeves: personSkin(look),
    plates: bronze,
    bulk: 1.16,
    cape: cloak,
    hat: "knight",
    hatMaterial: bronze,
    isEyeless: true,
    mouth: "none",
    skirt: "short",
    skirtMaterial: leather(hex("#6c3c24")),
    ...held(look, (own) => spear(own), 0.85, 0),
    offhand: group({ scale: 0.42, turn: [0, 24, 0] }, shield(look.plain({ words: ["round"] }))),
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

function monk(look: Look): Figure {
  const robe = look.skin(
    "primary robe",
    cloth,
    look.says("buddhist shaolin") ? "#e08c2c" : ["#6c4c30", "#d8782c"],
  );
  return humanoid(look, {
    skin: personSkin(look),
    top: robe,
    bottom: robe,
    skirt: "long",
    skirtMaterial: robe,
    hair: "none",
    belt: cloth(hex("#d8c49c")),
    ...held(look, () => part(cylinder(0.045, 2.6), wood(hex("#7a4c2c"))), 0.7, 0),
    extras: row(
      16,
      (i) =>
        part(ball(0.03), wood(hex("#5c3822")), {
          at: [
            Math.sin(i / 16 * 6.283) * 0.16,
            1.4 - 0.1 * Math.cos(i / 16 * 6.283) * (Math.cos(i / 16 * 6.283) > 0 ? 1 : 0),
            0.02 + Math.cos(i / 16 * 6.283) * 0.18,
          ],
        }),
    ),
  });
}

function angel(look: Look): Figure {
  const robe = look.skin("primary robe", cloth, "#f8f6f0");
  const plume = look.skin("wing secondary", feathers, "#fbfaf6");
  const isFairy = look.says("fairy pixie");
  const wing = smoothLine([
    [0, 0],
    [0.25, 0.35],
    [0.75, 0.6],
    [1.0, 0.45],
    [0.95, 0.1],
    [0.78, -0.25],
    [0.5, -0.5],
    [0.2, -0.35],
  ], true);
  return humanoid(look, {
    skin: personSkin(look),
    top: robe,
    bottom: robe,
    skirt: isFairy ? "short" : "long",
    skirtMaterial: robe,
    hair: "long",
    hairMaterial: look.skin("hair", fur, "#e8cc7c"),
    belt: metal(hex("#e0b03c")),
    bulk: 0.95,
    ears: isFairy ? "elf" : "human",
    ...(isFairy
      ? held(look, (own) => wand(own), 0.4, 0.3)
      : { arms: look.isHolding ? "hold" as const : "wide" as const }),
    extras: [
      isFairy
        ? backWings(wing.map(([x, y]) => [x * 0.85, y * 1.1]), {
          ...polished(hex("#bce4f0")),
          opacity: 0.75,
          glow: 0.3,
        })
        : [
          backWings(wing, plume),
          mirrored(row(7, (_, t) =>
            part(ball(0.07, 0.26, 0.025), plume, {
              at: [0.3 + t * 0.58, 1.18 + 0.1 * Math.sin(t * 3), -0.24 - t * 0.19],
              turn: [0, 18, -18 + t * 30],
            }))),
        ],
      isFairy ? [] : part(torus(0.21, 0.04), glowing(hex("#f8d850")), {
        at: [0, HEAD[1] + 0.4, HEAD[2]],
        turn: [8, 0, 0],
      }),
    ],
  });
}

function mermaid(look: Look): Parts {
  const tail = look.skin("primary tail", scales, ["#2c9c8c", "#3c74c8", "#8c5cc8"]);
  const figure = humanoid(look, {
    skin: personSkin(look),
    top: personSkin(look),
    bottom: tail,
    hair: "long",
    hairMaterial: look.skin("hair", fur, ["#c8442c", "#e0b85c", "#3c2618"]),
    arms: look.isHolding ? "hold" : "wide",
    isLegless: true,
  });
  const upper = "parts" in figure ? figure.parts : figure;
  return [
    upper,
    part(
      tube([[0, 1.12, 0], [0, 0.9, 0], [0, 0.45, 0.12], [0, 0.08, 0.0], [0.05, -0.2, -0.3]], [
        0.23,
        0.25,
        0.2,
        0.12,
        0.06,
      ]),
      tail,
    ),
    mirrored(
      part(
        extrude(
          smoothLine(
            [[0, 0], [0.25, 0.06], [0.5, 0.28], [0.56, 0.06], [0.36, -0.16], [0.1, -0.14]],
            true,
          ),
          0.05,
          { bevel: 0.1 },
        ),
        tail,
        { at: [0.02, -0.22, -0.36], turn: [-50, 0, 0] },
      ),
    ),
    mirrored(part(ball(0.1, 0.1, 0.07), polished(hex("#d87c9c")), { at: [0.1, 1.3, 0.14] })),
    part(torus(0.215, 0.06), metal(hex("#e0b03c")), { at: [0, 1.05, 0], scale: [1, 1, 0.8] }),
  ];
}

function santa(look: Look): Figure {
  const red = look.skin("primary suit coat", cloth, "#c81e24");
  const white = fur(hex("#fbfaf6"));
  return humanoid(look, {
    skin: skin(hex("#f0c4a8")),
    top: red,
    bottom: red,
    bulk: 1.34,
    legs: 0.9,
    hat: "santa",
    hair: "short",
    hairMaterial: white,
    beard: "long",
    belt: leather(hex("#221c1a")),
    gloves: cloth(hex("#f6f4ee")),
    nose: skin(hex("#e07868")),
    extras: [
      part(torus(0.27, 0.09), white, { at: [0, 0.88, 0], scale: [1, 1, 0.85] }),
      part(ball(0.29, 0.26, 0.14), red, { at: [0, 1.12, 0.12] }),
      part(box(0.08, 0.4, 0.05, 0.03), white, { at: [0, 1.22, 0.245], turn: [-6, 0, 0] }),
      group(
        { at: [0.3, 1.2, -0.34] },
        part(ball(0.34, 0.42, 0.28), leather(hex("#7c5430"))),
        part(torus(0.12, 0.05), matte(hex("#e0c07c")), { at: [-0.03, 0.4, 0] }),
        part(ball(0.13, 0.1, 0.12), leather(hex("#7c5430")), { at: [-0.03, 0.48, 0] }),
      ),
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

/** Nouns of the category "humanoids". */
export const HUMANOIDS: readonly Noun[] = nounsOf("humanoids", [
  [
    "man, woman, person, human, lady, gentleman, character, dancer, teacher, grandfather, grandmother, detective, businessman, traveler, adventurer, hero, thief, rogue, bard",
    1.8,
    (look) => person(look),
  ],
  ["child, boy, girl, kid, baby, toddler, student", 1.2, child],
  ["knight, paladin, crusader", 1.9, knight],
  ["wizard, mage, sorcerer, warlock, merlin, druid, shaman", 1.8, (look) => wizard(look)],
  ["witch, sorceress, enchantress", 1.7, (look) => wizard(look, true)],
  ["astronaut, spaceman, cosmonaut", 1.9, astronaut],
  ["samurai, ronin, shogun", 1.8, samurai],
  ["ninja, assassin, shinobi", 1.7, ninja],
  ["pirate, captain, pirate captain, buccaneer", 1.8, pirate],
  ["king, emperor, pharaoh", 1.8, (look) => royal(look, false)],
  ["queen, princess, empress", 1.7, (look) => royal(look, true)],
  ["viking, barbarian", 1.9, viking],
  ["elf, elven warrior", 1.8, elf],
  ["dwarf, gnome, garden gnome, hobbit", 1.2, dwarf],
  ["archer, ranger, hunter, robin hood", 1.8, archer],
  ["warrior, gladiator, spartan, roman soldier, centurion, soldier statue", 1.9, warrior],
  ["soldier, army soldier, marine, toy soldier", 1.8, soldier],
  ["cowboy, cowgirl, sheriff", 1.8, cowboy],
  ["chef, cook, baker", 1.8, chef],
  ["superhero, superheroine, super hero", 1.9, superhero],
  ["clown, jester, joker", 1.8, clown],
  ["monk, priest, nun", 1.8, monk],
  ["angel, fairy, pixie", 1.7, angel],
  ["mermaid, merman, siren", 1.7, mermaid],
  ["santa, santa claus, father christmas", 1.8, santa],
  [
    "farmer, doctor, nurse, firefighter, fireman, police officer, policeman, cop, builder, worker, construction worker, scientist, gardener, miner, engineer, mechanic",
    1.8,
    worker,
  ],
]);
