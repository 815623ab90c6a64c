import { ChainError, type Netuid, UnavailableError } from "@threegen/domain";
import { type Clock, systemClock } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import type { Inclusion } from "../subtensor.ts";
import { devWallet } from "../testing/dev_wallet.ts";
import { FakeNode, recorded, recordedRuntime } from "../testing/fake_node.ts";
import { PatientClock } from "../testing/patient_clock.ts";
import type { Runtime } from "./runtime.ts";

const NETUID = 17 as Netuid;
const { hotkey } = devWallet("alice");

/** Pause between two looks; the smallest, so that time can be told to the millisecond. */
const POLL_MS = 1;

const weights = {
  signer: hotkey,
  action: "set weights",
  isWeightsCall: true,
  build: (runtime: Runtime) =>
    runtime.call("SubtensorModule", "set_weights", {
      netuid: NETUID,
      dests: [1],
      weights: [65535],
      versionKey: 0n,
    }),
};

interface Stage extends AsyncDisposable {
  submit(signal?: AbortSignal): Promise<Inclusion>;
}

/** A submission that looks when its clock says so, on a real connection. */
async function stageOf(nodes: readonly FakeNode[], clock: Clock): Promise<Stage> {
  // The codec reads the environment when it is loaded, which a test run may not be allowed to.
  const { ChainConnection } = await import("./chain_connection.ts");
  const { ExtrinsicSubmission } = await import("./extrinsic_submission.ts");
  const connection = await ChainConnection.open({
    network: { name: "test", endpoints: nodes.map(({ endpoint }) => endpoint) },
    clock: new PatientClock(),
    connectRounds: 2,
  });
  const submission = new ExtrinsicSubmission({ connection, clock, pollMs: POLL_MS });
  return {
    submit: (signal) => submission.submit({ ...weights, signal }),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

/** A call on its way, one look at a time. */
class WatchedCall {
  readonly #clock = new FakeClock();
  readonly #stop = new AbortController();
  #outcome: Inclusion | Error | undefined;

  /** Sends a call and waits until it was looked for once. */
  static async send(stage: (clock: Clock) => Promise<Stage>): Promise<[WatchedCall, Stage]> {
    const call = new WatchedCall();
    const opened = await stage(call.#clock);
    opened.submit(call.#stop.signal).then(
      (inclusion) => call.#outcome = inclusion,
      (error) => call.#outcome = error,
    );
    await call.#looked();
    return [call, opened];
  }

  /** What became of it; nothing while it waits. */
  get outcome(): Inclusion | Error | undefined {
    return this.#outcome;
  }

  /** Lets time pass and the call be looked for once more. */
  async look(afterMs = POLL_MS): Promise<Inclusion | Error | undefined> {
    await this.#clock.advance(afterMs);
    await this.#looked();
    return this.#outcome;
  }

  /** Ends the wait for it. */
  async stop(reason: Error): Promise<Inclusion | Error | undefined> {
    this.#stop.abort(reason);
    await this.#looked();
    return this.#outcome;
  }

  async #looked(): Promise<void> {
    while (this.#outcome === undefined && this.#clock.sleeping === 0) await systemClock.sleep(1);
  }
}

/** A node that takes a call into its pool and makes no block. */
async function waitingCall() {
  const node = await FakeNode.start(393);
  node.isMining = false;
  const [call, stage] = await WatchedCall.send((clock) => stageOf([node], clock));
  const resources = new AsyncDisposableStack();
  resources.use(node);
  resources.use(stage);
  return {
    node,
    call,
    submit: stage.submit,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

const code = (outcome: Inclusion | Error | undefined) =>
  outcome instanceof UnavailableError || outcome instanceof ChainError ? outcome.code : outcome;
const submissions = ({ calls }: FakeNode) =>
  calls.filter((method) => method === "author_submitExtrinsic").length;

recorded("a call in a block that another one replaces is waited for, and sent once", async () => {
  await using stage = await waitingCall();
  const { node, call } = stage;
  node.mine();
  assert.equal(await call.look(), undefined);
  // The other block 2 came without it: the call is back in the pool.
  node.pool.push(...node.blocks[1].splice(0));
  node.mine();
  assert.equal(await call.look(), undefined);
  node.pool.push(...node.blocks[2].splice(0));
  node.mine(2);
  node.finalize();
  assert.deepEqual(await call.look(), { block: 4 });
  assert.equal(node.blocks.flat().length, 1);
  assert.equal(submissions(node), 1);
});

recorded("a call in a block that replaces one which was seen without it is found", async () => {
  await using stage = await waitingCall();
  const { node, call } = stage;
  const bytes = node.pool.splice(0);
  node.mine();
  assert.equal(await call.look(), undefined);
  node.blocks[1] = bytes;
  node.mine(16);
  node.finalize();
  assert.deepEqual(await call.look(), { block: 2 });
});

recorded("a call is given up only when no block can take it any more", async () => {
  await using stage = await waitingCall();
  const { node, call } = stage;
  node.blocks.push(...Array.from({ length: 16 + 1 }, () => []));
  assert.equal(await call.look(), undefined);
  node.blocks.push([]);
  assert.equal(code(await call.look()), "chain/not-included");
});

recorded("a call that a pool lost is sent again after three blocks without it", async () => {
  await using stage = await waitingCall();
  const { node, call } = stage;
  const [bytes] = node.pool.splice(0);
  node.mine(2);
  node.finalize();
  await call.look();
  assert.equal(submissions(node), 1);
  node.mine();
  await call.look();
  assert.equal(submissions(node), 2);
  assert.deepEqual(node.pool, [bytes]);
  node.mine(2);
  await call.look();
  assert.equal(submissions(node), 2);
  node.finalize();
  assert.deepEqual(await call.look(), { block: 7 });
});

recorded("a pool that has the call already is as good as one that took it", async () => {
  await using node = await FakeNode.start(393);
  node.isMining = false;
  node.misbehave = (method, [bytes]) => {
    if (method !== "author_submitExtrinsic") return undefined;
    node.pool.push(bytes as `0x${string}`);
    return { error: { code: 1013, message: "Transaction Already Imported" } };
  };
  const [call, stage] = await WatchedCall.send((clock) => stageOf([node], clock));
  await using _stage = stage;
  assert.equal(await call.look(), undefined);
  assert.equal(submissions(node), 1);
  node.mine();
  node.finalize();
  assert.deepEqual(await call.look(), { block: 2 });
});

recorded("a chain that makes no blocks is given up after three lives of a call", async () => {
  await using stage = await waitingCall();
  const { call } = stage;
  // Three times 16 blocks of 12 seconds.
  assert.equal(await call.look(576_000), undefined);
  const outcome = await call.look();
  assert.equal(code(outcome), "chain/stalled");
  assert.match((outcome as Error).message, /may still be included/);
});

for (
  const method of [
    "chain_getFinalizedHead",
    "chain_getHeader",
    "chain_getBlockHash",
    "chain_getBlock",
    "state_getRuntimeVersion",
    "state_getStorage",
  ]
) {
  recorded(`a node that refuses ${method} while a call is watched is asked again`, async () => {
    await using stage = await waitingCall();
    const { node, call } = stage;
    node.mine();
    node.finalize();
    let faults = 2;
    node.misbehave = (called) =>
      called === method && faults-- > 0
        ? { error: { code: -32005, message: "Too many requests" } }
        : undefined;
    assert.equal(await call.look(), undefined);
    assert.equal(await call.look(), undefined);
    assert.equal(faults, 0);
    assert.deepEqual(await call.look(), { block: 2 });
    assert.equal(node.blocks.flat().length, 1);
    assert.equal(submissions(node), 1);
  });
}

recorded("a call whose outcome cannot be read is never said to be free to send again", async () => {
  await using stage = await waitingCall();
  const { node, call } = stage;
  const runtime = await recordedRuntime(393);
  // The block's events lack the one that ends the call.
  node.storage.set(runtime.storageKey("System", "Events"), "0x00");
  // In the last block that it could be in.
  node.blocks.push(...Array.from({ length: 15 }, () => []));
  node.mine();
  node.finalize();
  assert.equal(await call.look(576_000), undefined);
  const outcome = await call.look();
  assert.equal(code(outcome), "chain/outcome-unknown");
  assert.match((outcome as Error).message, /in block 17.*look at the chain before/);
});

recorded(
  "a call that failed in its block is the chain's refusal, with pallet and name",
  async () => {
    const runtime = await recordedRuntime(393);
    const index = Array.from({ length: 256 }, (_, at) => at)
      .find((at) => runtime.palletError(7, Uint8Array.of(at))?.name === "SettingWeightsTooFast")!;
    for (
      const [failure, pallet, name] of [
        // Variants of DispatchError: 3 is a pallet's own, with its index and four bytes.
        [
          `0307${index.toString(16).padStart(2, "0")}000000`,
          "SubtensorModule",
          "SettingWeightsTooFast",
        ],
        ["0307ff000000", "pallet 7", "Unknown"],
        ["02", "System", "BadOrigin"],
        ["0700", "System", "Token"],
      ] as const
    ) {
      await using stage = await waitingCall();
      const { node, call } = stage;
      node.failures.set(node.pool[0], failure);
      node.mine();
      node.finalize();
      const outcome = await call.look();
      assert.ok(outcome instanceof ChainError, `${outcome}`);
      assert.deepEqual([outcome.pallet, outcome.chainErrorName], [pallet, name]);
      assert.match(outcome.message, /\); \S/);
    }
  },
);

recorded("a call that the node, not the chain, refuses goes to the next endpoint", async () => {
  await using first = await FakeNode.start(393);
  await using second = await FakeNode.start(393);
  first.misbehave = (method) =>
    method === "author_submitExtrinsic"
      ? { error: { code: -32005, message: "Too many requests" } }
      : undefined;
  const [call, stage] = await WatchedCall.send((clock) => stageOf([first, second], clock));
  await using _stage = stage;
  assert.deepEqual(call.outcome ?? await call.look(), { block: 2 });
  assert.deepEqual([submissions(first), submissions(second)], [1, 1]);
});

recorded("a call that the only node does not take for now is sent until it does", async () => {
  await using node = await FakeNode.start(393);
  let faults = 2;
  node.misbehave = (method) =>
    method === "author_submitExtrinsic" && faults-- > 0
      ? { error: { code: -32603, message: "Internal error" } }
      : undefined;
  const [call, stage] = await WatchedCall.send((clock) => stageOf([node], clock));
  await using _stage = stage;
  while (call.outcome === undefined) await call.look();
  assert.deepEqual(call.outcome, { block: 2 });
  assert.deepEqual([submissions(node), node.blocks.flat().length], [3, 1]);
});

recorded("a pool's refusal is a typed error at once", async () => {
  await using node = await FakeNode.start(393);
  node.misbehave = (method) =>
    method === "author_submitExtrinsic"
      ? { error: { code: 1016, message: "Immediately Dropped" } }
      : undefined;
  const [call, stage] = await WatchedCall.send((clock) => stageOf([node], clock));
  await using _stage = stage;
  assert.equal(code(call.outcome), "chain/PoolFull");
  assert.equal(submissions(node), 1);
});

const stopped = new DOMException("stopped by SIGINT", "AbortError");

recorded("a call that is no longer waited for is never said to have failed", async () => {
  await using stage = await waitingCall();
  const { node, call } = stage;
  const outcome = await call.stop(stopped);
  assert.equal(code(outcome), "chain/outcome-unknown");
  assert.match((outcome as Error).message, /set weights: stopped by SIGINT; look at the chain/);
  assert.equal((outcome as Error).cause, stopped);
  assert.equal(submissions(node), 1);
});

recorded("a call whose signal aborts before it is sent is not sent", async () => {
  await using stage = await waitingCall();
  const { node, call, submit } = stage;
  await assert.rejects(submit(AbortSignal.abort(stopped)), (error) => error === stopped);
  // Its turn comes after that of the call that waits.
  const stop = new AbortController();
  const waiting = assert.rejects(submit(stop.signal), (error) => error === stopped);
  stop.abort(stopped);
  await waiting;
  assert.equal(call.outcome, undefined);
  assert.equal(submissions(node), 1);
});

recorded("a call in the middle of being sent may have been sent", async () => {
  await using node = await FakeNode.start(393);
  await using stage = await stageOf([node], new FakeClock());
  node.misbehave = (method) => method === "author_submitExtrinsic" ? "hang" : undefined;
  const stop = new AbortController();
  const sent = assert.rejects(
    stage.submit(stop.signal),
    (error) => error instanceof UnavailableError && error.code === "chain/outcome-unknown",
  );
  while (submissions(node) === 0) await systemClock.sleep(1);
  stop.abort(stopped);
  await sent;
});

recorded("a call that is watched on a node that changes its chain may have worked", async () => {
  await using stage = await waitingCall();
  const { node, call } = stage;
  node.genesisHash = `0x${"99".repeat(32)}`;
  node.dropAll();
  const outcome = await call.look();
  assert.equal(code(outcome), "chain/outcome-unknown");
  assert.match((outcome as Error).message, /another chain/);
});
