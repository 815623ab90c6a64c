/**
 * glTF with `KHR_gaussian_splatting`, in its binary container (GLB).
 *
 * The extension's base: points with attributes for rotation, scale, opacity and harmonics. Read:
 * any number of primitives, placed by their nodes. Written: one primitive. glTF has +y up, and so
 * has what is read; writing turns a cloud to it.
 *
 * An SPZ instead of the attributes (`KHR_gaussian_splatting_compression_spz_2`) is read too, but not
 * written, as it is still a draft that readers understand in two ways: its text asks for axes (left,
 * up, front) half a turn about the up axis from those that SPZ stores, but CesiumJS, which it names
 * as its implementation, takes what is stored as it is. So do we.
 *
 * Sources: KhronosGroup/glTF, extensions/2.0/Khronos/KHR_gaussian_splatting (ratified); pull request
 * 2531 there and CesiumGS/cesium, GltfSpzLoader.js.
 *
 * @module
 */
import { z } from "zod";
import { finiteLogit, sigmoid } from "../activation.ts";
import { emptyCloud, type GaussianCloud, SH_C0, type ShDegree } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import {
  boundsOf,
  cloudRange,
  composeMovements,
  moveCloud,
  type Movement,
  reframeCloud,
  turnToYUp,
} from "../transform.ts";
import { type DecodeOptions, MAX_GAUSSIANS } from "./decode_options.ts";
import { checkFinite } from "./finite.ts";
import { checkSpzHead, readSpz } from "./spz.ts";
import { streamBytes } from "./spz_stream.ts";

/** Where the JSON begins, which comes first: after the header of the file and its own. */
const JSON_OFFSET = 20;

const fail: Fail = failAs("glb");

const EXTENSION = "KHR_gaussian_splatting";
const SPZ_EXTENSION = "KHR_gaussian_splatting_compression_spz_2";
const GLB_MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;
const FLOAT = 5126;

/** Bytes and normalisation of component types: glTF 2.0 §3.6.2.2 and §3.11. */
const COMPONENTS: Readonly<
  Record<number, { bytes: number; most: number; read: (view: DataView, at: number) => number }>
> = {
  5120: { bytes: 1, most: 127, read: (view, at) => view.getInt8(at) },
  5121: { bytes: 1, most: 255, read: (view, at) => view.getUint8(at) },
  5122: { bytes: 2, most: 32767, read: (view, at) => view.getInt16(at, true) },
  5123: { bytes: 2, most: 65535, read: (view, at) => view.getUint16(at, true) },
  [FLOAT]: { bytes: 4, most: 1, read: (view, at) => view.getFloat32(at, true) },
};

const WIDTHS: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };

/** What a file may require of its readers, and we do: integers for floats are part of the base. */
const KNOWN_EXTENSIONS: readonly string[] = [EXTENSION, SPZ_EXTENSION, "KHR_mesh_quantization"];

/** The mode of a primitive whose vertices are points, which Gaussians are. */
const POINTS = 0;

/** Nodes deeper than this are refused. */
const MOST_DEPTH = 64;

/** More primitives of Gaussians than this, each as often as nodes place it, are refused. */
const MOST_PRIMITIVES = 1024;

/** What an SPZ may have beside its Gaussians: extensions take some tens of bytes. */
const SPZ_SPARE_BYTES = 4096;

/** JSON longer than this is refused: that of a file with all harmonics has about 10 kB. */
const MOST_JSON_BYTES = 4 * 1024 * 1024;

const index = z.int().min(0);
const gltfSchema = z.object({
  extensionsRequired: z.array(z.string()).optional(),
  scene: index.optional(),
  scenes: z.array(z.object({ nodes: z.array(index).optional() })).optional(),
  nodes: z.array(z.object({
    mesh: index.optional(),
    children: z.array(index).optional(),
    matrix: z.array(z.number()).optional(),
    translation: z.tuple([z.number(), z.number(), z.number()]).optional(),
    rotation: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
    scale: z.tuple([z.number(), z.number(), z.number()]).optional(),
  })).optional(),
  meshes: z.array(z.object({
    primitives: z.array(z.object({
      attributes: z.record(z.string(), index),
      // Triangles unless it says otherwise.
      mode: index.default(4),
      extensions: z.record(z.string(), z.unknown()).optional(),
    })),
  })).optional(),
  accessors: z.array(z.object({
    bufferView: index.optional(),
    byteOffset: index.optional(),
    componentType: z.int(),
    normalized: z.boolean().optional(),
    count: index,
    type: z.string(),
    sparse: z.unknown().optional(),
  })).optional(),
  bufferViews: z.array(z.object({
    buffer: index,
    byteOffset: index.optional(),
    byteLength: index,
    byteStride: z.int().min(4).max(252).optional(),
  })).optional(),
  buffers: z.array(z.object({ uri: z.string().optional(), byteLength: index })).optional(),
});

