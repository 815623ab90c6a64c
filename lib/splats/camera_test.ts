import assert from "node:assert/strict";
import { cameraToWorld, orbitCamera } from "./mod.ts";

function orbit(elevationDegrees: number, azimuthDegrees: number, radius = 1) {
  return orbitCamera({ elevationDegrees, azimuthDegrees, radius, width: 518, height: 518 });
}

function assertRows(found: Float64Array, expected: number[][]) {
  expected.flat().forEach((value, i) =>
    assert.ok(Math.abs(found[i] - value) < 5e-5, `entry ${i} is ${found[i]}, not ${value}`)
  );
}

// Source of the expected rows: the original's camera test.
Deno.test("orbitCamera() at elevation 0, azimuth 0 has the original's matrix", () => {
  assertRows(cameraToWorld(orbit(0, 0)), [[1, 0, 0, 0], [0, -1, 0, 0], [0, 0, -1, 1]]);
});

Deno.test("orbitCamera() at elevation 30, azimuth 45 has the original's matrix", () => {
  assertRows(cameraToWorld(orbit(30, 45)), [
    [0.7071, -0.3536, -0.6124, 0.6124],
    [0, -0.866, 0.5, -0.5],
    [-0.7071, -0.3536, -0.6124, 0.6124],
  ]);
});

Deno.test("orbitCamera() puts negative elevations above the object", () => {
  assert.ok(cameraToWorld(orbit(-15, 0, 2.5))[7] > 0);
});

Deno.test("orbitCamera() has the original's intrinsics", () => {
  const camera = orbitCamera({
    elevationDegrees: 0,
    azimuthDegrees: 0,
    radius: 1,
    width: 519,
    height: 518,
  });
  assert.equal(camera.centerX, 259);
  assert.equal(camera.centerY, 259);
  assert.ok(Math.abs(camera.focalX - 518 / (2 * Math.tan(49.1 * Math.PI / 360))) < 1e-9);
  assert.equal(camera.focalX, camera.focalY);
  assert.deepEqual([camera.near, camera.far], [0.01, 100]);
});

Deno.test("orbitCamera() straight above is a rotation, the limit of its neighbours", () => {
  const above = orbit(-90, 30).worldToCamera;
  const near = orbit(-89.999, 30).worldToCamera;
  above.forEach((value, i) => assert.ok(Math.abs(value - near[i]) < 1e-4));
});

Deno.test("orbitCamera() refuses sizes, radii and fields of view that make no picture", () => {
  const good = { elevationDegrees: 0, azimuthDegrees: 0, radius: 1, width: 8, height: 8 };
  for (
    const bad of [{ width: 0 }, { height: 1.5 }, { radius: 0 }, { fovDegrees: 180 }, {
      azimuthDegrees: NaN,
    }]
  ) {
    assert.throws(() => orbitCamera({ ...good, ...bad }), RangeError);
  }
});
