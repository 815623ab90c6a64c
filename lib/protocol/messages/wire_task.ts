import { TaskId, TextTask } from "@threegen/domain";
import { z } from "zod";

/**
 * A task of a kind that this subnet's text miners do not do: the original's `image`, or one that
 * came after it. It is read so that a miner can give it back, which takes its id and its prompt.
 */
export interface ForeignTask {
  /** The kind, as the validator spells it; never "text". */
  readonly type: string;
  readonly id: TaskId;
  /** What a result's signature covers; of `image`, base64 of the whole picture. */
  readonly prompt: string;
}

const ForeignTask: z.ZodType<ForeignTask, unknown> = z.object({
  type: z.string().max(64).refine((type) => type !== "text"),
  id: TaskId,
  prompt: z.string().default(""),
});

/** A task of any kind. */
export type WireTask = TextTask | ForeignTask;
/** Reads a task of any kind; without a `type` it is a text task, as in the original. */
export const WireTask: z.ZodType<WireTask, unknown> = z.union([TextTask, ForeignTask]);

/** Whether a task is one that we make. */
export function isTextTask(task: WireTask): task is TextTask {
  return task.type === "text";
}
