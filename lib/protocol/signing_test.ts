import { signerFromPhrase, verifySignature } from "@threegen/chain/wallet";
import assert from "node:assert/strict";
import { EMPTY_BODY_HASH } from "./body_hash.ts";
import { replyMessage, requestMessage, signatureFromHex, signToHex } from "./signing.ts";

const A = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";
const B = "5F7cAYCZEBz21YEjzSZPGyP7W2fva7qUXDexxXsVezSHyktz";
const claim = {
  nonce: 1_735_689_600_000_000_000n,
  dendriteHotkey: A,
  axonHotkey: B,
  uuid: "5ecbd69c-1cec-11ee-b0dc-e29ce36fec1a",
};

/** Whether the address signed; sr25519 is randomised, so signatures made elsewhere are verified. */
function isBy(address: string, message: Uint8Array, hex: string): boolean {
  return verifySignature(message, signatureFromHex(hex)!, address);
}

Deno.test("requestMessage() is what the SDK signs", () => {
  assert.equal(
    new TextDecoder().decode(requestMessage({ ...claim, bodyHash: EMPTY_BODY_HASH })),
    `1735689600000000000.${A}.${B}.5ecbd69c-1cec-11ee-b0dc-e29ce36fec1a.` +
      "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
  );
  assert.ok(isBy(
    A,
    requestMessage({ ...claim, bodyHash: EMPTY_BODY_HASH }),
    "0x5cfc332a263631525def49107b3143080c08ba9d3f14f2ebbbe49818e5c90c2e" +
      "d65a64c3718f529b36c64fce93af663ec25d5bcd825aa36b1788952016c1ae8c",
  ));
  const bodyHash = "1b0f284a14954f74ed4a87f11ea3fc3889ee7eb2faf21d45ea5e2724d8a80c67";
  assert.ok(isBy(
    A,
    requestMessage({ ...claim, bodyHash }),
    "0x76d564efbf79d270680724b76661a4bff234e0e0ce54344fea1e1ede5b45fa47" +
      "8ae253e1ceebecbb7bacbf820e6892e936ae500f7305352b1e3ee6431a6b5089",
  ));
});

Deno.test("replyMessage() is what the SDK's axon signs", () => {
  assert.ok(isBy(
    B,
    replyMessage(claim),
    "0x96bb63bd0668b7df95c3549115c9f2d05b3d6970e38da9d274172b3f0e7ea529" +
      "3f7d30483827a03ce02e9724c3583991c2a8b5da3285c083bae739774d6f7086",
  ));
});

Deno.test("a signature travels as 0x and 128 hex digits, and as nothing else", () => {
  const signer = signerFromPhrase(
    "bottom drive obey lake curtain smoke basket hold race lonely fit walk",
  );
  const message = replyMessage(claim);
  const hex = signToHex(signer, message);
  assert.match(hex, /^0x[0-9a-f]{128}$/);
  assert.ok(isBy(A, message, hex));
  for (const text of ["", "0x", hex.slice(2), hex.slice(0, -1), `${hex}0`, ` ${hex}`, `${hex}\n`]) {
    assert.equal(signatureFromHex(text), undefined);
  }
});
