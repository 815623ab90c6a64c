/**
 * The stream of SPZ versions 1 to 3: a header of 16 bytes, the planes and perhaps extensions.
 * What compresses it is the container's matter.
 *
 * @module
 */
import { emptyCloud, type GaussianCloud, type ShDegree, type UpAxis } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import type { ByteReader } from "./byte_reader.ts";
import { applySpzExtensions, readSpzExtensions } from "./spz_extensions.ts";
import {
  layoutOf,
  planeReaders,
  planeSizes,
  recordSizes,
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

/** Which streams are taken. */
export interface SpzLimits {
  /** The format as errors name it. */
  readonly format: string;
  /** Versions taken. */
  readonly versions: readonly SpzVersion[];
  /** Most Gaussians taken. */
  readonly maxGaussians: number;
}

/** How a stream is read. */
export interface ReadStreamOptions extends SpzLimits {
  /** Up direction of the stored axes unless an extension says otherwise. */
  readonly up: UpAxis;
  /** Bytes of the whole stream, where they are known before it is read. */
  readonly sizeBytes?: number;
  /** Where the Gaussians go, as many as the header declares. Default: a cloud of their own. */
  readonly into?: GaussianCloud | undefined;
}

/** Bytes that are read at once, at most: few enough to stay in the processor's cache. */
const BLOCK_BYTES = 256 * 1024;

/** Bytes that are read at once where none are expected. */
const TAIL_BYTES = 1024;

/** The most bytes that a stream of so many Gaussians has, extensions aside. */
export function mostStreamBytes(maxGaussians: number): number {
  return SPZ_HEADER_BYTES + maxGaussians * (9 + 1 + 3 + 3 + 4 + 72);
}

/** Bytes of a stream, extensions aside. */
export function streamBytes(layout: SpzLayout): number {
  return planeSizes(layout).reduce((sum, size) => sum + size, SPZ_HEADER_BYTES);
}

/** Writes a stream. @throws {RangeError} When a value is not finite or too far. */
export function writeSpzStream(cloud: GaussianCloud, version: 2 | 3): Uint8Array {
  const layout = layoutOf(cloud, version);
  const bytes = new Uint8Array(streamBytes(layout));
  writeSpzHeader(bytes, layout);
  writePlanes(cloud, layout, bytes, SPZ_HEADER_BYTES);
  return bytes;
}

/**
 * Reads a stream as it comes.
 *
 * @throws {SplatFormatError} When it is malformed or not as long as it declares.
 */
export function* readSpzStream(options: ReadStreamOptions): ByteReader<GaussianCloud> {
  const { format, sizeBytes, up, into } = options;
  const fail: Fail = failAs(format);
  const { layout, flags } = readSpzHeader(yield SPZ_HEADER_BYTES, options);
  const { count, shDegree } = layout;
  const end = streamBytes(layout);
  const hasExtensions = (flags & SPZ_HAS_EXTENSIONS) !== 0;
  const checkSize = (found: number) => {
    if (found >= end && (found === end || hasExtensions)) return;
    fail(
      SPZ_HEADER_BYTES,
      "planes",
      `${found} bytes with the header`,
      `${end} for ${count} Gaussians of degree ${shDegree}`,
    );
  };
  if (sizeBytes !== undefined) checkSize(sizeBytes);
  const cloud = into ?? emptyCloud(count, Math.min(shDegree, 3) as ShDegree, up);
  const readers = planeReaders(layout, cloud);
  let received = SPZ_HEADER_BYTES;
  for (const [plane, recordBytes] of recordSizes(layout).entries()) {
    // Whole words, so that the next block begins at one where this one does.
    const blockCount = Math.floor(BLOCK_BYTES / recordBytes) & ~3;
    for (let first = 0; first < count && recordBytes > 0; first += blockCount) {
      const wanted = Math.min(blockCount, count - first) * recordBytes;
      const records = yield wanted;
      received += records.length;
      if (records.length < wanted) checkSize(received);
      readers[plane](records, first);
    }
  }
  if (hasExtensions) return applySpzExtensions(cloud, yield* readSpzExtensions(end, format));
  // What should not be there is counted, not kept.
  for (let more = TAIL_BYTES; more === TAIL_BYTES; received += more) {
    more = (yield TAIL_BYTES).length;
  }
  checkSize(received);
  return cloud;
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
  { format, versions, maxGaussians }: SpzLimits,
): { layout: SpzLayout; flags: number } {
  const fail: Fail = failAs(format);
  if (bytes.length < SPZ_HEADER_BYTES) {
    fail(0, "header", `${bytes.length} bytes`, `${SPZ_HEADER_BYTES} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0, true);
  if (magic !== SPZ_MAGIC) fail(0, "magic", `0x${magic.toString(16)}`, "0x5053474e, NGSP");
  const version = view.getUint32(4, true) as SpzVersion;
  if (!versions.includes(version)) fail(4, "version", version, versions.join(" or "));
  const count = view.getUint32(8, true);
  if (count > maxGaussians) fail(8, "count", count, `at most ${maxGaussians}`);
  const shDegree = view.getUint8(12);
  const mostDegree = version === 4 ? 4 : 3;
  if (shDegree > mostDegree) fail(12, "harmonics degree", shDegree, `0 to ${mostDegree}`);
  const fractionalBits = view.getUint8(13);
  if (fractionalBits > 23) fail(13, "fractional bits", fractionalBits, "0 to 23");
  return { layout: { version, count, shDegree, fractionalBits }, flags: view.getUint8(14) };
}
