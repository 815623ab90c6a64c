/**
 * The renderer on a GPU, by WebGPU's compute shaders alone.
 *
 * Float32, and the same pictures as the reference but for rounding. All views of a call are one
 * submission and one copy back. How it works is told in `webgpu_shaders.ts`.
 *
 * @module
 */
import { type Camera, cameraToWorld } from "../camera.ts";
import type { GaussianCloud } from "../cloud.ts";
import type { Image } from "../image.ts";
import { FRUSTUM_MARGIN, RENDER_PRESETS } from "./semantics.ts";
import type { RenderImageOptions, SplatRenderer } from "./splat_renderer.ts";
import {
  BLOCK,
  DIGIT_BITS,
  GAUSSIAN_FLOATS,
  RECORD_BYTES,
  type Shader,
  type ShaderName,
  SHADERS,
  TILE,
  VIEW_STRIDE,
} from "./webgpu_shaders.ts";

/** How a GPU is chosen. */
export interface OpenWebGpuOptions {
  /**
   * Whether an adapter that runs on the processor will do. It is far slower than the other
   * renderers, and good for tests only. Default false.
   */
  readonly allowSoftware?: boolean;
  /** Is told in one line which adapter is used, or why none is. */
  readonly onChoice?: (line: string) => void;
}

/** Pixels of all views of one submission are kept within this, bytes. */
const MAX_OUTPUT_BYTES = 128 * 1024 * 1024;

/** Entries (a Gaussian in a tile) that room is made for at first, for each Gaussian. */
const ENTRIES_PER_GAUSSIAN = 6;

const LEAST_ENTRIES = 1 << 16;

/** Logits are kept within this, where float32 is 0 or 1 already. */
const MOST_LOGIT = 80;

/**
 * Opens a renderer on the best adapter there is, or nothing: without WebGPU, without an adapter, or
 * with none but software. The caller falls back to another renderer.
 */
export async function openWebGpuRenderer(
  options: OpenWebGpuOptions = {},
): Promise<WebGpuRenderer | undefined> {
  const { allowSoftware = false, onChoice = () => {} } = options;
  const refuse = (reason: string) => void onChoice(`No WebGPU renderer: ${reason}`);
  if (!("gpu" in navigator)) return refuse("this runtime has no WebGPU");
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) return refuse("no adapter; is a Vulkan driver installed?");
  const { description, vendor, isFallbackAdapter } = adapter.info as
    & GPUAdapterInfo
    & { isFallbackAdapter?: boolean };
  const name = description || vendor || "an adapter without a name";
  const isSoftware = isFallbackAdapter ?? /llvmpipe|swiftshader|software/i.test(name);
  if (isSoftware && !allowSoftware) return refuse(`the only adapter is software (${name})`);
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const hasTimestamps = adapter.features.has("timestamp-query");
  const device = await adapter.requestDevice({
    requiredLimits: { maxStorageBufferBindingSize, maxBufferSize },
    requiredFeatures: hasTimestamps ? ["timestamp-query"] : [],
  });
  onChoice(`WebGPU renderer on ${name}${isSoftware ? ", in software" : ""}`);
  return new WebGpuRenderer(device, name);
}

/** The renderer on a GPU; made by {@linkcode openWebGpuRenderer}. */
export class WebGpuRenderer implements SplatRenderer {
  /** Which backend draws, and on what. */
  readonly name: string;
  readonly #device: GPUDevice;
  readonly #frameLayout: GPUBindGroupLayout;
  readonly #programs: Record<ShaderName, Program>;
  /** Entries that room is made for; grows when a view had more. */
  #room = LEAST_ENTRIES;
  #lastGpuMs: number | undefined;
  #lostReason: string | undefined;
  /** Calls run one after another. */
  #queue: Promise<unknown> = Promise.resolve();

