/**
 * The compute shaders of the WebGPU renderer, in the order in which they run for each view.
 *
 * 1. `project`: each Gaussian becomes a record, a depth key and the rectangle of tiles it touches.
 * 2. `countDigits`, `scanDigits`, `moveKeys`: a radix sort of the Gaussians by depth, 4 bits at a
 *    time, stable, so that equal depths keep the order of the cloud.
 * 3. `sumTiles`, `scanTiles`, `listTiles`: the sorted Gaussians are written out once for each tile
 *    they touch. How many that makes is counted; when they do not fit, the host makes room and
 *    renders the view again. Nothing is ever dropped.
 * 4. The radix sort again, by tile: stable, so that every tile has its Gaussians front to back, as
 *    many as there are.
 * 5. `findRanges`, `draw`: a workgroup for each tile of 16 × 16 pixels.
 *
 * No subgroups are needed. Sums of lists of any length are made by one workgroup walking over them.
 *
 * @module
 */

/** Width and height of a tile, pixels. */
export const TILE = 16;

/** Keys that one workgroup of the radix sort moves. */
export const BLOCK = 1024;

/** Bits that one pass of the radix sort orders by. */
export const DIGIT_BITS = 4;

/** Bytes of a `View`, and of what stands between two of them in the uniform buffer. */
export const VIEW_STRIDE = 256;

/** Floats of a Gaussian as it is uploaded: position, logit, quaternion, log scales, degree 0. */
export const GAUSSIAN_FLOATS = 14;

/** Bytes of a record: three `vec4f`. */
export const RECORD_BYTES = 48;

const VIEW = /* wgsl */ `
struct View {
  // World to camera, rows.
  row0: vec4f,
  row1: vec4f,
  row2: vec4f,
  // Focal lengths and optical axis, pixels.
  lens: vec4f,
  // Bounds of x/z and y/z at which the projection is linearised: least x, most x, least y, most y.
  reach: vec4f,
  // Position of the camera, and the dilation.
  eye: vec4f,
  // Near, far, skipAlpha, maxAlpha.
  clip: vec4f,
  // Background, and the transmittance at which a pixel is full.
  background: vec4f,
  // Width, height, tiles across, tiles down.
  size: vec4u,
  // Gaussians, harmonics above degree 0, room for entries, index of the view.
  counts: vec4u,
  // First pixel in the output, key of the near plane, flags, nothing.
  place: vec4u,
}
const STOPS_WHEN_EQUAL = 1u;
const ROUNDS = 2u;
const HAS_COVERAGE = 4u;
@group(0) @binding(0) var<uniform> view: View;
`;

