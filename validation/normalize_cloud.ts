/**
 * Brings an asset to one place and size, whatever units its maker used.
 *
 * The original divides by the bounding box of all centres and subtracts one number, the mean of
 * all coordinates, so a single stray splat shrinks the object to a dot and an object off the
 * origin stays off centre; it also rescales opacities. This one centres each axis, ignores the
 * outermost splats and leaves opacities alone.
 *
 * @module
 */
import type { GaussianCloud } from "@threegen/splats";

/** Longest side of the normalised asset, world units. Source: the original since 2.0, 1.5. */
const TARGET_EXTENT = 1.5;
/** Share of visible splats that is ignored at either end of each axis. */
const TRIMMED_SHARE = 0.005;
/** Splats below this opacity do not count for the bounds. */
const LEAST_OPACITY = 0.05;

/** A box round the visible splats, without the outermost. */
export interface Bounds {
  readonly centre: readonly [number, number, number];
  /** Side lengths, all ≥ 0. */
  readonly extent: readonly [number, number, number];
}

/** Returns the trimmed box of the visible centres; of all centres when none is visible. */
export function visibleBounds({ count, positions, opacityLogits }: GaussianCloud): Bounds {
  const leastLogit = Math.log(LEAST_OPACITY / (1 - LEAST_OPACITY));
  let used = 0;
  for (let i = 0; i < count; i++) if (opacityLogits[i] >= leastLogit) used++;
  const all = used === 0;
  const centre: [number, number, number] = [0, 0, 0];
  const extent: [number, number, number] = [0, 0, 0];
  const values = new Float32Array(all ? count : used);
  if (values.length === 0) return { centre, extent };
  const trimmed = Math.floor(values.length * TRIMMED_SHARE);
  for (let axis = 0; axis < 3; axis++) {
    let next = 0;
    for (let i = 0; i < count; i++) {
      if (all || opacityLogits[i] >= leastLogit) values[next++] = positions[i * 3 + axis];
    }
    values.sort();
    const low = values[trimmed];
    const high = values[values.length - 1 - trimmed];
    centre[axis] = low / 2 + high / 2;
    extent[axis] = high - low;
  }
  return { centre, extent };
}

/** Returns the asset without view-dependent colour, which the original does not look at either. */
export function withOneColour(cloud: GaussianCloud): GaussianCloud {
  return { ...cloud, shDegree: 0, shRest: new Float32Array(0) };
}

/**
 * Returns the asset centred and scaled so that its longest side is 1.5. An asset without extent
 * is only centred.
 */
export function normalizeCloud(cloud: GaussianCloud): GaussianCloud {
  const { centre, extent } = visibleBounds(cloud);
  const reach = Math.max(...extent);
  const factor = reach > 0 && Number.isFinite(TARGET_EXTENT / reach) ? TARGET_EXTENT / reach : 1;
  const logFactor = Math.log(factor);
  return {
    ...cloud,
    positions: cloud.positions.map((value, i) => (value - centre[i % 3]) * factor),
    logScales: cloud.logScales.map((value) => value + logFactor),
  };
}
