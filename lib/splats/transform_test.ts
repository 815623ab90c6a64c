import fc from "fast-check";
import assert from "node:assert/strict";
import {
  activate,
  boundsOf,
  type Camera,
  cropCloud,
  decimateCloud,
  emptyCloud,
  filterCloud,
  type GaussianCloud,
  mergeClouds,
  type Quaternion,
  recentreCloud,
  reframeCloud,
  rotationAbout,
  transformCloud,
  withShDegree,
} from "./mod.ts";
import { normalized, rotationMatrix } from "./quaternion.ts";
import { renderReference } from "./render/mod.ts";
import { arbitraryCloud, sceneCamera, testScenes, tinyCloud } from "./testing/mod.ts";

const quaternions = fc.tuple(
  ...[0, 1, 2, 3].map(() => fc.double({ min: -1, max: 1, noNaN: true })),
).filter((q) => Math.hypot(...q) > 0.1) as unknown as fc.Arbitrary<Quaternion>;

/** The camera that sees a moved cloud as the given one sees it unmoved. */
function movedCamera(camera: Camera, rotation: Quaternion, translation: number[]): Camera {
  const r = rotationMatrix(normalized(rotation));
  const w = camera.worldToCamera;
  const moved = new Float64Array(12);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      for (let k = 0; k < 3; k++) moved[row * 4 + column] += w[row * 4 + k] * r[column * 3 + k];
    }
    moved[row * 4 + 3] = w[row * 4 + 3];
    for (let k = 0; k < 3; k++) moved[row * 4 + 3] -= moved[row * 4 + k] * translation[k];
  }
  return { ...camera, worldToCamera: moved };
}

function assertLikePictures(a: Float32Array, b: Float32Array, bound: number) {
  let worst = 0;
  a.forEach((value, i) => worst = Math.max(worst, Math.abs(value - b[i])));
  assert.ok(worst <= bound, `worst difference ${worst}`);
}

const harmonics = testScenes().find(({ name }) => name === "harmonics")!.cloud;
const few = filterCloud(harmonics, (i) => i < 60);

Deno.test("transformCloud() moves what a camera sees, harmonics of degree 3 included", () => {
  const camera = sceneCamera(48);
  const before = renderReference(few, camera).color;
  fc.assert(
    fc.property(quaternions, (rotation) => {
      const translation = [0.3, -0.7, 0.2] as const;
      const moved = transformCloud(few, { rotation, translation });
      const after = renderReference(moved, movedCamera(camera, rotation, [...translation])).color;
      // Skips at 1/255 flip here and there.
      assertLikePictures(after, before, 1.5 / 255);
    }),
    { numRuns: 20 },
  );
});

Deno.test("transformCloud() turns a Gaussian whose quaternion has no length, too", () => {
  const plain = tinyCloud();
  plain.rotations.fill(0);
  const none = tinyCloud();
  for (let i = 0; i < 3; i++) none.rotations.set([1, 0, 0, 0], i * 4);
  const rotation = rotationAbout([1, 2, 3], 70);
  const turned = activate(transformCloud(plain, { rotation })).rotations;
  assert.deepEqual(turned, activate(transformCloud(none, { rotation })).rotations);
});

Deno.test("transformCloud() by a scale is seen the same from as much farther away", () => {
  const camera = sceneCamera(48);
  const near = renderReference(few, camera).color;
  const worldToCamera = camera.worldToCamera.slice();
  for (const at of [3, 7, 11]) worldToCamera[at] *= 3;
  const scaled = transformCloud(few, { scale: 3 });
  const far = renderReference(scaled, { ...camera, worldToCamera }).color;
  assertLikePictures(far, near, 1.5 / 255);
});

Deno.test("transformCloud() there and back is the same cloud", () => {
  fc.assert(fc.property(arbitraryCloud({ extent: 10 }), quaternions, (cloud, rotation) => {
    const q = normalized(rotation);
    const there = transformCloud(cloud, { rotation: q, scale: 2 });
    const back = transformCloud(there, { rotation: [q[0], -q[1], -q[2], -q[3]], scale: 0.5 });
    for (const name of ["positions", "logScales", "rotations", "shRest"] as const) {
      back[name].forEach((value, i) =>
        assert.ok(Math.abs(value - cloud[name][i]) < 2e-5, `${name} ${i}: ${value}`)
      );
    }
  }));
});

