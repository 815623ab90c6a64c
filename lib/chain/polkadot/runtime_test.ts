import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import assert from "node:assert/strict";
import { canonicalErrorName, chainError } from "../chain_errors.ts";
import { encryptTimelock } from "../commit_reveal/timelock.ts";
import { devWallet } from "../testing/dev_wallet.ts";
import { recorded, recordedRuntime, type RecordedSpec } from "../testing/fake_node.ts";
import { verifySignature } from "../wallet/signer.ts";
import { signCall } from "./extrinsic_submission.ts";
import { toCommitment } from "./commitment_reading.ts";
import { RpcError } from "./json_rpc_socket.ts";
import { poolRefusal } from "./pool_refusal.ts";
import type { Hex, Runtime } from "./runtime.ts";
import { timelockCallOf } from "./timelocked_commit.ts";

/** Each runtime is opened once for all tests: nothing in these tests changes it. */
const opened = new Map<RecordedSpec, Promise<Runtime>>();
function runtimeOf(spec: RecordedSpec): Promise<Runtime> {
  const known = opened.get(spec) ?? recordedRuntime(spec);
  opened.set(spec, known);
  return known;
}

const SPECS: readonly RecordedSpec[] = [240, 343, 393];
const { hotkey } = devWallet("alice");
const P = "SubtensorModule";

