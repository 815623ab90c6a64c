import assert from "node:assert/strict";
import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import { CollectorClient } from "./client.ts";
import { originalMessage, proveCaller } from "./proof.ts";
import { serveNode } from "./serve_node.ts";
import { testCollector } from "./testing/test_collector.ts";

/** Ends a test that hangs; a slow machine may take long over a large answer. Milliseconds. */
const HANG_MS = 300_000;

const ignore = !granted("net", "run", "read", "write", "env");
const hasCurl = !ignore && await runCurl(["--version"]).then(() => true, () => false);

async function runCurl(args: readonly string[]): Promise<{ status: number; body: string }> {
  const command = new Deno.Command("curl", {
    args: ["-s", "-w", "\n%{http_code}", ...args],
    stdout: "piped",
    stderr: "null",
  });
  const { stdout } = await command.output();
  const text = new TextDecoder().decode(stdout);
  const cut = text.lastIndexOf("\n");
  return { status: Number(text.slice(cut + 1)), body: text.slice(0, cut) };
}

Deno.test({
  name: hasCurl
    ? "an original generator and an original validator (curl) are served over sockets"
    : "an original generator and validator over sockets (SKIPPED: no curl on this machine)",
  ignore: !hasCurl,
  fn: async () => {
    await using collector = await testCollector();
    await using listener = await serveNode(collector.app, { name: "test", port: 0 });
    const json = ["-H", "Content-Type: application/json"];
    const sent = await runCurl([
      ...json,
      "-H",
      `X-Api-Key: ${collector.key}`,
      "-d",
      '{"prompts": ["a cat\\n", "a dog\\n"]}',
      `${listener.url}/submit`,
    ]);
    assert.deepEqual(sent, { status: 200, body: "" });

    const { hotkey, nonce, signature } = proveCaller(
      collector.alice,
      collector.clock,
      originalMessage,
    );
    const proof = `{"hotkey": "${hotkey}", "nonce": ${nonce}, "signature": "${signature}"}`;
    const got = await runCurl(["-X", "GET", ...json, "-d", proof, `${listener.url}/get`]);
    assert.deepEqual(got, { status: 200, body: '{"prompts":["a cat","a dog"]}' });

    const replayed = await runCurl(["-X", "GET", ...json, "-d", proof, `${listener.url}/get`]);
    assert.deepEqual(replayed, {
      status: 403,
      body: '{"detail":"Invalid signature provided."}',
    });
    const bare = await runCurl(["-X", "GET", `${listener.url}/get`]);
    assert.equal(bare.status, 422);
    const huge = "x".repeat(5000);
    const large = await runCurl(["-X", "GET", ...json, "-d", huge, `${listener.url}/get`]);
    assert.equal(large.status, 413);
  },
});

Deno.test("CollectorClient reads a large answer over a socket", { ignore }, async () => {
  await using collector = await testCollector();
  await using listener = await serveNode(collector.app, { name: "test", port: 0 });
  const client = new CollectorClient({
    endpoint: listener.url,
    clock: collector.clock,
    timeoutMs: HANG_MS,
  });
  const prompts = Array.from({ length: 20_000 }, (_, index) => `cat number ${index}`);
  await client.submit({ apiKey: collector.key, prompts });
  assert.deepEqual(await client.getTextPrompts({ signer: collector.alice }), prompts);
  assert.deepEqual(await client.getTextPrompts({ signer: collector.alice }), []);
});

Deno.test("a validator that hangs up gets the same prompts again", { ignore }, async () => {
  await using collector = await testCollector({
    fetchesPerMinute: 10_000,
    checksPerMinute: 10_000,
  });
  await using listener = await serveNode(collector.app, { name: "test", port: 0 });
  const client = new CollectorClient({
    endpoint: listener.url,
    clock: collector.clock,
    timeoutMs: HANG_MS,
  });
  // More than socket buffers hold, so that the answer cannot be sent whole before the hang-up.
  const prompts = Array.from({ length: 90_000 }, (_, index) => `${"cat ".repeat(40)}${index}`);
  await client.submit({ apiKey: collector.key, prompts });
  const { hotkey, nonce, signature } = proveCaller(
    collector.alice,
    collector.clock,
    originalMessage,
  );
  const hangUp = new AbortController();
  const response = await fetch(`${listener.url}/get`, {
    method: "POST",
    headers: { "accept-encoding": "identity" },
    body: `{"hotkey": "${hotkey}", "nonce": ${nonce}, "signature": "${signature}"}`,
    signal: hangUp.signal,
  });
  const reader = response.body!.getReader();
  await reader.read();
  hangUp.abort();
  await reader.read().catch(() => {});
  // The server learns of it when its next write fails; until then the hotkey is busy.
  let again: readonly string[] | undefined;
  while (again === undefined) {
    again = await client.getTextPrompts({ signer: collector.alice }).catch((error: Error) => {
      if (!error.message.includes("on its way")) throw error;
      return undefined;
    });
    await collector.clock.advance(500);
  }
  assert.equal(again.length, prompts.length);
  assert.deepEqual(again, prompts);
});

Deno.test("serveNode() says in one line that a port is in use", { ignore }, async () => {
  await using collector = await testCollector();
  await using listener = await serveNode(collector.app, { name: "first", port: 0 });
  await assert.rejects(
    serveNode(collector.app, { name: "prompt collector", port: listener.port }),
    (error) =>
      error instanceof ConfigError &&
      error.message ===
        `Cannot start prompt collector: port ${listener.port} of 127.0.0.1 is in use; choose another with --port`,
  );
});
