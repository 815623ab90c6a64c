import assert from "node:assert/strict";
import type { Hono } from "hono";
import { FakeClock, settle } from "@threegen/service/testing";
import { createGenerationApp } from "./app.ts";
import type { GeneratedAsset, GenerationBackend, GenerationRequest } from "./backend.ts";
import { GENERATION_HEADERS } from "./contract.ts";

/** A backend that answers when the test says so, and writes down what it was asked. */
class FakeBackend implements GenerationBackend {
  readonly name = "fake";
  readonly asked: GenerationRequest[] = [];
  answer: (request: GenerationRequest) => Promise<GeneratedAsset> = ({ prompt }) =>
    Promise.resolve({ bytes: new TextEncoder().encode(prompt), gaussians: 5, matched: true });

  generate(request: GenerationRequest): Promise<GeneratedAsset> {
    this.asked.push(request);
    return this.answer(request);
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

function fakeApp(queueSize = 2): { app: Hono; backend: FakeBackend } {
  const backend = new FakeBackend();
  const app = createGenerationApp({
    backend,
    clock: new FakeClock(),
    queueSize,
    nextSeed: () => 77,
  });
  return { app, backend };
}

function ask(
  app: Hono,
  fields: Record<string, string>,
  path = "/generate/",
  init: RequestInit = {},
) {
  return app.request(path, { method: "POST", body: new URLSearchParams(fields), ...init });
}

Deno.test("POST /generate/ answers the bytes of the asset with its headers", async () => {
  const { app, backend } = fakeApp();
  const response = await ask(app, { prompt: "a pink bicycle", seed: "3" });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "application/octet-stream");
  assert.equal(response.headers.get("content-length"), "14");
  assert.equal(response.headers.get(GENERATION_HEADERS.gaussians), "5");
  assert.equal(response.headers.get(GENERATION_HEADERS.seed), "3");
  assert.equal(response.headers.get(GENERATION_HEADERS.matched), "true");
  assert.equal(response.headers.get(GENERATION_HEADERS.elapsedMs), "0");
  assert.equal(await response.text(), "a pink bicycle");
  assert.equal(backend.asked[0].format, "ply");
});

Deno.test("POST /generate works without the trailing slash and as multipart", async () => {
  const { app, backend } = fakeApp();
  const form = new FormData();
  form.set("prompt", "owl");
  const response = await app.request("/generate", { method: "POST", body: form });
  assert.equal(response.status, 200);
  assert.equal(backend.asked[0].prompt, "owl");
});

Deno.test("POST /generate/ chooses a seed when there is none or a negative one", async () => {
  const { app, backend } = fakeApp();
  for (const fields of [{ prompt: "owl" }, { prompt: "owl", seed: "-1" }]) {
    const response = await ask(app, fields);
    assert.equal(response.headers.get(GENERATION_HEADERS.seed), "77");
  }
  assert.deepEqual(backend.asked.map(({ seed }) => seed), [77, 77]);
});

Deno.test("POST /generate/?format=spz asks the backend for SPZ", async () => {
  const { app, backend } = fakeApp();
  await ask(app, { prompt: "owl" }, "/generate/?format=spz");
  assert.equal(backend.asked[0].format, "spz");
  const response = await ask(app, { prompt: "owl" }, "/generate/?format=glb");
  assert.equal(response.status, 422);
  assert.match((await response.json()).detail, /use ply or spz/);
});

for (
  const [name, fields] of [
    ["no prompt", {}],
    ["a blank prompt", { prompt: "  " }],
    ["a prompt of 1025 characters", { prompt: "a".repeat(1025) }],
    ["a seed that is no whole number", { prompt: "owl", seed: "1.5" }],
  ] as const
) {
  Deno.test(`POST /generate/ answers ${name} with 422`, async () => {
    const { app, backend } = fakeApp();
    const response = await ask(app, fields);
    assert.equal(response.status, 422);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    const problem = await response.json();
    assert.equal(problem.code, "request/invalid");
    assert.equal(problem.errors[0].path, name.includes("seed") ? "seed" : "prompt");
    assert.equal(backend.asked.length, 0);
  });
}

Deno.test("POST /generate/ answers a JSON body with 422: the contract is a form", async () => {
  const { app } = fakeApp();
  const response = await app.request("/generate/", {
    method: "POST",
    body: JSON.stringify({ prompt: "owl" }),
    headers: { "content-type": "application/json" },
  });
  assert.equal(response.status, 422);
});

Deno.test("POST /generate/ answers 503 with Retry-After when the queue is full", async () => {
  const { app, backend } = fakeApp(1);
  const gate = Promise.withResolvers<GeneratedAsset>();
  backend.answer = () => gate.promise;
  const [first, second] = [ask(app, { prompt: "one" }), ask(app, { prompt: "two" })];
  await settle();
  const third = await ask(app, { prompt: "three" });
  assert.equal(third.status, 503);
  assert.equal((await third.json()).code, "generation/busy");
  assert.ok(Number(third.headers.get("retry-after")) >= 1);
  const health = await app.request("/health");
  assert.equal(health.status, 200);
  gate.resolve({ bytes: new Uint8Array(3), gaussians: 1 });
  assert.deepEqual([(await first).status, (await second).status], [200, 200]);
});

Deno.test("POST /generate/ stops the work when the caller goes away", async () => {
  const { app, backend } = fakeApp();
  backend.answer = ({ signal }) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const caller = new AbortController();
  const pending = ask(app, { prompt: "owl" }, "/generate/", { signal: caller.signal });
  await settle();
  caller.abort();
  assert.equal((await pending).status, 499);
  backend.answer = () => Promise.resolve({ bytes: new Uint8Array(3), gaussians: 1 });
  assert.equal((await ask(app, { prompt: "owl" })).status, 200);
  assert.match(
    await (await app.request("/metrics")).text(),
    /threegen_generation_cancelled_total 1/,
  );
});

Deno.test("POST /generate/ leaves out x-threegen-matched when the backend cannot tell", async () => {
  const { app, backend } = fakeApp();
  backend.answer = () => Promise.resolve({ bytes: new Uint8Array(3), gaussians: 1 });
  const response = await ask(app, { prompt: "owl" });
  assert.equal(response.headers.has(GENERATION_HEADERS.matched), false);
});

Deno.test("POST /generate/ answers a bug of the backend with 500 and gives nothing away", async () => {
  const { app, backend } = fakeApp();
  backend.answer = () => Promise.reject(new Error("secret detail"));
  const response = await ask(app, { prompt: "owl" });
  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /secret/);
});

Deno.test("GET /version/ answers the version as a JSON string", async () => {
  const { app } = fakeApp();
  const response = await app.request("/version/");
  assert.match(await response.json(), /^\d+\.\d+\.\d+$/);
});