for (const spec of SPECS) {
  recorded(
    `spec ${spec}: every call of a neuron encodes to the table's pallet and index`,
    async () => {
      const runtime = await runtimeOf(spec);
      const weights = { netuid: 17, dests: [1, 2], weights: [65535, 3], versionKey: 7n };
      const index = (
        name: string,
        values: Record<string, unknown>,
      ) => [...runtime.call(P, name, values).callIndex];
      assert.deepEqual(index("set_weights", weights), [7, 0]);
      assert.deepEqual(index("burned_register", { netuid: 17, hotkey: hotkey.address }), [7, 7]);
      assert.deepEqual(
        index("serve_axon", {
          netuid: 17,
          version: 10_002_000,
          ip: 3405803783n,
          port: 8091,
          ipType: 4,
          protocol: 4,
          placeholder1: 0,
          placeholder2: 0,
        }),
        [7, 4],
      );
      const reveal = { netuid: 17, uids: [1], values: [2], salt: [3], versionKey: 4n };
      assert.deepEqual(index("reveal_weights", reveal), [7, 97]);
      assert.deepEqual(
        index("commit_weights", { netuid: 17, commitHash: `0x${"ab".repeat(32)}` }),
        [7, 96],
      );

      // pallet, call, netuid u16, two dests, two weights, version key u64.
      assert.equal(
        runtime.call(P, "set_weights", weights).toHex(),
        "0x0700" + "1100" + "0801000200" + "08ffff0300" + "0700000000000000",
      );
    },
  );

  recorded(`spec ${spec}: a commit is time-locked with the newest call`, async () => {
    const runtime = await runtimeOf(spec);
    const call = timelockCallOf(runtime)!;
    const ciphertext = encryptTimelock(new Uint8Array(55), 1000);
    const encoded = runtime.call(P, call, {
      netuid: 17,
      mecid: 0,
      commit: `0x${ciphertext.toHex()}`,
      revealRound: 123456,
      commitRevealVersion: 4,
    }).toHex();
    const indexes = { 240: "0x0763", 343: "0x0776", 393: "0x0776" };
    assert.equal(encoded.slice(0, 6), indexes[spec]);
    // 299 bytes: compact length 0xad04, then the ciphertext itself.
    const start = spec === 240 ? "1100" : "110000";
    assert.ok(encoded.startsWith(`${indexes[spec]}${start}ad04${ciphertext.toHex()}`));
    const end = spec === 240 ? "40e2010000000000" : "40e20100000000000400";
    assert.ok(encoded.endsWith(end), encoded.slice(-40));
  });

  recorded(`spec ${spec}: what neurons read from storage decodes`, async () => {
    const runtime = await runtimeOf(spec);
    const decode = (item: string, stored: Hex | null) => runtime.decodeStorage(P, item, stored);
    assert.equal(decode("Tempo", "0x6801"), 360);
    assert.equal(decode("CommitRevealWeightsEnabled", "0x01"), true);
    assert.equal(decode("WeightsSetRateLimit", "0x6400000000000000"), 100n);
    assert.deepEqual(decode("LastUpdate", "0x080100000000000000ffff000000000000"), [1n, 65535n]);
    assert.deepEqual(decode("Weights", "0x040200ffff"), [[2, 65535]]);
    // ip before port, as in every runtime since 218: block, version, ip, port, type, protocol.
    assert.deepEqual(
      decode(
        "Axons",
        "0x" + "0a00000000000000" + "509e9800" + "077100cb000000000000000000000000" + "9b1f" +
        "04" + "04" + "00" + "00" as Hex,
      ),
      {
        block: 10n,
        version: 10_002_000,
        ip: 3405803783n,
        port: 8091,
        ipType: 4,
        protocol: 4,
        placeholder1: 0,
        placeholder2: 0,
      },
    );
    assert.equal(decode("Axons", null), undefined);
    assert.deepEqual(decode("ValidatorPermit", null), []);
    // Module and item prefixes: twox128 of each, then Identity of the u16 and Blake2_128Concat.
    const key = runtime.storageKey(P, "Axons", [1, hotkey.address]);
    assert.ok(key.startsWith("0x658faa385070e074c85bf6b568cf0555"));
    assert.equal(key.slice(66, 70), "0100");
    assert.ok(key.endsWith(hotkey.publicKey.toHex()));
  });

  recorded(`spec ${spec}: get_neurons_lite decodes by the names of its fields`, async () => {
    const runtime = await runtimeOf(spec);
    const api = ["NeuronInfoRuntimeApi", "get_neurons_lite"] as const;
    assert.equal(runtime.encodeApiArguments(...api, [17]), "0x1100");
    const account = hotkey.publicKey.toHex();
    const axon = "0a00000000000000" + "01000000" + "077100cb000000000000000000000000" + "9b1f" +
      "04040000";
    const prometheus = "00".repeat(8 + 4 + 16 + 2 + 1);
    const row = account + account + "04" + "44" + "01" + axon + prometheus +
      // One stake of 1 rao; rank 0; emission 5; incentive 65535; consensus, trust, vtrust 0.
      "04" + account + "04" + "00" + "14" + "feff0300" + "00" + "00" + "00" +
      // Dividends 0; last update 100; permit; pruning score 0.
      "00" + "9101" + "01" + "00";
    const [neuron] = runtime.decodeApiOutput(...api, `0x04${row}`, "unused") as Record<
      string,
      unknown
    >[];
    assert.equal(neuron.hotkey, hotkey.address);
    assert.deepEqual([neuron.uid, neuron.netuid, neuron.incentive], [1, 17, 65535]);
    assert.deepEqual([neuron.emission, neuron.lastUpdate], [5n, 100n]);
    assert.deepEqual(neuron.stake, [[hotkey.address, 1n]]);
    assert.equal(neuron.validatorPermit, true);
    assert.equal((neuron.axonInfo as Record<string, unknown>).port, 8091);
  });

  recorded(
    `spec ${spec}: a signed call carries a signature over what the runtime checks`,
    async () => {
      const runtime = await runtimeOf(spec);
      const genesisHash: Hex = `0x${"11".repeat(32)}`;
      const hash: Hex = `0x${"22".repeat(32)}`;
      const call = runtime.call(P, "commit_weights", { netuid: 1, commitHash: hash });
      const bytes = signCall(hotkey, call, {
        snapshot: { hash, block: 1000, runtime },
        nonce: 5,
        genesisHash,
      });
      const extrinsic = runtime.registry.createType("Extrinsic", bytes);
      assert.equal(extrinsic.signer.toString(), hotkey.address);
      assert.equal(extrinsic.nonce.toNumber(), 5);
      assert.equal(extrinsic.method.toHex(), call.toHex());
      // Rebuilt by hand: call, era of 16 blocks born at 1000 (phase 8), nonce, tip, mode of the
      // metadata hash; then spec, transaction version, genesis, block of birth, no metadata hash.
      const le32 = (value: number) =>
        `${value.toString(16).padStart(4, "0").match(/../g)!.reverse().join("")}0000`;
      const era = (3 | (8 << 4)).toString(16).padStart(2, "0") + "00";
      const message = call.toHex().slice(2) + era + "14" + "00" + "00" + le32(spec) + le32(1) +
        genesisHash.slice(2) + hash.slice(2) + "00";
      const signature = extrinsic.signature.toU8a();
      assert.ok(verifySignature(hexToBytes(message), signature, hotkey.address));
    },
  );
}

recorded("every name that errors are mapped to is one of spec 393 or of the pool", async () => {
  const runtime = await runtimeOf(393);
  const known = new Set<string>();
  for (let index = 0; index < 200; index++) {
    const found = runtime.palletError(7, Uint8Array.of(index));
    if (found) known.add(found.name);
  }
  assert.ok(known.has("SettingWeightsTooFast") && known.size > 100);
  const old = [
    "NetworkDoesNotExist",
    "NotRegistered",
    "InvalidUid",
    "NoValidatorPermit",
    "AlreadyRegistered",
    "NotSettingEnoughWeights",
    "IncorrectNetworkVersionKey",
    "TooManyUids",
    "RegistrationDisabled",
    "NoCommitFound",
    "InvalidReveal",
    "InvalidRevealTempo",
    "SubNetworkDoesNotExist",
  ];
  for (const name of old) assert.ok(known.has(canonicalErrorName(name)), name);
});

