// Broken and hostile files of every format: each is read or refused with a SplatFormatError, and
// neither takes more memory than the bounds allow.
import { seededRandom } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import {
  decodeSplats,
  decodeSplatStream,
  encodePly,
  encodeSplats,
  filterCloud,
  type GaussianCloud,
  SPLAT_FORMATS,
  SplatFormatError,
  withShDegree,
} from "../mod.ts";
import { allocatedDuring } from "../testing/allocated_during.ts";
import { glbWithSpz } from "../testing/glb_with_spz.ts";
import { testScenes } from "../testing/mod.ts";
import { decodeCompressedPly } from "./compressed_ply.ts";
import { decodeGlb } from "./glb.ts";
import { decodeHdf5 } from "./hdf5.ts";
import { decodePly } from "./ply.ts";
import { decodeSog } from "./sog.ts";
import { decodeSplat } from "./splat.ts";
import { decodeSpz } from "./spz.ts";
import { decodeSpz404 } from "./spz_404.ts";
import { writeSpzStream } from "./spz_stream.ts";
import { compressZstd } from "./zstd.ts";

/** The Gaussians of every file here, and the most that a decoder may take: just as many. */
const COUNT = 40;

const cloud = withShDegree(
  filterCloud(testScenes().find(({ name }) => name === "harmonics")!.cloud, (i) => i < COUNT),
  1,
);

/**
 * The bound that files declare: the bytes of a cloud of as many Gaussians as may be taken, of the
 * degree that they have, and of the file. Nothing may take more than twice that, all arrays that
 * were ever made counted.
 */
function boundOf(bytes: Uint8Array, { count = COUNT, held = 1 }: Partial<Subject> = {}): number {
  return held * bytes.length + count * (14 + 9) * 4;
}

interface Subject {
  readonly name: string;
  readonly file: () => Uint8Array | Promise<Uint8Array>;
  readonly decode: (
    bytes: Uint8Array,
    options: { maxGaussians: number },
  ) => GaussianCloud | Promise<GaussianCloud>;
  readonly mutations: number;
  /** Gaussians of the file, which is the most that may be taken. Default 40. */
  readonly count?: number;
  /** How often a file is held, as a head and blocks are each as large as a small file. Default 1. */
  readonly held?: number;
  readonly ignore?: boolean;
}

const noRead = !granted("read");
const SUBJECTS: Subject[] = [
  { name: "ply", file: () => encodePly(cloud), decode: decodePly, mutations: 1000 },
  { name: "text ply", file: () => textPly(cloud), decode: decodePly, mutations: 600 },
  {
    name: "compressed-ply",
    file: () => encodeSplats(cloud, "compressed-ply"),
    decode: decodeCompressedPly,
    mutations: 800,
  },
  {
    name: "spz-404",
    file: () => encodeSplats(cloud, "spz-404"),
    decode: decodeSpz404,
    mutations: 1000,
  },
  {
    name: "spz-404 under its compression",
    file: () => writeSpzStream(cloud, 2),
    decode: (stream, options) => decodeSpz404(compressZstd(stream, 1), options),
    mutations: 600,
  },
  { name: "spz", file: () => encodeSplats(cloud, "spz"), decode: decodeSpz, mutations: 600 },
  {
    name: "spz version 4",
    file: () => encodeSplats(cloud, "spz", { spzVersion: 4 }),
    decode: decodeSpz,
    mutations: 600,
  },
  ...(["ply", "spz", "spz-404", "glb"] as const).map((format) => ({
    name: `${format} as a stream`,
    file: () => encodeSplats(cloud, format),
    decode: decodePieces,
    mutations: 400,
    held: format === "ply" ? 2 : 1,
  })),
  { name: "splat", file: () => encodeSplats(cloud, "splat"), decode: decodeSplat, mutations: 200 },
  { name: "glb", file: () => encodeSplats(cloud, "glb"), decode: decodeGlb, mutations: 800 },
  {
    name: "glb with an SPZ",
    file: async () => glbWithSpz(await encodeSplats(cloud, "spz"), cloud.count),
    decode: decodeGlb,
    mutations: 600,
  },
  {
    name: "sog",
    file: () => Deno.readFileSync(new URL("../testdata/theirs.sog", import.meta.url)),
    decode: decodeSog,
    count: 48,
    mutations: 100,
    ignore: noRead,
  },
  {
    name: "hdf5",
    file: () => encodeSplats(cloud, "hdf5"),
    decode: decodeHdf5,
    mutations: 100,
    ignore: noRead,
  },
];

