/**
 * Words of the subnet: identities, tasks, constants and the families of errors.
 *
 * @module
 */
export {
  ACCEPTANCE_THRESHOLD,
  LICENSE_CONSENT,
  MAINNET_NETUID,
  NEURONS_LIMIT,
  RAO_PER_TAO,
} from "./constants.ts";
export {
  AssetError,
  ChainError,
  ConfigError,
  RequestError,
  SubnetError,
  UnavailableError,
} from "./errors.ts";
export { type Coldkey, Hotkey, type Netuid, newTaskId, TaskId, type Uid } from "./ids.ts";
export { PROMPT_LENGTH_LIMIT, PromptText, type TaskKind, TextTask } from "./task.ts";
