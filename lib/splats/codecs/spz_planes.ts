/**
 * The planes of SPZ: one attribute of all Gaussians after the other, each quantised in its way.
 *
 * | Plane | Encoding |
 * |---|---|
 * | positions | 24-bit signed fixed point, `fractionalBits` after the point; version 1: float16 |
 * | alphas | u8 = 255 · sigmoid |
 * | colours | u8 = c · 0.15 · 255 + 127.5 |
 * | scales | u8 = (ln σ + 10) · 16 |
 * | rotations | versions 1 and 2: x, y, z with w ≥ 0, u8 = q · 127.5 + 127.5 |
 * | | versions 3 and 4: the three smallest as sign and 9 bits, and which is largest, in 32 bits |
 * | harmonics | u8 = c · 128 + 128, in steps of 8 (degree 1) or 16 (above) |
 *
 * Source: nianticlabs/spz and 404-Repo/spz.
 *
 * @module
 */
import { finiteLogit, sigmoid } from "../activation.ts";
import { emptyCloud, type GaussianCloud, type ShDegree, type UpAxis } from "../cloud.ts";

/** Versions of SPZ. */
export type SpzVersion = 1 | 2 | 3 | 4;

/** What the planes hold. */
export interface SpzLayout {
  /** Version of the encodings. */
  readonly version: SpzVersion;
  /** Number of Gaussians. */
  readonly count: number;
  /** Degree of the harmonics, 0 to 4. */
  readonly shDegree: number;
  /** Bits after the point of a position. */
  readonly fractionalBits: number;
}

/** Names of the planes in their order. */
export const SPZ_PLANES = [
  "positions",
  "alphas",
  "colors",
  "scales",
  "rotations",
  "harmonics",
] as const;

/** Bits after the point of a position unless the cloud is too wide. Source: nianticlabs/spz. */
const DEFAULT_FRACTIONAL_BITS = 12;

/** Scale of colours. Source: nianticlabs/spz. */
const COLOR_SCALE = 0.15;

/** Returns the sizes of the planes in bytes, in their order. */
export function planeSizes({ version, count, shDegree }: SpzLayout): number[] {
  return [
    count * (version === 1 ? 6 : 9),
    count,
    count * 3,
    count * 3,
    count * (version < 3 ? 3 : 4),
    count * ((shDegree + 1) ** 2 - 1) * 3,
  ];
}

/**
 * Returns how a cloud is laid out: 12 bits after the point, or as many as leave room for the
 * farthest position.
 *
 * @throws {RangeError} When a position is not finite or farther than 8388607.
 */
export function layoutOf(cloud: GaussianCloud, version: SpzVersion): SpzLayout {
  let farthest = 0;
  for (let i = 0; i < cloud.positions.length; i++) {
    const value = cloud.positions[i];
    if (!Number.isFinite(value)) {
      throw new RangeError(`Cannot write SPZ: a position is ${value}; remove that Gaussian first`);
    }
    farthest = Math.max(farthest, Math.abs(value));
  }
  for (let fractionalBits = DEFAULT_FRACTIONAL_BITS; fractionalBits >= 0; fractionalBits--) {
    if (roundAway(farthest * 2 ** fractionalBits) < 2 ** 23) {
      return { version, count: cloud.count, shDegree: cloud.shDegree, fractionalBits };
    }
  }
  throw new RangeError(`Cannot write SPZ: a position is ${farthest}; keep them within ±8388607`);
}

/** Writes the planes one after the other to `bytes`, from `at` on; version 2 or later. */
export function writePlanes(
  cloud: GaussianCloud,
  { version, count, fractionalBits }: SpzLayout,
  bytes: Uint8Array,
  at: number,
): void {
  const { positions, opacityLogits, shDc, logScales } = cloud;
  const steps = 2 ** fractionalBits;
  for (let i = 0; i < count * 3; i++) {
    const fixed = roundAway(positions[i] * steps);
    bytes[at++] = fixed;
    bytes[at++] = fixed >> 8;
    bytes[at++] = fixed >> 16;
  }
  for (let i = 0; i < count; i++) bytes[at++] = toByte(sigmoid(opacityLogits[i]) * 255);
  for (let i = 0; i < count * 3; i++) bytes[at++] = toByte(shDc[i] * (COLOR_SCALE * 255) + 127.5);
  for (let i = 0; i < count * 3; i++) bytes[at++] = toByte((logScales[i] + 10) * 16);
  const writeRotation = version < 3 ? writeFirstThree : writeSmallestThree;
  const rotationBytes = version < 3 ? 3 : 4;
  for (let i = 0; i < count; i++, at += rotationBytes) {
    writeRotation(cloud.rotations, i * 4, bytes, at);
  }
  const rest = ((cloud.shDegree + 1) ** 2 - 1) * 3;
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < rest; k++) {
      bytes[at++] = quantizeHarmonic(cloud.shRest[i * rest + k], k < 9 ? 8 : 16);
    }
  }
}

