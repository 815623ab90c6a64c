import { ed25519 } from "@noble/curves/ed25519.js";
import { decodeAddress, signerFromUri } from "@threegen/chain/wallet";
import { unixNanoseconds } from "@threegen/service";
import { FakeClock, settle } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { type AxonOptions, axonRoute, createAxon } from "./axon.ts";
import { sha256Hex } from "./body_hash.ts";
import { btauthMessage, signBtauth } from "./btauth.ts";
import { AxonRefusedError, Dendrite } from "./dendrite.ts";
import { PullTask } from "./messages/pull_task.ts";
import { InMemoryNetwork } from "./testing/mod.ts";

const alice = signerFromUri("//Alice");
const bob = signerFromUri("//Bob");

Deno.test("btauthMessage() is what the specification's golden example signs", async () => {
  const bodySha256 = await sha256Hex(new TextEncoder().encode('{"prompt": "hello"}'));
  assert.equal(bodySha256, "341c57448e531310fbbe83f44cea2a5e838bd9e8a6b82b269f01d0dbbc23c3cc");
  const message = btauthMessage({
    crypto: "ed25519",
    method: "POST",
    target: "/generate?stream=false",
    bodySha256,
    nonce: 1_752_076_800_000_000_000n,
    sender: "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu",
    receiver: bob.address,
  });
  const signature = Uint8Array.fromHex(
    "1a6b631988bf1f7ea093ab9d5acf61f05c316d0b0e428b24b487b75a5f6ee0e1" +
      "a56a26918fdf871b6cf09437e6588023a4ce423cf622621b2a7feee17612f704",
  );
  const publicKey = decodeAddress("5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu");
  assert.ok(ed25519.verify(signature, message, publicKey));
});

/** Bob's axon, and calls that Alice signed for it. */
function bobAxon(options: Partial<AxonOptions> = {}) {
  const clock = new FakeClock();
  const schemes: string[] = [];
  const app = createAxon({
    signer: bob,
    clock,
    routes: [axonRoute({
      message: PullTask,
      handler(_fields, { scheme }) {
        schemes.push(scheme);
        return {};
      },
    })],
    ...options,
  });
  const call = async (
    change: {
      readonly nonce?: bigint;
      readonly receiver?: string | undefined;
      readonly signedTarget?: string;
      readonly signedBody?: string;
      readonly body?: string;
      /** Sent instead of what was signed. */
      readonly sentBody?: ReadableStream<Uint8Array>;
      readonly headers?: Record<string, string>;
      readonly ip?: string;
    } = {},
  ): Promise<{ status: number; message: string }> => {
    const { body = "{}", nonce = unixNanoseconds(clock), signedTarget = "/PullTask?x=%20y" } =
      change;
    const signed = signBtauth(alice, {
      method: "POST",
      target: signedTarget,
      bodySha256: await sha256Hex(new TextEncoder().encode(change.signedBody ?? body)),
      nonce,
      ...("receiver" in change && change.receiver === undefined
        ? {}
        : { receiver: change.receiver ?? bob.address }),
    });
    const response = await app.request("/PullTask?x=%20y", {
      method: "POST",
      headers: { ...signed, ...change.headers },
      body: change.sentBody ?? body,
    }, { remoteAddr: { hostname: change.ip ?? "198.51.100.9" } });
    const { message = "" } = await response.json() as { message?: string };
    return { status: response.status, message };
  };
  return { clock, app, call, schemes };
}

Deno.test("an axon takes a btauth/1 call once, in any order, on the same routes", async () => {
  const { clock, call, schemes } = bobAxon();
  await clock.advance(20_000);
  const now = unixNanoseconds(clock);
  assert.equal((await call({ nonce: now })).status, 200);
  assert.equal((await call({ nonce: now })).status, 401);
  assert.equal((await call({ nonce: now - 1n })).status, 200);
  assert.deepEqual(schemes, ["btauth/1", "btauth/1"]);
});

