import { signerFromUri, verifySignature } from "@threegen/chain/wallet";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { setImmediate } from "node:timers";
import { axonRoute, createAxon } from "./axon.ts";
import { PullTask } from "./messages/pull_task.ts";
import { signedCall } from "./testing/signed_call.ts";
import { inBatches } from "./verification_batches.ts";

const bytes = new Uint8Array();

Deno.test("inBatches() gives every caller its own verdict, or its own error", async () => {
  const verify = inBatches(([first]) => {
    if (first === 7) throw new RangeError("seven");
    return first % 2 === 0;
  });
  const verdicts = await Promise.allSettled(
    Array.from(
      { length: 50 },
      async (_, index) => await verify(Uint8Array.of(index), bytes, bytes),
    ),
  );
  for (const [index, verdict] of verdicts.entries()) {
    if (index === 7) assert.equal(verdict.status, "rejected");
    else assert.deepEqual(verdict, { status: "fulfilled", value: index % 2 === 0 });
  }
});

Deno.test("inBatches() lets the event loop go on between two batches", async () => {
  let checked = 0;
  const verify = inBatches(() => ++checked > 0);
  const turns: number[] = [];
  const all = Promise.all(Array.from({ length: 40 }, () => verify(bytes, bytes, bytes)));
  while (checked < 40) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    turns.push(checked);
  }
  assert.deepEqual(turns, [16, 32, 40]);
  await all;
});

Deno.test("an axon that verifies in batches takes one of many copies of a call", async () => {
  const [alice, bob] = ["//Alice", "//Bob"].map(signerFromUri);
  const clock = new FakeClock();
  const app = createAxon({
    signer: bob,
    clock,
    verify: inBatches((...args) => verifySignature(...args)),
    routes: [axonRoute({ message: PullTask, handler: () => ({}) })],
  });
  const nonce = BigInt(clock.now()) * 1_000_000n;
  const call = signedCall({ signer: alice, receiver: bob.address, nonce });
  const forged = signedCall({
    signer: { ...alice, address: bob.address },
    receiver: bob.address,
    nonce,
  });
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => app.request(...(index % 2 === 0 ? call : forged))),
  );
  const statuses = answers.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 200).length, 1);
  assert.equal(statuses.filter((status) => status === 401).length, 39);
  await Promise.all(answers.map((answer) => answer.body?.cancel()));
});
