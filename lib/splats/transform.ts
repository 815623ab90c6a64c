/**
 * Clouds moved, turned, scaled, joined and thinned out. No function changes the cloud that it is
 * given, but for `moveCloud` and `flipAxes`, with which codecs spare themselves a copy; what stays as
 * it was may be shared.
 *
 * Only uniform scales: any other would shear the Gaussians' own axes, so that they were not
 * rotations and scales any more.
 *
 * @module
 */
import { emptyCloud, type GaussianCloud, type ShDegree, type UpAxis } from "./cloud.ts";
import {
  inverse,
  multiply,
  normalized,
  type Quaternion,
  rotationAbout,
  rotationMatrix,
  type Vector,
} from "./quaternion.ts";
import { harmonicRotations } from "./rotate_harmonics.ts";
import { evaluateHarmonics } from "./spherical_harmonics.ts";

/** A movement: points are scaled about the origin, then turned about it, then shifted. */
export interface Movement {
  /** Uniform scale, greater than 0. Default 1. */
  readonly scale?: number;
  /** Rotation (w, x, y, z), of any length. Default none. */
  readonly rotation?: Quaternion;
  /** Shift, world units. Default none. */
  readonly translation?: Vector;
}

/** A box along the axes. */
export interface Box {
  /** Least corner, world units. */
  readonly min: Vector;
  /** Greatest corner, world units. */
  readonly max: Vector;
}

/** Attributes with the number of values that each Gaussian has in them; `shRest` depends. */
const ATTRIBUTES = {
  positions: 3,
  logScales: 3,
  rotations: 4,
  opacityLogits: 1,
  shDc: 3,
} as const;

/** Turns an up direction to +y. */
const TO_Y_UP: Readonly<Record<UpAxis, Quaternion>> = {
  "+y": [1, 0, 0, 0],
  "-y": [0, 1, 0, 0],
  "+z": rotationAbout([1, 0, 0], -90),
};

/**
 * Returns the cloud moved: centres, axes, sizes and view-dependent colours alike.
 *
 * @throws {RangeError} When the scale is not a number greater than 0.
 */
export function transformCloud(cloud: GaussianCloud, movement: Movement): GaussianCloud {
  const moved = copyCloud(cloud);
  moveCloud(moved, movement);
  return moved;
}

/**
 * Moves a cloud where it is, or some Gaussians of one; see {@linkcode cloudRange}.
 *
 * @throws {RangeError} When the scale is not a number greater than 0.
 */
export function moveCloud(cloud: GaussianCloud, movement: Movement): void {
  const { scale = 1, translation = [0, 0, 0] } = movement;
  if (!(scale > 0 && scale < Infinity)) {
    throw new RangeError(`Cannot scale a cloud by ${scale}; use a number greater than 0`);
  }
  const { positions, logScales, rotations } = cloud;
  const turn = normalized(movement.rotation ?? [1, 0, 0, 0]);
  const m = rotationMatrix(turn);
  const logScale = Math.log(scale);
  for (let i = 0; i < cloud.count; i++) {
    const at = i * 3;
    const x = positions[at] * scale;
    const y = positions[at + 1] * scale;
    const z = positions[at + 2] * scale;
    positions[at] = m[0] * x + m[1] * y + m[2] * z + translation[0];
    positions[at + 1] = m[3] * x + m[4] * y + m[5] * z + translation[1];
    positions[at + 2] = m[6] * x + m[7] * y + m[8] * z + translation[2];
    for (let axis = at; axis < at + 3; axis++) logScales[axis] += logScale;
    const q = rotations.subarray(i * 4, i * 4 + 4);
    // One of length 0 is no rotation, and must not stay so when it is turned.
    const isNone = q[0] === 0 && q[1] === 0 && q[2] === 0 && q[3] === 0;
    q.set(isNone ? turn : multiply(turn, [q[0], q[1], q[2], q[3]]));
  }
  rotateHarmonics(cloud, m);
}

/** Returns the movement that does `inner` and then `outer`. */
export function composeMovements(outer: Movement, inner: Movement): Movement {
  const scale = outer.scale ?? 1;
  const turn = normalized(outer.rotation ?? [1, 0, 0, 0]);
  const m = rotationMatrix(turn);
  const [x, y, z] = (inner.translation ?? [0, 0, 0]).map((value) => value * scale);
  const shift = outer.translation ?? [0, 0, 0];
  return {
    scale: scale * (inner.scale ?? 1),
    rotation: normalized(multiply(turn, normalized(inner.rotation ?? [1, 0, 0, 0]))),
    translation: [
      m[0] * x + m[1] * y + m[2] * z + shift[0],
      m[3] * x + m[4] * y + m[5] * z + shift[1],
      m[6] * x + m[7] * y + m[8] * z + shift[2],
    ],
  };
}

