/**
 * What every shape can do: lay cells of a wanted size over its surface.
 *
 * A cell is a small parallelogram of the surface. Each becomes one flat Gaussian, so the
 * surface is closed when its cells are.
 *
 * @module
 */
import { cross, length, mapPoint, type Matrix, type Vec3 } from "./vec.ts";

/** A small piece of a surface. One object is reused for all calls: copy what you keep. */
export interface Cell {
  /** Centre, placed. */
  at: Vec3;
  /** Edge along u, placed. */
  a: Vec3;
  /** Edge along v, placed; a × b points outwards (before mirroring). */
  b: Vec3;
  /** Centre in the shape's own axes. */
  local: Vec3;
  /** Position along the surface, 0 to 1. */
  u: number;
  /** Position across the surface, 0 to 1. */
  v: number;
  /** Which piece of a compound shape this belongs to. */
  piece: number;
}

/** Takes one cell. */
export type Emit = (cell: Cell) => void;

/** A surface. */
export interface Shape {
  /** Axis of the longest run, 0 to 2 for x, y, z: where wood has its grain. @default {1} */
  readonly grain?: 0 | 1 | 2;
  /** Area when placed by `matrix`, roughly. */
  area(matrix: Matrix): number;
  /** Lays cells of about `spacing` × `spacing` over the placed surface. */
  sample(matrix: Matrix, spacing: number, emit: Emit): void;
}

/** A surface given by a function of (u, v) in [0, 1]²; ∂u × ∂v points outwards. */
export type Patch = (u: number, v: number) => Vec3;

/** Steps in which lengths along a patch are measured. */
const STEPS = 32;

/** A shape made of patches. */
export function patches(list: readonly Patch[], steps = STEPS): Shape {
  return {
    area: (matrix) => list.reduce((sum, patch) => sum + patchArea(patch, matrix), 0),
    sample: (matrix, spacing, emit) =>
      list.forEach((patch, piece) => samplePatch(patch, matrix, spacing, emit, piece, steps)),
  };
}

/** Several shapes as one; the piece number is the index of the shape. */
export function together(...shapes: readonly Shape[]): Shape {
  return {
    area: (matrix) => shapes.reduce((sum, shape) => sum + shape.area(matrix), 0),
    sample: (matrix, spacing, emit) =>
      shapes.forEach((shape, piece) =>
        shape.sample(matrix, spacing, (cell) => {
          cell.piece = piece;
          emit(cell);
        })
      ),
  };
}

function patchArea(patch: Patch, matrix: Matrix, steps = 12): number {
  let sum = 0;
  let previous: Vec3[] = [];
  for (let j = 0; j <= steps; j++) {
    const row: Vec3[] = [];
    for (let i = 0; i <= steps; i++) row.push(mapPoint(matrix, patch(i / steps, j / steps)));
    for (let i = 0; j > 0 && i < steps; i++) {
      const a = row[i + 1].map((value, k) => value - previous[i][k]) as unknown as Vec3;
      const b = row[i].map((value, k) => value - previous[i + 1][k]) as unknown as Vec3;
      sum += length(cross(a, b)) / 2;
    }
    previous = row;
  }
  return sum;
}

/** Running length of a curve, measured at `steps` + 1 points. */
function runningLength(curve: (t: number) => Vec3, steps: number): Float64Array {
  const table = new Float64Array(steps + 1);
  let last = curve(0);
  for (let i = 1; i <= steps; i++) {
    const next = curve(i / steps);
    const [dx, dy, dz] = [next[0] - last[0], next[1] - last[1], next[2] - last[2]];
    table[i] = table[i - 1] + Math.sqrt(dx * dx + dy * dy + dz * dz);
    last = next;
  }
  return table;
}

/** The parameter at which a curve has run the given fraction of its length. */
function parameterAt(table: Float64Array, fraction: number): number {
  const steps = table.length - 1;
  const wanted = fraction * table[steps];
  let low = 0;
  let high = steps;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (table[middle] <= wanted) low = middle;
    else high = middle;
  }
  const span = table[high] - table[low];
  return (low + (span > 0 ? (wanted - table[low]) / span : 0)) / steps;
}

/** Lays rows of equal height over a patch, each with as many cells as its length asks for. */
function samplePatch(
  patch: Patch,
  matrix: Matrix,
  spacing: number,
  emit: Emit,
  piece: number,
  steps: number,
): void {
  const point = (u: number, v: number) => mapPoint(matrix, patch(u, v));
  let up: Float64Array = new Float64Array(2);
  for (const u of [0.01, 0.26, 0.5, 0.76, 0.99]) {
    const table = runningLength((v) => point(u, v), steps);
    if (table[steps] > up[up.length - 1]) up = table;
  }
  const rows = Math.max(1, Math.round(up[up.length - 1] / spacing));
  const cell: Cell = {
    at: [0, 0, 0],
    a: [0, 0, 0],
    b: [0, 0, 0],
    local: [0, 0, 0],
    u: 0,
    v: 0,
    piece,
  };
  for (let row = 0; row < rows; row++) {
    const v0 = parameterAt(up, row / rows);
    const v1 = parameterAt(up, (row + 1) / rows);
    const v = parameterAt(up, (row + 0.5) / rows);
    const along = runningLength((u) => point(u, v), steps);
    if (along[steps] < 1e-9) continue;
    const columns = Math.max(1, Math.round(along[steps] / spacing));
    for (let column = 0; column < columns; column++) {
      const u0 = parameterAt(along, column / columns);
      const u1 = parameterAt(along, (column + 1) / columns);
      const u = parameterAt(along, (column + 0.5) / columns);
      const [left, right, low, high] = [point(u0, v), point(u1, v), point(u, v0), point(u, v1)];
      cell.local = patch(u, v);
      cell.at = mapPoint(matrix, cell.local);
      cell.a = [right[0] - left[0], right[1] - left[1], right[2] - left[2]];
      cell.b = [high[0] - low[0], high[1] - low[1], high[2] - low[2]];
      cell.u = u;
      cell.v = v;
      cell.piece = piece;
      emit(cell);
    }
  }
}
