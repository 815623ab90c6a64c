/**
 * The chain client of the genuine chain.
 *
 * @module
 */
import type { Hotkey, Netuid, Uid } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import { z } from "zod";
import { chainError } from "../chain_errors.ts";
import { toIpNumber } from "../ip_number.ts";
import type { ResolvedNetwork } from "../networks.ts";
import type {
  Hyperparameters,
  Inclusion,
  Metagraph,
  ServeAxonParameters,
  SetWeightsParameters,
  Subtensor,
} from "../subtensor.ts";
import type { Signer } from "../wallet/signer.ts";
import { ChainConnection, type ChainConnectionOptions, type Snapshot } from "./chain_connection.ts";
import { ExtrinsicSubmission } from "./extrinsic_submission.ts";
import { readMetagraph, StoredAxon } from "./metagraph_reading.ts";

/** How a genuine chain is reached. */
export interface PolkadotSubtensorOptions extends ChainConnectionOptions {
  readonly network: ResolvedNetwork;
  readonly clock: Clock;
  /** Pause between two looks for new blocks, in milliseconds. @default {2000} */
  readonly pollMs?: number;
}

const PALLET = "SubtensorModule";
/** What the SDK always announces as protocol. */
const AXON_PROTOCOL = 4;

const number = z.number();
const amount = z.bigint();

/** A {@linkcode Subtensor} of a genuine chain. Make it with {@linkcode PolkadotSubtensor.connect}. */
export class PolkadotSubtensor implements Subtensor {
  readonly network: string;
  readonly #connection: ChainConnection;
  readonly #submission: ExtrinsicSubmission;

