/**
 * Assessors in workers, so that the service answers `/health` while it renders.
 *
 * The queue is bounded: a full one refuses with the time after which it is worth asking again.
 * Every job has a deadline that counts from the moment it is asked for. A job that is over time
 * or whose caller has gone is dropped from the queue; if it runs already, its worker is ended and
 * replaced, because nothing else stops a thread that computes.
 *
 * @module
 */
import { AssetError, UnavailableError } from "@threegen/domain";
import { type Clock, getLogger, systemClock } from "@threegen/service";
import type {
  Assessment,
  AssessmentRequest,
  Assessor,
  PackedAsset,
  ScorerIdentity,
} from "./assessor.ts";
import { STANDARD_LIMITS } from "./check_cloud.ts";
import { STANDARD_VIEWS } from "./views.ts";
import type { FromWorker, ToWorker, WorkerJob, WorkerSetup } from "./worker_messages.ts";

/** How a pool works. */
export interface AssessorPoolOptions extends Partial<WorkerSetup> {
  /** Jobs at a time. @default {1} */
  readonly workers?: number;
  /** Most jobs that wait for a worker. @default {16} */
  readonly maxQueued?: number;
  /** Longest time from asking to answer, in milliseconds. @default {60000} */
  readonly deadlineMs?: number;
  /** @default {systemClock} */
  readonly clock?: Clock;
  /** Starts a worker; tests put a fake here. */
  readonly startWorker?: () => WorkerLike;
}

/** The part of a `Worker` that the pool uses. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Job {
  readonly work: WorkerJob;
  readonly settle: (outcome: FromWorker | Error) => void;
}

interface Seat {
  worker: WorkerLike;
  job: Job | undefined;
  isReady: boolean;
}

const logger = getLogger(["threegen", "validation", "pool"]);

/** Assesses in a fixed number of workers. Call {@linkcode AssessorPool.start}. */
export class AssessorPool implements Assessor {
  readonly #setup: WorkerSetup;
  readonly #maxQueued: number;
  readonly #deadlineMs: number;
  readonly #clock: Clock;
  readonly #startWorker: () => WorkerLike;
  readonly #seats: Seat[] = [];
  #queue: Job[] = [];
  #scorer: ScorerIdentity | undefined;
  #usualMs = 1000;
  #isClosed = false;

