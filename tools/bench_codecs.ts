/**
 * `deno task bench:codecs`: PLY and SPZ of ours beside the libraries of the field, in one run.
 *
 * Everyone does the same work in turns, so that whatever else the machine does meets all alike, in
 * an order drawn anew each time, as who comes next pays for sweeping up after the one before. It is
 * the processor's time that is compared, as a busy machine stretches the clock's.
 * Beside them stands what nobody can do without: the bare (de)compression of the same bytes, and
 * taking and filling the memory of the result.
 *
 * @module
 */
import { flag, print, type Random, runProgram, seededRandom } from "@threegen/service";
import {
  decodePly,
  decodeSplats,
  decodeSplatStream,
  decodeSpz,
  decodeSpz404,
  emptyCloud,
  encodePly,
  encodeSpz,
  encodeSpz404,
  filterCloud,
  type GaussianCloud,
  mergeClouds,
} from "@threegen/splats";
import { testScenes } from "@threegen/splats/testing";
import process from "node:process";
import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { z } from "zod";
import { type CodecPeers, loadCodecPeers } from "./codec_peers.ts";

/** One way of doing what its group does. */
interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
}

/** What was measured of one contestant. */
interface Row {
  readonly count: number;
  readonly group: string;
  readonly name: string;
  /** Shortest time on the clock. */
  readonly bestMs: number;
  /** Median of the processor's time, all threads of this process together. */
  readonly medianCpuMs: number;
  /** Of the cloud in memory, whatever the file takes; by the processor's time. */
  readonly megabytesPerSecond: number;
}

/** Gaussians of the dense test scene. */
const DENSE_COUNT = 20_000;

/** Names in the tables: ours, reading from a stream, and what nobody can do without. */
const OURS = "threegen";
const STREAMED = "threegen, streamed";
const BARE = "bare compression";
const MEMORY = "bare memory";

/** Bytes of the chunks in which a file arrives, as those of a disk and of `fetch()` often are. */
const CHUNK_BYTES = 64 * 1024;

await runProgram({
  name: "deno task bench:codecs",
  description: "Times PLY and SPZ of ours, @adobe/spz, @spz-loader/core and splat-transform in " +
    "turns. The first run fetches the three into Deno's cache.",
  argument: { name: "[file]", description: "splat file to take the Gaussians from" },
  flags: {
    counts: z.string().regex(/^\d+(,\d+)*$/).default("50000,1000000")
      .describe("Numbers of Gaussians, with commas"),
    rounds: z.coerce.number().int().min(1).default(11).describe("Turns of everyone"),
    only: z.string().default("").describe("Do the groups whose name has this in it"),
    json: flag.on().describe("One JSON array as the result"),
  },
}, async ({ flags, args: [path] }, signal) => {
  const peers = await loadCodecPeers();
  const rows: Row[] = [];
  for (const count of flags.counts.split(",").map(Number)) {
    const cloud = path
      ? repeat(await decodeSplats(await Deno.readFile(path)), count)
      : dense(count);
    const groups = Object.entries(await contests(cloud, peers));
    for (const [group, contestants] of groups.filter(([name]) => name.includes(flags.only))) {
      const measured = await measure(group, cloud, contestants, flags.rounds, signal);
      rows.push(...measured);
      if (!flags.json) print(tableOf(measured));
    }
  }
  if (flags.json) print(JSON.stringify(rows));
});

/** Returns Gaussians at random in a ball; no two are alike, so that nothing but the planes packs. */
function dense(count: number): GaussianCloud {
  const clouds: GaussianCloud[] = [];
  for (let seed = 1; clouds.length * DENSE_COUNT < count; seed++) {
    clouds.push(testScenes(seed).find(({ name }) => name === "dense")!.cloud);
  }
  return filterCloud(mergeClouds(clouds), (i) => i < count);
}

/** Returns a cloud of `count` Gaussians: those given, from the beginning again where they end. */
function repeat(cloud: GaussianCloud, count: number): GaussianCloud {
  const times = Math.ceil(count / cloud.count);
  return filterCloud(mergeClouds(Array.from({ length: times }, () => cloud)), (i) => i < count);
}

