/**
 * The contract of a {@linkcode Subtensor}: what every implementation does, on every chain.
 *
 * It runs on the embedded chain and, unchanged, on the genuine runtime; where they differ, the
 * embedded chain is wrong.
 *
 * @module
 */
import { ChainError, type Netuid, type Uid } from "@threegen/domain";
import assert from "node:assert/strict";
import { ServingTooEarlyError } from "../serving_rate.ts";
import type { Hyperparameters, Metagraph, NeuronInfo, Subtensor } from "../subtensor.ts";
import { type DevWallet, devWallet } from "./dev_wallet.ts";

/** A chain with one subnet without neurons, and a client of it. */
export interface SubtensorStage extends AsyncDisposable {
  readonly subtensor: Subtensor;
  /** The subnet; it follows {@linkcode CONTRACT_RULES}. */
  readonly netuid: Netuid;
  /** Makes blocks. */
  advanceBlocks(count: number): Promise<void>;
  /** Changes rules, as the subnet's owner or sudo would. */
  changeRules(
    rules: Partial<Pick<Hyperparameters, "commitRevealEnabled" | "stakeThresholdRao">>,
  ): Promise<void>;
}

/** Rules that a stage can give its subnet. */
export interface StageRules {
  readonly tempo: number;
  readonly servingRateLimitBlocks: number;
  readonly weightsRateLimitBlocks: number;
  readonly minAllowedWeights: number;
  readonly maxWeightLimit: number;
  readonly weightsVersionKey: bigint;
  readonly stakeThresholdRao: bigint;
  readonly maxUids: number;
  readonly maxValidators: number;
  readonly burnRao: bigint;
  readonly maxRegistrationsPerBlock: number;
  readonly targetRegistrationsPerInterval: number;
  readonly adjustmentIntervalBlocks: number;
}

/** Rules that the contract's subnet must follow; every other rule may be any. */
export const CONTRACT_RULES: StageRules = {
  tempo: 9,
  servingRateLimitBlocks: 6,
  weightsRateLimitBlocks: 5,
  minAllowedWeights: 2,
  /** 0.9 of the whole. */
  maxWeightLimit: 58_982,
  weightsVersionKey: 3n,
  stakeThresholdRao: 5_000_000_000n,
  maxUids: 16,
  /** One place: older runtimes give places that are left to neurons without stake. */
  maxValidators: 1,
  /** Price of the first registration, in rao. */
  burnRao: 1_000_000_000n,
  /** A stage may let several register in one block; the price may move only slowly. */
  maxRegistrationsPerBlock: 3,
  targetRegistrationsPerInterval: 10,
  adjustmentIntervalBlocks: 10_000,
};

/** Addresses that a stage must fund, with their balance in rao. */
export function contractBalances(): Readonly<Record<string, bigint>> {
  const { validator, goodMiner, poorMiner } = cast();
  return {
    [validator.coldkey.address]: 1_000_000_000_000n,
    [goodMiner.coldkey.address]: 10_000_000_000n,
    [poorMiner.coldkey.address]: 10_000_000_000n,
  };
}

/** The neurons of the play; the stranger is never registered. */
function cast() {
  return {
    validator: devWallet("contract-validator"),
    goodMiner: devWallet("contract-good-miner"),
    poorMiner: devWallet("contract-poor-miner"),
    stranger: devWallet("contract-stranger"),
  };
}

/**
 * Declares the contract test of one implementation: one test whose steps share a chain.
 *
 * @param name Implementation and chain, as the test's name shows them.
 */