const extensionSchema = z.object({
  kernel: z.string().default("ellipse"),
  colorSpace: z.string().default("srgb_rec709_display"),
  extensions: z.object({ [SPZ_EXTENSION]: z.object({ bufferView: index }).optional() }).optional(),
});

type Gltf = z.infer<typeof gltfSchema>;
type Primitive = NonNullable<Gltf["meshes"]>[number]["primitives"][number];

/** What a primitive holds, checked against the bytes of the file but not read yet. */
interface Part {
  readonly count: number;
  readonly shDegree: ShDegree;
  /** Reads it into a cloud of as many; says what turns it to +y up. */
  readonly read: (into: GaussianCloud) => Movement;
}

/** Says whether the bytes begin as a GLB does. */
export function isGlb(bytes: Uint8Array): boolean {
  return bytes[0] === 0x67 && bytes[1] === 0x6c && bytes[2] === 0x54 && bytes[3] === 0x46;
}

/**
 * Writes a GLB of one primitive, all attributes in float32; only rounding is lost.
 *
 * @throws {RangeError} When a value is not finite, which glTF cannot hold.
 */
export function encodeGlb(cloud: GaussianCloud): Uint8Array {
  checkFinite(cloud, "glTF");
  const framed = reframeCloud(cloud, "+y");
  const { count } = framed;
  const attributes = attributesOf(framed);
  const length = attributes.reduce((sum, { values }) => sum + values.byteLength, 0);
  let offset = 0;
  const bounds = count > 0 ? boundsOf(framed) : { min: [0, 0, 0], max: [0, 0, 0] };
  const json = {
    asset: { version: "2.0", generator: "threegen" },
    extensionsUsed: [EXTENSION],
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{
      primitives: [{
        mode: 0,
        attributes: Object.fromEntries(attributes.map(({ name }, i) => [name, i])),
        extensions: {
          [EXTENSION]: {
            kernel: "ellipse",
            colorSpace: "srgb_rec709_display",
            sortingMethod: "cameraDistance",
            projection: "perspective",
          },
        },
      }],
    }],
    accessors: attributes.map(({ type }, bufferView) => ({
      bufferView,
      componentType: FLOAT,
      count,
      type,
      ...(bufferView === 0 ? bounds : {}),
    })),
    bufferViews: attributes.map(({ values }) => {
      const view = { buffer: 0, byteOffset: offset, byteLength: values.byteLength };
      offset += values.byteLength;
      return view;
    }),
    buffers: [{ byteLength: length }],
  };
  const text = new TextEncoder().encode(JSON.stringify(json));
  const textLength = Math.ceil(text.length / 4) * 4;
  const bytes = new Uint8Array(12 + 8 + textLength + 8 + length);
  const view = new DataView(bytes.buffer);
  [GLB_MAGIC, 2, bytes.length, textLength, JSON_CHUNK].forEach((word, i) =>
    view.setUint32(i * 4, word, true)
  );
  bytes.fill(0x20, 20, 20 + textLength);
  bytes.set(text, 20);
  let at = 20 + textLength;
  view.setUint32(at, length, true);
  view.setUint32(at + 4, BIN_CHUNK, true);
  at += 8;
  for (const { values } of attributes) {
    for (let i = 0; i < values.length; i++, at += 4) view.setFloat32(at, values[i], true);
  }
  return bytes;
}

/**
 * Reads the Gaussians of a GLB's scene.
 *
 * @throws {SplatFormatError} When it is malformed, has none, or uses what we do not read: external
 * buffers, sparse accessors, matrices, scales that are not uniform, other kernels and colours, or
 * unknown extensions that it requires.
 */
