import fc from "fast-check";
import { encode } from "fast-png";
import assert from "node:assert/strict";
import { decodePng, encodePng, psnr } from "./mod.ts";

Deno.test("decodePng() gives back the picture that encodePng() wrote", () => {
  const pictures = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .chain(([width, height]) =>
      fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((rgba) => ({ width, height, rgba }))
    );
  fc.assert(fc.property(pictures, fc.boolean(), (image, opaque) => {
    if (opaque) { for (let i = 3; i < image.rgba.length; i += 4) image.rgba[i] = 255; }
    assert.deepEqual(decodePng(encodePng(image)), image);
  }));
});

Deno.test("encodePng() writes no alpha channel for an opaque picture", () => {
  const png = encodePng({ width: 1, height: 1, rgba: Uint8Array.of(1, 2, 3, 255) });
  assert.equal(png[25], 2, "colour type of the IHDR chunk");
});

Deno.test("decodePng() reads grey pictures", () => {
  const grey = encode({ width: 2, height: 1, data: Uint8Array.of(0, 200), channels: 1, depth: 8 });
  assert.deepEqual([...decodePng(grey).rgba], [0, 0, 0, 255, 200, 200, 200, 255]);
});

Deno.test("psnr() follows its definition and counts only the pixels asked for", () => {
  const a = { width: 2, height: 1, rgba: Uint8Array.of(0, 0, 0, 255, 10, 10, 10, 255) };
  const b = { width: 2, height: 1, rgba: Uint8Array.of(0, 0, 0, 0, 20, 20, 20, 255) };
  assert.equal(psnr(a, a), Infinity);
  assert.ok(Math.abs(psnr(a, b) - 10 * Math.log10(255 ** 2 / 50)) < 1e-9);
  assert.equal(psnr(a, b, (pixel) => pixel === 0), Infinity);
  assert.throws(() => psnr(a, { width: 1, height: 1, rgba: new Uint8Array(4) }), RangeError);
});
