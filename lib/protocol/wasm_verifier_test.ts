import { signerFromUri, verifySignature } from "@threegen/chain/wallet";
import { granted } from "@threegen/service/testing";
import fc from "fast-check";
import assert from "node:assert/strict";
import { loadWasmVerifier } from "./wasm_verifier.ts";

Deno.test({
  name: "loadWasmVerifier() agrees with the wallet on good, changed and malformed signatures",
  // The package looks at its environment while it loads.
  ignore: !granted("env", "read"),
  fn: agreesWithWallet,
});

async function agreesWithWallet(): Promise<void> {
  const verify = await loadWasmVerifier();
  const { sign, publicKey } = signerFromUri("//Alice");
  const message = new TextEncoder().encode("prompt → task → asset → score → weight");
  const signature = sign(message);
  assert.equal(await verify(message, signature, publicKey), true);
  const flip = (bytes: Uint8Array, at: number, bit: number) => {
    const changed = bytes.slice();
    changed[at % bytes.length] ^= 1 << bit;
    return changed;
  };
  const change = fc.record({
    part: fc.constantFrom("message", "signature", "key"),
    at: fc.nat(200),
    bit: fc.integer({ min: 0, max: 7 }),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ part, at, bit }) => {
      const call = [
        part === "message" ? flip(message, at, bit) : message,
        part === "signature" ? flip(signature, at, bit) : signature,
        part === "key" ? flip(publicKey, at, bit) : publicKey,
      ] as const;
      assert.equal(await verify(...call), false);
      assert.equal(verifySignature(...call), false);
    }),
    { numRuns: 200 },
  );
  for (const size of [0, 1, 63, 65, 1000]) {
    assert.equal(await verify(message, new Uint8Array(size), publicKey), false);
  }
  for (const size of [0, 31, 33]) {
    assert.equal(await verify(message, signature, new Uint8Array(size)), false);
  }
}
