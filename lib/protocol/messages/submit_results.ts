import { TextTask } from "@threegen/domain";
import { z } from "zod";
import type { Message } from "../message.ts";

/** What the validator made of a result. */
export const Feedback = z.object({
  /** The validator could not validate; the miner is not to blame. */
  validation_failed: z.boolean().default(false),
  /** Score of this task, 0 to 1. */
  task_fidelity_score: z.number().default(0),
  /** Moving average of the miner's scores. */
  average_fidelity_score: z.number().default(0),
  /** Accepted results within the window. */
  generations_within_the_window: z.number().int().default(0),
  /** Rating by duels; 1500 before the first. */
  current_duel_rating: z.number().default(1500),
  /** What the miner's weight is computed from. */
  current_miner_reward: z.number().default(0),
});
/** What the validator made of a result. */
export type Feedback = z.output<typeof Feedback>;

/** A miner hands in a result; the validator answers with its feedback. */
export const SubmitResults = {
  name: "SubmitResults",
  requiredFields: ["results", "submit_time", "signature"] as const,
  emptyInAnswer: ["results", "signature"],
  schema: z.object({
    /** First era: the whole task. Newer miners send `task_id`. */
    task: TextTask.nullable().default(null),
    task_id: z.string().default(""),
    /** Base64 of the asset; "" gives the task back. Empty in the answer. */
    results: z.string(),
    data_format: z.string().default("ply"),
    data_ver: z.number().int().default(0),
    /** 0 raw PLY, 2 SPZ in one zstd frame. */
    compression: z.number().int().default(2),
    /** UNIX time in nanoseconds; beyond 2^53, so the digits as they were sent. */
    submit_time: z.union([z.bigint(), z.number().int()]),
    /** Base64 sr25519 over the consent, submit_time, prompt, validator and miner hotkeys. */
    signature: z.string(),
    feedback: Feedback.nullable().default(null),
    cooldown_until: z.number().int().default(0),
  }),
} as const satisfies Message;
/** Fields of {@linkcode SubmitResults}. */
export type SubmitResults = z.output<typeof SubmitResults.schema>;
