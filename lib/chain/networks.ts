/**
 * Networks by name, as operators of Bittensor know them.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import type { Subtensor } from "./subtensor.ts";

/** Name to endpoint. Source: the Bittensor SDK, `core/settings.py`. */
export const NETWORKS: Readonly<Record<string, string>> = {
  finney: "wss://entrypoint-finney.opentensor.ai:443",
  test: "wss://test.finney.opentensor.ai:443",
  archive: "wss://archive.chain.opentensor.ai:443",
  local: "ws://127.0.0.1:9944",
  "latent-lite": "wss://lite.sub.latent.to:443",
};

/**
 * Hash of the main network's first block: where TAO has a price, whatever the endpoint is called.
 * Source: Subtensor's own migrations that run "only on mainnet"; `@polkadot/networks`, bittensor.
 */
export const MAIN_GENESIS_HASH =
  "0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03";

/** Where a neuron of a local network says it is: the chain refuses 127.0.0.1, not this one. */
export const LOCAL_AXON_IP = "127.0.0.2";

/** Where else the same chain is served; tried in order when the first endpoint is away. */
const FAILOVER: Readonly<Record<string, readonly string[]>> = {
  finney: [NETWORKS["latent-lite"], NETWORKS.archive],
  "latent-lite": [NETWORKS.finney, NETWORKS.archive],
};

/** What the operator chose. */
export interface NetworkChoice {
  /** A name of {@linkcode NETWORKS}, or an endpoint. @default {"finney"} */
  readonly network?: string | undefined;
  /** One endpoint, or several of a genuine chain by commas; wins over the network's own. */
  readonly chainEndpoint?: string | undefined;
}

/** A network with the endpoints to try, in order; at least one. */
export interface ResolvedNetwork {
  /** A name, or the first endpoint when it has none. */
  readonly name: string;
  /** `ws://`, `wss://`: a genuine chain. `http://`, `https://`: an embedded chain. */
  readonly endpoints: readonly string[];
}

/**
 * Returns the endpoints of what the operator chose.
 *
 * @throws {ConfigError} On an unknown name, an endpoint that is no URL, or a list with an embedded
 *   chain in it.
 */
export function resolveNetwork(choice: NetworkChoice): ResolvedNetwork {
  const { network = "finney", chainEndpoint } = choice;
  if (chainEndpoint !== undefined && chainEndpoint !== "") {
    const endpoints = chainEndpoint.split(",").map((text) => text.trim()).filter(Boolean);
    if (endpoints.length === 0) {
      throw new ConfigError("Cannot use --subtensor.chain_endpoint: empty");
    }
    for (const endpoint of endpoints) checkEndpoint("subtensor.chain_endpoint", endpoint);
    if (endpoints.length > 1 && endpoints.some((endpoint) => /^https?:/.test(endpoint))) {
      throw new ConfigError(
        `Cannot use --subtensor.chain_endpoint ${endpoints.join(",")}: ` +
          "an embedded chain (http://) lives in one process and has no second endpoint; " +
          "name only one, or only ws:// ones",
      );
    }
    const name = Object.keys(NETWORKS).find((known) => NETWORKS[known] === endpoints[0]);
    return { name: name ?? endpoints[0], endpoints };
  }
  if (Object.hasOwn(NETWORKS, network)) {
    return { name: network, endpoints: [NETWORKS[network], ...(FAILOVER[network] ?? [])] };
  }
  if (network.includes("://")) return resolveNetwork({ chainEndpoint: network });
  throw new ConfigError(
    `Cannot use --subtensor.network ${network}: it is neither an endpoint nor one of ` +
      Object.keys(NETWORKS).join(", "),
  );
}

/**
 * Whether every endpoint is on this machine. That says where the node is, not which chain it
 * serves: once connected, ask `Subtensor.isMainNetwork` too.
 */
export function isLocalNetwork(network: ResolvedNetwork | string): boolean {
  const endpoints = typeof network === "string" ? [network] : network.endpoints;
  return endpoints.every((endpoint) => {
    const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : "";
    return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
  });
}

/**
 * What an operator does about a hotkey that is not registered, for messages.
 *
 * @param chain The client of the chain.
 */
export function registrationRemedy(
  { network, isMainNetwork }: Pick<Subtensor, "network" | "isMainNetwork">,
): string {
  const isForPlay = !isMainNetwork &&
    (network === "test" || isLocalNetwork(NETWORKS[network] ?? network));
  return isForPlay
    ? "register it by `deno task register` with the same flags of wallet and chain"
    : "register it by `btcli subnets register`";
}

function checkEndpoint(flag: string, endpoint: string): void {
  if (!/^(wss?|https?):\/\/[^/]/.test(endpoint) || !URL.canParse(endpoint)) {
    throw new ConfigError(
      `Cannot use --${flag} ${endpoint}: it must begin with ws://, wss:// or http://`,
    );
  }
}
