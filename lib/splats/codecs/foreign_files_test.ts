// Our codecs beside those of splat-transform; see ../testdata/README.md.
import assert from "node:assert/strict";
import { granted } from "@threegen/service/testing";
import {
  activate,
  decodeCompressedPly,
  decodeGlb,
  decodePly,
  decodeSog,
  decodeSplat,
  decodeSpz,
  encodeCompressedPly,
  encodeSplat,
  encodeSpz,
  type GaussianCloud,
  reframeCloud,
  transformCloud,
  withShDegree,
} from "../mod.ts";
import { rotationMatrix } from "../quaternion.ts";

const folder = new URL("../testdata/", import.meta.url);
const ignore = !granted("read");

function read(name: string): Uint8Array {
  return Deno.readFileSync(new URL(name, folder));
}

/** The Gaussians that all files are made of; the PLY family has −y up. */
function source(): GaussianCloud {
  return decodePly(read("source.ply"), { up: "-y" });
}

/**
 * The Gaussians as they are in glTF, +y up. splat-transform gets there by half a turn about z, the
 * library of SPZ and we by half a turn about x: so we face the other way.
 */
function sourceFacingBack(): GaussianCloud {
  return transformCloud(reframeCloud(source(), "+y"), { rotation: [0, 0, 1, 0] });
}

/** How far two clouds may be apart. */
interface Bounds {
  readonly position: number;
  readonly logScale: number;
  readonly opacity: number;
  readonly color: number;
  readonly harmonic: number;
  /** Of the normalised shapes. */
  readonly shape: number;
}

/** Compares clouds whose order may differ: each Gaussian with the nearest of the other cloud. */
function assertAlike(found: GaussianCloud, expected: GaussianCloud, bounds: Bounds) {
  assert.equal(found.count, expected.count);
  assert.equal(found.shDegree, expected.shDegree);
  const a = reframeCloud(found, "+y");
  const b = reframeCloud(expected, "+y");
  const rest = b.shRest.length / b.count;
  const opacities = [activate(a).opacities, activate(b).opacities];
  const taken = new Set<number>();
  for (let i = 0; i < b.count; i++) {
    let nearest = 0;
    let least = Infinity;
    for (let k = 0; k < a.count; k++) {
      const distance = [0, 1, 2].reduce(
        (sum, axis) => sum + (a.positions[k * 3 + axis] - b.positions[i * 3 + axis]) ** 2,
        0,
      );
      if (distance < least) [nearest, least] = [k, distance];
    }
    assert.ok(!taken.has(nearest), `Gaussian ${i} has no partner`);
    taken.add(nearest);
    const within = (what: string, one: number, other: number, bound: number) =>
      assert.ok(Math.abs(one - other) <= bound, `${what} of ${i}: ${one}, expected ${other}`);
    for (let axis = 0; axis < 3; axis++) {
      const [k, j] = [nearest * 3 + axis, i * 3 + axis];
      within("position", a.positions[k], b.positions[j], bounds.position);
      within("log scale", a.logScales[k], b.logScales[j], bounds.logScale);
      within("colour", a.shDc[k], b.shDc[j], bounds.color);
    }
    within("opacity", opacities[0][nearest], opacities[1][i], bounds.opacity);
    for (let k = 0; k < rest; k++) {
      within("harmonic", a.shRest[nearest * rest + k], b.shRest[i * rest + k], bounds.harmonic);
    }
    const [one, other] = [shapeOf(a, nearest), shapeOf(b, i)];
    one.forEach((value, k) => within("shape", value, other[k], bounds.shape));
  }
}

/** The covariance of a Gaussian over its largest variance: its rotation, whatever the axes' names. */
function shapeOf(cloud: GaussianCloud, i: number): number[] {
  const { rotations, scales } = activate(cloud);
  const [w, x, y, z] = rotations.subarray(i * 4, i * 4 + 4);
  const r = rotationMatrix([w, x, y, z]);
  const variances = Array.from(scales.subarray(i * 3, i * 3 + 3), (sigma) => sigma ** 2);
  const most = Math.max(...variances);
  return Array.from(
    { length: 9 },
    (_, at) =>
      variances.reduce(
        (sum, variance, k) =>
          sum + r[Math.floor(at / 3) * 3 + k] * r[at % 3 * 3 + k] * variance / most,
        0,
      ),
  );
}

