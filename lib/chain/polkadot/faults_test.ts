import { ChainError, ConfigError, type Netuid, type Uid, UnavailableError } from "@threegen/domain";
import { systemClock } from "@threegen/service";
import { FakeClock, granted, unservedPort } from "@threegen/service/testing";
import { hexToBytes } from "@noble/hashes/utils.js";
import assert from "node:assert/strict";
import { decryptTimelock, QUICKNET } from "../commit_reveal/timelock.ts";
import { timelockPayload } from "../commit_reveal/weight_commit.ts";
import { connectSubtensor } from "../connect_subtensor.ts";
import { MAIN_GENESIS_HASH } from "../networks.ts";
import { devWallet } from "../testing/dev_wallet.ts";
import {
  FakeNode,
  type Misbehaviour,
  recorded,
  recordedMetadata,
  recordedRuntime,
  type RecordedSpec,
} from "../testing/fake_node.ts";
import { PatientClock } from "../testing/patient_clock.ts";
import type { PolkadotSubtensor } from "./polkadot_subtensor.ts";
import type { Hex } from "./runtime.ts";

const NETUID = 17 as Netuid;
const { hotkey } = devWallet("alice");

/** Longest wait for an answer, in milliseconds of a {@linkcode PatientClock}. */
const LIMIT_MS = 10_000;

async function connect(endpoints: readonly string[], changes = {}): Promise<PolkadotSubtensor> {
  // The codec reads the environment when it is loaded, which a test run may not be allowed to.
  const { PolkadotSubtensor } = await import("./polkadot_subtensor.ts");
  return await PolkadotSubtensor.connect({
    network: { name: "test", endpoints },
    clock: new PatientClock(),
    pollMs: 5,
    timeoutMs: LIMIT_MS,
    connectTimeoutMs: LIMIT_MS,
    connectRounds: 2,
    ...changes,
  });
}

/** A clock whose time limits are over whenever one of the nodes leaves a call without an answer. */
function clockOf(...nodes: readonly FakeNode[]): PatientClock {
  const clock = new PatientClock();
  for (const node of nodes) node.onHang = () => clock.expire(LIMIT_MS);
  return clock;
}

const weights = { netuid: NETUID, uids: [1 as Uid], weights: [65535], versionKey: 0n };
const isUnavailable = (code: string) => (error: unknown) =>
  (error instanceof UnavailableError && error.code === code) || assert.fail(`${error}`);

recorded(
  "a chain that nobody serves is an UnavailableError that names every endpoint",
  async () => {
    using first = await unservedPort();
    using second = await unservedPort();
    const endpoints = [first, second].map(({ port }) => `ws://127.0.0.1:${port}`);
    await assert.rejects(connect(endpoints), (error: Error) => {
      assert.ok(error instanceof UnavailableError);
      assert.ok(endpoints.every((endpoint) => error.message.includes(endpoint)), error.message);
      return true;
    });
  },
);

recorded("reads fail over to the next endpoint when a node dies", async () => {
  await using first = await FakeNode.start(393);
  await using second = await FakeNode.start(393);
  second.mine(9);
  await using subtensor = await connect([first.endpoint, second.endpoint]);
  assert.equal(await subtensor.currentBlock(), 1);
  first.goDown();
  assert.equal(await subtensor.currentBlock(), 10);
  assert.equal(second.calls.at(-1), "chain_getHeader");
});

recorded("a node that comes back on the same endpoint is found again", async () => {
  await using node = await FakeNode.start(393);
  await using subtensor = await connect([node.endpoint]);
  node.goDown();
  await assert.rejects(subtensor.currentBlock(), isUnavailable("chain/no-endpoint"));
  node.isDown = false;
  node.mine(4);
  assert.equal(await subtensor.currentBlock(), 5);
});

/** Every way in which a node that takes connections can fail its calls. */
const FAULTS: readonly Misbehaviour[] = [
  "drop",
  "hang",
  "garbage",
  { answer: null },
  { error: { code: -32005, message: "Too many requests" } },
];

