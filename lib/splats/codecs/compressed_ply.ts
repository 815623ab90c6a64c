/**
 * Compressed PLY: Gaussians in chunks of 256, each packed into 16 bytes between the chunk's least
 * and greatest values; harmonics, if any, in one byte each.
 *
 * Source: playcanvas/splat-transform and the PlayCanvas engine.
 *
 * @module
 */
import { finiteLogit, sigmoid } from "../activation.ts";
import { emptyCloud, type GaussianCloud, SH_C0, type ShDegree } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import { type DecodeOptions, MAX_GAUSSIANS } from "./decode_options.ts";
import { checkFinite } from "./finite.ts";
import { mortonOrder } from "./morton_order.ts";
import {
  isPly,
  parsePlyHeader,
  type PlyElement,
  type PlyHeader,
  plyHeaderText,
} from "./ply_header.ts";

const fail: Fail = failAs("compressed ply");

/** Gaussians of a chunk. */
const CHUNK = 256;

/** Properties of a chunk: the first twelve are always there, the last six in newer files. */
const CHUNK_PROPERTIES = [
  ...["min_x", "min_y", "min_z", "max_x", "max_y", "max_z"],
  ...["min_scale_x", "min_scale_y", "min_scale_z", "max_scale_x", "max_scale_y", "max_scale_z"],
  ...["min_r", "min_g", "min_b", "max_r", "max_g", "max_b"],
] as const;

const VERTEX_PROPERTIES = [
  "packed_position",
  "packed_rotation",
  "packed_scale",
  "packed_color",
] as const;

/** Log scales are kept within this, as files of infinite ones exist. Source: splat-transform. */
const MOST_LOG_SCALE = 20;

/** Harmonics of a Gaussian by their degree. */
const HARMONICS_BY_DEGREE: readonly number[] = [0, 9, 24, 45];

/** Range of a harmonic: −4 to 4. */
const HARMONIC_RANGE = 8;

/** Says whether bytes are a PLY whose vertices are packed. */
export function isCompressedPly(bytes: Uint8Array): boolean {
  return isPly(bytes) &&
    /[\r\n]property[ \t]+uint(32)?[ \t]+packed_position[ \t]*[\r\n]/.test(
      plyHeaderText(bytes) ?? "",
    );
}

/**
 * Writes a compressed PLY. The Gaussians are put into Morton order, so that chunks are small.
 *
 * Positions and log scales keep 10 or 11 bits of their chunk's range, rotations 10 bits, colours
 * and opacities 8.
 *
 * @throws {RangeError} When a value is not finite: the whole chunk would be lost with it.
 */
export function encodeCompressedPly(cloud: GaussianCloud): Uint8Array {
  checkFinite(cloud, "compressed PLY");
  const { count, shDegree } = cloud;
  const rest = ((shDegree + 1) ** 2 - 1) * 3;
  const chunks = Math.ceil(count / CHUNK);
  const header = new TextEncoder().encode(
    [
      "ply",
      "format binary_little_endian 1.0",
      `element chunk ${chunks}`,
      ...CHUNK_PROPERTIES.map((name) => `property float ${name}`),
      `element vertex ${count}`,
      ...VERTEX_PROPERTIES.map((name) => `property uint ${name}`),
      ...(rest > 0 ? [`element sh ${count}`] : []),
      ...Array.from({ length: rest }, (_, i) => `property uchar f_rest_${i}`),
      "end_header",
      "",
    ].join("\n"),
  );
  const chunkBytes = chunks * CHUNK_PROPERTIES.length * 4;
  const bytes = new Uint8Array(header.length + chunkBytes + count * (16 + rest));
  bytes.set(header);
  const view = new DataView(bytes.buffer, header.length);
  const order = mortonOrder(cloud);
  const logScales = cloud.logScales.map((value) =>
    Math.min(Math.max(value, -MOST_LOG_SCALE), MOST_LOG_SCALE)
  );
  const colors = cloud.shDc.map((value) => 0.5 + SH_C0 * value);

  for (let first = 0; first < count; first += CHUNK) {
    const indices = order.subarray(first, Math.min(first + CHUNK, count));
    const ranges = [cloud.positions, logScales, colors].map((values) => rangeOf(values, indices));
    ranges.flatMap(({ min, max }) => [...min, ...max]).forEach((bound, i) =>
      view.setFloat32((first / CHUNK * CHUNK_PROPERTIES.length + i) * 4, bound, true)
    );
    indices.forEach((i, place) => {
      const at = chunkBytes + (first + place) * 16;
      const [position, scale, color] = [cloud.positions, logScales, colors].map((values, k) =>
        [0, 1, 2].map((axis) => ranges[k].fraction(values[i * 3 + axis], axis))
      );
      view.setUint32(at, packAxes(position), true);
      view.setUint32(at + 4, packRotation(cloud.rotations.subarray(i * 4, i * 4 + 4)), true);
      view.setUint32(at + 8, packAxes(scale), true);
      const opacity = sigmoid(cloud.opacityLogits[i]);
      const packed = [...color, opacity].reduce((sum, value) => sum * 256 + toUnorm(value, 8), 0);
      view.setUint32(at + 12, packed, true);
    });
  }
  const harmonicsAt = header.length + chunkBytes + count * 16;
  const each = rest / 3;
  order.forEach((from, to) => {
    for (let k = 0; k < rest; k++) {
      // The file has all coefficients of R first, ours have the channels innermost.
      const value = cloud.shRest[from * rest + (k % each) * 3 + Math.floor(k / each)];
      const scaled = Math.trunc((value / HARMONIC_RANGE + 0.5) * 256);
      bytes[harmonicsAt + to * rest + k] = Math.max(0, Math.min(255, scaled));
    }
  });
  return bytes;
}

