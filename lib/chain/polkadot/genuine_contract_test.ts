import { whyNoGenuineChain } from "../testing/genuine_chain.ts";
import { genuineStage } from "../testing/genuine_stage.ts";
import {
  CONTRACT_RULES,
  contractBalances,
  subtensorContract,
} from "../testing/subtensor_contract.ts";

const why = whyNoGenuineChain(185);
subtensorContract(
  `genuine runtime, spec 185${why === undefined ? "" : ` (skipped: ${why})`}`,
  () => genuineStage(CONTRACT_RULES, contractBalances()),
  { ignore: why !== undefined },
);
