/**
 * Nonces: a signed call counts once, and only for a while.
 *
 * A nonce is the caller's wall clock in nanoseconds (SDK 7.2 and later). It must lie within a
 * window around our clock and be greater than the last one of its endpoint (hotkey and uuid).
 *
 * Nonces of older SDKs count from the machine's boot and say nothing about time. They are known
 * by their size, not by the version in the header, which is not signed: else a captured call
 * could be replayed later by claiming an old version. Nothing but memory tells a replay of them,
 * and many such callers take a new uuid for every call; but their uuid, which is signed, is a
 * uuid1 and holds the time at which it was made.
 *
 * The invariant: **a call that was kept is never taken again, until we restart** — by an
 * endpoint's memory while it lasts, by the floor that forgetting it raised ever after
 * ({@linkcode NonceMemory}). Endpoints rank by their last nonce, where that is a time, and by the
 * time of their uuid elsewhere. For wall-clock nonces a restart changes nothing: the floor starts
 * at the time of our own start.
 *
 * A call that was not kept may be taken again; so the axon keeps every call that may have had an
 * effect. What it does not keep was refused, or came from a stranger, for whom a handler must do
 * nothing but answer.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import { type Clock, unixNanoseconds } from "@threegen/service";
import { NonceMemory } from "./nonce_memory.ts";

/** First version whose nonces are wall-clock times: 7.2.0. */
export const WALL_CLOCK_VERSION = 7_002_000;

/**
 * Nonces below are not wall-clock times: 10^18 ns is September 2001 as a time and 31 years as a
 * machine's time since boot.
 */
const LEAST_WALL_CLOCK_NONCE = 10n ** 18n;

/** 1970 in the time of a uuid1: 100 ns since 15 October 1582. Source: RFC 9562, section 5.1. */
const UUID1_UNIX_EPOCH = 0x01b2_1dd2_1381_4000n;

/** How long a nonce counts, and how much is remembered. */
export interface NonceOptions {
  /** Where the time comes from. */
  readonly clock: Clock;
  /** Age that is always allowed, in milliseconds. Source: the SDK's axon, 4 s. @default {4000} */
  readonly pastMs?: number;
  /**
   * Most that the call's own timeout adds to that age, in milliseconds; the header is not signed.
   * Source: the longest timeout of the subnet's messages, 300 s. @default {300000}
   */
  readonly maxTimeoutMs?: number;
  /** How far the caller's clock may run ahead, in milliseconds. @default {60000} */
  readonly futureMs?: number;
  /** Most hotkeys remembered; a subnet has 256. @default {1024} */
  readonly capacity?: number;
  /** Most hotkeys that call with an SDK before 7.2; 0 refuses them. @default {1024} */
  readonly legacyCapacity?: number;
  /** Most endpoints remembered of one hotkey, and most of its calls in flight. @default {64} */
  readonly endpointsPerHotkey?: number;
}

/** One nonce as it came in; its signature was checked already. */
export interface NonceClaim {
  readonly hotkey: string;
  readonly uuid: string;
  readonly nonce: bigint;
  /** Version number that the caller announced; absent reads as old. */
  readonly version?: number | undefined;
  /** Timeout that the caller announced, in milliseconds. */
  readonly timeoutMs: number;
}

/** Uses nonces up. */
export class NonceStore {
  readonly #clock: Clock;
  readonly #pastNs: bigint;
  readonly #maxTimeoutMs: number;
  readonly #futureNs: bigint;
  readonly #legacyCapacity: number;
  readonly #wallClock: NonceMemory;
  readonly #legacy: NonceMemory;

