import createSpzModule, { type GaussianCloud as OracleCloud, type SpzModule } from "@adobe/spz";
import fc from "fast-check";
import assert from "node:assert/strict";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  activate,
  decodeSpz,
  encodeSpz,
  type GaussianCloud,
  reframeCloud,
  type ShDegree,
  SplatFormatError,
} from "../mod.ts";
import { rotationMatrix } from "../quaternion.ts";
import { arbitraryCloud, tinyCloud } from "../testing/mod.ts";

// Its types are written for another module system than the one it ships in.
const createModule = createSpzModule as unknown as (options: object) => Promise<SpzModule>;
const oracle = await createModule({ print: () => {}, printErr: () => {} });
const SPZ_RUB = oracle.CoordinateSystem.RUB;

/** Our cloud in the oracle's layout: quaternions with w last. */
function toOracle(cloud: GaussianCloud): OracleCloud {
  const rotations = cloud.rotations.map((_, i, q) => q[i % 4 === 3 ? i - 3 : i + 1]);
  return {
    numPoints: cloud.count,
    shDegree: cloud.shDegree,
    antialiased: false,
    extensions: [],
    positions: cloud.positions,
    scales: cloud.logScales,
    rotations,
    alphas: cloud.opacityLogits,
    colors: cloud.shDc,
    sh: cloud.shRest,
  };
}

function fromOracle(cloud: OracleCloud): GaussianCloud {
  return {
    count: cloud.numPoints,
    shDegree: cloud.shDegree as ShDegree,
    up: "+y",
    positions: cloud.positions,
    logScales: cloud.scales,
    rotations: cloud.rotations.map((_, i, q) => q[i % 4 === 0 ? i + 3 : i - 1]),
    opacityLogits: cloud.alphas,
    shDc: cloud.colors,
    shRest: cloud.sh,
  };
}

function oracleEncode(cloud: GaussianCloud, version: number): Uint8Array {
  const options = { version, from: SPZ_RUB, sh1Bits: 5, shRestBits: 4 };
  return Uint8Array.from(oracle.saveSpzToBuffer(toOracle(cloud), options));
}

function oracleDecode(bytes: Uint8Array): GaussianCloud {
  return fromOracle(oracle.loadSpzFromBuffer(bytes, { to: SPZ_RUB }));
}

function assertClose(found: ArrayLike<number>, expected: ArrayLike<number>, bound: number) {
  assert.equal(found.length, expected.length);
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(found[i] - expected[i]);
    assert.ok(error <= bound, `value ${i} is ${found[i]}, not ${expected[i]}`);
  }
}

/** The angle between the rotations of two clouds, the worst of all, degrees. */
function worstTurn(a: GaussianCloud, b: GaussianCloud): number {
  const p = activate(a).rotations;
  const q = activate(b).rotations;
  let worst = 0;
  for (let i = 0; i < p.length; i += 4) {
    const dot = p[i] * q[i] + p[i + 1] * q[i + 1] + p[i + 2] * q[i + 2] + p[i + 3] * q[i + 3];
    worst = Math.max(worst, 2 * Math.acos(Math.min(1, Math.abs(dot))) * 180 / Math.PI);
  }
  return worst;
}

/** The shapes of all Gaussians: R S² Rᵀ, 9 values each. */
function covariances(cloud: GaussianCloud): number[] {
  const { rotations, scales } = activate(cloud);
  return Array.from({ length: cloud.count }, (_, i) => {
    const [w, x, y, z] = rotations.subarray(i * 4, i * 4 + 4);
    const r = rotationMatrix([w, x, y, z]);
    return Array.from(
      { length: 9 },
      (_, at) =>
        [0, 1, 2].reduce(
          (sum, k) =>
            sum + r[Math.floor(at / 3) * 3 + k] * r[at % 3 * 3 + k] * scales[i * 3 + k] ** 2,
          0,
        ),
    );
  }).flat();
}

function assertSameCloud(found: GaussianCloud, expected: GaussianCloud) {
  assertClose(found.positions, expected.positions, 1e-6);
  assertClose(found.logScales, expected.logScales, 1e-6);
  assertClose(activate(found).opacities, activate(expected).opacities, 2e-6);
  assertClose(found.shDc, expected.shDc, 1e-5);
  assertClose(found.shRest, expected.shRest, 1e-6);
  assert.ok(worstTurn(found, expected) < 0.1);
}

