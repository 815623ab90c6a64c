import assert from "node:assert/strict";
import { UnavailableError } from "@threegen/domain";
import { type Clock, seededRandom } from "@threegen/service";
import { FakeClock, granted } from "@threegen/service/testing";
import { CATEGORY_PRESETS } from "../categories.ts";
import { GrammarBackend } from "../grammar/grammar_backend.ts";
import { DEFAULT_INSTRUCTION } from "../instruction.ts";
import { Producer } from "../producer.ts";
import { PromptMemory } from "../prompt_memory.ts";
import { Spool } from "../spool.ts";
import { type FakeOpenAi, fakeOpenAi, readRecordings } from "../testing/fake_openai.ts";
import { FallbackBackend } from "./fallback_backend.ts";
import { ModelRotation } from "./model_rotation.ts";
import { OpenAiBackend } from "./openai_backend.ts";

const ignore = !granted("read", "write");

function backendOn(
  { app }: FakeOpenAi,
  options: { models?: string[]; everyCalls?: number; clock?: Clock; asksJson?: boolean } = {},
) {
  const { models = ["one"], everyCalls = 500, clock = new FakeClock(), asksJson = false } = options;
  return new OpenAiBackend({
    endpoint: "http://llm/v1",
    apiKey: "secret",
    rotation: new ModelRotation({ models, everyCalls, everyMs: 0, clock }),
    instruction: DEFAULT_INSTRUCTION,
    temperature: [0.35, 0.55],
    maxTokens: 1000,
    asksJson,
    timeoutMs: 5000,
    fetch: (url, init) => Promise.resolve(app.request(url, init)),
  });
}

const LIST = [{ category: "animals", text: "1. a cat\n2. a dog", isCut: false }];

Deno.test("OpenAiBackend asks for what the facts of the original say", async () => {
  const server = fakeOpenAi(LIST);
  const random = seededRandom(1);
  const backend = backendOn(server);
  for (let call = 0; call < 20; call++) {
    const prompts = await backend.inventPrompts({ category: "animals", count: 30, random });
    assert.deepEqual(prompts, ["1. a cat", "2. a dog"]);
  }
  const [{ body, authorization, instruction }] = server.seen;
  assert.equal(authorization, "Bearer secret");
  assert.match(instruction, /Write 30 prompts[\s\S]*category "animals"/);
  assert.equal(body.top_p, 0.95);
  assert.equal(body.max_tokens, 64 + 30 * 28);
  assert.equal(body.response_format, undefined);
  const temperatures = server.seen.map((request) => request.body.temperature as number);
  assert.ok(temperatures.every((value) => value >= 0.35 && value <= 0.55));
  assert.ok(new Set(temperatures).size > 15);
  assert.ok(new Set(server.seen.map((request) => request.body.seed)).size > 15);
});

Deno.test("OpenAiBackend asks for JSON by schema when told to", async () => {
  const server = fakeOpenAi(LIST);
  const backend = backendOn(server, { asksJson: true });
  await backend.inventPrompts({ category: "animals", count: 3, random: seededRandom(1) });
  assert.equal((server.seen[0].body.response_format as { type: string }).type, "json_schema");
});

Deno.test("OpenAiBackend lets models take turns by calls", async () => {
  const server = fakeOpenAi(LIST);
  const backend = backendOn(server, { models: ["one", "two", "three"], everyCalls: 2 });
  const request = { category: "animals", count: 3, random: seededRandom(1) };
  for (let call = 0; call < 8; call++) await backend.inventPrompts(request);
  assert.deepEqual(
    server.seen.map(({ model }) => model),
    ["one", "one", "two", "two", "three", "three", "one", "one"],
  );
});

Deno.test("ModelRotation lets models take turns by time", async () => {
  const clock = new FakeClock();
  const rotation = new ModelRotation({
    models: ["one", "two"],
    everyCalls: 500,
    everyMs: 1000,
    clock,
  });
  assert.equal(rotation.next(), "one");
  await clock.advance(999);
  assert.equal(rotation.next(), "one");
  await clock.advance(1);
  assert.equal(rotation.next(), "two");
  assert.equal(rotation.next(), "two");
});

