/**
 * A chain in this process, with the genuine rules that neurons meet.
 *
 * @module
 */
export { createChainApp } from "./app.ts";
export type { Account, ChainDoor, Head } from "./chain_door.ts";
export {
  EmbeddedChain,
  type EmbeddedChainOptions,
  type Genesis,
  type GenesisNeuron,
} from "./embedded_chain.ts";
export { EmbeddedSubtensor } from "./embedded_subtensor.ts";
export type { Extrinsic } from "./extrinsic.ts";
export { HttpChainDoor, type HttpChainDoorOptions } from "./http_chain_door.ts";
export { DEFAULT_RULES, type SubnetRules } from "./subnet_rules.ts";