const EXACT: Bounds = {
  position: 1e-6,
  logScale: 1e-5,
  opacity: 1e-6,
  color: 1e-5,
  harmonic: 1e-6,
  shape: 1e-5,
};
/** Half steps: 1/2047 of 2, 1/2047 of 1.6, 1/255, 1/255 of 3.6, 8/256, and 10-bit quaternions. */
const COMPRESSED: Bounds = {
  position: 1e-3,
  logScale: 1e-3,
  opacity: 0.002,
  color: 0.008,
  harmonic: 0.016,
  shape: 0.006,
};
/** It cuts colours and opacities down to a step; we round. */
const SPLAT: Bounds = { ...EXACT, opacity: 0.004, color: 0.0142, shape: 0.05 };
const SPZ: Bounds = {
  position: 0.5 / 4096 + 1e-6,
  logScale: 0.5 / 16 + 1e-5,
  opacity: 0.002,
  color: 0.0132,
  harmonic: 4.5 / 128,
  shape: 0.13,
};
/** 16-bit folded positions, codebooks of 256, 8-bit quaternions and a palette of harmonics. */
const SOG: Bounds = {
  position: 1e-4,
  logScale: 0.02,
  opacity: 0.005,
  color: 0.04,
  harmonic: 0.8,
  shape: 0.03,
};

Deno.test({ name: "decodeCompressedPly() reads what splat-transform writes", ignore }, () => {
  const cloud = decodeCompressedPly(read("theirs.compressed.ply"), { up: "-y" });
  assertAlike(cloud, source(), COMPRESSED);
});

Deno.test({ name: "decodeGlb() reads what splat-transform writes", ignore }, () => {
  assertAlike(decodeGlb(read("theirs.glb")), sourceFacingBack(), EXACT);
});

Deno.test({ name: "decodeSplat() reads what splat-transform writes", ignore }, () => {
  const cloud = decodeSplat(read("theirs.splat"), { up: "-y" });
  assertAlike(cloud, withShDegree(source(), 0), SPLAT);
});

// It keeps the values of a PLY as they are, whatever SPZ says about its axes.
Deno.test({ name: "decodeSpz() reads what splat-transform writes", ignore }, () => {
  assertAlike(decodeSpz(read("theirs.spz")), { ...source(), up: "+y" }, SPZ);
});

Deno.test({ name: "decodeSog() reads what splat-transform writes", ignore }, async () => {
  assertAlike(await decodeSog(read("theirs.sog"), { up: "-y" }), source(), SOG);
});

const OURS = [
  ["compressed.ply", encodeCompressedPly, decodeCompressedPly],
  ["splat", encodeSplat, decodeSplat],
  ["spz", encodeSpz, decodeSpz],
] as const;

for (const [extension, encode, decode] of OURS) {
  Deno.test({
    name: `the encoder of .${extension} writes what splat-transform reads as we do`,
    ignore,
    fn() {
      const bytes = encode(source());
      const file = read(`ours.${extension}`);
      // What gzip makes of the same stream is the library's matter.
      if (extension !== "spz") assert.deepEqual(bytes, file);
      const theirs = decodePly(read(`ours.${extension}.read.ply`), {
        up: extension === "spz" ? "+y" : "-y",
      });
      // It reads the quaternions of .splat with another rounding.
      const bounds = { ...EXACT, opacity: 1e-5, shape: extension === "splat" ? 0.02 : 1e-4 };
      assertAlike(decode(file, { up: "-y" }), theirs, bounds);
      assertAlike(decode(bytes, { up: "-y" }), theirs, bounds);
    },
  });
}
