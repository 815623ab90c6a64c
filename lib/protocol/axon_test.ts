import { signerFromPhrase, signerFromUri, verifySignature } from "@threegen/chain/wallet";
import { unixNanoseconds } from "@threegen/service";
import { FakeClock, settle } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { z } from "zod";
import { type AxonOptions, axonRoute, createAxon } from "./axon.ts";
import { EMPTY_BODY_HASH, messageBodyHash } from "./body_hash.ts";
import { parseCallHeaders } from "./headers.ts";
import type { Message } from "./message.ts";
import { PullTask } from "./messages/pull_task.ts";
import { SubmitResults } from "./messages/submit_results.ts";
import { replyMessage, signatureFromHex } from "./signing.ts";
import { signedCall, type SignedCallOptions } from "./testing/signed_call.ts";

const alice = signerFromUri("//Alice");
const bob = signerFromUri("//Bob");

/** Bob's axon, and calls that Alice signed for it. */
function bobAxon(options: Partial<AxonOptions> = {}) {
  const clock = new FakeClock();
  const app = createAxon({ signer: bob, clock, routes: [pullTask], ...options });
  let nonce = unixNanoseconds(clock);
  return {
    clock,
    app,
    call: (change: Partial<SignedCallOptions> = {}) => {
      nonce = nonce + 1n;
      return signedCall({ signer: alice, receiver: bob.address, nonce, ...change });
    },
  };
}

const pullTask = axonRoute({ message: PullTask, handler: () => ({ cooldown_until: 7 }) });

/** What an axon answered, with its body read so that nothing stays open. */
async function outcome(answer: Response | Promise<Response>) {
  const response = await answer;
  const body = await response.json() as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

Deno.test("an axon answers a Python dendrite's worked ping", async () => {
  const axonSigner = signerFromPhrase(
    "stool feel open east woman high can denial forget screen trust salt",
  );
  assert.equal(axonSigner.address, "5F7cAYCZEBz21YEjzSZPGyP7W2fva7qUXDexxXsVezSHyktz");
  const app = createAxon({
    signer: axonSigner,
    clock: new FakeClock(1_735_689_600_000),
    routes: [],
  });
  const dendriteHotkey = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";
  const response = await app.request("/Synapse", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      name: "Synapse",
      timeout: "12.0",
      bt_header_axon_ip: "203.0.113.7",
      bt_header_axon_port: "8091",
      bt_header_axon_hotkey: axonSigner.address,
      bt_header_dendrite_ip: "198.51.100.9",
      bt_header_dendrite_version: "10002000",
      bt_header_dendrite_nonce: "1735689600000000000",
      bt_header_dendrite_uuid: "5ecbd69c-1cec-11ee-b0dc-e29ce36fec1a",
      bt_header_dendrite_hotkey: dendriteHotkey,
      bt_header_dendrite_signature:
        "0x5cfc332a263631525def49107b3143080c08ba9d3f14f2ebbbe49818e5c90c2e" +
        "d65a64c3718f529b36c64fce93af663ec25d5bcd825aa36b1788952016c1ae8c",
      header_size: "640",
      total_size: "3380",
      computed_body_hash: EMPTY_BODY_HASH,
    },
    body:
      '{"name":"Synapse","timeout":12.0,"total_size":0,"header_size":0,"dendrite":{},"axon":{},' +
      '"computed_body_hash":""}',
  });
  const { status, body, headers } = await outcome(response);
  assert.equal(status, 200);
  assert.equal(body.name, "Synapse");
  assert.equal((body.axon as Record<string, unknown>).status_code, 200);
  const call = parseCallHeaders(headers);
  assert.equal(call.name, "Synapse");
  assert.equal(call.axon.statusMessage, "Success");
  assert.equal((body.dendrite as Record<string, unknown>).hotkey, dendriteHotkey);
  assert.equal(body.computed_body_hash, EMPTY_BODY_HASH);
});

Deno.test("an axon signs its answer to a proven caller, and to nobody else", async () => {
  const { app, call } = bobAxon();
  const { headers } = await outcome(app.request(...call()));
  const { axon } = parseCallHeaders(headers);
  const message = replyMessage({
    nonce: axon.nonce!,
    dendriteHotkey: alice.address,
    axonHotkey: bob.address,
    uuid: axon.uuid!,
  });
  assert.ok(verifySignature(message, signatureFromHex(axon.signature!)!, bob.address));
  const refused = await outcome(app.request(...call({ signer: alice, receiver: alice.address })));
  assert.equal(refused.status, 401);
  assert.equal(parseCallHeaders(refused.headers).axon.signature, undefined);
  assert.equal(parseCallHeaders(refused.headers).axon.statusCode, 401);
});

