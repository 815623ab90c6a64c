import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import {
  decodeSplats,
  emptyCloud,
  encodePly,
  type GaussianCloud,
  inspectCloud,
} from "@threegen/splats";
import { tinyCloud } from "@threegen/splats/testing";
import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { convertFiles } from "./convert_files.ts";
import { reportJson, reportText } from "./report_text.ts";

const ignore = !granted("read", "write");

/** Runs a test in a folder of its own with two PLY files. */
async function inFolder(test: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of ["a.ply", "b.ply"]) {
      await Deno.writeFile(join(folder, name), encodePly(tinyCloud()));
    }
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test(
  { name: "convertFiles() goes by the output's ending and tells of each file", ignore },
  () =>
    inFolder(async (folder) => {
      const lines: string[] = [];
      const output = join(folder, "a.spz");
      const written = await convertFiles({
        inputs: [join(folder, "a.ply")],
        output,
        onProgress: (line) => lines.push(line),
      });
      assert.deepEqual(written, [output]);
      assert.equal((await decodeSplats(await Deno.readFile(output))).count, 3);
      assert.match(
        lines[0],
        /^1\/1 .*a\.ply \(ply, 0\.6 kB\) -> .*a\.spz \(spz, 0\.\d kB\), 3 Gaussians$/,
      );
    }),
);

Deno.test(
  { name: "convertFiles() writes PLY as encodePly() does", ignore },
  () =>
    inFolder(async (folder) => {
      const output = join(folder, "c.ply");
      await convertFiles({ inputs: [join(folder, "a.ply")], output, normals: false });
      assert.deepEqual(await Deno.readFile(output), encodePly(tinyCloud(), { normals: false }));
    }),
);

Deno.test(
  { name: "convertFiles() refuses to write a file twice or over one that it reads", ignore },
  () =>
    inFolder(async (folder) => {
      const [a, b] = ["a.ply", "b.ply"].map((name) => join(folder, name));
      await Deno.mkdir(join(folder, "y"));
      await Deno.copyFile(a, join(folder, "y", "a.spz"));
      await Deno.symlink(folder, join(folder, "link"));
      const out = join(folder, "out");
      const cases: [Parameters<typeof convertFiles>[0], RegExp][] = [
        [
          { inputs: [a, join(folder, "y", "a.spz")], output: out, format: "spz" },
          /Cannot convert .*y.a\.spz: .*out.a\.spz is already written from .*a\.ply; rename/,
        ],
        [{ inputs: [a], output: a }, /Cannot write .*a\.ply: it is .*a\.ply, which is read/],
        [{ inputs: [a], output: join(folder, "y", "..", "a.ply") }, /which is read/],
        [{ inputs: [a], output: join(folder, "link", "a.ply") }, /which is read/],
        [{ inputs: [a, b], output: folder, format: "ply" }, /which is read/],
      ];
      for (const [options, message] of cases) {
        await assert.rejects(convertFiles(options), (error: unknown) => {
          assert.ok(error instanceof ConfigError, String(error));
          assert.match(error.message, message);
          return true;
        });
      }
      await assert.rejects(Deno.stat(out), Deno.errors.NotFound);
      assert.deepEqual(await Deno.readFile(a), encodePly(tinyCloud()));
    }),
);

Deno.test(
  { name: "convertFiles() takes a file whose name looks like a glob, and each file once", ignore },
  () =>
    inFolder(async (folder) => {
      const odd = join(folder, "a[1].ply");
      await Deno.rename(join(folder, "a.ply"), odd);
      const inputs = [odd, join(folder, "*.ply")];
      const written = await convertFiles({ inputs, output: join(folder, "out"), format: "splat" });
      assert.deepEqual(written.map((path) => basename(path)), ["a[1].splat", "b.splat"]);
    }),
);

