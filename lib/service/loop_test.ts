import assert from "node:assert/strict";
import { startLoop } from "./loop.ts";
import { FakeClock } from "./testing/fake_clock.ts";

Deno.test("startLoop() goes on after a failing turn and waits longer each time", async () => {
  const clock = new FakeClock(0);
  const stop = new AbortController();
  const turns: number[] = [];
  const loop = startLoop({ name: "test", everyMs: 100, signal: stop.signal, clock }, () => {
    turns.push(clock.now());
    if (turns.length <= 3) throw new Error("not yet");
  });
  await clock.advance(2000);
  // 250 ms after the first failure, then 500, then 1000; then every 100 ms.
  assert.deepEqual(turns.slice(0, 5), [0, 250, 750, 1750, 1850]);
  stop.abort();
  await loop;
});

Deno.test("startLoop() ends without a further turn when its signal aborts", async () => {
  const clock = new FakeClock(0);
  const stop = new AbortController();
  let turns = 0;
  const loop = startLoop({ name: "test", everyMs: 10, signal: stop.signal, clock }, () => {
    turns++;
  });
  await clock.advance(25);
  stop.abort();
  await loop;
  const before = turns;
  await clock.advance(100);
  assert.equal(turns, before);
});
