import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { join } from "node:path";
import { DataFolder } from "./data_folder.ts";

const ignore = !granted("read", "write", "env", "sys");

async function withFolder(body: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempDir();
  try {
    await body(path);
  } finally {
    await Deno.remove(path, { recursive: true });
  }
}

/** Runs with a folder of its own for temporary files. */
function withTemporary(body: (temporary: string) => Promise<void>): Promise<void> {
  return withFolder(async (path) => {
    const before = Deno.env.get("TMPDIR");
    Deno.env.set("TMPDIR", path);
    try {
      await body(path);
    } finally {
      if (before === undefined) Deno.env.delete("TMPDIR");
      else Deno.env.set("TMPDIR", before);
    }
  });
}

Deno.test({
  name: "DataFolder without a path is gone at the end; a given one stays",
  ignore,
  async fn() {
    const folder = await DataFolder.open({ minerCount: 2 });
    assert.ok((await Deno.stat(folder.join("logs"))).isDirectory);
    await folder[Symbol.asyncDispose]();
    await assert.rejects(Deno.stat(folder.path), Deno.errors.NotFound);
    await withFolder(async (path) => {
      const kept = await DataFolder.open({ path: join(path, "a", "b"), minerCount: 2 });
      await kept[Symbol.asyncDispose]();
      assert.ok((await Deno.stat(kept.path)).isDirectory);
    });
  },
});

Deno.test({
  name: "DataFolder removes what killed devnets left behind, and nothing else",
  ignore,
  fn: () =>
    withTemporary(async (temporary) => {
      const running = await DataFolder.open({ minerCount: 2 });
      // A killed devnet leaves its files, but the system lets go of its lock.
      const dead = join(temporary, "threegen-devnet-dead");
      const kept = join(temporary, "threegen-devnet-kept");
      const copy = join(temporary, "threegen-devnet-copy");
      for (const folder of [dead, kept, copy]) {
        await Deno.mkdir(join(folder, "logs"), { recursive: true });
        await Deno.writeTextFile(join(folder, "devnet.json"), `{"seed":17,"minerCount":2}`);
        await Deno.writeTextFile(join(folder, "lock"), "");
        if (folder !== kept) await Deno.writeTextFile(join(folder, "temporary"), dead);
      }
      const others = ["threegen-devnet-starts-now", "threegen-devnet-notes", "something"];
      for (const name of others) await Deno.mkdir(join(temporary, name));
      others.push("threegen-devnet-kept", "threegen-devnet-copy");
      await Deno.writeTextFile(join(temporary, others[0], "lock"), "");
      await Deno.writeTextFile(join(temporary, others[1], "devnet.json"), "");
      await Deno.symlink(dead, join(temporary, "threegen-devnet-link"));

      const next = await DataFolder.open({ minerCount: 2 });
      await assert.rejects(Deno.stat(dead), Deno.errors.NotFound);
      for (const name of others) assert.ok((await Deno.stat(join(temporary, name))).isDirectory);
      assert.ok((await Deno.lstat(join(temporary, "threegen-devnet-link"))).isSymlink);
      assert.ok((await Deno.stat(running.join("logs"))).isDirectory);
      await running[Symbol.asyncDispose]();
      await next[Symbol.asyncDispose]();
      await assert.rejects(Deno.stat(next.path), Deno.errors.NotFound);
    }),
});

Deno.test({
  name: "DataFolder tells in one line when no temporary folder can be made",
  ignore,
  fn: () =>
    withTemporary((temporary) => {
      Deno.env.set("TMPDIR", join(temporary, "absent"));
      return assert.rejects(
        DataFolder.open({ minerCount: 2 }),
        (error: unknown) => error instanceof ConfigError && /--data$/.test(error.message),
      );
    }),
});

Deno.test({
  name: "DataFolder remembers its seed, its miners and its secrets",
  ignore,
  fn: () =>
    withFolder(async (path) => {
      const first = await DataFolder.open({ path, seed: 5, minerCount: 3 });
      const secret = await first.secret("key");
      assert.match(secret, /^[0-9a-f]{48}$/);
      assert.equal((await Deno.stat(first.join("keys", "key"))).mode! & 0o777, 0o600);
      await first[Symbol.asyncDispose]();

      await using again = await DataFolder.open({ path });
      assert.equal(again.minerCount, 3);
      assert.equal(again.seed, 5);
      assert.equal(await again.secret("key"), secret);
    }),
});

Deno.test({
  name: "DataFolder refuses another seed, other miners, a second user and a foreign file",
  ignore,
  fn: () =>
    withFolder(async (path) => {
      const owner = await DataFolder.open({ path, seed: 5, minerCount: 2 });
      await owner[Symbol.asyncDispose]();
      await assert.rejects(DataFolder.open({ path, seed: 6, minerCount: 2 }), ConfigError);
      await assert.rejects(DataFolder.open({ path, minerCount: 3 }), /made with 2/);
      await Deno.writeTextFile(join(path, "devnet.json"), "not json");
      await assert.rejects(DataFolder.open({ path, minerCount: 2 }), /not of a devnet/);
      await Deno.remove(join(path, "devnet.json"));
      // The lock is free again after every refusal.
      await using _folder = await DataFolder.open({ path, minerCount: 2 });
    }),
});
