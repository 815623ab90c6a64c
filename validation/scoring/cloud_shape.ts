/**
 * What the cloud itself says about an asset: stray splats, and splats of odd size or shape.
 *
 * @module
 */
import { activate, type GaussianCloud } from "@threegen/splats";

/** Measures of a normalised cloud (longest side 1.5). */
export interface CloudMeasures {
  /** Share of the splats' surface that lies in small islands or far outside, 0 to 1. */
  readonly floaters: number;
  /** Share of the splats' surface in splats larger than a fifth of the asset, 0 to 1. */
  readonly oversized: number;
  /** Share of the visible splats that are long needles, 0 to 1. */
  readonly needles: number;
}

/** Cells along each side of the grid on which islands are found. */
const GRID = 40;
/** Half the side of the grid, world units: the asset's 0.75 and some room. */
const HALF_SIDE = 0.9;
/** An island with less than this share of the whole is a floater, not a part. */
const ISLAND_SHARE = 0.01;
/** Standard deviation from which a splat is oversized: its ±2σ is a fifth of the asset's 1.5. */
const OVERSIZED_SIGMA = 0.075;
/** Longest over second axis from which a splat is a needle. */
const NEEDLE_RATIO = 12;
/** A needle shorter than this does not show, world units. */
const NEEDLE_SIGMA = 0.03;

/** Measures a normalised cloud. */
export function measureCloud(cloud: GaussianCloud): CloudMeasures {
  const { count, positions, scales, opacities } = activate(cloud);
  const mass = new Float64Array(GRID ** 3);
  let total = 0;
  let outside = 0;
  let oversized = 0;
  let visible = 0;
  let needles = 0;
  for (let i = 0; i < count; i++) {
    if (opacities[i] < 0.05) continue;
    visible++;
    const [small, middle, large] = sorted(scales[i * 3], scales[i * 3 + 1], scales[i * 3 + 2]);
    // Surface that it can cover, with a floor for splats that the renderer's blur keeps visible.
    const surface = opacities[i] * Math.max(middle, 1e-3) * Math.max(large, 1e-3);
    total += surface;
    if (large > OVERSIZED_SIGMA) oversized += surface;
    if (large > NEEDLE_SIGMA && large > NEEDLE_RATIO * Math.max(middle, small, 1e-4)) needles++;
    const cell = cellOf(positions[i * 3], positions[i * 3 + 1], positions[i * 3 + 2]);
    if (cell < 0) outside += surface;
    else mass[cell] += surface;
  }
  if (!(total > 0)) return { floaters: 1, oversized: 1, needles: 1 };
  const islands = islandMasses(mass);
  const small = islands.filter((island) => island < ISLAND_SHARE * total);
  return {
    floaters: (outside + small.reduce((sum, island) => sum + island, 0)) / total,
    oversized: oversized / total,
    needles: needles / visible,
  };
}

function sorted(a: number, b: number, c: number): [number, number, number] {
  const low = Math.min(a, b, c);
  const high = Math.max(a, b, c);
  return [low, Math.max(Math.min(a, b), Math.min(Math.max(a, b), c)), high];
}

function cellOf(x: number, y: number, z: number): number {
  const along = (value: number) => Math.floor(((value + HALF_SIDE) / (2 * HALF_SIDE)) * GRID);
  const [i, j, k] = [along(x), along(y), along(z)];
  const isInside = i >= 0 && j >= 0 && k >= 0 && i < GRID && j < GRID && k < GRID;
  return isInside ? (k * GRID + j) * GRID + i : -1;
}

/** Sums each set of cells that touch, corners included; empties the grid. */
function islandMasses(mass: Float64Array): number[] {
  const islands: number[] = [];
  const stack: number[] = [];
  for (let start = 0; start < mass.length; start++) {
    if (mass[start] === 0) continue;
    let island = 0;
    stack.push(start);
    while (stack.length > 0) {
      const cell = stack.pop()!;
      if (mass[cell] === 0) continue;
      island += mass[cell];
      mass[cell] = 0;
      const x = cell % GRID;
      const y = Math.floor(cell / GRID) % GRID;
      const z = Math.floor(cell / (GRID * GRID));
      for (let k = Math.max(0, z - 1); k <= Math.min(GRID - 1, z + 1); k++) {
        for (let j = Math.max(0, y - 1); j <= Math.min(GRID - 1, y + 1); j++) {
          for (let i = Math.max(0, x - 1); i <= Math.min(GRID - 1, x + 1); i++) {
            const next = (k * GRID + j) * GRID + i;
            if (mass[next] > 0) stack.push(next);
          }
        }
      }
    }
    islands.push(island);
  }
  return islands;
}
