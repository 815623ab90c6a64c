/**
 * Prefix sums and a stable radix sort, for lists of any length. The sums need no subgroups, and use
 * them where the device has them.
 *
 * A list may stand in segments of one length, which are sorted each on its own (the Gaussians of
 * each window by depth), and its length may be known to the GPU only (the entries of the tiles).
 *
 * @module
 */
import { JOB_WGSL } from "./job_shader.ts";

/** Keys that one workgroup of the sort counts or moves. */
export const SORT_BLOCK = 4096;

/** Values that one workgroup of the prefix sum adds. */
export const SCAN_BLOCK = 2048;

/** Bits that one pass of the sort orders by. */
export const DIGIT_BITS = 8;

/** Bytes of a `Pass`. */
export const PASS_BYTES = 16;

const PASS_WGSL = /* wgsl */ `
${JOB_WGSL}
struct Pass {
  // Lowest bit of the digit.
  shift: u32,
  // Where in 'lengths' the length of a segment is, and that of the list to be summed.
  lengthAt: u32,
  sumLengthAt: u32,
  // Whether the values are still the places of the keys, and not read.
  isFirst: u32,
}
@group(0) @binding(1) var<uniform> radix: Pass;
@group(1) @binding(0) var<storage, read> lengths: array<u32>;
`;

/** `sumBlocks`, to be completed by `completeSum()`: the sum of every block. Grid (values / 2048). */
export const SUM_BLOCKS_WGSL = /* wgsl */ `
${PASS_WGSL}
@group(1) @binding(1) var<storage, read> values: array<u32>;
@group(1) @binding(2) var<storage, read_write> blockSums: array<u32>;

@compute @workgroup_size(256)
fn sumBlocks(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let length = lengths[radix.sumLengthAt];
  let place = placeOf(thread);
  var own = 0u;
  for (var k = 0u; k < 8u; k++) {
    let i = group.x * ${SCAN_BLOCK}u + k * 256u + place;
    if (i < length) { own = plus(own, values[i]); }
  }
  let sums = sumPlaces(place, own);
  if (place == 0u) { blockSums[group.x] = sums.all; }
}
`;

/** `scanBlocks`, likewise: turns the sums of blocks into what is before each. One workgroup. */
export const SCAN_BLOCKS_WGSL = /* wgsl */ `
${PASS_WGSL}
@group(1) @binding(1) var<storage, read_write> blockSums: array<u32>;

@compute @workgroup_size(256)
fn scanBlocks(@builtin(local_invocation_index) thread: u32) {
  let blocks = (lengths[radix.sumLengthAt] + ${SCAN_BLOCK - 1}u) / ${SCAN_BLOCK}u;
  let place = placeOf(thread);
  var carry = 0u;
  for (var first = 0u; first < blocks; first += 256u) {
    let i = first + place;
    var own = 0u;
    if (i < blocks) { own = blockSums[i]; }
    let sums = sumPlaces(place, own);
    if (i < blocks) { blockSums[i] = plus(carry, sums.before); }
    carry = plus(carry, sums.all);
    workgroupBarrier();
  }
}
`;

/** `scanValues`, likewise: turns values into the sums of all before them. Grid (values / 2048). */
export const SCAN_VALUES_WGSL = /* wgsl */ `
${PASS_WGSL}
@group(1) @binding(1) var<storage, read> blockSums: array<u32>;
@group(1) @binding(2) var<storage, read_write> values: array<u32>;

@compute @workgroup_size(256)
fn scanValues(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let length = lengths[radix.sumLengthAt];
  let place = placeOf(thread);
  let first = group.x * ${SCAN_BLOCK}u + place * 8u;
  var loaded: array<u32, 8>;
  var own = 0u;
  for (var k = 0u; k < 8u; k++) {
    loaded[k] = 0u;
    if (first + k < length) { loaded[k] = values[first + k]; }
    own = plus(own, loaded[k]);
  }
  var before = plus(blockSums[group.x], sumPlaces(place, own).before);
  for (var k = 0u; k < 8u; k++) {
    if (first + k < length) { values[first + k] = before; }
    before = plus(before, loaded[k]);
  }
}
`;

