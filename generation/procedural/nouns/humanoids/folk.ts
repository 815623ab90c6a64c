/**
 * People of fairy tales.
 *
 * @module
 */
import { backWings, HEAD, humanoid, personHair, personSkin } from "../../builders/humanoid.ts";
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
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  scales,
  skin,
  smoothLine,
  striped,
  torus,
  tube,
  velvet,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";
import { bow, staff, wand } from "../weapons/arms.ts";
import { axe } from "../weapons/blades.ts";
import { held } from "./held.ts";

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

/** People of fairy tales. */
export const FOLK: readonly Noun[] = nounsOf("humanoids", [
  ["wizard, mage, sorcerer, warlock, merlin, druid, shaman", 1.8, (look) => wizard(look)],
  ["witch, sorceress, enchantress", 1.7, (look) => wizard(look, true)],
  ["elf, elven warrior", 1.8, elf],
  ["dwarf, gnome, garden gnome, hobbit", 1.2, dwarf],
  ["angel, fairy, pixie", 1.7, angel],
  ["mermaid, merman, siren", 1.7, mermaid],
  ["santa, santa claus, father christmas", 1.8, santa],
]);
