import assert from "node:assert/strict";
import { pickOne, seededRandom } from "./random.ts";

Deno.test("seededRandom() repeats for a seed, differs for another, stays in [0, 1)", () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 1000 }, random);
  };
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
  const values = draw(1);
  assert.ok(values.every((value) => value >= 0 && value < 1));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(Math.abs(mean - 0.5) < 0.05, `mean ${mean}`);
});

Deno.test("pickOne() refuses an empty list", () => {
  assert.throws(() => pickOne(seededRandom(1), []), RangeError);
});
