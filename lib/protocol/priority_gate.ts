/**
 * Priority gate: so many calls run at once, the rest wait, the most important first.
 *
 * @module
 */
import { UnavailableError } from "@threegen/domain";

interface Waiting {
  readonly priority: number;
  readonly enter: () => void;
}

/** Bounds how many calls run and how many wait. */
export class PriorityGate {
  readonly #running: number;
  readonly #queued: number;
  #free: number;
  readonly #waiting: Waiting[] = [];

  /** @param running Most at once. @param queued Most that wait. */
  constructor(running: number, queued: number) {
    this.#running = running;
    this.#queued = queued;
    this.#free = running;
  }

  /** How many run now. */
  get running(): number {
    return this.#running - this.#free;
  }

  /**
   * Waits for a place; larger priorities first, then in order of arrival.
   *
   * @returns Gives the place back; a second call does nothing.
   * @throws {UnavailableError} When too many wait already.
   * @throws The signal's reason when it aborts before there is a place.
   */
  async enter(priority: number, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const leave = this.tryEnter();
    if (leave !== undefined) return leave;
    await this.#wait(priority, signal);
    return this.#leaveOnce();
  }

  /** Takes a place if one is free now; returns what gives it back. */
  tryEnter(): (() => void) | undefined {
    if (this.#free === 0) return undefined;
    this.#free--;
    return this.#leaveOnce();
  }

  #leaveOnce(): () => void {
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = this.#waiting.shift();
      if (next) next.enter();
      else this.#free++;
    };
  }

  #wait(priority: number, signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= this.#queued) {
      throw new UnavailableError(
        "protocol/busy",
        `Cannot take call: ${this.#running} run and ${this.#queued} wait; try again later`,
      );
    }
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason);
      };
      const waiting: Waiting = {
        priority,
        enter: () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        },
      };
      signal.addEventListener("abort", onAbort, { once: true });
      const at = this.#waiting.findIndex((other) => other.priority < priority);
      this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, waiting);
    });
  }
}
