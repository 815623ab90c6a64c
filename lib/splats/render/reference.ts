/**
 * The reference renderer: the semantics of `semantics.ts` in float64, as plainly as they can be
 * written. Kept forever; every faster renderer is compared with it.
 *
 * @module
 */
import type { Camera } from "../camera.ts";
import { cameraToWorld } from "../camera.ts";
import { type GaussianCloud, SH_C0 } from "../cloud.ts";
import type { Image } from "../image.ts";
import {
  frustumBounds,
  RENDER_PRESETS,
  type RenderOptions,
  type RenderThresholds,
} from "./semantics.ts";
import { evaluateHarmonics } from "../spherical_harmonics.ts";

/** A render before it becomes 8-bit. */
export interface Render {
  /** Pixels from left to right. */
  readonly width: number;
  /** Pixels from top to bottom. */
  readonly height: number;
  /** Colour over the background, height × width × 3; may lie outside 0 to 1. */
  readonly color: Float32Array;
  /** Coverage, height × width, 0 to 1. */
  readonly alpha: Float32Array;
  /** Mean depth (camera z, world units) of what covers a pixel, height × width; 0 where nothing does. */
  readonly depth: Float32Array;
}

/** How a value of 0 to 1 becomes one of 0 to 255. */
export type Rounding = "truncate" | "round";

/** Renders a cloud as one camera sees it. */
export function renderReference(
  cloud: GaussianCloud,
  camera: Camera,
  options: RenderOptions = {},
): Render {
  const { background = [1, 1, 1], preset = "gsplat-1.5.3" } = options;
  const thresholds = RENDER_PRESETS[preset];
  const splats = project(cloud, camera, thresholds);
  return blend(splats, depthOrder(splats), camera, thresholds, background);
}

/**
 * Makes 8-bit pixels of a render, clipping it to 0 to 1. They are opaque, as the background is in
 * them, unless channel A is asked to carry the coverage.
 */
export function toImage(render: Render, rounding: Rounding, coverage = false): Image {
  const { width, height, color, alpha } = render;
  const rgba = new Uint8Array(width * height * 4);
  const half = rounding === "round" ? 0.5 : 0;
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = Math.min(Math.max(color[pixel * 3 + channel], 0), 1);
      rgba[pixel * 4 + channel] = Math.floor(value * 255 + half);
    }
    rgba[pixel * 4 + 3] = coverage ? Math.floor(alpha[pixel] * 255 + half) : 255;
  }
  return { width, height, rgba };
}

/** Gaussians in the picture: the m of n that are not culled. */
interface ProjectedSplats {
  readonly count: number;
  /** Camera z, m. */
  readonly depths: Float32Array;
  /** `FIELDS` values each, named below, m × `FIELDS`. */
  readonly records: Float64Array;
}

/** A record: centre (pixels), Σ'⁻¹ as (xx, xy, yy), ln(opacity / skipAlpha), opacity, R, G, B. */
const FIELDS = 10;

