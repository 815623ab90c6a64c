/**
 * One submission: windows of a cloud through all shaders, and their pixels back.
 *
 * @module
 */
import type { GaussianCloud } from "../../cloud.ts";
import type { RenderImageOptions } from "../splat_renderer.ts";
import type { BufferArena } from "./buffer_arena.ts";
import { JOB_BYTES, MOST_WINDOWS, WINDOW_BYTES } from "./job_shader.ts";
import type { Gpu } from "./open_gpu.ts";
import type { ShaderName } from "./programs.ts";
import { SPLAT_BYTES } from "./project_shader.ts";
import { DIGIT_BITS, SCAN_BLOCK, SORT_BLOCK } from "./sort_shaders.ts";
import { DISPATCH_AT, DISPATCHES_BYTES, LENGTH_AT, LENGTHS_BYTES } from "./tile_shaders.ts";
import { packJob, pixelsOf, planesOf, tilesOf, type Window } from "./windows.ts";

/** Stages of a submission, in order. */
export const STAGES = ["project", "sortByDepth", "listTiles", "sortByTile", "draw"] as const;

/** Milliseconds that the GPU worked at each stage. */
export type StageTimes = Record<typeof STAGES[number], number>;

/** What comes back of a submission. */
export interface Drawn {
  /** How many windows there was room for, from the first. */
  readonly windows: number;
  /** Entries of each window; Infinity when there are too many to count. */
  readonly entries: readonly number[];
  /** Where the device can tell. */
  readonly times: StageTimes | undefined;
}

/** The attributes of a cloud on the GPU, in the order in which `project` binds them. */
export type UploadedCloud = readonly GPUBuffer[];

/** A count that is too large for 32 bits stays at this. */
const COUNT_OVERFLOW = 0xffffffff;

/** Bytes of the report: what room there was, and the entries up to the end of each window. */
const REPORT_BYTES = 4 + MOST_WINDOWS * 4;

/** Bytes of the stamps of the clock: two for each stage. */
const TIMES_BYTES = STAGES.length * 16;

/** Bytes from one `Pass` to the next: the offset that every device takes. */
const PASS_STRIDE = 256;

/** Copies a cloud to the GPU. */
export function uploadCloud(gpu: Gpu, arena: BufferArena, cloud: GaussianCloud): UploadedCloud {
  const { positions, rotations, logScales, opacityLogits, shDc, shRest } = cloud;
  const attributes = { positions, rotations, logScales, opacityLogits, shDc, shRest };
  return Object.entries(attributes).map(([name, values]) => {
    const buffer = arena.take(
      name,
      values.byteLength,
      GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    );
    // Deno 2.9.6 panics when there is nothing to write.
    if (values.length > 0) {
      gpu.device.queue.writeBuffer(buffer, 0, values as Float32Array<ArrayBuffer>);
    }
    return buffer;
  });
}

/**
 * Draws windows.
 *
 * @param room Entries (a splat in a tile) that memory is made for.
 * @param place Takes the planes of each window that there was room for, one after the other, row by
 * row, theirs only until it returns.
 */
