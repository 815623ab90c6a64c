import type { Uid } from "@threegen/domain";
import assert from "node:assert/strict";
import fc from "fast-check";
import { processWeights, toChainWeights } from "./weights.ts";

const uids = (...numbers: number[]) => numbers as Uid[];
const close = (actual: readonly number[], expected: readonly number[], tolerance = 1e-6) => {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, at) =>
    assert.ok(Math.abs(value - expected[at]) <= tolerance, `${actual} is not ${expected}`)
  );
};

Deno.test("toChainWeights() scales the largest to 65535 and drops what rounds to zero", () => {
  assert.deepEqual(
    toChainWeights({ uids: uids(3, 5, 9, 11), weights: [0.5, 1, 0.25, 1e-6] }),
    { uids: [3, 5, 9], weights: [32768, 65535, 16384] },
  );
});

Deno.test("toChainWeights() rounds halves to even, as Python does", () => {
  // 0.5/65535 of the largest is exactly a half: it goes to 0 and is dropped; 1.5 goes to 2, 2.5 to 2.
  const result = toChainWeights({ uids: uids(0, 1, 2, 3), weights: [65535, 0.5, 1.5, 2.5] });
  assert.deepEqual(result, { uids: [0, 2, 3], weights: [65535, 2, 2] });
});

Deno.test("toChainWeights() of zeros sends nothing; negatives and NaN are refused", () => {
  assert.deepEqual(toChainWeights({ uids: uids(1, 2), weights: [0, 0] }), {
    uids: [],
    weights: [],
  });
  assert.throws(() => toChainWeights({ uids: uids(1), weights: [-0.1] }), /uid 1 has -0.1/);
  assert.throws(() => toChainWeights({ uids: uids(1), weights: [NaN] }), /NaN/);
  assert.throws(() => toChainWeights({ uids: uids(1), weights: [] }), /1 uids but 0 weights/);
});

const free = { neuronCount: 4, minAllowedWeights: 1, maxWeightLimit: 65535 };

Deno.test("processWeights() normalises what is given when nothing limits it", () => {
  const result = processWeights({ uids: uids(0, 2, 3), weights: [1, 3, 0] }, free);
  assert.deepEqual(result.uids, [0, 2]);
  close(result.weights, [0.25, 0.75]);
});

Deno.test("processWeights() gives everyone the same when no weight or too few neurons exist", () => {
  const even = [0.25, 0.25, 0.25, 0.25];
  close(processWeights({ uids: uids(0, 1), weights: [0, 0] }, free).weights, even);
  const result = processWeights({ uids: uids(0), weights: [1] }, { ...free, minAllowedWeights: 5 });
  close(result.weights, even);
  assert.deepEqual(result.uids, [0, 1, 2, 3]);
});

Deno.test("processWeights() gives everyone a floor when too few have a weight", () => {
  const result = processWeights({ uids: uids(2), weights: [1] }, { ...free, minAllowedWeights: 2 });
  assert.deepEqual(result.uids, [0, 1, 2, 3]);
  const sum = 1 + 4e-5;
  close(result.weights, [1e-5 / sum, 1e-5 / sum, (1 + 1e-5) / sum, 1e-5 / sum], 1e-9);
  // The floor is added, not put in place of what is small.
  const small = processWeights({ uids: uids(2), weights: [1e-5] }, {
    ...free,
    minAllowedWeights: 2,
  });
  close(small.weights, [0.2, 0.2, 0.4, 0.2]);
});

Deno.test("processWeights() leaves out uids that the subnet does not have", () => {
  const vector = { uids: uids(2, 4, 9), weights: [3, 5, 1] };
  const floored = processWeights(vector, { ...free, minAllowedWeights: 2 });
  assert.deepEqual(floored.uids, [0, 1, 2, 3]);
  const sum = 3 + 4e-5;
  close(floored.weights, [1e-5 / sum, 1e-5 / sum, (3 + 1e-5) / sum, 1e-5 / sum], 1e-9);
  assert.deepEqual(processWeights(vector, free), { uids: [2], weights: [1] });
  // Nobody is left: everyone gets the same, as without any weight.
  assert.deepEqual(processWeights({ uids: uids(4), weights: [5] }, free).uids, [0, 1, 2, 3]);
});

