import assert from "node:assert/strict";
import { normalizeCloud } from "../normalize_cloud.ts";
import { madeCloud } from "../testing/made_clouds.ts";
import { measureCloud } from "./cloud_shape.ts";

Deno.test("measureCloud() finds nothing odd about a sound asset", () => {
  const { floaters, oversized, needles } = measureCloud(normalizeCloud(madeCloud()));
  assert.ok(floaters < 0.001 && oversized < 0.001 && needles < 0.001);
});

Deno.test("measureCloud() finds the share of stray splats", () => {
  const { floaters } = measureCloud(normalizeCloud(madeCloud({ strays: 0.02 })));
  assert.ok(floaters > 0.012 && floaters < 0.03, `floaters ${floaters}`);
});

Deno.test("measureCloud() finds oversized splats and needles", () => {
  const cloud = normalizeCloud(madeCloud());
  const large = { ...cloud, logScales: cloud.logScales.map(() => Math.log(0.2)) };
  assert.equal(measureCloud(large).oversized, 1);
  const thin = cloud.logScales.map((_, i) => Math.log(i % 3 === 0 ? 0.05 : 0.002));
  assert.equal(measureCloud({ ...cloud, logScales: thin }).needles, 1);
});

Deno.test("measureCloud() of an invisible asset is finite", () => {
  const cloud = madeCloud();
  const invisible = { ...cloud, opacityLogits: cloud.opacityLogits.map(() => -Infinity) };
  assert.deepEqual(measureCloud(invisible), { floaters: 1, oversized: 1, needles: 1 });
});
