/**
 * What an axon is made of: its identity, its routes and its limits.
 *
 * @module
 */
import type { Signer } from "@threegen/chain/wallet";
import type { Clock } from "@threegen/service";
import type { AxonRoute } from "./axon_route.ts";
import type { SchemeName } from "./call_scheme.ts";
import type { NonceOptions } from "./nonce.ts";
import type { Rate } from "./rate_limit.ts";
import type { Verifier } from "./signing.ts";

/** One call, after it was answered; for metrics and the log. */
export interface AnsweredCall {
  /** Name of the message; "" when it is unknown. */
  readonly message: string;
  /** HTTP status. */
  readonly status: number;
  /** Who called; absent when that was not proven. */
  readonly hotkey?: string;
  /** Address that the call came from. */
  readonly ip: string;
  readonly elapsedMs: number;
}

/** What an axon is made of. */
export interface AxonOptions {
  /** Our identity: receiver of every call, signer of every answer. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly routes: readonly AxonRoute[];
  /** Address that answers announce; none is announced without it. */
  readonly ip?: string;
  /** Port that answers announce; none is announced without it. */
  readonly port?: number;
  /** Largest body of a call, in bytes. @default {33554432} */
  readonly maxBodyBytes?: number;
  /**
   * Whether a hotkey is one of ours: registered. Everybody else is a stranger, who may make as many
   * hotkeys as he likes. Strangers are answered too, but their calls are remembered only while they
   * last, have places and memory for bodies of their own, and may be replayed by others: handlers
   * must do nothing for strangers but answer. Asked when a call is proven and again when it ends.
   * Give it on every network that others reach: without it whoever makes hotkeys by the thousand
   * fills the memory of nonces, and honest calls are refused as older than that.
   * @default {everybody is registered}
   */
  readonly isRegistered?: (hotkey: string) => boolean;
  /** Bytes of all bodies of registered callers held at once. @default {268435456} */
  readonly maxBufferedBytes?: number;
  /**
   * Bytes of all bodies of strangers, and of those whose sender is proven by the body itself: a
   * budget of its own, so that strangers cannot crowd out registered callers, and one address takes
   * a quarter at most, so that it cannot crowd out the others. @default {134217728}
   */
  readonly maxUnprovenBytes?: number;
  /**
   * Longest time for one call from its headers to the end of its answer, in milliseconds.
   * @default {300000}
   */
  readonly maxTimeMs?: number;
  /**
   * Calls whose body is read or whose handler runs at once; strangers have a quarter as many places
   * of their own. @default {256}
   */
  readonly maxRunning?: number;
  /** Calls that wait for that; a quarter as many strangers. @default {1024} */
  readonly maxQueued?: number;
  /** Calls from one address, before any signature is checked. @default {50/s, burst 250} */
  readonly addressRate?: Rate;
  /** Calls from one proven hotkey. @default {10/s, burst 50} */
  readonly hotkeyRate?: Rate;
  /** Accepted ways to prove who calls; the first that a call speaks counts. @default {btauth/1, axon} */
  readonly schemes?: readonly SchemeName[];
  /** How long a nonce of the SDK's scheme counts. */
  readonly nonces?: Omit<NonceOptions, "clock">;
  /** Checks signatures; {@linkcode loadWasmVerifier} is faster. @default {the wallet's} */
  readonly verify?: Verifier;
  /** Told of every call after its answer. */
  readonly onAnswered?: (call: AnsweredCall) => void;
}
