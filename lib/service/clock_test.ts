import assert from "node:assert/strict";
import { systemClock, unixNanoseconds, unixSeconds } from "./clock.ts";
import { FakeClock } from "./testing/fake_clock.ts";

Deno.test("systemClock.sleep() rejects with the reason of an aborted signal", async () => {
  const stop = new AbortController();
  const sleeping = systemClock.sleep(60_000, stop.signal);
  stop.abort(new Error("enough"));
  await assert.rejects(sleeping, /enough/);
  await assert.rejects(systemClock.sleep(60_000, stop.signal), /enough/);
});

Deno.test("unixNanoseconds() keeps digits that a number would lose", () => {
  const clock = new FakeClock(1_735_689_600_123);
  assert.equal(unixNanoseconds(clock), 1_735_689_600_123_000_000n);
  assert.equal(unixSeconds(clock), 1_735_689_600);
});

Deno.test("FakeClock.advance() wakes sleepers in order of time, not of calling", async () => {
  const clock = new FakeClock(0);
  const order: string[] = [];
  const late = clock.sleep(20).then(() => order.push(`late at ${clock.now()}`));
  const early = clock.sleep(10).then(() => order.push(`early at ${clock.now()}`));
  await clock.advance(5);
  assert.deepEqual(order, []);
  await clock.advance(100);
  assert.deepEqual(order, ["early at 10", "late at 20"]);
  assert.equal(clock.now(), 105);
  await Promise.all([late, early]);
});