export async function submitWindows(
  gpu: Gpu,
  arena: BufferArena,
  cloud: GaussianCloud,
  attributes: UploadedCloud,
  windows: readonly Window[],
  room: number,
  options: RenderImageOptions,
  place: (planes: Uint32Array, window: Window) => void,
): Promise<Drawn> {
  const { device } = gpu;
  const { queue } = device;
  const sizes = sizesOf(cloud.count, windows, room, planesOf(options));
  const buffers = takeBuffers(arena, sizes);
  queue.writeBuffer(buffers.job, 0, packJob(cloud, windows, options));
  queue.writeBuffer(buffers.passes, 0, packPasses());
  queue.writeBuffer(
    buffers.lengths,
    0,
    Uint32Array.of(cloud.count, sizes.depthDigits, sizes.slots + 1, 0, 0),
  );
  queue.writeBuffer(buffers.report, 0, Uint32Array.of(room));
  const clock = device.features.has("timestamp-query")
    ? device.createQuerySet({ type: "timestamp", count: STAGES.length * 2 })
    : undefined;
  const encoder = device.createCommandEncoder();
  encoder.clearBuffer(buffers.ranges);
  const stage = stageRecorder(gpu, encoder, clock, buffers);
  recordStages(stage, buffers, sizes, windows, attributes, options.depth === true);
  const bytesAt = copyBack(encoder, arena, buffers, sizes, clock);
  queue.submit([encoder.finish()]);
  const { readback } = buffers;
  try {
    await readback.mapAsync(GPUMapMode.READ, 0, bytesAt.end);
    const bytes = readback.getMappedRange(0, bytesAt.end);
    const ends = new Uint32Array(bytes, bytesAt.report + 4, windows.length);
    let drawn = 0;
    for (let at = 0; drawn < windows.length && ends[drawn] <= room; drawn++) {
      const { width, height } = pixelsOf(windows[drawn]);
      const words = width * height * sizes.planes;
      place(new Uint32Array(bytes, at, words), windows[drawn]);
      at += words * 4;
    }
    const entries = Array.from(
      ends,
      (end, i) => end === COUNT_OVERFLOW ? Infinity : end - (ends[i - 1] ?? 0),
    );
    const times = clock && readTimes(new BigUint64Array(bytes, bytesAt.times, STAGES.length * 2));
    return { windows: drawn, entries, times };
  } finally {
    clock?.destroy();
    if (readback.mapState === "mapped") readback.unmap();
  }
}

/** How much of everything there is in a submission. */
interface Sizes {
  /** Gaussians. */
  readonly count: number;
  /** Gaussians of all windows. */
  readonly slots: number;
  /** Tiles of all windows. */
  readonly tiles: number;
  /** Entries that memory is made for. */
  readonly room: number;
  /** Blocks of the sort by depth, of one window. */
  readonly depthBlocks: number;
  /** Counts of digits of the sort by depth. */
  readonly depthDigits: number;
  /** Planes of a picture. */
  readonly planes: number;
  /** Bytes of all planes of all windows. */
  readonly pixelsBytes: number;
}

function sizesOf(
  count: number,
  windows: readonly Window[],
  room: number,
  planes: number,
): Sizes {
  const depthBlocks = Math.ceil(count / SORT_BLOCK);
  const pixels = windows.map(pixelsOf).reduce((sum, { width, height }) => sum + width * height, 0);
  return {
    count,
    slots: count * windows.length,
    tiles: windows.reduce((sum, window) => sum + tilesOf(window), 0),
    room,
    depthBlocks,
    depthDigits: windows.length * 256 * depthBlocks,
    planes,
    pixelsBytes: pixels * 4 * planes,
  };
}

type Buffers = ReturnType<typeof takeBuffers>;

