/**
 * Nonces: a signed call counts once, and only for a while.
 *
 * A nonce is the caller's wall clock in nanoseconds (SDK 7.2 and later). It must lie within a
 * window around our clock and be greater than the last one of its endpoint (hotkey and uuid).
 * Memory is bounded without ever opening the door to a replay: whatever is forgotten early
 * raises a floor, below which an endpoint that is not remembered is refused. The floor starts at
 * the time of our own start, so a restart does not forget either.
 *
 * Nonces of older SDKs count from the machine's boot and say nothing about time. They are known
 * by their size, not by the version in the header, which is not signed: else a captured call
 * could be replayed later by claiming an old version.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import { type Clock, unixNanoseconds } from "@threegen/service";

/** First version whose nonces are wall-clock times: 7.2.0. */
export const WALL_CLOCK_VERSION = 7_002_000;

/**
 * Nonces below are not wall-clock times: 10^18 ns is September 2001 as a time and 31 years as a
 * machine's time since boot.
 */
const LEAST_WALL_CLOCK_NONCE = 10n ** 18n;

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
  /** Most endpoints remembered. @default {65536} */
  readonly capacity?: number;
  /** Most endpoints of SDKs before 7.2; 0 refuses them. They are never forgotten. @default {4096} */
  readonly legacyCapacity?: number;
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

/** Remembers the last nonce of every endpoint. */
export class NonceStore {
  readonly #clock: Clock;
  readonly #pastNs: bigint;
  readonly #maxTimeoutMs: number;
  readonly #futureNs: bigint;
  readonly #capacity: number;
  readonly #legacyCapacity: number;
  readonly #last = new Map<string, bigint>();
  readonly #lastLegacy = new Map<string, bigint>();
  #floor: bigint;

  constructor(options: NonceOptions) {
    this.#clock = options.clock;
    this.#pastNs = nanoseconds(options.pastMs ?? 4000);
    this.#maxTimeoutMs = options.maxTimeoutMs ?? 300_000;
    this.#futureNs = nanoseconds(options.futureMs ?? 60_000);
    this.#capacity = options.capacity ?? 65_536;
    this.#legacyCapacity = options.legacyCapacity ?? 4096;
    this.#floor = unixNanoseconds(options.clock) - 1n;
  }

  /** How many endpoints are remembered. */
  get size(): number {
    return this.#last.size + this.#lastLegacy.size;
  }

  /**
   * Uses a nonce up; synchronous, so that two copies of a call cannot both pass.
   *
   * @returns Forgets an endpoint that was new with this nonce: for a caller that turns out to be
   * unwelcome, so that strangers fill no memory.
   * @throws {RequestError} 401 when the nonce is too old, too far ahead, or was used.
   */
  use(claim: NonceClaim): () => void {
    const memory = this.#memoryOf(claim);
    const key = keyOf(claim);
    this.#check(claim, memory, key);
    const isNew = !memory.has(key);
    if (isNew) this.#makeRoom(memory);
    memory.set(key, claim.nonce);
    return () => {
      if (isNew && memory.get(key) === claim.nonce) memory.delete(key);
    };
  }

  /** Whether a nonce would count now, without using it up; throws as {@linkcode use} does. */
  check(claim: NonceClaim): void {
    this.#check(claim, this.#memoryOf(claim), keyOf(claim));
  }

  #check(claim: NonceClaim, memory: ReadonlyMap<string, bigint>, key: string): void {
    const last = memory.get(key);
    if (memory === this.#last) this.#checkWindow(claim, last === undefined);
    if (last !== undefined && claim.nonce <= last) throw refused("nonce was used or is older");
  }

  #memoryOf({ nonce, version = 0 }: NonceClaim): Map<string, bigint> {
    const isWallClock = nonce >= LEAST_WALL_CLOCK_NONCE || version >= WALL_CLOCK_VERSION;
    return isWallClock ? this.#last : this.#lastLegacy;
  }

  #checkWindow({ nonce, timeoutMs }: NonceClaim, isNew: boolean): void {
    const now = unixNanoseconds(this.#clock);
    const allowed = this.#pastNs + nanoseconds(Math.min(timeoutMs, this.#maxTimeoutMs));
    if (nonce <= now - allowed) throw refused("nonce is too old; set the machine's clock");
    if (nonce > now + this.#futureNs) {
      throw refused("nonce is too far ahead; set the machine's clock");
    }
    if (isNew && nonce <= this.#floor) {
      throw refused("nonce is older than this server's memory; try again with a newer one");
    }
  }

  /** Forgets what the window refuses anyway; if that is not enough, the oldest quarter. */
  #makeRoom(memory: Map<string, bigint>): void {
    if (memory === this.#lastLegacy) {
      if (this.#lastLegacy.size < this.#legacyCapacity) return;
      throw refused("this server takes no more callers with an SDK before 7.2; update it");
    }
    if (this.#last.size < this.#capacity) return;
    const expired = unixNanoseconds(this.#clock) - this.#pastNs - nanoseconds(this.#maxTimeoutMs);
    for (const [key, nonce] of this.#last) if (nonce <= expired) this.#last.delete(key);
    if (this.#last.size < this.#capacity) return;
    const oldestFirst = [...this.#last].sort(([, a], [, b]) => a < b ? -1 : a > b ? 1 : 0);
    for (const [key, nonce] of oldestFirst.slice(0, Math.ceil(this.#capacity / 4))) {
      this.#last.delete(key);
      if (nonce > this.#floor) this.#floor = nonce;
    }
  }
}

function keyOf({ hotkey, uuid }: NonceClaim): string {
  return `${hotkey}:${uuid}`;
}

function nanoseconds(ms: number): bigint {
  return BigInt(Math.round(ms * 1e6));
}

function refused(state: string): RequestError {
  return new RequestError("protocol/nonce", `Not Verified with error: ${state}`, { status: 401 });
}
