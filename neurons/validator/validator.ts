/**
 * Validator: gives tasks to miners, scores what they make, and tells the chain what they earned.
 *
 * This file only puts the parts together; time, randomness, chain, network and disk come from
 * outside.
 *
 * @module
 */
import { registrationRemedy, type Subtensor } from "@threegen/chain";
import type { Signer } from "@threegen/chain/wallet";
import { ChainError, ConfigError, type Hotkey, type Netuid, RAO_PER_TAO } from "@threegen/domain";
import { CollectorClient } from "@threegen/prompt-collector/client";
import { SPOKEN_VERSION } from "@threegen/protocol";
import { createAxon, type Verifier } from "@threegen/protocol/axon";
import {
  type Clock,
  createService,
  type Fetch,
  getLogger,
  type Random,
  startLoop,
  untilSucceeds,
} from "@threegen/service";
import { ValidationClient } from "@threegen/validation/client";
import type { Hono } from "hono";
import { Registry } from "prom-client";
import { createApi } from "./api/app.ts";
import type { MinerView } from "./api/contract.ts";
import { EventLog } from "./api/event_log.ts";
import { ApiKeys, type RateLimit } from "./api/keys.ts";
import { toTaskView } from "./api/task_view.ts";
import { axonRoutes } from "./exchange/axon_routes.ts";
import { type DeskPolicy, TaskDesk } from "./exchange/task_desk.ts";
import type { CooldownPolicy } from "./miners/cooldown.ts";
import { MinerRegistry } from "./miners/miner_registry.ts";
import { AssetScorer } from "./scoring/asset_scorer.ts";
import { WeightSetter } from "./scoring/weight_setter.ts";
import { ValidatorStore } from "./store/validator_store.ts";
import { type SubnetSnapshot, SubnetView } from "./subnet_view.ts";
import { Deck } from "./tasks/deck.ts";
import { type OrganicPolicy, OrganicTasks } from "./tasks/organic.ts";
import { type PromptOrder, SyntheticTasks } from "./tasks/synthetic.ts";
import { TaskBook, type TaskBookLimits } from "./tasks/task_book.ts";
import { createValidatorMetrics } from "./validator_metrics.ts";
import { VALIDATOR_VERSION, VALIDATOR_VERSION_NUMBER } from "./version.ts";

export type { CooldownPolicy, DeskPolicy, OrganicPolicy, RateLimit, TaskBookLimits };

const logger = getLogger(["threegen", "validator", "validator"]);

/** Time between two looks for tasks that are over by time, in milliseconds. */
const TICK_MS = 1000;
/** Longest time between two looks at the chain, in milliseconds: one block. */
const BLOCK_MS = 12_000;
/** Time between two looks for prompts while there are none, in milliseconds. */
const FIRST_PROMPTS_MS = 5000;
/** An unknown hotkey makes us read the subnet again, at most this often, in milliseconds. */
const REFRESH_MS = 60_000;

/** What an operator decides. */
export interface ValidatorSettings {
  /** Number of the subnet. */
  readonly netuid: Netuid;
  /** Time between two readings of the subnet, in milliseconds. */
  readonly syncIntervalMs: number;
  /** Time between two lines about ourselves in the log, in milliseconds. */
  readonly logIntervalMs: number;
  /** Blocks between two `set_weights`. */
  readonly weightIntervalBlocks: number;
  /** Stake from which weights are set and others may ask for our version, in TAO. */
  readonly minStakeTao: number;
  /** Rules about miners and their tasks. */
  readonly desk: DeskPolicy;
  /** Rules about the tasks of app developers. */
  readonly organic: OrganicPolicy;
  /** How much is kept. */
  readonly limits: TaskBookLimits;
  /** Endpoints of validation; a miner's is its uid modulo their number. */
  readonly validationEndpoints: readonly string[];
  /** Longest wait for one validation, in milliseconds. */
  readonly validationTimeoutMs: number;
  /** The prompt collector. */
  readonly collectorEndpoint: string;
  /** Time between two fetches of prompts, in milliseconds. */
  readonly promptsIntervalMs: number;
  /** Prompts to use until the collector has answered. */
  readonly fallbackPrompts: readonly string[];
  /** In which order prompts become tasks. */
  readonly promptOrder: PromptOrder;
  /** Name of the network, as the chain client gives it. */
  readonly network: string;
  /**
   * Whether the chain's node is on this machine: unless it serves the main network, scores of a
   * development scorer may become weights.
   */
  readonly isLocalNetwork: boolean;
  /** Present when the public API is wanted. */
  readonly api?: { readonly keys: readonly string[]; readonly rateLimit: RateLimit };
}

