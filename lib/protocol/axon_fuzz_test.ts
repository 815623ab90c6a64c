import { signerFromUri } from "@threegen/chain/wallet";
import { unixNanoseconds } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import fc from "fast-check";
import assert from "node:assert/strict";
import { axonRoute, createAxon } from "./axon.ts";
import { SubmitResults } from "./messages/submit_results.ts";
import { signedCall } from "./testing/signed_call.ts";

const alice = signerFromUri("//Alice");
const bob = signerFromUri("//Bob");

/** Headers that the signature covers, or without which nothing is proven. */
const PROVING = [
  "bt_header_dendrite_nonce",
  "bt_header_dendrite_uuid",
  "bt_header_dendrite_hotkey",
  "bt_header_dendrite_signature",
  "computed_body_hash",
] as const;
/** Headers that must read, though they prove nothing. */
const TYPED = ["timeout", "bt_header_axon_port", "bt_header_dendrite_version"] as const;

const body = JSON.stringify({
  task_id: "7",
  results: "QUJD",
  submit_time: 1_735_689_600_000_000,
  signature: "c2ln",
});

type Sent = { url: string; headers: Record<string, string>; body: string | Uint8Array };
/** One mutation: what it does to a valid call; it must never be one that leaves the call valid. */
type Mutation = { readonly name: string; readonly apply: (sent: Sent) => Sent };

const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 200,
})
  .map((text) => text.trim());

/** Changes one header by an edit that may be as small as one character. */
const mutateHeader = (
  names: readonly string[],
  isValid: (before: string, after: string) => boolean,
) =>
  fc.tuple(
    fc.constantFrom(...names),
    fc.oneof(
      headerText.map((text) => () => text),
      fc.tuple(fc.nat(), headerText).map(([at, text]) => (old: string) => {
        const index = at % (old.length + 1);
        return old.slice(0, index) + text.slice(0, 3) + old.slice(index + 1);
      }),
      fc.nat().map((at) => (old: string) => old.slice(0, at % old.length)),
      fc.constant((old: string) => `${old}0`),
      fc.constant((old: string) => old.toUpperCase()),
      fc.integer({ min: -5, max: 5 }).map((add) => (old: string) =>
        /^\d+$/.test(old) ? String(BigInt(old) + BigInt(add)) : old
      ),
      fc.integer({ min: 10_000, max: 100_000 }).map((size) => () => "9".repeat(size)),
    ),
  ).map(([name, edit]): Mutation => ({
    name,
    apply: (sent) => {
      const before = sent.headers[name];
      const after = edit(before).trim();
      if (isValid(before, after)) return { ...sent, headers: without(sent.headers, name) };
      return { ...sent, headers: { ...sent.headers, [name]: after } };
    },
  }));

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 5,
    // An edit that changes nothing, or only the case of the signature's digits, is made a removal.
    arbitrary: mutateHeader(
      PROVING,
      (before, after) => before.toLowerCase() === after.toLowerCase(),
    ),
  },
  {
    weight: 1,
    // What still reads as a number is valid; a removal of the signature stands in for it.
    arbitrary: mutateHeader(TYPED, () => false).map(({ name, apply }): Mutation => ({
      name,
      apply: (sent) => {
        const mutated = apply(sent);
        const isNumber = /^\d/.test(mutated.headers[name] ?? "0");
        return isNumber ? { ...sent, headers: without(sent.headers, PROVING[3]) } : mutated;
      },
    })),
  },
  fc.constantFrom(...PROVING).map((name): Mutation => ({
    name: `without ${name}`,
    apply: (sent) => ({ ...sent, headers: without(sent.headers, name) }),
  })),
  {
    weight: 2,
    arbitrary: fc.nat().map((at): Mutation => ({
      name: "truncated body",
      apply: (sent) => ({ ...sent, body: body.slice(0, at % body.length) }),
    })),
  },
  fc.json({ maxDepth: 6 }).filter((text) => !isSubmission(text)).map((text): Mutation => ({
    name: "another JSON",
    apply: (sent) => ({ ...sent, body: text }),
  })),
  fc.uint8Array({ maxLength: 3000 }).map((bytes): Mutation => ({
    name: "random bytes",
    apply: (sent) => ({ ...sent, body: bytes }),
  })),
  fc.tuple(
    fc.constantFrom(
      "results",
      "submit_time",
      "signature",
      "cooldown_until",
      "data_format",
      "feedback",
    ),
    fc.oneof(fc.constant({}), fc.constant([]), fc.boolean(), fc.constant([[[]]]), fc.constant(0.5)),
  ).filter(([name, value]) => !isSubmission(withField(name, value))).map((
    [name, value],
  ): Mutation => ({
    name: `${name} of a wrong type`,
    apply: (sent) => ({ ...sent, body: withField(name, value) }),
  })),
  fc.integer({ min: 5001, max: 20_000 }).map((size): Mutation => ({
    name: "oversized body",
    apply: (sent) => ({ ...sent, body: withField("x", "x".repeat(size)) }),
  })),
  fc.integer({ min: 33, max: 2000 }).map((depth): Mutation => ({
    name: "deep body",
    apply: (sent) => ({ ...sent, body: `{"results":${"[".repeat(depth)}${"]".repeat(depth)}}` }),
  })),
  fc.constantFrom(
    "/Synapses",
    "/SubmitResult",
    "/submitresults",
    "//SubmitResults",
    "/SubmitResults/x",
  )
    .map((path): Mutation => ({ name: `path ${path}`, apply: (sent) => ({ ...sent, url: path }) })),
);

