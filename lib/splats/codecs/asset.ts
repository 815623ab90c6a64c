/**
 * The formats that assets of the subnet travel in, told apart by their content.
 *
 * @module
 */
import type { GaussianCloud, UpAxis } from "../cloud.ts";
import { SplatFormatError } from "../format_error.ts";
import { decodePly, isPly } from "./ply.ts";
import { decodeSpz404, isSpz404 } from "./spz_404.ts";

/** How an asset is read. */
export interface DecodeAssetOptions {
  /** Most Gaussians taken. Default 10 million. */
  readonly maxGaussians?: number;
  /** Most bytes after decompression. */
  readonly maxBytes?: number;
  /** Up direction of the file's axes. Default `+y`. */
  readonly up?: UpAxis;
}

/**
 * Reads an asset as miners send it: PLY, or SPZ in one Zstandard frame.
 *
 * @throws {SplatFormatError} When it is neither, or malformed.
 */
export function decodeAsset(bytes: Uint8Array, options: DecodeAssetOptions = {}): GaussianCloud {
  if (isSpz404(bytes)) return decodeSpz404(bytes, options);
  if (isPly(bytes)) return decodePly(bytes, options);
  throw new SplatFormatError({
    format: "asset",
    offset: 0,
    field: "magic",
    found: Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" "),
    expected: "a PLY or an SPZ in one zstd frame",
  });
}
