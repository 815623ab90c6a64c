/**
 * Task: one prompt, the miners that were asked to make it, and what came of each try.
 *
 * Tasks are values: every change makes a new one. What is over and what may be handed out is
 * decided by the source of its kind.
 *
 * @module
 */
import { type Hotkey, newTaskId, type TaskId, type TaskKind, type Uid } from "@threegen/domain";

/** One miner's try. */
export interface Attempt {
  readonly uid: Uid;
  readonly hotkey: Hotkey;
  /** UNIX milliseconds. */
  readonly assignedAt: number;
  /** UNIX milliseconds; null until a result came. */
  readonly submittedAt: number | null;
  /** 0 to 1; null until validated. */
  readonly score: number | null;
  /** Whether the score reached the acceptance threshold. */
  readonly accepted: boolean;
  /** From assignment to submission, milliseconds. */
  readonly generateMs: number | null;
  /** Time the validation took, milliseconds. */
  readonly validateMs: number | null;
  readonly assetBytes: number | null;
  readonly gaussians: number | null;
  /** Why it failed, in words. */
  readonly error: string | null;
}

/** The best asset of a task, as the store keeps it. */
export interface KeptAsset {
  readonly hotkey: Hotkey;
  readonly score: number;
  /** SHA-256 of the SPZ bytes, hexadecimal. */
  readonly digest: string;
  readonly spzBytes: number;
  /** Size as PLY; null when the bytes could not be converted. */
  readonly plyBytes: number | null;
  readonly hasPreview: boolean;
}

/** One prompt and every try at it. */
export interface Task {
  readonly id: TaskId;
  readonly kind: TaskKind;
  readonly prompt: string;
  /** UNIX milliseconds. */
  readonly createdAt: number;
  /** UNIX milliseconds; null while live. */
  readonly finishedAt: number | null;
  readonly attempts: readonly Attempt[];
  readonly asset: KeptAsset | null;
}

/** Returns a task that nobody has yet. */
export function newTask(kind: TaskKind, prompt: string, now: number): Task {
  return {
    id: newTaskId(),
    kind,
    prompt,
    createdAt: now,
    finishedAt: null,
    attempts: [],
    asset: null,
  };
}

/** Returns the task with one more try, without a result yet. */
export function withAttempt(task: Task, uid: Uid, hotkey: Hotkey, now: number): Task {
  const attempt: Attempt = {
    uid,
    hotkey,
    assignedAt: now,
    submittedAt: null,
    score: null,
    accepted: false,
    generateMs: null,
    validateMs: null,
    assetBytes: null,
    gaussians: null,
    error: null,
  };
  return { ...task, attempts: [...task.attempts, attempt] };
}

/** Returns the task with one miner's try changed. */
export function changeAttempt(task: Task, hotkey: Hotkey, change: Partial<Attempt>): Task {
  return {
    ...task,
    attempts: task.attempts.map((attempt) =>
      attempt.hotkey === hotkey ? { ...attempt, ...change } : attempt
    ),
  };
}

/** Whether a try has its verdict: a score, or a reason why there is none. */
export function isOver(attempt: Attempt): boolean {
  return attempt.score !== null || attempt.error !== null;
}

/** Whether a miner has (or had) this task. */
export function hasAttempt(task: Task, hotkey: Hotkey): boolean {
  return task.attempts.some((attempt) => attempt.hotkey === hotkey);
}
