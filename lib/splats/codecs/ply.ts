/**
 * PLY, the format that the field trains in and exchanges.
 *
 * Read by property name: normals, spherical harmonics and unknown properties may be there or
 * not, in any order, in binary of either endianness or as text. Written as the ecosystem writes
 * it: `binary_little_endian 1.0`, every property a `float`, colours coefficient after
 * coefficient of R, then G, then B.
 *
 * Sources: the `save_ply` of 3D Gaussian Splatting and DreamGaussian (17 properties at degree 0,
 * normals all zero), TRELLIS (14 properties: no normals).
 *
 * @module
 */
import { emptyCloud, type GaussianCloud, type ShDegree, type UpAxis } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import { type ByteReader, readWhole } from "./byte_reader.ts";
import { type DecodeOptions, MAX_GAUSSIANS } from "./decode_options.ts";
import { orderWords } from "./little_endian.ts";
import {
  latin1,
  MAX_HEADER_BYTES,
  parsePlyHeader,
  type PlyElement,
  type PlyHeader,
  type PlyProperty,
} from "./ply_header.ts";

/** How a PLY is written. */
export interface EncodePlyOptions {
  /**
   * Whether `nx ny nz`, all zero, follow the positions: 17 properties at degree 0 (what the
   * original subnet wrote) or 14 (TRELLIS). Default true.
   */
  readonly normals?: boolean;
}

const fail: Fail = failAs("ply");

/**
 * Reads a PLY of Gaussians.
 *
 * @throws {SplatFormatError} When it is malformed, truncated, lacks a property or is too large.
 */
export function decodePly(bytes: Uint8Array, options: DecodeOptions = {}): GaussianCloud {
  const { maxGaussians = MAX_GAUSSIANS, up = "+y" } = options;
  const plan = planPly(bytes, maxGaussians);
  if (plan.header.format === "ascii") return readText(bytes, plan, up);
  const { bodyOffset } = plan.header;
  const body = bytes.subarray(bodyOffset);
  return readWhole(readPlyBody(plan, up, body.length), body);
}

/** What the header of a PLY says about its Gaussians. */
export interface PlyPlan {
  readonly header: PlyHeader;
  readonly shDegree: ShDegree;
  /** The table of the Gaussians. */
  readonly vertex: PlyElement;
  /** What stands in front of that table. */
  readonly before: readonly PlyElement[];
  /** What stands behind it. */
  readonly after: readonly PlyElement[];
  /** What belongs into a cloud: where it goes, and the property that it comes from. */
  readonly columns: readonly (readonly [Column, PlyProperty])[];
}

/**
 * Reads a PLY's header, which `head` must hold all of, and checks it.
 *
 * @throws {SplatFormatError} When it is malformed, lacks a property or declares too many Gaussians.
 */
export function planPly(head: Uint8Array, maxGaussians: number): PlyPlan {
  const header = parsePlyHeader(head);
  const vertexIndex = header.elements.findIndex((element) => element.name === "vertex");
  if (vertexIndex < 0) fail(header.bodyOffset, "elements", "none named vertex", "element vertex");
  const vertex = header.elements[vertexIndex];
  if (vertex.count > maxGaussians) {
    fail(vertex.declaredAt, "vertex count", vertex.count, `at most ${maxGaussians}`);
  }
  for (const element of header.elements.slice(0, vertexIndex + 1)) {
    const list = element.properties.find((property) => property.isList);
    if (list) {
      fail(list.declaredAt, `property ${list.name}`, "a list", "a scalar, up to the vertices");
    }
  }
  const shDegree = shDegreeOf(vertex);
  const wanted = cloudColumns(shDegree);
  const columns = wanted.map((column) => {
    const property = vertex.properties.find((candidate) => candidate.name === column.name);
    if (!property) {
      const names = wanted.map(({ name }) => name).join(" ");
      fail(vertex.declaredAt, "vertex properties", `without ${column.name}`, names);
    }
    return [column, property] as const;
  });
  const before = header.elements.slice(0, vertexIndex);
  const after = header.elements.slice(vertexIndex + 1);
  return { header, shDegree, vertex, before, after, columns };
}

/**
 * Returns where the Gaussians of a binary PLY begin and end and where the file does, bytes from its
 * start. Lists say only in themselves how long they are: behind them the end is not known.
 */
