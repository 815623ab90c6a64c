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
import type { GaussianCloud } from "../cloud.ts";
import { withShDegree } from "../transform.ts";
import { checkFinite, farthestOf } from "./finite.ts";
import { littleEndianWords } from "./little_endian.ts";

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

/** Returns how many bytes each plane has of one Gaussian, in their order. */
export function recordSizes({ version, shDegree }: SpzLayout): number[] {
  return [
    version === 1 ? 6 : 9,
    1,
    3,
    3,
    version < 3 ? 3 : 4,
    ((shDegree + 1) ** 2 - 1) * 3,
  ];
}

/** Returns the sizes of the planes in bytes, in their order. */
export function planeSizes(layout: SpzLayout): number[] {
  return recordSizes(layout).map((size) => size * layout.count);
}

/**
 * Returns how a cloud is laid out: 12 bits after the point, or as many as leave room for the
 * farthest position.
 *
 * @throws {RangeError} When a value is not finite or a position farther than 8388607.
 */
export function layoutOf(cloud: GaussianCloud, version: SpzVersion): SpzLayout {
  // Harmonics, most of all values, are looked at where they are written.
  checkFinite(withShDegree(cloud, 0), "SPZ");
  const farthest = farthestOf(cloud.positions);
  for (let fractionalBits = DEFAULT_FRACTIONAL_BITS; fractionalBits >= 0; fractionalBits--) {
    if (roundAway(farthest * 2 ** fractionalBits) < 2 ** 23) {
      return { version, count: cloud.count, shDegree: cloud.shDegree, fractionalBits };
    }
  }
  throw new RangeError(`Cannot write SPZ: a position is ${farthest}; keep them within ±8388607`);
}

/**
 * Writes the planes one after the other to `bytes`, from `at` on; version 2 or later.
 *
 * @throws {RangeError} When a harmonic is not finite.
 */
export function writePlanes(
  cloud: GaussianCloud,
  layout: SpzLayout,
  bytes: Uint8Array,
  at: number,
): void {
  const [positions, alphas, colors, scales, rotations, harmonics] = planeSizes(layout)
    .map((size) => bytes.subarray(at, at += size));
  writePositions(cloud.positions, layout.fractionalBits, positions);
  writeAlphas(cloud.opacityLogits, alphas);
  writeLinear(cloud.shDc, COLOR_SCALE * 255, 127.5, colors);
  writeLinear(cloud.logScales, 16, 160, scales);
  if (layout.version < 3) writeFirstThree(cloud.rotations, rotations);
  else writeSmallestThree(cloud.rotations, rotations);
  const isFinite = writeHarmonics(
    cloud.shRest,
    ((cloud.shDegree + 1) ** 2 - 1) * 3,
    harmonics,
  );
  if (!isFinite) checkFinite(cloud, "SPZ");
}

/** Reads some Gaussians of a plane: their bytes, and the index of the first. */
export type ReadPlane = (records: Uint8Array, first: number) => void;

/**
 * Returns what reads each plane into a cloud, in their order. Degrees that the cloud has not are
 * left out; what it has beyond those of the file stays as it is.
 */
export function planeReaders(layout: SpzLayout, cloud: GaussianCloud): ReadPlane[] {
  const { version, shDegree, fractionalBits } = layout;
  const stored = ((shDegree + 1) ** 2 - 1) * 3;
  const kept = ((cloud.shDegree + 1) ** 2 - 1) * 3;
  const positions = version === 1
    ? readHalfPositions
    : (from: Uint8Array, to: Float32Array) => readPositions(from, fractionalBits, to);
  const planes: [Float32Array, number, (from: Uint8Array, to: Float32Array) => void][] = [
    [cloud.positions, 3, positions],
    [cloud.opacityLogits, 1, (from, to) => readTable(from, LOGIT_OF_BYTE, to)],
    [cloud.shDc, 3, (from, to) => readTable(from, COLOR_OF_BYTE, to)],
    [cloud.logScales, 3, (from, to) => readTable(from, LOG_SCALE_OF_BYTE, to)],
    [cloud.rotations, 4, version < 3 ? readFirstThree : readSmallestThree],
    [cloud.shRest, kept, (from, to) => readHarmonics(from, stored, kept, to)],
  ];
  const sizes = recordSizes(layout);
  return planes.map(([target, width, read], plane) => (records, first) => {
    const end = first + records.length / sizes[plane];
    read(records, target.subarray(first * width, end * width));
  });
}

// One loop for each plane, over arrays and numbers only: that is what the compiler makes fast.

