/**
 * From the bytes that arrived to a cloud that keeps the rules.
 *
 * @module
 */
import { AssetError } from "@threegen/domain";
import { decodePly, decodeSpz404, type GaussianCloud, SplatFormatError } from "@threegen/splats";
import type { PackedAsset } from "./assessor.ts";
import { checkCloud, type CloudLimits } from "./check_cloud.ts";

/** Room for headers and stray elements beside the Gaussians, in bytes. */
const HEADER_ALLOWANCE_BYTES = 1 << 20;
/** Bytes of one Gaussian, unpacked, with spherical harmonics of degree 3 and room to spare. */
const BYTES_PER_GAUSSIAN = 256;

/**
 * Unpacks and checks an asset. Sizes are bounded before anything is allocated.
 *
 * @throws {AssetError} `asset/malformed`, or what {@linkcode checkCloud} says.
 */
export function decodePacked({ bytes, compression }: PackedAsset, limits: CloudLimits) {
  const { maxGaussians } = limits;
  let cloud: GaussianCloud;
  try {
    cloud = compression === 2
      ? decodeSpz404(bytes, {
        maxGaussians,
        maxBytes: maxGaussians * BYTES_PER_GAUSSIAN + HEADER_ALLOWANCE_BYTES,
      })
      : decodePly(bytes, { maxGaussians });
  } catch (cause) {
    if (!(cause instanceof SplatFormatError)) throw cause;
    throw new AssetError("asset/malformed", `Cannot read asset: ${cause.message}`, { cause });
  }
  checkCloud(cloud, limits);
  return cloud;
}
