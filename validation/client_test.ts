import assert from "node:assert/strict";
import { RequestError, UnavailableError } from "@threegen/domain";
import { createValidationApp } from "./app.ts";
import { ValidationClient } from "./client.ts";
import { FakeAssessor } from "./testing/fake_assessor.ts";
import { VALIDATION_VERSION } from "./validation_version.ts";

const CALL = { prompt: "a red car", asset: Uint8Array.of(1, 2, 3), compression: 2 } as const;

function clientOf(assessor: FakeAssessor, maxBodyBytes = 10_000): ValidationClient {
  const app = createValidationApp({ assessor, maxBodyBytes });
  return new ValidationClient({
    endpoint: "http://validation/",
    fetch: async (input, init) => await app.request(input, init),
  });
}

Deno.test("ValidationClient.validate() brings asset and wishes to the service", async () => {
  const assessor = new FakeAssessor();
  const answer = await clientOf(assessor).validate({
    ...CALL,
    singlePreview: true,
    previewScoreThreshold: 0.5,
  });
  assert.equal(answer.score, 0.8);
  assert.equal(answer.asset_error, null);
  assert.deepEqual(assessor.requests[0], {
    prompt: "a red car",
    asset: { bytes: CALL.asset, compression: 2 },
    singlePreview: true,
    gridPreview: false,
    previewScoreThreshold: 0.5,
  });
});

Deno.test("ValidationClient.validate() throws UnavailableError for a fault of the service", async () => {
  const assessor = new FakeAssessor();
  assessor.answer = () => {
    throw new UnavailableError("validation/busy", "Cannot assess asset", { retryAfterMs: 4000 });
  };
  await assert.rejects(clientOf(assessor).validate(CALL), (error) => {
    assert.ok(error instanceof UnavailableError);
    assert.equal(error.code, "validation/busy");
    assert.equal(error.retryAfterMs, 4000);
    return true;
  });
});

Deno.test("ValidationClient.validate() throws UnavailableError for a bug of the service", async () => {
  const assessor = new FakeAssessor();
  assessor.answer = () => {
    throw new TypeError("a bug");
  };
  await assert.rejects(clientOf(assessor).validate(CALL), UnavailableError);
});

Deno.test("ValidationClient.validate() throws UnavailableError for an answer off the contract", async () => {
  const client = new ValidationClient({
    endpoint: "http://validation",
    fetch: () => Promise.resolve(Response.json({ score: "high" })),
  });
  await assert.rejects(client.validate(CALL), { code: "validation/unknown-answer" });
});

Deno.test("ValidationClient.validate() answers score 0 for an asset over the service's limit", async () => {
  const client = clientOf(new FakeAssessor());
  const answer = await client.validate({ ...CALL, asset: new Uint8Array(20_000) });
  assert.equal(answer.score, 0);
  assert.equal(answer.asset_error?.code, "asset/too-large");
});

Deno.test("ValidationClient.validate() throws RequestError for a call that the service refuses", async () => {
  await assert.rejects(
    clientOf(new FakeAssessor()).validate({ ...CALL, prompt: "" }),
    RequestError,
  );
});

Deno.test("ValidationClient.validate() rejects with the caller's reason when it aborts", async () => {
  const assessor = new FakeAssessor();
  assessor.answer = () => Promise.withResolvers<never>().promise;
  const reason = new Error("no longer needed");
  const client = new ValidationClient({
    endpoint: "http://validation",
    fetch: (_input, init) =>
      new Promise((_resolve, reject) => {
        init!.signal!.addEventListener("abort", () => reject(init!.signal!.reason));
      }),
  });
  const caller = new AbortController();
  const call = client.validate({ ...CALL, signal: caller.signal });
  caller.abort(reason);
  await assert.rejects(call, reason);
});

Deno.test("ValidationClient.version() returns the service's version", async () => {
  assert.equal(await clientOf(new FakeAssessor()).version(), VALIDATION_VERSION);
});
