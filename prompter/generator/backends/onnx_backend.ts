/**
 * A backend that runs a small language model on this machine, through ONNX Runtime.
 *
 * The library (transformers.js) is not a dependency of this program: it is fetched when this
 * backend is chosen, by the worker in which the model runs, so that HTTP stays answered.
 *
 * @module
 */
import { UnavailableError } from "@threegen/domain";
import type { PromptBackend, PromptRequest } from "../backend.ts";
import { fillInstruction, tokenBudget } from "../instruction.ts";
import { type ModelOutput, parsePrompts } from "../parse_prompts.ts";

/** Which model, and how it is run. */
export interface OnnxBackendOptions {
  /** Name on the model hub, such as `onnx-community/Qwen2.5-0.5B-Instruct`, or below `folder`. */
  readonly model: string;
  /** Folder with downloaded models; without it the model hub is asked. */
  readonly folder?: string | undefined;
  /** Precision of the weights: `q4`, `q8`, `fp16`, `fp32`. */
  readonly precision: string;
  /** Template, checked. */
  readonly instruction: string;
  /** Bounds of the temperature, drawn per call. */
  readonly temperature: readonly [number, number];
  /** Most tokens of one answer. */
  readonly maxTokens: number;
  /** Makes the worker; replaced in tests. */
  readonly createWorker?: (() => Worker) | undefined;
}

/** What the worker is asked. */
export interface OnnxRequest {
  readonly id: number;
  readonly model: string;
  readonly folder: string | undefined;
  readonly precision: string;
  readonly instruction: string;
  readonly temperature: number;
  readonly maxTokens: number;
}

/** What the worker answers. */
export type OnnxAnswer =
  | ({ readonly id: number; readonly kind: "output" } & ModelOutput)
  | { readonly id: number; readonly kind: "failure"; readonly message: string };

/** {@linkcode PromptBackend} with a model in a worker of its own; one call at a time. */
export class OnnxBackend implements PromptBackend, Disposable {
  readonly name: string;
  readonly #options: OnnxBackendOptions;
  readonly #waiting = new Map<number, PromiseWithResolvers<ModelOutput>>();
  #worker: Worker | undefined;
  #calls = 0;

  constructor(options: OnnxBackendOptions) {
    this.name = options.model;
    this.#options = options;
  }

  async inventPrompts(request: PromptRequest): Promise<readonly string[]> {
    const { category, count, random, signal } = request;
    const { model, folder, precision, temperature: [lowest, highest] } = this.#options;
    signal?.throwIfAborted();
    const id = this.#calls++;
    const answer = Promise.withResolvers<ModelOutput>();
    this.#waiting.set(id, answer);
    const abort = () => {
      // ONNX Runtime cannot be interrupted: the worker goes, the next call makes another.
      answer.reject(signal?.reason);
      this[Symbol.dispose]();
    };
    signal?.addEventListener("abort", abort, { once: true });
    try {
      this.#startWorker().postMessage(
        {
          id,
          model,
          folder,
          precision,
          instruction: fillInstruction(this.#options.instruction, { category, count }),
          temperature: lowest + random() * (highest - lowest),
          maxTokens: Math.min(this.#options.maxTokens, tokenBudget(count)),
        } satisfies OnnxRequest,
      );
      return parsePrompts(await answer.promise);
    } finally {
      this.#waiting.delete(id);
      signal?.removeEventListener("abort", abort);
    }
  }

  /** Ends the worker and every call that waits for it. */
  [Symbol.dispose](): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#failAll("it was stopped");
  }

  #startWorker(): Worker {
    if (this.#worker) return this.#worker;
    const { createWorker } = this.#options;
    const worker = createWorker?.() ??
      new Worker(new URL("./onnx_worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data: answer }: MessageEvent<OnnxAnswer>) => {
      const waiting = this.#waiting.get(answer.id);
      if (answer.kind === "output") waiting?.resolve(answer);
      else waiting?.reject(this.#failure(answer.message));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#worker = undefined;
      this.#failAll(event.message);
    };
    this.#worker = worker;
    return worker;
  }

  #failAll(message: string): void {
    for (const waiting of this.#waiting.values()) waiting.reject(this.#failure(message));
  }

  #failure(message: string): UnavailableError {
    return new UnavailableError(
      "generator/onnx",
      `Cannot invent prompts with ${this.name} on this machine: ${message}`,
      { retryAfterMs: 60_000 },
    );
  }
}