  /** Takes over a device; {@linkcode openWebGpuRenderer} finds one. */
  constructor(device: GPUDevice, adapterName: string) {
    this.name = `webgpu (${adapterName})`;
    this.#device = device;
    device.lost.then(({ message }) => this.#lostReason ??= message || "nobody knows why");
    const uniform = { type: "uniform", hasDynamicOffset: true } as const;
    this.#frameLayout = device.createBindGroupLayout({
      entries: [0, 1].map((binding) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: uniform,
      })),
    });
    this.#programs = Object.fromEntries(
      Object.entries(SHADERS).map((
        [name, shader],
      ) => [name, compile(device, this.#frameLayout, name, shader)]),
    ) as Record<ShaderName, Program>;
  }

  /** Time that the GPU worked for the last call, milliseconds, where the device can tell. */
  get lastGpuMs(): number | undefined {
    return this.#lastGpuMs;
  }

  /**
   * Renders a cloud as each camera sees it.
   *
   * @throws {RangeError} When a cloud or a picture is larger than the device's buffers.
   * @throws {Error} When the device was lost or refuses the work.
   */
  render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions = {},
  ): Promise<Image[]> {
    const work = this.#queue.then(() => this.#render(cloud, cameras, options));
    this.#queue = work.catch(() => {});
    return work;
  }

  /** Gives the device back. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#queue;
    this.#lostReason = "it was closed";
    this.#device.destroy();
  }

  async #render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions,
  ): Promise<Image[]> {
    options.signal?.throwIfAborted();
    if (this.#lostReason !== undefined) {
      throw new Error(`Cannot render with WebGPU: the device was lost: ${this.#lostReason}`);
    }
    this.#lastGpuMs = undefined;
    const images: Image[] = new Array(cameras.length);
    if (cloud.count === 0) {
      // Buffers of nothing cannot be bound. One Gaussian that nobody sees is as good.
      return await this.#render(invisibleCloud(), cameras, options);
    }
    this.#room = Math.max(this.#room, cloud.count * ENTRIES_PER_GAUSSIAN);
    this.#device.pushErrorScope("out-of-memory");
    this.#device.pushErrorScope("validation");
    const keeper = new BufferKeeper(this.#device);
    try {
      const gaussians = keeper.upload(interleave(cloud));
      const rest = cloud.shRest.length > 0 ? cloud.shRest.slice() : new Float32Array(4);
      const harmonics = keeper.upload(rest);
      let waiting = cameras.map((_, i) => i);
      while (waiting.length > 0) {
        options.signal?.throwIfAborted();
        const batch = firstBatch(waiting, cameras, this.#device.limits);
        waiting = waiting.slice(batch.length);
        const drawn = await this.#submit(
          cloud,
          { gaussians, harmonics },
          batch.map((i) => cameras[i]),
          options,
        );
        batch.forEach((i, k) => {
          const image = drawn[k];
          if (image) images[i] = image;
          else waiting.push(i); // There is room for it now.
        });
      }
    } finally {
      keeper.destroy();
      const errors = [await this.#device.popErrorScope(), await this.#device.popErrorScope()];
      const error = errors.find((found) => found !== null);
      // deno-lint-ignore no-unsafe-finally -- what failed first is the cause of what failed then
      if (error) throw new Error(`Cannot render with WebGPU: ${error.message}`);
    }
    return images;
  }

  /** Draws views in one submission; those whose entries found no room are left out. */
  async #submit(
    cloud: GaussianCloud,
    { gaussians, harmonics }: { gaussians: GPUBuffer; harmonics: GPUBuffer },
    cameras: readonly Camera[],
    options: RenderImageOptions,
  ): Promise<(Image | undefined)[]> {
    const device = this.#device;
    const keeper = new BufferKeeper(device);
    try {
      const { count } = cloud;
      const room = this.#room;
      const blocks = Math.ceil(count / BLOCK);
      const tiles = Math.max(...cameras.map((camera) => tilesAcross(camera) * tilesDown(camera)));
      const pixelCounts = cameras.map(({ width, height }) => width * height);
      const outputBytes = pixelCounts.reduce((sum, pixels) => sum + pixels, 0) * 4;

      const records = keeper.storage(count * RECORD_BYTES);
      const [keys, order, otherKeys, otherOrder] = keeper.storages(4, count * 4);
      const tileRects = keeper.storage(count * 8);
      const blockSums = keeper.storage(blocks * 4);
      const histogram = keeper.storage(Math.ceil(Math.max(count, room) / BLOCK) * 16 * 4);
      const [entryTiles, entrySplats, otherTiles, otherSplats] = keeper.storages(4, room * 4);
      const ranges = keeper.storage(tiles * 8);
      const lengths = keeper.upload(Uint32Array.of(count, 0));
      const dispatches = keeper.make(32, GPUBufferUsage.STORAGE | GPUBufferUsage.INDIRECT);
      const entryCounts = keeper.storage(cameras.length * 8);
      const pixels = keeper.storage(outputBytes);

      const uniforms = keeper.upload(
        viewUniforms(cloud, cameras, pixelCounts, room, options),
        GPUBufferUsage.UNIFORM,
      );
      const depthPasses = Math.max(
        ...cameras.map(({ near, far }) => passesFor(floatBits(far) - floatBits(near) + 1)),
      );
      const tilePasses = passesFor(tiles);
      const passes = keeper.upload(passUniforms(), GPUBufferUsage.UNIFORM);
      const frame = device.createBindGroup({
        layout: this.#frameLayout,
        entries: [
          { binding: 0, resource: { buffer: uniforms, size: VIEW_STRIDE } },
          { binding: 1, resource: { buffer: passes, size: 16 } },
        ],
      });
      const bind = (name: ShaderName, ...buffers: GPUBuffer[]) =>
        bindBuffers(device, this.#programs[name], buffers);

      const sorted = depthPasses % 2 === 0 ? order : otherOrder;
      const listedTiles = tilePasses % 2 === 0 ? entryTiles : otherTiles;
      const listedSplats = tilePasses % 2 === 0 ? entrySplats : otherSplats;
      const byDepth = {
        which: 0,
        count: depthPasses,
        scan: bind("scanDigits", lengths, histogram),
        turns: [
          {
            count: bind("countDigits", keys, lengths, histogram),
            move: bind("moveKeys", lengths, histogram, keys, order, otherKeys, otherOrder),
          },
          {
            count: bind("countDigits", otherKeys, lengths, histogram),
            move: bind("moveKeys", lengths, histogram, otherKeys, otherOrder, keys, order),
          },
        ],
      };
      const byTile = {
        which: 1,
        count: tilePasses,
        scan: byDepth.scan,
        turns: [
          {
            count: bind("countDigits", entryTiles, lengths, histogram),
            move: bind(
              "moveKeys",
              ...[lengths, histogram, entryTiles, entrySplats, otherTiles, otherSplats],
            ),
          },
          {
            count: bind("countDigits", otherTiles, lengths, histogram),
            move: bind(
              "moveKeys",
              ...[lengths, histogram, otherTiles, otherSplats, entryTiles, entrySplats],
            ),
          },
        ],
      };
      const project = bind("project", gaussians, harmonics, records, keys, order, tileRects);
      const sumTiles = bind("sumTiles", sorted, tileRects, blockSums);
      const scanTiles = bind("scanTiles", blockSums, lengths, dispatches, entryCounts);
      const listTiles = bind(
        "listTiles",
        ...[sorted, tileRects, blockSums, lengths, entryTiles, entrySplats],
      );
      const findRanges = bind("findRanges", listedTiles, lengths, ranges);
      const draw = bind("draw", records, listedSplats, ranges, pixels);

      const clock = device.features.has("timestamp-query")
        ? device.createQuerySet({ type: "timestamp", count: 2 })
        : undefined;
      const encoder = device.createCommandEncoder();
      cameras.forEach((camera, i) => {
        encoder.clearBuffer(ranges);
        const pass = encoder.beginComputePass(stamps(clock, i, cameras.length));
        const run = (
          name: ShaderName,
          group: GPUBindGroup,
          size: readonly [number, number?] | number,
          radixPass = 0,
        ) => {
          pass.setPipeline(this.#programs[name].pipeline);
          pass.setBindGroup(0, frame, [i * VIEW_STRIDE, radixPass * VIEW_STRIDE]);
          pass.setBindGroup(1, group);
          // A number is where in `dispatches` the number of workgroups is.
          if (typeof size === "number") pass.dispatchWorkgroupsIndirect(dispatches, size);
          else pass.dispatchWorkgroups(...size);
        };
        const sort = ({ which, count, scan, turns }: typeof byDepth) => {
          for (let k = 0; k < count; k++) {
            const size = which === 0 ? [blocks] as const : 0;
            const radixPass = which * MOST_PASSES + k;
            run("countDigits", turns[k % 2].count, size, radixPass);
            run("scanDigits", scan, [1], radixPass);
            run("moveKeys", turns[k % 2].move, size, radixPass);
          }
        };
        run("project", project, [Math.ceil(count / 256)]);
        sort(byDepth);
        run("sumTiles", sumTiles, [blocks]);
        run("scanTiles", scanTiles, [1]);
        run("listTiles", listTiles, [blocks]);
        sort(byTile);
        run("findRanges", findRanges, 16);
        run("draw", draw, [tilesAcross(camera), tilesDown(camera)]);
        pass.end();
      });
      const read = keeper.make(outputBytes, GPUBufferUsage.MAP_READ);
      const readCounts = keeper.make(cameras.length * 8, GPUBufferUsage.MAP_READ);
      encoder.copyBufferToBuffer(pixels, 0, read, 0, outputBytes);
      encoder.copyBufferToBuffer(entryCounts, 0, readCounts, 0, cameras.length * 8);
      const readClock = clock && resolveClock(encoder, clock, keeper);
      device.queue.submit([encoder.finish()]);

      await Promise.all(
        [read, readCounts, ...(readClock ? [readClock] : [])].map((buffer) =>
          buffer.mapAsync(GPUMapMode.READ)
        ),
      );
      const found = new Uint32Array(readCounts.getMappedRange());
      const estimates = new Float32Array(found.buffer);
      const output = new Uint8Array(read.getMappedRange());
      if (readClock) {
        const [from, to] = new BigUint64Array(readClock.getMappedRange());
        this.#lastGpuMs = (this.#lastGpuMs ?? 0) + Number(to - from) / 1e6;
      }
      clock?.destroy();
      let at = 0;
      let most = 0;
      const images = cameras.map(({ width, height }, i) => {
        const rgba = output.slice(at, at += width * height * 4);
        const entries = estimates[i * 2 + 1] < 4e9 ? found[i * 2] : estimates[i * 2 + 1];
        most = Math.max(most, entries);
        return entries <= room ? { width, height, rgba } : undefined;
      });
      if (most > room) this.#makeRoom(most);
      return images;
    } finally {
      keeper.destroy();
    }
  }

  #makeRoom(entries: number): void {
    const { maxStorageBufferBindingSize, maxBufferSize, maxComputeWorkgroupsPerDimension } =
      this.#device.limits;
    const limit = Math.min(
      Math.floor(Math.min(maxStorageBufferBindingSize, maxBufferSize) / 4),
      maxComputeWorkgroupsPerDimension * 256,
    );
    if (entries > limit) {
      throw new RangeError(
        `Cannot render with WebGPU: the cloud covers ${Math.round(entries)} tiles, ` +
          `this device has room for ${limit}; use another renderer`,
      );
    }
    this.#room = Math.min(limit, Math.ceil(entries * 1.25));
  }
}

