/**
 * Flags of the validator, with the original's names, and what they mean.
 *
 * Defaults are the original's. Not there: flags of features that this validator does not have
 * (duels, gateway, telemetry, storage service, image tasks), and of safety nets that it does not
 * need (`--validation.validation_lock_duration`: a result is locked exactly while it is validated).
 *
 * @module
 */
import { subtensorAliases, subtensorFlags, walletFlags } from "@threegen/chain";
import { ACCEPTANCE_THRESHOLD, MAINNET_NETUID, type Netuid } from "@threegen/domain";
import { flag, type Parsed, type ProgramOptions } from "@threegen/service";
import { VALIDATION_PORT } from "@threegen/validation/contract";
import { COLLECTOR_PORT } from "@threegen/prompt-collector/contract";
import { z } from "zod";
import { PUBLIC_API_PORT } from "./api/contract.ts";
import { DEFAULT_COOLDOWN_POLICY } from "./miners/cooldown.ts";
import { DEFAULT_ORGANIC_POLICY } from "./tasks/organic.ts";
import type { ValidatorSettings } from "./validator.ts";
import { VALIDATOR_VERSION } from "./version.ts";

/** Port of the validator's axon. Source: the original's process file, 8092. */
export const VALIDATOR_AXON_PORT = 8092;

const optionalPort = z.coerce.number().int().min(0).max(65535).optional();

/** The validator's flags. */
export const validatorFlags = {
  netuid: flag.count(MAINNET_NETUID).describe("Number of the subnet"),
  ...walletFlags,
  ...subtensorFlags,
  "neuron.name": flag.text("validator").describe("Folder below the hotkey's, for its store"),
  "neuron.data_dir": flag.text("~/.bittensor/miners").describe(
    "Folder of stores; each has its own by wallet, hotkey, netuid and --neuron.name",
  ),
  "neuron.sync_interval": flag.seconds(600).describe("Seconds between two metagraph syncs"),
  "neuron.log_info_interval": flag.seconds(30).describe("Seconds between two state lines"),
  "neuron.weight_set_interval": flag.count(100).describe("Blocks between two set_weights"),
  "neuron.min_stake_to_set_weights": flag.number(1000, 0).describe(
    "TAO of stake from which weights are set",
  ),
  "axon.ip": flag.text("0.0.0.0").describe("Address that the axon binds"),
  "axon.port": flag.port(VALIDATOR_AXON_PORT).describe("Port that the axon binds"),
  "axon.external_ip": flag.text("").describe(
    "Address that the chain tells others; required beyond local networks",
  ),
  "axon.external_port": optionalPort.describe("Port that the chain tells others, if another"),
  "generation.task_timeout": flag.seconds(600).describe("Seconds a miner may hold a task"),
  "generation.task_cooldown": flag.seconds(DEFAULT_COOLDOWN_POLICY.cooldownSeconds).describe(
    "Seconds between two tasks of a miner",
  ),
  "generation.cooldown_penalty": flag.seconds(DEFAULT_COOLDOWN_POLICY.penaltySeconds).describe(
    "Seconds added for an unacceptable result",
  ),
  "generation.cooldown_violations_threshold": flag.count(
    DEFAULT_COOLDOWN_POLICY.violationsThreshold,
  ).describe("Pulls during the cooldown that are forgiven"),
  "generation.cooldown_violation_penalty": flag.seconds(
    DEFAULT_COOLDOWN_POLICY.violationPenaltySeconds,
  ).describe("Seconds added by every further one"),
  "generation.throttle_period": flag.seconds(DEFAULT_COOLDOWN_POLICY.throttleSeconds).describe(
    "Seconds of work that count toward the cooldown",
  ),
  "generation.quality_threshold": flag.number(ACCEPTANCE_THRESHOLD, 0, 1).describe(
    "Score from which a result is accepted",
  ),
  "validation.endpoints": flag.urls(`http://127.0.0.1:${VALIDATION_PORT}`).describe(
    "Validation endpoints; a miner's is its uid modulo their number",
  ),
  "validation.timeout": flag.seconds(120).describe("Longest wait for one validation, in seconds"),
  "validation.moving_average_alpha": flag.number(0.05, 0, 1).describe(
    "Weight of a new score in a miner's moving average",
  ),
  "task.organic.assigned_miners_count": flag.count(DEFAULT_ORGANIC_POLICY.copies, 1).describe(
    "Miners per organic task",
  ),
  "task.organic.send_result_timeout": flag.seconds(
    DEFAULT_ORGANIC_POLICY.sendResultTimeoutMs / 1000,
  ).describe("Seconds to wait for better results after the first acceptable one"),
  "task.organic.task_timeout": flag.seconds(DEFAULT_ORGANIC_POLICY.taskTimeoutMs / 1000).describe(
    "Age in seconds until which an organic task is handed out",
  ),
  "task.organic.queue_size": flag.count(DEFAULT_ORGANIC_POLICY.queueSize, 1).describe(
    "Most live organic tasks",
  ),
  "task.synthetic.get_prompts.endpoint": flag.url(`http://127.0.0.1:${COLLECTOR_PORT}`).describe(
    "Prompt collector",
  ),
  "task.synthetic.get_prompts.text_fetch_interval": flag.seconds(1800).describe(
    "Seconds between two fetches of prompts",
  ),
  "task.synthetic.default_text_prompts_path": flag.text("").describe(
    "File with one prompt a line, used until the collector has answered",
  ),
  "task.synthetic.prompt_order": z.enum(["random", "arrival"]).default("random").describe(
    "Order in which prompts become tasks: random, or arrival, which lets a seed of the prompt " +
      "generator repeat a run",
  ),
  "public_api.enabled": flag.on().describe("Serve the public API"),
  "public_api.host": flag.text("127.0.0.1").describe("Address that the public API binds"),
  "public_api.server_port": flag.port(PUBLIC_API_PORT).describe("Port of the public API"),
  "public_api.keys_file": flag.text("").describe("File with one API key a line, then its name"),
  "public_api.keys": z.array(z.string()).optional().describe(
    "API keys; better in the environment than on the command line",
  ),
  "public_api.rate_limit.requests": flag.count(10, 1).describe("Tasks per key and period"),
  "public_api.rate_limit.period": flag.seconds(120).describe("Length of the period, in seconds"),
  "storage.tasks": flag.count(10_000, 1).describe("Finished tasks that are remembered"),
  "storage.assets": flag.count(256, 1).describe("Newest assets that are kept"),
  host: flag.text("127.0.0.1").describe("Address of the status page"),
  port: optionalPort.describe("Port of the status page, /health and /metrics; off unless given"),
} as const;

