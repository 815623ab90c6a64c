/**
 * A queue with an end: one job at a time, a few that wait, and a clear no to the rest.
 *
 * @module
 */
import { UnavailableError } from "@threegen/domain";
import type { Clock } from "@threegen/service";

/** How long a queue is. */
export interface JobQueueOptions {
  /** Jobs that may wait beside the one that runs. */
  readonly size: number;
  /** Where durations are measured, to say when to come back. */
  readonly clock: Clock;
}

interface Waiting {
  readonly start: () => void;
}

/** Duration that is assumed before the first job has ended, in milliseconds. */
const FIRST_GUESS_MS = 1000;

/** Runs jobs one after the other: a backend is one GPU or one worker. */
export class JobQueue {
  readonly #size: number;
  readonly #clock: Clock;
  #waiting: Waiting[] = [];
  #isRunning = false;
  #meanMs = FIRST_GUESS_MS;

  constructor({ size, clock }: JobQueueOptions) {
    this.#size = size;
    this.#clock = clock;
  }

  /** Jobs that wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether a job runs. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /**
   * Runs a job when its turn comes. A job whose signal aborts while it waits leaves the queue.
   *
   * @throws {UnavailableError} When the queue is full, with the time after which to come back.
   */
  async run<T>(job: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    if (this.#isRunning) await this.#wait(signal);
    this.#isRunning = true;
    const start = this.#clock.now();
    try {
      return await job();
    } finally {
      // Half of the newest: follows a change of load within a few jobs.
      this.#meanMs = (this.#meanMs + this.#clock.now() - start) / 2;
      const next = this.#waiting.shift();
      // The next one takes over without a gap in which a newcomer could slip in.
      if (next) next.start();
      else this.#isRunning = false;
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= this.#size) {
      throw new UnavailableError(
        "generation/busy",
        `Cannot generate: ${this.#waiting.length} requests wait already; come back later`,
        { retryAfterMs: this.#meanMs * (this.#waiting.length + 1) },
      );
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        start: () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        },
      };
      const onAbort = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(signal.reason);
      };
      signal.addEventListener("abort", onAbort, { once: true });
      this.#waiting.push(waiting);
    });
  }
}
