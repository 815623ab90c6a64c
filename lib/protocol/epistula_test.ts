import { signerFromPhrase, verifySignature } from "@threegen/chain/wallet";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { type AxonOptions, axonRoute, createAxon } from "./axon.ts";
import { sha256Hex } from "./body_hash.ts";
import { epistulaMessage } from "./epistula.ts";
import { PullTask } from "./messages/pull_task.ts";
import { signatureFromHex, signToHex } from "./signing.ts";

const sender = signerFromPhrase(
  "bottom drive obey lake curtain smoke basket hold race lonely fit walk",
);
const receiver = signerFromPhrase(
  "stool feel open east woman high can denial forget screen trust salt",
);

const vector = {
  body: '{"prompt":"a red chair"}',
  bodySha256: "0422eba68820919a93a34bca81426ce3e40a734daa9a827bc8fd1212b2fe1344",
  uuid: "8a6e0804-2bd0-4672-b79d-d97027f9071a",
  timestamp: "1735689600000",
  signature: "0xdc21744fdea369e900f9a9f47ab1418529c3615879268b8fc082fadd95876f22" +
    "1842734084cc892684ad3af1d00d67d8da707983a82be4a309304f6f4d114085",
};

Deno.test("epistulaMessage() is what Epistula v2 signs", async () => {
  assert.equal(await sha256Hex(new TextEncoder().encode(vector.body)), vector.bodySha256);
  const message = epistulaMessage({ ...vector, signedFor: receiver.address });
  assert.ok(verifySignature(message, signatureFromHex(vector.signature)!, sender.address));
});

/** An axon at the time of the vector, and the vector's call with changes. */
function axonAt(nowMs: number, options: Partial<AxonOptions> = {}) {
  const clock = new FakeClock(nowMs);
  const app = createAxon({
    signer: receiver,
    clock,
    routes: [axonRoute({ message: PullTask, handler: () => ({}) })],
    schemes: ["axon", "epistula/2"],
    ...options,
  });
  const call = async (headers: Record<string, string> = {}, body = vector.body) => {
    const response = await app.request("/PullTask", {
      method: "POST",
      headers: {
        "epistula-version": "2",
        "epistula-timestamp": vector.timestamp,
        "epistula-uuid": vector.uuid,
        "epistula-signed-by": sender.address,
        "epistula-signed-for": receiver.address,
        "epistula-request-signature": vector.signature,
        ...headers,
      },
      body,
    });
    await response.body?.cancel();
    return response.status;
  };
  return { clock, call };
}

Deno.test("an axon that chose Epistula takes a call once", async () => {
  const { call } = axonAt(1_735_689_600_000);
  assert.equal(await call(), 200);
  assert.equal(await call(), 401);
});

Deno.test("an axon refuses an Epistula call that is changed, late, early or for another", async () => {
  const { call, clock } = axonAt(1_735_689_600_000);
  assert.equal(await call({}, '{"prompt":"a blue chair"}'), 401);
  assert.equal(await call({ "epistula-uuid": "8a6e0804-2bd0-4672-b79d-d97027f9071b" }), 401);
  assert.equal(await call({ "epistula-timestamp": "1735689600001" }), 401);
  assert.equal(await call({ "epistula-signed-by": receiver.address }), 401);
  assert.equal(await call({ "epistula-signed-for": sender.address }), 401);
  assert.equal(await call({ "epistula-signed-for": "" }), 401);
  assert.equal(await call({ "epistula-version": "1" }), 401);
  assert.equal(await call({ "epistula-request-signature": "" }), 401);
  const early = {
    "epistula-timestamp": "1735689608001",
    "epistula-request-signature": signToHex(
      sender,
      epistulaMessage({ ...vector, timestamp: "1735689608001", signedFor: receiver.address }),
    ),
  };
  assert.equal(await call(early), 401);
  await clock.advance(8000);
  assert.equal(await call(), 401);
});

Deno.test("an axon refuses Epistula unless it is chosen", async () => {
  const { call } = axonAt(1_735_689_600_000, { schemes: ["btauth/1", "axon"] });
  assert.equal(await call(), 401);
});
