/**
 * The CPU renderer: WebAssembly SIMD in workers that share memory.
 *
 * @module
 */
import type { Camera } from "../../camera.ts";
import type { GaussianCloud } from "../../cloud.ts";
import type { RenderedImage, RenderImageOptions, SplatRenderer } from "../splat_renderer.ts";
import * as at from "./kernel/layout.ts";
import { KERNEL_WASM } from "./kernel_wasm.ts";
import { packScene, sceneSizes } from "./pack_scene.ts";
import { MOST_MEMORY_BYTES, planMemory } from "./plan_memory.ts";
import { writeViewBlock } from "./view_block.ts";
import type { FromCpuWorker, ToCpuWorker, WorkOrder } from "./work_order.ts";

/** How a CPU renderer is made. */
export interface CpuRendererOptions {
  /** Threads that draw. @default {the machine's, at most 16} */
  readonly workers?: number;
  /** Called after each render, for benches. */
  readonly onTimes?: (times: CpuRenderTimes) => void;
  /**
   * Entries per Gaussian that each worker's list of tiles has room for. Less room is slower, never
   * wrong. @default {6}
   */
  readonly listEntriesPerGaussian?: number;
}

/** Where the time of one render went, milliseconds. */
export interface CpuRenderTimes {
  /** Packing the cloud, once for all views. */
  readonly packMs: number;
  /** Drawing all views. */
  readonly drawMs: number;
  /** Copying the pictures out. */
  readonly copyMs: number;
  /** Memory shared with the workers, bytes. */
  readonly memoryBytes: number;
}

const PAGE_BYTES = 65536;
/** Pictures that are drawn before they are copied out, bytes. */
const BATCH_BYTES = 32 << 20;

/** Draws on the CPU. Workers start with the first render and live until the renderer is disposed. */
export class CpuRenderer implements SplatRenderer {
  readonly #workerCount: number;
  readonly #onTimes: ((times: CpuRenderTimes) => void) | undefined;
  readonly #listEntriesPerGaussian: number;
  #team: Promise<Team> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  /** @throws {RangeError} When the number of workers is not a whole number of at least 1. */
  constructor(options: CpuRendererOptions = {}) {
    const { workers = Math.min(navigator.hardwareConcurrency, 16) } = options;
    if (!Number.isInteger(workers) || workers < 1) {
      throw new RangeError(`Cannot draw with ${workers} workers; use 1 or more`);
    }
    this.#workerCount = workers;
    this.#onTimes = options.onTimes;
    this.#listEntriesPerGaussian = options.listEntriesPerGaussian ?? 6;
  }

  /** `cpu` and how many workers. */
  get name(): string {
    return `cpu, ${this.#workerCount} worker${this.#workerCount === 1 ? "" : "s"}`;
  }

