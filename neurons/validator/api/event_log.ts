/**
 * Event log: the newest events of the public API, numbered, so that a client that lost its
 * connection goes on where it stopped.
 *
 * @module
 */
import type { ApiEvent } from "./contract.ts";

/** An event with the number that `Last-Event-ID` names. */
export interface NumberedEvent {
  /** `<start of the log>-<number>`: numbers of an earlier run are not mistaken for ours. */
  readonly id: string;
  readonly event: ApiEvent;
}

/** Keeps the newest events and hands each to every reader. */
export class EventLog {
  readonly #epoch: string;
  readonly #capacity: number;
  readonly #events: ApiEvent[] = [];
  #dropped = 0;
  readonly #wakers = new Set<() => void>();

  /**
   * @param startedAt Makes the ids of this run unlike those of others, UNIX milliseconds.
   * @param capacity Most events that are kept; a reader further behind than that loses the oldest.
   */
  constructor(startedAt: number, capacity = 1000) {
    this.#epoch = startedAt.toString(36);
    this.#capacity = capacity;
  }

  /** Adds an event and wakes the readers. */
  append(event: ApiEvent): void {
    this.#events.push(event);
    if (this.#events.length > this.#capacity) {
      this.#events.shift();
      this.#dropped++;
    }
    for (const wake of this.#wakers) wake();
  }

  /** Number of the event that the next append adds. */
  get end(): number {
    return this.#dropped + this.#events.length;
  }

  /** Where a reader goes on: after the named event, from the oldest kept, or with new ones only. */
  position(lastEventId: string | undefined): number {
    if (!lastEventId) return this.end;
    const [epoch, number] = lastEventId.split("-");
    const next = Number(number) + 1;
    const isOurs = epoch === this.#epoch && Number.isInteger(next) && next <= this.end;
    return isOurs ? Math.max(next, this.#dropped) : this.#dropped;
  }

  /** Events from a position on; ends when the signal aborts. */
  async *read(from: number, signal: AbortSignal): AsyncGenerator<NumberedEvent, void, void> {
    let next = from;
    while (!signal.aborted) {
      next = Math.max(next, this.#dropped);
      if (next < this.end) {
        yield { id: `${this.#epoch}-${next}`, event: this.#events[next - this.#dropped] };
        next++;
        continue;
      }
      await this.#grown(signal);
    }
  }

  #grown(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#wakers.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      this.#wakers.add(wake);
      signal.addEventListener("abort", wake, { once: true });
      if (signal.aborted) wake();
    });
  }
}
