import type { Hotkey } from "@threegen/domain";
import type { Task } from "./task.ts";

/** Where tasks of one kind come from, and when one of them is finished. */
export interface TaskSource {
  /** A task for this miner, new or live, or nothing. Never hands a miner the same task twice. */
  next(hotkey: Hotkey, now: number): Task | undefined;
  /** Whether a live task of this kind has come to its end. */
  isFinished(task: Task, now: number): boolean;
}
