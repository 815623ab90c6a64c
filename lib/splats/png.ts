/**
 * PNG, the lossless picture format.
 *
 * @module
 */
import { decode, encode } from "fast-png";
import type { Image } from "./image.ts";

/** Writes a PNG; without an alpha channel when every pixel is opaque. */
export function encodePng(image: Image): Uint8Array {
  const { width, height, rgba } = image;
  let opaque = true;
  for (let i = 3; i < rgba.length && opaque; i += 4) opaque = rgba[i] === 255;
  if (!opaque) return encode({ width, height, data: rgba, channels: 4, depth: 8 });
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgb[pixel * 3] = rgba[pixel * 4];
    rgb[pixel * 3 + 1] = rgba[pixel * 4 + 1];
    rgb[pixel * 3 + 2] = rgba[pixel * 4 + 2];
  }
  return encode({ width, height, data: rgb, channels: 3, depth: 8 });
}

/**
 * Reads a PNG of 8 bits per channel: grey, RGB or a palette, with or without alpha.
 *
 * @throws {Error} When it is malformed or of another depth.
 */
export function decodePng(bytes: Uint8Array): Image {
  const { width, height, data: samples, channels, depth, palette } = decode(bytes);
  if (depth !== 8) throw new Error(`Cannot read PNG: ${depth} bits per channel, expected 8`);
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const first = samples[pixel * channels];
    const color = palette
      ? palette[first]
      : channels < 3
      ? [first, first, first]
      : [first, samples[pixel * channels + 1], samples[pixel * channels + 2]];
    const alpha = palette
      ? palette[first][3] ?? 255
      : channels % 2 === 0
      ? samples[pixel * channels + channels - 1]
      : 255;
    rgba.set([color[0], color[1], color[2], alpha], pixel * 4);
  }
  return { width, height, rgba };
}
