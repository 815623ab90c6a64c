import fc from "fast-check";
import assert from "node:assert/strict";
import {
  decodePly,
  encodePly,
  encodePlyStream,
  type GaussianCloud,
  SplatFormatError,
} from "../mod.ts";
import { arbitraryCloud, testScenes, tinyCloud } from "../testing/mod.ts";

const ATTRIBUTES = [
  "positions",
  "logScales",
  "rotations",
  "opacityLogits",
  "shDc",
  "shRest",
] as const;

function assertSameCloud(found: GaussianCloud, expected: GaussianCloud) {
  assert.equal(found.count, expected.count);
  assert.equal(found.shDegree, expected.shDegree);
  for (const attribute of ATTRIBUTES) assert.deepEqual(found[attribute], expected[attribute]);
}

function headerOf(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.slice(0, text.indexOf("end_header\n") + 11);
}

function ply(header: string[], body: Uint8Array | string = ""): Uint8Array {
  const head = new TextEncoder().encode(`ply\n${header.join("\n")}\nend_header\n`);
  const rest = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return Uint8Array.of(...head, ...rest);
}

/** Property lines of a degree-0 cloud, of the given type. */
function properties(type: string): string[] {
  return "x y z f_dc_0 f_dc_1 f_dc_2 opacity scale_0 scale_1 scale_2 rot_0 rot_1 rot_2 rot_3"
    .split(" ").map((name) => `property ${type} ${name}`);
}

Deno.test("encodePly() writes the 17 properties of DreamGaussian, byte for byte", () => {
  const bytes = encodePly(tinyCloud());
  const names =
    "x y z nx ny nz f_dc_0 f_dc_1 f_dc_2 opacity scale_0 scale_1 scale_2 rot_0 rot_1 rot_2 rot_3";
  const expected = [
    "ply",
    "format binary_little_endian 1.0",
    "element vertex 3",
    ...names.split(" ").map((name) => `property float ${name}`),
    "end_header\n",
  ].join("\n");
  assert.equal(headerOf(bytes), expected);
  assert.equal(bytes.length, expected.length + 3 * 68);
  const view = new DataView(bytes.buffer, expected.length + 68);
  const row = Array.from({ length: 17 }, (_, i) => view.getFloat32(i * 4, true));
  assert.deepEqual(row.slice(3, 6), [0, 0, 0]);
  assert.deepEqual(row.slice(13), [0.8, 0.6, 0, 0].map(Math.fround));
});

Deno.test("encodePly() writes the 14 properties of TRELLIS without normals", () => {
  const bytes = encodePly(tinyCloud(), { normals: false });
  assert.equal(bytes.length, headerOf(bytes).length + 3 * 56);
  assert.ok(!headerOf(bytes).includes("nx"));
});

Deno.test("encodePly() writes f_rest channel after channel", () => {
  const cloud: GaussianCloud = {
    ...tinyCloud(),
    shDegree: 1,
    shRest: Float32Array.from({ length: 27 }, (_, i) => i),
  };
  const bytes = encodePly(cloud, { normals: false });
  const view = new DataView(bytes.buffer, headerOf(bytes).length);
  const rest = Array.from({ length: 9 }, (_, i) => view.getFloat32((6 + i) * 4, true));
  assert.deepEqual(rest, [0, 3, 6, 1, 4, 7, 2, 5, 8]);
});

Deno.test("decodePly() gives back every bit that encodePly() wrote", () => {
  fc.assert(fc.property(arbitraryCloud(), fc.boolean(), (cloud, normals) => {
    const bytes = encodePly(cloud, { normals });
    const decoded = decodePly(bytes);
    assertSameCloud(decoded, cloud);
    assert.deepEqual(encodePly(decoded, { normals }), bytes);
  }));
});

