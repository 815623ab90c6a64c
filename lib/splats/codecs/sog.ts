/**
 * SOG: Gaussians as lossless WebP pictures in a zip, one texel for each.
 *
 * Only read: writing needs clustering of sizes, colours and harmonics, which is minutes of work for
 * what SPZ does in milliseconds. Version 2 of the format. The libraries are loaded on first use.
 *
 * Source: playcanvas/splat-transform.
 *
 * @module
 */
import { z } from "zod";
import { finiteLogit } from "../activation.ts";
import { emptyCloud, type GaussianCloud } from "../cloud.ts";
import { type Fail, failAs, SplatFormatError } from "../format_error.ts";
import { type DecodeOptions, MAX_GAUSSIANS } from "./decode_options.ts";

const fail: Fail = failAs("sog");

/** Most bytes of `meta.json`; three codebooks of 256 numbers take some 20 kB. */
const MOST_META_BYTES = 1024 * 1024;

/** Texels of a picture beyond one for each Gaussian: rows are filled up to multiples of 4. */
const SPARE_TEXELS = 4 * 16384;

/** Most harmonics a palette holds. Source: splat-transform, 64 × 1024. */
const MOST_PALETTE = 65536;

/** Palette entries in a row of the picture of centroids. */
const PALETTE_COLUMNS = 64;

const triple = z.tuple([z.number(), z.number(), z.number()]);
const codebook = z.array(z.number()).min(1).max(256);
const files = (count: number) => z.array(z.string()).length(count);
const metaSchema = z.object({
  version: z.literal(2),
  count: z.int().min(0),
  means: z.object({ mins: triple, maxs: triple, files: files(2) }),
  scales: z.object({ codebook, files: files(1) }),
  quats: z.object({ files: files(1) }),
  sh0: z.object({ codebook, files: files(1) }),
  shN: z.object({
    count: z.int().min(1).max(MOST_PALETTE),
    bands: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    codebook,
    files: files(2),
  }).optional(),
});

/** Says whether the bytes begin as a zip does, which a SOG is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Reads a SOG.
 *
 * @throws {SplatFormatError} When it is malformed, of another version or too large.
 */
