/**
 * Asset files for the tools: read by content, with one clear line when they cannot be.
 *
 * @module
 */
import { AssetError, ConfigError } from "@threegen/domain";
import {
  decodeSplats,
  detectSplatFormat,
  encodePly,
  type GaussianCloud,
  reframeCloud,
  SplatFormatError,
} from "@threegen/splats";
import type { PackedAsset } from "./assessor.ts";

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
 * Decodes a splat file of any known format.
 *
 * @throws {AssetError} `asset/malformed` when it is none.
 */
export async function decodeAssetFile(path: string, bytes: Uint8Array): Promise<GaussianCloud> {
  try {
    return reframeCloud(await decodeSplats(bytes), "+y");
  } catch (cause) {
    if (!(cause instanceof SplatFormatError)) throw cause;
    throw new AssetError("asset/malformed", `Cannot read ${path}: ${cause.message}`, { cause });
  }
}

/**
 * Returns an asset as validation takes it: the subnet's SPZ and PLY as they are, whatever else a
 * splat file may be as the PLY of the same Gaussians.
 *
 * @throws {AssetError} `asset/malformed` when it is no splat file.
 */
export async function packAssetFile(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<PackedAsset> {
  const format = detectSplatFormat(bytes);
  if (format === "spz-404") return { bytes, compression: 2 };
  if (format === "ply") return { bytes, compression: 0 };
  return { bytes: encodePly(await decodeAssetFile(path, bytes)), compression: 0 };
}