for (const fault of FAULTS) {
  const what = typeof fault === "string" ? fault : JSON.stringify(fault);
  recorded(`reads go on at the next endpoint when a node answers each by ${what}`, async () => {
    await using first = await FakeNode.start(393);
    await using second = await FakeNode.start(393);
    second.mine(9);
    const clock = clockOf(first);
    await using subtensor = await connect([first.endpoint, second.endpoint], { clock });
    first.misbehave = (method) => method === "chain_getHeader" ? fault : undefined;
    assert.equal(await subtensor.currentBlock(), 10);
    // One wait for a silent node, not four.
    assert.equal(first.calls.filter((method) => method === "chain_getHeader").length, 1);
    // It stays with the one that answers.
    assert.equal(await subtensor.currentBlock(), 10);
    assert.equal(first.calls.filter((method) => method === "chain_getHeader").length, 1);
  });

  recorded(`a node that answers each read by ${what} is an UnavailableError`, async () => {
    await using node = await FakeNode.start(393);
    const changes = { clock: clockOf(node), connectRounds: 1 };
    await using subtensor = await connect([node.endpoint], changes);
    node.misbehave = (method) => method === "system_health" ? undefined : fault;
    const isTyped = (error: unknown) =>
      (error instanceof UnavailableError && error.message.includes(node.endpoint)) ||
      assert.fail(`${error}`);
    await assert.rejects(subtensor.currentBlock(), isTyped);
    await assert.rejects(subtensor.metagraph(NETUID), isTyped);
    await assert.rejects(subtensor.hyperparameters(NETUID), isTyped);
    await assert.rejects(subtensor.setWeights(hotkey, weights), isTyped);
    assert.equal(node.calls.includes("author_submitExtrinsic"), false);
  });
}

recorded("a node that is silent from its first answer on is skipped", async () => {
  await using first = await FakeNode.start(393);
  await using second = await FakeNode.start(393);
  first.misbehave = () => "hang";
  const clock = clockOf(first);
  await using subtensor = await connect([first.endpoint, second.endpoint], {
    clock,
    timeoutMs: 60 * LIMIT_MS,
  });
  assert.equal(await subtensor.currentBlock(), 1);
});

recorded("an endpoint of another chain is skipped, and those after it are used", async () => {
  await using first = await FakeNode.start(393);
  await using foreign = await FakeNode.start(393);
  await using third = await FakeNode.start(393);
  foreign.genesisHash = `0x${"99".repeat(32)}`;
  third.mine(9);
  await using subtensor = await connect([first.endpoint, foreign.endpoint, third.endpoint]);
  assert.equal(await subtensor.currentBlock(), 1);
  first.goDown();
  assert.equal(await subtensor.currentBlock(), 10);
});

recorded("a chain behind nothing but endpoints of another one names them", async () => {
  await using first = await FakeNode.start(393);
  await using foreign = await FakeNode.start(393);
  foreign.genesisHash = `0x${"99".repeat(32)}`;
  await using subtensor = await connect([first.endpoint, foreign.endpoint]);
  first.goDown();
  await assert.rejects(subtensor.currentBlock(), (error: unknown) => {
    assert.ok(error instanceof UnavailableError, `${error}`);
    assert.ok(error.message.includes(`none of ${first.endpoint} answers`), error.message);
    assert.ok(error.message.includes(`${foreign.endpoint}: another chain`), error.message);
    return true;
  });
  // The first is back, but its chain began anew: now nothing is left, and waiting will not help.
  first.genesisHash = foreign.genesisHash;
  first.isDown = false;
  await assert.rejects(
    subtensor.currentBlock(),
    (error: unknown) => error instanceof ConfigError && /another chain/.test(error.message),
  );
});

recorded(
  "a read is repeated when the connection breaks under it, is silent, or talks garbage",
  async () => {
    for (const fault of ["drop", "hang", "garbage"] as const) {
      await using node = await FakeNode.start(393);
      await using subtensor = await connect([node.endpoint], { clock: clockOf(node) });
      let faults = 2;
      node.misbehave = (method) => method === "chain_getHeader" && faults-- > 0 ? fault : undefined;
      assert.equal(await subtensor.currentBlock(), 1, fault);
    }
  },
);

