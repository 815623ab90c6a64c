import fc from "fast-check";
import assert from "node:assert/strict";
import { granted } from "@threegen/service/testing";
import {
  activate,
  canEncode,
  decodeSplats,
  detectSplatFormat,
  emptyCloud,
  encodeSplats,
  extensionsOf,
  type GaussianCloud,
  SH_C0,
  SPLAT_FORMATS,
  type SplatFormat,
  SplatFormatError,
  splatFormatOfName,
} from "../mod.ts";
import { arbitraryCloud, tinyCloud } from "../testing/mod.ts";

/** Greatest errors of a round trip. Positions and log scales: of their extent. */
interface Bounds {
  readonly position: number;
  readonly logScale: number;
  readonly opacity: number;
  readonly color: number;
  readonly degrees: number;
  /** Absent where harmonics are lost. */
  readonly harmonic?: number;
}

/** Formats that keep the order, with the greatest errors that their encodings allow. */
const BOUNDS: Partial<Record<SplatFormat, Bounds>> = {
  ply: { position: 0, logScale: 0, opacity: 0, color: 0, degrees: 0.05, harmonic: 0 },
  hdf5: { position: 0, logScale: 0, opacity: 0, color: 0, degrees: 0.05, harmonic: 0 },
  glb: { position: 0, logScale: 1e-6, opacity: 1e-6, color: 0, degrees: 0.05, harmonic: 0 },
  spz: {
    position: 0.5 / 4096 + 1e-9,
    logScale: 0.5 / 16 + 1e-5,
    opacity: 0.5 / 255 + 1e-5,
    color: 0.5 / 38.25 + 1e-5,
    degrees: 0.34,
    harmonic: 8.5 / 128 + 1e-6,
  },
  "spz-404": {
    position: 0.5 / 4096 + 1e-9,
    logScale: 0.5 / 16 + 1e-5,
    opacity: 0.5 / 255 + 1e-5,
    color: 0.5 / 38.25 + 1e-5,
    // w is what is left of 1: an error of ½ step in x, y and z makes one of √(√3 / 127.5) in w near 0.
    degrees: 13.6,
    harmonic: 8.5 / 128 + 1e-6,
  },
  splat: {
    position: 0,
    logScale: 1e-6,
    opacity: 0.5 / 255 + 1e-5,
    color: 0.5 / 255 / SH_C0 + 1e-5,
    degrees: 1.1,
  },
};

function assertWithin(found: GaussianCloud, expected: GaussianCloud, bounds: Bounds) {
  const close = (what: string, one: ArrayLike<number>, other: ArrayLike<number>, bound: number) => {
    assert.equal(one.length, other.length, what);
    for (let i = 0; i < other.length; i++) {
      assert.ok(Math.abs(one[i] - other[i]) <= bound, `${what} ${i}: ${one[i]} for ${other[i]}`);
    }
  };
  close("position", found.positions, expected.positions, bounds.position);
  close("log scale", found.logScales, expected.logScales, bounds.logScale);
  const [a, b] = [activate(found), activate(expected)];
  close("opacity", a.opacities, b.opacities, bounds.opacity);
  // `.splat` has colours of 0 to 1 only.
  const least = bounds.harmonic === undefined ? -0.5 / SH_C0 : -Infinity;
  close(
    "colour",
    found.shDc,
    expected.shDc.map((c) => Math.min(Math.max(c, least), -least)),
    bounds.color,
  );
  if (bounds.harmonic !== undefined) {
    close("harmonic", found.shRest, expected.shRest, bounds.harmonic);
  }
  for (let i = 0; i < expected.count * 4; i += 4) {
    let dot = 0;
    for (let part = 0; part < 4; part++) dot += a.rotations[i + part] * b.rotations[i + part];
    const degrees = 2 * Math.acos(Math.min(1, Math.abs(dot))) * 180 / Math.PI;
    assert.ok(degrees <= bounds.degrees, `rotation ${i / 4} off by ${degrees} degrees`);
  }
}