Deno.test("decodePly() reads properties by name, in any order and type, of either endianness", () => {
  fc.assert(fc.property(
    arbitraryCloud({ shDegrees: [0, 1], maxCount: 4 }),
    fc.boolean(),
    fc.infiniteStream(fc.integer({ min: 0, max: 1000 })),
    (cloud, littleEndian, dice) => {
      const roll = () => dice.next().value as number;
      const canonical = encodePly(cloud, { normals: false });
      const names = headerOf(canonical).match(/(?<=property float )\S+/g)!;
      const columns = names.map((name, index) => ({
        name,
        index,
        type: roll() % 2 ? "double" : "float32",
      }));
      columns.push({ name: "extra", index: -1, type: "uchar" });
      columns.sort(() => roll() % 3 - 1);
      const size = (type: string) => type === "double" ? 8 : type === "uchar" ? 1 : 4;
      const rowBytes = columns.reduce((sum, { type }) => sum + size(type), 0);
      const body = new DataView(new ArrayBuffer(rowBytes * cloud.count));
      const source = new DataView(canonical.buffer, headerOf(canonical).length);
      let at = 0;
      for (let i = 0; i < cloud.count; i++) {
        for (const { index, type } of columns) {
          const value = index < 0 ? 7 : source.getFloat32((i * names.length + index) * 4, true);
          if (type === "double") body.setFloat64(at, value, littleEndian);
          else if (type === "uchar") body.setUint8(at, value);
          else body.setFloat32(at, value, littleEndian);
          at += size(type);
        }
      }
      const file = ply([
        `format binary_${littleEndian ? "little" : "big"}_endian 1.0`,
        "comment made by a test",
        `element vertex ${cloud.count}`,
        ...columns.map(({ name, type }) => `property ${type} ${name}`),
      ], new Uint8Array(body.buffer));
      assertSameCloud(decodePly(file), cloud);
    },
  ));
});

Deno.test("decodePly() reads text, with elements before the vertices and lists after them", () => {
  const cloud = decodePly(ply(
    [
      "format ascii 1.0",
      "element camera 1",
      "property float focal",
      "element vertex 2",
      ...properties("float"),
      "element face 1",
      "property list uchar int vertex_indices",
    ],
    "35.0\n1 2 3 .1 .2 .3 -1e0 -4 -5 -6 1 0 0 -nan(ind)\n" +
      "4 5 6 .1 .2 .3 inf -4 -5 -6 1 0 0 nan\n3 0 1 1\n",
  ));
  assert.deepEqual([...cloud.positions], [1, 2, 3, 4, 5, 6]);
  assert.deepEqual([...cloud.opacityLogits], [-1, Infinity]);
  assert.deepEqual([...cloud.rotations], [1, 0, 0, NaN, 1, 0, 0, NaN]);
});

Deno.test("decodePly() reads a body that begins with a line feed, whatever ends the lines", () => {
  const cloud = tinyCloud();
  new Uint8Array(cloud.positions.buffer)[0] = 0x0a;
  const unix = encodePly(cloud);
  const header = headerOf(unix);
  for (const lineEnd of ["\n", "\r\n", "\r"]) {
    const head = new TextEncoder().encode(header.replaceAll("\n", lineEnd));
    assertSameCloud(decodePly(Uint8Array.of(...head, ...unix.slice(header.length))), cloud);
  }
});

/** A file of two vertices in words, a line for each. */
function textRows(...rows: string[]): Uint8Array {
  return ply(["format ascii 1.0", "element vertex 2", ...properties("float")], rows.join("\n"));
}

Deno.test("decodePly() reads text with empty lines, blanks at both ends and CRLF", () => {
  const row = "1 2 3 4 5 6 7 8 9 10 11 12 13 14";
  assert.equal(decodePly(textRows(` ${row}\t \r`, "\r", `\t${row}`, "", " ")).count, 2);
});

