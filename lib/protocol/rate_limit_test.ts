import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { addressKey, RateLimiter } from "./rate_limit.ts";

Deno.test("RateLimiter allows a burst, then the steady rate, and says how long to wait", async () => {
  const clock = new FakeClock();
  const limiter = new RateLimiter({ perSecond: 2, burst: 3 }, clock);
  assert.deepEqual([1, 2, 3].map(() => limiter.take("a")), [0, 0, 0]);
  assert.equal(limiter.take("a"), 500);
  assert.equal(limiter.take("b"), 0);
  await clock.advance(500);
  assert.equal(limiter.take("a"), 0);
  assert.equal(limiter.take("a"), 500);
});

Deno.test("RateLimiter forgets the caller unused longest, not the busiest", () => {
  const clock = new FakeClock();
  const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, clock, 3);
  limiter.take("busy");
  for (let index = 0; index < 100; index++) {
    limiter.take(`stranger ${index}`);
    assert.ok(limiter.take("busy") > 0);
  }
});

Deno.test("RateLimiter remembers no more callers than it has room for", () => {
  const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, new FakeClock(), 3);
  for (const key of ["a", "b", "c"]) assert.equal(limiter.take(key), 0);
  for (const key of ["a", "b", "c"]) assert.ok(limiter.take(key) > 0);
  assert.equal(limiter.take("d"), 0);
  assert.equal(limiter.take("a"), 0, "a was forgotten, so its bucket is a new one");
  assert.ok(limiter.take("c") > 0);
});

Deno.test("addressKey() takes an IPv6 network of 64 bits as one caller", () => {
  assert.equal(addressKey("203.0.113.7"), "203.0.113.7");
  assert.equal(addressKey("::ffff:203.0.113.7"), "203.0.113.7");
  assert.equal(addressKey("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  assert.equal(addressKey("2001:db8:1:2::9"), "2001:db8:1:2::/64");
  assert.equal(addressKey("2001:db8::9"), "2001:db8:0:0::/64");
  assert.equal(addressKey("::1"), "0:0:0:0::/64");
  assert.equal(addressKey("fe80::1%eth0"), "fe80:0:0:0::/64");
});
