/**
 * How open each place of a surface is to the sky and to the lamp, from a coarse voxel grid.
 *
 * @module
 */
import { lampDirection } from "./light.ts";
import type { Vec3 } from "./kit/vec.ts";

/** Voxels along the longest side. */
const RESOLUTION = 56;

/** Distances at which a ray looks for something in its way, in voxels. */
const STEPS = [2.2, 3.2, 4.6, 6.5, 9, 12.5];

/** Directions spread evenly over the sphere. */
const DIRECTIONS: readonly Vec3[] = Array.from({ length: 22 }, (_, i) => {
  const y = 1 - 2 * (i + 0.5) / 22;
  const angle = i * 2.399963;
  const r = Math.sqrt(1 - y * y);
  return [r * Math.cos(angle), y, r * Math.sin(angle)];
});

/** What {@linkcode measureOcclusion} finds for each point. */
export interface Occlusion {
  /** Share of the half sphere above the surface that is free, 0 to 1. */
  readonly open: Float32Array;
  /** Share of the lamp that arrives, 0 to 1. */
  readonly sun: Float32Array;
  /** Whether nothing outside can see the point: 1 or 0. */
  readonly buried: Uint8Array;
}

/** Measures `count` points with normals; both arrays hold three numbers for each. */
export function measureOcclusion(
  count: number,
  positions: Float32Array,
  normals: Float32Array,
): Occlusion {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count * 3; i++) {
    const value = positions[i];
    if (value < low[i % 3]) low[i % 3] = value;
    if (value > high[i % 3]) high[i % 3] = value;
  }
  const size = Math.max(high[0] - low[0], high[1] - low[1], high[2] - low[2], 1e-6) / RESOLUTION;
  const n = RESOLUTION + 3;
  const filled = new Uint8Array(n * n * n);
  const [lowX, lowY, lowZ] = low;
  const voxelOf = (x: number, y: number, z: number): number => {
    const i = Math.floor((x - lowX) / size) + 1;
    const j = Math.floor((y - lowY) / size) + 1;
    const k = Math.floor((z - lowZ) / size) + 1;
    return i < 0 || j < 0 || k < 0 || i >= n || j >= n || k >= n ? -1 : (i * n + j) * n + k;
  };
  for (let i = 0; i < count; i++) {
    filled[voxelOf(positions[3 * i], positions[3 * i + 1], positions[3 * i + 2])] = 1;
  }

  const open = new Float32Array(count);
  const sun = new Float32Array(count);
  const buried = new Uint8Array(count);
  const lamp = lampDirection();
  /** Returns 0 when the way is free, up to 1 the nearer something stands in it. */
  const blocked = (px: number, py: number, pz: number, d: Vec3): number => {
    for (let s = 0; s < STEPS.length; s++) {
      const reach = STEPS[s] * size;
      const voxel = voxelOf(px + d[0] * reach, py + d[1] * reach, pz + d[2] * reach);
      if (voxel < 0) return 0;
      if (filled[voxel]) return 1 - s / (STEPS.length + 1);
    }
    return 0;
  };
  for (let i = 0; i < count; i++) {
    const [nx, ny, nz] = [normals[3 * i], normals[3 * i + 1], normals[3 * i + 2]];
    // Start above the own surface, or its own voxels would shade it.
    const px = positions[3 * i] + nx * size * 0.9;
    const py = positions[3 * i + 1] + ny * size * 0.9;
    const pz = positions[3 * i + 2] + nz * size * 0.9;
    let weights = 0;
    let free = 0;
    let escapes = false;
    for (const d of DIRECTIONS) {
      const facing = d[0] * nx + d[1] * ny + d[2] * nz;
      if (facing < 0.15) continue;
      const block = blocked(px, py, pz, d);
      if (block === 0) escapes = true;
      weights += facing;
      free += facing * (1 - block);
    }
    open[i] = weights > 0 ? free / weights : 1;
    buried[i] = escapes ? 0 : 1;
    const facing = lamp[0] * nx + lamp[1] * ny + lamp[2] * nz;
    sun[i] = facing > -0.3 ? 1 - 0.8 * blocked(px, py, pz, lamp) : 1;
  }
  return { open, sun, buried };
}
