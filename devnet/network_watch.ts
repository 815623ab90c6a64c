/**
 * The running network as the page, the report and the terminal see it: parts, chain, validator.
 *
 * The validator's event stream tells of tasks; when it breaks, the newest tasks are read again, so
 * nothing is missed. The chain is looked at once per block.
 *
 * @module
 */
import type { EmbeddedChain } from "@threegen/chain/embedded";
import type { Netuid, Uid } from "@threegen/domain";
import { type Clock, startLoop } from "@threegen/service";
import type { ValidatorClient } from "@threegen/validator/api/client";
import { type MinerView, TaskView } from "@threegen/validator/api/contract";
import { readEventStream } from "./event_stream.ts";
import type { NetworkSource } from "./page/network_source.ts";
import type { MinerRow, NetworkView, PageEvent, PartView } from "./page/wire.ts";
import { type ReportedResult, ResultLog } from "./report.ts";

/** Tasks that are remembered for a browser that connects. */
const TASKS_KEPT = 120;
/** Time between two tries to reach the validator's event stream, in milliseconds. */
const RECONNECT_MS = 300;

/** What is watched. */
export interface NetworkWatchOptions {
  readonly chain: EmbeddedChain;
  readonly netuid: Netuid;
  /** Uid of the validator whose weights are shown. */
  readonly validatorUid: Uid;
  /** The parts now. */
  readonly parts: () => readonly PartView[];
  /** The validator's public API. */
  readonly validator: ValidatorClient;
  /** `http://host:port` of the same. */
  readonly validatorEndpoint: string;
  /** What is said about a miner on the page. */
  readonly noteOf: (uid: number) => string;
  readonly blockTimeMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told of every new scored result. */
  readonly onResult?: (result: ReportedResult) => void;
  /** Told when the chain took weights. */
  readonly onWeights?: (block: number) => void;
}

