/**
 * The subnet's own flavour of SPZ: the stream of version 2 in one Zstandard frame.
 *
 * Not readable by stock SPZ readers, which expect gzip. Axes are kept as they are: for the subnet
 * that is +y up. Source: 404-Repo/spz.
 *
 * @module
 */
import type { GaussianCloud } from "../cloud.ts";
import { readWhole } from "./byte_reader.ts";
import { type DecodeOptions, MAX_GAUSSIANS } from "./decode_options.ts";
import { mostStreamBytes, readSpzStream, writeSpzStream } from "./spz_stream.ts";
import { compressZstd, decompressZstd, isZstd, readZstdHeader } from "./zstd.ts";

const FORMAT = "spz (404)";

/** How the subnet's SPZ is read. */
export interface DecodeSpz404Options extends DecodeOptions {
  /** Most bytes after decompression. Default: what `maxGaussians` take at most. */
  readonly maxBytes?: number;
}

/** How the subnet's SPZ is written. */
export interface EncodeSpz404Options {
  /** Effort of the compression, 1 to 22. Default 1. Source: the original's miner. */
  readonly level?: number;
}

/** Says whether the bytes begin as the subnet's SPZ does. */
export function isSpz404(bytes: Uint8Array): boolean {
  return isZstd(bytes);
}

/**
 * Writes the subnet's SPZ (its `compression` 2).
 *
 * Positions keep 12 bits after the point, fewer when the cloud reaches farther than 2048.
 *
 * @throws {RangeError} When a value is not finite or a position farther than 8388607.
 */
export function encodeSpz404(cloud: GaussianCloud, options: EncodeSpz404Options = {}): Uint8Array {
  return compressZstd(writeSpzStream(cloud, 2), options.level ?? 1);
}

/**
 * Reads the subnet's SPZ.
 *
 * @throws {SplatFormatError} When it is malformed, truncated or larger than allowed; nothing
 * beyond the bounds is allocated, whatever the file declares.
 */
export function decodeSpz404(bytes: Uint8Array, options: DecodeSpz404Options = {}): GaussianCloud {
  const { maxGaussians = MAX_GAUSSIANS, up = "+y" } = options;
  const { maxBytes = mostStreamBytes(maxGaussians) } = options;
  const stream = decompressZstd(bytes, maxBytes, FORMAT);
  const limits = { format: FORMAT, versions: [2] as const, maxGaussians };
  return readWhole(readSpzStream({ ...limits, up, sizeBytes: stream.length }), stream);
}

/**
 * Refuses the subnet's SPZ by its first bytes, which may declare how large it is.
 *
 * @throws {SplatFormatError} What {@linkcode decodeSpz404} says of it.
 */
export function checkSpz404Head(head: Uint8Array, maxGaussians: number): void {
  readZstdHeader(head, mostStreamBytes(maxGaussians), FORMAT);
}