Deno.test("processWeights() drops the lowest quantile but keeps enough", () => {
  const vector = { uids: uids(0, 1, 2, 3), weights: [1, 2, 3, 4] };
  const half = processWeights(vector, { ...free, excludeQuantile: 32768 });
  assert.deepEqual(half.uids, [2, 3]);
  const kept = processWeights(vector, { ...free, minAllowedWeights: 4, excludeQuantile: 32768 });
  assert.deepEqual(kept.uids, [0, 1, 2, 3]);
});

Deno.test("processWeights() cuts at the cap", () => {
  // The 7 is cut to c with c / (3 + c) = 0.4, so c = 2.
  const capped = processWeights(
    { uids: uids(0, 1, 2, 3), weights: [1, 1, 1, 7] },
    { ...free, maxWeightLimit: 0.4 * 65535 },
  );
  close(capped.weights, [0.2, 0.2, 0.2, 0.4], 1e-6);
  // A cap that cannot hold (4 neurons of at most 0.2) gives everyone the same.
  const impossible = processWeights(
    { uids: uids(0, 1, 2, 3), weights: [1, 1, 1, 7] },
    { ...free, maxWeightLimit: 0.2 * 65535 },
  );
  close(impossible.weights, [0.25, 0.25, 0.25, 0.25]);
});

Deno.test("processWeights() cuts at the cap, however small or large the numbers are", () => {
  // The smallest numbers have only a few digits; the sum of the largest would be infinite.
  for (const unit of [Number.MIN_VALUE, Number.MAX_VALUE / 2 ** 11]) {
    const vector = { uids: uids(0, 1, 2), weights: [2000, 2, 50].map((weight) => weight * unit) };
    // What is cut from the first goes to the others in proportion.
    const { weights } = processWeights(vector, { ...free, maxWeightLimit: 0.6 * 65535 });
    close(weights, [0.6, 0.4 * 2 / 52, 0.4 * 50 / 52], 1e-5);
    const pair = { uids: uids(0, 1), weights: [1500 * unit, 500 * unit] };
    close(processWeights(pair, free).weights, [0.75, 0.25]);
  }
});

Deno.test("processWeights() gives all the same where all but the largest are next to nothing", () => {
  const vector = { uids: uids(0, 1, 2), weights: [1000, 1e-5, 0.5e-5] };
  close(
    processWeights(vector, { ...free, maxWeightLimit: 0.6 * 65535 }).weights,
    [1 / 3, 1 / 3, 1 / 3],
  );
});

Deno.test("processWeights() sums to 1 within the cap, for every vector", () => {
  fc.assert(fc.property(
    // Numbers that are 10^7 times as large as others are above the SDK's cap now and then.
    fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 64 }),
    fc.integer({ min: 1, max: 65535 }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 1, max: 80 }),
    (weights, maxWeightLimit, minAllowedWeights, neuronCount) => {
      const vector = { uids: weights.map((_, uid) => uid as Uid), weights };
      const result = processWeights(vector, {
        neuronCount,
        minAllowedWeights,
        maxWeightLimit,
      });
      const sum = result.weights.reduce((a, b) => a + b, 0);
      assert.ok(Math.abs(sum - 1) < 1e-9, `sum ${sum}`);
      const cap = Math.max(maxWeightLimit / 65535, 1 / result.weights.length);
      assert.ok(result.weights.every((weight) => weight <= cap + 1e-9), `${result.weights}`);
      assert.ok(result.weights.length >= Math.min(minAllowedWeights, neuronCount));
      assert.equal(result.uids.length, result.weights.length);
      assert.ok(result.uids.every((uid) => uid < neuronCount), `${result.uids}`);
    },
  ));
});
