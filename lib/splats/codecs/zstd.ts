/**
 * One Zstandard frame, in and out, with every bound checked before memory is taken.
 *
 * Source: RFC 8878, "Zstandard Compression and the application/zstd Media Type".
 *
 * @module
 */
import { constants, zstdCompressSync, zstdDecompressSync, type ZstdOptions } from "node:zlib";
import { SplatFormatError } from "../format_error.ts";

/** A window that every decoder should take. Source: RFC 8878 §3.1.1.1.2. */
const COMMON_WINDOW_BYTES = 8 * 1024 * 1024;

/** Most bytes that a block expands to. Source: RFC 8878 §3.1.1.2.4. */
const MAX_BLOCK_BYTES = 128 * 1024;

/** What a frame says of itself at its beginning. */
export interface ZstdHeader {
  /** Size of the content, bytes, when the frame says so. */
  readonly contentBytes: number | undefined;
  /** Whether four bytes of a checksum end the frame. */
  readonly hasChecksum: boolean;
  /** Where the blocks begin. */
  readonly blocksOffset: number;
}

/** What a frame is made of. */
interface ZstdFrame {
  /** Size of the content, bytes, when the frame says so. */
  readonly contentBytes: number | undefined;
  /** The most that its blocks can expand to, bytes. */
  readonly mostBytes: number;
  /** Where the frame ends. */
  readonly endOffset: number;
}

/** Says whether the bytes begin as a Zstandard frame does. */
export function isZstd(bytes: Uint8Array): boolean {
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}

/**
 * Compresses to one frame that declares the size of its content, which readers rely on.
 *
 * @param level Effort, 1 to 22.
 */
export function compressZstd(content: Uint8Array, level: number): Uint8Array {
  // A chunk that holds any result (RFC 8878 has at most 3 bytes more for each block of 128 KiB), as
  // Deno 2.9 adds an empty frame whenever the result does not fit the first chunk.
  const chunkSize = content.length + (content.length >> 8) + 1024;
  // Node's documentation knows `pledgedSrcSize`, its types do not.
  const options: ZstdOptions & { readonly pledgedSrcSize: number } = {
    pledgedSrcSize: content.length,
    chunkSize,
    params: { [constants.ZSTD_c_compressionLevel]: level },
  };
  return new Uint8Array(zstdCompressSync(content, options));
}

/**
 * Decompresses bytes that are one frame; empty frames may follow it.
 *
 * @param maxBytes Most bytes of content; no more is allocated whatever the frame declares.
 * @throws {SplatFormatError} When the frame is malformed, truncated, too large or not alone.
 */
export function decompressZstd(bytes: Uint8Array, maxBytes: number, format: string): Uint8Array {
  const frame = readZstdFrame(bytes, maxBytes, format);
  for (let at = frame.endOffset; at < bytes.length;) {
    // Some encoders end with empty frames.
    const rest = bytes.subarray(at);
    const isEmpty = isZstd(rest) && readZstdFrame(rest, maxBytes, format).mostBytes === 0;
    if (!isEmpty) fail(format, at, "end", `${rest.length} bytes more`, "nothing");
    at += readZstdFrame(rest, maxBytes, format).endOffset;
  }
  const bound = Math.min(frame.contentBytes ?? frame.mostBytes, maxBytes);
  let content: Uint8Array;
  try {
    content = zstdDecompressSync(bytes, {
      maxOutputLength: Math.max(bound, 1),
      // What a frame says of its size is taken at once, what its blocks may come to bit by bit.
      chunkSize: Math.max(
        Math.min(bound, frame.contentBytes === undefined ? 2 ** 20 : 2 ** 30),
        64,
      ),
    });
  } catch (cause) {
    throw new SplatFormatError({
      format,
      offset: 0,
      field: "zstd frame",
      found: cause instanceof Error ? cause.message : "broken",
      expected: `a valid frame of at most ${bound} bytes`,
    }, { cause });
  }
  if (frame.contentBytes !== undefined && content.length !== frame.contentBytes) {
    fail(format, 0, "zstd content", `${content.length} bytes`, `${frame.contentBytes} as declared`);
  }
  return new Uint8Array(content.buffer, content.byteOffset, content.length);
}

