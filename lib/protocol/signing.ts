/**
 * What the two ends of a call sign, and how a signature travels.
 *
 * @module
 */
import type { Signer } from "@threegen/chain/wallet";

/** What a caller's signature covers. */
export interface RequestClaim {
  /** Nanoseconds; wall clock since SDK 7.2. */
  readonly nonce: bigint;
  /** Who calls. */
  readonly dendriteHotkey: string;
  /** Who is called; a server puts its own here, never what the request says. */
  readonly axonHotkey: string;
  /** Made once per calling process. */
  readonly uuid: string;
  /** {@linkcode bodyHash} of the signed fields. */
  readonly bodyHash: string;
}

/** What an axon signs of its answer; the body is not covered. */
export type ReplyClaim = Omit<RequestClaim, "bodyHash">;

const encoder = new TextEncoder();

/** Returns the bytes that a caller signs. */
export function requestMessage(claim: RequestClaim): Uint8Array {
  const { nonce, dendriteHotkey, axonHotkey, uuid, bodyHash } = claim;
  return encoder.encode(`${nonce}.${dendriteHotkey}.${axonHotkey}.${uuid}.${bodyHash}`);
}

/** Returns the bytes that an axon signs; `nonce` and `uuid` are the axon's own. */
export function replyMessage({ nonce, dendriteHotkey, axonHotkey, uuid }: ReplyClaim): Uint8Array {
  return encoder.encode(`${nonce}.${dendriteHotkey}.${axonHotkey}.${uuid}`);
}

/** Signs and returns `0x` and 128 hex digits. */
export function signToHex(signer: Signer, message: Uint8Array): string {
  return `0x${signer.sign(message).toHex()}`;
}

/** Reads `0x` and 128 hex digits; nothing when the text is anything else. */
export function signatureFromHex(text: string): Uint8Array | undefined {
  return /^0x[0-9a-fA-F]{128}$/.test(text) ? Uint8Array.fromHex(text.slice(2)) : undefined;
}

/** Checks a signature: message, 64 bytes, 32-byte public key of the signer; never throws. */
export type Verifier = (
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
) => boolean | Promise<boolean>;
