import assert from "node:assert/strict";
import { join } from "node:path";
import { RequestError, UnavailableError } from "@threegen/domain";
import { CollectorClient } from "@threegen/prompt-collector/client";
import type { AddPromptsRequest } from "@threegen/prompt-collector/contract";
import { systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { Sender, type SentCounts } from "./sender.ts";
import { Spool } from "./spool.ts";

const ignore = !granted("read", "write");

/** A collector that takes prompts, at most `maxBatch` at once, while `status` is 200. */
function fakeCollector() {
  const taken: { text: string; category?: string | undefined }[] = [];
  const state = { status: 200, maxBatch: Infinity, requests: 0 };
  const client = new CollectorClient({
    endpoint: "http://collector",
    clock: systemClock,
    fetch: (_url, init) => {
      state.requests++;
      if (state.status !== 200) return Promise.resolve(new Response("", { status: state.status }));
      const { prompts } = JSON.parse(String(init?.body)) as AddPromptsRequest;
      if (prompts.length > state.maxBatch) {
        return Promise.resolve(new Response("", { status: 413 }));
      }
      taken.push(...prompts);
      const counts = { accepted: prompts.length, duplicates: 0, rejected: 0, reasons: {} };
      return Promise.resolve(Response.json(counts));
    },
  });
  return { client, taken, state };
}

function senderOf(spool: Spool, client: CollectorClient, batchSize = 1) {
  const sent: SentCounts[] = [];
  const onSent = (counts: SentCounts) => void sent.push(counts);
  return { sent, sender: new Sender({ spool, client, apiKey: "key", batchSize, onSent }) };
}

Deno.test("Sender waits for a full batch and sends texts with categories", { ignore }, async () => {
  using spool = new Spool(":memory:");
  const { client, taken } = fakeCollector();
  const { sender, sent } = senderOf(spool, client, 3);
  spool.add("animals", ["a cat", "a dog"]);
  await sender.send();
  assert.deepEqual(taken, []);
  spool.add("robots", ["a rover"]);
  await sender.send();
  assert.deepEqual(taken, [
    { text: "a cat", category: "animals" },
    { text: "a dog", category: "animals" },
    { text: "a rover", category: "robots" },
  ]);
  assert.equal(spool.size, 0);
  assert.deepEqual(sent.map(({ accepted }) => accepted), [3]);
});

Deno.test("Sender keeps everything while the collector is away", { ignore }, async () => {
  using spool = new Spool(":memory:");
  const { client, taken, state } = fakeCollector();
  const { sender } = senderOf(spool, client);
  state.status = 503;
  for (let hour = 0; hour < 5; hour++) {
    spool.add("animals", [`cat ${hour}`]);
    await assert.rejects(sender.send(), UnavailableError);
  }
  assert.equal(spool.size, 5);
  state.status = 200;
  await sender.send();
  assert.deepEqual(taken.map(({ text }) => text), [0, 1, 2, 3, 4].map((hour) => `cat ${hour}`));
});

Deno.test("Sender sends smaller requests to a collector with a lower limit", {
  ignore,
}, async () => {
  using spool = new Spool(":memory:");
  const { client, taken, state } = fakeCollector();
  const { sender } = senderOf(spool, client);
  state.maxBatch = 30;
  spool.add("animals", Array.from({ length: 100 }, (_, index) => `cat ${index}`));
  await sender.send();
  assert.equal(taken.length, 100);
  assert.equal(new Set(taken.map(({ text }) => text)).size, 100);
});

Deno.test("Sender says that a key was refused, and loses nothing", { ignore }, async () => {
  using spool = new Spool(":memory:");
  const { client, state } = fakeCollector();
  const { sender } = senderOf(spool, client);
  state.status = 403;
  spool.add("animals", ["a cat"]);
  await assert.rejects(
    sender.send(),
    (error) => error instanceof RequestError && error.status === 403,
  );
  assert.equal(spool.size, 1);
});

Deno.test("Spool survives a restart", { ignore }, async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "spool.sqlite");
  {
    using spool = new Spool(file);
    spool.add("animals", ["a cat", "a dog"]);
    spool.remove(spool.peek(1));
  }
  {
    using spool = new Spool(file);
    assert.deepEqual(spool.peek(10).map(({ text }) => text), ["a dog"]);
    assert.deepEqual([...spool.categoryCounts()], [["animals", 2]]);
  }
  await Deno.remove(folder, { recursive: true });
});
