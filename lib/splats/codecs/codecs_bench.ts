// Decode and encode PLY and SPZ beside the standard's own library, 50 000 Gaussians of degree 0.
import createSpzModule, { type SpzModule } from "@adobe/spz";
import { decodePly, decodeSpz, decodeSpz404, encodePly, encodeSpz, encodeSpz404 } from "../mod.ts";
import { filterCloud, mergeClouds } from "../mod.ts";
import { testScenes } from "../testing/mod.ts";

const dense = [1, 2, 3].map((seed) => testScenes(seed).find(({ name }) => name === "dense")!.cloud);
const cloud = filterCloud(mergeClouds(dense), (i) => i < 50_000);
const ply = encodePly(cloud);
const spz = encodeSpz(cloud);
const spz4 = encodeSpz(cloud, { version: 4 });
const spz404 = encodeSpz404(cloud);

const createModule = createSpzModule as unknown as (options: object) => Promise<SpzModule>;
const library = await createModule({ print: () => {}, printErr: () => {} });
const from = library.CoordinateSystem.RUB;
const theirs = {
  numPoints: cloud.count,
  shDegree: 0,
  antialiased: false,
  extensions: [],
  positions: cloud.positions,
  scales: cloud.logScales,
  rotations: cloud.rotations,
  alphas: cloud.opacityLogits,
  colors: cloud.shDc,
  sh: cloud.shRest,
};
const theirEncode = (version: number) => () =>
  void library.saveSpzToBuffer(theirs, { version, from, sh1Bits: 5, shRestBits: 4 });
const theirDecode = (bytes: Uint8Array) => () =>
  void library.loadSpzFromBuffer(bytes, { to: from });

Deno.bench("decodePly()", { group: "decode PLY" }, () => void decodePly(ply));
Deno.bench("encodePly()", { group: "encode PLY" }, () => void encodePly(cloud));

Deno.bench("@adobe/spz", { group: "decode SPZ 3", baseline: true }, theirDecode(spz));
Deno.bench("decodeSpz()", { group: "decode SPZ 3" }, () => void decodeSpz(spz));
Deno.bench("@adobe/spz", { group: "encode SPZ 3", baseline: true }, theirEncode(3));
Deno.bench("encodeSpz()", { group: "encode SPZ 3" }, () => void encodeSpz(cloud));

Deno.bench("@adobe/spz", { group: "decode SPZ 4", baseline: true }, theirDecode(spz4));
Deno.bench("decodeSpz()", { group: "decode SPZ 4" }, () => void decodeSpz(spz4));
Deno.bench("@adobe/spz", { group: "encode SPZ 4", baseline: true }, theirEncode(4));
Deno.bench("encodeSpz()", { group: "encode SPZ 4" }, () => void encodeSpz(cloud, { version: 4 }));

Deno.bench("decodeSpz404()", { group: "decode the subnet's SPZ" }, () => void decodeSpz404(spz404));
Deno.bench("encodeSpz404()", { group: "encode the subnet's SPZ" }, () => void encodeSpz404(cloud));
