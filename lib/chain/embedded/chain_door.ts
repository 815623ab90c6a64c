import type { Netuid, Uid } from "@threegen/domain";
import type { Hyperparameters, Inclusion, Metagraph } from "../subtensor.ts";
import type { Extrinsic } from "./extrinsic.ts";

/** Where the chain stands. */
export interface Head {
  /** Number of the newest block. */
  readonly block: number;
  /** `0x` and 64 hex digits; every signed call names it. */
  readonly genesisHash: string;
  /** The one subnet that exists. */
  readonly netuid: Netuid;
}

/** One account. */
export interface Account {
  /** Balance, in rao. */
  readonly freeRao: bigint;
  /** Calls made so far; the nonce of the next one. */
  readonly nonce: number;
}

/** An embedded chain, in this process or behind HTTP. */
export interface ChainDoor {
  /** Where the chain stands. */
  head(signal?: AbortSignal): Promise<Head>;
  /** Balance and nonce of an address; zeros when it was never used. */
  account(address: string, signal?: AbortSignal): Promise<Account>;
  /** Every neuron of the subnet. @throws {ChainError} `SubnetNotExists`. */
  metagraph(netuid: Netuid, signal?: AbortSignal): Promise<Metagraph>;
  /** The rules of the subnet. @throws {ChainError} `SubnetNotExists`. */
  hyperparameters(netuid: Netuid, signal?: AbortSignal): Promise<Hyperparameters>;
  /** The weights that a neuron set; empty when none. */
  weightsOf(
    netuid: Netuid,
    uid: Uid,
    signal?: AbortSignal,
  ): Promise<readonly (readonly [Uid, number])[]>;
  /** Applies a signed call. @throws {ChainError} With the chain's name of the refusal. */
  submit(extrinsic: Extrinsic, signal?: AbortSignal): Promise<Inclusion>;
}
