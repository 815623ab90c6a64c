/**
 * The contract of {@linkcode PromptStore}, run against every implementation.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { LeaseRequest, NewBatch, PromptStore } from "../prompt_store.ts";

/** One test of the contract. */
export interface ContractCase {
  readonly name: string;
  readonly run: (store: PromptStore) => Promise<void>;
}

const NOW = 1_750_000_000_000;

function batchOf(texts: readonly string[], fields: Partial<NewBatch> = {}): NewBatch {
  return {
    generator: "one",
    prompts: texts.map((text) => ({ text, key: text.toLowerCase() })),
    refusals: {},
    nowMs: NOW,
    ...fields,
  };
}

function leaseOf(hotkey: string, leaseId: string, fields: Partial<LeaseRequest> = {}) {
  return { hotkey, leaseId, limit: 100, minimum: 1, nowMs: NOW, leaseMs: 1000, ...fields };
}

async function textsOf(store: PromptStore, after: number, through: number): Promise<string[]> {
  return (await store.read(after, through, 1_000_000)).map(({ text }) => text);
}

/** Takes a validator's next batch to the end and returns its prompts. */
async function fetchBatch(store: PromptStore, hotkey: string, fields: Partial<LeaseRequest> = {}) {
  const leaseId = crypto.randomUUID();
  const lease = await store.lease(leaseOf(hotkey, leaseId, fields));
  if (lease.kind !== "leased") return lease.kind;
  const texts = await textsOf(store, lease.after, lease.through);
  assert.equal(texts.length, lease.count);
  assert.equal(await store.complete(hotkey, leaseId, lease.through), true);
  return texts;
}

