/**
 * Every format behind two functions: one that reads what the content says it is, and one that
 * writes what a file's name asks for.
 *
 * @module
 */
import type { GaussianCloud } from "../cloud.ts";
import { SplatFormatError } from "../format_error.ts";
import { decodeCompressedPly, encodeCompressedPly, isCompressedPly } from "./compressed_ply.ts";
import type { DecodeOptions } from "./decode_options.ts";
import { decodeGlb, encodeGlb, isGlb } from "./glb.ts";
import { decodeHdf5, encodeHdf5, isHdf5 } from "./hdf5.ts";
import { decodePly, encodePly } from "./ply.ts";
import { isPly } from "./ply_header.ts";
import { decodeSog, isZip } from "./sog.ts";
import { decodeSplat, encodeSplat, isSplat } from "./splat.ts";
import { decodeSpz, encodeSpz, isSpz } from "./spz.ts";
import { decodeSpz404, encodeSpz404, isSpz404 } from "./spz_404.ts";

/** A format of splat files. */
export type SplatFormat =
  | "ply"
  | "compressed-ply"
  | "spz-404"
  | "spz"
  | "splat"
  | "sog"
  | "hdf5"
  | "glb";

/** How a file is written. */
export interface EncodeOptions {
  /** Whether a PLY has `nx ny nz`. Default true. */
  readonly normals?: boolean;
  /** Version of a standard SPZ. Default 3. */
  readonly spzVersion?: 2 | 3 | 4;
}

interface Codec {
  /** What file names end in; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly isLike: (bytes: Uint8Array) => boolean;
  readonly decode: (
    bytes: Uint8Array,
    options: DecodeOptions,
  ) => GaussianCloud | Promise<GaussianCloud>;
  readonly encode?: (
    cloud: GaussianCloud,
    options: EncodeOptions,
  ) => Uint8Array | Promise<Uint8Array>;
}

/** In the order in which content is looked at: `.splat` has no signature and comes last. */
const CODECS: Readonly<Record<SplatFormat, Codec>> = {
  "compressed-ply": {
    extensions: [".compressed.ply"],
    isLike: isCompressedPly,
    decode: decodeCompressedPly,
    encode: encodeCompressedPly,
  },
  ply: { extensions: [".ply"], isLike: isPly, decode: decodePly, encode: encodePly },
  "spz-404": {
    extensions: [".404.spz", ".spz.zst"],
    isLike: isSpz404,
    decode: decodeSpz404,
    encode: (cloud) => encodeSpz404(cloud),
  },
  spz: {
    extensions: [".spz"],
    isLike: isSpz,
    decode: decodeSpz,
    encode: (cloud, { spzVersion }) =>
      encodeSpz(cloud, spzVersion === undefined ? {} : { version: spzVersion }),
  },
  sog: { extensions: [".sog"], isLike: isZip, decode: decodeSog },
  hdf5: { extensions: [".h5", ".hdf5"], isLike: isHdf5, decode: decodeHdf5, encode: encodeHdf5 },
  glb: { extensions: [".glb"], isLike: isGlb, decode: decodeGlb, encode: encodeGlb },
  splat: { extensions: [".splat"], isLike: isSplat, decode: decodeSplat, encode: encodeSplat },
};

/** All formats; `sog` is only read. */
export const SPLAT_FORMATS = Object.keys(CODECS) as readonly SplatFormat[];

/** Returns the format of a file by its content, or nothing when it is none that we know. */
export function detectSplatFormat(bytes: Uint8Array): SplatFormat | undefined {
  return SPLAT_FORMATS.find((format) => CODECS[format].isLike(bytes));
}

/** Returns the format that a file's name asks for, or nothing when it asks for none. */
export function splatFormatOfName(name: string): SplatFormat | undefined {
  const lower = name.toLowerCase();
  return SPLAT_FORMATS.find((format) =>
    CODECS[format].extensions.some((extension) => lower.endsWith(extension))
  );
}

/** Says whether a format can be written. */
export function canEncode(format: SplatFormat): boolean {
  return CODECS[format].encode !== undefined;
}

/** Returns what names of files of a format end in. */
export function extensionsOf(format: SplatFormat): readonly string[] {
  return CODECS[format].extensions;
}

/**
 * Reads a splat file of any format.
 *
 * @throws {SplatFormatError} When its content is none that we know, or malformed.
 */
export async function decodeSplats(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Promise<GaussianCloud> {
  const format = detectSplatFormat(bytes);
  if (format) return await CODECS[format].decode(bytes, options);
  failUnknown(bytes);
}

/** Refuses bytes whose beginning is that of no format that we know. */
export function failUnknown(bytes: Uint8Array): never {
  throw new SplatFormatError({
    format: "splat file",
    offset: 0,
    field: "signature",
    found: Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join(" "),
    expected: `one of ${SPLAT_FORMATS.join(", ")}`,
  });
}

/**
 * Writes a splat file.
 *
 * @throws {RangeError} When the format cannot be written, or cannot hold the cloud.
 */
export async function encodeSplats(
  cloud: GaussianCloud,
  format: SplatFormat,
  options: EncodeOptions = {},
): Promise<Uint8Array> {
  const { encode } = CODECS[format];
  if (!encode) {
    const others = SPLAT_FORMATS.filter(canEncode).join(", ");
    throw new RangeError(`Cannot write ${format}: it is only read; write one of ${others}`);
  }
  return await encode(cloud, options);
}
