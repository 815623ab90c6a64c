/**
 * Scorer: looks at the pictures of an asset and says how good they are and how well they fit.
 *
 * @module
 */
import type { GaussianCloud, Image } from "@threegen/splats";
import type { ScorerIdentity } from "../assessor.ts";

/** What a scorer sees. */
export interface ScorerInput {
  readonly prompt: string;
  /** The asset, normalised: longest side 1.5, centred, `+y` up. */
  readonly cloud: GaussianCloud;
  /**
   * Pictures round the ring, evenly spaced; channel A is the coverage (0 nothing, 255 opaque)
   * and the colours lie over white.
   */
  readonly views: readonly Image[];
}

/** The terms of the score; each is finite. */
export interface ScoreTerms {
  /** How good the asset looks, whatever the prompt, 0 to 1. */
  readonly quality: number;
  /** How well the pictures fit the prompt; 0 to 1, where 1 is as good as it gets. */
  readonly alignment: number;
  /** Structural similarity of neighbouring views, 0 to 1. */
  readonly ssim: number;
  /** One minus the perceptual distance of neighbouring views, 0 to 1. */
  readonly lpips: number;
  /** What the terms were made of, for people: name to value. */
  readonly details: Readonly<Record<string, number>>;
}

/** Scores the pictures of assets. */
export interface Scorer {
  readonly identity: ScorerIdentity;
  score(input: ScorerInput): ScoreTerms | Promise<ScoreTerms>;
}