/** Every rule that a store keeps. */
export const PROMPT_STORE_CONTRACT: readonly ContractCase[] = [
  {
    name: "add() takes each prompt once, within a batch and between batches",
    run: async (store) => {
      assert.deepEqual(await store.add(batchOf(["Cat", "dog", "cat"])), {
        accepted: 2,
        duplicates: 1,
      });
      assert.deepEqual(await store.add(batchOf(["cat", "fox"], { generator: "two" })), {
        accepted: 1,
        duplicates: 1,
      });
      const { count, newestSeq } = await store.bounds();
      assert.equal(count, 3);
      assert.deepEqual(await textsOf(store, 0, newestSeq), ["Cat", "dog", "fox"]);
    },
  },
  {
    name: "add() keeps large batches whole and in order",
    run: async (store) => {
      const texts = Array.from({ length: 5500 }, (_, index) => `prompt number ${index}`);
      assert.deepEqual(await store.add(batchOf(texts)), { accepted: 5500, duplicates: 0 });
      const { newestSeq } = await store.bounds();
      assert.deepEqual(await textsOf(store, 0, newestSeq), texts);
    },
  },
  {
    name: "read() pages by number",
    run: async (store) => {
      await store.add(batchOf(["a1", "b2", "c3", "d4"]));
      const all = await store.read(0, 1e9, 10);
      assert.deepEqual(await store.read(all[0].seq, all[2].seq, 10), all.slice(1, 3));
      assert.deepEqual(await store.read(0, 1e9, 2), all.slice(0, 2));
      assert.deepEqual(await store.read(all[3].seq, 1e9, 2), []);
    },
  },
  {
    name: "read() gives categories back",
    run: async (store) => {
      await store.add(batchOf([], {
        prompts: [{ text: "a cat", key: "cat", category: "animals" }, { text: "x1", key: "x1" }],
      }));
      const categories = (await store.read(0, 1e9, 10)).map(({ category }) => category);
      assert.deepEqual(categories, ["animals", null]);
    },
  },
  {
    name: "lease() gives a validator only what it does not have",
    run: async (store) => {
      await store.add(batchOf(["a1", "b2"]));
      assert.deepEqual(await fetchBatch(store, "alice"), ["a1", "b2"]);
      assert.equal(await fetchBatch(store, "alice"), "waiting");
      await store.add(batchOf(["c3"]));
      assert.deepEqual(await fetchBatch(store, "alice"), ["c3"]);
      assert.deepEqual(await fetchBatch(store, "bob"), ["a1", "b2", "c3"]);
    },
  },
  {
    name: "lease() holds back fewer than the minimum",
    run: async (store) => {
      await store.add(batchOf(["a1", "b2"]));
      const lease = await store.lease(leaseOf("alice", "1", { minimum: 3 }));
      assert.deepEqual(lease, { kind: "waiting", count: 2 });
      await store.add(batchOf(["c3"]));
      assert.deepEqual(await fetchBatch(store, "alice", { minimum: 3 }), ["a1", "b2", "c3"]);
    },
  },
  {
    name: "lease() begins a new validator with the newest prompts and goes on from there",
    run: async (store) => {
      await store.add(batchOf(["a1", "b2", "c3", "d4", "e5"]));
      assert.deepEqual(await fetchBatch(store, "alice", { limit: 2 }), ["d4", "e5"]);
      await store.add(batchOf(["f6", "g7", "h8"]));
      assert.deepEqual(await fetchBatch(store, "alice", { limit: 2 }), ["f6", "g7"]);
      assert.deepEqual(await fetchBatch(store, "alice", { limit: 2 }), ["h8"]);
    },
  },
  {
    name: "lease() lets one answer at a time reach a validator",
    run: async (store) => {
      await store.add(batchOf(["a1"]));
      assert.equal((await store.lease(leaseOf("alice", "1"))).kind, "leased");
      assert.deepEqual(await store.lease(leaseOf("alice", "2", { nowMs: NOW + 400 })), {
        kind: "busy",
        retryAfterMs: 600,
      });
      assert.equal((await store.lease(leaseOf("bob", "3"))).kind, "leased");
    },
  },
  {
    name: "release() and an expired lease give the same batch again",
    run: async (store) => {
      await store.add(batchOf(["a1", "b2"]));
      await store.lease(leaseOf("alice", "1"));
      await store.release("alice", "1");
      const again = await store.lease(leaseOf("alice", "2"));
      assert.equal(again.kind === "leased" && again.count, 2);
      const late = await store.lease(leaseOf("alice", "3", { nowMs: NOW + 2000 }));
      assert.equal(late.kind === "leased" && late.count, 2);
      assert.equal(await store.renew("alice", "2", NOW + 9000), false);
      assert.equal(await store.complete("alice", "2", 2), false);
      assert.equal(await store.complete("alice", "3", 2), true);
    },
  },
  {
    name: "renew() holds a lease longer",
    run: async (store) => {
      await store.add(batchOf(["a1"]));
      await store.lease(leaseOf("alice", "1"));
      assert.equal(await store.renew("alice", "1", NOW + 5000), true);
      assert.equal((await store.lease(leaseOf("alice", "2", { nowMs: NOW + 4000 }))).kind, "busy");
    },
  },
  {
    name: "prune() removes by age and by count, oldest first, and never reuses a number",
    run: async (store) => {
      const limits = { maxAgeMs: 1000, maxCount: 2, nonceAgeMs: 1000, nowMs: NOW };
      await store.add(batchOf(["a1"], { nowMs: NOW - 5000 }));
      await store.add(batchOf(["b2", "c3", "d4"]));
      const before = await store.bounds();
      assert.equal(await store.prune(limits), 2);
      assert.deepEqual(await textsOf(store, 0, 1e9), ["c3", "d4"]);
      assert.equal(await store.prune({ ...limits, nowMs: NOW + 5000 }), 2);
      assert.deepEqual(await store.bounds(), { count: 0, oldestSeq: 0, newestSeq: 0 });
      await store.add(batchOf(["e5"]));
      assert.ok((await store.bounds()).newestSeq > before.newestSeq);
    },
  },
  {
    name: "useNonce() takes a nonce once per hotkey until it is pruned",
    run: async (store) => {
      const nonce = 1_750_000_000_000_000_001n;
      assert.equal(await store.useNonce("alice", nonce, NOW), true);
      assert.equal(await store.useNonce("alice", nonce, NOW), false);
      assert.equal(await store.useNonce("alice", nonce + 1n, NOW), true);
      assert.equal(await store.useNonce("bob", nonce, NOW), true);
      await store.prune({ maxAgeMs: 1e9, maxCount: 1e6, nonceAgeMs: 1000, nowMs: NOW + 500 });
      assert.equal(await store.useNonce("alice", nonce, NOW), false);
      await store.prune({ maxAgeMs: 1e9, maxCount: 1e6, nonceAgeMs: 1000, nowMs: NOW + 5000 });
      assert.equal(await store.useNonce("alice", nonce, NOW), true);
    },
  },
  {
    name: "keys are found by id and end when told",
    run: async (store) => {
      const hash = new Uint8Array(32).fill(7);
      await store.addKey({ id: "k1", generator: "one", hash, createdMs: NOW });
      await store.addKey({ id: "k2", generator: "one", hash, createdMs: NOW + 1 });
      await store.addKey({ id: "k3", generator: "two", hash, createdMs: NOW + 2 });
      assert.equal(await store.findKey("nobody"), undefined);
      const found = await store.findKey("k1");
      assert.equal(found?.generator, "one");
      assert.deepEqual(new Uint8Array(found?.hash ?? []), hash);
      assert.equal(found?.expiresMs, undefined);
      assert.equal(await store.expireKeys("one", NOW + 50, "k2"), 1);
      assert.equal((await store.findKey("k1"))?.expiresMs, NOW + 50);
      assert.equal((await store.findKey("k2"))?.expiresMs, undefined);
      assert.equal(await store.expireKeys("one", NOW + 60), 1);
      assert.equal((await store.findKey("k1"))?.expiresMs, NOW + 50);
      assert.deepEqual((await store.listKeys()).map(({ id }) => id), ["k1", "k2", "k3"]);
    },
  },
  {
    name: "stats() counts per generator, category and reason",
    run: async (store) => {
      const prompts = [{ text: "a cat", key: "cat", category: "animals" }, {
        text: "a dog",
        key: "dog",
        category: "animals",
      }];
      await store.add(batchOf([], { prompts, refusals: { markup: 2, link: 1 } }));
      await store.add(batchOf([], { prompts, refusals: { markup: 1 } }));
      await store.add(batchOf(["x1"], { generator: "two" }));
      const { generators, refusals } = await store.stats();
      assert.deepEqual(generators, [
        { generator: "one", category: null, accepted: 0, duplicates: 0, rejected: 4 },
        { generator: "one", category: "animals", accepted: 2, duplicates: 2, rejected: 0 },
        { generator: "two", category: null, accepted: 1, duplicates: 0, rejected: 0 },
      ]);
      assert.deepEqual(refusals, [
        { generator: "one", reason: "link", count: 1 },
        { generator: "one", reason: "markup", count: 3 },
      ]);
    },
  },
];
