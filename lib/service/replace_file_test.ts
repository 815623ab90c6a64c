import assert from "node:assert/strict";
import { join } from "node:path";
import { replaceFile } from "./replace_file.ts";
import { granted } from "./testing/mod.ts";

const onDisk = { ignore: !granted("read", "write") };

const namesIn = (folder: string) => Array.fromAsync(Deno.readDir(folder), ({ name }) => name);

Deno.test(
  "replaceFile() makes folders, replaces the content and leaves nothing else",
  onDisk,
  async () => {
    const folder = await Deno.makeTempDir();
    try {
      const path = join(folder, "deep", "state.json");
      await replaceFile(path, "old and longer");
      await replaceFile(path, "new");
      assert.equal(await Deno.readTextFile(path), "new");
      assert.deepEqual(await namesIn(join(folder, "deep")), ["state.json"]);
      assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);

Deno.test("replaceFile() that fails leaves what was there and nothing else", onDisk, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "state.json");
    await Deno.mkdir(join(path, "a folder in its place"), { recursive: true });
    await assert.rejects(replaceFile(path, "new"));
    assert.deepEqual(await namesIn(folder), ["state.json"]);
    assert.deepEqual(await namesIn(path), ["a folder in its place"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
