/**
 * The chain client of the genuine chain.
 *
 * @module
 */
import type { Hotkey, Netuid, Uid } from "@threegen/domain";
import { type Clock, untilAborted } from "@threegen/service";
import { z } from "zod";
import { chainError } from "../chain_errors.ts";
import { PendingCommits } from "../commit_reveal/pending_commits.ts";
import { isServable, toIpNumber } from "../ip_number.ts";
import { MAIN_GENESIS_HASH, type ResolvedNetwork } from "../networks.ts";
import { checkServingRate } from "../serving_rate.ts";
import type {
  Commitment,
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
import { toCommitment } from "./commitment_reading.ts";
import { readMetagraph, StoredAxon } from "./metagraph_reading.ts";
import { readable } from "./readable.ts";
import { SaltedCommits } from "./salted_commits.ts";
import { makeTimelockedCommit } from "./timelocked_commit.ts";

/** How a genuine chain is reached. */
export interface PolkadotSubtensorOptions extends ChainConnectionOptions {
  readonly network: ResolvedNetwork;
  readonly clock: Clock;
  /** Pause between two looks for new blocks, in milliseconds. @default {2000} */
  readonly pollMs?: number;
  /** Where salted commits are kept until their reveal. */
  readonly commits?: CommitOptions;
}

/** How weights are kept that were committed and not revealed yet. */
export interface CommitOptions {
  /** The file; without one a restart loses them. */
  readonly file?: string;
  /** The key that reveals what an earlier process committed. */
  readonly hotkey?: Signer;
  /** Pause between two looks at what waits, in milliseconds. @default {6000} */
  readonly everyMs?: number;
}

const PALLET = "SubtensorModule";
/** What the SDK always announces as protocol. */
const AXON_PROTOCOL = 4;

/** In the order in which `hyperparameters` asks for them. */
const StoredRules = z.tuple([
  z.number(),
  z.bigint(),
  z.bigint(),
  z.number(),
  z.bigint(),
  z.boolean(),
  z.number(),
  z.bigint(),
]).rest(z.number());

/** A hotkey's axon, and the subnet's limit on announcing it anew. */
const ServingState = z.tuple([
  StoredAxon.extend({ protocol: z.number() }).optional(),
  z.bigint(),
]);

const StoredWeights = z.array(z.tuple([z.number(), z.number()]));

/** A {@linkcode Subtensor} of a genuine chain. Make it with {@linkcode PolkadotSubtensor.connect}. */
export class PolkadotSubtensor implements Subtensor {
  readonly network: string;
  readonly #connection: ChainConnection;
  readonly #clock: Clock;
  readonly #submission: ExtrinsicSubmission;
  readonly #salted: SaltedCommits;

  private constructor(
    connection: ChainConnection,
    pending: PendingCommits,
    options: PolkadotSubtensorOptions,
  ) {
    const { network, clock, pollMs, commits = {} } = options;
    this.network = network.name;
    this.#connection = connection;
    this.#clock = clock;
    this.#submission = new ExtrinsicSubmission({
      connection,
      clock,
      ...(pollMs === undefined ? {} : { pollMs }),
    });
    this.#salted = new SaltedCommits({
      connection,
      submission: this.#submission,
      clock,
      pending,
      ...(commits.everyMs === undefined ? {} : { everyMs: commits.everyMs }),
    });
    if (commits.hotkey) this.#salted.addSigner(commits.hotkey);
  }

  /**
   * Connects to a chain.
   *
   * @throws {UnavailableError} When none of its endpoints answers.
   * @throws {ConfigError} When the file of pending commits is broken.
   */
  static async connect(options: PolkadotSubtensorOptions): Promise<PolkadotSubtensor> {
    const pending = await PendingCommits.open(options.commits?.file);
    return new PolkadotSubtensor(await ChainConnection.open(options), pending, options);
  }

  get isMainNetwork(): boolean {
    return this.#connection.genesisHash === MAIN_GENESIS_HASH;
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
    // Older runtimes call the threshold by another name; the newest drop the limit on weights.
    const hasThreshold = runtime.hasStorage(PALLET, "StakeThreshold");
    const hasMaxWeight = runtime.hasStorage(PALLET, "MaxWeightsLimit");
    const ofSubnet = (item: string) => ({ pallet: PALLET, item, keys: [netuid] });
    const stored = await this.#connection.storages(snapshot, [
      ofSubnet("Tempo"),
      ofSubnet("WeightsSetRateLimit"),
      ofSubnet("ServingRateLimit"),
      ofSubnet("MinAllowedWeights"),
      ofSubnet("WeightsVersionKey"),
      ofSubnet("CommitRevealWeightsEnabled"),
      ofSubnet("MaxAllowedUids"),
      { pallet: PALLET, item: hasThreshold ? "StakeThreshold" : "WeightsMinStake", keys: [] },
      ...(hasMaxWeight ? [ofSubnet("MaxWeightsLimit")] : []),
    ], signal);
    const [
      tempo,
      weightsRateLimit,
      servingRateLimit,
      minAllowedWeights,
      weightsVersionKey,
      commitRevealEnabled,
      maxUids,
      stakeThresholdRao,
      maxWeightLimit = 65535,
    ] = readable(`the rules of netuid ${netuid}`, () => StoredRules.parse(stored));
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
    return readable(`the weights of uid ${uid}`, () => StoredWeights.parse(stored))
      .map(([to, weight]) => [to as Uid, weight]);
  }

  burnedRegister(
    coldkey: Signer,
    netuid: Netuid,
    hotkey: Hotkey,
    signal?: AbortSignal,
  ): Promise<Inclusion> {
    return this.#submission.submit({
      signer: coldkey,
      signal,
      action: `register ${hotkey} on netuid ${netuid}`,
      build: (runtime) => runtime.call(PALLET, "burned_register", { netuid, hotkey }),
    });
  }

  addStake(
    coldkey: Signer,
    netuid: Netuid,
    hotkey: Hotkey,
    amountRao: bigint,
    signal?: AbortSignal,
  ): Promise<Inclusion> {
    return this.#submission.submit({
      signer: coldkey,
      signal,
      action: `stake on ${hotkey}`,
      build: (runtime) =>
        runtime.call(PALLET, "add_stake", { netuid, hotkey, amountStaked: amountRao }),
    });
  }

  async serveAxon(
    hotkey: Signer,
    { netuid, ip, port, version }: ServeAxonParameters,
    signal?: AbortSignal,
  ): Promise<Inclusion | undefined> {
    const { address } = hotkey;
    const action = `serve axon ${ip}:${port} of ${address} on netuid ${netuid}`;
    const number = toIpNumber(ip);
    if (number === undefined) throw chainError({ name: "InvalidIpType", action });
    const snapshot = await this.#connection.snapshot(signal);
    const stored = await this.#connection.storages(snapshot, [
      { pallet: PALLET, item: "Axons", keys: [netuid, address] },
      { pallet: PALLET, item: "ServingRateLimit", keys: [netuid] },
    ], signal);
    const [axon, rateLimit] = readable(
      `the axon of ${address}`,
      () => ServingState.parse(stored),
    );
    const isUnchanged = axon?.ip === number.value && axon.ipType === number.version &&
      axon.port === port && axon.version === version && axon.protocol === AXON_PROTOCOL;
    if (isUnchanged) return undefined;
    // The chain judges the address before the rate.
    if (axon && isServable(number)) {
      checkServingRate({
        action,
        announcedAtBlock: Number(axon.block),
        rateLimitBlocks: Number(rateLimit),
        nextBlock: snapshot.block + 1,
      });
    }
    return await this.#submission.submit({
      signer: hotkey,
      action,
      signal,
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

  /**
   * Sets weights, or commits them when the subnet asks for that; the reveal follows by itself.
   *
   * @throws {ChainError} With the pallet's error name.
   */
  async setWeights(
    hotkey: Signer,
    parameters: SetWeightsParameters,
    signal?: AbortSignal,
  ): Promise<Inclusion> {
    const { netuid, uids, weights, versionKey } = parameters;
    const snapshot = await this.#connection.snapshot(signal);
    const isCommitted = await this.#connection.storage(
      snapshot,
      PALLET,
      "CommitRevealWeightsEnabled",
      [netuid],
      signal,
    );
    if (isCommitted === true) {
      const timelocked = await untilAborted(
        makeTimelockedCommit(
          this.#connection,
          snapshot,
          hotkey.publicKey,
          parameters,
          this.#clock.now(),
        ),
        signal,
      );
      if (timelocked) {
        return await this.#submission.submit({
          signer: hotkey,
          action: `commit weights of ${hotkey.address} on netuid ${netuid}`,
          isWeightsCall: true,
          signal,
          build: (runtime) => runtime.call(PALLET, timelocked.call, timelocked.values),
        });
      }
      const hasSalt = snapshot.runtime.argumentNames(PALLET, "reveal_weights").includes("salt");
      if (hasSalt) return await this.#salted.commit(hotkey, parameters, signal);
      // Runtimes before salts: the plain call below is refused with the chain's own reason.
    }
    const values = { netuid, mecid: 0, dests: [...uids], weights: [...weights], versionKey };
    return await this.#submission.submit({
      signer: hotkey,
      action: `set weights of ${hotkey.address} on netuid ${netuid}`,
      isWeightsCall: true,
      signal,
      build: (runtime) =>
        runtime.hasCall(PALLET, "set_mechanism_weights")
          ? runtime.call(PALLET, "set_mechanism_weights", values)
          : runtime.call(PALLET, "set_weights", values),
    });
  }

  get pendingReveals(): number {
    return this.#salted.waiting;
  }

  /** What a hotkey has published about itself; nothing when it has not. */
  async commitment(
    netuid: Netuid,
    hotkey: Hotkey,
    signal?: AbortSignal,
  ): Promise<Commitment | undefined> {
    const snapshot = await this.#connection.snapshot(signal);
    const stored = await this.#connection.storage(
      snapshot,
      "Commitments",
      "CommitmentOf",
      [netuid, hotkey],
      signal,
    );
    return readable(`the commitment of ${hotkey}`, () => toCommitment(stored));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#salted[Symbol.asyncDispose]();
    await this.#connection[Symbol.asyncDispose]();
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