/** The validator as its `--help` describes it. */
export const validatorProgram: ProgramOptions<typeof validatorFlags> = {
  name: "deno task validator",
  description: "Runs a validator neuron: it gives tasks to miners, has their results scored by a " +
    "validation endpoint, and sets weights on the chain.",
  flags: validatorFlags,
  aliases: { ...subtensorAliases, "validation.endpoint": "validation.endpoints" },
  version: VALIDATOR_VERSION,
};

/** What the validator's flags were set to. */
export type ValidatorFlags = Parsed<typeof validatorFlags>["flags"];

/** What the flags do not say. */
export interface Surroundings {
  /** Name of the network, as the chain client gives it. */
  readonly network: string;
  readonly isLocalNetwork: boolean;
  /** Lines of the file with default prompts. */
  readonly fallbackPrompts: readonly string[];
  /** API keys from the file, beside those of the flag. */
  readonly apiKeys: readonly string[];
}

/** Returns what the flags mean. */
export function validatorSettings(
  flags: ValidatorFlags,
  { network, isLocalNetwork, fallbackPrompts, apiKeys }: Surroundings,
): ValidatorSettings {
  return {
    netuid: flags.netuid as Netuid,
    syncIntervalMs: flags["neuron.sync_interval"] * 1000,
    logIntervalMs: flags["neuron.log_info_interval"] * 1000,
    weightIntervalBlocks: flags["neuron.weight_set_interval"],
    minStakeTao: flags["neuron.min_stake_to_set_weights"],
    desk: {
      cooldownSeconds: flags["generation.task_cooldown"],
      penaltySeconds: flags["generation.cooldown_penalty"],
      throttleSeconds: flags["generation.throttle_period"],
      violationsThreshold: flags["generation.cooldown_violations_threshold"],
      violationPenaltySeconds: flags["generation.cooldown_violation_penalty"],
      taskTimeoutMs: flags["generation.task_timeout"] * 1000,
      qualityThreshold: flags["generation.quality_threshold"],
      averageAlpha: flags["validation.moving_average_alpha"],
    },
    organic: {
      copies: flags["task.organic.assigned_miners_count"],
      sendResultTimeoutMs: flags["task.organic.send_result_timeout"] * 1000,
      taskTimeoutMs: flags["task.organic.task_timeout"] * 1000,
      queueSize: flags["task.organic.queue_size"],
    },
    limits: { keptTasks: flags["storage.tasks"], keptAssets: flags["storage.assets"] },
    validationEndpoints: flags["validation.endpoints"],
    validationTimeoutMs: flags["validation.timeout"] * 1000,
    collectorEndpoint: flags["task.synthetic.get_prompts.endpoint"],
    promptsIntervalMs: flags["task.synthetic.get_prompts.text_fetch_interval"] * 1000,
    fallbackPrompts,
    promptOrder: flags["task.synthetic.prompt_order"],
    network,
    isLocalNetwork,
    ...(flags["public_api.enabled"]
      ? {
        api: {
          keys: [...apiKeys, ...flags["public_api.keys"] ?? []],
          rateLimit: {
            requests: flags["public_api.rate_limit.requests"],
            periodMs: flags["public_api.rate_limit.period"] * 1000,
          },
        },
      }
      : {}),
  };
}