Deno.test("an axon answers 401 to a call that proves nothing", async (t) => {
  const { app, call } = bobAxon();
  const cases: readonly (readonly [string, Partial<SignedCallOptions>, RegExp])[] = [
    ["no signature", { without: ["bt_header_dendrite_signature"] }, /signature is missing/],
    ["no nonce", { without: ["bt_header_dendrite_nonce"] }, /missing/],
    ["no uuid", { without: ["bt_header_dendrite_uuid"] }, /missing/],
    ["no hotkey", { without: ["bt_header_dendrite_hotkey"] }, /not signed/],
    ["no body hash", { without: ["computed_body_hash"] }, /computed_body_hash is missing/],
    ["an empty signature", { headers: { bt_header_dendrite_signature: "" } }, /hex digits/],
    ["a forged hotkey", { headers: { bt_header_dendrite_hotkey: bob.address } }, /does not match/],
    ["another receiver, named", { receiver: alice.address }, /meant for 5Grw/],
    [
      "another receiver, hidden",
      { receiver: alice.address, headers: { bt_header_axon_hotkey: bob.address } },
      /does not match/,
    ],
    ["a nonce changed after signing", {
      headers: { bt_header_dendrite_nonce: "1750000000000000009" },
    }, /does not match/],
    ["a nonce far ahead", { nonce: 1_750_000_100_000_000_000n }, /too far ahead/],
    ["a nonce long past", { nonce: 1_749_999_000_000_000_000n }, /too old/],
    ["a nonce since boot in a new SDK", { nonce: 5_000_000_000n }, /too old/],
  ];
  for (const [name, change, reason] of cases) {
    await t.step(name, async () => {
      const { status, body } = await outcome(app.request(...call(change)));
      assert.equal(status, 401);
      assert.match(String(body.message), /^Not Verified with error: /);
      assert.match(String(body.message), reason);
    });
  }
});

Deno.test("an axon takes each signed call once", async () => {
  const { app, call } = bobAxon();
  const captured = call();
  assert.equal((await outcome(app.request(...captured))).status, 200);
  assert.equal((await outcome(app.request(...captured))).status, 401);
  const [url, init] = captured;
  const renamed = { ...init, headers: { ...init.headers, bt_header_dendrite_version: "694" } };
  assert.equal((await outcome(app.request(url, renamed))).status, 401);
});

Deno.test("an axon takes only one of two copies that arrive at once", async () => {
  const { app, call } = bobAxon({
    routes: [
      axonRoute({
        message: PullTask,
        blacklist: () => settle(1).then(() => undefined),
        handler: () => ({}),
      }),
    ],
  });
  const captured = call();
  const both = await Promise.all([app.request(...captured), app.request(...captured)].map(outcome));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 401]);
});

Deno.test("an axon checks the signature before any blacklist", async () => {
  const asked: string[] = [];
  const { app, call } = bobAxon({
    routes: [axonRoute({
      message: PullTask,
      blacklist: ({ hotkey }) => void asked.push(hotkey),
      handler: () => ({}),
    })],
  });
  await outcome(app.request(...call({ headers: { bt_header_dendrite_hotkey: bob.address } })));
  assert.deepEqual(asked, []);
  await outcome(app.request(...call()));
  assert.deepEqual(asked, [alice.address]);
});

Deno.test("an axon takes calls of SDK 6.9, whose nonces count from boot", async () => {
  const { app, call } = bobAxon();
  const old = { version: 694, uuid: "old-machine" };
  assert.equal((await outcome(app.request(...call({ ...old, nonce: 5_000n })))).status, 200);
  assert.equal((await outcome(app.request(...call({ ...old, nonce: 5_000n })))).status, 401);
  assert.equal((await outcome(app.request(...call({ ...old, nonce: 5_001n })))).status, 200);
});

