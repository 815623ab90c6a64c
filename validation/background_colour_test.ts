import assert from "node:assert/strict";
import { parseBackground } from "./background_colour.ts";

Deno.test("parseBackground() reads names and hexadecimal colours", () => {
  assert.deepEqual(parseBackground("White"), [1, 1, 1]);
  assert.deepEqual(parseBackground("#ff0000"), [1, 0, 0]);
  assert.deepEqual(parseBackground("0f0"), [0, 1, 0]);
});

for (const text of ["mauve", "", "#ff", "constructor", "#ff00000"]) {
  Deno.test(`parseBackground() knows no colour ${JSON.stringify(text)}`, () => {
    assert.equal(parseBackground(text), undefined);
  });
}
