import assert from "node:assert/strict";
import { join } from "node:path";
import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import { SqliteStore } from "./sqlite_store.ts";
import { PROMPT_STORE_CONTRACT } from "./testing/prompt_store_contract.ts";

for (const { name, run } of PROMPT_STORE_CONTRACT) {
  Deno.test(`SqliteStore: ${name}`, { ignore: !granted("read", "write") }, async () => {
    await using store = new SqliteStore(":memory:");
    await run(store);
  });
}

Deno.test("SqliteStore keeps everything in its file", {
  ignore: !granted("read", "write"),
}, async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "prompts.sqlite");
  const batch = { generator: "one", refusals: {}, nowMs: 1 };
  {
    await using store = new SqliteStore(file);
    await store.add({ ...batch, prompts: [{ text: "cat", key: "cat" }] });
    await store.useNonce("alice", 5n, 1);
  }
  {
    await using store = new SqliteStore(file);
    assert.equal((await store.bounds()).count, 1);
    assert.equal(await store.useNonce("alice", 5n, 1), false);
    const outcome = await store.add({ ...batch, prompts: [{ text: "Cat", key: "cat" }] });
    assert.deepEqual(outcome, { accepted: 0, duplicates: 1 });
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("SqliteStore says in one line that a file is no store", {
  ignore: !granted("read", "write"),
}, async () => {
  const file = await Deno.makeTempFile();
  await Deno.writeTextFile(file, "not a database, but long enough to be read as a header of one");
  assert.throws(
    () => new SqliteStore(file),
    (error) =>
      error instanceof ConfigError &&
      /Cannot open prompt store .*: file is not a database/.test(error.message),
  );
  await Deno.remove(file);
});