export function subtensorContract(
  name: string,
  setup: () => Promise<SubtensorStage>,
  options: Pick<Deno.TestDefinition, "ignore" | "sanitizeOps" | "sanitizeResources"> = {},
): void {
  Deno.test(`Subtensor contract: ${name}`, options, async (test) => {
    await using stage = await setup();
    const { subtensor, netuid } = stage;
    const { validator, goodMiner, poorMiner, stranger } = cast();
    const metagraph = () => subtensor.metagraph(netuid);
    const uidOf = async (wallet: DevWallet) => (await neuronOf(metagraph(), wallet)).uid;

    await test.step("a new subnet has no neurons and the rules it was given", async () => {
      const { neurons, block } = await metagraph();
      assert.deepEqual(neurons, []);
      assert.ok(block <= await subtensor.currentBlock());
      const rules = await subtensor.hyperparameters(netuid);
      for (const [rule, value] of Object.entries(rules)) {
        if (rule in CONTRACT_RULES) {
          assert.equal(value, CONTRACT_RULES[rule as keyof StageRules], rule);
        }
      }
      assert.equal(rules.commitRevealEnabled, false);
    });

    await test.step("an unknown subnet is refused by name", async () => {
      await refused("SubnetNotExists", subtensor.metagraph(77 as Netuid));
      await refused("SubnetNotExists", subtensor.hyperparameters(77 as Netuid));
    });

    await test.step("burnedRegister() gives uids in order; twice or without balance is refused", async () => {
      for (const [at, wallet] of [validator, goodMiner, poorMiner].entries()) {
        const { coldkey, hotkey } = wallet;
        const before = await subtensor.currentBlock();
        const { block } = await subtensor.burnedRegister(coldkey, netuid, hotkey.address);
        assert.ok(block >= before && block <= await subtensor.currentBlock());
        const neuron = await neuronOf(metagraph(), wallet);
        assert.equal(neuron.uid, at);
        assert.equal(neuron.coldkey as string, coldkey.address as string);
        assert.equal(neuron.stakeRao, 0n);
        assert.equal(neuron.hasValidatorPermit, false);
        assert.deepEqual([neuron.axon.ip, neuron.axon.port], ["0.0.0.0", 0]);
        // A block of its own for each, whatever the chain allows per block.
        await stage.advanceBlocks(1);
      }
      await refused(
        "HotKeyAlreadyRegisteredInSubNet",
        subtensor.burnedRegister(goodMiner.coldkey, netuid, goodMiner.hotkey.address),
      );
      await refused(
        "NotEnoughBalanceToStake",
        subtensor.burnedRegister(stranger.coldkey, netuid, stranger.hotkey.address),
        // The pool of a chain with fees refuses an empty account first.
        "Payment",
      );
    });

    await test.step("addStake() moves balance into stake; more than the balance is refused", async () => {
      const { coldkey, hotkey } = validator;
      await subtensor.addStake(coldkey, netuid, hotkey.address, 100_000_000_000n);
      assert.equal((await neuronOf(metagraph(), validator)).stakeRao, 100_000_000_000n);
      await refused(
        "NotEnoughBalanceToStake",
        subtensor.addStake(coldkey, netuid, hotkey.address, 10n ** 15n),
      );
    });

    await test.step("an epoch gives the permit to the neuron with stake", async () => {
      await stage.advanceBlocks(CONTRACT_RULES.tempo + 1);
      const permits = (await metagraph()).neurons.map((neuron) => neuron.hasValidatorPermit);
      assert.deepEqual(permits, [true, false, false]);
    });

    await test.step("serveAxon() announces 127.0.0.2, and nothing when unchanged", async () => {
      const axon = { netuid, ip: "127.0.0.2", port: 8091, version: 10_002_000 };
      const inclusion = await subtensor.serveAxon(validator.hotkey, axon);
      const neuron = await neuronOf(metagraph(), validator);
      assert.deepEqual(neuron.axon, {
        ip: "127.0.0.2",
        port: 8091,
        version: 10_002_000,
        block: inclusion?.block,
      });
      assert.equal(await subtensor.serveAxon(validator.hotkey, axon), undefined);
    });

    await test.step("serveAxon() is refused with the chain's reasons", async () => {
      const serve = (wallet: DevWallet, ip: string, port: number) =>
        subtensor.serveAxon(wallet.hotkey, { netuid, ip, port, version: 1 });
      await refused("HotKeyNotRegisteredInSubNet", serve(stranger, "127.0.0.2", 1));
      await refused("InvalidIpAddress", serve(goodMiner, "127.0.0.1", 8091));
      await refused("InvalidIpAddress", serve(goodMiner, "::1", 8091));
      await refused("InvalidIpAddress", serve(goodMiner, "255.255.255.255", 8091));
      await refused("InvalidPort", serve(goodMiner, "127.0.0.2", 0));
    });

    await test.step("serveAxon() knows the rate limit, and the chain agrees with it", async () => {
      const serve = (port: number) =>
        subtensor.serveAxon(validator.hotkey, { netuid, ip: "203.0.113.7", port, version: 1 });
      await stage.advanceBlocks(CONTRACT_RULES.servingRateLimitBlocks);
      await serve(8091);
      const tooEarly = await serve(8092).catch((error: unknown) => error);
      assert.ok(tooEarly instanceof ServingTooEarlyError, `${tooEarly}`);
      assert.equal(tooEarly.chainErrorName, "ServingRateLimitExceeded");
      await stage.advanceBlocks(tooEarly.blocksLeft);
      // Both see that the time has come; the chain itself refuses the second.
      const outcomes = await Promise.allSettled([serve(8092), serve(8093)]);
      const reasons = outcomes.filter((outcome) => outcome.status === "rejected")
        .map(({ reason }) => reason);
      assert.equal(reasons.length, 1, `${reasons}`);
      assert.ok(!(reasons[0] instanceof ServingTooEarlyError), `${reasons}`);
      await refused("ServingRateLimitExceeded", Promise.reject(reasons[0]));
      assert.equal((await neuronOf(metagraph(), validator)).axon.ip, "203.0.113.7");
    });

    await test.step("setWeights() is refused with the chain's reasons, in the chain's order", async () => {
      const set = (
        wallet: DevWallet,
        uids: readonly number[],
        weights: readonly number[],
        versionKey = 3n,
      ) =>
        subtensor.setWeights(wallet.hotkey, { netuid, uids: uids as Uid[], weights, versionKey });
      // The pool asks for the stake before anything else.
      await refused("NotEnoughStakeToSetWeights", set(stranger, [1, 2], [1]));
      await refused("NotEnoughStakeToSetWeights", set(goodMiner, [1, 2], [1, 1], 0n));
      await stage.changeRules({ stakeThresholdRao: 0n });
      await refused("WeightVecNotEqualSize", set(stranger, [1, 2], [1]));
      await refused("UidsLengthExceedUidsInSubNet", set(stranger, [0, 1, 2, 3], [1, 1, 1, 1]));
      await refused("HotKeyNotRegisteredInSubNet", set(stranger, [1, 2], [1, 1]));
      await stage.changeRules({ stakeThresholdRao: CONTRACT_RULES.stakeThresholdRao });
      await refused("IncorrectWeightVersionKey", set(validator, [1, 1], [1, 1], 2n));
      await refused("DuplicateUids", set(validator, [1, 1], [1, 1]));
      await refused("UidVecContainInvalidOne", set(validator, [1, 9], [1, 1]));
      await refused("WeightVecLengthIsLow", set(validator, [1], [1]));
      await refused("MaxWeightExceeded", set(validator, [1, 2], [65535, 1]));
      const uid = await uidOf(validator);
      assert.deepEqual(await subtensor.weightsOf(netuid, uid), []);
    });

    await test.step("setWeights() without permit is refused, though the stake suffices", async () => {
      const { coldkey, hotkey } = goodMiner;
      await subtensor.addStake(coldkey, netuid, hotkey.address, 6_000_000_000n);
      const weights = { netuid, uids: [0, 2] as Uid[], weights: [1, 1], versionKey: 3n };
      await refused("NeuronNoValidatorPermit", subtensor.setWeights(hotkey, weights));
    });

    await test.step("setWeights() with commit-reveal on is refused", async () => {
      await stage.changeRules({ commitRevealEnabled: true });
      assert.equal((await subtensor.hyperparameters(netuid)).commitRevealEnabled, true);
      const weights = { netuid, uids: [1, 2] as Uid[], weights: [1, 1], versionKey: 3n };
      await refused("CommitRevealEnabled", subtensor.setWeights(validator.hotkey, weights));
      await stage.changeRules({ commitRevealEnabled: false });
    });

    await test.step("setWeights() stores max-upscaled weights and is rate-limited", async () => {
      const [good, poor] = [await uidOf(goodMiner), await uidOf(poorMiner)];
      const weights = { netuid, uids: [good, poor], weights: [300, 100], versionKey: 3n };
      const { block } = await subtensor.setWeights(validator.hotkey, weights);
      const neuron = await neuronOf(metagraph(), validator);
      assert.equal(neuron.lastUpdateBlock, block);
      assert.deepEqual(await subtensor.weightsOf(netuid, neuron.uid), [
        [good, 65535],
        [poor, 21845],
      ]);
      await refused("SettingWeightsTooFast", subtensor.setWeights(validator.hotkey, weights));
    });

    await test.step("epochs turn the weights into incentive, dividends and stake", async () => {
      const before = (await metagraph()).neurons;
      await stage.advanceBlocks(2 * (CONTRACT_RULES.tempo + 1));
      const after = (await metagraph()).neurons;
      const [validated, good, poor] = await Promise.all(
        [validator, goodMiner, poorMiner].map((wallet) => neuronOf(metagraph(), wallet)),
      );
      near(good.incentive, 0.75);
      near(poor.incentive, 0.25);
      near(validated.incentive, 0);
      near(validated.dividends, 1);
      near(good.dividends + poor.dividends, 0);
      assert.ok(validated.emissionRao > 0n && good.emissionRao > poor.emissionRao);
      assert.ok(poor.emissionRao > 0n);
      assert.ok(after.every((neuron, uid) => neuron.stakeRao >= before[uid].stakeRao));
      assert.ok(validated.stakeRao > before[validated.uid].stakeRao);
    });

    await test.step("setWeights() works again once the limit has passed", async () => {
      const [good, poor] = [await uidOf(goodMiner), await uidOf(poorMiner)];
      const weights = { netuid, uids: [good, poor], weights: [1, 1], versionKey: 4n };
      await subtensor.setWeights(validator.hotkey, weights);
      assert.deepEqual(await subtensor.weightsOf(netuid, await uidOf(validator)), [
        [good, 65535],
        [poor, 65535],
      ]);
    });
  });
}

async function neuronOf(metagraph: Promise<Metagraph>, wallet: DevWallet): Promise<NeuronInfo> {
  const neuron = (await metagraph).neurons.find(({ hotkey }) => hotkey === wallet.hotkey.address);
  assert.ok(neuron, `${wallet.hotkey.address} is not in the metagraph`);
  return neuron;
}

/** Asserts that a call is refused with one of the chain's names. */
async function refused(name: string, call: Promise<unknown>, ...others: string[]): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(error instanceof ChainError, `${error}`);
    assert.ok([name, ...others].includes(error.chainErrorName), error.message);
    assert.match(error.message, /^Cannot /);
    return true;
  });
}

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-3, `${actual} is not ${expected}`);
}
