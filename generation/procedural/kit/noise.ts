/**
 * Smooth noise in space, for grain, fur, stone and clouds.
 *
 * @module
 */

/** A number in [0, 1) for a lattice point. */
function hash(x: number, y: number, z: number): number {
  let mixed = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 2147483647 - 1274);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2246822519);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}

/** Value noise: smooth, in [0, 1], about one feature per unit. */
export function noise(x: number, y: number, z: number): number {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [fx, fy, fz] = [ease(x - ix), ease(y - iy), ease(z - iz)];
  let sum = 0;
  for (let corner = 0; corner < 8; corner++) {
    const [dx, dy, dz] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const weight = (dx ? fx : 1 - fx) * (dy ? fy : 1 - fy) * (dz ? fz : 1 - fz);
    sum += weight * hash(ix + dx, iy + dy, iz + dz);
  }
  return sum;
}

/** Noise of three octaves, in [0, 1]. */
export function roughNoise(x: number, y: number, z: number): number {
  return (noise(x, y, z) * 4 + noise(2 * x + 9, 2 * y, 2 * z) * 2 +
    noise(4 * x, 4 * y + 5, 4 * z)) /
    7;
}

/** Distance to the nearest point of a random scatter, one point per unit cube, and its number. */
export function cells(x: number, y: number, z: number): { distance: number; id: number } {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  let best = Infinity;
  let id = 0;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dz = -1; dz <= 1; dz++) {
        const [cx, cy, cz] = [ix + dx, iy + dy, iz + dz];
        const near = (cx + hash(cx, cy, cz) - x) ** 2 + (cy + hash(cy, cz + 7, cx) - y) ** 2 +
          (cz + hash(cz, cx, cy + 13) - z) ** 2;
        if (near < best) {
          best = near;
          id = hash(cx + 31, cy, cz);
        }
      }
    }
  }
  return { distance: Math.sqrt(best), id };
}