recorded("an endpoint that only talks garbage is an UnavailableError, not a crash", async () => {
  await using node = await FakeNode.start(393);
  node.misbehave = () => "garbage";
  await assert.rejects(connect([node.endpoint]), isUnavailable("chain/no-endpoint"));
});

recorded(
  "setWeights() is sent once when the node takes the call and dies before answering",
  async () => {
    await using node = await FakeNode.start(393);
    await using subtensor = await connect([node.endpoint]);
    let faults = 1;
    node.misbehave = (method) =>
      method === "author_submitExtrinsic" && faults-- > 0 ? "do and drop" : undefined;
    const { block } = await subtensor.setWeights(hotkey, weights);
    assert.equal(block, 2);
    assert.equal(node.blocks.flat().length, 1);
  },
);

recorded(
  "setWeights() is sent again, the same bytes, when the connection breaks before",
  async () => {
    await using node = await FakeNode.start(393);
    await using subtensor = await connect([node.endpoint]);
    let faults = 2;
    node.misbehave = (method) =>
      method === "author_submitExtrinsic" && faults-- > 0 ? "drop" : undefined;
    await subtensor.setWeights(hotkey, weights);
    assert.equal(node.blocks.flat().length, 1);
  },
);

recorded(
  "setWeights() looks on while the node restarts between sending and inclusion",
  async () => {
    await using node = await FakeNode.start(393);
    node.isMining = false;
    await using subtensor = await connect([node.endpoint], { connectRounds: 1 });
    const sent = subtensor.setWeights(hotkey, weights);
    while (node.pool.length === 0) await systemClock.sleep(5);
    node.goDown();
    // It loses the pool, so only the client can bring the call again.
    const [bytes] = node.pool.splice(0);
    node.isMining = true;
    node.isDown = false;
    const { block } = await sent;
    assert.equal(block, 2);
    assert.deepEqual(node.blocks.flat(), [bytes]);
  },
);

recorded(
  "setWeights() that no block takes fails once its life is over, and says that it may be sent again",
  async () => {
    await using node = await FakeNode.start(393);
    node.isMining = false;
    await using subtensor = await connect([node.endpoint]);
    const sent = subtensor.setWeights(hotkey, weights);
    while (node.pool.length === 0) await systemClock.sleep(5);
    for (let block = 0; block < 16; block++) node.blocks.push([]);
    node.finalize();
    await assert.rejects(sent, isUnavailable("chain/not-included"));
  },
);

recorded(
  "a call is signed anew when its nonce was used, or the runtime changed under it",
  async () => {
    await using node = await FakeNode.start(393);
    await using subtensor = await connect([node.endpoint]);
    let isFirst = true;
    node.misbehave = (method) => {
      if (method !== "author_submitExtrinsic" || !isFirst) return undefined;
      isFirst = false;
      return {
        error: { code: 1010, message: "Invalid Transaction", data: "Transaction is outdated" },
      };
    };
    await subtensor.setWeights(hotkey, weights);

    isFirst = true;
    const metadata = await recordedMetadata(343);
    node.misbehave = (method) => {
      if (method !== "author_submitExtrinsic" || !isFirst) return undefined;
      isFirst = false;
      // The upgrade came in the block after the one that the call was signed for.
      node.specVersion = 343;
      node.metadata = metadata;
      node.mine();
      return {
        error: {
          code: 1010,
          message: "Invalid Transaction",
          data: "Transaction has a bad signature",
        },
      };
    };
    await subtensor.setWeights(hotkey, weights);
    assert.equal(node.blocks.flat().length, 2);

    // A signature that stays bad is a refusal.
    node.misbehave = (method) =>
      method === "author_submitExtrinsic"
        ? { error: { code: 1010, message: "Invalid Transaction", data: "bad signature" } }
        : undefined;
    await assert.rejects(
      subtensor.setWeights(hotkey, weights),
      (error: unknown) => error instanceof ChainError && error.chainErrorName === "BadProof",
    );
  },
);