/** Watches a network until the signal aborts. */
export class NetworkWatch implements NetworkSource {
  readonly results: ResultLog;
  /** Resolves when every loop has ended. */
  readonly ended: Promise<void>;
  readonly #options: NetworkWatchOptions;
  readonly #listeners = new Set<(event: PageEvent) => void>();
  readonly #tasks = new Map<string, TaskView>();
  #minerViews: readonly MinerView[] = [];
  #minersAreStale = true;
  #network: NetworkView = {
    block: 0,
    epoch: 0,
    tempo: 1,
    blocksToEpoch: 1,
    weightsBlock: 0,
    parts: [],
    miners: [],
    accepted: 0,
  };
  /** u16 by uid, as the chain has them. */
  #weights: ReadonlyMap<number, number> = new Map();
  #announcedWeightsBlock: number | undefined;

  constructor(options: NetworkWatchOptions) {
    this.#options = options;
    this.results = new ResultLog(options.clock.now());
    const { clock, signal, blockTimeMs } = options;
    this.ended = Promise.all([
      startLoop(
        { name: "view of the chain", everyMs: blockTimeMs / 2, signal, clock },
        () => this.#look(),
      ),
      this.#follow(),
    ]).then(() => {});
  }

  network(): NetworkView {
    return this.#network;
  }

  /** Weight of each uid on the chain, u16. */
  get weights(): ReadonlyMap<number, number> {
    return this.#weights;
  }

  tasks(limit: number): readonly TaskView[] {
    return [...this.#tasks.values()].sort((a, b) => b.createdAt - a.createdAt).slice(0, limit);
  }

  subscribe(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  createTask(prompt: string): Promise<TaskView> {
    return this.#options.validator.createTask(prompt, { signal: this.#options.signal });
  }

  asset(id: string, format: "ply" | "spz"): Promise<Uint8Array> {
    return this.#options.validator.asset(id, { format, signal: this.#options.signal });
  }

  preview(id: string): Promise<Uint8Array> {
    return this.#options.validator.preview(id, { signal: this.#options.signal });
  }

  /** Tells listeners that a part changed. */
  partsChanged(): void {
    this.#publish({ parts: this.#options.parts() });
  }

  async #look(): Promise<void> {
    const { chain, netuid, validatorUid, validator, noteOf, signal, onWeights } = this.#options;
    const [metagraph, rules, pairs] = await Promise.all([
      chain.metagraph(netuid),
      chain.hyperparameters(netuid),
      chain.weightsOf(netuid, validatorUid),
    ]);
    if (this.#minersAreStale) {
      this.#minersAreStale = false;
      try {
        this.#minerViews = await validator.miners({ signal });
      } catch {
        this.#minersAreStale = true; // The validator is away: its part says so already.
      }
    }
    const { block } = metagraph;
    const weightsBlock = metagraph.neurons[validatorUid].lastUpdateBlock;
    this.#weights = new Map(pairs);
    const whole = pairs.reduce((sum, [, weight]) => sum + weight, 0);
    const views = new Map(this.#minerViews.map((view) => [view.uid, view]));
    const miners = metagraph.neurons
      .filter(({ uid }) => uid !== validatorUid)
      .map(({ uid, hotkey, incentive }): MinerRow => ({
        uid,
        hotkey,
        note: noteOf(uid),
        tasks: views.get(uid)?.tasks ?? 0,
        meanScore: views.get(uid)?.meanScore ?? null,
        weight: whole === 0 ? 0 : (this.#weights.get(uid) ?? 0) / whole,
        incentive,
      }));
    const sinceEpoch = (block + netuid + 1) % (rules.tempo + 1);
    this.#publish({
      block,
      epoch: Math.floor((block + netuid + 1) / (rules.tempo + 1)),
      tempo: rules.tempo + 1,
      blocksToEpoch: rules.tempo + 1 - sinceEpoch,
      weightsBlock,
      miners,
      parts: this.#options.parts(),
    });
    this.#announcedWeightsBlock ??= weightsBlock;
    if (weightsBlock !== this.#announcedWeightsBlock && pairs.length > 0) {
      this.#announcedWeightsBlock = weightsBlock;
      onWeights?.(weightsBlock);
    }
  }

  async #follow(): Promise<void> {
    const { signal, clock } = this.#options;
    while (!signal.aborted) {
      try {
        await this.#followOnce();
      } catch {
        // The validator is away or went away; its part says so already.
      }
      await clock.sleep(RECONNECT_MS, signal).catch(() => {});
    }
  }

  async #followOnce(): Promise<void> {
    const { validator, validatorEndpoint, signal } = this.#options;
    const response = await fetch(`${validatorEndpoint}/v1/events`, { signal });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return;
    }
    // The stream is open before the list is read, so no change falls between the two.
    const list = await validator.tasks({ limit: TASKS_KEPT, signal });
    for (const task of list.toReversed()) this.#remember(task);
    this.#minersAreStale = true;
    for await (const { event, data } of readEventStream(response.body)) {
      this.#minersAreStale = true;
      if (event === "task") this.#remember(TaskView.parse(JSON.parse(data).task));
    }
  }

  #remember(task: TaskView): void {
    const { onResult } = this.#options;
    this.#tasks.set(task.id, task);
    if (this.#tasks.size > TASKS_KEPT) {
      const oldest = this.tasks(this.#tasks.size).at(-1);
      if (oldest) this.#tasks.delete(oldest.id);
    }
    this.#tell({ type: "task", task });
    const fresh = this.results.add(task);
    if (fresh.length === 0) return;
    for (const result of fresh) onResult?.(result);
    this.#publish({ accepted: this.results.accepted });
  }

  #publish(change: Partial<NetworkView>): void {
    const next = { ...this.#network, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#network)) return;
    this.#network = next;
    this.#tell({ type: "network", network: next });
  }

  #tell(event: PageEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
