/**
 * The assessment itself, in the thread that asks for it.
 *
 * @module
 */
import { AssetError } from "@threegen/domain";
import type { GaussianCloud, Image } from "@threegen/splats";
import type { SplatRenderer } from "@threegen/splats/render";
import {
  type Assessment,
  type AssessmentRequest,
  type Assessor,
  brokenAssessment,
  type PackedAsset,
  type ScorerIdentity,
} from "./assessor.ts";
import { type CloudLimits, STANDARD_LIMITS } from "./check_cloud.ts";
import { decodePacked } from "./decode_packed.ts";
import { normalizeCloud, withOneColour } from "./normalize_cloud.ts";
import { gridOf, toPng } from "./preview.ts";
import { combineTerms } from "./scoring/combine_terms.ts";
import type { Scorer, ScoreTerms } from "./scoring/scorer.ts";
import {
  gridIndices,
  previewIndex,
  ringCameras,
  STANDARD_VIEWS,
  type ViewOptions,
} from "./views.ts";

/** What a local assessor is made of. */
export interface LocalAssessorOptions {
  readonly renderer: SplatRenderer;
  readonly scorer: Scorer;
  /** @default {STANDARD_VIEWS} */
  readonly views?: ViewOptions;
  /** @default {STANDARD_LIMITS} */
  readonly limits?: CloudLimits;
  /** Called with what the terms were made of. */
  readonly onTerms?: (terms: ScoreTerms) => void;
}

/** Decodes, checks, normalises, renders and scores where it is called. */
export class LocalAssessor implements Assessor {
  readonly scorer: ScorerIdentity;
  readonly #options: LocalAssessorOptions;
  readonly #views: ViewOptions;
  readonly #limits: CloudLimits;

  constructor(options: LocalAssessorOptions) {
    this.#options = options;
    this.scorer = options.scorer.identity;
    this.#views = options.views ?? STANDARD_VIEWS;
    this.#limits = options.limits ?? STANDARD_LIMITS;
  }

  async assess(request: AssessmentRequest, signal?: AbortSignal): Promise<Assessment> {
    const { scorer } = this;
    try {
      const cloud = this.#prepare(request.asset);
      const pictures = await this.#render(cloud, undefined, signal);
      const terms = await this.#options.scorer.score({
        prompt: request.prompt,
        cloud,
        views: pictures,
      });
      signal?.throwIfAborted();
      this.#options.onTerms?.(terms);
      const score = combineTerms(terms);
      const wanted = score > request.previewScoreThreshold;
      const preview = wanted && request.singlePreview
        ? toPng(pictures[previewIndex(pictures.length)]).toBase64()
        : null;
      const gridPreview = wanted && request.gridPreview
        ? toPng(gridOf(pick(pictures, gridIndices(pictures.length)))).toBase64()
        : null;
      return {
        score,
        iqa: terms.quality,
        alignment_score: terms.alignment,
        ssim: terms.ssim,
        lpips: terms.lpips,
        preview,
        grid_preview: gridPreview,
        scorer,
        gaussians: cloud.count,
        asset_error: null,
      };
    } catch (error) {
      if (!(error instanceof AssetError)) throw error;
      return brokenAssessment(error, scorer);
    }
  }

  async renderDuelView(
    asset: PackedAsset,
    signal?: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const cloud = this.#prepare(asset);
    const pictures = await this.#render(cloud, gridIndices(STANDARD_VIEWS.views), signal);
    return toPng(gridOf(pick(pictures, [0, 1, 2, 3])));
  }

  #prepare(asset: PackedAsset): GaussianCloud {
    return normalizeCloud(withOneColour(decodePacked(asset, this.#limits)));
  }

  /** Renders the scoring views, or, for duels, some of the standard ring at its standard size. */
  #render(
    cloud: GaussianCloud,
    indices: readonly number[] | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Image[]> {
    const cameras = indices === undefined
      ? ringCameras(this.#views)
      : pick(ringCameras(STANDARD_VIEWS), indices);
    return this.#options.renderer.render(cloud, cameras, {
      background: [1, 1, 1],
      preset: "gsplat-1.5.3",
      rounding: "truncate",
      coverage: true,
      ...(signal ? { signal } : {}),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#options.renderer[Symbol.asyncDispose]?.();
  }
}

function pick<T, const Indices extends readonly number[]>(
  items: readonly T[],
  indices: Indices,
): { -readonly [Index in keyof Indices]: T } {
  return indices.map((index) => items[index]) as { -readonly [Index in keyof Indices]: T };
}
