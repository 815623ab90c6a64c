/**
 * What every worker does with a batch of views, at the same time as the others.
 *
 * A worker takes a view, finds what is seen where (project, sort, bin), and then opens the view:
 * rows of tiles are taken one by one, by the owner and by every worker that has no view of its
 * own to begin. So many views keep all workers busy to the end, and one view is drawn by all.
 * A tile is drawn by one worker from one list; the pixels do not depend on how many there are.
 *
 * @module
 */
import * as at from "./kernel/layout.ts";
import type { WorkerSpace, WorkOrder } from "./work_order.ts";

/** The functions of the kernel; see kernel/kernel.as. */
export interface Kernel {
  shade(view: number): void;
  project(view: number): number;
  keepDepths(view: number, count: number): void;
  sortDepth(view: number, count: number): number;
  bin(view: number, count: number, keys: number, firstTile: number): number;
  draw(view: number, firstTile: number, lastTile: number, scratch: number): void;
}

/** State of a view's `READY` word. */
const OPEN = 1;
const CLOSED = 2;

/** Draws views until none is left to take or to help with. */
export function drawViews(kernel: Kernel, memory: WebAssembly.Memory, order: WorkOrder): void {
  const words = new Int32Array(memory.buffer);
  const { views, blocks, space } = order;
  const isStopped = () => Atomics.load(words, order.stop / 4) === 1;
  for (;;) {
    const view = Atomics.add(words, order.nextView / 4, 1);
    if (view >= views) break;
    const block = blocks + view * at.VIEW_BYTES;
    if (isStopped()) close(words, block);
    else drawOwn(kernel, words, block, space);
  }
  for (let view = 0; view < views; view++) {
    const block = blocks + view * at.VIEW_BYTES;
    const ready = (block + at.READY) / 4;
    Atomics.wait(words, ready, 0);
    if (Atomics.load(words, ready) === OPEN) drawRows(kernel, words, block, space.scratch);
  }
}

function drawOwn(kernel: Kernel, words: Int32Array, block: number, space: WorkerSpace): void {
  place(words, block, space);
  if (words[(block + at.HARMONIC_COUNT) / 4] > 0) kernel.shade(block);
  const count = kernel.project(block);
  if (words[(block + at.HAS_DEPTH) / 4] === 1) kernel.keepDepths(block, count);
  const keys = kernel.sortDepth(block, count);
  const tiles = words[(block + at.TILES_X) / 4] * words[(block + at.TILES_Y) / 4];
  let last = kernel.bin(block, count, keys, 0);
  if (last < tiles) {
    // The lists do not fit at once: a part of the picture after the other.
    for (let first = 0; first < tiles;) {
      kernel.draw(block, first, last, space.scratch);
      first = last;
      if (first < tiles) last = kernel.bin(block, count, keys, first);
    }
    close(words, block);
    return;
  }
  const ready = (block + at.READY) / 4;
  Atomics.store(words, ready, OPEN);
  Atomics.notify(words, ready);
  drawRows(kernel, words, block, space.scratch);
  // Others may still read this worker's lists: wait before they are written again.
  const rows = words[(block + at.TILES_Y) / 4];
  const done = (block + at.ROWS_DONE) / 4;
  for (;;) {
    const finished = Atomics.load(words, done);
    if (finished === rows) return;
    Atomics.wait(words, done, finished);
  }
}

function close(words: Int32Array, block: number): void {
  Atomics.store(words, (block + at.READY) / 4, CLOSED);
  Atomics.notify(words, (block + at.READY) / 4);
}

/** Takes rows of tiles until all are taken. */
function drawRows(kernel: Kernel, words: Int32Array, block: number, scratch: number): void {
  const across = words[(block + at.TILES_X) / 4];
  const rows = words[(block + at.TILES_Y) / 4];
  for (;;) {
    const row = Atomics.add(words, (block + at.NEXT_ROW) / 4, 1);
    if (row >= rows) return;
    kernel.draw(block, row * across, (row + 1) * across, scratch);
    const finished = Atomics.add(words, (block + at.ROWS_DONE) / 4, 1) + 1;
    if (finished === rows) Atomics.notify(words, (block + at.ROWS_DONE) / 4);
  }
}

/** Writes a worker's places into a view block. */
function place(words: Int32Array, block: number, space: WorkerSpace): void {
  const put = (offset: number, value: number) => void (words[(block + offset) / 4] = value);
  put(at.RECORDS, space.records);
  put(at.TILE_BOXES, space.tileBoxes);
  put(at.KEYS, space.keys);
  put(at.SPARE_KEYS, space.spareKeys);
  put(at.HISTOGRAMS, space.histograms);
  put(at.COUNTS, space.counts);
  put(at.HEADS, space.heads);
  put(at.STARTS, space.starts);
  put(at.LIST, space.list);
  put(at.LIST_CAPACITY, space.listCapacity);
  if (space.shaded !== 0) put(at.SHADED, space.shaded);
}
