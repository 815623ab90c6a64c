/**
 * The promise of the subnet, kept in one test process: prompts become tasks, tasks become assets,
 * assets become scores, scores become weights, and the chain pays the better miner more.
 *
 * Everything between the programs is real: HTTP apps, signatures, chain rules. Only the generator
 * and the scorer are small, so that what is better is known beforehand; and time is a test's.
 */
import { EmbeddedChain, EmbeddedSubtensor } from "@threegen/chain/embedded";
import { type DevWallet, devWallet } from "@threegen/chain/testing";
import type { Netuid, Uid } from "@threegen/domain";
import { createGenerationApp, type GenerationBackend } from "@threegen/generation";
import { Miner } from "@threegen/miner";
import { InMemoryNetwork } from "@threegen/protocol/testing";
import { type Clock, seededRandom } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import { cloudFromActivated, decodeSpz404, encodePly } from "@threegen/splats";
import { type Assessor, createValidationApp } from "@threegen/validation";
import { Validator, type ValidatorSettings } from "@threegen/validator";
import { Hono } from "hono";
import assert from "node:assert/strict";

const NETUID = 17 as Netuid;
const RAO_PER_TAO = 1_000_000_000n;
const BLOCK_MS = 12_000;
const VALIDATOR_IP = "203.0.113.7";
const AXON_PORT = 8092;

/** Gaussians from which the scorer is content. */
const FINE_DETAIL = 64;
const PROMPTS = ["a pink bicycle", "a blue teapot", "a stone tower", "a brass telescope"];

Deno.test("a better miner earns more weight", async () => {
  const clock = new FakeClock();
  const network = new InMemoryNetwork();
  const fetch = network.fetchFrom();
  const [vera, good, poor] = ["vera", "good", "poor"].map(devWallet);
  await using chain = await EmbeddedChain.open({
    clock,
    blockTimeMs: BLOCK_MS,
    genesis: {
      netuid: NETUID,
      rules: { tempo: 20, weightsRateLimitBlocks: 10 },
      neurons: [neuronOf(vera, 5000n * RAO_PER_TAO), neuronOf(good), neuronOf(poor)],
    },
  });
  await using subtensor = new EmbeddedSubtensor(chain);

  const collector = new Hono().post("/text-prompts/get/", (context) => {
    return context.json({ prompts: PROMPTS });
  });
  network.listen("10.0.0.1", 9100, collector);
  network.listen("10.0.0.2", 8094, createValidationApp({ assessor: detailAssessor() }));
  await using validator = new Validator({
    settings: SETTINGS,
    signer: vera.hotkey,
    subtensor,
    clock,
    random: seededRandom(1),
    storePath: ":memory:",
    fetch,
  });
  network.listen(VALIDATOR_IP, AXON_PORT, validator.axon);

  const minerOf = (wallet: DevWallet, gaussians: number, ip: string): Miner => {
    const backend = detailBackend(gaussians, clock);
    network.listen(ip, 8093, createGenerationApp({ backend, clock }));
    return new Miner({
      settings: {
        netuid: NETUID,
        syncIntervalMs: 600_000,
        logIntervalMs: 600_000,
        minStakeTao: 1000,
        failedValidatorDelayMs: 30_000,
        generationEndpoints: [`http://${ip}:8093`],
        generationTimeoutMs: 300_000,
      },
      signer: wallet.hotkey,
      subtensor,
      clock,
      fetch,
      axonFetch: fetch,
    });
  };
  await using goodMiner = minerOf(good, FINE_DETAIL, "10.0.0.3");
  await using poorMiner = minerOf(poor, FINE_DETAIL / 8, "10.0.0.4");

  const stop = new AbortController();
  const running = Promise.all([
    validator.run({ ip: VALIDATOR_IP, port: AXON_PORT }, stop.signal),
    goodMiner.run(stop.signal),
    poorMiner.run(stop.signal),
  ]);
  await clock.advance(45 * 60_000);

  const weights = new Map(await subtensor.weightsOf(NETUID, 0 as Uid));
  const [goodWeight, poorWeight] = [weights.get(1 as Uid)!, weights.get(2 as Uid)!];
  assert.equal(goodWeight, 65535);
  // As many results each, 1.00 against 0.65: the weights are in the proportion of the rewards.
  assert.ok(poorWeight > 0.55 * goodWeight && poorWeight < 0.75 * goodWeight, `${poorWeight}`);
  const { neurons } = await subtensor.metagraph(NETUID);
  assert.ok(neurons[1].incentive > neurons[2].incentive);
  assert.ok(neurons[2].incentive > 0);
  assert.ok(neurons[1].emissionRao > neurons[2].emissionRao);
  assert.equal(neurons[0].axon.ip, VALIDATOR_IP);
  for (const path of ["/PullTask", "/SubmitResults", "/generate/", "/validate_txt_to_3d_ply/"]) {
    const calls = network.calls.filter((call) => call.endsWith(path));
    assert.ok(calls.length >= 10, `${calls.length} calls of ${path}`);
  }

  stop.abort(new DOMException("the test is over", "AbortError"));
  await running;
});