/** A shader that is ready to run. */
interface Program {
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

/** Makes buffers and lets go of all of them together. */
class BufferKeeper {
  readonly #device: GPUDevice;
  readonly #buffers: GPUBuffer[] = [];

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  make(bytes: number, usage: number): GPUBuffer {
    const { maxStorageBufferBindingSize, maxBufferSize } = this.#device.limits;
    const limit = usage & GPUBufferUsage.STORAGE
      ? Math.min(maxStorageBufferBindingSize, maxBufferSize)
      : maxBufferSize;
    if (bytes > limit) {
      throw new RangeError(
        `Cannot render with WebGPU: it takes a buffer of ${bytes} bytes, ` +
          `this device has ${limit}; use another renderer`,
      );
    }
    const size = Math.max(16, Math.ceil(bytes / 4) * 4);
    const buffer = this.#device.createBuffer({ size, usage: usage | GPUBufferUsage.COPY_DST });
    this.#buffers.push(buffer);
    return buffer;
  }

  storage(bytes: number): GPUBuffer {
    return this.make(bytes, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC);
  }

  storages(count: number, bytes: number): GPUBuffer[] {
    return Array.from({ length: count }, () => this.storage(bytes));
  }

  upload(
    values: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | ArrayBuffer,
    usage: number = GPUBufferUsage.STORAGE,
  ): GPUBuffer {
    const buffer = this.make(values.byteLength, usage);
    this.#device.queue.writeBuffer(buffer, 0, values);
    return buffer;
  }

