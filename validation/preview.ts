/**
 * Pictures for people and for duels.
 *
 * @module
 */
import { encodePng, type Image } from "@threegen/splats";

/** Width of the black line between the pictures. Source: the original since 2.4, 5 pixels. */
const GAP_PIXELS = 5;

/**
 * Puts four pictures of one size on a 2 × 2 grid: top left, top right, bottom left, bottom right.
 * Four pictures of 518 × 518 give the original's 1041 × 1041.
 */
export function gridOf(pictures: readonly [Image, Image, Image, Image]): Image {
  const { width, height } = pictures[0];
  const gridWidth = 2 * width + GAP_PIXELS;
  const gridHeight = 2 * height + GAP_PIXELS;
  const rgba = new Uint8Array(gridWidth * gridHeight * 4);
  for (let i = 3; i < rgba.length; i += 4) rgba[i] = 255;
  pictures.forEach((picture, index) => {
    const left = (index % 2) * (width + GAP_PIXELS);
    const top = Math.floor(index / 2) * (height + GAP_PIXELS);
    for (let y = 0; y < height; y++) {
      const row = picture.rgba.subarray(y * width * 4, (y + 1) * width * 4);
      rgba.set(row, ((top + y) * gridWidth + left) * 4);
    }
  });
  return { width: gridWidth, height: gridHeight, rgba };
}

/** Writes a picture as PNG, every pixel opaque, whatever coverage channel A carries. */
export function toPng({ width, height, rgba }: Image): Uint8Array<ArrayBuffer> {
  const copy = rgba.slice();
  for (let i = 3; i < copy.length; i += 4) copy[i] = 255;
  return new Uint8Array(encodePng({ width, height, rgba: copy }));
}
