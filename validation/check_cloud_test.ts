import assert from "node:assert/strict";
import { AssetError } from "@threegen/domain";
import type { GaussianCloud } from "@threegen/splats";
import { checkCloud } from "./check_cloud.ts";
import { madeCloud } from "./testing/made_clouds.ts";

const CLOUD = madeCloud({ count: 7000 });

function spoiled(change: (cloud: GaussianCloud) => void): GaussianCloud {
  const copy = structuredClone(CLOUD);
  change(copy);
  return copy;
}

Deno.test("checkCloud() accepts a sound asset", () => {
  checkCloud(CLOUD);
});

const BROKEN: readonly (readonly [string, string, (cloud: GaussianCloud) => void])[] = [
  ["a centre that is not a number", "asset/not-finite", (cloud) => void (cloud.positions[5] = NaN)],
  ["an infinite centre", "asset/not-finite", (cloud) => void (cloud.positions[5] = -Infinity)],
  ["a colour that is not a number", "asset/not-finite", (cloud) => void (cloud.shDc[9] = NaN)],
  ["an infinite rotation", "asset/not-finite", (cloud) => void (cloud.rotations[9] = Infinity)],
  ["a size that overflows", "asset/not-finite", (cloud) => void (cloud.logScales[9] = 89)],
  ["an opacity that is not a number", "asset/not-finite", (cloud) => {
    cloud.opacityLogits[9] = NaN;
  }],
  ["a rotation of length 0", "asset/zero-rotation", (cloud) => void cloud.rotations.fill(0, 8, 12)],
  ["more than 80 % of the splats invisible", "asset/transparent", (cloud) => {
    cloud.opacityLogits.fill(-20, 0, 5601);
  }],
  ["all centres at one point", "asset/zero-extent", (cloud) => void cloud.positions.fill(0.25)],
  ["no size at all", "asset/zero-scale", (cloud) => void cloud.logScales.fill(-Infinity)],
];

for (const [what, code, change] of BROKEN) {
  Deno.test(`checkCloud() refuses ${what}`, () => {
    assert.throws(() => checkCloud(spoiled(change)), (error) => {
      assert.ok(error instanceof AssetError);
      assert.equal(error.code, code);
      return true;
    });
  });
}

const ALLOWED: readonly (readonly [string, (cloud: GaussianCloud) => void])[] = [
  ["opacities of exactly 0 and 1", (cloud) => {
    cloud.opacityLogits[0] = Infinity;
    cloud.opacityLogits[1] = -Infinity;
  }],
  ["80 % of the splats invisible", (cloud) => void cloud.opacityLogits.fill(-20, 0, 5600)],
  ["no rotations at all, which the original refuses", (cloud) => {
    for (let i = 0; i < cloud.count; i++) cloud.rotations.set([1, 0, 0, 0], i * 4);
  }],
  ["a rotation of length 0 on an invisible splat", (cloud) => {
    cloud.rotations.fill(0, 8, 12);
    cloud.opacityLogits[2] = -20;
  }],
  ["splats without thickness", (cloud) => {
    for (let i = 0; i < cloud.count; i++) cloud.logScales[i * 3 + 2] = -Infinity;
  }],
];

for (const [what, change] of ALLOWED) {
  Deno.test(`checkCloud() accepts ${what}`, () => checkCloud(spoiled(change)));
}

Deno.test("checkCloud() counts the Gaussians against both limits, which are included", () => {
  const limits = { minGaussians: 7000, maxGaussians: 7000 };
  checkCloud(CLOUD, limits);
  assert.throws(() => checkCloud(CLOUD, { ...limits, minGaussians: 7001, maxGaussians: 9000 }), {
    code: "asset/too-few-gaussians",
  });
  assert.throws(() => checkCloud(CLOUD, { minGaussians: 1, maxGaussians: 6999 }), {
    code: "asset/too-many-gaussians",
  });
});
