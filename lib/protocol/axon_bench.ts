import { signerFromUri } from "@threegen/chain/wallet";
import { newTaskId } from "@threegen/domain";
import { systemClock, unixNanoseconds } from "@threegen/service";
import { sr25519Verify, waitReady } from "@polkadot/wasm-crypto";
import { verify as scureVerify } from "@scure/sr25519";
import { Hono } from "hono";
import { axonRoute, createAxon, loadWasmVerifier } from "./axon.ts";
import { EMPTY_BODY_HASH } from "./body_hash.ts";
import { parseCallHeaders } from "./headers.ts";
import { PullTask } from "./messages/pull_task.ts";
import { requestMessage, type Verifier } from "./signing.ts";
import { signedCall } from "./testing/signed_call.ts";
import { parseWireJson, stringifyWireJson } from "./wire_json.ts";

const caller = signerFromUri("//Alice");
const validator = signerFromUri("//Bob");
const task = { type: "text", id: newTaskId(), prompt: "a red chair with four legs" } as const;

const message = requestMessage({
  nonce: unixNanoseconds(systemClock),
  dendriteHotkey: caller.address,
  axonHotkey: validator.address,
  uuid: crypto.randomUUID(),
  bodyHash: EMPTY_BODY_HASH,
});
const signature = caller.sign(message);
await waitReady();

Deno.bench({ name: "@scure/sr25519", group: "check one signature", baseline: true }, () => {
  scureVerify(message, signature, caller.publicKey);
});
Deno.bench({ name: "@polkadot/wasm-crypto", group: "check one signature" }, () => {
  sr25519Verify(signature, message, caller.publicKey);
});

// Calls in this process, without sockets; axon_load_tool.ts measures with them. A nonce counts
// once, so the signature check is timed above and skipped here by a verifier that always agrees.
const unlimited = { perSecond: 1e12, burst: 1e12 };
function axonWith(verify: Verifier): Hono {
  return createAxon({
    signer: validator,
    clock: systemClock,
    verify,
    routes: [axonRoute({ message: PullTask, handler: () => ({ task }) })],
    addressRate: unlimited,
    hotkeyRate: unlimited,
  });
}
const wasm = await loadWasmVerifier();
const [url, init] = signedCall({
  signer: caller,
  receiver: validator.address,
  nonce: unixNanoseconds(systemClock),
  body: JSON.stringify({ name: "PullTask", timeout: 12, ...PullTask.schema.parse({}) }),
});
let nonce = unixNanoseconds(systemClock) + 1_000_000n;
/** The same call with the next nonce, and with the header that says how long the body is. */
function nextCall(): Request {
  const headers = {
    ...init.headers,
    "content-length": String(init.body.length),
    bt_header_dendrite_nonce: String(nonce++),
  };
  return new Request(url, { ...init, headers });
}

const echo = new Hono();
echo.post("/:message", async (context) => context.body(await context.req.text()));
Deno.bench({ name: "bare Hono echo", group: "one PullTask", baseline: true }, async () => {
  await (await echo.fetch(nextCall())).text();
});
const axon = axonWith(async (...call) => await wasm(...call) || true);
Deno.bench({ name: "axon, signature checked by wasm", group: "one PullTask" }, async () => {
  await (await axon.fetch(nextCall())).text();
});
const trusting = axonWith(() => true);
Deno.bench({ name: "axon without the check", group: "one PullTask" }, async () => {
  await (await trusting.fetch(nextCall())).text();
});

const headers = new Headers(init.headers);
Deno.bench("read the headers of a call", () => void parseCallHeaders(headers));
Deno.bench("read and write the bodies of a call", () => {
  stringifyWireJson(PullTask.schema.parse(parseWireJson(init.body)));
});
