import assert from "node:assert/strict";
import { signerFromUri } from "@threegen/chain/wallet";
import type { Netuid } from "@threegen/domain";
import { createKey, openStore, startCollector, ValidatorGate } from "@threegen/prompt-collector";
import { CollectorClient } from "@threegen/prompt-collector/client";
import { seededRandom, systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { CATEGORY_PRESETS } from "./categories.ts";
import { GrammarBackend } from "./grammar/grammar_backend.ts";
import { PromptMemory } from "./prompt_memory.ts";
import { Spool } from "./spool.ts";
import { startGenerator } from "./start_generator.ts";

Deno.test(
  "from the grammar over the collector to a validator, and the collector's rest is no loss",
  {
    ignore: !granted("net", "read", "write", "env"),
  },
  async () => {
    const folder = await Deno.makeTempDir();
    const alice = signerFromUri("//Alice");
    const gate = new ValidatorGate({
      netuid: 17 as Netuid,
      minStakeRao: 0n,
      allowed: [alice.address],
    });
    await using store = await openStore({ store: "sqlite", folder });
    const { key: apiKey } = await createKey(store, systemClock, "generator");
    const start = (port: number) => startCollector({ store, gate, clock: systemClock, port });
    let collector = await start(0);
    const client = new CollectorClient({ endpoint: collector.url, clock: systemClock });

    using spool = new Spool(":memory:");
    using memory = new PromptMemory(":memory:");
    await using _generator = startGenerator({
      backend: new GrammarBackend(),
      categories: CATEGORY_PRESETS.seed,
      spool,
      memory,
      client,
      apiKey,
      clock: systemClock,
      random: seededRandom(1),
      port: 0,
      perCall: 5,
      batchSize: 10,
      everyMs: 20,
    });
    const received: string[] = [];
    const receive = async (count: number) => {
      // Asked for when they are there: the collector answers so many questions a minute.
      while ((await store.bounds()).count < count) await systemClock.sleep(20);
      received.push(...await client.getTextPrompts({ signer: alice, minBatch: 1 }));
      assert.ok(received.length >= count, `${received.length} received`);
    };
    await receive(20);
    await collector.close();
    // The generator goes on meanwhile; what it makes waits in the spool.
    while (spool.size < 40) await systemClock.sleep(20);
    collector = await start(collector.port);
    await receive(100);
    await collector.close();
    assert.equal(new Set(received).size, received.length);
    const { generators } = await store.stats();
    assert.equal(generators.length, 13);
    assert.ok(generators.every(({ rejected }) => rejected === 0), JSON.stringify(generators));
    await Deno.remove(folder, { recursive: true });
  },
);