export function binaryRanges(
  { header, vertex, before, after }: PlyPlan,
): { start: number; end: number; fileEnd: number | undefined } {
  const size = (elements: readonly PlyElement[]) =>
    elements.reduce((sum, element) => sum + element.count * element.rowBytes, 0);
  const start = header.bodyOffset + size(before);
  const end = start + vertex.count * vertex.rowBytes;
  const hasLists = after.some(({ properties }) => properties.some(({ isList }) => isList));
  return { start, end, fileEnd: hasLists ? undefined : end + size(after) };
}

/**
 * Reads what follows the header of a binary PLY, as it comes. Tables behind the Gaussians are
 * skipped; where one of them has lists, the file is left there.
 *
 * @param sizeBytes Bytes that follow the header, where they are known before they are read.
 * @throws {SplatFormatError} When there are too few, or too many.
 */
export function* readPlyBody(
  plan: PlyPlan,
  up: UpAxis,
  sizeBytes?: number,
): ByteReader<GaussianCloud> {
  const { header, vertex, shDegree, columns } = plan;
  const { bodyOffset } = header;
  const { start, end, fileEnd = end } = binaryRanges(plan);
  const isEndKnown = binaryRanges(plan).fileEnd !== undefined;
  const checkSize = (received: number) => {
    const found = bodyOffset + received;
    if (found < end) fail(start, "vertices", Math.max(0, found - start), `${end - start} bytes`);
    if (found < fileEnd) {
      fail(end, "what follows the vertices", found - end, `${fileEnd - end} bytes`);
    }
    if (found > fileEnd && isEndKnown) fail(fileEnd, "end", "more bytes", "nothing");
  };
  if (sizeBytes !== undefined) checkSize(sizeBytes);
  let received = 0;
  function* skip(to: number): ByteReader<void> {
    while (bodyOffset + received < to) {
      const wanted = Math.min(to - bodyOffset - received, MAX_HEADER_BYTES);
      const skipped = yield wanted;
      received += skipped.length;
      if (skipped.length < wanted) checkSize(received);
    }
  }
  yield* skip(start);
  const cloud = emptyCloud(vertex.count, shDegree, up);
  const isLittleEndian = header.format === "binary_little_endian";
  const readRows = isLittleEndian && vertex.properties.every(isFloat)
    ? floatReader(vertex, columns, cloud)
    : scalarReader(vertex, columns, cloud, isLittleEndian);
  const blockRows = blockRowsOf(vertex);
  for (let first = 0; first < vertex.count; first += blockRows) {
    const wanted = Math.min(blockRows, vertex.count - first) * vertex.rowBytes;
    const rows = yield wanted;
    received += rows.length;
    if (rows.length < wanted) checkSize(received);
    readRows(rows, first);
  }
  yield* skip(fileEnd);
  if (isEndKnown) checkSize(received + (yield 1).length);
  return cloud;
}

/** Writes a PLY as the ecosystem does, byte for byte. */
export function encodePly(
  cloud: GaussianCloud,
  options: EncodePlyOptions = {},
): Uint8Array<ArrayBuffer> {
  const pieces = encodePlyPieces(cloud, options);
  const header = pieces.next().value!;
  const { length } = writtenColumns(cloud, options);
  const bytes = new Uint8Array(header.length + cloud.count * length * 4);
  bytes.set(header);
  let at = header.length;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Writes the same PLY block by block, so that it is never in memory as a whole. */
export function encodePlyStream(
  cloud: GaussianCloud,
  options: EncodePlyOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = encodePlyPieces(cloud, options);
  return new ReadableStream({
    pull(controller) {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value.slice());
    },
  });
}

/** Writes a PLY piece by piece, the header first; each piece is gone when the next is asked for. */
function* encodePlyPieces(
  cloud: GaussianCloud,
  options: EncodePlyOptions,
): Generator<Uint8Array<ArrayBuffer>> {
  const columns = writtenColumns(cloud, options);
  yield new TextEncoder().encode(
    [
      "ply",
      "format binary_little_endian 1.0",
      `element vertex ${cloud.count}`,
      ...columns.map(({ name }) => `property float ${name}`),
      "end_header",
      "",
    ].join("\n"),
  );
  const words = columns.length;
  const block = new Float32Array(Math.min(BLOCK_ROWS, cloud.count) * words);
  for (let first = 0; first < cloud.count; first += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, cloud.count - first);
    columns.forEach(({ column }, index) => {
      if (!column) return;
      const { attribute, stride, start } = column;
      copyEvery(cloud[attribute], first * stride + start, stride, block, index, words, rows);
    });
    const bytes = new Uint8Array(block.buffer, 0, rows * words * 4);
    orderWords(bytes);
    yield bytes;
  }
}