for (const version of [2, 3, 4] as const) {
  Deno.test(`encodeSpz() version ${version} is read by the standard's own library as by us`, () => {
    fc.assert(fc.property(arbitraryCloud(), (cloud) => {
      const bytes = encodeSpz(cloud, { version });
      assertSameCloud(decodeSpz(bytes), oracleDecode(bytes));
    }));
  });

  Deno.test(`decodeSpz() version ${version} reads what the standard's own library writes`, () => {
    fc.assert(fc.property(arbitraryCloud(), (cloud) => {
      const bytes = oracleEncode(cloud, version);
      assertSameCloud(decodeSpz(bytes), oracleDecode(bytes));
    }));
  });
}

Deno.test("encodeSpz() versions 2 and 3 write the bytes of the standard's own library", () => {
  fc.assert(fc.property(
    arbitraryCloud({ extent: 100 }),
    fc.constantFrom(2 as const, 3 as const),
    (cloud, version) => {
      const ours = gunzipSync(encodeSpz(cloud, { version }));
      const theirs = gunzipSync(oracleEncode(cloud, version));
      assert.equal(ours.length, theirs.length);
      // Float32 arithmetic rounds a value that lies between two steps to the other now and then.
      const rotationsAt = 16 + cloud.count * 16;
      const rotationsEnd = rotationsAt + cloud.count * (version === 2 ? 3 : 4);
      for (let i = 0; i < ours.length; i++) {
        if (i >= rotationsAt && i < rotationsEnd && version === 3) continue;
        const step = i >= rotationsEnd ? 16 : 1;
        assert.ok(Math.abs(ours[i] - theirs[i]) <= step, `byte ${i}: ${ours[i]}, ${theirs[i]}`);
      }
    },
  ));
});

Deno.test("decodeSpz() of version 3 keeps rotations within a third of a degree", () => {
  fc.assert(fc.property(arbitraryCloud({ shDegrees: [0] }), (cloud) => {
    const turn = worstTurn(decodeSpz(encodeSpz(cloud, { version: 3 })), cloud);
    assert.ok(turn < 0.34, `${turn} degrees`);
  }));
});

Deno.test("decodeSpz() reads float16 positions of version 1", () => {
  const stream = gunzipSync(encodeSpz(tinyCloud(), { version: 2 }));
  const planes = stream.subarray(16 + 27);
  // −0.5, 0, 0; 0, 0, 0; 0.5, 0.25, 2^−24.
  const halves = Uint16Array.of(0xb800, 0, 0, 0, 0, 0, 0x3800, 0x3400, 0x0001);
  const header = Uint8Array.from(stream.subarray(0, 16));
  header[4] = 1;
  const file = gzipSync(Uint8Array.of(...header, ...new Uint8Array(halves.buffer), ...planes));
  assert.deepEqual([...decodeSpz(file).positions], [-0.5, 0, 0, 0, 0, 0, 0.5, 0.25, 2 ** -24]);
});

Deno.test("encodeSpz() stores a cloud of any up direction with +y up", () => {
  for (const up of ["-y", "+z"] as const) {
    const cloud: GaussianCloud = { ...tinyCloud(), up };
    const decoded = decodeSpz(encodeSpz(cloud));
    assert.equal(decoded.up, "+y");
    assertClose(decoded.positions, reframeCloud(cloud, "+y").positions, 1 / 4096);
  }
});

/** A version 4 file with records between header and table of contents. */
function withExtension(type: number, payload: number[], cloud = tinyCloud()): Uint8Array {
  const plain = encodeSpz(cloud, { version: 4 });
  const record = new Uint8Array(8 + payload.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, payload.length, true);
  record.set(payload, 8);
  const file = Uint8Array.of(...plain.subarray(0, 32), ...record, ...plain.subarray(32));
  file[14] |= 2;
  file[16] += record.length;
  return file;
}

Deno.test("decodeSpz() skips unknown extensions and honours the coordinate system", () => {
  assert.equal(decodeSpz(withExtension(0x12340001, [1, 2, 3])).up, "+y");
  assert.equal(decodeSpz(withExtension(0xadbe0003, [6, 0, 0, 0])).up, "-y");
  assert.equal(decodeSpz(withExtension(0xadbe0003, [12, 0, 0, 0])).up, "+z");
  for (const code of [9, 10, 15, 16, 17, 255]) {
    assert.throws(
      () => decodeSpz(withExtension(0xadbe0003, [code, 0, 0, 0])),
      new RegExp(`coordinate system at byte 32 is ${code}, expected 0 to 8 or 11 to 14`),
    );
  }
});

