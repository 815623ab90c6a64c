/**
 * Commit–reveal versions 3 and 4: weights encrypted to a future drand round, which the chain
 * reveals by itself.
 *
 * @module
 */
import { z } from "zod";
import { encryptTimelock, type RandomBytes } from "../commit_reveal/timelock.ts";
import {
  type ClassicSchedule,
  revealRound,
  type StatefulSchedule,
} from "../commit_reveal/reveal_round.ts";
import { storageIndex, timelockPayload } from "../commit_reveal/weight_commit.ts";
import type { SetWeightsParameters } from "../subtensor.ts";
import type { ChainConnection, Snapshot } from "./chain_connection.ts";
import { readable } from "./readable.ts";
import type { Runtime } from "./runtime.ts";

/** A call of a time-locked commit, ready to be signed. */
export interface TimelockedCommit {
  readonly call: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const PALLET = "SubtensorModule";
/** Version of calls that name it. Source: Subtensor, `CommitRevealWeightsVersion`. */
const COMMIT_REVEAL_VERSION = 4;
/**
 * Epochs between commit and reveal, as far as an answer is believed: the chain's owners use a
 * handful, and the way there is walked block by block.
 */
const PeriodEpochs = z.bigint().max(1000n).transform(Number);

/** The runtime's call for time-locked commits, the newest first; nothing when it has none. */
export function timelockCallOf(runtime: Runtime): string | undefined {
  return [
    "commit_timelocked_mechanism_weights",
    "commit_timelocked_weights",
    "commit_crv3_weights",
  ].find((call) => runtime.hasCall(PALLET, call));
}

/** Encrypts weights for the epoch in which the chain will reveal them. */
export async function makeTimelockedCommit(
  connection: ChainConnection,
  snapshot: Snapshot,
  hotkeyPublicKey: Uint8Array,
  parameters: SetWeightsParameters,
  nowMs: number,
  randomBytes?: RandomBytes,
): Promise<TimelockedCommit | undefined> {
  const { runtime } = snapshot;
  const call = timelockCallOf(runtime);
  if (call === undefined) return undefined;
  const { netuid } = parameters;
  const read = async <T>(item: string, schema: z.ZodType<T>, keys: unknown[] = [netuid]) => {
    const stored = await connection.storage(snapshot, PALLET, item, keys);
    return readable(`${item} of netuid ${netuid}`, () => schema.parse(stored));
  };
  const round = revealRound({
    schedule: await readSchedule(runtime, netuid, read),
    headBlock: snapshot.block,
    nowMs,
    periodEpochs: await read("RevealPeriodEpochs", PeriodEpochs),
    blockTimeSeconds: blockTimeSeconds(runtime),
  });
  const hasVersion = runtime.hasStorage(PALLET, "CommitRevealWeightsVersion");
  const version = hasVersion
    ? await read("CommitRevealWeightsVersion", z.number(), [])
    : COMMIT_REVEAL_VERSION;
  const payload = timelockPayload(
    { ...parameters, hotkeyPublicKey },
    call !== "commit_crv3_weights",
  );
  return {
    call,
    values: {
      netuid,
      mecid: 0,
      commit: toBytesArgument(encryptTimelock(payload, round, randomBytes)),
      revealRound: round,
      commitRevealVersion: version,
    },
  };
}

/** A block or a count; where a runtime stores none, that is 0. */
const Count = z.union([z.bigint(), z.number()]).optional().transform((count) => Number(count ?? 0));

type Read = <T>(item: string, schema: z.ZodType<T>) => Promise<T>;

/** Tells the two schedulers apart by what the chain stores. */
async function readSchedule(
  runtime: Runtime,
  netuid: number,
  read: Read,
): Promise<ClassicSchedule | StatefulSchedule> {
  const tempo = await read("Tempo", z.number());
  if (!runtime.hasStorage(PALLET, "SubnetEpochIndex")) {
    return { kind: "classic", index: storageIndex(netuid), tempo };
  }
  const [lastEpochBlock, pendingEpochAt, epochIndex, blocksSinceLastStep] = await Promise.all(
    ["LastEpochBlock", "PendingEpochAt", "SubnetEpochIndex", "BlocksSinceLastStep"]
      .map((item) => read(item, Count)),
  );
  return {
    kind: "stateful",
    tempo,
    lastEpochBlock,
    pendingEpochAt,
    epochIndex,
    blocksSinceLastStep,
  };
}

/** Twice the shortest time between two timestamps, as Substrate defines it. */
function blockTimeSeconds(runtime: Runtime): number {
  const period = runtime.constant("Timestamp", "MinimumPeriod");
  return typeof period === "bigint" ? Number(period) * 2 / 1000 : 12;
}

/** The codec reads bytes with their length, or as hex, which it measures itself. */
function toBytesArgument(bytes: Uint8Array): string {
  return `0x${bytes.toHex()}`;
}
