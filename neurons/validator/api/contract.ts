/**
 * Contract of the validator's public API, `/v1`.
 *
 * | Route | What |
 * |---|---|
 * | `POST /v1/tasks` `{prompt}` | 202, `Location`, the new task (header `x-api-key`) |
 * | `GET /v1/tasks?limit=` | newest first |
 * | `GET /v1/tasks/:id[?wait=seconds]` | one task; `wait` answers when it is finished or time is up |
 * | `GET /v1/tasks/:id/asset?format=ply\|spz` | the best asset |
 * | `GET /v1/tasks/:id/preview.png` | picture of the best asset |
 * | `GET /v1/miners` | the validator's view of every miner |
 * | `GET /v1/weights/latest` | the last weights set, with the reward behind each |
 * | `GET /v1/events` | Server-Sent Events: every change of a task, and weights |
 *
 * @module
 */
import { z } from "zod";

/** Port of the public API. Source: the original, 8888. */
export const PUBLIC_API_PORT = 8888;

/** Where a task stands. `failed`: no miner made an acceptable asset in time. */
export const TaskStatus = z.enum(["queued", "assigned", "validating", "done", "failed"]);
/** Where a task stands. */
export type TaskStatus = z.output<typeof TaskStatus>;

/** One miner's try at a task. */
export const Attempt = z.object({
  uid: z.number().int(),
  hotkey: z.string(),
  /** UNIX time, milliseconds. */
  assignedAt: z.number(),
  submittedAt: z.number().nullable(),
  /** 0 to 1; null until validated. */
  score: z.number().nullable(),
  /** Whether the score reached the acceptance threshold. */
  accepted: z.boolean(),
  /** From assignment to submission, milliseconds. */
  generateMs: z.number().nullable(),
  /** Time the validation took, milliseconds. */
  validateMs: z.number().nullable(),
  assetBytes: z.number().int().nullable(),
  gaussians: z.number().int().nullable(),
  /** Why it failed, in words. */
  error: z.string().nullable(),
});
/** One miner's try at a task. */
export type Attempt = z.output<typeof Attempt>;

/** A task as the API shows it. */
export const TaskView = z.object({
  id: z.string(),
  kind: z.enum(["synthetic", "organic"]),
  prompt: z.string(),
  status: TaskStatus,
  createdAt: z.number(),
  finishedAt: z.number().nullable(),
  /** Best score so far. */
  score: z.number().nullable(),
  attempts: z.array(Attempt),
  assets: z.array(z.object({
    format: z.enum(["ply", "spz"]),
    url: z.string(),
    sizeBytes: z.number().int(),
  })),
  previewUrl: z.string().nullable(),
});
/** A task as the API shows it. */
export type TaskView = z.output<typeof TaskView>;

/** A miner as the validator sees it. */
export const MinerView = z.object({
  uid: z.number().int(),
  hotkey: z.string(),
  /** Tasks assigned since the validator began to count. */
  tasks: z.number().int(),
  accepted: z.number().int(),
  /** Mean score over validated results; null before the first. */
  meanScore: z.number().nullable(),
  reward: z.number(),
  /** Weight last set on the chain, u16. */
  weight: z.number().int(),
  /** Incentive on the chain, 0 to 1. */
  incentive: z.number(),
  cooldownUntil: z.number().int(),
  lastSeenAt: z.number().nullable(),
});
/** A miner as the validator sees it. */
export type MinerView = z.output<typeof MinerView>;

/** The last weights that the validator set. */
export const WeightsView = z.object({
  block: z.number().int(),
  setAt: z.number(),
  entries: z.array(
    z.object({ uid: z.number().int(), weight: z.number().int(), reward: z.number() }),
  ),
});
/** The last weights that the validator set. */
export type WeightsView = z.output<typeof WeightsView>;

/** Body of `POST /v1/tasks`. */
export const CreateTaskRequest = z.object({
  prompt: z.string().trim().min(1).max(1024)
    .refine(
      (text) => text.isWellFormed() && !/[\p{Cc}\uFFFD]/u.test(text),
      "must not have control characters or broken letters",
    ),
});
/** Body of `POST /v1/tasks`. */
export type CreateTaskRequest = z.output<typeof CreateTaskRequest>;

/** One event of `GET /v1/events`; the SSE `event` is its `type`, `data` is the JSON of the rest. */
export type ApiEvent =
  | { readonly type: "task"; readonly task: TaskView }
  | { readonly type: "weights"; readonly weights: WeightsView };
