/**
 * Colour that changes from place to place without reason.
 *
 * @module
 */
import type { Image } from "@threegen/splats";

/** Distances of the compared pixels, as shares of the width: so the picture's size is no matter. */
const STEP_SHARES = [1 / 128, 1 / 40];
/** Pixels are looked at in about so many columns: enough for a median. */
const SAMPLED_COLUMNS = 256;
const OPAQUE = 250;
const BINS = 512;

/**
 * Median change of hue and saturation inside the object over a short and a longer step (geometric
 * mean of both), 0 to 1; 0 when nothing is opaque.
 *
 * Edges and textures change them here and there, noise everywhere: hence the median. Fine noise
 * is as strong over both steps; a pattern of large patches shows over the longer one only.
 */
export function measureColourNoise(image: Image): number {
  const medians = STEP_SHARES.map((share) =>
    medianChange(image, Math.max(1, Math.round(image.width * share)))
  );
  return Math.sqrt(medians[0] * medians[1]);
}

function medianChange({ width, height, rgba }: Image, step: number): number {
  const histogram = new Uint32Array(BINS);
  const stride = Math.max(1, Math.round(width / SAMPLED_COLUMNS));
  let total = 0;
  for (let y = 0; y < height - step; y += stride) {
    for (let x = 0; x < width - step; x += stride) {
      const here = (y * width + x) * 4;
      const right = here + step * 4;
      const below = here + step * width * 4;
      if (Math.min(rgba[here + 3], rgba[right + 3], rgba[below + 3]) < OPAQUE) continue;
      total++;
      const change = Math.max(chromaDistance(rgba, here, right), chromaDistance(rgba, here, below));
      histogram[Math.min(BINS - 1, Math.round(change))]++;
    }
  }
  if (total === 0) return 0;
  let counted = 0;
  let bin = 0;
  while ((counted += histogram[bin]) * 2 < total) bin++;
  return bin / 255;
}

/** Steadies the ratios of dark pixels, 8-bit steps. */
const DARK = 8;

/**
 * Difference of two pixels in Cb and Cr (BT.601), in 8-bit steps, as if both had their mean
 * brightness: light and shadow on a saturated colour are no change of colour.
 */
function chromaDistance(rgba: Uint8Array, a: number, b: number): number {
  const lightA = 0.299 * rgba[a] + 0.587 * rgba[a + 1] + 0.114 * rgba[a + 2];
  const lightB = 0.299 * rgba[b] + 0.587 * rgba[b + 1] + 0.114 * rgba[b + 2];
  const shareA = 1 / (lightA + DARK);
  const shareB = 1 / (lightB + DARK);
  const cb = 0.564 * ((rgba[a + 2] - lightA) * shareA - (rgba[b + 2] - lightB) * shareB);
  const cr = 0.713 * ((rgba[a] - lightA) * shareA - (rgba[b] - lightB) * shareB);
  return Math.sqrt(cb * cb + cr * cr) * (0.5 * (lightA + lightB) + DARK);
}
