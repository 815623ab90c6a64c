import assert from "node:assert/strict";
import { seededRandom } from "@threegen/service";
import { CATEGORY_PRESETS } from "../categories.ts";
import { articleFor, GrammarBackend, makePrompt } from "./grammar_backend.ts";
import { GRAMMAR_CATEGORIES } from "./lexicon.ts";

Deno.test("the grammar knows the categories of the seed", () => {
  assert.deepEqual(Object.keys(GRAMMAR_CATEGORIES), CATEGORY_PRESETS.seed);
});

Deno.test("the grammar has no noun twice in a category and at least 30 in each", () => {
  for (const [category, groups] of Object.entries(GRAMMAR_CATEGORIES)) {
    const nouns = Object.values(groups).flatMap((words) => words.split(",").map((w) => w.trim()));
    assert.equal(new Set(nouns).size, nouns.length, `${category} repeats a noun`);
    assert.ok(nouns.length >= 30, `${category} has ${nouns.length} nouns`);
    assert.ok(nouns.every((noun) => /^[a-z][a-z -]*[a-z]$/.test(noun)), `${category}: spelling`);
  }
});

for (const category of CATEGORY_PRESETS.seed) {
  Deno.test(`GrammarBackend makes clean prompts of ${category}`, async () => {
    const random = seededRandom(7);
    const prompts = await new GrammarBackend().inventPrompts({ category, count: 2000, random });
    assert.ok(prompts.length > 1990, `${prompts.length} of 2000`);
    for (const prompt of prompts) {
      assert.match(prompt, /^[a-z][a-z -]*[a-z]$/, prompt);
      const words = prompt.split(" ");
      assert.ok(words.length >= 2 && words.length <= 12, prompt);
      assert.ok(!words.some((word, index) => word === words[index + 1]), prompt);
      assert.doesNotMatch(prompt, /\b(a|an) (a|an|the)\b|\bwith$|\band$|\bof$/, prompt);
      const article = /^(an?) (.*)$/.exec(prompt);
      if (article) assert.equal(article[1], articleFor(article[2]), prompt);
    }
    assert.ok(new Set(prompts).size > 1700, `${new Set(prompts).size} different of 2000`);
  });
}

Deno.test("makePrompt() repeats for the same seed and differs for another", () => {
  const run = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => makePrompt("animals", random));
  };
  assert.deepEqual(run(1), run(1));
  assert.notDeepEqual(run(1), run(2));
});

Deno.test("makePrompt() serves a category that it does not know from a related one", () => {
  const random = seededRandom(1);
  const nouns = Object.values(GRAMMAR_CATEGORIES["monsters"]).join(", ").split(", ");
  for (let index = 0; index < 50; index++) {
    const prompt = makePrompt("monsters and mythical creatures", random) ?? "";
    assert.ok(nouns.some((noun) => prompt.includes(noun.trim())), prompt);
  }
  assert.ok(makePrompt("no such thing", random));
});

for (
  const [phrase, article] of [
    ["apple", "an"],
    ["unicorn", "a"],
    ["one-eyed monster", "a"],
    ["hourglass", "an"],
    ["red car", "a"],
    ["umbrella", "an"],
    ["ukulele", "a"],
  ]
) {
  Deno.test(`articleFor("${phrase}")`, () => {
    assert.equal(articleFor(phrase), article);
  });
}
