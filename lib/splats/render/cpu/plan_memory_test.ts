import assert from "node:assert/strict";
import { orbitCamera } from "../../camera.ts";
import { emptyCloud } from "../../cloud.ts";
import { sceneSizes } from "./pack_scene.ts";
import { type MemoryNeeds, planMemory } from "./plan_memory.ts";

const needs: MemoryNeeds = {
  sizes: sceneSizes(emptyCloud(1000, 1)),
  cameras: [
    orbitCamera({ elevationDegrees: 0, azimuthDegrees: 0, radius: 2, width: 64, height: 64 }),
  ],
  batch: 2,
  pictureBytes: 64 * 64 * 4,
  workers: 16,
  listEntriesPerGaussian: 6,
};

Deno.test("planMemory() gives every worker a space of its own", () => {
  const { spaces, endBytes } = planMemory(needs);
  assert.equal(spaces.length, 16);
  const starts = spaces.map(({ records }) => records);
  assert.equal(new Set(starts).size, 16);
  assert.ok(spaces.every(({ scratch }) => scratch < endBytes));
});

Deno.test("planMemory() lets fewer workers draw where there is no room for all", () => {
  const room = (workers: number) => planMemory({ ...needs, workers }).endBytes;
  for (const workers of [1, 2, 15]) {
    const { spaces, endBytes } = planMemory(needs, room(workers) + 1);
    assert.equal(spaces.length, workers);
    assert.equal(endBytes, room(workers));
  }
  assert.throws(() => planMemory(needs, room(1) - 1), RangeError);
});
