import assert from "node:assert/strict";
import { gridIndices, previewIndex, ringCameras, STANDARD_VIEWS } from "./views.ts";

Deno.test("ringCameras() goes round once, evenly, without meeting its start", () => {
  const cameras = ringCameras(STANDARD_VIEWS);
  assert.equal(cameras.length, 16);
  const forwards = cameras.map(({ worldToCamera: m }) => [m[8], m[9], m[10]]);
  const angles = forwards.map((forward, i) => {
    const next = forwards[(i + 1) % forwards.length];
    return forward.reduce((sum, value, axis) => sum + value * next[axis], 0);
  });
  for (const cosine of angles) assert.ok(Math.abs(cosine - angles[0]) < 1e-12);
  assert.ok(angles[0] < Math.cos((20 * Math.PI) / 180));
});

Deno.test("ringCameras() looks down on the asset from 15 degrees above", () => {
  for (const { worldToCamera } of ringCameras(STANDARD_VIEWS)) {
    assert.ok(Math.abs(worldToCamera[9] + Math.sin((15 * Math.PI) / 180)) < 1e-12);
  }
});

Deno.test("gridIndices() are the original's for 16 views and a quarter turn apart for fewer", () => {
  assert.equal(previewIndex(16), 1);
  assert.deepEqual(gridIndices(16), [1, 5, 9, 13]);
  assert.deepEqual(gridIndices(8), [1, 3, 5, 7]);
  assert.deepEqual([...gridIndices(4)].sort(), [0, 1, 2, 3]);
});
