import assert from "node:assert/strict";
import { constants, zstdCompressSync } from "node:zlib";
import { SplatFormatError } from "../mod.ts";
import { seededRandom } from "@threegen/service";
import { compressZstd, decompressZstd } from "./zstd.ts";

/** Bytes that do not compress. */
function noise(length: number): Uint8Array {
  const random = seededRandom(length);
  return Uint8Array.from({ length }, () => random() * 256);
}

const EMPTY_FRAME = [0x28, 0xb5, 0x2f, 0xfd, 0x20, 0, 1, 0, 0];

Deno.test("compressZstd() writes one frame whatever the size", () => {
  for (const length of [0, 1, 255, 256, 65_791, 65_792, 131_072, 131_073, 400_000]) {
    const content = noise(length);
    const frame = compressZstd(content, 1);
    assert.deepEqual(decompressZstd(frame, length, "test"), content);
    const tail = Array.from(frame.subarray(-EMPTY_FRAME.length));
    assert.ok(length === 0 || tail.join() !== EMPTY_FRAME.join(), `${length} bytes: empty frame`);
  }
});

Deno.test("decompressZstd() takes frames of unknown size and with checksums", () => {
  const content = noise(1000);
  const params = { [constants.ZSTD_c_checksumFlag]: 1, [constants.ZSTD_c_contentSizeFlag]: 0 };
  assert.deepEqual(decompressZstd(zstdCompressSync(content, { params }), 1000, "test"), content);
});

Deno.test("decompressZstd() takes empty frames after the one, and nothing else", () => {
  const frame = compressZstd(noise(10), 1);
  assert.equal(decompressZstd(Uint8Array.of(...frame, ...EMPTY_FRAME), 10, "test").length, 10);
  for (const tail of [[0], [0x28, 0xb5, 0x2f, 0xfd], [...frame]]) {
    assert.throws(
      () => decompressZstd(Uint8Array.of(...frame, ...tail), 20, "test"),
      SplatFormatError,
    );
  }
});
