import assert from "node:assert/strict";
import fc from "fast-check";
import { isEpochBlock } from "../embedded/blocks.ts";
import { classicRevealBlock, revealRound } from "./reveal_round.ts";

/** The moment at which `round` is published, in milliseconds. */
const publishedAtMs = (round: number) => (1692803367 + round * 3) * 1000;

Deno.test("revealRound() of classic epochs follows bittensor-drand's formula", () => {
  // Epoch of block 1000 on netuid 1 with tempo 360: floor(1002 / 361) = 2; revealed from epoch 3,
  // block 3 · 361 − 2 = 1081; three blocks later is 84 blocks or 1008 s away: 336 rounds.
  const round = revealRound({
    schedule: { kind: "classic", index: 1, tempo: 360 },
    headBlock: 1000,
    nowMs: publishedAtMs(5000),
    periodEpochs: 1,
  });
  assert.equal(round, 5336);
});

Deno.test("revealRound() scales with the chain's block time and never goes below 1", () => {
  const schedule = { kind: "classic", index: 1, tempo: 360 } as const;
  const moment = { schedule, headBlock: 1000, periodEpochs: 1 };
  const fast = revealRound({ ...moment, nowMs: publishedAtMs(5000), blockTimeSeconds: 0.25 });
  assert.equal(fast, 5007);
  assert.equal(revealRound({ ...moment, nowMs: 0 }), 1);
});

Deno.test("classicRevealBlock() is a block at which the chain runs an epoch", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.integer({ min: 0, max: 5000 }),
    fc.integer({ min: 1, max: 1000 }),
    fc.integer({ min: 1, max: 5 }),
    (block, index, tempo, periodEpochs) => {
      const first = classicRevealBlock({ kind: "classic", index, tempo }, block, periodEpochs);
      assert.ok(isEpochBlock(first, index, tempo));
      assert.ok(first > block && first <= block + periodEpochs * (tempo + 1));
    },
  ));
});

const stateful = {
  kind: "stateful",
  tempo: 100,
  lastEpochBlock: 950,
  pendingEpochAt: 0,
  epochIndex: 7,
  blocksSinceLastStep: 50,
} as const;
const roundAt = (changes: Partial<typeof stateful> | object, headBlock = 1000, periodEpochs = 1) =>
  revealRound({
    schedule: { ...stateful, ...changes },
    headBlock,
    periodEpochs,
    nowMs: publishedAtMs(5000),
  });
/** Rounds from now until three blocks after a block. */
const after = (block: number, headBlock = 1000) => 5000 + (block + 3 - headBlock) * 4;

Deno.test("revealRound() of stateful epochs counts a period of tempo, not tempo + 1", () => {
  // Commit at 1001 in epoch 7; epoch 8 begins at 950 + 100.
  assert.equal(roundAt({}), after(1050));
  assert.equal(roundAt({}, 1000, 2), after(1150));
});

Deno.test("revealRound() of stateful epochs sees an epoch in the commit's own block", () => {
  // Block 1050 runs the epoch before the commit, which so belongs to epoch 8.
  assert.equal(roundAt({}, 1049), after(1150, 1049));
  assert.equal(roundAt({}, 1048), after(1050, 1048));
});

Deno.test("revealRound() of stateful epochs follows ordered and forced epochs", () => {
  assert.equal(roundAt({ pendingEpochAt: 1020 }), after(1020));
  assert.equal(roundAt({ pendingEpochAt: 1020 }, 1000, 2), after(1120));
  assert.equal(
    roundAt({ tempo: 60_000, blocksSinceLastStep: 50_390 }),
    after(1011),
  );
});

Deno.test("revealRound() ends even when no epoch can come", () => {
  assert.ok(roundAt({ tempo: 0 }) > 5000);
});
