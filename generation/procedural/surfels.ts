/**
 * Parts to surface elements: one flat piece of lit surface for each Gaussian to be.
 *
 * @module
 */
import type { Random } from "@threegen/service";
import { light } from "./light.ts";
import { measureOcclusion } from "./occlusion.ts";
import type { Bump, Part } from "./kit/part.ts";
import { roughNoise } from "./kit/noise.ts";
import { cross, determinant, dot, length, subtract, times, unit, type Vec3 } from "./kit/vec.ts";

/** Flat pieces of surface, one typed array per attribute, in the units of the noun. */
export interface Surfels {
  readonly count: number;
  /** Centres, n × 3. */
  readonly positions: Float32Array;
  /** Outward directions, n × 3. */
  readonly normals: Float32Array;
  /** Directions along the surface, orthogonal to the normals, n × 3. */
  readonly tangents: Float32Array;
  /** Extents along tangent and across it, n × 2. */
  readonly extents: Float32Array;
  /** Lit colours, sRGB 0 to 1, n × 3. */
  readonly colours: Float32Array;
  /** Opacities, 0 to 1, n. */
  readonly opacities: Float32Array;
}

/** Fewest cells that a part gets, however small it is, in an asset of `FINE` surfels or more. */
const LEAST_CELLS = 60;
const FINE = 40_000;

/** Largest spacing over the one that the areas suggest: beyond, shapes would dissolve. */
const MOST_SPACING = 1.8;

/** How much coarser the pilot is that tells how many surfels a spacing gives. */
const PILOT = 3;

/** Lays about `wanted` surfels over the parts, within a third. */
export function laySurfels(parts: readonly Part[], wanted: number, random: Random): Surfels {
  const areas = parts.map((part) => part.shape.area(part.matrix));
  const total = areas.reduce((sum, area, i) => sum + area * parts[i].detail, 0);
  // Areas are estimates and what is buried inside is thrown away, so a coarse pilot counts first.
  const guess = Math.sqrt(total / wanted);
  let least = Math.max(6, LEAST_CELLS * Math.min(1, wanted / FINE));
  const pilot = layAt(parts, areas, guess * PILOT, least, random).count;
  const fixed = countOfSmallest(parts, areas, guess * PILOT, least);
  const expected = fixed + (Math.max(pilot - fixed, pilot * 0.2)) * PILOT * PILOT;
  let spacing = guess * Math.sqrt(Math.min(3, Math.max(0.3, expected / wanted)));
  let surfels = layAt(parts, areas, spacing, least, random);
  for (let turn = 0; turn < 4; turn++) {
    const ratio = surfels.count / wanted;
    if (ratio > 0.7 && ratio < 1.3) break;
    // Many small parts can outnumber the wanted count by themselves: then they get fewer cells.
    if (ratio > 1 && spacing >= guess * MOST_SPACING) {
      if (least <= 6) break;
      least = Math.max(6, least * 0.55);
    }
    spacing = Math.min(guess * MOST_SPACING, spacing * Math.max(0.4, Math.sqrt(ratio)));
    surfels = layAt(parts, areas, spacing, least, random);
  }
  return surfels;
}

/** Cells of the parts that are too small for the spacing and get the least number instead. */
function countOfSmallest(
  parts: readonly Part[],
  areas: readonly number[],
  spacing: number,
  least: number,
): number {
  const small = parts.filter((part, i) => areas[i] * part.detail / least < spacing * spacing);
  return small.length * least * 0.8;
}

function layAt(
  parts: readonly Part[],
  areas: readonly number[],
  spacing: number,
  least: number,
  random: Random,
): Surfels {
  const store = new Store();
  parts.forEach((part, i) => {
    const wanted = Math.min(
      spacing / Math.sqrt(part.detail),
      Math.sqrt(Math.max(areas[i], 1e-9) / least),
    );
    layPart(part, wanted, random, store);
  });
  return store.finish();
}

function layPart(part: Part, spacing: number, random: Random, store: Store): void {
  const { material, bump, thin } = part;
  const flip = determinant(part.matrix) < 0 ? -1 : 1;
  part.shape.sample(part.matrix, spacing, (cell) => {
    const product = cross(cell.a, cell.b);
    if (length(product) < 1e-14) return;
    let normal = times(unit(product), flip);
    let at = cell.at;
    if (bump) ({ at, normal } = raise(at, normal, bump));
    const tangent = unit(subtract(cell.a, times(normal, dot(cell.a, normal))));
    const across = cross(normal, tangent);
    const colour = material.colour({
      at,
      local: cell.local,
      grain: grainOf(cell.local, part.shape.grain),
      normal,
      u: cell.u,
      v: cell.v,
      piece: cell.piece,
      random: random(),
    });
    if (material.fuzz > 0) {
      const jitter = (): number => (random() - 0.5) * 2 * material.fuzz;
      at = [at[0] + jitter(), at[1] + jitter(), at[2] + jitter()];
    }
    store.push({
      at,
      normal,
      tangent,
      extents: [length(cell.a), Math.abs(dot(cell.b, across))],
      colour,
      gloss: material.gloss,
      metal: material.metal,
      glow: material.glow,
      opacity: material.opacity,
      thin,
    });
  });
}

