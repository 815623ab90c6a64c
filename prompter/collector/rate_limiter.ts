/**
 * Token buckets per caller: bursts are fine, a flood is not.
 *
 * @module
 */
import { UnavailableError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import { LRUCache } from "lru-cache";

interface Bucket {
  tokens: number;
  updatedMs: number;
}

/** Too many requests: answered with 429 and `Retry-After`. */
export class RateLimitError extends UnavailableError {
  override readonly status = 429;
}

/** Allows each caller a number of requests per minute, all of them at once if it likes. */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #clock: Clock;
  /** Forgetting a caller gives it a full bucket, so the cache may be small. */
  readonly #buckets = new LRUCache<string, Bucket>({ max: 10_000 });

  constructor(perMinute: number, clock: Clock) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /** Takes one request's share of a caller. @throws {RateLimitError} When nothing is left. */
  take(caller: string): void {
    const nowMs = this.#clock.now();
    const perMs = this.#perMinute / 60_000;
    const bucket = this.#buckets.get(caller) ?? { tokens: this.#perMinute, updatedMs: nowMs };
    const elapsedMs = Math.max(0, nowMs - bucket.updatedMs);
    bucket.tokens = Math.min(this.#perMinute, bucket.tokens + elapsedMs * perMs);
    bucket.updatedMs = nowMs;
    this.#buckets.set(caller, bucket);
    if (bucket.tokens < 1) {
      throw new RateLimitError(
        "collector/rate",
        `Cannot answer: more than ${this.#perMinute} requests a minute; wait and try again`,
        { retryAfterMs: Math.ceil((1 - bucket.tokens) / perMs) },
      );
    }
    bucket.tokens -= 1;
  }
}