export async function decodeSog(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Promise<GaussianCloud> {
  const { maxGaussians = MAX_GAUSSIANS, up = "+y" } = options;
  const { unzipSync } = await import("fflate");
  const zip: Zip = { bytes, unzip: unzipSync };
  const metaAt = zipOffsetOf(bytes, "meta.json");
  const { count, means, quats, scales, sh0, shN } = readMeta(
    readEntry(zip, "meta.json", MOST_META_BYTES),
    metaAt,
  );
  if (count > maxGaussians) fail(metaAt, "count", count, `at most ${maxGaussians}`);
  const perGaussian = async ([name]: readonly string[]) =>
    (await readPicture(zip, name, count, count + SPARE_TEXELS)).rgba;

  const low = await perGaussian(means.files);
  const high = await perGaussian(means.files.slice(1));
  const rotations = await perGaussian(quats.files);
  const sizes = await perGaussian(scales.files);
  const colors = await perGaussian(sh0.files);
  const cloud = emptyCloud(count, shN?.bands ?? 0, up);
  const { mins, maxs } = means;
  for (let i = 0; i < count; i++) {
    for (let axis = 0; axis < 3; axis++) {
      const fraction = (low[i * 4 + axis] | high[i * 4 + axis] << 8) / 65535;
      const folded = mins[axis] + (maxs[axis] - mins[axis]) * fraction;
      // Positions are stored as sign · ln(1 + |x|).
      cloud.positions[i * 3 + axis] = Math.sign(folded) * Math.expm1(Math.abs(folded));
      cloud.logScales[i * 3 + axis] = scales.codebook[sizes[i * 4 + axis]] ?? 0;
      cloud.shDc[i * 3 + axis] = sh0.codebook[colors[i * 4 + axis]] ?? 0;
    }
    cloud.opacityLogits[i] = finiteLogit(colors[i * 4 + 3] / 255);
    readRotation(rotations, i * 4, cloud.rotations);
  }
  if (shN) {
    const { count: palette, files } = shN;
    const width = PALETTE_COLUMNS * ((shN.bands + 1) ** 2 - 1);
    const most = width * Math.ceil(palette / PALETTE_COLUMNS);
    const centroids = await readPicture(zip, files[0], 1, most);
    if (centroids.width !== width) {
      fail(zipOffsetOf(bytes, files[0]), `width of ${files[0]}`, centroids.width, `${width}`);
    }
    readHarmonics(centroids, await perGaussian(files.slice(1)), shN.codebook, cloud);
  }
  return cloud;
}

/** A zip and what takes it apart. */
interface Zip {
  readonly bytes: Uint8Array;
  readonly unzip: typeof import("fflate").unzipSync;
}

function readEntry({ bytes, unzip }: Zip, name: string, mostBytes: number): Uint8Array {
  const place = zipOffsetOf(bytes, name);
  let found: Record<string, Uint8Array>;
  try {
    found = unzip(bytes, {
      filter: (file) => {
        if (file.name !== name) return false;
        if (file.originalSize > mostBytes) {
          fail(place, name, `${file.originalSize} bytes`, `at most ${mostBytes}`);
        }
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof SplatFormatError) throw cause;
    fail(
      place,
      name,
      cause instanceof Error ? cause.message : "broken",
      "an entry of a zip",
      cause,
    );
  }
  if (!Object.hasOwn(found, name)) fail(undefined, "zip", `without ${name}`, name);
  return found[name];
}

/** Pixels of a picture, of which each stands for something. */
interface Texels {
  readonly width: number;
  readonly rgba: Uint8Array;
}

async function readPicture(zip: Zip, name: string, least: number, most: number): Promise<Texels> {
  const webp = readEntry(zip, name, most * 4 + 1024);
  const place = zipOffsetOf(zip.bytes, name);
  const { width, height } = webpSize(webp, name, place);
  if (width * height < least || width * height > most) {
    fail(place, `size of ${name}`, `${width} x ${height}`, `${least} to ${most} texels`);
  }
  return { width, rgba: await decodeWebp(webp, name, place) };
}

/** Reads harmonics: the label of a Gaussian says which of the palette's it has. */
function readHarmonics(
  { width, rgba }: Texels,
  labels: Uint8Array,
  codebook: readonly number[],
  { count, shDegree, shRest }: GaussianCloud,
): void {
  const coefficients = (shDegree + 1) ** 2 - 1;
  for (let i = 0; i < count; i++) {
    const label = labels[i * 4] | labels[i * 4 + 1] << 8;
    const first = Math.floor(label / PALETTE_COLUMNS) * width +
      (label % PALETTE_COLUMNS) * coefficients;
    for (let k = 0; k < coefficients * 3; k++) {
      const byte = rgba[(first + Math.floor(k / 3)) * 4 + k % 3];
      shRest[i * coefficients * 3 + k] = codebook[byte] ?? 0;
    }
  }
}

function readMeta(bytes: Uint8Array, place: number | undefined): z.infer<typeof metaSchema> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    fail(
      place,
      "meta.json",
      cause instanceof Error ? cause.message : "broken",
      "valid JSON",
      cause,
    );
  }
  const parsed = metaSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  fail(place, `meta.json ${issue.path.join(".")}`, issue.message, "SOG version 2");
}

/** Three of w, x, y and z, of ±1/√2, in a byte each; the fourth byte says which is missing. */
function readRotation(texels: Uint8Array, from: number, q: Float32Array): void {
  const largest = texels[from + 3] - 252;
  if (largest < 0) {
    q[from] = 1;
    return;
  }
  let squares = 0;
  let at = from;
  for (let part = 0; part < 4; part++) {
    if (part === largest) continue;
    const value = (texels[at++] / 255 * 2 - 1) * Math.SQRT1_2;
    q[from + part] = value;
    squares += value * value;
  }
  q[from + largest] = Math.sqrt(Math.max(0, 1 - squares));
}

/** Reads the size of a WebP, so that it is known before memory is taken for its pixels. */
function webpSize(
  bytes: Uint8Array,
  name: string,
  place: number | undefined,
): { width: number; height: number } {
  const text = (from: number) => String.fromCharCode(...bytes.subarray(from, from + 4));
  if (bytes.length < 30 || text(0) !== "RIFF" || text(8) !== "WEBP") {
    fail(place, name, text(0), "a WebP picture");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (text(12)) {
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: (bits >>> 14 & 0x3fff) + 1 };
    }
    case "VP8X":
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
  }
  fail(place, name, text(12), "a lossless WebP: VP8L or VP8X");
}

async function decodeWebp(
  bytes: Uint8Array,
  name: string,
  place: number | undefined,
): Promise<Uint8Array> {
  const { default: decode } = await import("@jsquash/webp/decode.js");
  try {
    const { data: rgba } = await decode(Uint8Array.from(bytes).buffer);
    return new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length);
  } catch (cause) {
    fail(place, name, cause instanceof Error ? cause.message : "broken", "a valid WebP", cause);
  }
}

/** Returns where the header of a zip's entry begins, or nothing when there is no such entry. */
function zipOffsetOf(bytes: Uint8Array, name: string): number | undefined {
  const wanted = new TextEncoder().encode(name);
  // A local header begins with the signature; its name has its length at 26 and begins at 30.
  for (let at = bytes.indexOf(0x50); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (!isZip(bytes.subarray(at, at + 4)) || bytes[at + 26] !== wanted.length) continue;
    if (wanted.every((byte, i) => bytes[at + 30 + i] === byte)) return at;
  }
  return undefined;
}
