/**
 * From stored values to the ones a renderer uses, and back.
 *
 * | Quantity | Stored | Activated |
 * |---|---|---|
 * | opacity | logit | 1 / (1 + e^−x) |
 * | scale | ln σ | e^x |
 * | rotation | (w, x, y, z) of any length | unit length |
 * | colour | degree-0 coefficient c | 0.5 + 0.28209479177387814 · c |
 *
 * @module
 */
import { emptyCloud, type GaussianCloud, SH_C0, type ShDegree, type UpAxis } from "./cloud.ts";

/** Gaussians as a renderer uses them; degree-0 colours only. */
export interface ActivatedGaussians {
  /** Number of Gaussians, n. */
  readonly count: number;
  /** Centres, n × 3, world units. */
  readonly positions: Float32Array;
  /** Standard deviations along the own axes, n × 3, world units. */
  readonly scales: Float32Array;
  /** Unit quaternions (w, x, y, z), n × 4. */
  readonly rotations: Float32Array;
  /** Opacities, 0 to 1, n. */
  readonly opacities: Float32Array;
  /** Degree-0 colours (R, G, B), n × 3, sRGB; may lie outside 0 to 1. */
  readonly colors: Float32Array;
}

/** What {@linkcode cloudFromActivated} takes; everything that is left out has a plain default. */
export interface CloudParts {
  /** Centres, n × 3, world units. */
  readonly positions: ArrayLike<number>;
  /** Standard deviations, n × 3, world units, greater than 0. */
  readonly scales: ArrayLike<number>;
  /** Quaternions (w, x, y, z), n × 4; no rotation when left out. */
  readonly rotations?: ArrayLike<number>;
  /** Opacities, n; kept within [1e-6, 1 − 1e-6] so that the logit is finite. */
  readonly opacities: ArrayLike<number>;
  /** Degree-0 colours (R, G, B), n × 3, 0 to 1. */
  readonly colors: ArrayLike<number>;
  /** Higher coefficients as in {@linkcode GaussianCloud.shRest}; none when left out. */
  readonly shRest?: ArrayLike<number>;
  /** Up direction; `+y` when left out. */
  readonly up?: UpAxis;
}

/** Farthest from 0 and 1 that an opacity is stored. */
const OPACITY_MARGIN = 1e-6;

/** Returns 1 / (1 + e^−x). */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Returns ln(p / (1 − p)), the inverse of {@linkcode sigmoid}. */
export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/**
 * Returns the logit of an opacity of 0 to 1, finite at the ends too: opacities are kept 1e-6 away
 * from 0 and 1, which no renderer can tell apart.
 */
export function finiteLogit(opacity: number): number {
  return logit(Math.min(Math.max(opacity, OPACITY_MARGIN), 1 - OPACITY_MARGIN));
}

/** Returns the values that a renderer uses. A quaternion of length 0 counts as no rotation. */
export function activate(cloud: GaussianCloud): ActivatedGaussians {
  const { count } = cloud;
  const rotations = new Float32Array(count * 4);
  for (let i = 0; i < count * 4; i += 4) {
    const w = cloud.rotations[i];
    const x = cloud.rotations[i + 1];
    const y = cloud.rotations[i + 2];
    const z = cloud.rotations[i + 3];
    const length = Math.sqrt(w * w + x * x + y * y + z * z);
    rotations[i] = length > 0 ? w / length : 1;
    rotations[i + 1] = length > 0 ? x / length : 0;
    rotations[i + 2] = length > 0 ? y / length : 0;
    rotations[i + 3] = length > 0 ? z / length : 0;
  }
  return {
    count,
    positions: cloud.positions.slice(),
    scales: cloud.logScales.map(Math.exp),
    rotations,
    opacities: cloud.opacityLogits.map(sigmoid),
    colors: cloud.shDc.map((c) => 0.5 + SH_C0 * c),
  };
}

/**
 * Returns the cloud whose activation is what is given.
 *
 * @throws {RangeError} When the arrays do not speak of the same number of Gaussians.
 */
export function cloudFromActivated(parts: CloudParts): GaussianCloud {
  const count = parts.opacities.length;
  const expect = (name: string, found: number, each: number) => {
    if (found !== count * each) {
      throw new RangeError(
        `Cannot make a cloud of ${count} Gaussians: ${name} has ${found} values, not ${
          count * each
        }`,
      );
    }
  };
  expect("positions", parts.positions.length, 3);
  expect("scales", parts.scales.length, 3);
  expect("colors", parts.colors.length, 3);
  if (parts.rotations) expect("rotations", parts.rotations.length, 4);
  const cloud = emptyCloud(count, shDegreeOf(parts.shRest?.length ?? 0, count), parts.up);
  cloud.positions.set(parts.positions);
  if (parts.rotations) cloud.rotations.set(parts.rotations);
  else for (let i = 0; i < count; i++) cloud.rotations[i * 4] = 1;
  if (parts.shRest) cloud.shRest.set(parts.shRest);
  for (let i = 0; i < count; i++) {
    cloud.opacityLogits[i] = finiteLogit(parts.opacities[i]);
  }
  for (let i = 0; i < count * 3; i++) {
    cloud.logScales[i] = Math.log(parts.scales[i]);
    cloud.shDc[i] = (parts.colors[i] - 0.5) / SH_C0;
  }
  return cloud;
}

function shDegreeOf(restLength: number, count: number): ShDegree {
  for (const degree of [0, 1, 2, 3] as const) {
    if (restLength === ((degree + 1) ** 2 - 1) * 3 * count) return degree;
  }
  throw new RangeError(
    `Cannot make a cloud of ${count} Gaussians: shRest has ${restLength} values, not 0, 9, 24 or 45 each`,
  );
}
