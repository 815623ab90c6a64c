import assert from "node:assert/strict";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  decodeGlb,
  decodeSpz,
  encodeGlb,
  encodeSpz,
  filterCloud,
  type GaussianCloud,
  mergeClouds,
  rotationAbout,
  SplatFormatError,
  transformCloud,
  withShDegree,
} from "../mod.ts";
import { allocatedDuring } from "../testing/allocated_during.ts";
import { glbFile, type GlbJson, glbParts } from "../testing/glb_file.ts";
import { glbWithSpz } from "../testing/glb_with_spz.ts";
import { testScenes, tinyCloud } from "../testing/mod.ts";

const cloud: GaussianCloud = tinyCloud();

for (const version of [2, 3, 4] as const) {
  Deno.test(`decodeGlb() reads an SPZ of version ${version} in place of the attributes`, () => {
    const spz = encodeSpz(cloud, { version });
    assert.deepEqual(decodeGlb(glbWithSpz(spz, cloud.count)), decodeSpz(spz));
  });
}

Deno.test("decodeGlb() puts an SPZ where its node is", () => {
  const spz = encodeSpz(cloud);
  const moved = decodeGlb(glbWithSpz(spz, cloud.count, { translation: [10, 0, 0] }));
  assert.deepEqual(
    Array.from(moved.positions),
    Array.from(decodeSpz(spz).positions, (value, i) => i % 3 === 0 ? value + 10 : value),
  );
});

Deno.test("decodeGlb() refuses an SPZ that is broken, too large or not what is declared", () => {
  const spz = encodeSpz(cloud);
  const cases: [Uint8Array, number | undefined, RegExp][] = [
    [glbWithSpz(spz.subarray(0, 60), 3), undefined, /Cannot read spz: gzip stream/],
    [glbWithSpz(gzipSync(new Uint8Array()), 3), undefined, /SPZ at byte 20 is "without a header"/],
    [glbWithSpz(padded(spz, 2000), 3), undefined, /SPZ at byte 20 is "without a header"/],
    [glbWithSpz(spz, 3), 2, /Cannot read spz: count at byte 8 is 3, expected at most 2/],
    [glbWithSpz(spz, 4), undefined, /POSITION count .* is 4, expected 3 as in SPZ/],
    [glbWithSpz(spz, 3, {}, { byteLength: 100_000 }), undefined, /SPZ at byte 0 is/],
    [glbWithSpz(spz, 3, {}, { buffer: 1 }), undefined, /SPZ buffer .*outside the file/],
  ];
  for (const [bytes, maxGaussians, message] of cases) {
    assert.throws(() => decodeGlb(bytes, maxGaussians ? { maxGaussians } : {}), (error) => {
      assert.ok(error instanceof SplatFormatError, String(error));
      assert.match(error.message, message);
      return true;
    });
  }
});

/** A gzip file with a long comment in front of what it holds. */
function padded(file: Uint8Array, length: number): Uint8Array {
  const comment = new Uint8Array(length).fill(0x2a);
  const bytes = Uint8Array.of(...file.subarray(0, 10), ...comment, 0, ...file.subarray(10));
  bytes[3] |= 0x10;
  return bytes;
}

/** 12 Gaussians of degree 3. */
const many = filterCloud(
  testScenes().find(({ name }) => name === "harmonics")!.cloud,
  (i) => i < 12,
);

/** The GLB that we write, with other nodes, meshes or whatever is said. */
function changed(source: GaussianCloud, change: (content: GlbJson) => object): Uint8Array {
  const { content, binary } = glbParts(encodeGlb(source));
  return glbFile({ ...content, ...change(content) }, binary);
}

function assertAlike(found: GaussianCloud, expected: GaussianCloud) {
  assert.equal(found.count, expected.count);
  assert.equal(found.shDegree, expected.shDegree);
  for (const name of ["positions", "logScales", "shDc", "shRest"] as const) {
    found[name].forEach((value, i) =>
      assert.ok(Math.abs(value - expected[name][i]) < 2e-5, `${name} ${i}: ${value}`)
    );
  }
  found.rotations.forEach((value, i) =>
    assert.ok(Math.abs(value - expected.rotations[i]) < 1e-5, `rotation ${i}: ${value}`)
  );
}

