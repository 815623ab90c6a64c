/**
 * Three generators and five validators against one pool, with a collector killed in the middle.
 *
 * `THREEGEN_LOAD_SECONDS=60` makes it last a minute; the default is short enough for every run.
 */
import assert from "node:assert/strict";
import { UnavailableError } from "@threegen/domain";
import { type Fetch, systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { signerFromUri } from "@threegen/chain/wallet";
import { CollectorClient } from "./client.ts";
import { originalMessage, proveCaller } from "./proof.ts";
import {
  type CollectorProcess,
  createKeyByCommand,
  startCollectorProcess,
} from "./testing/collector_process.ts";
import { startPrivatePostgres } from "./testing/private_postgres.ts";

const ignore = !granted("net", "run", "read", "write", "env", "sys");
const loadMs = Number(ignore ? 0 : Deno.env.get("THREEGEN_LOAD_SECONDS") ?? 6) * 1000;
const GENERATORS = 3;
const BATCH = 250;
/** Ends a test that hangs; a slow machine may take long over a large answer. Milliseconds. */
const HANG_MS = 300_000;

/**
 * Like fetch, but each call goes to the next collector, as a load balancer does it; a restart
 * changes a collector's port.
 */
function balancedFetch(collectors: readonly CollectorProcess[]): Fetch {
  let calls = 0;
  return (url, init) => {
    const { pathname, search } = new URL(url);
    return fetch(collectors[calls++ % collectors.length].url + pathname + search, init);
  };
}

/** Repeats a call while the collector is away, as the services' loops do. */
async function persist<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      await systemClock.sleep(50);
    }
  }
}

async function runLoad(t: Deno.TestContext, store: string, collectorCount: number) {
  const data = await Deno.makeTempDir({ prefix: "threegen-load-" });
  const signers = [1, 2, 3, 4, 5].map((number) => signerFromUri(`//Validator${number}`));
  const options = { data, store, allow: signers.map(({ address }) => address) };
  const keys: string[] = [];
  for (let index = 0; index < GENERATORS; index++) {
    keys.push(await createKeyByCommand(`generator-${index}`, options));
  }
  const collectors: CollectorProcess[] = [];
  for (let index = 0; index < collectorCount; index++) {
    collectors.push(await startCollectorProcess(options));
  }
  const newClient = () =>
    new CollectorClient({
      endpoint: "http://collector",
      clock: systemClock,
      fetch: balancedFetch(collectors),
      timeoutMs: HANG_MS,
    });

  let isLoading = true;
  /** A generator's last batch may still be on its way when the load ends. */
  let isComing = true;
  const acknowledged = new Set<string>();
  const first = Promise.withResolvers<void>();
  const generate = async (index: number) => {
    const client = newClient();
    for (let round = 0; isLoading; round++) {
      const prompts = Array.from(
        { length: BATCH },
        (_, number) => `object ${number} of round ${round} by generator ${index}`,
      );
      const counts = await persist(() => client.submit({ apiKey: keys[index], prompts }));
      // A batch that was taken in just before the kill comes back as duplicates.
      assert.equal(counts.accepted + counts.duplicates, BATCH);
      for (const prompt of prompts) acknowledged.add(prompt);
      first.resolve();
      await systemClock.sleep(20);
    }
  };
  // Three let the collector remember what they have, as original validators do; two remember
  // it themselves, so that not even a lost answer loses a prompt for them.
  const received = signers.map(() => [] as string[]);
  const nothingNew = signers.map(() => false);
  const validate = async (index: number) => {
    const client = newClient();
    const signer = signers[index];
    let since = 0;
    while (!nothingNew[index]) {
      const wasComing = isComing;
      let prompts: readonly string[];
      if (index < 3) {
        prompts = await persist(() => client.getTextPrompts({ signer, minBatch: 1 }));
      } else {
        const answer = await persist(() => client.getNewPrompts({ signer, since }));
        since = answer.next;
        prompts = answer.prompts.map(({ text }) => text);
      }
      for (const prompt of prompts) received[index].push(prompt);
      nothingNew[index] = !wasComing && prompts.length === 0;
      await systemClock.sleep(50);
    }
  };
  const generators = Promise.all(keys.map((_, index) => generate(index)));
  const validators = Promise.all(signers.map((_, index) => validate(index)));
  await systemClock.sleep(loadMs / 2);
  await Promise.race([first.promise, generators]);
  await collectors[0].kill();
  const beforeRestart = acknowledged.size;
  collectors[0] = await startCollectorProcess(options);
  await systemClock.sleep(loadMs / 2);
  isLoading = false;
  await generators;
  isComing = false;
  await validators;
  for (const collector of collectors) assert.equal(await collector.stop(), 0);
  await Deno.remove(data, { recursive: true });

  await t.step("prompts were taken in before and after the kill", () => {
    assert.ok(beforeRestart > 0);
    assert.ok(acknowledged.size > beforeRestart);
  });
  await t.step("no validator got a prompt twice", () => {
    for (const prompts of received) assert.equal(new Set(prompts).size, prompts.length);
  });
  await t.step("validators that remember by themselves got every prompt", () => {
    for (const prompts of received.slice(3)) {
      const got = new Set(prompts);
      assert.deepEqual([...acknowledged].filter((prompt) => !got.has(prompt)), []);
    }
  });
  await t.step("every prompt reached a validator of the original's kind", () => {
    const got = new Set(received.slice(0, 3).flat());
    assert.deepEqual([...acknowledged].filter((prompt) => !got.has(prompt)), []);
  });
  const lost = received.slice(0, 3).map((prompts) => acknowledged.size - new Set(prompts).size);
  // deno-lint-ignore no-console
  console.log(
    `${store.split(":")[0]}: ${acknowledged.size} prompts in ${loadMs / 1000} s, ` +
      `${received.flat().length} delivered; missed by single original validators: ${
        lost.join(", ")
      }`,
  );
}

