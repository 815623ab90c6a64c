import { RequestError, UnavailableError } from "@threegen/domain";
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
  /** A whole call: taken, answered and, unless it is a stranger's, kept. */
  const passes = (given: NonceClaim, isToKeep = true) => {
    try {
      nonces.use(given)(isToKeep);
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

/** A uuid1 made this long after 1 January 2025. */
function uuid1(seconds: number): string {
  const time = 0x01b2_1dd2_1381_4000n + (1_735_689_600n + BigInt(seconds)) * 10_000_000n;
  const digits = time.toString(16).padStart(16, "0");
  return `${digits.slice(8)}-${digits.slice(4, 8)}-1${digits.slice(1, 4)}-8000-020000000000`;
}

const OLD_SDK = { nonce: 5n * SECOND, version: 694 };

Deno.test("NonceStore takes an old SDK's nonce since boot, rising, and never again", async () => {
  const { clock, claim, passes } = store();
  assert.ok(passes(claim(0n, OLD_SDK)));
  assert.ok(!passes(claim(0n, OLD_SDK)));
  assert.ok(passes(claim(0n, { ...OLD_SDK, nonce: 6n * SECOND })));
  await clock.advance(86_400_000 * 365);
  assert.ok(!passes(claim(0n, OLD_SDK)));
  // Nor when the version in the header, which is not signed, claims to be new.
  assert.ok(!passes(claim(0n, { ...OLD_SDK, version: 10_002_000 })));
});

Deno.test("NonceStore takes an old SDK that makes a uuid for every call, and never again a forgotten one", () => {
  const { nonces, claim, passes } = store({ endpointsPerHotkey: 4 });
  // The process that stays keeps its place, however many come and go beside it.
  const steady = (nonce: bigint) => claim(0n, { version: 694, uuid: uuid1(0), nonce });
  assert.ok(passes(steady(1n)));
  for (let index = 1; index <= 1000; index++) {
    assert.ok(passes(claim(0n, { ...OLD_SDK, uuid: uuid1(index) })));
    if (index % 3 === 0) assert.ok(passes(steady(BigInt(index))));
    assert.ok(nonces.size <= 4);
  }
  for (let index = 1; index <= 1000; index++) {
    assert.ok(!passes(claim(0n, { ...OLD_SDK, uuid: uuid1(index) })), `${index}`);
  }
  assert.ok(passes(steady(2000n)));
  // One hotkey's floor is nobody else's.
  assert.ok(passes(claim(0n, { ...OLD_SDK, hotkey: "5Bob", uuid: uuid1(1) })));
});

Deno.test("NonceStore takes uuids without a time until it had to forget one", () => {
  const { claim, passes } = store({ endpointsPerHotkey: 2 });
  const calls = ["a", "b", "c", "d"].map((uuid) => claim(0n, { ...OLD_SDK, uuid }));
  assert.deepEqual(calls.map((call) => passes(call)), [true, true, true, false]);
  assert.deepEqual(calls.map((call) => passes(call)), [false, false, false, false]);
});

Deno.test("NonceStore refuses a uuid from the future, which would lift the floor of all", () => {
  const { clock, claim, passes } = store({ legacyCapacity: 1 });
  const seconds = Number(unixNanoseconds(clock) / SECOND) - 1_735_689_600;
  assert.ok(!passes(claim(0n, { ...OLD_SDK, uuid: uuid1(seconds + 61) })));
  assert.ok(passes(claim(0n, { ...OLD_SDK, uuid: uuid1(seconds + 60) })));
  // Too many hotkeys: Bob's place was Alice's, and hers is the floor of all.
  assert.ok(passes(claim(0n, { ...OLD_SDK, uuid: uuid1(seconds + 60), hotkey: "5Bob" })));
  assert.ok(!passes(claim(0n, { ...OLD_SDK, uuid: uuid1(seconds + 60), hotkey: "5Eve" })));
  assert.ok(!passes(claim(0n, { ...OLD_SDK, uuid: uuid1(seconds + 60) })));
});

Deno.test("NonceStore takes no nonce since boot when there is no room for any", () => {
  const { claim, passes } = store({ legacyCapacity: 0 });
  assert.ok(!passes(claim(0n, OLD_SDK)));
  assert.ok(passes(claim(0n)));
});

Deno.test("NonceStore keeps nothing of strangers, however many and however their calls overlap", () => {
  const { nonces, claim, passes } = store({ capacity: 2, legacyCapacity: 2 });
  for (const old of [OLD_SDK, {}]) {
    for (let index = 0; index < 100; index++) {
      assert.ok(passes(claim(1n, { ...old, hotkey: `5Stranger${index}` }), false));
      assert.ok(passes(claim(1n, { ...old, hotkey: "5Stranger", uuid: `${index}` }), false));
    }
    const first = claim(1n, old);
    const endFirst = nonces.use(first);
    assert.ok(!passes(first), "a copy of a call in flight passed");
    const endSecond = nonces.use({ ...first, nonce: first.nonce + 1n });
    endFirst(false);
    assert.ok(!passes(first));
    endSecond(false);
    assert.equal(nonces.size, 0);
    assert.ok(passes(first, false));
  }
});

Deno.test("NonceStore leaves no trace of strangers that would crowd out who is kept", () => {
  const { claim, passes } = store({ capacity: 2 });
  assert.ok(passes(claim(30n * SECOND)));
  for (let index = 0; index < 10; index++) {
    assert.ok(passes(claim(0n, { hotkey: `5Stranger${index}` }), false));
  }
  // Had Alice been forgotten, the floor of all would be half a minute ahead.
  assert.ok(passes(claim(0n, { hotkey: "5Bob" })));
});

Deno.test("NonceStore forgets the hotkey unused longest, not the busiest", () => {
  const { claim, passes } = store({ capacity: 2 });
  assert.ok(passes(claim(30n * SECOND)));
  assert.ok(passes(claim(0n, { hotkey: "5Bob" })));
  assert.ok(passes(claim(31n * SECOND)));
  assert.ok(passes(claim(0n, { hotkey: "5Eve" })));
  assert.ok(passes(claim(1n, { hotkey: "5Dave" })), "the floor of all is Bob's, not Alice's");
});

Deno.test("NonceStore keeps the floor of a hotkey of which it keeps no endpoint", () => {
  const { nonces, claim, passes } = store({ endpointsPerHotkey: 1 });
  const kept = claim(0n);
  assert.ok(passes(kept));
  assert.ok(passes(claim(1n, { uuid: "refused" }), false));
  assert.equal(nonces.size, 0);
  assert.ok(!passes(kept));
});

Deno.test("NonceStore keeps the floor of a hotkey that it forgot", () => {
  const { claim, passes } = store({ endpointsPerHotkey: 1, capacity: 1 });
  const kept = claim(30n * SECOND);
  assert.ok(passes(kept));
  assert.ok(passes(claim(0n, { uuid: "v" })));
  assert.ok(passes(claim(0n, { hotkey: "5Bob" })));
  assert.ok(!passes(kept));
});

Deno.test("NonceStore forgets an endpoint that rests before one whose call is in flight", () => {
  const { nonces, claim, passes } = store({ endpointsPerHotkey: 2 });
  const old = (seconds: number, nonce = 1n) =>
    claim(0n, { version: 694, uuid: uuid1(seconds), nonce });
  const end = nonces.use(old(1));
  assert.ok(passes(old(2)));
  assert.ok(passes(old(3)));
  assert.ok(passes(old(1, 2n)));
  end(true);
});

Deno.test("NonceStore keeps an endpoint that it knew when a later call of it is refused", () => {
  const { nonces, claim, passes } = store();
  passes(claim(0n));
  passes(claim(1n), false);
  assert.equal(nonces.size, 1);
  assert.ok(!passes(claim(0n)));
  assert.ok(!passes(claim(1n)));
});

Deno.test("NonceStore forgets no call in flight; whoever has too many waits", () => {
  const { nonces, claim, passes } = store({ endpointsPerHotkey: 2, capacity: 2 });
  const calls = ["a", "b"].map((uuid) => claim(0n, { uuid }));
  const [endFirst, endSecond] = calls.map((call) => nonces.use(call));
  assert.throws(
    () => nonces.use(claim(1n, { uuid: "c" })),
    (error) => error instanceof RequestError && error.status === 429,
  );
  assert.throws(() => nonces.use(claim(2n, { uuid: "a" })), /Too many calls at once/);
  for (const call of calls) assert.ok(!passes(call));
  // Two hotkeys at once are all that there is room for.
  const end = nonces.use(claim(0n, { hotkey: "5Bob" }));
  assert.throws(() => nonces.use(claim(0n, { hotkey: "5Eve" })), UnavailableError);
  endFirst(true);
  assert.ok(passes(claim(1n, { uuid: "c" })));
  assert.ok(!passes(calls[0]), "forgotten, and below the floor of its hotkey");
  endSecond(true);
  end(true);
  assert.ok(passes(claim(2n, { hotkey: "5Eve" })));
});

Deno.test("NonceStore never takes a kept nonce twice and stays bounded, whatever floods it", async () => {
  const step = fc.record({
    hotkey: fc.integer({ min: 0, max: 6 }),
    endpoint: fc.integer({ min: 0, max: 40 }),
    isOld: fc.boolean(),
    offsetMs: fc.oneof(
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: -400_000, max: 90_000 }),
    ),
    advanceMs: fc.integer({ min: 0, max: 30_000 }),
    version: fc.constantFrom(undefined, 694, 10_002_000),
    timeoutMs: fc.constantFrom(0, 12_000, 1e9),
    isToKeep: fc.boolean(),
    replay: fc.option(fc.nat(), { nil: undefined }),
  });
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 120, size: "max" }), async (steps) => {
      const { clock, nonces, claim, passes } = store({
        capacity: 4,
        legacyCapacity: 4,
        endpointsPerHotkey: 3,
      });
      const accepted: NonceClaim[] = [];
      for (const { hotkey, endpoint, isOld, offsetMs, ...rest } of steps) {
        const { advanceMs, version, timeoutMs, isToKeep, replay } = rest;
        await clock.advance(advanceMs);
        if (replay !== undefined && accepted.length > 0) {
          const captured = accepted[replay % accepted.length];
          assert.ok(!passes({ ...captured, version, timeoutMs }), "a replay passed");
        }
        const given = claim(BigInt(offsetMs) * 1_000_000n, {
          hotkey: `5Hotkey${hotkey}`,
          uuid: endpoint % 3 === 0 ? String(endpoint) : uuid1(endpoint),
          version,
          timeoutMs,
          ...(isOld ? { nonce: BigInt(offsetMs + 400_000), version: 694 } : {}),
        });
        if (passes(given, isToKeep) && isToKeep) accepted.push(given);
        assert.ok(nonces.size <= 2 * 4 * 3);
      }
      kept += accepted.length;
    }),
    { numRuns: 100 },
  );
  assert.ok(kept > 500, `${kept}`);
});
