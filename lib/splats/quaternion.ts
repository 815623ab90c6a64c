/**
 * Rotations as unit quaternions (w, x, y, z).
 *
 * @module
 */

/** A rotation as a quaternion (w, x, y, z); of unit length unless said otherwise. */
export type Quaternion = readonly [w: number, x: number, y: number, z: number];

/** A point or a direction. */
export type Vector = readonly [x: number, y: number, z: number];

/** Returns the rotation by an angle about an axis, counter-clockwise when the axis looks at you. */
export function rotationAbout(axis: Vector, degrees: number): Quaternion {
  const length = Math.hypot(...axis);
  const half = degrees * Math.PI / 360;
  const sine = length > 0 ? Math.sin(half) / length : 0;
  return [Math.cos(half), axis[0] * sine, axis[1] * sine, axis[2] * sine];
}

/** Returns a quaternion of unit length; no rotation when it has no length. */
export function normalized(q: Quaternion): Quaternion {
  const length = Math.sqrt(q[0] ** 2 + q[1] ** 2 + q[2] ** 2 + q[3] ** 2);
  return length > 0 ? [q[0] / length, q[1] / length, q[2] / length, q[3] / length] : [1, 0, 0, 0];
}

/** Returns the rotation by `b` and then by `a`. */
export function multiply(a: Quaternion, b: Quaternion): Quaternion {
  return [
    a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
    a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
    a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
    a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
  ];
}

/** Returns the opposite rotation. */
export function inverse(q: Quaternion): Quaternion {
  return [q[0], -q[1], -q[2], -q[3]];
}

/** Returns the 3 × 3 matrix of a rotation, row-major. */
export function rotationMatrix([w, x, y, z]: Quaternion): Float64Array {
  // deno-fmt-ignore
  return Float64Array.of(
    1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
    2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
    2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y),
  );
}
