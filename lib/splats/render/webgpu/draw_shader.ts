/**
 * The last shader: blends the splats of a tile, front to back, and packs its pixels to 8 bits. A
 * second one, for those who ask for it, writes depth and coverage as floats too.
 *
 * A workgroup of 64 threads draws a tile; each thread has four pixels of a column, one above the
 * other. Colours gather as differences from the background: a white object before white comes out
 * white, whatever the rounding errors.
 *
 * @module
 */
import { JOB_WGSL, TILE } from "./job_shader.ts";
import { SPLAT_WGSL } from "./project_shader.ts";

/** `draw`: grid (tiles of the largest window, windows). */
export const DRAW_WGSL = drawShader("draw", false);

/** `drawDepth`: the same, with the planes of depth and coverage. */
export const DRAW_DEPTH_WGSL = drawShader("drawDepth", true);

function drawShader(entryPoint: string, hasDepth: boolean): string {
  const withDepth = (code: string) => hasDepth ? code : "";
  return /* wgsl */ `
${JOB_WGSL}
${SPLAT_WGSL}
@group(1) @binding(0) var<storage, read> splats: array<Splat>;
@group(1) @binding(1) var<storage, read> entrySplats: array<u32>;
@group(1) @binding(2) var<storage, read> ranges: array<vec2u>;
@group(1) @binding(3) var<storage, read_write> pixels: array<u32>;
var<workgroup> batch: array<Splat, 64>;
${
    withDepth(`
@group(1) @binding(4) var<storage, read> positions: array<f32>;
var<workgroup> batchDepths: array<f32, 64>;
fn depthOf(splat: u32, window: u32) -> f32 {
  let i = (splat - window * job.gaussians) * 3u;
  let row2 = job.window[window].row2;
  return dot(row2.xyz, vec3f(positions[i], positions[i + 1u], positions[i + 2u])) + row2.w;
}
`)
  }
// Number of the last batch at whose beginning a pixel was not full yet.
var<workgroup> lastLiving: atomic<u32>;
var<workgroup> goesOn: u32;

@compute @workgroup_size(64)
fn ${entryPoint}(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let tiles = job.window[group.y].tiles;
  let place = job.window[group.y].place;
  if (group.x >= tiles.z * tiles.w) { return; }
  // In the window, and then its centre in the picture.
  let column = group.x % tiles.z * ${TILE}u + thread % ${TILE}u;
  let rows = vec4u(group.x / tiles.z * ${TILE}u + thread / ${TILE}u * 4u) + vec4u(0u, 1u, 2u, 3u);
  let x = f32(column + tiles.x * ${TILE}u) + 0.5;
  let y = vec4f(rows + vec4u(tiles.y * ${TILE}u)) + 0.5;
  let isInside = vec4<bool>(column < place.z) & (rows < vec4u(place.w));

  let range = ranges[place.x + group.x];
  var isLiving = isInside;
  var transmittance = vec4f(1.0);
  var red = vec4f(0.0);
  var green = vec4f(0.0);
  var blue = vec4f(0.0);
  ${withDepth("var depth = vec4f(0.0);")}
  var number = 1u;
  for (var first = range.x; first < range.y; first += 64u) {
    if (any(isLiving)) { atomicStore(&lastLiving, number); }
    workgroupBarrier();
    if (thread == 0u) { goesOn = select(0u, 1u, atomicLoad(&lastLiving) == number); }
    if (first + thread < range.y) {
      let splat = entrySplats[first + thread];
      batch[thread] = splats[splat];
      ${withDepth("batchDepths[thread] = depthOf(splat, group.y);")}
    }
    if (workgroupUniformLoad(&goesOn) == 0u) { break; }
    number += 1u;
    let length = min(64u, range.y - first);
    for (var k = 0u; k < length; k++) {
      let a = batch[k].a;
      let b = batch[k].b;
      let dy = y - a.y;
      let across = (x - a.x) - a.z * dy;
      let power = a.w * across * across + b.x * dy * dy;
      // The same as alpha < skipAlpha, without the exponential.
      let isTouched = (power <= vec4f(b.y)) & isLiving;
      if (!any(isTouched)) { continue; }
      let next = transmittance * max(1.0 - b.z * exp(-power), vec4f(job.leastLeft));
      let isFull = next <= vec4f(job.stopAt);
      isLiving = isLiving & !(isTouched & isFull);
      let isDrawn = isTouched & !isFull;
      let weight = select(vec4f(0.0), transmittance - next, isDrawn);
      transmittance = select(transmittance, next, isDrawn);
      let color = batch[k].c;
      red += weight * color.r;
      green += weight * color.g;
      blue += weight * color.b;
      ${withDepth("depth += weight * batchDepths[k];")}
    }
  }

  let scale = vec4f(255.0);
  let zero = vec4f(0.0);
  let one = vec4f(1.0);
  let half = vec4f(job.half);
  let redBytes = vec4u(clamp(red + job.background.r, zero, one) * scale + half);
  let greenBytes = vec4u(clamp(green + job.background.g, zero, one) * scale + half);
  let blueBytes = vec4u(clamp(blue + job.background.b, zero, one) * scale + half);
  let hasCoverage = (job.tilesAndFlag & 0x80000000u) != 0u;
  let coverage = select(vec4u(255u), vec4u((1.0 - transmittance) * scale + half), hasCoverage);
  let packed = redBytes | (greenBytes << vec4u(8u)) | (blueBytes << vec4u(16u)) | (coverage << vec4u(24u));
  ${
    withDepth(`
  let alpha = 1.0 - transmittance;
  let meanDepth = select(zero, depth / max(alpha, vec4f(job.skipAlpha / 2.0)), alpha > zero);
  let plane = place.z * place.w;
    `)
  }
  for (var k = 0u; k < 4u; k++) {
    if (isInside[k]) {
      let to = place.y + rows[k] * place.z + column;
      pixels[to] = packed[k];
      ${
    withDepth(`
      pixels[to + plane] = bitcast<u32>(meanDepth[k]);
      pixels[to + 2u * plane] = bitcast<u32>(alpha[k]);
      `)
  }
    }
  }
}
`;
}