/** Reads a file that arrives in pieces of 100 bytes. */
async function decodePieces(
  bytes: Uint8Array,
  { maxGaussians }: { maxGaussians: number },
): Promise<GaussianCloud> {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at += 100));
      else controller.close();
    },
  });
  return (await decodeSplatStream(stream, { maxGaussians, maxBytes: 1e6 })).cloud;
}

function textPly(cloud: GaussianCloud): Uint8Array {
  const binary = encodePly(cloud, { normals: false });
  const header = new TextDecoder().decode(binary).split("end_header\n")[0] + "end_header\n";
  const words = Array.from(new Float32Array(binary.slice(header.length).buffer));
  const each = words.length / cloud.count;
  const rows = Array.from(
    { length: cloud.count },
    (_, i) => words.slice(i * each, (i + 1) * each).join(" ") + "\n",
  );
  const text = header.replace("binary_little_endian", "ascii") + rows.join("");
  return new TextEncoder().encode(text);
}

/** Reads a file that may be broken, and checks what comes of it. */
async function survive(
  subject: Subject,
  bytes: Uint8Array,
  what: string,
  boundBytes: number,
): Promise<boolean> {
  const { count: maxGaussians = COUNT } = subject;
  let refused = false;
  const allocated = await allocatedDuring(async () => {
    try {
      const found = await subject.decode(bytes, { maxGaussians });
      assert.ok(found.count <= maxGaussians, `${what}: ${found.count} Gaussians`);
    } catch (error) {
      if (!(error instanceof SplatFormatError)) {
        throw new Error(`${subject.name}, ${what}: ${error}`, { cause: error });
      }
      refused = true;
    }
  });
  const most = 2 * boundBytes;
  assert.ok(allocated <= most, `${subject.name}, ${what}: ${allocated} bytes, not ${most}`);
  return refused;
}

for (const subject of SUBJECTS) {
  Deno.test({
    name: `${subject.name}: 60 cut or overwritten files are refused or read, within bounds`,
    ignore: subject.ignore ?? false,
    fn: async () => {
      const whole = await subject.file();
      const bound = boundOf(whole, subject);
      assert.ok(!await survive(subject, whole, "the whole file, just at the bound", bound));
      const random = seededRandom(7);
      let refused = 0;
      for (let i = 0; i < 30; i++) {
        const length = i < 10 ? i * 3 : Math.floor(random() * whole.length);
        if (await survive(subject, whole.slice(0, length), `cut at ${length}`, bound)) refused++;
      }
      for (let i = 0; i < 30; i++) {
        const bytes = Uint8Array.from(whole);
        const at = i < 20 ? i * 2 : Math.floor(random() * whole.length);
        bytes.fill(i % 2 ? 0xff : 0, at, at + 4);
        if (await survive(subject, bytes, `four bytes at ${at}`, bound)) refused++;
      }
      // A `.splat` has no structure beyond its length.
      assert.ok(refused >= (subject.name === "splat" ? 20 : 35), `${refused} refused`);
    },
  });

  Deno.test({
    name: `${subject.name}: ${subject.mutations} mutations never crash`,
    ignore: subject.ignore ?? false,
    fn: async () => {
      const whole = await subject.file();
      const bound = boundOf(whole, subject);
      const random = seededRandom(11);
      for (let i = 0; i < subject.mutations; i++) {
        await survive(subject, mutate(whole, random), `mutation ${i}`, bound);
      }
    },
  });
}

