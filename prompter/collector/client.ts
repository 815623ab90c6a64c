/**
 * Client of the prompt collector, for generators and validators.
 *
 * @module
 */
import { RequestError, UnavailableError } from "@threegen/domain";
import { type CallOptions, callService, type Clock, type Fetch } from "@threegen/service";
import type { Signer } from "@threegen/chain/wallet";
import type { z } from "zod";
import {
  AddPromptsResponse,
  GetResponse,
  NewPromptsResponse,
  StatsResponse,
  type SubmitRequest,
  type SubmittedPrompt,
} from "./contract.ts";
import { boundMessage, originalMessage, proveCaller } from "./proof.ts";

/** Which collector, and how long to wait for it. */
export interface CollectorClientOptions {
  /** `http://host:port`. */
  readonly endpoint: string;
  readonly clock: Clock;
  /** @default {globalThis.fetch} */
  readonly fetch?: Fetch | undefined;
  /** Longest wait for a complete answer, in milliseconds. @default {30000} */
  readonly timeoutMs?: number | undefined;
}

/** Speaks to one collector. */
export class CollectorClient {
  readonly #endpoint: string;
  readonly #clock: Clock;
  readonly #fetch: Fetch | undefined;
  readonly #timeoutMs: number;
  #isOriginal = false;

  constructor({ endpoint, clock, fetch, timeoutMs = 30_000 }: CollectorClientOptions) {
    this.#endpoint = endpoint.replace(/\/+$/, "");
    this.#clock = clock;
    this.#fetch = fetch;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Sends a generator's prompts. Sending them again is safe: they are duplicates then.
   *
   * An original collector knows only `/submit`, which does not say what became of them: all are
   * counted as accepted.
   *
   * @throws {UnavailableError} When the collector is away, overloaded, or asks to wait.
   * @throws {RequestError} When the key is wrong (403) or the batch is too large (413).
   */
  async submit(call: {
    readonly apiKey: string;
    readonly prompts: readonly (string | SubmittedPrompt)[];
    readonly signal?: AbortSignal | undefined;
  }): Promise<AddPromptsResponse> {
    const prompts = call.prompts.map((prompt) =>
      typeof prompt === "string" ? { text: prompt } : prompt
    );
    const post = (body: unknown): RequestInit => ({
      method: "POST",
      headers: { "content-type": "application/json", "x-api-key": call.apiKey },
      body: JSON.stringify(body),
    });
    if (!this.#isOriginal) {
      try {
        return await this.#call(
          "submit prompts",
          "/v1/prompts",
          AddPromptsResponse,
          call.signal,
          post({ prompts }),
        );
      } catch (error) {
        if (!(error instanceof RequestError && error.status === 404)) throw error;
        this.#isOriginal = true;
      }
    }
    const texts: SubmitRequest = { prompts: prompts.map(({ text }) => text) };
    await callService(
      `${this.#endpoint}/submit`,
      post(texts),
      this.#options("submit prompts", call.signal),
      (response) => response.text(),
    );
    return { accepted: texts.prompts.length, duplicates: 0, rejected: 0, reasons: {} };
  }

  /**
   * Fetches the prompts that this hotkey has not had yet (`POST /text-prompts/get/`), as the
   * original's validators do. The collector remembers what it delivered.
   *
   * @param call.minBatch With fewer new prompts the answer is empty and they wait. Sent only
   *   when given, as original collectors do not know it.
   */
  async getTextPrompts(call: {
    readonly signer: Signer;
    readonly minBatch?: number | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<readonly string[]> {
    const { hotkey, nonce, signature } = proveCaller(call.signer, this.#clock, originalMessage);
    const minimum = call.minBatch === undefined ? "" : `,"min_batch":${call.minBatch}`;
    // Written by hand: the nonce is a JSON number beyond 2^53, which JSON.stringify cannot write.
    const body = `{"hotkey":"${hotkey}","nonce":${nonce},"signature":"${signature}"${minimum}}`;
    const { prompts } = await this.#call(
      "get prompts",
      "/text-prompts/get/",
      GetResponse,
      call.signal,
      { method: "POST", headers: { "content-type": "application/json" }, body },
    );
    return prompts;
  }

  /**
   * Fetches what came after a number (`GET /v1/prompts`); the caller remembers `next`, so
   * nothing is lost or repeated even when an answer is.
   */
  getNewPrompts(call: {
    readonly signer: Signer;
    readonly since: number;
    readonly limit?: number | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<NewPromptsResponse> {
    const limit = call.limit === undefined ? "" : `&limit=${call.limit}`;
    const path = `/v1/prompts?since=${call.since}${limit}`;
    const { hotkey, nonce, signature } = proveCaller(
      call.signer,
      this.#clock,
      (nonce, hotkey) => boundMessage("GET", path, nonce, hotkey),
    );
    return this.#call("get prompts", path, NewPromptsResponse, call.signal, {
      headers: { "x-hotkey": hotkey, "x-nonce": nonce, "x-signature": signature },
    });
  }

  /** Counts per generator and category. */
  stats(call: { readonly signal?: AbortSignal | undefined } = {}): Promise<StatsResponse> {
    return this.#call("get statistics", "/v1/stats", StatsResponse, call.signal, {});
  }

  #call<T>(
    what: string,
    path: string,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
    init: RequestInit,
  ): Promise<T> {
    const options = this.#options(what, signal);
    return callService(`${this.#endpoint}${path}`, init, options, async (response) => {
      const parsed = schema.safeParse(await response.json());
      if (parsed.success) return parsed.data;
      throw new UnavailableError(
        "collector/bad-answer",
        `Cannot ${what}: ${this.#endpoint} answered something else; is it a prompt collector?`,
        { cause: parsed.error },
      );
    });
  }

  #options(what: string, signal: AbortSignal | undefined): CallOptions {
    return { what, timeoutMs: this.#timeoutMs, signal, fetch: this.#fetch };
  }
}
