/**
 * The renderer on a GPU, by WebGPU's compute shaders alone: no textures, and subgroups only where
 * there are any.
 *
 * All views of a call are one submission when memory allows: every shader runs over all of them at
 * once, so that small clouds fill a large GPU too. How many entries (a splat in a tile) there are is
 * counted on the GPU before they are written; a view that memory was not made for is left out as a
 * whole and drawn again with room for exactly what was counted, in parts if need be. Asking for the
 * count first would cost another copy back, which takes Deno 11 ms whatever its size (2.9.6,
 * measured); drawing itself should take less on a fast GPU.
 *
 * Float32 throughout. What differs from the reference, beyond rounding:
 * - depths are float32 sums, so Gaussians that are nearer to each other than the rounding error
 *   (about 10⁻⁷ of the depth) may change places; Gaussians in one place keep their order;
 * - standard deviations beyond e²⁰ count as e²⁰, and nothing farther than 10¹⁸ along an axis is drawn.
 *
 * @module
 */
import type { Camera } from "../../camera.ts";
import type { GaussianCloud } from "../../cloud.ts";
import type { RenderedImage, RenderImageOptions, SplatRenderer } from "../splat_renderer.ts";
import { BufferArena } from "./buffer_arena.ts";
import { MOST_WINDOWS } from "./job_shader.ts";
import { type Gpu, openGpu, type OpenGpuOptions } from "./open_gpu.ts";
import { SPLAT_BYTES } from "./project_shader.ts";
import { SORT_BLOCK } from "./sort_shaders.ts";
import { type StageTimes, submitWindows, uploadCloud } from "./submission.ts";
import { WebGpuError } from "./webgpu_error.ts";
import { pixelsOf, planesOf, splitWindow, tilesOf, wholePicture, type Window } from "./windows.ts";

/** How a WebGPU renderer is made. */
export interface OpenWebGpuOptions extends OpenGpuOptions {
  /**
   * Memory for what lies between a cloud and its pictures. Less means more submissions, not other
   * pictures. Default 1 GiB.
   */
  readonly memoryBytes?: number;
}

/** Where the time of the last call went. */
export interface WebGpuTimings {
  /** Milliseconds from the call to its pictures, the copy back included. */
  readonly wallMs: number;
  /** Milliseconds that the GPU worked, by stage; unknown where the device has no timestamps. */
  readonly stagesMs: Readonly<StageTimes> | undefined;
  /** The sum of the stages. */
  readonly gpuMs: number | undefined;
  /** Entries (a splat in a tile) of all views. */
  readonly entries: number;
  /** Submissions that it took. */
  readonly submissions: number;
}

/** Bytes of a Gaussian in a window: the splat, two keys, two places and a count of tiles. */
const SLOT_BYTES = SPLAT_BYTES + 20;

/** Bytes of an entry: the tile and the splat, twice. */
const ENTRY_BYTES = 16;

/** Entries of each Gaussian in a view that memory is made for, unless the last call had more. */
const ENTRIES_PER_GAUSSIAN = 4;

/** Entries that memory is made for, however small a cloud. */
const LEAST_ENTRIES = 1 << 16;

/** Workgroups along one axis that every device takes. */
const MOST_WORKGROUPS = 65535;

/**
 * Opens a renderer on the best adapter there is, or nothing: without WebGPU, without an adapter, or
 * with none but software. The caller falls back to another renderer.
 */
export async function openWebGpuRenderer(
  options: OpenWebGpuOptions = {},
): Promise<WebGpuRenderer | undefined> {
  const gpu = await openGpu(options);
  return gpu && new WebGpuRenderer(gpu, options);
}

/** The renderer on a GPU; made by {@linkcode openWebGpuRenderer}. */
export class WebGpuRenderer implements SplatRenderer {
  readonly #options: OpenWebGpuOptions;
  readonly #memoryBytes: number;
  #gpu: Gpu | undefined;
  #arena: BufferArena;
  #name: string;
  #timings: WebGpuTimings | undefined;
  #entriesPerGaussian = ENTRIES_PER_GAUSSIAN;
  #isDisposed = false;
  /** Calls run one after another. */
  #turn: Promise<unknown> = Promise.resolve();

  /** Takes over a device; {@linkcode openWebGpuRenderer} finds one. */
  constructor(gpu: Gpu, options: OpenWebGpuOptions = {}) {
    this.#options = options;
    this.#memoryBytes = options.memoryBytes ?? 2 ** 30;
    this.#gpu = gpu;
    this.#arena = new BufferArena(gpu.device);
    this.#name = gpu.adapterName;
  }

  /** Which backend draws, and on what. */
  get name(): string {
    return `webgpu (${this.#name})`;
  }

