import { type Clock, systemClock } from "@threegen/service";

/** What bounds a piece of work. */
export interface TimeLimitOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Also ends the work. */
  readonly signal?: AbortSignal | undefined;
  /** Makes the error that ends the work when time is up. */
  readonly onTimeout: () => Error;
}

/**
 * Rounds of the microtask queue that work gets before it costs a timer. Bodies that came with
 * their headers and handlers with nothing to wait for need about ten.
 */
const UNTIMED_ROUNDS = 32;

/**
 * Ends work when time is up or an outer signal aborts; dispose it when the work is done.
 *
 * Every call of an axon has one, so it is made of little: its own signal exists only once
 * somebody asks for it, and its timer only once there is something to wait for. No time passes
 * before that: microtasks run before any event.
 */
export class TimeLimit implements Disposable {
  readonly #options: TimeLimitOptions;
  readonly #waiting = new Set<(reason: unknown) => void>();
  #controller?: AbortController;
  #disarm?: () => void;
  #isOver = false;
  #isDisposed = false;
  #reason: unknown;

  constructor(options: TimeLimitOptions) {
    this.#options = options;
  }

  /** Aborts when the work should end. */
  get signal(): AbortSignal {
    this.#arm();
    this.#controller ??= new AbortController();
    if (this.#isOver && !this.#controller.signal.aborted) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  /** Settles as the work does, or rejects at the limit whether or not the work heeds the signal. */
  race<T>(work: Promise<T> | T): Promise<T> | T {
    return work instanceof Promise ? this.#race(work) : work;
  }

  [Symbol.dispose](): void {
    this.#isDisposed = true;
    this.#disarm?.();
  }

  async #race<T>(work: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = () => void (isSettled = true);
    work.then(settle, settle);
    if (this.#isOver) throw this.#reason;
    for (let round = 0; round < UNTIMED_ROUNDS && !isSettled; round++) await undefined;
    if (isSettled) return work;
    this.#arm();
    return new Promise<T>((resolve, reject) => {
      work.then(resolve, reject).finally(() => this.#waiting.delete(reject));
      if (this.#isOver) reject(this.#reason);
      else this.#waiting.add(reject);
    });
  }

  #arm(): void {
    if (this.#disarm !== undefined || this.#isDisposed) return;
    const { clock, timeoutMs, signal, onTimeout } = this.#options;
    const cancelTimer = startTimer(clock, timeoutMs, () => this.#end(onTimeout()));
    const onAbort = () => this.#end(signal?.reason);
    this.#disarm = () => {
      cancelTimer();
      signal?.removeEventListener("abort", onAbort);
    };
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  }

  #end(reason: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    for (const reject of this.#waiting) reject(reason);
  }
}

/**
 * Alarms on the machine's clock that share one timer of the runtime: making and clearing one for
 * every call costs twenty times as much. There is no timer while there is no alarm.
 */
class Alarms {
  /** When each is due, in milliseconds of `performance.now()`. */
  readonly #dueAt = new Map<() => void, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerDueAt = Infinity;

  /** Returns what cancels the alarm. */
  add(delayMs: number, onTime: () => void): () => void {
    const dueAt = performance.now() + delayMs;
    this.#dueAt.set(onTime, dueAt);
    if (dueAt < this.#timerDueAt) this.#setTimer(dueAt);
    return () => {
      this.#dueAt.delete(onTime);
      if (this.#dueAt.size === 0) this.#setTimer(Infinity);
    };
  }

  #setTimer(dueAt: number): void {
    clearTimeout(this.#timer);
    this.#timerDueAt = dueAt;
    const delayMs = dueAt - performance.now();
    this.#timer = dueAt < Infinity ? setTimeout(() => this.#ring(), delayMs) : undefined;
  }

  /** The timer was set for the earliest alarm, which may be cancelled by now. */
  #ring(): void {
    const now = performance.now();
    let nextDueAt = Infinity;
    const due: (() => void)[] = [];
    for (const [onTime, dueAt] of this.#dueAt) {
      if (dueAt <= now) due.push(onTime);
      else nextDueAt = Math.min(nextDueAt, dueAt);
    }
    for (const onTime of due) this.#dueAt.delete(onTime);
    this.#setTimer(nextDueAt);
    for (const onTime of due) onTime();
  }
}

const systemAlarms = new Alarms();

/** Why the timer stops when the work ends first; nobody ever sees it. */
const WORK_ENDED = "the work ended";

/** Returns what cancels the timer. */
function startTimer(clock: Clock, timeoutMs: number, onTime: () => void): () => void {
  if (clock === systemClock) return systemAlarms.add(timeoutMs, onTime);
  const cancel = new AbortController();
  clock.sleep(timeoutMs, cancel.signal).then(onTime, () => {}); // Rejects when cancelled.
  return () => cancel.abort(WORK_ENDED);
}