Deno.test("load on SQLite: a killed collector loses nothing", { ignore }, async (t) => {
  await runLoad(t, "sqlite", 1);
});

Deno.test("load on PostgreSQL: one of two collectors is killed, nothing is lost", {
  ignore,
}, async (t) => {
  await using server = await startPrivatePostgres();
  if (!server) {
    // deno-lint-ignore no-console
    console.warn("SKIPPED: no PostgreSQL server is installed on this machine");
    return;
  }
  await runLoad(t, await server.createDatabase("load"), 2);
});

Deno.test("a collector killed in the middle of an answer gives all of it after its restart", {
  ignore,
}, async () => {
  const data = await Deno.makeTempDir({ prefix: "threegen-kill-" });
  const signer = signerFromUri("//Validator1");
  const options = { data, store: "sqlite", allow: [signer.address] };
  const apiKey = await createKeyByCommand("generator", options);
  let collector = await startCollectorProcess(options);
  const newClient = () =>
    new CollectorClient({ endpoint: collector.url, clock: systemClock, timeoutMs: HANG_MS });
  // More than socket buffers hold, so that most of the answer is still to be sent.
  const prompts = Array.from({ length: 60_000 }, (_, index) => `${"cat ".repeat(40)}${index}`);
  await newClient().submit({ apiKey, prompts });

  const { hotkey, nonce, signature } = proveCaller(signer, systemClock, originalMessage);
  const response = await fetch(`${collector.url}/get`, {
    method: "POST",
    headers: { "accept-encoding": "identity" },
    body: `{"hotkey": "${hotkey}", "nonce": ${nonce}, "signature": "${signature}"}`,
  });
  const reader = response.body!.getReader();
  await reader.read();
  await collector.kill();
  await assert.rejects(async () => {
    while (!(await reader.read()).done);
  });

  collector = await startCollectorProcess(options);
  const client = newClient();
  assert.deepEqual(await persist(() => client.getTextPrompts({ signer })), prompts);
  assert.deepEqual(await client.getTextPrompts({ signer }), []);
  assert.equal(await collector.stop(), 0);
  await Deno.remove(data, { recursive: true });
});
