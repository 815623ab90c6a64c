import type { Netuid } from "@threegen/domain";
import { serveApp } from "@threegen/service";
import { FakeClock, granted } from "@threegen/service/testing";
import { connectSubtensor } from "../connect_subtensor.ts";
import {
  CONTRACT_RULES,
  contractBalances,
  subtensorContract,
  type SubtensorStage,
} from "../testing/subtensor_contract.ts";
import type { Subtensor } from "../subtensor.ts";
import { createChainApp } from "./app.ts";
import { EmbeddedChain } from "./embedded_chain.ts";
import { EmbeddedSubtensor } from "./embedded_subtensor.ts";

const BLOCK_TIME_MS = 12_000;

async function stage(
  connect: (chain: EmbeddedChain, stack: AsyncDisposableStack) => Promise<Subtensor> | Subtensor,
): Promise<SubtensorStage> {
  const clock = new FakeClock();
  const netuid = 1 as Netuid;
  const { burnRao, ...rules } = CONTRACT_RULES;
  const stack = new AsyncDisposableStack();
  const chain = stack.use(
    await EmbeddedChain.open({
      clock,
      blockTimeMs: BLOCK_TIME_MS,
      genesis: { netuid, rules, burnRao, balances: contractBalances() },
    }),
  );
  const subtensor = await connect(chain, stack);
  return {
    subtensor,
    netuid,
    advanceBlocks: (count) => clock.advance(count * BLOCK_TIME_MS),
    changeRules: (changes) => chain.changeRules(changes),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

subtensorContract(
  "embedded chain in this process",
  () => stage((chain, stack) => stack.use(new EmbeddedSubtensor(chain))),
);

subtensorContract(
  "embedded chain over HTTP",
  () =>
    stage(async (chain, stack) => {
      const listener = stack.use(serveApp(createChainApp(chain), { name: "chain", port: 0 }));
      return stack.use(await connectSubtensor({ chainEndpoint: listener.url }));
    }),
  { ignore: !granted("net") },
);
