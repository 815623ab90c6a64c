import assert from "node:assert/strict";
import { AssetError, UnavailableError } from "@threegen/domain";
import { FakeClock, granted } from "@threegen/service/testing";
import { decodePng, encodePly } from "@threegen/splats";
import { AssessorPool, type WorkerLike } from "./assessor_pool.ts";
import { FakeAssessor } from "./testing/fake_assessor.ts";
import { madeCloud } from "./testing/made_clouds.ts";
import type { FromWorker, ToWorker, WorkerJob } from "./worker_messages.ts";

/** A worker without a thread: a test answers for it. */
class FakeWorker implements WorkerLike {
  readonly jobs: WorkerJob[] = [];
  isTerminated = false;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;

  postMessage(message: ToWorker): void {
    if (message.kind === "job") this.jobs.push(message.job);
    else queueMicrotask(() => this.say({ kind: "ready", scorer: assessor.scorer }));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(message: FromWorker): void {
    this.onmessage?.(new MessageEvent("message", { data: message }));
  }
}

const assessor = new FakeAssessor();

const REQUEST = {
  prompt: "x",
  asset: { bytes: Uint8Array.of(1), compression: 0 },
  singlePreview: false,
  gridPreview: false,
  previewScoreThreshold: 0.6,
} as const;

async function startFakePool(options: { workers?: number; maxQueued?: number } = {}) {
  const workers: FakeWorker[] = [];
  const clock = new FakeClock();
  const pool = await AssessorPool.start({
    ...options,
    deadlineMs: 10_000,
    clock,
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  });
  return { pool, workers, clock };
}

function scored(score: number): FromWorker {
  return { kind: "assessment", assessment: assessor.assessment(score) };
}

Deno.test("AssessorPool gives a worker one job at a time, in order", async () => {
  const { pool, workers: [worker] } = await startFakePool();
  await using _ = pool;
  const first = pool.assess(REQUEST);
  const second = pool.assess({ ...REQUEST, prompt: "y" });
  assert.equal(worker.jobs.length, 1);
  assert.equal(pool.queued, 1);
  worker.say(scored(0.1));
  assert.equal((await first).score, 0.1);
  assert.equal(worker.jobs.length, 2);
  worker.say(scored(0.2));
  assert.equal((await second).score, 0.2);
  assert.equal(pool.running, 0);
});

Deno.test("AssessorPool refuses more than may wait and says when to ask again", async () => {
  const { pool } = await startFakePool({ maxQueued: 1 });
  const running = pool.assess(REQUEST);
  const waiting = pool.assess(REQUEST);
  await assert.rejects(pool.assess(REQUEST), (error) => {
    assert.ok(error instanceof UnavailableError);
    assert.equal(error.code, "validation/busy");
    assert.ok(error.retryAfterMs >= 1000);
    return true;
  });
  await pool[Symbol.asyncDispose]();
  await assert.rejects(running, { code: "validation/closed" });
  await assert.rejects(waiting, { code: "validation/closed" });
});

Deno.test("AssessorPool ends and replaces the worker of a job that is over time", async () => {
  const { pool, workers, clock } = await startFakePool();
  await using _ = pool;
  const slow = pool.assess(REQUEST);
  const rejected = assert.rejects(slow, { code: "validation/too-slow" });
  await clock.advance(9_999);
  const next = pool.assess({ ...REQUEST, prompt: "next" });
  assert.equal(workers[0].isTerminated, false);
  await clock.advance(1);
  await rejected;
  assert.equal(workers[0].isTerminated, true);
  assert.equal(workers.length, 2);
  workers[1].say(scored(0.7));
  assert.equal((await next).score, 0.7);
});

Deno.test("AssessorPool drops a waiting job whose caller has gone and leaves the worker alone", async () => {
  const { pool, workers: [worker] } = await startFakePool();
  await using _ = pool;
  const running = pool.assess(REQUEST);
  const caller = new AbortController();
  const gone = pool.assess(REQUEST, caller.signal);
  caller.abort();
  await assert.rejects(gone, { name: "AbortError" });
  assert.equal(pool.queued, 0);
  assert.equal(worker.isTerminated, false);
  worker.say(scored(0.5));
  assert.equal((await running).score, 0.5);
});

Deno.test("AssessorPool stops the work of a caller that has gone", async () => {
  const { pool, workers } = await startFakePool();
  await using _ = pool;
  const caller = new AbortController();
  const gone = pool.assess(REQUEST, caller.signal);
  caller.abort();
  await assert.rejects(gone, { name: "AbortError" });
  assert.equal(workers[0].isTerminated, true);
  assert.equal(workers.length, 2);
});

Deno.test("AssessorPool fails the job of a worker that ends, and goes on with a new one", async () => {
  const { pool, workers } = await startFakePool();
  await using _ = pool;
  const unlucky = pool.assess(REQUEST);
  workers[0].onerror?.(new ErrorEvent("error", { message: "out of memory", cancelable: true }));
  await assert.rejects(unlucky, { code: "validation/worker-failed" });
  const next = pool.assess(REQUEST);
  await Promise.resolve();
  workers[1].say(scored(0.9));
  assert.equal((await next).score, 0.9);
});

Deno.test("AssessorPool tells a broken asset from a failure of ours", async () => {
  const { pool, workers: [worker] } = await startFakePool();
  await using _ = pool;
  const broken = pool.renderDuelView(REQUEST.asset);
  worker.say({ kind: "asset error", code: "asset/transparent", message: "nothing to see" });
  await assert.rejects(broken, AssetError);
  const failed = pool.assess(REQUEST);
  worker.say({ kind: "failure", message: "TypeError: a bug" });
  await assert.rejects(failed, UnavailableError);
});

Deno.test({
  name: "AssessorPool scores a made asset in a real worker and refuses a malformed one",
  ignore: !granted("read", "net", "env"),
  async fn() {
    await using pool = await AssessorPool.start({ views: { views: 4, sizePixels: 96 } });
    assert.equal(pool.scorer.dev, true);
    const answer = await pool.assess({
      prompt: "a red snowman",
      asset: { bytes: new Uint8Array(encodePly(madeCloud())), compression: 0 },
      singlePreview: true,
      gridPreview: true,
      previewScoreThreshold: 0.1,
    });
    assert.equal(answer.asset_error, null);
    assert.equal(answer.gaussians, 12_000);
    assert.ok(answer.score > 0.5, `score ${answer.score}`);
    const single = decodePng(Uint8Array.fromBase64(answer.preview!));
    assert.deepEqual([single.width, single.height], [96, 96]);
    const grid = decodePng(Uint8Array.fromBase64(answer.grid_preview!));
    assert.deepEqual([grid.width, grid.height], [197, 197]);

    const broken = await pool.assess({
      ...REQUEST,
      asset: { bytes: Uint8Array.of(1, 2), compression: 0 },
    });
    assert.equal(broken.score, 0);
    assert.equal(broken.asset_error?.code, "asset/malformed");
  },
});

Deno.test({
  name: "AssessorPool stops a real worker in the middle of an asset and scores the next one",
  ignore: !granted("read", "net", "env"),
  async fn() {
    await using pool = await AssessorPool.start({ views: { views: 16, sizePixels: 256 } });
    const request = {
      ...REQUEST,
      asset: { bytes: new Uint8Array(encodePly(madeCloud({ count: 60_000 }))), compression: 0 },
    } as const;
    const caller = new AbortController();
    const gone = pool.assess(request, caller.signal);
    assert.equal(pool.running, 1);
    caller.abort();
    await assert.rejects(gone, { name: "AbortError" });
    assert.equal(pool.running, 0);
    const next = await pool.assess(request);
    assert.equal(next.gaussians, 60_000);
    assert.ok(next.score > 0.5, `score ${next.score}`);
  },
});