  private constructor(connection: ChainConnection, options: PolkadotSubtensorOptions) {
    const { network, clock, pollMs } = options;
    this.network = network.name;
    this.#connection = connection;
    this.#submission = new ExtrinsicSubmission({
      connection,
      clock,
      ...(pollMs === undefined ? {} : { pollMs }),
    });
  }

  /**
   * Connects to a chain.
   *
   * @throws {UnavailableError} When none of its endpoints answers.
   */
  static async connect(options: PolkadotSubtensorOptions): Promise<PolkadotSubtensor> {
    return new PolkadotSubtensor(await ChainConnection.open(options), options);
  }

  currentBlock(signal?: AbortSignal): Promise<number> {
    return this.#connection.headNumber(signal);
  }

  async metagraph(netuid: Netuid, signal?: AbortSignal): Promise<Metagraph> {
    const snapshot = await this.#subnetSnapshot(netuid, signal);
    return await readMetagraph(this.#connection, snapshot, netuid, signal);
  }

  async hyperparameters(netuid: Netuid, signal?: AbortSignal): Promise<Hyperparameters> {
    const snapshot = await this.#subnetSnapshot(netuid, signal);
    const { runtime } = snapshot;
    const read = async <T>(item: string, schema: z.ZodType<T>, keys: unknown[] = [netuid]) =>
      schema.parse(await this.#connection.storage(snapshot, PALLET, item, keys, signal));
    // Older runtimes call the threshold by another name; the newest drop the limit on weights.
    const threshold = runtime.hasStorage(PALLET, "StakeThreshold")
      ? "StakeThreshold"
      : "WeightsMinStake";
    const hasMaxWeight = runtime.hasStorage(PALLET, "MaxWeightsLimit");
    const [
      tempo,
      weightsRateLimit,
      servingRateLimit,
      minAllowedWeights,
      maxWeightLimit,
      weightsVersionKey,
      commitRevealEnabled,
      stakeThresholdRao,
      maxUids,
    ] = await Promise.all([
      read("Tempo", number),
      read("WeightsSetRateLimit", amount),
      read("ServingRateLimit", amount),
      read("MinAllowedWeights", number),
      hasMaxWeight ? read("MaxWeightsLimit", number) : 65535,
      read("WeightsVersionKey", amount),
      read("CommitRevealWeightsEnabled", z.boolean()),
      read(threshold, amount, []),
      read("MaxAllowedUids", number),
    ]);
    return {
      tempo,
      weightsRateLimitBlocks: Number(weightsRateLimit),
      servingRateLimitBlocks: Number(servingRateLimit),
      minAllowedWeights,
      maxWeightLimit,
      weightsVersionKey,
      commitRevealEnabled,
      stakeThresholdRao,
      maxUids,
    };
  }

  async weightsOf(
    netuid: Netuid,
    uid: Uid,
    signal?: AbortSignal,
  ): Promise<readonly (readonly [Uid, number])[]> {
    const snapshot = await this.#subnetSnapshot(netuid, signal);
    const stored = await this.#connection.storage(
      snapshot,
      PALLET,
      "Weights",
      [netuid, uid],
      signal,
    );
    return z.array(z.tuple([number, number])).parse(stored)
      .map(([to, weight]) => [to as Uid, weight]);
  }

  burnedRegister(coldkey: Signer, netuid: Netuid, hotkey: Hotkey): Promise<Inclusion> {
    return this.#submission.submit({
      signer: coldkey,
      action: `register ${hotkey} on netuid ${netuid}`,
      build: (runtime) => runtime.call(PALLET, "burned_register", { netuid, hotkey }),
    });
  }

  addStake(
    coldkey: Signer,
    netuid: Netuid,
    hotkey: Hotkey,
    amountRao: bigint,
  ): Promise<Inclusion> {
    return this.#submission.submit({
      signer: coldkey,
      action: `stake on ${hotkey}`,
      build: (runtime) =>
        runtime.call(PALLET, "add_stake", { netuid, hotkey, amountStaked: amountRao }),
    });
  }

  async serveAxon(
    hotkey: Signer,
    { netuid, ip, port, version }: ServeAxonParameters,
  ): Promise<Inclusion | undefined> {
    const { address } = hotkey;
    const action = `serve axon ${ip}:${port} of ${address} on netuid ${netuid}`;
    const number = toIpNumber(ip);
    if (number === undefined) throw chainError({ name: "InvalidIpType", action });
    const snapshot = await this.#connection.snapshot();
    const stored = StoredAxon.optional().parse(
      await this.#connection.storage(snapshot, PALLET, "Axons", [netuid, address]),
    );
    const isUnchanged = stored?.ip === number.value && stored.ipType === number.version &&
      stored.port === port && stored.version === version;
    if (isUnchanged) return undefined;
    return await this.#submission.submit({
      signer: hotkey,
      action,
      build: (runtime) =>
        runtime.call(PALLET, "serve_axon", {
          netuid,
          version,
          ip: number.value,
          port,
          ipType: number.version,
          protocol: AXON_PROTOCOL,
          placeholder1: 0,
          placeholder2: 0,
        }),
    });
  }

  setWeights(hotkey: Signer, parameters: SetWeightsParameters): Promise<Inclusion> {
    const { netuid, uids, weights, versionKey } = parameters;
    const values = { netuid, mecid: 0, dests: [...uids], weights: [...weights], versionKey };
    return this.#submission.submit({
      signer: hotkey,
      action: `set weights of ${hotkey.address} on netuid ${netuid}`,
      isWeightsCall: true,
      build: (runtime) =>
        runtime.hasCall(PALLET, "set_mechanism_weights")
          ? runtime.call(PALLET, "set_mechanism_weights", values)
          : runtime.call(PALLET, "set_weights", values),
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#connection[Symbol.asyncDispose]();
  }

  /** The chain's head, once it is sure that the subnet exists there. */
  async #subnetSnapshot(netuid: Netuid, signal?: AbortSignal): Promise<Snapshot> {
    const snapshot = await this.#connection.snapshot(signal);
    const exists = await this.#connection.storage(
      snapshot,
      PALLET,
      "NetworksAdded",
      [netuid],
      signal,
    );
    if (exists !== true) {
      throw chainError({ name: "SubnetNotExists", action: `read netuid ${netuid}` });
    }
    return snapshot;
  }
}
