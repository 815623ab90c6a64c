/**
 * Extensions of SPZ: records of (type u32, length u32, payload). Unknown ones are skipped.
 *
 * Source: nianticlabs/spz, extensions/README.md.
 *
 * @module
 */
import type { GaussianCloud, UpAxis } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import type { Vector } from "../quaternion.ts";
import { flipAxes } from "../transform.ts";
import type { ByteReader } from "./byte_reader.ts";

/** What extensions say that we understand. */
export interface SpzExtensions {
  /** Up direction of the stored axes. */
  readonly up?: UpAxis;
  /** −1 for each of them that points the other way than ours with that up direction; else 1. */
  readonly flips?: Vector;
}

/** `SPZ_ADOBE_coordinate_system`: in which axes the file is stored, one u32. */
const COORDINATE_SYSTEM = 0xadbe0003;

/**
 * What the codes from 1 on mean: where x, y and z point, of left or right, up or down, front or
 * back; 0 is unspecified. Left out are LFD (9), RFD (10), LBU (15) and RBU (16), which the library
 * turns half about x from what their names say. Source: @adobe/spz 0.2.3.
 */
const AXES_OF_CODE: readonly (string | undefined)[] = [
  ...["LDB", "RDB", "LUB", "RUB", "LDF", "RDF", "LUF", "RUF"],
  ...[undefined, undefined, "LFU", "RFU", "LBD", "RBD"],
];

/** Our axes by their up direction; see docs/conventions.md. */
const AXES_OF_UP: Readonly<Record<UpAxis, string>> = { "+y": "RUB", "-y": "RDF", "+z": "RFU" };

/** Turns what was stored in some axes to ours: mirrors it where it is, and says what is up. */
export function applySpzExtensions(
  cloud: GaussianCloud,
  { up = cloud.up, flips }: SpzExtensions,
): GaussianCloud {
  if (flips?.includes(-1)) flipAxes(cloud, flips);
  return { ...cloud, up };
}

/** Bytes in front of a record's payload. */
const RECORD_HEADER_BYTES = 8;

/** Bytes of a payload that are read at once. */
const BLOCK_BYTES = 4096;

/**
 * Reads records up to the end.
 *
 * @param offset Where the first is in the file or stream, for errors.
 * @throws {SplatFormatError} When one is malformed.
 */
export function* readSpzExtensions(offset: number, format: string): ByteReader<SpzExtensions> {
  const fail: Fail = failAs(format);
  let extensions: SpzExtensions = {};
  for (let at = offset;;) {
    const header = yield RECORD_HEADER_BYTES;
    if (header.length === 0) return extensions;
    if (header.length < RECORD_HEADER_BYTES) {
      fail(at, "extension", `${header.length} bytes`, "a type and a length");
    }
    const type = uint32(header, 0);
    const length = uint32(header, 4);
    let code: number | undefined;
    for (let done = 0; done < length;) {
      const wanted = Math.min(length - done, BLOCK_BYTES);
      const payload = yield wanted;
      if (done === 0 && payload.length >= 4) code = uint32(payload, 0);
      done += payload.length;
      if (payload.length < wanted) fail(at, "extension length", length, `at most ${done}`);
    }
    if (type === COORDINATE_SYSTEM) {
      if (length !== 4) fail(at, "coordinate system", `${length} bytes`, "4 bytes");
      const axes = code === 0 ? AXES_OF_UP["+y"] : AXES_OF_CODE[code! - 1];
      if (axes === undefined) fail(at, "coordinate system", code!, "0 to 8 or 11 to 14");
      extensions = axesOf(axes);
    }
    at += RECORD_HEADER_BYTES + length;
  }
}

function axesOf(axes: string): SpzExtensions {
  const up = axes[1] === "U" ? "+y" : axes[1] === "D" ? "-y" : "+z";
  const [x, y, z] = Array.from(AXES_OF_UP[up], (axis, i) => axis === axes[i] ? 1 : -1);
  return { up, flips: [x, y, z] };
}

function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
}
