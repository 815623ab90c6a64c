import { configureSync, type LogRecord, resetSync } from "@logtape/logtape";
import type { Metagraph } from "@threegen/chain";
import { devWallet } from "@threegen/chain/testing";
import {
  type Coldkey,
  type Netuid,
  type TaskId,
  type Uid,
  UnavailableError,
} from "@threegen/domain";
import { GenerationClient } from "@threegen/generation/client";
import { Feedback, PullTask, SubmitResults, verifyResult } from "@threegen/protocol";
import { axonRoute, createAxon } from "@threegen/protocol/axon";
import { Dendrite } from "@threegen/protocol/dendrite";
import { InMemoryNetwork } from "@threegen/protocol/testing";
import { unixSeconds } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import { decodeSpz404, encodePly } from "@threegen/splats";
import { tinyCloud } from "@threegen/splats/testing";
import assert from "node:assert/strict";
import { ValidatorPicker } from "./validator_picker.ts";
import { Worker, type WorkOutcome } from "./worker.ts";

const IP = "203.0.113.7";
const PORT = 8092;
const TASK = { type: "text" as const, id: "task-1" as TaskId, prompt: "a pink bicycle" };
const miner = devWallet("ann").hotkey;
const validator = devWallet("vera");

/** A worker, a validator that answers what the test wants, a generator that may be away. */
class WorkerStage implements AsyncDisposable {
  readonly clock = new FakeClock();
  readonly network = new InMemoryNetwork();
  readonly submissions: SubmitResults[] = [];
  readonly prompts: string[] = [];
  pull: () => Partial<PullTask> = () => ({ task: TASK, submit_before: this.seconds(600) });
  submit: (fields: SubmitResults) => Partial<SubmitResults> = () => ({
    feedback: Feedback.parse({ task_fidelity_score: 0.9 }),
    cooldown_until: this.seconds(300),
  });
  generate: () => Response = () => new Response(encodePly(tinyCloud()) as BodyInit);
  readonly axon = createAxon({
    signer: validator.hotkey,
    clock: this.clock,
    routes: [
      axonRoute({ message: PullTask, handler: () => this.pull() }),
      axonRoute({
        message: SubmitResults,
        handler: (fields) => {
          this.submissions.push(fields);
          return this.submit(fields);
        },
      }),
    ],
  });
  readonly picker = new ValidatorPicker({
    ownHotkey: miner.address,
    minStakeTao: 1000,
    clock: this.clock,
  });
  readonly #dendrite = new Dendrite({
    signer: miner,
    clock: this.clock,
    fetch: this.network.fetchFrom(),
  });
  readonly worker = new Worker({
    signer: miner,
    clock: this.clock,
    dendrite: this.#dendrite,
    picker: this.picker,
    generation: new GenerationClient({
      endpoint: "http://generator",
      fetch: (_url, init) => {
        this.prompts.push((init!.body as URLSearchParams).get("prompt")!);
        return Promise.resolve(this.generate());
      },
    }),
    unsent: new Map(),
    failedValidatorDelayMs: 300_000,
  });
  readonly #stop = new AbortController();

  constructor() {
    this.network.listen(IP, PORT, this.axon);
    const { hotkey, coldkey } = validator;
    const subnet: Metagraph = {
      netuid: 17 as Netuid,
      block: 1,
      neurons: [{
        uid: 0 as Uid,
        hotkey: hotkey.address,
        coldkey: coldkey.address as string as Coldkey,
        stakeRao: 1000n * 1_000_000_000n,
        hasValidatorPermit: true,
        incentive: 0,
        dividends: 0,
        emissionRao: 0n,
        lastUpdateBlock: 0,
        axon: { ip: IP, port: PORT, version: 1, block: 1 },
      }],
    };
    this.picker.update(subnet);
  }

  /** UNIX seconds from now. */
  seconds(fromNow: number): number {
    return unixSeconds(this.clock) + fromNow;
  }

  run(): Promise<WorkOutcome> {
    return this.worker.runOnce(this.#stop.signal);
  }

  /** Runs a turn while time passes, for turns that wait between tries. */
  async runFor(ms: number): Promise<WorkOutcome> {
    const turn = this.run();
    await this.clock.advance(ms);
    return await turn;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#dendrite[Symbol.asyncDispose]();
  }
}

