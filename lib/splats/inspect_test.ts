import assert from "node:assert/strict";
import { cloudFromActivated, emptyCloud, inspectCloud, withShDegree } from "./mod.ts";
import { tinyCloud } from "./testing/mod.ts";

Deno.test("inspectCloud() tells count, extent, spreads and colour", () => {
  const report = inspectCloud(tinyCloud());
  assert.equal(report.count, 3);
  assert.deepEqual(report.bounds, { min: [-0.5, 0, 0], max: [0.5, 0.25, 0] });
  assert.equal(report.extent, 1);
  assert.ok(Math.abs(report.opacity.median - 0.9) < 1e-6);
  assert.deepEqual(report.opacityHistogram.counts, [0, 0, 0, 0, 0, 1, 0, 0, 1, 1]);
  assert.ok(Math.abs(report.anisotropy.max - 4) < 1e-5);
  report.meanColor.forEach((value) => assert.ok(Math.abs(value - 1 / 3) < 1e-6));
  assert.deepEqual(report.warnings, []);
});

Deno.test("inspectCloud() warns of what looks wrong", () => {
  const count = 20;
  const cloud = cloudFromActivated({
    positions: Float32Array.from({ length: count * 3 }, (_, i) => (i * 7 % 11) / 11),
    scales: new Float32Array(count * 3).fill(0.01),
    opacities: new Float32Array(count).fill(0.5).fill(0.001, 10),
    colors: new Float32Array(count * 3).fill(0.5),
  });
  cloud.positions[0] = NaN;
  cloud.positions[3] = 1000;
  cloud.rotations.fill(0, 8, 12);
  cloud.logScales[12] = 6;
  const { warnings, notFinite, outliers, huge, noRotation, invisible } = inspectCloud(cloud);
  assert.deepEqual([notFinite, outliers, huge, noRotation, invisible], [1, 1, 1, 1, 10]);
  assert.equal(warnings.length, 5);
  assert.match(warnings.join("; "), /1 of 20 Gaussians \(5.0 %\) have a value that is not finite/);
});

Deno.test("inspectCloud() looks at every value, harmonics included", () => {
  for (
    const name of [
      "positions",
      "logScales",
      "rotations",
      "opacityLogits",
      "shDc",
      "shRest",
    ] as const
  ) {
    const cloud = withShDegree(tinyCloud(), 2);
    cloud[name][cloud[name].length - 1] = NaN;
    assert.equal(inspectCloud(cloud).notFinite, 1, name);
  }
  // A size of 0 is finite, though its logarithm is not.
  const flat = tinyCloud();
  flat.logScales[0] = -Infinity;
  assert.equal(inspectCloud(flat).notFinite, 0);
});

Deno.test("inspectCloud() counts Gaussians by the share that their longest side has", () => {
  const { sizeHistogram } = inspectCloud(cloudFromActivated({
    positions: [-5, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0],
    scales: [0, 0, 0, 0.3, 0.1, 0.1, 0.1, 0.1, 0.4, 30, 30, 30],
    opacities: [0.5, 0.5, 0.5, 0.5],
    colors: new Float32Array(12),
  }));
  assert.equal(sizeHistogram.counts.length, sizeHistogram.edges.length - 1);
  assert.deepEqual(
    sizeHistogram.counts.flatMap((count, bin) =>
      count > 0 ? [[sizeHistogram.edges[bin], count]] : []
    ),
    [[0, 1], [0.02, 2], [0.5, 1]],
  );
});

Deno.test("inspectCloud() reads a cloud of nothing", () => {
  const report = inspectCloud(emptyCloud(0));
  assert.equal(report.bounds, undefined);
  assert.deepEqual(report.warnings, ["there is no Gaussian in it"]);
});
