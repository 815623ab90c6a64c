import assert from "node:assert/strict";
import { RequestError, UnavailableError } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import { createGenerationApp } from "./app.ts";
import type { GenerationBackend } from "./backend.ts";
import { GenerationClient } from "./client.ts";

function clientOf(answer: (request: Request) => Response | Promise<Response>): GenerationClient {
  return new GenerationClient({
    endpoint: "http://generation.test/",
    fetch: async (input, init) => await answer(new Request(input, init)),
  });
}

Deno.test("GenerationClient reads what our endpoint says about the asset", async () => {
  const backend: GenerationBackend = {
    name: "fake",
    generate: ({ prompt, seed }) =>
      Promise.resolve({
        bytes: new TextEncoder().encode(`${prompt} ${seed}`),
        gaussians: 9,
        matched: false,
      }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const app = createGenerationApp({ backend, clock: new FakeClock() });
  const client = clientOf((request) => app.fetch(request));
  const { ply, ...rest } = await client.generate({ prompt: "a red owl", seed: 4 });
  assert.equal(new TextDecoder().decode(ply), "a red owl 4");
  assert.deepEqual(rest, { gaussians: 9, matched: false, seed: 4, elapsedMs: 0 });
});

Deno.test("GenerationClient sends the original's form and accepts an answer without headers", async () => {
  let body = "";
  const client = clientOf(async (request) => {
    assert.equal(request.url, "http://generation.test/generate/");
    body = await request.text();
    return new Response("ply");
  });
  const answer = await client.generate({ prompt: "a red & blue owl" });
  assert.equal(body, "prompt=a+red+%26+blue+owl");
  assert.deepEqual(Object.keys(answer), ["ply"]);
});

Deno.test("GenerationClient tells a busy endpoint from a refused prompt", async () => {
  const busy = clientOf(() => new Response(null, { status: 503, headers: { "retry-after": "7" } }));
  await assert.rejects(busy.generate({ prompt: "owl" }), (error) => {
    assert.ok(error instanceof UnavailableError);
    assert.equal(error.retryAfterMs, 7000);
    return true;
  });
  const refused = clientOf(() => new Response("{}", { status: 422 }));
  await assert.rejects(refused.generate({ prompt: "" }), RequestError);
});

Deno.test("GenerationClient takes an empty answer for an outage", async () => {
  const empty = clientOf(() => new Response(""));
  await assert.rejects(empty.generate({ prompt: "owl" }), UnavailableError);
});

Deno.test("GenerationClient stops when its signal aborts", async () => {
  const caller = new AbortController();
  const client = clientOf((request) =>
    new Promise((_, reject) =>
      request.signal.addEventListener("abort", () => reject(request.signal.reason))
    )
  );
  const pending = client.generate({ prompt: "owl", signal: caller.signal });
  caller.abort(new Error("stopped"));
  await assert.rejects(pending, /stopped/);
});
