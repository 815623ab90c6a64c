import assert from "node:assert/strict";
import fc from "fast-check";
import { addScore, averageOf, NO_AVERAGE } from "./moving_average.ts";

const averageOfAll = (scores: readonly number[], alpha = 0.05) =>
  averageOf(scores.reduce((average, score) => addScore(average, score, alpha), NO_AVERAGE));

Deno.test("averageOf() is the first score after one result, not a flattering 1.0", () => {
  assert.ok(Math.abs(averageOfAll([0.8]) - 0.8) < 1e-12);
  assert.equal(averageOf(NO_AVERAGE), 0);
});

Deno.test("averageOf() stays within the scores and follows recent ones", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }),
    (scores) => {
      const average = averageOfAll(scores);
      assert.ok(average >= Math.min(...scores) - 1e-12 && average <= Math.max(...scores) + 1e-12);
    },
  ));
  assert.ok(averageOfAll([0, 0, 0, 1]) > averageOfAll([1, 0, 0, 0]));
});
