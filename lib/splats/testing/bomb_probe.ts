/**
 * A program: decodes files that unpack to 256 MB under a bound of 1 MB, and tells how far its memory
 * ever rose meanwhile. Run by a test, as only a process of its own has a peak of its own.
 *
 * @module
 */
import process from "node:process";
import { constants, gunzipSync, gzipSync, zstdCompressSync } from "node:zlib";
import { decodeSplatStream, decodeSpz, decodeSpz404, encodeSpz, SplatFormatError } from "../mod.ts";
import { tinyCloud } from "./tiny_cloud.ts";

/** Bound on what is unpacked, and what the files unpack to. */
const [MOST_BYTES, BOMB_BYTES] = [1_000_000, 256_000_000];

if (import.meta.main) {
  const options = { maxBytes: MOST_BYTES };
  // At most 92 bytes of a Gaussian are unpacked.
  const streamOptions = { maxGaussians: Math.floor(MOST_BYTES / 93), maxBytes: BOMB_BYTES };
  const zeros = new Uint8Array(BOMB_BYTES);
  // The beginning of an honest file, so that the bombs go off.
  zeros.set(gunzipSync(encodeSpz(tinyCloud(), { version: 2 })));
  const gzip = gzipSync(zeros, { level: 1 });
  const declared = zstdCompressSync(zeros);
  const silent = zstdCompressSync(zeros, { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } });
  const version4 = withFirstPlane(silent);
  const bombs: Record<string, () => unknown> = {
    "gzip": () => decodeSpz(gzip, options),
    "zstd that declares its size": () => decodeSpz404(declared, options),
    "zstd that does not": () => decodeSpz404(silent, options),
    "a plane of version 4": () => decodeSpz(version4, options),
    "gzip that arrives": () =>
      decodeSplatStream(new Blob([new Uint8Array(gzip)]).stream(), streamOptions),
    "zstd that arrives": () =>
      decodeSplatStream(new Blob([new Uint8Array(silent)]).stream(), streamOptions),
  };
  const before = peakBytes();
  const refused: string[] = [];
  for (const [name, decode] of Object.entries(bombs)) {
    if (await isRefused(decode)) refused.push(name);
  }
  const answer = { refused, roseBytes: peakBytes() - before };
  Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify(answer)));
}

/** Returns a version 4 whose first plane, of 27 bytes by its header, is another frame. */
function withFirstPlane(frame: Uint8Array): Uint8Array {
  const file = encodeSpz(tinyCloud(), { version: 4 });
  const start = 32 + file[15] * 16;
  const view = new DataView(file.buffer);
  const rest = file.subarray(start + Number(view.getBigUint64(32, true)));
  view.setBigUint64(32, BigInt(frame.length), true);
  const changed = new Uint8Array(start + frame.length + rest.length);
  changed.set(file.subarray(0, start));
  changed.set(frame, start);
  changed.set(rest, start + frame.length);
  return changed;
}

async function isRefused(decode: () => unknown): Promise<boolean> {
  try {
    await decode();
    return false;
  } catch (error) {
    if (error instanceof SplatFormatError) return true;
    throw error;
  }
}

/** The most memory that this process ever had. */
function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}
