import { RequestError, UnavailableError } from "@threegen/domain";
import assert from "node:assert/strict";
import { callService } from "./http.ts";
import { granted, unservedPort } from "./testing/mod.ts";

const url = "http://service.test/x";

Deno.test("callService() says which service cannot be reached", async () => {
  await assert.rejects(
    callService(url, {}, {
      what: "validate asset",
      timeoutMs: 1000,
      fetch: () => Promise.reject(new TypeError("connection refused")),
    }, (response) => response.text()),
    (error: unknown) =>
      error instanceof UnavailableError &&
      error.message === "Cannot validate asset: http://service.test: connection refused",
  );
});

Deno.test("callService() names the address and the cause when nobody listens", {
  ignore: !granted("net"),
}, async () => {
  using nobody = await unservedPort();
  const origin = `http://127.0.0.1:${nobody.port}`;
  await assert.rejects(
    callService(
      `${origin}/health`,
      {},
      { what: "read health", timeoutMs: 600_000 },
      (response) => response.text(),
    ),
    ({ message }: Error) =>
      message.startsWith(`Cannot read health: ${origin}: `) && /refused/i.test(message) &&
      !message.includes("fetch failed") && message.split(origin).length === 2,
  );
});

Deno.test("callService() gives up when there is no answer in time", async () => {
  await assert.rejects(
    callService(url, {}, {
      what: "validate asset",
      timeoutMs: 5,
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
        }),
    }, (response) => response.text()),
    /no answer within 5 ms/,
  );
});

Deno.test("callService() passes the caller's own abort through unchanged", async () => {
  const stop = new AbortController();
  stop.abort(new Error("caller left"));
  await assert.rejects(
    callService(url, {}, {
      what: "x",
      timeoutMs: 1000,
      signal: stop.signal,
      fetch: (_url, init) => Promise.reject(init?.signal?.reason),
    }, (response) => response.text()),
    /caller left/,
  );
});

Deno.test("callService() turns 4xx into RequestError and 5xx into UnavailableError", async () => {
  const call = (status: number) =>
    callService(url, {}, {
      what: "x",
      timeoutMs: 1000,
      fetch: () => Promise.resolve(new Response("no", { status })),
    }, (response) => response.text());
  await assert.rejects(call(404), RequestError);
  await assert.rejects(call(500), UnavailableError);
  await assert.rejects(call(429), UnavailableError);
});
