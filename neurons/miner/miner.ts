/**
 * Miner: as many workers as generation endpoints, and a look at the subnet from time to time.
 *
 * @module
 */
import { type Metagraph, registrationRemedy, type Subtensor } from "@threegen/chain";
import type { Signer } from "@threegen/chain/wallet";
import { ConfigError, type Netuid, RAO_PER_TAO } from "@threegen/domain";
import { GenerationClient } from "@threegen/generation/client";
import { Dendrite } from "@threegen/protocol/dendrite";
import {
  type Clock,
  createService,
  type Fetch,
  getLogger,
  startLoop,
  untilSucceeds,
} from "@threegen/service";
import type { Hono } from "hono";
import { Counter, Registry } from "prom-client";
import { ValidatorPicker } from "./validator_picker.ts";
import { MINER_VERSION } from "./version.ts";
import { type UnsentAssets, Worker } from "./worker.ts";

const logger = getLogger(["threegen", "miner", "miner"]);

/** Longest time between two looks at whether the subnet must be read again: one block. */
const BLOCK_MS = 12_000;
/** Longest sleep of a worker with nobody to ask; looking again costs nothing. */
const IDLE_MS = 1000;

/** What an operator decides. */
export interface MinerSettings {
  /** Number of the subnet. */
  readonly netuid: Netuid;
  /** Time between two readings of the subnet, in milliseconds. */
  readonly syncIntervalMs: number;
  /** Time between two lines about ourselves in the log, in milliseconds. */
  readonly logIntervalMs: number;
  /** Stake from which a validator is asked, in TAO. */
  readonly minStakeTao: number;
  /** How long a validator that failed is left alone, in milliseconds. */
  readonly failedValidatorDelayMs: number;
  /** One worker each. */
  readonly generationEndpoints: readonly string[];
  /** Longest wait for one asset, in milliseconds. */
  readonly generationTimeoutMs: number;
  /** Our address as others see it; a validator there is called over the loopback. */
  readonly externalIp?: string;
}

/** What a miner is made of. */
export interface MinerOptions {
  /** What the operator decided. */
  readonly settings: MinerSettings;
  /** Our hotkey. */
  readonly signer: Signer;
  /** The chain. */
  readonly subtensor: Subtensor;
  /** Where time comes from. */
  readonly clock: Clock;
  /** How to reach generation endpoints. @default {globalThis.fetch} */
  readonly fetch?: Fetch;
  /** How to reach validators. @default {a pool of connections of its own} */
  readonly axonFetch?: Fetch;
}

/** A miner neuron. */
export class Miner implements AsyncDisposable {
  /** `/health` and `/metrics`. */
  readonly status: Hono;
  readonly #options: MinerOptions;
  readonly #dendrite: Dendrite;
  readonly #picker: ValidatorPicker;
  readonly #workers: readonly (readonly [endpoint: string, worker: Worker])[];
  readonly #outcomes: Counter;
  #metagraph: Metagraph | undefined;
  #readAt = -Infinity;
  #shouldLookSoon = false;

