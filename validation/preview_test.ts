import assert from "node:assert/strict";
import { decodePng, type Image } from "@threegen/splats";
import { gridOf, toPng } from "./preview.ts";

function plain(width: number, value: number): Image {
  return { width, height: width, rgba: new Uint8Array(width * width * 4).fill(value) };
}

Deno.test("gridOf() puts four pictures round a black cross of five pixels", () => {
  const grid = gridOf([plain(3, 10), plain(3, 20), plain(3, 30), plain(3, 40)]);
  assert.deepEqual([grid.width, grid.height], [11, 11]);
  const red = (x: number, y: number) => grid.rgba[(y * 11 + x) * 4];
  assert.deepEqual([red(0, 0), red(10, 0), red(0, 10), red(10, 10)], [10, 20, 30, 40]);
  assert.deepEqual([red(2, 2), red(3, 2), red(7, 2), red(8, 2)], [10, 0, 0, 20]);
  assert.equal(grid.rgba[(5 * 11 + 5) * 4 + 3], 255);
});

Deno.test("gridOf() makes 1041 pixels of pictures of 518", () => {
  const picture = plain(518, 1);
  assert.equal(gridOf([picture, picture, picture, picture]).width, 1041);
});

Deno.test("toPng() writes an opaque picture whatever the coverage", () => {
  const image = decodePng(toPng(plain(4, 7)));
  assert.deepEqual([...image.rgba.subarray(0, 4)], [7, 7, 7, 255]);
});
