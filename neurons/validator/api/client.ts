/**
 * Client of the validator's public API.
 *
 * @module
 */
import { callService, type Fetch } from "@threegen/service";
import { z } from "zod";
import { MinerView, TaskView, WeightsView } from "./contract.ts";

/** Where and how to call. */
export interface ValidatorClientOptions {
  /** `http://host:port`. */
  readonly endpoint: string;
  /** Needed to create tasks. */
  readonly apiKey?: string | undefined;
  /** How to reach it. @default {globalThis.fetch} */
  readonly fetch?: Fetch | undefined;
  /** Longest wait for one answer, in milliseconds, beside the time asked for. @default {10000} */
  readonly timeoutMs?: number | undefined;
}

/** What every call takes. */
export interface ClientCall {
  /** Ends the call early. */
  readonly signal?: AbortSignal | undefined;
}

/** Longest wait of one request, in seconds; longer waits take several. */
const WAIT_SECONDS = 30;

/** Calls one validator's public API. */
export class ValidatorClient {
  readonly #options: ValidatorClientOptions;

  /** Speaks to the validator at `options.endpoint`. */
  constructor(options: ValidatorClientOptions) {
    this.#options = { ...options, endpoint: options.endpoint.replace(/\/+$/, "") };
  }

  /** Asks for an asset. */
  createTask(prompt: string, { signal }: ClientCall = {}): Promise<TaskView> {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", "x-api-key": this.#options.apiKey ?? "" },
      body: JSON.stringify({ prompt }),
    };
    return this.#json("/v1/tasks", "create task", TaskView, { init, signal });
  }

  /** One task. @param waitSeconds Answer when it is finished or this time is up. */
  task(
    id: string,
    { waitSeconds = 0, signal }: ClientCall & { readonly waitSeconds?: number } = {},
  ): Promise<TaskView> {
    const path = `/v1/tasks/${encodeURIComponent(id)}${waitSeconds ? `?wait=${waitSeconds}` : ""}`;
    return this.#json(path, "read task", TaskView, { waitMs: waitSeconds * 1000, signal });
  }

  /** Resolves with the task once it is done or failed. */
  async finished(id: string, { signal }: ClientCall = {}): Promise<TaskView> {
    for (;;) {
      const task = await this.task(id, { waitSeconds: WAIT_SECONDS, signal });
      if (task.finishedAt !== null) return task;
      signal?.throwIfAborted();
    }
  }

  /** The newest tasks. */
  tasks(
    { limit = 50, signal }: ClientCall & { readonly limit?: number } = {},
  ): Promise<TaskView[]> {
    return this.#json(`/v1/tasks?limit=${limit}`, "list tasks", z.array(TaskView), { signal });
  }

  /** The best asset of a task, as bytes. */
  asset(
    id: string,
    { format = "spz", signal }: ClientCall & { readonly format?: "ply" | "spz" } = {},
  ): Promise<Uint8Array> {
    const path = `/v1/tasks/${encodeURIComponent(id)}/asset?format=${format}`;
    return this.#call(path, "fetch asset", { signal }, (response) => response.bytes());
  }

  /** Picture of the best asset, PNG. */
  preview(id: string, { signal }: ClientCall = {}): Promise<Uint8Array> {
    const path = `/v1/tasks/${encodeURIComponent(id)}/preview.png`;
    return this.#call(path, "fetch preview", { signal }, (response) => response.bytes());
  }

  /** The validator's view of every miner. */
  miners({ signal }: ClientCall = {}): Promise<MinerView[]> {
    return this.#json("/v1/miners", "list miners", z.array(MinerView), { signal });
  }

  /** The last weights set; rejects with code `weights/none` before the first. */
  weights({ signal }: ClientCall = {}): Promise<WeightsView> {
    return this.#json("/v1/weights/latest", "read weights", WeightsView, { signal });
  }

  #json<T>(path: string, what: string, schema: z.ZodType<T>, call: Call): Promise<T> {
    return this.#call(path, what, call, async (response) => schema.parse(await response.json()));
  }

  #call<T>(
    path: string,
    what: string,
    { init = {}, waitMs = 0, signal }: Call,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const { endpoint, fetch, timeoutMs = 10_000 } = this.#options;
    const options = { what, timeoutMs: timeoutMs + waitMs, signal, fetch };
    return callService(`${endpoint}${path}`, init, options, read);
  }
}

interface Call {
  readonly init?: RequestInit;
  readonly waitMs?: number;
  readonly signal?: AbortSignal | undefined;
}
