import { signerFromUri } from "@threegen/chain/wallet";
import type { Verifier } from "@threegen/protocol/axon";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { fastestVerifier } from "./signature_check.ts";

const { sign, publicKey } = signerFromUri("//Alice");
const message = new TextEncoder().encode("prompt → task → asset → score → weight");
const signature = sign(message);

async function checksSignatures(verify: Verifier): Promise<void> {
  assert.equal(await verify(message, signature, publicKey), true);
  assert.equal(await verify(message.subarray(1), signature, publicKey), false);
  assert.equal(await verify(message, signature.subarray(1), publicKey), false);
}

Deno.test({
  name: "fastestVerifier() checks signatures, in WebAssembly where it loads",
  // The package looks at its environment while it loads.
  ignore: !granted("env", "read"),
  async fn() {
    let loaded: Verifier | undefined;
    const { loadWasmVerifier } = await import("@threegen/protocol/axon");
    const verify = await fastestVerifier(async () => loaded = await loadWasmVerifier());
    assert.equal(verify, loaded);
    await checksSignatures(await fastestVerifier());
  },
});

Deno.test("fastestVerifier() checks signatures in JavaScript where WebAssembly does not load", async () => {
  const verify = await fastestVerifier(() => Promise.reject(new Error("no WebAssembly here")));
  await checksSignatures(verify);
});
