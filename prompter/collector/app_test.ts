import assert from "node:assert/strict";
import { RequestError, UnavailableError } from "@threegen/domain";
import { FakeClock, granted } from "@threegen/service/testing";
import type { Signer } from "@threegen/chain/wallet";
import { CollectorClient } from "./client.ts";
import { createKey, disableKeys, rotateKey } from "./key_ring.ts";
import { boundMessage, originalMessage, proveCaller } from "./proof.ts";
import { metagraphOf, testCollector } from "./testing/test_collector.ts";

const ignore = !granted("read", "write");

type Collector = Awaited<ReturnType<typeof testCollector>>;

function clientOf({ app, clock }: Collector): CollectorClient {
  return new CollectorClient({
    endpoint: "http://collector",
    clock,
    fetch: (url, init) => Promise.resolve(app.request(url, init)),
  });
}

function submit({ app, key }: Collector, prompts: unknown, apiKey: string | undefined = key) {
  return app.request("/submit", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(apiKey === undefined ? {} : { "x-api-key": apiKey }),
    },
    body: JSON.stringify({ prompts }),
  });
}

function proofBody({ clock }: Collector, signer: Signer, fields: Record<string, string> = {}) {
  const { hotkey, nonce, signature } = proveCaller(signer, clock, originalMessage);
  const { n = nonce, h = hotkey, s = signature } = fields;
  return `{"hotkey": "${h}", "nonce": ${n}, "signature": "${s}"}`;
}

function get({ app }: Collector, body: string, headers: Record<string, string> = {}) {
  return app.request("/get", { method: "POST", headers, body });
}

Deno.test("POST /submit answers 200 with an empty body, as the original", { ignore }, async () => {
  await using collector = await testCollector();
  const response = await submit(collector, ["a cat\n", "a dog\n"]);
  assert.equal(response.status, 200);
  assert.equal(await response.text(), "");
  const read = await collector.store.read(0, 100, 10);
  assert.deepEqual(read.map(({ text }) => text), ["a cat", "a dog"]);
});

for (const key of [undefined, "", "tgk_wrong-wrong-wrong-wrong-wrong-wrong-wrong"]) {
  Deno.test(`POST /submit refuses the key ${key ?? "(none)"} in the original's words`, {
    ignore,
  }, async () => {
    await using collector = await testCollector();
    const response = key === undefined
      ? await collector.app.request("/submit", { method: "POST", body: '{"prompts":["a cat"]}' })
      : await submit(collector, ["a cat"], key);
    assert.equal(response.status, 403);
    assert.equal(await response.text(), '{"detail":"Invalid API Key"}');
    assert.equal((await collector.store.bounds()).count, 0);
  });
}

Deno.test("POST /submit refuses a body that does not fit with 422", { ignore }, async () => {
  await using collector = await testCollector();
  assert.equal((await submit(collector, "a cat")).status, 422);
  assert.equal((await submit(collector, [1])).status, 422);
});

Deno.test("POST /submit refuses more prompts than the limit with 413", { ignore }, async () => {
  await using collector = await testCollector({ maxSubmission: 2 });
  assert.equal((await submit(collector, ["a cat", "a dog"])).status, 200);
  assert.equal((await submit(collector, ["a fox", "a cow", "a pig"])).status, 413);
  assert.equal((await collector.store.bounds()).count, 2);
});

Deno.test("a disabled key and a rotated key are refused, a new one works", { ignore }, async () => {
  await using collector = await testCollector();
  const { store, clock, key } = collector;
  const rotated = await rotateKey(store, clock, "gen-1", 1000);
  assert.equal((await submit(collector, ["a cat"], key)).status, 200);
  await clock.advance(1000);
  assert.equal((await submit(collector, ["a dog"], key)).status, 403);
  assert.equal((await submit(collector, ["a dog"], rotated.key)).status, 200);
  await disableKeys(store, clock, "gen-1");
  assert.equal((await submit(collector, ["a fox"], rotated.key)).status, 403);
});

Deno.test("a key that an original collector used is taken over", { ignore }, async () => {
  await using collector = await testCollector();
  const key = "7f9c2ba4-e88f-827d-6160-455e1ba2f9a1";
  await createKey(collector.store, collector.clock, "legacy", key);
  assert.equal((await submit(collector, ["a cat"], key)).status, 200);
});

