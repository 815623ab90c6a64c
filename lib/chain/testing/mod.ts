/**
 * Helpers for tests with a chain: keys that are always the same, and the contract of a client.
 *
 * @module
 */
export { type DevWallet, devWallet } from "./dev_wallet.ts";
export { GenesisNode } from "./genesis_node.ts";
export {
  CONTRACT_RULES,
  contractBalances,
  type StageRules,
  subtensorContract,
  type SubtensorStage,
} from "./subtensor_contract.ts";