  destroy(): void {
    for (const buffer of this.#buffers) buffer.destroy();
  }
}

function compile(
  device: GPUDevice,
  frameLayout: GPUBindGroupLayout,
  entryPoint: string,
  { code, uses }: Shader,
): Program {
  const layout = device.createBindGroupLayout({
    entries: uses.map((use, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: use === "read" ? "read-only-storage" : "storage" },
    })),
  });
  const pipeline = device.createComputePipeline({
    layout: device.createPipelineLayout({ bindGroupLayouts: [frameLayout, layout] }),
    compute: { module: device.createShaderModule({ code }), entryPoint },
  });
  return { pipeline, layout };
}

function bindBuffers(device: GPUDevice, { layout }: Program, buffers: GPUBuffer[]): GPUBindGroup {
  return device.createBindGroup({
    layout,
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
}

/** Timestamps before the first and after the last view. */
function stamps(
  clock: GPUQuerySet | undefined,
  view: number,
  views: number,
): GPUComputePassDescriptor {
  if (!clock || (view !== 0 && view !== views - 1)) return {};
  return {
    timestampWrites: {
      querySet: clock,
      ...(view === 0 ? { beginningOfPassWriteIndex: 0 } : {}),
      ...(view === views - 1 ? { endOfPassWriteIndex: 1 } : {}),
    },
  };
}

function resolveClock(
  encoder: GPUCommandEncoder,
  clock: GPUQuerySet,
  keeper: BufferKeeper,
): GPUBuffer {
  const resolved = keeper.make(16, GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC);
  const read = keeper.make(16, GPUBufferUsage.MAP_READ);
  encoder.resolveQuerySet(clock, 0, 2, resolved, 0);
  encoder.copyBufferToBuffer(resolved, 0, read, 0, 16);
  return read;
}

/** The views, of those that wait, whose pixels fit one submission; one at least. */
function firstBatch(
  waiting: readonly number[],
  cameras: readonly Camera[],
  limits: GPUSupportedLimits,
): number[] {
  const most = Math.min(MAX_OUTPUT_BYTES, limits.maxStorageBufferBindingSize);
  const batch: number[] = [];
  let bytes = 0;
  for (const i of waiting) {
    bytes += cameras[i].width * cameras[i].height * 4;
    if (batch.length > 0 && bytes > most) break;
    batch.push(i);
  }
  return batch;
}

/** Puts the attributes side by side, as the shader reads them; what is not finite is not drawn. */
function interleave(cloud: GaussianCloud): Float32Array<ArrayBuffer> {
  const { count, positions, opacityLogits, rotations, logScales, shDc, shRest } = cloud;
  const floats = new Float32Array(count * GAUSSIAN_FLOATS);
  const rest = ((cloud.shDegree + 1) ** 2 - 1) * 3;
  for (let i = 0; i < count; i++) {
    const at = i * GAUSSIAN_FLOATS;
    for (let axis = 0; axis < 3; axis++) {
      floats[at + axis] = positions[i * 3 + axis];
      floats[at + 8 + axis] = logScales[i * 3 + axis];
      floats[at + 11 + axis] = shDc[i * 3 + axis];
    }
    floats[at + 3] = Math.min(Math.max(opacityLogits[i], -MOST_LOGIT), MOST_LOGIT);
    const [w, x, y, z] = [0, 1, 2, 3].map((part) => rotations[i * 4 + part]);
    const length = Math.sqrt(w * w + x * x + y * y + z * z);
    floats[at + 4] = length > 0 ? w / length : 1;
    floats[at + 5] = length > 0 ? x / length : 0;
    floats[at + 6] = length > 0 ? y / length : 0;
    floats[at + 7] = length > 0 ? z / length : 0;
    let isFinite = true;
    for (let k = at; k < at + GAUSSIAN_FLOATS; k++) isFinite &&= Number.isFinite(floats[k]);
    for (let k = i * rest; k < (i + 1) * rest; k++) isFinite &&= Number.isFinite(shRest[k]);
    // Shaders may take for granted that numbers are finite.
    if (!isFinite) floats.fill(0, at, at + GAUSSIAN_FLOATS).fill(-MOST_LOGIT, at + 3, at + 4);
  }
  return floats;
}

/** Writes a `View` of the shaders for each camera. */
function viewUniforms(
  cloud: GaussianCloud,
  cameras: readonly Camera[],
  pixelCounts: readonly number[],
  room: number,
  options: RenderImageOptions,
): ArrayBuffer {
  const { background = [1, 1, 1], preset = "gsplat-1.5.3" } = options;
  const { maxAlpha, skipAlpha, stopAt, stopsWhenEqual, dilation } = RENDER_PRESETS[preset];
  const flags = (stopsWhenEqual ? 1 : 0) | (options.rounding === "round" ? 2 : 0) |
    (options.coverage ? 4 : 0);
  const buffer = new ArrayBuffer(cameras.length * VIEW_STRIDE);
  let firstPixel = 0;
  cameras.forEach((camera, i) => {
    const { width, height, focalX, focalY, centerX, centerY, near, far } = camera;
    const marginX = FRUSTUM_MARGIN * 0.5 * width / focalX;
    const marginY = FRUSTUM_MARGIN * 0.5 * height / focalY;
    const eye = cameraToWorld(camera);
    // deno-fmt-ignore
    new Float32Array(buffer, i * VIEW_STRIDE, 32).set([
      ...camera.worldToCamera,
      focalX, focalY, centerX, centerY,
      -(centerX / focalX + marginX), (width - centerX) / focalX + marginX,
      -(centerY / focalY + marginY), (height - centerY) / focalY + marginY,
      eye[3], eye[7], eye[11], dilation,
      near, far, skipAlpha, maxAlpha,
      ...background, stopAt,
    ]);
    // deno-fmt-ignore
    new Uint32Array(buffer, i * VIEW_STRIDE + 128, 12).set([
      width, height, tilesAcross(camera), tilesDown(camera),
      cloud.count, (cloud.shDegree + 1) ** 2 - 1, room, i,
      firstPixel, floatBits(near), flags, 0,
    ]);
    firstPixel += pixelCounts[i];
  });
  return buffer;
}

/** Most passes of one sort. */
const MOST_PASSES = 32 / DIGIT_BITS;

/** Writes a `Pass` of the shaders for every pass of both sorts. */
function passUniforms(): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(2 * MOST_PASSES * VIEW_STRIDE / 4);
  for (let k = 0; k < 2 * MOST_PASSES; k++) {
    words.set([(k % MOST_PASSES) * DIGIT_BITS, Math.floor(k / MOST_PASSES)], k * VIEW_STRIDE / 4);
  }
  return words;
}

/** Passes that order keys below `bound`. */
function passesFor(bound: number): number {
  return Math.max(1, Math.ceil(Math.log2(bound) / DIGIT_BITS));
}

function floatBits(value: number): number {
  return new Uint32Array(Float32Array.of(value).buffer)[0];
}

function tilesAcross({ width }: Camera): number {
  return Math.ceil(width / TILE);
}

function tilesDown({ height }: Camera): number {
  return Math.ceil(height / TILE);
}

function invisibleCloud(): GaussianCloud {
  return {
    count: 1,
    shDegree: 0,
    up: "+y",
    positions: new Float32Array(3),
    logScales: new Float32Array(3),
    rotations: Float32Array.of(1, 0, 0, 0),
    opacityLogits: Float32Array.of(-MOST_LOGIT),
    shDc: new Float32Array(3),
    shRest: new Float32Array(0),
  };
}
