/**
 * Reading a whole subnet at one block, in one call where the runtime offers it.
 *
 * @module
 */
import type { Coldkey, Hotkey, Netuid, Uid } from "@threegen/domain";
import { z } from "zod";
import { fromIpNumber } from "../ip_number.ts";
import type { AxonInfo, Metagraph, NeuronInfo } from "../subtensor.ts";
import type { ChainConnection, Snapshot } from "./chain_connection.ts";
import type { Runtime } from "./runtime.ts";

const amount = z.bigint();
const address = z.string();

/** An axon as the chain stores it, decoded; field order differs by runtime, names do not. */
export const StoredAxon = z.object({
  block: amount,
  version: z.number(),
  ip: amount,
  port: z.number(),
  ipType: z.number(),
});

/** Turns a stored axon into its text form. */
export function toAxonInfo(axon: z.output<typeof StoredAxon>): AxonInfo {
  return {
    ip: fromIpNumber(axon.ip, axon.ipType === 6 ? 6 : 4),
    port: axon.port,
    version: axon.version,
    block: Number(axon.block),
  };
}

/** Which columns of `get_selective_metagraph` are asked for. Source: `SelectiveMetagraphIndex`. */
const COLUMNS = {
  hotkeys: 52,
  coldkeys: 53,
  axons: 55,
  validatorPermit: 57,
  lastUpdate: 59,
  emission: 60,
  dividends: 61,
  incentives: 62,
  totalStake: 69,
} as const;

const SelectiveMetagraph = z.object({
  hotkeys: z.array(address),
  coldkeys: z.array(address),
  axons: z.array(StoredAxon),
  validatorPermit: z.array(z.boolean()),
  lastUpdate: z.array(amount),
  emission: z.array(amount),
  dividends: z.array(z.number()),
  incentives: z.array(z.number()),
  totalStake: z.array(amount),
}).refine(
  (columns) => Object.values(columns).every(({ length }) => length === columns.hotkeys.length),
  "its columns differ in length",
);

const NeuronsLite = z.array(z.object({
  hotkey: address,
  coldkey: address,
  uid: z.number(),
  axonInfo: StoredAxon,
  stake: z.array(z.tuple([address, amount])),
  emission: amount,
  incentive: z.number(),
  dividends: z.number(),
  lastUpdate: amount,
  validatorPermit: z.boolean(),
}));

/** Reads every neuron of a subnet that exists. */
export async function readMetagraph(
  connection: ChainConnection,
  snapshot: Snapshot,
  netuid: Netuid,
  signal?: AbortSignal,
): Promise<Metagraph> {
  const { runtime, block } = snapshot;
  const neurons = runtime.hasApi("SubnetInfoRuntimeApi", "get_selective_metagraph")
    ? await readSelective(connection, snapshot, netuid, signal)
    : await readLite(connection, snapshot, netuid, signal);
  return { netuid, block, neurons };
}

async function readSelective(
  connection: ChainConnection,
  snapshot: Snapshot,
  netuid: Netuid,
  signal: AbortSignal | undefined,
): Promise<NeuronInfo[]> {
  const columns = await connection.callApi(
    snapshot,
    "SubnetInfoRuntimeApi",
    "get_selective_metagraph",
    [netuid, Object.values(COLUMNS)],
    "",
    SelectiveMetagraph,
    signal,
  );
  return columns.hotkeys.map((hotkey, uid) => ({
    uid: uid as Uid,
    hotkey: hotkey as Hotkey,
    coldkey: columns.coldkeys[uid] as Coldkey,
    stakeRao: columns.totalStake[uid],
    hasValidatorPermit: columns.validatorPermit[uid],
    incentive: columns.incentives[uid] / 65535,
    dividends: columns.dividends[uid] / 65535,
    emissionRao: columns.emission[uid],
    lastUpdateBlock: Number(columns.lastUpdate[uid]),
    axon: toAxonInfo(columns.axons[uid]),
  }));
}

async function readLite(
  connection: ChainConnection,
  snapshot: Snapshot,
  netuid: Netuid,
  signal: AbortSignal | undefined,
): Promise<NeuronInfo[]> {
  const rows = await connection.callApi(
    snapshot,
    "NeuronInfoRuntimeApi",
    "get_neurons_lite",
    [netuid],
    neuronsLiteType(snapshot.runtime),
    NeuronsLite,
    signal,
  );
  return rows.map((row) => ({
    uid: row.uid as Uid,
    hotkey: row.hotkey as Hotkey,
    coldkey: row.coldkey as Coldkey,
    stakeRao: row.stake.reduce((sum, [, amount]) => sum + amount, 0n),
    hasValidatorPermit: row.validatorPermit,
    incentive: row.incentive / 65535,
    dividends: row.dividends / 65535,
    emissionRao: row.emission,
    lastUpdateBlock: Number(row.lastUpdate),
    axon: toAxonInfo(row.axonInfo),
  }));
}

/**
 * Names the type of `get_neurons_lite` for runtimes that wrap it in bytes and so do not describe
 * it. Its parts that differ between them, the axon and prometheus records, are stored as well and
 * therefore described.
 */
function neuronsLiteType(runtime: Runtime): string {
  const { registry } = runtime;
  const NAME = "WrappedNeuronInfoLite";
  if (!registry.hasDef(NAME)) {
    registry.register({
      [NAME]: {
        hotkey: "AccountId",
        coldkey: "AccountId",
        uid: "Compact<u16>",
        netuid: "Compact<u16>",
        active: "bool",
        axonInfo: runtime.storageTypeName("SubtensorModule", "Axons"),
        prometheusInfo: runtime.storageTypeName("SubtensorModule", "Prometheus"),
        stake: "Vec<(AccountId, Compact<u64>)>",
        rank: "Compact<u16>",
        emission: "Compact<u64>",
        incentive: "Compact<u16>",
        consensus: "Compact<u16>",
        trust: "Compact<u16>",
        validatorTrust: "Compact<u16>",
        dividends: "Compact<u16>",
        lastUpdate: "Compact<u64>",
        validatorPermit: "bool",
        pruningScore: "Compact<u16>",
      },
    });
  }
  return `Vec<${NAME}>`;
}