const REJECTED: [string, Uint8Array, RegExp][] = [
  ["nothing", new Uint8Array(), /magic/],
  ["another format", new TextEncoder().encode("glTF...."), /magic at byte 0 is "glTF"/],
  ["a header without an end", new TextEncoder().encode("ply\nformat ascii 1.0\n"), /end_header/],
  ["an unknown format line", ply(["format binary_middle_endian 1.0"]), /format/],
  ["no format line", ply(["element vertex 0"]), /without format/],
  ["a negative count", ply(["format ascii 1.0", "element vertex -1"]), /element/],
  ["a count beyond integers", ply(["format ascii 1.0", "element vertex 9e99"]), /element/],
  ["an unknown type", ply(["format ascii 1.0", "element vertex 1", "property half x"]), /property/],
  [
    "an inherited name as type",
    ply(["format ascii 1.0", "element vertex 1", "property constructor x"]),
    /property/,
  ],
  [
    "a property twice",
    ply(["format ascii 1.0", "element vertex 1", "property float x", "property float x"]),
    /every name once/,
  ],
  ["a property of no element", ply(["format ascii 1.0", "property float x"]), /property/],
  ["no vertices", ply(["format ascii 1.0", "element face 0"]), /vertex/],
  [
    "a missing property",
    ply(["format ascii 1.0", "element vertex 0", ...properties("float").slice(1)]),
    /without x/,
  ],
  [
    "two format lines",
    ply(["format ascii 1.0", "format binary_little_endian 1.0", "element vertex 0"]),
    /format at byte 21 is "format binary_little_endian 1\.0 after another"/,
  ],
  ["a format line with more on it", ply(["format ascii 1.0 1.1", "element vertex 0"]), /format/],
  ["ply once more", ply(["ply", "format ascii 1.0"]), /header line at byte 4 is "ply"/],
  [
    "an element twice",
    ply(["format ascii 1.0", "element vertex 0", "element vertex 1"]),
    /element at byte 38 is "element vertex 1", expected every name once/,
  ],
  [
    "bytes behind the vertices",
    Uint8Array.of(...encodePly(tinyCloud()), 7),
    new RegExp(`end at byte ${encodePly(tinyCloud()).length} is "more bytes", expected nothing`),
  ],
  [
    "a word too many on a line, which the next vertex would begin with",
    textRows("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", "16 17 18 19 20 21 22 23 24 25 26 27 28"),
    /end of vertex 0 at byte \d+ is "15", expected the end of its line/,
  ],
  [
    "a word too few on a line",
    textRows("1 2 3 4 5 6 7 8 9 10 11 12 13", "14 15 16 17 18 19 20 21 22 23 24 25 26 27 28"),
    /rot_3 of vertex 0 at byte \d+ is ""/,
  ],
  [
    "text behind the vertices",
    textRows("1 2 3 4 5 6 7 8 9 10 11 12 13 14", "1 2 3 4 5 6 7 8 9 10 11 12 13 14", "", "more"),
    /end at byte \d+ is "more", expected nothing/,
  ],
  [
    "a row with a word too many in a table before the vertices",
    ply(
      [
        "format ascii 1.0",
        "element camera 1",
        "property float focal",
        "element vertex 1",
        ...properties("float"),
      ],
      "35 36\n1 2 3 4 5 6 7 8 9 10 11 12 13 14\n",
    ),
    /camera 0 at byte \d+ is "2 values", expected 1/,
  ],
  [
    "too few rows in a table behind the vertices",
    ply(
      [
        "format ascii 1.0",
        "element vertex 1",
        ...properties("float"),
        "element face 2",
        "property list uchar int vertex_indices",
      ],
      "1 2 3 4 5 6 7 8 9 10 11 12 13 14\n3 0 1 1\n",
    ),
    /face at byte \d+ is "1 rows", expected 2 rows/,
  ],
  [
    "an odd number of f_rest",
    ply([
      "format ascii 1.0",
      "element vertex 0",
      ...properties("float"),
      "property float f_rest_0",
    ]),
    /f_rest/,
  ],
  [
    "f_rest with a hole",
    ply([
      "format ascii 1.0",
      "element vertex 0",
      ...properties("float"),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `property float f_rest_${i}`),
    ]),
    /without f_rest_0/,
  ],
  [
    "a list among the vertices",
    ply([
      "format ascii 1.0",
      "element vertex 0",
      ...properties("float"),
      "property list uchar int n",
    ]),
    /list/,
  ],
  [
    "a word that is no number",
    ply(
      ["format ascii 1.0", "element vertex 1", ...properties("float")],
      "1 2 3 4 5 6 7 8 9 10 11 12 13 0x1f",
    ),
    /rot_3 of vertex 0/,
  ],
  [
    "too little text",
    ply(
      ["format ascii 1.0", "element vertex 2", ...properties("float")],
      "1 2 3 4 5 6 7 8 9 10 11 12 13 14",
    ),
    /vertices/,
  ],
];

for (const [name, bytes, message] of REJECTED) {
  Deno.test(`decodePly() rejects ${name}`, () => {
    assert.throws(() => decodePly(bytes), (error: unknown) => {
      assert.ok(error instanceof SplatFormatError, String(error));
      assert.equal(error.format, "ply");
      assert.match(error.message, message);
      return true;
    });
  });
}

Deno.test("decodePly() rejects a header that declares more vertices than bytes", () => {
  const bytes = ply([
    "format binary_little_endian 1.0",
    "element vertex 9000000",
    ...properties("float"),
  ]);
  assert.throws(() => decodePly(bytes), /vertices at byte \d+ is 0, expected 504000000 bytes/);
});

Deno.test("decodePly() rejects more Gaussians than it may take", () => {
  assert.throws(() => decodePly(encodePly(tinyCloud()), { maxGaussians: 2 }), /at most 2/);
});

Deno.test("encodePlyStream() writes the bytes of encodePly() in many pieces", async () => {
  const cloud = testScenes().find(({ name }) => name === "dense")!.cloud;
  for (const normals of [true, false]) {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of encodePlyStream(cloud, { normals })) pieces.push(piece);
    assert.ok(pieces.length > 10);
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    assert.deepEqual(bytes, encodePly(cloud, { normals }));
  }
});