function project(
  cloud: GaussianCloud,
  camera: Camera,
  { skipAlpha, dilation }: RenderThresholds,
): ProjectedSplats {
  const { positions, rotations, logScales, opacityLogits } = cloud;
  const { width, height, focalX, focalY, centerX, centerY, near, far } = camera;
  const w = camera.worldToCamera;
  const { leastX, mostX, leastY, mostY } = frustumBounds(camera);
  const colorOf = colorReader(cloud, camera);

  const depths = new Float32Array(cloud.count);
  const records = new Float64Array(cloud.count * FIELDS);
  let count = 0;
  for (let i = 0; i < cloud.count; i++) {
    const px = positions[i * 3];
    const py = positions[i * 3 + 1];
    const pz = positions[i * 3 + 2];
    const z = w[8] * px + w[9] * py + w[10] * pz + w[11];
    if (!(z >= near && z <= far)) continue;
    const opacity = 1 / (1 + Math.exp(-opacityLogits[i]));
    if (!(opacity >= skipAlpha)) continue;
    const u = (w[0] * px + w[1] * py + w[2] * pz + w[3]) / z;
    const v = (w[4] * px + w[5] * py + w[6] * pz + w[7]) / z;

    // J · R, two rows: how a step in the world moves the picture near the centre, pixels.
    const uJ = Math.min(Math.max(u, leastX), mostX);
    const vJ = Math.min(Math.max(v, leastY), mostY);
    const ax = focalX / z * (w[0] - uJ * w[8]);
    const ay = focalX / z * (w[1] - uJ * w[9]);
    const az = focalX / z * (w[2] - uJ * w[10]);
    const bx = focalY / z * (w[4] - vJ * w[8]);
    const by = focalY / z * (w[5] - vJ * w[9]);
    const bz = focalY / z * (w[6] - vJ * w[10]);

    // The same for steps along the Gaussian's own axes, one standard deviation each:
    // Σ' is the sum of the squares.
    let qw = rotations[i * 4];
    let qx = rotations[i * 4 + 1];
    let qy = rotations[i * 4 + 2];
    let qz = rotations[i * 4 + 3];
    const length = Math.sqrt(qw * qw + qx * qx + qy * qy + qz * qz);
    if (length > 0) {
      qw /= length;
      qx /= length;
      qy /= length;
      qz /= length;
    } else qw = 1;
    const s0 = Math.exp(logScales[i * 3]);
    const s1 = Math.exp(logScales[i * 3 + 1]);
    const s2 = Math.exp(logScales[i * 3 + 2]);
    const r00 = 1 - 2 * (qy * qy + qz * qz);
    const r01 = 2 * (qx * qy - qw * qz);
    const r02 = 2 * (qx * qz + qw * qy);
    const r10 = 2 * (qx * qy + qw * qz);
    const r11 = 1 - 2 * (qx * qx + qz * qz);
    const r12 = 2 * (qy * qz - qw * qx);
    const r20 = 2 * (qx * qz - qw * qy);
    const r21 = 2 * (qy * qz + qw * qx);
    const r22 = 1 - 2 * (qx * qx + qy * qy);
    const a0 = s0 * (ax * r00 + ay * r10 + az * r20);
    const a1 = s1 * (ax * r01 + ay * r11 + az * r21);
    const a2 = s2 * (ax * r02 + ay * r12 + az * r22);
    const b0 = s0 * (bx * r00 + by * r10 + bz * r20);
    const b1 = s1 * (bx * r01 + by * r11 + bz * r21);
    const b2 = s2 * (bx * r02 + by * r12 + bz * r22);
    const xx = a0 * a0 + a1 * a1 + a2 * a2 + dilation;
    const xy = a0 * b0 + a1 * b1 + a2 * b2;
    const yy = b0 * b0 + b1 * b1 + b2 * b2 + dilation;
    const determinant = xx * yy - xy * xy;
    if (!(determinant > 0 && determinant < Infinity)) continue;

    const x = u * focalX + centerX;
    const y = v * focalY + centerY;
    const reach = Math.log(opacity / skipAlpha);
    const reachX = Math.sqrt(2 * reach * xx);
    const reachY = Math.sqrt(2 * reach * yy);
    const isSeen = x + reachX > 0 && x - reachX < width && y + reachY > 0 && y - reachY < height;
    if (!isSeen) continue;

    const at = count * FIELDS;
    records[at] = x;
    records[at + 1] = y;
    records[at + 2] = yy / determinant;
    records[at + 3] = -xy / determinant;
    records[at + 4] = xx / determinant;
    records[at + 5] = reach;
    records[at + 6] = opacity;
    colorOf(i, records, at + 7);
    if (!(Number.isFinite(records[at + 7] + records[at + 8] + records[at + 9]))) continue;
    depths[count++] = z;
  }
  return { count, depths: depths.subarray(0, count), records };
}

/** Returns what writes the colour of Gaussian `i`, as the camera sees it, to `target`. */
function colorReader(
  cloud: GaussianCloud,
  camera: Camera,
): (i: number, target: Float64Array, at: number) => void {
  const { positions, shDegree, shDc, shRest } = cloud;
  if (shDegree === 0) {
    return (i, target, at) => {
      for (let channel = 0; channel < 3; channel++) {
        target[at + channel] = 0.5 + SH_C0 * shDc[i * 3 + channel];
      }
    };
  }
  const toWorld = cameraToWorld(camera);
  const coefficients = (shDegree + 1) ** 2 - 1;
  const basis = new Float64Array(coefficients);
  return (i, target, at) => {
    const x = positions[i * 3] - toWorld[3];
    const y = positions[i * 3 + 1] - toWorld[7];
    const z = positions[i * 3 + 2] - toWorld[11];
    const length = Math.sqrt(x * x + y * y + z * z);
    evaluateHarmonics(shDegree, x / length, y / length, z / length, basis);
    for (let channel = 0; channel < 3; channel++) {
      let value = 0.5 + SH_C0 * shDc[i * 3 + channel];
      for (let k = 0; k < coefficients; k++) {
        value += basis[k] * shRest[(i * coefficients + k) * 3 + channel];
      }
      // What is not finite must not become black: it is not drawn.
      target[at + channel] = Number.isFinite(value) ? Math.max(value, 0) : value;
    }
  };
}