for (const [format, bounds] of Object.entries(BOUNDS) as [SplatFormat, Bounds][]) {
  Deno.test({
    name: `${format}: what is written is read again, within the steps of its encoding`,
    ignore: format === "hdf5" && !granted("read"),
    fn: async () => {
      const property = fc.asyncProperty(
        arbitraryCloud({ extent: 1000 }),
        async (cloud) => {
          const bytes = await encodeSplats(cloud, format);
          const decoded = await decodeSplats(bytes);
          assert.equal(decoded.up, "+y");
          assertWithin(decoded, cloud, bounds);
        },
      );
      await fc.assert(property, { numRuns: format === "hdf5" ? 25 : 100 });
    },
  });
}

Deno.test("compressed-ply: what is written is read again, within the chunk's steps", async () => {
  await fc.assert(fc.asyncProperty(arbitraryCloud({ maxCount: 1, extent: 1000 }), async (cloud) => {
    // One Gaussian is its own chunk: positions and sizes are exact.
    const decoded = await decodeSplats(await encodeSplats(cloud, "compressed-ply"));
    assertWithin(decoded, cloud, {
      position: 0,
      logScale: 0,
      opacity: 0.5 / 255 + 1e-5,
      color: 1e-5,
      degrees: 0.2,
      harmonic: 8 / 256 + 1e-6,
    });
  }));
});

Deno.test("decodeSplats() refuses what follows the tables of a compressed PLY", async () => {
  const whole = await encodeSplats(tinyCloud(), "compressed-ply");
  await assert.rejects(
    decodeSplats(Uint8Array.of(...whole, 1, 2)),
    new RegExp(`end at byte ${whole.length} is "2 bytes more", expected nothing`),
  );
});

Deno.test("detectSplatFormat() knows every format that we write by its content", async () => {
  for (const format of SPLAT_FORMATS.filter(canEncode)) {
    if (format === "hdf5" && !granted("read")) continue;
    assert.equal(detectSplatFormat(await encodeSplats(tinyCloud(), format)), format);
  }
  assert.equal(detectSplatFormat(await encodeSplats(tinyCloud(), "spz", { spzVersion: 4 })), "spz");
  assert.equal(
    detectSplatFormat(new TextEncoder().encode("P6 not a splat file, 32 bytes...")),
    undefined,
  );
  assert.equal(detectSplatFormat(new Uint8Array()), undefined);
  assert.equal(detectSplatFormat(new Uint8Array(64)), undefined);
});

Deno.test("detectSplatFormat() takes a PLY as compressed by its properties, not its comments", async () => {
  const replace = (bytes: Uint8Array, found: string, by: string) =>
    Uint8Array.from(
      new TextDecoder("latin1").decode(bytes).replace(found, by),
      (character) => character.charCodeAt(0),
    );
  const comment = `comment ${"long ".repeat(1000)} uint packed_position\nelement`;
  const plain = replace(await encodeSplats(tinyCloud(), "ply"), "element", comment);
  assert.equal(detectSplatFormat(plain), "ply");
  const packed = replace(await encodeSplats(tinyCloud(), "compressed-ply"), "element", comment);
  assert.equal(
    detectSplatFormat(replace(packed, "property uint", "property uint32")),
    "compressed-ply",
  );
});

Deno.test("splatFormatOfName() goes by the longest known ending", () => {
  for (const format of SPLAT_FORMATS) {
    for (const extension of extensionsOf(format)) {
      assert.equal(splatFormatOfName(`Some.Model${extension.toUpperCase()}`), format);
    }
  }
  assert.equal(splatFormatOfName("model.png"), undefined);
});

Deno.test("decodeSplats() names what it found when the content is none of ours", async () => {
  await assert.rejects(decodeSplats(new TextEncoder().encode("GIF89a")), (error: unknown) => {
    assert.ok(error instanceof SplatFormatError);
    assert.match(error.message, /"47 49 46 38 39 61", expected one of/);
    return true;
  });
});

Deno.test("encodeSplats() says which formats are written", async () => {
  await assert.rejects(encodeSplats(tinyCloud(), "sog"), /only read; write one of/);
});

Deno.test("every format holds a cloud of nothing or says that it cannot", async () => {
  for (const format of SPLAT_FORMATS.filter(canEncode)) {
    if (format === "hdf5" && !granted("read")) continue;
    if (format === "splat") {
      await assert.rejects(encodeSplats(emptyCloud(0), format), /no Gaussian is no file/);
      continue;
    }
    const decoded = await decodeSplats(await encodeSplats(emptyCloud(0), format));
    assert.equal(decoded.count, 0, format);
  }
});
