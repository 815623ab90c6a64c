/**
 * Rules that an asset must keep to be worth rendering; breaking one is the miner's fault.
 *
 * @module
 */
import { AssetError } from "@threegen/domain";
import type { GaussianCloud } from "@threegen/splats";
import { visibleBounds } from "./normalize_cloud.ts";

/** Bounds on the number of Gaussians. */
export interface CloudLimits {
  /** Fewest. Source: the original since 1.14.2, 7000. */
  readonly minGaussians: number;
  /** Most; bounds time and memory (the original has no bound). */
  readonly maxGaussians: number;
}

/** Limits of the real thing. */
export const STANDARD_LIMITS: CloudLimits = { minGaussians: 7000, maxGaussians: 2_000_000 };

/** A splat below this opacity cannot change a pixel. Source: the original's check, 1e-3. */
const INVISIBLE_OPACITY = 1e-3;
/** Largest share of invisible splats. Source: the original's check, 80 %. */
const MAX_INVISIBLE_SHARE = 0.8;
/** Below this share of the asset's extent a standard deviation counts as zero. */
const ZERO_SCALE_SHARE = 1e-6;
/** Largest share of visible splats without any size. */
const MAX_POINT_SHARE = 0.8;

/**
 * Checks an asset.
 *
 * @throws {AssetError} `asset/too-few-gaussians`, `asset/too-many-gaussians`, `asset/not-finite`,
 * `asset/zero-rotation`, `asset/transparent`, `asset/zero-extent` or `asset/zero-scale`.
 */
export function checkCloud(cloud: GaussianCloud, limits: CloudLimits = STANDARD_LIMITS): void {
  const { count } = cloud;
  if (count < limits.minGaussians) {
    throw new AssetError(
      "asset/too-few-gaussians",
      `Cannot score asset: it has ${count} Gaussians; at least ${limits.minGaussians} are needed`,
    );
  }
  if (count > limits.maxGaussians) {
    throw new AssetError(
      "asset/too-many-gaussians",
      `Cannot score asset: it has ${count} Gaussians; at most ${limits.maxGaussians} are allowed`,
    );
  }
  checkFinite(cloud.positions, "position", 3, Number.isFinite);
  checkFinite(cloud.shDc, "colour", 3, Number.isFinite);
  checkFinite(cloud.rotations, "rotation", 4, Number.isFinite);
  // Infinite logits are what SPZ's alpha of 0 and 255 mean; the sigmoid of one is 0 or 1.
  checkFinite(cloud.opacityLogits, "opacity", 1, (value) => !Number.isNaN(value));
  // −∞ is a size of zero; a logarithm above 88 overflows a 32-bit float when activated.
  checkFinite(cloud.logScales, "scale", 3, (value) => value < 88);

  checkVisible(cloud);
  checkSizes(cloud);
}

function checkFinite(
  values: Float32Array,
  what: string,
  perGaussian: number,
  isFine: (value: number) => boolean,
): void {
  for (let i = 0; i < values.length; i++) {
    if (isFine(values[i])) continue;
    throw new AssetError(
      "asset/not-finite",
      `Cannot score asset: ${what} of Gaussian ${Math.floor(i / perGaussian)} is ${values[i]}`,
    );
  }
}

function checkVisible({ count, rotations, opacityLogits }: GaussianCloud): void {
  const leastLogit = Math.log(INVISIBLE_OPACITY / (1 - INVISIBLE_OPACITY));
  let invisible = 0;
  for (let i = 0; i < count; i++) {
    if (opacityLogits[i] < leastLogit) {
      invisible++;
      continue;
    }
    const norm = Math.hypot(...rotations.subarray(i * 4, i * 4 + 4));
    if (norm < 1e-12) {
      throw new AssetError(
        "asset/zero-rotation",
        `Cannot score asset: rotation of Gaussian ${i} has length 0`,
      );
    }
  }
  if (invisible > MAX_INVISIBLE_SHARE * count) {
    throw new AssetError(
      "asset/transparent",
      `Cannot score asset: ${invisible} of ${count} Gaussians are invisible`,
    );
  }
}

function checkSizes(cloud: GaussianCloud): void {
  const { extent } = visibleBounds(cloud);
  const reach = Math.max(...extent);
  if (!(reach > 1e-9)) {
    throw new AssetError(
      "asset/zero-extent",
      "Cannot score asset: all visible Gaussians are at one point",
    );
  }
  const leastLogScale = Math.log(ZERO_SCALE_SHARE * reach);
  let points = 0;
  for (let i = 0; i < cloud.count; i++) {
    const largest = Math.max(
      cloud.logScales[i * 3],
      cloud.logScales[i * 3 + 1],
      cloud.logScales[i * 3 + 2],
    );
    if (largest < leastLogScale) points++;
  }
  if (points > MAX_POINT_SHARE * cloud.count) {
    throw new AssetError(
      "asset/zero-scale",
      `Cannot score asset: ${points} of ${cloud.count} Gaussians have no size`,
    );
  }
}
