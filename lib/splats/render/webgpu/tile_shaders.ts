/**
 * From splats in order of depth to the list of each tile, as long as it may be.
 *
 * @module
 */
import { JOB_WGSL, MOST_WINDOWS, TILE } from "./job_shader.ts";
import { SPLAT_WGSL } from "./project_shader.ts";
import { SCAN_BLOCK, SORT_BLOCK } from "./sort_shaders.ts";

/** Places in `lengths`: what the GPU reads of how long its lists are. */
export const LENGTH_AT = {
  /** Gaussians of a window. */
  gaussians: 0,
  /** Digit counts of the sort by depth. */
  depthDigits: 1,
  /** Tile counts of all splats, and their end. */
  tileCounts: 2,
  /** Entries of all tiles; known after `plan`. */
  entries: 3,
  /** Digit counts of the sort by tile; known after `plan`. */
  tileDigits: 4,
} as const;

/** Bytes of `lengths`. */
export const LENGTHS_BYTES = 32;

/** Byte offsets of indirect dispatches, in `dispatches`. */
export const DISPATCH_AT = {
  /** One workgroup for each block of entries. */
  entries: 0,
  /** One for each block of digit counts. */
  tileDigits: 16,
} as const;

/** Bytes of `dispatches`. */
export const DISPATCHES_BYTES = 32;

/**
 * Which tiles an ellipse touches: for each row of tiles, those between the leftmost and the
 * rightmost point that it has within the row's pixel centres. A little more than that does no harm,
 * as every pixel is tested again when it is drawn.
 */
const ELLIPSE_WGSL = /* wgsl */ `
struct Rows { first: i32, last: i32 }
fn rowsOf(splat: Splat, tiles: vec4u) -> Rows {
  let y = splat.a.y;
  let reachY = sqrt(splat.b.y / splat.b.x) + 0.02;
  let least = f32(tiles.y);
  let most = f32(tiles.y + tiles.w - 1u);
  // Rows of the picture; none when the last is before the first.
  let first = floor((y - reachY) / ${TILE}.0);
  let last = floor((y + reachY) / ${TILE}.0);
  if (last < least || first > most) { return Rows(0, -1); }
  return Rows(i32(max(first, least)), i32(min(last, most)));
}

// First and last tile of a row, from the left edge of the window.
fn columnsOf(splat: Splat, row: i32, window: Columns) -> vec2i {
  let reachY = sqrt(splat.b.y / splat.b.x);
  let top = f32(row * ${TILE}) + 0.5 - splat.a.y;
  let least = clamp(top, -reachY, reachY);
  let most = clamp(top + ${TILE - 1}.0, -reachY, reachY);
  let atRight = clamp(splat.b.w, least, most);
  let atLeft = clamp(-splat.b.w, least, most);
  let right = splat.a.z * atRight + sqrt(max(splat.b.y - splat.b.x * atRight * atRight, 0.0) / splat.a.w);
  let left = splat.a.z * atLeft - sqrt(max(splat.b.y - splat.b.x * atLeft * atLeft, 0.0) / splat.a.w);
  // Room for rounding errors, which grow with the ellipse.
  let slack = 0.02 + 4e-6 * splat.c.w;
  let first = ceil(splat.a.x + left - 0.5 - slack);
  let last = floor(splat.a.x + right - 0.5 + slack);
  if (last < window.leastX || first > window.mostX || last < first) { return vec2i(0, -1); }
  return vec2i(vec2f(max(first, window.leastX), min(last, window.mostX))) / ${TILE} - window.firstTile;
}

struct Columns { leastX: f32, mostX: f32, firstTile: i32 }
fn windowOf(index: u32) -> Columns {
  let first = job.window[index].tiles.x;
  let leastX = first * ${TILE}u;
  return Columns(f32(leastX), f32(leastX + job.window[index].place.z - 1u), i32(first));
}
`;

/** `countTiles`: tiles that each splat touches, in order of depth. Grid (Gaussians / 256, windows). */
export const COUNT_TILES_WGSL = /* wgsl */ `
${JOB_WGSL}
${SPLAT_WGSL}
${ELLIPSE_WGSL}
@group(1) @binding(0) var<storage, read> keys: array<u32>;
@group(1) @binding(1) var<storage, read> order: array<u32>;
@group(1) @binding(2) var<storage, read> splats: array<Splat>;
@group(1) @binding(3) var<storage, read_write> tileCounts: array<u32>;

@compute @workgroup_size(256)
fn countTiles(@builtin(global_invocation_id) id: vec3u) {
  // The place after the last takes the sum of all.
  if (id.x == 0u && id.y == 0u) { tileCounts[job.windows * job.gaussians] = 0u; }
  if (id.x >= job.gaussians) { return; }
  let segment = id.y * job.gaussians;
  let at = segment + id.x;
  var count = 0u;
  if (keys[at] != CULLED) {
    let splat = splats[segment + order[at]];
    let window = windowOf(id.y);
    let rows = rowsOf(splat, job.window[id.y].tiles);
    for (var row = rows.first; row <= rows.last; row++) {
      let columns = columnsOf(splat, row, window);
      count += u32(max(columns.y - columns.x + 1, 0));
    }
  }
  tileCounts[at] = count;
}
`;

