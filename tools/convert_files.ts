/**
 * Converts splat files, any format to any other: the body of `deno task convert`.
 *
 * @module
 */
import { AssetError, ConfigError } from "@threegen/domain";
import {
  canEncode,
  type DecodedSplats,
  decodeSplatStream,
  dropNonFinite,
  type EncodeOptions,
  encodePlyStream,
  encodeSplats,
  extensionsOf,
  type GaussianCloud,
  MAX_GAUSSIANS,
  reframeCloud,
  SPLAT_FORMATS,
  type SplatFormat,
  SplatFormatError,
  splatFormatOfName,
  type UpAxis,
  withShDegree,
} from "@threegen/splats";
import { glob } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** What to convert, and how. */
export interface ConvertOptions extends EncodeOptions {
  /** Files and globs to read. */
  readonly inputs: readonly string[];
  /** File to write, or a folder when there are several inputs or it ends in `/`. */
  readonly output: string;
  /** Format to write; by the name of the output when left out. */
  readonly format?: SplatFormat | undefined;
  /** Up direction of inputs whose format does not say. Default `+y`. */
  readonly up?: UpAxis | undefined;
  /** Up direction to write. Default: as read. */
  readonly toUp?: UpAxis | undefined;
  /** Most degree of harmonics to keep. Default: all. */
  readonly shDegree?: 0 | 1 | 2 | 3 | undefined;
  /** Whether to leave out Gaussians with a value that is not finite. Default false. */
  readonly dropNonFinite?: boolean | undefined;
  /** Most Gaussians of a file. */
  readonly maxGaussians?: number | undefined;
  /** Is told of each file that was written, in one line. */
  readonly onProgress?: (line: string) => void;
  /** Stops the work. */
  readonly signal?: AbortSignal;
}

/**
 * Converts files and returns the paths that were written.
 *
 * @throws {ConfigError} When the arguments do not fit together, which is told before anything is
 * written, or a file cannot be opened.
 * @throws {AssetError} When a file is broken; those before it are written.
 */
export async function convertFiles(options: ConvertOptions): Promise<string[]> {
  const inputs = await expand(options.inputs);
  const intoFolder = inputs.length > 1 || options.output.endsWith("/") ||
    await isFolder(options.output);
  const format = options.format ?? splatFormatOfName(options.output);
  if (!format) {
    throw new ConfigError(
      intoFolder
        ? `Cannot convert into ${options.output}: no format given; add --to, such as --to spz`
        : `Cannot write ${options.output}: its ending is none of ${
          SPLAT_FORMATS.filter(canEncode).flatMap(extensionsOf).join(" ")
        }`,
    );
  }
  if (!canEncode(format)) {
    throw new ConfigError(
      `Cannot write ${format}: it is only read; choose one of ${
        SPLAT_FORMATS.filter(canEncode).join(", ")
      }`,
    );
  }
  const outputs = inputs.map((input) =>
    intoFolder
      ? join(options.output, withoutExtension(basename(input)) + extensionsOf(format)[0])
      : options.output
  );
  await checkPaths(inputs, outputs);
  if (intoFolder) await Deno.mkdir(options.output, { recursive: true });
  const written: string[] = [];
  for (const [i, input] of inputs.entries()) {
    options.signal?.throwIfAborted();
    const output = outputs[i];
    const read = await readSplatFile(input, options);
    const cloud = options.dropNonFinite ? dropNonFinite(read.cloud) : read.cloud;
    const dropped = read.cloud.count - cloud.count;
    const encoded = await encode(cloud, format, options, output);
    const { size } = await Deno.writeFile(output, encoded)
      .then(() => Deno.stat(output))
      .catch((cause) => {
        throw new ConfigError(`Cannot write ${output}: ${reasonOf(cause)}`, { cause });
      });
    written.push(output);
    options.onProgress?.(
      `${i + 1}/${inputs.length} ${input} (${read.format}, ${sizeText(read.sizeBytes)}) -> ` +
        `${output} (${format}, ${sizeText(size)}), ${cloud.count} Gaussians` +
        (dropped > 0 ? `, ${dropped} left out` : ""),
    );
  }
  return written;
}

/**
 * Reads a splat file of any format.
 *
 * @throws {ConfigError} When it cannot be opened.
 * @throws {AssetError} When it is broken.
 */