/** Returns the properties that are written; those without a column are 0. */
function writtenColumns(
  { shDegree }: GaussianCloud,
  { normals = true }: EncodePlyOptions,
): { name: string; column?: Column }[] {
  const columns = cloudColumns(shDegree).map((column) => ({ name: column.name, column }));
  const nothing = ["nx", "ny", "nz"].map((name) => ({ name }));
  return normals ? [...columns.slice(0, 3), ...nothing, ...columns.slice(3)] : columns;
}

/** Where a property of the file lives in a cloud. */
export interface Column {
  readonly name: string;
  readonly attribute: "positions" | "logScales" | "rotations" | "opacityLogits" | "shDc" | "shRest";
  readonly stride: number;
  readonly start: number;
}

/** The properties of a cloud, in the order in which the ecosystem writes them. */
function cloudColumns(shDegree: ShDegree): Column[] {
  const columns: Column[] = [];
  const add = (name: string, attribute: Column["attribute"], stride: number, start: number) =>
    columns.push({ name, attribute, stride, start });
  ["x", "y", "z"].forEach((name, axis) => add(name, "positions", 3, axis));
  for (let channel = 0; channel < 3; channel++) add(`f_dc_${channel}`, "shDc", 3, channel);
  const coefficients = (shDegree + 1) ** 2 - 1;
  for (let i = 0; i < coefficients * 3; i++) {
    const channel = Math.floor(i / coefficients);
    add(`f_rest_${i}`, "shRest", coefficients * 3, (i % coefficients) * 3 + channel);
  }
  add("opacity", "opacityLogits", 1, 0);
  for (let axis = 0; axis < 3; axis++) add(`scale_${axis}`, "logScales", 3, axis);
  for (let part = 0; part < 4; part++) add(`rot_${part}`, "rotations", 4, part);
  return columns;
}

function shDegreeOf(vertex: PlyElement): ShDegree {
  const rest = vertex.properties.filter(({ name }) => /^f_rest_\d+$/.test(name)).length;
  const degree = [0, 9, 24, 45].indexOf(rest);
  if (degree < 0) fail(vertex.declaredAt, "number of f_rest properties", rest, "0, 9, 24 or 45");
  return degree as ShDegree;
}

function isFloat(property: PlyProperty): boolean {
  return property.type === "float" || property.type === "float32";
}

/** Rows taken at once: few enough that they stay in the processor's cache, column by column. */
const BLOCK_ROWS = 1024;

/** Bytes that rows of many properties take at once at most, as long as one of them has fewer. */
const BLOCK_BYTES = 256 * 1024;

/** Rows of a file that are read at once. */
function blockRowsOf({ count, rowBytes }: PlyElement): number {
  return Math.min(count, BLOCK_ROWS, Math.max(1, Math.floor(BLOCK_BYTES / rowBytes)));
}

/** Reads whole rows, the first of which is the Gaussian of that index. */
type ReadRows = (rows: Uint8Array, first: number) => void;

/** Reads the usual file, rows of little-endian floats, a word at a time. */
function floatReader(
  vertex: PlyElement,
  columns: PlyPlan["columns"],
  cloud: GaussianCloud,
): ReadRows {
  // Rows need not begin at a multiple of four bytes, where words would have to.
  const { rowBytes } = vertex;
  const block = new Uint8Array(blockRowsOf(vertex) * rowBytes);
  return (rows, first) => {
    block.set(rows);
    orderWords(block);
    const words = new Float32Array(block.buffer);
    for (const [{ attribute, stride, start }, { offset }] of columns) {
      const to = first * stride + start;
      const number = rows.length / rowBytes;
      copyEvery(words, offset / 4, rowBytes / 4, cloud[attribute], to, stride, number);
    }
  };
}

/** Copies `count` values that are a stride apart to places that are another stride apart. */
function copyEvery(
  from: Float32Array,
  at: number,
  stride: number,
  to: Float32Array,
  toAt: number,
  toStride: number,
  count: number,
): void {
  for (let i = 0; i < count; i++, at += stride, toAt += toStride) to[toAt] = from[at];
}

