/**
 * Flags that every program with a wallet or a chain shares, as the Bittensor SDK spells them.
 *
 * @module
 */
import { z } from "zod";
import { type NetworkChoice, NETWORKS } from "./networks.ts";
import { DEFAULT_WALLET_PATH, type WalletLocation } from "./wallet/location.ts";

/** Flags that choose a wallet; environment `BT_WALLET_…`. */
export const walletFlags = {
  "wallet.path": z.string().min(1).default(DEFAULT_WALLET_PATH).describe("Folder of all wallets"),
  "wallet.name": z.string().min(1).default("default").describe("Name of the coldkey"),
  "wallet.hotkey": z.string().min(1).default("default").describe("Name of the hotkey"),
} as const;

/** Flags that choose a chain; environment `BT_SUBTENSOR_…`. */
export const subtensorFlags = {
  "subtensor.network": z.string().min(1).default("finney")
    .describe(`Network: ${Object.keys(NETWORKS).join(", ")}, or an endpoint`),
  "subtensor.chain_endpoint": z.string().default("")
    .describe(
      "Endpoints of the chain: http:// once, or ws:// once or more, by commas; wins over the network's",
    )
    // Who names a network on the command line means that one, whatever the shell has exported.
    .meta({ unlessGiven: "subtensor.network" }),
} as const;

/** Other spellings of {@linkcode subtensorFlags} that operators use. Source: btcli. */
export const subtensorAliases = {
  "network": "subtensor.network",
  "chain": "subtensor.network",
  "chain_endpoint": "subtensor.chain_endpoint",
} as const;

/** The wallet that {@linkcode walletFlags} chose. */
export function chosenWallet(
  flags: Readonly<Record<keyof typeof walletFlags, string>>,
): Required<WalletLocation> {
  return {
    path: flags["wallet.path"],
    name: flags["wallet.name"],
    hotkey: flags["wallet.hotkey"],
  };
}

/** The chain that {@linkcode subtensorFlags} chose. */
export function chosenNetwork(
  flags: Readonly<Record<keyof typeof subtensorFlags, string>>,
): NetworkChoice {
  return {
    network: flags["subtensor.network"],
    chainEndpoint: flags["subtensor.chain_endpoint"],
  };
}
