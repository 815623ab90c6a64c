import { EmbeddedChain, EmbeddedSubtensor } from "@threegen/chain/embedded";
import { devWallet } from "@threegen/chain/testing";
import { ConfigError, type Netuid, type TaskId } from "@threegen/domain";
import { PullTask, SubmitResults } from "@threegen/protocol";
import { axonRoute, createAxon } from "@threegen/protocol/axon";
import { InMemoryNetwork } from "@threegen/protocol/testing";
import { parseFlags } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { minerProgram, minerSettings } from "./config.ts";
import { Miner } from "./miner.ts";

const NETUID = 17 as Netuid;
const IP = "203.0.113.7";
const [vera, ann] = ["vera", "ann"].map(devWallet);

async function stageOf(neurons = [vera, ann]) {
  const clock = new FakeClock();
  const chain = await EmbeddedChain.open({
    clock,
    genesis: {
      netuid: NETUID,
      rules: { servingRateLimitBlocks: 0 },
      neurons: neurons.map(({ hotkey, coldkey }) => ({
        hotkey: hotkey.address,
        coldkey: coldkey.address,
        stakeRao: 1000n * 1_000_000_000n,
      })),
    },
  });
  const subtensor = new EmbeddedSubtensor(chain);
  const network = new InMemoryNetwork();
  const miner = new Miner({
    settings: minerSettings(parseFlags(minerProgram, []).flags, true),
    signer: ann.hotkey,
    subtensor,
    clock,
    fetch: network.fetchFrom(),
    axonFetch: network.fetchFrom(),
  });
  const serve = async (port: number) => {
    const route = axonRoute({ message: PullTask, handler: () => ({}) });
    network.listen(IP, port, createAxon({ signer: vera.hotkey, clock, routes: [route] }));
    await subtensor.serveAxon(vera.hotkey, { netuid: NETUID, ip: IP, port, version: 1 });
  };
  return { clock, network, subtensor, miner, serve };
}

Deno.test("Miner.run() fails in one line when its hotkey is not registered", async () => {
  const { miner, clock } = await stageOf([vera]);
  const running = assert.rejects(
    miner.run(new AbortController().signal),
    (error: unknown) =>
      error instanceof ConfigError && /is not registered on netuid 17; .+`/.test(error.message),
  );
  await clock.advance(1000);
  await running;
});

Deno.test("Miner finds a validator that begins to serve later, and one that moves", async () => {
  const { miner, clock, network, serve } = await stageOf();
  const stop = new AbortController();
  const running = miner.run(stop.signal);
  await clock.advance(60_000);
  assert.match(miner.readiness()!, /no validator serves/);

  await serve(8092);
  await clock.advance(30_000);
  assert.equal(miner.readiness(), undefined);
  assert.deepEqual(network.calls, [`POST http://${IP}:8092/PullTask`]);

  network.listen(IP, 8092, undefined);
  await serve(9092);
  await clock.advance(3 * 300_000);
  assert.equal(network.calls.at(-1), `POST http://${IP}:9092/PullTask`);

  stop.abort(new DOMException("the test is over", "AbortError"));
  await running;
  assert.equal(clock.sleeping, 0);
});

Deno.test("Miner gives an image task back once per cooldown, and goes on to the next validator", async () => {
  const otto = devWallet("otto");
  const { miner, clock, network, subtensor } = await stageOf([vera, otto, ann]);
  const task = { type: "image", id: "task-1" as TaskId, prompt: "aW1hZ2U=" };
  const serve = async (hotkey: typeof vera.hotkey, port: number, answer: Partial<PullTask>) => {
    const routes = [
      axonRoute({ message: PullTask, handler: () => answer }),
      axonRoute({ message: SubmitResults, handler: () => ({}) }),
    ];
    network.listen(IP, port, createAxon({ signer: hotkey, clock, routes }));
    await subtensor.serveAxon(hotkey, { netuid: NETUID, ip: IP, port, version: 1 });
  };
  await serve(vera.hotkey, 8092, { task });
  await serve(otto.hotkey, 8093, {});

  const stop = new AbortController();
  const running = miner.run(stop.signal);
  await clock.advance(299_000);
  const [pictures, nothing] = [`POST http://${IP}:8092`, `POST http://${IP}:8093`];
  assert.deepEqual(network.calls, [
    `${pictures}/PullTask`,
    `${pictures}/SubmitResults`,
    `${nothing}/PullTask`,
  ]);
  await clock.advance(10_000);
  assert.equal(network.calls.length, 6);
  assert.match(
    await (await miner.status.request("/metrics")).text(),
    /threegen_miner_turns_total\{outcome="declined"\} 2/,
  );

  stop.abort(new DOMException("the test is over", "AbortError"));
  await running;
});
