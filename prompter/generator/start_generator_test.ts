import assert from "node:assert/strict";
import { CollectorClient } from "@threegen/prompt-collector/client";
import type { AddPromptsRequest } from "@threegen/prompt-collector/contract";
import { callService, seededRandom, systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { GrammarBackend } from "./grammar/grammar_backend.ts";
import { PromptMemory } from "./prompt_memory.ts";
import { Spool } from "./spool.ts";
import { startGenerator } from "./start_generator.ts";

const ignore = !granted("net", "read", "write");

/** A collector that remembers, and that tells when it has enough. */
function listeningCollector(enough: number) {
  const taken: { text: string; category?: string | undefined }[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const client = new CollectorClient({
    endpoint: "http://collector",
    clock: systemClock,
    fetch: (_url, init) => {
      const { prompts } = JSON.parse(String(init?.body)) as AddPromptsRequest;
      taken.push(...prompts);
      if (taken.length >= enough) resolve();
      const counts = { accepted: prompts.length, duplicates: 0, rejected: 0, reasons: {} };
      return Promise.resolve(Response.json(counts));
    },
  });
  return { client, taken, enough: promise };
}

Deno.test("a generator makes prompts and sends them, over and over", { ignore }, async () => {
  using spool = new Spool(":memory:");
  using memory = new PromptMemory(":memory:");
  const { client, taken, enough } = listeningCollector(60);
  await using _generator = startGenerator({
    backend: new GrammarBackend(),
    categories: ["animals", "robots"],
    spool,
    memory,
    client,
    apiKey: "key",
    clock: systemClock,
    random: seededRandom(1),
    port: 0,
    perCall: 5,
    batchSize: 10,
    everyMs: 1,
  });
  await enough;
  assert.equal(new Set(taken.map(({ text }) => text)).size, taken.length);
  assert.deepEqual(new Set(taken.map(({ category }) => category)), new Set(["animals", "robots"]));
});

Deno.test("an idle generator works for a job, sends its incomplete batch, and rests", {
  ignore,
}, async () => {
  using spool = new Spool(":memory:");
  using memory = new PromptMemory(":memory:");
  const { client, taken, enough } = listeningCollector(7);
  await using generator = startGenerator({
    backend: new GrammarBackend(),
    categories: ["animals", "robots"],
    spool,
    memory,
    client,
    apiKey: "key",
    clock: systemClock,
    random: seededRandom(1),
    port: 0,
    perCall: 5,
    batchSize: 1000,
    everyMs: 1,
    endless: false,
  });
  const init = { method: "POST", body: JSON.stringify({ count: 7, category: "robots" }) };
  await callService(
    `${generator.url}/jobs`,
    init,
    { what: "job", timeoutMs: 60_000 },
    (r) => r.json(),
  );
  await enough;
  assert.equal(taken.length, 7);
  assert.ok(taken.every(({ category }) => category === "robots"));
});
