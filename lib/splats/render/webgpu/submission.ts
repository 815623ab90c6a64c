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
  const { device, programs } = gpu;
  const { count } = cloud;
  const slots = count * windows.length;
  const blocks = Math.ceil(count / SORT_BLOCK);
  const tiles = windows.reduce((sum, window) => sum + tilesOf(window), 0);
  const sizes = windows.map(pixelsOf);
  const planes = planesOf(options);
  const pixelsBytes = sizes.reduce((sum, { width, height }) => sum + width * height * 4, 0) *
    planes;
  const depthDigits = windows.length * 256 * blocks;
  const mostDigits = Math.max(depthDigits, 256 * Math.ceil(room / SORT_BLOCK));

  const storage = (name: string, bytes: number, more = 0) =>
    arena.take(name, bytes, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | more);
  const splats = storage("splats", slots * SPLAT_BYTES);
  const depths = ["A", "B"].map((side) => ({
    keys: storage(`depthKeys${side}`, slots * 4),
    values: storage(`depthOrder${side}`, slots * 4),
  }));
  const entries = ["A", "B"].map((side) => ({
    keys: storage(`entryTiles${side}`, room * 4),
    values: storage(`entrySplats${side}`, room * 4),
  }));
  const tileCounts = storage("tileCounts", (slots + 1) * 4);
  const digits = storage("digits", mostDigits * 4);
  const blockSums = storage(
    "blockSums",
    Math.ceil(Math.max(mostDigits, slots + 1) / SCAN_BLOCK) * 4,
  );
  const ranges = storage("ranges", (tiles + 1) * 8);
  const pixels = storage("pixels", pixelsBytes, GPUBufferUsage.COPY_SRC);
  const report = storage("report", 4 + MOST_WINDOWS * 4, GPUBufferUsage.COPY_SRC);
  const lengths = storage("lengths", LENGTHS_BYTES);
  const dispatches = storage("dispatches", DISPATCHES_BYTES, GPUBufferUsage.INDIRECT);
  const job = arena.take(
    "job",
    JOB_BYTES + MOST_WINDOWS * WINDOW_BYTES,
    GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  );
  const passes = arena.take(
    "passes",
    PASS_STRIDE * (2 * MOST_PASSES + 1),
    GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  );
  const { queue } = device;
  queue.writeBuffer(job, 0, packJob(cloud, windows, options));
  queue.writeBuffer(passes, 0, packPasses());
  queue.writeBuffer(lengths, 0, Uint32Array.of(count, depthDigits, slots + 1, 0, 0));
  queue.writeBuffer(report, 0, Uint32Array.of(room));

  const bytesAt = { report: Math.ceil(pixelsBytes / 8) * 8, times: 0, end: 0 };
  bytesAt.times = bytesAt.report + Math.ceil((4 + MOST_WINDOWS * 4) / 8) * 8;
  bytesAt.end = bytesAt.times + STAGES.length * 16;
  const readback = arena.take(
    "readback",
    bytesAt.end,
    GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  );

  const clock = device.features.has("timestamp-query")
    ? device.createQuerySet({ type: "timestamp", count: STAGES.length * 2 })
    : undefined;
  const jobGroup = device.createBindGroup({
    layout: programs.jobLayout,
    entries: [
      { binding: 0, resource: { buffer: job } },
      { binding: 1, resource: { buffer: passes, size: 16 } },
    ],
  });
  const encoder = device.createCommandEncoder();

  /** A grid, or the place in `dispatches` where the GPU itself wrote one. */
  type Grid = readonly [number, number?] | number;
  const runIn =
    (pass: GPUComputePassEncoder) =>
    (name: ShaderName, grid: Grid, buffers: readonly GPUBuffer[], slot = 0) => {
      const { pipeline, layout } = programs.byName[name];
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, jobGroup, [slot * PASS_STRIDE]);
      const group = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
      pass.setBindGroup(1, device.createBindGroup({ layout, entries: group }));
      if (typeof grid === "number") pass.dispatchWorkgroupsIndirect(dispatches, grid);
      else pass.dispatchWorkgroups(...grid);
    };
  type Run = ReturnType<typeof runIn>;
  const stage = (name: typeof STAGES[number], work: (run: Run) => void) => {
    const at = STAGES.indexOf(name) * 2;
    const timestampWrites = clock && {
      querySet: clock,
      beginningOfPassWriteIndex: at,
      endOfPassWriteIndex: at + 1,
    };
    const pass = encoder.beginComputePass({
      label: name,
      ...(timestampWrites ? { timestampWrites } : {}),
    });
    work(runIn(pass));
    pass.end();
  };
  const sumBefore = (run: Run, values: GPUBuffer, grid: Grid, slot: number) => {
    run("sumBlocks", grid, [lengths, values, blockSums], slot);
    run("scanBlocks", [1], [lengths, blockSums], slot);
    run("scanValues", grid, [lengths, blockSums, values], slot);
  };
  /** Sorts from side A to and fro, and returns the side where the order ends up. */
  const sort = (
    run: Run,
    [a, b]: typeof depths,
    { passCount, firstSlot, grid, sumGrid }: {
      readonly passCount: number;
      readonly firstSlot: number;
      readonly grid: Grid;
      readonly sumGrid: Grid;
    },
  ) => {
    for (let k = 0; k < passCount; k++) {
      const slot = firstSlot + k;
      run("countDigits", grid, [lengths, a.keys, digits], slot);
      sumBefore(run, digits, sumGrid, slot);
      run("moveKeys", grid, [lengths, digits, a.keys, a.values, b.keys, b.values], slot);
      [a, b] = [b, a];
    }
    return a;
  };

  const [positions] = attributes;
  const perSplat = [Math.max(1, Math.ceil(count / 256)), windows.length] as const;
  let byDepth = depths[0];
  let byTile = entries[0];
  encoder.clearBuffer(ranges);
  stage("project", (run) => run("project", perSplat, [...attributes, depths[0].keys, splats]));
  stage("sortByDepth", (run) => {
    byDepth = sort(run, depths, {
      passCount: Math.max(...windows.map(({ camera }) => depthPasses(camera.near, camera.far))),
      firstSlot: 0,
      grid: [blocks, windows.length],
      sumGrid: [Math.ceil(depthDigits / SCAN_BLOCK)],
    });
  });
  stage("listTiles", (run) => {
    run("countTiles", perSplat, [byDepth.keys, byDepth.values, splats, tileCounts]);
    sumBefore(run, tileCounts, [Math.ceil((slots + 1) / SCAN_BLOCK)], MOST_PASSES);
    run("plan", [1], [tileCounts, lengths, dispatches, report]);
    const [{ keys, values }] = entries;
    run("listTiles", perSplat, [lengths, byDepth.values, splats, tileCounts, keys, values]);
  });
  stage("sortByTile", (run) => {
    byTile = sort(run, entries, {
      passCount: passesFor(tiles),
      firstSlot: MOST_PASSES + 1,
      grid: DISPATCH_AT.entries,
      sumGrid: DISPATCH_AT.tileDigits,
    });
    run("findRanges", DISPATCH_AT.entries, [lengths, byTile.keys, ranges]);
  });
  stage("draw", (run) => {
    const grid = [Math.max(...windows.map(tilesOf)), windows.length] as const;
    const buffers = [splats, byTile.values, ranges, pixels];
    if (options.depth) run("drawDepth", grid, [...buffers, positions]);
    else run("draw", grid, buffers);
  });
  encoder.copyBufferToBuffer(pixels, 0, readback, 0, pixelsBytes);
  encoder.copyBufferToBuffer(report, 0, readback, bytesAt.report, 4 + MOST_WINDOWS * 4);
  if (clock) {
    const bytes = STAGES.length * 16;
    const resolved = arena.take(
      "times",
      bytes,
      GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
    );
    encoder.resolveQuerySet(clock, 0, STAGES.length * 2, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, readback, bytesAt.times, bytes);
  }
  queue.submit([encoder.finish()]);

  try {
    await readback.mapAsync(GPUMapMode.READ, 0, bytesAt.end);
    const bytes = readback.getMappedRange(0, bytesAt.end);
    const ends = new Uint32Array(bytes, bytesAt.report + 4, windows.length);
    let drawn = 0;
    for (let at = 0; drawn < windows.length && ends[drawn] <= room; drawn++) {
      const words = sizes[drawn].width * sizes[drawn].height * planes;
      place(new Uint32Array(bytes, at, words), windows[drawn]);
      at += words * 4;
    }
    const entryCounts = Array.from(
      ends,
      (end, i) => end === COUNT_OVERFLOW ? Infinity : end - (ends[i - 1] ?? 0),
    );
    const times = clock && readTimes(new BigUint64Array(bytes, bytesAt.times, STAGES.length * 2));
    return { windows: drawn, entries: entryCounts, times };
  } finally {
    clock?.destroy();
    if (readback.mapState === "mapped") readback.unmap();
  }
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
