import type { Image } from "../image.ts";
import type { RenderedImage } from "./splat_renderer.ts";

/** Grey of the farthest depth, 0 to 1: above the black of where nothing is. */
const FARTHEST_GREY = 1 / 8;

/**
 * Makes a picture of depths to look at: grey, the nearest white, the farthest dark. The scale goes
 * from the nearest to the farthest pixel that is at least half covered; what covers a pixel less
 * fades to black.
 *
 * @throws {TypeError} When the picture was rendered without `depth`.
 */
export function depthImage(render: Omit<RenderedImage, "rgba">): Image {
  const { width, height, depth, alpha } = render;
  if (!depth || !alpha) {
    throw new TypeError("Cannot show depths: the picture has none; render with `depth: true`");
  }
  let nearest = Infinity;
  let farthest = 0;
  for (let pixel = 0; pixel < depth.length; pixel++) {
    if (alpha[pixel] < 0.5) continue;
    nearest = Math.min(nearest, depth[pixel]);
    farthest = Math.max(farthest, depth[pixel]);
  }
  const range = Math.max(farthest - nearest, Number.MIN_VALUE);
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < depth.length; pixel++) {
    const far = Math.min(Math.max((depth[pixel] - nearest) / range, 0), 1);
    const grey = Math.round(255 * alpha[pixel] * (1 - (1 - FARTHEST_GREY) * far));
    rgba.set([grey, grey, grey, 255], pixel * 4);
  }
  return { width, height, rgba };
}
