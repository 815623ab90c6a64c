/**
 * A cloud as one file to look at: a picture from one side, or a video of a whole turn.
 *
 * @module
 */
import { ORBIT_FOV_DEGREES, orbitCamera } from "./camera.ts";
import type { GaussianCloud } from "./cloud.ts";
import type { Image } from "./image.ts";
import { depthImage } from "./render/depth_image.ts";
import type { RenderImageOptions, SplatRenderer } from "./render/splat_renderer.ts";
import { encodeStill, STILL_EXTENSIONS, type StillFormat, stillFormatOfName } from "./stills.ts";
import { turntableCameras } from "./turntable.ts";
import { encodeMp4 } from "./video.ts";

/** A format of files to look at. */
export type PictureFormat = StillFormat | "mp4";

/**
 * What the camera does, and who draws and writes. With `depth` the picture shows depths in grey, as
 * {@linkcode depthImage} makes them.
 */
export interface PictureOptions extends Omit<RenderImageOptions, "coverage"> {
  /** Who draws. */
  readonly renderer: SplatRenderer;
  /** Width and height, pixels; even for a video. */
  readonly sizePixels: number;
  /** Degrees; negative is above. Default −15. */
  readonly elevationDegrees?: number;
  /** Degrees round the object, where a video begins; 0 is in front, on +z. Default 45. */
  readonly azimuthDegrees?: number;
  /** Distance from the origin, world units. Default 3. Source: the original's renderer. */
  readonly radius?: number;
  /** Vertical field of view, degrees. Default 49.1. */
  readonly fovDegrees?: number;
  /** Quality of WebP and JPEG, 1 to 100. Default 90. */
  readonly quality?: number;
  /** Frames of a video's turn. Default 72. */
  readonly framesPerTurn?: number;
  /** The ffmpeg to run for a video, such as `ffmpeg`; see {@linkcode encodeMp4}. */
  readonly ffmpeg?: string;
}

/** Frames drawn at once: enough that packing the cloud for the renderer does not count. */
const BATCH_FRAMES = 8;

/** What the names of such files end in. */
export const PICTURE_EXTENSIONS: readonly string[] = [...Object.keys(STILL_EXTENSIONS), ".mp4"];

/** Returns the format that a file's name asks for, or nothing when it asks for none. */
export function pictureFormatOfName(name: string): PictureFormat | undefined {
  return name.toLowerCase().endsWith(".mp4") ? "mp4" : stillFormatOfName(name);
}

/**
 * Draws a cloud and returns the file.
 *
 * @throws {RangeError} When a size, an angle or the quality makes no picture, and for a video of
 * depths.
 * @throws The signal's reason when it aborts.
 */
export async function encodePicture(
  cloud: GaussianCloud,
  format: PictureFormat,
  options: PictureOptions,
): Promise<Uint8Array> {
  const {
    renderer,
    sizePixels,
    elevationDegrees = -15,
    azimuthDegrees = 45,
    radius = 3,
    fovDegrees = ORBIT_FOV_DEGREES,
    quality,
    framesPerTurn,
    ffmpeg,
    signal,
    depth = false,
  } = options;
  if (format !== "mp4") {
    const camera = orbitCamera({
      elevationDegrees,
      azimuthDegrees,
      radius,
      fovDegrees,
      width: sizePixels,
      height: sizePixels,
    });
    const [image] = await renderer.render(cloud, [camera], options);
    return await encodeStill(
      depth ? depthImage(image) : image,
      format,
      quality === undefined ? {} : { quality },
    );
  }
  if (depth) {
    throw new RangeError("Cannot make a video of depths: every frame would have its own scale");
  }
  const cameras = turntableCameras({
    sizePixels,
    elevationsDegrees: [elevationDegrees],
    startDegrees: azimuthDegrees,
    radius,
    fovDegrees,
    ...(framesPerTurn === undefined ? {} : { framesPerTurn }),
  });
  async function* frames(): AsyncGenerator<Image> {
    for (let first = 0; first < cameras.length; first += BATCH_FRAMES) {
      yield* await renderer.render(cloud, cameras.slice(first, first + BATCH_FRAMES), options);
    }
  }
  const { bytes } = await encodeMp4(frames(), {
    ...(ffmpeg === undefined ? {} : { ffmpeg }),
    ...(signal === undefined ? {} : { signal }),
  });
  return bytes;
}
