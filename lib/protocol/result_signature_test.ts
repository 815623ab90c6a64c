import { signerFromUri } from "@threegen/chain/wallet";
import { LICENSE_CONSENT } from "@threegen/domain";
import assert from "node:assert/strict";
import { resultMessage, signResult, verifyResult } from "./result_signature.ts";

const miner = signerFromUri("//Alice");
const validator = signerFromUri("//Bob");
const claim = {
  submitTime: 1_735_689_600_000_000_001n,
  prompt: "a red chair",
  validatorHotkey: validator.address,
  minerHotkey: miner.address,
};

Deno.test("resultMessage() joins consent, time, prompt and both hotkeys", () => {
  assert.equal(
    resultMessage(claim),
    `${LICENSE_CONSENT}1735689600000000001a red chair${validator.address}${miner.address}`,
  );
});

Deno.test("verifyResult() takes the miner's own signature for this validator and prompt only", () => {
  const signature = signResult(miner, claim);
  assert.equal(signature.length, 88);
  assert.ok(verifyResult(signature, claim));
  assert.ok(!verifyResult(signature, { ...claim, prompt: "a blue chair" }));
  assert.ok(!verifyResult(signature, { ...claim, submitTime: claim.submitTime + 1n }));
  assert.ok(!verifyResult(signature, { ...claim, validatorHotkey: miner.address }));
  assert.ok(!verifyResult(signature, { ...claim, minerHotkey: validator.address }));
  assert.ok(!verifyResult(signature, { ...claim, minerHotkey: "nonsense" }));
});

Deno.test("verifyResult() refuses the first era's form, without the consent", () => {
  const { submitTime, prompt, validatorHotkey, minerHotkey } = claim;
  const text = `${submitTime}${prompt}${validatorHotkey}${minerHotkey}`;
  const signature = miner.sign(new TextEncoder().encode(text)).toBase64();
  assert.ok(!verifyResult(signature, claim));
});

Deno.test("verifyResult() reads one spelling of base64 only, and never throws", () => {
  const signature = signResult(miner, claim);
  const last = signature.at(-3)!;
  const sloppy = String.fromCharCode(last.charCodeAt(0) + 1);
  for (
    const text of [
      "",
      "AA==",
      "*".repeat(88),
      signature.slice(0, -2),
      ` ${signature}`,
      `${signature}\n`,
      signature.replaceAll("=", ""),
      `${signature.slice(0, 85)}${sloppy}==`,
    ]
  ) {
    assert.equal(verifyResult(text, claim), false, text);
  }
});
