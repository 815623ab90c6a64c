import assert from "node:assert/strict";
import fc from "fast-check";
import { cooldownAfterTask, cooldownAfterViolation, DEFAULT_COOLDOWN_POLICY } from "./cooldown.ts";

const policy = { ...DEFAULT_COOLDOWN_POLICY, cooldownSeconds: 60, throttleSeconds: 20 };
const assignedAt = 1_750_000_000_000;

// Source: the original's throttle table for a cooldown of 60 s and a throttle of 20 s.
for (const [workSeconds, remainingSeconds] of [[5, 55], [15, 45], [20, 40], [30, 40]]) {
  Deno.test(`cooldownAfterTask() leaves ${remainingSeconds} s after ${workSeconds} s of work`, () => {
    const now = assignedAt + workSeconds * 1000;
    assert.equal(cooldownAfterTask(policy, assignedAt, now) - now / 1000, remainingSeconds);
  });
}

Deno.test("cooldownAfterTask() adds the penalty to an unacceptable result", () => {
  const now = assignedAt + 5000;
  const { penaltySeconds } = policy;
  assert.equal(
    cooldownAfterTask(policy, assignedAt, now, true),
    cooldownAfterTask(policy, assignedAt, now) + penaltySeconds,
  );
});

Deno.test("cooldownAfterTask() never favours the faster miner over the slower one", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 600_000 }),
    fc.integer({ min: 0, max: 600_000 }),
    (a, b) => {
      const [fast, slow] = [Math.min(a, b), Math.max(a, b)];
      const ends = (workMs: number) => cooldownAfterTask(policy, assignedAt, assignedAt + workMs);
      assert.ok(ends(fast) <= ends(slow));
      assert.ok(ends(fast) >= assignedAt / 1000 + policy.cooldownSeconds);
    },
  ));
});

Deno.test("cooldownAfterViolation() forgives up to the threshold and adds 10 s from then on", () => {
  assert.equal(cooldownAfterViolation(policy, 1000, 100), 1000);
  assert.equal(cooldownAfterViolation(policy, 1000, 101), 1010);
});