function without(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}

function withField(name: string, value: unknown): string {
  return JSON.stringify({ ...JSON.parse(body), [name]: value });
}

function isSubmission(text: string): boolean {
  return SubmitResults.schema.safeParse(JSON.parse(text)).success;
}

Deno.test("an axon answers none of 10 000 mutated calls with 200, nor with a failure of its own", async () => {
  const clock = new FakeClock();
  let handled = 0;
  const app = createAxon({
    signer: bob,
    clock,
    routes: [axonRoute({
      message: SubmitResults,
      handler: () => (handled++, {}),
      maxBodyBytes: 5000,
    })],
    addressRate: { perSecond: 1e9, burst: 1e9 },
    hotkeyRate: { perSecond: 1e9, burst: 1e9 },
    nonces: { capacity: 64, legacyCapacity: 64 },
  });
  // sr25519 signatures are slow to make; the axon's own checks are what is tested here, so that
  // one signature serves until a call used its nonce up.
  let nonce = unixNanoseconds(clock);
  const fresh = () =>
    signedCall({
      signer: alice,
      receiver: bob.address,
      name: "SubmitResults",
      nonce: ++nonce,
      body,
    });
  let valid = fresh();
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(mutation, async ({ name, apply }) => {
      const [url, { headers, method }] = valid;
      const sent = apply({ url, headers, body });
      const response = await app.request(sent.url, {
        method,
        headers: sent.headers,
        body: sent.body as BodyInit,
      });
      const { message } = await response.json() as { message: string };
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      assert.ok(
        [400, 401, 404, 413, 431].includes(response.status),
        `${name}: ${response.status} ${message}`,
      );
      // Proven, though refused: the nonce is used up, and the next mutation needs a new call.
      if (response.headers.has("bt_header_axon_signature")) valid = fresh();
    }),
    { numRuns: 10_000 },
  );
  assert.equal(handled, 0);
  for (const status of [400, 401, 404, 413, 431]) assert.ok(seen.get(status)! > 50, `${status}`);
  // The call that all mutations came from is still good: each was refused for its mutation.
  assert.equal((await app.request(...valid)).status, 200);
  assert.equal(handled, 1);
});