function writePositions(from: Float32Array, fractionalBits: number, to: Uint8Array): void {
  const halfSteps = 2 ** (fractionalBits + 1);
  for (let i = 0; i < from.length; i++) {
    const at = i * 3;
    // Rounds halves away from zero without asking for the sign, which no processor could guess.
    const halves = (from[i] * halfSteps) | 0;
    const sign = halves >> 31;
    const fixed = ((((halves ^ sign) - sign + 1) >> 1) ^ sign) - sign;
    to[at] = fixed;
    to[at + 1] = fixed >> 8;
    to[at + 2] = fixed >> 16;
  }
}

function readPositions(from: Uint8Array, fractionalBits: number, to: Float32Array): void {
  // 24 bits lie at the top of 32, so that they carry their sign.
  const step = 2 ** -(fractionalBits + 8);
  const words = littleEndianWords(from);
  // Three words hold four numbers.
  const whole = to.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const at = i / 4 * 3;
    const a = words[at];
    const b = words[at + 1];
    const c = words[at + 2];
    to[i] = (a << 8) * step;
    to[i + 1] = (a >>> 16 & 0xff00 | b << 16) * step;
    to[i + 2] = (b >>> 8 & 0xffff00 | c << 24) * step;
    to[i + 3] = (c & ~0xff) * step;
  }
  for (let i = whole; i < to.length; i++) {
    const at = i * 3;
    to[i] = (from[at] << 8 | from[at + 1] << 16 | from[at + 2] << 24) * step;
  }
}

function readHalfPositions(from: Uint8Array, to: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = fromFloat16(from[i * 2] | (from[i * 2 + 1] << 8));
}

function writeAlphas(from: Float32Array, to: Uint8Array): void {
  for (let i = 0; i < from.length; i++) to[i] = toByte(sigmoid(from[i]) * 255);
}

/** Writes bytes of `value * factor + summand`. */
function writeLinear(from: Float32Array, factor: number, summand: number, to: Uint8Array): void {
  for (let i = 0; i < from.length; i++) to[i] = toByte(from[i] * factor + summand);
}

/** Reads what each byte stands for. */
function readTable(from: Uint8Array, meaning: Float32Array, to: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = meaning[from[i]];
}

function readHarmonics(from: Uint8Array, stored: number, kept: number, to: Float32Array): void {
  if (stored === kept) return readTable(from, HARMONIC_OF_BYTE, to);
  const common = Math.min(stored, kept);
  for (let i = 0; i < to.length / kept; i++) {
    const record = from.subarray(i * stored, (i + 1) * stored);
    readTable(record, HARMONIC_OF_BYTE, to.subarray(i * kept, i * kept + common));
  }
}

/** Writes harmonics; says whether all of them are finite. */
function writeHarmonics(from: Float32Array, each: number, to: Uint8Array): boolean {
  // Nothing times anything is nothing, unless that is infinite or not a number.
  let nothing = 0;
  for (let first = 0; first < from.length; first += each) {
    const fineEnd = first + Math.min(each, FINE_HARMONICS);
    for (let i = first; i < fineEnd; i++) {
      nothing += from[i] * 0;
      to[i] = quantizeHarmonic(from[i], 8);
    }
    for (let i = fineEnd; i < first + each; i++) {
      nothing += from[i] * 0;
      to[i] = quantizeHarmonic(from[i], 16);
    }
  }
  return nothing === 0;
}

function writeFirstThree(q: Float32Array, to: Uint8Array): void {
  const bits = new Int32Array(q.buffer, q.byteOffset, q.length);
  for (let i = 0; i < q.length >> 2; i++) {
    const from = i * 4;
    const at = i * 3;
    const length = lengthOf(q, from);
    const factor = length > 0 ? (127.5 - 255 * isNegative(bits[from])) / length : 0;
    to[at] = toByte(q[from + 1] * factor + 127.5);
    to[at + 1] = toByte(q[from + 2] * factor + 127.5);
    to[at + 2] = toByte(q[from + 3] * factor + 127.5);
  }
}

function readFirstThree(from: Uint8Array, q: Float32Array): void {
  for (let i = 0; i < q.length >> 2; i++) {
    const part = i * 3;
    const at = i * 4;
    const x = PART_OF_BYTE[from[part]];
    const y = PART_OF_BYTE[from[part + 1]];
    const z = PART_OF_BYTE[from[part + 2]];
    q[at] = Math.sqrt(Math.max(0, 1 - (x * x + y * y + z * z)));
    q[at + 1] = x;
    q[at + 2] = y;
    q[at + 3] = z;
  }
}

/** A part of 1/√2, the most that one of the three smallest can be. */
const MOST_MAGNITUDE = 511;