Deno.test("transformCloud() refuses scales that are not greater than 0", () => {
  for (const scale of [0, -1, NaN, Infinity]) {
    assert.throws(() => transformCloud(tinyCloud(), { scale }), RangeError);
  }
});

Deno.test("reframeCloud() turns the up direction and comes back", () => {
  const cloud: GaussianCloud = { ...emptyCloud(1), up: "+z" };
  cloud.positions.set([1, 2, 3]);
  cloud.rotations.set([1, 0, 0, 0]);
  const close = (found: Float32Array, expected: number[]) =>
    expected.forEach((value, i) => assert.ok(Math.abs(found[i] - value) < 1e-6));
  close(reframeCloud(cloud, "+y").positions, [1, 3, -2]);
  close(reframeCloud(cloud, "-y").positions, [1, -3, 2]);
  const back = reframeCloud(reframeCloud(cloud, "-y"), "+z");
  close(back.positions, [1, 2, 3]);
  assert.equal(back.up, "+z");
  assert.equal(reframeCloud(cloud, "+z"), cloud);
});

Deno.test("rotationAbout() turns counter-clockwise", () => {
  const cloud = emptyCloud(1);
  cloud.positions.set([1, 0, 0]);
  const { positions } = transformCloud(cloud, { rotation: rotationAbout([0, 0, 2], 90) });
  assert.deepEqual([...positions].map((value) => Math.round(value * 1e6) / 1e6 + 0), [0, 1, 0]);
});

Deno.test("recentreCloud() puts the middle of the box at the origin", () => {
  const { min, max } = boundsOf(recentreCloud(tinyCloud()));
  min.forEach((value, axis) => assert.ok(Math.abs(value + max[axis]) < 1e-6));
  assert.equal(recentreCloud(emptyCloud(0)).count, 0);
});

Deno.test("recentreCloud() goes by the centres that are finite", () => {
  const cloud = tinyCloud();
  cloud.positions[6] = Infinity;
  const { positions } = recentreCloud(cloud);
  assert.deepEqual([...positions.subarray(0, 6)], [-0.25, 0, 0, 0.25, 0, 0]);
  cloud.positions.fill(NaN);
  assert.equal(recentreCloud(cloud), cloud);
});

Deno.test("mergeClouds() keeps the highest degree and the order", () => {
  const merged = mergeClouds([tinyCloud(), few]);
  assert.equal(merged.count, 63);
  assert.equal(merged.shDegree, 3);
  assert.deepEqual(merged.positions.subarray(0, 9), tinyCloud().positions);
  assert.deepEqual(merged.shRest.subarray(3 * 45), few.shRest);
  assert.throws(() => mergeClouds([tinyCloud(), { ...few, up: "-y" }]), /reframe/);
  assert.throws(() => mergeClouds([]), RangeError);
});

Deno.test("withShDegree() cuts and fills", () => {
  const one = withShDegree(few, 1);
  assert.equal(one.shRest.length, 60 * 9);
  assert.deepEqual(one.shRest.subarray(9, 18), few.shRest.subarray(45, 54));
  const again = withShDegree(one, 3);
  assert.ok(again.shRest.subarray(9, 45).every((value) => value === 0));
});

Deno.test("cropCloud() keeps what is in the box, faces included", () => {
  const cropped = cropCloud(tinyCloud(), { min: [0, 0, 0], max: [0.5, 0.25, 0] });
  assert.deepEqual([...cropped.positions], [0, 0, 0, 0.5, 0.25, 0]);
});

Deno.test("decimateCloud() keeps the Gaussians that cover most, in their order", () => {
  const two = decimateCloud(tinyCloud(), 2);
  // Opacity · area: 0.9 · 0.01, 0.5 · 0.02 and 0.99 · 0.01.
  assert.deepEqual([...two.positions], [0, 0, 0, 0.5, 0.25, 0]);
  assert.ok(Math.abs(activate(two).opacities[0] - 0.5) < 1e-6);
  assert.equal(decimateCloud(tinyCloud(), 0).count, 0);
  assert.equal(decimateCloud(tinyCloud(), 9).count, 3);
});

Deno.test("decimateCloud() counts the two longest axes of a Gaussian that is flat", () => {
  const cloud = tinyCloud();
  cloud.logScales.set([0, 0, -Infinity]);
  assert.deepEqual([...decimateCloud(cloud, 1).positions], [-0.5, 0, 0]);
});