function takeBuffers(
  arena: BufferArena,
  { slots, tiles, room, depthDigits, pixelsBytes }: Sizes,
) {
  const { STORAGE, UNIFORM, INDIRECT, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const storage = (name: string, bytes: number, more = 0) =>
    arena.take(name, bytes, STORAGE | COPY_DST | more);
  const uniform = (name: string, bytes: number) => arena.take(name, bytes, UNIFORM | COPY_DST);
  const bothSides = (keys: string, values: string, bytes: number) =>
    ["A", "B"].map((side) => ({
      keys: storage(keys + side, bytes),
      values: storage(values + side, bytes),
    }));
  const mostDigits = Math.max(depthDigits, 256 * Math.ceil(room / SORT_BLOCK));
  const mostBlocks = Math.ceil(Math.max(mostDigits, slots + 1) / SCAN_BLOCK);
  return {
    splats: storage("splats", slots * SPLAT_BYTES),
    depths: bothSides("depthKeys", "depthOrder", slots * 4),
    entries: bothSides("entryTiles", "entrySplats", room * 4),
    tileCounts: storage("tileCounts", (slots + 1) * 4),
    digits: storage("digits", mostDigits * 4),
    blockSums: storage("blockSums", mostBlocks * 4),
    ranges: storage("ranges", (tiles + 1) * 8),
    pixels: storage("pixels", pixelsBytes, COPY_SRC),
    report: storage("report", REPORT_BYTES, COPY_SRC),
    lengths: storage("lengths", LENGTHS_BYTES),
    dispatches: storage("dispatches", DISPATCHES_BYTES, INDIRECT),
    job: uniform("job", JOB_BYTES + MOST_WINDOWS * WINDOW_BYTES),
    passes: uniform("passes", PASS_STRIDE * (2 * MOST_PASSES + 1)),
    readback: arena.take("readback", placesOf(pixelsBytes).end, MAP_READ | COPY_DST),
  };
}

/** A grid, or the place in `dispatches` where the GPU itself wrote one. */
type Grid = readonly [number, number?] | number;

/** Runs a shader over a grid, with the `Pass` of a slot. */
type Run = (name: ShaderName, grid: Grid, buffers: readonly GPUBuffer[], slot?: number) => void;

type Stage = (name: typeof STAGES[number], work: (run: Run) => void) => void;

/** Returns what records the shaders of a stage, between two stamps of the clock. */
function stageRecorder(
  { device, programs }: Gpu,
  encoder: GPUCommandEncoder,
  clock: GPUQuerySet | undefined,
  { job, passes, dispatches }: Buffers,
): Stage {
  const jobGroup = device.createBindGroup({
    layout: programs.jobLayout,
    entries: [
      { binding: 0, resource: { buffer: job } },
      { binding: 1, resource: { buffer: passes, size: 16 } },
    ],
  });
  return (stageName, work) => {
    const at = STAGES.indexOf(stageName) * 2;
    const timestampWrites = clock && {
      querySet: clock,
      beginningOfPassWriteIndex: at,
      endOfPassWriteIndex: at + 1,
    };
    const pass = encoder.beginComputePass({
      label: stageName,
      ...(timestampWrites ? { timestampWrites } : {}),
    });
    work((name, grid, buffers, slot = 0) => {
      const { pipeline, layout } = programs.byName[name];
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, jobGroup, [slot * PASS_STRIDE]);
      const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
      pass.setBindGroup(1, device.createBindGroup({ layout, entries }));
      if (typeof grid === "number") pass.dispatchWorkgroupsIndirect(dispatches, grid);
      else pass.dispatchWorkgroups(...grid);
    });
    pass.end();
  };
}

/** Records all stages, from the attributes of a cloud to the pixels. */
function recordStages(
  stage: Stage,
  buffers: Buffers,
  { count, slots, tiles, depthBlocks, depthDigits }: Sizes,
  windows: readonly Window[],
  attributes: UploadedCloud,
  hasDepth: boolean,
): void {
  const { splats, depths, entries, tileCounts, ranges, pixels } = buffers;
  const { lengths, dispatches, report } = buffers;
  const perSplat = [Math.max(1, Math.ceil(count / 256)), windows.length] as const;
  let [byDepth] = depths;
  let [byTile] = entries;
  stage("project", (run) => run("project", perSplat, [...attributes, byDepth.keys, splats]));
  stage("sortByDepth", (run) => {
    byDepth = sort(run, buffers, depths, {
      passCount: Math.max(...windows.map(({ camera }) => depthPasses(camera.near, camera.far))),
      firstSlot: 0,
      grid: [depthBlocks, windows.length],
      sumGrid: [Math.ceil(depthDigits / SCAN_BLOCK)],
    });
  });
  stage("listTiles", (run) => {
    run("countTiles", perSplat, [byDepth.keys, byDepth.values, splats, tileCounts]);
    sumBefore(run, buffers, tileCounts, [Math.ceil((slots + 1) / SCAN_BLOCK)], MOST_PASSES);
    run("plan", [1], [tileCounts, lengths, dispatches, report]);
    const { keys, values } = byTile;
    run("listTiles", perSplat, [lengths, byDepth.values, splats, tileCounts, keys, values]);
  });
  stage("sortByTile", (run) => {
    byTile = sort(run, buffers, entries, {
      passCount: passesFor(tiles),
      firstSlot: MOST_PASSES + 1,
      grid: DISPATCH_AT.entries,
      sumGrid: DISPATCH_AT.tileDigits,
    });
    run("findRanges", DISPATCH_AT.entries, [lengths, byTile.keys, ranges]);
  });
  stage("draw", (run) => {
    const grid = [Math.max(...windows.map(tilesOf)), windows.length] as const;
    const drawn = [splats, byTile.values, ranges, pixels];
    const [positions] = attributes;
    if (hasDepth) run("drawDepth", grid, [...drawn, positions]);
    else run("draw", grid, drawn);
  });
}

