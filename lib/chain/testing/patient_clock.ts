import { type Clock, systemClock, untilAborted } from "@threegen/service";

/** Waits from this length on are time limits or far away; shorter ones are pauses. */
const LEAST_LIMIT_MS = 1000;

/**
 * The machine's clock for tests with real sockets: pauses pass by themselves, but no time limit is
 * ever over unless the test says so. A slow machine, or one that stood still, runs into none.
 */
export class PatientClock implements Clock {
  readonly #waits = new Set<{ readonly ms: number; readonly end: () => void }>();

  now(): number {
    return systemClock.now();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms < LEAST_LIMIT_MS) return systemClock.sleep(ms, signal);
    const { promise, resolve } = Promise.withResolvers<void>();
    const wait = { ms, end: resolve };
    this.#waits.add(wait);
    return untilAborted(promise, signal).finally(() => this.#waits.delete(wait));
  }

  /** Ends the limits that are running, of this length or less. */
  expire(mostMs: number): void {
    for (const { ms, end } of this.#waits) if (ms <= mostMs) end();
  }
}