/** Changes a few bytes, most of them near the beginning, where headers are; or cuts or repeats. */
function mutate(whole: Uint8Array, random: () => number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  const changes = 1 + Math.floor(random() * 4);
  for (let i = 0; i < changes; i++) {
    const reach = random() < 0.7 ? Math.min(bytes.length, 600) : bytes.length;
    const at = Math.floor(random() * reach);
    bytes[at] = random() < 0.5 ? bytes[at] ^ (1 << Math.floor(random() * 8)) : random() * 256;
  }
  const kind = random();
  if (kind < 0.1) return bytes.subarray(0, Math.floor(random() * bytes.length));
  if (kind < 0.2) return Uint8Array.of(...bytes, ...bytes.subarray(0, 64));
  return bytes;
}

Deno.test("decodeSplats() refuses or reads 500 files of noise, signatures in front or not", async () => {
  const random = seededRandom(3);
  const signatures = await Promise.all(
    SPLAT_FORMATS.filter((format) => !["sog", "hdf5"].includes(format))
      .map(async (format) => (await encodeSplats(cloud, format)).subarray(0, 32)),
  );
  for (let i = 0; i < 500; i++) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 400) }, () => random() * 256);
    if (i % 2) bytes.set(signatures[i % signatures.length].subarray(0, bytes.length));
    const subject = { name: "noise", file: () => bytes, decode: decodeSplats, mutations: 0 };
    await survive(subject, bytes, `file ${i}`, boundOf(bytes));
  }
});

Deno.test({
  name: "files that unpack to 256 MB under a bound of 1 MB take less than 64 MB to refuse",
  ignore: !granted("read", "run"),
  fn: async () => {
    const probe = new URL("../testing/bomb_probe.ts", import.meta.url);
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--allow-sys", probe.pathname],
    }).output();
    const text = new TextDecoder();
    assert.equal(text.decode(stderr), "");
    const { refused, roseBytes } = JSON.parse(text.decode(stdout)) as {
      refused: string[];
      roseBytes: number;
    };
    assert.equal(refused.length, 6, refused.join(", "));
    // Measured: 17 to 22 MB; how much there is beside the bound is up to the garbage collector.
    assert.ok(roseBytes < 64e6, `${roseBytes} bytes`);
  },
});

/** Returns what a decoder says of a file that it refuses. */
async function refusal(decode: () => unknown): Promise<SplatFormatError> {
  try {
    await decode();
  } catch (error) {
    if (error instanceof SplatFormatError) return error;
    throw error;
  }
  assert.fail("read");
}

Deno.test("decodePly() says where the header declares what it refuses", async () => {
  const text = textPly(cloud).slice(0, 1500);
  const file = new TextDecoder().decode(text).replaceAll("\n", "\r\n");
  const { offset, field } = await refusal(() =>
    decodePly(new TextEncoder().encode(file), { maxGaussians: 1 })
  );
  assert.equal(field, "vertex count");
  assert.equal(offset, file.indexOf("element vertex"));
});

Deno.test({
  name: "decodeSog() says where in the bundle is what it refuses",
  ignore: noRead,
  fn: async () => {
    const file = await Deno.readFile(new URL("../testdata/theirs.sog", import.meta.url));
    const { offset } = await refusal(() => decodeSog(file, { maxGaussians: 1 }));
    const header = new TextDecoder("latin1").decode(file.subarray(offset, offset! + 39));
    assert.ok(header.startsWith("PK") && header.endsWith("meta.json"), header);
  },
});

Deno.test({
  name: "decodeHdf5() names no place, as the library tells none",
  ignore: noRead,
  fn: async () => {
    const file = await encodeSplats(cloud, "hdf5");
    const { offset, message } = await refusal(() => decodeHdf5(file, { maxGaussians: 1 }));
    assert.equal(offset, undefined);
    assert.equal(message, "Cannot read hdf5: number of points is 40, expected at most 1");
  },
});