const PROJECT = /* wgsl */ `
${VIEW}
@group(1) @binding(0) var<storage, read> gaussians: array<f32>;
@group(1) @binding(1) var<storage, read> harmonics: array<f32>;
@group(1) @binding(2) var<storage, read_write> records: array<vec4f>;
@group(1) @binding(3) var<storage, read_write> keys: array<u32>;
@group(1) @binding(4) var<storage, read_write> indices: array<u32>;
@group(1) @binding(5) var<storage, read_write> tileRects: array<vec2u>;

// From the degrees' constants of the 3DGS code family.
fn harmonic(k: u32, d: vec3f) -> f32 {
  let s = d * d;
  switch k {
    case 0u: { return -0.4886025119029199 * d.y; }
    case 1u: { return 0.4886025119029199 * d.z; }
    case 2u: { return -0.4886025119029199 * d.x; }
    case 3u: { return 1.0925484305920792 * d.x * d.y; }
    case 4u: { return -1.0925484305920792 * d.y * d.z; }
    case 5u: { return 0.31539156525252005 * (2.0 * s.z - s.x - s.y); }
    case 6u: { return -1.0925484305920792 * d.x * d.z; }
    case 7u: { return 0.5462742152960396 * (s.x - s.y); }
    case 8u: { return -0.5900435899266435 * d.y * (3.0 * s.x - s.y); }
    case 9u: { return 2.890611442640554 * d.x * d.y * d.z; }
    case 10u: { return -0.4570457994644658 * d.y * (4.0 * s.z - s.x - s.y); }
    case 11u: { return 0.3731763325901154 * d.z * (2.0 * s.z - 3.0 * s.x - 3.0 * s.y); }
    case 12u: { return -0.4570457994644658 * d.x * (4.0 * s.z - s.x - s.y); }
    case 13u: { return 1.445305721320277 * d.z * (s.x - s.y); }
    default: { return -0.5900435899266435 * d.x * (s.x - 3.0 * s.y); }
  }
}

@compute @workgroup_size(256)
fn project(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= view.counts.x) { return; }
  indices[i] = i;
  keys[i] = 0xffffffffu;
  // Nothing: its last tile is before its first.
  tileRects[i] = vec2u(1u, 1u);

  let at = i * ${GAUSSIAN_FLOATS}u;
  let world = vec3f(gaussians[at], gaussians[at + 1u], gaussians[at + 2u]);
  let opacity = 1.0 / (1.0 + exp(-gaussians[at + 3u]));
  let z = dot(view.row2.xyz, world) + view.row2.w;
  if (!(z >= view.clip.x && z <= view.clip.y && opacity >= view.clip.z)) { return; }
  let u = (dot(view.row0.xyz, world) + view.row0.w) / z;
  let v = (dot(view.row1.xyz, world) + view.row1.w) / z;

  // J R: how a step in the world moves the picture near the centre, pixels.
  let uJ = clamp(u, view.reach.x, view.reach.y);
  let vJ = clamp(v, view.reach.z, view.reach.w);
  let toX = view.lens.x / z * (view.row0.xyz - uJ * view.row2.xyz);
  let toY = view.lens.y / z * (view.row1.xyz - vJ * view.row2.xyz);
  // The same for steps of one standard deviation along the own axes.
  let q = normalize(vec4f(gaussians[at + 4u], gaussians[at + 5u], gaussians[at + 6u], gaussians[at + 7u]));
  let sigma = exp(vec3f(gaussians[at + 8u], gaussians[at + 9u], gaussians[at + 10u]));
  let axis0 = vec3f(1.0 - 2.0 * (q.z * q.z + q.w * q.w), 2.0 * (q.y * q.z + q.x * q.w), 2.0 * (q.y * q.w - q.x * q.z));
  let axis1 = vec3f(2.0 * (q.y * q.z - q.x * q.w), 1.0 - 2.0 * (q.y * q.y + q.w * q.w), 2.0 * (q.z * q.w + q.x * q.y));
  let axis2 = vec3f(2.0 * (q.y * q.w + q.x * q.z), 2.0 * (q.z * q.w - q.x * q.y), 1.0 - 2.0 * (q.y * q.y + q.z * q.z));
  let a = sigma * vec3f(dot(toX, axis0), dot(toX, axis1), dot(toX, axis2));
  let b = sigma * vec3f(dot(toY, axis0), dot(toY, axis1), dot(toY, axis2));
  let dilation = view.eye.w;
  let xx = dot(a, a) + dilation;
  let xy = dot(a, b);
  let yy = dot(b, b) + dilation;
  // xx yy − xy², without the cancellation that thin needles would suffer in float32.
  let normal = cross(a, b);
  let determinant = dot(normal, normal) + dilation * (dot(a, a) + dot(b, b)) + dilation * dilation;
  if (!(determinant > 0.0 && determinant < 3e38)) { return; }

  let x = u * view.lens.x + view.lens.z;
  let y = v * view.lens.y + view.lens.w;
  let power = log(opacity / view.clip.z);
  let halfWidth = sqrt(2.0 * power * xx);
  let halfHeight = sqrt(2.0 * power * yy);
  let size = vec2f(view.size.xy);
  if (!(x + halfWidth > 0.0 && x - halfWidth < size.x && y + halfHeight > 0.0 && y - halfHeight < size.y)) { return; }

  var color = vec3f(0.5) + 0.28209479177387814 *
    vec3f(gaussians[at + 11u], gaussians[at + 12u], gaussians[at + 13u]);
  if (view.counts.y > 0u) {
    let direction = normalize(world - view.eye.xyz);
    for (var k = 0u; k < view.counts.y; k++) {
      let h = (i * view.counts.y + k) * 3u;
      color += harmonic(k, direction) * vec3f(harmonics[h], harmonics[h + 1u], harmonics[h + 2u]);
    }
    color = max(color, vec3f(0.0));
  }
  records[i * 3u] = vec4f(x, y, yy / determinant, -xy / determinant);
  records[i * 3u + 1u] = vec4f(xx / determinant, power, opacity, z);
  records[i * 3u + 2u] = vec4f(color, 0.0);
  // Positive floats sort as the integers of the same bits.
  keys[i] = bitcast<u32>(z) - view.place.y;
  let last = vec2f(view.size.zw - 1u);
  let firstTile = vec2u(clamp(floor(vec2f(x - halfWidth, y - halfHeight) / ${TILE}.0), vec2f(0.0), last));
  let lastTile = vec2u(clamp(floor(vec2f(x + halfWidth, y + halfHeight) / ${TILE}.0), vec2f(0.0), last));
  tileRects[i] = vec2u(firstTile.x | (lastTile.x << 16u), firstTile.y | (lastTile.y << 16u));
}
`;