Deno.test("decodeGlb() scales, turns and shifts by every node from the scene down", () => {
  const movements = [
    { scale: 2, rotation: rotationAbout([0, 1, 0], 90), translation: [1, 2, 3] as const },
    { scale: 0.5 },
    { scale: 3, rotation: rotationAbout([1, 2, 3], 40), translation: [-4, 0, 1] as const },
  ];
  const nodes = movements.map(({ scale, rotation, translation }, i) => ({
    scale: [scale, scale, scale],
    ...(rotation ? { rotation: [...rotation.slice(1), rotation[0]] } : {}),
    ...(translation ? { translation } : {}),
    ...(i === 2 ? { mesh: 0 } : { children: [i + 1] }),
  }));
  const found = decodeGlb(changed(many, () => ({ nodes })));
  const plain = decodeGlb(encodeGlb(many));
  assertAlike(found, movements.reduceRight(transformCloud, plain));
  assert.ok(Math.abs(found.logScales[0] - plain.logScales[0] - Math.log(3)) < 1e-5);
});

Deno.test("decodeGlb() begins at the nodes that stand below none where there is no scene", () => {
  const nodes = [{ mesh: 0, translation: [1, 0, 0] }, { children: [0], translation: [2, 0, 0] }];
  const file = changed(tinyCloud(), () => ({ nodes, scenes: undefined, scene: undefined }));
  assert.equal(decodeGlb(file).positions[0], 2.5);
});

Deno.test("decodeGlb() reads normalized integers, which stand for parts of their range", () => {
  const integers = { 5120: Int8Array, 5121: Uint8Array, 5122: Int16Array, 5123: Uint16Array };
  const most = { 5120: 127, 5121: 255, 5122: 32767, 5123: 65535 };
  const opacity = "KHR_gaussian_splatting:OPACITY";
  const rotation = "KHR_gaussian_splatting:ROTATION";
  for (const type of [5120, 5121, 5122, 5123] as const) {
    const { content, binary } = glbParts(encodeGlb(tinyCloud()));
    // x of −most, and −most − 1, which stands for −1 as well.
    const isSigned = type % 2 === 0;
    const turns = isSigned
      ? [-most[type] - 1, 0, 0, 0, 0, most[type], 0, 0, 0, 0, 0, most[type]]
      : [most[type], 0, 0, 0, 0, most[type], 0, 0, 0, 0, 0, most[type]];
    const opacities = [0, 1, 2].map((i) => Math.round(most[type] * (i + 1) / 4));
    const more = [integers[type].from(turns), integers[type].from(opacities)]
      .map((values) => new Uint8Array(values.buffer));
    const views = content.bufferViews as object[];
    const accessors = content.accessors as object[];
    const [mesh] = content.meshes as { primitives: { attributes: Record<string, number> }[] }[];
    const { attributes } = mesh.primitives[0];
    attributes[rotation] = accessors.length;
    attributes[opacity] = accessors.length + 1;
    const common = { componentType: type, normalized: true, count: 3 };
    const file = glbFile({
      ...content,
      bufferViews: [
        ...views,
        { buffer: 0, byteOffset: binary.length, byteLength: more[0].length },
        { buffer: 0, byteOffset: binary.length + more[0].length, byteLength: more[1].length },
      ],
      accessors: [
        ...accessors,
        { ...common, bufferView: views.length, type: "VEC4" },
        { ...common, bufferView: views.length + 1, type: "SCALAR" },
      ],
    }, Uint8Array.of(...binary, ...more[0], ...more[1]));
    const found = decodeGlb(file);
    assert.deepEqual(
      [...found.rotations],
      [0, isSigned ? -1 : 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0],
    );
    found.opacityLogits.forEach((logit, i) => {
      const value = 1 / (1 + Math.exp(-logit));
      assert.ok(Math.abs(value - opacities[i] / most[type]) < 1e-6, `${type}: ${value}`);
    });
  }
});

