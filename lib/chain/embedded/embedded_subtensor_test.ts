import { type Netuid, type Uid, UnavailableError } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { devWallet } from "../testing/dev_wallet.ts";
import { EmbeddedChain } from "./embedded_chain.ts";
import { EmbeddedSubtensor } from "./embedded_subtensor.ts";
import { HttpChainDoor } from "./http_chain_door.ts";
import { createChainApp } from "./app.ts";

const NETUID = 17 as Netuid;
const { hotkey, coldkey } = devWallet("alice");
const weights = { netuid: NETUID, uids: [0 as Uid], weights: [65535], versionKey: 0n };

Deno.test("EmbeddedSubtensor.setWeights() stops with its signal, and says what it cannot know", async () => {
  const chain = await EmbeddedChain.open({
    clock: new FakeClock(),
    genesis: {
      netuid: NETUID,
      neurons: [{ hotkey: hotkey.address, coldkey: coldkey.address, stakeRao: 10n ** 12n }],
    },
  });
  const app = createChainApp(chain);
  const sent = Promise.withResolvers<void>();
  let calls = 0;
  // It takes the call and never answers.
  const door = new HttpChainDoor({
    endpoint: "http://chain",
    fetch: async (url, init) => {
      const response = await app.request(url, init);
      if (init?.method !== "POST") return response;
      calls++;
      sent.resolve();
      return await new Promise((_, reject) =>
        init.signal?.addEventListener("abort", () => reject(init.signal?.reason))
      );
    },
  });
  await using subtensor = new EmbeddedSubtensor(door);
  assert.equal(subtensor.isMainNetwork, false);
  const stopped = new DOMException("stopped", "AbortError");
  await assert.rejects(
    subtensor.setWeights(hotkey, weights, AbortSignal.abort(stopped)),
    (error) => error === stopped,
  );
  assert.equal(calls, 0);
  const stop = new AbortController();
  const setting = assert.rejects(
    subtensor.setWeights(hotkey, weights, stop.signal),
    (error) => error instanceof UnavailableError && error.code === "chain/outcome-unknown",
  );
  await sent.promise;
  // One that waits for its turn sends nothing, and does not wait for the call before it.
  const queue = new AbortController();
  const queued = subtensor.setWeights(hotkey, weights, queue.signal);
  queue.abort(stopped);
  await assert.rejects(queued, (error) => error === stopped);
  assert.equal(calls, 1);
  stop.abort(stopped);
  await setting;
  // It had worked.
  assert.deepEqual(await subtensor.weightsOf(NETUID, 0 as Uid), [[0, 65535]]);
});