/**
 * Reads a compressed PLY.
 *
 * @throws {SplatFormatError} When it is malformed, truncated or too large.
 */
export function decodeCompressedPly(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): GaussianCloud {
  const { maxGaussians = MAX_GAUSSIANS, up = "+y" } = options;
  const { chunk, vertex, harmonics } = tablesOf(bytes, maxGaussians);
  const { count } = vertex.element;
  const rest = harmonics ? harmonics.element.properties.length : 0;
  const hasColorRange = chunk.element.properties.some(({ name }) => name === "min_r");
  const bounds = CHUNK_PROPERTIES.slice(0, hasColorRange ? 18 : 12)
    .map((name) => columnOf(chunk, name, "float"));
  const packed = VERTEX_PROPERTIES.map((name) => columnOf(vertex, name, "uint"));
  const harmonicOffsets = Array.from(
    { length: rest },
    (_, i) => harmonics ? columnOf(harmonics, `f_rest_${i}`, "uchar") : 0,
  );

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cloud = emptyCloud(count, HARMONICS_BY_DEGREE.indexOf(rest) as ShDegree, up);
  const { positions, logScales, shDc, opacityLogits, rotations, shRest } = cloud;
  const range = new Float64Array(18).fill(1, 15);
  for (let i = 0; i < count; i++) {
    if (i % CHUNK === 0) {
      const row = chunk.offset + i / CHUNK * chunk.element.rowBytes;
      bounds.forEach((offset, k) => range[k] = view.getFloat32(row + offset, true));
    }
    const row = vertex.offset + i * vertex.element.rowBytes;
    const [position, rotation, scale, color] = packed.map((at) => view.getUint32(row + at, true));
    for (let axis = 0; axis < 3; axis++) {
      positions[i * 3 + axis] = lerp(range, axis, unpackAxis(position, axis));
      logScales[i * 3 + axis] = lerp(range, 6 + axis, unpackAxis(scale, axis));
      const byte = color >>> (24 - axis * 8) & 255;
      shDc[i * 3 + axis] = (lerp(range, 12 + axis, byte / 255) - 0.5) / SH_C0;
    }
    opacityLogits[i] = finiteLogit((color & 255) / 255);
    unpackRotation(rotation, rotations, i * 4);
    for (let k = 0; k < rest; k++) {
      const at = harmonics!.offset + i * harmonics!.element.rowBytes + harmonicOffsets[k];
      const byte = bytes[at];
      const fraction = byte === 0 ? 0 : byte === 255 ? 1 : (byte + 0.5) / 256;
      const each = rest / 3;
      shRest[i * rest + (k % each) * 3 + Math.floor(k / each)] = (fraction - 0.5) * HARMONIC_RANGE;
    }
  }
  return cloud;
}

/** Returns the tables of a file once they fit together and it. */
function tablesOf(
  bytes: Uint8Array,
  maxGaussians: number,
): { readonly chunk: Table; readonly vertex: Table; readonly harmonics: Table | undefined } {
  const header = parsePlyHeader(bytes);
  if (header.format !== "binary_little_endian") {
    fail(0, "format", header.format, "binary_little_endian");
  }
  checkEnd(header, bytes);
  const chunk = tableOf(header, "chunk", bytes);
  const vertex = tableOf(header, "vertex", bytes);
  const hasHarmonics = header.elements.some(({ name }) => name === "sh");
  const harmonics = hasHarmonics ? tableOf(header, "sh", bytes) : undefined;
  const { count, declaredAt } = vertex.element;
  if (count > maxGaussians) fail(declaredAt, "vertex count", count, `at most ${maxGaussians}`);
  const checkCount = ({ element }: Table, expected: number) => {
    if (element.count === expected) return;
    const what = `${expected} for ${count} vertices`;
    fail(element.declaredAt, `${element.name} count`, element.count, what);
  };
  checkCount(chunk, Math.ceil(count / CHUNK));
  if (harmonics) {
    const { declaredAt, properties } = harmonics.element;
    if (!HARMONICS_BY_DEGREE.includes(properties.length)) {
      fail(declaredAt, "number of harmonics", properties.length, "0, 9, 24 or 45");
    }
    checkCount(harmonics, count);
  }
  return { chunk, vertex, harmonics };
}

