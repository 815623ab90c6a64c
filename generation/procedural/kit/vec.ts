/**
 * Points, directions and affine maps in three dimensions.
 *
 * @module
 */

/** A point or direction (x, y, z). */
export type Vec3 = readonly [number, number, number];

/** An affine map: three rows of four, row-major; the last column is the shift. */
export type Matrix = Float64Array;

/** Where a part is put. Order: scale, then turn, then shift. */
export interface Placement {
  /** Shift. @default {[0, 0, 0]} */
  readonly at?: Vec3;
  /** Degrees about the fixed x, then y, then z axis. @default {[0, 0, 0]} */
  readonly turn?: Vec3;
  /** Factor, one for all axes or one for each. @default {1} */
  readonly scale?: number | Vec3;
}

/** a + b. */
export function add(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** a − b. */
export function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** a · factor. */
export function times(a: Vec3, factor: number): Vec3 {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

/** a at 0, b at 1. */
export function mix(a: Vec3, b: Vec3, t: number): Vec3 {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Scalar product. */
export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Vector product. */
export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** Euclidean length. */
export function length(a: Vec3): number {
  return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
}

/** The direction of a; upwards when a is (nearly) zero. */
export function unit(a: Vec3): Vec3 {
  const size = length(a);
  return size < 1e-12 ? [0, 1, 0] : times(a, 1 / size);
}

/** The map that changes nothing. */
export function identity(): Matrix {
  return Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
}

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const product = new Float64Array(12);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 4; column++) {
      let sum = column === 3 ? outer[row * 4 + 3] : 0;
      for (let k = 0; k < 3; k++) sum += outer[row * 4 + k] * inner[k * 4 + column];
      product[row * 4 + column] = sum;
    }
  }
  return product;
}

/** Turns a placement into a map. */
export function toMatrix({ at = [0, 0, 0], turn = [0, 0, 0], scale = 1 }: Placement): Matrix {
  const [sx, sy, sz] = typeof scale === "number" ? [scale, scale, scale] : scale;
  const [x, y, z] = turn.map((degrees) => degrees * Math.PI / 180);
  const [cx, cy, cz] = [Math.cos(x), Math.cos(y), Math.cos(z)];
  const [nx, ny, nz] = [Math.sin(x), Math.sin(y), Math.sin(z)];
  return Float64Array.of(
    cz * cy * sx,
    (cz * ny * nx - nz * cx) * sy,
    (cz * ny * cx + nz * nx) * sz,
    at[0],
    nz * cy * sx,
    (nz * ny * nx + cz * cx) * sy,
    (nz * ny * cx - cz * nx) * sz,
    at[1],
    -ny * sx,
    cy * nx * sy,
    cy * cx * sz,
    at[2],
  );
}

/** Maps a point. */
export function mapPoint(m: Matrix, [x, y, z]: Vec3): Vec3 {
  return [
    m[0] * x + m[1] * y + m[2] * z + m[3],
    m[4] * x + m[5] * y + m[6] * z + m[7],
    m[8] * x + m[9] * y + m[10] * z + m[11],
  ];
}

/** Maps a direction: without the shift. */
export function mapDirection(m: Matrix, [x, y, z]: Vec3): Vec3 {
  return [
    m[0] * x + m[1] * y + m[2] * z,
    m[4] * x + m[5] * y + m[6] * z,
    m[8] * x + m[9] * y + m[10] * z,
  ];
}

/** Factor by which the map changes volumes; negative when it mirrors. */
export function determinant(m: Matrix): number {
  return m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8]) +
    m[2] * (m[4] * m[9] - m[5] * m[8]);
}

/** Mean factor by which the map changes lengths. */
export function meanScale(m: Matrix): number {
  return Math.cbrt(Math.abs(determinant(m)));
}
