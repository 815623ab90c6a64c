import assert from "node:assert/strict";
import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import { CATEGORY_PRESETS } from "./categories.ts";
import { loadCategories, parseList } from "./load_lists.ts";

Deno.test("the presets have the original's 13 and 30 categories, none twice", () => {
  assert.equal(new Set(CATEGORY_PRESETS.seed).size, 13);
  assert.equal(new Set(CATEGORY_PRESETS.latest).size, 30);
});

const LISTS: readonly [what: string, text: string, isYaml: boolean, entries: readonly string[]][] =
  [
    ["plain lines", "# mine\nanimals\n\n food and drinks # tasty\r\nanimals\n", false, [
      "animals",
      "food and drinks",
    ]],
    ["a YAML list", "---\n- animals\n- 'food, drinks'\n- \"robots\" # comment\n", true, [
      "animals",
      "food, drinks",
      "robots",
    ]],
    ["the original's key", "obj_categories:\n  - animals\n  - robots\n", true, [
      "animals",
      "robots",
    ]],
    ["a flow list", 'obj_categories: ["animals", robots]\n', true, ["animals", "robots"]],
  ];
for (const [what, text, isYaml, entries] of LISTS) {
  Deno.test(`parseList() reads ${what}`, () => assert.deepEqual(parseList(text, isYaml), entries));
}

Deno.test("parseList() refuses YAML that is no list", () => {
  assert.throws(
    () => parseList("a: b\n", true),
    (error) => error instanceof ConfigError && /line 1 \("a: b"\)/.test(error.message),
  );
});

Deno.test("loadCategories() reads a file, and names the presets when there is none", {
  ignore: !granted("read", "write"),
}, async () => {
  const file = await Deno.makeTempFile({ suffix: ".txt" });
  await Deno.writeTextFile(file, "Animals\nRobots\n");
  assert.deepEqual(await loadCategories(file), ["animals", "robots"]);
  await Deno.writeTextFile(file, "# nothing\n");
  await assert.rejects(loadCategories(file), /it lists nothing/);
  await Deno.remove(file);
  await assert.rejects(
    loadCategories(file),
    (error) => error instanceof ConfigError && /none of seed, latest/.test(error.message),
  );
});