recorded("calls of one key go one after another, each with its own nonce", async () => {
  await using node = await FakeNode.start(393);
  await using subtensor = await connect([node.endpoint]);
  await Promise.all(
    [1, 2, 3].map((uid) => subtensor.setWeights(hotkey, { ...weights, uids: [uid as Uid] })),
  );
  const runtime = await recordedRuntime(393);
  const nonces = node.blocks.flat().map((bytes) =>
    runtime.registry.createType("Extrinsic", bytes).nonce.toNumber()
  );
  assert.deepEqual(nonces, [0, 1, 2]);
});

recorded("setWeights() uses the mechanism's call where the runtime has it", async () => {
  for (const [spec, index] of [[240, [7, 0]], [393, [7, 119]]] as const) {
    await using node = await FakeNode.start(spec);
    const runtime = await recordedRuntime(spec);
    // Commit-reveal is on by default since some runtimes.
    const key = runtime.storageKey("SubtensorModule", "CommitRevealWeightsEnabled", [NETUID]);
    node.storage.set(key, "0x00");
    await using subtensor = await connect([node.endpoint]);
    await subtensor.setWeights(hotkey, weights);
    const extrinsic = runtime.registry.createType("Extrinsic", node.blocks.flat()[0]);
    assert.deepEqual([...extrinsic.method.callIndex], index);
  }
});

/** Of quicknet's round 1000, as drand publishes it. */
const SIGNATURE_1000 = hexToBytes(
  "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
);

recorded(
  "with commit-reveal on, weights are locked to the round of the reveal's epoch",
  async () => {
    await using node = await FakeNode.start(393);
    const runtime = await recordedRuntime(393);
    const set = (item: string, keys: unknown[], value: Hex) =>
      node.storage.set(runtime.storageKey("SubtensorModule", item, keys), value);
    set("CommitRevealWeightsEnabled", [NETUID], "0x01");
    set("RevealPeriodEpochs", [NETUID], "0x0100000000000000");
    set("Tempo", [NETUID], "0x6300");
    set("CommitRevealWeightsVersion", [], "0x0400");
    // Head 1, commit in block 2; netuid 17, tempo 99: revealed from block 100 − 18 = 82, and three
    // blocks later is (85 − 1) · 12 s = 336 rounds away.
    const nowMs = (QUICKNET.genesisSeconds + (1000 - 336) * QUICKNET.periodSeconds) * 1000;
    const clock = new FakeClock(nowMs);
    const subtensor = await connect([node.endpoint], { clock });
    try {
      const { block } = await subtensor.setWeights(hotkey, weights);
      assert.equal(block, 2);
    } finally {
      await subtensor[Symbol.asyncDispose]();
    }
    const extrinsic = runtime.registry.createType("Extrinsic", node.blocks.flat()[0]);
    assert.deepEqual([...extrinsic.method.callIndex], [7, 118]);
    const [netuid, mechanism, commit, round, version] = extrinsic.method.args;
    assert.deepEqual(
      [netuid, mechanism, round, version].map((argument) => argument.toString()),
      ["17", "0", "1000", "4"],
    );
    const opened = decryptTimelock(commit.toU8a(true), SIGNATURE_1000);
    const committed = { ...weights, hotkeyPublicKey: hotkey.publicKey };
    assert.deepEqual(opened, timelockPayload(committed, true));
  },
);

const AXON = "0a00000000000000" + "01000000" + "077100cb000000000000000000000000" + "9b1f" +
  "04040000";

/** An answer of `get_selective_metagraph`: two neurons, or with some of the columns changed. */
function selectiveMetagraph(changes: Readonly<Record<number, string>> = {}): Hex {
  const { hotkey: bob, coldkey } = devWallet("bob");
  const columns: Readonly<Record<number, string>> = {
    52: listOf(hotkey.publicKey.toHex(), bob.publicKey.toHex()),
    53: listOf(coldkey.publicKey.toHex(), coldkey.publicKey.toHex()),
    55: listOf(AXON, "00".repeat(8 + 4 + 16 + 2 + 4)),
    57: listOf("01", "00"),
    59: listOf("9101", "00"),
    60: listOf("14", "00"),
    61: listOf("feff0300", "00"),
    62: listOf("00", "feff0300"),
    // 10^12 rao as a compact number.
    69: listOf("070010a5d4e8", "04"),
    ...changes,
  };
  const options = Array.from({ length: 73 }, (_, at) => columns[at + 1] ?? "00");
  return `0x0144${options.join("")}`;
}

