/**
 * The formats that assets of the subnet travel in, told apart by their content.
 *
 * @module
 */
import type { GaussianCloud } from "../cloud.ts";
import { SplatFormatError } from "../format_error.ts";
import { decodePly } from "./ply.ts";
import { isPly } from "./ply_header.ts";
import { decodeSpz404, type DecodeSpz404Options, isSpz404 } from "./spz_404.ts";

/**
 * Reads an asset as miners send it: PLY, or SPZ in one Zstandard frame.
 *
 * @throws {SplatFormatError} When it is neither, or malformed.
 */
export function decodeAsset(bytes: Uint8Array, options: DecodeSpz404Options = {}): GaussianCloud {
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
