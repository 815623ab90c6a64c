import { devWallet } from "@threegen/chain/testing";
import { GetVersion, isTextTask, PullTask, signResult, SubmitResults } from "@threegen/protocol";
import { createAxon } from "@threegen/protocol/axon";
import { AxonRefusedError, Dendrite } from "@threegen/protocol/dendrite";
import { InMemoryNetwork } from "@threegen/protocol/testing";
import { unixNanoseconds, unixSeconds } from "@threegen/service";
import assert from "node:assert/strict";
import { DESK_POLICY, DeskStage, subnetOf, TINY_ASSET } from "../testing/desk_stage.ts";
import { axonRoutes } from "./axon_routes.ts";

const IP = "203.0.113.7";
const PORT = 8092;
const validator = devWallet("vera").hotkey;
const NAMES = ["ann", "ben", "rich"];

/** A validator's axon, and dendrites of miners that reach it without sockets. */
class WireStage extends DeskStage {
  readonly #network = new InMemoryNetwork();
  registered: readonly string[] = NAMES;

  constructor() {
    super({ names: NAMES });
    const metagraph = subnetOf(NAMES);
    const neurons = metagraph.neurons.map((neuron, uid) => ({
      ...neuron,
      stakeRao: uid === 2 ? 2_000_000_000_000n : 0n,
    }));
    const routes = axonRoutes({
      desk: this.desk,
      signer: validator,
      clock: this.clock,
      metagraph: () => ({ ...metagraph, neurons }),
      refreshFor: () => {
        this.registry.sync(subnetOf(this.registered), this.clock.now());
        return Promise.resolve();
      },
      qualityThreshold: DESK_POLICY.qualityThreshold,
      throttleSeconds: DESK_POLICY.throttleSeconds,
      minStakeTao: 1000,
      version: 100,
      validationVersion: () => Promise.resolve("2.4.0"),
    });
    this.#network.listen(IP, PORT, createAxon({ signer: validator, clock: this.clock, routes }));
  }

  dendrite(name: string): Dendrite {
    const fetch = this.#network.fetchFrom();
    return new Dendrite({ signer: devWallet(name).hotkey, clock: this.clock, fetch });
  }

  async pull(name: string): Promise<PullTask> {
    await using dendrite = this.dendrite(name);
    const target = { ip: IP, port: PORT, hotkey: validator.address };
    return (await dendrite.call(target, PullTask, {})).fields;
  }

  async send(name: string, fields: Partial<SubmitResults> & { prompt?: string }) {
    await using dendrite = this.dendrite(name);
    const { prompt = "", ...rest } = fields;
    const submitTime = unixNanoseconds(this.clock);
    const target = { ip: IP, port: PORT, hotkey: validator.address };
    const signature = signResult(this.signer(name), {
      submitTime,
      prompt,
      validatorHotkey: validator.address,
    });
    const answer = await dendrite.call(target, SubmitResults, {
      results: TINY_ASSET,
      submit_time: submitTime,
      signature,
      ...rest,
    });
    return answer.fields;
  }
}

Deno.test("PullTask gives a task with its threshold, throttle and deadline", async () => {
  using stage = new WireStage();
  const { task, ...rest } = await stage.pull("ann");
  assert.equal(task!.type, "text");
  assert.deepEqual(rest, {
    validation_threshold: 0.6,
    throttle_period: 30,
    cooldown_until: 0,
    cooldown_violations: 0,
    submit_before: unixSeconds(stage.clock) + 600,
  });
});

Deno.test("PullTask tells an unregistered hotkey to come back in an hour, with status 200", async () => {
  using stage = new WireStage();
  const { task, cooldown_until } = await stage.pull("nobody");
  assert.equal(task, null);
  assert.equal(cooldown_until, unixSeconds(stage.clock) + 3600);
});

Deno.test("PullTask serves a miner that registered a moment ago", async () => {
  using stage = new WireStage();
  stage.registered = [...NAMES, "newcomer"];
  assert.notEqual((await stage.pull("newcomer")).task, null);
});

