/**
 * People of history and legend.
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
import {
  ball,
  box,
  cloth,
  cylinder,
  extrude,
  fur,
  group,
  hex,
  leather,
  matte,
  metal,
  part,
  type Parts,
  polished,
  row,
  star,
  torus,
  tube,
  velvet,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";
import { bow } from "../weapons/arms.ts";
import { axe, katana, spear, sword } from "../weapons/blades.ts";
import { shield } from "../weapons/gear.ts";
import { held } from "./held.ts";

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

/** People of history and legend. */
export const HEROES: readonly Noun[] = nounsOf("humanoids", [
  ["knight, paladin, crusader", 1.9, knight],
  ["samurai, ronin, shogun", 1.8, samurai],
  ["ninja, assassin, shinobi", 1.7, ninja],
  ["pirate, captain, pirate captain, buccaneer", 1.8, pirate],
  ["king, emperor, pharaoh", 1.8, (look) => royal(look, false)],
  ["queen, princess, empress", 1.7, (look) => royal(look, true)],
  ["viking, barbarian", 1.9, viking],
  ["archer, ranger, hunter, robin hood", 1.8, archer],
  ["warrior, gladiator, spartan, roman soldier, centurion, soldier statue", 1.9, warrior],
  ["monk, priest, nun", 1.8, monk],
]);
