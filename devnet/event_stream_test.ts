import assert from "node:assert/strict";
import { readEventStream } from "./event_stream.ts";

async function read(...pieces: readonly string[]) {
  const encoder = new TextEncoder();
  const body = ReadableStream.from(pieces.map((text) => encoder.encode(text)));
  return await Array.fromAsync(readEventStream(body));
}

Deno.test("readEventStream() reads events that come in pieces, and skips comments", async () => {
  assert.deepEqual(
    await read(": hello\n\nevent: ta", 'sk\nid: 1\ndata: {"a":', "1}\n", "\ndata: x\n\n"),
    [{ event: "task", data: '{"a":1}' }, { event: "message", data: "x" }],
  );
});

Deno.test("readEventStream() joins lines of data and drops an unfinished event", async () => {
  assert.deepEqual(await read("data: one\r\ndata: two\r\n\r\ndata: lost"), [
    { event: "message", data: "one\ntwo" },
  ]);
});