Deno.test("PullTask during the cooldown says until when, and counts", async () => {
  using stage = new WireStage();
  const { task } = await stage.pull("ann");
  await stage.send("ann", { task_id: task!.id, prompt: task!.prompt });
  const refused = await stage.pull("ann");
  assert.equal(refused.task, null);
  assert.equal(refused.cooldown_until, unixSeconds(stage.clock) + 300);
  assert.equal(refused.cooldown_violations, 1);
});

Deno.test("SubmitResults is accepted by task_id, answered with feedback and without the asset", async () => {
  using stage = new WireStage();
  const { task } = await stage.pull("ann");
  const answer = await stage.send("ann", { task_id: task!.id, prompt: task!.prompt });
  assert.equal(answer.results, "");
  assert.equal(answer.signature, "");
  assert.equal(answer.cooldown_until, unixSeconds(stage.clock) + 300);
  assert.deepEqual(answer.feedback, {
    validation_failed: false,
    task_fidelity_score: 0.9,
    average_fidelity_score: stage.miner("ann").averageFidelity,
    generations_within_the_window: 1,
    current_duel_rating: 1500,
    current_miner_reward: 0.9,
  });
});

Deno.test("SubmitResults is accepted with the whole task, as the first era sends it", async () => {
  using stage = new WireStage();
  const { task } = await stage.pull("ann");
  assert.ok(task && isTextTask(task));
  const answer = await stage.send("ann", { task, prompt: task.prompt });
  assert.equal(answer.feedback!.task_fidelity_score, 0.9);
});

Deno.test("SubmitResults signed for another prompt is penalised", async () => {
  using stage = new WireStage();
  const { task } = await stage.pull("ann");
  assert.ok(task && isTextTask(task));
  const easier = { ...task, prompt: "something easier" };
  const answer = await stage.send("ann", { task: easier, prompt: easier.prompt });
  assert.equal(answer.feedback!.task_fidelity_score, 0);
  assert.equal(answer.cooldown_until, unixSeconds(stage.clock) + 900);
  assert.equal(stage.validation.requests.length, 0);
});

Deno.test("SubmitResults with a malformed signature is penalised, not an error", async () => {
  using stage = new WireStage();
  const { task } = await stage.pull("ann");
  const answer = await stage.send("ann", { task_id: task!.id, signature: "not base64!" });
  assert.equal(answer.cooldown_until, unixSeconds(stage.clock) + 900);
});

Deno.test("SubmitResults while validation is away says so and sets no cooldown", async () => {
  using stage = new WireStage();
  const { task } = await stage.pull("ann");
  stage.validation.scoring = () => {
    throw new TypeError("connection refused");
  };
  const answer = await stage.send("ann", { task_id: task!.id, prompt: task!.prompt });
  assert.equal(answer.feedback!.validation_failed, true);
  assert.equal(answer.cooldown_until, unixSeconds(stage.clock) + 1);
  assert.equal((await stage.pull("ann")).task!.id, task!.id);
});

Deno.test("SubmitResults of an unregistered hotkey gets no feedback", async () => {
  using stage = new WireStage();
  const answer = await stage.send("nobody", { task_id: "any" });
  assert.equal(answer.feedback, null);
  assert.equal(answer.cooldown_until, unixSeconds(stage.clock) + 3600);
});

Deno.test("GetVersion answers who has enough stake and nobody else", async () => {
  using stage = new WireStage();
  const target = { ip: IP, port: PORT, hotkey: validator.address };
  await using rich = stage.dendrite("rich");
  const { fields } = await rich.call(target, GetVersion, {});
  assert.deepEqual(fields, { version: 100, validation_version: "2.4.0" });
  await using poor = stage.dendrite("ann");
  await assert.rejects(
    poor.call(target, GetVersion, {}),
    (error: unknown) => error instanceof AxonRefusedError && error.status === 403,
  );
});
