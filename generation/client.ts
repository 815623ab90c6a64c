/**
 * Client of a generation endpoint, ours or any other that keeps the original's route.
 *
 * @module
 */
import { UnavailableError } from "@threegen/domain";
import { callService, type Fetch } from "@threegen/service";
import { GENERATION_HEADERS } from "./contract.ts";

/** How to reach an endpoint. */
export interface GenerationClientOptions {
  /** `http://host:port`, without a trailing slash. */
  readonly endpoint: string;
  /** How requests are sent. @default {globalThis.fetch} */
  readonly fetch?: Fetch;
  /** Longest wait for an asset, in milliseconds. @default {300000} */
  readonly timeoutMs?: number;
}

/** What to make. */
export interface GenerateCall {
  /** The text, 1 to 1024 characters. */
  readonly prompt: string;
  /** Seed; the endpoint chooses one when it is left out. Foreign endpoints may ignore it. */
  readonly seed?: number;
  /** Stops waiting; our endpoint stops the work then. */
  readonly signal?: AbortSignal;
}

/** What was made. Everything but the file is missing when the endpoint does not say it. */
export interface GenerateAnswer {
  /** The asset as PLY. */
  readonly ply: Uint8Array;
  /** Number of Gaussians. */
  readonly gaussians?: number;
  /** Whether the endpoint knew what the prompt names. */
  readonly matched?: boolean;
  /** Seed that makes the same asset again. */
  readonly seed?: number;
  /** Time that the endpoint spent on it, in milliseconds. */
  readonly elapsedMs?: number;
}

/** Longest wait for an asset. Source: the HTTP library of the original's miner, 300 s. */
const DEFAULT_TIMEOUT_MS = 300_000;

/** Asks a generation endpoint for assets. */
export class GenerationClient {
  readonly #endpoint: string;
  readonly #fetch: Fetch | undefined;
  readonly #timeoutMs: number;

  /** A client of the given endpoint; it holds no connection until it is asked. */
  constructor({ endpoint, fetch, timeoutMs = DEFAULT_TIMEOUT_MS }: GenerationClientOptions) {
    this.#endpoint = endpoint.replace(/\/+$/, "");
    this.#fetch = fetch;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Makes one asset.
   *
   * @throws {UnavailableError} When the endpoint is away, busy, too slow or answers nothing.
   * @throws {RequestError} When the endpoint refuses the prompt.
   */
  generate({ prompt, seed, signal }: GenerateCall): Promise<GenerateAnswer> {
    const form = new URLSearchParams({ prompt });
    if (seed !== undefined) form.set("seed", String(seed));
    return callService(
      `${this.#endpoint}/generate/`,
      { method: "POST", body: form },
      { what: "generate asset", timeoutMs: this.#timeoutMs, signal, fetch: this.#fetch },
      async (response) => {
        const ply = new Uint8Array(await response.arrayBuffer());
        if (ply.byteLength === 0) {
          throw new UnavailableError(
            "generation/empty",
            `Cannot generate asset: ${this.#endpoint} answered with an empty body`,
          );
        }
        return { ply, ...readHeaders(response.headers) };
      },
    );
  }
}

function readHeaders(headers: Headers): Omit<GenerateAnswer, "ply"> {
  const number = (name: string): number | undefined => {
    const text = headers.get(name);
    const value = Number(text);
    return text === null || text === "" || !Number.isFinite(value) ? undefined : value;
  };
  const gaussians = number(GENERATION_HEADERS.gaussians);
  const seed = number(GENERATION_HEADERS.seed);
  const elapsedMs = number(GENERATION_HEADERS.elapsedMs);
  const matched = headers.get(GENERATION_HEADERS.matched);
  return {
    ...(gaussians === undefined ? {} : { gaussians }),
    ...(seed === undefined ? {} : { seed }),
    ...(elapsedMs === undefined ? {} : { elapsedMs }),
    ...(matched === null ? {} : { matched: matched === "true" }),
  };
}
