/**
 * Converts splat files, any format to any other: the body of `deno task convert`.
 *
 * @module
 */
import { AssetError, ConfigError } from "@threegen/domain";
import {
  canEncode,
  decodeSplats,
  detectSplatFormat,
  type EncodeOptions,
  encodeSplats,
  extensionsOf,
  type GaussianCloud,
  reframeCloud,
  SPLAT_FORMATS,
  type SplatFormat,
  SplatFormatError,
  splatFormatOfName,
  type UpAxis,
  withShDegree,
} from "@threegen/splats";
import { glob } from "node:fs/promises";
import { basename, join } from "node:path";

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
  /** Most Gaussians of a file. */
  readonly maxGaussians?: number | undefined;
  /** Is told of each file that was written, in one line. */
  readonly onProgress?: (line: string) => void;
  /** Stops the work between two files. */
  readonly signal?: AbortSignal;
}

/**
 * Converts files and returns the paths that were written.
 *
 * @throws {ConfigError} When the arguments do not fit together or a file cannot be opened.
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
  if (intoFolder) await Deno.mkdir(options.output, { recursive: true });
  const written: string[] = [];
  for (const [i, input] of inputs.entries()) {
    options.signal?.throwIfAborted();
    const output = intoFolder
      ? join(options.output, withoutExtension(basename(input)) + extensionsOf(format)[0])
      : options.output;
    const { cloud, bytes } = await readSplatFile(input, options);
    const encoded = await encode(cloud, format, options, output);
    await Deno.writeFile(output, encoded).catch((cause) => {
      throw new ConfigError(`Cannot write ${output}: ${reasonOf(cause)}`, { cause });
    });
    written.push(output);
    options.onProgress?.(
      `${i + 1}/${inputs.length} ${input} (${detectSplatFormat(bytes)}, ${sizeText(bytes)}) -> ` +
        `${output} (${format}, ${sizeText(encoded)}), ${cloud.count} Gaussians`,
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
  options: { readonly up?: UpAxis | undefined; readonly maxGaussians?: number | undefined } = {},
): Promise<{ cloud: GaussianCloud; bytes: Uint8Array }> {
  const bytes = await Deno.readFile(path).catch((cause) => {
    throw new ConfigError(`Cannot read ${path}: ${reasonOf(cause)}`, { cause });
  });
  try {
    const { up, maxGaussians } = options;
    const cloud = await decodeSplats(bytes, {
      ...(up === undefined ? {} : { up }),
      ...(maxGaussians === undefined ? {} : { maxGaussians }),
    });
    return { cloud, bytes };
  } catch (cause) {
    if (!(cause instanceof SplatFormatError)) throw cause;
    throw new AssetError("asset/broken", `${path}: ${cause.message}`, { cause });
  }
}

/** Writes a number of bytes as a person reads it. */
export function sizeText(bytes: Uint8Array): string {
  return bytes.length < 1e6
    ? `${(bytes.length / 1e3).toFixed(1)} kB`
    : `${(bytes.length / 1e6).toFixed(1)} MB`;
}

async function encode(
  cloud: GaussianCloud,
  format: SplatFormat,
  options: ConvertOptions,
  output: string,
): Promise<Uint8Array> {
  const { toUp = cloud.up, shDegree = cloud.shDegree, normals, spzVersion } = options;
  const degree = Math.min(shDegree, cloud.shDegree) as 0 | 1 | 2 | 3;
  try {
    return await encodeSplats(withShDegree(reframeCloud(cloud, toUp), degree), format, {
      ...(normals === undefined ? {} : { normals }),
      ...(spzVersion === undefined ? {} : { spzVersion }),
    });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new AssetError("asset/cannot-write", `${output}: ${cause.message}`, { cause });
  }
}

/** Replaces globs by the files that they match. */
async function expand(inputs: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const input of inputs) {
    if (!/[*?[{]/.test(input)) {
      files.push(input);
      continue;
    }
    const matches: string[] = [];
    for await (const match of glob(input)) matches.push(match);
    if (matches.length === 0) throw new ConfigError(`Cannot read ${input}: it matches no file`);
    files.push(...matches.sort());
  }
  if (files.length === 0) throw new ConfigError("Cannot convert: no input; see --help");
  return files;
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