export async function readSplatFile(
  path: string,
  options: Pick<ConvertOptions, "up" | "maxGaussians" | "signal"> = {},
): Promise<DecodedSplats> {
  const { up, maxGaussians = MAX_GAUSSIANS, signal } = options;
  const file = await Deno.open(path).catch((cause) => failToRead(path, cause));
  try {
    return await decodeSplatStream(file.readable, {
      maxGaussians,
      maxBytes: Infinity,
      ...(up === undefined ? {} : { up }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (cause instanceof SplatFormatError) {
      throw new AssetError("asset/broken", `${path}: ${cause.message}`, { cause });
    }
    // What the operating system refuses has a code of its own.
    if (cause instanceof Error && "code" in cause && !signal?.aborted) failToRead(path, cause);
    throw cause;
  }
}

/** Writes a number of bytes as a person reads it. */
export function sizeText(sizeBytes: number): string {
  return sizeBytes < 1e6
    ? `${(sizeBytes / 1e3).toFixed(1)} kB`
    : `${(sizeBytes / 1e6).toFixed(1)} MB`;
}

function failToRead(path: string, cause: unknown): never {
  throw new ConfigError(`Cannot read ${path}: ${reasonOf(cause)}`, { cause });
}

async function encode(
  cloud: GaussianCloud,
  format: SplatFormat,
  options: ConvertOptions,
  output: string,
): Promise<Uint8Array | ReadableStream<Uint8Array>> {
  const { toUp = cloud.up, shDegree = cloud.shDegree, normals, spzVersion } = options;
  const degree = Math.min(shDegree, cloud.shDegree) as 0 | 1 | 2 | 3;
  const framed = withShDegree(reframeCloud(cloud, toUp), degree);
  // The one format whose file is larger than the cloud.
  if (format === "ply") return encodePlyStream(framed, normals === undefined ? {} : { normals });
  try {
    return await encodeSplats(framed, format, {
      ...(spzVersion === undefined ? {} : { spzVersion }),
    });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new AssetError("asset/cannot-write", `${output}: ${cause.message}`, { cause });
  }
}

/** Refuses to write one file twice, or over one that is read. */
async function checkPaths(inputs: readonly string[], outputs: readonly string[]): Promise<void> {
  const read = new Map<string, string>();
  for (const input of inputs) read.set(await realPathOf(input), input);
  const writers = new Map<string, string>();
  for (const [i, output] of outputs.entries()) {
    const path = await realPathOf(output);
    const [input, other, source] = [inputs[i], writers.get(path), read.get(path)];
    if (other !== undefined) {
      throw new ConfigError(
        `Cannot convert ${input}: ${output} is already written from ${other}; ` +
          "rename one of them or convert into another folder",
      );
    }
    if (source !== undefined) {
      throw new ConfigError(
        `Cannot write ${output}: it is ${source}, which is read; choose another name or folder`,
      );
    }
    writers.set(path, input);
  }
}

/** Returns where a path leads, be it that its file or its folder does not exist yet. */
async function realPathOf(path: string): Promise<string> {
  const absolute = resolve(path);
  const parent = dirname(absolute);
  return await Deno.realPath(absolute).catch(async () =>
    parent === absolute ? absolute : join(await realPathOf(parent), basename(absolute))
  );
}

/** Replaces globs by the files that they match; a file of that very name is no glob. */
async function expand(inputs: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const input of inputs) {
    if (!/[*?[{]/.test(input) || await exists(input)) {
      files.push(input);
      continue;
    }
    const matches: string[] = [];
    for await (const match of glob(input)) matches.push(match);
    if (matches.length === 0) throw new ConfigError(`Cannot read ${input}: it matches no file`);
    files.push(...matches.sort());
  }
  if (files.length === 0) throw new ConfigError("Cannot convert: no input; see --help");
  // Globs may match a file that was named, too.
  return [...new Set(files)];
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

async function isFolder(path: string): Promise<boolean> {
  return await Deno.stat(path).then((found) => found.isDirectory, () => false);
}

/** Takes the ending of any of our formats off a name, or whatever follows its last point. */
function withoutExtension(name: string): string {
  const format = splatFormatOfName(name);
  const extension = format &&
    extensionsOf(format).find((candidate) => name.toLowerCase().endsWith(candidate));
  return extension ? name.slice(0, -extension.length) : name.replace(/\.[^.]*$/, "");
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Deno.errors.NotFound) return "it does not exist";
  if (cause instanceof Deno.errors.PermissionDenied) return "permission denied";
  return cause instanceof Error ? cause.message : String(cause);
}