/**
 * Reads the header of a frame.
 *
 * @throws {SplatFormatError} When it is malformed or declares more than `maxBytes` of content.
 */
export function readZstdHeader(bytes: Uint8Array, maxBytes: number, format: string): ZstdHeader {
  if (!isZstd(bytes)) fail(format, 0, "magic", "no zstd frame", "28 b5 2f fd");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4;
  const take = (count: number): number => {
    checkLeft(bytes, at, count, format);
    at += count;
    return at - count;
  };
  const descriptor = bytes[take(1)];
  const isSingleSegment = (descriptor & 0x20) !== 0;
  if (descriptor & 0x08) fail(format, 4, "zstd descriptor", descriptor, "reserved bit 0");
  if (descriptor & 0x03) fail(format, 4, "zstd dictionary", "one", "none");
  if (!isSingleSegment) {
    const window = bytes[take(1)];
    const base = 2 ** (10 + (window >> 3));
    const windowBytes = base + (base / 8) * (window & 7);
    const most = Math.max(COMMON_WINDOW_BYTES, maxBytes);
    if (windowBytes > most) fail(format, 5, "zstd window", windowBytes, `at most ${most} bytes`);
  }
  const sizeFlag = descriptor >> 6;
  let contentBytes: number | undefined;
  if (sizeFlag === 0 && isSingleSegment) contentBytes = bytes[take(1)];
  else if (sizeFlag === 1) contentBytes = view.getUint16(take(2), true) + 256;
  else if (sizeFlag === 2) contentBytes = view.getUint32(take(4), true);
  else if (sizeFlag === 3) contentBytes = Number(view.getBigUint64(take(8), true));
  if (contentBytes !== undefined && contentBytes > maxBytes) {
    fail(format, 5, "zstd content size", contentBytes, `at most ${maxBytes} bytes`);
  }
  return { contentBytes, hasChecksum: (descriptor & 0x04) !== 0, blocksOffset: at };
}

/** Reads a frame's header and walks over its blocks, without decompressing. */
function readZstdFrame(bytes: Uint8Array, maxBytes: number, format: string): ZstdFrame {
  const { contentBytes, hasChecksum, blocksOffset } = readZstdHeader(bytes, maxBytes, format);
  let at = blocksOffset;
  let mostBytes = 0;
  for (let isLast = false; !isLast;) {
    const start = at;
    checkLeft(bytes, start, 3, format);
    const header = bytes[start] | (bytes[start + 1] << 8) | (bytes[start + 2] << 16);
    isLast = (header & 1) !== 0;
    const type = (header >> 1) & 3;
    const size = header >> 3;
    if (type === 3) fail(format, start, "zstd block type", 3, "0, 1 or 2");
    if (size > MAX_BLOCK_BYTES) fail(format, start, "zstd block", size, `<= ${MAX_BLOCK_BYTES}`);
    mostBytes += type === 2 ? MAX_BLOCK_BYTES : size;
    const stored = type === 1 ? 1 : size;
    checkLeft(bytes, start + 3, stored, format);
    at = start + 3 + stored;
  }
  if (hasChecksum) {
    checkLeft(bytes, at, 4, format);
    at += 4;
  }
  return { contentBytes, mostBytes, endOffset: at };
}

function checkLeft(bytes: Uint8Array, at: number, count: number, format: string): void {
  if (at + count > bytes.length) fail(format, at, "zstd frame", "cut short", `${count} bytes`);
}

function fail(
  format: string,
  offset: number,
  field: string,
  found: string | number,
  expected: string | number,
): never {
  throw new SplatFormatError({ format, offset, field, found, expected });
}
