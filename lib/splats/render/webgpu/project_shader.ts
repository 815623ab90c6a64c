/**
 * The first shader: each Gaussian of each window becomes a depth key and a record of its ellipse.
 *
 * The covariance never becomes the matrix of the reference, whose determinant loses all its digits
 * for long thin needles in float32. With a and b the two rows of the projected axes and d the
 * dilation, the variance down is yy = |b|² + d, the shear is k = a·b / yy, and what is left across
 * is v = |a × b|² / yy + d |a|² / yy + d. A step (dx, dy) then costs
 *
 *     power = (dx − k dy)² / 2v + dy² / 2yy
 *
 * in which nothing large cancels but dx − k dy.
 *
 * @module
 */
import { JOB_WGSL } from "./job_shader.ts";

/** Bytes of a `Splat`. */
export const SPLAT_BYTES = 48;

/** A Gaussian as a window sees it. */
export const SPLAT_WGSL = /* wgsl */ `
struct Splat {
  // Centre, pixels; shear k; 1 / 2v.
  a: vec4f,
  // 1 / 2yy; power at the contour where alpha is skipAlpha; opacity; how far below the centre the
  // contour is farthest right, pixels.
  b: vec4f,
  // Colour less the background; how far right of the centre the contour comes, pixels.
  c: vec4f,
}
`;

/** `project`: grid (Gaussians / 256, windows). */
export const PROJECT_WGSL = /* wgsl */ `
${JOB_WGSL}
${SPLAT_WGSL}
@group(1) @binding(0) var<storage, read> positions: array<f32>;
@group(1) @binding(1) var<storage, read> rotations: array<vec4f>;
@group(1) @binding(2) var<storage, read> logScales: array<f32>;
@group(1) @binding(3) var<storage, read> opacityLogits: array<f32>;
@group(1) @binding(4) var<storage, read> shDc: array<f32>;
@group(1) @binding(5) var<storage, read> shRest: array<f32>;
@group(1) @binding(6) var<storage, read_write> keys: array<u32>;
@group(1) @binding(7) var<storage, read_write> splats: array<Splat>;

// By their bits, as a shader's compiler may take for granted that all numbers are finite.
fn isInfiniteOrNan(value: f32) -> bool {
  return (bitcast<u32>(value) & 0x7f800000u) == 0x7f800000u;
}
fn isNan(value: f32) -> bool {
  return (bitcast<u32>(value) & 0x7fffffffu) > 0x7f800000u;
}
fn isBroken(value: vec3f) -> bool {
  return isInfiniteOrNan(value.x) || isInfiniteOrNan(value.y) || isInfiniteOrNan(value.z);
}

// Same order and signs as evaluateHarmonics().
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
  if (i >= job.gaussians) { return; }
  let at = id.y * job.gaussians + i;
  keys[at] = CULLED;

  let world = vec3f(positions[i * 3u], positions[i * 3u + 1u], positions[i * 3u + 2u]);
  let logSigma = vec3f(logScales[i * 3u], logScales[i * 3u + 1u], logScales[i * 3u + 2u]);
  let logit = opacityLogits[i];
  let dc = vec3f(shDc[i * 3u], shDc[i * 3u + 1u], shDc[i * 3u + 2u]);
  var q = rotations[i];
  if (isBroken(world) || isBroken(dc) || isBroken(q.xyz) || isInfiniteOrNan(q.w)) { return; }
  if (isNan(logit) || isNan(logSigma.x) || isNan(logSigma.y) || isNan(logSigma.z)) { return; }
  // Float32 could not square what is farther than this.
  if (max(max(abs(world.x), abs(world.y)), abs(world.z)) > 1e18) { return; }
  if (max(max(logSigma.x, logSigma.y), logSigma.z) > 3e38) { return; }
  // Sigmas beyond e^20 cover any picture alike.
  let sigma = exp(clamp(logSigma, vec3f(-100.0), vec3f(20.0)));
  let opacity = 1.0 / (1.0 + exp(-clamp(logit, -80.0, 80.0)));

  let z = dot(job.window[id.y].row2.xyz, world) + job.window[id.y].row2.w;
  let depths = job.window[id.y].depths;
  if (!(z >= depths.x && z <= depths.y && opacity >= job.skipAlpha)) { return; }
  let row0 = job.window[id.y].row0;
  let row1 = job.window[id.y].row1;
  let row2 = job.window[id.y].row2;
  let lens = job.window[id.y].lens;
  let u = (dot(row0.xyz, world) + row0.w) / z;
  let v = (dot(row1.xyz, world) + row1.w) / z;

  // J R: how a step in the world moves the picture near the centre, pixels.
  let frustum = job.window[id.y].frustum;
  let toX = lens.x / z * (row0.xyz - clamp(u, frustum.x, frustum.y) * row2.xyz);
  let toY = lens.y / z * (row1.xyz - clamp(v, frustum.z, frustum.w) * row2.xyz);

  let largest = max(max(abs(q.x), abs(q.y)), max(abs(q.z), abs(q.w)));
  if (largest > 0.0) { q = normalize(q / largest); } else { q = vec4f(1.0, 0.0, 0.0, 0.0); }
  let axis0 = vec3f(
    1.0 - 2.0 * (q.z * q.z + q.w * q.w), 2.0 * (q.y * q.z + q.x * q.w), 2.0 * (q.y * q.w - q.x * q.z));
  let axis1 = vec3f(
    2.0 * (q.y * q.z - q.x * q.w), 1.0 - 2.0 * (q.y * q.y + q.w * q.w), 2.0 * (q.z * q.w + q.x * q.y));
  let axis2 = vec3f(
    2.0 * (q.y * q.w + q.x * q.z), 2.0 * (q.z * q.w - q.x * q.y), 1.0 - 2.0 * (q.y * q.y + q.z * q.z));
  let a = sigma * vec3f(dot(toX, axis0), dot(toX, axis1), dot(toX, axis2));
  let b = sigma * vec3f(dot(toY, axis0), dot(toY, axis1), dot(toY, axis2));
  let across = dot(a, a);
  let xx = across + job.dilation;
  let yy = dot(b, b) + job.dilation;
  let xy = dot(a, b);
  let area = cross(a, b / sqrt(yy));
  let left = dot(area, area) + job.dilation * (across / yy) + job.dilation;

  let x = u * lens.x + lens.z;
  let y = v * lens.y + lens.w;
  let reach = log(opacity / job.skipAlpha);
  let reachX = sqrt(2.0 * reach * xx);
  let reachY = sqrt(2.0 * reach * yy);
  let size = depths.zw;
  if (!(x + reachX > 0.0 && x - reachX < size.x && y + reachY > 0.0 && y - reachY < size.y)) { return; }

  var color = vec3f(0.5) + 0.28209479177387814 * dc;
  if (job.harmonics > 0u) {
    let direction = normalize(world - job.window[id.y].eye.xyz);
    for (var k = 0u; k < job.harmonics; k++) {
      let h = (i * job.harmonics + k) * 3u;
      let coefficient = vec3f(shRest[h], shRest[h + 1u], shRest[h + 2u]);
      if (isBroken(coefficient)) { return; }
      color += harmonic(k, direction) * coefficient;
    }
    color = max(color, vec3f(0.0));
  }
  // Positive floats sort as the integers of the same bits.
  keys[at] = bitcast<u32>(z) - bitcast<u32>(depths.x);
  splats[at] = Splat(
    vec4f(x, y, xy / yy, 0.5 / left),
    vec4f(0.5 / yy, reach, opacity, reachX * (xy / xx)),
    vec4f(color - job.background, reachX),
  );
}
`;
