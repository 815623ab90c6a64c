/**
 * Wire contract of the prompt generator.
 *
 * @module
 */
import { z } from "zod";

/** Port of the prompt generator. Source: the original's `--port`, 10006. */
export const GENERATOR_PORT = 10006;

/** Body of `POST /jobs`. */
export const JobRequest = z.object({
  /** Good and new prompts to make. */
  count: z.number().int().min(1).max(1_000_000),
  /** One of the categories in use; all of them in balance when absent. */
  category: z.string().max(60).optional(),
});
/** Body of `POST /jobs`. */
export type JobRequest = z.output<typeof JobRequest>;

/** Answer of `POST /jobs` (202), `GET /jobs/:id` and `DELETE /jobs/:id`. */
export const Job = z.object({
  id: z.string(),
  /** `exhausted`: the backend has nothing new to say on this. */
  status: z.enum(["running", "done", "cancelled", "exhausted"]),
  count: z.number().int(),
  category: z.string().nullable(),
  /** Prompts made for it so far. */
  made: z.number().int(),
  /** UNIX time, in milliseconds. */
  created_ms: z.number(),
});
/** Answer of `POST /jobs`. */
export type Job = Readonly<z.output<typeof Job>>;

/** Answer of `GET /status`. */
export const GeneratorStatus = z.object({
  backend: z.string(),
  /** Whether prompts are made without a job. */
  endless: z.boolean(),
  /** Prompts that wait for the collector. */
  spooled: z.number().int(),
  /** Prompts that duplicates are recognised against. */
  remembered: z.number().int(),
  /** Prompts that each category has had. */
  categories: z.record(z.string(), z.number().int()),
});
/** Answer of `GET /status`. */
export type GeneratorStatus = z.output<typeof GeneratorStatus>;
