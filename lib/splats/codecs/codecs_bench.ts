// PLY and SPZ, 50 000 Gaussians of degree 0, each beside the bare compression of the same bytes.
// Beside other libraries: deno task bench:codecs.
import { gunzipSync, gzipSync, zstdDecompressSync } from "node:zlib";
import {
  decodePly,
  decodeSpz,
  decodeSpz404,
  encodePly,
  encodeSpz,
  encodeSpz404,
  filterCloud,
  mergeClouds,
} from "../mod.ts";
import { testScenes } from "../testing/mod.ts";
import { compressZstd } from "./zstd.ts";

const dense = [1, 2, 3].map((seed) => testScenes(seed).find(({ name }) => name === "dense")!.cloud);
const cloud = filterCloud(mergeClouds(dense), (i) => i < 50_000);
const ply = encodePly(cloud);
const spz3 = encodeSpz(cloud);
const spz4 = encodeSpz(cloud, { version: 4 });
const spz404 = encodeSpz404(cloud);
const stream3 = gunzipSync(spz3);
const stream404 = zstdDecompressSync(spz404);

let group = "decode PLY";
Deno.bench("decodePly()", { group }, () => void decodePly(ply));
group = "encode PLY";
Deno.bench("encodePly()", { group }, () => void encodePly(cloud));

group = "decode SPZ 3";
Deno.bench("gzip alone", { group, baseline: true }, () => void gunzipSync(spz3));
Deno.bench("decodeSpz()", { group }, () => void decodeSpz(spz3));
group = "encode SPZ 3";
Deno.bench("gzip alone", { group, baseline: true }, () => void gzipSync(stream3));
Deno.bench("encodeSpz()", { group }, () => void encodeSpz(cloud));

group = "decode SPZ 4";
Deno.bench("decodeSpz()", { group }, () => void decodeSpz(spz4));
group = "encode SPZ 4";
Deno.bench("encodeSpz()", { group }, () => void encodeSpz(cloud, { version: 4 }));

group = "decode the subnet's SPZ";
Deno.bench("zstd alone", { group, baseline: true }, () => void zstdDecompressSync(spz404));
Deno.bench("decodeSpz404()", { group }, () => void decodeSpz404(spz404));
group = "encode the subnet's SPZ";
Deno.bench("zstd alone", { group, baseline: true }, () => void compressZstd(stream404, 1));
Deno.bench("encodeSpz404()", { group }, () => void encodeSpz404(cloud));
