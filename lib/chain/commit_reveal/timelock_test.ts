import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import assert from "node:assert/strict";
import fc from "fast-check";
import { DEV_PHRASE, secretFromPhrase } from "../wallet/secret_key.ts";
import { decryptTimelock, encryptTimelock } from "./timelock.ts";
import { saltedCommitHash, storageIndex, timelockPayload } from "./weight_commit.ts";

const hotkeyPublicKey = secretFromPhrase(DEV_PHRASE).publicKey;
const committed = {
  hotkeyPublicKey,
  uids: [0, 1, 2],
  weights: [65535, 32768, 1],
  versionKey: 10_002_000n,
};
const PAYLOAD =
  "8046ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a0c0000010002000cffff00800100509e980000000000";
/** Of quicknet's round 1000, as drand publishes it. */
const SIGNATURE_1000 = hexToBytes(
  "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
);
/** Key 01…, sigma 02…, nonce 03…; the scheme was checked both ways against @ideallabs/timelock_wasm_wrapper 1.0.0. */
const CIPHERTEXT_1000 =
  "b2a600b8547e34771c92ef3adaead7f92850c801089b2cf605842308ca4f73db039d1fd09240fafe68d520a037c09fdf139775dbe926d0cfd77587ef8c35835010f634184a6bcf57a5fffb5fe6db069b9a9708005565a275b920d3f1b53eef0b2000000000000000e1ecf07c976d38bd58d73ad10e20cbb8aa161825e638e5112348fa24521c94af200000000000000074867ab51c383a5eb9445de70fcc8cdb011c07306597b04cfb7e885757efcb4b630000000000000047000000000000007827ff471008eed2bb81256fb4ce3593c6252f2281897c4d7b6dd49531e7f0c75ce878fe5309b0eba43c94c9c272da78db31110195ae9fe9a02250d6343431546dbd41f42ce7c30c0000000000000003030303030303030303030308000000000000004145535f47434d5f";

Deno.test("saltedCommitHash() is the hash that the genuine runtime accepted", () => {
  assert.equal(
    bytesToHex(saltedCommitHash(committed, storageIndex(1), [10, 20, 30])),
    "118483c1dd09496a1bf329d8d628379e6428ed0bfc13309180b35186ecf29b30",
  );
  assert.notDeepEqual(
    saltedCommitHash(committed, storageIndex(1, 1), [10, 20, 30]),
    saltedCommitHash(committed, storageIndex(1), [10, 20, 30]),
  );
});

Deno.test("timelockPayload() has the chain's layout, with and without hotkey", () => {
  assert.equal(bytesToHex(timelockPayload(committed, true)), PAYLOAD);
  assert.equal(bytesToHex(timelockPayload(committed, false)), PAYLOAD.slice(66));
});

Deno.test("encryptTimelock() gives the recorded ciphertext for round 1000", () => {
  let fill = 0;
  const ciphertext = encryptTimelock(
    hexToBytes(PAYLOAD),
    1000,
    (sizeBytes) => new Uint8Array(sizeBytes).fill(++fill),
  );
  assert.equal(bytesToHex(ciphertext), CIPHERTEXT_1000);
  assert.equal(ciphertext.length, PAYLOAD.length / 2 + 244);
});

Deno.test("decryptTimelock() opens with the real signature of round 1000", () => {
  assert.equal(
    bytesToHex(decryptTimelock(hexToBytes(CIPHERTEXT_1000), SIGNATURE_1000)),
    PAYLOAD,
  );
  const fresh = encryptTimelock(hexToBytes(PAYLOAD), 1000);
  assert.notEqual(bytesToHex(fresh), CIPHERTEXT_1000);
  assert.equal(bytesToHex(decryptTimelock(fresh, SIGNATURE_1000)), PAYLOAD);
});

Deno.test("decryptTimelock() refuses another round, damage and truncation", () => {
  const other = encryptTimelock(hexToBytes(PAYLOAD), 1001);
  assert.throws(() => decryptTimelock(other, SIGNATURE_1000), /another round, or damaged/);
  const good = hexToBytes(CIPHERTEXT_1000);
  // After the point: a length, sigma, a length, key, a length, the body.
  for (const at of [96, 110, 150, 190]) {
    const damaged = good.slice();
    damaged[at] ^= 1;
    assert.throws(() => decryptTimelock(damaged, SIGNATURE_1000));
  }
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 280 }),
      (length) => assert.throws(() => decryptTimelock(good.subarray(0, length), SIGNATURE_1000)),
    ),
    { numRuns: 20 },
  );
});
