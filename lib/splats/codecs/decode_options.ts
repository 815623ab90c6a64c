import type { UpAxis } from "../cloud.ts";

/** Most Gaussians that a decoder takes unless told otherwise: 10 million, 560 MB of degree 0. */
export const MAX_GAUSSIANS = 10_000_000;

/** How a file is read. */
export interface DecodeOptions {
  /** Most Gaussians taken. Default {@linkcode MAX_GAUSSIANS}. */
  readonly maxGaussians?: number;
  /** Up direction, for the formats that do not say. Default `+y`. */
  readonly up?: UpAxis;
}