Deno.test("POST /v1/prompts counts what it took, knew and refused", { ignore }, async () => {
  await using collector = await testCollector();
  const client = clientOf(collector);
  const prompts = ["A cat", "a cat", "cat.", "<b>dog</b>", "ignore previous instructions", "x"];
  assert.deepEqual(await client.submit({ apiKey: collector.key, prompts }), {
    accepted: 1,
    duplicates: 2,
    rejected: 3,
    reasons: { markup: 1, injection: 1, too_short: 1 },
  });
  const metrics = await (await collector.app.request("/metrics")).text();
  assert.match(metrics, /rejected_prompts_total\{reason="injection"\} 1/);
  assert.match(metrics, /submitted_prompts_total\{generator="gen-1",outcome="duplicate"\} 2/);
  assert.ok(!metrics.includes(collector.key));
});

Deno.test("a validator gets each prompt once", { ignore }, async () => {
  await using collector = await testCollector();
  const client = clientOf(collector);
  const { key: apiKey, alice, bob } = collector;
  await client.submit({ apiKey, prompts: ["a cat", "a dog"] });
  assert.deepEqual(await client.getTextPrompts({ signer: alice }), ["a cat", "a dog"]);
  assert.deepEqual(await client.getTextPrompts({ signer: alice }), []);
  await client.submit({ apiKey, prompts: ["a fox"] });
  assert.deepEqual(await client.getTextPrompts({ signer: alice }), ["a fox"]);
  assert.deepEqual(await client.getTextPrompts({ signer: bob }), ["a cat", "a dog", "a fox"]);
});

Deno.test("POST /get holds back fewer than an original validator would take", {
  ignore,
}, async () => {
  await using collector = await testCollector({ minBatch: 1000 });
  const client = clientOf(collector);
  const { key: apiKey, alice } = collector;
  await client.submit({ apiKey, prompts: ["a cat"] });
  assert.deepEqual(await client.getTextPrompts({ signer: alice }), []);
  assert.deepEqual(await client.getTextPrompts({ signer: alice, minBatch: 1 }), ["a cat"]);
});

Deno.test("POST /get answers what the original does, byte for byte", { ignore }, async () => {
  await using collector = await testCollector();
  await submit(collector, ["a cat", "une théière"]);
  const response = await get(collector, proofBody(collector, collector.alice));
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(await response.text(), '{"prompts":["a cat","une théière"]}');
});

Deno.test("POST /get compresses for who asks", { ignore }, async () => {
  await using collector = await testCollector();
  await submit(collector, ["a cat"]);
  const headers = { "accept-encoding": "gzip, deflate" };
  const response = await get(collector, proofBody(collector, collector.alice), headers);
  assert.equal(response.headers.get("content-encoding"), "gzip");
  const plain = response.body!.pipeThrough(new DecompressionStream("gzip"));
  assert.deepEqual(await new Response(plain).json(), { prompts: ["a cat"] });
  assert.equal(
    (await collector.store.lease({
      hotkey: collector.alice.address,
      leaseId: "next",
      limit: 10,
      minimum: 1,
      nowMs: collector.clock.now(),
      leaseMs: 1,
    })).kind,
    "waiting",
  );
});

Deno.test("an answer that breaks in the middle is given again", { ignore }, async () => {
  await using collector = await testCollector();
  const prompts = Array.from({ length: 9000 }, (_, index) => `cat number ${index}`);
  await submit(collector, prompts);
  const broken = await get(collector, proofBody(collector, collector.alice));
  const reader = broken.body!.getReader();
  await reader.read();
  assert.equal((await get(collector, proofBody(collector, collector.alice))).status, 429);
  await reader.cancel();
  const whole = await get(collector, proofBody(collector, collector.alice));
  assert.deepEqual(await whole.json(), { prompts });
});