  /** Where the time of the last call went; nothing before the first. */
  get lastTimings(): WebGpuTimings | undefined {
    return this.#timings;
  }

  /**
   * Renders a cloud as each camera sees it.
   *
   * @throws {RangeError} When the cloud is larger than the device's buffers.
   * @throws {WebGpuError} When the device is lost or refuses the work. The next call looks for a
   * device anew.
   * @throws The signal's reason when it aborts, between two submissions.
   */
  render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions = {},
  ): Promise<RenderedImage[]> {
    const images = this.#turn.then(() => this.#render(cloud, cameras, options));
    this.#turn = images.catch(() => {}); // The next call must not fail for this one.
    return images;
  }

  /** Gives the device back, after the calls that are waiting. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#turn;
    this.#isDisposed = true;
    this.#close();
  }

  async #render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions,
  ): Promise<RenderedImage[]> {
    options.signal?.throwIfAborted();
    if (this.#isDisposed) throw new TypeError("Cannot render: the renderer was disposed");
    const gpu = await this.#openAgain();
    if (cameras.length === 0) return [];
    gpu.device.pushErrorScope("out-of-memory");
    gpu.device.pushErrorScope("validation");
    const [outcome] = await Promise.allSettled([this.#drawAll(gpu, cloud, cameras, options)]);
    const scopes = await Promise.allSettled([
      gpu.device.popErrorScope(),
      gpu.device.popErrorScope(),
    ]);
    for (const scope of scopes) {
      // What went wrong first explains what went wrong then.
      if (scope.status === "fulfilled" && scope.value && gpu.lostReason() === undefined) {
        throw new WebGpuError("refused", `Cannot render with WebGPU: ${scope.value.message}`);
      }
    }
    const failure = outcome.status === "rejected" ? outcome.reason : undefined;
    // A copy back that fails though the device refused nothing: it is gone, whether or not its
    // `lost` has come through yet.
    const isLost = failure instanceof DOMException && failure.name === "OperationError";
    if (isLost || gpu.lostReason() !== undefined) {
      this.#close();
      const reason = gpu.lostReason() ?? failure?.message;
      throw new WebGpuError(
        "lost",
        `Cannot render with WebGPU: the device was lost (${reason}); try again`,
        { cause: failure },
      );
    }
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  }

  async #openAgain(): Promise<Gpu> {
    if (this.#gpu?.lostReason() !== undefined) this.#close();
    if (this.#gpu) return this.#gpu;
    const gpu = await openGpu(this.#options);
    if (!gpu) {
      throw new WebGpuError(
        "unavailable",
        "Cannot render with WebGPU: the device was lost and there is no other; use another renderer",
      );
    }
    this.#gpu = gpu;
    this.#arena = new BufferArena(gpu.device);
    this.#name = gpu.adapterName;
    return gpu;
  }

  #close(): void {
    this.#arena[Symbol.dispose]();
    this.#gpu?.device.destroy();
    this.#gpu = undefined;
  }

  async #drawAll(
    gpu: Gpu,
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions,
  ): Promise<RenderedImage[]> {
    const startMs = performance.now();
    const planes = planesOf(options);
    const capacity = capacityFor(cloud, planes, gpu.device.limits, this.#memoryBytes);
    const pictures = cameras.map(({ width, height }) =>
      Array.from({ length: planes }, () => new Uint32Array(width * height))
    );
    const attributes = uploadCloud(gpu, this.#arena, cloud);
    let entries = 0;
    let submissions = 0;
    let stagesMs: StageTimes | undefined;
    let waiting = cameras.map(wholePicture).flatMap((window) => fit(window, capacity));
    let { windows: mostWindows } = capacity;
    let neededRoom = 0;
    while (waiting.length > 0) {
      options.signal?.throwIfAborted();
      const batch = firstBatch(waiting, mostWindows, capacity);
      const usualRoom = Math.ceil(cloud.count * batch.length * this.#entriesPerGaussian);
      const room = Math.min(Math.max(usualRoom, neededRoom, LEAST_ENTRIES), capacity.entries);
      const drawn = await submitWindows(
        gpu,
        this.#arena,
        cloud,
        attributes,
        batch,
        room,
        options,
        (pixels, window) => place(pixels, window, pictures[window.picture]),
      );
      submissions++;
      stagesMs = addTimes(stagesMs, drawn.times);
      entries += drawn.entries.slice(0, drawn.windows).reduce((sum, count) => sum + count, 0);
      waiting = waiting.slice(drawn.windows);
      // Those that there was no room for come again, with room for what they were counted to need.
      const needed = drawn.entries.slice(drawn.windows);
      neededRoom = needed.filter(Number.isFinite).reduce((sum, count) => sum + count, 0);
      if (neededRoom > capacity.entries) mostWindows = Math.max(1, drawn.windows);
      if (needed[0] > capacity.entries) waiting = [...splitWindow(waiting[0]), ...waiting.slice(1)];
    }
    // The next call is likely to draw the like of it.
    const perGaussian = 1.25 * entries / (cloud.count * cameras.length);
    this.#entriesPerGaussian = Math.max(ENTRIES_PER_GAUSSIAN, perGaussian || 0);
    const gpuMs = stagesMs && Object.values(stagesMs).reduce((sum, ms) => sum + ms, 0);
    const wallMs = performance.now() - startMs;
    this.#timings = { wallMs, stagesMs, gpuMs, entries, submissions };
    return cameras.map(({ width, height }, i) => {
      const [rgba, depth, alpha] = pictures[i].map(({ buffer }) => buffer);
      return {
        width,
        height,
        rgba: new Uint8Array(rgba),
        ...(options.depth
          ? { depth: new Float32Array(depth), alpha: new Float32Array(alpha) }
          : {}),
      };
    });
  }
}

/** What one submission may hold. */
interface Capacity {
  readonly windows: number;
  readonly tiles: number;
  readonly pixels: number;
  /** At least one for each Gaussian, so that a single tile always fits. */
  readonly entries: number;
}

