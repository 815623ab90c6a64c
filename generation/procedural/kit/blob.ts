/**
 * Soft bodies: balls and bones that flow into each other (smooth union of distance fields).
 *
 * @module
 */
import type { Cell, Shape } from "./shape.ts";
import { ball } from "./solids.ts";
import { limb } from "./tube.ts";
import {
  cross,
  dot,
  identity,
  length,
  mapDirection,
  mapPoint,
  type Matrix,
  meanScale,
  mix,
  subtract,
  times,
  toMatrix,
  unit,
  type Vec3,
} from "./vec.ts";

/** One member of a blob. */
export interface Bone {
  /** Signed distance, roughly; negative inside. */
  distance(x: number, y: number, z: number): number;
  /** Its own surface. */
  readonly surface: Shape;
  /** Where the surface is. */
  readonly matrix: Matrix;
  /** A ball that holds it. */
  readonly middle: Vec3;
  /** Radius of that ball. */
  readonly reach: number;
}

/** A bone from a to b, as thick as told at each end. */
export function bone(a: Vec3, b: Vec3, radiusA: number, radiusB = radiusA): Bone {
  const [ax, ay, az] = a;
  const [ex, ey, ez] = subtract(b, a);
  const square = Math.max(ex * ex + ey * ey + ez * ez, 1e-9);
  return {
    distance(x, y, z) {
      const [px, py, pz] = [x - ax, y - ay, z - az];
      const t = Math.min(1, Math.max(0, (px * ex + py * ey + pz * ez) / square));
      const [dx, dy, dz] = [px - ex * t, py - ey * t, pz - ez * t];
      return Math.sqrt(dx * dx + dy * dy + dz * dz) - radiusA - (radiusB - radiusA) * t;
    },
    surface: limb(a, b, radiusA, radiusB),
    matrix: identity(),
    middle: mix(a, b, 0.5),
    reach: Math.sqrt(square) / 2 + Math.max(radiusA, radiusB),
  };
}

/** A ball or ellipsoid, turned by degrees about x, then y, then z. */
export function lump(at: Vec3, radius: number | Vec3, turn: Vec3 = [0, 0, 0]): Bone {
  const [rx, ry, rz] = typeof radius === "number" ? [radius, radius, radius] : radius;
  const m = toMatrix({ at, turn });
  return {
    distance(px, py, pz) {
      const [qx, qy, qz] = [px - at[0], py - at[1], pz - at[2]];
      // The inverse of a turn is its transpose.
      const x = (m[0] * qx + m[4] * qy + m[8] * qz) / rx;
      const y = (m[1] * qx + m[5] * qy + m[9] * qz) / ry;
      const z = (m[2] * qx + m[6] * qy + m[10] * qz) / rz;
      const k0 = Math.sqrt(x * x + y * y + z * z);
      const k1 = Math.sqrt((x / rx) ** 2 + (y / ry) ** 2 + (z / rz) ** 2);
      return k1 < 1e-9 ? -Math.min(rx, ry, rz) : k0 * (k0 - 1) / k1;
    },
    surface: ball(rx, ry, rz),
    matrix: m,
    middle: at,
    reach: Math.max(rx, ry, rz),
  };
}

/** Bones as one soft body; `softness` is the distance over which they flow together. */
export function blob(bones: readonly Bone[], softness = 0.08): Shape {
  return {
    area: (matrix) => bones.reduce((sum, each) => sum + each.surface.area(matrix), 0) * 0.75,
    sample(matrix, spacing, emit) {
      const step = spacing / meanScale(matrix);
      bones.forEach((each) => {
        const near = bones.filter((other) =>
          length(subtract(other.middle, each.middle)) <
            other.reach + each.reach + 2 * softness + step
        );
        const distance = smoothUnion(near, softness);
        each.surface.sample(each.matrix, step, (cell) => {
          let p = cell.at;
          // Twice: the distance is only roughly one, so one push does not land on the surface.
          for (let push = 0; push < 2; push++) {
            const off = distance(p[0], p[1], p[2]);
            // Deep inside the others: this piece of surface does not show.
            if (push === 0 && off < -0.3 * softness - 0.5 * step) return;
            if (Math.abs(off) < step * 0.1) break;
            p = subtract(p, times(slopeAt(distance, p), off));
          }
          if (Math.abs(distance(p[0], p[1], p[2])) > step) return;
          emitAlong(cell, p, slopeAt(distance, p), matrix, bones.indexOf(nearest(near, p)), emit);
        });
      });
    },
  };
}

type Distance = (x: number, y: number, z: number) => number;

function smoothUnion(bones: readonly Bone[], softness: number): Distance {
  return (x, y, z) => {
    let total = 1e9;
    for (const each of bones) {
      const next = each.distance(x, y, z);
      const h = Math.max(softness - Math.abs(total - next), 0) / softness;
      total = Math.min(total, next) - h * h * softness * 0.25;
    }
    return total;
  };
}

/** The bone that a place belongs to, so that colours meet where bones meet. */
function nearest(bones: readonly Bone[], [x, y, z]: Vec3): Bone {
  let best = bones[0];
  let least = Infinity;
  for (const each of bones) {
    const distance = each.distance(x, y, z);
    if (distance < least) [least, best] = [distance, each];
  }
  return best;
}

/** Direction in which the distance grows, from the corners of a small tetrahedron. */
function slopeAt(distance: Distance, [x, y, z]: Vec3): Vec3 {
  const e = 1e-3;
  const a = distance(x + e, y - e, z - e);
  const b = distance(x - e, y - e, z + e);
  const c = distance(x - e, y + e, z - e);
  const d = distance(x + e, y + e, z + e);
  return unit([a - b - c + d, -a - b + c + d, -a + b - c + d]);
}

/** Lays the cell flat on the body at p. */
function emitAlong(
  cell: Cell,
  p: Vec3,
  normal: Vec3,
  matrix: Matrix,
  piece: number,
  emit: (cell: Cell) => void,
): void {
  const [across, along] = [length(cell.a) * 1.08, length(cell.b) * 1.08];
  let a = subtract(cell.a, times(normal, dot(cell.a, normal)));
  if (length(a) < 1e-9) a = cross([0.3, 0.9, 0.1], normal);
  a = times(unit(a), across);
  const b = times(unit(cross(normal, a)), along);
  emit({
    at: mapPoint(matrix, p),
    a: mapDirection(matrix, a),
    b: mapDirection(matrix, b),
    local: p,
    u: cell.u,
    v: cell.v,
    piece,
  });
}
