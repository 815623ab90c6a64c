/**
 * Monsters on two legs.
 *
 * @module
 */
import { HEAD, HEAD_RADIUS, humanoid } from "../../builders/humanoid.ts";
import { eye } from "../../builders/quadruped.ts";
import {
  around,
  ball,
  blob,
  bone,
  cloth,
  extrude,
  fur,
  group,
  hex,
  lathe,
  leather,
  lump,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  skin,
  stone,
  torus,
  tube,
  where,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";
import { axe, trident } from "../weapons/blades.ts";
import { batWing } from "./bat_wing.ts";

function beastMan(look: Look, kind: "werewolf" | "minotaur" | "yeti"): Figure {
  const hair = look.skin(
    "primary fur",
    fur,
    { werewolf: ["#5c544c", "#4c3c30"], minotaur: ["#6c4028"], yeti: ["#eef2f6"] }[kind],
  );
  const face = kind === "yeti" ? skin(hex("#8ca8c0")) : hair;
  const [, y, z] = HEAD;
  const horn = polished(hex("#efe4c8"));
  return humanoid(look, {
    skin: hair,
    top: kind === "yeti" ? hair : where(
      ({ at }) => at[2] > 0.1 && at[1] > 1.1,
      skin(hex(kind === "minotaur" ? "#a86c48" : "#8c7c6c")),
      hair,
    ),
    bottom: kind === "yeti" ? hair : cloth(hex("#5c4434")),
    sleeves: hair,
    shoes: hair,
    bulk: 1.5,
    arms: look.isHolding ? "hold" : "wide",
    isEyeless: true,
    mouth: "none",
    ears: "none",
    legs: 0.92,
    ...(kind === "minotaur" && !look.isHolding
      ? {
        arms: "hold" as const,
        held: group({ scale: 0.6, at: [0, 0.35, 0] }, axe(look.plain(), true)),
      }
      : {}),
    extras: [
      part(
        blob([
          lump([0, y, z], [0.26, 0.27, 0.27]),
          kind === "yeti" ? lump([0, y - 0.06, z + 0.17], [0.17, 0.17, 0.12]) : bone(
            [0, y - 0.06, z + 0.12],
            [0, y - 0.12, z + 0.42],
            0.16,
            kind === "minotaur" ? 0.14 : 0.1,
          ),
        ], 0.08),
        kind === "yeti"
          ? where(
            ({ at }) => at[2] > z + 0.18 && Math.hypot(at[0], at[1] - y + 0.03) < 0.2,
            face,
            hair,
          )
          : hair,
      ),
      mirrored(
        eye([0.11, y + 0.07, z + 0.25], 0.042, kind === "werewolf" ? "#f0c02c" : "#c82418"),
        kind === "werewolf"
          ? part(lathe([[0.09, 0], [0, 0.26]], { smooth: false }), hair, {
            at: [0.15, y + 0.2, z],
            turn: [0, 0, -14],
            scale: [1, 1, 0.5],
          })
          : [],
        kind === "minotaur"
          ? part(
            tube([[0.18, y + 0.16, z], [0.42, y + 0.2, z + 0.02], [0.52, y + 0.45, z + 0.08]], [
              0.08,
              0.07,
              0.012,
            ]),
            horn,
          )
          : [],
        kind === "minotaur"
          ? part(ball(0.12, 0.06, 0.04), hair, { at: [0.32, y + 0.06, z - 0.02] })
          : [],
        kind === "yeti"
          ? part(
            tube(
              [[0.15, y + 0.2, z + 0.05], [0.24, y + 0.32, z + 0.05], [0.22, y + 0.44, z + 0.1]],
              [0.05, 0.045, 0.01],
            ),
            matte(hex("#8c94a0")),
          )
          : [],
        row(
          3,
          (i) =>
            part(lathe([[0.025, 0], [0, 0.1]]), horn, {
              at: [0.72 * 1.5 + (i - 1) * 0.05 - 0.02, 1.02, 0.2],
              turn: [120, 0, 0],
            }),
        ).slice(look.isHolding || kind === "minotaur" ? 3 : 0),
        part(lathe([[0, -0.08], [0.022, 0]]), polished(hex("#fdfaf0")), {
          at: [0.06, y - 0.2, z + (kind === "yeti" ? 0.27 : 0.42)],
        }),
      ),
      kind === "yeti"
        ? part(
          tube(
            [[-0.09, y - 0.18, z + 0.27], [0, y - 0.16, z + 0.29], [0.09, y - 0.18, z + 0.27]],
            0.025,
          ),
          matte(hex("#2b2024")),
        )
        : part(ball(0.06, 0.045, 0.04), polished(hex("#1c1614")), {
          at: [0, y - 0.07, z + (kind === "minotaur" ? 0.55 : 0.52)],
        }),
      kind === "minotaur"
        ? part(torus(0.06, 0.025), metal(hex("#e0b03c")), {
          at: [0, y - 0.18, z + 0.56],
          turn: [90, 0, 0],
        })
        : [],
      row(
        40,
        (i) =>
          part(ball(0.1), hair, {
            at: [Math.sin(i * 2.4) * 0.3, 1.48 - (i / 40) * 0.2, Math.cos(i * 2.4) * 0.2 - 0.02],
            bump: { height: 0.03, scale: 16 },
          }),
      ),
    ],
  });
}

function brute(look: Look, kind: "goblin" | "orc" | "troll" | "ogre" | "cyclops"): Figure {
  const hide = look.skin(
    "primary skin",
    skin,
    {
      goblin: "#6c9c3c",
      orc: "#4c7c44",
      troll: "#6c8478",
      ogre: "#a89c5c",
      cyclops: "#d09c78",
    }[kind],
  );
  const cover = look.skin("secondary", leather, "#6c4428");
  const [, y, z] = HEAD;
  const small = kind === "goblin";
  const r = HEAD_RADIUS * (small ? 1.35 : 1.05);
  const headY = y + (small ? 0.063 : 0.009);
  return humanoid(look, {
    skin: hide,
    top: small ? cover : hide,
    bottom: cover,
    sleeves: hide,
    shoes: hide,
    bulk: small ? 0.95 : 1.55,
    legs: small ? 0.6 : 0.88,
    headSize: small ? 1.35 : 1.05,
    ears: kind === "cyclops" ? "human" : "elf",
    mouth: "flat",
    belt: leather(hex("#33241c")),
    skirt: "short",
    skirtMaterial: cover,
    hair: kind === "orc" ? "ponytail" : "none",
    hairMaterial: fur(hex("#221c18")),
    eyes: "#e0b81c",
    isEyeless: kind === "cyclops",
    nose: hide,
    ...(look.isHolding ? {} : {
      held: small ? group({ scale: 0.5, at: [0, 0.3, 0] }, club()) : group(
        { scale: 0.72, at: [0, 0.5, 0] },
        kind === "orc" ? axe(look.plain(), true) : club(),
      ),
    }),
    extras: [
      kind === "cyclops"
        ? [
          part(ball(0.13, 0.13, 0.07), { ...matte(hex("#fbf8f0")), gloss: 0.6 }, {
            at: [0, headY + 0.06, z + 0.22],
          }),
          part(ball(0.07, 0.07, 0.05), polished(hex("#2c74b4")), {
            at: [0, headY + 0.06, z + 0.275],
          }),
          part(ball(0.035), polished(hex("#141214")), { at: [0, headY + 0.06, z + 0.3] }),
          part(
            tube([[-0.16, headY + 0.2, z + 0.2], [0, headY + 0.23, z + 0.26], [
              0.16,
              headY + 0.2,
              z + 0.2,
            ]], 0.035),
            fur(hex("#4c2c1c")),
          ),
        ]
        : mirrored(
          part(lathe([[0.03, 0], [0, 0.13]]), polished(hex("#f6eed4")), {
            at: [r * 0.3, headY - r * 0.52, z + r * 0.86],
          }),
        ),
      small
        ? part(lathe([[r * 0.2, 0], [r * 0.12, r * 0.4], [0, r * 0.65]], { smooth: true }), hide, {
          at: [0, headY - r * 0.05, z + r * 0.85],
          turn: [105, 0, 0],
        })
        : [],
      small
        ? mirrored(
          part(lathe([[r * 0.32, 0], [r * 0.25, r * 0.5], [0, r * 1.15]], { smooth: true }), hide, {
            at: [r * 0.8, headY + r * 0.02, z],
            turn: [-10, 0, -72],
            scale: [0.4, 1, 1],
          }),
        )
        : [],
      kind === "orc" || kind === "troll"
        ? [
          part(lathe([[0.2, -0.05], [0.17, 0.1], [0, 0.15]]), wornPlate(), {
            at: [0.42, 1.42, 0],
            turn: [0, 0, -30],
          }),
          row(
            3,
            (i) =>
              part(lathe([[0.04, 0], [0, 0.16]]), polished(hex("#e4dcc4")), {
                at: [0.4 + i * 0.07, 1.52 - i * 0.045, 0],
                turn: [0, 0, -20 - i * 15],
              }),
          ),
        ]
        : [],
    ],
  });
}

function wornPlate(): Material {
  return metal(hex("#5c636c"));
}

function club(): Parts {
  return [
    part(
      lathe([[0, -0.9], [0.1, -0.9], [0.11, -0.4], [0.24, 0.5], [0.26, 0.75], [0, 0.95]], {
        smooth: true,
      }),
      wood(hex("#6c4a2c")),
      { bump: { height: 0.03, scale: 7 } },
    ),
    around(
      5,
      (i) =>
        part(lathe([[0.05, 0], [0, 0.16]]), metal(hex("#9aa2ac")), {
          at: [0, 0.4 + (i % 2) * 0.25, 0.22],
          turn: [90, 0, 0],
        }),
    ),
  ];
}

function demon(look: Look): Figure {
  const hide = look.skin("primary skin", skin, "#b4241c");
  const wing = look.skin("wing secondary", leather, "#4c1418");
  const [, y, z] = HEAD;
  const horn = polished(hex("#33262a"));
  const isGargoyle = look.says("gargoyle");
  const rocky = isGargoyle ? stone(hex("#84847e")) : undefined;
  const own = rocky ?? hide;
  return humanoid(look, {
    skin: own,
    top: own,
    bottom: rocky ?? leather(hex("#33221e")),
    sleeves: own,
    shoes: rocky ?? horn,
    bulk: 1.22,
    hair: "none",
    ears: "elf",
    mouth: "fangs",
    eyes: "#f8d020",
    ...(look.isHolding || isGargoyle
      ? {}
      : { held: group({ scale: 0.72 }, trident(look.plain())) }),
    arms: isGargoyle ? "wide" : "hold",
    extras: [
      mirrored(
        part(
          tube(
            [[0.13, y + 0.18, z + 0.08], [0.26, y + 0.34, z + 0.06], [0.24, y + 0.52, z + 0.12]],
            [0.06, 0.05, 0.01],
          ),
          rocky ?? horn,
        ),
        group({ at: [0.08, 1.28, -0.16], turn: [0, 20, 0] }, batWing(rocky ?? wing, own, 0.75)),
      ),
      part(
        tube([[0, 0.9, -0.18], [0.05, 0.6, -0.5], [0.25, 0.45, -0.65], [0.4, 0.62, -0.7]], [
          0.05,
          0.04,
          0.03,
          0.025,
        ]),
        own,
      ),
      part(
        extrude([[0, 0.16], [0.1, -0.02], [0, 0.02], [-0.1, -0.02]], 0.04, { bevel: 0.04 }),
        own,
        { at: [0.42, 0.66, -0.7], turn: [0, 0, -30] },
      ),
    ],
  });
}

/** Monsters on two legs. */
export const BRUTES: readonly Noun[] = nounsOf("monsters", [
  ["werewolf", 2.1, (look) => beastMan(look, "werewolf")],
  ["minotaur", 2.5, (look) => beastMan(look, "minotaur")],
  ["yeti, bigfoot, sasquatch, abominable snowman", 2.6, (look) => beastMan(look, "yeti")],
  ["goblin, imp, gremlin, kobold, hobgoblin", 1.1, (look) => brute(look, "goblin")],
  ["orc", 2, (look) => brute(look, "orc")],
  ["troll", 2.8, (look) => brute(look, "troll")],
  ["ogre, giant", 2.8, (look) => brute(look, "ogre")],
  ["cyclops", 3, (look) => brute(look, "cyclops")],
  ["demon, devil, gargoyle, balrog", 2, demon],
]);