Deno.test("decodeGlb() joins primitives of several degrees, SPZ among them, as one cloud", () => {
  const parts = ([0, 3, 1] as const).map((degree) => withShDegree(many, degree));
  const spz = encodeSpz(withShDegree(many, 2));
  const files = [...parts.map(encodeGlb), glbWithSpz(spz, many.count)];
  const content = {
    bufferViews: [] as object[],
    accessors: [] as object[],
    meshes: [] as object[],
  };
  let binary = new Uint8Array();
  const moved = { translation: [5, 0, 0], scale: [2, 2, 2] };
  for (const file of files) {
    const one = glbParts(file);
    const [firstView, firstAccessor] = [content.bufferViews.length, content.accessors.length];
    const shifted = JSON.parse(JSON.stringify(one.content), (key, value) => {
      if (key === "bufferView") return value + firstView;
      if (key === "byteOffset") return value + binary.length;
      if (key !== "attributes") return value;
      return Object.fromEntries(
        Object.entries(value as Record<string, number>).map(([name, at]) => [
          name,
          at + firstAccessor,
        ]),
      );
    });
    for (const view of shifted.bufferViews) view.byteOffset ??= binary.length;
    content.bufferViews.push(...shifted.bufferViews);
    content.accessors.push(...shifted.accessors);
    content.meshes.push(...shifted.meshes);
    binary = Uint8Array.of(...binary, ...one.binary);
  }
  const nodes = files.map((_, mesh) => ({ mesh, ...moved }));
  const scenes = [{ nodes: [0, 1, 2, 3] }];
  const found = decodeGlb(glbFile({ ...content, nodes, scenes }, binary));
  const expected = mergeClouds(files.map((file) => decodeGlb(file)));
  assertAlike(found, transformCloud(expected, { scale: 2, translation: [5, 0, 0] }));
});

Deno.test("decodeGlb() holds one cloud, however its primitives are placed", async () => {
  // 20 primitives that share their bytes, under 60 nodes that all move what is below.
  const file = changed(many, ({ meshes }) => ({
    nodes: Array.from({ length: 60 }, (_, i) => ({
      translation: [0.1, 0, 0],
      rotation: [0, 1, 0, 0],
      ...(i < 59 ? { children: [i + 1] } : { mesh: 0 }),
    })),
    meshes: [{ primitives: Array(20).fill((meshes[0] as { primitives: object[] }).primitives[0]) }],
  }));
  const maxGaussians = 20 * many.count;
  let found: GaussianCloud | undefined;
  const allocated = await allocatedDuring(() => void (found = decodeGlb(file, { maxGaussians })));
  assert.equal(found!.count, maxGaussians);
  const cloudBytes = maxGaussians * 59 * 4;
  // Beside the cloud: the matrices that turn harmonics, of each primitive.
  assert.ok(allocated < cloudBytes + 20 * 8000, `${allocated} bytes for ${cloudBytes}`);
  assert.throws(
    () => decodeGlb(file, { maxGaussians: maxGaussians - 1 }),
    /count at byte 20 is 240, expected at most 239/,
  );
});

Deno.test("decodeGlb() takes an ordinary file in little more than its cloud", async () => {
  const source = testScenes().find(({ name }) => name === "dense")!.cloud;
  const file = encodeGlb(source);
  const allocated = await allocatedDuring(() => decodeGlb(file, { maxGaussians: source.count }));
  const cloudBytes = source.count * (14 + ((source.shDegree + 1) ** 2 - 1) * 3) * 4;
  assert.ok(allocated < cloudBytes + 1000, `${allocated} bytes for ${cloudBytes}`);
});

Deno.test("decodeGlb() refuses thousands of primitives before it reads the first", async () => {
  const file = changed(many, ({ meshes }) => ({
    // 350 nodes that place a mesh of 350 primitives.
    scenes: [{ nodes: Array.from({ length: 350 }, (_, i) => i) }],
    nodes: Array(350).fill({ mesh: 0 }),
    meshes: [{
      primitives: Array(350).fill((meshes[0] as { primitives: object[] }).primitives[0]),
    }],
  }));
  const allocated = await allocatedDuring(() =>
    assert.throws(() => decodeGlb(file), /primitives at byte 20 is "more", expected at most 1024/)
  );
  assert.ok(allocated < 1e6, `${allocated} bytes`);
});

