import assert from "node:assert/strict";
import { activate } from "@threegen/splats";
import { generateProcedural } from "./generate_procedural.ts";
import { NOUNS } from "./lexicon.ts";
import { CATEGORIES } from "./noun.ts";
import { FRAME_RADIUS } from "./sculpt.ts";
import { COUNTS, FILLERS, RELATIONS } from "./prompt/words.ts";

/** Checks that an asset can be rendered, and that the subnet's camera sees all of it. */
function checkCloud(prompt: string, quality: number): number {
  const { cloud, matched, nouns } = generateProcedural({ prompt, seed: 11, quality });
  assert.ok(matched && nouns.length > 0, `${prompt} is matched`);
  const { positions, scales, rotations, opacities, colors } = activate(cloud);
  for (const values of [positions, scales, rotations, opacities, colors]) {
    assert.ok(values.every(Number.isFinite), `${prompt} is finite`);
  }
  let reach = 0;
  for (let i = 0; i < cloud.count; i++) {
    const at = positions.subarray(3 * i, 3 * i + 3);
    reach = Math.max(reach, Math.hypot(...at));
    const turn = Math.hypot(...cloud.rotations.subarray(4 * i, 4 * i + 4));
    assert.ok(Math.abs(turn - 1) < 1e-4, `${prompt}: quaternion of length ${turn}`);
  }
  assert.ok(scales.every((scale) => scale > 0 && scale < 0.16), `${prompt} has no giant`);
  const slack = quality < 1 ? 0.35 : 1e-3;
  assert.ok(reach > 0.6 && reach < FRAME_RADIUS + slack, `${prompt} reaches to ${reach}`);
  return cloud.count;
}

for (const category of CATEGORIES) {
  const nouns = NOUNS.filter((noun) => noun.category === category);

  Deno.test(`every noun of "${category}" builds a valid asset, coarsely`, () => {
    assert.ok(nouns.length >= 8, `${nouns.length} nouns`);
    for (const { names: [name] } of nouns) {
      const count = checkCloud(name, 0.12);
      assert.ok(count > 1000 && count < 40_000, `${name} has ${count} Gaussians`);
    }
  });

  Deno.test(`the first nouns of "${category}" have 20 to 60 thousand Gaussians`, () => {
    for (const { names: [name] } of nouns.slice(0, 2)) {
      const count = checkCloud(name, 1);
      assert.ok(count > 20_000 && count < 60_000, `${name} has ${count} Gaussians`);
    }
  });
}

Deno.test("no two nouns share a name", () => {
  const seen = new Map<string, string>();
  for (const { names } of NOUNS) {
    for (const name of names) {
      assert.equal(seen.get(name), undefined, `"${name}" names two nouns`);
      seen.set(name, names[0]);
    }
  }
});

Deno.test("names are lower-case words that the parser can meet", () => {
  for (const { names } of NOUNS) {
    for (const name of names) {
      assert.match(name, /^[a-z0-9]+( [a-z0-9]+){0,3}$/);
      for (const words of [COUNTS, FILLERS]) assert.ok(!words.has(name), name);
      assert.ok(!RELATIONS.has(name), name);
    }
  }
});

Deno.test("there are more than 300 nouns in all 13 categories", () => {
  assert.equal(CATEGORIES.length, 13);
  assert.ok(NOUNS.length > 300, `${NOUNS.length}`);
});
