import type { Clock } from "@threegen/service";

/** What bounds a piece of work. */
export interface TimeLimitOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Also ends the work. */
  readonly signal?: AbortSignal | undefined;
  /** Makes the error that ends the work when time is up. */
  readonly onTimeout: () => Error;
}

/** Ends work when time is up or an outer signal aborts; dispose it when the work is done. */
export class TimeLimit implements Disposable {
  readonly #clock: Clock;
  readonly #onTimeout: () => Error;
  readonly #stop = new AbortController();
  readonly #timers = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #onAbort = () => this.#stop.abort(this.#outer?.reason);

  constructor({ clock, timeoutMs, signal, onTimeout }: TimeLimitOptions) {
    this.#clock = clock;
    this.#onTimeout = onTimeout;
    this.#outer = signal;
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort, { once: true });
    this.shorten(timeoutMs);
  }

  /** Aborts when the work should end. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Ends the work after `timeoutMs` from now at the latest. */
  shorten(timeoutMs: number): void {
    this.#clock.sleep(timeoutMs, this.#timers.signal).then(
      () => this.#stop.abort(this.#onTimeout()),
      () => {}, // The work ended first.
    );
  }

  /** Settles as the work does, or rejects at the limit whether or not the work heeds the signal. */
  race<T>(work: Promise<T> | T): Promise<T> | T {
    const { signal } = this.#stop;
    if (!(work instanceof Promise)) return work;
    return new Promise<T>((resolve, reject) => {
      work.then(resolve, reject);
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }

  [Symbol.dispose](): void {
    this.#timers.abort();
    this.#outer?.removeEventListener("abort", this.#onAbort);
  }
}