Deno.test("an axon answers 400 to headers and bodies that do not read", async (t) => {
  const { app, call } = bobAxon({
    routes: [pullTask, axonRoute({ message: SubmitResults, handler: () => ({}) })],
  });
  const cases: readonly (readonly [string, Partial<SignedCallOptions>, RegExp])[] = [
    ["a timeout that is no number", { headers: { timeout: "soon" } }, /timeout/],
    ["a uuid with a dot", { uuid: "a.b" }, /uuid/],
    ["no JSON", { body: "{" }, /not JSON/],
    ["an empty body", { body: "" }, /not JSON/],
    ["JSON of another kind", { body: "[]" }, /expected object/],
    ["a field of another type", { body: '{"cooldown_until":"soon"}' }, /cooldown_until/],
    [
      "a required field missing",
      { name: "SubmitResults", body: "{}" },
      /results.*submit_time.*signature/,
    ],
    ["a body nested too deep", { body: `{"task":${"[".repeat(100_000)}` }, /deeper/],
  ];
  for (const [name, change, reason] of cases) {
    await t.step(name, async () => {
      const { status, body } = await outcome(app.request(...call(change)));
      assert.equal(status, 400);
      assert.match(String(body.message), reason);
    });
  }
  await t.step("bytes that are no UTF-8", async () => {
    const [url, init] = call();
    const response = app.request(url, { ...init, body: Uint8Array.of(0x22, 0xff, 0x22) });
    assert.equal((await outcome(response)).status, 400);
  });
});

Deno.test("an axon proves the signed fields of a body, and refuses when they were changed", async () => {
  const Generate = {
    name: "Generate",
    requiredFields: ["prompt"],
    schema: z.object({ prompt: z.string(), seed: z.number().int().default(0) }),
    hashFields: [{ name: "prompt" }, { name: "seed" }],
  } satisfies Message;
  const { app, call } = bobAxon({
    routes: [axonRoute({ message: Generate, handler: () => ({}) })],
  });
  const fields = { prompt: "a red chair", seed: 7 };
  const signed = {
    name: "Generate",
    bodyHash: messageBodyHash(Generate, fields),
    body: JSON.stringify(fields),
  };
  assert.equal((await outcome(app.request(...call(signed)))).status, 200);
  const changed = { ...signed, body: JSON.stringify({ ...fields, prompt: "a blue chair" }) };
  const { status, body } = await outcome(app.request(...call(changed)));
  assert.equal(status, 400);
  assert.match(String(body.message), /hash is not the signed one/);
});

Deno.test("an axon answers 404 to unknown names, 405 to other methods, and names what it knows", async () => {
  const { app, call } = bobAxon();
  for (const path of ["/Nothing", "/", "/a/b", "/pulltask", "/__proto__"]) {
    const [, init] = call();
    const { status, body } = await outcome(app.request(path, init));
    assert.equal(status, 404);
    assert.match(String(body.message), /Available: Synapse, PullTask/);
  }
  assert.equal((await outcome(app.request("/PullTask"))).status, 405);
  assert.equal((await outcome(app.request("/health"))).body.status, "healthy");
});

Deno.test("an axon bounds headers and bodies", async () => {
  const { app, call } = bobAxon({ maxBodyBytes: 1000 });
  const long = { "x-long": "y".repeat(20_000) };
  assert.equal((await outcome(app.request(...call({ headers: long })))).status, 431);
  const body = JSON.stringify({ filler: "y".repeat(1000) });
  assert.equal((await outcome(app.request(...call({ body })))).status, 413);
});

Deno.test("an axon limits the calls of an address before it checks signatures, and of a hotkey after", async (t) => {
  await t.step("address", async () => {
    let checks = 0;
    const { app, call } = bobAxon({
      addressRate: { perSecond: 1, burst: 2 },
      verify: () => {
        checks++;
        return false;
      },
    });
    const statuses = [];
    for (let index = 0; index < 4; index++) {
      const { status, headers } = await outcome(app.request(...call()));
      statuses.push(status);
      if (status === 429) assert.equal(headers.get("retry-after"), "1");
    }
    assert.deepEqual(statuses, [401, 401, 429, 429]);
    assert.equal(checks, 2);
  });
  await t.step("hotkey", async () => {
    const { app, call } = bobAxon({ hotkeyRate: { perSecond: 1, burst: 1 } });
    assert.equal((await outcome(app.request(...call()))).status, 200);
    const { status, body } = await outcome(app.request(...call()));
    assert.equal(status, 429);
    assert.match(String(body.message), new RegExp(alice.address));
    const other = { signer: signerFromUri("//Charlie") };
    assert.equal((await outcome(app.request(...call(other)))).status, 200);
  });
});

