/**
 * Tubes along curves, with round ends.
 *
 * @module
 */
import { framesAlong, smoothCurve } from "./curve.ts";
import { patches, type Shape } from "./shape.ts";
import type { Vec3 } from "./vec.ts";

/** How a tube is made. */
export interface TubeOptions {
  /** Joins the ends. @default {false} */
  readonly closed?: boolean;
  /** Straight lines between the points instead of a smooth curve. @default {false} */
  readonly straight?: boolean;
  /** Leaves the ends open: a cone of cloth has no bottom. @default {false} */
  readonly open?: boolean;
  /** Height of the section over its width; 1 is round. @default {1} */
  readonly flat?: number;
}

const FRAMES = 64;

/**
 * A tube through the points. `radius` is one number or one for each point.
 * Ends are half balls, so a tube of two points is a capsule.
 */
export function tube(
  points: readonly Vec3[],
  radius: number | readonly number[],
  options: TubeOptions = {},
): Shape {
  const { closed = false, straight = false, open = false, flat = 1 } = options;
  const curve = straight ? polyline(points, closed) : smoothCurve(points, closed);
  const radii = typeof radius === "number" ? points.map(() => radius) : radius;
  const thickness = smoothCurve(radii.map((value): Vec3 => [value, 0, 0]), closed);
  const frames = framesAlong(curve, FRAMES, closed);
  const sizes = Float64Array.from(frames, (_, i) => Math.max(thickness(i / FRAMES)[0], 1e-4));
  const caps = closed || open ? 0 : 0.08;
  return patches([(u, v) => {
    // v runs over the first half ball, the tube, and the second half ball.
    const t = Math.min(Math.max((v - caps) / (1 - 2 * caps), 0), 1);
    const place = t * FRAMES;
    const i = Math.min(Math.floor(place), FRAMES - 1);
    const rest = place - i;
    const [from, to] = [frames[i], frames[i + 1]];
    const size = sizes[i] + (sizes[i + 1] - sizes[i]) * rest;
    let [reach, push] = [size, 0];
    if (v < caps) {
      reach = size * Math.sin(v / caps * Math.PI / 2);
      push = -size * Math.cos(v / caps * Math.PI / 2);
    } else if (v > 1 - caps) {
      reach = size * Math.sin((1 - v) / caps * Math.PI / 2);
      push = size * Math.cos((1 - v) / caps * Math.PI / 2);
    }
    const angle = 2 * Math.PI * u;
    const [c, s] = [reach * Math.cos(angle), reach * flat * Math.sin(angle)];
    const at = (k: 0 | 1 | 2): number =>
      from.at[k] + (to.at[k] - from.at[k]) * rest +
      (from.side[k] + (to.side[k] - from.side[k]) * rest) * c +
      (from.over[k] + (to.over[k] - from.over[k]) * rest) * s +
      (from.along[k] + (to.along[k] - from.along[k]) * rest) * push;
    return [at(0), at(1), at(2)];
  }], 64);
}

/** A capsule from a to b, as thick as told at each end. */
export function limb(a: Vec3, b: Vec3, radiusA: number, radiusB = radiusA): Shape {
  return tube([a, b], [radiusA, radiusB]);
}

function polyline(points: readonly Vec3[], closed: boolean): (t: number) => Vec3 {
  const line = closed ? [...points, points[0]] : points;
  return (t) => {
    const place = Math.min(Math.max(t, 0), 1) * (line.length - 1);
    const i = Math.min(Math.floor(place), line.length - 2);
    const rest = place - i;
    return [0, 1, 2].map((k) =>
      line[i][k] + (line[i + 1][k] - line[i][k]) * rest
    ) as unknown as Vec3;
  };
}
