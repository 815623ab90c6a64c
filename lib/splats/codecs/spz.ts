/**
 * SPZ as its standard writes it: gzip around one stream (versions 1 to 3), or a plain header and
 * one Zstandard frame for each attribute (version 4).
 *
 * Stored axes are right, up, back, which is our `+y` up; writing turns a cloud to them. The
 * subnet's own flavour is in `spz_404.ts`.
 *
 * Source: nianticlabs/spz.
 *
 * @module
 */
import { gunzipSync, gzipSync } from "node:zlib";
import type { GaussianCloud } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import { reframeCloud } from "../transform.ts";
import { MAX_GAUSSIANS } from "./limits.ts";
import { readSpzExtensions } from "./spz_extensions.ts";
import { layoutOf, planeSizes, readPlanes, SPZ_PLANES, writePlanes } from "./spz_planes.ts";
import {
  mostStreamBytes,
  readSpzHeader,
  readSpzStream,
  SPZ_HAS_EXTENSIONS,
  SPZ_MAGIC,
  writeSpzHeader,
  writeSpzStream,
} from "./spz_stream.ts";
import { compressZstd, decompressZstd } from "./zstd.ts";

const FORMAT = "spz";

const fail: Fail = failAs(FORMAT);

/** Bytes of the plain header of version 4. */
const HEADER_BYTES = 32;

/** Bytes of an entry of the table of contents of version 4: compressed and raw size, u64. */
const ENTRY_BYTES = 16;

/** Effort of Zstandard in version 4: twice the work would save 3 %. */
const ZSTD_LEVEL = 5;

/** The most that deflate expands, per byte. Source: zlib's technical details, 1032 : 1. */
const DEFLATE_RATIO = 1032;

/** How an SPZ is written. */
export interface EncodeSpzOptions {
  /**
   * Version. Default 3, which every reader of today knows; 4 packs better and opens faster; 2 is
   * for old readers and stores rotations coarsely.
   */
  readonly version?: 2 | 3 | 4;
}

/** How an SPZ is read. */
export interface DecodeSpzOptions {
  /** Most Gaussians taken. Default 10 million. */
  readonly maxGaussians?: number;
  /** Most bytes after decompression. Default: what `maxGaussians` take at most. */
  readonly maxBytes?: number;
}

/** Says whether the bytes begin as a standard SPZ of any version may: gzip, or version 4's magic. */
export function isSpz(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b) ||
    (bytes[0] === 0x4e && bytes[1] === 0x47 && bytes[2] === 0x53 && bytes[3] === 0x50);
}

/**
 * Writes a standard SPZ.
 *
 * @throws {RangeError} When a position is not finite or farther than 8388607.
 */
export function encodeSpz(cloud: GaussianCloud, options: EncodeSpzOptions = {}): Uint8Array {
  const { version = 3 } = options;
  const framed = reframeCloud(cloud, "+y");
  return version === 4
    ? encodeVersion4(framed)
    : new Uint8Array(gzipSync(writeSpzStream(framed, version)));
}

/**
 * Reads a standard SPZ of version 1 to 4; harmonics of degree 4 are cut to 3.
 *
 * @throws {SplatFormatError} When it is malformed, truncated or larger than allowed; nothing
 * beyond the bounds is allocated, whatever the file declares.
 */
export function decodeSpz(bytes: Uint8Array, options: DecodeSpzOptions = {}): GaussianCloud {
  const { maxGaussians = MAX_GAUSSIANS } = options;
  const { maxBytes = mostStreamBytes(maxGaussians) } = options;
  if (bytes[0] !== 0x1f) return decodeVersion4(bytes, maxGaussians, maxBytes);
  const stream = gunzip(bytes, maxBytes);
  return readSpzStream(stream, { format: FORMAT, versions: [1, 2, 3], maxGaussians, up: "+y" });
}

