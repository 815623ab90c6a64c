import assert from "node:assert/strict";
import { seededRandom } from "@threegen/service";
import type { Image } from "@threegen/splats";
import { measureColourNoise } from "./colour_noise.ts";
import { countIslands } from "./islands.ts";
import { colourShares, colourWords } from "./palette.ts";
import { measureSilhouette } from "./silhouette.ts";

type Paint = (x: number, y: number) => readonly [number, number, number, number];

function painted(size: number, paint: Paint): Image {
  const rgba = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i++) rgba.set(paint(i % size, Math.floor(i / size)), i * 4);
  return { width: size, height: size, rgba };
}

const NOTHING = [255, 255, 255, 0] as const;
const INK = [40, 40, 40, 255] as const;

Deno.test("measureSilhouette() measures area, solidity and what sticks out", () => {
  // The left half: its upper half opaque, its lower half covered by 60 %.
  const { area, solidity, borderTouch } = measureSilhouette(
    painted(64, (x, y) => x >= 32 ? NOTHING : y < 32 ? INK : [143, 143, 143, 153]),
  );
  assert.equal(area, 0.5);
  assert.equal(solidity, 0.5);
  assert.ok(Math.abs(borderTouch - 0.5) < 0.02);
});

Deno.test("measureSilhouette() of an empty picture is finite", () => {
  assert.deepEqual(measureSilhouette(painted(8, () => NOTHING)), {
    area: 0,
    solidity: 0,
    softness: 1,
    borderTouch: 0,
  });
});

Deno.test("measureSilhouette() measures the width of the soft edge, whatever the size", () => {
  for (const size of [64, 256]) {
    // Coverage falls from 1 to 0 over an eighth of the width.
    const { softness } = measureSilhouette(painted(size, (x) => {
      const alpha = 255 * Math.min(1, Math.max(0, (0.5625 - x / size) * 8));
      return [0, 0, 0, Math.round(alpha)];
    }));
    assert.ok(softness > 0.09 && softness < 0.125, `softness ${softness}`);
  }
});

Deno.test("countIslands() counts specks and pinholes, and neither body nor background", () => {
  const image = painted(96, (x, y) => {
    const isBody = x >= 30 && x < 70 && y >= 30 && y < 70;
    const isPinhole = isBody && x % 10 === 5 && y === 50;
    const isSpeck = !isBody && x === 10 && y % 20 === 5;
    return (isBody && !isPinhole) || isSpeck ? INK : NOTHING;
  });
  assert.deepEqual(countIslands(image), { specks: 5, pinholes: 4 });
});

Deno.test("countIslands() does not count large parts apart from each other", () => {
  const image = painted(96, (x) => x % 32 < 16 ? INK : NOTHING);
  assert.deepEqual(countIslands(image), { specks: 0, pinholes: 0 });
});

Deno.test("measureColourNoise() ignores light and edges, and sees noise", () => {
  const random = seededRandom(5);
  const shaded = painted(128, (x) => [x, x, x, 255]);
  assert.equal(measureColourNoise(shaded), 0);
  const striped = painted(128, (x) => x % 32 < 16 ? [200, 30, 30, 255] : [30, 30, 200, 255]);
  assert.equal(measureColourNoise(striped), 0);
  const speckled = painted(128, () => {
    const light = 0.5 + 0.5 * random();
    return [120 * light, 40 * light, 200 * light, 255];
  });
  assert.ok(measureColourNoise(speckled) < 0.015, "light on a saturated colour is not noise");
  const noisy = painted(128, () => [200 * random(), 200 * random(), 200 * random(), 255]);
  assert.ok(measureColourNoise(noisy) > 0.1);
  assert.equal(measureColourNoise(painted(8, () => NOTHING)), 0);
});

Deno.test("colourWords() finds each colour once and no colour inside another word", () => {
  assert.deepEqual(colourWords("A red-and-Blue tired bluebird, red."), ["red", "blue"]);
  assert.deepEqual(colourWords("constructor of a hamburger"), []);
});

for (
  const [word, rgb] of [
    ["red", [200, 30, 30]],
    ["red", [90, 12, 10]],
    ["orange", [240, 140, 30]],
    ["yellow", [240, 220, 50]],
    ["green", [40, 140, 60]],
    ["blue", [40, 70, 200]],
    ["purple", [120, 50, 160]],
    ["pink", [250, 150, 190]],
    ["brown", [110, 70, 40]],
    ["black", [25, 25, 28]],
    ["white", [245, 245, 245]],
    ["gray", [128, 128, 128]],
    ["gold", [200, 160, 50]],
    ["teal", [20, 130, 130]],
  ] as const
) {
  Deno.test(`colourShares() calls rgb(${rgb}) ${word}`, () => {
    const image = painted(8, () => [...rgb, 255]);
    assert.deepEqual(colourShares([word], [image]), [1]);
  });
}

Deno.test("colourShares() tells colours apart and sees through the white behind thin parts", () => {
  // Pure red that covers 60 %, over white.
  const image = painted(8, (x) => x < 4 ? [255, 102, 102, 153] : NOTHING);
  assert.deepEqual(colourShares(["red", "pink", "blue", "white"], [image]), [1, 0, 0, 0]);
});
