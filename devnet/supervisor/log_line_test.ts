import assert from "node:assert/strict";
import { parseLogLine, readLines } from "./log_line.ts";

Deno.test("parseLogLine() reads the log's own lines", () => {
  const text = JSON.stringify({
    "@timestamp": "2025-06-15T00:00:00Z",
    level: "WARN",
    message: "Validator uid 0 failed",
    logger: "threegen.miner.worker",
    properties: {},
  });
  assert.deepEqual(parseLogLine(text), {
    level: "warning",
    logger: "miner.worker",
    message: "Validator uid 0 failed",
  });
});

Deno.test("parseLogLine() keeps control characters of strangers from the terminal", () => {
  const message = "prompt \x1b[2J\nerror: a lie";
  assert.equal(
    parseLogLine(JSON.stringify({ level: "INFO", message })).message,
    "prompt  [2J error: a lie",
  );
});

Deno.test("parseLogLine() keeps what the runtime says, and knows an error", () => {
  assert.deepEqual(parseLogLine("error: Uncaught Error: x"), {
    level: "error",
    logger: "",
    message: "error: Uncaught Error: x",
  });
  assert.equal(parseLogLine("    at file:///x.ts:1:1").level, "info");
});

Deno.test("readLines() joins lines that come in pieces", async () => {
  const encoder = new TextEncoder();
  const pieces = ["one\ntw", "o\n\nthree ", "é"].map((text) => encoder.encode(text));
  // The last character comes in two halves.
  const last = pieces.pop()!;
  const stream = ReadableStream.from([...pieces, last.slice(0, 1), last.slice(1)]);
  assert.deepEqual(await Array.fromAsync(readLines(stream)), ["one", "two", "", "three é"]);
});
