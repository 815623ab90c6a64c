/** A picture of 8 bits per channel, sRGB. */
export interface Image {
  /** Pixels from left to right. */
  readonly width: number;
  /** Pixels from top to bottom. */
  readonly height: number;
  /** Rows from the top, each pixel R, G, B and straight (not premultiplied) alpha. */
  readonly rgba: Uint8Array;
}

/**
 * Returns how alike two pictures are, as the peak signal-to-noise ratio of their R, G and B in
 * decibels: infinite when they are the same, about 20 when they differ plainly.
 *
 * @param isCounted Says which pixels count, by index from the top left; all when left out.
 * @throws {RangeError} When the sizes differ.
 */
export function psnr(a: Image, b: Image, isCounted?: (pixel: number) => boolean): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new RangeError(
      `Cannot compare pictures: ${a.width} x ${a.height} and ${b.width} x ${b.height}`,
    );
  }
  let squares = 0;
  let values = 0;
  for (let pixel = 0; pixel < a.width * a.height; pixel++) {
    if (isCounted && !isCounted(pixel)) continue;
    for (let i = pixel * 4; i < pixel * 4 + 3; i++) {
      const difference = a.rgba[i] - b.rgba[i];
      squares += difference * difference;
    }
    values += 3;
  }
  return squares === 0 ? Infinity : 10 * Math.log10(255 ** 2 * values / squares);
}
