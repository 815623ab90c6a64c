/**
 * The chain as a neuron sees it. One contract test describes this interface; every
 * implementation passes it.
 *
 * @module
 */
import type { Coldkey, Hotkey, Netuid, Uid } from "@threegen/domain";
import type { Signer } from "./wallet/signer.ts";

/** Where a neuron says it can be reached. */
export interface AxonInfo {
  /** IP address in text form; `0.0.0.0` when not serving. */
  readonly ip: string;
  /** TCP port, 1 to 65535; 0 when not serving. */
  readonly port: number;
  /** Version number of the SDK that serves, as the chain stores it. */
  readonly version: number;
  /** Block at which it was announced. */
  readonly block: number;
}

/** One neuron of a subnet. */
export interface NeuronInfo {
  /** Its number on the subnet; a replaced neuron's number goes to its successor. */
  readonly uid: Uid;
  /** The key that it signs with. */
  readonly hotkey: Hotkey;
  /** The key that owns it. */
  readonly coldkey: Coldkey;
  /** Total stake, in rao (1 TAO = 10^9 rao). */
  readonly stakeRao: bigint;
  /** May set weights. */
  readonly hasValidatorPermit: boolean;
  /** Share of miner emission, 0 to 1. */
  readonly incentive: number;
  /** Share of validator emission, 0 to 1. */
  readonly dividends: number;
  /** Emission per epoch, in rao. */
  readonly emissionRao: bigint;
  /** Block of the last accepted weights; 0 when never. */
  readonly lastUpdateBlock: number;
  /** Where it says it can be reached. */
  readonly axon: AxonInfo;
}

/** A subnet at one block. Rows are ordered by uid. */
export interface Metagraph {
  /** Number of the subnet. */
  readonly netuid: Netuid;
  /** The block that it was read at. */
  readonly block: number;
  /** Its neurons: row 0 has uid 0, and so on. */
  readonly neurons: readonly NeuronInfo[];
}

/** The rules of a subnet that neurons must respect. */
export interface Hyperparameters {
  /** Blocks between epochs. */
  readonly tempo: number;
  /** Blocks that must pass between two `set_weights` of one neuron. */
  readonly weightsRateLimitBlocks: number;
  /** Blocks that must pass between two `serve_axon` of one neuron. */
  readonly servingRateLimitBlocks: number;
  /** Fewest uids that a weight vector must name. */
  readonly minAllowedWeights: number;
  /** Largest single weight after normalisation, 0 to 65535; 65535 means no limit. */
  readonly maxWeightLimit: number;
  /** Smallest accepted version key; 0 accepts all. */
  readonly weightsVersionKey: bigint;
  /** Whether weights must be committed first. */
  readonly commitRevealEnabled: boolean;
  /** Stake below which weights are refused, in rao. */
  readonly stakeThresholdRao: bigint;
  /** Most neurons on the subnet. */
  readonly maxUids: number;
}

/** What `serve_axon` announces. */
export interface ServeAxonParameters {
  readonly netuid: Netuid;
  readonly ip: string;
  readonly port: number;
  readonly version: number;
}

/** What `set_weights` sends: chain weights, largest scaled to 65535. */
export interface SetWeightsParameters {
  readonly netuid: Netuid;
  readonly uids: readonly Uid[];
  /** u16, same order as `uids`. */
  readonly weights: readonly number[];
  readonly versionKey: bigint;
}

/** Proof that a call is in a block; on a genuine chain in one that no other block replaces. */
export interface Inclusion {
  readonly block: number;
}

/** What a hotkey has published about itself on a subnet. */
export interface Commitment {
  /** Block at which it was published. */
  readonly block: number;
  /** Its raw fields. */
  readonly fields: readonly Uint8Array[];
}

/**
 * The chain client of miners and validators.
 *
 * The signal of a call that changes something ends the wait for it. Before anything was sent its
 * reason is thrown; after that an `UnavailableError` `chain/outcome-unknown`, because the chain may
 * take the call all the same.
 */
export interface Subtensor extends AsyncDisposable {
  /** Name of the network: `finney`, `test`, `local`, `embedded`, or the endpoint. */
  readonly network: string;
  /**
   * Whether this is the chain on which TAO has a price. The chain's first block decides, not its
   * name or address: an operator's own node of the main network is the main network.
   */
  readonly isMainNetwork: boolean;
  /** Number of the newest block. */
  currentBlock(signal?: AbortSignal): Promise<number>;
  /** Every neuron of a subnet at the newest block. */
  metagraph(netuid: Netuid, signal?: AbortSignal): Promise<Metagraph>;
  /** The subnet's rules at the newest block. */
  hyperparameters(netuid: Netuid, signal?: AbortSignal): Promise<Hyperparameters>;
  /** The weights that a neuron set, as (uid, u16) pairs; empty when none. */
  weightsOf(
    netuid: Netuid,
    uid: Uid,
    signal?: AbortSignal,
  ): Promise<readonly (readonly [Uid, number])[]>;
  /** Registers a hotkey by burning the subnet's price from the coldkey's balance. */
  burnedRegister(
    coldkey: Signer,
    netuid: Netuid,
    hotkey: Hotkey,
    signal?: AbortSignal,
  ): Promise<Inclusion>;
  /** Moves balance of the coldkey into stake on a hotkey, in rao. */
  addStake(
    coldkey: Signer,
    netuid: Netuid,
    hotkey: Hotkey,
    amountRao: bigint,
    signal?: AbortSignal,
  ): Promise<Inclusion>;
  /**
   * Announces where the hotkey's axon listens; resolves without a call when nothing changed.
   *
   * @throws {ServingTooEarlyError} When the subnet's rate limit forbids it for now; nothing is sent.
   * @throws {ChainError} With the pallet's error name.
   */
  serveAxon(
    hotkey: Signer,
    parameters: ServeAxonParameters,
    signal?: AbortSignal,
  ): Promise<Inclusion | undefined>;
  /** Sets the hotkey's weights. @throws {ChainError} with the pallet's error name. */
  setWeights(
    hotkey: Signer,
    parameters: SetWeightsParameters,
    signal?: AbortSignal,
  ): Promise<Inclusion>;
  /** What a hotkey has published about itself; nothing when it has not. Absent: nobody can. */
  commitment?(
    netuid: Netuid,
    hotkey: Hotkey,
    signal?: AbortSignal,
  ): Promise<Commitment | undefined>;
  /**
   * Weights that were committed and wait for this client to reveal them: it must stay open until
   * then, or be opened again with the same file of commits. Absent where that never happens.
   */
  readonly pendingReveals?: number;
}
