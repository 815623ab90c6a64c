/**
 * A cloud as the kernel reads it: groups of four Gaussians, one vector per value.
 *
 * What does not depend on the camera is computed here once for all views: opacities, and the
 * Gaussians' own axes in world units, one standard deviation long (R · S).
 *
 * @module
 */
import { type GaussianCloud, SH_C0 } from "../../cloud.ts";
import * as at from "./kernel/layout.ts";

/** Where the parts of a packed cloud lie, bytes. */
export interface ScenePlaces {
  readonly geometry: number;
  readonly colours: number;
  readonly harmonics: number;
}

/** How much room the parts of a packed cloud take. */
export interface SceneSizes {
  /** Groups of four Gaussians. */
  readonly groups: number;
  /** Harmonics beyond degree 0: 0, 3, 8 or 15. */
  readonly harmonicCount: number;
  readonly geometryBytes: number;
  readonly colourBytes: number;
  readonly harmonicBytes: number;
}

/** Returns how much room a cloud takes when packed. */
export function sceneSizes({ count, shDegree }: GaussianCloud): SceneSizes {
  const groups = Math.ceil(count / 4);
  const harmonicCount = (shDegree + 1) ** 2 - 1;
  return {
    groups,
    harmonicCount,
    geometryBytes: groups * at.GEOMETRY_GROUP_BYTES,
    colourBytes: groups * at.COLOUR_GROUP_BYTES,
    harmonicBytes: groups * at.COLOUR_GROUP_BYTES * harmonicCount,
  };
}

/** Packs a cloud into memory. A Gaussian with a value that is not finite becomes invisible. */
export function packScene(cloud: GaussianCloud, memory: Float32Array, places: ScenePlaces): void {
  const { count, positions, rotations, logScales, opacityLogits, shDc, shRest } = cloud;
  const { harmonicCount } = sceneSizes(cloud);
  const padded = Math.ceil(count / 4) * 4;
  const geometryFloats = at.GEOMETRY_GROUP_BYTES / 4;
  const colourFloats = at.COLOUR_GROUP_BYTES / 4;
  for (let i = 0; i < padded; i++) {
    const group = i >> 2;
    const lane = i & 3;
    const g = places.geometry / 4 + group * geometryFloats + lane;
    if (i >= count) {
      // Only the opacity matters: it culls the lane before anything else is looked at.
      for (let row = 0; row < geometryFloats; row += 4) memory[g + row] = 0;
      memory[g + 12] = -Infinity;
      continue;
    }
    const px = positions[i * 3];
    const py = positions[i * 3 + 1];
    const pz = positions[i * 3 + 2];
    memory[g] = px;
    memory[g + 4] = py;
    memory[g + 8] = pz;
    let w = rotations[i * 4];
    let x = rotations[i * 4 + 1];
    let y = rotations[i * 4 + 2];
    let z = rotations[i * 4 + 3];
    const length = Math.sqrt(w * w + x * x + y * y + z * z);
    if (length > 0) {
      w /= length;
      x /= length;
      y /= length;
      z /= length;
    } else w = 1;
    const s0 = Math.exp(logScales[i * 3]);
    const s1 = Math.exp(logScales[i * 3 + 1]);
    const s2 = Math.exp(logScales[i * 3 + 2]);
    memory[g + 16] = s0 * (1 - 2 * (y * y + z * z));
    memory[g + 20] = s0 * 2 * (x * y + w * z);
    memory[g + 24] = s0 * 2 * (x * z - w * y);
    memory[g + 28] = s1 * 2 * (x * y - w * z);
    memory[g + 32] = s1 * (1 - 2 * (x * x + z * z));
    memory[g + 36] = s1 * 2 * (y * z + w * x);
    memory[g + 40] = s2 * 2 * (x * z + w * y);
    memory[g + 44] = s2 * 2 * (y * z - w * x);
    memory[g + 48] = s2 * (1 - 2 * (x * x + y * y));
    const c = places.colours / 4 + group * colourFloats + lane;
    const red = 0.5 + SH_C0 * shDc[i * 3];
    const green = 0.5 + SH_C0 * shDc[i * 3 + 1];
    const blue = 0.5 + SH_C0 * shDc[i * 3 + 2];
    memory[c] = red;
    memory[c + 4] = green;
    memory[c + 8] = blue;
    let sum = px + py + pz + s0 + s1 + s2 + length + red + green + blue;
    const from = i * harmonicCount * 3;
    const h = places.harmonics / 4 + group * colourFloats * harmonicCount + lane;
    for (let k = 0; k < harmonicCount * 3; k++) {
      const value = shRest[from + k];
      memory[h + k * 4] = value;
      sum += value;
    }
    // ln σ(x) without overflow, whatever the logit; the sum is finite when all its parts are.
    const logit = opacityLogits[i];
    const lnOpacity = logit > 0
      ? -Math.log1p(Math.exp(-logit))
      : logit - Math.log1p(Math.exp(logit));
    memory[g + 12] = sum - sum === 0 && !Number.isNaN(lnOpacity) ? lnOpacity : -Infinity;
  }
}
