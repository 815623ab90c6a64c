/**
 * Time as a dependency, so that tests decide what time it is.
 *
 * @module
 */

/** Where a program takes its time from. */
export interface Clock {
  /** UNIX time, in milliseconds. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      }, ms);
      signal?.addEventListener("abort", onAbort, { once: true });
    }),
};

/** UNIX time in whole seconds, as the wire carries it. */
export function unixSeconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}

/** UNIX time in nanoseconds, as nonces carry it; beyond 2^53, so a bigint. */
export function unixNanoseconds(clock: Clock): bigint {
  return BigInt(Math.floor(clock.now() * 1000)) * 1000n;
}