// The three smallest of x, y, z, w, ten bits each: the first on top, the last at the low end. Which
// one is left out stands above them. Tables by that one say where the others are, as branches that
// no processor can guess would take most of the time.
const LEFT_OUT_AT = Uint8Array.of(1, 2, 3, 0);
const FIRST_AT = Uint8Array.of(2, 1, 1, 1);
const SECOND_AT = Uint8Array.of(3, 3, 2, 2);
const THIRD_AT = Uint8Array.of(0, 0, 0, 3);

function writeSmallestThree(q: Float32Array, to: Uint8Array): void {
  const bits = new Int32Array(q.buffer, q.byteOffset, q.length);
  for (let at = 0; at < q.length; at += 4) {
    const length = lengthOf(q, at);
    // No rotation leaves out w, which is 1.
    let packed = 3 << 30;
    if (length > 0) {
      const factor = MOST_MAGNITUDE * Math.SQRT2 / length;
      const largest = largestPart(bits, at);
      const turned = isNegative(bits[at + LEFT_OUT_AT[largest]]);
      const first = at + FIRST_AT[largest];
      const second = at + SECOND_AT[largest];
      const third = at + THIRD_AT[largest];
      packed = largest << 30 |
        (isNegative(bits[first]) ^ turned) << 29 | (Math.abs(q[first]) * factor + 0.5) << 20 |
        (isNegative(bits[second]) ^ turned) << 19 | (Math.abs(q[second]) * factor + 0.5) << 10 |
        (isNegative(bits[third]) ^ turned) << 9 | (Math.abs(q[third]) * factor + 0.5);
    }
    to[at] = packed;
    to[at + 1] = packed >> 8;
    to[at + 2] = packed >> 16;
    to[at + 3] = packed >> 24;
  }
}

/** Returns which of x, y, z and w is the farthest from 0, the first of equals. */
function largestPart(bits: Int32Array, at: number): number {
  // Magnitudes of floats are in the order of their bits.
  let most = bits[at + 1] & 0x7fffffff;
  let largest = 0;
  for (let part = 1; part < 4; part++) {
    const magnitude = bits[at + (part + 1 & 3)] & 0x7fffffff;
    const isLarger = (most - magnitude) >> 31;
    most ^= (most ^ magnitude) & isLarger;
    largest ^= (largest ^ part) & isLarger;
  }
  return largest;
}

/** Returns 1 when the bits are those of a float below 0, which −0 is not; otherwise 0. */
function isNegative(bits: number): number {
  return (bits & -(bits & 0x7fffffff)) >>> 31;
}

function readSmallestThree(from: Uint8Array, q: Float32Array): void {
  const words = littleEndianWords(from);
  for (let i = 0; i < words.length; i++) {
    const at = i * 4;
    const packed = words[i];
    const third = PART_OF_TEN_BITS[packed & 1023];
    const second = PART_OF_TEN_BITS[packed >> 10 & 1023];
    const first = PART_OF_TEN_BITS[packed >> 20 & 1023];
    const leftOut = packed >>> 30;
    q[at + THIRD_AT[leftOut]] = third;
    q[at + SECOND_AT[leftOut]] = second;
    q[at + FIRST_AT[leftOut]] = first;
    q[at + LEFT_OUT_AT[leftOut]] = Math.sqrt(
      Math.max(0, 1 - (third * third + second * second + first * first)),
    );
  }
}

function lengthOf(q: Float32Array, at: number): number {
  const w = q[at];
  const x = q[at + 1];
  const y = q[at + 2];
  const z = q[at + 3];
  return Math.sqrt(w * w + x * x + y * y + z * z);
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

/** Values of a harmonic that are kept in finer steps: those of degree 1. */
const FINE_HARMONICS = 9;

// What bytes stand for, so that reading them takes no arithmetic.
const LOGIT_OF_BYTE = tableOf((byte) => finiteLogit(byte / 255));
const COLOR_OF_BYTE = tableOf((byte) => (byte / 255 - 0.5) / COLOR_SCALE);
const LOG_SCALE_OF_BYTE = tableOf((byte) => byte / 16 - 10);
const HARMONIC_OF_BYTE = tableOf((byte) => (byte - 128) / 128);
/** In double precision, as the largest part is made of these. */
const PART_OF_BYTE = Float64Array.from({ length: 256 }, (_, byte) => byte / 127.5 - 1);
const PART_OF_TEN_BITS = Float64Array.from({ length: 1024 }, (_, bits) => {
  const magnitude = Math.SQRT1_2 * (bits & 511) / MOST_MAGNITUDE;
  return bits & 512 ? -magnitude : magnitude;
});

function tableOf(meaning: (byte: number) => number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => meaning(byte));
}