recorded(
  "spec 393: get_selective_metagraph decodes to columns, and asks for them by index",
  async () => {
    const runtime = await runtimeOf(393);
    const api = ["SubnetInfoRuntimeApi", "get_selective_metagraph"] as const;
    assert.equal(runtime.encodeApiArguments(...api, [17, [52, 53]]), "0x1100" + "08" + "34003500");
    // Some(netuid 17, then 73 options): only the hotkeys, number 52, are there.
    const account = hotkey.publicKey.toHex();
    const options = Array.from({ length: 73 }, (_, at) => at + 1 === 52 ? `0104${account}` : "00");
    const decoded = runtime.decodeApiOutput(...api, `0x0144${options.join("")}`, "unused");
    const columns = decoded as Record<string, unknown>;
    assert.equal(columns.netuid, 17);
    assert.deepEqual(columns.hotkeys, [hotkey.address]);
    assert.equal(columns.coldkeys, undefined);
    assert.equal(runtime.decodeApiOutput(...api, "0x00", "unused"), undefined);
  },
);

recorded("spec 393: commitments decode to their bytes", async () => {
  const runtime = await runtimeOf(393);
  const encoded = runtime.registry.createTypeUnsafe(
    runtime.storageTypeName("Commitments", "CommitmentOf"),
    [{ deposit: 1, block: 77, info: { fields: [{ Raw5: utf8ToBytes("hello") }, "None"] } }],
  ).toHex();
  const commitment = toCommitment(runtime.decodeStorage("Commitments", "CommitmentOf", encoded));
  assert.equal(commitment?.block, 77);
  assert.deepEqual(commitment?.fields.map((field) => new TextDecoder().decode(field)), ["hello"]);
  assert.equal(toCommitment(undefined), undefined);
});

recorded("every error of spec 393 has a reason and a remedy in one line", async () => {
  const runtime = await runtimeOf(393);
  const names: string[] = [];
  for (let pallet = 0; pallet < 64; pallet++) {
    for (let index = 0; index < 256; index++) {
      const found = runtime.palletError(pallet, Uint8Array.of(index));
      if (!found) continue;
      names.push(found.name);
      const { message } = chainError({ ...found, action: "try" });
      assert.match(message, /^Cannot try: \S.*[^.] \(\w+(, here \w+)?\); \S.*[^.]$/, found.name);
    }
  }
  assert.ok(names.includes("CallFiltered") && names.includes("SubtokenDisabled"));
  assert.ok(names.length > 200, `${names.length}`);
});

recorded("every event of every recorded runtime is decoded from all of its bytes", async () => {
  for (const spec of SPECS) {
    const runtime = await runtimeOf(spec);
    const { registry } = runtime;
    let events = 0;
    for (const { index: pallet, events: type } of registry.metadata.pallets) {
      if (type.isNone) continue;
      for (
        const { fields, index } of registry.lookup.getSiType(type.unwrap().type).def.asVariant
          .variants
      ) {
        const values = fields.map((field) =>
          registry.createTypeUnsafe(registry.createLookupType(field.type), []).toU8a().toHex()
        );
        const event = `${pallet.toHex().slice(2)}${index.toHex().slice(2)}${values.join("")}`;
        // One event, while extrinsic 1 was applied, without topics.
        const bytes: Hex = `0x04${"0001000000"}${event}00`;
        assert.equal(runtime.decodeEvents(bytes).length, 1, bytes);
        assert.throws(() => runtime.decodeEvents(`${bytes}00`), RangeError);
        events++;
      }
    }
    assert.ok(events > 190, `${events}`);
  }
});

recorded("what takes fewer or more bytes than there are is refused", async () => {
  const runtime = await runtimeOf(393);
  const decode = (item: string, stored: Hex) => () => runtime.decodeStorage(P, item, stored);
  assert.throws(decode("Tempo", "0x01"), /takes 2 bytes, not 1/);
  assert.throws(decode("Tempo", "0x010000"), /takes 2 bytes, not 3/);
  assert.throws(decode("Tempo", "0x"), /takes 2 bytes, not 0/);
  assert.throws(decode("Weights", "0x080200ffff"));
  assert.throws(decode("Axons", "0x00"));
});

recorded("Runtime.call() refuses unknown calls and missing arguments by name", async () => {
  const runtime = await runtimeOf(240);
  assert.throws(() => runtime.call(P, "set_mechanism_weights", {}), /Spec 240 has no call/);
  assert.throws(() => runtime.call(P, "set_weights", { netuid: 1 }), /Spec 240 asks for dests/);
  assert.throws(() => runtime.storageKey(P, "SubnetEpochIndex", [1]), /Spec 240 stores no/);
});

