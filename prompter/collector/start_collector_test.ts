import assert from "node:assert/strict";
import { ConfigError, type Netuid } from "@threegen/domain";
import { systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { signerFromUri } from "@threegen/chain/wallet";
import { CollectorClient } from "./client.ts";
import { createKey, disableKeys } from "./key_ring.ts";
import { SqliteStore } from "./sqlite_store.ts";
import { startCollector } from "./start_collector.ts";
import { metagraphOf } from "./testing/test_collector.ts";
import { ValidatorGate } from "./validator_gate.ts";

const ignore = !granted("net", "read", "write", "env");

Deno.test("a collector refuses to start open", { ignore }, async () => {
  await using store = new SqliteStore(":memory:");
  const gate = new ValidatorGate({ netuid: 17 as Netuid, minStakeRao: 0n });
  const start = () => startCollector({ store, gate, clock: systemClock, port: 0 });
  const isRefusal = (error: unknown) =>
    error instanceof ConfigError &&
    /no generator has an active key; make one with/.test(error.message);
  await assert.rejects(start(), isRefusal);
  await createKey(store, systemClock, "gen-1");
  await disableKeys(store, systemClock, "gen-1");
  await assert.rejects(start(), isRefusal);
});

Deno.test("a collector starts while the chain is away and serves when it comes back", {
  ignore,
}, async () => {
  await using store = new SqliteStore(":memory:");
  const { key } = await createKey(store, systemClock, "gen-1");
  const alice = signerFromUri("//Alice");
  let isAway = true;
  let connections = 0;
  const known = Promise.withResolvers<void>();
  await using gate = new ValidatorGate({
    connect: () => {
      connections++;
      if (isAway) throw new Error("chain is away");
      return Promise.resolve({
        metagraph: () => {
          known.resolve();
          return Promise.resolve(metagraphOf([[alice, 10]]));
        },
        [Symbol.asyncDispose]: () => Promise.resolve(),
      });
    },
    netuid: 17 as Netuid,
    minStakeRao: 1n,
  });
  await using collector = await startCollector({
    store,
    gate,
    clock: systemClock,
    port: 0,
    metagraphEveryMs: 10,
  });
  const client = new CollectorClient({ endpoint: collector.url, clock: systemClock });
  await client.submit({ apiKey: key, prompts: ["a cat"] });
  await assert.rejects(client.getTextPrompts({ signer: alice }), /metagraph is not loaded yet/);
  isAway = false;
  await known.promise;
  assert.deepEqual(await client.getTextPrompts({ signer: alice, minBatch: 1 }), ["a cat"]);
  assert.ok(connections >= 2);
});
