import fc from "fast-check";
import assert from "node:assert/strict";
import { constants, zstdCompressSync } from "node:zlib";
import {
  activate,
  decodeAsset,
  decodeSpz404,
  emptyCloud,
  encodePly,
  encodeSpz404,
  SplatFormatError,
} from "../mod.ts";
import { arbitraryCloud, tinyCloud } from "../testing/mod.ts";
import { compressZstd, decompressZstd } from "./zstd.ts";

/** The stream inside, for a test to break. */
function streamOf(count = 3): Uint8Array {
  const spz = encodeSpz404(count === 3 ? tinyCloud() : emptyCloud(count));
  return decompressZstd(spz, 1e6, "test");
}

function framed(stream: Uint8Array): Uint8Array {
  return compressZstd(stream, 1);
}

function withByte(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[offset] = value;
  return changed;
}

Deno.test("encodeSpz404() writes one zstd frame that declares its size, header of version 2 inside", () => {
  const spz = encodeSpz404(tinyCloud());
  assert.deepEqual([...spz.subarray(0, 4)], [0x28, 0xb5, 0x2f, 0xfd]);
  assert.ok((spz[4] & 0xe0) !== 0, "content size or single segment in the frame's descriptor");
  assert.deepEqual([...streamOf().subarray(0, 16)], [
    ...[0x4e, 0x47, 0x53, 0x50, 2, 0, 0, 0],
    ...[3, 0, 0, 0, 0, 12, 0, 0],
  ]);
});

// Worked by hand from the encodings of nianticlabs/spz.
Deno.test("encodeSpz404() quantises as SPZ version 2 does", () => {
  const stream = streamOf();
  // Gaussian 0: x = −0.5 → −2048 → 00 f8 ff.
  assert.deepEqual([...stream.subarray(16, 25)], [0x00, 0xf8, 0xff, 0, 0, 0, 0, 0, 0]);
  // Alphas 0.9, 0.5, 0.99.
  assert.deepEqual([...stream.subarray(43, 46)], [230, 128, 252]);
  // Red: c = ±1.7725, 38.25 · c + 127.5.
  assert.deepEqual([...stream.subarray(46, 49)], [195, 60, 60]);
  // ln 0.1 = −2.3026 → 123.2.
  assert.deepEqual([...stream.subarray(55, 58)], [123, 123, 123]);
  // (0.8, 0.6, 0, 0) → x = 0.6 → 204.
  assert.deepEqual([...stream.subarray(67, 70)], [204, 128, 128]);
});

Deno.test("decodeSpz404() gives back what encodeSpz404() took, within the quantisation", () => {
  fc.assert(fc.property(arbitraryCloud(), (cloud) => {
    const decoded = decodeSpz404(encodeSpz404(cloud));
    assert.equal(decoded.count, cloud.count);
    assert.equal(decoded.shDegree, cloud.shDegree);
    const within = (
      found: ArrayLike<number>,
      expected: ArrayLike<number>,
      bound: number,
      what: string,
    ) => {
      for (let i = 0; i < expected.length; i++) {
        const error = Math.abs(found[i] - expected[i]);
        assert.ok(error <= bound, `${what} ${i}: ${found[i]} for ${expected[i]}`);
      }
    };
    within(decoded.positions, cloud.positions, 0.5 / 4096 + 1e-9, "position");
    within(decoded.logScales, cloud.logScales, 0.5 / 16 + 1e-5, "log scale");
    within(decoded.shDc, cloud.shDc, 0.5 / 38.25 + 1e-5, "colour");
    within(activate(decoded).opacities, activate(cloud).opacities, 0.5 / 255 + 1e-5, "opacity");
    const coefficients = cloud.shRest.length / cloud.count;
    for (let i = 0; i < cloud.shRest.length; i++) {
      const error = Math.abs(decoded.shRest[i] - cloud.shRest[i]);
      assert.ok(error <= ((i % coefficients < 9 ? 4 : 8) + 0.5) / 128 + 1e-6, `harmonic ${i}`);
    }
    const found = activate(decoded).rotations;
    const expected = activate(cloud).rotations;
    for (let i = 0; i < cloud.count * 4; i += 4) {
      let dot = 0;
      for (let part = 0; part < 4; part++) dot += found[i + part] * expected[i + part];
      // An error of ½ step of 1/127.5 in x, y and z makes one of √(√3 / 127.5) in w near 0.
      const degrees = 2 * Math.acos(Math.min(1, Math.abs(dot))) * 180 / Math.PI;
      assert.ok(degrees < 13.6, `rotation ${i / 4} is off by ${degrees} degrees`);
    }
  }));
});

