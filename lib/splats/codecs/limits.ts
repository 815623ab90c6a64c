/** Most Gaussians that a decoder takes unless told otherwise: 10 million, 560 MB of degree 0. */
export const MAX_GAUSSIANS = 10_000_000;
