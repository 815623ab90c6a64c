// The fast loops beside the plain words of the standard, bit for bit.
import fc from "fast-check";
import assert from "node:assert/strict";
import { cloudFromActivated, type GaussianCloud } from "../mod.ts";
import { layoutOf, planeSizes, writePlanes } from "./spz_planes.ts";

/** Writes a cloud of version 3 and returns its planes. */
function planesOf(cloud: GaussianCloud): Uint8Array[] {
  const layout = layoutOf(cloud, 3);
  const sizes = planeSizes(layout);
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  writePlanes(cloud, layout, bytes, 0);
  let at = 0;
  return sizes.map((size) => bytes.subarray(at, at += size));
}

function cloudOf(parts: { positions?: number[]; rotations?: number[] }): GaussianCloud {
  const count = (parts.positions?.length ?? 0) / 3 || (parts.rotations?.length ?? 0) / 4;
  return cloudFromActivated({
    positions: new Float32Array(count * 3),
    scales: new Float32Array(count * 3).fill(1),
    opacities: new Float32Array(count).fill(0.5),
    colors: new Float32Array(count * 3),
    ...parts,
  });
}

Deno.test("writePlanes() rounds positions to steps of 1/4096, halves away from zero", () => {
  const steps = [0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.499, -0.499, 0.501, -0.501, 4096 * 2047];
  const [plane] = planesOf(cloudOf({ positions: steps.map((step) => step / 4096) }));
  const found = steps.map((_, i) =>
    (plane[i * 3] << 8 | plane[i * 3 + 1] << 16 | plane[i * 3 + 2] << 24) >> 8
  );
  assert.deepEqual(found, [0, 1, -1, 2, -2, 3, -3, 0, 0, 1, -1, 4096 * 2047]);
});

/** The 32 bits of a rotation (w, x, y, z) as the standard tells them. */
function smallestThree([w, x, y, z]: readonly number[]): number {
  const length = Math.hypot(w, x, y, z);
  const parts = length > 0 ? [x, y, z, w].map((part) => part / length) : [0, 0, 0, 1];
  const magnitudes = parts.map(Math.abs);
  const largest = magnitudes.indexOf(Math.max(...magnitudes));
  let packed = largest;
  for (let i = 0; i < 4; i++) {
    if (i === largest) continue;
    const sign = (parts[i] < 0) !== (parts[largest] < 0) ? 1 : 0;
    packed = packed << 10 | sign << 9 | Math.floor(511 * magnitudes[i] * Math.SQRT2 + 0.5);
  }
  return packed >>> 0;
}

Deno.test("writePlanes() packs the three smallest parts of a rotation as the standard says", () => {
  const part = fc.oneof(
    fc.float({ noNaN: true, min: -4, max: 4 }),
    fc.constantFrom(0, -0, 1, -1, 0.5, -0.5, Math.fround(1e-40)),
  );
  const rotation = fc.tuple(part, part, part, part);
  fc.assert(
    fc.property(fc.array(rotation, { minLength: 1, maxLength: 20 }), (rotations) => {
      const [, , , , plane] = planesOf(cloudOf({ rotations: rotations.flat() }));
      const found = new DataView(plane.buffer, plane.byteOffset);
      rotations.forEach((each, i) => {
        assert.equal(found.getUint32(i * 4, true), smallestThree(each), `${each}`);
      });
    }),
    { numRuns: 500 },
  );
});

Deno.test("writePlanes() writes a rotation that is not one as none", () => {
  const [, , , , plane] = planesOf(cloudOf({ rotations: [0, 0, 0, 0] }));
  assert.deepEqual([...plane], [0, 0, 0, 0xc0]);
});
