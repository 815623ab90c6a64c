/**
 * Measures the collector beside its raw store in the same run: submissions, deliveries of
 * 100 000 prompts, and how long the event loop was kept busy meanwhile.
 *
 * `deno run -A prompter/collector/bench_tool.ts`; needs curl; PostgreSQL too where installed.
 *
 * @module
 */
import { join } from "node:path";
import type { Netuid } from "@threegen/domain";
import { type Signer, signerFromUri } from "@threegen/chain/wallet";
import { configureLogging, print, systemClock } from "@threegen/service";
import { createCollectorApp } from "./app.ts";
import { CollectorClient } from "./client.ts";
import { createKey } from "./key_ring.ts";
import { PostgresStore } from "./postgres_store.ts";
import type { PromptStore } from "./prompt_store.ts";
import { originalMessage, proveCaller } from "./proof.ts";
import { serveNode } from "./serve_node.ts";
import { SqliteStore } from "./sqlite_store.ts";
import { startPrivatePostgres } from "./testing/private_postgres.ts";
import { ValidatorGate } from "./validator_gate.ts";

const POOL = 100_000;
const BATCH = 1000;
const OBJECTS = ["chair", "teapot", "dragon", "robot", "lighthouse", "necklace", "tractor", "fox"];

/** Texts as long as real prompts: about 40 characters. */
function textAt(name: string, index: number): string {
  return `${name} ${OBJECTS[index % 8]} with engraved number ${index} on it`;
}

async function seconds(body: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await body();
  return (performance.now() - start) / 1000;
}

/** Records how late the event loop is while something else runs. */
function watchLoop(): () => { readonly p99Ms: number; readonly maxMs: number } {
  const delays: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    delays.push(Math.max(0, now - last - 2));
    last = now;
  }, 2);
  return () => {
    clearInterval(timer);
    delays.sort((one, other) => one - other);
    return { p99Ms: delays[Math.floor(delays.length * 0.99)] ?? 0, maxMs: delays.at(-1) ?? 0 };
  };
}

/** Fetches with curl, a process of its own, so that reading does not slow the server's thread. */
async function fetchAll(url: string, signer: Signer, gzip: boolean) {
  const { hotkey, nonce, signature } = proveCaller(signer, systemClock, originalMessage);
  const { stdout } = await new Deno.Command("curl", {
    args: [
      ...["-s", "-o", "/dev/null", "-X", "GET", "-H", "Content-Type: application/json"],
      ...(gzip ? ["-H", "Accept-Encoding: gzip"] : []),
      ...["-w", "%{http_code} %{time_starttransfer} %{time_total} %{size_download}"],
      ...["-d", `{"hotkey":"${hotkey}","nonce":${nonce},"signature":"${signature}"}`],
      `${url}/get`,
    ],
  }).output();
  const [status, first, total, bytes] = new TextDecoder().decode(stdout).split(" ").map(Number);
  if (status !== 200) throw new Error(`GET /get answered ${status}`);
  return { firstMs: first * 1000, totalMs: total * 1000, bytes };
}

async function benchStore(store: PromptStore): Promise<void> {
  print(`\n${store.name.split(" ")[0]}`);
  const rows = (name: string, from: number) =>
    Array.from({ length: BATCH }, (_, index) => {
      const text = textAt(name, from + index);
      return { text, key: text };
    });
  const rawAdd = await seconds(async () => {
    for (let from = 0; from < POOL / 2; from += BATCH) {
      const prompts = rows("raw", from);
      await store.add({ generator: "raw", prompts, refusals: {}, nowMs: Date.now() });
    }
  });

  const signers = Array.from({ length: 8 }, (_, index) => signerFromUri(`//Bench${index}`));
  const unlimited = 1e9;
  const app = createCollectorApp({
    store,
    clock: systemClock,
    gate: new ValidatorGate({
      netuid: 17 as Netuid,
      minStakeRao: 0n,
      allowed: signers.map(({ address }) => address),
    }),
    limits: {
      submitsPerMinute: unlimited,
      fetchesPerMinute: unlimited,
      checksPerMinute: unlimited,
    },
  });
  await using server = await serveNode(app, { name: "bench", port: 0 });
  const client = new CollectorClient({ endpoint: server.url, clock: systemClock });
  const { key: apiKey } = await createKey(store, systemClock, "bench");
  const submit = await seconds(async () => {
    for (let from = 0; from < POOL / 2; from += BATCH) {
      const prompts = rows("sent", from).map(({ text }) => ({ text }));
      await client.submit({ apiKey, prompts });
    }
  });
  const perSecond = (time: number, count: number) => Math.round(count / time).toLocaleString("en");
  print(
    `  add, raw store        ${perSecond(rawAdd, POOL / 2)} prompts/s\n` +
      `  submit over HTTP      ${perSecond(submit, POOL / 2)} prompts/s ` +
      `(${(100 * rawAdd / submit).toFixed(0)} % of raw)`,
  );

  const rawRead = await seconds(async () => {
    for (let after = 0;;) {
      const page = await store.read(after, Number.MAX_SAFE_INTEGER, 2000);
      if (page.length === 0) return;
      after = page[page.length - 1].seq;
    }
  });
  print(`  read, raw store       ${perSecond(rawRead, POOL)} prompts/s`);
  for (const [index, gzip] of [false, true].entries()) {
    const stopWatching = watchLoop();
    const { firstMs, totalMs, bytes } = await fetchAll(server.url, signers[index], gzip);
    const { p99Ms, maxMs } = stopWatching();
    print(
      `  get of 100 000${gzip ? ", gzip " : "       "} ` +
        `${perSecond(totalMs / 1000, POOL)} prompts/s (${
          (100 * rawRead * 1000 / totalMs).toFixed(0)
        } % of raw); ` +
        `first byte ${firstMs.toFixed(0)} ms, total ${totalMs.toFixed(0)} ms, ` +
        `${(bytes / 1e6).toFixed(1)} MB; event loop late by p99 ${p99Ms.toFixed(1)} ms, ` +
        `at most ${maxMs.toFixed(1)} ms`,
    );
  }
  const stopWatching = watchLoop();
  const together = await seconds(async () => {
    await Promise.all(signers.slice(2, 7).map((signer) => fetchAll(server.url, signer, true)));
  });
  const { p99Ms, maxMs } = stopWatching();
  print(
    `  5 validators at once  ${perSecond(together, POOL * 5)} prompts/s; ` +
      `event loop late by p99 ${p99Ms.toFixed(1)} ms, at most ${maxMs.toFixed(1)} ms`,
  );
}

configureLogging({ level: "warning" });
const folder = await Deno.makeTempDir({ prefix: "threegen-bench-" });
{
  await using store = new SqliteStore(join(folder, "prompts.sqlite"));
  await benchStore(store);
}
await Deno.remove(folder, { recursive: true });
await using server = await startPrivatePostgres({ isDurable: true });
if (server) {
  await using store = await PostgresStore.open(await server.createDatabase("bench"));
  await benchStore(store);
} else print("\npostgres: no server is installed on this machine");
