import { z } from "zod";
import type { Message } from "../message.ts";
import { WireTask } from "./wire_task.ts";

/** A miner asks for work; it sends the message empty and the validator fills it. */
export const PullTask = {
  name: "PullTask",
  requiredFields: [] as const,
  schema: z.object({
    /** The task, or null when there is none for this miner now. */
    task: WireTask.nullable().default(null),
    /** Score from which a result is accepted. */
    validation_threshold: z.number().default(0.6),
    /** Work time that counts toward the cooldown, in seconds. */
    throttle_period: z.number().default(0),
    /** UNIX time in seconds before which the miner gets no task. */
    cooldown_until: z.number().int().default(0),
    /** How often the miner asked during its cooldown. */
    cooldown_violations: z.number().int().default(0),
    /** UNIX time in seconds after which a result is worthless; 0 means none (first era). */
    submit_before: z.number().int().default(0),
  }),
} as const satisfies Message;
/** Fields of {@linkcode PullTask}. */
export type PullTask = z.output<typeof PullTask.schema>;