Deno.test("an axon forgets the nonces of calls that it refuses, so that strangers fill no memory", async () => {
  let isWelcome = false;
  const { app, call } = bobAxon({
    nonces: { capacity: 4 },
    routes: [axonRoute({
      message: PullTask,
      blacklist: () => isWelcome ? undefined : "a stranger",
      handler: () => ({}),
    })],
  });
  const honest = call();
  // Later nonces of strangers, remembered, would push the floor above the honest call's.
  for (let index = 0; index < 20; index++) {
    const { status } = await outcome(app.request(...call({ uuid: `stranger-${index}` })));
    assert.equal(status, 403);
  }
  isWelcome = true;
  assert.equal((await outcome(app.request(...honest))).status, 200);
});

Deno.test("an axon that strangers flood takes a registered caller of SDK 6.9, and each call once", async () => {
  const { app, call } = bobAxon({
    nonces: { capacity: 2, legacyCapacity: 2 },
    isRegistered: (hotkey) => hotkey === alice.address,
  });
  const old = { version: 694, nonce: 5_000n };
  for (let index = 0; index < 20; index++) {
    const stranger = { signer: signerFromUri(`//Stranger${index % 5}`), uuid: `uuid-${index}` };
    const name = index % 2 === 0 ? "Synapse" : "PullTask";
    for (const change of [{}, old]) {
      const { status } = await outcome(app.request(...call({ name, ...stranger, ...change })));
      assert.equal(status, 200);
    }
  }
  // A ping of a registered caller counts as well: what it signed would do for a pull.
  for (const change of [{ name: "Synapse" }, { name: "Synapse", ...old }]) {
    const [url, init] = call(change);
    assert.equal((await outcome(app.request(url, init))).status, 200);
    assert.equal((await outcome(app.request("/PullTask", init))).status, 401);
  }
});

Deno.test("an axon remembers a stranger who was registered by the time of the answer", async () => {
  const registered = new Set<string>();
  const { app, call } = bobAxon({
    isRegistered: (hotkey) => registered.has(hotkey),
    routes: [axonRoute({
      message: PullTask,
      handler: (_fields, { hotkey }) => (registered.add(hotkey), {}),
    })],
  });
  const captured = call();
  assert.equal((await outcome(app.request(...captured))).status, 200);
  assert.equal((await outcome(app.request(...captured))).status, 401);
});

Deno.test("an axon keeps places and memory that strangers cannot take", async (t) => {
  const gate = Promise.withResolvers<void>();
  const stranger = { signer: signerFromUri("//Charlie") };
  const { app, call } = bobAxon({
    maxRunning: 4,
    maxQueued: 0,
    maxUnprovenBytes: 400, // A hundred for each address.
    isRegistered: (hotkey) => hotkey === alice.address,
    routes: [axonRoute({
      message: PullTask,
      handler: (_fields, { hotkey }) =>
        hotkey === alice.address ? {} : gate.promise.then(() => ({})),
    })],
  });
  await t.step("memory for bodies", async () => {
    const body = JSON.stringify({ filler: "y".repeat(100) });
    const headers = { "content-length": String(body.length) };
    assert.equal((await outcome(app.request(...call({ ...stranger, body, headers })))).status, 503);
    assert.equal((await outcome(app.request(...call({ body, headers })))).status, 200);
  });
  await t.step("places to run", async () => {
    const stuck = outcome(app.request(...call(stranger)));
    await settle();
    assert.equal((await outcome(app.request(...call(stranger)))).status, 503);
    assert.equal((await outcome(app.request(...call()))).status, 200);
    gate.resolve();
    assert.equal((await stuck).status, 200);
  });
});

Deno.test("an axon ends a call whose handler does not, and frees its place", async () => {
  let starts = 0;
  const { app, call, clock } = bobAxon({
    maxRunning: 1,
    maxQueued: 0,
    routes: [axonRoute({
      message: PullTask,
      handler: () => ++starts === 1 ? new Promise(() => {}) : {},
    })],
  });
  const stuck = outcome(app.request(...call({ headers: { timeout: "5.0" } })));
  await settle();
  assert.equal((await outcome(app.request(...call()))).status, 503);
  await clock.advance(5001);
  assert.equal((await stuck).status, 408);
  assert.equal(
    (await outcome(app.request(...call({ nonce: unixNanoseconds(clock) })))).status,
    200,
  );
});