/** What a validator is made of. */
export interface ValidatorOptions {
  /** What the operator decided. */
  readonly settings: ValidatorSettings;
  /** Our hotkey. */
  readonly signer: Signer;
  /** The chain. */
  readonly subtensor: Subtensor;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Draws the prompts. */
  readonly random: Random;
  /** A file, made when it is missing; `:memory:` for tests. */
  readonly storePath: string;
  /** How to reach validation endpoints and the collector. @default {globalThis.fetch} */
  readonly fetch?: Fetch;
  /** Checks the signatures of calls. @default {the wallet's, in JavaScript} */
  readonly verify?: Verifier;
}

/** Where others reach our axon. */
export interface AxonAddress {
  /** In text form. */
  readonly ip: string;
  /** TCP, 1 to 65535. */
  readonly port: number;
}

/** A validator neuron. */
export class Validator implements AsyncDisposable {
  /** Takes the calls of miners. */
  readonly axon: Hono;
  /** The public API; undefined unless it is wanted. */
  readonly api: Hono | undefined;
  /** `/health` and `/metrics` only. */
  readonly status: Hono;
  readonly #options: ValidatorOptions;
  readonly #stop = new AbortController();
  readonly #store: ValidatorStore;
  readonly #registry: MinerRegistry;
  readonly #synthetic: SyntheticTasks;
  readonly #scorer: AssetScorer;
  readonly #desk: TaskDesk;
  readonly #subnet: SubnetView;
  readonly #weights: WeightSetter;
  readonly #collector: CollectorClient;
  readonly #book: TaskBook;
  /** The snapshot for which our axon's address is known to be on the chain. */
  #announcedFor: SubnetSnapshot | undefined;
  /** Name of the chain's last refusal of it. */
  #announceRefusal: string | undefined;
  #promptsFetchedAt = -Infinity;
  #running: Promise<unknown> = Promise.resolve();