/**
 * `plan`: one thread that decides how many windows, from the first, have room for their entries.
 * The others are left out of this submission as a whole, so nothing is ever dropped from a picture.
 */
export const PLAN_WGSL = /* wgsl */ `
${JOB_WGSL}
struct Report { room: u32, ends: array<u32, ${MOST_WINDOWS}> }
@group(1) @binding(0) var<storage, read> tileStarts: array<u32>;
@group(1) @binding(1) var<storage, read_write> lengths: array<u32>;
@group(1) @binding(2) var<storage, read_write> dispatches: array<u32>;
// Where the entries of each window end.
@group(1) @binding(3) var<storage, read_write> report: Report;

@compute @workgroup_size(1)
fn plan() {
  var entries = 0u;
  for (var window = 0u; window < job.windows; window++) {
    let end = tileStarts[(window + 1u) * job.gaussians];
    report.ends[window] = end;
    if (end <= report.room) { entries = end; }
  }
  let blocks = (entries + ${SORT_BLOCK - 1}u) / ${SORT_BLOCK}u;
  lengths[${LENGTH_AT.entries}] = entries;
  lengths[${LENGTH_AT.tileDigits}] = blocks * 256u;
  dispatches[0] = blocks;
  dispatches[1] = 1u;
  dispatches[2] = 1u;
  dispatches[4] = (blocks * 256u + ${SCAN_BLOCK - 1}u) / ${SCAN_BLOCK}u;
  dispatches[5] = 1u;
  dispatches[6] = 1u;
}
`;

/** `listTiles`: writes an entry for each tile of each splat. Grid (Gaussians / 256, windows). */
export const LIST_TILES_WGSL = /* wgsl */ `
${JOB_WGSL}
${SPLAT_WGSL}
${ELLIPSE_WGSL}
@group(1) @binding(0) var<storage, read> lengths: array<u32>;
@group(1) @binding(1) var<storage, read> order: array<u32>;
@group(1) @binding(2) var<storage, read> splats: array<Splat>;
@group(1) @binding(3) var<storage, read> tileStarts: array<u32>;
@group(1) @binding(4) var<storage, read_write> entryTiles: array<u32>;
@group(1) @binding(5) var<storage, read_write> entrySplats: array<u32>;

@compute @workgroup_size(256)
fn listTiles(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= job.gaussians) { return; }
  let segment = id.y * job.gaussians;
  var to = tileStarts[segment + id.x];
  let end = tileStarts[segment + id.x + 1u];
  // A window is listed as a whole or not at all.
  if (to == end || tileStarts[segment + job.gaussians] > lengths[${LENGTH_AT.entries}]) { return; }
  let at = segment + order[segment + id.x];
  let splat = splats[at];
  let window = windowOf(id.y);
  let firstTile = job.window[id.y].place.x;
  let tiles = job.window[id.y].tiles;
  let rows = rowsOf(splat, tiles);
  for (var row = rows.first; row <= rows.last; row++) {
    let columns = columnsOf(splat, row, window);
    let rowStart = firstTile + (u32(row) - tiles.y) * tiles.z;
    for (var column = columns.x; column <= columns.y; column++) {
      if (to < end) {
        entryTiles[to] = rowStart + u32(column);
        entrySplats[to] = at;
      }
      to += 1u;
    }
  }
  // Should this compiler have rounded the ellipse otherwise than that of 'countTiles', the entries
  // that are left go to a tile that is not drawn.
  for (; to < end; to++) {
    entryTiles[to] = job.tilesAndFlag & 0x7fffffffu;
    entrySplats[to] = at;
  }
}
`;

/** `findRanges`: where the entries of each tile begin and end. One workgroup for 4096 entries. */
export const FIND_RANGES_WGSL = /* wgsl */ `
${JOB_WGSL}
@group(1) @binding(0) var<storage, read> lengths: array<u32>;
@group(1) @binding(1) var<storage, read> entryTiles: array<u32>;
@group(1) @binding(2) var<storage, read_write> ranges: array<vec2u>;

@compute @workgroup_size(256)
fn findRanges(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let entries = lengths[${LENGTH_AT.entries}];
  for (var k = 0u; k < ${SORT_BLOCK / 256}u; k++) {
    let i = group.x * ${SORT_BLOCK}u + k * 256u + thread;
    if (i >= entries) { return; }
    let tile = entryTiles[i];
    if (i == 0u || entryTiles[max(i, 1u) - 1u] != tile) { ranges[tile].x = i; }
    if (i + 1u == entries || entryTiles[min(i + 1u, entries - 1u)] != tile) { ranges[tile].y = i + 1u; }
  }
}
`;
