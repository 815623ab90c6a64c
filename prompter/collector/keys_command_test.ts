import assert from "node:assert/strict";
import { ConfigError } from "@threegen/domain";
import { FakeClock, granted } from "@threegen/service/testing";
import { authenticate } from "./api_key.ts";
import { runKeysCommand } from "./keys_command.ts";
import { SqliteStore } from "./sqlite_store.ts";

const ignore = !granted("read", "write");

function keysCommand(store: SqliteStore, clock: FakeClock) {
  return (
    words: string,
    options: { json?: boolean; graceSeconds?: number; importedKey?: string } = {},
  ) =>
    runKeysCommand(words.split(" ").filter(Boolean), {
      store,
      clock,
      json: options.json ?? false,
      graceSeconds: options.graceSeconds ?? 0,
      importedKey: options.importedKey,
    });
}

Deno.test("keys create prints a key once; the store holds no trace of it", {
  ignore,
}, async () => {
  await using store = new SqliteStore(":memory:");
  const clock = new FakeClock();
  const keys = keysCommand(store, clock);
  const key = (await keys("create gen-1")).trim();
  assert.match(key, /^tgk_[\w-]{43}$/);
  assert.equal(await authenticate(store, clock, key), "gen-1");
  const list = await keys("list");
  assert.match(list, /^[0-9a-f]{12} {2}active .* gen-1$/);
  assert.ok(!list.includes(key));
  const [stored] = await store.listKeys();
  assert.ok(!new TextDecoder("latin1").decode(stored.hash).includes(key.slice(4)));
});

Deno.test("keys speak JSON", { ignore }, async () => {
  await using store = new SqliteStore(":memory:");
  const keys = keysCommand(store, new FakeClock());
  const issued = JSON.parse(await keys("create gen-1", { json: true }));
  assert.deepEqual(Object.keys(issued), ["generator", "id", "key"]);
  const [listed] = JSON.parse(await keys("list", { json: true }));
  assert.equal(listed.id, issued.id);
  assert.equal(listed.active, true);
  assert.equal(listed.hash, undefined);
});

Deno.test("keys rotate leaves the old key valid for the grace time, and no longer", {
  ignore,
}, async () => {
  await using store = new SqliteStore(":memory:");
  const clock = new FakeClock();
  const keys = keysCommand(store, clock);
  const old = (await keys("create gen-1")).trim();
  const other = (await keys("create gen-2")).trim();
  const next = (await keys("rotate gen-1", { graceSeconds: 60 })).trim();
  assert.equal(await authenticate(store, clock, old), "gen-1");
  await clock.advance(60_000);
  assert.equal(await authenticate(store, clock, old), undefined);
  assert.equal(await authenticate(store, clock, next), "gen-1");
  assert.equal(await authenticate(store, clock, other), "gen-2");
});

for (
  const [words, message] of [
    ["", /Cannot run keys: say what to do: keys create NAME/],
    ["create", /Cannot run keys create: a name is missing; keys/],
    ["burn gen-1", /Cannot run keys burn: there is no such command; keys/],
    ["create gen-1 gen-2", /too many words/],
    ["create no/slash", /a name has 1 to 40 letters/],
    ["disable nobody", /it has no active key; see keys list/],
  ] as const
) {
  Deno.test(`keys ${words} says what is wrong in one line`, { ignore }, async () => {
    await using store = new SqliteStore(":memory:");
    await assert.rejects(
      keysCommand(store, new FakeClock())(words),
      (error) =>
        error instanceof ConfigError && message.test(error.message) &&
        !error.message.includes("\n"),
    );
  });
}

Deno.test("keys create takes over a key, but not a weak one or one that is known", {
  ignore,
}, async () => {
  await using store = new SqliteStore(":memory:");
  const keys = keysCommand(store, new FakeClock());
  const importedKey = "an-original-key-of-some-length";
  assert.equal((await keys("create gen-1", { importedKey })).trim(), importedKey);
  await assert.rejects(keys("create gen-2", { importedKey }), /exists already/);
  await assert.rejects(keys("create gen-2", { importedKey: "short" }), /20 to 200 printable/);
});