function grainOf(local: Vec3, axis: 0 | 1 | 2 = 1): Vec3 {
  if (axis === 1) return local;
  const [x, y, z] = local;
  return axis === 0 ? [y, x, z] : [x, z, y];
}

/** Raises a point of the surface by noise and tilts its normal to the new slope. */
function raise(at: Vec3, normal: Vec3, { height, scale }: Bump): { at: Vec3; normal: Vec3 } {
  const reach = 0.15 / scale;
  const rise = (x: number, y: number, z: number) =>
    (roughNoise(x * scale, y * scale, z * scale) - 0.5) * 2 * height;
  const [x, y, z] = at;
  const here = rise(x, y, z);
  const slope: Vec3 = [
    (rise(x + reach, y, z) - here) / reach,
    (rise(x, y + reach, z) - here) / reach,
    (rise(x, y, z + reach) - here) / reach,
  ];
  const flat = subtract(slope, times(normal, dot(slope, normal)));
  return {
    at: [x + normal[0] * here, y + normal[1] * here, z + normal[2] * here],
    normal: unit(subtract(normal, flat)),
  };
}

interface Surfel {
  readonly at: Vec3;
  readonly normal: Vec3;
  readonly tangent: Vec3;
  readonly extents: readonly [number, number];
  readonly colour: Vec3;
  readonly gloss: number;
  readonly metal: number;
  readonly glow: number;
  readonly opacity: number;
  readonly thin: boolean;
}

/** Numbers per surfel in the store. */
const STRIDE = 19;

/** Collects surfels, then lights them together, because they shade each other. */
class Store {
  #values = new Float32Array(STRIDE * 65536);
  #count = 0;

  push(surfel: Surfel): void {
    if ((this.#count + 1) * STRIDE > this.#values.length) {
      const larger = new Float32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    const start = this.#count++ * STRIDE;
    const values = this.#values;
    for (let k = 0; k < 3; k++) {
      values[start + k] = surfel.at[k];
      values[start + 3 + k] = surfel.normal[k];
      values[start + 6 + k] = surfel.tangent[k];
      values[start + 11 + k] = surfel.colour[k];
    }
    values[start + 9] = surfel.extents[0];
    values[start + 10] = surfel.extents[1];
    values[start + 14] = surfel.gloss;
    values[start + 15] = surfel.metal;
    values[start + 16] = surfel.glow;
    values[start + 17] = surfel.opacity;
    values[start + 18] = surfel.thin ? 1 : 0;
  }

  /** Lights the surfels and drops those that nobody can see. */
  finish(): Surfels {
    const all = this.#count;
    const values = this.#values;
    const take = (from: number, size: number) => {
      const taken = new Float32Array(all * size);
      for (let i = 0; i < all; i++) {
        for (let k = 0; k < size; k++) taken[i * size + k] = values[i * STRIDE + from + k];
      }
      return taken;
    };
    const { open, sun, buried } = measureOcclusion(all, take(0, 3), take(3, 3));
    let count = 0;
    for (let i = 0; i < all; i++) {
      const from = i * STRIDE;
      const thin = values[from + 18] === 1;
      if (buried[i] && !thin) continue;
      const normal: Vec3 = [values[from + 3], values[from + 4], values[from + 5]];
      // A thin thing is seen from both sides in one colour: light its upper side.
      const lit = thin && normal[1] < 0 ? times(normal, -1) : normal;
      const colour = light({
        colour: [values[from + 11], values[from + 12], values[from + 13]],
        normal: lit,
        open: thin ? 0.4 + 0.6 * open[i] : open[i],
        sun: sun[i],
        gloss: values[from + 14],
        metal: values[from + 15],
        glow: values[from + 16],
      });
      const to = count++ * STRIDE;
      values.copyWithin(to, from, from + STRIDE);
      values.set(colour, to + 11);
    }
    const pick = (from: number, size: number) => {
      const picked = new Float32Array(count * size);
      for (let i = 0; i < count; i++) {
        for (let k = 0; k < size; k++) picked[i * size + k] = values[i * STRIDE + from + k];
      }
      return picked;
    };
    return {
      count,
      positions: pick(0, 3),
      normals: pick(3, 3),
      tangents: pick(6, 3),
      extents: pick(9, 2),
      colours: pick(11, 3),
      opacities: pick(17, 1),
    };
  }
}
