// A file that arrives in pieces gives what the whole file gives: the same cloud or the same error.
import { granted } from "@threegen/service/testing";
import fc from "fast-check";
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import {
  canEncode,
  decodeSplats,
  decodeSplatStream,
  encodePly,
  encodeSplats,
  encodeSpz,
  filterCloud,
  type GaussianCloud,
  mergeClouds,
  SPLAT_FORMATS,
  SplatFormatError,
} from "../mod.ts";
import { allocatedDuring } from "../testing/allocated_during.ts";
import { testScenes, tinyCloud } from "../testing/mod.ts";
import { writeSpzStream } from "./spz_stream.ts";

const LIMITS = { maxGaussians: 100_000, maxBytes: 100_000_000 };

/** 300 Gaussians of degree 3, whose files have several kilobytes in every format. */
const cloud = filterCloud(
  testScenes().find(({ name }) => name === "harmonics")!.cloud,
  (i) => i < 300,
);

/** A stream that tells how much was asked of it and whether it was cancelled. */
interface Tap {
  readonly stream: ReadableStream<Uint8Array>;
  sentBytes: number;
  isCancelled: boolean;
}

/** Returns a stream of bytes in chunks of the sizes given, over and over. */
function tap(bytes: Uint8Array, sizes: readonly number[]): Tap {
  let at = 0;
  let turn = 0;
  const made: Tap = {
    stream: new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        const chunk = bytes.subarray(at, at + sizes[turn++ % sizes.length]);
        at += chunk.length;
        made.sentBytes += chunk.length;
        controller.enqueue(chunk);
      },
      cancel() {
        made.isCancelled = true;
      },
    }, { highWaterMark: 0 }),
    sentBytes: 0,
    isCancelled: false,
  };
  return made;
}

/** Returns what a decoder gives: the cloud, or what it says is wrong. */
async function outcome(decode: () => Promise<GaussianCloud>): Promise<unknown> {
  try {
    return await decode();
  } catch (error) {
    if (error instanceof SplatFormatError) return error.message;
    throw error;
  }
}

async function assertSame(bytes: Uint8Array, sizes: readonly number[], what: string) {
  const { maxGaussians } = LIMITS;
  const expected = await outcome(() => decodeSplats(bytes, { maxGaussians }));
  const { stream } = tap(bytes, sizes);
  const found = await outcome(async () => (await decodeSplatStream(stream, LIMITS)).cloud);
  assert.deepEqual(found, expected, what);
}

const chunkings = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 9000 })), {
  minLength: 1,
  maxLength: 5,
}).filter((sizes) => sizes.some((size) => size > 0));

const noRead = !granted("read");
const FILES: { name: string; file: () => Uint8Array | Promise<Uint8Array>; ignore?: boolean }[] = [
  ...SPLAT_FORMATS.filter(canEncode).map((format) => ({
    name: format,
    file: () => encodeSplats(cloud, format),
    ignore: format === "hdf5" && noRead,
  })),
  {
    name: "sog",
    file: () => Deno.readFileSync(new URL("../testdata/theirs.sog", import.meta.url)),
    ignore: noRead,
  },
  { name: "spz version 2", file: () => encodeSpz(cloud, { version: 2 }) },
  { name: "spz version 4", file: () => encodeSpz(cloud, { version: 4 }) },
  { name: "spz with extensions", file: () => gzipSync(withExtensions(writeSpzStream(cloud, 3))) },
  { name: "spz under its compression", file: () => writeSpzStream(cloud, 3) },
  { name: "big-endian ply with more tables", file: () => bigEndianPly() },
];

