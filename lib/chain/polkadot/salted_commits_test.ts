import { ChainError, type Netuid, type Uid, UnavailableError } from "@threegen/domain";
import { systemClock } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { PendingCommits } from "../commit_reveal/pending_commits.ts";
import { saltedCommitHash, storageIndex } from "../commit_reveal/weight_commit.ts";
import { devWallet } from "../testing/dev_wallet.ts";
import { FakeNode, recorded, recordedRuntime } from "../testing/fake_node.ts";
import { PatientClock } from "../testing/patient_clock.ts";
import { toHex } from "../wallet/secret_key.ts";
import type { SaltedCommits } from "./salted_commits.ts";

const PALLET = "SubtensorModule";
const [OLDER, NEWER] = [16 as Netuid, 17 as Netuid];
const { hotkey } = devWallet("alice");

const weightsOn = (netuid: Netuid) => ({
  netuid,
  uids: [1 as Uid],
  weights: [65535],
  versionKey: 0n,
});

/** Salted commits on a scripted node; they are revealed when the test says so. */
interface Stage extends AsyncDisposable {
  readonly node: FakeNode;
  readonly salted: SaltedCommits;
  readonly pending: PendingCommits;
  /** Paces the search for a call in new blocks. */
  readonly searchClock: FakeClock;
  /** Lets the chain store the commits that wait on a subnet, with the blocks of their reveal. */
  storeCommits(netuid: Netuid, reveal?: { readonly first: number; readonly last: number }): void;
  /** Calls in the node's blocks: name and arguments. */
  calls(): { readonly method: string; readonly arguments: readonly unknown[] }[];
}

async function stage({ everyMs = 3_600_000 } = {}): Promise<Stage> {
  // The codec reads the environment when it is loaded, which a test run may not be allowed to.
  const { ChainConnection } = await import("./chain_connection.ts");
  const { ExtrinsicSubmission } = await import("./extrinsic_submission.ts");
  const { SaltedCommits } = await import("./salted_commits.ts");
  const node = await FakeNode.start(240);
  const runtime = await recordedRuntime(240);
  const connection = await ChainConnection.open({
    network: { name: "test", endpoints: [node.endpoint] },
    clock: new PatientClock(),
  });
  const searchClock = new FakeClock();
  const pending = await PendingCommits.open(undefined);
  const salted = new SaltedCommits({
    connection,
    submission: new ExtrinsicSubmission({ connection, clock: searchClock }),
    clock: new PatientClock(),
    pending,
    everyMs,
  });
  return {
    node,
    salted,
    pending,
    searchClock,
    storeCommits(netuid, { first, last } = { first: 1, last: 1000 }) {
      const key = runtime.storageKey(PALLET, "WeightCommits", [netuid, hotkey.address]);
      const commits = pending.list().filter((commit) => commit.netuid === netuid);
      const type = runtime.storageTypeName(PALLET, "WeightCommits");
      const stored = runtime.registry.createTypeUnsafe(type, [
        commits.map(({ hash }) => [hash, 1, first, last]),
      ]);
      node.storage.set(key, stored.toHex());
    },
    calls: () =>
      node.blocks.flat().map((bytes) => {
        const { method } = runtime.registry.createType("Extrinsic", bytes);
        return { method: method.method, arguments: method.args.map((value) => value.toJSON()) };
      }),
    async [Symbol.asyncDispose]() {
      await salted[Symbol.asyncDispose]();
      await connection[Symbol.asyncDispose]();
      await node[Symbol.asyncDispose]();
    },
  };
}

recorded("revealDue() reveals every due commit though an older one is refused", async () => {
  await using chain = await stage();
  const { node, salted, pending } = chain;
  for (const netuid of [OLDER, NEWER]) {
    await salted.commit(hotkey, weightsOn(netuid));
    chain.storeCommits(netuid);
  }
  let isShortOfStake = true;
  node.misbehave = (method, [bytes]) =>
    // reveal_weights of netuid 16: pallet 7, call 97, u16.
    isShortOfStake && method === "author_submitExtrinsic" && `${bytes}`.includes("07611000")
      ? { error: { code: 1010, message: "Invalid Transaction", data: "Custom error: 1" } }
      : undefined;
  await assert.rejects(
    salted.revealDue(),
    (error: unknown) =>
      error instanceof ChainError && error.chainErrorName === "NotEnoughStakeToSetWeights" &&
      error.message.includes("netuid 16"),
  );
  assert.deepEqual(pending.list().map(({ netuid }) => netuid), [OLDER]);
  const [netuid, uids, values] = chain.calls().at(-1)!.arguments;
  assert.deepEqual([netuid, uids, values], [NEWER, [1], [65535]]);

  isShortOfStake = false;
  await salted.revealDue();
  assert.deepEqual(chain.calls().map(({ method }) => method), [
    "commitWeights",
    "commitWeights",
    "revealWeights",
    "revealWeights",
  ]);
  assert.equal(salted.waiting, 0);
});