Deno.test("decodeSpz() turns and mirrors coordinate systems as the standard's own library does", () => {
  // Every harmonic has a value of its own, so that each sign of a mirror shows.
  const lopsided: GaussianCloud = {
    ...tinyCloud(),
    shDegree: 3,
    shRest: Float32Array.from({ length: 3 * 45 }, (_, i) => (i % 15 - 7) / 8),
  };
  for (const code of [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14]) {
    const file = withExtension(0xadbe0003, [code, 0, 0, 0], lopsided);
    const found = reframeCloud(decodeSpz(file), "+y");
    const expected = oracleDecode(file);
    assertClose(found.positions, expected.positions, 1e-6);
    // It turns the axes of a Gaussian among themselves as well, which changes no shape.
    assertClose(covariances(found), covariances(expected), 1e-6);
    // Where z is up it leaves the harmonics as they are, which turn with the axes here.
    if (code <= 8) assertClose(found.shRest, expected.shRest, 1e-5);
  }
});

Deno.test("decodeSpz() cuts harmonics of degree 4 to those of degree 3", () => {
  const cloud = { ...tinyCloud(), shDegree: 4 };
  const shRest = Float32Array.from({ length: 3 * 72 }, (_, i) => (i % 29 - 14) / 16);
  const bytes = Uint8Array.from(
    oracle.saveSpzToBuffer(
      { ...toOracle(tinyCloud()), shDegree: cloud.shDegree, sh: shRest },
      { version: 4, from: SPZ_RUB, sh1Bits: 8, shRestBits: 8 },
    ),
  );
  const found = decodeSpz(bytes);
  assert.equal(found.shDegree, 3);
  const kept = shRest.filter((_, i) => i % 72 < 45);
  assertClose(found.shRest, kept, 0.5 / 128);
  assert.ok(shRest.some((value, i) => i % 72 >= 45 && value !== 0));
});

const file3 = encodeSpz(tinyCloud());
const file4 = encodeSpz(tinyCloud(), { version: 4 });

function withByte(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[offset] = value;
  return changed;
}

const REJECTED: [string, () => Uint8Array, RegExp][] = [
  ["nothing", () => new Uint8Array(), /header/],
  ["a cut gzip stream", () => file3.slice(0, -9), /gzip stream/],
  ["a gzip stream of something else", () => gzipSync(new Uint8Array(99)), /magic/],
  ["a gzip stream of version 4", () => gzipSync(withByte(gunzipSync(file3), 4, 4)), /version/],
  ["bytes after the planes", () => gzipSync(Uint8Array.of(...gunzipSync(file3), 1)), /planes/],
  ["a cut version 4", () => file4.slice(0, -1), /stream of rotations/],
  ["bytes after version 4", () => Uint8Array.of(...file4, 0), /end at byte/],
  ["seven streams", () => withByte(file4, 15, 7), /number of streams/],
  ["too few streams", () => withByte(file4, 15, 4), /number of streams/],
  ["a table of contents in the header", () => withByte(file4, 16, 8), /table of contents/],
  ["a table of contents beyond the file", () => withByte(file4, 18, 1), /table of contents/],
  ["a stream of another size", () => withByte(file4, 40, 28), /size of positions/],
  ["a count of billions", () => withByte(file4, 11, 0xff), /count/],
  ["degree 5", () => withByte(file4, 12, 5), /harmonics degree/],
];

for (const [name, make, message] of REJECTED) {
  Deno.test(`decodeSpz() rejects ${name}`, () => {
    assert.throws(() => decodeSpz(make()), (error: unknown) => {
      assert.ok(error instanceof SplatFormatError, String(error));
      assert.match(error.message, message);
      return true;
    });
  });
}

Deno.test("decodeSpz() stops a gzip bomb at its bound", () => {
  const stream = new Uint8Array(50_000_000);
  // The beginning of an honest file, or it would be refused for that.
  stream.set(gunzipSync(encodeSpz(tinyCloud())));
  const bomb = gzipSync(stream);
  assert.throws(() => decodeSpz(bomb, { maxBytes: 1_000_000 }), /at most 1000000 bytes/);
});
