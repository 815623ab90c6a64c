/**
 * Flags of the miner, with the original's names, and what they mean.
 *
 * @module
 */
import { LOCAL_AXON_IP, subtensorAliases, subtensorFlags, walletFlags } from "@threegen/chain";
import { MAINNET_NETUID, type Netuid } from "@threegen/domain";
import { GENERATION_PORT } from "@threegen/generation/contract";
import { flag, type Parsed, type ProgramOptions } from "@threegen/service";
import { z } from "zod";
import type { MinerSettings } from "./miner.ts";
import { MINER_VERSION } from "./version.ts";

/** The miner's flags. */
export const minerFlags = {
  netuid: flag.count(MAINNET_NETUID).describe("Number of the subnet"),
  ...walletFlags,
  ...subtensorFlags,
  "neuron.name": flag.text("miner").describe("Kept for existing start scripts; not used"),
  "neuron.sync_interval": flag.seconds(1800).describe("Seconds between two metagraph syncs"),
  "neuron.log_info_interval": flag.seconds(30).describe("Seconds between two state lines"),
  "neuron.min_stake_to_set_weights": flag.number(1000, 0).describe(
    "TAO of stake from which a validator is asked for tasks",
  ),
  "neuron.failed_validator_delay": flag.seconds(300).describe(
    "Seconds a validator that failed is left alone",
  ),
  "generation.endpoints": flag.urls(`http://127.0.0.1:${GENERATION_PORT}`).describe(
    "Generation endpoints, one worker each",
  ),
  "generation.timeout": flag.seconds(300).describe("Longest wait for one asset, in seconds"),
  "axon.port": flag.port(8091).describe("Kept for existing start scripts; miners do not listen"),
  "axon.external_ip": flag.text("").describe(
    "This machine's address as others see it; a validator there is called over the loopback",
  ),
  host: flag.text("127.0.0.1").describe("Address of the status page"),
  port: z.coerce.number().int().min(0).max(65535).optional().describe(
    "Port of the status page, /health and /metrics; off unless given",
  ),
} as const;

/** The miner as its `--help` describes it. */
export const minerProgram: ProgramOptions<typeof minerFlags> = {
  name: "deno task miner",
  description:
    "Runs a miner neuron: it asks validators for prompts, has its generation endpoints " +
    "make the assets, and hands them in.",
  flags: minerFlags,
  aliases: { ...subtensorAliases, "generation.endpoint": "generation.endpoints" },
  version: MINER_VERSION,
};

/** What the miner's flags were set to. */
export type MinerFlags = Parsed<typeof minerFlags>["flags"];

/** Returns what the flags mean. */
export function minerSettings(flags: MinerFlags, isLocalNetwork: boolean): MinerSettings {
  const externalIp = flags["axon.external_ip"] || (isLocalNetwork ? LOCAL_AXON_IP : "");
  return {
    netuid: flags.netuid as Netuid,
    syncIntervalMs: flags["neuron.sync_interval"] * 1000,
    logIntervalMs: flags["neuron.log_info_interval"] * 1000,
    minStakeTao: flags["neuron.min_stake_to_set_weights"],
    failedValidatorDelayMs: flags["neuron.failed_validator_delay"] * 1000,
    generationEndpoints: flags["generation.endpoints"],
    generationTimeoutMs: flags["generation.timeout"] * 1000,
    ...(externalIp ? { externalIp } : {}),
  };
}
