import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  DEV_PHRASE,
  newMnemonic,
  secretFromPhrase,
  secretFromPrivateKey,
  secretFromSeed,
  secretFromUri,
  toHex,
} from "./secret_key.ts";
import { signerFromPhrase, signerFromUri, verifySignature } from "./signer.ts";
import { decodeAddress, encodeAddress, isAddress } from "./ss58.ts";

const hex = (text: string) => hexToBytes(text.replace(/^0x/, ""));

// Made with @polkadot/util-crypto 14.
const VECTORS = [
  {
    phrase: DEV_PHRASE,
    seed: "0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e",
    privateKey:
      "0x28b0ae221c6bb06856b287f60d7ea0d98552ea5a16db16956849aa371db3eb51fd190cce74df356432b410bd64682309d6dedb27c76845daf388557cbac3ca34",
    publicKey: "0x46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a",
    address: "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV",
  },
  {
    phrase: "stool feel open east woman high can denial forget screen trust salt",
    seed: "0x023d5fbd7981676587a9f7232aeae1087ac7c265f9658fb643b6f5e61961dfbf",
    privateKey:
      "0x58017a0813e6d06d6de292e5de75a2e7e71e59c4846e423296268d5aef876173ed845edcc69b0a19a6905afed0dd84c16ebd0f458928f2e91a6b67b95fc0b42f",
    publicKey: "0x86eb46a3f42935d901acc3b8910ca301d969b76cfc2a80f0eac733a8eda7ed24",
    address: "5F7cAYCZEBz21YEjzSZPGyP7W2fva7qUXDexxXsVezSHyktz",
  },
] as const;

for (const vector of VECTORS) {
  const start = vector.phrase.split(" ", 2).join(" ");
  Deno.test(`secretFromPhrase() gives the seed, key and address of "${start} …"`, () => {
    const secret = secretFromPhrase(vector.phrase);
    assert.equal(toHex(secret.seed!), vector.seed);
    assert.equal(toHex(secret.privateKey), vector.privateKey);
    assert.equal(toHex(secret.publicKey), vector.publicKey);
    assert.equal(secret.address, vector.address);
    assert.equal(secretFromSeed(hex(vector.seed)).address, vector.address);
    assert.equal(secretFromPrivateKey(hex(vector.privateKey)).address, vector.address);
  });
}

