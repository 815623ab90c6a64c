import type { GaussianCloud } from "../cloud.ts";
import { boundsOf } from "../transform.ts";

/** Bits of each coordinate in a Morton code: three of them make 30, a whole number of a uint32. */
const BITS = 10;

/**
 * Returns the indices of all Gaussians such that neighbours in the order are neighbours in space
 * (Z-order curve), which is what chunked and image-based formats compress well. Ties keep their
 * order.
 */
export function mortonOrder(cloud: GaussianCloud): Uint32Array {
  const { min, max } = boundsOf(cloud);
  const steps = min.map((least, axis) => (2 ** BITS - 1) / Math.max(max[axis] - least, 1e-30));
  const codes = new Uint32Array(cloud.count);
  for (let i = 0; i < cloud.count; i++) {
    for (let axis = 0; axis < 3; axis++) {
      const value = (cloud.positions[i * 3 + axis] - min[axis]) * steps[axis];
      codes[i] |= spread(value) << axis;
    }
  }
  return Uint32Array.from({ length: cloud.count }, (_, i) => i)
    .sort((a, b) => codes[a] - codes[b] || a - b);
}

/** Moves the lowest 10 bits of a number three apart. */
function spread(value: number): number {
  let bits = value & 0x3ff;
  bits = (bits | (bits << 16)) & 0x030000ff;
  bits = (bits | (bits << 8)) & 0x0300f00f;
  bits = (bits | (bits << 4)) & 0x030c30c3;
  return (bits | (bits << 2)) & 0x09249249;
}