Deno.test("encodeSpz404() of what it decoded is the same stream", () => {
  fc.assert(fc.property(arbitraryCloud({ extent: 100 }), (cloud) => {
    const once = encodeSpz404(cloud);
    const stream = decompressZstd(once, 1e6, "test");
    const again = decompressZstd(encodeSpz404(decodeSpz404(once)), 1e6, "test");
    // Rotations may move by a step where w was rounded to 0.
    const rotationsAt = 16 + cloud.count * 16;
    assert.deepEqual(again.subarray(0, rotationsAt), stream.subarray(0, rotationsAt));
    assert.deepEqual(
      again.subarray(rotationsAt + cloud.count * 3),
      stream.subarray(rotationsAt + cloud.count * 3),
    );
  }));
});

Deno.test("encodeSpz404() gives up fractional bits for clouds wider than 2048", () => {
  const cloud = tinyCloud();
  cloud.positions[0] = 100_000;
  const { positions } = decodeSpz404(encodeSpz404(cloud));
  assert.ok(Math.abs(positions[0] - 100_000) < 0.01);
  cloud.positions[0] = 1e7;
  assert.throws(() => encodeSpz404(cloud), RangeError);
  cloud.positions[0] = NaN;
  assert.throws(() => encodeSpz404(cloud), RangeError);
});

Deno.test("encodeSpz404() writes infinite logits as the opacities that they stand for", () => {
  const cloud = tinyCloud();
  cloud.opacityLogits.set([Infinity, -Infinity, 0]);
  const [most, least] = activate(decodeSpz404(encodeSpz404(cloud))).opacities;
  assert.ok(most > 0.9999 && least < 0.0001);
});

Deno.test("decodeAsset() tells PLY and the subnet's SPZ apart by content", () => {
  assert.equal(decodeAsset(encodePly(tinyCloud())).count, 3);
  assert.equal(decodeAsset(encodeSpz404(tinyCloud())).count, 3);
  assert.throws(() => decodeAsset(new TextEncoder().encode("GIF89a")), /asset: magic at byte 0/);
  assert.throws(() => decodeAsset(new Uint8Array()), SplatFormatError);
});

const whole = encodeSpz404(tinyCloud());
const REJECTED: [string, () => Uint8Array, RegExp][] = [
  ["no frame", () => new Uint8Array(), /magic/],
  ["a frame cut in its header", () => whole.slice(0, 5), /cut short/],
  ["a frame cut in a block", () => whole.slice(0, -3), /cut short/],
  ["a second frame", () => Uint8Array.of(...whole, ...whole), /bytes more/],
  ["a dictionary", () => withByte(whole, 4, whole[4] | 1), /dictionary/],
  [
    "a broken block",
    () => withByte(framed(Uint8Array.from({ length: 99 }, (_, i) => i * i * 7)), 6, 0x1d),
    /zstd/,
  ],
  ["a stream shorter than a header", () => framed(new Uint8Array(7)), /header/],
  ["another magic", () => framed(withByte(streamOf(), 0, 0)), /magic/],
  ["version 3", () => framed(withByte(streamOf(), 4, 3)), /version at byte 4 is 3/],
  ["degree 4", () => framed(withByte(streamOf(), 12, 4)), /harmonics degree/],
  ["24 fractional bits", () => framed(withByte(streamOf(), 13, 24)), /fractional bits/],
  ["a count beyond the planes", () => framed(withByte(streamOf(), 8, 4)), /planes/],
  ["a count of billions", () => framed(withByte(streamOf(), 11, 0xff)), /count/],
  ["bytes after the planes", () => framed(Uint8Array.of(...streamOf(), 0)), /planes/],
];

for (const [name, make, message] of REJECTED) {
  Deno.test(`decodeSpz404() rejects ${name}`, () => {
    assert.throws(() => decodeSpz404(make()), (error: unknown) => {
      assert.ok(error instanceof SplatFormatError, String(error));
      assert.match(error.message, message);
      return true;
    });
  });
}

Deno.test("decodeSpz404() allocates nothing for a frame that declares more than it may hold", () => {
  const bomb = compressZstd(new Uint8Array(50_000_000), 1);
  assert.ok(bomb.length < 10_000);
  assert.throws(() => decodeSpz404(bomb, { maxBytes: 1_000_000 }), /content size .* 50000000/);
});

Deno.test("decodeSpz404() stops a frame that hides its size at the bound", () => {
  const bomb = zstdCompressSync(new Uint8Array(50_000_000), {
    params: { [constants.ZSTD_c_contentSizeFlag]: 0 },
  });
  assert.throws(() => decodeSpz404(bomb, { maxBytes: 1_000_000 }), /at most 1000000 bytes/);
});

Deno.test("decodeSpz404() refuses a window larger than its bound", () => {
  const frame = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0, 0x01, 0x00, 0x00);
  assert.throws(() => decodeSpz404(frame, { maxBytes: 1000 }), /zstd window/);
});
