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

/** Why the timer stops when the work ends first; a constant, for nobody ever sees it. */
const WORK_ENDED = "the work ended";

/** Ends work when time is up or an outer signal aborts; dispose it when the work is done. */
export class TimeLimit implements Disposable {
  readonly #stop = new AbortController();
  readonly #timer = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #onAbort = () => this.#stop.abort(this.#outer?.reason);

  constructor({ clock, timeoutMs, signal, onTimeout }: TimeLimitOptions) {
    this.#outer = signal;
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort, { once: true });
    clock.sleep(timeoutMs, this.#timer.signal).then(
      () => this.#stop.abort(onTimeout()),
      () => {}, // The work ended first.
    );
  }

  /** Aborts when the work should end. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Settles as the work does, or rejects at the limit whether or not the work heeds the signal. */
  race<T>(work: Promise<T> | T): Promise<T> | T {
    if (!(work instanceof Promise)) return work;
    const { signal } = this.#stop;
    return new Promise<T>((resolve, reject) => {
      work.then(resolve, reject);
      if (signal.aborted) reject(signal.reason);
      else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }

  [Symbol.dispose](): void {
    this.#timer.abort(WORK_ENDED);
    this.#outer?.removeEventListener("abort", this.#onAbort);
  }
}
