// Our codecs beside those of splat-transform; see ../testdata/README.md.
import assert from "node:assert/strict";
import { granted } from "@threegen/service/testing";
import { unzipSync, zipSync } from "fflate";
import {
  activate,
  decodePly,
  decodeSplats,
  detectSplatFormat,
  encodeCompressedPly,
  encodeSplat,
  encodeSpz,
  type GaussianCloud,
  reframeCloud,
  SH_C0,
  splatFormatOfName,
  transformCloud,
  type UpAxis,
  withShDegree,
} from "../mod.ts";
import { rotationMatrix } from "../quaternion.ts";

const ignore = !granted("read");

/** Folders of files that are made of the same Gaussians, of degree 1, 0 and 3. */
const FOLDERS = ["", "degree0/", "degree3/"] as const;

function read(name: string): Uint8Array {
  return Deno.readFileSync(new URL(`../testdata/${name}`, import.meta.url));
}

/** The Gaussians that all files of a folder are made of; the PLY family has −y up. */
function sourceOf(folder: string): GaussianCloud {
  return decodePly(read(`${folder}source.ply`), { up: "-y" });
}

/**
 * The Gaussians as they are in glTF, +y up. splat-transform gets there by half a turn about z, the
 * library of SPZ and we by half a turn about x: so we face the other way.
 */
function facingBack(source: GaussianCloud): GaussianCloud {
  return transformCloud(reframeCloud(source, "+y"), { rotation: [0, 0, 1, 0] });
}

