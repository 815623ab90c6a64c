import assert from "node:assert/strict";
import { AssetError, UnavailableError } from "@threegen/domain";
import { createValidationApp } from "./app.ts";
import { ValidationResponse } from "./contract.ts";
import { FakeAssessor } from "./testing/fake_assessor.ts";
import { VALIDATION_VERSION } from "./validation_version.ts";

const ASSET = Uint8Array.of(1, 2, 3, 4);

function post(path: string, body: unknown, assessor: FakeAssessor, maxBodyBytes?: number) {
  const app = createValidationApp({
    assessor,
    ...(maxBodyBytes === undefined ? {} : { maxBodyBytes }),
  });
  return app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

for (const path of ["/validate_txt_to_3d_ply/", "/validate_ply/", "/validate_txt_to_3d_ply"]) {
  Deno.test(`POST ${path} hands the decoded asset over and answers in the contract's words`, async () => {
    const assessor = new FakeAssessor();
    const response = await post(path, {
      prompt: "a red car",
      data: ASSET.toBase64(),
      compression: 2,
      generate_grid_preview: true,
    }, assessor);
    assert.equal(response.status, 200);
    const answer = ValidationResponse.parse(await response.json());
    assert.equal(answer.score, 0.8);
    assert.equal(answer.scorer?.dev, true);
    assert.deepEqual(assessor.requests, [{
      prompt: "a red car",
      asset: { bytes: ASSET, compression: 2 },
      singlePreview: false,
      gridPreview: true,
      previewScoreThreshold: 0.6,
    }]);
  });
}

Deno.test("POST /validate_txt_to_3d_ply/ takes the older name of the single preview", async () => {
  const assessor = new FakeAssessor();
  const body = { prompt: "x", data: ASSET.toBase64(), generate_preview: true };
  await post("/validate_txt_to_3d_ply/", body, assessor);
  assert.equal(assessor.requests[0].singlePreview, true);
});

for (const data of ["AQIDBA", "AQID BA==", "AQID\nBA==", "AQI*BA==", "AQIDBB=="]) {
  Deno.test(`POST /validate_txt_to_3d_ply/ scores 0 when the data is ${JSON.stringify(data)}`, async () => {
    const assessor = new FakeAssessor();
    const response = await post("/validate_txt_to_3d_ply/", { prompt: "x", data }, assessor);
    assert.equal(response.status, 200);
    const answer = ValidationResponse.parse(await response.json());
    assert.equal(answer.score, 0);
    assert.equal(answer.asset_error?.code, "asset/not-base64");
    assert.equal(assessor.requests.length, 0);
  });
}

for (
  const [what, body] of [
    ["without a prompt", { data: "AQIDBA==" }],
    ["with a blank prompt", { prompt: "", data: "AQIDBA==" }],
    ["with an unknown compression", { prompt: "x", data: "AQIDBA==", compression: 1 }],
    ["with a prompt of 1025 characters", { prompt: "x".repeat(1025), data: "AQIDBA==" }],
    ["without data", { prompt: "x" }],
  ] as const
) {
  Deno.test(`POST /validate_txt_to_3d_ply/ refuses a request ${what}`, async () => {
    const response = await post("/validate_txt_to_3d_ply/", body, new FakeAssessor());
    assert.equal(response.status, 422);
    assert.equal((await response.json()).code, "request/invalid");
  });
}

Deno.test("POST /validate_txt_to_3d_ply/ refuses a body over the limit", async () => {
  const body = { prompt: "x", data: "A".repeat(4000) };
  const response = await post("/validate_txt_to_3d_ply/", body, new FakeAssessor(), 2000);
  assert.equal(response.status, 413);
  assert.equal((await response.json()).code, "request/too-large");
});

Deno.test("POST /validate_txt_to_3d_ply/ answers 503 for a fault of ours, never a score", async () => {
  const assessor = new FakeAssessor();
  assessor.answer = () => {
    throw new UnavailableError("validation/busy", "Cannot assess asset", { retryAfterMs: 2500 });
  };
  const body = { prompt: "x", data: ASSET.toBase64() };
  const response = await post("/validate_txt_to_3d_ply/", body, assessor);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get("retry-after"), "3");
  assert.equal("score" in await response.json(), false);
});

Deno.test("POST /validate_txt_to_3d_ply/ passes on that its caller has gone", async () => {
  const assessor = new FakeAssessor();
  const app = createValidationApp({ assessor });
  const caller = new AbortController();
  const answered = Promise.withResolvers<void>();
  assessor.answer = async () => {
    await answered.promise;
    return assessor.assessment(1);
  };
  const response = app.request("/validate_ply/", {
    method: "POST",
    body: JSON.stringify({ prompt: "x", data: ASSET.toBase64() }),
    signal: caller.signal,
  });
  while (assessor.signals.length === 0) await new Promise((resolve) => setTimeout(resolve));
  assert.equal(assessor.signals[0]?.aborted, false);
  caller.abort();
  assert.equal(assessor.signals[0]?.aborted, true);
  answered.resolve();
  await response;
});

Deno.test("POST /render_duel_view/ answers a picture", async () => {
  const assessor = new FakeAssessor();
  const body = { prompt: "x", data: ASSET.toBase64(), compression: 2 };
  const response = await post("/render_duel_view/", body, assessor);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "image/png");
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), Uint8Array.of(0x89, 0x50));
  assert.deepEqual(assessor.duelAssets, [{ bytes: ASSET, compression: 2 }]);
});

Deno.test("POST /render_duel_view/ answers 422 with the reason for a broken asset", async () => {
  const assessor = new FakeAssessor();
  assessor.answer = () => {
    throw new AssetError("asset/transparent", "Cannot score asset: nothing to see");
  };
  const response = await post("/render_duel_view/", { data: ASSET.toBase64() }, assessor);
  assert.equal(response.status, 422);
  assert.equal((await response.json()).code, "asset/transparent");
});

Deno.test("GET /version/ answers a JSON string, as the original does", async () => {
  const app = createValidationApp({ assessor: new FakeAssessor() });
  const response = await app.request("/version/");
  assert.equal(await response.text(), JSON.stringify(VALIDATION_VERSION));
});

Deno.test("GET /metrics counts scores and broken assets by reason", async () => {
  const assessor = new FakeAssessor();
  const app = createValidationApp({ assessor });
  const send = (data: string) =>
    app.request("/validate_ply/", { method: "POST", body: JSON.stringify({ prompt: "x", data }) });
  await send(ASSET.toBase64());
  await send("?");
  const text = await (await app.request("/metrics")).text();
  assert.match(text, /threegen_validation_broken_assets_total\{code="asset\/not-base64"\} 1/);
  assert.match(text, /threegen_validation_score_ratio_count 1/);
  assert.match(text, /threegen_validation_in_flight_requests 0/);
});
