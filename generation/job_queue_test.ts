import assert from "node:assert/strict";
import { UnavailableError } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import { JobQueue } from "./job_queue.ts";

const never = new AbortController().signal;

Deno.test("JobQueue runs one job at a time, in order", async () => {
  const queue = new JobQueue({ size: 4, clock: new FakeClock() });
  const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const seen: string[] = [];
  const runs = gates.map((gate, index) =>
    queue.run(async () => {
      seen.push(`start ${index}`);
      await gate.promise;
      seen.push(`end ${index}`);
    }, never)
  );
  assert.equal(queue.waiting, 2);
  gates.toReversed().forEach((gate) => gate.resolve());
  await Promise.all(runs);
  assert.deepEqual(seen, ["start 0", "end 0", "start 1", "end 1", "start 2", "end 2"]);
  assert.equal(queue.isRunning, false);
});

Deno.test("JobQueue refuses a job when the queue is full and says when to come back", async () => {
  const clock = new FakeClock();
  const queue = new JobQueue({ size: 1, clock });
  const gate = Promise.withResolvers<void>();
  const first = queue.run(() => gate.promise, never);
  const second = queue.run(() => Promise.resolve("second"), never);
  await assert.rejects(queue.run(() => Promise.resolve(), never), (error) => {
    assert.ok(error instanceof UnavailableError);
    assert.equal(error.code, "generation/busy");
    assert.ok(error.retryAfterMs > 0);
    return true;
  });
  await clock.advance(4000);
  gate.resolve();
  await first;
  assert.equal(await second, "second");
});

Deno.test("JobQueue lets a waiting job leave when its signal aborts", async () => {
  const queue = new JobQueue({ size: 2, clock: new FakeClock() });
  const gate = Promise.withResolvers<void>();
  const first = queue.run(() => gate.promise, never);
  const caller = new AbortController();
  let ran = false;
  const second = queue.run(() => {
    ran = true;
    return Promise.resolve();
  }, caller.signal);
  caller.abort(new Error("gone"));
  await assert.rejects(second, /gone/);
  assert.equal(queue.waiting, 0);
  gate.resolve();
  await first;
  assert.equal(ran, false);
});

Deno.test("JobQueue goes on after a job that failed", async () => {
  const queue = new JobQueue({ size: 2, clock: new FakeClock() });
  const failing = queue.run(() => Promise.reject(new Error("broken")), never);
  const next = queue.run(() => Promise.resolve(7), never);
  await assert.rejects(failing, /broken/);
  assert.equal(await next, 7);
  assert.equal(queue.isRunning, false);
});