Deno.test("an axon refuses every btauth/1 call that is not signed for it, now, as it is", async (t) => {
  const { clock, call, schemes } = bobAxon();
  await clock.advance(60_000);
  const now = unixNanoseconds(clock);
  const cases: readonly (readonly [string, Parameters<typeof call>[0], RegExp])[] = [
    ["no receiver", { receiver: undefined }, /wrong receiver/],
    ["another receiver", { receiver: alice.address }, /wrong receiver/],
    ["a receiver changed after signing", {
      receiver: alice.address,
      headers: { "x-bittensor-receiver": bob.address },
    }, /bad signature/],
    ["older than 10 s", { nonce: now - 10_000_000_000n }, /too old/],
    ["more than 2 s ahead", { nonce: now + 2_000_000_001n }, /too far ahead/],
    ["another path", { signedTarget: "/SubmitResults" }, /bad signature/],
    ["another query", { signedTarget: "/PullTask?x= y" }, /bad signature/],
    ["another body", { signedBody: "{} " }, /bad signature/],
    ["another sender", { headers: { "x-bittensor-hotkey": bob.address } }, /bad signature/],
    ["another version", { headers: { "x-bittensor-version": "2" } }, /malformed/],
    ["another kind of key", { headers: { "x-bittensor-crypto": "ed25519" } }, /not sr25519/],
    ["a nonce that is no number", { headers: { "x-bittensor-nonce": "1e18" } }, /malformed/],
    ["a signature cut short", { headers: { "x-bittensor-signature": "0x12" } }, /malformed/],
    ["no signature", { headers: { "x-bittensor-signature": "" } }, /malformed/],
    ["a hotkey that is none", { headers: { "x-bittensor-hotkey": "x" } }, /malformed/],
  ];
  for (const [name, change, reason] of cases) {
    await t.step(name, async () => {
      const { status, message } = await call(change);
      assert.equal(status, 401);
      assert.match(message, reason);
    });
  }
  assert.deepEqual(schemes, []);
});

Deno.test("strangers' btauth/1 bodies have a small budget of their own", async () => {
  const { call } = bobAxon({ maxUnprovenBytes: 100 });
  assert.equal((await call({ body: JSON.stringify({ filler: "x".repeat(200) }) })).status, 503);
  assert.equal((await call()).status, 200);
});

Deno.test("one address cannot take all the room for strangers' bodies", async () => {
  const { clock, call } = bobAxon({ maxUnprovenBytes: 100 });
  const now = unixNanoseconds(clock);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const slow = call({ sentBody: readable, ip: "2001:db8::1", nonce: now });
  await writer.write(new Uint8Array(24));
  await settle();
  assert.equal((await call({ ip: "2001:db8::2", nonce: now + 1n })).status, 503);
  assert.equal((await call({ ip: "198.51.100.9", nonce: now + 2n })).status, 200);
  await writer.close();
  assert.equal((await slow).status, 401);
  assert.equal((await call({ ip: "2001:db8::2", nonce: now + 3n })).status, 200);
});

Deno.test("an axon that does not choose btauth/1 answers 401 to it", async () => {
  const { call } = bobAxon({ schemes: ["axon"] });
  assert.deepEqual(await call(), {
    status: 401,
    message: "Not Verified with error: call is not signed",
  });
});

Deno.test("a dendrite that chose btauth/1 reaches an axon, and only the one it named", async () => {
  const { clock, app, schemes } = bobAxon();
  const network = new InMemoryNetwork();
  network.listen("203.0.113.7", 8091, app);
  const dendrite = new Dendrite({
    signer: alice,
    clock,
    fetch: network.fetchFrom(),
    scheme: "btauth/1",
  });
  const target = { ip: "203.0.113.7", port: 8091, hotkey: bob.address };
  const { fields, axon } = await dendrite.call(target, PullTask, {}, { timeoutMs: 5000 });
  assert.equal(fields.task, null);
  assert.equal(axon.hotkey, bob.address);
  assert.deepEqual(schemes, ["btauth/1"]);
  await assert.rejects(
    dendrite.call({ ...target, hotkey: alice.address }, PullTask, {}),
    (error) => error instanceof AxonRefusedError && error.status === 401,
  );
});
