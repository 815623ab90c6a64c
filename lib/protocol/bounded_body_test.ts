import { RequestError, UnavailableError } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { BodyBudget, readBounded, SharedBodyBudget } from "./bounded_body.ts";
import { TimeLimit } from "./time_limit.ts";

/** No limit at all, unless a signal ends it. */
function limitBy(signal?: AbortSignal): TimeLimit {
  return new TimeLimit({
    clock: new FakeClock(),
    timeoutMs: 1e9,
    signal,
    onTimeout: () => new Error("never"),
  });
}
const never = limitBy();

/** A body that never ends by itself, and remembers whether it was cancelled. */
function endless() {
  const state = { isCancelled: false, pieces: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      state.pieces++;
      controller.enqueue(new Uint8Array(1000));
    },
    cancel() {
      state.isCancelled = true;
    },
  });
  return { state, source: { headers: new Headers(), body } };
}

Deno.test("readBounded() reads a body of exactly the limit", async () => {
  const bytes = await readBounded(new Response("x".repeat(1000)), 1000, never);
  assert.equal(bytes.length, 1000);
});

Deno.test("readBounded() stops and cancels a body over the limit", async () => {
  const { state, source } = endless();
  await assert.rejects(
    readBounded(source, 10_000, never),
    (error) => error instanceof RequestError && error.status === 413,
  );
  assert.ok(state.isCancelled);
  assert.ok(state.pieces <= 13);
});

Deno.test("readBounded() refuses by the declared length before it reads", async () => {
  const { state, source } = endless();
  source.headers.set("content-length", "10001");
  await assert.rejects(readBounded(source, 10_000, never), RequestError);
  assert.ok(state.isCancelled);
  assert.ok(state.pieces <= 1);
});

Deno.test("readBounded() trusts no declared length of a body that is unpacked on its way", async () => {
  const { state, source } = endless();
  source.headers.set("content-length", "211");
  source.headers.set("content-encoding", "br");
  const bytes = () => Promise.reject(new Error("read in one piece"));
  await assert.rejects(
    readBounded({ ...source, bytes }, 10_000, never),
    (error) => error instanceof RequestError && error.status === 413,
  );
  assert.ok(state.isCancelled);
});

Deno.test("readBounded() ends with the signal while a sender is silent", async () => {
  const body = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
  const stop = new AbortController();
  const reading = readBounded({ headers: new Headers(), body }, 10, limitBy(stop.signal));
  stop.abort(new Error("time is up"));
  await assert.rejects(reading, /time is up/);
});

Deno.test("BodyBudget bounds all bodies together", async () => {
  const budget = new BodyBudget(2500);
  const { state, source } = endless();
  await assert.rejects(
    readBounded(source, 1_000_000, never, (sizeBytes) => budget.take(sizeBytes)),
    UnavailableError,
  );
  assert.ok(state.isCancelled);
  assert.equal(budget.usedBytes, 2000);
});

Deno.test("SharedBodyBudget gives nobody more than a share, nor all together more than the whole", () => {
  const budget = new SharedBodyBudget(100, 40);
  const shares = ["a", "b", "c"].map((holder) => budget.shareOf(holder));
  for (const share of shares.slice(0, 2)) share.take(40);
  assert.throws(() => budget.shareOf("a").take(1), UnavailableError);
  assert.throws(() => shares[2].take(21), UnavailableError);
  shares[2].take(20);
  shares[0].give(40);
  shares[2].take(20);
  assert.equal(budget.holders, 2);
  for (const share of shares.slice(1)) share.give(40);
  assert.equal(budget.holders, 0);
});