/** Reads rows of any scalars. */
function scalarReader(
  { rowBytes }: PlyElement,
  columns: PlyPlan["columns"],
  cloud: GaussianCloud,
  isLittleEndian: boolean,
): ReadRows {
  return (rows, first) => {
    const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
    for (const [{ attribute, stride, start }, { type, offset }] of columns) {
      let to = first * stride + start;
      for (let at = offset; at < rows.length; at += rowBytes, to += stride) {
        cloud[attribute][to] = readScalar(view, at, type, isLittleEndian);
      }
    }
  };
}

function readScalar(view: DataView, at: number, type: string, littleEndian: boolean): number {
  switch (type) {
    case "char":
    case "int8":
      return view.getInt8(at);
    case "uchar":
    case "uint8":
      return view.getUint8(at);
    case "short":
    case "int16":
      return view.getInt16(at, littleEndian);
    case "ushort":
    case "uint16":
      return view.getUint16(at, littleEndian);
    case "int":
    case "int32":
      return view.getInt32(at, littleEndian);
    case "uint":
    case "uint32":
      return view.getUint32(at, littleEndian);
    case "double":
    case "float64":
      return view.getFloat64(at, littleEndian);
    default:
      return view.getFloat32(at, littleEndian);
  }
}

/** Reads a PLY in words and numbers: one row a line, as its inventor has it. */
function readText(bytes: Uint8Array, plan: PlyPlan, up: UpAxis): GaussianCloud {
  const { header, vertex, before, after, columns, shDegree } = plan;
  const skipped = before.reduce((sum, { count, properties }) => sum + count * properties.length, 0);
  // Every value takes a character and, but for the last, a separator.
  const leastBytes = Math.max(0, (skipped + vertex.count * vertex.properties.length) * 2 - 1);
  const found = bytes.length - header.bodyOffset;
  if (found < leastBytes) {
    fail(header.bodyOffset, "vertices", found, `${leastBytes} bytes or more`);
  }
  const cloud = emptyCloud(vertex.count, shDegree, up);
  const targets: (Column | undefined)[] = vertex.properties.map((property) =>
    columns.find(([, source]) => source === property)?.[0]
  );
  let at = header.bodyOffset;
  const nextWord = (): string => {
    while (bytes[at] === SPACE || bytes[at] === TAB) at++;
    const from = at;
    while (at < bytes.length && bytes[at] > SPACE) at++;
    return latin1(bytes.subarray(from, at));
  };
  /** Goes to the beginning of the next line with anything on it; says whether there is one. */
  const nextLine = (): boolean => {
    while (at < bytes.length && bytes[at] <= SPACE) at++;
    return at < bytes.length;
  };
  const skipRows = ({ name, count, properties }: PlyElement) => {
    const words = properties.some(({ isList }) => isList) ? undefined : properties.length;
    for (let i = 0; properties.length > 0 && i < count; i++) {
      if (!nextLine()) fail(at, name, `${i} rows`, `${count} rows`);
      let found = 0;
      while (nextWord() !== "") found++;
      if (words !== undefined && found !== words) {
        fail(at, `${name} ${i}`, `${found} values`, `${words}`);
      }
    }
  };
  before.forEach(skipRows);
  for (let i = 0; i < vertex.count; i++) {
    nextLine();
    for (let p = 0; p < targets.length; p++) {
      const word = nextWord();
      const value = parseNumber(word);
      if (value === undefined) {
        fail(at - word.length, `${vertex.properties[p].name} of vertex ${i}`, word, "a number");
      }
      const target = targets[p];
      if (target) cloud[target.attribute][i * target.stride + target.start] = value;
    }
    const more = nextWord();
    if (more !== "") fail(at - more.length, `end of vertex ${i}`, more, "the end of its line");
  }
  after.forEach(skipRows);
  if (nextLine()) fail(at, "end", nextWord(), "nothing");
  return cloud;
}

const SPACE = 0x20;
const TAB = 0x09;

/** Reads a number as C's printf writes it, `nan` and `inf` included. */
function parseNumber(word: string): number | undefined {
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(word)) return Number(word);
  if (/^[+-]?nan(\(\w*\))?$/i.test(word)) return NaN;
  if (/^[+-]?inf(inity)?$/i.test(word)) return word.startsWith("-") ? -Infinity : Infinity;
  return undefined;
}
