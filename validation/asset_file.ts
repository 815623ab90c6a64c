/**
 * Asset files for the tools: read by content, with one clear line when they cannot be.
 *
 * @module
 */
import { AssetError, ConfigError } from "@threegen/domain";
import { decodeAsset, type GaussianCloud, SplatFormatError } from "@threegen/splats";
import type { Compression } from "./contract.ts";

/**
 * Reads a file.
 *
 * @throws {ConfigError} When it is not there or must not be read.
 */
export async function readAssetFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await Deno.readFile(path);
  } catch (cause) {
    const reason = cause instanceof Deno.errors.NotFound
      ? "there is no such file"
      : cause instanceof Error
      ? cause.message
      : String(cause);
    throw new ConfigError(`Cannot read ${path}: ${reason}`, { cause });
  }
}

/**
 * Decodes an asset of any known format.
 *
 * @throws {AssetError} `asset/malformed` when it is none.
 */
export function decodeAssetFile(path: string, bytes: Uint8Array): GaussianCloud {
  try {
    return decodeAsset(bytes);
  } catch (cause) {
    if (!(cause instanceof SplatFormatError)) throw cause;
    throw new AssetError("asset/malformed", `Cannot read ${path}: ${cause.message}`, { cause });
  }
}

/** Returns how an asset is packed, as validation's requests say it. */
export function compressionOf(bytes: Uint8Array): Compression {
  // The magic number of a zstd frame, 0xFD2FB528, little-endian.
  const isZstd = bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
  return isZstd ? 2 : 0;
}