/** One pass of the sort: which bits, and which of `lengths` says how many keys there are. */
const PASS = /* wgsl */ `
struct Pass { shift: u32, which: u32, unused0: u32, unused1: u32 }
@group(0) @binding(1) var<uniform> radix: Pass;
fn digitOf(key: u32) -> u32 { return (key >> radix.shift) & 15u; }
`;

const COUNT_DIGITS = /* wgsl */ `
${VIEW}
${PASS}
@group(1) @binding(0) var<storage, read> keys: array<u32>;
@group(1) @binding(1) var<storage, read> lengths: array<u32>;
@group(1) @binding(2) var<storage, read_write> histogram: array<u32>;
var<workgroup> counts: array<atomic<u32>, 16>;

@compute @workgroup_size(128)
fn countDigits(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let length = lengths[radix.which];
  let blocks = (length + ${BLOCK - 1}u) / ${BLOCK}u;
  if (thread < 16u) { atomicStore(&counts[thread], 0u); }
  workgroupBarrier();
  for (var k = 0u; k < 8u; k++) {
    let i = group.x * ${BLOCK}u + k * 128u + thread;
    if (i < length) { atomicAdd(&counts[digitOf(keys[i])], 1u); }
  }
  workgroupBarrier();
  if (thread < 16u && group.x < blocks) {
    histogram[thread * blocks + group.x] = atomicLoad(&counts[thread]);
  }
}
`;

/** Sums of 128 values in the order of the threads; `sums` afterwards holds inclusive sums. */
const SUM_THREADS = /* wgsl */ `
var<workgroup> sums: array<u32, 128>;
fn sumThreads(thread: u32, value: u32) -> u32 {
  sums[thread] = value;
  workgroupBarrier();
  for (var step = 1u; step < 128u; step <<= 1u) {
    var before = 0u;
    if (thread >= step) { before = sums[thread - step]; }
    workgroupBarrier();
    sums[thread] += before;
    workgroupBarrier();
  }
  return sums[thread] - value;
}
`;

const SCAN_DIGITS = /* wgsl */ `
${VIEW}
${PASS}
${SUM_THREADS}
@group(1) @binding(0) var<storage, read> lengths: array<u32>;
@group(1) @binding(1) var<storage, read_write> histogram: array<u32>;

@compute @workgroup_size(128)
fn scanDigits(@builtin(local_invocation_index) thread: u32) {
  let total = (lengths[radix.which] + ${BLOCK - 1}u) / ${BLOCK}u * 16u;
  var carry = 0u;
  for (var first = 0u; first < total; first += 1024u) {
    let at = first + thread * 8u;
    var own = 0u;
    for (var k = 0u; k < 8u; k++) { if (at + k < total) { own += histogram[at + k]; } }
    var running = carry + sumThreads(thread, own);
    for (var k = 0u; k < 8u; k++) {
      if (at + k < total) {
        let count = histogram[at + k];
        histogram[at + k] = running;
        running += count;
      }
    }
    carry += sums[127];
    workgroupBarrier();
  }
}
`;

