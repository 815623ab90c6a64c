/**
 * Round and boxy solids, centred at the origin with their axis along y.
 *
 * @module
 */
import { smoothLine, type Vec2 } from "./curve.ts";
import { type Patch, patches, type Shape } from "./shape.ts";
import type { Vec3 } from "./vec.ts";

/** An ellipsoid with the given half axes; one number makes a ball. */
export function ball(rx: number, ry = rx, rz = rx): Shape {
  return patches([(u, v) => {
    const [angle, height] = [2 * Math.PI * u - Math.PI, Math.PI * (v - 0.5)];
    const r = Math.cos(height);
    return [rx * r * Math.sin(angle), ry * Math.sin(height), rz * r * Math.cos(angle)];
  }], 20);
}

/** A box of the given full sizes; edges rounded by `round`. */
export function box(width: number, height: number, depth: number, round?: number): Shape {
  const half: Vec3 = [width / 2, height / 2, depth / 2];
  const radius = Math.min(round ?? Math.min(width, height, depth) * 0.06, ...half);
  const list: Patch[] = [];
  for (const axis of [0, 1, 2]) {
    for (const sign of [-1, 1]) {
      // The two other axes, ordered so that their product points along sign · axis.
      const first = (axis + (sign > 0 ? 1 : 2)) % 3;
      const second = (axis + (sign > 0 ? 2 : 1)) % 3;
      list.push((u, v) => {
        const p = [0, 0, 0];
        p[axis] = sign * half[axis];
        p[first] = half[first] * (2 * u - 1);
        p[second] = half[second] * (2 * v - 1);
        return roundCorner(p, half, radius);
      });
    }
  }
  const longest = Math.max(width, height, depth);
  const grain = longest === width ? 0 : longest === height ? 1 : 2;
  return { ...patches(list, 12), grain };
}

/** Pulls a point of a sharp box onto the box with round edges and corners. */
function roundCorner([x, y, z]: readonly number[], half: Vec3, radius: number): Vec3 {
  const [hx, hy, hz] = [half[0] - radius, half[1] - radius, half[2] - radius];
  const [ix, iy, iz] = [
    Math.min(Math.max(x, -hx), hx),
    Math.min(Math.max(y, -hy), hy),
    Math.min(Math.max(z, -hz), hz),
  ];
  const [ax, ay, az] = [x - ix, y - iy, z - iz];
  const size = Math.sqrt(ax * ax + ay * ay + az * az);
  const reach = size > 0 ? radius / size : 0;
  return [ix + ax * reach, iy + ay * reach, iz + az * reach];
}

/** How a lathe turns its profile. */
export interface LatheOptions {
  /** Rounds the profile by a smooth curve. @default {false} */
  readonly smooth?: boolean;
  /** Number of flat sides instead of a circle. */
  readonly sides?: number;
  /** Part of the full turn, centred on +z. @default {1} */
  readonly turn?: number;
  /** Factor of the radius by angle (radians, 0 at +z) and height fraction: ribs and flutes. */
  readonly ribs?: (angle: number, v: number) => number;
}

/** Turns a profile of (radius, height) about the y axis. List it from the bottom, outside first. */
export function lathe(profile: readonly Vec2[], options: LatheOptions = {}): Shape {
  const { smooth = false, sides, turn = 1, ribs } = options;
  const line = smooth ? smoothLine(profile) : profile;
  const runs = [0];
  for (let i = 1; i < line.length; i++) {
    runs.push(
      runs[i - 1] + Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]),
    );
  }
  const total = runs[runs.length - 1];
  const profileAt = (v: number): Vec2 => {
    const run = v * total;
    let i = 1;
    while (i < line.length - 1 && runs[i] < run) i++;
    const t = (run - runs[i - 1]) / Math.max(runs[i] - runs[i - 1], 1e-9);
    return [
      line[i - 1][0] + (line[i][0] - line[i - 1][0]) * t,
      line[i - 1][1] + (line[i][1] - line[i - 1][1]) * t,
    ];
  };
  return patches(
    [(u, v) => {
      const angle = (2 * u - 1) * Math.PI * turn;
      const [radius, y] = profileAt(v);
      let r = Math.max(radius, 0);
      if (sides !== undefined) {
        const side = 2 * Math.PI / sides;
        const within = ((angle + Math.PI * 4) % side) - side / 2;
        r *= Math.cos(side / 2) / Math.cos(within);
      }
      if (ribs) r *= ribs(angle, v);
      return [r * Math.sin(angle), y, r * Math.cos(angle)];
    }],
    Math.min(160, Math.max(32, line.length * 4, (sides ?? 0) * 8, ribs ? 96 : 0)),
  );
}

/** A cylinder, or a cone when the radii differ; closed at both ends. */
export function cylinder(bottom: number, height: number, top = bottom, sides?: number): Shape {
  const h = height / 2;
  return lathe(
    [[0, -h], [bottom, -h], [top, h], [0, h]],
    sides === undefined ? {} : { sides },
  );
}

/** A ring in the x-z plane: `radius` to the middle of the tube, which is `thickness` thick. */
export function torus(radius: number, thickness: number, turn = 1): Shape {
  const r = thickness / 2;
  return patches([(u, v) => {
    const [around, across] = [(2 * u - 1) * Math.PI * turn, 2 * Math.PI * v];
    const reach = radius + r * Math.cos(across);
    return [reach * Math.sin(around), r * Math.sin(across), reach * Math.cos(around)];
  }], 48);
}

/** A surface of one's own. Points outwards along ∂u × ∂v. */
export function sheet(at: Patch, steps = 48): Shape {
  return patches([at], steps);
}
