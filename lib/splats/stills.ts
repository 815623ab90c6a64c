/**
 * Pictures as files: PNG, WebP and JPEG. The encoders of the last two are WebAssembly, loaded on
 * first use.
 *
 * @module
 */
import type { Image } from "./image.ts";
import { encodePng } from "./png.ts";

/** A format of pictures that we write. */
export type StillFormat = "png" | "webp" | "jpeg";

/** How a picture is written. */
export interface EncodeStillOptions {
  /** Quality of WebP and JPEG, 1 to 100; WebP at 100 is lossless. Default 90. */
  readonly quality?: number;
}

/** The format of each ending of a name. */
export const STILL_EXTENSIONS: Readonly<Record<string, StillFormat>> = {
  ".png": "png",
  ".webp": "webp",
  ".jpg": "jpeg",
  ".jpeg": "jpeg",
};

/** Returns the format that a file's name asks for, or nothing when it asks for none. */
export function stillFormatOfName(name: string): StillFormat | undefined {
  const extension = /\.[^.]*$/.exec(name.toLowerCase())?.[0];
  return extension !== undefined && Object.hasOwn(STILL_EXTENSIONS, extension)
    ? STILL_EXTENSIONS[extension]
    : undefined;
}

/**
 * Writes a picture. JPEG has no transparency: pixels are written as if opaque.
 *
 * @throws {RangeError} When the quality is not from 1 to 100.
 */
export async function encodeStill(
  image: Image,
  format: StillFormat,
  options: EncodeStillOptions = {},
): Promise<Uint8Array> {
  const { quality = 90 } = options;
  if (!(quality >= 1 && quality <= 100)) {
    throw new RangeError(`Cannot write a picture of quality ${quality}; use 1 to 100`);
  }
  if (format === "png") return encodePng(image);
  const { width, height } = image;
  const data = Uint8ClampedArray.from(image.rgba);
  const picture = { width, height, data, colorSpace: "srgb" } as unknown as ImageData;
  if (format === "jpeg") {
    const { default: encode } = await import("@jsquash/jpeg/encode.js");
    return new Uint8Array(await encode(picture, { quality }));
  }
  const { default: encode } = await import("@jsquash/webp/encode.js");
  const lossless = quality === 100 ? { lossless: 1, exact: 1 } : {};
  return new Uint8Array(await encode(picture, { quality, ...lossless }));
}
