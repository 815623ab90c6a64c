/**
 * HDF5, what miners of the subnet's first year sent: one dataset for each attribute, before
 * activation, gzip of level 9. Read and written by the HDF5 library itself as WebAssembly, loaded
 * on first use.
 *
 * Source: the original's HDF5 writer and reader.
 *
 * @module
 */
import type { Dataset, FS as FileSystem } from "h5wasm";
import { emptyCloud, type GaussianCloud, type ShDegree } from "../cloud.ts";
import { SplatFormatError } from "../format_error.ts";
import { type DecodeOptions, MAX_GAUSSIANS } from "./decode_options.ts";

/** Effort of gzip. Source: the original. */
const GZIP_LEVEL = 9;

/** Rows compressed together. */
const CHUNK_ROWS = 16384;

/** Numbers the files that live in the library's memory while they are read or written. */
let nextFile = 0;

/** Says whether the bytes begin as HDF5 does. */
export function isHdf5(bytes: Uint8Array): boolean {
  return [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);
}

/** Writes the datasets that the original wrote; normals are zero. */
export async function encodeHdf5(cloud: GaussianCloud): Promise<Uint8Array> {
  const { count, shDegree } = cloud;
  const coefficients = (shDegree + 1) ** 2 - 1;
  return await withFile(undefined, (file) => {
    const add = (name: string, values: Float32Array, ...dimensions: number[]) =>
      file.create_dataset({
        name,
        data: values,
        shape: [count, ...dimensions],
        dtype: "<f4",
        // Nothing cannot be chunked.
        ...(values.length > 0
          ? { chunks: [Math.min(count, CHUNK_ROWS), ...dimensions], compression: GZIP_LEVEL }
          : {}),
      });
    add("points", cloud.positions, 3);
    add("normals", new Float32Array(count * 3), 3);
    add("features_dc", cloud.shDc, 1, 3);
    add("features_rest", cloud.shRest, coefficients, 3);
    add("opacities", cloud.opacityLogits, 1);
    add("scale", cloud.logScales, 3);
    add("rotation", cloud.rotations, 4);
    file.create_dataset({
      name: "sh_degree",
      data: Int32Array.of(shDegree),
      shape: [1],
      dtype: "<i4",
    });
  });
}

/**
 * Reads the datasets that the original wrote.
 *
 * @throws {SplatFormatError} When it is malformed, lacks a dataset or is too large.
 */
export async function decodeHdf5(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Promise<GaussianCloud> {
  const { maxGaussians = MAX_GAUSSIANS, up = "+y" } = options;
  if (!isHdf5(bytes)) fail("magic", "another", "an HDF5 signature");
  let cloud: GaussianCloud | undefined;
  try {
    await withFile(bytes, (file) => {
      const dataset = (name: string): Dataset => {
        const found = file.get(name);
        if (found === null || !("shape" in found)) fail(name, "absent", "a dataset");
        return found as Dataset;
      };
      const points = dataset("points");
      const count = points.shape?.[0] ?? 0;
      if (count > maxGaussians) fail("number of points", count, `at most ${maxGaussians}`);
      const rest = dataset("features_rest").shape?.[1] ?? 0;
      const shDegree = [0, 3, 8, 15].indexOf(rest) as ShDegree | -1;
      if (shDegree < 0) fail("features_rest", `${rest} coefficients`, "0, 3, 8 or 15");
      const read = (name: string, ...dimensions: number[]): Float32Array => {
        const source = dataset(name);
        const shape = [count, ...dimensions];
        if (source.shape?.join() !== shape.join()) {
          fail(`shape of ${name}`, source.shape?.join(" x ") ?? "none", shape.join(" x "));
        }
        const values = shape.reduce((product, size) => product * size, 1);
        if (values === 0) return new Float32Array();
        const chunk = (source.metadata.chunks ?? [0]).reduce((product, size) => product * size, 1);
        // A chunk may reach beyond the dataset, but not far.
        if (chunk > 2 * values + 2 ** 20) fail(`chunk of ${name}`, chunk, `about ${values} values`);
        const found = source.value;
        if (!(found instanceof Float32Array) && !(found instanceof Float64Array)) {
          fail(`type of ${name}`, String(source.dtype), "floating point");
        }
        return Float32Array.from(found);
      };
      cloud = emptyCloud(count, shDegree as ShDegree, up);
      cloud.positions.set(read("points", 3));
      cloud.shDc.set(read("features_dc", 1, 3));
      cloud.shRest.set(read("features_rest", rest, 3));
      cloud.opacityLogits.set(read("opacities", 1));
      cloud.logScales.set(read("scale", 3));
      cloud.rotations.set(read("rotation", 4));
    });
  } catch (cause) {
    if (cause instanceof SplatFormatError) throw cause;
    fail("file", reasonOf(cause), "valid HDF5", cause);
  }
  return cloud!;
}

type Hdf5File = InstanceType<typeof import("h5wasm").File>;

/** Opens a file in the library's memory, reads or fills it, and returns its bytes when filled. */
async function withFile(
  bytes: Uint8Array | undefined,
  use: (file: Hdf5File) => void,
): Promise<Uint8Array> {
  const { File, ready } = await import("h5wasm");
  const library = await ready;
  // What it finds broken is thrown; unless told so, it writes a page to the console and goes on.
  library.activate_throwing_error_handler();
  const FS = library.FS as typeof FileSystem & { unlink(path: string): void };
  const path = `/cloud_${nextFile++}.h5`;
  if (bytes) FS!.writeFile(path, bytes);
  try {
    const file = new File(path, bytes ? "r" : "w");
    try {
      use(file);
      if (!bytes) file.flush();
    } finally {
      file.close();
    }
    return bytes ?? Uint8Array.from(FS!.readFile(path) as Uint8Array);
  } finally {
    FS!.unlink(path);
  }
}

/** Returns what was found at the bottom of the library's stack of calls, which it gives as text. */
function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return Array.from(text.matchAll(/\(\): (.*)/g), ([, reason]) => reason).at(-1) ?? text;
}

// The library does not tell where in the file it reads.
function fail(
  field: string,
  found: string | number,
  expected: string | number,
  cause?: unknown,
): never {
  throw new SplatFormatError({ format: "hdf5", offset: undefined, field, found, expected }, {
    cause,
  });
}
