import assert from "node:assert/strict";
import { normalizeCloud, visibleBounds, withOneColour } from "./normalize_cloud.ts";
import { madeCloud } from "./testing/made_clouds.ts";

const CLOUD = madeCloud({ count: 7000 });

/** The cloud, moved and scaled by its maker. */
function moved(shift: readonly [number, number, number], factor: number) {
  return {
    ...CLOUD,
    positions: CLOUD.positions.map((value, i) => value * factor + shift[i % 3]),
    logScales: CLOUD.logScales.map((value) => value + Math.log(factor)),
  };
}

Deno.test("normalizeCloud() centres each axis and makes the longest side 1.5", () => {
  const { centre, extent } = visibleBounds(normalizeCloud(moved([5, -3, 40], 12)));
  for (const value of centre) assert.ok(Math.abs(value) < 1e-4, `centre ${centre}`);
  assert.ok(Math.abs(Math.max(...extent) - 1.5) < 1e-4, `extent ${extent}`);
});

Deno.test("normalizeCloud() gives the same asset whatever its maker's units", () => {
  const one = normalizeCloud(CLOUD);
  const other = normalizeCloud(moved([-2, 1, 7], 0.01));
  for (let i = 0; i < one.positions.length; i++) {
    assert.ok(Math.abs(one.positions[i] - other.positions[i]) < 1e-3);
    assert.ok(Math.abs(one.logScales[i] - other.logScales[i]) < 1e-3);
  }
  assert.deepEqual(one.opacityLogits, other.opacityLogits);
});

Deno.test("normalizeCloud() is not moved by one stray splat", () => {
  const positions = CLOUD.positions.slice();
  positions.set([1000, 1000, 1000], 0);
  const stray = normalizeCloud({ ...CLOUD, positions });
  const plain = normalizeCloud(CLOUD);
  assert.ok(Math.abs(stray.positions[300] - plain.positions[300]) < 0.01);
});

Deno.test("normalizeCloud() only centres an asset without extent", () => {
  const point = { ...CLOUD, positions: CLOUD.positions.map(() => 3) };
  const { positions, logScales } = normalizeCloud(point);
  assert.ok(positions.every((value) => value === 0));
  assert.deepEqual(logScales, CLOUD.logScales);
});

Deno.test("withOneColour() leaves the degree-0 colour and nothing else", () => {
  const rich = { ...CLOUD, shDegree: 1 as const, shRest: new Float32Array(CLOUD.count * 9) };
  const plain = withOneColour(rich);
  assert.equal(plain.shDegree, 0);
  assert.equal(plain.shRest.length, 0);
  assert.equal(plain.shDc, rich.shDc);
});
