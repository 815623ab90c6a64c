import assert from "node:assert/strict";
import { seededRandom } from "@threegen/service";
import type { Image } from "@threegen/splats";
import { gradientSimilarity, luminanceOf, ssim } from "./similarity.ts";

/** A disc on white, with noise of ±`noise` steps. */
function disc(size: number, noise: number, radius = size / 3): Image {
  const random = seededRandom(3);
  const rgba = new Uint8Array(size * size * 4).fill(255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const value = Math.hypot(x - size / 2, y - size / 2) < radius ? 60 : 250;
      const noisy = Math.max(0, Math.min(255, value + noise * (2 * random() - 1)));
      rgba.fill(noisy, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { width: size, height: size, rgba };
}

for (
  const [name, measure] of [["ssim", ssim], ["gradientSimilarity", gradientSimilarity]] as const
) {
  Deno.test(`${name}() of a picture with itself is 1`, () => {
    const picture = luminanceOf(disc(64, 20));
    assert.ok(Math.abs(measure(picture, picture) - 1) < 1e-6);
  });

  Deno.test(`${name}() falls as noise grows, and is the same both ways`, () => {
    const clean = luminanceOf(disc(64, 0));
    const little = luminanceOf(disc(64, 10));
    const much = luminanceOf(disc(64, 80));
    assert.ok(measure(clean, little) > measure(clean, much) + 0.1);
    assert.ok(Math.abs(measure(clean, much) - measure(much, clean)) < 1e-9);
  });
}

Deno.test("ssim() of pictures of one tone each is the ratio of their means", () => {
  const tone = (value: number) => ({
    width: 16,
    height: 16,
    values: new Float32Array(256).fill(value),
  });
  // (2 · 0.2 · 0.6 + C1) / (0.2² + 0.6² + C1), as variances are 0.
  const expected = (0.24 + 1e-4) / (0.4 + 1e-4);
  assert.ok(Math.abs(ssim(tone(0.2), tone(0.6)) - expected) < 1e-3);
});

Deno.test("luminanceOf() averages squares and weighs green most", () => {
  const rgba = Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 255]);
  const { width, height, values } = luminanceOf({ width: 2, height: 2, rgba }, 2);
  assert.deepEqual([width, height], [1, 1]);
  assert.ok(Math.abs(values[0] - 0.25) < 1e-6);
});
