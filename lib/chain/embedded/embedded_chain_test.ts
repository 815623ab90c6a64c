import { type ChainError, ConfigError, type Netuid, type Uid } from "@threegen/domain";
import { FakeClock, granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import fc from "fast-check";
import { join } from "node:path";
import { devWallet } from "../testing/dev_wallet.ts";
import { createChainApp } from "./app.ts";
import { EmbeddedChain, type Genesis } from "./embedded_chain.ts";
import { EmbeddedSubtensor } from "./embedded_subtensor.ts";
import { type Payload, signExtrinsic } from "./extrinsic.ts";
import { HttpChainDoor } from "./http_chain_door.ts";

const NETUID = 17 as Netuid;
const TAO = 1_000_000_000n;
const BLOCK_TIME_MS = 1000;
const alice = devWallet("alice");
const bob = devWallet("bob");
const carol = devWallet("carol");

const genesis: Genesis = {
  netuid: NETUID,
  rules: { tempo: 4, weightsRateLimitBlocks: 0, servingRateLimitBlocks: 0 },
  balances: { [alice.coldkey.address]: 100n * TAO, [carol.coldkey.address]: 100n * TAO },
  neurons: [
    { hotkey: alice.hotkey.address, coldkey: alice.coldkey.address, stakeRao: 10n * TAO },
    { hotkey: bob.hotkey.address, coldkey: bob.coldkey.address },
  ],
};

async function open(clock: FakeClock, changes: Partial<Genesis> = {}, stateFile?: string) {
  return await EmbeddedChain.open({
    clock,
    blockTimeMs: BLOCK_TIME_MS,
    genesis: { ...genesis, ...changes, rules: { ...genesis.rules, ...changes.rules } },
    ...(stateFile === undefined ? {} : { stateFile }),
  });
}

const named = (name: string) => (error: unknown) =>
  (error as ChainError).chainErrorName === name || assert.fail(`${error}`);

async function signedCall(chain: EmbeddedChain, changes: Partial<Payload> = {}) {
  const { genesisHash, block } = await chain.head();
  const { nonce } = await chain.account(bob.hotkey.address);
  return signExtrinsic(bob.hotkey, {
    genesis: genesisHash,
    nonce,
    birth: block,
    call: { name: "serve_axon", netuid: NETUID, ip: "127.0.0.2", port: 1, version: 1 },
    ...changes,
  });
}

Deno.test("EmbeddedChain makes the blocks that are due when someone looks", async () => {
  const clock = new FakeClock();
  await using chain = await open(clock);
  assert.equal(chain.block, 1);
  await clock.advance(BLOCK_TIME_MS - 1);
  assert.equal(chain.block, 1);
  await clock.advance(1);
  assert.equal(chain.block, 2);
  await clock.advance(100 * BLOCK_TIME_MS);
  assert.equal(chain.block, 102);
});

Deno.test("EmbeddedChain accepts a signed call once, and never on another chain", async () => {
  const clock = new FakeClock();
  await using chain = await open(clock);
  const call = await signedCall(chain);
  assert.deepEqual(await chain.submit(call), { block: 1 });
  await assert.rejects(chain.submit(call), named("Stale"));
  await clock.advance(1);
  await using other = await open(clock);
  await assert.rejects(other.submit(call), named("BadProof"));
});

Deno.test("EmbeddedChain refuses bad signatures, foreign signers, wrong nonces and old calls", async () => {
  const clock = new FakeClock();
  await using chain = await open(clock);
  const call = await signedCall(chain);
  const flipped = call.signature.replace(/.$/, (last) => last === "0" ? "1" : "0");
  await assert.rejects(chain.submit({ ...call, signature: flipped }), named("BadProof"));
  await assert.rejects(
    chain.submit({ ...call, payload: call.payload.replace('"port":1', '"port":2') }),
    named("BadProof"),
  );
  await assert.rejects(chain.submit({ ...call, signer: alice.hotkey.address }), named("BadProof"));
  await assert.rejects(chain.submit(await signedCall(chain, { nonce: 1 })), named("Future"));
  await assert.rejects(
    chain.submit(await signedCall(chain, { birth: 2 })),
    named("AncientBirthBlock"),
  );
  await clock.advance(200 * BLOCK_TIME_MS);
  await assert.rejects(chain.submit(call), named("AncientBirthBlock"));
  const wrong = { name: "sudo" } as unknown as Payload["call"];
  await assert.rejects(
    chain.submit(await signedCall(chain, { call: wrong })),
    named("CannotDecode"),
  );
  assert.equal((await chain.account(bob.hotkey.address)).nonce, 0);
});

Deno.test("EmbeddedSubtensor sends many calls of one signer at once, each with its nonce", async () => {
  await using chain = await open(new FakeClock());
  const [first, second] = [new EmbeddedSubtensor(chain), new EmbeddedSubtensor(chain)];
  // Two clients share the signer, as two processes of one wallet would.
  await Promise.all([1, 2, 3, 4].map((port) =>
    (port % 2 ? first : second).serveAxon(bob.hotkey, {
      netuid: NETUID,
      ip: "127.0.0.2",
      port,
      version: 1,
    })
  ));
  assert.equal((await chain.account(bob.hotkey.address)).nonce, 4);
});

Deno.test("a full subnet replaces the neuron that earns least, not one in immunity", async () => {
  const clock = new FakeClock();
  await using chain = await open(clock, { rules: { maxUids: 2, immunityPeriodBlocks: 20 } });
  await using subtensor = new EmbeddedSubtensor(chain);
  await subtensor.setWeights(alice.hotkey, {
    netuid: NETUID,
    uids: [1 as Uid],
    weights: [65535],
    versionKey: 0n,
  });
  await clock.advance(30 * BLOCK_TIME_MS);
  // Both have earned: alice 50 % as validator, bob 50 % as miner; then bob gets nothing more.
  await subtensor.setWeights(alice.hotkey, {
    netuid: NETUID,
    uids: [0 as Uid],
    weights: [65535],
    versionKey: 0n,
  });
  await clock.advance(10 * BLOCK_TIME_MS);
  await subtensor.burnedRegister(carol.coldkey, NETUID, carol.hotkey.address);
  const { neurons } = await subtensor.metagraph(NETUID);
  assert.deepEqual(neurons.map(({ hotkey }) => hotkey), [
    alice.hotkey.address,
    carol.hotkey.address,
  ]);
  assert.equal(neurons[1].incentive, 0);
  // Carol is immune now, so alice would go, although she earns.
  await clock.advance(BLOCK_TIME_MS);
  const dave = devWallet("dave");
  await subtensor.burnedRegister(carol.coldkey, NETUID, dave.hotkey.address);
  const after = await subtensor.metagraph(NETUID);
  assert.deepEqual(after.neurons.map(({ hotkey }) => hotkey), [
    dave.hotkey.address,
    carol.hotkey.address,
  ]);
});

Deno.test("the price of a registration is burnt, doubles with demand and halves without", async () => {
  const clock = new FakeClock();
  const rules = {
    adjustmentIntervalBlocks: 10,
    targetRegistrationsPerInterval: 1,
    maxRegistrationsPerBlock: 3,
  };
  await using chain = await open(clock, { rules });
  await using subtensor = new EmbeddedSubtensor(chain);
  const register = (name: string) =>
    subtensor.burnedRegister(carol.coldkey, NETUID, devWallet(name).hotkey.address);
  const balance = async () => (await chain.account(carol.coldkey.address)).freeRao;
  await register("a");
  assert.equal(await balance(), 99n * TAO);
  await register("b");
  await register("c");
  await assert.rejects(register("d"), named("TooManyRegistrationsThisBlock"));
  await clock.advance(BLOCK_TIME_MS);
  await assert.rejects(register("d"), named("TooManyRegistrationsThisInterval"));
  await clock.advance(9 * BLOCK_TIME_MS);
  // Three against a target of one: (3 + 1) / (1 + 1) is twice the price.
  await register("d");
  assert.equal(await balance(), 95n * TAO);
  await clock.advance(10 * BLOCK_TIME_MS);
  await clock.advance(10 * BLOCK_TIME_MS);
  await register("e");
  assert.equal(await balance(), 94n * TAO);
});

Deno.test("emission is split 18 : 41 : 41 between owner, miners and validators", async () => {
  const clock = new FakeClock();
  const owner = { hotkey: carol.hotkey.address, coldkey: carol.coldkey.address };
  const neurons = [...genesis.neurons!, owner];
  await using chain = await open(clock, { owner, neurons, rules: { tempo: 9 } });
  await using subtensor = new EmbeddedSubtensor(chain);
  await subtensor.setWeights(alice.hotkey, {
    netuid: NETUID,
    uids: [1 as Uid],
    weights: [65535],
    versionKey: 0n,
  });
  const stakes = async () =>
    (await subtensor.metagraph(NETUID)).neurons.map(({ stakeRao }) => Number(stakeRao) / 1e9);
  // Up to the first epoch, at block 2 for netuid 17 and tempo 9, then one whole tempo.
  await clock.advance(BLOCK_TIME_MS);
  const before = await stakes();
  await clock.advance(10 * BLOCK_TIME_MS);
  const gained = (await stakes()).map((stake, uid) => stake - before[uid]);
  // 10 blocks of 1 TAO: validator 4.1, miner 4.1, owner 1.8.
  for (const [uid, expected] of [4.1, 4.1, 1.8].entries()) {
    assert.ok(Math.abs(gained[uid] - expected) < 1e-3, `uid ${uid} gained ${gained[uid]}`);
  }
});

const onDisk = { ignore: !granted("read", "write") };

Deno.test("a restart goes on from the same block and state", onDisk, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const stateFile = join(folder, "chain.json");
    const clock = new FakeClock();
    let before;
    {
      await using chain = await open(clock, {}, stateFile);
      await using subtensor = new EmbeddedSubtensor(chain);
      await subtensor.burnedRegister(carol.coldkey, NETUID, carol.hotkey.address);
      await subtensor.setWeights(alice.hotkey, {
        netuid: NETUID,
        uids: [1 as Uid, 2 as Uid],
        weights: [2, 1],
        versionKey: 0n,
      });
      await clock.advance(7 * BLOCK_TIME_MS);
      before = { metagraph: await chain.metagraph(NETUID), head: await chain.head() };
    }
    // While the chain is down no blocks are made.
    await clock.advance(1000 * BLOCK_TIME_MS);
    {
      await using chain = await open(clock, { balances: {} }, stateFile);
      assert.deepEqual(await chain.metagraph(NETUID), before.metagraph);
      assert.deepEqual(await chain.head(), before.head);
      await clock.advance(BLOCK_TIME_MS);
      assert.equal(chain.block, before.head.block + 1);
    }
    // Only a chain that is closed has no write under way.
    assert.deepEqual(
      (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name),
      ["chain.json"],
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("what submit() confirmed is in the file, whatever happens next", onDisk, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const stateFile = join(folder, "chain.json");
    const clock = new FakeClock();
    await using chain = await open(clock, {}, stateFile);
    await chain.submit(await signedCall(chain));
    // No dispose: as after a power cut.
    await using again = await open(clock, {}, stateFile);
    assert.equal((await again.metagraph(NETUID)).neurons[1].axon.ip, "127.0.0.2");
    assert.equal((await again.account(bob.hotkey.address)).nonce, 1);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a broken state file is a ConfigError that names it", onDisk, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const stateFile = join(folder, "chain.json");
    const clock = new FakeClock();
    await (await open(clock, {}, stateFile))[Symbol.asyncDispose]();
    const good = await Deno.readTextFile(stateFile);
    const broken = [
      "",
      good.slice(0, 100),
      "{}",
      "[]",
      good.replace('"block":1', '"block":-1'),
      good.replace(/"burnRao":"\d+"/, '"burnRao":"many"'),
      good.replace(alice.hotkey.address, "5Alice"),
    ];
    for (const text of broken) {
      assert.notEqual(text, good);
      await Deno.writeTextFile(stateFile, text);
      await assert.rejects(open(clock, {}, stateFile), (error: Error) => {
        assert.ok(error instanceof ConfigError, `${error}`);
        assert.ok(
          error.message.includes(stateFile) && !error.message.includes("\n"),
          error.message,
        );
        return true;
      });
    }
    await Deno.writeTextFile(stateFile, good);
    await assert.rejects(open(clock, { netuid: 18 }, stateFile), /it is of netuid 17, not 18/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("createChainApp() answers a refusal as a problem that the client turns back", async () => {
  await using chain = await open(new FakeClock());
  const app = createChainApp(chain);
  const fetch = (input: string, init?: RequestInit) => Promise.resolve(app.request(input, init));
  const door = new HttpChainDoor({ endpoint: "http://chain", fetch });
  assert.deepEqual(await door.metagraph(NETUID), await chain.metagraph(NETUID));
  assert.deepEqual(await door.hyperparameters(NETUID), await chain.hyperparameters(NETUID));
  await assert.rejects(door.metagraph(18 as Netuid), named("SubnetNotExists"));

  const post = (body: unknown) =>
    app.request("/v1/extrinsics", { method: "POST", body: JSON.stringify(body) });
  const call = await signedCall(chain);
  const refused = await post({ ...call, signer: alice.hotkey.address });
  assert.equal(refused.status, 422);
  assert.equal(refused.headers.get("content-type"), "application/problem+json");
  assert.equal((await refused.json()).code, "chain/BadProof");
  for (const body of [{}, { ...call, signature: "0x00" }, { ...call, signer: "me" }, 7]) {
    assert.equal((await post(body)).status, 422);
  }
  assert.equal((await app.request("/v1/subnets/x/metagraph")).status, 400);
  assert.equal((await app.request("/v1/accounts/x")).status, 400);
  assert.equal((await app.request("/health")).status, 200);
});

Deno.test("HttpChainDoor says which chain is away or answers garbage", async () => {
  const away = new HttpChainDoor({
    endpoint: "http://chain",
    fetch: () => Promise.reject(new TypeError("connection refused")),
  });
  await assert.rejects(away.head(), /Cannot read head: http:\/\/chain: connection refused/);
  const garbage = new HttpChainDoor({
    endpoint: "http://chain",
    fetch: () => Promise.resolve(Response.json({ block: "many" })),
  });
  await assert.rejects(garbage.head(), /does not answer as an embedded chain/);
});

Deno.test("POST /v1/extrinsics refuses every mutation of a valid call, and never crashes", async () => {
  await using chain = await open(new FakeClock());
  const app = createChainApp(chain);
  const valid = JSON.stringify(await signedCall(chain));
  const mutate = fc.record({
    at: fc.nat(valid.length - 1),
    drop: fc.integer({ min: 0, max: 5 }),
    insert: fc.string({ maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(mutate, { minLength: 1, maxLength: 3 }), async (mutations) => {
      let body = valid;
      for (const { at, drop, insert } of mutations) {
        body = body.slice(0, at) + insert + body.slice(at + drop);
      }
      const response = await app.request("/v1/extrinsics", { method: "POST", body });
      // White space and letter case of hex may change without changing the call.
      const isSame = sameCall(body, valid);
      assert.ok(isSame || [400, 422].includes(response.status), `${response.status} ${body}`);
    }),
    { numRuns: 500 },
  );
});

/** Whether two bodies carry the same signed call. */
function sameCall(body: string, valid: string): boolean {
  try {
    const [a, b] = [JSON.parse(body), JSON.parse(valid)];
    return a.signer === b.signer && a.payload === b.payload &&
      String(a.signature).toLowerCase() === b.signature;
  } catch {
    return false;
  }
}
