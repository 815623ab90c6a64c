/**
 * The built-in backend: needs no weights, no GPU and no network, and is deterministic.
 *
 * @module
 */
import type { GeneratedAsset, GenerationBackend, GenerationRequest } from "./backend.ts";
import type { WorkerAnswer, WorkerRequest } from "./procedural_worker.ts";

/** How the backend works. */
export interface ProceduralBackendOptions {
  /** 1 is full; lower makes poor assets on purpose. Range (0, 1]. @default {1} */
  readonly quality?: number;
}

/** Generates in a worker, so that the event loop stays free for everyone else. */
export class ProceduralBackend implements GenerationBackend {
  readonly name = "procedural";
  readonly #quality: number;
  #worker: Worker | undefined;
  #isClosed = false;
  #cancel: ((reason: unknown) => void) | undefined;

  /**
   * A backend whose worker starts with the first request.
   *
   * @throws {RangeError} When the quality is not in (0, 1].
   */
  constructor({ quality = 1 }: ProceduralBackendOptions = {}) {
    if (!(quality > 0 && quality <= 1)) {
      throw new RangeError(`Cannot start procedural backend: quality ${quality} is not in (0, 1]`);
    }
    this.#quality = quality;
  }

  async generate(request: GenerationRequest): Promise<GeneratedAsset> {
    const { prompt, seed, format, signal } = request;
    signal.throwIfAborted();
    if (this.#isClosed) throw new Error("Cannot generate: the procedural backend is closed");
    if (this.#cancel) throw new Error("Cannot generate: the procedural backend is at work");
    const worker = this.#worker ??= startWorker();
    const { promise, resolve, reject } = Promise.withResolvers<GeneratedAsset>();
    this.#cancel = reject;
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    worker.onmessage = ({ data: answer }: MessageEvent<WorkerAnswer>) => {
      if ("failure" in answer) reject(new Error(`Cannot generate: ${answer.failure}`));
      else resolve(answer);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`Cannot generate: the worker died: ${event.message}`));
    };
    worker.postMessage({ prompt, seed, quality: this.#quality, format } satisfies WorkerRequest);
    try {
      return await promise;
    } catch (error) {
      // A worker cannot be interrupted, only ended; the next call starts a fresh one.
      this.#endWorker();
      throw error;
    } finally {
      signal.removeEventListener("abort", onAbort);
      this.#cancel = undefined;
    }
  }

  /** Ends the worker; a call in progress rejects. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    this.#cancel?.(new Error("Cannot generate: the procedural backend is closed"));
    this.#endWorker();
    await Promise.resolve();
  }

  #endWorker(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

function startWorker(): Worker {
  return new Worker(new URL("./procedural_worker.ts", import.meta.url), { type: "module" });
}
