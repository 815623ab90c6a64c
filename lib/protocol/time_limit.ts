import type { Clock } from "@threegen/service";

/** What bounds a piece of work. */
export interface TimeLimit {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Also ends the work. */
  readonly signal?: AbortSignal | undefined;
  /** Makes the error that ends the work when time is up. */
  readonly onTimeout: () => Error;
}

/**
 * Runs work under a time limit; rejects as soon as the limit is reached or the signal aborts,
 * whether or not the work heeds the signal it is given.
 */
export async function withinTime<T>(
  limit: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { clock, timeoutMs, signal, onTimeout } = limit;
  const stop = new AbortController();
  const timer = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  clock.sleep(timeoutMs, timer.signal).then(
    () => stop.abort(onTimeout()),
    () => {}, // The work ended first.
  );
  try {
    stop.signal.throwIfAborted();
    return await new Promise<T>((resolve, reject) => {
      stop.signal.addEventListener("abort", () => reject(stop.signal.reason), { once: true });
      work(stop.signal).then(resolve, reject);
    });
  } finally {
    timer.abort();
    signal?.removeEventListener("abort", onAbort);
  }
}