function away(): never {
  throw new TypeError("connection refused");
}

Deno.test("Worker pulls, has the asset made, and hands it in packed and signed with the consent", async () => {
  await using stage = new WorkerStage();
  const outcome = await stage.run();
  assert.equal(outcome.kind, "submitted");
  assert.deepEqual(stage.prompts, [TASK.prompt]);
  const [sent] = stage.submissions;
  assert.equal(sent.task_id, TASK.id);
  assert.equal(sent.compression, 2);
  assert.equal(decodeSpz404(Uint8Array.fromBase64(sent.results)).count, tinyCloud().count);
  assert.ok(verifyResult(sent.signature, {
    submitTime: sent.submit_time,
    prompt: TASK.prompt,
    validatorHotkey: validator.hotkey.address,
    minerHotkey: miner.address,
  }));
  assert.equal(stage.picker.nextReadyAt(), stage.seconds(300) * 1000);
});

Deno.test("Worker leaves a validator alone as long as it asks for", async () => {
  await using stage = new WorkerStage();
  stage.pull = () => ({ cooldown_until: stage.seconds(77) });
  assert.equal((await stage.run()).kind, "no-task");
  assert.deepEqual(await stage.run(), { kind: "idle", until: stage.seconds(77) * 1000 });
});

Deno.test("Worker leaves a validator without work alone for a while", async () => {
  await using stage = new WorkerStage();
  stage.pull = () => ({});
  assert.equal((await stage.run()).kind, "no-task");
  assert.equal(stage.picker.nextReadyAt(), stage.seconds(300) * 1000);
});

Deno.test("Worker survives a validator that is away, and works when it is back", async () => {
  await using stage = new WorkerStage();
  stage.network.listen(IP, PORT, undefined);
  assert.equal((await stage.run()).kind, "validator-failed");
  stage.network.listen(IP, PORT, stage.axon);
  assert.equal((await stage.run()).kind, "idle");
  await stage.clock.advance(300_000);
  assert.equal((await stage.run()).kind, "submitted");
});

Deno.test("Worker tries to generate three times, then gives the task back", async () => {
  await using stage = new WorkerStage();
  stage.generate = away;
  const outcome = await stage.runFor(10_000);
  assert.equal(outcome.kind, "skipped");
  assert.equal(stage.prompts.length, 3);
  assert.deepEqual(stage.submissions.map(({ results }) => results), [""]);
});

Deno.test("Worker goes on when the generator comes back between two tries", async () => {
  await using stage = new WorkerStage();
  stage.generate = () =>
    stage.prompts.length < 2 ? away() : new Response(
      encodePly(tinyCloud()) as BodyInit,
    );
  assert.equal((await stage.runFor(10_000)).kind, "submitted");
});

Deno.test("Worker gives the task back at once when the generator makes no PLY", async () => {
  await using stage = new WorkerStage();
  stage.generate = () => new Response("<html>");
  assert.equal((await stage.run()).kind, "skipped");
  assert.equal(stage.prompts.length, 1);
  assert.equal(stage.submissions[0].results, "");
});

Deno.test("Worker hands the same asset in again while the validator cannot validate", async () => {
  await using stage = new WorkerStage();
  stage.submit = () => ({
    feedback: Feedback.parse(
      stage.submissions.length < 3 ? { validation_failed: true } : { task_fidelity_score: 0.8 },
    ),
    cooldown_until: stage.seconds(1),
  });
  const outcome = await stage.runFor(10_000);
  assert.equal(outcome.kind === "submitted" && outcome.feedback!.task_fidelity_score, 0.8);
  assert.equal(new Set(stage.submissions.map(({ results }) => results)).size, 1);
  assert.equal(stage.prompts.length, 1);
});

