import assert from "node:assert/strict";
import { cameraToWorld, viewCameras, viewSet } from "./mod.ts";

function rounded(values: number[]): number[] {
  return values.map((value) => Number(value.toFixed(1)) + 0);
}

Deno.test("viewSet() ring has 16 distinct azimuths, 22.5 degrees apart, from above", () => {
  const { views, radius, sizePixels } = viewSet();
  assert.deepEqual(
    views.map((view) => view.azimuthDegrees),
    Array.from({ length: 16 }, (_, i) => i * 22.5),
  );
  assert.ok(views.every((view) => view.elevationDegrees === -15));
  assert.deepEqual([radius, sizePixels], [2.5, 518]);
});

Deno.test("viewSet() of the original's version 2 includes both ends of the circle", () => {
  const { views } = viewSet("original-2.1");
  assert.deepEqual(
    rounded(views.map((view) => view.azimuthDegrees)),
    Array.from({ length: 16 }, (_, i) => i * 24),
  );
});

// Source of the angles: computed from the original's formulas.
Deno.test("viewSet() of the original's spiral has its angles, swapped as they were", () => {
  const { views } = viewSet("original-1.7");
  // Known to about half a degree.
  [-1122, -985, -847, -709, -572, -434, -296, -159, -21, 116, 254, 392, 529, 667, 805, 942]
    .forEach((angle, i) => assert.ok(Math.abs(views[i].elevationDegrees - angle) < 0.55));
  assert.deepEqual(
    rounded(views.map((view) => view.azimuthDegrees)),
    [
      293.2,
      309.3,
      320.6,
      329.7,
      337.6,
      344.7,
      351.2,
      357.2,
      2.8,
      8.8,
      15.3,
      22.4,
      30.3,
      39.4,
      50.7,
      66.8,
    ],
  );
});

Deno.test("viewSet() of the original's golden spiral has its angles", () => {
  const { views } = viewSet("original-1.8");
  const upper = [-69.6, -54.3, -43.4, -34.2, -25.9, -18.2, -10.8, -3.6];
  assert.deepEqual(
    rounded(views.map((view) => view.elevationDegrees)),
    [...upper, ...upper.toReversed().map((angle) => -angle)],
  );
  assert.deepEqual(
    rounded(views.map((view) => view.azimuthDegrees)),
    [
      0,
      137.5,
      275,
      52.5,
      190,
      327.5,
      105,
      242.6,
      20.1,
      157.6,
      295.1,
      72.6,
      210.1,
      347.6,
      125.1,
      262.6,
    ],
  );
});

// Source: the original's validation by version.
for (
  const [name, views, sizePixels, radius, scatterDegrees] of [
    ["ring", 16, 518, 2.5, 0],
    ["original-1.2", 10, 512, 5, 0],
    ["original-1.4", 16, 512, 4, 0],
    ["original-1.7", 16, 512, 3.5, 5],
    ["original-1.8", 16, 512, 2.8, 3],
    ["original-1.10", 16, 512, 2.5, 3],
    ["original-1.14", 16, 224, 2.5, 3],
    ["original-2.0", 16, 224, 2.5, 0],
    ["original-2.1", 16, 518, 2.5, 0],
  ] as const
) {
  Deno.test(`viewSet() ${name} has its number of views, size, distance and scatter`, () => {
    const middle = viewSet(name);
    assert.deepEqual(
      [middle.views.length, middle.sizePixels, middle.radius],
      [views, sizePixels, radius],
    );
    for (const random of [0, 1]) {
      viewSet(name, { random: () => random }).views.forEach(({ azimuthDegrees }, view) => {
        const moved = azimuthDegrees - middle.views[view].azimuthDegrees;
        assert.ok(Math.abs(moved - (2 * random - 1) * scatterDegrees) < 1e-9);
      });
    }
  });
}

Deno.test("viewSet() of the original's first version turns by 36 degrees", () => {
  assert.deepEqual(
    viewSet("original-1.2").views.map(({ azimuthDegrees }) => azimuthDegrees),
    [0, 36, 72, 108, 144, 180, 216, 252, 288, 324],
  );
});

Deno.test("viewSet() scatters by no more than the version's range", () => {
  const middle = viewSet("original-1.8").views;
  const low = viewSet("original-1.8", { random: () => 0 }).views;
  low.forEach((view, i) =>
    assert.ok(Math.abs(middle[i].azimuthDegrees - view.azimuthDegrees - 3) < 1e-9)
  );
  const first = viewSet("original-1.2", { random: () => 0.999 }).views;
  assert.ok(first.every((view) => view.elevationDegrees === 19));
});

Deno.test("viewCameras() takes size and distance from the set unless told otherwise", () => {
  const [camera] = viewCameras("original-1.14");
  assert.equal(camera.width, 224);
  const [other] = viewCameras("ring", { sizePixels: 64, radius: 4 });
  const position = [3, 7, 11].map((i) => cameraToWorld(other)[i]);
  assert.ok(Math.abs(Math.hypot(...position) - 4) < 1e-9);
  assert.equal(other.height, 64);
});
