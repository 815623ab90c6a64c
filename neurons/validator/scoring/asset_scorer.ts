/**
 * Asset scorer: asks the validation endpoints, and knows whose scores may become weights.
 *
 * @module
 */
import { SubnetError, type Uid, UnavailableError } from "@threegen/domain";
import { type Clock, getLogger } from "@threegen/service";
import type { ValidationClient } from "@threegen/validation/client";
import type { Compression, ValidationResponse } from "@threegen/validation/contract";

const logger = getLogger(["threegen", "validator", "asset_scorer"]);

/** How far below the acceptance threshold previews are still made. Source: the original, 0.1. */
const PREVIEW_MARGIN = 0.1;

/** One result to score. */
export interface AssetToScore {
  readonly uid: Uid;
  readonly prompt: string;
  readonly asset: Uint8Array;
  readonly compression: Compression;
}

/** What the validation endpoint made of a result. */
export interface Verdict {
  /** 0 to 1. */
  readonly score: number;
  readonly gaussians: number | null;
  /** PNG. */
  readonly preview: Uint8Array | null;
  /** Why a broken asset scored 0. */
  readonly assetError: string | null;
  /** Time it took, milliseconds. */
  readonly elapsedMs: number;
}

/** What an asset scorer is made of. */
export interface AssetScorerOptions {
  /** One client per endpoint; a miner's endpoint is its uid modulo their number. */
  readonly endpoints: readonly ValidationClient[];
  readonly clock: Clock;
  /** Score from which a result is accepted. */
  readonly qualityThreshold: number;
  /** Whether scores of a development scorer may count: on local networks only. */
  readonly allowsDevScorer: boolean;
}

/** Scores results; every fault of ours is an {@linkcode UnavailableError}, never a zero. */
export class AssetScorer {
  readonly #options: AssetScorerOptions;
  #refusal: string | undefined;

  constructor(options: AssetScorerOptions) {
    this.#options = options;
  }

  /** Why weights must not be set, while the last answer came from a scorer that is not allowed. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /**
   * Scores one result; goes on to the next endpoint when one is away.
   *
   * @throws {UnavailableError} When no endpoint could score it, or only one that must not.
   */
  async score(toScore: AssetToScore, signal?: AbortSignal): Promise<Verdict> {
    const { endpoints, clock, qualityThreshold } = this.#options;
    const { uid, prompt, asset, compression } = toScore;
    const startedAt = clock.now();
    let failure: unknown;
    for (let turn = 0; turn < endpoints.length; turn++) {
      const client = endpoints[(uid + turn) % endpoints.length];
      try {
        const answer = await client.validate({
          prompt,
          asset,
          compression,
          singlePreview: true,
          previewScoreThreshold: qualityThreshold - PREVIEW_MARGIN,
          signal,
        });
        this.#checkScorer(answer);
        return {
          score: answer.score,
          gaussians: answer.gaussians ?? null,
          preview: answer.preview === null ? null : Uint8Array.fromBase64(answer.preview),
          assetError: answer.asset_error?.message ?? null,
          elapsedMs: clock.now() - startedAt,
        };
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof SubnetError)) throw error;
        logger.warn("Validation failed: {message}", { message: error.message });
        failure = error;
      }
    }
    if (failure instanceof UnavailableError) throw failure;
    throw new UnavailableError(
      "validation/failed",
      failure instanceof Error ? failure.message : "Cannot validate asset: no endpoint",
      { cause: failure },
    );
  }

  #checkScorer({ scorer }: ValidationResponse): void {
    if (!scorer?.dev || this.#options.allowsDevScorer) {
      this.#refusal = undefined;
      return;
    }
    this.#refusal = `Cannot set weights: the validation endpoint answers with the development ` +
      `scorer "${scorer.name}", which is allowed on local networks only; ` +
      "give --validation.endpoints a production scorer";
    throw new UnavailableError("validation/dev-scorer", this.#refusal, { retryAfterMs: 60_000 });
  }
}