for (const { name, file, ignore } of FILES) {
  const isUnpacked = name === "spz under its compression";
  const packed = (bytes: Uint8Array) => isUnpacked ? new Uint8Array(gzipSync(bytes)) : bytes;

  Deno.test({
    name: `decodeSplatStream() reads ${name} in any chunks`,
    ignore: ignore ?? false,
    fn: async () => {
      const bytes = packed(await file());
      await fc.assert(
        fc.asyncProperty(chunkings, (sizes) => assertSame(bytes, sizes, name)),
        { numRuns: 30 },
      );
    },
  });

  // The library of HDF5 reads what happens to lie in memory where a file is broken.
  if (name === "hdf5") continue;

  Deno.test({
    name: `decodeSplatStream() refuses broken ${name} in any chunks as decodeSplats() does`,
    ignore: ignore ?? false,
    fn: async () => {
      const whole = await file();
      const most = whole.length - 1;
      const changes = fc.record({
        at: fc.oneof(fc.nat({ max: Math.min(most, 100) }), fc.nat({ max: most })),
        mask: fc.integer({ min: 1, max: 255 }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(changes, { minLength: 1, maxLength: 3 }),
          fc.option(fc.nat({ max: whole.length + 40 })),
          chunkings,
          async (flips, length, sizes) => {
            const bytes = new Uint8Array(length ?? whole.length);
            bytes.set(whole.subarray(0, bytes.length));
            for (const { at, mask } of flips) bytes[at] ^= mask;
            await assertSame(packed(bytes), sizes, name);
          },
        ),
        { numRuns: name === "sog" ? 20 : 150 },
      );
    },
  });
}

/** Two records behind the planes, one unknown and long, one that says that −y is up. */
function withExtensions(stream: Uint8Array): Uint8Array {
  const unknown = new Uint8Array(8 + 5000);
  new DataView(unknown.buffer).setUint32(4, 5000, true);
  const axes = new Uint8Array(12);
  const view = new DataView(axes.buffer);
  [0xadbe0003, 4, 6].forEach((word, i) => view.setUint32(i * 4, word, true));
  const bytes = Uint8Array.of(...stream, ...unknown, ...axes);
  bytes[14] |= 2;
  return bytes;
}

/** A PLY of doubles, most significant byte first, between two other tables. */
function bigEndianPly(): Uint8Array {
  const little = encodePly(cloud);
  const [text] = new TextDecoder("latin1").decode(little).split("end_header\n");
  const header = text.replace("binary_little", "binary_big")
    .replace("element vertex", "element camera 3\nproperty uchar id\nelement vertex")
    .replaceAll("property float", "property double") +
    "element face 2\nproperty list uchar int vertex_indices\nend_header\n";
  const body = new Float32Array(little.slice(text.length + "end_header\n".length).buffer);
  const bytes = new Uint8Array(header.length + 3 + body.length * 8 + 26);
  bytes.set(new TextEncoder().encode(header));
  const view = new DataView(bytes.buffer, header.length + 3);
  body.forEach((value, i) => view.setFloat64(i * 8, value));
  return bytes;
}

Deno.test("decodeSplatStream() tells the format, that of a .splat too", async () => {
  for (const format of SPLAT_FORMATS.filter(canEncode)) {
    if (format === "hdf5" && noRead) continue;
    const { stream } = tap(await encodeSplats(tinyCloud(), format), [50]);
    assert.equal((await decodeSplatStream(stream, LIMITS)).format, format);
  }
});

Deno.test("decodeSplatStream() refuses a header before it fetches the rest", async () => {
  // No two alike, so that they do not pack.
  const many = testScenes().find(({ name }) => name === "dense")!.cloud;
  const { count } = many;
  const limits = { ...LIMITS, maxGaussians: count - 1 };
  for (
    const [name, bytes] of Object.entries({
      ply: encodePly(many),
      spz: encodeSpz(many),
      "version 4": encodeSpz(many, { version: 4 }),
    })
  ) {
    assert.ok(bytes.length > 130_000, `${name} is no test with ${bytes.length} bytes`);
    const made = tap(bytes, [1000]);
    await assert.rejects(decodeSplatStream(made.stream, limits), (error: unknown) => {
      assert.ok(error instanceof SplatFormatError, String(error));
      assert.equal(error.found, count);
      return true;
    });
    assert.ok(made.isCancelled, `${name} goes on`);
    assert.ok(made.sentBytes <= 66_000, `${name}: ${made.sentBytes} bytes`);
  }
});

Deno.test("decodeSplatStream() refuses what is no splat file by its beginning", async () => {
  const page = new TextEncoder().encode("<!doctype html>".padEnd(1_000_000, "<p>Not here</p>"));
  const made = tap(page, [1000]);
  const expected = await outcome(() => decodeSplats(page));
  const found = await outcome(async () => (await decodeSplatStream(made.stream, LIMITS)).cloud);
  assert.equal(found, expected);
  assert.ok(made.isCancelled && made.sentBytes < 70_000, `${made.sentBytes} bytes`);
});

Deno.test("decodeSplatStream() takes no more bytes than it may", async () => {
  const ply = encodePly(mergeClouds(Array.from({ length: 10 }, () => cloud)));
  const declared = tap(ply, [1000]);
  const limits = { ...LIMITS, maxBytes: ply.length - 1 };
  await assert.rejects(decodeSplatStream(declared.stream, limits), {
    message: `Cannot read splat file: size is "${ply.length} bytes by its header", ` +
      `expected at most ${ply.length - 1} bytes`,
  });
  assert.ok(declared.isCancelled && declared.sentBytes < 70_000);
  const exact = tap(ply, [1000]);
  await decodeSplatStream(exact.stream, { ...LIMITS, maxBytes: ply.length });

  for (const format of ["spz", "glb"] as const) {
    const bytes = await encodeSplats(cloud, format);
    const made = tap(bytes, [1000]);
    const few = { ...LIMITS, maxBytes: 5000 };
    await assert.rejects(decodeSplatStream(made.stream, few), /expected at most 5000 bytes/);
    assert.ok(made.isCancelled && made.sentBytes <= 6000, format);
  }
});

Deno.test("decodeSplatStream() leaves lists behind the Gaussians of a PLY", async () => {
  const ply = withTables("element face 9\nproperty list uchar int vertex_indices\n");
  const longer = new Uint8Array(ply.length + 1_000_000);
  longer.set(ply);
  const made = tap(longer, [65_536]);
  assert.equal((await decodeSplatStream(made.stream, LIMITS)).cloud.count, cloud.count);
  assert.ok(made.isCancelled && made.sentBytes < ply.length + 65_536);
});

Deno.test("decodeSplatStream() refuses what follows the last table of a PLY as soon as it comes", async () => {
  for (const tables of ["", "element camera 2\nproperty double focal\n"]) {
    const tableBytes = tables === "" ? 0 : 16;
    const ply = withTables(tables);
    const exact = new Uint8Array(ply.length + tableBytes);
    exact.set(ply);
    await assertSame(exact, [999], tables);
    assert.equal((await decodeSplatStream(tap(exact, [999]).stream, LIMITS)).format, "ply");
    const longer = new Uint8Array(exact.length + 1_000_000);
    longer.set(ply);
    await assertSame(longer, [65_536], tables);
    const made = tap(longer, [65_536]);
    await assert.rejects(
      decodeSplatStream(made.stream, LIMITS),
      { message: `Cannot read ply: end at byte ${exact.length} is "more bytes", expected nothing` },
    );
    assert.ok(made.isCancelled && made.sentBytes < exact.length + 2 * 65_536);
    if (tableBytes === 0) continue;
    await assertSame(exact.subarray(0, -1), [999], "cut");
    await assert.rejects(
      decodeSplatStream(tap(exact.subarray(0, -1), [999]).stream, LIMITS),
      /what follows the vertices at byte \d+ is 15, expected 16 bytes/,
    );
  }
});

/** A PLY with more tables declared behind the Gaussians, but without their rows. */
function withTables(tables: string): Uint8Array {
  const ply = encodePly(cloud);
  const text = new TextDecoder("latin1").decode(ply);
  const end = text.indexOf("end_header");
  return Uint8Array.of(
    ...ply.subarray(0, end),
    ...new TextEncoder().encode(tables),
    ...ply.subarray(end),
  );
}

Deno.test("decodeSplatStream() holds the cloud and a block of a PLY, not the file", async () => {
  const many = mergeClouds(Array.from({ length: 30 }, () => cloud));
  const ply = encodePly(many);
  const made = tap(ply, [16_384]);
  const allocated = await allocatedDuring(() => decodeSplatStream(made.stream, LIMITS));
  // 59 values of a Gaussian; the beginning, and two blocks of 1024 rows.
  const bound = many.count * 59 * 4 + 3 * 65_536 + 2 * 1024 * 62 * 4;
  assert.ok(allocated <= bound && ply.length + many.count * 59 * 4 > bound, `${allocated} bytes`);
});

Deno.test("decodeSplatStream() ends with its signal, while it waits too", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    start: (source) => source.enqueue(encodePly(cloud).subarray(0, 100)),
    // Nothing more ever comes.
    pull: () => new Promise<void>(() => controller.abort(new Error("enough"))),
    cancel: () => void (isCancelled = true),
  }, { highWaterMark: 0 });
  await assert.rejects(decodeSplatStream(stream, { ...LIMITS, signal }), /enough/);
  assert.ok(isCancelled);
  const late = tap(encodePly(cloud), [100]);
  await assert.rejects(decodeSplatStream(late.stream, { ...LIMITS, signal }), /enough/);
  assert.ok(late.isCancelled);
});

Deno.test("decodeSplatStream() passes on what goes wrong with the stream", async () => {
  const many = testScenes().find(({ name }) => name === "dense")!.cloud;
  for (const format of ["ply", "spz", "glb"] as const) {
    const bytes = await encodeSplats(many, format);
    for (const sentBytes of [3000, 200_000]) {
      // Such as an unzipped body has: then it is not the file that zlib found broken.
      const failure = Object.assign(new Error("connection lost"), { code: "Z_DATA_ERROR" });
      let isFirst = true;
      const stream = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (isFirst) controller.enqueue(bytes.slice(0, sentBytes));
          else controller.error(failure);
          isFirst = false;
        },
      });
      await assert.rejects(decodeSplatStream(stream, LIMITS), (error) => error === failure);
    }
  }
});

Deno.test("decodeSplatStream() says what is wrong though the source never ends its cancelling", async () => {
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(70_000)),
    cancel: () => new Promise(() => {}),
  });
  await assert.rejects(
    decodeSplatStream(stream, { maxGaussians: 10, maxBytes: 1e6 }),
    SplatFormatError,
  );
});
