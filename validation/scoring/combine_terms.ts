/**
 * The one number out of the terms.
 *
 * @module
 */
import type { ScoreTerms } from "./scorer.ts";

// Source of all constants: the original's validation engine, version 2.4.0.

/** Weight of quality. */
const QUALITY_WEIGHT = 0.75;
/** Weight of alignment. */
const ALIGNMENT_WEIGHT = 0.2;
/** Weight of structural similarity. */
const SSIM_WEIGHT = 0.025;
/** Weight of perceptual similarity. */
const LPIPS_WEIGHT = 0.025;
/** Below this alignment the score is 0. */
const ALIGNMENT_FLOOR = 0.3;
const SSIM_SLOPE = 35;
const SSIM_SHIFT = 0.83;
const LPIPS_SLOPE = 30;
const LPIPS_SHIFT = 0.7;

function sigmoid(value: number, slope: number, shift: number): number {
  return 1 / (1 + Math.exp(-slope * (value - shift)));
}

/**
 * Combines the terms: 0.75 Q + 0.2 A + 0.025 σ(SSIM; 35, 0.83) + 0.025 L σ(L; 30, 0.7), and 0
 * when A < 0.3. Unlike the original's, the sum is clamped to 0…1.
 *
 * @throws {RangeError} When a term is not finite: that is the scorer's bug, never a score of 0.
 */
export function combineTerms({ quality, alignment, ssim, lpips }: Omit<ScoreTerms, "details">) {
  for (const [name, value] of Object.entries({ quality, alignment, ssim, lpips })) {
    if (!Number.isFinite(value)) {
      throw new RangeError(`Cannot combine scores: ${name} is ${value}`);
    }
  }
  if (alignment < ALIGNMENT_FLOOR) return 0;
  const sum = QUALITY_WEIGHT * quality + ALIGNMENT_WEIGHT * alignment +
    SSIM_WEIGHT * sigmoid(ssim, SSIM_SLOPE, SSIM_SHIFT) +
    LPIPS_WEIGHT * lpips * sigmoid(lpips, LPIPS_SLOPE, LPIPS_SHIFT);
  return Math.min(1, Math.max(0, sum));
}