export function decodeGlb(
  bytes: Uint8Array,
  options: Pick<DecodeOptions, "maxGaussians"> = {},
): GaussianCloud {
  const { maxGaussians = MAX_GAUSSIANS } = options;
  const { gltf, binary } = readContainer(bytes);
  const unknown = gltf.extensionsRequired?.find((name) => !KNOWN_EXTENSIONS.includes(name));
  if (unknown !== undefined) {
    fail(JSON_OFFSET, "extensionsRequired", unknown, KNOWN_EXTENSIONS.join(" or "));
  }
  // What the file declares is added up before anything is read: nodes may place the same few bytes
  // many times.
  const meshes = (gltf.meshes ?? []).map(({ primitives }) => primitives.filter(hasGaussians));
  const parts = new Map<Primitive, Part>();
  const placed: { part: Part; place: Movement }[] = [];
  let total = 0;
  visitNodes(gltf, (mesh, place) => {
    for (const primitive of meshes[mesh]) {
      if (placed.length === MOST_PRIMITIVES) {
        fail(JSON_OFFSET, "primitives", "more", `at most ${MOST_PRIMITIVES} with Gaussians`);
      }
      const part = parts.get(primitive) ?? planPrimitive(gltf, binary, primitive, maxGaussians);
      parts.set(primitive, part);
      total += part.count;
      if (total > maxGaussians) fail(JSON_OFFSET, "count", total, `at most ${maxGaussians}`);
      placed.push({ part, place });
    }
  });
  if (placed.length === 0) {
    fail(JSON_OFFSET, "scene", `no primitive with ${EXTENSION}`, "one at least");
  }
  const shDegree = Math.max(...placed.map(({ part }) => part.shDegree)) as ShDegree;
  const cloud = emptyCloud(total, shDegree, "+y");
  let first = 0;
  for (const { part, place } of placed) {
    const range = cloudRange(cloud, first, part.count);
    const movement = composeMovements(place, part.read(range));
    if (!isIdentity(movement)) moveCloud(range, movement);
    first += part.count;
  }
  return cloud;
}

/** Walks over the nodes of the scene that have a mesh, with what all nodes above say of its place. */
function visitNodes(
  gltf: Gltf,
  visitMesh: (mesh: number, place: Movement) => void,
): void {
  const { nodes = [], meshes = [], scenes } = gltf;
  const visited = new Set<number>();
  const visit = (at: number, depth: number, above: Movement) => {
    const node = nodes[at];
    if (!node) fail(JSON_OFFSET, "nodes", at, `an index below ${nodes.length}`);
    if (visited.has(at)) fail(JSON_OFFSET, "nodes", `${at} twice`, "a tree");
    if (depth > MOST_DEPTH) fail(JSON_OFFSET, "nodes", `${depth} levels`, `at most ${MOST_DEPTH}`);
    visited.add(at);
    const place = composeMovements(above, movementOf(node, at));
    if (!(place.scale! > 0 && place.scale! < Infinity)) {
      fail(JSON_OFFSET, `scale of node ${at} in the scene`, place.scale!, "a number above 0");
    }
    if (node.mesh !== undefined) {
      if (node.mesh >= meshes.length) {
        fail(JSON_OFFSET, "meshes", node.mesh, `below ${meshes.length}`);
      }
      visitMesh(node.mesh, place);
    }
    for (const child of node.children ?? []) visit(child, depth + 1, place);
  };
  const children = new Set(nodes.flatMap((node) => node.children ?? []));
  // Without a scene all nodes that stand below none are roots.
  const roots = scenes
    ? scenes[gltf.scene ?? 0]?.nodes ?? []
    : nodes.map((_, i) => i).filter((i) => !children.has(i));
  for (const root of roots) visit(root, 0, {});
}

/** Returns what a node says of its own place. */
function movementOf(node: NonNullable<Gltf["nodes"]>[number], at: number): Movement {
  if (node.matrix) {
    fail(JSON_OFFSET, `matrix of node ${at}`, "one", "translation, rotation and scale");
  }
  const [sx, sy, sz] = node.scale ?? [1, 1, 1];
  if (!(sx > 0 && sx === sy && sy === sz)) {
    fail(JSON_OFFSET, `scale of node ${at}`, `${sx} ${sy} ${sz}`, "the same above 0 for all axes");
  }
  const [x, y, z, w] = node.rotation ?? [0, 0, 0, 1];
  return { scale: sx, rotation: [w, x, y, z], translation: node.translation ?? [0, 0, 0] };
}

