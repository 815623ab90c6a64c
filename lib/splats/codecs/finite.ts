import type { GaussianCloud } from "../cloud.ts";
import { filterCloud } from "../transform.ts";

/**
 * What the values of each attribute lie within; not-a-number is within nothing. An opacity of 0 or 1
 * has an infinite logit, and a size of 0 the logarithm −∞; one above e⁸⁸ is no float32.
 */
const ATTRIBUTES = [
  { name: "positions", what: "position", least: -Number.MAX_VALUE, most: Number.MAX_VALUE },
  { name: "logScales", what: "log scale", least: -Infinity, most: 88 },
  { name: "rotations", what: "rotation", least: -Number.MAX_VALUE, most: Number.MAX_VALUE },
  { name: "opacityLogits", what: "opacity logit", least: -Infinity, most: Infinity },
  { name: "shDc", what: "colour", least: -Number.MAX_VALUE, most: Number.MAX_VALUE },
  { name: "shRest", what: "harmonic", least: -Number.MAX_VALUE, most: Number.MAX_VALUE },
] as const;

/**
 * Refuses a cloud with a value that has no place in a format of steps and ranges: it would turn into
 * another value, or spoil the range that many Gaussians share.
 *
 * @param format The format as the error names it.
 * @throws {RangeError} When there is one.
 */
export function checkFinite(cloud: GaussianCloud, format: string): void {
  for (const { name, what, least, most } of ATTRIBUTES) {
    // Looking closely takes its time, and hardly ever anything is there.
    if (farthestOf(cloud[name]) <= Math.min(-least, most)) continue;
    const at = cloud[name].findIndex((value) => !(value >= least && value <= most));
    if (at < 0) continue;
    const gaussian = Math.floor(at / (cloud[name].length / cloud.count));
    throw new RangeError(
      `Cannot write ${format}: a ${what} of Gaussian ${gaussian} is ${cloud[name][at]}; ` +
        `drop such Gaussians first (dropNonFinite(), convert --drop_non_finite)`,
    );
  }
}

/** Returns the Gaussians that every format can hold: those that {@linkcode checkFinite} takes. */
export function dropNonFinite(cloud: GaussianCloud): GaussianCloud {
  const kept = finiteGaussians(cloud);
  return kept.includes(0) ? filterCloud(cloud, (i) => kept[i] === 1) : cloud;
}

/** Returns 1 for each Gaussian that {@linkcode checkFinite} takes, 0 for each other. */
export function finiteGaussians(cloud: GaussianCloud): Uint8Array {
  const kept = new Uint8Array(cloud.count).fill(1);
  for (const { name, least, most } of ATTRIBUTES) {
    const values = cloud[name];
    const width = values.length / cloud.count;
    for (let at = 0; at < values.length; at++) {
      if (!(values[at] >= least && values[at] <= most)) kept[Math.floor(at / width)] = 0;
    }
  }
  return kept;
}

/** Returns the greatest distance from 0 of all values, not-a-number when one is that. */
export function farthestOf(values: Float32Array): number {
  // Magnitudes of floats are in the order of their bits, not-a-number last.
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  let most = 0;
  for (let i = 0; i < bits.length; i++) {
    const magnitude = bits[i] & 0x7fffffff;
    if (magnitude > most) most = magnitude;
  }
  return new Float32Array(Int32Array.of(most).buffer)[0];
}
