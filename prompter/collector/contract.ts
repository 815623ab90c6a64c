/**
 * Wire contract of the prompt collector: the original's routes, and the ones beyond it.
 *
 * @module
 */
import { z } from "zod";

/** Port of the collector. Source: the original's production, 9100. */
export const COLLECTOR_PORT = 9100;

/** Fewest prompts that the original's validator takes; it keeps its old batch otherwise. */
export const ORIGINAL_MIN_BATCH = 1000;

/** Most prompts in one answer of `/get`. Source: the original, sufficient_batch_size. */
export const SUFFICIENT_BATCH = 100_000;

/** Body of `POST /submit` (header `X-Api-Key`). */
export const SubmitRequest = z.object({ prompts: z.array(z.string()) });
/** Body of `POST /submit`. */
export type SubmitRequest = z.output<typeof SubmitRequest>;

/** Body of `/get` and `POST /text-prompts/get/`; the signature covers `{nonce}{hotkey}`. */
export const GetRequest = z.object({
  hotkey: z.string().max(64),
  /** UNIX time in nanoseconds; beyond 2^53, so kept as the digits that were sent. */
  nonce: z.union([z.string().regex(/^\d{1,20}$/), z.bigint(), z.number().int()]),
  /** Base64 of the sr25519 signature. */
  signature: z.string().max(256),
  /**
   * Fewest prompts worth answering; with fewer new ones the answer is empty and they wait.
   * Not in the original, whose validators throw away anything below 1000.
   */
  min_batch: z.number().int().min(1).max(SUFFICIENT_BATCH).optional(),
});
/** Body of `POST /get`. */
export type GetRequest = z.output<typeof GetRequest>;

/** Answer of `POST /get`. */
export const GetResponse = z.object({ prompts: z.array(z.string()) });
/** Answer of `POST /get`. */
export type GetResponse = z.output<typeof GetResponse>;

/** Why a prompt was not taken in. */
export const RefusalReason = z.enum([
  "too_short",
  "too_long",
  "control_characters",
  "hidden_characters",
  "not_words",
  "mixed_scripts",
  "markup",
  "link",
  "injection",
]);
/** Why a prompt was not taken in. */
export type RefusalReason = z.output<typeof RefusalReason>;

/** One prompt of `POST /v1/prompts`. */
export const SubmittedPrompt = z.object({
  text: z.string(),
  /** Category that the generator made it for, for statistics and balance. */
  category: z.string().trim().regex(/^[\p{L}\p{N}][\p{L}\p{N} ,&'-]{0,59}$/u).optional(),
});
/** One prompt of `POST /v1/prompts`. */
export type SubmittedPrompt = z.output<typeof SubmittedPrompt>;

/** Body of `POST /v1/prompts` (header `X-Api-Key`). */
export const AddPromptsRequest = z.object({ prompts: z.array(SubmittedPrompt) });
/** Body of `POST /v1/prompts`. */
export type AddPromptsRequest = z.output<typeof AddPromptsRequest>;

/** Answer of `POST /v1/prompts`: the three numbers add up to the prompts sent. */
export const AddPromptsResponse = z.object({
  accepted: z.number().int(),
  /** Known already, here or within the same batch. */
  duplicates: z.number().int(),
  rejected: z.number().int(),
  /** How many were rejected for which reason. */
  reasons: z.partialRecord(RefusalReason, z.number().int()),
});
/** Answer of `POST /v1/prompts`. */
export type AddPromptsResponse = z.output<typeof AddPromptsResponse>;

/** Answer of `GET /v1/prompts?since=…`. */
export const NewPromptsResponse = z.object({
  prompts: z.array(z.object({
    /** Grows with every prompt; never used twice. */
    seq: z.number().int(),
    text: z.string(),
    category: z.string().nullable(),
  })),
  /** `since` of the next call. */
  next: z.number().int(),
  /** Whether there is more right now. */
  more: z.boolean(),
});
/** Answer of `GET /v1/prompts`. */
export type NewPromptsResponse = z.output<typeof NewPromptsResponse>;

/** Answer of `GET /v1/stats`. */
export const StatsResponse = z.object({
  pool: z.object({
    prompts: z.number().int(),
    oldest_seq: z.number().int(),
    newest_seq: z.number().int(),
  }),
  generators: z.array(z.object({
    generator: z.string(),
    category: z.string().nullable(),
    accepted: z.number().int(),
    duplicates: z.number().int(),
    rejected: z.number().int(),
  })),
  refusals: z.array(z.object({
    generator: z.string(),
    reason: z.string(),
    count: z.number().int(),
  })),
});
/** Answer of `GET /v1/stats`. */
export type StatsResponse = z.output<typeof StatsResponse>;
