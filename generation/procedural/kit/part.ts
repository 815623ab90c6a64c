/**
 * Parts: a shape of a material at a place; nouns are lists of them.
 *
 * @module
 */
import type { Material } from "./material.ts";
import type { Shape } from "./shape.ts";
import { compose, type Matrix, type Placement, toMatrix, type Vec3 } from "./vec.ts";

/** Small relief of a surface. */
export interface Bump {
  /** Greatest height, in the units of the noun. */
  readonly height: number;
  /** Features per unit length. */
  readonly scale: number;
}

/** How a part differs from a plain one. */
export interface PartOptions extends Placement {
  /** Relief by noise. */
  readonly bump?: Bump;
  /** More (> 1) or fewer Gaussians than its area asks for. @default {1} */
  readonly detail?: number;
  /** Whether both sides are seen: leaves, wings, cloth. @default {false} */
  readonly thin?: boolean;
}

/** A shape of a material at a place. */
export interface Part {
  readonly shape: Shape;
  readonly material: Material;
  readonly matrix: Matrix;
  readonly bump: Bump | undefined;
  readonly detail: number;
  readonly thin: boolean;
}

/** Parts in lists of lists, as they are convenient to write. */
export type Parts = Part | readonly Parts[];

/** Makes a part. */
export function part(shape: Shape, material: Material, options: PartOptions = {}): Part {
  const { bump, detail = 1, thin = false } = options;
  return { shape, material, matrix: toMatrix(options), bump, detail, thin };
}

/** Returns the parts as one list. */
export function flatten(parts: Parts): Part[] {
  return "shape" in parts ? [parts] : parts.flatMap(flatten);
}

/** Puts parts at a place together. */
export function group(placement: Placement, ...parts: readonly Parts[]): Part[] {
  return moved(toMatrix(placement), parts);
}

/** Applies a map to parts. */
export function moved(matrix: Matrix, parts: Parts): Part[] {
  return flatten(parts).map((each) => ({ ...each, matrix: compose(matrix, each.matrix) }));
}

/** The parts and their mirror images on the other side of the y-z plane. */
export function mirrored(...parts: readonly Parts[]): Part[] {
  return [...flatten(parts), ...group({ scale: [-1, 1, 1] }, parts)];
}

/** `count` copies around the y axis; the first at +z. `make` gets the number of the copy. */
export function around(
  count: number,
  make: (index: number) => Parts,
  options: { start?: number; at?: Vec3 } = {},
): Part[] {
  const { start = 0, at = [0, 0, 0] } = options;
  return Array.from(
    { length: count },
    (_, index) => group({ turn: [0, start + 360 * index / count, 0], at }, make(index)),
  ).flat();
}

/** `count` things in a row; `make` gets the number and a fraction that runs from 0 to 1. */
export function row(count: number, make: (index: number, t: number) => Parts): Part[] {
  return Array.from(
    { length: count },
    (_, index) => flatten(make(index, count === 1 ? 0.5 : index / (count - 1))),
  ).flat();
}