const MOVE_KEYS = /* wgsl */ `
${VIEW}
${PASS}
${SUM_THREADS}
@group(1) @binding(0) var<storage, read> lengths: array<u32>;
@group(1) @binding(1) var<storage, read> histogram: array<u32>;
@group(1) @binding(2) var<storage, read> keys: array<u32>;
@group(1) @binding(3) var<storage, read> values: array<u32>;
@group(1) @binding(4) var<storage, read_write> movedKeys: array<u32>;
@group(1) @binding(5) var<storage, read_write> movedValues: array<u32>;
// For each digit and thread: how many keys of this digit the thread has, and then where the next
// of them goes. Each thread has 8 keys in a row, so that the order of equal digits is kept.
var<workgroup> places: array<u32, 2048>;
var<workgroup> starts: array<u32, 16>;

@compute @workgroup_size(128)
fn moveKeys(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let length = lengths[radix.which];
  let blocks = (length + ${BLOCK - 1}u) / ${BLOCK}u;
  let first = group.x * ${BLOCK}u + thread * 8u;
  for (var digit = 0u; digit < 16u; digit++) { places[digit * 128u + thread] = 0u; }
  for (var k = 0u; k < 8u; k++) {
    if (first + k < length) { places[digitOf(keys[first + k]) * 128u + thread] += 1u; }
  }
  workgroupBarrier();
  var own = 0u;
  for (var k = 0u; k < 16u; k++) { own += places[thread * 16u + k]; }
  var running = sumThreads(thread, own);
  for (var k = 0u; k < 16u; k++) {
    let count = places[thread * 16u + k];
    places[thread * 16u + k] = running;
    running += count;
  }
  workgroupBarrier();
  if (thread < 16u) { starts[thread] = places[thread * 128u]; }
  workgroupBarrier();
  for (var k = 0u; k < 8u; k++) {
    let i = first + k;
    if (i >= length) { break; }
    let key = keys[i];
    let digit = digitOf(key);
    let place = places[digit * 128u + thread];
    places[digit * 128u + thread] = place + 1u;
    let to = histogram[digit * blocks + group.x] + place - starts[digit];
    movedKeys[to] = key;
    movedValues[to] = values[i];
  }
}
`;

const TILES = /* wgsl */ `
fn tilesOf(rect: vec2u) -> u32 {
  let first = rect & vec2u(0xffffu);
  let last = rect >> vec2u(16u);
  if (last.x < first.x) { return 0u; }
  return (last.x - first.x + 1u) * (last.y - first.y + 1u);
}
`;

const SUM_TILES = /* wgsl */ `
${VIEW}
${SUM_THREADS}
${TILES}
@group(1) @binding(0) var<storage, read> order: array<u32>;
@group(1) @binding(1) var<storage, read> tileRects: array<vec2u>;
@group(1) @binding(2) var<storage, read_write> blockSums: array<u32>;

@compute @workgroup_size(128)
fn sumTiles(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  var own = 0u;
  for (var k = 0u; k < 8u; k++) {
    let i = group.x * ${BLOCK}u + thread * 8u + k;
    if (i < view.counts.x) { own += tilesOf(tileRects[order[i]]); }
  }
  sumThreads(thread, own);
  if (thread == 0u) { blockSums[group.x] = sums[127]; }
}
`;