/** An optional list, encoded. */
function listOf(...items: readonly string[]): string {
  return `01${(items.length * 4).toString(16).padStart(2, "0")}${items.join("")}`;
}

/** A node whose chain has our subnet, with the answer that tells its metagraph. */
async function nodeWithSubnet(spec: RecordedSpec, api: string, answer: Hex): Promise<FakeNode> {
  const node = await FakeNode.start(spec);
  const runtime = await recordedRuntime(spec);
  node.storage.set(runtime.storageKey("SubtensorModule", "NetworksAdded", [NETUID]), "0x01");
  node.apiAnswers.set(api, answer);
  return node;
}

const SELECTIVE = "SubnetInfoRuntimeApi_get_selective_metagraph";

for (const spec of [343, 393] as const) {
  recorded(`spec ${spec}: metagraph() is one call of get_selective_metagraph`, async () => {
    await using node = await nodeWithSubnet(spec, SELECTIVE, selectiveMetagraph());
    const { coldkey } = devWallet("bob");
    await using subtensor = await connect([node.endpoint]);
    const { netuid, block, neurons: [first, second] } = await subtensor.metagraph(NETUID);
    assert.deepEqual([netuid, block], [17, 1]);
    assert.deepEqual(first, {
      uid: 0,
      hotkey: hotkey.address,
      coldkey: coldkey.address,
      stakeRao: 1_000_000_000_000n,
      hasValidatorPermit: true,
      incentive: 0,
      dividends: 1,
      emissionRao: 5n,
      lastUpdateBlock: 100,
      axon: { ip: "203.0.113.7", port: 8091, version: 1, block: 10 },
    });
    assert.deepEqual([second.stakeRao, second.incentive, second.axon.port], [1n, 1, 0]);
    // Once the runtime is known, a look at the same block costs three calls.
    node.calls.length = 0;
    await subtensor.metagraph(NETUID);
    assert.deepEqual(node.calls, ["chain_getBlockHash", "state_getStorage", "state_call"]);
  });
}

recorded(
  "spec 240: metagraph() by get_neurons_lite sums the stake of several coldkeys",
  async () => {
    const account = hotkey.publicKey.toHex();
    const { coldkey, hotkey: bob } = devWallet("bob");
    const row = account + coldkey.publicKey.toHex() + "00" + "44" + "01" + AXON + "00".repeat(31) +
      // Two stakes, 10^12 and 2 rao; rank 0; emission 5; incentive 65535; consensus, trust, vtrust 0.
      "08" + account + "070010a5d4e8" + bob.publicKey.toHex() + "08" + "00" + "14" + "feff0300" +
      "00" + "00" + "00" +
      // Dividends 0; last update 100; permit; pruning score 0.
      "00" + "9101" + "01" + "00";
    const api = "NeuronInfoRuntimeApi_get_neurons_lite";
    await using node = await nodeWithSubnet(240, api, `0x04${row}`);
    await using subtensor = await connect([node.endpoint]);
    const { neurons } = await subtensor.metagraph(NETUID);
    assert.deepEqual(neurons, [{
      uid: 0,
      hotkey: hotkey.address,
      coldkey: coldkey.address,
      stakeRao: 1_000_000_000_002n,
      hasValidatorPermit: true,
      incentive: 1,
      dividends: 0,
      emissionRao: 5n,
      lastUpdateBlock: 100,
      axon: { ip: "203.0.113.7", port: 8091, version: 1, block: 10 },
    }]);
  },
);

