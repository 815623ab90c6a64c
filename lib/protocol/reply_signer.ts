/**
 * Signs an axon's answers. What is signed names the caller and the time, not the answer, so one
 * signature may serve all answers to a caller for a while; making one costs as much processor
 * time as checking a call.
 *
 * @module
 */
import type { Signer } from "@threegen/chain/wallet";
import { type Clock, unixNanoseconds } from "@threegen/service";
import { replyMessage, signToHex } from "./signing.ts";

/** What an axon proves of itself in its answer. */
export interface ReplyProof {
  /** Time of signing, UNIX nanoseconds. */
  readonly nonce: bigint;
  /** `0x` and 128 hex digits. */
  readonly signature: string;
}

/** How long one signature serves, in nanoseconds: as far as clocks may differ anyway. */
const REUSE_NS = 60_000_000_000n;

/** Most callers remembered. */
const CAPACITY = 1024;

/** Signs answers as one axon. */
export class ReplySigner {
  readonly #signer: Signer;
  readonly #clock: Clock;
  readonly #uuid: string;
  readonly #proofs = new Map<string, ReplyProof>();

  /** @param uuid The axon's own. */
  constructor(signer: Signer, clock: Clock, uuid: string) {
    this.#signer = signer;
    this.#clock = clock;
    this.#uuid = uuid;
  }

  /** Returns a signature for a proven caller that is at most a minute old. */
  proofFor(dendriteHotkey: string): ReplyProof {
    const now = unixNanoseconds(this.#clock);
    const known = this.#proofs.get(dendriteHotkey);
    if (known !== undefined && now - known.nonce < REUSE_NS) return known;
    const message = replyMessage({
      nonce: now,
      dendriteHotkey,
      axonHotkey: this.#signer.address,
      uuid: this.#uuid,
    });
    const proof = { nonce: now, signature: signToHex(this.#signer, message) };
    this.#proofs.delete(dendriteHotkey);
    this.#proofs.set(dendriteHotkey, proof);
    if (this.#proofs.size > CAPACITY) this.#proofs.delete(this.#proofs.keys().next().value!);
    return proof;
  }
}
