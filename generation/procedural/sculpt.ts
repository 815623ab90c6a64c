/**
 * Surfels to Gaussians: framed for the subnet's camera, flattened along the normals, opaque.
 *
 * @module
 */
import { emptyCloud, type GaussianCloud, SH_C0 } from "@threegen/splats";
import type { Random } from "@threegen/service";
import { shiftHue } from "./kit/mod.ts";
import type { Surfels } from "./surfels.ts";

/**
 * Radius of the ball that holds an asset. The subnet's camera (vertical field of view 49.1°)
 * sees a ball of 1.04 whole from a distance of 2.5, the nearest that is used.
 */
export const FRAME_RADIUS = 0.97;

/** Standard deviation over the size of a cell: neighbours overlap, edges stay crisp. */
const OVERLAP = 0.62;

/** Thickness of a Gaussian over its extent. */
const THINNESS = 0.12;

/** What {@linkcode sculpt} may change. */
export interface SculptOptions {
  /** 1 is full; below, Gaussians are displaced, blown up and miscoloured. Range (0, 1]. */
  readonly quality: number;
  /** Part of the frame that is filled, for things said to be small. Range (0, 1]. */
  readonly size: number;
  /** Randomness of the flaws. */
  readonly random: Random;
}

/** Turns surfels into a cloud. */
export function sculpt(surfels: Surfels, { quality, size, random }: SculptOptions): GaussianCloud {
  const { count, positions, normals, tangents, extents, colours, opacities } = surfels;
  const { center, radius } = enclosingBall(positions, count);
  const zoom = FRAME_RADIUS * size / radius;
  const flaw = 1 - quality;
  const cloud = emptyCloud(count, 0, "+y");
  const wander = () => (random() + random() + random() - 1.5) * flaw * flaw * 0.16;
  for (let i = 0; i < count; i++) {
    const [n, t] = [3 * i, 3 * i];
    for (let k = 0; k < 3; k++) {
      cloud.positions[n + k] = (positions[n + k] - center[k]) * zoom + (flaw > 0 ? wander() : 0);
    }
    const grow = zoom * OVERLAP * (flaw > 0 ? 1 + flaw * (0.2 + 1.1 * random()) : 1);
    const [width, height] = limitAspect(extents[2 * i] * grow, extents[2 * i + 1] * grow);
    const thickness = Math.min(width, height) * (THINNESS + flaw * 0.6);
    cloud.logScales[n] = Math.log(width);
    cloud.logScales[n + 1] = Math.log(height);
    cloud.logScales[n + 2] = Math.log(thickness);
    cloud.rotations.set(
      turnTo(
        tangents[t],
        tangents[t + 1],
        tangents[t + 2],
        normals[n],
        normals[n + 1],
        normals[n + 2],
      ),
      4 * i,
    );
    const opacity = 0.985 * opacities[i] * (1 - 0.4 * flaw * random());
    cloud.opacityLogits[i] = Math.log(opacity / (1 - opacity));
    let colour = [colours[n], colours[n + 1], colours[n + 2]] as const;
    if (flaw > 0) {
      const off = flaw * flaw * 0.5;
      const turned = shiftHue(colour, off * 160 * (random() - 0.35), 1 - off);
      colour = [
        turned[0] + off * (random() - 0.5),
        turned[1] + off * (random() - 0.5),
        turned[2] + off * (random() - 0.5),
      ];
    }
    for (let k = 0; k < 3; k++) {
      cloud.shDc[n + k] = (Math.min(1, Math.max(0, colour[k])) - 0.5) / SH_C0;
    }
  }
  return cloud;
}

/** Largest standard deviation: a poor asset is blotchy, yet not one fog. */
const LARGEST = 0.15;

/** Slivers would show as needles. */
function limitAspect(width: number, height: number): readonly [number, number] {
  const least = Math.max(width, height) / 5;
  return [
    Math.min(Math.max(width, least, 1e-5), LARGEST),
    Math.min(Math.max(height, least, 1e-5), LARGEST),
  ];
}

/** The middle of the bounding box, and the distance of the farthest point from it. */
function enclosingBall(
  positions: Float32Array,
  count: number,
): { center: readonly number[]; radius: number } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count * 3; i++) {
    const value = positions[i];
    if (value < low[i % 3]) low[i % 3] = value;
    if (value > high[i % 3]) high[i % 3] = value;
  }
  const center = low.map((value, k) => (value + high[k]) / 2);
  let square = 0;
  for (let i = 0; i < count; i++) {
    square = Math.max(
      square,
      (positions[3 * i] - center[0]) ** 2 + (positions[3 * i + 1] - center[1]) ** 2 +
        (positions[3 * i + 2] - center[2]) ** 2,
    );
  }
  return { center, radius: Math.sqrt(square) || 1 };
}

/** The unit quaternion (w, x, y, z) that turns x to the tangent and z to the normal. */
function turnTo(
  tx: number,
  ty: number,
  tz: number,
  nx: number,
  ny: number,
  nz: number,
): readonly [number, number, number, number] {
  const [bx, by, bz] = [ny * tz - nz * ty, nz * tx - nx * tz, nx * ty - ny * tx];
  const trace = tx + by + nz;
  let q: [number, number, number, number];
  if (trace > 0) {
    const s = 2 * Math.sqrt(trace + 1);
    q = [s / 4, (bz - ny) / s, (nx - tz) / s, (ty - bx) / s];
  } else if (tx > by && tx > nz) {
    const s = 2 * Math.sqrt(1 + tx - by - nz);
    q = [(bz - ny) / s, s / 4, (bx + ty) / s, (nx + tz) / s];
  } else if (by > nz) {
    const s = 2 * Math.sqrt(1 + by - tx - nz);
    q = [(nx - tz) / s, (bx + ty) / s, s / 4, (ny + bz) / s];
  } else {
    const s = 2 * Math.sqrt(1 + nz - tx - by);
    q = [(ty - bx) / s, (nx + tz) / s, (ny + bz) / s, s / 4];
  }
  const size = Math.hypot(...q) || 1;
  return [q[0] / size, q[1] / size, q[2] / size, q[3] / size];
}
