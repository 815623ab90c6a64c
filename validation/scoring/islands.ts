/**
 * Small islands of a picture: specks of the object outside its body, and pinholes within it.
 *
 * @module
 */
import type { Image } from "@threegen/splats";

/** Small islands of one view. */
export interface IslandCounts {
  /** Small covered islands. */
  readonly specks: number;
  /** Small gaps that the object surrounds. */
  readonly pinholes: number;
}

/** An island of up to this share of the picture's width, squared, is small. */
const SMALL_SHARE = 1 / 48;
const COVERED = 128;

/** Counts the islands, by 4-neighbourhood, at an alpha of one half. */
export function countIslands({ width, height, rgba }: Image): IslandCounts {
  const limit = Math.max(1, (width * SMALL_SHARE) ** 2);
  const covered = new Uint8Array(width * height);
  for (let pixel = 0; pixel < covered.length; pixel++) {
    covered[pixel] = rgba[pixel * 4 + 3] >= COVERED ? 1 : 0;
  }
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  let depth = 0;
  const visit = (pixel: number, side: number) => {
    if (seen[pixel] !== 0 || covered[pixel] !== side) return;
    seen[pixel] = 1;
    stack[depth++] = pixel;
  };
  let specks = 0;
  let pinholes = 0;
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] !== 0) continue;
    const side = covered[start];
    let size = 0;
    visit(start, side);
    while (depth > 0) {
      const pixel = stack[--depth];
      const x = pixel % width;
      size++;
      if (x > 0) visit(pixel - 1, side);
      if (x < width - 1) visit(pixel + 1, side);
      if (pixel >= width) visit(pixel - width, side);
      if (pixel < seen.length - width) visit(pixel + width, side);
    }
    if (size > limit) continue;
    if (side === 1) specks++;
    else pinholes++;
  }
  return { specks, pinholes };
}
