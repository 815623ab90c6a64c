/**
 * Extensions of SPZ: records of (type u32, length u32, payload). Unknown ones are skipped.
 *
 * Source: nianticlabs/spz, extensions/README.md.
 *
 * @module
 */
import type { UpAxis } from "../cloud.ts";
import { type Fail, failAs } from "../format_error.ts";
import type { ByteReader } from "./byte_reader.ts";

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
  let up: UpAxis | undefined;
  for (let at = offset;;) {
    const header = yield RECORD_HEADER_BYTES;
    if (header.length === 0) return up === undefined ? {} : { up };
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
      if (code === undefined || !(code in UP_OF_CODE)) {
        fail(at, "coordinate system", code ?? "absent", "RUB (4), RDF (6) or RFU (12)");
      }
      up = UP_OF_CODE[code];
    }
    at += RECORD_HEADER_BYTES + length;
  }
}

function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
}
