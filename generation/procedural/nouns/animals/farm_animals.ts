/**
 * Animals of house and farm.
 *
 * @module
 */
import { quadruped } from "../../builders/quadruped.ts";
import {
  coat,
  fur,
  hex,
  type Material,
  patched,
  polished,
  skin,
  striped,
  type Vec3,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";
import { type Figure, type Noun, nounsOf } from "../../noun.ts";
import { NOSE } from "./markings.ts";

const WHITE = "#f0ece4";

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

/** Animals of house and farm. */
export const FARM_ANIMALS: readonly Noun[] = nounsOf("animals", [
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
]);
