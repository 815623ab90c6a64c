import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import { decodeSplats, encodePly, inspectCloud } from "@threegen/splats";
import { tinyCloud } from "@threegen/splats/testing";
import assert from "node:assert/strict";
import { join } from "node:path";
import { convertFiles } from "./convert_files.ts";
import { reportText } from "./report_text.ts";

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
  { name: "convertFiles() writes PLY as encodePly() does, over its own input too", ignore },
  () =>
    inFolder(async (folder) => {
      const path = join(folder, "a.ply");
      await convertFiles({ inputs: [path], output: path, normals: false });
      assert.deepEqual(await Deno.readFile(path), encodePly(tinyCloud(), { normals: false }));
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

Deno.test("reportText() shows the table, the histogram and the verdict", () => {
  const text = reportText("tiny.ply", inspectCloud(tinyCloud()));
  assert.match(text, /Gaussians {11}3\n/);
  assert.match(text, /0\.5 to 0\.6 {2}#{40} {2}1\n/);
  assert.match(text, /Nothing looks wrong\.\n$/);
});