  constructor(options: NonceOptions) {
    const { clock, capacity = 1024, legacyCapacity = 1024, endpointsPerHotkey = 64 } = options;
    this.#clock = clock;
    this.#pastNs = nanoseconds(options.pastMs ?? 4000);
    this.#maxTimeoutMs = options.maxTimeoutMs ?? 300_000;
    this.#futureNs = nanoseconds(options.futureMs ?? 60_000);
    this.#legacyCapacity = legacyCapacity;
    this.#wallClock = new NonceMemory({
      capacity,
      endpointsPerHotkey,
      floor: unixNanoseconds(clock) - 1n,
      rankOf: (_uuid, nonce) => nonce,
    });
    this.#legacy = new NonceMemory({
      capacity: legacyCapacity,
      endpointsPerHotkey,
      rankOf: uuidTime,
    });
  }

  /** How many endpoints are remembered. */
  get size(): number {
    return this.#wallClock.size + this.#legacy.size;
  }

  /**
   * Uses a nonce up; synchronous, so that two copies of a call cannot both pass.
   *
   * @returns Ends the call, for which the nonce is remembered at least; `isToKeep` says whether it
   * stays used up after that.
   * @throws {RequestError} 401 when the nonce is too old, too far ahead, or was used; 429 when the
   * hotkey has too many calls in flight.
   * @throws {UnavailableError} When too many hotkeys have.
   */
  use(claim: NonceClaim): (isToKeep: boolean) => void {
    this.check(claim);
    return this.#memoryOf(claim).put(claim.hotkey, claim.uuid, claim.nonce);
  }

  /** Whether a nonce would count now, without using it up; throws as {@linkcode use} does. */
  check(claim: NonceClaim): void {
    const { hotkey, uuid, nonce } = claim;
    const memory = this.#memoryOf(claim);
    if (memory === this.#wallClock) this.#checkWindow(claim);
    else this.#checkLegacy(claim);
    const last = memory.last(hotkey, uuid);
    if (last !== undefined) {
      if (nonce <= last) throw refused("nonce was used or is older");
    } else if (memory === this.#wallClock) {
      if (nonce <= memory.floorOf(hotkey)) {
        throw refused("nonce is older than this server's memory; try again with a newer one");
      }
    } else if (uuidTime(uuid) <= memory.floorOf(hotkey)) {
      throw refused(
        "uuid is older than this server's memory; restart the caller, or update its SDK",
      );
    }
  }

  #memoryOf({ nonce, version = 0 }: NonceClaim): NonceMemory {
    const isWallClock = nonce >= LEAST_WALL_CLOCK_NONCE || version >= WALL_CLOCK_VERSION;
    return isWallClock ? this.#wallClock : this.#legacy;
  }

  #checkWindow({ nonce, timeoutMs }: NonceClaim): void {
    const now = unixNanoseconds(this.#clock);
    const allowed = this.#pastNs + nanoseconds(Math.min(timeoutMs, this.#maxTimeoutMs));
    if (nonce <= now - allowed) throw refused("nonce is too old; set the machine's clock");
    if (nonce > now + this.#futureNs) {
      throw refused("nonce is too far ahead; set the machine's clock");
    }
  }

  /** A uuid from the future would, once forgotten, lift the floor beyond what others can reach. */
  #checkLegacy({ uuid }: NonceClaim): void {
    if (this.#legacyCapacity === 0) {
      throw refused("this server takes no callers with an SDK before 7.2; update it");
    }
    if (uuidTime(uuid) > unixNanoseconds(this.#clock) + this.#futureNs) {
      throw refused("uuid is too far ahead; set the machine's clock");
    }
  }
}

/** When a uuid1 was made, in UNIX nanoseconds; 0 for any other, whose age nobody knows. */
function uuidTime(uuid: string): bigint {
  const parts = /^([0-9a-f]{8})-([0-9a-f]{4})-1([0-9a-f]{3})-[0-9a-f]{4}-[0-9a-f]{12}$/i.exec(uuid);
  if (!parts) return 0n;
  const [, low, middle, high] = parts;
  const time = (BigInt(`0x${high}${middle}${low}`) - UUID1_UNIX_EPOCH) * 100n;
  return time > 0n ? time : 0n;
}

function nanoseconds(ms: number): bigint {
  return BigInt(Math.round(ms * 1e6));
}

function refused(state: string): RequestError {
  return new RequestError("protocol/nonce", `Not Verified with error: ${state}`, { status: 401 });
}
