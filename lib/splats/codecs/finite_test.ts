import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import {
  canEncode,
  decodeSplats,
  detectSplatFormat,
  dropNonFinite,
  encodeSplats,
  type GaussianCloud,
  mergeClouds,
  SPLAT_FORMATS,
  type SplatFormat,
  withShDegree,
} from "../mod.ts";
import { tinyCloud } from "../testing/mod.ts";

type Attribute = "positions" | "logScales" | "rotations" | "opacityLogits" | "shDc" | "shRest";

/** 300 Gaussians, more than a chunk of a compressed PLY, with one value changed. */
function cloudWith(attribute: Attribute, at: number, value: number): GaussianCloud {
  const cloud = withShDegree(mergeClouds(Array.from({ length: 100 }, tinyCloud)), 1);
  cloud[attribute][at] = value;
  return cloud;
}

const QUANTISING = ["compressed-ply", "spz-404", "spz", "splat", "glb"] as const;

const BAD: [Attribute, string, number, number[]][] = [
  ["positions", "position", 3, [NaN, Infinity, -Infinity]],
  ["logScales", "log scale", 3, [NaN, Infinity, 89]],
  ["rotations", "rotation", 4, [NaN, Infinity]],
  ["opacityLogits", "opacity logit", 1, [NaN]],
  ["shDc", "colour", 3, [NaN, Infinity, -Infinity]],
  ["shRest", "harmonic", 9, [NaN, -Infinity]],
];

for (const format of QUANTISING) {
  Deno.test(`${format}: one value that is not finite is refused before anything is written`, async () => {
    for (const [attribute, what, width, values] of BAD) {
      // What is lost anyway spoils nothing.
      if (format === "splat" && attribute === "shRest") continue;
      for (const value of values) {
        await assert.rejects(encodeSplats(cloudWith(attribute, 7 * width, value), format), {
          name: "RangeError",
          message: new RegExp(
            `^Cannot write .*: a ${what} of Gaussian 7 is ${value}; drop such Gaussians first`,
          ),
        });
      }
    }
  });

  Deno.test(`${format}: infinite logits and sizes of 0 are written`, async () => {
    const cloud = cloudWith("opacityLogits", 0, Infinity);
    cloud.opacityLogits[1] = -Infinity;
    cloud.logScales[2] = -Infinity;
    const decoded = await decodeSplats(await encodeSplats(cloud, format));
    assert.equal(decoded.count, 300);
    assert.ok(decoded.positions.every(Number.isFinite));
  });
}

Deno.test("formats without loss keep values that are not finite", async () => {
  for (const format of ["ply", "hdf5"] as const) {
    if (format === "hdf5" && !granted("read")) continue;
    const decoded = await decodeSplats(await encodeSplats(cloudWith("positions", 21, NaN), format));
    assert.ok(Number.isNaN(decoded.positions[21]));
  }
});

Deno.test("dropNonFinite() leaves out what no format can hold and nothing else", async () => {
  const cloud = cloudWith("shRest", 9 * 5 + 8, NaN);
  cloud.positions[3 * 299] = Infinity;
  cloud.opacityLogits[0] = Infinity;
  const dropped = dropNonFinite(cloud);
  assert.equal(dropped.count, 298);
  assert.equal(dropped.opacityLogits[0], Infinity);
  assert.equal((await decodeSplats(await encodeSplats(dropped, "compressed-ply"))).count, 298);
  assert.equal(dropNonFinite(dropped), dropped);
});

const REACH: [Attribute, number, number, RegExp | undefined][] = [
  ["positions", 4, 1e6, /a position of Gaussian 1 is 1\.000e\+6; scale the cloud/],
  ["positions", 899, -2e6, /a position of Gaussian 299 is 2\.000e\+6/],
  ["positions", 4, 999_999, undefined],
  ["logScales", 4, Math.log(1e6) + 1e-4, /a size of Gaussian 1 is 1\.000e\+6/],
  ["logScales", 4, 50, /a size of Gaussian 1 is 5\.185e\+21/],
  ["logScales", 4, Math.log(999_000), undefined],
];

for (const [attribute, at, value, message] of REACH) {
  Deno.test(`encodeSplat() ${message ? "refuses" : "takes"} ${value} in ${attribute}, as its reader does`, async () => {
    const cloud = cloudWith(attribute, at, value);
    if (message) {
      await assert.rejects(encodeSplats(cloud, "splat"), message);
    } else {
      const file = await encodeSplats(cloud, "splat");
      assert.equal(detectSplatFormat(file), "splat");
      assert.equal((await decodeSplats(file)).count, cloud.count);
    }
  });
}

Deno.test("a .splat whose first bytes are those of gzip but for the third is a .splat", async () => {
  const cloud = tinyCloud();
  new Uint8Array(cloud.positions.buffer).set([0x1f, 0x8b, 0x09, 0x3f]);
  const found: SplatFormat | undefined = detectSplatFormat(await encodeSplats(cloud, "splat"));
  assert.equal(found, "splat");
});

Deno.test("every format that is written is tested for values that are not finite", () => {
  const tested = [...QUANTISING, "ply", "hdf5"];
  assert.deepEqual(SPLAT_FORMATS.filter(canEncode).toSorted(), tested.toSorted());
});
