/**
 * What every renderer of this room computes, written down once.
 *
 * For each Gaussian and camera:
 * 1. Culled when its depth (camera z) is outside `near` to `far`, its opacity is below
 *    `skipAlpha`, or any of its values, once activated, is not finite.
 * 2. Projected by the affine approximation at its centre (EWA): Σ' = J R Σ Rᵀ Jᵀ, where J is taken
 *    at x/z and y/z kept within the picture widened by 0.3 of half its field of view on each
 *    side. `dilation` is added to both variances of Σ', in square pixels.
 * 3. Its colour is 0.5 + the spherical harmonics in the direction from the camera to its centre;
 *    at degree 0 as it is, above it not less than 0.
 *
 * For each pixel, at its centre (column + 0.5, row + 0.5), the Gaussians in order of
 * (depth as float32, index):
 * 4. α = min(`maxAlpha`, opacity · e^(−½ dᵀ Σ'⁻¹ d)); skipped when α < `skipAlpha`.
 * 5. Stop before the Gaussian that would bring the transmittance T · (1 − α) to `stopAt`.
 * 6. Colour and depth (camera z) gather with weight T · α; then T becomes T · (1 − α).
 *
 * The background takes what is left of T. Colours are blended as stored, in sRGB, and become
 * 8-bit values only at the end, by truncation (the original's way) or rounding.
 *
 * The coverage of a pixel is 1 − T. Its depth is the mean of the depths that it gathered, by their
 * weights: Σ T α z / Σ T α, which is what "expected depth" means elsewhere; 0 where nothing covers it.
 *
 * The extent is the contour where α falls to `skipAlpha`, whatever a backend's tiles. gsplat
 * 1.5.3 also ends at 3.33 standard deviations, which an opacity of 1 reaches at 3.329; the code of
 * the 3DGS paper ends at 3, which we do not copy.
 *
 * All of it holds for Gaussians up to 10⁸ pixels wide, one standard deviation. Of wider ones each
 * backend draws what overflow and cancellation leave.
 *
 * Sources: gsplat v1.5.3 (projection and rasterisation kernels), pinned by the original's
 * validator; graphdeco-inria/diff-gaussian-rasterization.
 *
 * @module
 */
import type { Camera } from "../camera.ts";

/** Names of the sets of thresholds. */
export type RenderPreset = "gsplat-1.5.3" | "inria";

/** Thresholds of a renderer. */
export interface RenderThresholds {
  /** Most that one Gaussian may cover. */
  readonly maxAlpha: number;
  /** Less than this is not drawn. */
  readonly skipAlpha: number;
  /** Transmittance at which a pixel is full. */
  readonly stopAt: number;
  /** Whether a pixel is full at `stopAt` itself, not only below it. */
  readonly stopsWhenEqual: boolean;
  /** Added to the variances of the projected Gaussian, square pixels. */
  readonly dilation: number;
}

/** Thresholds by preset. Sources: gsplat v1.5.3; the code of the 3DGS paper. */
export const RENDER_PRESETS: Readonly<Record<RenderPreset, RenderThresholds>> = {
  "gsplat-1.5.3": {
    maxAlpha: 0.999,
    skipAlpha: 1 / 255,
    stopAt: 1e-4,
    stopsWhenEqual: true,
    dilation: 0.3,
  },
  inria: {
    // In that code's float32: two of them leave a little less than `stopAt`, not just that.
    maxAlpha: Math.fround(0.99),
    skipAlpha: 1 / 255,
    stopAt: 1e-4,
    stopsWhenEqual: false,
    dilation: 0.3,
  },
};

/** Widening of the picture within which the projection is linearised, in half fields of view. */
const FRUSTUM_MARGIN = 0.3;

/** Returns the bounds of x/z and y/z within which the projection is linearised. */
export function frustumBounds(
  { width, height, focalX, focalY, centerX, centerY }: Camera,
): Readonly<Record<"leastX" | "mostX" | "leastY" | "mostY", number>> {
  const marginX = FRUSTUM_MARGIN * 0.5 * width / focalX;
  const marginY = FRUSTUM_MARGIN * 0.5 * height / focalY;
  return {
    leastX: -(centerX / focalX + marginX),
    mostX: (width - centerX) / focalX + marginX,
    leastY: -(centerY / focalY + marginY),
    mostY: (height - centerY) / focalY + marginY,
  };
}

/** How a picture is made of a cloud. */
export interface RenderOptions {
  /** Colour behind the cloud, R, G and B, 0 to 1. Default white. */
  readonly background?: readonly [number, number, number];
  /** Thresholds. Default `gsplat-1.5.3`, the validator's. */
  readonly preset?: RenderPreset;
}