  /**
   * Opens the store and puts the parts together; loops run from {@linkcode Validator.run}.
   *
   * @throws {ConfigError} When the store cannot be used, or the API has no keys.
   */
  constructor(options: ValidatorOptions) {
    const { settings, signer, subtensor, clock, random, storePath, fetch, verify } = options;
    const { netuid, desk: policy, minStakeTao } = settings;
    this.#options = options;
    const store = this.#store = new ValidatorStore(storePath);
    // The address alone does not tell: an operator may run a node of the main network.
    const isLocal = settings.isLocalNetwork && !subtensor.isMainNetwork;
    bindStore(store, storePath, settings, isLocal, signer.address);
    const registry = this.#registry = new MinerRegistry(store, clock.now());
    const book = this.#book = new TaskBook(store, settings.limits);
    const organic = new OrganicTasks(settings.organic, book);
    const synthetic = this.#synthetic = new SyntheticTasks({
      store,
      random,
      order: settings.promptOrder,
      fallbackPrompts: settings.fallbackPrompts,
    });
    const validation = settings.validationEndpoints.map((endpoint) =>
      new ValidationClient({ endpoint, fetch, timeoutMs: settings.validationTimeoutMs })
    );
    const scorer = this.#scorer = new AssetScorer({
      endpoints: validation,
      clock,
      qualityThreshold: policy.qualityThreshold,
      allowsDevScorer: isLocal,
    });
    const metricsRegistry = new Registry();
    const metrics = createValidatorMetrics(metricsRegistry, book);
    const desk = this.#desk = new TaskDesk({
      policy,
      clock,
      store,
      registry,
      book,
      deck: new Deck({ organic, synthetic }),
      scorer,
      signal: this.#stop.signal,
      onSubmitted: metrics.submitted,
    });
    const subnet = this.#subnet = new SubnetView({
      subtensor,
      netuid,
      clock,
      onSync: ({ metagraph }) => registry.sync(metagraph, clock.now()),
    });
    const events = new EventLog(clock.now());
    book.listen((task) =>
      events.append({ type: "task", task: toTaskView(task, book.hasAsset(task.id)) })
    );
    this.#weights = new WeightSetter({
      policy: {
        intervalBlocks: settings.weightIntervalBlocks,
        minStakeTao,
        versionKey: BigInt(SPOKEN_VERSION),
      },
      netuid,
      signer,
      subtensor,
      registry,
      store,
      clock,
      refusal: () => scorer.refusal,
      onSet: (weights) => {
        metrics.weightsSet(weights.block);
        events.append({ type: "weights", weights });
      },
    });
    this.#collector = new CollectorClient({
      endpoint: settings.collectorEndpoint,
      clock,
      fetch,
    });
    this.axon = createAxon({
      signer,
      clock,
      ...(verify ? { verify } : {}),
      // The desk does nothing for the others, which is what lets the axon forget them.
      isRegistered: (hotkey) => registry.get(hotkey as Hotkey) !== undefined,
      onAnswered: metrics.answered,
      routes: axonRoutes({
        desk,
        signer,
        clock,
        metagraph: () => subnet.snapshot?.metagraph,
        refreshFor: (hotkey) => this.#refreshFor(hotkey),
        qualityThreshold: policy.qualityThreshold,
        throttleSeconds: policy.throttleSeconds,
        minStakeTao,
        version: VALIDATOR_VERSION_NUMBER,
        validationVersion: () => validationVersion(validation[0]),
      }),
    });
    const readiness = () => this.readiness();
    this.status = createService({
      name: "validator",
      version: VALIDATOR_VERSION,
      readiness,
      registry: metricsRegistry,
    });
    this.api = settings.api && createApi({
      version: VALIDATOR_VERSION,
      registry: metricsRegistry,
      clock,
      keys: new ApiKeys(settings.api.keys, settings.api.rateLimit, clock),
      book,
      organic,
      events,
      miners: () => this.#minerViews(),
      weights: () => this.#weights.latest,
      readiness,
      signal: this.#stop.signal,
    });
  }

  /** Why the validator cannot do all of its work now; undefined when it can. */
  readiness(): string | undefined {
    if (!this.#subnet.snapshot) return "the subnet was not read yet";
    return this.#scorer.refusal ?? this.#weights.problem;
  }

  /**
   * Works until the signal aborts.
   *
   * @param address Where others reach our axon.
   * @throws {ConfigError} When our hotkey is not registered.
   * @throws The signal's reason when it aborts before the subnet was read.
   */
  run(address: AxonAddress, signal: AbortSignal): Promise<void> {
    // Event streams and validations in flight end with us, so that stopping takes no time.
    signal.addEventListener("abort", () => this.#stop.abort(signal.reason), { once: true });
    const running = this.#run(address, AbortSignal.any([signal, this.#stop.signal]));
    this.#running = running.catch(() => {}); // The caller hears of it; disposal only waits.
    return running;
  }

  async #run(address: AxonAddress, signal: AbortSignal): Promise<void> {
    const { settings, signer, subtensor, clock } = this.#options;
    await untilSucceeds({ name: "chain", signal, clock }, () => this.#subnet.sync(signal));
    if (!this.#subnet.neuron(signer.address)) {
      throw new ConfigError(
        `Cannot run validator: hotkey ${signer.address} is not registered on netuid ` +
          `${settings.netuid}; ${registrationRemedy(subtensor)}`,
      );
    }
    const loop = (name: string, everyMs: number, turn: () => Promise<void> | void) =>
      startLoop({ name, everyMs, signal, clock }, turn);
    await Promise.all([
      loop("task clock", TICK_MS, () => this.#desk.tick()),
      loop(
        "chain",
        Math.min(BLOCK_MS, settings.syncIntervalMs),
        () => this.#followChain(address, signal),
      ),
      loop(
        "prompts",
        Math.min(FIRST_PROMPTS_MS, settings.promptsIntervalMs),
        () => this.#fetchPromptsIfDue(signal),
      ),
      loop("state", settings.logIntervalMs, () => this.#logState()),
    ]);
  }

  /** Stops every loop, waits for results that are being taken in, closes the store. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new DOMException("the validator stops", "AbortError"));
    await this.#running;
    await this.#desk.settled();
    this.#registry.save();
    this.#store[Symbol.dispose]();
  }

  /** Who is unknown may have registered a moment ago. */
  async #refreshFor(hotkey: Hotkey): Promise<void> {
    if (this.#registry.get(hotkey)) return;
    const { syncIntervalMs } = this.#options.settings;
    if (this.#subnet.isOlderThan(Math.min(REFRESH_MS, syncIntervalMs))) await this.#subnet.sync();
  }

  async #followChain(address: AxonAddress, signal: AbortSignal): Promise<void> {
    if (this.#subnet.isOlderThan(this.#options.settings.syncIntervalMs)) {
      await this.#subnet.sync(signal);
      this.#registry.save();
    }
    const snapshot = this.#subnet.snapshot!;
    await this.#announce(address, snapshot, signal);
    await this.#weights.runOnce(snapshot, signal);
  }

  /** Tells the chain where we are, once per reading of the subnet; skips when it knows. */
  async #announce(
    { ip, port }: AxonAddress,
    snapshot: SubnetSnapshot,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.#announcedFor === snapshot) return;
    const { settings, signer, subtensor } = this.#options;
    const { netuid } = settings;
    try {
      const inclusion = await subtensor.serveAxon(signer, {
        netuid,
        ip,
        port,
        version: SPOKEN_VERSION,
      }, signal);
      if (inclusion) logger.info("Axon {ip}:{port} announced", { ip, port });
      this.#announcedFor = snapshot;
      this.#announceRefusal = undefined;
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
      // It is tried again with every block; one line is enough.
      const level = this.#announceRefusal === error.chainErrorName ? "debug" : "warn";
      logger[level]("Axon not announced yet: {message}", { message: error.message });
      this.#announceRefusal = error.chainErrorName;
    }
  }

  async #fetchPromptsIfDue(signal: AbortSignal): Promise<void> {
    const { settings, signer, clock } = this.#options;
    const isDue = clock.now() >= this.#promptsFetchedAt + settings.promptsIntervalMs;
    if (!isDue && this.#synthetic.promptCount > 0) return;
    const prompts = await this.#collector.getTextPrompts({ signer, minBatch: 1, signal });
    this.#promptsFetchedAt = clock.now();
    this.#synthetic.refill(prompts);
    if (prompts.length > 0) {
      logger.info("{count} new prompts from the collector, {total} in all", {
        count: prompts.length,
        total: this.#synthetic.promptCount,
      });
    } else logger.debug("The collector has no new prompts");
  }

  #logState(): void {
    const own = this.#subnet.neuron(this.#options.signer.address);
    if (!own) return;
    logger.info(
      "uid {uid} at block {block}: stake {stake} TAO, permit {permit}, dividends {dividends}; " +
        "{miners} miners, {tasks} live tasks",
      {
        uid: own.uid,
        block: this.#subnet.snapshot!.metagraph.block,
        stake: Number(own.stakeRao) / RAO_PER_TAO,
        permit: own.hasValidatorPermit,
        dividends: own.dividends,
        miners: this.#minerViews().length,
        tasks: this.#book.live().length,
      },
    );
  }

  /** Everyone but ourselves and validators that never asked for work. */
  #minerViews(): readonly MinerView[] {
    const { signer, clock } = this.#options;
    const weights = new Map(
      this.#weights.latest?.entries.map(({ uid, weight }) => [uid, weight]) ?? [],
    );
    return this.#registry.registered().flatMap((miner): MinerView[] => {
      const { hotkey, record } = miner;
      const neuron = this.#subnet.neuron(hotkey);
      const neverCame = record.lastSeenAt === null;
      if (hotkey === signer.address || (neverCame && neuron?.hasValidatorPermit)) return [];
      return [{
        uid: miner.uid!,
        hotkey,
        tasks: record.tasks,
        accepted: record.accepted,
        meanScore: miner.meanScore,
        reward: miner.reward(clock.now()),
        weight: weights.get(miner.uid!) ?? 0,
        incentive: neuron?.incentive ?? 0,
        cooldownUntil: record.cooldownUntil,
        lastSeenAt: record.lastSeenAt,
      }];
    });
  }
}

/** A store belongs to one hotkey on one subnet of one network: rewards must not move between. */
function bindStore(
  store: ValidatorStore,
  path: string,
  { netuid, network }: ValidatorSettings,
  isLocal: boolean,
  hotkey: Hotkey,
): void {
  const chain = isLocal ? "a local network" : network;
  const owner = `${hotkey} on netuid ${netuid} of ${chain}`;
  const known = store.fact<string>("owner");
  if (known !== undefined && known !== owner) {
    store[Symbol.dispose]();
    throw new ConfigError(
      `Cannot use store ${path}: it belongs to ${known}, not to ${owner}; ` +
        "choose another folder with --neuron.data_dir",
    );
  }
  store.saveFact("owner", owner);
}

async function validationVersion(client: ValidationClient): Promise<string> {
  try {
    return await client.version();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
