/**
 * Client of a validation endpoint.
 *
 * A broken asset is an answer (score 0 with `asset_error`); a fault of the service is thrown as
 * {@linkcode UnavailableError}, so that it can never become a miner's zero.
 *
 * @module
 */
import { RequestError, UnavailableError } from "@threegen/domain";
import { callService, type Fetch } from "@threegen/service";
import { z } from "zod";
import { type Compression, ValidationResponse } from "./contract.ts";

/** Where and how to call. */
export interface ValidationClientOptions {
  /** `http://host:port`. */
  readonly endpoint: string;
  /** @default {globalThis.fetch} */
  readonly fetch?: Fetch | undefined;
  /** Longest wait for one answer, in milliseconds. @default {120000} */
  readonly timeoutMs?: number | undefined;
}

/** One asset to validate. */
export interface ValidateCall {
  /** What the asset should show. */
  readonly prompt: string;
  /** The asset's bytes, not base64. */
  readonly asset: Uint8Array;
  /** 0 raw PLY, 2 SPZ in one zstd frame. */
  readonly compression: Compression;
  /** Ask for one preview. @default {false} */
  readonly singlePreview?: boolean | undefined;
  /** Ask for a 2 × 2 preview. @default {false} */
  readonly gridPreview?: boolean | undefined;
  /** Previews are made for scores above this. @default {0.6} */
  readonly previewScoreThreshold?: number | undefined;
  /** Ends the call early; the service then drops the work. */
  readonly signal?: AbortSignal | undefined;
}

/** Calls one validation endpoint. */
export class ValidationClient {
  readonly #endpoint: string;
  readonly #fetch: Fetch | undefined;
  readonly #timeoutMs: number;

  constructor({ endpoint, fetch, timeoutMs = 120_000 }: ValidationClientOptions) {
    this.#endpoint = endpoint.replace(/\/+$/, "");
    this.#fetch = fetch;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Validates an asset against a prompt.
   *
   * @throws {UnavailableError} When the service is away, overloaded, too slow or failed.
   * @throws {RequestError} When the service refuses the call itself (not the asset).
   */
  async validate(call: ValidateCall): Promise<ValidationResponse> {
    const { prompt, asset, compression, signal } = call;
    const body = {
      prompt,
      data: asset.toBase64(),
      compression,
      generate_single_preview: call.singlePreview ?? false,
      generate_grid_preview: call.gridPreview ?? false,
      preview_score_threshold: call.previewScoreThreshold ?? 0.6,
    };
    try {
      return await callService(
        `${this.#endpoint}/validate_txt_to_3d_ply/`,
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        },
        { what: "validate asset", timeoutMs: this.#timeoutMs, signal, fetch: this.#fetch },
        async (response) => parseAnswer(ValidationResponse, await response.json()),
      );
    } catch (error) {
      // Only the asset can make the body too large: everything else in it has a small limit.
      if (error instanceof RequestError && error.code === "request/too-large") {
        return ValidationResponse.parse({
          score: 0,
          asset_error: { code: "asset/too-large", message: error.message },
        });
      }
      throw error;
    }
  }

  /** Returns the version that the service answers. */
  version({ signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<string> {
    return callService(
      `${this.#endpoint}/version/`,
      {},
      { what: "ask validation version", timeoutMs: 5000, signal, fetch: this.#fetch },
      async (response) => parseAnswer(z.string(), await response.json()),
    );
  }
}

/** An answer that does not fit the contract is the service's fault, not the asset's. */
function parseAnswer<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new UnavailableError(
    "validation/unknown-answer",
    `Cannot read the answer of the validation endpoint: ${z.prettifyError(result.error)}`,
    { cause: result.error },
  );
}