Deno.test("an axon ends a call whose body never comes", async (t) => {
  // A small body of a known size is read in one piece, every other one as a stream.
  for (const headers of [{}, { "content-length": "10" }]) {
    await t.step(Object.keys(headers)[0] ?? "of unknown size", async () => {
      const { app, call, clock } = bobAxon();
      const [url, init] = call({ headers });
      const body = new ReadableStream({ pull: () => new Promise<void>(() => {}) });
      const silent = outcome(app.request(url, { ...init, body } as RequestInit));
      await settle();
      await clock.advance(12_001);
      assert.equal((await silent).status, 408);
    });
  }
});

Deno.test("an axon takes a body that breaks off for the caller's fault, not its own", async () => {
  const { app, call } = bobAxon();
  const [url, init] = call();
  const body = new ReadableStream({ pull: () => Promise.reject(new TypeError("reset by peer")) });
  const broken = await outcome(app.request(url, { ...init, body }));
  assert.equal(broken.status, 400);
  assert.equal(broken.body.message, "Cannot read body: it breaks off");
});

Deno.test("an axon lets callers in by priority when there is no room for all", async () => {
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const charlie = signerFromUri("//Charlie");
  const names = new Map<string, string>([[alice.address, "alice"], [charlie.address, "charlie"]]);
  const { app, call } = bobAxon({
    maxRunning: 1,
    routes: [axonRoute({
      message: PullTask,
      priority: ({ hotkey }) => hotkey === charlie.address ? 10 : 1,
      async handler(_fields, { hotkey }) {
        order.push(names.get(hotkey)!);
        await gate.promise;
        return {};
      },
    })],
  });
  const calls = [app.request(...call()), app.request(...call())];
  await settle();
  calls.push(app.request(...call({ signer: charlie })));
  await settle();
  gate.resolve();
  await Promise.all(calls.map(outcome));
  assert.deepEqual(order, ["alice", "charlie", "alice"]);
});

Deno.test("an axon streams an answer, headers first, and stops when the caller leaves", async (t) => {
  const state = { isFinished: false };
  const { app, call, clock } = bobAxon({
    maxRunning: 1,
    maxQueued: 0,
    routes: [axonRoute({
      message: PullTask,
      handler: () =>
        (async function* () {
          try {
            yield "one ";
            yield new TextEncoder().encode("two");
            if (state.isFinished) await new Promise(() => {});
          } finally {
            state.isFinished = true;
          }
        })(),
    })],
  });
  await t.step("whole", async () => {
    const response = await app.request(...call());
    assert.equal(response.headers.get("content-type"), "text/event-stream");
    assert.equal(parseCallHeaders(response.headers).axon.statusCode, 200);
    assert.equal(await response.text(), "one two");
  });
  await t.step("headers from which Python rebuilds the whole message", async () => {
    const [url, init] = call({ headers: { timeout: "5.0" } });
    const response = await app.request(url, init);
    const { name, timeoutSeconds, bodyHash, axon, dendrite } = parseCallHeaders(response.headers);
    assert.deepEqual({ name, timeoutSeconds, bodyHash }, {
      name: "PullTask",
      timeoutSeconds: 5,
      bodyHash: EMPTY_BODY_HASH,
    });
    assert.equal(axon.hotkey, bob.address);
    assert.deepEqual(dendrite, parseCallHeaders(new Headers(init.headers)).dendrite);
    assert.equal(dendrite.hotkey, alice.address);
    assert.equal(response.headers.get("header_size"), "0");
    assert.equal(response.headers.get("total_size"), "0");
    await response.body!.cancel();
  });
  await t.step("left early: the generator ends and the place is free", async () => {
    state.isFinished = false;
    const response = await app.request(...call());
    await response.body!.cancel();
    assert.ok(state.isFinished);
  });
  await t.step("too slow: the stream breaks at the time limit", async () => {
    const response = await app.request(...call());
    const reading = assert.rejects(response.text(), /time of this call is up/);
    await settle();
    await clock.advance(12_001);
    await reading;
    const next = await app.request(...call({ nonce: unixNanoseconds(clock) }));
    assert.equal(next.status, 200);
    await next.body!.cancel();
  });
});