for (
  const [message, data, isWeightsCall, expected] of [
    ["Invalid Transaction", "Custom error: 12", false, "ServingRateLimitExceeded"],
    ["Invalid Transaction", "Custom error: 1", true, "NotEnoughStakeToSetWeights"],
    ["Invalid Transaction", "Custom error: 1", false, "AmountTooLow"],
    ["Invalid Transaction", "Custom error: 77", false, "Custom77"],
    ["Invalid Transaction", "Transaction is outdated", false, "Stale"],
    ["Invalid Transaction", "Transaction has a bad signature", false, "BadProof"],
    ["Invalid Transaction", "Transaction call is not expected", true, "NotEnoughStakeToSetWeights"],
    [
      "Invalid Transaction",
      "Inability to pay some fees (e.g. account balance too low)",
      false,
      "Payment",
    ],
    [
      "Invalid Transaction",
      "Transaction would exhaust the block limits",
      false,
      "ExhaustsResources",
    ],
    [
      "Priority is too low: (1 vs 2)",
      "The transaction has too low priority",
      false,
      "TooLowPriority",
    ],
    ['{"invalid":{"exhaustsResources":null}}', "", false, "ExhaustsResources"],
    ['{"invalid":{"custom":10}}', "", false, "HotKeyNotRegisteredInSubNet"],
    [
      "Immediately Dropped",
      "The transaction couldn't enter the pool because of the limit",
      false,
      "PoolFull",
    ],
    ["Transaction is temporarily banned", "", false, "TemporarilyBanned"],
    ["something new", "", false, "Refused"],
  ] as const
) {
  Deno.test(`poolRefusal() reads "${message} ${data}" as ${expected}`, () => {
    assert.equal(poolRefusal(new RpcError(1010, message, data), isWeightsCall).name, expected);
  });
}

Deno.test("poolRefusal() knows every number that means the same in all runtimes", () => {
  const named = (number: number) =>
    poolRefusal(new RpcError(1010, "Invalid Transaction", `Custom error: ${number}`), false).name;
  // Source: Subtensor, `CustomTransactionError`, in today's names of the pallet's errors.
  assert.deepEqual(Array.from({ length: 26 }, (_, number) => named(number)), [
    "ColdkeyInSwapSchedule",
    "AmountTooLow",
    "NotEnoughBalanceToStake",
    "SubnetNotExists",
    "HotKeyAccountNotExists",
    "NotEnoughStakeToWithdraw",
    "TxRateLimitExceeded",
    "InsufficientLiquidity",
    "SlippageTooHigh",
    "TransferDisallowed",
    "HotKeyNotRegisteredInSubNet",
    "InvalidIpAddress",
    "ServingRateLimitExceeded",
    "InvalidPort",
    "ZeroMaxStakeAmount",
    "InvalidRevealRound",
    "NoWeightsCommitFound",
    "RevealTooEarly",
    "WeightVecNotEqualSize",
    "UidVecContainInvalidOne",
    "EvmKeyAssociateRateLimitExceeded",
    "ColdkeySwapDisputed",
    "InvalidRealAccount",
    "FailedShieldedTxParsing",
    "InvalidShieldedTxPubKeyHash",
    "Custom25",
  ]);
  assert.equal(named(255), "BadRequest");
});

for (
  const [name, remedy] of [
    ["InvalidRevealRound", /clock right/],
    ["TxRateLimitExceeded", /later/],
    ["StakingRateLimitExceeded", /later/],
    ["BalanceWithdrawalError", /transfer TAO|smaller amount/],
    ["InsufficientLiquidity", /smaller amount/],
    ["ColdkeyInSwapSchedule", /new coldkey/],
    ["BadRequest", /update the software/],
    ["SubtokenDisabled", /owner starts it/],
    ["CallDisabled", /wait/],
    ["TooLowPriority", /send this one again/],
    ["TemporarilyBanned", /again in half an hour/],
    ["Token", /transfer TAO/],
    ["BadOrigin", /--wallet\.hotkey/],
    ["Custom77", /update the software/],
    ["Refused", /ask with this line/],
  ] as const
) {
  Deno.test(`chainError() has a remedy for ${name}`, () => {
    assert.match(chainError({ name, action: "try" }).message.split("); ")[1], remedy);
  });
}

Deno.test("chainError() has today's name, the runtime's name, a reason and a remedy in one line", () => {
  const error = chainError({ name: "NotRegistered", action: "set weights of 5F on netuid 17" });
  assert.equal(error.chainErrorName, "HotKeyNotRegisteredInSubNet");
  assert.equal(
    error.message,
    "Cannot set weights of 5F on netuid 17: the hotkey is not registered on this subnet " +
      "(HotKeyNotRegisteredInSubNet, here NotRegistered); register it with `btcli subnets register`",
  );
});
