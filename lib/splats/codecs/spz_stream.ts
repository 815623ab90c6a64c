/**
 * The stream of SPZ versions 1 to 3: a header of 16 bytes, the planes and perhaps extensions.
 * What compresses it is the container's matter.
 *
 * @module
 */
import type { GaussianCloud, UpAxis } from "../cloud.ts";
import { type FormatProblem, SplatFormatError } from "../format_error.ts";
import { readSpzExtensions } from "./spz_extensions.ts";
import {
  layoutOf,
  planeSizes,
  readPlanes,
  type SpzLayout,
  type SpzVersion,
  writePlanes,
} from "./spz_planes.ts";

/** Bytes of the header. */
export const SPZ_HEADER_BYTES = 16;

/** "NGSP", little-endian. */
export const SPZ_MAGIC = 0x5053474e;

/** Bit of the flags that says that extensions are there. */
export const SPZ_HAS_EXTENSIONS = 2;

/** How a stream is read. */
export interface ReadStreamOptions {
  /** The format as errors name it. */
  readonly format: string;
  /** Versions taken. */
  readonly versions: readonly SpzVersion[];
  /** Most Gaussians taken. */
  readonly maxGaussians: number;
  /** Up direction of the stored axes unless an extension says otherwise. */
  readonly up: UpAxis;
}

/** The most bytes that a stream of so many Gaussians has, extensions aside. */
export function mostStreamBytes(maxGaussians: number): number {
  return SPZ_HEADER_BYTES + maxGaussians * (9 + 1 + 3 + 3 + 4 + 72);
}

/** Writes a stream. @throws {RangeError} When a position is not finite or too far. */
export function writeSpzStream(cloud: GaussianCloud, version: 2 | 3): Uint8Array {
  const layout = layoutOf(cloud, version);
  const length = planeSizes(layout).reduce((sum, size) => sum + size, SPZ_HEADER_BYTES);
  const bytes = new Uint8Array(length);
  writeSpzHeader(bytes, layout);
  writePlanes(cloud, layout, bytes, SPZ_HEADER_BYTES);
  return bytes;
}

/** Reads a stream. @throws {SplatFormatError} When it is malformed or not as long as it declares. */
export function readSpzStream(bytes: Uint8Array, options: ReadStreamOptions): GaussianCloud {
  const { format, versions, maxGaussians, up } = options;
  const fail = (problem: Omit<FormatProblem, "format">): never => {
    throw new SplatFormatError({ format, ...problem });
  };
  if (bytes.length < SPZ_HEADER_BYTES) {
    fail({ offset: 0, field: "header", found: `${bytes.length} bytes`, expected: "16 bytes" });
  }
  const { layout, flags } = readSpzHeader(bytes, { format, versions, maxGaussians });
  const sizes = planeSizes(layout);
  const end = sizes.reduce((sum, size) => sum + size, SPZ_HEADER_BYTES);
  const hasExtensions = (flags & SPZ_HAS_EXTENSIONS) !== 0;
  if (bytes.length < end || (bytes.length > end && !hasExtensions)) {
    fail({
      offset: SPZ_HEADER_BYTES,
      field: "planes",
      found: `${bytes.length} bytes with the header`,
      expected: `${end} for ${layout.count} Gaussians of degree ${layout.shDegree}`,
    });
  }
  let at = SPZ_HEADER_BYTES;
  const planes = sizes.map((size) => bytes.subarray(at, at += size));
  const extensions = hasExtensions ? readSpzExtensions(bytes, end, bytes.length, format) : {};
  return readPlanes(planes, layout, extensions.up ?? up);
}

/** Writes the first 16 bytes that all versions share. */
export function writeSpzHeader(
  bytes: Uint8Array,
  { version, count, shDegree, fractionalBits }: SpzLayout,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(0, SPZ_MAGIC, true);
  view.setUint32(4, version, true);
  view.setUint32(8, count, true);
  view.setUint8(12, shDegree);
  view.setUint8(13, fractionalBits);
}

/** Reads the first 16 bytes that all versions share. @throws {SplatFormatError} */
export function readSpzHeader(
  bytes: Uint8Array,
  options: Pick<ReadStreamOptions, "format" | "versions" | "maxGaussians">,
): { layout: SpzLayout; flags: number } {
  const { format, versions, maxGaussians } = options;
  const check = (
    isRight: boolean,
    offset: number,
    field: string,
    found: number | string,
    expected: string,
  ) => {
    if (!isRight) throw new SplatFormatError({ format, offset, field, found, expected });
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0, true);
  check(magic === SPZ_MAGIC, 0, "magic", `0x${magic.toString(16)}`, "0x5053474e, NGSP");
  const version = view.getUint32(4, true) as SpzVersion;
  check(versions.includes(version), 4, "version", version, versions.join(" or "));
  const count = view.getUint32(8, true);
  check(count <= maxGaussians, 8, "count", count, `at most ${maxGaussians}`);
  const shDegree = view.getUint8(12);
  const mostDegree = version === 4 ? 4 : 3;
  check(shDegree <= mostDegree, 12, "harmonics degree", shDegree, `0 to ${mostDegree}`);
  const fractionalBits = view.getUint8(13);
  check(fractionalBits <= 23, 13, "fractional bits", fractionalBits, "0 to 23");
  return { layout: { version, count, shDegree, fractionalBits }, flags: view.getUint8(14) };
}
