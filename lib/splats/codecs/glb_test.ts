import assert from "node:assert/strict";
import { decodeGlb, decodeSpz, encodeSpz, type GaussianCloud, SplatFormatError } from "../mod.ts";
import { glbWithSpz } from "../testing/glb_with_spz.ts";
import { tinyCloud } from "../testing/mod.ts";

const cloud: GaussianCloud = tinyCloud();

for (const version of [2, 3, 4] as const) {
  Deno.test(`decodeGlb() reads an SPZ of version ${version} in place of the attributes`, () => {
    const spz = encodeSpz(cloud, { version });
    assert.deepEqual(decodeGlb(glbWithSpz(spz, cloud.count)), decodeSpz(spz));
  });
}

Deno.test("decodeGlb() puts an SPZ where its node is", () => {
  const spz = encodeSpz(cloud);
  const moved = decodeGlb(glbWithSpz(spz, cloud.count, { translation: [10, 0, 0] }));
  assert.deepEqual(
    Array.from(moved.positions),
    Array.from(decodeSpz(spz).positions, (value, i) => i % 3 === 0 ? value + 10 : value),
  );
});

Deno.test("decodeGlb() refuses an SPZ that is broken, too large or not what is declared", () => {
  const spz = encodeSpz(cloud);
  const cases: [Uint8Array, number | undefined, RegExp][] = [
    [glbWithSpz(spz.subarray(0, 60), 3), undefined, /Cannot read spz: gzip stream/],
    [glbWithSpz(spz, 3), 2, /Cannot read spz: count at byte 8 is 3, expected at most 2/],
    [glbWithSpz(spz, 4), undefined, /POSITION count .* is 4, expected 3 as in SPZ/],
    [glbWithSpz(spz, 3, {}, { byteLength: 100_000 }), undefined, /SPZ at byte 0 is/],
    [glbWithSpz(spz, 3, {}, { buffer: 1 }), undefined, /SPZ buffer .*outside the file/],
  ];
  for (const [bytes, maxGaussians, message] of cases) {
    assert.throws(() => decodeGlb(bytes, maxGaussians ? { maxGaussians } : {}), (error) => {
      assert.ok(error instanceof SplatFormatError, String(error));
      assert.match(error.message, message);
      return true;
    });
  }
});