function isIdentity({ scale, rotation, translation }: Movement): boolean {
  return scale === 1 && Math.abs(rotation![0]) === 1 && translation!.every((shift) => shift === 0);
}

function hasGaussians({ extensions }: Primitive): boolean {
  return extensions?.[EXTENSION] !== undefined;
}

/** Checks a primitive of Gaussians against the file. */
function planPrimitive(
  gltf: Gltf,
  binary: Uint8Array,
  { attributes, mode, extensions }: Primitive,
  maxGaussians: number,
): Part {
  if (mode !== POINTS) fail(JSON_OFFSET, "primitive mode", mode, `${POINTS}, points`);
  const spzView = checkExtension(extensions?.[EXTENSION]);
  return spzView === undefined
    ? planAttributes(gltf, binary, attributes, maxGaussians)
    : planSpz(gltf, binary, attributes, spzView, maxGaussians);
}

/** Checks what a primitive says of its Gaussians; returns the buffer view of an SPZ, if any. */
function checkExtension(extension: unknown): number | undefined {
  const parsed = extensionSchema.safeParse(extension);
  if (!parsed.success) failSchema(parsed.error, EXTENSION);
  const { kernel, colorSpace, extensions } = parsed.data;
  if (kernel !== "ellipse") fail(JSON_OFFSET, "kernel", kernel, "ellipse");
  if (colorSpace !== "srgb_rec709_display") {
    fail(JSON_OFFSET, "colorSpace", colorSpace, "srgb_rec709_display");
  }
  return extensions?.[SPZ_EXTENSION]?.bufferView;
}

function failSchema(error: z.ZodError, place: string): never {
  const [issue] = error.issues;
  fail(JSON_OFFSET, issue.path.join(".") || place, issue.message, "glTF 2.0");
}

function readContainer(bytes: Uint8Array): { gltf: Gltf; binary: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20 || !isGlb(bytes)) fail(0, "magic", `${bytes.length} bytes`, "glTF");
  const version = view.getUint32(4, true);
  if (version !== 2) fail(4, "version", version, "2");
  if (view.getUint32(8, true) !== bytes.length) {
    fail(8, "length", view.getUint32(8, true), `${bytes.length} as of the file`);
  }
  let text: string | undefined;
  let binary: Uint8Array | undefined;
  for (let at = 12; at < bytes.length;) {
    if (bytes.length - at < 8) fail(at, "chunk", `${bytes.length - at} bytes`, "a length and type");
    const length = view.getUint32(at, true);
    const type = view.getUint32(at + 4, true);
    at += 8;
    if (length > bytes.length - at) fail(at - 8, "chunk length", length, `<= ${bytes.length - at}`);
    const chunk = bytes.subarray(at, at + length);
    if (type === JSON_CHUNK) {
      if (length > MOST_JSON_BYTES) fail(at, "JSON", length, `at most ${MOST_JSON_BYTES} bytes`);
      text ??= new TextDecoder().decode(chunk);
    }
    if (type === BIN_CHUNK) binary ??= chunk;
    at += length;
  }
  if (text === undefined) fail(12, "chunks", "without JSON", "a JSON chunk");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    fail(JSON_OFFSET, "JSON", cause instanceof Error ? cause.message : "broken", "valid JSON");
  }
  const parsed = gltfSchema.safeParse(json);
  if (!parsed.success) failSchema(parsed.error, "JSON");
  return { gltf: parsed.data, binary: binary ?? new Uint8Array() };
}

