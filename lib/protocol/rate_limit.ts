/**
 * Rate limit: a bucket of tokens per caller, refilled steadily.
 *
 * @module
 */
import type { Clock } from "@threegen/service";

/** How many calls one caller may make. */
export interface Rate {
  /** Calls per second in the long run. */
  readonly perSecond: number;
  /** Calls at once after a rest. */
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  /** UNIX time of the last refill, in milliseconds. */
  filledAt: number;
}

/** Counts calls by key in bounded memory: of too many keys the one unused longest is forgotten. */
export class RateLimiter {
  readonly #rate: Rate;
  readonly #clock: Clock;
  readonly #capacity: number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param capacity Most callers remembered. */
  constructor(rate: Rate, clock: Clock, capacity = 16_384) {
    this.#rate = rate;
    this.#clock = clock;
    this.#capacity = capacity;
  }

  /** Takes one token; returns 0, or the milliseconds to wait when there is none. */
  take(key: string): number {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(key) ?? { tokens: this.#rate.burst, filledAt: now };
    const refill = Math.max(0, now - bucket.filledAt) / 1000 * this.#rate.perSecond;
    bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + refill);
    bucket.filledAt = now;
    // Deleting first moves the key to the end, so that the map stays in order of last use.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > this.#capacity) {
      this.#buckets.delete(this.#buckets.keys().next().value!);
    }
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / this.#rate.perSecond * 1000);
    bucket.tokens--;
    return 0;
  }
}

/**
 * Returns what counts as one caller by address: an IPv6 network of 64 bits is one customer, who
 * could else call from 2^64 addresses.
 */
export function addressKey(ip: string): string {
  if (!ip.includes(":")) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1];
  const [head, tail] = ip.split("%")[0].split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(":")}::/64`;
}