const SCAN_TILES = /* wgsl */ `
${VIEW}
${SUM_THREADS}
@group(1) @binding(0) var<storage, read_write> blockSums: array<u32>;
@group(1) @binding(1) var<storage, read_write> lengths: array<u32>;
// Workgroups of 'moveKeys' and then of 'findRanges'.
@group(1) @binding(2) var<storage, read_write> dispatches: array<u32>;
// Entries of each view; as a float too, as a uint32 may overflow.
@group(1) @binding(3) var<storage, read_write> entryCounts: array<vec2u>;
var<workgroup> estimates: array<f32, 128>;

@compute @workgroup_size(128)
fn scanTiles(@builtin(local_invocation_index) thread: u32) {
  let total = (view.counts.x + ${BLOCK - 1}u) / ${BLOCK}u;
  var carry = 0u;
  var estimate = 0.0;
  for (var first = 0u; first < total; first += 128u) {
    let at = first + thread;
    var own = 0u;
    if (at < total) { own = blockSums[at]; }
    estimate += f32(own);
    let before = carry + sumThreads(thread, own);
    if (at < total) { blockSums[at] = before; }
    carry += sums[127];
    workgroupBarrier();
  }
  estimates[thread] = estimate;
  workgroupBarrier();
  if (thread == 0u) {
    var all = 0.0;
    for (var k = 0u; k < 128u; k++) { all += estimates[k]; }
    entryCounts[view.counts.w] = vec2u(carry, bitcast<u32>(all));
    // What does not fit is not drawn at all: the host makes room and comes again.
    let fits = carry <= view.counts.z && all < 4e9;
    let entries = select(0u, carry, fits);
    lengths[1] = entries;
    dispatches[0] = (entries + ${BLOCK - 1}u) / ${BLOCK}u;
    dispatches[1] = 1u;
    dispatches[2] = 1u;
    dispatches[4] = (entries + 255u) / 256u;
    dispatches[5] = 1u;
    dispatches[6] = 1u;
  }
}
`;

const LIST_TILES = /* wgsl */ `
${VIEW}
${SUM_THREADS}
${TILES}
@group(1) @binding(0) var<storage, read> order: array<u32>;
@group(1) @binding(1) var<storage, read> tileRects: array<vec2u>;
@group(1) @binding(2) var<storage, read> blockSums: array<u32>;
@group(1) @binding(3) var<storage, read> lengths: array<u32>;
@group(1) @binding(4) var<storage, read_write> entryTiles: array<u32>;
@group(1) @binding(5) var<storage, read_write> entrySplats: array<u32>;

@compute @workgroup_size(128)
fn listTiles(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let first = group.x * ${BLOCK}u + thread * 8u;
  var own = 0u;
  for (var k = 0u; k < 8u; k++) {
    if (first + k < view.counts.x) { own += tilesOf(tileRects[order[first + k]]); }
  }
  var at = blockSums[group.x] + sumThreads(thread, own);
  let entries = lengths[1];
  for (var k = 0u; k < 8u; k++) {
    if (first + k >= view.counts.x) { break; }
    let splat = order[first + k];
    let rect = tileRects[splat];
    if (tilesOf(rect) == 0u) { continue; }
    for (var row = rect.y & 0xffffu; row <= rect.y >> 16u; row++) {
      for (var column = rect.x & 0xffffu; column <= rect.x >> 16u; column++) {
        if (at < entries) {
          entryTiles[at] = row * view.size.z + column;
          entrySplats[at] = splat;
        }
        at += 1u;
      }
    }
  }
}
`;

const FIND_RANGES = /* wgsl */ `
${VIEW}
@group(1) @binding(0) var<storage, read> entryTiles: array<u32>;
@group(1) @binding(1) var<storage, read> lengths: array<u32>;
@group(1) @binding(2) var<storage, read_write> ranges: array<vec2u>;

@compute @workgroup_size(256)
fn findRanges(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  let entries = lengths[1];
  if (i >= entries) { return; }
  let tile = entryTiles[i];
  if (i == 0u || entryTiles[max(i, 1u) - 1u] != tile) { ranges[tile].x = i; }
  if (i + 1u == entries || entryTiles[min(i + 1u, entries - 1u)] != tile) { ranges[tile].y = i + 1u; }
}
`;

