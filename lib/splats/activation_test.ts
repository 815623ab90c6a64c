import assert from "node:assert/strict";
import { activate, cloudFromActivated, emptyCloud } from "./mod.ts";
import { tinyCloud } from "./testing/mod.ts";

Deno.test("activate() gives back what cloudFromActivated() took", () => {
  const { count, scales, opacities, colors, rotations } = activate(tinyCloud());
  assert.equal(count, 3);
  const close = (found: ArrayLike<number>, expected: number[]) =>
    expected.forEach((value, i) =>
      assert.ok(Math.abs(found[i] - value) < 1e-6, `${i}: ${found[i]}`)
    );
  close(scales, [0.1, 0.1, 0.1, 0.2, 0.1, 0.05, 0.1, 0.1, 0.1]);
  close(opacities, [0.9, 0.5, 0.99]);
  close(colors, [1, 0, 0, 0, 1, 0, 0, 0, 1]);
  close(rotations, [1, 0, 0, 0, 0.8, 0.6, 0, 0, 0.5, 0.5, 0.5, 0.5]);
});

Deno.test("activate() normalises quaternions and reads length 0 as no rotation", () => {
  const cloud = emptyCloud(2);
  cloud.rotations.set([0, 0, 0, 0, 0, 3, 0, 4]);
  assert.deepEqual([...activate(cloud).rotations], [1, 0, 0, 0, 0, 0.6, 0, 0.8].map(Math.fround));
});

Deno.test("cloudFromActivated() keeps logits finite at opacity 0 and 1", () => {
  const { opacityLogits } = cloudFromActivated({
    positions: [0, 0, 0, 0, 0, 0],
    scales: [1, 1, 1, 1, 1, 1],
    opacities: [0, 1],
    colors: [0, 0, 0, 1, 1, 1],
  });
  assert.ok(opacityLogits.every(Number.isFinite));
});

Deno.test("cloudFromActivated() refuses arrays of different counts", () => {
  assert.throws(
    () =>
      cloudFromActivated({
        positions: [0, 0],
        scales: [1, 1, 1],
        opacities: [1],
        colors: [1, 1, 1],
      }),
    /positions has 2 values, not 3/,
  );
});
