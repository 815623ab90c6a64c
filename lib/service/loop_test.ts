import { ConfigError, UnavailableError } from "@threegen/domain";
import assert from "node:assert/strict";
import { startLoop, untilSucceeds } from "./loop.ts";
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

Deno.test("untilSucceeds() waits longer after each failure and gives the first result", async () => {
  const clock = new FakeClock(0);
  const attempts: number[] = [];
  const result = untilSucceeds(
    { name: "test", signal: new AbortController().signal, clock },
    () => {
      attempts.push(clock.now());
      return attempts.length === 4
        ? Promise.resolve("connected")
        : Promise.reject(new UnavailableError("test/away", "Cannot reach chain"));
    },
  );
  await clock.advance(10_000);
  assert.equal(await result, "connected");
  assert.deepEqual(attempts, [0, 1000, 3000, 7000]);
  assert.equal(clock.sleeping, 0);
});

Deno.test("untilSucceeds() does not repeat what the operator has to mend", async () => {
  let attempts = 0;
  await assert.rejects(
    untilSucceeds(
      { name: "test", signal: new AbortController().signal, clock: new FakeClock(0) },
      () => Promise.reject(new ConfigError(`mistake ${++attempts}`)),
    ),
    /mistake 1/,
  );
});

Deno.test("untilSucceeds() ends with its signal, in a wait and in an attempt that never ends", async () => {
  for (const attempt of [() => Promise.reject(new Error("away")), () => new Promise(() => {})]) {
    const clock = new FakeClock(0);
    const stop = new AbortController();
    const trying = untilSucceeds({ name: "test", signal: stop.signal, clock }, attempt);
    const ended = assert.rejects(trying, /enough/);
    await clock.advance(10);
    stop.abort(new Error("enough"));
    await ended;
    assert.equal(clock.sleeping, 0);
  }
});
