import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePrompts } from "./parse_prompts.ts";

const CASES: readonly [what: string, text: string, entries: readonly string[], isCut?: boolean][] =
  [
    ["numbered lines", "1. a cat\n2. a dog\n3. an owl", ["1. a cat", "2. a dog", "3. an owl"]],
    [
      "numbered lines between remarks",
      "Sure!\n\n1. a cat\n2. a dog\n3. an owl\n\nEnjoy!",
      ["1. a cat", "2. a dog", "3. an owl"],
    ],
    ["bullets", "- a cat\n* a dog\n• an owl", ["- a cat", "* a dog", "• an owl"]],
    ["plain lines", "a cat\n\na dog\r\nan owl", ["a cat", "a dog", "an owl"]],
    ["one line with numbers", "1. a cat 2. a dog 3. an owl", ["1. a cat", "2. a dog", "3. an owl"]],
    ["a cut list", "1. a cat\n2. a dog\n3. an ow", ["1. a cat", "2. a dog"], true],
    ["a JSON list", '["a cat", "a dog"]', ["a cat", "a dog"]],
    ["a JSON object", '{"prompts": ["a cat", "a dog"]}', ["a cat", "a dog"]],
    ["objects in a JSON list", '[{"prompt": "a cat"}, {"prompt": "a dog"}]', ["a cat", "a dog"]],
    ["fenced JSON", 'Here:\n```json\n["a cat", "a dog"]\n```\nDone.', ["a cat", "a dog"]],
    ["JSON with a trailing comma", '["a cat", "a dog",]', ["a cat", "a dog"]],
    ["cut JSON", '{"prompts": ["a cat", "a dog", "an o', ["a cat", "a dog"], true],
    ["escapes in JSON", '["a \\"big\\" cat", "caf\\u00e9"]', ['a "big" cat', "café"]],
    ["a thought before the list", "<think>\n1. no\n</think>\n1. a cat\n2. a dog", [
      "1. a cat",
      "2. a dog",
    ]],
    ["a thought without end", "<think>\n1. no\n2. no", []],
    ["a bracket in a remark", "Chairs [3]:\n1. a cat\n2. a dog", ["1. a cat", "2. a dog"]],
    ["nothing", " \n ", []],
  ];
for (const [what, text, entries, isCut = false] of CASES) {
  Deno.test(`parsePrompts() reads ${what}`, () => {
    assert.deepEqual(parsePrompts({ text, isCut }), entries);
  });
}

Deno.test("parsePrompts() never throws and never returns empty entries", () => {
  const piece = fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    '"',
    ",",
    "\\",
    "\n",
    "1. ",
    "- ",
    "a cat",
    ":",
    "```",
    "<think>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.boolean(), (pieces, isCut) => {
      for (const entry of parsePrompts({ text: pieces.join(""), isCut })) {
        assert.equal(typeof entry, "string");
      }
    }),
    { numRuns: 3000 },
  );
});
