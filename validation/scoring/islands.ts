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
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  let specks = 0;
  let pinholes = 0;
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] !== 0) continue;
    const isCovered = rgba[start * 4 + 3] >= COVERED;
    let size = 0;
    let depth = 0;
    stack[depth++] = start;
    seen[start] = 1;
    while (depth > 0) {
      const pixel = stack[--depth];
      size++;
      const x = pixel % width;
      const neighbours = [
        x > 0 ? pixel - 1 : -1,
        x < width - 1 ? pixel + 1 : -1,
        pixel - width,
        pixel + width < seen.length ? pixel + width : -1,
      ];
      for (const next of neighbours) {
        if (next < 0 || seen[next] !== 0) continue;
        if ((rgba[next * 4 + 3] >= COVERED) !== isCovered) continue;
        seen[next] = 1;
        stack[depth++] = next;
      }
    }
    if (size > limit) continue;
    if (isCovered) specks++;
    else pinholes++;
  }
  return { specks, pinholes };
}