/** How far two clouds may be apart. */
interface Bounds {
  readonly position: number;
  readonly logScale: number;
  readonly opacity: number;
  readonly color: number;
  readonly harmonic: number;
  /** Above degree 1. Default: the same. */
  readonly higherHarmonic?: number;
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
  const { harmonic, higherHarmonic = harmonic } = bounds;
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
      const bound = k < 9 ? harmonic : higherHarmonic;
      within("harmonic", a.shRest[nearest * rest + k], b.shRest[i * rest + k], bound);
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
  higherHarmonic: 8.5 / 128,
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

const THEIRS: readonly {
  readonly extension: string;
  readonly bounds: Bounds;
  readonly up: UpAxis;
  /** What they make of the Gaussians. */
  readonly expected: (source: GaussianCloud) => GaussianCloud;
}[] = [
  { extension: "compressed.ply", bounds: COMPRESSED, up: "-y", expected: (source) => source },
  { extension: "glb", bounds: EXACT, up: "+y", expected: facingBack },
  {
    extension: "splat",
    bounds: SPLAT,
    up: "-y",
    expected: (source) => withShDegree(source, 0),
  },
  // It keeps the values of a PLY as they are, whatever SPZ says about its axes.
  { extension: "spz", bounds: SPZ, up: "+y", expected: (source) => ({ ...source, up: "+y" }) },
  { extension: "sog", bounds: SOG, up: "-y", expected: (source) => source },
];

const OURS = [
  ["compressed.ply", encodeCompressedPly],
  ["splat", encodeSplat],
  ["spz", encodeSpz],
] as const;

for (const folder of FOLDERS) {
  for (const { extension, bounds, up, expected } of THEIRS) {
    Deno.test({
      name: `decodeSplats() reads ${folder}theirs.${extension}, which splat-transform wrote`,
      ignore,
      fn: async () => {
        const bytes = read(`${folder}theirs.${extension}`);
        assert.equal(detectSplatFormat(bytes), splatFormatOfName(`theirs.${extension}`));
        assertAlike(await decodeSplats(bytes, { up }), expected(sourceOf(folder)), bounds);
      },
    });
  }

  for (const [extension, encode] of OURS) {
    // A .splat has no harmonics: one file says what there is to say.
    if (extension === "splat" && folder !== "") continue;
    Deno.test({
      name: `the encoder of ${folder}ours.${extension} writes what splat-transform reads as we do`,
      ignore,
      async fn() {
        const bytes = encode(sourceOf(folder));
        const file = read(`${folder}ours.${extension}`);
        // What gzip makes of the same stream is the library's matter.
        if (extension !== "spz") assert.deepEqual(bytes, file);
        const theirs = decodePly(read(`${folder}ours.${extension}.read.ply`), {
          up: extension === "spz" ? "+y" : "-y",
        });
        // It reads the quaternions of .splat with another rounding.
        const bounds = { ...EXACT, opacity: 1e-5, shape: extension === "splat" ? 0.02 : 1e-4 };
        assertAlike(await decodeSplats(file, { up: "-y" }), theirs, bounds);
        assertAlike(await decodeSplats(bytes, { up: "-y" }), theirs, bounds);
      },
    });
  }
}

/** A compressed PLY of before there were ranges of colours, which are then from 0 to 1. */
function withoutColorRange(file: Uint8Array): Uint8Array {
  const text = new TextDecoder("latin1").decode(file);
  const headerEnd = text.indexOf("end_header\n") + "end_header\n".length;
  const header = text.slice(0, headerEnd).replaceAll(/property float (min|max)_[rgb]\n/g, "");
  const chunk = file.subarray(headerEnd, headerEnd + 12 * 4);
  const rows = file.subarray(headerEnd + 18 * 4);
  return Uint8Array.of(...new TextEncoder().encode(header), ...chunk, ...rows);
}

Deno.test({
  name: "decodeCompressedPly() takes colours for 0 to 1 where chunks have no range of them",
  ignore,
  fn: async () => {
    const file = read("degree3/theirs.compressed.ply");
    const old = withoutColorRange(file);
    assert.equal(file.length - old.length, 6 * 4 + 6 * "property float min_r\n".length);
    const [found, expected] = [await decodeSplats(old), await decodeSplats(file)];
    assert.deepEqual({ ...found, shDc: [] }, { ...expected, shDc: [] });
    // The same bytes between 0 and 1 as between the ranges of the newer file.
    const ranges = new DataView(file.slice(-12 * (16 + 45) - 18 * 4).buffer);
    const colorOf = (value: number) => 0.5 + SH_C0 * value;
    found.shDc.forEach((value, i) => {
      const [min, max] = [12, 15].map((at) => ranges.getFloat32((at + i % 3) * 4, true));
      const fraction = (colorOf(expected.shDc[i]) - min) / (max - min);
      assert.ok(Math.abs(colorOf(value) - fraction) < 1e-5, `colour ${i}: ${colorOf(value)}`);
    });
  },
});

/** The same picture in the container of WebP that says first how large it is: VP8X. */
function extended(webp: Uint8Array, width: number, height: number): Uint8Array {
  const chunks = webp.subarray(12);
  const bytes = new Uint8Array(30 + chunks.length);
  bytes.set(webp.subarray(0, 12));
  bytes.set(new TextEncoder().encode("VP8X"), 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, bytes.length - 8, true);
  view.setUint32(16, 10, true);
  // The picture has an alpha channel; widths and heights are stored less one, in three bytes.
  bytes[20] = 0x10;
  view.setUint32(24, width - 1, true);
  view.setUint16(27, height - 1 & 0xffff, true);
  bytes[29] = height - 1 >> 16;
  bytes.set(chunks, 30);
  return bytes;
}

Deno.test({
  name: "decodeSog() reads pictures that say first how large they are, and believes no other size",
  ignore,
  fn: async () => {
    const file = read("degree3/theirs.sog");
    const entries = unzipSync(file);
    const rezip = (widthOf: (width: number) => number) =>
      zipSync(
        Object.fromEntries(
          Object.entries(entries).map(([name, bytes]) => {
            if (!name.endsWith(".webp")) return [name, bytes];
            const bits = new DataView(bytes.buffer, bytes.byteOffset).getUint32(21, true);
            const [width, height] = [(bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1];
            return [name, extended(bytes, widthOf(width), height)];
          }),
        ),
      );
    assert.deepEqual(await decodeSplats(rezip((width) => width)), await decodeSplats(file));
    await assert.rejects(
      decodeSplats(rezip(() => 2 ** 24)),
      /size of means_l\.webp at byte \d+ is "16777216 x 4", expected 12 to \d+ texels/,
    );
    await assert.rejects(
      decodeSplats(rezip((width) => width + 1)),
      /means_l\.webp at byte \d+ is .*, expected a valid WebP/,
    );
  },
});
