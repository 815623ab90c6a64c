import assert from "node:assert/strict";
import { z } from "zod";
import { bodyHash, EMPTY_BODY_HASH, messageBodyHash } from "./body_hash.ts";
import type { Message } from "./message.ts";
import { PythonFloat } from "./python_text.ts";

Deno.test("bodyHash() of nothing is SHA3-256 of nothing", () => {
  assert.equal(bodyHash([]), EMPTY_BODY_HASH);
});

Deno.test("bodyHash() gives what the SDK gives", () => {
  assert.equal(
    bodyHash(["a red chair", 7]),
    "1b0f284a14954f74ed4a87f11ea3fc3889ee7eb2faf21d45ea5e2724d8a80c67",
  );
  // Computed with Python's hashlib and str().
  assert.equal(
    bodyHash([new PythonFloat(1), null, true, ["a", 1], { k: null }, Uint8Array.of(0)]),
    "107e9fadd2c0469d4989cf360cd441483bca847f50025ac699a02ce71733f961",
  );
});

Deno.test("messageBodyHash() takes the signed fields in their order, floats as floats", () => {
  const message = {
    name: "Generate",
    requiredFields: [],
    schema: z.object({ prompt: z.string(), seed: z.number() }),
    hashFields: [{ name: "prompt" }, { name: "seed" }],
  } satisfies Message;
  const fields = { seed: 7, prompt: "a red chair", other: 1 };
  assert.equal(messageBodyHash(message, fields), bodyHash(["a red chair", 7]));
  assert.equal(
    messageBodyHash({ hashFields: [{ name: "seed", isFloat: true }] }, fields),
    bodyHash(["7.0"]),
  );
  assert.equal(messageBodyHash({}, fields), EMPTY_BODY_HASH);
});
