import { RequestError } from "@threegen/domain";
import { unixNanoseconds } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import fc from "fast-check";
import assert from "node:assert/strict";
import { type NonceClaim, NonceStore } from "./nonce.ts";

const SECOND = 1_000_000_000n;

function store(options: Partial<ConstructorParameters<typeof NonceStore>[0]> = {}) {
  const clock = new FakeClock();
  const nonces = new NonceStore({ clock, ...options });
  const claim = (offset: bigint, rest: Partial<NonceClaim> = {}): NonceClaim => ({
    hotkey: "5Alice",
    uuid: "u",
    nonce: unixNanoseconds(clock) + offset,
    version: 10_002_000,
    timeoutMs: 12_000,
    ...rest,
  });
  const passes = (given: NonceClaim) => {
    try {
      nonces.use(given);
      return true;
    } catch (error) {
      assert.ok(error instanceof RequestError && error.status === 401);
      return false;
    }
  };
  return { clock, nonces, claim, passes };
}

Deno.test("NonceStore takes a nonce once and then only greater ones of the same endpoint", () => {
  const { claim, passes } = store();
  const first = claim(0n);
  assert.ok(passes(first));
  assert.ok(!passes(first));
  assert.ok(!passes(claim(-1n)));
  assert.ok(passes(claim(1n)));
  assert.ok(passes({ ...first, uuid: "another" }));
  assert.ok(passes({ ...first, hotkey: "5Bob" }));
});

Deno.test("NonceStore bounds the age by 4 s and the timeout, and the future by a minute", async () => {
  const { clock, claim, passes } = store();
  await clock.advance(3_600_000);
  assert.ok(!passes(claim(-16n * SECOND)));
  assert.ok(passes(claim(-16n * SECOND + 1n)));
  assert.ok(!passes(claim(60n * SECOND + 1n)));
  assert.ok(passes(claim(60n * SECOND)));
  // An unsigned timeout cannot stretch the window beyond the longest of the subnet.
  assert.ok(!passes(claim(-304n * SECOND, { uuid: "v", timeoutMs: 1e12 })));
  assert.ok(passes(claim(-304n * SECOND + 1n, { uuid: "v", timeoutMs: 1e12 })));
});

Deno.test("NonceStore does not let an old version in the header stretch the window", async () => {
  const { clock, claim, passes } = store();
  const captured = claim(0n, { version: 694 });
  assert.ok(passes(captured));
  await clock.advance(86_400_000);
  assert.ok(!passes(captured));
  assert.ok(!passes(claim(-86_400n * SECOND, { version: 694, uuid: "new" })));
});

Deno.test("NonceStore refuses what was signed before its own start", () => {
  const { claim, passes } = store();
  assert.ok(!passes(claim(-1n)));
});

Deno.test("NonceStore takes an old SDK's nonce since boot, rising, and never forgets it", async () => {
  const { clock, claim, passes } = store({ legacyCapacity: 2, capacity: 4 });
  const old = { nonce: 5n * SECOND, version: 694 };
  assert.ok(passes(claim(0n, old)));
  assert.ok(!passes(claim(0n, old)));
  assert.ok(passes(claim(0n, { ...old, nonce: 6n * SECOND })));
  await clock.advance(86_400_000);
  for (let index = 0; index < 50; index++) passes(claim(BigInt(index), { uuid: `flood${index}` }));
  assert.ok(!passes(claim(0n, old)));
  assert.ok(passes(claim(0n, { ...old, uuid: "second" })));
  assert.ok(!passes(claim(0n, { ...old, uuid: "third" })));
  assert.ok(!passes(claim(0n, { nonce: 5n * SECOND, uuid: "new SDK" })));
});

Deno.test("NonceStore forgets an unwelcome newcomer, but not one that it knew", () => {
  const { nonces, claim } = store();
  const forgetFirst = nonces.use(claim(0n));
  forgetFirst();
  assert.equal(nonces.size, 0);
  nonces.use(claim(0n));
  const forget = nonces.use(claim(1n));
  forget();
  assert.equal(nonces.size, 1);
});

Deno.test("NonceStore never takes a nonce twice and stays bounded, whatever floods it", async () => {
  const step = fc.record({
    endpoint: fc.integer({ min: 0, max: 40 }),
    offsetMs: fc.integer({ min: -400_000, max: 90_000 }),
    advanceMs: fc.integer({ min: 0, max: 30_000 }),
    version: fc.constantFrom(undefined, 694, 10_002_000),
    timeoutMs: fc.constantFrom(0, 12_000, 1e9),
    replay: fc.option(fc.nat(), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 120 }), async (steps) => {
      const { clock, nonces, claim, passes } = store({ capacity: 8 });
      const accepted: NonceClaim[] = [];
      for (const { endpoint, offsetMs, advanceMs, version, timeoutMs, replay } of steps) {
        await clock.advance(advanceMs);
        if (replay !== undefined && accepted.length > 0) {
          const captured = accepted[replay % accepted.length];
          assert.ok(!passes({ ...captured, version, timeoutMs }), "a replay passed");
        }
        const given = claim(BigInt(offsetMs) * 1_000_000n, {
          uuid: String(endpoint),
          version,
          timeoutMs,
        });
        if (passes(given)) accepted.push(given);
        assert.ok(nonces.size <= 8);
      }
    }),
    { numRuns: 30 },
  );
});
