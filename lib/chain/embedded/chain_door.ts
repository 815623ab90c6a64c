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
  head(signal?: AbortSignal): Promise<Head>;
  account(address: string, signal?: AbortSignal): Promise<Account>;
  metagraph(netuid: Netuid, signal?: AbortSignal): Promise<Metagraph>;
  hyperparameters(netuid: Netuid, signal?: AbortSignal): Promise<Hyperparameters>;
  weightsOf(
    netuid: Netuid,
    uid: Uid,
    signal?: AbortSignal,
  ): Promise<readonly (readonly [Uid, number])[]>;
  submit(extrinsic: Extrinsic, signal?: AbortSignal): Promise<Inclusion>;
}