function planAttributes(
  gltf: Gltf,
  binary: Uint8Array,
  attributes: Readonly<Record<string, number>>,
  maxGaussians: number,
): Part {
  const positionAt = attributes.POSITION;
  const count = positionAt === undefined ? undefined : gltf.accessors?.[positionAt]?.count;
  if (count === undefined) fail(JSON_OFFSET, "POSITION", "absent", "an accessor");
  if (count > maxGaussians) fail(JSON_OFFSET, "count", count, `at most ${maxGaussians}`);
  let shDegree: ShDegree = 0;
  for (const degree of [1, 2, 3] as const) {
    if (attributes[harmonicName(degree, 0)] !== undefined) shDegree = degree;
  }
  const plan = (name: string, width: number): ReadValues => {
    const accessor = attributes[name];
    if (accessor === undefined) fail(JSON_OFFSET, name, "absent", "an accessor");
    return planAccessor(gltf, binary, name, accessor, count, width);
  };
  const readPositions = plan("POSITION", 3);
  const readRotations = plan(`${EXTENSION}:ROTATION`, 4);
  const readScales = plan(`${EXTENSION}:SCALE`, 3);
  const readOpacities = plan(`${EXTENSION}:OPACITY`, 1);
  const readColors = plan(harmonicName(0, 0), 3);
  const readHarmonics = harmonicNames(shDegree).map((name) => plan(name, 3));
  const read = (into: GaussianCloud): Movement => {
    const { positions, logScales, rotations, opacityLogits, shDc, shRest } = into;
    readPositions(positions, { stride: 3 });
    readColors(shDc, { stride: 3 });
    // Theirs have x first, ours w.
    readRotations(rotations, { stride: 4, turnBy: 1 });
    readOpacities(opacityLogits, { stride: 1 });
    for (let i = 0; i < count; i++) opacityLogits[i] = finiteLogit(opacityLogits[i]);
    readScales(logScales, { stride: 3 });
    for (let i = 0; i < count * 3; i++) logScales[i] = Math.log(logScales[i]);
    const stride = ((into.shDegree + 1) ** 2 - 1) * 3;
    readHarmonics.forEach((readValues, k) => readValues(shRest, { stride, start: k * 3 }));
    return {};
  };
  return { count, shDegree, read };
}

/** Checks an SPZ that stands for the attributes; errors name the place within it. */
function planSpz(
  gltf: Gltf,
  binary: Uint8Array,
  attributes: Readonly<Record<string, number>>,
  at: number,
  maxGaussians: number,
): Part {
  const { byteOffset = 0, byteLength } = readBufferView(gltf, "SPZ", at);
  if (byteOffset + byteLength > binary.length) {
    fail(byteOffset, "SPZ", `${binary.length} bytes`, `${byteOffset + byteLength} bytes or more`);
  }
  const spz = binary.subarray(byteOffset, byteOffset + byteLength);
  const layout = checkSpzHead(spz, maxGaussians);
  if (!layout) fail(JSON_OFFSET, "SPZ", "without a header", "one in its first kilobyte");
  const { count } = layout;
  // What the attributes declare must be true, though they have no values of their own.
  const declared = gltf.accessors?.[attributes.POSITION]?.count ?? count;
  if (declared !== count) fail(JSON_OFFSET, "POSITION count", declared, `${count} as in SPZ`);
  // Neither more to read nor more to unpack than the Gaussians come to, however often it is placed.
  const maxBytes = streamBytes(layout) + SPZ_SPARE_BYTES;
  if (byteLength > maxBytes) fail(byteOffset, "SPZ", `${byteLength} bytes`, `at most ${maxBytes}`);
  return {
    count,
    shDegree: Math.min(layout.shDegree, 3) as ShDegree,
    read: (into) => {
      const { up } = readSpz(spz, { maxGaussians, maxBytes, into });
      return { rotation: turnToYUp(up) };
    },
  };
}

/** Returns a view of the binary chunk. */
function readBufferView(gltf: Gltf, name: string, at: number | undefined) {
  const bufferView = at === undefined ? undefined : gltf.bufferViews?.[at];
  if (!bufferView) fail(JSON_OFFSET, `${name} buffer view`, "absent", "one in the binary chunk");
  if (bufferView.buffer !== 0 || gltf.buffers?.[0]?.uri !== undefined) {
    fail(JSON_OFFSET, `${name} buffer`, "outside the file", "the binary chunk");
  }
  return bufferView;
}

/** Where the values of an accessor go in an array. */
interface Target {
  /** From those of one Gaussian to those of the next. */
  readonly stride: number;
  /** Where those of the first begin. Default 0. */
  readonly start?: number;
  /** By how many places they are turned among themselves. Default 0. */
  readonly turnBy?: number;
}

type ReadValues = (to: Float32Array, target: Target) => void;