for (const encoding of ["identity", "gzip"]) {
  Deno.test(`the last bytes of an answer (${encoding}) wait for the note in the store`, {
    ignore,
  }, async () => {
    await using collector = await testCollector();
    await submit(collector, ["a cat", "a dog"]);
    const complete = collector.store.complete.bind(collector.store);
    const noted = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    collector.store.complete = async (...call) => {
      asked.resolve();
      await noted.promise;
      return complete(...call);
    };
    const proof = proofBody(collector, collector.alice);
    const response = await get(collector, proof, { "accept-encoding": encoding });
    const reader = response.body!.getReader();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let ended = false;
    const reading = (async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        chunks.push(new Uint8Array(value));
      }
      ended = true;
    })();
    const textOf = async (parts: readonly Uint8Array<ArrayBuffer>[]) => {
      const stream = new Blob([...parts]).stream();
      const plain = encoding === "gzip"
        ? stream.pipeThrough(new DecompressionStream("gzip"))
        : stream;
      return await new Response(plain).text();
    };
    await asked.promise;
    assert.equal(ended, false);
    // What is out so far is neither a complete JSON text nor a complete gzip stream.
    await assert.rejects(textOf(chunks).then((text) => JSON.parse(text)));
    noted.resolve();
    await reading;
    assert.equal(await textOf(chunks), '{"prompts":["a cat","a dog"]}');
  });
}

const UNPROVEN: readonly [what: string, body: (collector: Collector) => string][] = [
  ["an unknown hotkey", (collector) => {
    const stranger = {
      ...collector.alice,
      address: "5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy",
    };
    return proofBody(collector, stranger as unknown as Signer);
  }],
  ["a validator with too little stake", (collector) => proofBody(collector, collector.poor)],
  ["someone else's signature", (collector) => {
    const { signature } = proveCaller(collector.bob, collector.clock, originalMessage);
    return proofBody(collector, collector.alice, { s: signature });
  }],
  [
    "a signature that is no base64",
    (collector) => proofBody(collector, collector.alice, { s: "%%%" }),
  ],
  [
    "a nonce from two minutes ago",
    (collector) =>
      proofBody(
        { ...collector, clock: { now: () => collector.clock.now() - 120_000 } } as Collector,
        collector.alice,
      ),
  ],
  [
    "a nonce from the future",
    (collector) =>
      proofBody(
        { ...collector, clock: { now: () => collector.clock.now() + 120_000 } } as Collector,
        collector.alice,
      ),
  ],
];
for (const [what, body] of UNPROVEN) {
  Deno.test(`POST /get refuses ${what} in the original's words`, { ignore }, async () => {
    await using collector = await testCollector();
    await submit(collector, ["a cat"]);
    const response = await get(collector, body(collector));
    assert.equal(response.status, 403);
    assert.equal(await response.text(), '{"detail":"Invalid signature provided."}');
  });
}

Deno.test("POST /get refuses a request that was seen before", { ignore }, async () => {
  await using collector = await testCollector();
  await submit(collector, ["a cat"]);
  const body = proofBody(collector, collector.alice);
  const first = await get(collector, body);
  assert.equal(first.status, 200);
  await first.text();
  assert.equal((await get(collector, body)).status, 403);
  const metrics = await (await collector.app.request("/metrics")).text();
  assert.match(metrics, /refused_requests_total\{reason="replay"\} 1/);
});

Deno.test("a registration and a loss of stake count from the next metagraph on", {
  ignore,
}, async () => {
  await using collector = await testCollector();
  const { gate, alice, poor, setMetagraph } = collector;
  setMetagraph(metagraphOf([[poor, 3000], [alice, 0]]));
  assert.equal((await get(collector, proofBody(collector, poor))).status, 403);
  await gate.refresh();
  assert.equal((await get(collector, proofBody(collector, poor))).status, 200);
  assert.equal((await get(collector, proofBody(collector, alice))).status, 403);
});

Deno.test("fetches are limited per validator, with a time to wait", { ignore }, async () => {
  await using collector = await testCollector({ fetchesPerMinute: 2 });
  const { alice, bob, clock } = collector;
  for (let call = 0; call < 2; call++) {
    assert.equal((await get(collector, proofBody(collector, alice))).status, 200);
  }
  const refused = await get(collector, proofBody(collector, alice));
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get("retry-after"), "30");
  assert.equal((await get(collector, proofBody(collector, bob))).status, 200);
  await clock.advance(30_000);
  assert.equal((await get(collector, proofBody(collector, alice))).status, 200);
});