const DRAW = /* wgsl */ `
${VIEW}
@group(1) @binding(0) var<storage, read> records: array<vec4f>;
@group(1) @binding(1) var<storage, read> entrySplats: array<u32>;
@group(1) @binding(2) var<storage, read> ranges: array<vec2u>;
@group(1) @binding(3) var<storage, read_write> pixels: array<u32>;
var<workgroup> batch: array<vec4f, 768>;
var<workgroup> living: atomic<u32>;
var<workgroup> isLiving: u32;

fn toByte(value: f32) -> u32 {
  let half = select(0.0, 0.5, (view.place.z & ROUNDS) != 0u);
  return u32(floor(clamp(value, 0.0, 1.0) * 255.0 + half));
}

@compute @workgroup_size(16, 16)
fn draw(
  @builtin(workgroup_id) tile: vec3u,
  @builtin(local_invocation_id) local: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let column = tile.x * ${TILE}u + local.x;
  let row = tile.y * ${TILE}u + local.y;
  let isInside = column < view.size.x && row < view.size.y;
  let center = vec2f(f32(column) + 0.5, f32(row) + 0.5);
  let range = ranges[tile.y * view.size.z + tile.x];
  var transmittance = 1.0;
  var color = vec3f(0.0);
  var isFull = !isInside;

  for (var first = range.x; first < range.y; first += 256u) {
    // A tile whose pixels are all full is done.
    if (thread == 0u) { atomicStore(&living, 0u); }
    workgroupBarrier();
    if (!isFull) { atomicStore(&living, 1u); }
    workgroupBarrier();
    if (thread == 0u) { isLiving = atomicLoad(&living); }
    if (workgroupUniformLoad(&isLiving) == 0u) { break; }

    let length = min(256u, range.y - first);
    if (thread < length) {
      let splat = entrySplats[first + thread] * 3u;
      batch[thread * 3u] = records[splat];
      batch[thread * 3u + 1u] = records[splat + 1u];
      batch[thread * 3u + 2u] = records[splat + 2u];
    }
    workgroupBarrier();
    for (var k = 0u; k < length && !isFull; k++) {
      let one = batch[k * 3u];
      let two = batch[k * 3u + 1u];
      let d = center - one.xy;
      let power = 0.5 * (one.z * d.x * d.x + two.x * d.y * d.y) + one.w * d.x * d.y;
      // The same as alpha < skipAlpha, without the exponential.
      if (power > two.y) { continue; }
      let alpha = min(view.clip.w, two.z * exp(-power));
      let next = transmittance * (1.0 - alpha);
      let stopsHere = next == view.background.w && (view.place.z & STOPS_WHEN_EQUAL) != 0u;
      if (next < view.background.w || stopsHere) {
        isFull = true;
      } else {
        color += transmittance * alpha * batch[k * 3u + 2u].rgb;
        transmittance = next;
      }
    }
  }
  if (!isInside) { return; }
  let rgb = color + transmittance * view.background.rgb;
  let coverage = select(1.0, 1.0 - transmittance, (view.place.z & HAS_COVERAGE) != 0u);
  pixels[view.place.x + row * view.size.x + column] =
    toByte(rgb.r) | (toByte(rgb.g) << 8u) | (toByte(rgb.b) << 16u) | (toByte(coverage) << 24u);
}
`;

/** How a shader uses the buffers of its second group, by binding. */
type Use = "read" | "write";

/** A shader: its entry point is its name. */
export interface Shader {
  /** Text in WGSL. */
  readonly code: string;
  /** Uses of the buffers of group 1, in order. */
  readonly uses: readonly Use[];
}

/** All shaders by name of their entry point. */
export const SHADERS = {
  project: { code: PROJECT, uses: ["read", "read", "write", "write", "write", "write"] },
  countDigits: { code: COUNT_DIGITS, uses: ["read", "read", "write"] },
  scanDigits: { code: SCAN_DIGITS, uses: ["read", "write"] },
  moveKeys: { code: MOVE_KEYS, uses: ["read", "read", "read", "read", "write", "write"] },
  sumTiles: { code: SUM_TILES, uses: ["read", "read", "write"] },
  scanTiles: { code: SCAN_TILES, uses: ["write", "write", "write", "write"] },
  listTiles: { code: LIST_TILES, uses: ["read", "read", "read", "read", "write", "write"] },
  findRanges: { code: FIND_RANGES, uses: ["read", "read", "write"] },
  draw: { code: DRAW, uses: ["read", "read", "read", "write"] },
} as const satisfies Record<string, Shader>;

/** Name of a shader. */
export type ShaderName = keyof typeof SHADERS;
