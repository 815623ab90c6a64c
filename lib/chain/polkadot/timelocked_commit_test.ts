import { hexToBytes } from "@noble/hashes/utils.js";
import { type Netuid, type Uid, UnavailableError } from "@threegen/domain";
import assert from "node:assert/strict";
import { decryptTimelock, QUICKNET } from "../commit_reveal/timelock.ts";
import { u64Bytes } from "../commit_reveal/scale_writer.ts";
import { DEV_PHRASE, secretFromPhrase } from "../wallet/secret_key.ts";
import { FakeNode, recorded, recordedMetadata, type RecordedSpec } from "../testing/fake_node.ts";
import { PatientClock } from "../testing/patient_clock.ts";
import type { Hex } from "./runtime.ts";

const PALLET = "SubtensorModule";
const NETUID = 17 as Netuid;

/** Of quicknet's round 1000, as drand publishes it. */
const SIGNATURE_1000 = hexToBytes(
  "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
);
/** Of the weights below. Source: the vector of version 4, and the same without its hotkey. */
const PAYLOAD_3 = "0c0000010002000cffff00800100509e980000000000";
const PAYLOAD_4 = `8046ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a${PAYLOAD_3}`;
const { publicKey } = secretFromPhrase(DEV_PHRASE);
const parameters = {
  netuid: NETUID,
  uids: [0, 1, 2] as Uid[],
  weights: [65535, 32768, 1],
  versionKey: 10_002_000n,
};

/**
 * Metadata of the stateful scheduler, which no recorded runtime has: spec 393 with the names of
 * maps of the same type (netuid to u64) changed.
 *
 * @param optional Items that store nothing where 393's store a default.
 */
async function statefulMetadata(optional: readonly string[]): Promise<Hex> {
  let metadata = await recordedMetadata(393);
  const scaleText = (text: string) =>
    (text.length * 4).toString(16).padStart(2, "0") + new TextEncoder().encode(text).toHex();
  for (
    const [recordedName, name] of [
      ["LastAdjustmentBlock", "LastEpochBlock"],
      ["LastMechansimStepBlock", "PendingEpochAt"],
      ["NetworkRegisteredAt", "SubnetEpochIndex"],
      ["BlocksSinceLastStep", "BlocksSinceLastStep"],
    ]
  ) {
    // A name, then the modifier: 0 is optional, 1 has a default.
    const parts = metadata.split(`${scaleText(recordedName)}01`);
    assert.equal(parts.length, 2, recordedName);
    const modifier = optional.includes(name) ? "00" : "01";
    metadata = parts.join(`${scaleText(name)}${modifier}`) as Hex;
  }
  return metadata;
}

/** Makes a commit on a node at a block, so that its reveal `roundsAway` is round 1000. */
async function commitOn(
  spec: RecordedSpec,
  { metadata, headBlock, stored, roundsAway }: {
    readonly metadata?: Hex;
    readonly headBlock: number;
    readonly stored: Readonly<Record<string, Hex>>;
    readonly roundsAway: number;
  },
) {
  // The codec reads the environment when it is loaded, which a test run may not be allowed to.
  const { ChainConnection } = await import("./chain_connection.ts");
  const { makeTimelockedCommit } = await import("./timelocked_commit.ts");
  await using node = await FakeNode.start(spec);
  if (metadata) node.metadata = metadata;
  node.mine(headBlock - node.blocks.length);
  await using connection = await ChainConnection.open({
    network: { name: "test", endpoints: [node.endpoint] },
    clock: new PatientClock(),
  });
  const snapshot = await connection.snapshot();
  for (const [item, value] of Object.entries(stored)) {
    node.storage.set(snapshot.runtime.storageKey(PALLET, item, [NETUID]), value);
  }
  const { genesisSeconds, periodSeconds } = QUICKNET;
  const nowMs = (genesisSeconds + (1000 - roundsAway) * periodSeconds) * 1000;
  const commit = await makeTimelockedCommit(connection, snapshot, publicKey, parameters, nowMs);
  assert.ok(commit);
  const { values: { commit: ciphertext, revealRound }, call } = commit;
  return {
    call,
    revealRound,
    payload: () =>
      decryptTimelock(hexToBytes((ciphertext as string).slice(2)), SIGNATURE_1000).toHex(),
  };
}

const u64 = (value: number) => `0x${u64Bytes(BigInt(value)).toHex()}` as Hex;
/** Tempo 99 as u16, and one epoch between commit and reveal. */
const RULES = { Tempo: "0x6300" as Hex, RevealPeriodEpochs: u64(1) };

recorded("a version 4 commit names its hotkey, a version 3 commit does not", async () => {
  for (
    // Classic epochs on netuid 17: (block + 18) mod 100 = 0, so the next begins at block 82, and
    // three blocks later is 84 blocks away: 1008 s, or 21 s with the quarter of a second between
    // blocks that the recorded spec 240 was built for; a round takes 3 s.
    const [spec, roundsAway, name, payload] of [
      [240, 7, "commit_crv3_weights", PAYLOAD_3],
      [343, 336, "commit_timelocked_mechanism_weights", PAYLOAD_4],
    ] as const
  ) {
    const { call, revealRound, payload: opened } = await commitOn(spec, {
      headBlock: 1,
      stored: RULES,
      roundsAway,
    });
    assert.deepEqual([call, revealRound, opened()], [name, 1000, payload]);
  }
});

recorded("a runtime that counts its epochs is asked for its own schedule", async () => {
  const metadata = await statefulMetadata([]);
  const schedule = {
    ...RULES,
    LastEpochBlock: u64(40),
    SubnetEpochIndex: u64(7),
    BlocksSinceLastStep: u64(20),
  };
  const expectReveal = async (block: number, changes: Readonly<Record<string, Hex>>) => {
    const { revealRound, payload } = await commitOn(393, {
      metadata,
      headBlock: 60,
      stored: { ...schedule, ...changes },
      roundsAway: (block + 3 - 60) * 4,
    });
    assert.equal(revealRound, 1000);
    assert.equal(payload(), PAYLOAD_4);
  };
  // The next epoch is a tempo after the last; classic epochs would give block 82.
  await expectReveal(40 + 99, {});
  await expectReveal(70, { PendingEpochAt: u64(70) });
  await expectReveal(60 + 50_381, { Tempo: "0xffff", BlocksSinceLastStep: u64(20) });
});

recorded("a reveal that is an age away is no answer, on either scheduler", async () => {
  for (const metadata of [await recordedMetadata(393), await statefulMetadata([])]) {
    await assert.rejects(
      commitOn(393, {
        metadata,
        headBlock: 60,
        stored: { ...RULES, RevealPeriodEpochs: "0xffffffffffffffff" },
        roundsAway: 1,
      }),
      (error: unknown) => error instanceof UnavailableError && error.code === "chain/unreadable",
    );
  }
});

recorded("what a runtime stores as nothing counts as 0", async () => {
  const optional = ["PendingEpochAt", "LastEpochBlock", "SubnetEpochIndex", "BlocksSinceLastStep"];
  const { revealRound } = await commitOn(393, {
    metadata: await statefulMetadata(optional),
    headBlock: 60,
    stored: RULES,
    // As if the last epoch had been at block 0: the next is at 99.
    roundsAway: (99 + 3 - 60) * 4,
  });
  assert.equal(revealRound, 1000);
});
