import { serveApp } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { connectSubtensor } from "../connect_subtensor.ts";
import { embeddedStage } from "../testing/embedded_stage.ts";
import {
  CONTRACT_RULES,
  contractBalances,
  subtensorContract,
} from "../testing/subtensor_contract.ts";
import { createChainApp } from "./app.ts";

subtensorContract(
  "embedded chain in this process",
  () => embeddedStage(CONTRACT_RULES, contractBalances()),
);

subtensorContract(
  "embedded chain over HTTP",
  () =>
    embeddedStage(CONTRACT_RULES, contractBalances(), async (chain, stack) => {
      const listener = stack.use(serveApp(createChainApp(chain), { name: "chain", port: 0 }));
      return stack.use(await connectSubtensor({ chainEndpoint: listener.url }));
    }),
  { ignore: !granted("net") },
);
