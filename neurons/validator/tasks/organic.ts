/**
 * Organic tasks: a prompt of an app developer, given to several miners; the best result wins.
 *
 * A task ends when
 * 1. every copy is out and has its verdict, or
 * 2. the first acceptable result is `sendResultTimeoutMs` old: the developer has waited enough, or
 * 3. nobody new may take it any more and nobody is at work, or
 * 4. twice its time is over, whatever still runs.
 *
 * Rules and numbers follow the original's organic storage; the copy that it adds for a "strong"
 * miner and the duel between results are not part of this source.
 *
 * @module
 */
import { type Hotkey, RequestError } from "@threegen/domain";
import { hasAttempt, isOver, newTask, type Task } from "./task.ts";
import type { TaskBook } from "./task_book.ts";
import type { TaskSource } from "./task_source.ts";

/** How organic tasks are shared out. */
export interface OrganicPolicy {
  /** Miners per task. Source: the original, 4. */
  readonly copies: number;
  /** Wait for better results after the first acceptable one, in milliseconds. Source: 30 s. */
  readonly sendResultTimeoutMs: number;
  /** Age until which a task is handed out, in milliseconds. Source: since release 40, 300 s. */
  readonly taskTimeoutMs: number;
  /** Most live tasks. Source: the original's gateway queue, 50. */
  readonly queueSize: number;
}

/** The original's defaults. */
export const DEFAULT_ORGANIC_POLICY: OrganicPolicy = {
  copies: 4,
  sendResultTimeoutMs: 30_000,
  taskTimeoutMs: 300_000,
  queueSize: 50,
};

/** Source of organic tasks: what the public API put into the book. */
export class OrganicTasks implements TaskSource {
  readonly #policy: OrganicPolicy;
  readonly #book: TaskBook;

  constructor(policy: OrganicPolicy, book: TaskBook) {
    this.#policy = policy;
    this.#book = book;
  }

  /**
   * Queues a prompt.
   *
   * @throws {RequestError} With status 429 when too many tasks are live.
   */
  add(prompt: string, now: number): Task {
    const live = this.#book.live("organic").length;
    if (live >= this.#policy.queueSize) {
      throw new RequestError(
        "task/queue-full",
        `Cannot queue task: ${live} tasks are waiting already; try again later`,
        { status: 429 },
      );
    }
    const task = newTask("organic", prompt, now);
    this.#book.put(task);
    return task;
  }

  next(hotkey: Hotkey, now: number): Task | undefined {
    return this.#book.live("organic").find((task) =>
      this.#isOpen(task, now) && !hasAttempt(task, hotkey)
    );
  }

  isFinished(task: Task, now: number): boolean {
    const { sendResultTimeoutMs, taskTimeoutMs } = this.#policy;
    if (now >= task.createdAt + 2 * taskTimeoutMs) return true;
    const accepted = task.attempts.filter((attempt) => attempt.accepted);
    const firstAt = Math.min(
      ...accepted.map(({ submittedAt, validateMs }) => submittedAt! + (validateMs ?? 0)),
    );
    if (now >= firstAt + sendResultTimeoutMs) return true;
    return !this.#isOpen(task, now) && task.attempts.every(isOver);
  }

  /** Whether one more miner may take it. */
  #isOpen(task: Task, now: number): boolean {
    return task.attempts.length < this.#policy.copies &&
      now < task.createdAt + this.#policy.taskTimeoutMs;
  }
}
