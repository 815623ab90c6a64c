/**
 * Large wild animals.
 *
 * @module
 */
import { quadruped } from "../../builders/quadruped.ts";
import {
  coat,
  fur,
  gradient,
  hex,
  mirrored,
  part,
  polished,
  sheet,
  skin,
  spotted,
  striped,
  tube,
  where,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";
import { NOSE } from "./markings.ts";

function fox(look: Look): Figure {
  const body = look.skin("primary fur", fur, "#d86a24");
  return quadruped(look, {
    body,
    belly: look.skin("secondary belly chest tail", fur, "#f6efe4"),
    socks: fur(hex("#33261f")),
    length: 1.0,
    height: 0.5,
    girth: 0.21,
    legs: 0.065,
    neck: 0.22,
    neckRise: 0.8,
    head: 0.23,
    snout: 0.25,
    snoutWidth: 0.08,
    ears: "pointed",
    earSize: 0.23,
    tail: "brush",
    tailTip: "#f6efe4",
    nose: NOSE,
    eyes: ["#c8862c"],
    cheeks: true,
  });
}

function wolf(look: Look): Figure {
  return quadruped(look, {
    body: look.skin("primary fur", fur, ["#7c7c80", "#5c5c62", "#8c8478"]),
    belly: look.skin("secondary belly", fur, "#d4d0c8"),
    length: 1.2,
    height: 0.66,
    girth: 0.26,
    legs: 0.085,
    neck: 0.3,
    neckRise: 0.7,
    head: 0.25,
    snout: 0.28,
    snoutWidth: 0.1,
    ears: "pointed",
    earSize: 0.2,
    tail: "brush",
    nose: NOSE,
    eyes: ["#e0b02c"],
    cheeks: true,
    ruff: true,
  });
}

function bear(look: Look): Figure {
  const polar = look.says("polar ice");
  return quadruped(look, {
    body: look.skin("primary fur", fur, polar ? "#f0ece0" : ["#6c4428", "#4c3020"]),
    belly: look.skin("secondary belly", fur, polar ? "#f4f0e6" : "#7c5434"),
    length: 1.15,
    height: 0.5,
    girth: 0.42,
    legs: 0.15,
    neck: 0.18,
    neckRise: 0.4,
    head: 0.32,
    snout: 0.2,
    snoutWidth: 0.14,
    ears: "round",
    earSize: 0.13,
    tail: "stub",
    nose: NOSE,
    snoutColour: polar ? undefined : "#b08458",
  });
}

function panda(look: Look): Figure {
  const white = look.skin("primary fur", fur, "#f2f0ea");
  const black = look.skin("secondary", fur, "#242428");
  return quadruped(look, {
    body: where(({ at }) => at[2] > 0.12 && at[2] < 0.52 && at[1] > 0.2, black, white),
    belly: white,
    socks: black,
    sockShare: 1,
    earMaterial: black,
    length: 1.05,
    height: 0.44,
    girth: 0.43,
    legs: 0.16,
    neck: 0.16,
    neckRise: 0.55,
    head: 0.35,
    snout: 0.14,
    snoutWidth: 0.14,
    ears: "round",
    earSize: 0.14,
    tail: "stub",
    nose: NOSE,
    eyePatch: black,
    headMaterial: white,
  });
}

function lion(look: Look): Figure {
  const body = look.skin("primary fur", coat, "#cc9648");
  return quadruped(look, {
    body,
    belly: look.skin("belly", coat, "#e4c48c"),
    mane: look.skin("secondary mane", fur, ["#7c441c", "#8c5424"]),
    length: 1.25,
    height: 0.62,
    girth: 0.3,
    legs: 0.1,
    neck: 0.3,
    neckRise: 0.75,
    head: 0.29,
    snout: 0.2,
    snoutWidth: 0.14,
    ears: "round",
    earSize: 0.1,
    tail: "tuft",
    nose: "#4c2c24",
    eyes: ["#c8862c"],
    snoutColour: "#ecd4a4",
  });
}

function tiger(look: Look): Figure {
  const orange = look.skin("primary fur", coat, look.says("white") ? "#f0ece4" : "#e0822c");
  const stripes = striped("z", 6.5, orange, coat(hex("#241c18")), { share: 0.7, wobble: 0.24 });
  return quadruped(look, {
    body: stripes,
    belly: look.skin("belly", coat, "#f4ece0"),
    length: 1.3,
    height: 0.6,
    girth: 0.29,
    legs: 0.1,
    neck: 0.28,
    neckRise: 0.6,
    head: 0.28,
    snout: 0.17,
    snoutWidth: 0.14,
    ears: "round",
    earSize: 0.11,
    tail: "long",
    nose: "#b46c5c",
    eyes: ["#c8a02c"],
    snoutColour: "#f6f0e6",
    cheeks: true,
  });
}

function leopard(look: Look): Figure {
  const base = look.skin("primary fur", coat, look.says("black panther") ? "#222226" : "#d8a24c");
  return quadruped(look, {
    body: look.says("panther black") ? base : spotted(8, 0.36, base, coat(hex("#2b2018"))),
    belly: look.says("panther") ? base : coat(hex("#f0e2c8")),
    length: 1.3,
    height: 0.58,
    girth: 0.25,
    legs: 0.085,
    neck: 0.26,
    neckRise: 0.6,
    head: 0.25,
    snout: 0.16,
    snoutWidth: 0.12,
    ears: "round",
    earSize: 0.1,
    tail: "long",
    nose: "#4c2c24",
    eyes: ["#c8c02c"],
  });
}

function deer(look: Look): Figure {
  const hair = look.skin("primary", coat, ["#a8703c", "#8c5c34"]);
  return quadruped(look, {
    body: where(
      ({ at, normal }) => at[1] > 0.8 && normal[1] > 0.25,
      spotted(11, 0.2, hair, coat(hex("#f0e4cc"))),
      hair,
    ),
    belly: look.skin("belly", coat, "#efe2cc"),
    length: 1.05,
    height: 0.85,
    girth: 0.22,
    legs: 0.055,
    neck: 0.52,
    neckRise: 1.3,
    head: 0.19,
    snout: 0.27,
    snoutWidth: 0.085,
    ears: "side",
    earSize: 0.24,
    tail: "stub",
    hooves: "#2b221c",
    horns: look.says("reindeer moose elk stag buck deer") ? "antlers" : undefined,
    nose: look.says("rudolph") ? "#e02020" : NOSE,
  });
}

function giraffe(look: Look): Figure {
  const tan = look.skin("primary", coat, "#ecc87c");
  return quadruped(look, {
    body: { ...tan, colour: (spot) => spotted(5.2, 0.5, tan, coat(hex("#a8622c"))).colour(spot) },
    belly: tan,
    length: 0.95,
    height: 1.0,
    girth: 0.27,
    legs: 0.065,
    neck: 1.25,
    neckRise: 2.6,
    head: 0.17,
    snout: 0.3,
    snoutWidth: 0.09,
    ears: "side",
    earSize: 0.17,
    tail: "tuft",
    hooves: "#5c4028",
    horns: "ossicones",
    crest: coat(hex("#8c5424")),
  });
}

function camel(look: Look): Figure {
  const hair = look.skin("primary", coat, "#cc9c60");
  const figure = quadruped(look, {
    body: hair,
    belly: hair,
    length: 1.2,
    height: 0.92,
    girth: 0.3,
    legs: 0.075,
    neck: 0.68,
    neckRise: 0.95,
    head: 0.19,
    snout: 0.3,
    snoutWidth: 0.11,
    ears: "round",
    earSize: 0.09,
    tail: "tuft",
    humps: 2,
    nostrils: true,
  });
  return figure;
}

function elephant(look: Look): Figure {
  const hide = look.skin("primary", skin, ["#8c8c92", "#9c9494"]);
  const tusk = polished(hex("#f4ecd8"));
  const figure = quadruped(look, {
    body: hide,
    belly: hide,
    length: 1.2,
    height: 0.68,
    girth: 0.5,
    legs: 0.17,
    neck: 0.16,
    neckRise: 0.5,
    head: 0.4,
    snout: 0.05,
    snoutWidth: 0.2,
    ears: "none",
    earSize: 0,
    tail: "tuft",
    toes: "#e4dcc8",
    noNose: true,
  });
  const [, y, z] = figure.head!;
  const mid = y - 0.36;
  const mammoth = look.says("mammoth");
  return {
    ...figure,
    parts: [
      figure.parts,
      part(
        tube([
          [0, mid + 0.02, z + 0.26],
          [0, mid - 0.2, z + 0.5],
          [0, mid - 0.6, z + 0.55],
          [0, mid - 0.92, z + 0.6],
          [0, mid - 0.95, z + 0.82],
          [0, mid - 0.82, z + 0.92],
        ], [0.2, 0.17, 0.12, 0.09, 0.075, 0.06]),
        striped("v", 22, hide, skin(hex("#74747a")), { share: 0.82 }),
      ),
      mirrored(
        part(
          tube([[0.19, mid - 0.18, z + 0.26], [0.24, mid - 0.42, z + 0.5], [
            0.22,
            mid - 0.4,
            z + 0.8,
          ], [0.2, mid - 0.25, z + (mammoth ? 1.05 : 0.92)]], [0.07, 0.065, 0.045, 0.012]),
          tusk,
        ),
        part(
          sheet((u, v) => {
            const a = (u - 0.5) * 3.4;
            const r = v * 0.55 * (1 + 0.12 * Math.cos(a * 2));
            return [
              0.28 + r * Math.cos(a) * 0.95,
              mid + 0.08 + r * Math.sin(a) * 1.05 - v * v * 0.06,
              z - 0.08 - 0.28 * v * v,
            ];
          }),
          gradient("v", 0.2, 0.8, hide, skin(hex("#a89494"))),
          { thin: true },
        ),
        part(
          sheet((u, v) => {
            const a = (u - 0.5) * 3.4;
            const r = v * 0.55 * (1 + 0.12 * Math.cos(a * 2));
            return [
              0.28 + r * Math.cos(a) * 0.95,
              mid + 0.08 + r * Math.sin(a) * 1.05 - v * v * 0.06,
              z - 0.11 - 0.28 * v * v,
            ];
          }),
          hide,
          { thin: true },
        ),
      ),
    ],
  };
}

function hippo(look: Look): Figure {
  const hide = look.skin("primary", skin, look.says("rhino rhinoceros") ? "#84807e" : "#8c7484");
  const figure = quadruped(look, {
    body: hide,
    belly: hide,
    length: 1.2,
    height: 0.42,
    girth: 0.5,
    legs: 0.16,
    neck: 0.14,
    neckRise: 0.2,
    head: 0.36,
    snout: 0.34,
    snoutWidth: 0.27,
    ears: "round",
    earSize: 0.09,
    tail: "stub",
    toes: "#d8ccb8",
    nostrils: true,
    noNose: true,
  });
  const [, y, z] = figure.head!;
  if (!look.says("rhino rhinoceros")) return figure;
  return {
    ...figure,
    parts: [
      figure.parts,
      [[0.5, 0.36, 0.13], [0.26, 0.2, 0.09]].map(([dz, h, r]) =>
        part(
          tube([[0, y - 0.3, z + dz], [0, y - 0.3 + h * 0.6, z + dz + 0.02], [
            0,
            y - 0.3 + h * 1.4,
            z + dz - 0.06,
          ]], [r, r * 0.6, 0.01]),
          polished(hex("#d8ccb4")),
        )
      ),
    ],
  };
}

/** Large wild animals. */
export const WILD_ANIMALS: readonly Noun[] = nounsOf("animals", [
  ["deer, reindeer, stag, moose, elk, fawn, antelope, gazelle", 1.9, deer],
  ["giraffe", 4.5, giraffe],
  ["camel, llama, alpaca", 2.4, camel],
  ["elephant, mammoth, baby elephant", 4, elephant],
  ["hippo, hippopotamus, rhino, rhinoceros", 3, hippo],
  ["lion, lioness", 2, lion],
  ["tiger, white tiger", 2, tiger],
  ["leopard, cheetah, jaguar, panther, black panther, lynx", 1.8, leopard],
  ["bear, grizzly, polar bear, brown bear, teddy bear, bear cub", 2, bear],
  ["panda, panda bear", 1.6, panda],
  ["fox, red fox, arctic fox", 0.9, fox],
  ["wolf, coyote, hyena", 1.4, wolf],
]);