// Addresses: `subkey inspect` of Substrate's well-known development keys.
for (
  const [uri, address] of [
    ["//Alice", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"],
    ["//Bob", "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"],
    ["//Alice//stash", "5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY"],
    [
      "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a",
      "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
    ],
  ]
) {
  Deno.test(`secretFromUri() derives ${uri.slice(0, 20)}`, () => {
    assert.equal(secretFromUri(uri).address, address);
  });
}

Deno.test("secretFromUri() derives soft, numeric and long junctions as signing keys", () => {
  const seen = new Set<string>();
  for (const path of ["/soft", "//1", "/1", `//${"x".repeat(80)}`, "//Alice///password"]) {
    const signer = signerFromUri(path);
    const message = utf8ToBytes("hello");
    assert.ok(verifySignature(message, signer.sign(message), signer.address));
    seen.add(signer.address);
  }
  assert.equal(seen.size, 5);
});

Deno.test("secretFromPhrase() refuses a wrong phrase without repeating it", () => {
  assert.throws(
    () => secretFromPhrase("bottom drive obey lake curtain smoke basket hold race lonely fit fit"),
    (error: Error) =>
      error.message.startsWith("Cannot read phrase") && !/bottom/.test(error.message),
  );
});

Deno.test("secretFromPrivateKey() refuses bytes that are no key in ed25519 form", () => {
  const { privateKey } = secretFromPhrase(DEV_PHRASE);
  const changed = (at: number, value: number) => privateKey.with(at, value);
  for (
    const bytes of [
      new Uint8Array(64),
      new Uint8Array(64).fill(255),
      changed(0, privateKey[0] | 1),
      changed(31, 255),
      privateKey.subarray(1),
    ]
  ) assert.throws(() => secretFromPrivateKey(bytes), /^ConfigError: Cannot read private key/);
});

Deno.test("newMnemonic() gives phrases that can be read and differ", () => {
  const first = newMnemonic();
  assert.equal(first.split(" ").length, 12);
  assert.notEqual(first, newMnemonic());
  assert.equal(secretFromPhrase(first).address.length, 48);
});

const NONCE = "1735689600000000000";
const [A, B] = [VECTORS[0].address, VECTORS[1].address];
const UUID = "5ecbd69c-1cec-11ee-b0dc-e29ce36fec1a";
const EMPTY_HASH = "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a";
const BODY_HASH = "1b0f284a14954f74ed4a87f11ea3fc3889ee7eb2faf21d45ea5e2724d8a80c67";

// Signatures made by the Python SDK's keys.
for (
  const [what, message, signature, address] of [
    [
      "a request without hash fields",
      `${NONCE}.${A}.${B}.${UUID}.${EMPTY_HASH}`,
      "0x5cfc332a263631525def49107b3143080c08ba9d3f14f2ebbbe49818e5c90c2ed65a64c3718f529b36c64fce93af663ec25d5bcd825aa36b1788952016c1ae8c",
      A,
    ],
    [
      "a request with a body hash",
      `${NONCE}.${A}.${B}.${UUID}.${BODY_HASH}`,
      "0x76d564efbf79d270680724b76661a4bff234e0e0ce54344fea1e1ede5b45fa478ae253e1ceebecbb7bacbf820e6892e936ae500f7305352b1e3ee6431a6b5089",
      A,
    ],
    [
      "an axon's reply",
      `${NONCE}.${A}.${B}.${UUID}`,
      "0x96bb63bd0668b7df95c3549115c9f2d05b3d6970e38da9d274172b3f0e7ea5293f7d30483827a03ce02e9724c3583991c2a8b5da3285c083bae739774d6f7086",
      B,
    ],
  ] as const
) {
  Deno.test(`verifySignature() accepts the recorded signature of ${what}`, () => {
    assert.ok(verifySignature(utf8ToBytes(message), hex(signature), address));
    assert.ok(!verifySignature(utf8ToBytes(`${message} `), hex(signature), address));
    assert.ok(!verifySignature(utf8ToBytes(message), hex(signature), address === A ? B : A));
  });
}

Deno.test("verifySignature() refuses what a browser wallet signs: the message wrapped in <Bytes>", () => {
  const alice = signerFromUri("//Alice");
  const message = utf8ToBytes("hello");
  const signature = alice.sign(utf8ToBytes("<Bytes>hello</Bytes>"));
  assert.ok(!verifySignature(message, signature, alice.address));
});

Deno.test("verifySignature() is false, not an exception, for anything malformed", () => {
  const alice = signerFromPhrase(DEV_PHRASE);
  const message = utf8ToBytes("hello");
  const signature = alice.sign(message);
  assert.ok(!verifySignature(message, signature.subarray(1), alice.address));
  assert.ok(!verifySignature(message, new Uint8Array(64), alice.address));
  assert.ok(!verifySignature(message, new Uint8Array(64).fill(255), alice.address));
  assert.ok(!verifySignature(message, signature, "not an address"));
  assert.ok(!verifySignature(message, signature, new Uint8Array(31)));
});

Deno.test("verifySignature() refuses every single flipped bit of a signature", () => {
  const alice = signerFromUri("//Alice");
  const message = utf8ToBytes("hello");
  const signature = alice.sign(message);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 511 }), (bit) => {
      const changed = signature.slice();
      changed[bit >> 3] ^= 1 << (bit & 7);
      assert.ok(!verifySignature(message, changed, alice.address));
    }),
    { numRuns: 40 },
  );
});

Deno.test("encodeAddress() and decodeAddress() are inverse for every key", () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
    const address = encodeAddress(key);
    assert.match(address, /^5[1-9A-HJ-NP-Za-km-z]{47}$/);
    assert.deepEqual(decodeAddress(address), key);
  }));
});

Deno.test("decodeAddress() refuses wrong checksums, formats and texts", () => {
  assert.throws(() => decodeAddress(`${A.slice(0, -1)}W`), /checksum/);
  // The Polkadot form (format 0) of //Alice.
  assert.throws(
    () => decodeAddress("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"),
    /its format is 0/,
  );
  assert.throws(() => decodeAddress("0OIl"), /base58/);
  assert.throws(() => decodeAddress("5".repeat(10_000)), /longer/);
  assert.equal(isAddress(A), true);
  assert.equal(isAddress(""), false);
});