/** @throws {RangeError} When not even one view of the cloud fits. */
function capacityFor(
  { count, shDegree }: GaussianCloud,
  planes: number,
  { maxStorageBufferBindingSize, maxBufferSize }: GPUSupportedLimits,
  memoryBytes: number,
): Capacity {
  const bufferBytes = Math.min(maxStorageBufferBindingSize, maxBufferSize);
  const restBytes = ((shDegree + 1) ** 2 - 1) * 3 * 4;
  const mostGaussians = Math.floor(
    Math.min(bufferBytes / Math.max(SPLAT_BYTES, restBytes), MOST_WORKGROUPS * 256),
  );
  if (count > mostGaussians) {
    throw new RangeError(
      `Cannot render with WebGPU: ${count} Gaussians of degree ${shDegree}, ` +
        `this device takes ${mostGaussians}; use another renderer`,
    );
  }
  const slots = Math.min(bufferBytes / SPLAT_BYTES, memoryBytes / 2 / SLOT_BYTES);
  const windows = Math.floor(slots / Math.max(count, 1));
  const entries = Math.floor(
    Math.min(bufferBytes / 4, memoryBytes / 2 / ENTRY_BYTES, MOST_WORKGROUPS * SORT_BLOCK),
  );
  return {
    windows: Math.min(Math.max(windows, 1), MOST_WINDOWS),
    tiles: MOST_WORKGROUPS,
    pixels: Math.floor(Math.min(bufferBytes, memoryBytes / 4) / 4 / planes),
    entries: Math.max(entries, count, 1),
  };
}

/** Splits a window until each part is within the capacity. */
function fit(window: Window, capacity: Capacity): Window[] {
  const { width, height } = pixelsOf(window);
  const tiles = tilesOf(window);
  const fits = tiles === 1 || (tiles <= capacity.tiles && width * height <= capacity.pixels);
  return fits ? [window] : splitWindow(window).flatMap((part) => fit(part, capacity));
}

/** The windows, of those that wait, that one submission holds; one at least. */
function firstBatch(
  waiting: readonly Window[],
  mostWindows: number,
  capacity: Capacity,
): readonly Window[] {
  let pixels = 0;
  const end = waiting.slice(0, mostWindows).findIndex((window, i) => {
    const { width, height } = pixelsOf(window);
    pixels += width * height;
    return i > 0 && pixels > capacity.pixels;
  });
  return waiting.slice(0, end < 0 ? mostWindows : end);
}

/** Puts the planes of a window where they belong in the picture. */
function place(words: Uint32Array, window: Window, picture: readonly Uint32Array[]): void {
  const { x, y, width, height } = pixelsOf(window);
  picture.forEach((plane, k) => {
    const pixels = words.subarray(k * width * height, (k + 1) * width * height);
    if (width === window.camera.width) return plane.set(pixels, y * width);
    for (let row = 0; row < height; row++) {
      const from = row * width;
      plane.set(pixels.subarray(from, from + width), (y + row) * window.camera.width + x);
    }
  });
}

function addTimes(
  sum: StageTimes | undefined,
  times: StageTimes | undefined,
): StageTimes | undefined {
  if (!sum || !times) return times;
  const names = Object.keys(times) as (keyof StageTimes)[];
  return Object.fromEntries(names.map((name) => [name, sum[name] + times[name]])) as StageTimes;
}
