/**
 * Task: one prompt handed to one or more miners.
 *
 * @module
 */
import { z } from "zod";
import { TaskId } from "./ids.ts";

/** Longest prompt, in characters. Source: the original's validation contract, 1024. */
export const PROMPT_LENGTH_LIMIT = 1024;

/** The text that an asset is made from: 1 to 1024 characters, not blank. */
export const PromptText: z.ZodType<string, string> = z.string().max(PROMPT_LENGTH_LIMIT)
  .refine((text) => text.trim() !== "", "must not be blank");

/** Where a task came from. `synthetic`: the prompt collector. `organic`: an app developer. */
export type TaskKind = "synthetic" | "organic";

/** A text task as it travels on the wire (the original's `TextTask`). */
export interface TextTask {
  /** Discriminator of the original's task union. */
  readonly type: "text";
  /** Identity; the same for every miner that gets this task. */
  readonly id: TaskId;
  /** What to make. */
  readonly prompt: string;
}

/** Reads a {@linkcode TextTask}; `type` defaults to "text" as in the original. */
export const TextTask: z.ZodType<TextTask, unknown> = z.object({
  type: z.literal("text").default("text"),
  id: TaskId,
  prompt: PromptText,
});
