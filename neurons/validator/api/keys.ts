/**
 * API keys: who may create tasks, and how fast.
 *
 * @module
 */
import { ConfigError, RequestError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import { createHash, timingSafeEqual } from "node:crypto";

/** Fewest characters of a key; a shorter one can be guessed. */
const MIN_KEY_LENGTH = 16;

/** How many tasks one key may create. */
export interface RateLimit {
  /** Requests within one period. Source: the original's first era, 10. */
  readonly requests: number;
  /** Milliseconds. Source: the original's first era, 120 s. */
  readonly periodMs: number;
}

interface Key {
  readonly name: string;
  readonly digest: Uint8Array;
  /** When it was used within the last period, UNIX milliseconds. */
  used: number[];
}

/** The keys of the public API; only their digests are kept in memory. */
export class ApiKeys {
  readonly #keys: readonly Key[];
  readonly #limit: RateLimit;
  readonly #clock: Clock;

  /**
   * @param lines One key each, with a name after a blank if wanted; `#` begins a comment.
   * @throws {ConfigError} When there is no key, or one that can be guessed.
   */
  constructor(lines: readonly string[], limit: RateLimit, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
    this.#keys = lines.map((line) => line.replace(/#.*/, "").trim()).filter(Boolean)
      .map((line, index) => {
        const [key, ...name] = line.split(/\s+/);
        if (key.length < MIN_KEY_LENGTH) {
          throw new ConfigError(
            `Cannot use API key ${index + 1}: it has ${key.length} characters, fewer than ` +
              `${MIN_KEY_LENGTH}; make one with: openssl rand -hex 24`,
          );
        }
        return { name: name.join(" ") || `key ${index + 1}`, digest: digestOf(key), used: [] };
      });
    if (this.#keys.length === 0) {
      throw new ConfigError(
        "Cannot enable the public API: there is no API key; give --public_api.keys_file or " +
          "THREEGEN_PUBLIC_API_KEYS",
      );
    }
  }

  /**
   * Checks a key and counts the request.
   *
   * @returns The name of the key.
   * @throws {RequestError} 401 on a wrong or missing key, 429 when the key was used too often.
   */
  admit(key: string | undefined): string {
    const found = this.#find(key ?? "");
    if (!found) {
      throw new RequestError(
        "api/unauthorized",
        "Cannot create task: the header x-api-key is missing or wrong",
        { status: 401 },
      );
    }
    const now = this.#clock.now();
    found.used = found.used.filter((at) => at > now - this.#limit.periodMs);
    if (found.used.length >= this.#limit.requests) {
      const waitSeconds = Math.ceil((found.used[0] + this.#limit.periodMs - now) / 1000);
      throw new RequestError(
        "api/too-many-requests",
        `Cannot create task: ${this.#limit.requests} were created within ` +
          `${this.#limit.periodMs / 1000} s; try again in ${waitSeconds} s`,
        { status: 429 },
      );
    }
    found.used.push(now);
    return found.name;
  }

  /** Compares with every key, so that the time tells nothing. */
  #find(key: string): Key | undefined {
    const digest = digestOf(key);
    let found: Key | undefined;
    for (const candidate of this.#keys) {
      if (timingSafeEqual(candidate.digest, digest)) found = candidate;
    }
    return found;
  }
}

function digestOf(key: string): Uint8Array {
  return createHash("sha256").update(key).digest();
}
