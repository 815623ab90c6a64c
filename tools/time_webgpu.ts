import type { Camera, GaussianCloud, Image } from "@threegen/splats";
import {
  openWebGpuRenderer,
  type RenderImageOptions,
  type WebGpuTimings,
} from "@threegen/splats/render";

/** What a timing of the WebGPU renderer found. */
export interface WebGpuReport {
  /** The renderer's name. */
  readonly renderer: string;
  /** Pictures of the last round. */
  readonly images: Image[];
  /** Timings of each round. */
  readonly rounds: readonly WebGpuTimings[];
  /** Bytes that all views of one round move through the GPU's memory, at least. */
  readonly bytesMoved: number;
}

/**
 * Draws all views again and again, after once for the driver to compile its shaders.
 *
 * @throws {Error} When there is no adapter that may be used; the line on `onChoice` says why.
 */
export async function timeWebGpu(
  cloud: GaussianCloud,
  cameras: readonly Camera[],
  options: RenderImageOptions & {
    readonly rounds: number;
    readonly allowSoftware: boolean;
    readonly subgroups?: boolean;
    readonly onChoice: (line: string) => void;
  },
): Promise<WebGpuReport | undefined> {
  await using renderer = await openWebGpuRenderer(options);
  if (!renderer) return undefined;
  let images = await renderer.render(cloud, cameras, options);
  const rounds: WebGpuTimings[] = [];
  for (let round = 0; round < options.rounds; round++) {
    images = await renderer.render(cloud, cameras, options);
    rounds.push(renderer.lastTimings!);
  }
  const pixels = cameras.reduce((sum, { width, height }) => sum + width * height, 0);
  const bytesMoved = bytesOf(cloud, cameras.length, rounds[0].entries, pixels);
  return { renderer: renderer.name, images, rounds, bytesMoved };
}

/**
 * Bytes that the renderer's own passes read and write when caches keep nothing from one pass to the
 * next and waste nothing: the floor of its GPU time, divided by the memory's bandwidth. Lists of
 * counts are left out; they are a hundredth of the lists that they count.
 */
function bytesOf(cloud: GaussianCloud, views: number, entries: number, pixels: number): number {
  const attributes = 4 * (14 + ((cloud.shDegree + 1) ** 2 - 1) * 3);
  const splat = 48;
  // A pass of the sort reads a key to count it, and reads and writes key and value to move it.
  const sortPass = 4 + 8 + 8;
  const depthPasses = 4;
  const tilePasses = 2;
  const perSlot = attributes + 4 + splat + // project
    depthPasses * sortPass - 4 + // the first pass reads no values
    (8 + splat + 4) + 12 + (8 + splat); // count, sum up, list
  const perEntry = 8 + tilePasses * sortPass + 4 + // list, sort, find ranges
    4 + splat; // draw
  return cloud.count * views * perSlot + entries * perEntry + pixels * 4;
}
