/**
 * The one model of a splat asset in memory.
 *
 * Values are kept as files of the field store them (before activation), so that reading and
 * writing a file changes no bit. The field names say so: `logScales`, `opacityLogits`.
 * {@linkcode activate} gives what a renderer needs.
 *
 * @module
 */

/** Which way is up in the asset's own axes. Assets of this subnet have `+y` up. */
export type UpAxis = "+y" | "-y" | "+z";

/** Spherical-harmonics degree of the colours; degree 0 is one colour seen from everywhere. */
export type ShDegree = 0 | 1 | 2 | 3;

/** A set of 3D Gaussians, one typed array per attribute ("structure of arrays"). */
export interface GaussianCloud {
  /** Number of Gaussians, n. */
  readonly count: number;
  /** Spherical-harmonics degree d; k = (d + 1)² coefficients per colour channel. */
  readonly shDegree: ShDegree;
  /** Up direction of the axes; right-handed in every case. */
  readonly up: UpAxis;
  /** Centres, n × 3, world units. */
  readonly positions: Float32Array;
  /** Natural logarithm of the standard deviations along the own axes, n × 3. */
  readonly logScales: Float32Array;
  /** Rotations as quaternions (w, x, y, z), n × 4, not necessarily of unit length. */
  readonly rotations: Float32Array;
  /** Opacities before the sigmoid, n. */
  readonly opacityLogits: Float32Array;
  /** Degree-0 colour coefficients (R, G, B), n × 3; colour = 0.5 + 0.28209479177387814 · c. */
  readonly shDc: Float32Array;
  /** Higher coefficients, n × (k − 1) × 3, coefficient-major with R, G, B innermost. */
  readonly shRest: Float32Array;
}

/** The constant spherical harmonic of degree 0, 1 / (2 √π). */
export const SH_C0 = 0.28209479177387814;

/** What a {@linkcode GaussianCloud} is made of when nothing else is known. */
export function emptyCloud(
  count: number,
  shDegree: ShDegree = 0,
  up: UpAxis = "+y",
): GaussianCloud {
  const rest = ((shDegree + 1) ** 2 - 1) * 3;
  return {
    count,
    shDegree,
    up,
    positions: new Float32Array(count * 3),
    logScales: new Float32Array(count * 3),
    rotations: new Float32Array(count * 4),
    opacityLogits: new Float32Array(count),
    shDc: new Float32Array(count * 3),
    shRest: new Float32Array(count * rest),
  };
}