/** A table of a PLY whose rows are known to be in the file. */
interface Table {
  readonly element: PlyElement;
  readonly offset: number;
}

function tableOf(header: PlyHeader, name: string, bytes: Uint8Array): Table {
  let offset = header.bodyOffset;
  for (const element of header.elements) {
    if (element.properties.some(({ isList }) => isList)) {
      fail(element.declaredAt, `element ${element.name}`, "a list", "scalars only");
    }
    const size = element.count * element.rowBytes;
    if (size > bytes.length - offset) {
      fail(offset, element.name, Math.max(0, bytes.length - offset), `${size} bytes`);
    }
    if (element.name === name) return { element, offset };
    offset += size;
  }
  fail(header.bodyOffset, "elements", `without ${name}`, "chunk, vertex and perhaps sh");
}

/** Refuses what follows the tables, whose sizes must be known for that. */
function checkEnd({ elements, bodyOffset }: PlyHeader, bytes: Uint8Array): void {
  if (elements.some(({ properties }) => properties.some(({ isList }) => isList))) return;
  const end = elements.reduce((sum, { count, rowBytes }) => sum + count * rowBytes, bodyOffset);
  if (end < bytes.length) fail(end, "end", `${bytes.length - end} bytes more`, "nothing");
}

/** Returns the offset of a property within its row. */
function columnOf({ element }: Table, name: string, type: string): number {
  const property = element.properties.find((candidate) => candidate.name === name);
  const isRight = property?.type === type || property?.type === `${type}32` ||
    (type === "uchar" && property?.type === "uint8");
  if (!property || !isRight) {
    fail(
      property?.declaredAt ?? element.declaredAt,
      `${element.name} properties`,
      property?.type ?? "absent",
      `${type} ${name}`,
    );
  }
  return property.offset;
}

/** The least and greatest values of three axes, and where a value lies between them. */
function rangeOf(values: Float32Array, indices: Uint32Array) {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (const i of indices) {
    for (let axis = 0; axis < 3; axis++) {
      min[axis] = Math.min(min[axis], values[i * 3 + axis]);
      max[axis] = Math.max(max[axis], values[i * 3 + axis]);
    }
  }
  const fraction = (value: number, axis: number) => {
    const width = max[axis] - min[axis];
    return width > 0 ? (value - min[axis]) / width : 0;
  };
  return { min, max, fraction };
}

function lerp(range: Float64Array, axis: number, fraction: number): number {
  return range[axis] + (range[axis + 3] - range[axis]) * fraction;
}

function toUnorm(value: number, bits: number): number {
  const most = 2 ** bits - 1;
  return Math.max(0, Math.min(most, Math.floor(value * most + 0.5)));
}

/** Packs three fractions into 11, 10 and 11 bits. */
function packAxes([x, y, z]: number[]): number {
  return (toUnorm(x, 11) << 21 | toUnorm(y, 10) << 11 | toUnorm(z, 11)) >>> 0;
}

function unpackAxis(packed: number, axis: number): number {
  if (axis === 0) return (packed >>> 21) / 2047;
  return axis === 1 ? (packed >>> 11 & 1023) / 1023 : (packed & 2047) / 2047;
}

/** Packs which of w, x, y and z is largest in 2 bits and the others, of ±1/√2, in 10 bits each. */
function packRotation(q: Float32Array): number {
  const length = Math.hypot(...q);
  const unit = length > 0 ? Array.from(q, (value) => value / length) : [1, 0, 0, 0];
  const largest = unit.reduce(
    (best, value, i) => Math.abs(value) > Math.abs(unit[best]) ? i : best,
    0,
  );
  const sign = unit[largest] < 0 ? -1 : 1;
  return unit.reduce(
    (packed, value, i) =>
      i === largest
        ? packed
        : (packed << 10 | toUnorm(value * sign * Math.SQRT1_2 + 0.5, 10)) >>> 0,
    largest,
  );
}

function unpackRotation(packed: number, q: Float32Array, at: number): void {
  const largest = packed >>> 30;
  let squares = 0;
  let shift = 20;
  for (let part = 0; part < 4; part++) {
    if (part === largest) continue;
    const value = ((packed >>> shift & 1023) / 1023 - 0.5) * Math.SQRT2;
    q[at + part] = value;
    squares += value * value;
    shift -= 10;
  }
  q[at + largest] = Math.sqrt(Math.max(0, 1 - squares));
}