Deno.test("OpenAiBackend goes on with the next model when one is not served", async () => {
  const server = fakeOpenAi(LIST);
  server.failures.set("one", 404);
  const backend = backendOn(server, { models: ["one", "two"] });
  const request = { category: "animals", count: 3, random: seededRandom(1) };
  assert.equal((await backend.inventPrompts(request)).length, 2);
  assert.equal(backend.name, "two");
  server.failures.set("two", 404);
  await assert.rejects(
    backend.inventPrompts(request),
    (error) => error instanceof UnavailableError && /serves none of the models/.test(error.message),
  );
});

for (const status of [429, 500, 503]) {
  Deno.test(`OpenAiBackend takes status ${status} for a reason to wait`, async () => {
    const server = fakeOpenAi(LIST);
    server.failures.set("*", status);
    await assert.rejects(
      backendOn(server).inventPrompts({ category: "animals", count: 3, random: seededRandom(1) }),
      UnavailableError,
    );
  });
}

Deno.test("FallbackBackend steps in, says so, and steps back", async () => {
  const clock = new FakeClock();
  const server = fakeOpenAi(LIST);
  const backend = new FallbackBackend(backendOn(server), new GrammarBackend(), clock);
  const request = { category: "animals", count: 3, random: seededRandom(1) };
  assert.deepEqual(await backend.inventPrompts(request), ["1. a cat", "2. a dog"]);
  assert.equal(backend.name, "one");
  server.failures.set("*", 503);
  assert.equal((await backend.inventPrompts(request)).length, 3);
  assert.equal(backend.name, "grammar (fallback)");
  server.failures.clear();
  const asked = server.seen.length;
  await backend.inventPrompts(request);
  assert.equal(server.seen.length, asked, "the first choice is left in peace for a while");
  await clock.advance(30_000);
  assert.deepEqual(await backend.inventPrompts(request), ["1. a cat", "2. a dog"]);
  assert.equal(backend.name, "one");
});

Deno.test("recorded outputs with their warts become at least 500 prompts without them", {
  ignore,
}, async () => {
  const recordings = await readRecordings();
  const server = fakeOpenAi(recordings);
  using spool = new Spool(":memory:");
  using memory = new PromptMemory(":memory:");
  const dropped: Record<string, number> = {};
  const producer = new Producer({
    backend: backendOn(server),
    categories: CATEGORY_PRESETS.seed,
    spool,
    memory,
    random: seededRandom(1),
    perCall: 30,
    onCall: (call) => {
      for (const [reason, count] of Object.entries(call.dropped)) {
        dropped[reason] = (dropped[reason] ?? 0) + count;
      }
    },
  });
  for (const category of CATEGORY_PRESETS.seed) {
    for (let call = 0; call < 2; call++) await producer.produce({ category });
  }
  const prompts = spool.peek(10_000).map(({ text }) => text);
  assert.ok(prompts.length >= 500, `${prompts.length}`);
  for (const prompt of prompts) {
    assert.match(prompt, /^[\p{Ll}\p{N}][\p{Ll}\p{N}', -]*[\p{Ll}\p{N}]$/u, prompt);
    assert.doesNotMatch(prompt, /\b(?:prompts?|sure|here|hope|instructions|score)\b/, prompt);
    assert.doesNotMatch(prompt, /\b(?:a|an|the|and|with|of|in|on|used|at)$/, prompt);
  }
  // What the recordings are known to contain is gone, each for its own reason.
  for (
    const wart of [
      "a group of soldiers standing in formation",
      "two knights fighting with long swords",
      "a lion in the savanna at sunset",
      "un camion rojo con ruedas grandes",
      "monster",
      "banshee",
      "a windmill converted into a libr",
      "swords, shields and axes",
      "boxer with bandaged fists",
    ]
  ) assert.ok(!prompts.includes(wart), wart);
  for (
    const reason of [
      "chatter",
      "length",
      "language",
      "repetition",
      "several-objects",
      "scene",
      "same",
    ]
  ) {
    assert.ok((dropped[reason] ?? 0) > 0, `${reason}: ${JSON.stringify(dropped)}`);
  }
});