/**
 * `countDigits`: how often each digit occurs in each block, laid out by segment, digit and block, so
 * that the prefix sum says where the block's keys of a digit begin. Grid (length / 4096, segments).
 */
export const COUNT_DIGITS_WGSL = /* wgsl */ `
${PASS_WGSL}
@group(1) @binding(1) var<storage, read> keys: array<u32>;
@group(1) @binding(2) var<storage, read_write> digitCounts: array<u32>;
var<workgroup> counts: array<atomic<u32>, 256>;

@compute @workgroup_size(256)
fn countDigits(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let length = lengths[radix.lengthAt];
  let blocks = (length + ${SORT_BLOCK - 1}u) / ${SORT_BLOCK}u;
  atomicStore(&counts[thread], 0u);
  workgroupBarrier();
  for (var k = 0u; k < ${SORT_BLOCK / 256}u; k++) {
    let i = group.x * ${SORT_BLOCK}u + k * 256u + thread;
    if (i < length) {
      atomicAdd(&counts[(keys[group.y * length + i] >> radix.shift) & 255u], 1u);
    }
  }
  workgroupBarrier();
  digitCounts[(group.y * 256u + thread) * blocks + group.x] = atomicLoad(&counts[thread]);
}
`;

/**
 * `moveKeys`: puts keys and values in order of the digit, 256 at a time so that equal digits keep
 * their order. Each thread sets its bit among those of its digit; the bits below say how many come
 * before it. Grid (length / 4096, segments).
 */
export const MOVE_KEYS_WGSL = /* wgsl */ `
${PASS_WGSL}
@group(1) @binding(1) var<storage, read> digitStarts: array<u32>;
@group(1) @binding(2) var<storage, read> keys: array<u32>;
@group(1) @binding(3) var<storage, read> values: array<u32>;
@group(1) @binding(4) var<storage, read_write> movedKeys: array<u32>;
@group(1) @binding(5) var<storage, read_write> movedValues: array<u32>;
var<workgroup> threads: array<atomic<u32>, 2048>;
var<workgroup> starts: array<u32, 256>;

@compute @workgroup_size(256)
fn moveKeys(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let length = lengths[radix.lengthAt];
  let blocks = (length + ${SORT_BLOCK - 1}u) / ${SORT_BLOCK}u;
  let segment = group.y * length;
  starts[thread] = digitStarts[(group.y * 256u + thread) * blocks + group.x];
  for (var k = 0u; k < 8u; k++) { atomicStore(&threads[k * 256u + thread], 0u); }
  workgroupBarrier();

  let ownWord = thread >> 5u;
  let ownBit = 1u << (thread & 31u);
  for (var k = 0u; k < ${SORT_BLOCK / 256}u; k++) {
    let i = group.x * ${SORT_BLOCK}u + k * 256u + thread;
    let isThere = i < length;
    var key = 0u;
    var value = i;
    if (isThere) {
      key = keys[segment + i];
      if (radix.isFirst == 0u) { value = values[segment + i]; }
    }
    let digit = (key >> radix.shift) & 255u;
    if (isThere) { atomicOr(&threads[digit * 8u + ownWord], ownBit); }
    workgroupBarrier();
    var before = 0u;
    var all = 0u;
    if (isThere) {
      for (var word = 0u; word < 8u; word++) {
        let bits = atomicLoad(&threads[digit * 8u + word]);
        all += countOneBits(bits);
        if (word < ownWord) { before += countOneBits(bits); }
        if (word == ownWord) { before += countOneBits(bits & (ownBit - 1u)); }
      }
      let to = starts[digit] + before;
      movedKeys[to] = key;
      movedValues[to] = value;
    }
    workgroupBarrier();
    if (isThere) {
      atomicStore(&threads[digit * 8u + ownWord], 0u);
      if (before + 1u == all) { starts[digit] += all; }
    }
    workgroupBarrier();
  }
}
`;