/** Returns what is to be done, and by whom. */
async function contests(
  cloud: GaussianCloud,
  { adobe, spzLoader, splatTransform }: CodecPeers,
): Promise<Record<string, Contestant[]>> {
  const ply = encodePly(cloud);
  const spz3 = encodeSpz(cloud);
  const spz4 = encodeSpz(cloud, { version: 4 });
  const spz404 = encodeSpz404(cloud);
  const stream3 = gunzipSync(spz3);
  const stream404 = zstdDecompressSync(spz404);
  const frames4 = zstdFrames(spz4);
  const planes4 = frames4.map((frame) => zstdDecompressSync(frame));
  const table = await splatTransform.decode(ply, "ply");
  const streamed = (bytes: Uint8Array) => ({
    name: STREAMED,
    run: () => decodeSplatStream(streamOf(bytes), { maxGaussians: cloud.count, maxBytes: 2 ** 30 }),
  });
  const newCloud = { name: MEMORY, run: () => fillNewCloud(cloud.count) };
  const newFile = (bytes: Uint8Array) => ({
    name: MEMORY,
    run: () => new Uint8Array(bytes.length).fill(1),
  });
  return {
    "decode PLY": [
      { name: OURS, run: () => decodePly(ply) },
      { name: "splat-transform", run: () => splatTransform.decode(ply, "ply") },
      streamed(ply),
      newCloud,
    ],
    "encode PLY": [
      { name: OURS, run: () => encodePly(cloud) },
      { name: "splat-transform", run: () => splatTransform.encode(table, "ply") },
      newFile(ply),
    ],
    "decode SPZ 3": [
      { name: OURS, run: () => decodeSpz(spz3) },
      { name: "@adobe/spz", run: () => adobe.decode(spz3) },
      // It knows no version 4.
      { name: "@spz-loader/core", run: () => spzLoader.decode(spz3) },
      { name: "splat-transform", run: () => splatTransform.decode(spz3, "spz") },
      streamed(spz3),
      { name: BARE, run: () => gunzipSync(spz3, { chunkSize: stream3.length + 1 }) },
      newCloud,
    ],
    "encode SPZ 3": [
      { name: OURS, run: () => encodeSpz(cloud) },
      { name: "@adobe/spz", run: () => adobe.encode(cloud, 3) },
      { name: "splat-transform", run: () => splatTransform.encode(table, "spz", 3) },
      { name: BARE, run: () => gzipSync(stream3) },
      newFile(spz3),
    ],
    "decode SPZ 4": [
      { name: OURS, run: () => decodeSpz(spz4) },
      { name: "@adobe/spz", run: () => adobe.decode(spz4) },
      { name: "splat-transform", run: () => splatTransform.decode(spz4, "spz") },
      {
        name: BARE,
        run: () =>
          frames4.forEach((frame, i) =>
            zstdDecompressSync(frame, { chunkSize: planes4[i].length + 1 })
          ),
      },
      newCloud,
    ],
    "encode SPZ 4": [
      { name: OURS, run: () => encodeSpz(cloud, { version: 4 }) },
      { name: "@adobe/spz", run: () => adobe.encode(cloud, 4) },
      { name: "splat-transform", run: () => splatTransform.encode(table, "spz", 4) },
      { name: BARE, run: () => planes4.forEach((plane) => zstdCompressSync(plane, effort(5))) },
      newFile(spz4),
    ],
    "decode the subnet's SPZ": [
      { name: OURS, run: () => decodeSpz404(spz404) },
      streamed(spz404),
      { name: BARE, run: () => zstdDecompressSync(spz404, { chunkSize: stream404.length + 1 }) },
      newCloud,
    ],
    "encode the subnet's SPZ": [
      { name: OURS, run: () => encodeSpz404(cloud) },
      { name: BARE, run: () => zstdCompressSync(stream404, effort(1)) },
      newFile(spz404),
    ],
  };
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at += CHUNK_BYTES));
      else controller.close();
    },
  });
}

/** Takes the memory of a cloud of degree 0, as new, and writes each of its bytes once. */
function fillNewCloud(count: number): void {
  const { positions, logScales, rotations, opacityLogits, shDc } = emptyCloud(count);
  for (const values of [positions, logScales, rotations, opacityLogits, shDc]) values.fill(1);
}

/** Returns the frames of a version 4: one for each plane, by its table of contents. */
function zstdFrames(spz: Uint8Array): Uint8Array[] {
  const view = new DataView(spz.buffer, spz.byteOffset, spz.byteLength);
  const entries = view.getUint32(16, true);
  let at = entries + spz[15] * 16;
  return Array.from({ length: spz[15] }, (_, i) => {
    const size = Number(view.getBigUint64(entries + i * 16, true));
    return spz.subarray(at, at += size);
  });
}

function effort(level: number): { params: Record<number, number> } {
  return { params: { [constants.ZSTD_c_compressionLevel]: level } };
}

async function measure(
  group: string,
  cloud: GaussianCloud,
  contestants: readonly Contestant[],
  rounds: number,
  signal: AbortSignal,
): Promise<Row[]> {
  const clockMs = contestants.map((): number[] => []);
  const cpuMs = contestants.map((): number[] => []);
  const random = seededRandom(1);
  // The first turn, in which everyone's code is compiled, does not count.
  for (let round = -1; round < rounds; round++) {
    for (const [i, { run }] of shuffled([...contestants.entries()], random)) {
      signal.throwIfAborted();
      const startMs = performance.now();
      const startCpu = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(startCpu);
      if (round < 0) continue;
      clockMs[i].push(performance.now() - startMs);
      cpuMs[i].push((user + system) / 1000);
    }
  }
  const sizeBytes = [
    cloud.positions,
    cloud.logScales,
    cloud.rotations,
    cloud.opacityLogits,
    cloud.shDc,
    cloud.shRest,
  ].reduce((sum, values) => sum + values.byteLength, 0);
  return contestants.map(({ name }, i) => {
    const medianCpuMs = cpuMs[i].sort((a, b) => a - b)[rounds >> 1];
    return {
      count: cloud.count,
      group,
      name,
      bestMs: Math.min(...clockMs[i]),
      medianCpuMs,
      megabytesPerSecond: sizeBytes / 1e3 / medianCpuMs,
    };
  });
}

function shuffled<T>(values: T[], random: Random): T[] {
  for (let left = values.length; left > 1; left--) {
    const at = Math.floor(random() * left);
    [values[at], values[left - 1]] = [values[left - 1], values[at]];
  }
  return values;
}

function tableOf(rows: readonly Row[]): string {
  const ours = rows[0];
  return [
    `${ours.group}, ${ours.count} Gaussians`,
    ...rows.map(({ name, bestMs, medianCpuMs, megabytesPerSecond }) =>
      `  ${name.padEnd(20)}${bestMs.toFixed(1).padStart(9)} ms best ` +
      `${medianCpuMs.toFixed(1).padStart(9)} ms CPU ` +
      `${megabytesPerSecond.toFixed(0).padStart(6)} MB/s ` +
      `${(medianCpuMs / ours.medianCpuMs).toFixed(2).padStart(7)} x ours`
    ),
    "",
  ].join("\n");
}