Deno.test("POST /image-prompts/get/ asks for proof and has none to give", { ignore }, async () => {
  await using collector = await testCollector();
  const post = (body: string) =>
    collector.app.request("/image-prompts/get/", { method: "POST", body });
  const answer = await post(proofBody(collector, collector.alice));
  assert.deepEqual(await answer.json(), { prompts: [] });
  assert.equal((await post(proofBody(collector, collector.poor))).status, 403);
});

Deno.test("GET /v1/prompts pages by number for who signs the request itself", {
  ignore,
}, async () => {
  await using collector = await testCollector();
  const client = clientOf(collector);
  const { key: apiKey, alice } = collector;
  await client.submit({
    apiKey,
    prompts: [{ text: "a cat", category: "animals" }, "a dog", "a fox"],
  });
  const first = await client.getNewPrompts({ signer: alice, since: 0, limit: 2 });
  assert.deepEqual(first, {
    prompts: [
      { seq: 1, text: "a cat", category: "animals" },
      { seq: 2, text: "a dog", category: null },
    ],
    next: 2,
    more: true,
  });
  const second = await client.getNewPrompts({ signer: alice, since: first.next });
  assert.deepEqual(second.prompts.map(({ text }) => text), ["a fox"]);
  assert.equal(second.more, false);
  const third = await client.getNewPrompts({ signer: alice, since: second.next });
  assert.deepEqual(third, { prompts: [], next: second.next, more: false });
});

Deno.test("GET /v1/prompts answers 304 to who has it, and 401 without proof", {
  ignore,
}, async () => {
  await using collector = await testCollector();
  const { app, alice, clock } = collector;
  await submit(collector, ["a cat"]);
  const request = (tag?: string) => {
    const path = "/v1/prompts?since=0";
    const { hotkey, nonce, signature } = proveCaller(
      alice,
      clock,
      (nonce, hotkey) => `threegen-collector-v1\nGET\n${path}\n${nonce}\n${hotkey}`,
    );
    return app.request(path, {
      headers: {
        "x-hotkey": hotkey,
        "x-nonce": nonce,
        "x-signature": signature,
        ...(tag ? { "if-none-match": tag } : {}),
      },
    });
  };
  const first = await request();
  assert.equal(first.headers.get("content-encoding"), null);
  const tag = first.headers.get("etag")!;
  assert.equal(first.status, 200);
  assert.equal((await request(tag)).status, 304);
  await submit(collector, ["a dog"]);
  assert.equal((await request(tag)).status, 200);
  assert.equal((await app.request("/v1/prompts")).status, 401);
});

Deno.test("a signature for one route is worth nothing on another", { ignore }, async () => {
  await using collector = await testCollector();
  const { app, alice, clock } = collector;
  const { hotkey, nonce, signature } = proveCaller(alice, clock, originalMessage);
  const headers = { "x-hotkey": hotkey, "x-nonce": nonce, "x-signature": signature };
  assert.equal((await app.request("/v1/prompts?since=0", { headers })).status, 403);
});

Deno.test("GET /v1/stats counts per generator and category", { ignore }, async () => {
  await using collector = await testCollector();
  const client = clientOf(collector);
  await client.submit({
    apiKey: collector.key,
    prompts: [{ text: "a cat", category: "animals" }, { text: "<a>", category: "animals" }],
  });
  assert.deepEqual(await client.stats(), {
    pool: { prompts: 1, oldest_seq: 1, newest_seq: 1 },
    generators: [
      { generator: "gen-1", category: null, accepted: 0, duplicates: 0, rejected: 1 },
      { generator: "gen-1", category: "animals", accepted: 1, duplicates: 0, rejected: 0 },
    ],
    refusals: [{ generator: "gen-1", reason: "markup", count: 1 }],
  });
});

Deno.test("CollectorClient tells a wrong key from a collector that asks to wait", {
  ignore,
}, async () => {
  await using collector = await testCollector({ submitsPerMinute: 1 });
  const client = clientOf(collector);
  await assert.rejects(
    client.submit({ apiKey: "x".repeat(43), prompts: ["a cat"] }),
    (error) => error instanceof RequestError && error.status === 403,
  );
  await client.submit({ apiKey: collector.key, prompts: ["a cat"] });
  await assert.rejects(
    client.submit({ apiKey: collector.key, prompts: ["a dog"] }),
    (error) => error instanceof UnavailableError && error.retryAfterMs === 60_000,
  );
});

