/**
 * Program: the prompt collector, and the command that keeps its generators' keys.
 *
 * @module
 */
import { chosenNetwork, connectSubtensor, resolveNetwork, subtensorFlags } from "@threegen/chain";
import { ConfigError, Hotkey, MAINNET_NETUID, type Netuid } from "@threegen/domain";
import { aborted, flag, print, runProgram, systemClock } from "@threegen/service";
import { z } from "zod";
import { COLLECTOR_VERSION } from "./app.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { COLLECTOR_PORT } from "./contract.ts";
import { KEYS_USAGE, runKeysCommand } from "./keys_command.ts";
import { openStore } from "./open_store.ts";
import { startCollector } from "./start_collector.ts";
import { ValidatorGate } from "./validator_gate.ts";

const flags = {
  "host": flag.text("127.0.0.1").describe("Address to bind; 0.0.0.0 for all"),
  "port": flag.port(COLLECTOR_PORT).describe("Port to bind; 0 takes a free one"),
  "data": flag.text("data/collector").describe("Folder of the embedded store, made when absent"),
  "store": flag.text("sqlite").describe(
    "sqlite, or postgres://user:password@host/database shared by several collectors",
  ),
  "netuid": flag.count(MAINNET_NETUID).describe("Number of the subnet"),
  ...subtensorFlags,
  "min_stake": flag.number(1, 0).describe("Least stake of a validator, in TAO"),
  "require_permit": flag.on().describe("Ask for the chain's validator permit as well"),
  "allow": z.array(Hotkey).default([]).describe("Hotkeys that get in whatever their stake"),
  "metagraph.interval": flag.seconds(300).describe("Seconds between two metagraphs"),
  "sufficient_batch_size": flag.count(DEFAULT_LIMITS.maxBatch, 1).describe(
    "Most prompts in one answer",
  ),
  "min_batch": flag.count(DEFAULT_LIMITS.minBatch, 1).describe(
    "Fewest new prompts worth an answer, unless the validator asks otherwise",
  ),
  "max_prompts": flag.count(1_000_000, 1).describe("Most prompts that are kept; the oldest go"),
  "max_age": flag.number(30, 0).describe("Oldest prompt that is kept, in days"),
  "nonce_window": flag.seconds(60).describe("Seconds that a nonce may be off our clock"),
  "delivery_timeout": flag.seconds(15).describe(
    "Seconds that an answer may make no progress before its prompts are given to the next request",
  ),
  "rate.submit": flag.count(DEFAULT_LIMITS.submitsPerMinute, 1).describe(
    "Submissions a minute, per generator",
  ),
  "rate.get": flag.count(DEFAULT_LIMITS.fetchesPerMinute, 1).describe(
    "Fetches a minute, per validator",
  ),
  "rate.checks": flag.count(DEFAULT_LIMITS.checksPerMinute, 1).describe(
    "Signature checks a minute, per address",
  ),
  "trust_proxy": flag.on().describe("Take addresses from X-Forwarded-For; only behind a proxy"),
  "json": flag.on().describe("keys: print JSON"),
  "grace": flag.seconds(0).describe("keys rotate: seconds that the old keys stay valid"),
  "key_file": flag.text("").describe("keys create: take over the key in this file"),
};

await runProgram(
  {
    name: "deno task collector",
    description: "Gathers prompts from generators and hands them to validators. " +
      `Keys of generators: ${KEYS_USAGE}`,
    version: COLLECTOR_VERSION,
    argument: { name: "[command...]", description: "nothing to serve, or: keys …" },
    aliases: {
      "min_stake_to_set_weights": "min_stake",
      "resources": "data",
    },
    flags,
  },
  async ({ flags, args }, signal) => {
    const clock = systemClock;
    const [command, ...words] = args;
    if (command !== undefined && command !== "keys") {
      throw new ConfigError(`Cannot run "${command}": give nothing to serve, or ${KEYS_USAGE}`);
    }
    await using store = await openStore({ store: flags.store, folder: flags.data });
    if (command === "keys") {
      const text = await runKeysCommand(words, {
        store,
        clock,
        json: flags.json,
        graceSeconds: flags.grace,
        importedKey: flags.key_file === "" ? undefined : await readKeyFile(flags.key_file),
      });
      print(text);
      return;
    }
    const hasChain = flags["subtensor.network"] !== "none";
    if (!hasChain && flags.allow.length === 0) {
      throw new ConfigError(
        "Cannot start prompt collector: without a chain (--subtensor.network none) --allow must " +
          "name the hotkeys that may fetch prompts",
      );
    }
    const network = chosenNetwork(flags);
    // A misspelt network stops the start; a chain that is away does not.
    if (hasChain) resolveNetwork(network);
    await using gate = new ValidatorGate({
      connect: hasChain ? () => connectSubtensor({ ...network, clock, signal }) : undefined,
      netuid: flags.netuid as Netuid,
      minStakeRao: BigInt(Math.round(flags.min_stake * 1e9)),
      requiresPermit: flags.require_permit,
      allowed: flags.allow,
    });
    await using _collector = await startCollector({
      store,
      gate,
      clock,
      hostname: flags.host,
      port: flags.port,
      trustsProxy: flags.trust_proxy,
      metagraphEveryMs: flags["metagraph.interval"] * 1000,
      maxAgeMs: flags.max_age * 86_400_000,
      maxCount: flags.max_prompts,
      limits: {
        maxBatch: flags.sufficient_batch_size,
        minBatch: flags.min_batch,
        nonceWindowMs: flags.nonce_window * 1000,
        leaseMs: flags.delivery_timeout * 1000,
        submitsPerMinute: flags["rate.submit"],
        fetchesPerMinute: flags["rate.get"],
        checksPerMinute: flags["rate.checks"],
      },
    });
    await aborted(signal);
  },
);

async function readKeyFile(path: string): Promise<string> {
  try {
    return (await Deno.readTextFile(path)).trim();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot read --key_file ${path}: ${reason}`, { cause });
  }
}