/** An SPZ whose header declares three Gaussians, and what unpacks to many more bytes. */
function bomb(sizeBytes: number): Uint8Array {
  const stream = new Uint8Array(sizeBytes);
  stream.set(gunzipSync(encodeSpz(tinyCloud())));
  return new Uint8Array(gzipSync(stream));
}

Deno.test("decodeGlb() unpacks no more of an SPZ than its Gaussians come to, nor too many of them", async () => {
  const thousand = {
    meshes: [{
      primitives: Array.from({ length: 1000 }, () => ({
        mode: 0,
        attributes: { POSITION: 0 },
        extensions: {
          KHR_gaussian_splatting: {
            extensions: { KHR_gaussian_splatting_compression_spz_2: { bufferView: 0 } },
          },
        },
      })),
    }],
  };
  assert.throws(
    () => decodeGlb(glbWithSpz(bomb(10_000_000), 3)),
    /SPZ at byte 0 is "9\d+ bytes", expected at most 4172/,
  );
  assert.throws(
    () => decodeGlb(glbWithSpz(bomb(3_000_000), 3)),
    /Cannot read spz: gzip stream at byte 0 is "more than 4172 bytes", expected at most 4172 bytes/,
  );
  const bombs = glbWithSpz(bomb(3_000_000), 3, {}, {}, thousand);
  assert.throws(() => decodeGlb(bombs), /more than 4172 bytes/);
  const honest = glbWithSpz(encodeSpz(tinyCloud()), 3, {}, {}, thousand);
  assert.equal(decodeGlb(honest, { maxGaussians: 3000 }).count, 3000);
  const allocated = await allocatedDuring(() =>
    assert.throws(() => decodeGlb(honest, { maxGaussians: 2999 }), /count at byte 20 is 3000/)
  );
  assert.ok(allocated < 10_000, `${allocated} bytes`);
});

const REFUSED: [string, (content: GlbJson) => object, RegExp][] = [
  [
    "an extension that it requires and we do not know",
    () => ({ extensionsRequired: ["KHR_gaussian_splatting", "EXT_other"] }),
    /extensionsRequired at byte 20 is "EXT_other"/,
  ],
  ["triangles", (content) => withPrimitive(content, { mode: 4 }), /primitive mode .* is 4/],
  [
    "no mode, which are triangles",
    (content) => withPrimitive(content, { mode: undefined }),
    /is 4/,
  ],
  [
    "an accessor that reaches beyond its view",
    ({ bufferViews }) => ({
      bufferViews: (bufferViews as { byteLength: number }[]).map((view, i) =>
        i === 0 ? { ...view, byteLength: view.byteLength - 4 } : view
      ),
    }),
    /POSITION buffer view/,
  ],
  [
    "scales that come to nothing",
    () => ({
      nodes: [
        { scale: [1e-200, 1e-200, 1e-200], children: [1] },
        { scale: [1e-200, 1e-200, 1e-200], mesh: 0 },
      ],
    }),
    /scale of node 1 in the scene at byte 20 is 0/,
  ],
  [
    "a scale that is not uniform",
    () => ({ nodes: [{ mesh: 0, scale: [1, 1, 2] }] }),
    /scale of node 0/,
  ],
];

function withPrimitive({ meshes }: GlbJson, change: object): object {
  const [{ primitives }] = meshes as { primitives: object[] }[];
  return { meshes: [{ primitives: [{ ...primitives[0], ...change }] }] };
}

for (const [name, change, message] of REFUSED) {
  Deno.test(`decodeGlb() refuses ${name}`, () => {
    assert.throws(() => decodeGlb(changed(tinyCloud(), change)), (error) => {
      assert.ok(error instanceof SplatFormatError, String(error));
      assert.match(error.message, message);
      return true;
    });
  });
}

Deno.test("decodeGlb() reads a file that requires the extensions that we know", () => {
  const extensionsRequired = ["KHR_gaussian_splatting", "KHR_mesh_quantization"];
  assert.equal(decodeGlb(changed(tinyCloud(), () => ({ extensionsRequired }))).count, 3);
});