Deno.test("Worker keeps an asset whose validator went away, and hands it in when the task comes again", async () => {
  await using stage = new WorkerStage();
  stage.generate = () => {
    stage.network.listen(IP, PORT, undefined); // The validator dies while we work.
    return new Response(encodePly(tinyCloud()) as BodyInit);
  };
  assert.equal((await stage.runFor(120_000)).kind, "unsent");
  stage.network.listen(IP, PORT, stage.axon);
  await stage.clock.advance(300_000);
  assert.equal((await stage.run()).kind, "submitted");
  assert.equal(stage.prompts.length, 1);
  assert.equal(stage.submissions.length, 1);
});

Deno.test("Worker stops waiting when it is told to stop", async () => {
  await using stage = new WorkerStage();
  const stop = new AbortController();
  stage.generate = away;
  const turn = stage.worker.runOnce(stop.signal);
  await stage.clock.advance(500);
  stop.abort(new DOMException("stop", "AbortError"));
  await assert.rejects(turn, { name: "AbortError" });
  assert.equal(stage.clock.sleeping, 0);
});

/** What a validator of the original hands out to a fifth of its miners; here a picture of 3 MiB. */
const IMAGE_TASK = {
  type: "image",
  id: "task-2" as TaskId,
  prompt: new Uint8Array(3 << 20).fill(7).toBase64(),
};

Deno.test("Worker gives an image task back: empty, and signed over the whole picture", async () => {
  await using stage = new WorkerStage();
  stage.pull = () => ({ task: IMAGE_TASK });
  const outcome = await stage.run();
  assert.equal(outcome.kind, "declined");
  assert.deepEqual(stage.prompts, []);
  const [sent] = stage.submissions;
  assert.equal(sent.task_id, IMAGE_TASK.id);
  assert.equal(sent.task, null);
  assert.equal(sent.results, "");
  assert.ok(verifyResult(sent.signature, {
    submitTime: sent.submit_time,
    prompt: IMAGE_TASK.prompt,
    validatorHotkey: validator.hotkey.address,
    minerHotkey: miner.address,
  }));
});

Deno.test("Worker logs an image task once, and not the picture", async () => {
  const records: LogRecord[] = [];
  configureSync({
    reset: true,
    sinks: { records: (record) => records.push(record) },
    loggers: [
      { category: ["threegen", "miner"], lowestLevel: "trace", sinks: ["records"] },
      { category: ["logtape", "meta"], lowestLevel: "error", sinks: [] },
    ],
  });
  try {
    await using stage = new WorkerStage();
    stage.pull = () => ({ task: IMAGE_TASK });
    assert.equal((await stage.run()).kind, "declined");
    assert.equal((await stage.run()).kind, "idle");
  } finally {
    resetSync();
  }
  assert.deepEqual(records.map(({ level, message }) => [level, message.join("")]), [
    ["warning", "Task task-2 from uid 0: giving it back: its kind is image, we make text only"],
  ]);
  assert.ok(JSON.stringify(records[0].properties).length < 200);
});

Deno.test("Worker leaves a validator alone after an image task, whatever it answers", async (t) => {
  const answers: Record<string, (stage: WorkerStage) => Partial<SubmitResults>> = {
    "no cooldown": () => ({ feedback: Feedback.parse({}), cooldown_until: 0 }),
    "a failed validation": () => ({ feedback: Feedback.parse({ validation_failed: true }) }),
    "no feedback": () => ({}),
    "an error": () => {
      throw new UnavailableError("test/away", "Cannot take result: away");
    },
  };
  for (const [name, answer] of Object.entries(answers)) {
    await t.step(name, async () => {
      await using stage = new WorkerStage();
      stage.pull = () => ({ task: IMAGE_TASK });
      stage.submit = () => answer(stage);
      await stage.run();
      assert.equal(stage.submissions.length, 1);
      assert.deepEqual(await stage.run(), { kind: "idle", until: stage.seconds(300) * 1000 });
    });
  }
});
