/**
 * Smooth curves through given points.
 *
 * @module
 */
import { cross, dot, mix, subtract, times, unit, type Vec3 } from "./vec.ts";

/** A point on the flat: (x, y), or (radius, height) of a lathe profile. */
export type Vec2 = readonly [number, number];

/** Catmull-Rom weights for the four points around a span. */
function weights(t: number): readonly [number, number, number, number] {
  const [t2, t3] = [t * t, t * t * t];
  return [
    -0.5 * t + t2 - 0.5 * t3,
    1 - 2.5 * t2 + 1.5 * t3,
    0.5 * t + 2 * t2 - 1.5 * t3,
    -0.5 * t2 + 0.5 * t3,
  ];
}

/** Returns the smooth curve through the points; t runs from 0 to 1. */
export function smoothCurve(points: readonly Vec3[], closed = false): (t: number) => Vec3 {
  const n = points.length;
  if (n === 1) return () => points[0];
  const spans = closed ? n : n - 1;
  const pick = (i: number): Vec3 => {
    if (closed) return points[((i % n) + n) % n];
    if (i < 0) return mix(points[0], points[1], i);
    if (i >= n) return mix(points[n - 2], points[n - 1], i - n + 2);
    return points[i];
  };
  return (t) => {
    const place = Math.min(Math.max(t, 0), 1) * spans;
    const i = Math.min(Math.floor(place), spans - 1);
    const w = weights(place - i);
    const around = [pick(i - 1), pick(i), pick(i + 1), pick(i + 2)];
    return [0, 1, 2].map((axis) =>
      around.reduce((sum, point, k) => sum + point[axis] * w[k], 0)
    ) as unknown as Vec3;
  };
}

/** Rounds a line of points on the flat by a smooth curve with `density` points per span. */
export function smoothLine(points: readonly Vec2[], closed = false, density = 6): Vec2[] {
  const curve = smoothCurve(points.map(([x, y]) => [x, y, 0]), closed);
  const count = (closed ? points.length : points.length - 1) * density;
  const line: Vec2[] = [];
  for (let i = 0; i < count + (closed ? 0 : 1); i++) {
    const [x, y] = curve(i / count);
    line.push([x, y]);
  }
  return line;
}

/** A moving frame along a curve: where, which way, and the two directions across. */
export interface Frame {
  readonly at: Vec3;
  readonly along: Vec3;
  readonly side: Vec3;
  readonly over: Vec3;
}

/** Frames along a curve that turn as little as possible (parallel transport). */
export function framesAlong(curve: (t: number) => Vec3, count: number, closed = false): Frame[] {
  const frames: Frame[] = [];
  let over: Vec3 = [0, 0, 0];
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    const step = 0.5 / count;
    const along = closed
      ? unit(subtract(curve((t + step) % 1), curve((t - step + 1) % 1)))
      : unit(subtract(curve(Math.min(1, t + step)), curve(Math.max(0, t - step))));
    if (i === 0) over = Math.abs(along[1]) < 0.9 ? [0, 1, 0] : [0, 0, 1];
    over = unit(subtract(over, times(along, dot(over, along))));
    frames.push({ at: curve(t), along, over, side: cross(over, along) });
  }
  return frames;
}
