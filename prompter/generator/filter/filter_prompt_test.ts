import assert from "node:assert/strict";
import fc from "fast-check";
import { seededRandom } from "@threegen/service";
import { CATEGORY_PRESETS } from "../categories.ts";
import { makePrompt } from "../grammar/grammar_backend.ts";
import { SCENE_WORDS } from "./block_scenes.ts";
import { filterPrompt } from "./filter_prompt.ts";
import type { FilterContext } from "./filter_step.ts";

const context: FilterContext = {
  category: "furniture",
  blocked: new Set(SCENE_WORDS),
  language: "en",
};

/** Text, then what it becomes; category when it matters. */
const KEPT: readonly [raw: string, text: string, category?: string][] = [
  ["3. A Red Wooden Chair.", "a red wooden chair"],
  ["12) red chair", "red chair"],
  ["- red chair", "red chair"],
  ["• *red chair*", "red chair"],
  ['"a red chair"', "a red chair"],
  ["“a red chair”,", "a red chair"],
  ["**Red chair** with golden legs", "red chair with golden legs"],
  ["Prompt 4: a red chair", "a red chair"],
  ["1. 1. a red chair", "a red chair"],
  ["chair: a red chair", "a red chair"],
  ["monster: horned imp", "horned imp", "monsters"],
  ["red chair: golden legs", "red chair, golden legs"],
  ["a red chair 🪑✨", "a red chair"],
  ["a red chair (7 words)", "a red chair"],
  ["a red chair — carved legs", "a red chair, carved legs"],
  ["a red chair</s>", "a red chair"],
  ["<|im_start|>a red chair", "a red chair"],
  ["a king’s throne", "a king's throne"],
  ["une-of-a-kind chair", "une-of-a-kind chair"],
  ["a café table", "a café table"],
  ["1960s microphone", "1960s microphone"],
  ["create a red chair", "a red chair"],
  ["design a paint bucket", "a paint bucket"],
  ["paint bucket with drips", "paint bucket with drips"],
  ["a detailed 3d model of a red chair", "a red chair"],
  ["generate an image of the red chair", "the red chair"],
  ["a red chair with a", "a red chair"],
  ["a red chair out of in", "a red chair out"],
  ["a red chair and the", "a red chair"],
  ["a red red chair", "a red chair"],
  ["red chair", "red chair"],
  ["a three-legged stool", "a three-legged stool"],
  ["two-headed dragon", "two-headed dragon"],
  ["a pair of brass earrings", "a pair of brass earrings"],
  ["a knight with sword and shield", "a knight with sword and shield"],
  ["a chair with a red seat and a carved back", "a chair with a red seat and a carved back"],
  ["a giant sea serpent", "a giant sea serpent"],
  ["yellow rain boots", "yellow rain boots"],
  ["wooden field hockey stick", "wooden field hockey stick"],
  ["hot air balloon with stripes", "hot air balloon with stripes"],
  ["a music box with a dancer", "a music box with a dancer"],
  ["a space shuttle on a launch pad", "a space shuttle on a launch pad"],
  ["a kitchen island with a marble top", "a kitchen island with a marble top"],
  ["a knight with sword, shield and cape", "a knight with sword, shield and cape"],
  ["a stone park", "a stone park", "parks and gardens"],
  ["silver accessories box", "silver accessories box", "accessories"],
];
for (const [raw, text, category = "furniture"] of KEPT) {
  Deno.test(`filterPrompt() makes ${JSON.stringify(raw)} "${text}"`, () => {
    assert.deepEqual(filterPrompt(raw, { ...context, category }), { kind: "kept", text });
  });
}

const DROPPED: readonly [raw: string, step: string][] = [
  ["", "empty"],
  ["1.", "empty"],
  ["---", "empty"],
  ["🪑", "empty"],
  ["Sure! Here are 30 prompts:", "chatter"],
  ["Here is a list of chairs", "chatter"],
  ["I hope this helps", "chatter"],
  ["Let me know if more are needed", "chatter"],
  ["As an AI language model", "chatter"],
  ["a chair that fits your room", "chatter"],
  ["Note: all unique", "chatter"],
  ["with a", "tail"],
  ["chair", "length"],
  ["a chair", "length"],
  ["a very long and winding description of one chair that simply never comes to its end", "length"],
  ["ein roter stuhl mit beinen", "language"],
  ["красный деревянный стул", "language"],
  ["一把红色的椅子", "language"],
  ["chair chair red chair leg chair", "repetition"],
  ["two red chairs", "several-objects"],
  ["3 red chairs", "several-objects"],
  ["a group of robots", "several-objects"],
  ["several small stools", "several-objects"],
  ["a red chair and a table", "several-objects"],
  ["a chair next to a lamp", "several-objects"],
  ["swords, shields and axes", "several-objects"],
  ["a calm mountain lake", "scene"],
  ["a castle under a starry sky", "scene"],
  ["wooden boat on the ocean", "scene"],
  ["a red chair in a dark room", "scene"],
  ["a knight with sword in the forest", "scene"],
];
for (const [raw, step] of DROPPED) {
  Deno.test(`filterPrompt() drops ${JSON.stringify(raw)} as ${step}`, () => {
    assert.deepEqual(filterPrompt(raw, context), { kind: "dropped", step });
  });
}

Deno.test("filterPrompt() keeps other languages when told to", () => {
  for (const text of ["красный деревянный стул", "一把红色的椅子", "ein roter stuhl mit beinen"]) {
    assert.deepEqual(filterPrompt(text, { ...context, language: "any" }), { kind: "kept", text });
  }
});

Deno.test("filterPrompt() leaves a kept prompt as it is the second time", () => {
  const piece = fc.constantFrom(
    ..."1. |a |red |chair |with |and |the |of |“|**|- |(x) |create |, |: |stuhl |é|🪑|\n|two |'"
      .split("|"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const first = filterPrompt(pieces.join(""), context);
      if (first.kind === "kept") assert.deepEqual(filterPrompt(first.text, context), first);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("filterPrompt() keeps what the grammar makes", () => {
  const random = seededRandom(11);
  const dropped: string[] = [];
  for (const category of CATEGORY_PRESETS.seed) {
    for (let index = 0; index < 400; index++) {
      const prompt = makePrompt(category, random) ?? "";
      const outcome = filterPrompt(prompt, { ...context, category });
      if (outcome.kind === "dropped") dropped.push(`${prompt} (${outcome.step})`);
      else assert.equal(outcome.text, prompt);
    }
  }
  assert.deepEqual(dropped, []);
});
