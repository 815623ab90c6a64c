import { systemClock } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { TimeLimit } from "./time_limit.ts";

/** Limits on the machine's clock, and which of them ended. */
function limits() {
  const ended: number[] = [];
  const start = (timeoutMs: number) => {
    const limit = new TimeLimit({
      clock: systemClock,
      timeoutMs,
      onTimeout: () => {
        ended.push(timeoutMs);
        return new Error(`over after ${timeoutMs} ms`);
      },
    });
    return { limit, over: assert.rejects(async () => await limit.race(never), /over after/) };
  };
  return { ended, start };
}
const never = new Promise<never>(() => {});

Deno.test("TimeLimit ends limits on the machine's clock by their time, not by their start", async () => {
  const { ended, start } = limits();
  const [far, ...near] = [1e6, 40, 5, 20].map(start);
  await Promise.all(near.map(({ over }) => over));
  // In which order is up to the machine: on one that stood still meanwhile, all at once.
  assert.deepEqual(ended.toSorted((a, b) => a - b), [5, 20, 40]);
  for (const { limit } of [far, ...near]) limit[Symbol.dispose]();
});

Deno.test("TimeLimit that was disposed never ends, and leaves no timer behind", async () => {
  const { ended, start } = limits();
  const [soon, later] = [10, 30].map(start);
  soon.limit[Symbol.dispose]();
  await later.over;
  assert.deepEqual(ended, [30]);
  assert.equal(soon.limit.signal.aborted, false);
  assert.equal(later.limit.signal.aborted, true);
  later.limit[Symbol.dispose]();
  start(1e6).limit[Symbol.dispose](); // The sanitizer of this runner would find its timer.
});

Deno.test("TimeLimit takes no timer for work that has nothing to wait for, one for work that has", async () => {
  const clock = new FakeClock();
  const timedOut = new Error("over");
  using limit = new TimeLimit({ clock, timeoutMs: 1000, onTimeout: () => timedOut });
  assert.equal(await limit.race(Promise.resolve("soon")), "soon");
  await assert.rejects(async () => await limit.race(Promise.reject(new Error("bad"))), /bad/);
  await clock.advance(5000);
  assert.equal(clock.sleeping, 0);

  const late = assert.rejects(async () => await limit.race(never), timedOut);
  await clock.advance(999);
  assert.equal(clock.sleeping, 1);
  await clock.advance(1);
  await late;
  assert.ok(limit.signal.aborted);
  // What begins after the end is refused, and a failure of it is nobody's unhandled rejection.
  for (const work of [Promise.resolve("soon"), Promise.reject(new Error("bad"))]) {
    await assert.rejects(async () => await limit.race(work), timedOut);
  }
});