/** Returns indices in order of (depth as float32, index): a radix sort, 16 bits at a time. */
function depthOrder({ count, depths }: ProjectedSplats): Uint32Array {
  // Positive floats sort as the integers of the same bits.
  const keys = new Uint32Array(depths.buffer, depths.byteOffset, count);
  let order = Uint32Array.from({ length: count }, (_, i) => i);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65537);
    for (let i = 0; i < count; i++) starts[((keys[i] >>> shift) & 0xffff) + 1]++;
    for (let digit = 0; digit < 65536; digit++) starts[digit + 1] += starts[digit];
    const sorted = new Uint32Array(count);
    for (const i of order) sorted[starts[(keys[i] >>> shift) & 0xffff]++] = i;
    order = sorted;
  }
  return order;
}

/** Draws one Gaussian after the other, front to back, over the pixels that its ellipse covers. */
function blend(
  { depths, records }: ProjectedSplats,
  order: Uint32Array,
  { width, height }: Camera,
  { maxAlpha, stopAt, stopsWhenEqual }: RenderThresholds,
  background: readonly [number, number, number],
): Render {
  const pixels = width * height;
  // R, G, B, depth and transmittance of a pixel side by side. A full pixel keeps its transmittance
  // with the sign turned.
  const gathered = new Float64Array(pixels * 5);
  for (let pixel = 0; pixel < pixels; pixel++) gathered[pixel * 5 + 4] = 1;
  for (let place = 0; place < order.length; place++) {
    const at = order[place] * FIELDS;
    const x = records[at];
    const y = records[at + 1];
    const xx = records[at + 2];
    const xy = records[at + 3];
    const yy = records[at + 4];
    const reach = records[at + 5];
    const opacity = records[at + 6];
    const red = records[at + 7];
    const green = records[at + 8];
    const blue = records[at + 9];
    const depth = depths[order[place]];

    // The contour of the ellipse is ½ (xx dx² + 2 xy dx dy + yy dy²) = reach.
    const reachY = Math.sqrt(2 * reach * xx / (xx * yy - xy * xy));
    const firstRow = Math.max(0, Math.floor(y - reachY - 0.5));
    const lastRow = Math.min(height - 1, Math.ceil(y + reachY - 0.5));
    for (let row = firstRow; row <= lastRow; row++) {
      const dy = row + 0.5 - y;
      const middle = x - xy * dy / xx;
      const squared = (xy * xy * dy * dy - xx * (yy * dy * dy - 2 * reach)) / (xx * xx);
      const reachX = Math.sqrt(Math.max(0, squared));
      const firstColumn = Math.max(0, Math.floor(middle - reachX - 0.5));
      const lastColumn = Math.min(width - 1, Math.ceil(middle + reachX - 0.5));
      for (let column = firstColumn; column <= lastColumn; column++) {
        const pixel = (row * width + column) * 5;
        const transmittance = gathered[pixel + 4];
        if (transmittance < 0) continue;
        const dx = column + 0.5 - x;
        const power = 0.5 * (xx * dx * dx + yy * dy * dy) + xy * dx * dy;
        // The same as α < skipAlpha, without the exponential.
        if (power > reach) continue;
        const alpha = Math.min(maxAlpha, opacity * Math.exp(-power));
        const next = transmittance * (1 - alpha);
        if (next < stopAt || (stopsWhenEqual && next === stopAt)) {
          gathered[pixel + 4] = -transmittance;
          continue;
        }
        const weight = transmittance * alpha;
        gathered[pixel] += weight * red;
        gathered[pixel + 1] += weight * green;
        gathered[pixel + 2] += weight * blue;
        gathered[pixel + 3] += weight * depth;
        gathered[pixel + 4] = next;
      }
    }
  }

  const color = new Float32Array(pixels * 3);
  const alpha = new Float32Array(pixels);
  const meanDepth = new Float32Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const left = Math.abs(gathered[pixel * 5 + 4]);
    for (let channel = 0; channel < 3; channel++) {
      color[pixel * 3 + channel] = gathered[pixel * 5 + channel] + left * background[channel];
    }
    alpha[pixel] = 1 - left;
    if (left < 1) meanDepth[pixel] = gathered[pixel * 5 + 3] / (1 - left);
  }
  return { width, height, color, alpha, depth: meanDepth };
}
