import assert from "node:assert/strict";
import { PythonFloat, pythonText, type PythonValue } from "./python_text.ts";

// Right-hand sides printed by CPython 3.11.
const FLOATS: readonly (readonly [number, string])[] = [
  [0, "0.0"],
  [-0, "-0.0"],
  [1, "1.0"],
  [0.1, "0.1"],
  [1e-4, "0.0001"],
  [1e-5, "1e-05"],
  [1.5e-7, "1.5e-07"],
  [123456789.123, "123456789.123"],
  [1e15, "1000000000000000.0"],
  [1e16, "1e+16"],
  [1.5e16, "1.5e+16"],
  [123456789012345680, "1.2345678901234568e+17"],
  [1e22, "1e+22"],
  [5e-324, "5e-324"],
  [1.7976931348623157e308, "1.7976931348623157e+308"],
  [-2.5, "-2.5"],
  [100, "100.0"],
  [0.00012345, "0.00012345"],
  [1234567890123456.7, "1234567890123456.8"],
  [Infinity, "inf"],
  [-Infinity, "-inf"],
  [NaN, "nan"],
];

Deno.test("pythonText() prints floats as Python's repr", () => {
  for (const [value, text] of FLOATS) assert.equal(pythonText(new PythonFloat(value)), text);
  assert.equal(pythonText(0.1), "0.1");
});

// [text, repr inside a list]
const STRINGS: readonly (readonly [string, string])[] = [
  ["plain", "'plain'"],
  ["it's", '"it\'s"'],
  ['say "hi"', "'say \"hi\"'"],
  ["both ' and \"", "'both \\' and \"'"],
  ["tab\tnl\ncr\r", "'tab\\tnl\\ncr\\r'"],
  ["back\\slash", "'back\\\\slash'"],
  ["nul\0", "'nul\\x00'"],
  ["\x7f", "'\\x7f'"],
  ["é日本😀", "'é日本😀'"],
  ["\u200b", "'\\u200b'"],
  ["\u00a0", "'\\xa0'"],
  ["\u2028", "'\\u2028'"],
  ["\ud800", "'\\ud800'"],
  ["\u{e0001}", "'\\U000e0001'"],
];

Deno.test("pythonText() prints texts as they are, and quoted inside a list", () => {
  for (const [text, quoted] of STRINGS) {
    assert.equal(pythonText(text), text);
    assert.equal(pythonText([text]), `[${quoted}]`);
  }
});

Deno.test("pythonText() prints the other kinds as Python does", () => {
  const table: readonly (readonly [PythonValue, string])[] = [
    [7, "7"],
    [-7, "-7"],
    [1e21, "1000000000000000000000"],
    [1_735_689_600_000_000_001n, "1735689600000000001"],
    [true, "True"],
    [false, "False"],
    [null, "None"],
    [[], "[]"],
    [{}, "{}"],
    [["a", 1], "['a', 1]"],
    [
      { k: null, l: [1, 2.5, true, "x", { m: false }] },
      "{'k': None, 'l': [1, 2.5, True, 'x', {'m': False}]}",
    ],
    [new Map([["2", 1], ["1", 2]]), "{'2': 1, '1': 2}"],
    [Uint8Array.of(0x69, 0x74, 0x27, 0x73, 0x20, 0, 255, 10, 92), 'b"it\'s \\x00\\xff\\n\\\\"'],
    [Uint8Array.of(0x61, 0x22, 0x62), "b'a\"b'"],
    [Uint8Array.of(0x27, 0x22), "b'\\'\"'"],
  ];
  for (const [value, text] of table) assert.equal(pythonText(value), text);
});