for (
  const [what, answer] of [
    ["garbage", "0x0144ffffff"],
    ["no bytes", "0x"],
    ["no subnet, though it exists", "0x00"],
    ["one byte too much", `${selectiveMetagraph()}00`],
    ["one byte too few", selectiveMetagraph().slice(0, -2)],
    ["a column that is missing", selectiveMetagraph({ 62: "00" })],
    ["columns of different lengths", selectiveMetagraph({ 62: listOf("00") })],
  ] as [string, Hex][]
) {
  recorded(`a metagraph of ${what} is read elsewhere, or an UnavailableError`, async () => {
    await using node = await nodeWithSubnet(393, SELECTIVE, answer);
    await using other = await nodeWithSubnet(393, SELECTIVE, selectiveMetagraph());
    await using alone = await connect([node.endpoint]);
    await assert.rejects(alone.metagraph(NETUID), isUnavailable("chain/unreadable"));
    await using subtensor = await connect([node.endpoint, other.endpoint]);
    assert.equal((await subtensor.metagraph(NETUID)).neurons.length, 2);
  });
}

recorded("rules of which one is short or left out are an UnavailableError", async () => {
  await using node = await nodeWithSubnet(393, SELECTIVE, "0x");
  const runtime = await recordedRuntime(393);
  await using subtensor = await connect([node.endpoint]);
  await subtensor.hyperparameters(NETUID);
  node.storage.set(runtime.storageKey("SubtensorModule", "Tempo", [NETUID]), "0x01");
  await assert.rejects(subtensor.hyperparameters(NETUID), isUnavailable("chain/unreadable"));
  node.misbehave = (method) => method === "state_queryStorageAt" ? { answer: [] } : undefined;
  await assert.rejects(subtensor.hyperparameters(NETUID), (error: Error) => {
    assert.match(error.message, /SubtensorModule\.Tempo is missing/);
    return isUnavailable("chain/unreadable")(error);
  });
});

recorded("a runtime whose metadata cannot be read is read elsewhere, or typed", async () => {
  await using node = await FakeNode.start(393);
  const { metadata } = node;
  await using alone = await connect([node.endpoint]);
  // Nothing of it; no pallet in it; half of it.
  for (const broken of ["0x", "0x6d6574610f00", metadata.slice(0, metadata.length / 2)]) {
    node.metadata = broken as Hex;
    await assert.rejects(alone.metagraph(NETUID), isUnavailable("chain/unreadable"));
  }
  await using other = await nodeWithSubnet(393, SELECTIVE, selectiveMetagraph());
  await using subtensor = await connect([node.endpoint, other.endpoint]);
  await assert.rejects(subtensor.metagraph(NETUID), isUnavailable("chain/unreadable"));
  assert.equal((await subtensor.metagraph(NETUID)).neurons.length, 2);
});

recorded("a block that no chain has is no answer", async () => {
  await using node = await FakeNode.start(393);
  await using subtensor = await connect([node.endpoint]);
  for (
    const [broken, answer] of [
      ["chain_getBlockHash", "0xffffffffffffff"],
      ["chain_getHeader", { number: "0xffffffffffffff", parentHash: node.genesisHash }],
    ] as const
  ) {
    node.misbehave = (method) => method === broken ? { answer } : undefined;
    await assert.rejects(subtensor.setWeights(hotkey, weights), isUnavailable("chain/unreadable"));
  }
});

recorded(
  "metadata that did not arrive is asked for again, never replaced by an older one",
  async () => {
    await using node = await nodeWithSubnet(393, SELECTIVE, selectiveMetagraph());
    const { metadata } = node;
    await using subtensor = await connect([node.endpoint]);
    const olderAsked = () => node.calls.includes("state_getMetadata");
    for (
      const fault of [
        { error: { code: -32005, message: "Too many requests" } },
        { answer: "0x00" }, // The runtime has none, although it says so.
      ]
    ) {
      node.misbehave = (method, [call]) => {
        // What older metadata does not describe would be missed until a restart.
        if (method === "state_getMetadata") return { answer: metadata };
        return call === "Metadata_metadata_at_version" ? fault : undefined;
      };
      await assert.rejects(subtensor.metagraph(NETUID), isUnavailable("chain/unreadable"));
      assert.equal(olderAsked(), false);
    }
    node.misbehave = () => undefined;
    assert.equal((await subtensor.metagraph(NETUID)).neurons.length, 2);
  },
);

