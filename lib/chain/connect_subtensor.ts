/**
 * One way to a chain client: `http://` speaks to an embedded chain, `ws://` to a genuine one.
 *
 * @module
 */
import { type Clock, systemClock } from "@threegen/service";
import { EmbeddedSubtensor } from "./embedded/embedded_subtensor.ts";
import { HttpChainDoor } from "./embedded/http_chain_door.ts";
import { type NetworkChoice, resolveNetwork } from "./networks.ts";
import type { CommitOptions } from "./polkadot/polkadot_subtensor.ts";
import type { Subtensor } from "./subtensor.ts";

/**
 * The client of genuine chains. Not a literal inside `import()`: Deno fetches the packages behind
 * literals before a program starts, and whoever uses an embedded chain has no use for these 160 MB.
 */
const GENUINE_CLIENT = "./polkadot/polkadot_subtensor.ts";
type GenuineClient = typeof import("./polkadot/polkadot_subtensor.ts");

/** Which chain, and where time comes from. */
export interface ConnectOptions extends NetworkChoice {
  /** @default {systemClock} */
  readonly clock?: Clock;
  /** Ends the wait for a connection; the client that was returned is ended by its disposal. */
  readonly signal?: AbortSignal;
  /** Genuine chains: where committed weights are kept until their reveal. */
  readonly commits?: CommitOptions;
}

/**
 * Returns a client of the chain that the operator chose.
 *
 * @throws {ConfigError} On an unknown network or a wrong endpoint.
 * @throws {UnavailableError} When no endpoint of a genuine chain answers.
 * @throws The signal's reason when it aborts first.
 */
export async function connectSubtensor(options: ConnectOptions = {}): Promise<Subtensor> {
  const network = resolveNetwork(options);
  const [endpoint] = network.endpoints;
  if (/^https?:/.test(endpoint)) {
    return new EmbeddedSubtensor(new HttpChainDoor({ endpoint }), network.name);
  }
  const { PolkadotSubtensor } = await import(GENUINE_CLIENT) as GenuineClient;
  return await PolkadotSubtensor.connect({
    network,
    clock: options.clock ?? systemClock,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.commits === undefined ? {} : { commits: options.commits }),
  });
}