/** Sorts from side A to and fro, and returns the side where the order ends up. */
function sort(
  run: Run,
  buffers: Buffers,
  [a, b]: Buffers["depths"],
  { passCount, firstSlot, grid, sumGrid }: {
    readonly passCount: number;
    readonly firstSlot: number;
    readonly grid: Grid;
    readonly sumGrid: Grid;
  },
): Buffers["depths"][number] {
  const { lengths, digits } = buffers;
  for (let slot = firstSlot; slot < firstSlot + passCount; slot++) {
    run("countDigits", grid, [lengths, a.keys, digits], slot);
    sumBefore(run, buffers, digits, sumGrid, slot);
    run("moveKeys", grid, [lengths, digits, a.keys, a.values, b.keys, b.values], slot);
    [a, b] = [b, a];
  }
  return a;
}

/** Puts the sum of all before it in the place of each value. */
function sumBefore(
  run: Run,
  { lengths, blockSums }: Buffers,
  values: GPUBuffer,
  grid: Grid,
  slot: number,
): void {
  run("sumBlocks", grid, [lengths, values, blockSums], slot);
  run("scanBlocks", [1], [lengths, blockSums], slot);
  run("scanValues", grid, [lengths, blockSums, values], slot);
}

/** Where the parts of what is copied back begin, bytes; the pixels are in front. */
function placesOf(pixelsBytes: number): { report: number; times: number; end: number } {
  const report = Math.ceil(pixelsBytes / 8) * 8;
  const times = report + Math.ceil(REPORT_BYTES / 8) * 8;
  return { report, times, end: times + TIMES_BYTES };
}

/** Records the copy of pixels, report and times; returns where they are. */
function copyBack(
  encoder: GPUCommandEncoder,
  arena: BufferArena,
  { pixels, report, readback }: Buffers,
  { pixelsBytes }: Sizes,
  clock: GPUQuerySet | undefined,
): ReturnType<typeof placesOf> {
  const bytesAt = placesOf(pixelsBytes);
  encoder.copyBufferToBuffer(pixels, 0, readback, 0, pixelsBytes);
  encoder.copyBufferToBuffer(report, 0, readback, bytesAt.report, REPORT_BYTES);
  if (clock) {
    const usage = GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC;
    const resolved = arena.take("times", TIMES_BYTES, usage);
    encoder.resolveQuerySet(clock, 0, STAGES.length * 2, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, readback, bytesAt.times, TIMES_BYTES);
  }
  return bytesAt;
}

/** Most passes of one sort. */
const MOST_PASSES = 32 / DIGIT_BITS;

/** Writes a `Pass` for every pass of the sort by depth, one for the tile counts, and of that by tile. */
function packPasses(): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array((2 * MOST_PASSES + 1) * PASS_STRIDE / 4);
  const put = (slot: number, pass: readonly number[]) => words.set(pass, slot * PASS_STRIDE / 4);
  const { gaussians, depthDigits, tileCounts, entries, tileDigits } = LENGTH_AT;
  for (let k = 0; k < MOST_PASSES; k++) {
    put(k, [k * DIGIT_BITS, gaussians, depthDigits, k === 0 ? 1 : 0]);
    put(MOST_PASSES + 1 + k, [k * DIGIT_BITS, entries, tileDigits, 0]);
  }
  put(MOST_PASSES, [0, 0, tileCounts, 0]);
  return words;
}

/** Passes that order keys of 0 to `most`. */
function passesFor(most: number): number {
  return Math.max(1, Math.ceil(Math.log2(most + 1) / DIGIT_BITS));
}

/** Passes that order depths, and after them what is culled: all bits set. */
function depthPasses(near: number, far: number): number {
  const [from, to] = new Uint32Array(Float32Array.of(near, far).buffer);
  return passesFor(Math.max(to - from, 0) + 1);
}

function readTimes(stamps: BigUint64Array): StageTimes {
  const times = STAGES.map((name, i) => [name, Number(stamps[i * 2 + 1] - stamps[i * 2]) / 1e6]);
  return Object.fromEntries(times);
}
