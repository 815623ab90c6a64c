/**
 * How alike two pictures are; used on neighbouring views, which show almost the same thing when
 * an asset is sound in three dimensions.
 *
 * @module
 */
import type { Image } from "@threegen/splats";

/** Brightness of a picture, 0 to 1, row by row. */
export interface Luminance {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Returns the Rec. 601 brightness of a picture, averaged over squares of `factor` pixels. */
export function luminanceOf({ width, height, rgba }: Image, factor = 1): Luminance {
  const smallWidth = Math.max(1, Math.floor(width / factor));
  const smallHeight = Math.max(1, Math.floor(height / factor));
  const side = Math.min(factor, width, height);
  const values = new Float32Array(smallWidth * smallHeight);
  for (let y = 0; y < smallHeight; y++) {
    for (let x = 0; x < smallWidth; x++) {
      let sum = 0;
      for (let dy = 0; dy < side; dy++) {
        let i = ((y * side + dy) * width + x * side) * 4;
        for (let dx = 0; dx < side; dx++, i += 4) {
          sum += 0.299 * rgba[i] + 0.587 * rgba[i + 1] + 0.114 * rgba[i + 2];
        }
      }
      values[y * smallWidth + x] = sum / (255 * side * side);
    }
  }
  return { width: smallWidth, height: smallHeight, values };
}

// Constants of SSIM. Source: Wang et al. 2004, K1 = 0.01, K2 = 0.03, Gaussian window σ = 1.5 of
// 11 taps, for values of 0 to 1.
const SSIM_C1 = 0.01 ** 2;
const SSIM_C2 = 0.03 ** 2;
const WINDOW = gaussianWindow(1.5, 5);

function gaussianWindow(sigma: number, radius: number): Float64Array {
  const taps = Float64Array.from(
    { length: 2 * radius + 1 },
    (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)),
  );
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

/** Structural similarity of two pictures of one size, −1 to 1; 1 when they are equal. */
export function ssim(a: Luminance, b: Luminance): number {
  const { width, height } = a;
  const n = width * height;
  const product = (p: Float32Array, q: Float32Array) => p.map((value, i) => value * q[i]);
  const meanA = blur(a.values, width, height);
  const meanB = blur(b.values, width, height);
  const squareA = blur(product(a.values, a.values), width, height);
  const squareB = blur(product(b.values, b.values), width, height);
  const cross = blur(product(a.values, b.values), width, height);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const means = meanA[i] * meanB[i];
    const meanSquares = meanA[i] ** 2 + meanB[i] ** 2;
    const variances = squareA[i] + squareB[i] - meanSquares;
    sum += ((2 * means + SSIM_C1) * (2 * (cross[i] - means) + SSIM_C2)) /
      ((meanSquares + SSIM_C1) * (variances + SSIM_C2));
  }
  return sum / n;
}

/** Gaussian blur; the border repeats. */
function blur(values: Float32Array, width: number, height: number): Float32Array {
  const radius = (WINDOW.length - 1) / 2;
  const across = new Float32Array(values.length);
  const both = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const from = Math.min(width - 1, Math.max(0, x + k));
        sum += WINDOW[k + radius] * values[y * width + from];
      }
      across[y * width + x] = sum;
    }
  }
  for (let k = -radius; k <= radius; k++) {
    const tap = WINDOW[k + radius];
    for (let y = 0; y < height; y++) {
      const from = Math.min(height - 1, Math.max(0, y + k)) * width;
      const to = y * width;
      for (let x = 0; x < width; x++) both[to + x] += tap * across[from + x];
    }
  }
  return both;
}

/** Steadies the ratio where both gradients are small. Source: Xue et al. 2014, 170 / 255². */
const GMS_C = 170 / 255 ** 2;

/**
 * Mean gradient-magnitude similarity (Xue et al. 2014) of two pictures of one size, 0 to 1: the
 * stand-in for the learned perceptual similarity, which needs weights.
 */
export function gradientSimilarity(a: Luminance, b: Luminance): number {
  const gradientA = gradientOf(a);
  const gradientB = gradientOf(b);
  let sum = 0;
  for (let i = 0; i < gradientA.length; i++) {
    const p = gradientA[i];
    const q = gradientB[i];
    sum += (2 * p * q + GMS_C) / (p * p + q * q + GMS_C);
  }
  return sum / gradientA.length;
}

/** Prewitt gradient magnitude; 0 on the border. */
function gradientOf({ width, height, values }: Luminance): Float32Array {
  const gradient = new Float32Array(values.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let gx = 0;
      let gy = 0;
      for (let k = -1; k <= 1; k++) {
        gx += values[(y + k) * width + x + 1] - values[(y + k) * width + x - 1];
        gy += values[(y + 1) * width + x + k] - values[(y - 1) * width + x + k];
      }
      gradient[y * width + x] = Math.hypot(gx, gy) / 3;
    }
  }
  return gradient;
}
