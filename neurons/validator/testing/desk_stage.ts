import type { Metagraph } from "@threegen/chain";
import type { Signer } from "@threegen/chain/wallet";
import { type DevWallet, devWallet } from "@threegen/chain/testing";
import type { Coldkey, Netuid, Uid } from "@threegen/domain";
import { seededRandom } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import { encodeSpz404 } from "@threegen/splats";
import { tinyCloud } from "@threegen/splats/testing";
import { ValidationClient } from "@threegen/validation/client";
import {
  type DeskPolicy,
  type Submission,
  type SubmitOutcome,
  TaskDesk,
} from "../exchange/task_desk.ts";
import { DEFAULT_COOLDOWN_POLICY } from "../miners/cooldown.ts";
import type { Miner } from "../miners/miner.ts";
import { MinerRegistry } from "../miners/miner_registry.ts";
import { AssetScorer } from "../scoring/asset_scorer.ts";
import { ValidatorStore } from "../store/validator_store.ts";
import { Deck } from "../tasks/deck.ts";
import { DEFAULT_ORGANIC_POLICY, type OrganicPolicy, OrganicTasks } from "../tasks/organic.ts";
import { SyntheticTasks } from "../tasks/synthetic.ts";
import { TaskBook } from "../tasks/task_book.ts";
import type { Task } from "../tasks/task.ts";
import { FakeValidation } from "./fake_validation.ts";

/** A valid asset, base64 of SPZ. */
export const TINY_ASSET: string = encodeSpz404(tinyCloud()).toBase64();

/** The original's policy. */
export const DESK_POLICY: DeskPolicy = {
  ...DEFAULT_COOLDOWN_POLICY,
  taskTimeoutMs: 600_000,
  qualityThreshold: 0.6,
  averageAlpha: 0.05,
};

/** Deriving a key takes a while; every test wants the same ones. */
const wallets = new Map<string, DevWallet>();

function walletOf(name: string): DevWallet {
  let wallet = wallets.get(name);
  if (!wallet) wallets.set(name, wallet = devWallet(name));
  return wallet;
}

/** What a stage starts from. */
export interface DeskStageOptions {
  readonly policy?: Partial<DeskPolicy>;
  readonly organic?: Partial<OrganicPolicy>;
  readonly storePath?: string;
  readonly clock?: FakeClock;
  /** Neurons of the subnet in the order of their uids. @default {["ann", "ben", …, "eve"]} */
  readonly names?: readonly string[];
}

/** A subnet whose neurons have the development keys of these names. */
export function subnetOf(names: readonly string[]): Metagraph {
  return {
    netuid: 17 as Netuid,
    block: 1,
    neurons: names.map((name, uid) => {
      const { hotkey, coldkey } = walletOf(name);
      return {
        uid: uid as Uid,
        hotkey: hotkey.address,
        coldkey: coldkey.address as string as Coldkey,
        stakeRao: 0n,
        hasValidatorPermit: false,
        incentive: 0,
        dividends: 0,
        emissionRao: 0n,
        lastUpdateBlock: 0,
        axon: { ip: "0.0.0.0", port: 0, version: 0, block: 0 },
      };
    }),
  };
}

/** A desk with everything behind it, on a clock that stands still and a store in memory. */
export class DeskStage implements Disposable {
  readonly clock: FakeClock;
  readonly validation = new FakeValidation();
  readonly store: ValidatorStore;
  readonly registry: MinerRegistry;
  readonly book: TaskBook;
  readonly organic: OrganicTasks;
  readonly desk: TaskDesk;

  constructor(options: DeskStageOptions = {}) {
    const { names = ["ann", "ben", "cat", "dan", "eve"], storePath = ":memory:" } = options;
    const clock = this.clock = options.clock ?? new FakeClock();
    const store = this.store = new ValidatorStore(storePath);
    const registry = this.registry = new MinerRegistry(store, clock.now());
    const book = this.book = new TaskBook(store, { keptTasks: 100, keptAssets: 10 });
    this.organic = new OrganicTasks({ ...DEFAULT_ORGANIC_POLICY, ...options.organic }, book);
    const synthetic = new SyntheticTasks({ store, random: seededRandom(1) });
    const policy = { ...DESK_POLICY, ...options.policy };
    this.desk = new TaskDesk({
      policy,
      clock,
      store,
      registry,
      book,
      deck: new Deck({ organic: this.organic, synthetic }),
      scorer: new AssetScorer({
        endpoints: [
          new ValidationClient({ endpoint: "http://scorer", fetch: this.validation.fetch }),
        ],
        clock,
        qualityThreshold: policy.qualityThreshold,
        allowsDevScorer: true,
      }),
    });
    registry.sync(subnetOf(names), clock.now());
  }

  /** Key of a neuron. */
  signer(name: string): Signer {
    return walletOf(name).hotkey;
  }

  /** The validator's view of a miner. */
  miner(name: string): Miner {
    return this.registry.get(this.signer(name).address)!;
  }

  /** Pulls, and expects a task. */
  pullTask(name: string): Task {
    const outcome = this.desk.pull(this.signer(name).address);
    if (outcome.kind !== "task") throw new Error(`expected a task, got ${outcome.kind}`);
    return outcome.task;
  }

  /** Hands a good result in, changed as wanted. */
  submit(name: string, task: Task, change: Partial<Submission> = {}): Promise<SubmitOutcome> {
    return this.desk.submit(this.signer(name).address, {
      taskId: task.id,
      isSignedFor: (prompt) => prompt === task.prompt,
      results: TINY_ASSET,
      compression: 2,
      ...change,
    });
  }

  /** Seconds that a miner still has to wait. */
  waitSeconds(name: string): number {
    return this.miner(name).record.cooldownUntil - this.clock.now() / 1000;
  }

  [Symbol.dispose](): void {
    this.store[Symbol.dispose]();
  }
}