/** Reads planes of the sizes that {@linkcode planeSizes} gives; degree 4 is cut to 3. */
export function readPlanes(
  planes: readonly Uint8Array[],
  { version, count, shDegree, fractionalBits }: SpzLayout,
  up: UpAxis,
): GaussianCloud {
  const [positions, alphas, colors, scales, rotations, harmonics] = planes;
  const cloud = emptyCloud(count, Math.min(shDegree, 3) as ShDegree, up);
  if (version === 1) {
    for (let i = 0; i < count * 3; i++) {
      cloud.positions[i] = fromFloat16(positions[i * 2] | (positions[i * 2 + 1] << 8));
    }
  } else {
    const step = 2 ** -fractionalBits;
    for (let i = 0; i < count * 3; i++) {
      const at = i * 3;
      // The shifts by 8 carry the sign of the third byte.
      const fixed = (positions[at] << 8 | positions[at + 1] << 16 | positions[at + 2] << 24) >> 8;
      cloud.positions[i] = fixed * step;
    }
  }
  for (let i = 0; i < count; i++) cloud.opacityLogits[i] = LOGIT_OF_BYTE[alphas[i]];
  for (let i = 0; i < count * 3; i++) {
    cloud.shDc[i] = (colors[i] / 255 - 0.5) / COLOR_SCALE;
    cloud.logScales[i] = scales[i] / 16 - 10;
  }
  const readRotation = version < 3 ? readFirstThree : readSmallestThree;
  const rotationBytes = version < 3 ? 3 : 4;
  for (let i = 0; i < count; i++) {
    readRotation(rotations, i * rotationBytes, cloud.rotations, i * 4);
  }
  const stored = ((shDegree + 1) ** 2 - 1) * 3;
  const rest = ((cloud.shDegree + 1) ** 2 - 1) * 3;
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < rest; k++) {
      cloud.shRest[i * rest + k] = (harmonics[i * stored + k] - 128) / 128;
    }
  }
  return cloud;
}

function writeFirstThree(q: Float32Array, from: number, bytes: Uint8Array, at: number): void {
  const length = lengthOf(q, from);
  const factor = length > 0 ? (q[from] < 0 ? -127.5 : 127.5) / length : 0;
  for (let part = 0; part < 3; part++) {
    bytes[at + part] = toByte(q[from + 1 + part] * factor + 127.5);
  }
}

function readFirstThree(bytes: Uint8Array, from: number, q: Float32Array, at: number): void {
  const x = bytes[from] / 127.5 - 1;
  const y = bytes[from + 1] / 127.5 - 1;
  const z = bytes[from + 2] / 127.5 - 1;
  q[at] = Math.sqrt(Math.max(0, 1 - (x * x + y * y + z * z)));
  q[at + 1] = x;
  q[at + 2] = y;
  q[at + 3] = z;
}

/** Where parts x, y, z and w of SPZ are among our w, x, y and z. */
const PART_AT = [1, 2, 3, 0] as const;

function writeSmallestThree(q: Float32Array, from: number, bytes: Uint8Array, at: number): void {
  const length = lengthOf(q, from);
  const part = (i: number) => length > 0 ? q[from + PART_AT[i]] / length : i === 3 ? 1 : 0;
  let largest = 0;
  for (let i = 1; i < 4; i++) if (Math.abs(part(i)) > Math.abs(part(largest))) largest = i;
  const isTurned = part(largest) < 0;
  let packed = largest;
  for (let i = 0; i < 4; i++) {
    if (i === largest) continue;
    const value = part(i);
    const sign = (value < 0) !== isTurned ? 1 : 0;
    const magnitude = Math.min(511, Math.floor(511 * Math.abs(value) / Math.SQRT1_2 + 0.5));
    packed = (packed << 10) | (sign << 9) | magnitude;
  }
  for (let i = 0; i < 4; i++) bytes[at + i] = packed >>> (8 * i);
}

function readSmallestThree(bytes: Uint8Array, from: number, q: Float32Array, at: number): void {
  let packed = bytes[from] | bytes[from + 1] << 8 | bytes[from + 2] << 16 | bytes[from + 3] << 24;
  const largest = packed >>> 30;
  let squares = 0;
  for (let i = 3; i >= 0; i--) {
    if (i === largest) continue;
    const magnitude = Math.SQRT1_2 * (packed & 511) / 511;
    q[at + PART_AT[i]] = packed & 512 ? -magnitude : magnitude;
    squares += magnitude * magnitude;
    packed >>>= 10;
  }
  q[at + PART_AT[largest]] = Math.sqrt(Math.max(0, 1 - squares));
}

function lengthOf(q: Float32Array, at: number): number {
  return Math.sqrt(q[at] ** 2 + q[at + 1] ** 2 + q[at + 2] ** 2 + q[at + 3] ** 2);
}

/** Reads an IEEE 754 half-precision number. */
function fromFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const mantissa = bits & 1023;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa ? NaN : sign * Infinity;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

/** Rounds to the nearest whole number, halves away from zero, as C++ does. */
function roundAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/** Rounds and keeps within 0 to 255; not-a-number becomes 0. */
function toByte(value: number): number {
  // Not-a-number is not greater than 0 either. The cast cuts what follows the point.
  return value > 0 ? (value < 255 ? (value + 0.5) | 0 : 255) : 0;
}

function quantizeHarmonic(value: number, bucket: number): number {
  const fine = roundAway(value * 128) + 128;
  return toByte(Math.trunc((fine + bucket / 2) / bucket) * bucket);
}

const LOGIT_OF_BYTE = Float32Array.from({ length: 256 }, (_, byte) => finiteLogit(byte / 255));
