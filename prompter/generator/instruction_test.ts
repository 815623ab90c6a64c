import assert from "node:assert/strict";
import { ConfigError } from "@threegen/domain";
import {
  checkInstruction,
  DEFAULT_INSTRUCTION,
  fillInstruction,
  tokenBudget,
} from "./instruction.ts";

Deno.test("the default instruction has its placeholders", () => {
  checkInstruction(DEFAULT_INSTRUCTION);
  const text = fillInstruction(DEFAULT_INSTRUCTION, { category: "animals", count: 30 });
  assert.match(text, /Write 30 prompts/);
  assert.match(text, /category "animals"/);
  assert.doesNotMatch(text, /[{}]/);
});

Deno.test("fillInstruction() never takes a value for a placeholder", () => {
  const values = { category: "{count} of {category}", count: 3 };
  assert.equal(fillInstruction("{category}: {count}", values), "{count} of {category}: 3");
});

Deno.test("checkInstruction() takes the original's placeholders", () => {
  checkInstruction("[prompts_number] prompts of [category_name]");
  checkInstruction("prompts_num prompts of member_placeholder");
  assert.equal(
    fillInstruction("[prompts_number] of [category_name]", { category: "animals", count: 5 }),
    "5 of animals",
  );
});

for (
  const [template, message] of [
    ["only {count}", /\{category\} is missing/],
    ["only {category}", /\{count\} is missing/],
    ["{categories} {count}", /not \{categories\}/],
  ] as const
) {
  Deno.test(`checkInstruction() refuses "${template}"`, () => {
    assert.throws(
      () => checkInstruction(template),
      (error) => error instanceof ConfigError && message.test(error.message),
    );
  });
}

Deno.test("tokenBudget() leaves room for every prompt, unlike the original", () => {
  assert.ok(tokenBudget(150) / 150 >= 20);
  assert.ok(tokenBudget(1) < 150);
});
