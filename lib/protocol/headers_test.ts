import { RequestError } from "@threegen/domain";
import assert from "node:assert/strict";
import { inputObjectHeader, parseCallHeaders, terminalJson, writeCallHeaders } from "./headers.ts";
import { parseWireJson } from "./wire_json.ts";

const worked = {
  name: "Synapse",
  timeout: "12.0",
  bt_header_axon_ip: "203.0.113.7",
  bt_header_axon_port: "8091",
  bt_header_axon_hotkey: "5F7cAYCZEBz21YEjzSZPGyP7W2fva7qUXDexxXsVezSHyktz",
  bt_header_dendrite_ip: "198.51.100.9",
  bt_header_dendrite_version: "10002000",
  bt_header_dendrite_nonce: "1735689600000000000",
  bt_header_dendrite_uuid: "5ecbd69c-1cec-11ee-b0dc-e29ce36fec1a",
  bt_header_dendrite_hotkey: "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV",
  computed_body_hash: "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
};

Deno.test("parseCallHeaders() reads a Python dendrite's headers, and writeCallHeaders() writes them", () => {
  const call = parseCallHeaders(new Headers({ ...worked, accept: "*/*", header_size: "640" }));
  assert.equal(call.dendrite.nonce, 1_735_689_600_000_000_000n);
  assert.equal(call.dendrite.version, 10_002_000);
  assert.equal(call.axon.port, 8091);
  assert.equal(call.timeoutSeconds, 12);
  assert.deepEqual(writeCallHeaders(call), worked);
});

Deno.test("parseCallHeaders() requires nothing and takes the SDK's default timeout", () => {
  assert.deepEqual(parseCallHeaders(new Headers()), {
    timeoutSeconds: 12,
    axon: {},
    dendrite: {},
  });
});

Deno.test("parseCallHeaders() refuses values that do not read, naming the header", () => {
  for (
    const [header, value] of [
      ["timeout", "NaN"],
      ["timeout", "-1"],
      ["timeout", "1e999"],
      ["bt_header_axon_port", "65536"],
      ["bt_header_axon_port", "80.5"],
      ["bt_header_dendrite_nonce", "-1"],
      ["bt_header_dendrite_nonce", "1".repeat(21)],
      ["bt_header_dendrite_nonce", "0x10"],
      ["bt_header_dendrite_nonce", "01735689600000000000"],
      ["bt_header_dendrite_uuid", "a.b"],
      ["bt_header_dendrite_hotkey", "5F.7c"],
      ["bt_header_dendrite_version", "ten"],
      ["bt_header_axon_status_code", "2000"],
      ["computed_body_hash", "A7FF"],
    ]
  ) {
    assert.throws(
      () => parseCallHeaders(new Headers({ ...worked, [header]: value })),
      (error) =>
        error instanceof RequestError && error.status === 400 && error.message.includes(header),
      `${header}: ${value}`,
    );
  }
});

Deno.test("parseCallHeaders() refuses too many headers and too many bytes", () => {
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`x-${index}`, "1"]));
  for (const headers of [many, { "x-long": "y".repeat(20_000) }]) {
    assert.throws(
      () => parseCallHeaders(new Headers(headers)),
      (error) => error instanceof RequestError && error.status === 431,
    );
  }
});

Deno.test("writeCallHeaders() keeps a status message on one line of ASCII", () => {
  const headers = writeCallHeaders({
    timeoutSeconds: 0.5,
    axon: { statusMessage: `naïve\r\nx-evil: 1${"y".repeat(2000)}`, processTime: 1 },
    dendrite: {},
  });
  assert.match(headers.bt_header_axon_status_message, /^na\?ve\?\?x-evil: 1y{490,}$/);
  assert.equal(headers.bt_header_axon_process_time, "1");
  assert.equal(headers.timeout, "0.5");
  new Headers(headers);
});

Deno.test("inputObjectHeader() is base64 of the JSON of an empty value of the same type", () => {
  const table: readonly (readonly [unknown, string])[] = [
    ["text", "IiI="],
    [7, "MA=="],
    [7n, "MA=="],
    [0.5, "MC4w"],
    [[1], "W10="],
    [{ a: 1 }, "e30="],
    [true, "ZmFsc2U="],
  ];
  for (const [value, header] of table) assert.equal(inputObjectHeader(value), header);
});

Deno.test("terminalJson() writes every field that headers have, as JSON, null where it is not set", () => {
  const terminal = {
    statusCode: 200,
    statusMessage: '"quoted"\n',
    processTime: 1e-7,
    ip: "203.0.113.7",
    port: 8091,
    version: 10_002_000,
    nonce: 1_735_689_600_000_000_001n,
    uuid: "uuid-1",
    hotkey: "5F7c",
    signature: "0x00",
  };
  const headers = writeCallHeaders({ timeoutSeconds: 12, axon: terminal, dendrite: {} });
  const names = Object.keys(headers).filter((name) => name !== "timeout")
    .map((name) => name.replace("bt_header_axon_", ""));
  const full = parseWireJson(terminalJson(terminal)) as Record<string, unknown>;
  assert.deepEqual(Object.keys(full), names);
  assert.deepEqual(Object.values(full), Object.values(terminal));
  assert.deepEqual(
    JSON.parse(terminalJson({})),
    Object.fromEntries(names.map((name) => [name, null])),
  );
});
