import type { SetWeightsParameters, Subtensor } from "@threegen/chain";
import { EmbeddedChain, EmbeddedSubtensor, type SubnetRules } from "@threegen/chain/embedded";
import { devWallet } from "@threegen/chain/testing";
import { type Netuid, type Uid, UnavailableError } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { MinerRegistry } from "../miners/miner_registry.ts";
import { ValidatorStore } from "../store/validator_store.ts";
import type { SubnetSnapshot } from "../subnet_view.ts";
import { WeightSetter } from "./weight_setter.ts";

const NETUID = 17 as Netuid;
const BLOCK_MS = 12_000;
const RAO_PER_TAO = 1_000_000_000n;
const [vera, ann, ben] = ["vera", "ann", "ben"].map(devWallet);

/** Vera validates on an embedded chain; Ann and Ben mine. */
async function stageOf(
  { rules = {}, stakeTao = 5000n, refusal }: {
    readonly rules?: Partial<SubnetRules>;
    readonly stakeTao?: bigint;
    readonly refusal?: () => string | undefined;
  } = {},
) {
  const clock = new FakeClock();
  const neuronOf = ({ hotkey, coldkey }: typeof vera, stakeRao = 0n) => ({
    hotkey: hotkey.address,
    coldkey: coldkey.address,
    stakeRao,
  });
  const chain = await EmbeddedChain.open({
    clock,
    blockTimeMs: BLOCK_MS,
    genesis: {
      netuid: NETUID,
      rules: { weightsRateLimitBlocks: 10, tempo: 20, ...rules },
      neurons: [neuronOf(vera, stakeTao * RAO_PER_TAO), neuronOf(ann), neuronOf(ben)],
    },
  });
  const subtensor: Subtensor = new EmbeddedSubtensor(chain);
  const store = new ValidatorStore(":memory:");
  const registry = new MinerRegistry(store, clock.now());
  const setter = new WeightSetter({
    policy: { intervalBlocks: 5, minStakeTao: 1000, versionKey: 300n },
    netuid: NETUID,
    signer: vera.hotkey,
    subtensor,
    registry,
    store,
    clock,
    refusal: refusal ?? (() => undefined),
  });
  const snapshot = async (): Promise<SubnetSnapshot> => {
    const metagraph = await subtensor.metagraph(NETUID);
    registry.sync(metagraph, clock.now());
    return { metagraph, rules: await subtensor.hyperparameters(NETUID), readAt: clock.now() };
  };
  await snapshot();
  const earn = (wallet: typeof vera, ...scores: number[]) => {
    const miner = registry.get(wallet.hotkey.address)!;
    for (const score of scores) miner.score(score, true, 0.05, clock.now());
  };
  return {
    clock,
    chain,
    subtensor,
    setter,
    earn,
    snapshot,
    run: async () => await setter.runOnce(await snapshot()),
    weights: () => subtensor.weightsOf(NETUID, 0 as Uid),
    advanceBlocks: (blocks: number) => clock.advance(blocks * BLOCK_MS),
    [Symbol.dispose]: () => store[Symbol.dispose](),
  };
}

Deno.test("WeightSetter sets weights in proportion to the rewards, the largest as 65535", async () => {
  using stage = await stageOf();
  stage.earn(ann, 1, 1);
  stage.earn(ben, 1);
  const outcome = await stage.run();
  assert.equal(outcome.kind, "set");
  // Half of 65535 is 32767.5; halves round to even.
  assert.deepEqual(await stage.weights(), [[1, 65535], [2, 32768]]);
  assert.deepEqual(stage.setter.latest?.entries, [
    { uid: 1, weight: 65535, reward: 2 },
    { uid: 2, weight: 32768, reward: 1 },
  ]);
});

Deno.test("WeightSetter waits while nobody has earned anything", async () => {
  using stage = await stageOf();
  assert.equal((await stage.run()).kind, "waiting");
  assert.deepEqual(await stage.weights(), []);
});

Deno.test("WeightSetter keeps the longer of its own interval and the subnet's limit", async () => {
  using stage = await stageOf();
  stage.earn(ann, 1);
  assert.equal((await stage.run()).kind, "set");
  await stage.advanceBlocks(9);
  assert.equal((await stage.run()).kind, "waiting");
  await stage.advanceBlocks(1);
  assert.equal((await stage.run()).kind, "set");
});

Deno.test("WeightSetter does not ask the chain again on an old picture of the subnet", async () => {
  using stage = await stageOf();
  stage.earn(ann, 1);
  const old = await stage.snapshot();
  assert.equal((await stage.setter.runOnce(old)).kind, "set");
  await stage.advanceBlocks(1);
  assert.deepEqual((await stage.setter.runOnce(old)).kind, "waiting");
});

Deno.test("WeightSetter tells the operator that the stake is too low", async () => {
  using stage = await stageOf({ stakeTao: 999n });
  stage.earn(ann, 1);
  const outcome = await stage.run();
  assert.equal(outcome.kind, "refused");
  assert.match(stage.setter.problem!, /stake is 999 TAO, less than 1000/);
});

Deno.test("WeightSetter sets nothing while scores come from a development scorer", async () => {
  let reason: string | undefined = "Cannot set weights: development scorer";
  using stage = await stageOf({ refusal: () => reason });
  stage.earn(ann, 1);
  assert.equal((await stage.run()).kind, "refused");
  assert.equal(stage.setter.problem, reason);
  assert.deepEqual(await stage.weights(), []);

  reason = undefined;
  assert.equal((await stage.run()).kind, "set");
  assert.equal(stage.setter.problem, undefined);
});

Deno.test("WeightSetter reports a refusal of the chain by name and goes on when it has passed", async () => {
  using stage = await stageOf({ rules: { weightsVersionKey: 301n } });
  stage.earn(ann, 1);
  assert.equal((await stage.run()).kind, "refused");
  assert.match(stage.setter.problem!, /IncorrectWeightVersionKey/);

  await stage.chain.changeRules({ weightsVersionKey: 300n });
  assert.equal((await stage.run()).kind, "set");
  assert.equal(stage.setter.problem, undefined);
});

Deno.test("WeightSetter lets the loop hear that the chain is away", async () => {
  using stage = await stageOf();
  stage.earn(ann, 1);
  const snapshot = await stage.snapshot();
  stage.subtensor.setWeights = (_hotkey: unknown, _parameters: SetWeightsParameters) =>
    Promise.reject(new UnavailableError("chain/away", "Cannot set weights: no answer"));
  await assert.rejects(stage.setter.runOnce(snapshot), UnavailableError);
});
