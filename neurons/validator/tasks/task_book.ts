/**
 * Task book: every task the validator has, written down before anybody is told.
 *
 * The store is the truth; live tasks are kept at hand. Finished tasks and kept assets are bounded
 * in number, the oldest go first.
 *
 * @module
 */
import type { TaskId, TaskKind } from "@threegen/domain";
import type { AssetBytes, ValidatorStore } from "../store/validator_store.ts";
import { isOver, type Task } from "./task.ts";

/** How much is kept. */
export interface TaskBookLimits {
  /** Finished tasks that are remembered. */
  readonly keptTasks: number;
  /** Newest tasks whose asset is kept. */
  readonly keptAssets: number;
}

/** Told about every change of a task. */
export type TaskListener = (task: Task) => void;

/** Every task, live and finished. */
export class TaskBook {
  readonly #store: ValidatorStore;
  readonly #limits: TaskBookLimits;
  readonly #live = new Map<TaskId, Task>();
  readonly #withAsset: Set<TaskId>;
  readonly #listeners = new Set<TaskListener>();

  constructor(store: ValidatorStore, limits: TaskBookLimits) {
    this.#store = store;
    this.#limits = limits;
    this.#withAsset = new Set(store.assetIds());
    for (const task of store.liveTasks()) {
      // Whoever was validating stopped with the last run; the miner sends its result again.
      const attempts = task.attempts.map((attempt) =>
        isOver(attempt) ? attempt : { ...attempt, submittedAt: null, generateMs: null }
      );
      this.#live.set(task.id, { ...task, attempts });
    }
  }

  /** Live tasks of one kind, or of all, oldest first. */
  live(kind?: TaskKind): readonly Task[] {
    const tasks = [...this.#live.values()];
    return kind === undefined ? tasks : tasks.filter((task) => task.kind === kind);
  }

  /** A task, live or remembered. */
  get(id: TaskId): Task | undefined {
    return this.#live.get(id) ?? this.#store.task(id);
  }

  /** Tasks by age, newest first. */
  newest(limit: number): readonly Task[] {
    return this.#store.newestTasks(limit).map((task) => this.#live.get(task.id) ?? task);
  }

  /** Writes a task down, then tells the listeners. */
  put(task: Task): void {
    this.#store.transaction(() => {
      this.#store.saveTask(task);
      if (task.finishedAt !== null) this.#store.pruneTasks(this.#limits.keptTasks);
    });
    if (task.finishedAt === null) this.#live.set(task.id, task);
    else this.#live.delete(task.id);
    for (const listener of this.#listeners) listener(task);
  }

  /** Keeps the asset of a task, in place of an earlier one; lets the oldest go. */
  keepAsset(id: TaskId, asset: AssetBytes): void {
    this.#store.transaction(() => {
      this.#store.saveAsset(id, asset);
      this.#withAsset.delete(id);
      this.#withAsset.add(id);
      for (const oldest of this.#withAsset) {
        if (this.#withAsset.size <= this.#limits.keptAssets) break;
        this.#store.deleteAsset(oldest);
        this.#withAsset.delete(oldest);
      }
    });
  }

  /** Whether the asset of a task is still kept. */
  hasAsset(id: TaskId): boolean {
    return this.#withAsset.has(id);
  }

  /** The asset of a task, while it is kept. */
  asset(id: TaskId): AssetBytes | undefined {
    return this.#store.asset(id);
  }

  /** Calls the listener at every change, until the returned function is called. */
  listen(listener: TaskListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves with the task once it is finished; rejects with the signal's reason. */
  finished(id: TaskId, signal: AbortSignal): Promise<Task | undefined> {
    return new Promise((resolve, reject) => {
      const task = this.get(id);
      if (task === undefined || task.finishedAt !== null) return resolve(task);
      if (signal.aborted) return reject(signal.reason);
      const stop = this.listen((changed) => {
        if (changed.id !== id || changed.finishedAt === null) return;
        end();
        resolve(changed);
      });
      const onAbort = () => {
        end();
        reject(signal.reason);
      };
      const end = () => {
        stop();
        signal.removeEventListener("abort", onAbort);
      };
      signal.addEventListener("abort", onAbort, { once: true });
    });
  }
}
