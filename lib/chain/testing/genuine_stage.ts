import type { Netuid } from "@threegen/domain";
import { systemClock } from "@threegen/service";
import { GenuineChain } from "./genuine_chain.ts";
import type { StageRules, SubtensorStage } from "./subtensor_contract.ts";

/** Exists in the genesis of spec 185. */
const NETUID = 3 as Netuid;

/** Sets the scene on the genuine runtime, spec 185. */
export async function genuineStage(
  rules: StageRules,
  balances: Readonly<Record<string, bigint>>,
): Promise<SubtensorStage> {
  // The codec reads the environment when it is loaded, which a test run may not be allowed to.
  const { PolkadotSubtensor } = await import("../polkadot/polkadot_subtensor.ts");
  const stack = new AsyncDisposableStack();
  try {
    const chain = stack.use(await GenuineChain.boot(185));
    const subnet = (value: unknown) => [[[NETUID], value]];
    await chain.setStorage({
      SubtensorModule: {
        Tempo: subnet(rules.tempo),
        ServingRateLimit: subnet(rules.servingRateLimitBlocks),
        WeightsSetRateLimit: subnet(rules.weightsRateLimitBlocks),
        MinAllowedWeights: subnet(rules.minAllowedWeights),
        MaxWeightsLimit: subnet(rules.maxWeightLimit),
        WeightsVersionKey: subnet(rules.weightsVersionKey.toString()),
        WeightsMinStake: rules.stakeThresholdRao.toString(),
        MaxAllowedUids: subnet(rules.maxUids),
        MaxAllowedValidators: subnet(rules.maxValidators),
        Burn: subnet(rules.burnRao.toString()),
        MaxRegistrationsPerBlock: subnet(rules.maxRegistrationsPerBlock),
        TargetRegistrationsPerInterval: subnet(rules.targetRegistrationsPerInterval),
        AdjustmentInterval: subnet(rules.adjustmentIntervalBlocks),
        NetworkRegistrationAllowed: subnet(true),
        // All of the root network's emission goes to this subnet.
        EmissionValues: subnet("1000000000"),
      },
      System: {
        Account: Object.entries(balances).map(([address, free]) => [
          [address],
          { providers: 1, data: { free: free.toString() } },
        ]),
      },
    });
    const subtensor = stack.use(
      await PolkadotSubtensor.connect({
        network: { name: "spec 185", endpoints: [chain.endpoint] },
        clock: systemClock,
        pollMs: 50,
      }),
    );
    return {
      subtensor,
      netuid: NETUID,
      advanceBlocks: (count) => chain.newBlocks(count),
      changeRules: ({ commitRevealEnabled, stakeThresholdRao }) =>
        chain.setStorage({
          SubtensorModule: {
            ...(commitRevealEnabled === undefined
              ? {}
              : { CommitRevealWeightsEnabled: subnet(commitRevealEnabled) }),
            ...(stakeThresholdRao === undefined
              ? {}
              : { WeightsMinStake: stakeThresholdRao.toString() }),
          },
        }),
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}