/**
 * Mirrors a cloud where it is: each axis whose sign is −1 points the other way. A Gaussian is as
 * symmetric as its mirror image, so that this is exact.
 */
export function flipAxes(cloud: GaussianCloud, [sx, sy, sz]: Vector): void {
  const { positions, rotations, shRest, shDegree } = cloud;
  for (let i = 0; i < cloud.count; i++) {
    positions[i * 3] *= sx;
    positions[i * 3 + 1] *= sy;
    positions[i * 3 + 2] *= sz;
    // The axis of a rotation stands for a sense of turning, which a mirror turns round.
    rotations[i * 4 + 1] *= sy * sz;
    rotations[i * 4 + 2] *= sx * sz;
    rotations[i * 4 + 3] *= sx * sy;
  }
  if (shDegree === 0) return;
  // Each harmonic is even or odd along each axis: any direction where none is 0 tells.
  const [x, y, z] = [0.48, 0.6, 0.64];
  const plain = new Float64Array((shDegree + 1) ** 2 - 1);
  const mirrored = new Float64Array(plain.length);
  evaluateHarmonics(shDegree, x, y, z, plain);
  evaluateHarmonics(shDegree, x * sx, y * sy, z * sz, mirrored);
  const signs = plain.map((value, k) => Math.sign(value * mirrored[k]));
  const each = signs.length * 3;
  for (let at = 0; at < shRest.length; at++) shRest[at] *= signs[Math.floor(at % each / 3)];
}

/** Returns some Gaussians of a cloud, not copied: what is written to them is in the cloud. */
export function cloudRange(cloud: GaussianCloud, first: number, count: number): GaussianCloud {
  const range: Record<string, Float32Array> = {};
  for (const [name, each] of attributesOf(cloud.shDegree)) {
    range[name] = cloud[name].subarray(first * each, (first + count) * each);
  }
  return { ...cloud, ...range, count };
}

/** Returns the turn from an up direction to +y. */
export function turnToYUp(up: UpAxis): Quaternion {
  return TO_Y_UP[up];
}

/** Returns the same model with another direction of the axes up. */
export function reframeCloud(cloud: GaussianCloud, up: UpAxis): GaussianCloud {
  if (cloud.up === up) return cloud;
  const rotation = multiply(inverse(TO_Y_UP[up]), TO_Y_UP[cloud.up]);
  return { ...transformCloud(cloud, { rotation }), up };
}

/** Returns the box around all centres that are finite; least above greatest when none is. */
export function boundsOf({ positions }: GaussianCloud): Box {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 3) {
    // Three finite float32 have a finite sum in float64.
    if (!Number.isFinite(positions[at] + positions[at + 1] + positions[at + 2])) continue;
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[at + axis];
      if (value < min[axis]) min[axis] = value;
      if (value > max[axis]) max[axis] = value;
    }
  }
  return { min, max };
}

/** Returns the cloud shifted so that {@linkcode boundsOf} has its middle at the origin. */
export function recentreCloud(cloud: GaussianCloud): GaussianCloud {
  const { min, max } = boundsOf(cloud);
  if (min[0] > max[0]) return cloud;
  const middle = (axis: number) => (min[axis] + max[axis]) / 2;
  return transformCloud(cloud, { translation: [-middle(0), -middle(1), -middle(2)] });
}

/**
 * Returns all Gaussians of all clouds, with the highest degree among them.
 *
 * @throws {RangeError} When their up directions differ or there is no cloud.
 */
export function mergeClouds(clouds: readonly GaussianCloud[]): GaussianCloud {
  if (clouds.length === 0) throw new RangeError("Cannot merge clouds: none given");
  const { up } = clouds[0];
  const other = clouds.find((cloud) => cloud.up !== up);
  if (other) {
    throw new RangeError(
      `Cannot merge clouds: one has ${up} up, another ${other.up}; reframe one of them`,
    );
  }
  const degree = Math.max(...clouds.map((cloud) => cloud.shDegree)) as ShDegree;
  const merged = emptyCloud(clouds.reduce((sum, cloud) => sum + cloud.count, 0), degree, up);
  let first = 0;
  for (const cloud of clouds) {
    const same = withShDegree(cloud, degree);
    for (const [name, each] of attributesOf(degree)) merged[name].set(same[name], first * each);
    first += cloud.count;
  }
  return merged;
}

