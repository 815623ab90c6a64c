/**
 * The inside of SPZ: how each attribute is quantised, and the planes in which they lie.
 *
 * Encodings. Source: nianticlabs/spz and 404-Repo/spz (version 2 of the header):
 * - position: 24-bit signed fixed point, `fractionalBits` of them after the point;
 * - alpha: u8 = 255 · sigmoid; colour: u8 = c · 0.15 · 255 + 127.5;
 * - scale: u8 = (ln σ + 10) · 16;
 * - rotation: x, y, z of the unit quaternion with w ≥ 0, u8 = q · 127.5 + 127.5;
 * - harmonics: u8 = c · 128 + 128, in steps of 8 (degree 1) or 16 (degrees 2 and 3).
 *
 * @module
 */
import { logit, sigmoid } from "../activation.ts";
import { emptyCloud, type GaussianCloud, type ShDegree, type UpAxis } from "../cloud.ts";
import { SplatFormatError } from "../format_error.ts";

/** Bytes of the header within the compressed stream. */
export const SPZ_HEADER_BYTES = 16;

/** "NGSP", little-endian. */
export const SPZ_MAGIC = 0x5053474e;

/** Bits after the point of a position unless the cloud is too wide. Source: nianticlabs/spz. */
const DEFAULT_FRACTIONAL_BITS = 12;

/** Scale of colours. Source: nianticlabs/spz. */
const COLOR_SCALE = 0.15;

/** Alphas 0 and 255 stand for infinite logits; this keeps them finite. */
const ALPHA_MARGIN = 1e-6;

/** What the header within the stream says. */
export interface SpzHeader {
  readonly version: number;
  readonly count: number;
  readonly shDegree: ShDegree;
  readonly fractionalBits: number;
  readonly isAntialiased: boolean;
}

/** Bytes that one Gaussian takes in the planes of version 2. */
export function bytesPerGaussian(shDegree: ShDegree): number {
  return 9 + 1 + 3 + 3 + 3 + ((shDegree + 1) ** 2 - 1) * 3;
}

/** Writes header and planes of version 2. @throws {RangeError} When a position is not finite. */
export function encodePlanes(cloud: GaussianCloud): Uint8Array {
  const { count, shDegree } = cloud;
  const fractionalBits = fractionalBitsFor(cloud);
  const bytes = new Uint8Array(SPZ_HEADER_BYTES + count * bytesPerGaussian(shDegree));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, SPZ_MAGIC, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, count, true);
  view.setUint8(12, shDegree);
  view.setUint8(13, fractionalBits);

  let at = SPZ_HEADER_BYTES;
  for (const value of cloud.positions) {
    const fixed = roundAway(value * 2 ** fractionalBits);
    bytes[at++] = fixed;
    bytes[at++] = fixed >> 8;
    bytes[at++] = fixed >> 16;
  }
  for (const value of cloud.opacityLogits) bytes[at++] = toByte(sigmoid(value) * 255);
  for (const value of cloud.shDc) bytes[at++] = toByte(value * (COLOR_SCALE * 255) + 127.5);
  for (const value of cloud.logScales) bytes[at++] = toByte((value + 10) * 16);
  for (let i = 0; i < count * 4; i += 4) {
    const w = cloud.rotations[i];
    const x = cloud.rotations[i + 1];
    const y = cloud.rotations[i + 2];
    const z = cloud.rotations[i + 3];
    const length = Math.sqrt(w * w + x * x + y * y + z * z);
    const factor = length > 0 ? (w < 0 ? -127.5 : 127.5) / length : 0;
    bytes[at++] = toByte(x * factor + 127.5);
    bytes[at++] = toByte(y * factor + 127.5);
    bytes[at++] = toByte(z * factor + 127.5);
  }
  const rest = ((shDegree + 1) ** 2 - 1) * 3;
  for (let i = 0; i < count * rest; i++) {
    bytes[at++] = quantizeHarmonic(cloud.shRest[i], i % rest < 9 ? 8 : 16);
  }
  return bytes;
}

/**
 * Reads header and planes of version 2.
 *
 * @throws {SplatFormatError} When they are malformed, or not exactly as long as they declare.
 */
