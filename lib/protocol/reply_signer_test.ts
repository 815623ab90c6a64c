import { signerFromUri } from "@threegen/chain/wallet";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { ReplySigner } from "./reply_signer.ts";

/** A signer of answers that counts how often it signed. */
function countingReplies() {
  const clock = new FakeClock();
  const signed = { count: 0 };
  const signer = {
    ...signerFromUri("//Bob"),
    sign: () => Uint8Array.of(++signed.count),
  };
  return { clock, signed, replies: new ReplySigner(signer, clock, "uuid-1") };
}

Deno.test("ReplySigner signs once for a caller and a minute", async () => {
  const { clock, signed, replies } = countingReplies();
  const first = replies.proofFor("5Alice");
  await clock.advance(59_999);
  assert.equal(replies.proofFor("5Alice"), first);
  assert.notEqual(replies.proofFor("5Eve").signature, first.signature);
  await clock.advance(1);
  const second = replies.proofFor("5Alice");
  assert.notEqual(second.signature, first.signature);
  assert.equal(second.nonce - first.nonce, 60_000_000_000n);
  assert.equal(signed.count, 3);
});

Deno.test("ReplySigner remembers 1024 callers and forgets the one signed for longest ago", async () => {
  const { clock, signed, replies } = countingReplies();
  for (let index = 0; index < 1024; index++) replies.proofFor(`5Caller${index}`);
  for (let index = 0; index < 1024; index++) replies.proofFor(`5Caller${index}`);
  assert.equal(signed.count, 1024);
  await clock.advance(60_000);
  replies.proofFor("5Caller0"); // Signed anew, so it is the newest.
  assert.equal(signed.count, 1025);
  replies.proofFor("5Newcomer");
  replies.proofFor("5Caller0");
  assert.equal(signed.count, 1026);
  for (let index = 0; index < 1100; index++) replies.proofFor(`5Stranger${index}`);
  const before = signed.count;
  replies.proofFor("5Newcomer");
  replies.proofFor("5Caller0");
  assert.equal(signed.count, before + 2, "both were forgotten");
});