  /** Renders; one call after the other, each with all workers. */
  render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions = {},
  ): Promise<RenderedImage[]> {
    const images = this.#turn.then(() => this.#render(cloud, cameras, options));
    this.#turn = images.catch(() => {}); // The next call must not fail for this one.
    return images;
  }

  /** Ends the workers; what is being drawn fails. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true;
    const team = await this.#team?.catch(() => undefined);
    team?.end(new Error("Cannot draw: the renderer was disposed"));
  }

  async #render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions,
  ): Promise<RenderedImage[]> {
    const { signal } = options;
    signal?.throwIfAborted();
    if (this.#isDisposed) throw new TypeError("Cannot draw: the renderer was disposed");
    if (cameras.length === 0) return [];
    this.#team ??= Team.start(this.#workerCount).catch((error) => {
      this.#team = undefined; // The next call tries again.
      throw error;
    });
    const team = await this.#team;
    signal?.throwIfAborted();
    try {
      return await this.#drawAll(team, cloud, cameras, options);
    } catch (error) {
      if (team.isEnded) this.#team = undefined;
      throw error;
    }
  }

  async #drawAll(
    team: Team,
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions,
  ): Promise<RenderedImage[]> {
    const { signal, depth = false } = options;
    const startMs = performance.now();
    // Planes of 32 bits: R, G, B and A; depth; coverage.
    const planes = depth ? 3 : 1;
    const mostBytes = Math.max(...cameras.map(({ width, height }) => width * height)) * 4 * planes;
    const batch = Math.min(cameras.length, Math.max(1, Math.floor(BATCH_BYTES / mostBytes)));
    const { nextView, stop, blocks, scene, pictures, spaces, endBytes } = planMemory({
      sizes: sceneSizes(cloud),
      cameras,
      batch,
      pictureBytes: mostBytes,
      workers: team.workers.length,
      listEntriesPerGaussian: this.#listEntriesPerGaussian,
    });
    const memory = team.reserve(endBytes);
    packScene(cloud, new Float32Array(memory.buffer), scene);
    const packMs = performance.now() - startMs;

    let drawMs = 0;
    let copyMs = 0;
    const images: RenderedImage[] = [];
    const words = new Int32Array(memory.buffer);
    const view = new DataView(memory.buffer);
    const bytes = new Uint8Array(memory.buffer);
    const onAbort = () => void Atomics.store(words, stop / 4, 1);
    Atomics.store(words, stop / 4, 0);
    signal?.addEventListener("abort", onAbort);
    try {
      for (let first = 0; first < cameras.length; first += batch) {
        const some = cameras.slice(first, first + batch);
        const drawStartMs = performance.now();
        some.forEach((camera, i) =>
          writeViewBlock(view, blocks + i * at.VIEW_BYTES, camera, options, scene, pictures[i])
        );
        Atomics.store(words, nextView / 4, 0);
        await team.draw(
          spaces.map((space) => ({ views: some.length, blocks, nextView, stop, space })),
        );
        signal?.throwIfAborted();
        const copyStartMs = performance.now();
        some.forEach((camera, i) => images.push(copyPicture(bytes, pictures[i], camera, depth)));
        drawMs += copyStartMs - drawStartMs;
        copyMs += performance.now() - copyStartMs;
      }
    } finally {
      signal?.removeEventListener("abort", onAbort);
    }
    this.#onTimes?.({ packMs, drawMs, copyMs, memoryBytes: memory.buffer.byteLength });
    return images;
  }
}

/** Copies a picture out of the shared memory. */
function copyPicture(
  bytes: Uint8Array,
  place: number,
  { width, height }: Camera,
  hasDepth: boolean,
): RenderedImage {
  const planeBytes = width * height * 4;
  const plane = (k: number) => bytes.slice(place + k * planeBytes, place + (k + 1) * planeBytes);
  const floats = (k: number) => new Float32Array(plane(k).buffer);
  return {
    width,
    height,
    rgba: plane(0),
    ...(hasDepth ? { depth: floats(1), alpha: floats(2) } : {}),
  };
}

/** Workers and the memory that they share. */
class Team {
  readonly workers: readonly Worker[];
  readonly #memory: WebAssembly.Memory;
  #waiting: PromiseWithResolvers<void> | undefined;
  #answersMissing = 0;
  isEnded = false;

  private constructor(workers: readonly Worker[], memory: WebAssembly.Memory) {
    this.workers = workers;
    this.#memory = memory;
    for (const worker of workers) {
      worker.onmessage = (_event: MessageEvent<FromCpuWorker>) => {
        if (--this.#answersMissing === 0) this.#waiting?.resolve();
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.end(new Error(`Cannot draw: a worker ended: ${event.message}`));
      };
    }
  }

  static async start(count: number): Promise<Team> {
    const module = await WebAssembly.compile(Uint8Array.fromBase64(KERNEL_WASM));
    const memory = new WebAssembly.Memory({
      initial: 1,
      maximum: MOST_MEMORY_BYTES / PAGE_BYTES,
      shared: true,
    });
    const workers = Array.from(
      { length: count },
      () => new Worker(new URL("./cpu_worker.ts", import.meta.url), { type: "module" }),
    );
    const team = new Team(workers, memory);
    await team.#tell(workers.map(() => ({ kind: "start", module, memory })));
    return team;
  }

  /** Returns the memory, grown to at least `sizeBytes`. */
  reserve(sizeBytes: number): WebAssembly.Memory {
    const missing = sizeBytes - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    return this.#memory;
  }

  /** Has every worker carry out its order; resolves when all are done. */
  draw(orders: readonly WorkOrder[]): Promise<void> {
    return this.#tell(orders.map((order) => ({ kind: "draw", order })));
  }

  /** Ends the workers; what is being drawn fails with the error. */
  end(error: Error): void {
    this.isEnded = true;
    for (const worker of this.workers) worker.terminate();
    this.#waiting?.reject(error);
  }

  #tell(messages: readonly ToCpuWorker[]): Promise<void> {
    this.#waiting = Promise.withResolvers();
    this.#answersMissing = messages.length;
    messages.forEach((message, i) => this.workers[i].postMessage(message));
    return this.#waiting.promise;
  }
}
