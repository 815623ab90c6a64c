/**
 * The chain as neurons see it: its client, its weights, its flags.
 *
 * @module
 */
export { type ConnectOptions, connectSubtensor } from "./connect_subtensor.ts";
export {
  chosenNetwork,
  chosenWallet,
  subtensorAliases,
  subtensorFlags,
  walletFlags,
} from "./flags.ts";
export {
  isLocalNetwork,
  LOCAL_AXON_IP,
  MAIN_GENESIS_HASH,
  type NetworkChoice,
  NETWORKS,
  registrationRemedy,
  type ResolvedNetwork,
  resolveNetwork,
} from "./networks.ts";
export type { CommitOptions } from "./polkadot/polkadot_subtensor.ts";
export { type ServingMoment, ServingTooEarlyError } from "./serving_rate.ts";
export type {
  AxonInfo,
  Commitment,
  Hyperparameters,
  Inclusion,
  Metagraph,
  NeuronInfo,
  ServeAxonParameters,
  SetWeightsParameters,
  Subtensor,
} from "./subtensor.ts";
export {
  processWeights,
  type ProcessWeightsOptions,
  toChainWeights,
  type WeightVector,
} from "./weights.ts";