Deno.test(
  { name: "convertFiles() says which Gaussian is not finite, and leaves it out if asked", ignore },
  () =>
    inFolder(async (folder) => {
      const cloud = tinyCloud();
      cloud.positions[3] = NaN;
      const input = join(folder, "broken.ply");
      await Deno.writeFile(input, encodePly(cloud));
      const output = join(folder, "c.compressed.ply");
      await assert.rejects(
        convertFiles({ inputs: [input], output }),
        /c\.compressed\.ply: Cannot write compressed PLY: a position of Gaussian 1 is NaN; drop/,
      );
      await assert.rejects(Deno.stat(output), Deno.errors.NotFound);
      const lines: string[] = [];
      await convertFiles({
        inputs: [input],
        output,
        dropNonFinite: true,
        onProgress: (line) => lines.push(line),
      });
      assert.match(lines[0], /, 2 Gaussians, 1 left out$/);
      assert.equal((await decodeSplats(await Deno.readFile(output))).count, 2);
    }),
);

Deno.test(
  { name: "convertFiles() takes globs into a folder", ignore },
  () =>
    inFolder(async (folder) => {
      const written = await convertFiles({
        inputs: [join(folder, "*.ply")],
        output: join(folder, "out"),
        format: "glb",
      });
      assert.deepEqual(written, ["a.glb", "b.glb"].map((name) => join(folder, "out", name)));
      assert.equal((await decodeSplats(await Deno.readFile(written[1]))).count, 3);
    }),
);

Deno.test(
  { name: "convertFiles() turns the up direction", ignore },
  () =>
    inFolder(async (folder) => {
      const output = join(folder, "c.ply");
      await convertFiles({ inputs: [join(folder, "a.ply")], output, up: "-y", toUp: "+y" });
      const turned = await decodeSplats(await Deno.readFile(output));
      assert.ok(Math.abs(turned.positions[7] + 0.25) < 1e-6);
    }),
);

Deno.test(
  { name: "convertFiles() says what is wrong with its arguments", ignore },
  () =>
    inFolder(async (folder) => {
      const input = join(folder, "a.ply");
      const cases: [Parameters<typeof convertFiles>[0], RegExp][] = [
        [{ inputs: [input], output: join(folder, "a.xyz") }, /its ending is none of .*\.spz/],
        [{ inputs: [input], output: join(folder, "x/") }, /add --to/],
        [{ inputs: [input], output: join(folder, "a.sog") }, /only read/],
        [{ inputs: [join(folder, "none.ply")], output: join(folder, "a.spz") }, /does not exist/],
        [{ inputs: [join(folder, "*.obj")], output: folder, format: "spz" }, /matches no file/],
        [{ inputs: [folder], output: join(folder, "a.spz") }, /Cannot read .*directory/],
        [{ inputs: [], output: join(folder, "a.spz") }, /no input/],
      ];
      for (const [options, message] of cases) {
        await assert.rejects(convertFiles(options), (error: unknown) => {
          assert.ok(error instanceof ConfigError, String(error));
          assert.match(error.message, message);
          return true;
        });
      }
      await Deno.writeTextFile(join(folder, "broken.ply"), "ply\n");
      await assert.rejects(
        convertFiles({ inputs: [join(folder, "broken.ply")], output: join(folder, "a.spz") }),
        /broken\.ply: Cannot read ply: header/,
      );
    }),
);

Deno.test("reportText() shows the table, the histograms and the verdict", () => {
  const text = reportText("tiny.ply", inspectCloud(tinyCloud()));
  assert.match(text, /Gaussians {11}3\n/);
  assert.match(text, /by size .*\n( +[\d.]+ to [\d.]+ +#* +\d+\n){10}Gaussians by opacity\n/);
  assert.match(text, /by opacity\n(.*\n){5} +0\.5 to 0\.6 +#{40} {2}1\n/);
  assert.match(text, /Nothing looks wrong\.$/);
});

Deno.test("reportJson() has the same names whatever the cloud", () => {
  const read = (cloud: GaussianCloud) =>
    JSON.parse(reportJson({ path: "a.ply", format: "ply", bytes: 9 }, inspectCloud(cloud)));
  const nothing = read(emptyCloud(0));
  assert.deepEqual(Object.keys(nothing), Object.keys(read(tinyCloud())));
  assert.equal(nothing.bounds, null);
});
