/**
 * Flat outlines given a thickness: blades, leaves, stars, signs.
 *
 * @module
 */
import type { Vec2 } from "./curve.ts";
import { type Cell, type Emit, patches, type Shape } from "./shape.ts";
import { mapDirection, mapPoint, type Matrix, meanScale, type Vec3 } from "./vec.ts";

/** How an outline is given its thickness. */
export interface ExtrudeOptions {
  /** Outlines cut out of the first one. */
  readonly holes?: readonly (readonly Vec2[])[];
  /** Width over which the thickness grows from the rim; a blade's ground edge. @default {0} */
  readonly bevel?: number;
  /** Whether the bevel is round like a pillow. @default {false} */
  readonly pillow?: boolean;
  /** Thickness at the rim as a part of the depth. @default {0.15 with a bevel, else 1} */
  readonly rim?: number;
}

/** Gives an outline in the x-y plane a thickness of `depth` along z, centred at z = 0. */
export function extrude(
  outline: readonly Vec2[],
  depth: number,
  options: ExtrudeOptions = {},
): Shape {
  const { holes = [], bevel = 0, pillow = false } = options;
  const rim = options.rim ?? (bevel > 0 ? 0.15 : 1);
  const rings = [counterclockwise(outline), ...holes.map((hole) => clockwise(hole))];
  const depthAt = bevel > 0 ? distanceField(rings, bevel) : () => 0;
  const heightAt = (x: number, y: number): number => {
    if (bevel <= 0) return depth / 2;
    const t = Math.min(1, depthAt(x, y) / bevel);
    const rise = pillow ? Math.sqrt(1 - (1 - t) ** 2) : t;
    return depth / 2 * (rim + (1 - rim) * rise);
  };
  const walls = patches(
    rings.flatMap((ring) =>
      ring.map(([x0, y0], i) => {
        const [x1, y1] = ring[(i + 1) % ring.length];
        return (u: number, v: number): Vec3 => [
          x0 + (x1 - x0) * u,
          y0 + (y1 - y0) * u,
          (v - 0.5) * depth * rim,
        ];
      })
    ),
    4,
  );
  return {
    area: (matrix) => {
      const flat = rings.reduce((sum, ring) => sum + signedArea(ring), 0);
      return walls.area(matrix) + 2 * flat * meanScale(matrix) ** 2;
    },
    sample(matrix, spacing, emit) {
      walls.sample(matrix, spacing, (cell) => {
        cell.u = 0.5;
        cell.v = 0;
        cell.piece = 2;
        emit(cell);
      });
      sampleCaps(rings, heightAt, matrix, spacing, emit);
    },
  };
}

/** Covers both faces with a grid of cells, clipped by the rings. */
function sampleCaps(
  rings: readonly (readonly Vec2[])[],
  heightAt: (x: number, y: number) => number,
  matrix: Matrix,
  spacing: number,
  emit: Emit,
): void {
  const step = spacing / meanScale(matrix);
  const [xs, ys] = [rings[0].map(([x]) => x), rings[0].map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const columns = Math.max(1, Math.round((right - left) / step));
  const rows = Math.max(1, Math.round((high - low) / step));
  const [dx, dy] = [(right - left) / columns, (high - low) / rows];
  for (let row = 0; row < rows; row++) {
    const y = low + (row + 0.5) * dy;
    const crossed = crossings(rings, y);
    for (let column = 0; column < columns; column++) {
      const x = left + (column + 0.5) * dx;
      // Even-odd rule: inside after an odd number of crossings.
      if (crossed.filter((each) => each < x).length % 2 === 0) continue;
      const z = heightAt(x, y);
      const slopeX = heightAt(x + dx / 4, y) - heightAt(x - dx / 4, y);
      const slopeY = heightAt(x, y + dy / 4) - heightAt(x, y - dy / 4);
      for (const side of [1, -1]) {
        const local: Vec3 = [x, y, side * z];
        const cell: Cell = {
          at: mapPoint(matrix, local),
          a: mapDirection(matrix, [side * dx, 0, 2 * slopeX]),
          b: mapDirection(matrix, [0, dy, side * 2 * slopeY]),
          local,
          u: (x - left) / (right - left),
          v: (y - low) / (high - low),
          piece: side > 0 ? 0 : 1,
        };
        emit(cell);
      }
    }
  }
}

function signedArea(ring: readonly Vec2[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    return sum + (x * ny - nx * y) / 2;
  }, 0);
}

