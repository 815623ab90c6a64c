import assert from "node:assert/strict";
import fc from "fast-check";
import { fidelityOf, rewardOf } from "./rewards.ts";

const observed = (...fidelities: number[]) => fidelities.map((fidelity, at) => ({ at, fidelity }));

Deno.test("rewardOf() is the number of accepted results times their mean fidelity", () => {
  assert.equal(rewardOf(observed(0.6, 1)), 1.6);
  assert.equal(rewardOf([]), 0);
});

Deno.test("rewardOf() gives one perfect result no more than two poor ones", () => {
  assert.ok(rewardOf(observed(1)) < rewardOf(observed(0.6, 0.6)));
});

Deno.test("rewardOf() grows with every accepted result, whatever its order", () => {
  const fidelity = fc.double({ min: 0.6, max: 1, noNaN: true });
  fc.assert(fc.property(fc.array(fidelity, { maxLength: 40 }), fidelity, (earlier, next) => {
    assert.ok(rewardOf(observed(...earlier, next)) > rewardOf(observed(...earlier)));
    assert.ok(
      Math.abs(rewardOf(observed(...earlier)) - rewardOf(observed(...earlier.toReversed()))) < 1e-9,
    );
  }));
});

Deno.test("fidelityOf() keeps a score within 0 to 1", () => {
  assert.deepEqual([-0.1, 0.7, 1.2].map(fidelityOf), [0, 0.7, 1]);
});
