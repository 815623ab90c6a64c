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
import { pipeline } from "node:stream";
import {
  constants,
  createGunzip,
  type Gunzip,
  gunzipSync,
  gzipSync,
  type ZlibOptions,
} from "node:zlib";
import { emptyCloud, type GaussianCloud, type ShDegree } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import { reframeCloud } from "../transform.ts";
import { readChunks, readWhole } from "./byte_reader.ts";
import { type DecodeOptions, MAX_GAUSSIANS } from "./decode_options.ts";
import { applySpzExtensions, readSpzExtensions } from "./spz_extensions.ts";
import {
  layoutOf,
  planeReaders,
  planeSizes,
  SPZ_PLANES,
  type SpzLayout,
  writePlanes,
} from "./spz_planes.ts";
import {
  mostStreamBytes,
  readSpzHeader,
  readSpzStream,
  type ReadStreamOptions,
  SPZ_HAS_EXTENSIONS,
  SPZ_HEADER_BYTES,
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

/** Bytes in front of a gzip file that are looked at for the header within. */
const HEAD_BYTES = 1024;

/** How many of them at a time: one unpacks to a thousand at most, and 16 are wanted. */
const HEAD_STEP_BYTES = 128;

/** Bytes that are unzipped at once where a file is read as it arrives. */
const UNZIPPED_BYTES = 64 * 1024;

/** How an SPZ is written. */
export interface EncodeSpzOptions {
  /**
   * Version. Default 3, which every reader of today knows; 4 packs better and opens faster; 2 is
   * for old readers and stores rotations coarsely.
   */
  readonly version?: 2 | 3 | 4;
}

/** How an SPZ is read. */
export interface DecodeSpzOptions extends Pick<DecodeOptions, "maxGaussians"> {
  /** Most bytes after decompression. Default: what `maxGaussians` take at most. */
  readonly maxBytes?: number;
}

/** Says whether the bytes begin as a standard SPZ of any version may: gzip, or version 4's magic. */
export function isSpz(bytes: Uint8Array): boolean {
  return isGzip(bytes) ||
    (bytes[0] === 0x4e && bytes[1] === 0x47 && bytes[2] === 0x53 && bytes[3] === 0x50);
}

/**
 * Writes a standard SPZ.
 *
 * @throws {RangeError} When a value is not finite or a position farther than 8388607.
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
  return readSpz(bytes, { maxGaussians, maxBytes });
}

/** Where the Gaussians of an SPZ go, and the bounds. */
export interface ReadSpzOptions extends Required<DecodeSpzOptions> {
  /** Where they go, as many as its header declares. Default: a cloud of their own. */
  readonly into?: GaussianCloud;
}

/** Reads a standard SPZ as {@linkcode decodeSpz} does, into a cloud that is there if there is one. */
export function readSpz(bytes: Uint8Array, options: ReadSpzOptions): GaussianCloud {
  const { maxGaussians, maxBytes, into } = options;
  if (!isGzip(bytes)) return readVersion4(bytes, options);
  checkSpzHead(bytes, maxGaussians);
  const stream = gunzip(bytes, maxBytes);
  const sizeBytes = stream.length;
  return readWhole(readSpzStream({ ...gzipOptions(maxGaussians), sizeBytes, into }), stream);
}

/**
 * Refuses a standard SPZ by its first bytes; a kilobyte of them tells what the header says.
 *
 * @returns What the header says; nothing when a long file name stands in front of it.
 * @throws {SplatFormatError} What {@linkcode decodeSpz} says of it.
 */
export function checkSpzHead(head: Uint8Array, maxGaussians: number): SpzLayout | undefined {
  if (!isGzip(head)) return readVersion4Header(head, maxGaussians).layout;
  let stream: Uint8Array = new Uint8Array();
  const most = Math.min(head.length, HEAD_BYTES);
  for (let end = 0; stream.length < SPZ_HEADER_BYTES && end < most;) {
    end = Math.min(end + HEAD_STEP_BYTES, most);
    try {
      // A flush takes what there is of a stream that is cut.
      stream = gunzipSync(head.subarray(0, end), { finishFlush: constants.Z_SYNC_FLUSH });
    } catch (cause) {
      if (isZlibError(cause)) failGzip(cause);
      throw cause;
    }
  }
  if (stream.length < SPZ_HEADER_BYTES) return undefined;
  return readSpzHeader(stream, gzipOptions(maxGaussians)).layout;
}

/**
 * Reads a standard SPZ of version 1 to 3 as it arrives.
 *
 * @throws {SplatFormatError} What {@linkcode decodeSpz} says of it.
 */
export async function decodeSpzChunks(
  chunks: AsyncIterable<Uint8Array>,
  maxGaussians: number,
): Promise<GaussianCloud> {
  const gunzip = createGunzip({ chunkSize: UNZIPPED_BYTES });
  let received = 0;
  let sourceError: unknown;
  async function* counted() {
    try {
      for await (const chunk of chunks) {
        received += chunk.length;
        yield chunk;
      }
    } catch (error) {
      sourceError = error;
      throw error;
    }
  }
  const maxBytes = mostStreamBytes(maxGaussians);
  async function* bounded(unzipped: AsyncIterable<Uint8Array>) {
    let total = 0;
    for await (const chunk of unzipped) {
      total += chunk.length;
      if (total > maxBytes) failSize(maxBytes);
      yield chunk;
    }
    checkEnd(gunzip.bytesWritten, received);
  }
  // What goes wrong is thrown where the result is read, so the callback has nothing to tell.
  const unzipped = pipeline(counted, gunzip, () => {});
  try {
    return await readChunks(readSpzStream(gzipOptions(maxGaussians)), bounded(unzipped));
  } catch (cause) {
    // Where the chunks come out of zlib themselves, the file is not what failed.
    if (cause !== sourceError && isZlibError(cause)) failGzip(cause);
    throw cause;
  }
}

function gzipOptions(maxGaussians: number): ReadStreamOptions {
  return { format: FORMAT, versions: [1, 2, 3], maxGaussians, up: "+y" };
}

/**
 * Says whether the bytes begin as gzip does: those of versions 1 to 3. The third byte, which says
 * that it is deflate, is always the same; without it one `.splat` in 65 536 would look like gzip.
 */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

function gunzip(bytes: Uint8Array, maxBytes: number): Uint8Array {
  // The last four bytes say how long the content is (RFC 1952). They may lie, so at first no more
  // is taken than four times the file, which quantised values never fill.
  const declared = bytes.length < 4
    ? 0
    : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
  // A byte more than needed, as a chunk that is full would make it take another.
  const chunkSize = Math.max(64, Math.min(declared, maxBytes, bytes.length * 4) + 1);
  const options: ZlibOptions = { maxOutputLength: maxBytes, chunkSize, info: true };
  let unzipped;
  try {
    // Its types do not know what `info` asks for: the engine beside the content.
    unzipped = gunzipSync(bytes, options) as unknown as { buffer: Uint8Array; engine: Gunzip };
  } catch (cause) {
    if (isZlibError(cause)) failGzip(cause);
    if (cause instanceof RangeError) failSize(maxBytes);
    throw cause;
  }
  checkEnd(unzipped.engine.bytesWritten, bytes.length);
  const { buffer } = unzipped;
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** Says whether zlib found its input broken, be it only that it goes on after its end. */
function isZlibError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && typeof error.code === "string" &&
    /^(Z_|ERR_STREAM_PUSH_AFTER_EOF)/.test(error.code);
}

function failGzip(cause: Error): never {
  fail(0, "gzip stream", cause.message, "a valid one", cause);
}

function failSize(maxBytes: number): never {
  fail(0, "gzip stream", `more than ${maxBytes} bytes`, `at most ${maxBytes} bytes`);
}

/** Refuses what follows a gzip stream, which ended at one place of so many bytes. */
function checkEnd(end: number, sizeBytes: number): void {
  if (end < sizeBytes) fail(end, "end", `${sizeBytes - end} bytes more`, "nothing");
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

function readVersion4(
  bytes: Uint8Array,
  { maxGaussians, maxBytes, into }: ReadSpzOptions,
): GaussianCloud {
  const { layout, flags } = readVersion4Header(bytes, maxGaussians);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
  const frames = sizes.map((size, i) => {
    if (size === 0) return new Uint8Array();
    const compressed = Number(view.getBigUint64(entry, true));
    const raw = Number(view.getBigUint64(entry + 8, true));
    if (raw !== size) fail(entry + 8, `size of ${SPZ_PLANES[i]}`, raw, `${size} bytes`);
    if (compressed > bytes.length - at) {
      fail(entry, `stream of ${SPZ_PLANES[i]}`, compressed, `at most ${bytes.length - at} bytes`);
    }
    entry += ENTRY_BYTES;
    return bytes.subarray(at, at += compressed);
  });
  if (at !== bytes.length) fail(at, "end", `${bytes.length - at} bytes more`, "nothing");
  const extensions = flags & SPZ_HAS_EXTENSIONS
    ? readWhole(
      readSpzExtensions(HEADER_BYTES, FORMAT),
      bytes.subarray(HEADER_BYTES, tocOffset),
    )
    : {};
  const cloud = into ?? emptyCloud(layout.count, Math.min(layout.shDegree, 3) as ShDegree);
  planeReaders(layout, cloud).forEach((read, i) => {
    const size = sizes[i];
    if (size === 0) return;
    const plane = decompressZstd(frames[i], size, FORMAT);
    if (plane.length !== size) {
      const { byteOffset } = frames[i];
      const start = byteOffset - bytes.byteOffset;
      fail(start, `plane of ${SPZ_PLANES[i]}`, plane.length, `${size} bytes`);
    }
    read(plane, 0);
  });
  return applySpzExtensions(cloud, extensions);
}

function readVersion4Header(bytes: Uint8Array, maxGaussians: number) {
  if (bytes.length < HEADER_BYTES) {
    fail(0, "header", `${bytes.length} bytes`, `${HEADER_BYTES} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== SPZ_MAGIC) fail(0, "magic", "another", "gzip or NGSP");
  return readSpzHeader(bytes, { format: FORMAT, versions: [4], maxGaussians });
}