function counterclockwise(ring: readonly Vec2[]): readonly Vec2[] {
  return signedArea(ring) < 0 ? ring.toReversed() : ring;
}

function clockwise(ring: readonly Vec2[]): readonly Vec2[] {
  return signedArea(ring) > 0 ? ring.toReversed() : ring;
}

/** Where a horizontal line crosses the rings. */
function crossings(rings: readonly (readonly Vec2[])[], y: number): number[] {
  const crossed: number[] = [];
  for (const ring of rings) {
    for (const [i, [xi, yi]] of ring.entries()) {
      const [xj, yj] = ring[(i + ring.length - 1) % ring.length];
      if ((yi > y) !== (yj > y)) crossed.push((xj - xi) * (y - yi) / (yj - yi) + xi);
    }
  }
  return crossed;
}

/** Distance to the rim, measured on a grid fine enough for the bevel and read between its points. */
function distanceField(
  rings: readonly (readonly Vec2[])[],
  bevel: number,
): (x: number, y: number) => number {
  const [xs, ys] = [rings[0].map(([x]) => x), rings[0].map(([, y]) => y)];
  const [left, low] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - low];
  const steps = (size: number) => Math.min(128, Math.max(8, Math.ceil(size / bevel * 5)));
  const [columns, rows] = [steps(width), steps(height)];
  const grid = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const [x, y] = [left + width * column / columns, low + height * row / rows];
      grid[row * (columns + 1) + column] = distanceToRings(rings, x, y);
    }
  }
  return (x, y) => {
    const u = Math.min(Math.max((x - left) / width, 0), 0.999999) * columns;
    const v = Math.min(Math.max((y - low) / height, 0), 0.999999) * rows;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const at = j * (columns + 1) + i;
    const lower = grid[at] + (grid[at + 1] - grid[at]) * (u - i);
    const upper = grid[at + columns + 1] +
      (grid[at + columns + 2] - grid[at + columns + 1]) * (u - i);
    return lower + (upper - lower) * (v - j);
  };
}

function distanceToRings(rings: readonly (readonly Vec2[])[], x: number, y: number): number {
  let best = Infinity;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [ax, ay] = ring[(i + ring.length - 1) % ring.length];
      const [ex, ey] = [ring[i][0] - ax, ring[i][1] - ay];
      const t = Math.min(
        1,
        Math.max(0, ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey || 1)),
      );
      best = Math.min(best, Math.hypot(x - ax - ex * t, y - ay - ey * t));
    }
  }
  return best;
}

/** A circle as an outline. */
export function circle(radius: number, points = 40, squash = 1): Vec2[] {
  return Array.from({ length: points }, (_, i) => {
    const angle = 2 * Math.PI * i / points;
    return [radius * Math.cos(angle), radius * squash * Math.sin(angle)];
  });
}

/** A star with its first tip up; with `tips` teeth it serves as a gear too. */
export function star(tips: number, outer: number, inner: number): Vec2[] {
  return Array.from({ length: tips * 2 }, (_, i) => {
    const angle = Math.PI / 2 + Math.PI * i / tips;
    const r = i % 2 === 0 ? outer : inner;
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
}

/** A rectangle with round corners. */
export function roundedRectangle(width: number, height: number, radius: number): Vec2[] {
  const outline: Vec2[] = [];
  for (let corner = 0; corner < 4; corner++) {
    const [sx, sy] = [corner === 0 || corner === 3 ? 1 : -1, corner < 2 ? 1 : -1];
    for (let i = 0; i <= 5; i++) {
      const angle = Math.PI / 2 * (corner + i / 5);
      outline.push([
        sx * (width / 2 - radius) + radius * Math.cos(angle),
        sy * (height / 2 - radius) + radius * Math.sin(angle),
      ]);
    }
  }
  return outline;
}

/** The right half of an outline (from top to bottom, x ≥ 0) made whole. */
export function mirrorOutline(half: readonly Vec2[]): Vec2[] {
  const left = half.filter(([x]) => x > 1e-9).map(([x, y]): Vec2 => [-x, y]).reverse();
  return [...half, ...left];
}