  private constructor(options: AssessorPoolOptions) {
    this.#setup = {
      views: options.views ?? STANDARD_VIEWS,
      limits: options.limits ?? STANDARD_LIMITS,
      renderer: options.renderer ?? "cpu",
    };
    this.#maxQueued = options.maxQueued ?? 16;
    this.#deadlineMs = options.deadlineMs ?? 60_000;
    this.#clock = options.clock ?? systemClock;
    this.#startWorker = options.startWorker ?? startModuleWorker;
  }

  /**
   * Starts the workers and resolves when all are ready.
   *
   * @throws {UnavailableError} When a worker cannot start.
   */
  static async start(options: AssessorPoolOptions = {}): Promise<AssessorPool> {
    const pool = new AssessorPool(options);
    try {
      await Promise.all(
        Array.from({ length: options.workers ?? 1 }, () => pool.#addSeat()),
      );
    } catch (error) {
      await pool[Symbol.asyncDispose]();
      throw error;
    }
    return pool;
  }

  get scorer(): ScorerIdentity {
    if (this.#scorer === undefined) throw new TypeError("Cannot name the scorer: no worker ran");
    return this.#scorer;
  }

  /** Number of jobs that wait for a worker. */
  get queued(): number {
    return this.#queue.length;
  }

  /** Number of jobs in work. */
  get running(): number {
    return this.#seats.filter(({ job }) => job !== undefined).length;
  }

  async assess(request: AssessmentRequest, signal?: AbortSignal): Promise<Assessment> {
    const outcome = await this.#run({ kind: "assess", request }, signal);
    if (outcome.kind === "assessment") return outcome.assessment;
    throw failureOf(outcome);
  }

  async renderDuelView(
    asset: PackedAsset,
    signal?: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const outcome = await this.#run({ kind: "duel view", asset }, signal);
    if (outcome.kind === "picture") return outcome.png;
    throw failureOf(outcome);
  }

  /** Ends the workers; jobs that wait or run fail as unavailable. */
  // deno-lint-ignore require-await -- the interface of a lifetime
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    const closed = new UnavailableError(
      "validation/closed",
      "Cannot assess asset: the service stops",
    );
    for (const job of this.#queue.splice(0)) job.settle(closed);
    for (const seat of this.#seats.splice(0)) {
      seat.worker.terminate();
      seat.job?.settle(closed);
    }
  }

  async #run(work: WorkerJob, signal: AbortSignal | undefined): Promise<FromWorker> {
    signal?.throwIfAborted();
    if (this.#isClosed) {
      throw new UnavailableError("validation/closed", "Cannot assess asset: the service stops");
    }
    const isIdle = this.#seats.some((seat) => seat.isReady && seat.job === undefined);
    if (!isIdle && this.#queue.length >= this.#maxQueued) {
      const turns = (this.#queue.length + 1) / Math.max(1, this.#seats.length);
      throw new UnavailableError(
        "validation/busy",
        `Cannot assess asset: ${this.#queue.length} wait already; ask again later`,
        { retryAfterMs: Math.ceil(this.#usualMs * turns) },
      );
    }

    const { promise, resolve } = Promise.withResolvers<FromWorker | Error>();
    const job: Job = { work, settle: resolve };
    const ended = new AbortController();
    const onAbort = () => this.#drop(job, asError(signal?.reason));
    signal?.addEventListener("abort", onAbort, { once: true });
    const deadline = this.#clock.sleep(this.#deadlineMs, ended.signal).then(
      () =>
        this.#drop(
          job,
          new UnavailableError(
            "validation/too-slow",
            `Cannot assess asset: not done within ${this.#deadlineMs} ms`,
            { retryAfterMs: this.#usualMs },
          ),
        ),
      () => {}, // The job ended first.
    );
    const startMs = this.#clock.now();
    this.#queue.push(job);
    this.#dispatch();
    try {
      const outcome = await promise;
      if (outcome instanceof Error) throw outcome;
      // A slow average: one large asset must not make callers wait for minutes.
      this.#usualMs += 0.2 * (this.#clock.now() - startMs - this.#usualMs);
      return outcome;
    } finally {
      ended.abort();
      signal?.removeEventListener("abort", onAbort);
      await deadline;
    }
  }

  /** Hands waiting jobs to idle workers. */
  #dispatch(): void {
    for (const seat of this.#seats) {
      if (!seat.isReady || seat.job !== undefined) continue;
      const job = this.#queue.shift();
      if (job === undefined) return;
      seat.job = job;
      seat.worker.postMessage({ kind: "job", job: job.work });
    }
  }

  /** Takes a job out of the queue or out of its worker's hands. */
  #drop(job: Job, reason: Error): void {
    this.#queue = this.#queue.filter((other) => other !== job);
    const seat = this.#seats.find((other) => other.job === job);
    job.settle(reason);
    if (seat !== undefined) this.#replace(seat);
  }

  #replace(seat: Seat): void {
    seat.worker.terminate();
    this.#seats.splice(this.#seats.indexOf(seat), 1);
    if (this.#isClosed) return;
    this.#addSeat().catch((error) => {
      if (this.#isClosed) return;
      logger.error("Cannot replace a worker: {message}", { message: error.message });
      if (this.#seats.length > 0) return;
      const gone = new UnavailableError("validation/no-worker", "Cannot assess asset: no worker");
      for (const job of this.#queue.splice(0)) job.settle(gone);
    });
  }

  /** Starts a worker; resolves when it is ready. */
  #addSeat(): Promise<void> {
    const worker = this.#startWorker();
    const seat: Seat = { worker, job: undefined, isReady: false };
    this.#seats.push(seat);
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data: message }) => {
        if (message.kind === "ready") {
          this.#scorer = message.scorer;
          seat.isReady = true;
          resolve();
        } else if (message.kind === "note") logger.info("{text}", { text: message.text });
        else {
          const { job } = seat;
          seat.job = undefined;
          job?.settle(message);
        }
        this.#dispatch();
      };
      worker.onerror = (event) => {
        event.preventDefault();
        const failed = new UnavailableError(
          "validation/worker-failed",
          `Cannot assess asset: its worker ended: ${event.message}`,
        );
        logger.error("A worker ended: {message}", { message: event.message });
        if (!seat.isReady) {
          worker.terminate();
          this.#seats.splice(this.#seats.indexOf(seat), 1);
          reject(failed);
        } else if (seat.job === undefined) this.#replace(seat);
        else this.#drop(seat.job, failed);
      };
      worker.postMessage({ kind: "set up", setup: this.#setup });
    });
  }
}

function startModuleWorker(): WorkerLike {
  return new Worker(new URL("./assessor_worker.ts", import.meta.url), { type: "module" });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException(String(reason), "AbortError");
}

function failureOf(outcome: FromWorker): Error {
  if (outcome.kind === "asset error") return new AssetError(outcome.code, outcome.message);
  const message = outcome.kind === "failure" ? outcome.message : `answered ${outcome.kind}`;
  logger.error("A worker failed: {message}", { message });
  return new UnavailableError("validation/failed", "Cannot assess asset: the service failed");
}
