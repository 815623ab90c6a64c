import type { Camera } from "../camera.ts";
import type { GaussianCloud } from "../cloud.ts";
import type { Image } from "../image.ts";
import { renderReference, type Rounding, toImage } from "./reference.ts";
import type { RenderOptions } from "./semantics.ts";

/** How pictures are made of a cloud. */
export interface RenderImageOptions extends RenderOptions {
  /** How colours become 8-bit. Default `truncate`, the original's. */
  readonly rounding?: Rounding;
  /**
   * Whether channel A carries the coverage; it is opaque otherwise. The background is in the colours
   * all the same, so such a picture is for computing with, not for laying over another. Default false.
   */
  readonly coverage?: boolean;
  /** Whether pictures carry depth and coverage as floats too; costs time. Default false. */
  readonly depth?: boolean;
  /** Stops the work between two pictures. */
  readonly signal?: AbortSignal;
}

/** A picture with what the renderer was asked for besides. */
export interface RenderedImage extends Image {
  /**
   * Mean depth of what covers a pixel (camera z, world units), 0 where nothing does; height × width.
   * There when `depth` was asked for.
   */
  readonly depth?: Float32Array;
  /** Coverage of a pixel, 0 to 1; height × width. There when `depth` was asked for. */
  readonly alpha?: Float32Array;
}

/** A renderer: every backend draws the same pictures, as `semantics.ts` says. */
export interface SplatRenderer extends AsyncDisposable {
  /** Which backend draws, for the log: `reference`, or more about the machine's. */
  readonly name: string;
  /**
   * Renders a cloud as each camera sees it, in the order of the cameras.
   *
   * @throws The signal's reason when it aborts.
   */
  render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options?: RenderImageOptions,
  ): Promise<RenderedImage[]>;
}

/** The reference renderer behind the interface that all backends share. */
export class ReferenceRenderer implements SplatRenderer {
  /** Which backend draws. */
  readonly name = "reference";

  /** Renders a cloud as each camera sees it; other work goes on between two pictures. */
  async render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions = {},
  ): Promise<RenderedImage[]> {
    const { rounding = "truncate", coverage = false, depth = false, signal } = options;
    const images: RenderedImage[] = [];
    for (const camera of cameras) {
      signal?.throwIfAborted();
      const render = renderReference(cloud, camera, options);
      const image = toImage(render, rounding, coverage);
      images.push(depth ? { ...image, depth: render.depth, alpha: render.alpha } : image);
      // Lets a service answer others between two pictures.
      await new Promise<void>((resolve) => setTimeout(resolve));
    }
    return images;
  }

  /** Nothing to let go of. */
  async [Symbol.asyncDispose](): Promise<void> {}
}