/** Checks an accessor against the file; returns what reads it. */
function planAccessor(
  gltf: Gltf,
  binary: Uint8Array,
  name: string,
  at: number,
  count: number,
  width: number,
): ReadValues {
  const accessor = gltf.accessors?.[at];
  if (!accessor) fail(JSON_OFFSET, name, at, "an index of the accessors");
  if (accessor.count !== count) fail(JSON_OFFSET, `${name} count`, accessor.count, `${count}`);
  if (WIDTHS[accessor.type] !== width) {
    fail(JSON_OFFSET, `${name} type`, accessor.type, `${width} values`);
  }
  if (accessor.sparse !== undefined) fail(JSON_OFFSET, name, "sparse", "a plain accessor");
  const component = Object.hasOwn(COMPONENTS, accessor.componentType)
    ? COMPONENTS[accessor.componentType]
    : undefined;
  const isFloat = accessor.componentType === FLOAT;
  if (!component || (!isFloat && accessor.normalized !== true)) {
    fail(
      JSON_OFFSET,
      `${name} component type`,
      accessor.componentType,
      "float or a normalized integer",
    );
  }
  const bufferView = readBufferView(gltf, name, accessor.bufferView);
  const stride = bufferView.byteStride ?? component.bytes * width;
  const start = (bufferView.byteOffset ?? 0) + (accessor.byteOffset ?? 0);
  const end = count === 0 ? start : start + (count - 1) * stride + component.bytes * width;
  if (end > binary.length) fail(start, name, `${binary.length} bytes`, `${end} bytes or more`);
  const viewEnd = (bufferView.byteOffset ?? 0) + bufferView.byteLength;
  if (end > viewEnd) fail(start, `${name} buffer view`, `up to ${viewEnd}`, `${end} or more`);
  return (to, target) => {
    const view = new DataView(binary.buffer, binary.byteOffset, binary.byteLength);
    const { bytes, most, read } = component;
    const least = isFloat ? -Infinity : -1;
    for (let part = 0; part < width; part++) {
      const { start: first = 0, turnBy = 0 } = target;
      let from = start + part * bytes;
      let toAt = first + (part + turnBy) % width;
      for (let i = 0; i < count; i++, from += stride, toAt += target.stride) {
        to[toAt] = Math.max(read(view, from) / most, least);
      }
    }
  };
}

function attributesOf(
  cloud: GaussianCloud,
): { name: string; type: string; values: Float32Array }[] {
  const { count, shDegree } = cloud;
  const rotations = new Float32Array(count * 4);
  for (let i = 0; i < count; i++) {
    const q = cloud.rotations.subarray(i * 4, i * 4 + 4);
    const length = Math.hypot(...q);
    // glTF wants unit quaternions, x first.
    for (let part = 0; part < 4; part++) {
      rotations[i * 4 + (part + 3) % 4] = length > 0 ? q[part] / length : part === 0 ? 1 : 0;
    }
  }
  const names = harmonicNames(shDegree);
  return [
    { name: "POSITION", type: "VEC3", values: cloud.positions },
    {
      name: "COLOR_0",
      type: "VEC4",
      values: Float32Array.from({ length: count * 4 }, (_, i) => {
        const value = i % 4 === 3
          ? sigmoid(cloud.opacityLogits[i >> 2])
          : 0.5 + SH_C0 * cloud.shDc[(i >> 2) * 3 + i % 4];
        return Math.min(Math.max(value, 0), 1);
      }),
    },
    { name: `${EXTENSION}:ROTATION`, type: "VEC4", values: rotations },
    { name: `${EXTENSION}:SCALE`, type: "VEC3", values: cloud.logScales.map(Math.exp) },
    { name: `${EXTENSION}:OPACITY`, type: "SCALAR", values: cloud.opacityLogits.map(sigmoid) },
    { name: harmonicName(0, 0), type: "VEC3", values: cloud.shDc },
    ...names.map((name, k) => ({
      name,
      type: "VEC3",
      values: Float32Array.from(
        { length: count * 3 },
        (_, i) => cloud.shRest[(Math.floor(i / 3) * names.length + k) * 3 + i % 3],
      ),
    })),
  ];
}

function harmonicName(degree: number, coefficient: number): string {
  return `${EXTENSION}:SH_DEGREE_${degree}_COEF_${coefficient}`;
}

/** Names of the coefficients from degree 1 on, in our order. */
function harmonicNames(shDegree: ShDegree): string[] {
  return [1, 2, 3].filter((degree) => degree <= shDegree).flatMap((degree) =>
    Array.from({ length: 2 * degree + 1 }, (_, k) => harmonicName(degree, k))
  );
}
