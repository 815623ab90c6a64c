import { ChainError, type Netuid, type Uid } from "@threegen/domain";
import { systemClock } from "@threegen/service";
import assert from "node:assert/strict";
import { join } from "node:path";
import { devWallet } from "../testing/dev_wallet.ts";
import { GenuineChain, whyNoGenuineChain } from "../testing/genuine_chain.ts";

/** Exists in the genesis of spec 218. */
const NETUID = 1 as Netuid;
const TEMPO = 9;
const validator = devWallet("commit-validator");
const miner = devWallet("commit-miner");
const stranger = devWallet("commit-stranger");

const why = whyNoGenuineChain(218);

Deno.test({
  name: `genuine runtime, spec 218: commits are revealed in their epoch, also after a restart${
    why === undefined ? "" : ` (skipped: ${why})`
  }`,
  ignore: why !== undefined,
}, async (test) => {
  const { PolkadotSubtensor } = await import("./polkadot_subtensor.ts");
  await using chain = await GenuineChain.boot(218);
  const folder = await Deno.makeTempDir();
  const file = join(folder, "commits.json");
  const subnet = (value: unknown) => [[[NETUID], value]];
  await chain.setStorage({
    SubtensorModule: {
      Tempo: subnet(TEMPO),
      WeightsSetRateLimit: subnet(1),
      MinAllowedWeights: subnet(1),
      MaxWeightsLimit: subnet(65535),
      WeightsMinStake: "0",
      Burn: subnet("1000000000"),
      MaxRegistrationsPerBlock: subnet(3),
      TargetRegistrationsPerInterval: subnet(10),
      NetworkRegistrationAllowed: subnet(true),
      RevealPeriodEpochs: subnet(1),
    },
    System: {
      Account: [validator, miner].map(({ coldkey }) => [
        [coldkey.address],
        { providers: 1, data: { free: "100000000000" } },
      ]),
    },
  });
  const connect = () =>
    PolkadotSubtensor.connect({
      network: { name: "spec 218", endpoints: [chain.endpoint] },
      clock: systemClock,
      pollMs: 50,
      commits: { file, hotkey: validator.hotkey, everyMs: 50 },
    });
  const uids: Uid[] = [];
  const weights = (values: readonly number[]) => ({
    netuid: NETUID,
    uids: [uids[1]],
    weights: [...values],
    versionKey: 0n,
  });

  try {
    const isReady =
      await test.step("neurons register and serve through the same client as on spec 185", async () => {
        await using subtensor = await connect();
        for (const { coldkey, hotkey } of [validator, miner]) {
          await subtensor.burnedRegister(coldkey, NETUID, hotkey.address);
        }
        const { neurons } = await subtensor.metagraph(NETUID);
        for (const { hotkey } of [validator, miner]) {
          uids.push(neurons.find((neuron) => neuron.hotkey === hotkey.address)!.uid);
        }
        const axon = { netuid: NETUID, ip: "127.0.0.2", port: 8091, version: 10_002_000 };
        await subtensor.serveAxon(miner.hotkey, axon);
        const after = await subtensor.metagraph(NETUID);
        assert.equal(after.neurons[uids[1]].axon.port, 8091);
        assert.equal(await subtensor.serveAxon(miner.hotkey, axon), undefined);
        await refused(
          "InvalidIpAddress",
          subtensor.serveAxon(validator.hotkey, { ...axon, ip: "127.0.0.1" }),
        );
        await refused(
          "ServingRateLimitExceeded",
          subtensor.serveAxon(miner.hotkey, { ...axon, port: 1 }),
        );
        await refused("HotKeyNotRegisteredInSubNet", subtensor.serveAxon(stranger.hotkey, axon));
        await refused(
          "HotKeyNotRegisteredInSubNet",
          subtensor.setWeights(stranger.hotkey, weights([1])),
        );
        // A permit by storage: on this runtime stake yields nothing, its pool is empty.
        await chain.setStorage({
          SubtensorModule: {
            ValidatorPermit: subnet((await subtensor.metagraph(NETUID)).neurons.map(() => true)),
            MaxAllowedValidators: subnet(64),
          },
        });
        await refused(
          "UidVecContainInvalidOne",
          subtensor.setWeights(validator.hotkey, { ...weights([1]), uids: [200 as Uid] }),
        );
      });

    // Without neurons the rest would only fail for that reason.
    if (!isReady) return;
    await chain.setStorage({ SubtensorModule: { CommitRevealWeightsEnabled: subnet(true) } });

    await test.step("setWeights() commits; the weights stay hidden and the salt is on disk", async () => {
      await using subtensor = await connect();
      await subtensor.setWeights(validator.hotkey, weights([65535]));
      assert.deepEqual(await subtensor.weightsOf(NETUID, uids[0]), []);
      const kept = JSON.parse(await Deno.readTextFile(file));
      assert.equal(kept.commits.length, 1);
      assert.equal(kept.commits[0].hotkey, validator.hotkey.address);
      assert.equal((await Deno.stat(file)).mode! & 0o777, 0o600);
      // The same weights again are the same commit, not a second one.
      await subtensor.setWeights(validator.hotkey, weights([65535]));
      assert.equal(await waiting(file), 1);
    });

    await test.step("another process reveals in the next epoch", async () => {
      await chain.newBlocks(TEMPO + 1);
      await using subtensor = await connect();
      await until("nothing waits", async () => await waiting(file) === 0);
      assert.deepEqual(await subtensor.weightsOf(NETUID, uids[0]), [[uids[1], 65535]]);
    });

    await test.step("a commit whose reveal was missed is forgotten, and a new one works", async () => {
      {
        await using subtensor = await connect();
        await subtensor.setWeights(validator.hotkey, weights([1000]));
      }
      await chain.newBlocks(3 * (TEMPO + 1));
      await using subtensor = await connect();
      await until("nothing waits", async () => await waiting(file) === 0);
      await subtensor.setWeights(validator.hotkey, weights([2000]));
      assert.equal(await waiting(file), 1);
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** How many commits the file holds. */
async function waiting(file: string): Promise<number> {
  return JSON.parse(await Deno.readTextFile(file)).commits.length;
}

/** Looks again and again, for three minutes at most. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 1800; look++) {
    if (await isSo()) return;
    await systemClock.sleep(100);
  }
  assert.fail(`waited in vain: ${what}`);
}

async function refused(name: string, call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(error instanceof ChainError, `${error}`);
    assert.equal(error.chainErrorName, name, error.message);
    return true;
  });
}