const SETTINGS: ValidatorSettings = {
  netuid: NETUID,
  syncIntervalMs: 60_000,
  logIntervalMs: 600_000,
  weightIntervalBlocks: 20,
  minStakeTao: 1000,
  desk: {
    cooldownSeconds: 300,
    penaltySeconds: 600,
    throttleSeconds: 30,
    violationsThreshold: 100,
    violationPenaltySeconds: 10,
    taskTimeoutMs: 600_000,
    qualityThreshold: 0.6,
    averageAlpha: 0.05,
  },
  organic: { copies: 4, sendResultTimeoutMs: 30_000, taskTimeoutMs: 300_000, queueSize: 50 },
  limits: { keptTasks: 1000, keptAssets: 10 },
  validationEndpoints: ["http://10.0.0.2:8094"],
  validationTimeoutMs: 60_000,
  collectorEndpoint: "http://10.0.0.1:9100",
  promptsIntervalMs: 1_800_000,
  fallbackPrompts: [],
  promptOrder: "random",
  network: "embedded",
  isLocalNetwork: true,
};

function neuronOf({ hotkey, coldkey }: DevWallet, stakeRao = 0n) {
  return { hotkey: hotkey.address, coldkey: coldkey.address, stakeRao };
}

/** Makes assets of a given number of Gaussians; more of them are finer. */
function detailBackend(gaussians: number, clock: Clock): GenerationBackend {
  const axis = Float32Array.from({ length: gaussians * 3 }, (_, index) => Math.sin(index));
  const cloud = cloudFromActivated({
    positions: axis,
    scales: new Float32Array(gaussians * 3).fill(0.1),
    opacities: new Float32Array(gaussians).fill(0.9),
    colors: new Float32Array(gaussians * 3).fill(0.5),
  });
  return {
    name: "detail",
    async generate({ signal }) {
      await clock.sleep(20_000, signal);
      return { bytes: encodePly(cloud), gaussians, matched: true };
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Scores an asset by its detail, 0.6 to 1; reads it as the real one does. */
function detailAssessor(): Assessor {
  const scorer = { name: "detail", version: "1", dev: true };
  return {
    scorer,
    assess({ asset }) {
      const { count } = decodeSpz404(asset.bytes);
      const score = 0.6 + 0.4 * Math.min(1, count / FINE_DETAIL);
      return Promise.resolve({
        score,
        iqa: score,
        alignment_score: score,
        ssim: 0,
        lpips: 0,
        preview: null,
        grid_preview: null,
        scorer,
        gaussians: count,
        asset_error: null,
      });
    },
    renderDuelView: () => Promise.reject(new Error("no duels in this scenario")),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
