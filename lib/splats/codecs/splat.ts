/**
 * `.splat`, the plain format of early web viewers: 32 bytes for each Gaussian and nothing else.
 *
 * | Bytes | Content |
 * |---|---|
 * | 0–11 | centre, three float32 |
 * | 12–23 | standard deviations, three float32, not logarithms |
 * | 24–27 | R, G, B and opacity, u8 of 0 to 1 |
 * | 28–31 | quaternion w, x, y, z, u8 = q · 128 + 128 |
 *
 * No harmonics, no axes, no signature. Source: antimatter15/splat.
 *
 * @module
 */
import { finiteLogit, sigmoid } from "../activation.ts";
import { emptyCloud, type GaussianCloud, SH_C0 } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import { withShDegree } from "../transform.ts";
import { type DecodeOptions, MAX_GAUSSIANS } from "./decode_options.ts";
import { checkFinite, farthestOf } from "./finite.ts";

const fail: Fail = failAs("splat");

const ROW_BYTES = 32;

/** Positions and sizes from here on are not those of a `.splat`. */
const TOO_FAR = 1e6;

/**
 * Quaternions shorter than a tenth say nothing any more in bytes. Not all are of unit length, as
 * splat-transform 3.7.0 writes those of a PLY as they are; four zero bytes are no quaternion.
 */
const LEAST_SQUARES = 0.01;

/** Rows looked at to tell whether bytes are a `.splat`. */
const SAMPLE_ROWS = 64;

/**
 * Says whether bytes may be a `.splat`. There is no signature: the length must be whole rows, and
 * in the first of them positions and sizes must be those of a model and quaternions not too short.
 */
export function isSplat(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.length % ROW_BYTES === 0 && isSplatHead(bytes);
}

/** Says whether bytes may be the beginning of a `.splat`. */
export function isSplatHead(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(bytes.length - ROW_BYTES, (SAMPLE_ROWS - 1) * ROW_BYTES);
  for (let at = 0; at <= end; at += ROW_BYTES) {
    for (let i = 0; i < 3; i++) {
      const position = view.getFloat32(at + i * 4, true);
      const scale = view.getFloat32(at + 12 + i * 4, true);
      if (!(Math.abs(position) < TOO_FAR && scale >= 0 && scale < TOO_FAR)) return false;
    }
    let squares = 0;
    for (let i = 28; i < 32; i++) squares += ((bytes[at + i] - 128) / 128) ** 2;
    if (squares < LEAST_SQUARES || squares === 4) return false;
  }
  return true;
}

/**
 * Writes a `.splat`; harmonics are lost, and opacities and colours kept in steps of 1/255.
 *
 * @throws {RangeError} When {@linkcode isSplat} would not know it again: there is no Gaussian, a
 * value is not finite, or a position or size is a million or more.
 */
export function encodeSplat(cloud: GaussianCloud): Uint8Array {
  if (cloud.count === 0) throw new RangeError("Cannot write .splat: no Gaussian is no file");
  checkFinite(withShDegree(cloud, 0), ".splat");
  checkReach("position", cloud.positions, Math.abs);
  checkReach("size", cloud.logScales, Math.exp);
  const bytes = new Uint8Array(cloud.count * ROW_BYTES);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < cloud.count; i++) {
    const at = i * ROW_BYTES;
    for (let axis = 0; axis < 3; axis++) {
      view.setFloat32(at + axis * 4, cloud.positions[i * 3 + axis], true);
      view.setFloat32(at + 12 + axis * 4, Math.exp(cloud.logScales[i * 3 + axis]), true);
      bytes[at + 24 + axis] = toByte((0.5 + SH_C0 * cloud.shDc[i * 3 + axis]) * 255);
    }
    bytes[at + 27] = toByte(sigmoid(cloud.opacityLogits[i]) * 255);
    const q = cloud.rotations.subarray(i * 4, i * 4 + 4);
    const length = Math.hypot(...q);
    for (let part = 0; part < 4; part++) {
      const value = length > 0 ? q[part] / length : part === 0 ? 1 : 0;
      bytes[at + 28 + part] = toByte(value * 128 + 128);
    }
  }
  return bytes;
}

/** Reads a `.splat`. @throws {SplatFormatError} When it is not whole rows or has too many. */
export function decodeSplat(bytes: Uint8Array, options: DecodeOptions = {}): GaussianCloud {
  const { maxGaussians = MAX_GAUSSIANS, up = "+y" } = options;
  const count = bytes.length / ROW_BYTES;
  if (!Number.isInteger(count) || count === 0) {
    fail(Math.floor(count) * ROW_BYTES, "length", bytes.length, "rows of 32 bytes, one at least");
  }
  if (count > maxGaussians) fail(0, "number of rows", count, `at most ${maxGaussians}`);
  const cloud = emptyCloud(count, 0, up);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < count; i++) {
    const at = i * ROW_BYTES;
    for (let axis = 0; axis < 3; axis++) {
      cloud.positions[i * 3 + axis] = view.getFloat32(at + axis * 4, true);
      cloud.logScales[i * 3 + axis] = Math.log(view.getFloat32(at + 12 + axis * 4, true));
      cloud.shDc[i * 3 + axis] = (bytes[at + 24 + axis] / 255 - 0.5) / SH_C0;
    }
    const opacity = bytes[at + 27] / 255;
    cloud.opacityLogits[i] = finiteLogit(opacity);
    for (let part = 0; part < 4; part++) {
      cloud.rotations[i * 4 + part] = (bytes[at + 28 + part] - 128) / 128;
    }
  }
  return cloud;
}

function checkReach(what: string, values: Float32Array, reachOf: (value: number) => number): void {
  // Neither a position nor the logarithm of a size, where all are closer to 0 than that of the bound.
  if (farthestOf(values) < Math.log(TOO_FAR) - 0.1) return;
  const at = values.findIndex((value) => Math.fround(reachOf(value)) >= TOO_FAR);
  if (at < 0) return;
  throw new RangeError(
    `Cannot write .splat: a ${what} of Gaussian ${Math.floor(at / 3)} is ` +
      `${reachOf(values[at]).toPrecision(4)}; scale the cloud, or write ply or spz, ` +
      `which hold more than ${TOO_FAR}`,
  );
}

function toByte(value: number): number {
  return Math.round(Math.min(Math.max(value, 0), 255)) || 0;
}
