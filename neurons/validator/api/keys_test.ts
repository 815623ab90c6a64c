import { ConfigError, RequestError } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { ApiKeys } from "./keys.ts";

const LIMIT = { requests: 2, periodMs: 10_000 };
const KEY = "0123456789abcdef";

function withStatus(status: number) {
  return (error: unknown) => error instanceof RequestError && error.status === status;
}

Deno.test("ApiKeys refuses to start without a key, or with one that can be guessed", () => {
  const clock = new FakeClock();
  assert.throws(() => new ApiKeys([], LIMIT, clock), ConfigError);
  assert.throws(() => new ApiKeys(["# nothing but a comment"], LIMIT, clock), ConfigError);
  assert.throws(() => new ApiKeys(["short"], LIMIT, clock), /fewer than 16/);
});

Deno.test("ApiKeys.admit() knows its keys by name and refuses all others with 401", () => {
  const keys = new ApiKeys([`${KEY} first app`, "fedcba9876543210"], LIMIT, new FakeClock());
  assert.equal(keys.admit(KEY), "first app");
  assert.equal(keys.admit("fedcba9876543210"), "key 2");
  for (const wrong of [undefined, "", KEY.slice(1), `${KEY}0`, `${KEY} first app`]) {
    assert.throws(() => keys.admit(wrong), withStatus(401));
  }
});

Deno.test("ApiKeys.admit() limits each key by itself, in a window that slides", async () => {
  const clock = new FakeClock();
  const keys = new ApiKeys([KEY, "fedcba9876543210"], LIMIT, clock);
  keys.admit(KEY);
  await clock.advance(6000);
  keys.admit(KEY);
  assert.throws(() => keys.admit(KEY), withStatus(429));
  keys.admit("fedcba9876543210");
  await clock.advance(4000);
  keys.admit(KEY);
  assert.throws(() => keys.admit(KEY), withStatus(429));
});