recorded("a commit that no block seemed to take keeps its salt, and is revealed", async () => {
  await using chain = await stage();
  const { node, salted, searchClock } = chain;
  node.isMining = false;
  const sent = salted.commit(hotkey, weightsOn(NEWER));
  while (searchClock.sleeping === 0) await systemClock.sleep(5);

  // Far more blocks than such a call lives, but it is still being looked for.
  node.blocks.push(...Array.from({ length: 40 }, () => []));
  await salted.revealDue();
  assert.equal(salted.waiting, 1);

  await searchClock.advance(60_000);
  await assert.rejects(
    sent,
    (error: unknown) => error instanceof UnavailableError && error.code === "chain/not-included",
  );
  assert.equal(salted.waiting, 1);

  // Another branch of the chain won, and there it had been taken.
  chain.storeCommits(NEWER);
  node.isMining = true;
  await salted.revealDue();
  assert.equal(salted.waiting, 0);
  const [commitment] = chain.calls().filter(({ method }) => method === "commitWeights");
  const [reveal] = chain.calls().filter(({ method }) => method === "revealWeights");
  const salt = reveal.arguments[3] as number[];
  const committed = { ...weightsOn(NEWER), hotkeyPublicKey: hotkey.publicKey };
  assert.equal(
    commitment.arguments[1],
    toHex(saltedCommitHash(committed, storageIndex(NEWER), salt)),
  );
});

recorded(
  "a commit is revealed from the block that the chain names, and given up after the last",
  async () => {
    for (
      const [blocks, revealed, waiting] of [
        // The reveal lands in the next block: the first that may is 20.
        [18, 0, 1],
        [19, 1, 0],
        [30, 1, 0],
        [31, 0, 0],
      ]
    ) {
      await using chain = await stage();
      const { node, salted } = chain;
      await salted.commit(hotkey, weightsOn(NEWER));
      chain.storeCommits(NEWER, { first: 20, last: 30 });
      node.mine(blocks - node.blocks.length);
      await salted.revealDue();
      const reveals = chain.calls().filter(({ method }) => method === "revealWeights");
      assert.deepEqual([reveals.length, salted.waiting], [revealed, waiting], `block ${blocks}`);
    }
  },
);

recorded("a commit that the chain does not have is forgotten, but not at once", async () => {
  await using chain = await stage();
  const { node, salted } = chain;
  await salted.commit(hotkey, weightsOn(NEWER));
  // Made at block 1; a call may wait for two lives of 16 blocks.
  node.mine(33 - node.blocks.length);
  await salted.revealDue();
  assert.equal(salted.waiting, 1);
  // Then it has to be missed again, eight blocks later.
  for (const [blocks, waiting] of [[1, 1], [0, 1], [7, 1], [1, 0]]) {
    node.mine(blocks);
    await salted.revealDue();
    assert.equal(salted.waiting, waiting);
  }
});

recorded("a commit that a node denies now and then keeps its salt, and is revealed", async () => {
  await using chain = await stage();
  const { node, salted } = chain;
  await salted.commit(hotkey, weightsOn(NEWER));
  chain.storeCommits(NEWER, { first: 60, last: 80 });
  let isDenied = true;
  node.misbehave = (method) =>
    isDenied && method === "state_getStorage" ? { answer: null } : undefined;
  for (const blocks of [40, 50, 60]) {
    isDenied = true;
    node.mine(blocks - 1 - node.blocks.length);
    await salted.revealDue();
    assert.equal(salted.waiting, 1, `denied before block ${blocks}`);
    isDenied = false;
    await salted.revealDue();
  }
  assert.equal(chain.calls().at(-1)!.method, "revealWeights");
  assert.equal(salted.waiting, 0);
});

recorded("a client that stops does not wait for its reveal, and keeps the salt", async () => {
  await using chain = await stage({ everyMs: 5 });
  const { node, salted, pending, searchClock } = chain;
  await salted.commit(hotkey, weightsOn(NEWER));
  node.isMining = false;
  chain.storeCommits(NEWER);
  while (searchClock.sleeping === 0) await systemClock.sleep(5);
  assert.equal(node.pool.length, 1);
  await salted[Symbol.asyncDispose]();
  assert.equal(pending.list().length, 1);
});

recorded("a commit that the chain refuses leaves nothing behind", async () => {
  await using chain = await stage();
  const { node, salted } = chain;
  node.misbehave = (method) =>
    method === "author_submitExtrinsic"
      ? { error: { code: 1010, message: "Invalid Transaction", data: "Custom error: 1" } }
      : undefined;
  await assert.rejects(salted.commit(hotkey, weightsOn(NEWER)), ChainError);
  assert.equal(salted.waiting, 0);
});
