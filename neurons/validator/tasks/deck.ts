import type { Hotkey, TaskKind } from "@threegen/domain";
import type { Task } from "./task.ts";
import type { TaskSource } from "./task_source.ts";

/** Chooses the next task: an app developer who waits comes before practice. */
export class Deck {
  readonly #sources: Readonly<Record<TaskKind, TaskSource>>;

  constructor(sources: Readonly<Record<TaskKind, TaskSource>>) {
    this.#sources = sources;
  }

  /** A task for this miner, or nothing. */
  next(hotkey: Hotkey, now: number): Task | undefined {
    return this.#sources.organic.next(hotkey, now) ?? this.#sources.synthetic.next(hotkey, now);
  }

  /** Whether a live task has come to its end. */
  isFinished(task: Task, now: number): boolean {
    return this.#sources[task.kind].isFinished(task, now);
  }
}
