import type { Netuid } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import { EmbeddedChain } from "../embedded/embedded_chain.ts";
import { EmbeddedSubtensor } from "../embedded/embedded_subtensor.ts";
import type { Subtensor } from "../subtensor.ts";
import type { StageRules, SubtensorStage } from "./subtensor_contract.ts";

const BLOCK_TIME_MS = 12_000;

/** How a client of the stage's chain is made; the stage disposes of both. */
export type Connect = (
  chain: EmbeddedChain,
  stack: AsyncDisposableStack,
) => Promise<Subtensor> | Subtensor;

/** Sets the scene on an embedded chain whose clock the stage moves. */
export async function embeddedStage(
  allRules: StageRules,
  balances: Readonly<Record<string, bigint>>,
  connect: Connect = (chain, stack) => stack.use(new EmbeddedSubtensor(chain)),
): Promise<SubtensorStage> {
  const clock = new FakeClock();
  const netuid = 3 as Netuid;
  const { burnRao, ...rules } = allRules;
  const stack = new AsyncDisposableStack();
  const chain = stack.use(
    await EmbeddedChain.open({
      clock,
      blockTimeMs: BLOCK_TIME_MS,
      genesis: { netuid, rules, burnRao, balances },
    }),
  );
  return {
    subtensor: await connect(chain, stack),
    netuid,
    advanceBlocks: (count) => clock.advance(count * BLOCK_TIME_MS),
    changeRules: (changes) => chain.changeRules(changes),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
