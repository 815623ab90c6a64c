/**
 * Extensions of SPZ: records of (type u32, length u32, payload). Unknown ones are skipped.
 *
 * Source: nianticlabs/spz, extensions/README.md.
 *
 * @module
 */
import type { UpAxis } from "../cloud.ts";
import { SplatFormatError } from "../format_error.ts";

/** What extensions say that we understand. */
export interface SpzExtensions {
  /** Up direction of the stored axes. */
  readonly up?: UpAxis;
}

/** `SPZ_ADOBE_coordinate_system`: in which axes the file is stored, one u32. */
const COORDINATE_SYSTEM = 0xadbe0003;

/**
 * Up direction by code of the coordinate system: unspecified and RUB, RDF, RFU. The others are
 * mirror images of these or turned about the up axis.
 */
const UP_OF_CODE: Readonly<Record<number, UpAxis>> = { 0: "+y", 4: "+y", 6: "-y", 12: "+z" };

/** Reads the records between two offsets. @throws {SplatFormatError} When one is malformed. */
export function readSpzExtensions(
  bytes: Uint8Array,
  from: number,
  to: number,
  format: string,
): SpzExtensions {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const check = (isRight: boolean, field: string, found: number | string, expected: string) => {
    if (!isRight) throw new SplatFormatError({ format, offset: at, field, found, expected });
  };
  let at = from;
  let up: UpAxis | undefined;
  while (at < to) {
    check(to - at >= 8, "extension", `${to - at} bytes`, "a type and a length");
    const type = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    check(length <= to - at - 8, "extension length", length, `at most ${to - at - 8}`);
    if (type === COORDINATE_SYSTEM) {
      check(length === 4, "coordinate system", `${length} bytes`, "4 bytes");
      const code = view.getUint32(at + 8, true);
      check(code in UP_OF_CODE, "coordinate system", code, "RUB (4), RDF (6) or RFU (12)");
      up = UP_OF_CODE[code];
    }
    at += 8 + length;
  }
  return up === undefined ? {} : { up };
}
