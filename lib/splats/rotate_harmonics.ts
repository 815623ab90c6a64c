import type { ShDegree } from "./cloud.ts";
import { evaluateHarmonics } from "./spherical_harmonics.ts";

/**
 * Returns what turns the coefficients of a function on the sphere into those of the rotated
 * function, one square matrix (row-major) for each degree from 1 on.
 *
 * The harmonics of one degree stay among themselves under rotation, so 2 l + 1 directions in
 * general position determine the matrix: with Y the harmonics in those directions and Y' the ones
 * in the directions turned back, the matrix is Y⁻¹ Y'.
 *
 * @param matrix The rotation, 3 × 3, row-major.
 */
export function harmonicRotations(degree: ShDegree, matrix: Float64Array): Float64Array[] {
  return Array.from({ length: degree }, (_, i) => bandRotation((i + 1) as ShDegree, matrix));
}

function bandRotation(degree: ShDegree, m: Float64Array): Float64Array {
  const size = 2 * degree + 1;
  const all = new Float64Array((degree + 1) ** 2 - 1);
  const harmonics = ([x, y, z]: readonly number[]): Float64Array => {
    evaluateHarmonics(degree, x, y, z, all);
    return all.slice(-size);
  };
  // A spiral over half the sphere: the other half says nothing new, as harmonics of one degree are
  // either even or odd. For these few directions Y is far from singular.
  const directions = Array.from({ length: size }, (_, i) => {
    const z = 1 - (i + 0.5) / size;
    const angle = i * Math.PI * (3 - Math.sqrt(5));
    const level = Math.sqrt(1 - z * z);
    return [level * Math.cos(angle), level * Math.sin(angle), z];
  });
  const left = directions.map(harmonics);
  const right = directions.map(([x, y, z]) =>
    harmonics([
      m[0] * x + m[3] * y + m[6] * z,
      m[1] * x + m[4] * y + m[7] * z,
      m[2] * x + m[5] * y + m[8] * z,
    ])
  );
  return solve(left, right);
}

/** Returns left⁻¹ right by Gaussian elimination with pivoting. */
function solve(left: Float64Array[], right: Float64Array[]): Float64Array {
  const size = left.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++) {
      if (Math.abs(left[row][column]) > Math.abs(left[pivot][column])) pivot = row;
    }
    [left[column], left[pivot]] = [left[pivot], left[column]];
    [right[column], right[pivot]] = [right[pivot], right[column]];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = left[row][column] / left[column][column];
      for (let k = 0; k < size; k++) {
        left[row][k] -= factor * left[column][k];
        right[row][k] -= factor * right[column][k];
      }
    }
  }
  const solution = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) solution[row * size + k] = right[row][k] / left[row][row];
  }
  return solution;
}