export function decodePlanes(
  bytes: Uint8Array,
  options: { readonly format: string; readonly maxGaussians: number; readonly up: UpAxis },
): GaussianCloud {
  const { format, maxGaussians, up } = options;
  const { count, shDegree, fractionalBits } = readSpzHeader(bytes, format, [2]);
  if (count > maxGaussians) {
    throw new SplatFormatError({
      format,
      offset: 8,
      field: "count",
      found: count,
      expected: `at most ${maxGaussians}`,
    });
  }
  const length = SPZ_HEADER_BYTES + count * bytesPerGaussian(shDegree);
  if (bytes.length !== length) {
    throw new SplatFormatError({
      format,
      offset: SPZ_HEADER_BYTES,
      field: "planes",
      found: `${bytes.length} bytes with the header`,
      expected: `${length} for ${count} Gaussians of degree ${shDegree}`,
    });
  }
  const cloud = emptyCloud(count, shDegree, up);
  const { positions, opacityLogits, shDc, logScales, rotations, shRest } = cloud;

  let at = SPZ_HEADER_BYTES;
  const step = 2 ** -fractionalBits;
  for (let i = 0; i < count * 3; i++) {
    // The shifts by 8 carry the sign of the third byte.
    positions[i] = ((bytes[at] << 8 | bytes[at + 1] << 16 | bytes[at + 2] << 24) >> 8) * step;
    at += 3;
  }
  for (let i = 0; i < count; i++) opacityLogits[i] = LOGIT_OF_BYTE[bytes[at++]];
  for (let i = 0; i < count * 3; i++) shDc[i] = (bytes[at++] / 255 - 0.5) / COLOR_SCALE;
  for (let i = 0; i < count * 3; i++) logScales[i] = bytes[at++] / 16 - 10;
  for (let i = 0; i < count * 4; i += 4) {
    const x = bytes[at++] / 127.5 - 1;
    const y = bytes[at++] / 127.5 - 1;
    const z = bytes[at++] / 127.5 - 1;
    rotations[i] = Math.sqrt(Math.max(0, 1 - (x * x + y * y + z * z)));
    rotations[i + 1] = x;
    rotations[i + 2] = y;
    rotations[i + 3] = z;
  }
  for (let i = 0; i < shRest.length; i++) shRest[i] = (bytes[at++] - 128) / 128;
  return cloud;
}

/** Reads the header within the stream. @throws {SplatFormatError} When it is malformed. */
export function readSpzHeader(
  bytes: Uint8Array,
  format: string,
  versions: readonly number[],
): SpzHeader {
  const check = (
    isRight: boolean,
    offset: number,
    field: string,
    found: number | string,
    expected: string,
  ) => {
    if (!isRight) throw new SplatFormatError({ format, offset, field, found, expected });
  };
  check(bytes.length >= SPZ_HEADER_BYTES, 0, "header", `${bytes.length} bytes`, "16");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0, true);
  check(magic === SPZ_MAGIC, 0, "magic", `0x${magic.toString(16)}`, "0x5053474e, NGSP");
  const version = view.getUint32(4, true);
  check(versions.includes(version), 4, "version", version, versions.join(" or "));
  const shDegree = view.getUint8(12);
  check(shDegree <= 3, 12, "harmonics degree", shDegree, "0 to 3");
  const fractionalBits = view.getUint8(13);
  check(fractionalBits <= 23, 13, "fractional bits", fractionalBits, "0 to 23");
  return {
    version,
    count: view.getUint32(8, true),
    shDegree: shDegree as ShDegree,
    fractionalBits,
    isAntialiased: (view.getUint8(14) & 1) !== 0,
  };
}

/** 12 bits after the point, or as many as leave room for the farthest position. */
function fractionalBitsFor(cloud: GaussianCloud): number {
  let farthest = 0;
  for (const value of cloud.positions) {
    if (!Number.isFinite(value)) {
      throw new RangeError(`Cannot write SPZ: a position is ${value}; remove that Gaussian first`);
    }
    farthest = Math.max(farthest, Math.abs(value));
  }
  for (let bits = DEFAULT_FRACTIONAL_BITS; bits >= 0; bits--) {
    if (roundAway(farthest * 2 ** bits) < 2 ** 23) return bits;
  }
  throw new RangeError(`Cannot write SPZ: a position is ${farthest}; keep them within ±8388607`);
}

/** Rounds to the nearest whole number, halves away from zero, as C++ does. */
function roundAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/** Rounds and keeps within 0 to 255; not-a-number becomes 0. */
function toByte(value: number): number {
  return Math.round(Math.min(Math.max(value, 0), 255)) || 0;
}

function quantizeHarmonic(value: number, bucket: number): number {
  const fine = roundAway(value * 128) + 128;
  return toByte(Math.trunc((fine + bucket / 2) / bucket) * bucket);
}

const LOGIT_OF_BYTE = Float32Array.from(
  { length: 256 },
  (_, byte) => logit(Math.min(Math.max(byte / 255, ALPHA_MARGIN), 1 - ALPHA_MARGIN)),
);
