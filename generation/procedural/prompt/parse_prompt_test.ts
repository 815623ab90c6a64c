import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePrompt, type Phrase } from "./parse_prompt.ts";
import { COLOURS, MATERIALS } from "./words.ts";

const NOUNS = new Set(
  ("cat,chair,sports car,mushroom,knight,sword,shield,hat,dragon,statue,crystal,orange,rose," +
    "glass of wine,house,banana,apple,headphones,ring,diamond,tree").split(","),
);
const parse = (prompt: string): Phrase[] => parsePrompt(prompt, (name) => NOUNS.has(name));

/** Phrases as "relation:noun", for tables. */
function outline(prompt: string): string {
  return parse(prompt).map(({ relation, noun, part }) =>
    `${relation}:${noun ?? (part === undefined ? "-" : `(${part})`)}`
  ).join(" ");
}

for (
  const [prompt, expected] of [
    ["a cat", "main:cat"],
    ["The Cat!", "main:cat"],
    ["a red sports car", "main:sports car"],
    ["three mushrooms", "main:mushroom"],
    ["a cat on a red chair", "main:cat on:chair"],
    ["knight holding a sword and a shield", "main:knight with:sword with:shield"],
    ["cat wearing a hat", "main:cat wearing:hat"],
    ["an apple and a banana", "main:apple and:banana"],
    ["red and white mushroom", "main:mushroom"],
    ["house with a blue roof", "main:house with:(roof)"],
    ["dragon statue", "main:statue"],
    ["statue of a dragon", "main:statue of:dragon"],
    ["a glass of wine", "main:glass of wine"],
    ["a ring made of crystal", "main:ring of:-"],
    ["crystal dragon", "main:dragon"],
    ["a big crystal", "main:crystal"],
    ["an orange cat", "main:cat"],
    ["an orange", "main:orange"],
    ["an orange manticore", "main:(manticore)"],
    ["an orange incense burner", "main:(burner)"],
    ["a sword with an orange gem", "main:sword with:(gem)"],
    ["two orange slices", "main:orange"],
    ["a crystal cluster", "main:crystal"],
    ["gold ring with a diamond", "main:ring with:diamond"],
    ["a purple zorg", "main:(zorg)"],
    ["", "main:-"],
    ["the", "main:-"],
  ]
) {
  Deno.test(`parsePrompt() reads "${prompt}" as ${expected}`, () => {
    assert.equal(outline(prompt), expected);
  });
}

Deno.test("parsePrompt() keeps colours in order and gives them to the noun that follows", () => {
  const [cat, chair] = parse("a black and white cat on a red chair");
  assert.deepEqual(cat.colours, [COLOURS.get("black"), COLOURS.get("white")]);
  assert.deepEqual(chair.colours, [COLOURS.get("red")]);
});

Deno.test("parsePrompt() reads materials, counts, sizes and modifiers", () => {
  const [phrase] = parse("two tiny tall wooden dragon statues");
  assert.equal(phrase.material, MATERIALS.get("wooden"));
  assert.equal(phrase.count, 2);
  assert.ok(phrase.size < 1);
  assert.ok(phrase.stretch[1] > phrase.stretch[0]);
  assert.deepEqual(phrase.modifiers, ["dragon"]);
});

Deno.test("parsePrompt() takes a plural without a number for three", () => {
  assert.equal(parse("mushrooms")[0].count, 3);
  assert.equal(parse("headphones")[0].count, 1);
  assert.equal(parse("a cat")[0].count, 1);
});

Deno.test("parsePrompt() reads any text without failing, the first phrase as the main one", () => {
  fc.assert(fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (prompt) => {
    const phrases = parse(prompt);
    assert.equal(phrases[0].relation, "main");
    for (const { count, size } of phrases) assert.ok(count >= 1 && count <= 6 && size > 0);
  }));
});