function gunzip(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const bound = Math.min(maxBytes, bytes.length * DEFLATE_RATIO);
  // The last four bytes say how long the content is (RFC 1952). They may lie, so at first no more
  // is taken than four times the file, which quantised values never fill.
  const declared = bytes.length < 4
    ? 0
    : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
  const chunkSize = Math.max(64, Math.min(declared, bound, bytes.length * 4));
  try {
    return gunzipSync(bytes, { maxOutputLength: bound, chunkSize });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "broken";
    fail(0, "gzip stream", reason, `a valid one of at most ${bound} bytes`, cause);
  }
}

function encodeVersion4(cloud: GaussianCloud): Uint8Array {
  const layout = layoutOf(cloud, 4);
  const sizes = planeSizes(layout);
  const planes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  writePlanes(cloud, layout, planes, 0);
  let from = 0;
  const frames = sizes
    .map((size) => ({ size, plane: planes.subarray(from, from += size) }))
    .filter(({ size }) => size > 0)
    .map(({ size, plane }) => ({ size, frame: compressZstd(plane, ZSTD_LEVEL) }));
  const start = HEADER_BYTES + frames.length * ENTRY_BYTES;
  const bytes = new Uint8Array(frames.reduce((sum, { frame }) => sum + frame.length, start));
  writeSpzHeader(bytes, layout);
  bytes[15] = frames.length;
  const view = new DataView(bytes.buffer);
  view.setUint32(16, HEADER_BYTES, true);
  let at = start;
  frames.forEach(({ size, frame }, i) => {
    view.setBigUint64(HEADER_BYTES + i * ENTRY_BYTES, BigInt(frame.length), true);
    view.setBigUint64(HEADER_BYTES + i * ENTRY_BYTES + 8, BigInt(size), true);
    bytes.set(frame, at);
    at += frame.length;
  });
  return bytes;
}

function decodeVersion4(bytes: Uint8Array, maxGaussians: number, maxBytes: number): GaussianCloud {
  if (bytes.length < HEADER_BYTES) {
    fail(0, "header", `${bytes.length} bytes`, `${HEADER_BYTES} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== SPZ_MAGIC) fail(0, "magic", "another", "gzip or NGSP");
  const { layout, flags } = readSpzHeader(bytes, { format: FORMAT, versions: [4], maxGaussians });
  const tocOffset = view.getUint32(16, true);
  const streams = bytes[15];
  if (streams > SPZ_PLANES.length) {
    fail(15, "number of streams", streams, `at most ${SPZ_PLANES.length}`);
  }
  if (tocOffset < HEADER_BYTES || tocOffset + streams * ENTRY_BYTES > bytes.length) {
    fail(16, "table of contents", tocOffset, `an offset from ${HEADER_BYTES} within the file`);
  }
  const sizes = planeSizes(layout);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > maxBytes) fail(8, "size of the planes", total, `at most ${maxBytes} bytes`);
  // Empty planes have no stream: at degree 0 there is none for the harmonics.
  const present = sizes.filter((size) => size > 0).length;
  if (streams !== present) fail(15, "number of streams", streams, `${present} for this degree`);

  let entry = tocOffset;
  let at = tocOffset + streams * ENTRY_BYTES;
  const planes = sizes.map((size, i) => {
    if (size === 0) return new Uint8Array();
    const compressed = Number(view.getBigUint64(entry, true));
    const raw = Number(view.getBigUint64(entry + 8, true));
    if (raw !== size) fail(entry + 8, `size of ${SPZ_PLANES[i]}`, raw, `${size} bytes`);
    if (compressed > bytes.length - at) {
      fail(entry, `stream of ${SPZ_PLANES[i]}`, compressed, `at most ${bytes.length - at} bytes`);
    }
    entry += ENTRY_BYTES;
    const plane = decompressZstd(bytes.subarray(at, at += compressed), size, FORMAT);
    if (plane.length !== size) fail(at, `plane of ${SPZ_PLANES[i]}`, plane.length, `${size} bytes`);
    return plane;
  });
  if (at !== bytes.length) fail(at, "end", `${bytes.length - at} bytes more`, "nothing");
  const extensions = flags & SPZ_HAS_EXTENSIONS
    ? readSpzExtensions(bytes, HEADER_BYTES, tocOffset, FORMAT)
    : {};
  return readPlanes(planes, layout, extensions.up ?? "+y");
}