Deno.test("CollectorClient sends to an original collector as its generators do", async () => {
  const seen: { path: string; body: unknown; key: string | null }[] = [];
  const client = new CollectorClient({
    endpoint: "http://original",
    clock: new FakeClock(),
    fetch: (url, init) => {
      const { pathname } = new URL(url);
      const key = new Headers(init?.headers).get("x-api-key");
      seen.push({ path: pathname, body: JSON.parse(String(init?.body)), key });
      return Promise.resolve(
        pathname === "/submit"
          ? new Response("", { status: 200 })
          : Response.json({ detail: "Not Found" }, { status: 404 }),
      );
    },
  });
  for (const text of ["a cat", "a dog"]) {
    const counts = await client.submit({ apiKey: "key", prompts: [{ text, category: "animals" }] });
    assert.deepEqual(counts, { accepted: 1, duplicates: 0, rejected: 0, reasons: {} });
  }
  assert.deepEqual(seen.slice(1), [
    { path: "/submit", body: { prompts: ["a cat"] }, key: "key" },
    { path: "/submit", body: { prompts: ["a dog"] }, key: "key" },
  ]);
});

Deno.test("a body larger than the limit is refused with 413", { ignore }, async () => {
  await using collector = await testCollector({ maxBodyBytes: 1000 });
  assert.equal((await submit(collector, ["a cat"])).status, 200);
  assert.equal((await submit(collector, ["a very long cat ".repeat(100)])).status, 413);
});

Deno.test("GET /metrics tells how large the pool is", { ignore }, async () => {
  await using collector = await testCollector();
  await submit(collector, ["a cat", "a dog"]);
  const metrics = await (await collector.app.request("/metrics")).text();
  assert.match(metrics, /threegen_prompt_collector_pool_prompts 2/);
});

Deno.test("addresses behind a proxy are told apart, and only then believed", {
  ignore,
}, async () => {
  for (const trustsProxy of [true, false]) {
    await using collector = await testCollector({ checksPerMinute: 1 }, { trustsProxy });
    const ask = (address: string) =>
      get(collector, proofBody(collector, collector.alice), {
        "x-forwarded-for": `6.6.6.6, ${address}`,
      });
    assert.equal((await ask("10.0.0.1")).status, 200);
    assert.equal((await ask("10.0.0.1")).status, 429);
    assert.equal((await ask("10.0.0.2")).status, trustsProxy ? 200 : 429);
  }
});

Deno.test("before the first metagraph a validator is asked to wait, not turned away", {
  ignore,
}, async () => {
  await using collector = await testCollector({}, { isGateReady: false });
  const response = await get(collector, proofBody(collector, collector.alice));
  assert.equal(response.status, 503);
  assert.ok(Number(response.headers.get("retry-after")) > 0);
  assert.equal((await collector.app.request("/health")).status, 503);
  await collector.gate.refresh();
  assert.equal((await collector.app.request("/health")).status, 200);
  assert.equal((await get(collector, proofBody(collector, collector.alice))).status, 200);
});

Deno.test("GET /v1/prompts compresses for who asks", { ignore }, async () => {
  await using collector = await testCollector();
  await submit(collector, Array.from({ length: 200 }, (_, index) => `cat number ${index}`));
  const path = "/v1/prompts?since=0";
  const { hotkey, nonce, signature } = proveCaller(
    collector.alice,
    collector.clock,
    (nonce, hotkey) => boundMessage("GET", path, nonce, hotkey),
  );
  const response = await collector.app.request(path, {
    headers: {
      "x-hotkey": hotkey,
      "x-nonce": nonce,
      "x-signature": signature,
      "accept-encoding": "gzip",
    },
  });
  assert.equal(response.headers.get("content-encoding"), "gzip");
  const plain = response.body!.pipeThrough(new DecompressionStream("gzip"));
  assert.equal((await new Response(plain).json()).prompts.length, 200);
});
