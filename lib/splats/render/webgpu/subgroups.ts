/**
 * Subgroups: threads that a GPU runs in lockstep and that can look at each other's values. Nothing
 * needs them; where the device has them, prefix sums go with one barrier instead of sixteen.
 *
 * @module
 */

/**
 * What a shader that uses subgroups begins with. Browsers want them enabled; the compiler of Deno
 * 2.9.6 has the functions, and refuses the word.
 */
export type SubgroupDialect = "enable subgroups;" | "";

/** Returns how a device's shaders may use subgroups, or nothing when they may not. */
export async function subgroupDialectOf(device: GPUDevice): Promise<SubgroupDialect | undefined> {
  if (!device.features.has("subgroups")) return undefined;
  for (const dialect of ["enable subgroups;", ""] as const) {
    device.pushErrorScope("validation");
    device.createShaderModule({
      label: "probe",
      code: `${dialect} @compute @workgroup_size(1) fn probe() { _ = subgroupBallot(true); }`,
    });
    if (await device.popErrorScope() === null) return dialect;
  }
  return undefined;
}

/**
 * Completes a shader of the prefix sum, in the form that uses subgroups when there is a dialect. All
 * 256 threads of a workgroup may call at once:
 *
 * - `placeOf(thread)`, once: a place of its own for each thread, 0 to 255; those of a subgroup are
 *   side by side.
 * - `sumPlaces(place, value)`, with a barrier between two calls: the sums of the values at the places
 *   before, and at all.
 * - `plus(a, b)`: the sum.
 */
export function completeSum(code: string, dialect: SubgroupDialect | undefined): string {
  return dialect === undefined
    ? SUMS_WGSL + ALONE_WGSL + code
    : dialect + SUMS_WGSL + TOGETHER_WGSL + code;
}

const SUMS_WGSL = /* wgsl */ `
struct Sums { before: u32, all: u32 }
var<workgroup> totals: array<u32, 256>;
// A sum that would overflow stays at the largest value, so that it is seen to be too large.
fn plus(a: u32, b: u32) -> u32 {
  let sum = a + b;
  return select(sum, 0xffffffffu, sum < a);
}
`;

/** Sums of 1, 2, 4, … places. */
const ALONE_WGSL = /* wgsl */ `
fn placeOf(thread: u32) -> u32 { return thread; }
fn sumPlaces(place: u32, value: u32) -> Sums {
  totals[place] = value;
  workgroupBarrier();
  for (var step = 1u; step < 256u; step <<= 1u) {
    var before = 0u;
    if (place >= step) { before = totals[place - step]; }
    workgroupBarrier();
    totals[place] = plus(before, totals[place]);
    workgroupBarrier();
  }
  return Sums(select(0u, totals[max(place, 1u) - 1u], place > 0u), totals[255]);
}
`;

/** Which threads share a subgroup, and how many, is up to the driver: nothing is taken for granted. */
const TOGETHER_WGSL = /* wgsl */ `
var<workgroup> threadsPlaced: atomic<u32>;
var<workgroup> lanesOf: array<u32, 256>;
var<private> lane: u32;
var<private> lanes: u32;
fn placeOf(thread: u32) -> u32 {
  lane = subgroupExclusiveAdd(1u);
  lanes = subgroupAdd(1u);
  var first = 0u;
  if (lane == 0u) {
    first = atomicAdd(&threadsPlaced, lanes);
    lanesOf[first] = lanes;
  }
  return subgroupBroadcastFirst(first) + lane;
}
fn sumPlaces(place: u32, value: u32) -> Sums {
  var upTo = value;
  for (var step = 1u; step < 128u; step <<= 1u) {
    let before = subgroupShuffleUp(upTo, step);
    if (lane >= step) { upTo = plus(before, upTo); }
  }
  let before = subgroupShuffleUp(upTo, 1u);
  if (lane + 1u == lanes) { totals[place - lane] = upTo; }
  workgroupBarrier();
  var sums = Sums(select(0u, before, lane > 0u), 0u);
  for (var first = 0u; first < 256u; first += max(lanesOf[first], 1u)) {
    if (first < place - lane) { sums.before = plus(sums.before, totals[first]); }
    sums.all = plus(sums.all, totals[first]);
  }
  return sums;
}
`;