/** Returns the cloud with its harmonics cut at a lower degree, or filled with zeros. */
export function withShDegree(cloud: GaussianCloud, shDegree: ShDegree): GaussianCloud {
  if (cloud.shDegree === shDegree) return cloud;
  const from = restOf(cloud.shDegree);
  const to = restOf(shDegree);
  const shRest = new Float32Array(cloud.count * to);
  for (let i = 0; i < cloud.count; i++) {
    shRest.set(cloud.shRest.subarray(i * from, i * from + Math.min(from, to)), i * to);
  }
  return { ...cloud, shDegree, shRest };
}

/** Returns the Gaussians for which `keep` says so, in their order. */
export function filterCloud(
  cloud: GaussianCloud,
  keep: (index: number) => boolean,
): GaussianCloud {
  const kept: number[] = [];
  for (let i = 0; i < cloud.count; i++) if (keep(i)) kept.push(i);
  const filtered = emptyCloud(kept.length, cloud.shDegree, cloud.up);
  for (const [name, each] of attributesOf(cloud.shDegree)) {
    const source = cloud[name];
    const target = filtered[name];
    kept.forEach((from, to) => {
      for (let part = 0; part < each; part++) target[to * each + part] = source[from * each + part];
    });
  }
  return filtered;
}

/** Returns the Gaussians whose centres are in a box, its faces included. */
export function cropCloud(cloud: GaussianCloud, { min, max }: Box): GaussianCloud {
  return filterCloud(cloud, (i) =>
    [0, 1, 2].every((axis) => {
      const value = cloud.positions[i * 3 + axis];
      return value >= min[axis] && value <= max[axis];
    }));
}

/**
 * Returns the `count` Gaussians that cover most, by opacity times the area of their two longest
 * axes, in their order. The others are dropped, not merged into these.
 */
export function decimateCloud(cloud: GaussianCloud, count: number): GaussianCloud {
  if (count >= cloud.count) return cloud;
  const weights = new Float64Array(cloud.count);
  for (let i = 0; i < cloud.count; i++) {
    const [a, b, c] = cloud.logScales.subarray(i * 3, i * 3 + 3);
    // The two greatest; a size of 0 has no finite logarithm, which a difference would not survive.
    const area = Math.max(a, b) + Math.max(Math.min(a, b), c);
    // ln of opacity · σ · σ: ln sigmoid(x) is −ln(1 + e^−x).
    const weight = area - Math.log1p(Math.exp(-cloud.opacityLogits[i]));
    weights[i] = Number.isNaN(weight) ? -Infinity : weight;
  }
  const order = Uint32Array.from({ length: cloud.count }, (_, i) => i)
    .sort((a, b) => weights[b] > weights[a] ? 1 : weights[b] < weights[a] ? -1 : a - b);
  const kept = new Set(order.subarray(0, Math.max(0, count)));
  return filterCloud(cloud, (i) => kept.has(i));
}

function rotateHarmonics({ count, shDegree, shRest }: GaussianCloud, matrix: Float64Array): void {
  const rest = restOf(shDegree);
  const turned = new Float64Array(3 * (2 * shDegree + 1));
  harmonicRotations(shDegree, matrix).forEach((rotation, band) => {
    const size = 2 * (band + 1) + 1;
    const first = ((band + 1) ** 2 - 1) * 3;
    for (let i = 0; i < count; i++) {
      const at = i * rest + first;
      for (let row = 0; row < size; row++) {
        for (let channel = 0; channel < 3; channel++) {
          let sum = 0;
          for (let k = 0; k < size; k++) {
            sum += rotation[row * size + k] * shRest[at + k * 3 + channel];
          }
          turned[row * 3 + channel] = sum;
        }
      }
      for (let k = 0; k < size * 3; k++) shRest[at + k] = turned[k];
    }
  });
}

function copyCloud(cloud: GaussianCloud): GaussianCloud {
  const copy = emptyCloud(cloud.count, cloud.shDegree, cloud.up);
  for (const [name] of attributesOf(cloud.shDegree)) copy[name].set(cloud[name]);
  return copy;
}

type Attribute = keyof typeof ATTRIBUTES | "shRest";

function attributesOf(shDegree: ShDegree): [Attribute, number][] {
  return [
    ...Object.entries(ATTRIBUTES) as [Attribute, number][],
    ["shRest", restOf(shDegree)],
  ];
}

/** Values of `shRest` per Gaussian. */
function restOf(shDegree: ShDegree): number {
  return ((shDegree + 1) ** 2 - 1) * 3;
}
