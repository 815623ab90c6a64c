/**
 * What the routes of the collector share.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import type { Context } from "hono";
import { admitPrompt } from "./admission.ts";
import { authenticate } from "./api_key.ts";
import type { CollectorLimits } from "./limits.ts";
import type { CollectorMetrics } from "./collector_metrics.ts";
import type { AddPromptsResponse, RefusalReason, SubmittedPrompt } from "./contract.ts";
import { nextTurn } from "./next_turn.ts";
import type { NewPrompt, PromptStore } from "./prompt_store.ts";
import type { RateLimiter } from "./rate_limiter.ts";
import type { NodeBindings } from "./serve_node.ts";
import type { ProofChecker } from "./check_proof.ts";

/** Everything that a route needs. */
export interface CollectorParts {
  readonly store: PromptStore;
  readonly clock: Clock;
  readonly limits: CollectorLimits;
  readonly metrics: CollectorMetrics;
  readonly trustsProxy: boolean;
  readonly proofs: ProofChecker;
  readonly submits: RateLimiter;
  readonly fetches: RateLimiter;
}

/** The key is missing, unknown, disabled or expired. Text: the original's, word for word. */
export class InvalidKeyError extends RequestError {
  constructor() {
    super("collector/key", "Invalid API Key", { status: 403 });
  }
}

/** Returns the generator that a request's `X-Api-Key` belongs to. @throws {InvalidKeyError} */
export async function generatorOf(context: Context, parts: CollectorParts): Promise<string> {
  const key = context.req.header("x-api-key");
  const generator = await authenticate(parts.store, parts.clock, key);
  if (generator === undefined) throw new InvalidKeyError();
  parts.submits.take(generator);
  return generator;
}

/** Returns the address that a request came from. */
export function addressOf(context: Context, parts: CollectorParts): string {
  const forwarded = context.req.header("x-forwarded-for");
  // The last entry is the one our own proxy wrote; those before it are the caller's claims.
  if (parts.trustsProxy && forwarded) return forwarded.split(",").at(-1)?.trim() ?? "";
  return (context.env as NodeBindings | undefined)?.incoming?.socket.remoteAddress ?? "";
}

/** Admits, stores and counts one submission. */
export async function takeIn(
  parts: CollectorParts,
  generator: string,
  submitted: readonly SubmittedPrompt[],
): Promise<AddPromptsResponse> {
  const { limits, metrics, store, clock } = parts;
  if (submitted.length > limits.maxSubmission) {
    throw new RequestError(
      "collector/too-many",
      `Cannot take ${submitted.length} prompts: at most ${limits.maxSubmission} in one request`,
      { status: 413 },
    );
  }
  const prompts: NewPrompt[] = [];
  const reasons: Partial<Record<RefusalReason, number>> = {};
  for (const [index, { text, category }] of submitted.entries()) {
    // Admission costs some microseconds a prompt; others get their turn meanwhile.
    if (index % 2000 === 1999) await nextTurn();
    const admission = admitPrompt(text, limits.admission);
    if (admission.kind === "admitted") {
      prompts.push({ text: admission.text, key: admission.key, category });
    } else reasons[admission.reason] = (reasons[admission.reason] ?? 0) + 1;
  }
  const { accepted, duplicates } = await store.add({
    generator,
    prompts,
    refusals: reasons,
    nowMs: clock.now(),
  });
  const rejected = submitted.length - prompts.length;
  metrics.submitted.inc({ generator, outcome: "accepted" }, accepted);
  metrics.submitted.inc({ generator, outcome: "duplicate" }, duplicates);
  metrics.submitted.inc({ generator, outcome: "rejected" }, rejected);
  for (const [reason, count] of Object.entries(reasons)) metrics.rejected.inc({ reason }, count);
  return { accepted, duplicates, rejected, reasons };
}
