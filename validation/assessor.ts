/**
 * Assessor: what turns (prompt, asset) into a score. The HTTP app knows nothing more of it.
 *
 * @module
 */
import type { AssetError } from "@threegen/domain";
import type { Compression, ValidationResponse } from "./contract.ts";

/** Who scores. A `dev` scorer is refused for weight-setting outside local networks. */
export interface ScorerIdentity {
  readonly name: string;
  /** Changes whenever the same asset may score differently. */
  readonly version: string;
  readonly dev: boolean;
}

/** An asset as it arrived. */
export interface PackedAsset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 0 raw PLY, 2 SPZ in one zstd frame. */
  readonly compression: Compression;
}

/** What to assess. */
export interface AssessmentRequest {
  readonly prompt: string;
  readonly asset: PackedAsset;
  /** Ask for view 1, as PNG. */
  readonly singlePreview: boolean;
  /** Ask for a 2 × 2 grid of views, as PNG. */
  readonly gridPreview: boolean;
  /** Previews are made for scores above this. */
  readonly previewScoreThreshold: number;
}

/** The answer, in the words of the wire contract. */
export type Assessment = ValidationResponse;

/** Assesses assets, one or several at a time. */
export interface Assessor extends AsyncDisposable {
  readonly scorer: ScorerIdentity;
  /**
   * Assesses an asset. A broken one is an answer (`asset_error`), not an error.
   *
   * @throws {UnavailableError} When the work could not be done, through no fault of the asset.
   */
  assess(request: AssessmentRequest, signal?: AbortSignal): Promise<Assessment>;
  /**
   * Renders the 2 × 2 picture that duels are judged by, as PNG.
   *
   * @throws {AssetError} When the asset is broken.
   * @throws {UnavailableError} When the work could not be done, through no fault of the asset.
   */
  renderDuelView(asset: PackedAsset, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

/** What is said about an asset that cannot be scored: 0, and why. */
export function brokenAssessment(error: AssetError, scorer: ScorerIdentity): Assessment {
  return {
    score: 0,
    iqa: 0,
    alignment_score: 0,
    ssim: 0,
    lpips: 0,
    preview: null,
    grid_preview: null,
    scorer,
    asset_error: { code: error.code, message: error.message },
  };
}
