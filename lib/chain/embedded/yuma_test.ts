import assert from "node:assert/strict";
import fc from "fast-check";
import { runYuma, type SparseRow, topStakes, weightedMedian, type YumaNeuron } from "./yuma.ts";

const rules = {
  block: 100,
  activityCutoffBlocks: 5000,
  kappa: 0.5,
  bondsMovingAverage: 0.9,
  maxValidators: 8,
  stakeThreshold: 0,
};

const validator = (stake: number, weights: SparseRow, bonds: SparseRow = []): YumaNeuron => ({
  stake,
  hasValidatorPermit: true,
  lastUpdateBlock: 50,
  registeredAtBlock: 0,
  weights,
  bonds,
});
const miner = (): YumaNeuron => ({
  stake: 0,
  hasValidatorPermit: false,
  lastUpdateBlock: 1,
  registeredAtBlock: 1,
  weights: [],
  bonds: [],
});
const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-4, `${actual} is not ${expected}`);
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

Deno.test("weightedMedian() is the weight that a majority of stake gives or exceeds", () => {
  assert.equal(weightedMedian([0.5, 0.3, 0.2], [0.1, 0.6, 0.9], 0.5), 0.6);
  assert.equal(weightedMedian([0.6, 0.2, 0.2], [0.1, 0.6, 0.9], 0.5), 0.1);
  assert.equal(weightedMedian([0.4, 0.3, 0.3], [0.1, 0.6, 0.9], 0.5), 0.6);
  assert.equal(weightedMedian([0, 0], [1, 1], 0.5), 0);
  assert.equal(weightedMedian([1], [0.25], 0.5), 0.25);
});

Deno.test("topStakes() never gives a permit to a neuron without stake", () => {
  assert.deepEqual(topStakes([3, 0, 5, 4], 2), [false, false, true, true]);
  assert.deepEqual(topStakes([3, 0], 5), [true, false]);
  assert.deepEqual(topStakes([1, 1, 1], 2), [true, true, false]);
});

Deno.test("runYuma() pays miners in proportion to one validator's weights", () => {
  const results = runYuma([validator(10, [[1, 65535], [2, 21845]]), miner(), miner()], rules);
  near(results[1].incentive, 0.75);
  near(results[2].incentive, 0.25);
  near(results[0].dividends, 1);
  near(results[1].minerShare, 0.375);
  near(results[0].validatorShare, 0.5);
  assert.deepEqual(results.map((row) => row.hasValidatorPermit), [true, false, false]);
  assert.equal(results[0].pruningScore, 65535);
});

Deno.test("runYuma() cuts what a minority of stake gives its friend", () => {
  // Stake 6 and 3 say uid 3 only; stake 1 says uid 4 only. The median of uid 4 is 0.
  const results = runYuma([
    validator(6, [[3, 65535]]),
    validator(3, [[3, 65535]]),
    validator(1, [[4, 65535]]),
    miner(),
    miner(),
  ], rules);
  near(results[3].incentive, 1);
  near(results[4].incentive, 0);
  near(results[0].dividends, 6 / 9);
  near(results[1].dividends, 3 / 9);
  near(results[2].dividends, 0);
  near(results[4].consensus, 0);
});

Deno.test("runYuma() moves bonds slowly: who joins a miner late earns less from it", () => {
  const early: SparseRow = [[2, 65535]];
  const results = runYuma([
    validator(5, [[2, 65535]], early),
    validator(5, [[2, 65535]], []),
    miner(),
  ], rules);
  // Old bonds 1 and 0, fresh bonds 0.5 each: 0.9 · 1 + 0.1 · 0.5 against 0.1 · 0.5.
  near(results[0].dividends, 0.95);
  near(results[1].dividends, 0.05);
});

Deno.test("runYuma() ignores self-weights, rows without permit, and weights older than their target", () => {
  const own = runYuma([validator(1, [[0, 65535], [1, 1]]), miner()], rules);
  near(own[1].incentive, 1);
  const forbidden = runYuma([
    { ...validator(9, [[2, 65535]]), hasValidatorPermit: false },
    validator(1, [[3, 65535]]),
    miner(),
    miner(),
  ], rules);
  near(forbidden[2].incentive, 0);
  near(forbidden[3].incentive, 1);
  const outdated = runYuma([
    validator(1, [[1, 65535], [2, 65535]]),
    { ...miner(), registeredAtBlock: 50 },
    miner(),
  ], rules);
  near(outdated[1].incentive, 0);
  near(outdated[2].incentive, 1);
});

Deno.test("runYuma() pays validators by stake while nobody has set weights", () => {
  const results = runYuma([validator(3, []), validator(1, []), miner()], rules);
  near(results[0].validatorShare, 0.75);
  near(results[1].validatorShare, 0.25);
  assert.equal(total(results.map((row) => row.incentive)), 0);
});

Deno.test("runYuma() forgets validators that have been silent for too long", () => {
  const results = runYuma([
    { ...validator(9, [[2, 65535]]), lastUpdateBlock: 2 },
    { ...validator(1, [[3, 65535]]), lastUpdateBlock: 90 },
    miner(),
    miner(),
  ], { ...rules, activityCutoffBlocks: 50 });
  near(results[2].incentive, 0);
  near(results[3].incentive, 1);
});

Deno.test("runYuma() of an empty subnet is empty", () => {
  assert.deepEqual(runYuma([], rules), []);
});

Deno.test("runYuma() pays out exactly once, whatever the weights", () => {
  const row = (count: number) =>
    fc.array(fc.tuple(fc.nat(count - 1), fc.integer({ min: 0, max: 65535 })), { maxLength: count });
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 8 }).chain((count) =>
      fc.array(
        fc.record({
          stake: fc.double({ min: 0, max: 1e6, noNaN: true }),
          hasValidatorPermit: fc.boolean(),
          lastUpdateBlock: fc.integer({ min: 0, max: 100 }),
          registeredAtBlock: fc.integer({ min: 0, max: 100 }),
          weights: row(count),
          bonds: row(count),
        }),
        { minLength: count, maxLength: count },
      )
    ),
    (neurons) => {
      const results = runYuma(neurons, rules);
      const paid = total(results.map((row) => row.minerShare + row.validatorShare));
      const hasStake = neurons.some(({ stake }) => stake > 0);
      assert.ok(Math.abs(paid - 1) < 1e-9 || (!hasStake && paid === 0), `${paid}`);
      for (const { bonds, pruningScore, consensus } of results) {
        assert.ok(pruningScore >= 0 && pruningScore <= 65535);
        assert.ok(consensus >= 0 && consensus <= 1);
        assert.ok(bonds.every(([, bond]) => bond >= 0 && bond <= 65535));
      }
    },
  ));
});
