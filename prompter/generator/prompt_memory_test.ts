import assert from "node:assert/strict";
import { join } from "node:path";
import { seededRandom } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { CATEGORY_PRESETS } from "./categories.ts";
import { makePrompt } from "./grammar/grammar_backend.ts";
import { featuresOf, NEAR, overlap, PromptMemory } from "./prompt_memory.ts";

const ignore = !granted("read", "write");

const PAIRS: readonly [one: string, other: string, novelty: string][] = [
  ["a red wooden chair", "red wooden chair", "same"],
  ["a red wooden chair", "The Wooden Red Chairs", "same"],
  ["a chair with red legs", "red chair, legs", "same"],
  ["a blue ceramic teapot with golden handle", "blue ceramic teapots with a goldn handle", "near"],
  [
    "ancient bronze sword with a carved dragon handle",
    "an ancient bronze sword with carved dragon handles",
    "same",
  ],
  [
    "ancient bronze sword with a carved dragon handle",
    "ancient bronze sword with carved dragon hilt handle",
    "near",
  ],
  ["a red wooden chair", "a blue wooden chair", "new"],
  ["a red wooden chair", "a red wooden table", "new"],
  ["a red cat", "a red car", "new"],
  ["красный деревянный стул", "красный деревянный стол", "new"],
  ["赤い木の椅子", "青い木の椅子", "new"],
];
for (const [one, other, novelty] of PAIRS) {
  Deno.test(`PromptMemory takes "${other}" after "${one}" for ${novelty}`, { ignore }, () => {
    using memory = new PromptMemory(":memory:");
    assert.deepEqual(memory.learn([one, other]), ["new", novelty]);
  });
}

Deno.test("PromptMemory survives a restart", { ignore }, async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "memory.sqlite");
  {
    using memory = new PromptMemory(file);
    memory.learn(["a blue ceramic teapot with golden handle"]);
  }
  {
    using memory = new PromptMemory(file);
    assert.deepEqual(
      memory.learn([
        "blue ceramic teapot with a golden handle",
        "blue ceramic teapots with a goldn handle",
        "a red car",
      ]),
      ["same", "near", "new"],
    );
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("PromptMemory forgets the oldest beyond its capacity", { ignore }, () => {
  using memory = new PromptMemory(":memory:", 100);
  const random = seededRandom(3);
  for (let index = 0; index < 1000; index++) memory.learn([makePrompt("animals", random) ?? ""]);
  memory.learn(["the very last prompt"]);
  assert.ok(memory.size <= 100);
  assert.deepEqual(memory.learn(["the very last prompt"]), ["same"]);
});

Deno.test("PromptMemory finds the near pairs that comparing with everything finds", {
  ignore,
}, () => {
  const random = seededRandom(5);
  const prompts = Array.from(
    { length: 1500 },
    (_, index) => makePrompt(CATEGORY_PRESETS.seed[index % 3], random) ?? "",
  );
  using memory = new PromptMemory(":memory:");
  const novelties = memory.learn(prompts);
  const kept: ReadonlySet<string>[] = [];
  let missed = 0;
  let invented = 0;
  for (const [index, prompt] of prompts.entries()) {
    const features = featuresOf(prompt);
    const isNear = kept.some((other) => overlap(features, other) >= NEAR);
    if (novelties[index] === "new") {
      if (isNear) missed++;
      kept.push(features);
    } else if (!isNear) invented++;
  }
  assert.equal(invented, 0);
  assert.ok(missed <= 3, `${missed} missed`);
});
