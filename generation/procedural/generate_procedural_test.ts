import assert from "node:assert/strict";
import { activate, encodePly } from "@threegen/splats";
import { generateProcedural } from "./generate_procedural.ts";

const COARSE = 0.2;

function coarse(prompt: string, seed = 1) {
  return generateProcedural({ prompt, seed, quality: COARSE });
}

/** Mean colour of a coarse asset. */
function meanColour(prompt: string): number[] {
  const { cloud } = generateProcedural({ prompt, seed: 1, quality: 0.6 });
  const { colors, count } = activate(cloud);
  return [0, 1, 2].map((k) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += colors[3 * i + k];
    return sum / count;
  });
}

Deno.test("generateProcedural() gives the same bytes for the same prompt and seed", () => {
  const request = { prompt: "a pink bicycle with white wheels", seed: 42 };
  assert.deepEqual(
    encodePly(generateProcedural(request).cloud),
    encodePly(generateProcedural(request).cloud),
  );
});

Deno.test("generateProcedural() gives another asset for another seed or prompt", () => {
  const first = encodePly(coarse("a red house", 1).cloud);
  assert.notDeepEqual(encodePly(coarse("a red house", 2).cloud), first);
  assert.notDeepEqual(encodePly(coarse("a red home", 1).cloud), first);
});

Deno.test("generateProcedural() says what it built and whether it knew the main noun", () => {
  assert.deepEqual(coarse("a cat on a red chair").nouns, ["cat", "chair"]);
  assert.equal(coarse("a cat on a red chair").matched, true);
  assert.deepEqual(coarse("a blue zorgblat").nouns, []);
  assert.equal(coarse("a blue zorgblat").matched, false);
  assert.equal(coarse("").matched, false);
});

for (
  const [prompt, strongest] of [
    ["a red car", 0],
    ["a green car", 1],
    ["a blue car", 2],
    ["a red zorgblat", 0],
    ["a blue zorgblat", 2],
    ["a ruby dragon", 0],
    ["a green cube made of something", 1],
  ] as const
) {
  Deno.test(`generateProcedural() colours "${prompt}" as told`, () => {
    const colour = meanColour(prompt);
    assert.equal(colour.indexOf(Math.max(...colour)), strongest, `${colour}`);
  });
}

Deno.test("generateProcedural() puts the cat on the chair, not under it", () => {
  const { cloud } = generateProcedural({ prompt: "a black cat on a red chair", seed: 1 });
  const { positions, colors, count } = activate(cloud);
  const height = (isMember: (r: number, g: number, b: number) => boolean): number => {
    let [sum, members] = [0, 0];
    for (let i = 0; i < count; i++) {
      if (!isMember(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2])) continue;
      sum += positions[3 * i + 1];
      members++;
    }
    assert.ok(members > 500);
    return sum / members;
  };
  const red = height((r, g, b) => r > 0.35 && g < r / 3 && b < r / 3);
  const black = height((r, g, b) => Math.max(r, g, b) < 0.2);
  assert.ok(black > red, `${black} over ${red}`);
});

Deno.test("generateProcedural() builds what a thing carries", () => {
  assert.deepEqual(coarse("a wizard holding an axe").nouns, ["wizard", "axe"]);
  assert.deepEqual(coarse("a fox wearing a hat").nouns, ["fox", "hat"]);
});

Deno.test("generateProcedural() does not place beside a thing what the thing has on it", () => {
  assert.deepEqual(coarse("a cake with candles").nouns, ["cake"]);
  assert.deepEqual(coarse("a crown with emeralds").nouns, ["crown"]);
});

Deno.test("generateProcedural() makes a sculpture of what it is a statue of", () => {
  assert.deepEqual(coarse("a statue of a lion").nouns, ["lion"]);
  assert.deepEqual(coarse("a bronze dragon statue").nouns, ["dragon"]);
});

Deno.test("generateProcedural() makes several of a plural", () => {
  const width = (prompt: string): number => {
    const { positions, count } = coarse(prompt).cloud;
    let [low, high, lowest, highest] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      low = Math.min(low, positions[3 * i]);
      high = Math.max(high, positions[3 * i]);
      lowest = Math.min(lowest, positions[3 * i + 1]);
      highest = Math.max(highest, positions[3 * i + 1]);
    }
    return (high - low) / (highest - lowest);
  };
  assert.ok(width("three mushrooms") > 1.6 * width("a mushroom"));
});

Deno.test("generateProcedural() lays thin, opaque Gaussians of degree 0 with +y up", () => {
  const { cloud } = generateProcedural({ prompt: "an apple", seed: 1 });
  assert.equal(cloud.up, "+y");
  assert.equal(cloud.shDegree, 0);
  const { scales, opacities } = activate(cloud);
  let thin = 0;
  for (let i = 0; i < cloud.count; i++) {
    if (scales[3 * i + 2] < 0.3 * Math.min(scales[3 * i], scales[3 * i + 1])) thin++;
  }
  assert.equal(thin, cloud.count);
  assert.ok(opacities.every((opacity) => opacity > 0.9));
});

Deno.test("generateProcedural() makes fewer and larger Gaussians at a lower quality", () => {
  const full = generateProcedural({ prompt: "an apple", seed: 1 }).cloud;
  const poor = generateProcedural({ prompt: "an apple", seed: 1, quality: 0.3 }).cloud;
  assert.ok(poor.count < full.count / 3);
  const mean = (values: Float32Array) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(mean(poor.logScales) > mean(full.logScales) + 0.5);
});

Deno.test("generateProcedural() rejects a quality out of range", () => {
  for (const quality of [0, -1, 1.01, NaN]) {
    assert.throws(() => generateProcedural({ prompt: "an apple", seed: 1, quality }), RangeError);
  }
});
