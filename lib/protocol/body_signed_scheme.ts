/**
 * What the schemes share that sign every byte of the body: btauth/1 and Epistula v2.
 *
 * The body has to be read before its sender is proven, so everything that is cheaper is looked at
 * first.
 *
 * @module
 */
import type { Clock } from "@threegen/service";
import type { AddressVerifier } from "./address_verifier.ts";
import { sha256Hex } from "./body_hash.ts";
import {
  type CallScheme,
  type IncomingCall,
  type ProvenCall,
  type SchemeName,
  unproven,
} from "./call_scheme.ts";
import { parseCallHeaders } from "./headers.ts";
import { NonceStore, WALL_CLOCK_VERSION } from "./nonce.ts";

/** What an axon gives each of these schemes. */
export interface BodySigningOptions {
  /** Our own hotkey; calls must name it as their receiver. */
  readonly hotkey: string;
  readonly clock: Clock;
  readonly verify: AddressVerifier;
}

/** One such scheme. */
export interface BodySignedScheme {
  readonly name: SchemeName;
  /** The header that every call of it carries. */
  readonly versionHeader: string;
  /** How old a call may be, in milliseconds. */
  readonly pastMs: number;
  /** How far the caller's clock may run ahead, in milliseconds. */
  readonly futureMs: number;
  /**
   * Reads what a call claims.
   *
   * @throws {RequestError} 401 when it does not read, or is meant for another receiver.
   */
  readClaim(call: IncomingCall): BodySignedClaim;
}

/** What a call claims; nothing of it is proven. */
export interface BodySignedClaim {
  /** Who calls: an SS58 address. */
  readonly sender: string;
  /** When it was signed, UNIX nanoseconds. */
  readonly nonce: bigint;
  /** Tells calls of one sender apart, which may arrive in any order. */
  readonly uuid: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** Returns the bytes that were signed, given the body's SHA-256 as 64 hex digits. */
  messageOf(bodySha256: string): Uint8Array;
}

/** Returns a scheme that takes each call once. */
export function bodySignedScheme(
  { name, versionHeader, pastMs, futureMs, readClaim }: BodySignedScheme,
  { clock, verify }: BodySigningOptions,
): CallScheme {
  // Each call is its own endpoint, so that calls may overtake each other. As many are remembered
  // as fit into the window at the axon's usual rate of 10 a second and burst of 50.
  const nonces = new NonceStore({
    clock,
    pastMs,
    maxTimeoutMs: 0,
    futureMs,
    legacyCapacity: 0,
    endpointsPerHotkey: 256,
  });
  return {
    name,
    speaks: (headers) => headers.has(versionHeader),
    async prove(call: IncomingCall): Promise<ProvenCall> {
      const { timeoutSeconds } = parseCallHeaders(call.headers);
      const { sender, nonce, uuid, signature, messageOf } = readClaim(call);
      const claim = { hotkey: sender, uuid, nonce, version: WALL_CLOCK_VERSION, timeoutMs: 0 };
      // Before the body is read, and again when it is used up: reading takes time.
      nonces.check(claim);
      const message = messageOf(await sha256Hex(await call.readBody()));
      if (!await verify(message, signature, sender)) {
        throw unproven("bad signature: it does not match");
      }
      return {
        hotkey: sender,
        headers: { timeoutSeconds, axon: {}, dendrite: { hotkey: sender, nonce } },
        release: nonces.use(claim),
      };
    },
  };
}
