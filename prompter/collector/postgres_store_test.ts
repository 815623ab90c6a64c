import assert from "node:assert/strict";
import { ConfigError, UnavailableError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import { PostgresStore } from "./postgres_store.ts";
import { startPrivatePostgres } from "./testing/private_postgres.ts";
import { PROMPT_STORE_CONTRACT } from "./testing/prompt_store_contract.ts";

const ignore = !granted("net", "run", "read", "write", "env", "sys");

Deno.test("PostgresStore keeps the contract", { ignore }, async (t) => {
  await using server = await startPrivatePostgres();
  if (!server) {
    // deno-lint-ignore no-console
    console.warn("SKIPPED: no PostgreSQL server is installed on this machine");
    return;
  }
  for (const [index, { name, run }] of PROMPT_STORE_CONTRACT.entries()) {
    await t.step(name, async () => {
      await using store = await PostgresStore.open(
        await server.createDatabase(`contract_${index}`),
      );
      await run(store);
    });
  }

  await t.step("numbers become visible in order while several collectors add", async () => {
    const url = await server.createDatabase("writers");
    await using one = await PostgresStore.open(url);
    await using two = await PostgresStore.open(url);
    const write = async (store: PostgresStore, name: string) => {
      for (let round = 0; round < 20; round++) {
        const prompts = Array.from({ length: 50 }, (_, index) => {
          const text = `${name} ${round} ${index}`;
          return { text, key: text };
        });
        await store.add({ generator: name, prompts, refusals: { link: 1 }, nowMs: 1 });
      }
    };
    let isWriting = true;
    const seen: number[] = [];
    const watch = async () => {
      let since = 0;
      for (;;) {
        const wasWriting = isWriting;
        const page = await one.read(since, Number.MAX_SAFE_INTEGER, 1000);
        seen.push(...page.map(({ seq }) => seq));
        since = page.at(-1)?.seq ?? since;
        if (!wasWriting && page.length === 0) return;
      }
    };
    const watching = watch();
    await Promise.all([write(one, "one"), write(two, "two")]);
    isWriting = false;
    await watching;
    assert.equal(seen.length, 2000);
  });

  await t.step("a server that is away is a reason to wait, and is found again", async () => {
    await using store = await PostgresStore.open(await server.createDatabase("away"));
    await store.useNonce("alice", 1n, 1);
    await server.stop();
    await assert.rejects(store.useNonce("alice", 2n, 1), UnavailableError);
    await server.start();
    let isBack = false;
    while (!isBack) {
      isBack = await store.useNonce("alice", 3n, 1).catch((error) => {
        assert.ok(error instanceof UnavailableError, String(error));
        return false;
      });
    }
    assert.equal(await store.useNonce("alice", 1n, 1), false);
  });
});

Deno.test("PostgresStore.open() says in one line that no server answers, without the password", {
  ignore,
}, async () => {
  await assert.rejects(
    PostgresStore.open("postgres://me:secret@127.0.0.1:1/prompts"),
    (error) =>
      error instanceof ConfigError && !error.message.includes("secret") &&
      error.message.startsWith("Cannot open prompt store postgres 127.0.0.1:1/prompts: "),
  );
});
