import { AssetError, RequestError, UnavailableError } from "@threegen/domain";
import assert from "node:assert/strict";
import { z } from "zod";
import { createService, readJson } from "./app.ts";
import { errorFromResponse } from "./problem.ts";

function app() {
  let ready = true;
  const service = createService({
    name: "test-room",
    version: "1.2.3",
    maxBodyBytes: 100,
    readiness: () => ready ? undefined : "warming up",
  });
  service.get("/asset", () => {
    throw new AssetError("asset/empty", "Cannot render asset: it holds no Gaussians");
  });
  service.get("/away", () => {
    throw new UnavailableError("pool/full", "Cannot queue: 8 wait", { retryAfterMs: 2500 });
  });
  service.get("/bug", () => {
    throw new TypeError("secret detail");
  });
  service.post("/sum", async (context) => {
    const { a, b } = await readJson(context.req.raw, z.object({ a: z.number(), b: z.number() }));
    return context.json({ sum: a + b });
  });
  return { service, unready: () => void (ready = false) };
}

Deno.test("createService() answers /health, and 503 with the reason when it is not ready", async () => {
  const { service, unready } = app();
  const healthy = await service.request("/health");
  assert.equal(healthy.status, 200);
  assert.equal((await healthy.json()).version, "1.2.3");
  unready();
  const waiting = await service.request("/health");
  assert.equal(waiting.status, 503);
  assert.equal((await waiting.json()).reason, "warming up");
});

Deno.test("createService() maps each family of errors to its status and back", async () => {
  const { service } = app();
  const cases = [["/asset", AssetError], ["/away", UnavailableError], [
    "/nowhere",
    RequestError,
  ]] as const;
  for (const [path, family] of cases) {
    const response = await service.request(path);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.ok(await errorFromResponse(response, "test") instanceof family, path);
  }
  const away = await service.request("/away");
  assert.equal(away.headers.get("retry-after"), "3");
  const error = await errorFromResponse(away, "queue");
  assert.ok(error instanceof UnavailableError);
  assert.equal(error.retryAfterMs, 3000);
});

Deno.test("createService() gives away nothing about a bug", async () => {
  const { service } = app();
  const response = await service.request("/bug");
  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /secret/);
});

Deno.test("readJson() names the fields that do not fit, with 422, and 400 for no JSON", async () => {
  const { service } = app();
  const wrong = await service.request("/sum", { method: "POST", body: `{"a":1,"b":"x"}` });
  assert.equal(wrong.status, 422);
  assert.equal((await wrong.json()).errors[0].path, "b");
  const broken = await service.request("/sum", { method: "POST", body: "{" });
  assert.equal(broken.status, 400);
  await broken.body?.cancel();
});

Deno.test("createService() refuses a body larger than its limit with 413", async () => {
  const { service } = app();
  const response = await service.request("/sum", {
    method: "POST",
    body: "x".repeat(101),
    headers: { "content-length": "101" },
  });
  assert.equal(response.status, 413);
  await response.body?.cancel();
});

Deno.test("createService() counts requests by route at /metrics", async () => {
  const { service } = app();
  await (await service.request("/asset")).body?.cancel();
  const text = await (await service.request("/metrics")).text();
  assert.match(
    text,
    /threegen_test_room_request_duration_seconds_count\{[^}]*route="\/asset"[^}]*\} 1/,
  );
});