  /** Puts the parts together; nothing runs before {@linkcode Miner.run}. */
  constructor(options: MinerOptions) {
    const { settings, signer, clock, fetch, axonFetch } = options;
    const { minStakeTao, failedValidatorDelayMs, generationTimeoutMs: timeoutMs } = settings;
    this.#options = options;
    this.#dendrite = new Dendrite({
      signer,
      clock,
      fetch: axonFetch,
      ...(settings.externalIp ? { externalIp: settings.externalIp } : {}),
    });
    const picker = this.#picker = new ValidatorPicker({
      ownHotkey: signer.address,
      minStakeTao,
      clock,
    });
    const unsent: UnsentAssets = new Map();
    this.#workers = settings.generationEndpoints.map((endpoint) => [
      endpoint,
      new Worker({
        signer,
        clock,
        dendrite: this.#dendrite,
        picker,
        generation: new GenerationClient({ endpoint, timeoutMs, ...(fetch ? { fetch } : {}) }),
        unsent,
        failedValidatorDelayMs,
      }),
    ]);
    const registry = new Registry();
    this.#outcomes = new Counter({
      name: "threegen_miner_turns_total",
      help: "Turns of the workers by what they came to",
      labelNames: ["outcome"],
      registers: [registry],
    });
    this.status = createService({
      name: "miner",
      version: MINER_VERSION,
      registry,
      readiness: () => this.readiness(),
    });
  }

  /** Why the miner cannot work now; undefined when it can. */
  readiness(): string | undefined {
    if (!this.#metagraph) return "the subnet was not read yet";
    return this.#picker.count === 0 ? "no validator serves an axon with enough stake" : undefined;
  }

  /**
   * Works until the signal aborts.
   *
   * @throws {ConfigError} When our hotkey is not registered.
   * @throws The signal's reason when it aborts before the subnet was read.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { settings, signer, subtensor, clock } = this.#options;
    await untilSucceeds({ name: "chain", signal, clock }, () => this.#sync(signal));
    if (!this.#own()) {
      throw new ConfigError(
        `Cannot run miner: hotkey ${signer.address} is not registered on netuid ` +
          `${settings.netuid}; ${registrationRemedy(subtensor)}`,
      );
    }
    await Promise.all([
      startLoop({
        name: "chain",
        everyMs: Math.min(BLOCK_MS, settings.syncIntervalMs),
        signal,
        clock,
      }, () => this.#syncIfDue(signal)),
      startLoop(
        { name: "state", everyMs: settings.logIntervalMs, signal, clock },
        () => this.#logState(),
      ),
      ...this.#workers.map(([endpoint, worker]) =>
        startLoop(
          { name: `worker of ${endpoint}`, everyMs: 0, signal, clock },
          () => this.#turn(worker, signal),
        )
      ),
    ]);
  }

  /** Closes the connections to validators. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#dendrite[Symbol.asyncDispose]();
  }

  /**
   * Waits for a task and works on it. Waiting is part of the turn: a worker whose generation
   * endpoint is away has not recovered because a validator told it to wait.
   *
   * @throws What kept the endpoint from its work; the loop names it and rests longer each time.
   */
  async #turn(worker: Worker, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    for (;;) {
      const outcome = await worker.runOnce(signal);
      this.#outcomes.inc({ outcome: outcome.kind });
      switch (outcome.kind) {
        case "submitted":
          return;
        case "skipped":
          throw outcome.reason;
        case "idle": {
          const waitMs = (outcome.until ?? Infinity) - clock.now();
          await clock.sleep(Math.min(IDLE_MS, Math.max(0, waitMs)), signal);
          break;
        }
        case "validator-failed":
        case "unsent":
          this.#shouldLookSoon = true; // It may have moved to another address.
      }
    }
  }

  /** Reads the subnet when it is time, or earlier when there is nobody to ask or we are not in it. */
  async #syncIfDue(signal: AbortSignal): Promise<void> {
    const { settings, clock } = this.#options;
    const isUrgent = this.#shouldLookSoon || this.#picker.count === 0 || !this.#own();
    const ageMs = clock.now() - this.#readAt;
    const dueMs = isUrgent ? Math.min(BLOCK_MS, settings.syncIntervalMs) : settings.syncIntervalMs;
    if (ageMs >= dueMs) await this.#sync(signal);
  }

  async #sync(signal: AbortSignal): Promise<void> {
    const { settings, subtensor, clock } = this.#options;
    const metagraph = await subtensor.metagraph(settings.netuid, signal);
    this.#metagraph = metagraph;
    this.#readAt = clock.now();
    this.#shouldLookSoon = false;
    this.#picker.update(metagraph);
  }

  #own() {
    const { address } = this.#options.signer;
    return this.#metagraph?.neurons.find(({ hotkey }) => hotkey === address);
  }

  #logState(): void {
    const { signer, subtensor } = this.#options;
    const own = this.#own();
    if (!own) {
      logger.warn("{hotkey} is not registered any more; {remedy}", {
        hotkey: signer.address,
        remedy: registrationRemedy(subtensor),
      });
      return;
    }
    logger.info(
      "uid {uid} at block {block}: incentive {incentive}, emission {emission} TAO, " +
        "stake {stake} TAO; {validators} validators",
      {
        uid: own.uid,
        block: this.#metagraph!.block,
        incentive: own.incentive,
        emission: Number(own.emissionRao) / RAO_PER_TAO,
        stake: Number(own.stakeRao) / RAO_PER_TAO,
        validators: this.#picker.count,
      },
    );
  }
}
