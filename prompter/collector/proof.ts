/**
 * Proof: how a validator shows that it holds its hotkey.
 *
 * @module
 */
import { type Clock, unixNanoseconds } from "@threegen/service";
import type { Signer } from "@threegen/chain/wallet";

/** What a validator sends to prove itself. */
export interface Proof {
  readonly hotkey: string;
  /** UNIX time in nanoseconds, as the digits that were signed. */
  readonly nonce: string;
  /** Base64 of 64 bytes. */
  readonly signature: string;
  /** What was signed. */
  readonly message: string;
}

/** Returns what the original's validators sign: the nonce's digits, then the hotkey. */
export function originalMessage(nonce: string, hotkey: string): string {
  return `${nonce}${hotkey}`;
}

/**
 * Returns what `/v1` routes ask to be signed: bound to method, path and query, so that a
 * signature seen elsewhere is worth nothing here.
 */
export function boundMessage(method: string, pathAndQuery: string, nonce: string, hotkey: string) {
  return `threegen-collector-v1\n${method}\n${pathAndQuery}\n${nonce}\n${hotkey}`;
}

/** Signs a request; the nonce is the time. */
export function proveCaller(
  signer: Signer,
  clock: Clock,
  toMessage: (nonce: string, hotkey: string) => string,
): Proof {
  // Calls within one millisecond would repeat a nonce; the random tail keeps them apart.
  const tail = BigInt(crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000);
  const nonce = String(unixNanoseconds(clock) / 1_000_000n * 1_000_000n + tail);
  const message = toMessage(nonce, signer.address);
  const signature = signer.sign(new TextEncoder().encode(message));
  return {
    hotkey: signer.address,
    nonce,
    signature: btoa(String.fromCharCode(...signature)),
    message,
  };
}
