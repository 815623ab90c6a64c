/**
 * Nouns of the category "animals".
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  bone,
  coat,
  extrude,
  feathers,
  fur,
  gradient,
  group,
  hex,
  lathe,
  limb,
  lump,
  type Material,
  matte,
  mirrored,
  part,
  type Parts,
  patched,
  polished,
  row,
  scales,
  sheet,
  skin,
  smoothLine,
  spotted,
  striped,
  tube,
  type Vec3,
  where,
} from "../kit/mod.ts";
import { bird } from "../builders/bird.ts";
import { eye, quadruped } from "../builders/quadruped.ts";
import type { Look } from "../look.ts";
import { type Figure, type Noun, nounsOf } from "../noun.ts";

const WHITE = "#f0ece4";
const NOSE = "#241c1c";

function dog(look: Look): Figure {
  const hair = look.skin("primary fur", coat, ["#a8703c", "#c89858", "#5c4030", "#d8c09c"]);
  return quadruped(look, {
    body: hair,
    belly: look.skin("secondary belly chest", coat, "#ecdcc0"),
    length: 1.1,
    height: 0.62,
    girth: 0.27,
    legs: 0.09,
    neck: 0.3,
    neckRise: 0.85,
    head: 0.25,
    snout: 0.26,
    snoutWidth: 0.11,
    ears: "floppy",
    earSize: 0.27,
    tail: "up",
    nose: NOSE,
    collar: look.skin("collar accent", polished, "#c8242c"),
  });
}

function cat(look: Look): Figure {
  const base = look.skin("primary fur", fur, ["#d0803c", "#7c7874", "#2b2a2e", "#e8dcc8"]);
  const dark = {
    ...base,
    colour: (spot: Parameters<Material["colour"]>[0]) =>
      base.colour(spot).map((value) => value * 0.62) as unknown as Vec3,
  };
  return quadruped(look, {
    body: look.says("black white")
      ? base
      : striped("z", 5, base, dark, { share: 0.68, wobble: 0.22 }),
    belly: look.skin("secondary belly chest", fur, WHITE),
    length: 0.95,
    height: 0.5,
    girth: 0.22,
    legs: 0.07,
    neck: 0.2,
    neckRise: 0.9,
    head: 0.26,
    snout: 0.1,
    snoutWidth: 0.1,
    ears: "pointed",
    earSize: 0.2,
    tail: "curl",
    nose: "#d88c8c",
    eyes: ["#7cb83c", "#e0b02c", "#4ca4d8"],
    slitEyes: true,
    whiskers: true,
  });
}

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

function horse(look: Look, kind: "horse" | "zebra" | "unicorn" | "donkey" = "horse"): Figure {
  const white = look.skin(
    "primary",
    coat,
    kind === "zebra" || kind === "unicorn"
      ? "#f2f0ec"
      : kind === "donkey"
      ? "#8c8078"
      : ["#8c5430", "#5c3820", "#c8945c", "#33261f"],
  );
  const mane = look.skin(
    "secondary mane tail",
    fur,
    kind === "unicorn"
      ? ["#e88cc4", "#a07ce0", "#7cc4e8"]
      : kind === "zebra"
      ? "#222224"
      : ["#241a14", "#e8d8b4"],
  );
  return quadruped(look, {
    body: kind === "zebra"
      ? striped("z", 6.5, white, coat(hex("#222224")), { share: 0.54, wobble: 0.16 })
      : white,
    belly: white,
    socks: kind === "horse" ? coat(hex("#efe8dc")) : undefined,
    sockShare: 0.22,
    length: 1.25,
    height: 0.92,
    girth: 0.29,
    legs: 0.075,
    neck: 0.62,
    neckRise: 1.25,
    head: 0.2,
    snout: 0.42,
    snoutWidth: 0.11,
    ears: "upright",
    earSize: kind === "donkey" ? 0.3 : 0.15,
    tail: "hair",
    hooves: kind === "unicorn" ? "#d8b04c" : "#2b221c",
    crest: mane,
    horn: kind === "unicorn" ? look.skin("horn accent", polished, "#f0c850") : undefined,
    nostrils: true,
  });
}

function cow(look: Look): Figure {
  const white = look.skin("primary", coat, "#f2efe8");
  return quadruped(look, {
    body: patched(
      2.1,
      0.48,
      white,
      look.skin("secondary spot patch", coat, ["#2b2624", "#7a4424"]),
    ),
    belly: white,
    length: 1.35,
    height: 0.66,
    girth: 0.38,
    legs: 0.1,
    neck: 0.3,
    neckRise: 0.55,
    head: 0.25,
    snout: 0.26,
    snoutWidth: 0.17,
    snoutColour: "#e8b0a4",
    ears: "side",
    earSize: 0.2,
    tail: "tuft",
    hooves: "#3c302a",
    horns: "short",
    udder: true,
    nostrils: true,
  });
}

function bull(look: Look): Figure {
  const hide = look.skin("primary", coat, look.says("bison buffalo yak") ? "#5c3c24" : "#33241e");
  return quadruped(look, {
    body: hide,
    belly: hide,
    length: 1.35,
    height: 0.6,
    girth: 0.44,
    legs: 0.12,
    neck: 0.26,
    neckRise: 0.35,
    head: 0.29,
    snout: 0.24,
    snoutWidth: 0.18,
    ears: "side",
    earSize: 0.17,
    tail: "tuft",
    hooves: "#1c1614",
    horns: "long",
    nostrils: true,
    ...(look.says("bison buffalo yak") ? { ruff: true, mane: fur(hex("#4c2f1c")) } : {}),
  });
}

function pig(look: Look): Figure {
  const hide = look.skin("primary", skin, ["#f0a8a4", "#eeb4a8"]);
  return quadruped(look, {
    body: hide,
    belly: hide,
    length: 1.1,
    height: 0.36,
    girth: 0.42,
    legs: 0.11,
    neck: 0.12,
    neckRise: 0.3,
    head: 0.33,
    snout: 0.18,
    snoutWidth: 0.16,
    flatSnout: "#e88c8c",
    ears: "pointed",
    earSize: 0.19,
    tail: "spiral",
    hooves: "#8c5c54",
  });
}

function sheep(look: Look): Figure {
  const wool = look.skin("primary wool", fur, "#f2ece0");
  const face = look.skin("secondary face head leg", skin, "#33292a");
  return quadruped(look, {
    body: wool,
    belly: wool,
    headMaterial: face,
    socks: face,
    sockShare: 1,
    length: 1.05,
    height: 0.46,
    girth: 0.36,
    legs: 0.07,
    neck: 0.22,
    neckRise: 0.6,
    head: 0.21,
    snout: 0.2,
    snoutWidth: 0.12,
    ears: "side",
    earSize: 0.17,
    tail: "stub",
    woolly: true,
    hooves: "#1c1818",
    ...(look.says("ram") ? { horns: "curled" as const } : {}),
  });
}

function goat(look: Look): Figure {
  const hair = look.skin("primary", coat, ["#e8e0d0", "#8c7460"]);
  return quadruped(look, {
    body: hair,
    belly: hair,
    length: 1.05,
    height: 0.62,
    girth: 0.27,
    legs: 0.065,
    neck: 0.34,
    neckRise: 1.0,
    head: 0.2,
    snout: 0.26,
    snoutWidth: 0.1,
    ears: "side",
    earSize: 0.18,
    tail: "stub",
    hooves: "#2b221c",
    horns: "curled",
    beard: true,
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

function rabbit(look: Look): Figure {
  const hair = look.skin("primary fur", fur, ["#b09878", "#e8e0d4", "#8c8480"]);
  const white = fur(hex("#f6f2ea"));
  const pink = skin(hex("#eeb0ac"));
  return {
    head: [0, 1.55, 0.3],
    hand: [0, 0.6, 0.66],
    parts: [
      part(
        blob([
          lump([0, 0.5, -0.12], [0.46, 0.5, 0.56]),
          lump([0, 0.85, 0.12], [0.33, 0.4, 0.34]),
          lump([0, 1.22, 0.28], [0.31, 0.28, 0.32]),
          lump([0, 1.14, 0.48], [0.17, 0.13, 0.14]),
        ], 0.14),
        where(({ at }) => at[2] > 0.36 && at[1] < 0.98 && Math.abs(at[0]) < 0.24, white, hair),
      ),
      mirrored(
        part(
          blob([
            bone([0.13, 1.42, 0.2], [0.18, 2.02, 0.12], 0.09, 0.1),
            lump([0.18, 1.95, 0.12], [0.11, 0.2, 0.07]),
          ], 0.06),
          hair,
        ),
        part(ball(0.06, 0.28, 0.03), pink, { at: [0.165, 1.82, 0.215], turn: [-8, 0, -5] }),
        part(
          blob([
            lump([0.36, 0.3, -0.14], [0.2, 0.32, 0.34]),
            lump([0.34, 0.09, 0.2], [0.13, 0.1, 0.34]),
          ], 0.1),
          hair,
        ),
        part(
          blob([
            bone([0.18, 0.7, 0.36], [0.19, 0.16, 0.44], 0.11, 0.085),
            lump([0.19, 0.09, 0.5], [0.1, 0.08, 0.14]),
          ], 0.06),
          hair,
        ),
        eye([0.235, 1.27, 0.47], 0.062, "#241a18"),
      ),
      part(ball(0.045, 0.035, 0.03), pink, { at: [0, 1.19, 0.61] }),
      part(ball(0.19), white, { at: [0, 0.42, -0.68] }),
    ],
  };
}

function mouse(look: Look): Figure {
  const hair = look.skin("primary fur", fur, ["#9c9490", "#b08c68", "#e8e4e0"]);
  const pink = skin(hex("#eab0a8"));
  return {
    head: [0, 0.95, 0.5],
    parts: [
      part(
        blob([
          lump([0, 0.45, -0.2], [0.44, 0.42, 0.58]),
          lump([0, 0.58, 0.42], [0.29, 0.28, 0.34]),
          lump([0, 0.5, 0.76], [0.12, 0.11, 0.16]),
        ], 0.16),
        hair,
      ),
      mirrored(
        part(ball(0.27, 0.27, 0.06), hair, { at: [0.3, 0.9, 0.26], turn: [0, 14, -12] }),
        part(ball(0.2, 0.2, 0.05), pink, { at: [0.305, 0.9, 0.295], turn: [0, 14, -12] }),
        part(ball(0.1, 0.05, 0.16), pink, { at: [0.24, 0.05, 0.38] }),
        part(ball(0.11, 0.06, 0.2), pink, { at: [0.34, 0.06, -0.25] }),
        eye([0.18, 0.66, 0.66], 0.062, "#17120f"),
        [0.04, -0.02].map((dy) =>
          part(
            limb([0.06, 0.5 + dy, 0.84], [0.36, 0.52 + dy * 4, 0.86], 0.008),
            matte(hex("#f4f0ec")),
          )
        ),
      ),
      part(ball(0.055), pink, { at: [0, 0.53, 0.92] }),
      part(
        tube([[0, 0.25, -0.72], [0.1, 0.1, -1.0], [0.35, 0.08, -1.15], [0.5, 0.25, -1.35], [
          0.42,
          0.45,
          -1.5,
        ]], [0.07, 0.055, 0.045, 0.035, 0.015]),
        pink,
      ),
    ],
  };
}

function squirrel(look: Look): Figure {
  const hair = look.skin("primary fur", fur, ["#b4642c", "#7c7470"]);
  const pale = look.skin("secondary belly", fur, "#f4e6d0");
  return {
    head: [0, 1.4, 0.3],
    hand: [0, 0.78, 0.56],
    parts: [
      part(
        blob([
          lump([0, 0.45, 0], [0.36, 0.46, 0.38]),
          lump([0, 0.85, 0.14], [0.25, 0.3, 0.24]),
          lump([0, 1.15, 0.26], [0.23, 0.22, 0.25]),
          lump([0, 1.08, 0.46], [0.1, 0.09, 0.1]),
        ], 0.12),
        where(({ at }) => at[2] > 0.24 && Math.abs(at[0]) < 0.2 && at[1] < 1.0, pale, hair),
      ),
      part(
        tube([[0, 0.2, -0.35], [0, 0.45, -0.75], [0, 1.05, -0.78], [0, 1.55, -0.6], [
          0,
          1.75,
          -0.85,
        ], [0, 1.6, -1.02]], [0.12, 0.27, 0.33, 0.3, 0.22, 0.07]),
        { ...hair, fuzz: 0.035 },
      ),
      mirrored(
        part(lathe([[0.08, 0], [0.07, 0.1], [0, 0.24]], { smooth: true }), hair, {
          at: [0.14, 1.32, 0.2],
          turn: [0, 0, -14],
        }),
        part(
          blob([
            lump([0.28, 0.28, 0.02], [0.16, 0.26, 0.28]),
            lump([0.26, 0.06, 0.28], [0.1, 0.07, 0.24]),
          ], 0.06),
          hair,
        ),
        part(
          tube([[0.2, 0.88, 0.22], [0.24, 0.72, 0.4], [0.08, 0.76, 0.52]], [0.085, 0.07, 0.055]),
          hair,
        ),
        eye([0.17, 1.2, 0.42], 0.05, "#17120f"),
      ),
      part(ball(0.035), matte(hex("#3c2820")), { at: [0, 1.1, 0.55] }),
      part(ball(0.12, 0.14, 0.12), polished(hex("#a8743c")), { at: [0, 0.76, 0.56] }),
      part(lathe([[0, -0.02], [0.135, 0], [0.1, 0.08], [0, 0.1]]), matte(hex("#5c4028")), {
        at: [0, 0.82, 0.56],
      }),
    ],
  };
}

function monkey(look: Look): Figure {
  const hair = look.skin(
    "primary fur",
    fur,
    look.says("gorilla") ? "#2b2b30" : ["#6c4428", "#8c5c34"],
  );
  const face = look.skin(
    "secondary face belly",
    skin,
    look.says("gorilla") ? "#4c4648" : "#e0b48c",
  );
  const bulky = look.says("gorilla") ? 1.35 : 1;
  return {
    head: [0, 1.62, 0.06],
    hand: [0.62 * bulky, 0.32, 0.3],
    parts: [
      part(
        blob([
          lump([0, 0.45, -0.05], [0.36 * bulky, 0.42, 0.32 * bulky]),
          lump([0, 0.85, 0], [0.3 * bulky, 0.34, 0.26 * bulky]),
          lump([0, 1.34, 0.05], [0.29, 0.29, 0.27]),
        ], 0.12),
        where(
          ({ at }) =>
            at[2] > 0.16 && Math.abs(at[0]) < 0.22 * bulky && at[1] > 0.25 && at[1] < 0.95,
          face,
          hair,
        ),
      ),
      part(
        blob([
          lump([0.1, 1.4, 0.24], [0.14, 0.15, 0.09]),
          lump([-0.1, 1.4, 0.24], [0.14, 0.15, 0.09]),
          lump([0, 1.25, 0.28], [0.19, 0.14, 0.14]),
        ], 0.06),
        face,
      ),
      mirrored(
        part(ball(0.05, 0.13, 0.13), face, { at: [0.33, 1.38, 0.03] }),
        part(
          blob([
            bone([0.3 * bulky, 1.02, 0], [0.56 * bulky, 0.62, 0.1], 0.13 * bulky, 0.1 * bulky),
            bone([0.56 * bulky, 0.62, 0.1], [0.6 * bulky, 0.25, 0.28], 0.1 * bulky, 0.08),
          ], 0.05),
          hair,
        ),
        part(ball(0.1, 0.08, 0.12), face, { at: [0.61 * bulky, 0.18, 0.32] }),
        part(
          blob([
            bone([0.22, 0.35, 0.05], [0.42, 0.32, 0.42], 0.18, 0.12),
            bone([0.42, 0.32, 0.42], [0.32, 0.06, 0.38], 0.12, 0.08),
          ], 0.05),
          hair,
        ),
        part(ball(0.1, 0.06, 0.18), face, { at: [0.32, 0.05, 0.48] }),
        eye([0.1, 1.42, 0.32], 0.05, "#241812"),
        part(ball(0.018), matte(hex("#3c2820")), { at: [0.035, 1.3, 0.415] }),
      ),
      part(
        tube([[-0.14, 1.2, 0.385], [0, 1.175, 0.42], [0.14, 1.2, 0.385]], 0.014),
        matte(hex("#5c3428")),
      ),
      look.says("gorilla") ? [] : part(
        tube([[0, 0.2, -0.3], [0, 0.15, -0.7], [0.1, 0.5, -0.95], [0.1, 0.95, -0.85], [
          0.05,
          1.05,
          -0.65,
        ], [0.05, 0.9, -0.58]], [0.07, 0.06, 0.055, 0.05, 0.045, 0.03]),
        hair,
      ),
    ],
  };
}

function fish(look: Look, kind: "fish" | "shark" | "whale" | "dolphin"): Parts {
  const isFish = kind === "fish";
  const back = look.skin(
    "primary",
    isFish ? scales : skin,
    {
      fish: ["#f08a24", "#3c8cc8", "#e0b83c", "#c84c5c"],
      shark: ["#70808c"],
      whale: ["#3c5c84"],
      dolphin: ["#6c8ca8"],
    }[kind],
  );
  const belly = look.skin("secondary belly stripe", skin, isFish ? "#f6f2ea" : "#e8ecee");
  const clown = isFish && (look.says("clownfish clown nemo") || look.random() < 0.4);
  const [long, tall, wide] = {
    fish: [0.95, 0.5, 0.26],
    shark: [1.25, 0.34, 0.33],
    whale: [1.15, 0.52, 0.55],
    dolphin: [1.15, 0.3, 0.29],
  }[kind];
  const coat: Material = clown
    ? where(
      ({ at }) => [0.55, 0.02, -0.5].some((z) => Math.abs(at[2] - z + 0.06 * at[1] * at[1]) < 0.09),
      belly,
      back,
    )
    : isFish
    ? gradient("y", -0.3, 0.05, belly, back)
    : where(({ at }) => at[1] < -tall * 0.18 - 0.05 * Math.sin(at[2] * 3), belly, back);
  const fin = look.skin(
    "fin accent",
    skin,
    isFish ? "#f0a03c" : kind === "shark" ? "#5c6c78" : kind === "whale" ? "#33507a" : "#5c7c98",
  );
  const body = kind === "fish"
    ? [lump([0, 0, 0.1], [wide, tall, long * 0.72]), bone([0, 0, -0.35], [0, 0, -0.8], 0.2, 0.07)]
    : kind === "whale"
    ? [lump([0, 0, 0.35], [wide, tall, 0.8]), bone([0, 0.02, -0.2], [0, 0.16, -1.15], 0.36, 0.09)]
    : [
      lump([0, 0, 0.25], [wide, tall, 0.75]),
      bone([0, 0, -0.2], [0, 0.05, -1.15], wide * 0.72, 0.06),
      bone(
        [0, kind === "dolphin" ? -0.06 : 0.02, 0.8],
        [0, kind === "dolphin" ? -0.12 : 0.05, kind === "dolphin" ? 1.3 : 1.12],
        wide * 0.55,
        kind === "dolphin" ? 0.065 : 0.1,
      ),
    ];
  const tailZ = kind === "fish" ? -0.8 : -1.12;
  const upright = kind === "fish" || kind === "shark";
  const tailFin = upright
    ? extrude(
      smoothLine([[0.08, 0], [-0.28, 0.5], [-0.5, 0.55], [-0.32, 0], [
        -0.5,
        kind === "shark" ? -0.32 : -0.55,
      ], [-0.28, kind === "shark" ? -0.26 : -0.5]], true),
      0.06,
      { bevel: 0.12, pillow: true },
    )
    : extrude(
      smoothLine([[0.1, 0], [-0.12, 0.55], [-0.36, 0.68], [-0.26, 0], [-0.36, -0.68], [
        -0.12,
        -0.55,
      ]], true),
      0.08,
      { bevel: 0.15, pillow: true },
    );
  const side = (z: number, size: number, drop: number): Parts =>
    part(
      extrude(
        smoothLine([[0, 0.14], [0.55, -0.05], [0.7, -0.3], [0.3, -0.2], [0, -0.14]], true),
        0.05,
        { bevel: 0.12, pillow: true },
      ),
      fin,
      { at: [wide * 0.72, drop, z], turn: [80, 18, -22], scale: size },
    );
  return [
    part(blob(body, 0.16), coat),
    part(
      tailFin,
      fin,
      upright
        ? { at: [0, kind === "shark" ? 0.05 : 0, tailZ], turn: [0, -90, 0] }
        : { at: [0, 0.12, tailZ], turn: [90, -90, 0] },
    ),
    isFish
      ? [
        part(
          extrude(smoothLine([[0.4, 0], [0.15, 0.36], [-0.4, 0.26], [-0.5, 0]], true), 0.05, {
            bevel: 0.1,
          }),
          fin,
          { at: [0, tall * 0.86, 0.05], turn: [0, -90, 0] },
        ),
        part(
          extrude(smoothLine([[0.15, 0], [-0.1, -0.28], [-0.35, -0.2], [-0.2, 0]], true), 0.05, {
            bevel: 0.1,
          }),
          fin,
          { at: [0, -tall * 0.84, -0.15], turn: [0, -90, 0] },
        ),
      ]
      : kind === "whale"
      ? []
      : part(
        extrude(
          smoothLine([[0.3, 0], [-0.05, 0.42], [-0.22, 0.5], [-0.16, 0.15], [-0.22, 0]], true),
          0.07,
          { bevel: 0.12, pillow: true },
        ),
        kind === "shark" ? back : fin,
        { at: [0, tall * 0.84, 0.05], turn: [0, -90, 0] },
      ),
    mirrored(
      side(isFish ? 0.25 : 0.35, isFish ? 0.55 : 0.95, -tall * 0.3),
      isFish
        ? [
          part(ball(0.1, 0.1, 0.05), matte(hex("#f8f6f0")), {
            at: [wide * 0.66, 0.1, 0.55],
            turn: [0, 62, 0],
          }),
          eye([wide * 0.76, 0.1, 0.57], 0.06, "#17181c"),
        ]
        : eye(
          [
            wide * (kind === "whale" ? 0.86 : 0.78),
            kind === "whale" ? -0.06 : 0.05,
            kind === "whale" ? 0.72 : 0.78,
          ],
          0.045,
          "#17181c",
        ),
      kind === "shark"
        ? row(
          4,
          (i) =>
            part(
              tube([[wide * 0.86, 0.12, 0.5 - i * 0.07], [wide * 0.94, -0.02, 0.48 - i * 0.07], [
                wide * 0.86,
                -0.16,
                0.5 - i * 0.07,
              ]], 0.014),
              matte(hex("#3c464e")),
            ),
        )
        : [],
    ),
    kind === "shark"
      ? [
        part(
          tube([[-0.19, -0.1, 0.86], [-0.1, -0.13, 1.02], [0, -0.13, 1.08], [0.1, -0.13, 1.02], [
            0.19,
            -0.1,
            0.86,
          ]], 0.05),
          matte(hex("#7c2c30")),
        ),
        row(
          9,
          (_, t) =>
            part(
              lathe([[0, -0.09], [0.028, 0]]),
              polished(hex("#ffffff")),
              { at: [(t - 0.5) * 0.34, -0.08, 1.1 - Math.abs(t - 0.5) * 0.4] },
            ),
        ),
      ]
      : kind === "whale"
      ? [
        part(
          tube([[-0.46, -0.12, 0.72], [-0.3, -0.14, 1.0], [0, -0.13, 1.12], [0.3, -0.14, 1.0], [
            0.46,
            -0.12,
            0.72,
          ]], 0.02),
          matte(hex("#24384c")),
        ),
        around(
          5,
          () =>
            part(
              tube([[0, 0.5, 0.02], [0, 0.85, 0.06], [0, 0.95, 0.26], [0, 0.82, 0.36]], [
                0.045,
                0.04,
                0.04,
                0.03,
              ]),
              { ...polished(hex("#9cd4f0")), glow: 0.3 },
            ),
          { at: [0, 0, 0.45] },
        ),
      ]
      : kind === "fish"
      ? part(
        tube([[-0.08, -0.06, 0.76], [0, -0.05, 0.82], [0.08, -0.06, 0.76]], 0.03),
        skin(hex("#d8785c")),
      )
      : part(
        tube(
          [[0.11, -0.11, 0.9], [0.05, -0.13, 1.25], [-0.05, -0.13, 1.25], [-0.11, -0.11, 0.9]],
          0.012,
        ),
        matte(hex("#3c5468")),
      ),
  ];
}

function octopus(look: Look): Parts {
  const hide = look.skin("primary", skin, ["#c85c7c", "#8c5cb4", "#e0784c", "#4c8cb4"]);
  const pale = look.skin("secondary", skin, "#f2c4b8");
  return [
    part(
      blob([lump([0, 0.75, -0.05], [0.5, 0.56, 0.5]), lump([0, 0.25, 0], [0.42, 0.3, 0.42])], 0.2),
      spotted(6, 0.18, hide, pale),
    ),
    around(8, (i) => {
      const wave = i % 2 === 0 ? 1 : -1;
      return [
        part(
          tube([
            [0, 0.22, 0.26],
            [0.04 * wave, 0.05, 0.55],
            [0.14 * wave, -0.22, 0.85],
            [0.02, -0.26, 1.1],
            [-0.14 * wave, -0.08, 1.22],
            [-0.1 * wave, 0.06, 1.12],
          ], [0.17, 0.15, 0.11, 0.08, 0.055, 0.025]),
          hide,
        ),
        row(
          5,
          (_, t) =>
            part(ball(0.045 * (1.3 - t * 0.7), 0.03, 0.045), pale, {
              at: [0.1 * wave * Math.sin(t * 3), 0.08 - 0.33 * t, 0.6 + 0.5 * t],
            }),
        ),
      ];
    }, { start: 22 }),
    mirrored(
      part(ball(0.13), matte(hex("#fbf8f0")), { at: [0.22, 0.62, 0.4] }),
      eye([0.24, 0.63, 0.49], 0.075, "#17181c"),
    ),
    part(
      tube([[-0.12, 0.38, 0.42], [0, 0.34, 0.45], [0.12, 0.38, 0.42]], 0.02),
      matte(hex("#5c2438")),
    ),
  ];
}

function turtle(look: Look): Figure {
  const hide = look.skin("secondary skin head leg", skin, "#7c9c54");
  const shell = look.skin("primary shell", polished, ["#5c6c34", "#7c5c30"]);
  const plates: Material = {
    ...shell,
    colour: (spot) => {
      const [x, , z] = spot.at;
      const row = Math.round(z * 2.9);
      const dx = x * 2.5 + (row % 2) * 0.5;
      const edge = Math.max(Math.abs(dx - Math.round(dx)), Math.abs(z * 2.9 - row));
      return edge > 0.42 ? hex("#33401f") : shell.colour(spot);
    },
  };
  return {
    head: [0, 0.72, 1.02],
    parts: [
      part(
        lathe([[0, 0.2], [0.7, 0.22], [0.82, 0.3], [0.74, 0.5], [0.45, 0.74], [0, 0.84]], {
          smooth: true,
        }),
        plates,
        { scale: [0.95, 1, 1.1] },
      ),
      part(
        lathe([[0, 0.14], [0.66, 0.18], [0.86, 0.26], [0.84, 0.32], [0, 0.34]]),
        skin(hex("#d0bc7c")),
        { scale: [0.95, 1, 1.1] },
      ),
      part(
        blob([
          bone([0, 0.34, 0.75], [0, 0.5, 1.02], 0.14, 0.13),
          lump([0, 0.54, 1.1], [0.18, 0.16, 0.22]),
        ], 0.06),
        spotted(9, 0.22, hide, skin(hex("#a8b86c"))),
      ),
      mirrored(
        [[0.6, 0.6], [0.6, -0.62]].map(([x, z]) =>
          part(
            blob([
              bone([x * 0.85, 0.26, z], [x * 1.15, 0.1, z * 1.15], 0.15, 0.14),
              lump([x * 1.2, 0.06, z * 1.2], [0.15, 0.07, 0.18]),
            ], 0.05),
            spotted(9, 0.22, hide, skin(hex("#a8b86c"))),
          )
        ),
        eye([0.13, 0.6, 1.22], 0.04, "#17181c"),
      ),
      part(tube([[0, 0.24, -0.85], [0, 0.16, -1.05], [0, 0.14, -1.15]], [0.08, 0.05, 0.015]), hide),
    ],
  };
}

function frog(look: Look): Figure {
  const hide = look.skin("primary", skin, ["#5ca83c", "#3c9c5c", "#c8a02c"]);
  const pale = look.skin("secondary belly", skin, "#e8ecb4");
  return {
    head: [0, 0.98, 0.4],
    parts: [
      part(
        blob([
          lump([0, 0.42, -0.1], [0.5, 0.36, 0.56], [-22, 0, 0]),
          lump([0, 0.62, 0.38], [0.42, 0.26, 0.36]),
          lump([0.24, 0.88, 0.36], 0.15),
          lump([-0.24, 0.88, 0.36], 0.15),
        ], 0.1),
        where(
          ({ at, normal }) => (at[1] < 0.56 && at[2] > 0.2 && normal[2] > 0.1) || normal[1] < -0.4,
          pale,
          spotted(5, 0.2, hide, skin(hex("#3c7428"))),
        ),
      ),
      mirrored(
        part(ball(0.115), polished(hex("#f4c832")), { at: [0.27, 0.92, 0.44] }),
        part(ball(0.05, 0.03, 0.03), polished(hex("#17181c")), {
          at: [0.32, 0.93, 0.545],
          turn: [0, 25, 0],
        }),
        part(
          blob([
            bone([0.36, 0.36, -0.3], [0.62, 0.36, 0.06], 0.2, 0.14),
            bone([0.62, 0.36, 0.06], [0.56, 0.08, -0.3], 0.13, 0.08),
            bone([0.56, 0.06, -0.3], [0.68, 0.05, 0.16], 0.07, 0.05),
          ], 0.06),
          hide,
        ),
        part(blob([bone([0.3, 0.36, 0.36], [0.42, 0.06, 0.52], 0.12, 0.07)], 0.04), hide),
        [[0.68, 0.16], [0.42, 0.52]].map(([x, z]) =>
          row(
            3,
            (i) => part(limb([x, 0.04, z], [x + (i - 1) * 0.13, 0.035, z + 0.2], 0.04, 0.05), hide),
          )
        ),
      ),
      part(
        tube([[-0.36, 0.6, 0.5], [-0.2, 0.56, 0.68], [0, 0.55, 0.74], [0.2, 0.56, 0.68], [
          0.36,
          0.6,
          0.5,
        ]], 0.018),
        matte(hex("#33541f")),
      ),
    ],
  };
}

function snake(look: Look): Parts {
  const hide = look.skin("primary", scales, ["#5c9c3c", "#c8862c", "#3c3c44"]);
  const band = look.skin("secondary stripe", scales, ["#2f4c24", "#e8d8a8", "#b0342c"]);
  const points: Vec3[] = [];
  const radii: number[] = [];
  for (let i = 0; i <= 30; i++) {
    const t = i / 30;
    const a = t * 4.4 * Math.PI;
    const r = 0.85 - 0.5 * t;
    points.push([r * Math.cos(a), 0.14 + 0.24 * t * (t > 0.4 ? 1.35 : 1), r * Math.sin(a)]);
    radii.push(0.03 + 0.13 * Math.min(1, t * 3));
  }
  points.push([0.22, 0.7, 0.3], [0.05, 1.05, 0.24], [0, 1.3, 0.36], [0, 1.36, 0.62]);
  radii.push(0.155, 0.14, 0.15, 0.12);
  return [
    part(tube(points, radii), striped("v", 13, hide, band, { share: 0.62 })),
    part(
      blob(
        [lump([0, 1.36, 0.58], [0.2, 0.13, 0.26]), lump([0, 1.33, 0.78], [0.13, 0.09, 0.14])],
        0.06,
      ),
      hide,
    ),
    mirrored(
      eye([0.13, 1.42, 0.72], 0.045, "#e8c02c"),
      part(limb([0, 1.31, 0.98], [0.05, 1.3, 1.12], 0.012), polished(hex("#c8242c"))),
    ),
    part(limb([0, 1.31, 0.85], [0, 1.31, 0.99], 0.016), polished(hex("#c8242c"))),
  ];
}

function crocodile(look: Look): Parts {
  const hide = look.skin(
    "primary",
    scales,
    look.says("lizard iguana gecko chameleon") ? ["#7cb03c", "#3ca47c"] : ["#54703a", "#4c6444"],
  );
  const pale = look.skin("secondary belly", skin, "#d8d4a0");
  const slim = look.says("lizard gecko iguana chameleon salamander") ? 0.75 : 1;
  return [
    part(
      blob([
        lump([0, 0.36, 0], [0.34 * slim, 0.22, 0.62]),
        bone([0, 0.34, -0.45], [0.1, 0.24, -1.1], 0.22 * slim, 0.1),
        bone([0.1, 0.24, -1.1], [-0.12, 0.2, -1.6], 0.1, 0.02),
        lump([0, 0.42, 0.75], [0.24, 0.17, 0.26]),
        bone([0, 0.38, 0.9], [0, 0.34, slim < 1 ? 1.1 : 1.45], 0.15, 0.1),
      ], 0.1),
      where(({ normal }) => normal[1] < -0.35, pale, hide),
      { bump: { height: 0.02, scale: 12 } },
    ),
    row(
      17,
      (_, t) =>
        mirrored(
          part(lathe([[0.05, 0], [0, 0.13]]), hide, {
            at: [0.09 * (1 - t), 0.56 - 0.3 * t * t, 0.5 - t * 1.7],
            detail: 0.6,
          }),
        ),
    ),
    mirrored(
      [[0.45, 0.4], [-0.4, 0.42]].map((
        [z, x],
      ) => [
        part(
          blob([
            bone([x * 0.6, 0.3, z], [x * 1.25, 0.22, z], 0.13, 0.1),
            bone([x * 1.25, 0.22, z], [x * 1.3, 0.05, z + 0.1], 0.09, 0.07),
          ], 0.05),
          hide,
        ),
        row(
          3,
          (i) =>
            part(
              limb(
                [x * 1.3, 0.04, z + 0.1],
                [x * 1.3 + (i - 1) * 0.08, 0.03, z + 0.26],
                0.04,
                0.02,
              ),
              hide,
            ),
        ),
      ]),
      part(ball(0.08), hide, { at: [0.12, 0.56, 0.84] }),
      eye([0.15, 0.58, 0.88], 0.045, "#e0b82c"),
      slim < 1
        ? []
        : row(8, (_, t) =>
          part(lathe([[0, -0.07], [0.022, 0]]), polished(hex("#fbf8ec")), {
            at: [0.13 - 0.03 * t, 0.33, 0.95 + t * 0.48],
          })),
    ),
  ];
}

function insectWing(
  look: Look,
  colour: Material,
  scale: number,
  placement: { at: Vec3; turn: Vec3 },
): Parts {
  void look;
  return part(
    extrude(
      smoothLine([[0, 0], [0.3, 0.22], [0.85, 0.25], [1, 0.05], [0.7, -0.12], [0.25, -0.08]], true),
      0.012,
    ),
    { ...colour, opacity: 0.7 },
    { ...placement, scale, thin: true },
  );
}

function butterfly(look: Look): Parts {
  const wing = look.skin("primary wing", matte, ["#f08a24", "#3c7cd8", "#c85cb4", "#f0c83c"]);
  const dark = look.skin("secondary", matte, "#241c1c");
  const upper = smoothLine([[0.03, 0.05], [0.3, 0.6], [0.85, 0.95], [1.15, 0.75], [1.05, 0.3], [
    0.6,
    0.02,
  ], [0.03, -0.02]], true);
  const lower = smoothLine([[0.03, 0.0], [0.55, 0.02], [0.9, -0.2], [0.85, -0.6], [0.5, -0.85], [
    0.2,
    -0.5,
  ]], true);
  const pattern = (center: [number, number]): Material => ({
    ...wing,
    colour: (spot) => {
      const [x, y] = spot.local;
      const angle = Math.atan2(y - center[1] * 0, x) * 9;
      const r = Math.hypot(x, y);
      const isRim = r > (y > 0 ? 1.02 : 0.78) - 0.1 * Math.abs(Math.sin(angle * 2));
      const dots = isRim && Math.hypot((angle % 1) - 0.5) < 0.18;
      const vein = Math.abs(angle / 2 - Math.round(angle / 2)) < 0.045;
      return dots ? hex("#fbf6ec") : isRim || vein ? dark.colour(spot) : wing.colour(spot);
    },
  });
  return group(
    { turn: [-28, 0, 0] },
    mirrored(
      group(
        { turn: [0, -24, 0] },
        part(extrude(upper, 0.025), pattern([0.6, 0.5]), { thin: true }),
        part(extrude(lower, 0.025), pattern([0.5, -0.4]), { thin: true, at: [0, 0, -0.02] }),
      ),
    ),
    part(
      blob([
        bone([0, -0.5, 0.02], [0, 0.1, 0.02], 0.05, 0.075),
        lump([0, 0.18, 0.02], [0.085, 0.13, 0.085]),
        lump([0, 0.36, 0.02], 0.075),
      ], 0.04),
      dark,
    ),
    mirrored(
      part(tube([[0.03, 0.4, 0.04], [0.12, 0.6, 0.06], [0.22, 0.75, 0.06]], 0.014), dark),
      part(ball(0.03), dark, { at: [0.23, 0.76, 0.06] }),
    ),
  );
}

function bee(look: Look): Parts {
  const yellow = look.skin("primary", fur, "#f2b828");
  const black = look.skin("secondary stripe", fur, "#26201c");
  return [
    part(
      blob([lump([0, 0.1, -0.25], [0.42, 0.4, 0.6])], 0.05),
      striped("z", 3.6, yellow, black, { share: 0.52 }),
    ),
    part(ball(0.36, 0.35, 0.34), yellow, { at: [0, 0.18, 0.38] }),
    part(ball(0.26, 0.25, 0.22), black, { at: [0, 0.18, 0.72] }),
    part(lathe([[0.09, 0], [0, 0.26]]), black, { at: [0, 0.06, -0.82], turn: [-90, 0, 0] }),
    mirrored(
      insectWing(look, { ...polished(hex("#dcecf4")), glow: 0.2 }, 1.15, {
        at: [0.12, 0.46, 0.3],
        turn: [-62, 20, 32],
      }),
      insectWing(look, { ...polished(hex("#dcecf4")), glow: 0.2 }, 0.8, {
        at: [0.12, 0.44, 0.1],
        turn: [-62, 40, 26],
      }),
      part(ball(0.11, 0.14, 0.09), polished(hex("#17181c")), { at: [0.16, 0.24, 0.82] }),
      part(tube([[0.08, 0.4, 0.78], [0.16, 0.6, 0.9], [0.2, 0.62, 1.05]], 0.022), black),
      row(
        3,
        (i) =>
          part(
            tube([[0.2, -0.05, 0.45 - i * 0.2], [0.46, -0.2, 0.5 - i * 0.3], [
              0.5,
              -0.45,
              0.52 - i * 0.32,
            ]], [0.04, 0.035, 0.025]),
            black,
          ),
      ),
    ),
  ];
}

function ladybug(look: Look): Parts {
  const shell = look.skin("primary", polished, "#c8201c");
  const black = look.skin("secondary spot", polished, "#1c1a1c");
  const dots: readonly (readonly [number, number])[] = [[0.3, 0.35], [0.42, -0.1], [0.28, -0.5]];
  return [
    part(
      lathe([[0.82, 0], [0.8, 0.2], [0.6, 0.5], [0.3, 0.66], [0, 0.7]], { smooth: true }),
      where(
        ({ at: [x, , z] }) =>
          Math.abs(x) < 0.025 ||
          dots.some(([dx, dz]) => Math.hypot(Math.abs(x) - dx, z - dz) < 0.14),
        black,
        shell,
      ),
      { scale: [1, 1, 1.08] },
    ),
    part(ball(0.8, 0.12, 0.86), black, { at: [0, 0.02, 0] }),
    part(ball(0.42, 0.34, 0.3), black, { at: [0, 0.18, 0.86] }),
    mirrored(
      part(ball(0.11), matte(hex("#fbf8f0")), { at: [0.22, 0.28, 1.08] }),
      eye([0.23, 0.29, 1.16], 0.055, "#17181c"),
      part(tube([[0.12, 0.46, 0.98], [0.2, 0.68, 1.1], [0.28, 0.74, 1.14]], 0.025), black),
      row(
        3,
        (i) =>
          part(
            tube([[0.6, 0.05, 0.45 - i * 0.42], [0.95, 0.06, 0.52 - i * 0.46], [
              1.08,
              -0.14,
              0.56 - i * 0.5,
            ]], [0.055, 0.05, 0.03]),
            black,
          ),
      ),
    ),
  ];
}

function spider(look: Look): Parts {
  const hide = look.skin("primary", fur, ["#33292a", "#4c3424"]);
  const mark = look.skin("secondary", fur, "#b0342c");
  return [
    part(
      ball(0.46, 0.4, 0.55),
      where(
        ({ at }) => at[1] > 0.55 && Math.abs(at[0]) < 0.13 * (1 + Math.sin((at[2] + 0.55) * 9)),
        mark,
        hide,
      ),
      { at: [0, 0.5, -0.55] },
    ),
    part(ball(0.32, 0.26, 0.34), hide, { at: [0, 0.42, 0.15] }),
    mirrored(
      row(4, (i) => {
        const a = (52 - i * 34) * Math.PI / 180;
        const [s, c] = [Math.sin(a), Math.cos(a)];
        return part(
          tube([[0.2, 0.42, 0.15 + s * 0.2], [0.55 * c + 0.1, 0.95, 0.15 + s * 0.62], [
            0.9 * c + 0.1,
            0.62,
            0.15 + s * 0.98,
          ], [1.08 * c + 0.1, 0, 0.15 + s * 1.22]], [0.075, 0.06, 0.05, 0.02]),
          hide,
        );
      }),
      part(ball(0.06), polished(hex("#c8242c")), { at: [0.1, 0.54, 0.42] }),
      part(ball(0.04), polished(hex("#c8242c")), { at: [0.2, 0.5, 0.38] }),
      part(
        tube([[0.09, 0.32, 0.42], [0.1, 0.22, 0.52], [0.06, 0.12, 0.5]], [0.05, 0.04, 0.012]),
        matte(hex("#17120f")),
      ),
    ),
  ];
}

function snail(look: Look): Parts {
  const body = look.skin("secondary body", skin, "#d8b48c");
  const shell = look.skin("primary shell", polished, ["#a8622c", "#c87c4c", "#8c5c7c"]);
  const points: Vec3[] = [];
  const radii: number[] = [];
  for (let i = 0; i <= 44; i++) {
    const t = i / 44;
    const a = -1.2 + t * 5.4 * Math.PI;
    const r = 0.52 * (1 - t) ** 0.9;
    points.push([0.06 + 0.14 * t, 0.72 + r * Math.sin(a), -0.2 + r * Math.cos(a)]);
    radii.push(0.3 * (1 - t) ** 0.8 + 0.035);
  }
  return [
    part(
      blob([
        bone([0, 0.13, -1.0], [0, 0.17, 0.5], 0.06, 0.2),
        bone([0, 0.2, 0.5], [0, 0.62, 0.82], 0.19, 0.17),
      ], 0.1),
      body,
    ),
    part(
      tube(points, radii),
      striped("v", 9, shell, {
        ...shell,
        colour: (spot) => shell.colour(spot).map((value) => value * 0.7) as unknown as Vec3,
      }, { share: 0.7 }),
    ),
    mirrored(
      part(tube([[0.08, 0.72, 0.88], [0.14, 0.98, 0.96], [0.17, 1.12, 1.0]], 0.035), body),
      part(ball(0.065), matte(hex("#fbf8f0")), { at: [0.17, 1.15, 1.01] }),
      eye([0.175, 1.16, 1.06], 0.035, "#17181c"),
    ),
    part(
      tube([[-0.08, 0.58, 0.985], [0, 0.55, 1.0], [0.08, 0.58, 0.985]], 0.014),
      matte(hex("#7c4c34")),
    ),
  ];
}

function crab(look: Look): Parts {
  const shell = look.skin("primary", polished, ["#d0442c", "#e0703c"]);
  const claw = (side: number): Parts => [
    part(
      tube([[side * 0.55, 0.4, 0.3], [side * 0.98, 0.45, 0.5], [side * 0.95, 0.55, 0.8]], [
        0.1,
        0.1,
        0.12,
      ]),
      shell,
    ),
    part(
      blob([
        lump([side * 0.9, 0.62, 0.98], [0.2, 0.17, 0.24]),
        bone([side * 0.98, 0.68, 1.1], [side * 0.82, 0.72, 1.4], 0.12, 0.025),
        bone([side * 0.8, 0.58, 1.1], [side * 0.66, 0.6, 1.36], 0.09, 0.02),
      ], 0.04),
      shell,
    ),
  ];
  return [
    part(ball(0.68, 0.3, 0.48), spotted(6, 0.14, shell, polished(hex("#f4b48c"))), {
      at: [0, 0.4, 0],
    }),
    claw(1),
    claw(-1),
    mirrored(
      row(
        4,
        (i) =>
          part(
            tube([[0.48, 0.36, 0.15 - i * 0.16], [0.9, 0.5, 0.12 - i * 0.24], [
              1.12,
              0.02,
              0.1 - i * 0.3,
            ]], [0.075, 0.065, 0.02]),
            shell,
          ),
      ),
      part(limb([0.17, 0.6, 0.36], [0.19, 0.84, 0.42], 0.035), shell),
      part(ball(0.085), matte(hex("#fbf8f0")), { at: [0.19, 0.88, 0.43] }),
      eye([0.195, 0.89, 0.5], 0.048, "#17181c"),
    ),
    part(
      tube([[-0.14, 0.36, 0.46], [0, 0.32, 0.485], [0.14, 0.36, 0.46]], 0.02),
      matte(hex("#7c2418")),
    ),
  ];
}

function jellyfish(look: Look): Parts {
  const bell = look.skin("primary", polished, ["#e08cc8", "#7cb8e8", "#b49ce8"]);
  const soft: Material = { ...bell, glow: 0.25 };
  return [
    part(
      lathe([[0.62, 0.28], [0.72, 0.3], [0.72, 0.42], [0.58, 0.85], [0.25, 1.08], [0, 1.12]], {
        smooth: true,
        ribs: (a, v) => 1 + 0.04 * Math.cos(a * 10) * (1 - v),
      }),
      soft,
    ),
    part(lathe([[0.6, 0.32], [0.3, 0.5], [0, 0.52]]), soft),
    around(
      10,
      (i) =>
        part(
          tube([[0, 0.34, 0.6], [0.06, 0, 0.5], [-0.07, -0.4, 0.56], [
            0.06,
            -0.8 - (i % 3) * 0.15,
            0.46,
          ]], [0.035, 0.028, 0.022, 0.01]),
          soft,
        ),
    ),
    around(
      4,
      () =>
        part(
          tube(
            [[0, 0.45, 0.14], [0.12, 0.05, 0.2], [-0.1, -0.35, 0.12], [0.1, -0.8, 0.2], [
              0,
              -1.1,
              0.1,
            ]],
            [0.09, 0.12, 0.11, 0.09, 0.03],
            { flat: 0.4 },
          ),
          {
            ...soft,
            colour: (spot) =>
              soft.colour(spot).map((value) => Math.min(1, value * 1.12)) as unknown as Vec3,
          },
        ),
    ),
  ];
}

function starfish(look: Look): Parts {
  const hide = look.skin("primary", skin, ["#e8743c", "#d84c5c", "#e0a83c"]);
  return group(
    { turn: [-18, 0, 0] },
    part(
      blob([
        lump([0, 0, 0], [0.32, 0.32, 0.2]),
        ...[0, 1, 2, 3, 4].map((i) =>
          bone([0, 0, 0], [0.95 * Math.sin(i * 1.2566), 0.95 * Math.cos(i * 1.2566), 0], 0.27, 0.07)
        ),
      ], 0.14),
      spotted(9, 0.26, hide, skin(hex("#f6d4a4"))),
      { bump: { height: 0.015, scale: 18 } },
    ),
  );
}

function hedgehog(look: Look): Figure {
  const face = look.skin("secondary face belly", fur, "#e0c49c");
  const spines = look.skin("primary spine", matte, ["#6c5240", "#4c3c34"]);
  return {
    head: [0, 0.9, 0.5],
    parts: [
      part(
        blob([
          lump([0, 0.46, -0.1], [0.5, 0.46, 0.58]),
          lump([0, 0.42, 0.5], [0.27, 0.25, 0.26]),
          bone([0, 0.38, 0.6], [0, 0.36, 0.86], 0.13, 0.055),
        ], 0.12),
        where(({ at }) => at[2] < 0.42 && at[1] > 0.22, spines, face),
      ),
      row(260, (i) => {
        const y = 1 - 1.25 * (i + 0.5) / 260;
        const a = i * 2.399963;
        const r = Math.sqrt(1 - y * y);
        const n: Vec3 = [r * Math.cos(a), y, r * Math.sin(a)];
        if (n[2] > 0.62) return [];
        const at: Vec3 = [n[0] * 0.48, 0.46 + n[1] * 0.44, -0.1 + n[2] * 0.56];
        const tip: Vec3 = [at[0] + n[0] * 0.2, at[1] + n[1] * 0.2, at[2] + n[2] * 0.2 - 0.1];
        return part(
          limb(at, tip, 0.026, 0.006),
          gradient("v", 0.55, 0.9, spines, matte(hex("#e8dcc4"))),
          { detail: 0.4 },
        );
      }),
      part(ball(0.06), polished(hex("#17120f")), { at: [0, 0.37, 0.92] }),
      mirrored(
        eye([0.14, 0.5, 0.7], 0.045, "#17120f"),
        part(ball(0.09, 0.09, 0.04), face, { at: [0.22, 0.62, 0.52] }),
        [0.32, -0.32].map((z) => part(ball(0.1, 0.08, 0.13), face, { at: [0.26, 0.06, z] })),
      ),
    ],
  };
}

function worm(look: Look): Parts {
  const hide = look.skin("primary", skin, ["#7cb83c", "#e08c7c"]);
  const points: Vec3[] = [
    [-1.1, 0.2, 0],
    [-0.75, 0.2, 0.1],
    [-0.4, 0.55, 0.1],
    [-0.02, 0.75, 0],
    [0.35, 0.5, -0.05],
    [0.62, 0.3, 0],
    [0.8, 0.6, 0.08],
    [0.85, 0.95, 0.1],
  ];
  return group(
    { turn: [0, -50, 0] },
    row(15, (_, t) => {
      const place = t * (points.length - 1);
      const i = Math.min(points.length - 2, Math.floor(place));
      const [a, b] = [points[i], points[i + 1]];
      const w = place - i;
      return part(ball(0.17 + 0.07 * t), hide, {
        at: [a[0] + (b[0] - a[0]) * w, a[1] + (b[1] - a[1]) * w, a[2] + (b[2] - a[2]) * w],
      });
    }),
    group(
      { at: [0.87, 1.08, 0.1], turn: [0, 50, 0] },
      mirrored(
        part(ball(0.075), matte(hex("#fbf8f0")), { at: [0.09, 0.06, 0.2] }),
        eye([0.095, 0.065, 0.26], 0.04, "#17181c"),
        part(tube([[0.08, 0.18, 0.05], [0.14, 0.36, 0.06]], 0.025), matte(hex("#33541f"))),
      ),
    ),
  );
}

/** Nouns of the category "animals". */
export const ANIMALS: readonly Noun[] = nounsOf("animals", [
  [
    "dog, puppy, labrador, hound, golden retriever, corgi, husky, pug, dachshund, bulldog",
    0.8,
    dog,
  ],
  ["cat, kitten, kitty, tabby, tabby cat", 0.5, cat],
  ["horse, pony, stallion, mare, foal", 2.2, (look) => horse(look)],
  ["zebra", 2.1, (look) => horse(look, "zebra")],
  ["donkey, mule", 1.8, (look) => horse(look, "donkey")],
  ["unicorn", 2.2, (look) => horse(look, "unicorn")],
  ["cow, calf, cattle", 2, cow],
  ["bull, ox, buffalo, bison, yak", 2.2, bull],
  ["pig, piglet, boar, hog", 1.2, pig],
  ["sheep, lamb, ram", 1.2, sheep],
  ["goat", 1.1, goat],
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
  ["rabbit, bunny, hare", 0.4, rabbit],
  ["mouse, rat, hamster", 0.15, mouse],
  ["squirrel, chipmunk", 0.3, squirrel],
  ["hedgehog, porcupine", 0.25, hedgehog],
  ["monkey, chimpanzee, ape, gorilla, chimp, baboon", 1, monkey],
  [
    "owl, barn owl, snowy owl",
    0.5,
    (look) =>
      bird(look, {
        kind: "owl",
        body: look.skin("primary feather", feathers, ["#8c6844", "#a89078", "#e8e4dc"]),
        belly: look.skin("secondary belly", feathers, "#e4d4b4"),
      }),
  ],
  [
    "parrot, macaw, cockatoo, budgie",
    0.5,
    (look) =>
      bird(look, {
        kind: "parrot",
        body: look.skin("primary feather", feathers, ["#d0281f", "#2c8c3c", "#2864c8"]),
        belly: look.skin("secondary belly wing", feathers, ["#f0c02c", "#2c64c8"]),
      }),
  ],
  [
    "eagle, hawk, falcon, vulture, bald eagle",
    0.9,
    (look) =>
      bird(look, {
        kind: "eagle",
        body: look.skin("primary feather", feathers, "#5c3c24"),
        belly: look.skin("secondary head", feathers, "#f4f0e8"),
      }),
  ],
  ["duck, duckling, rubber duck, mallard", 0.5, (look) =>
    bird(look, {
      kind: "duck",
      body: look.skin(
        "primary feather",
        look.says("rubber") ? polished : feathers,
        look.says("rubber duckling") ? "#f4cc2c" : ["#f4f2ec", "#f0c83c", "#8c7454"],
      ),
      belly: look.skin("secondary", feathers, "#f4f2ec"),
    })],
  [
    "chicken, rooster, hen, chick, turkey",
    0.5,
    (look) =>
      bird(look, {
        kind: "chicken",
        body: look.skin("primary feather", feathers, ["#f2ece0", "#b4642c"]),
        belly: look.skin("secondary tail", feathers, ["#f2ece0", "#2c4c3c"]),
      }),
  ],
  [
    "penguin, emperor penguin",
    0.9,
    (look) =>
      bird(look, {
        kind: "penguin",
        body: look.skin("primary feather", feathers, "#26282f"),
        belly: look.skin("secondary belly", feathers, "#f6f4ee"),
      }),
  ],
  [
    "flamingo",
    1.3,
    (look) =>
      bird(look, {
        kind: "flamingo",
        body: look.skin("primary feather", feathers, "#f2809c"),
        belly: look.skin("secondary", feathers, "#f6a0b4"),
      }),
  ],
  [
    "swan, goose, stork, heron, crane bird",
    1.2,
    (look) =>
      bird(look, {
        kind: "swan",
        body: look.skin("primary feather", feathers, "#f6f4f0"),
        belly: look.skin("secondary", feathers, "#f6f4f0"),
      }),
  ],
  [
    "peacock",
    1.4,
    (look) =>
      bird(look, {
        kind: "peacock",
        body: look.skin("primary feather", feathers, "#1c5cb4"),
        belly: look.skin("secondary tail", feathers, "#2c8c5c"),
      }),
  ],
  [
    "bird, sparrow, robin, pigeon, dove, crow, raven, canary, hummingbird, bluebird, cardinal, songbird, seagull, toucan",
    0.25,
    (look) =>
      bird(look, {
        kind: "songbird",
        body: look.skin(
          "primary feather",
          feathers,
          look.says("crow raven")
            ? "#222328"
            : look.says("dove seagull")
            ? "#f4f2ee"
            : ["#3c84c8", "#c8442c", "#e0b02c", "#8c6844"],
        ),
        belly: look.skin(
          "secondary belly",
          feathers,
          look.says("crow raven") ? "#2b2c32" : "#f4e8d4",
        ),
      }),
  ],
  [
    "fish, goldfish, clownfish, koi, tropical fish, tuna, salmon, angelfish, koi fish",
    0.3,
    (look) => fish(look, "fish"),
  ],
  ["shark, great white shark", 3, (look) => fish(look, "shark")],
  ["whale, blue whale, orca, humpback whale", 8, (look) => fish(look, "whale")],
  ["dolphin, porpoise", 2.5, (look) => fish(look, "dolphin")],
  ["octopus, squid", 1, octopus],
  ["jellyfish", 0.5, jellyfish],
  ["starfish, sea star", 0.2, starfish],
  ["crab, lobster", 0.3, crab],
  ["turtle, tortoise, sea turtle", 0.6, turtle],
  ["frog, toad, tree frog", 0.12, frog],
  ["snake, python, cobra, viper, serpent", 1.5, snake],
  ["crocodile, alligator, lizard, iguana, gecko, chameleon, salamander", 2.5, crocodile],
  ["butterfly, moth", 0.1, butterfly],
  ["bee, bumblebee, honeybee, wasp, bumble bee", 0.03, bee],
  ["ladybug, ladybird, beetle", 0.02, ladybug],
  ["spider, tarantula", 0.1, spider],
  ["snail, slug", 0.05, snail],
  ["caterpillar, worm", 0.06, worm],
]);