recorded(
  "reads are few: the head's block and runtime are asked for once, rules come together",
  async () => {
    await using node = await FakeNode.start(393);
    const runtime = await recordedRuntime(393);
    const set = (item: string, value: Hex) =>
      node.storage.set(runtime.storageKey("SubtensorModule", item, [NETUID]), value);
    set("NetworksAdded", "0x01");
    set("Tempo", "0x0a00");
    set("WeightsVersionKey", "0x0500000000000000");
    await using subtensor = await connect([node.endpoint]);
    await subtensor.hyperparameters(NETUID);
    node.calls.length = 0;
    const rules = await subtensor.hyperparameters(NETUID);
    assert.deepEqual([rules.tempo, rules.weightsVersionKey], [10, 5n]);
    assert.deepEqual(node.calls, [
      "chain_getBlockHash",
      "state_getStorage",
      "state_queryStorageAt",
    ]);
  },
);

recorded(
  "an idle connection shows signs of life, and a dead one is replaced by the next call",
  async () => {
    await using node = await FakeNode.start(393);
    const clock = new PatientClock();
    await using subtensor = await connect([node.endpoint], { clock, keepAliveMs: 5 });
    while (!node.calls.includes("system_health")) await systemClock.sleep(5);
    const died = Promise.withResolvers<void>();
    node.onHang = () => {
      clock.expire(LIMIT_MS);
      died.resolve();
    };
    node.misbehave = (method) => method === "system_health" ? "hang" : undefined;
    await died.promise;
    assert.equal(await subtensor.currentBlock(), 1);
  },
);

recorded("connectSubtensor() speaks to a genuine chain for ws:// endpoints", async () => {
  await using node = await FakeNode.start(393);
  const clock = new PatientClock();
  await using subtensor = await connectSubtensor({ chainEndpoint: node.endpoint, clock });
  assert.equal(subtensor.network, node.endpoint);
  assert.equal(await subtensor.currentBlock(), 1);
  await assert.rejects(
    subtensor.metagraph(NETUID),
    (error: unknown) => error instanceof ChainError && error.chainErrorName === "SubnetNotExists",
  );
});

recorded("a read ends with its signal, also while the node is silent or away", async () => {
  await using node = await FakeNode.start(393);
  await using subtensor = await connect([node.endpoint]);
  const stopped = new DOMException("stopped", "AbortError");
  const isReason = (error: unknown) => error === stopped;
  node.misbehave = () => "hang";
  const reads = [
    (signal: AbortSignal) => subtensor.currentBlock(signal),
    (signal: AbortSignal) => subtensor.metagraph(NETUID, signal),
    (signal: AbortSignal) => subtensor.hyperparameters(NETUID, signal),
  ];
  for (const read of reads) {
    const [stop, asked] = [new AbortController(), node.calls.length];
    const reading = assert.rejects(read(stop.signal), isReason);
    while (node.calls.length === asked) await systemClock.sleep(5);
    stop.abort(stopped);
    await reading;
  }
  node.goDown();
  const stop = new AbortController();
  const reading = assert.rejects(subtensor.currentBlock(stop.signal), isReason);
  stop.abort(stopped);
  await reading;
});

Deno.test("connectSubtensor() ends with its signal while an endpoint is silent", {
  ignore: !granted("net", "env", "read"),
}, async () => {
  using silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const stop = new AbortController();
  const stopped = new DOMException("stopped", "AbortError");
  const { port } = silent.addr;
  const connecting = assert.rejects(
    connectSubtensor({
      chainEndpoint: `ws://127.0.0.1:${port}`,
      clock: new PatientClock(),
      signal: stop.signal,
    }),
    (error: unknown) => error === stopped,
  );
  using _client = await silent.accept();
  stop.abort(stopped);
  await connecting;
});

recorded("a client knows the main network by its first block, whatever its address", async () => {
  await using node = await FakeNode.start(393);
  await using elsewhere = await connect([node.endpoint]);
  assert.equal(elsewhere.isMainNetwork, false);
  node.genesisHash = MAIN_GENESIS_HASH;
  await using subtensor = await connect([node.endpoint]);
  assert.equal(subtensor.isMainNetwork, true);
});
