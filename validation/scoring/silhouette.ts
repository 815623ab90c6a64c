/**
 * What one picture's coverage says about an asset.
 *
 * @module
 */
import type { Image } from "@threegen/splats";

/** Measures of one view. */
export interface SilhouetteMeasures {
  /** Share of the picture that the object covers at least by half, 0 to 1. */
  readonly area: number;
  /** Share of the touched pixels that are covered by at least 94 %, 0 to 1; 0 without any. */
  readonly solidity: number;
  /**
   * Width of the band in which the coverage falls from 94 % to 6 %, as a share of the picture's
   * width: the band's area over the length of the edge.
   */
  readonly softness: number;
  /** Share of the border's pixels that the object covers: it sticks out of the picture. */
  readonly borderTouch: number;
}

const TOUCHED = 16;
const COVERED = 128;
const OPAQUE = 240;

/** Measures one view by its channel A. */
export function measureSilhouette({ width, height, rgba }: Image): SilhouetteMeasures {
  let touched = 0;
  let covered = 0;
  let opaque = 0;
  let onBorder = 0;
  let edge = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const alpha = rgba[(y * width + x) * 4 + 3];
      if (alpha >= TOUCHED) touched++;
      if (alpha >= OPAQUE) opaque++;
      if (alpha < COVERED) continue;
      covered++;
      const here = (y * width + x) * 4 + 3;
      const isEdge = (x > 0 && rgba[here - 4] < COVERED) ||
        (x < width - 1 && rgba[here + 4] < COVERED) ||
        (y > 0 && rgba[here - 4 * width] < COVERED) ||
        (y < height - 1 && rgba[here + 4 * width] < COVERED);
      if (isEdge) edge++;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) onBorder++;
    }
  }
  return {
    area: covered / (width * height),
    solidity: touched > 0 ? opaque / touched : 0,
    softness: edge > 0 ? (touched - opaque) / (edge * width) : 1,
    borderTouch: onBorder / Math.max(1, 2 * (width + height) - 4),
  };
}
