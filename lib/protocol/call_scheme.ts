/**
 * Call scheme: one way to prove who calls. An axon accepts several on the same routes.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import type { CallHeaders, HeaderMap } from "./headers.ts";

/** A call as it came in; nothing in it is proven. */
export interface IncomingCall {
  /** HTTP method, in capitals. */
  readonly method: string;
  /** Path and query as they stood on the wire. */
  readonly target: string;
  readonly headers: HeaderMap;
  /** Reads the body, bounded; a second call gives the same bytes. */
  readBody(): Promise<Uint8Array>;
}

/** A call whose sender is proven. */
export interface ProvenCall {
  /** Who calls: the SS58 address of the key that signed. */
  readonly hotkey: string;
  /** What the headers said; `dendrite.hotkey` equals {@linkcode hotkey}. */
  readonly headers: CallHeaders;
  /** Hash of the signed fields, to be compared with the body; absent when all of it is proven. */
  readonly bodyHash?: string;
  /** Ends the call; `isToKeep` says whether its nonce stays used up after that. */
  release(isToKeep: boolean): void;
}

/** Ways to prove who calls: the Bittensor SDK's own, btauth/1, Epistula v2. */
export type SchemeName = "axon" | "btauth/1" | "epistula/2";

/** One way to prove who calls. */
export interface CallScheme {
  readonly name: SchemeName;
  /** Whether the headers speak this scheme. */
  speaks(headers: HeaderMap): boolean;
  /**
   * Proves the caller.
   *
   * @throws {RequestError} 400 when headers do not read, 401 when nothing is proven.
   */
  prove(call: IncomingCall): Promise<ProvenCall>;
}

/** The refusal of a call whose sender is not proven; `state` says why. */
export function unproven(state: string): RequestError {
  return new RequestError("protocol/unproven", `Not Verified with error: ${state}`, {
    status: 401,
  });
}
