/**
 * A collector for tests: in memory, with one key and Alice and Bob as validators.
 *
 * @module
 */
import type { Netuid } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import { type Signer, signerFromUri } from "@threegen/chain/wallet";
import type { Metagraph, NeuronInfo } from "@threegen/chain";
import { createCollectorApp } from "../app.ts";
import type { CollectorLimits } from "../limits.ts";
import { createKey } from "../key_ring.ts";
import { SqliteStore } from "../sqlite_store.ts";
import { ValidatorGate } from "../validator_gate.ts";

/** Returns a metagraph in which each signer has the given stake, in TAO. */
export function metagraphOf(stakes: readonly (readonly [Signer, number])[]): Metagraph {
  return {
    netuid: 17 as Netuid,
    block: 100,
    neurons: stakes.map(([signer, tao], index) => ({
      uid: index,
      hotkey: signer.address,
      coldkey: signer.address,
      stakeRao: BigInt(tao) * 1_000_000_000n,
      hasValidatorPermit: tao >= 1000,
      incentive: 0,
      dividends: 0,
      emissionRao: 0n,
      lastUpdateBlock: 0,
      axon: { ip: "0.0.0.0", port: 0, version: 0, block: 0 },
    } as unknown as NeuronInfo)),
  };
}

/** Makes a collector without sockets. */
export async function testCollector(
  limits: Partial<CollectorLimits> = {},
  { trustsProxy = false, isGateReady = true } = {},
) {
  const clock = new FakeClock();
  const store = new SqliteStore(":memory:");
  const alice = signerFromUri("//Alice");
  const bob = signerFromUri("//Bob");
  const poor = signerFromUri("//Charlie");
  let metagraph = metagraphOf([[alice, 5000], [bob, 10], [poor, 0]]);
  const gate = new ValidatorGate({
    connect: () =>
      Promise.resolve({
        metagraph: () => Promise.resolve(metagraph),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      }),
    netuid: 17 as Netuid,
    minStakeRao: 1_000_000_000n,
  });
  if (isGateReady) await gate.refresh();
  const { key } = await createKey(store, clock, "gen-1");
  const app = createCollectorApp({
    store,
    gate,
    clock,
    trustsProxy,
    limits: { minBatch: 1, ...limits },
  });
  return {
    app,
    store,
    gate,
    clock,
    key,
    alice,
    bob,
    poor,
    /** Changes what the chain says from the next refresh on. */
    setMetagraph: (next: Metagraph) => void (metagraph = next),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}
