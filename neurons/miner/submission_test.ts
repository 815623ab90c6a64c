import { cloudFromActivated, decodeSpz404, encodePly } from "@threegen/splats";
import assert from "node:assert/strict";
import { packAsset } from "./submission.ts";

Deno.test("packAsset() leaves out a Gaussian that is not finite and keeps the others", () => {
  const cloud = cloudFromActivated({
    positions: [0, 0, 0, NaN, 0, 0, 0.5, 0, 0],
    scales: new Array(9).fill(0.1),
    opacities: [0.5, 0.5, 0.5],
    colors: new Array(9).fill(0.5),
  });
  const { count, positions } = decodeSpz404(packAsset(encodePly(cloud)));
  assert.equal(count, 2);
  assert.deepEqual([positions[0], positions[3]], [0, 0.5]);
});
