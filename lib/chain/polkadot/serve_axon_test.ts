import type { Netuid } from "@threegen/domain";
import assert from "node:assert/strict";
import { ServingTooEarlyError } from "../serving_rate.ts";
import type { ServeAxonParameters } from "../subtensor.ts";
import { devWallet } from "../testing/dev_wallet.ts";
import { FakeNode, recorded, recordedRuntime } from "../testing/fake_node.ts";
import { PatientClock } from "../testing/patient_clock.ts";
import { toHex } from "../wallet/secret_key.ts";
import type { Hex } from "./runtime.ts";

const PALLET = "SubtensorModule";
const NETUID = 17 as Netuid;
const { hotkey } = devWallet("alice");

const axon = { netuid: NETUID, ip: "203.0.113.7", port: 8091, version: 10_002_000 };
/** What the chain stores for {@linkcode axon} as the SDK announces it. */
const STORED = { ip: 3405803783n, port: 8091, version: 10_002_000, ipType: 4, protocol: 4 };

/** Serves on a node that stores an axon announced at block 1; returns the calls it was sent. */
async function serve(
  stored: Partial<typeof STORED>,
  { parameters = axon as ServeAxonParameters, rateLimitBlocks = 50n, blocks = 100 } = {},
) {
  const { PolkadotSubtensor } = await import("./polkadot_subtensor.ts");
  await using node = await FakeNode.start(393);
  node.mine(blocks - node.blocks.length);
  const runtime = await recordedRuntime(393);
  const store = (item: string, keys: unknown[], value: unknown) =>
    node.storage.set(
      runtime.storageKey(PALLET, item, keys),
      toHex(
        runtime.registry.createTypeUnsafe(runtime.storageTypeName(PALLET, item), [value]).toU8a(),
      ) as Hex,
    );
  store("Axons", [NETUID, hotkey.address], { block: 1, ...STORED, ...stored });
  store("ServingRateLimit", [NETUID], rateLimitBlocks);
  await using subtensor = await PolkadotSubtensor.connect({
    network: { name: "test", endpoints: [node.endpoint] },
    clock: new PatientClock(),
    pollMs: 5,
  });
  const inclusion = await subtensor.serveAxon(hotkey, parameters).catch((error: unknown) => error);
  return { inclusion, sent: node.blocks.flat().length };
}

recorded("serveAxon() sends nothing when the chain says all of it already", async () => {
  assert.deepEqual(await serve({}), { inclusion: undefined, sent: 0 });
  const v6 = { ...axon, ip: "::cb00:7107" };
  const { sent } = await serve({ ipType: 6 }, { parameters: v6 });
  assert.equal(sent, 0);
});

for (
  const [what, stored] of [
    ["address", { ip: 3405803784n }],
    ["port", { port: 8092 }],
    ["version", { version: 10_001_000 }],
    ["kind of address", { ipType: 6 }],
    ["protocol", { protocol: 0 }],
  ] as const
) {
  recorded(`serveAxon() announces anew when the stored ${what} differs`, async () => {
    const { inclusion, sent } = await serve(stored);
    assert.deepEqual([inclusion, sent], [{ block: 101 }, 1]);
  });
}

recorded("serveAxon() within the rate limit sends nothing and says how long to wait", async () => {
  const changed = { port: 8092 };
  // Announced at block 1 with a limit of 50: block 51 takes the next one.
  const { inclusion, sent } = await serve(changed, { blocks: 48 });
  assert.ok(inclusion instanceof ServingTooEarlyError, `${inclusion}`);
  assert.deepEqual([inclusion.blocksLeft, sent], [2, 0]);
  assert.match(inclusion.message, /announced at block 1, .* every 50 blocks .* in 2 blocks$/);
  assert.equal((await serve(changed, { blocks: 50 })).sent, 1);
  // The chain judges the address before the rate, so a wrong one is not waited with.
  const wrong = { ...axon, ip: "127.0.0.1" };
  assert.equal((await serve(changed, { blocks: 48, parameters: wrong })).sent, 1);
  assert.equal((await serve(changed, { blocks: 48, rateLimitBlocks: 0n })).sent, 1);
});
