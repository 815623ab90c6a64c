import { EmbeddedChain, EmbeddedSubtensor } from "@threegen/chain/embedded";
import { type DevWallet, devWallet } from "@threegen/chain/testing";
import { ConfigError, type Netuid, UnavailableError } from "@threegen/domain";
import { PullTask } from "@threegen/protocol";
import type { Verifier } from "@threegen/protocol/axon";
import { AxonRefusedError, AxonUnavailableError, Dendrite } from "@threegen/protocol/dendrite";
import { InMemoryNetwork, signedCall } from "@threegen/protocol/testing";
import { parseFlags, seededRandom, unixNanoseconds } from "@threegen/service";
import { FakeClock, granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { ValidatorClient } from "./api/client.ts";
import { validatorProgram, validatorSettings } from "./config.ts";
import { FakeValidation } from "./testing/fake_validation.ts";
import { Validator, type ValidatorSettings } from "./validator.ts";

const NETUID = 17 as Netuid;
const IP = "203.0.113.7";
const PORT = 8092;
const [vera, ann] = ["vera", "ann"].map(devWallet);

const SETTINGS = validatorSettings(
  parseFlags(validatorProgram, ["--public_api.enabled"]).flags,
  {
    network: "embedded",
    isLocalNetwork: true,
    fallbackPrompts: ["a marble"],
    apiKeys: ["0123456789abcdef"],
  },
);

interface StageOptions {
  readonly settings?: Partial<ValidatorSettings>;
  readonly neurons?: readonly DevWallet[];
  readonly storePath?: string;
  readonly verify?: Verifier;
  readonly isMainNetwork?: boolean;
}

/** A validator (Vera) and a miner (Ann) on a chain, without sockets. */
class ValidatorStage implements AsyncDisposable {
  readonly clock: FakeClock;
  readonly subtensor: EmbeddedSubtensor;
  readonly validator: Validator;
  readonly #network = new InMemoryNetwork();
  readonly #stop = new AbortController();
  /** What the collector answers; away while undefined. */
  prompts: readonly string[] | undefined;
  /** How often the collector was asked. */
  fetches = 0;

  private constructor(clock: FakeClock, chain: EmbeddedChain, options: StageOptions) {
    const validation = new FakeValidation();
    this.clock = clock;
    this.subtensor = new EmbeddedSubtensor(chain);
    const { isMainNetwork = false } = options;
    Object.defineProperty(this.subtensor, "isMainNetwork", { value: isMainNetwork });
    this.validator = new Validator({
      settings: { ...SETTINGS, ...options.settings },
      signer: vera.hotkey,
      subtensor: this.subtensor,
      clock,
      random: seededRandom(1),
      storePath: options.storePath ?? ":memory:",
      ...(options.verify ? { verify: options.verify } : {}),
      fetch: (url, init) => {
        if (!url.endsWith("/text-prompts/get/")) return validation.fetch(url, init);
        this.fetches++;
        if (!this.prompts) return Promise.reject(new TypeError("connection refused"));
        return Promise.resolve(Response.json({ prompts: this.prompts }));
      },
    });
    this.#network.listen(IP, PORT, this.validator.axon);
  }

  static async open(options: StageOptions = {}): Promise<ValidatorStage> {
    const clock = new FakeClock();
    const { neurons = [vera, ann] } = options;
    const chain = await EmbeddedChain.open({
      clock,
      genesis: {
        netuid: NETUID,
        neurons: neurons.map(({ hotkey, coldkey }) => ({
          hotkey: hotkey.address,
          coldkey: coldkey.address,
          stakeRao: hotkey === vera.hotkey ? 5_000_000_000_000n : 0n,
        })),
      },
    });
    return new ValidatorStage(clock, chain, options);
  }

  run(): Promise<void> {
    return this.validator.run({ ip: IP, port: PORT }, this.#stop.signal);
  }

  async pull(wallet = ann): Promise<PullTask> {
    const fetch = this.#network.fetchFrom();
    await using dendrite = new Dendrite({ signer: wallet.hotkey, clock: this.clock, fetch });
    const target = { ip: IP, port: PORT, hotkey: vera.hotkey.address };
    return (await dendrite.call(target, PullTask, {})).fields;
  }

  async health(): Promise<readonly [number, string | undefined]> {
    const response = await this.validator.status.request("/health");
    return [response.status, (await response.json()).reason];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new DOMException("the test is over", "AbortError"));
    await this.validator[Symbol.asyncDispose]();
  }
}

Deno.test("Validator.run() reads the subnet, announces its axon and serves tasks", async () => {
  await using stage = await ValidatorStage.open();
  assert.deepEqual(await stage.health(), [503, "the subnet was not read yet"]);
  stage.run();
  await stage.clock.advance(1000);
  assert.deepEqual(await stage.health(), [200, undefined]);
  const { neurons } = await stage.subtensor.metagraph(NETUID);
  assert.deepEqual([neurons[0].axon.ip, neurons[0].axon.port], [IP, PORT]);
  assert.equal((await stage.pull()).task!.prompt, "a marble");
  const metrics = await (await stage.validator.api!.request("/metrics")).text();
  assert.match(metrics, /^threegen_validator_live_tasks\{kind="synthetic"\} 1$/m);
  assert.match(metrics, /axon_call_duration_seconds_count\{message="PullTask",status="200"\} 1$/m);
});

Deno.test("Validator.run() fails in one line when its hotkey is not registered", async () => {
  await using stage = await ValidatorStage.open({ neurons: [ann] });
  const running = assert.rejects(stage.run(), ConfigError);
  await stage.clock.advance(1000);
  await running;
});

Deno.test("Validator turns nobody away while it cannot read the subnet, and starts when it can", async () => {
  await using stage = await ValidatorStage.open();
  const read = stage.subtensor.metagraph;
  stage.subtensor.metagraph = () =>
    Promise.reject(new UnavailableError("chain/away", "Cannot read the subnet: no answer"));
  stage.run();
  await stage.clock.advance(10_000);
  await assert.rejects(stage.pull(), AxonUnavailableError);
  stage.subtensor.metagraph = read;
  await stage.clock.advance(30_000);
  assert.notEqual((await stage.pull()).task, null);
});

Deno.test("Validator checks the signatures of calls by the verifier that it is given", async () => {
  let isGood = true;
  await using stage = await ValidatorStage.open({ verify: () => isGood });
  stage.run();
  await stage.clock.advance(1000);
  assert.notEqual((await stage.pull()).task, null);
  isGood = false;
  await assert.rejects(
    stage.pull(),
    (error) => error instanceof AxonRefusedError && error.status === 401,
  );
});

Deno.test("Validator remembers the calls of registered hotkeys, and takes up no memory for others", async () => {
  await using stage = await ValidatorStage.open();
  stage.run();
  await stage.clock.advance(1000);
  for (const [wallet, again] of [[ann, 401], [devWallet("eve"), 200]] as const) {
    const [url, init] = signedCall({
      signer: wallet.hotkey,
      receiver: vera.hotkey.address,
      nonce: unixNanoseconds(stage.clock),
    });
    const { pathname } = new URL(url);
    assert.equal((await stage.validator.axon.request(pathname, init)).status, 200);
    assert.equal((await stage.validator.axon.request(pathname, init)).status, again);
  }
});

Deno.test("Validator goes on without the collector and uses its prompts once it answers", async () => {
  await using stage = await ValidatorStage.open();
  stage.run();
  await stage.clock.advance(1000);
  assert.equal((await stage.pull()).task!.prompt, "a marble");
  stage.prompts = ["a pink bicycle"];
  await stage.clock.advance(10 * 60_000); // Ann's first task expires meanwhile.
  await stage.clock.advance(5 * 60_000);
  assert.equal((await stage.pull()).task!.prompt, "a pink bicycle");
});

Deno.test("Validator fetches prompts every half hour, and every 5 s while it has none", async () => {
  await using stage = await ValidatorStage.open();
  stage.prompts = [];
  stage.run();
  await stage.clock.advance(21_000);
  assert.equal(stage.fetches, 5);
  stage.prompts = ["a pink bicycle"];
  await stage.clock.advance(1_700_000);
  assert.equal(stage.fetches, 6);
  await stage.clock.advance(200_000);
  assert.equal(stage.fetches, 7);
});

Deno.test("Validator shows miners to the API, not itself", async () => {
  await using stage = await ValidatorStage.open();
  stage.run();
  await stage.clock.advance(1000);
  await stage.pull();
  const client = new ValidatorClient({
    endpoint: "http://validator",
    fetch: async (url, init) => await stage.validator.api!.request(url, init),
  });
  const miners = await client.miners();
  assert.deepEqual(miners.map(({ uid, hotkey, tasks }) => [uid, hotkey, tasks]), [
    [1, ann.hotkey.address, 1],
  ]);
});

Deno.test({
  name: "Validator refuses a store of another network, so that rewards do not move between",
  ignore: !granted("read", "write"),
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "threegen-validator-" });
    try {
      const storePath = `${folder}/validator.db`;
      await (await ValidatorStage.open({ storePath }))[Symbol.asyncDispose]();
      await (await ValidatorStage.open({ storePath }))[Symbol.asyncDispose]();
      await assert.rejects(
        ValidatorStage.open({
          storePath,
          settings: { network: "finney", isLocalNetwork: false },
        }),
        (error: unknown) =>
          error instanceof ConfigError && /belongs to .* a local network/.test(error.message),
      );
      // A node of the main network on this machine.
      await assert.rejects(
        ValidatorStage.open({ storePath, isMainNetwork: true }),
        (error: unknown) =>
          error instanceof ConfigError && /belongs to .* a local network/.test(error.message),
      );
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
