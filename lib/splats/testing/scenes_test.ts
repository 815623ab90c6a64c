import assert from "node:assert/strict";
import { renderReference } from "../render/mod.ts";
import { sceneCamera, testScenes } from "./mod.ts";

Deno.test("testScenes() are the same for the same seed and differ for another", () => {
  assert.deepEqual(testScenes(5), testScenes(5));
  assert.notDeepEqual(testScenes(5)[0].cloud.positions, testScenes(6)[0].cloud.positions);
});

Deno.test("testScenes() can all be seen by sceneCamera()", () => {
  const camera = sceneCamera(64);
  for (const { name, cloud } of testScenes()) {
    const { alpha } = renderReference(cloud, camera);
    const covered = alpha.filter((value) => value > 0.05).length;
    assert.ok(covered > 50, `${name} covers ${covered} pixels`);
  }
});

Deno.test("testScenes() crowd more than 2000 Gaussians on one pixel", () => {
  const crowded = testScenes().find(({ name }) => name === "crowded tile")!.cloud;
  const { alpha } = renderReference(crowded, sceneCamera(64));
  // 2000 Gaussians of 0.0041 or more leave less than this of the light.
  assert.ok(1 - Math.max(...alpha) < 0.9959 ** 2000);
});
