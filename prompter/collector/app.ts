/**
 * The collector's HTTP service.
 *
 * @module
 */
import { SubnetError } from "@threegen/domain";
import { type Clock, createService } from "@threegen/service";
import type { Hono } from "hono";
import { Registry } from "prom-client";
import { type AdmissionLimits, DEFAULT_ADMISSION } from "./admission.ts";
import { collectorMetrics } from "./collector_metrics.ts";
import { openApiDocument } from "./openapi.ts";
import { addOriginalRoutes } from "./original_routes.ts";
import type { CollectorParts } from "./parts.ts";
import type { PromptStore } from "./prompt_store.ts";
import { RateLimiter, RateLimitError } from "./rate_limiter.ts";
import { UnprovenError } from "./check_proof.ts";
import { addV1Routes } from "./v1_routes.ts";
import type { ValidatorGate } from "./validator_gate.ts";

/** Version of the collector, answered by `/health`. */
export const COLLECTOR_VERSION = "0.1.0";

/** Bounds that an operator may change. */
export interface CollectorLimits {
  /** Largest request body, in bytes. */
  readonly maxBodyBytes: number;
  /** Most prompts in one submission. */
  readonly maxSubmission: number;
  /** Most prompts in one answer. */
  readonly maxBatch: number;
  /** Fewest new prompts worth an answer, unless the caller asks otherwise. */
  readonly minBatch: number;
  /** Submissions a minute, per generator. */
  readonly submitsPerMinute: number;
  /** Fetches a minute, per validator. */
  readonly fetchesPerMinute: number;
  /** Proof checks a minute, per address. */
  readonly checksPerMinute: number;
  /** Largest distance between a nonce and our clock, in milliseconds. */
  readonly nonceWindowMs: number;
  /** How long an answer may make no progress, in milliseconds. */
  readonly leaseMs: number;
  /** Bounds on one prompt. */
  readonly admission: AdmissionLimits;
}

/** Bounds for a public collector. */
export const DEFAULT_LIMITS: CollectorLimits = {
  maxBodyBytes: 16 << 20,
  // An original generator whose sends fail sends all it gathered at once, later.
  maxSubmission: 100_000,
  maxBatch: 100_000,
  minBatch: 1000,
  submitsPerMinute: 120,
  fetchesPerMinute: 30,
  checksPerMinute: 120,
  nonceWindowMs: 60_000,
  leaseMs: 15_000,
  admission: DEFAULT_ADMISSION,
};

/** What the service is made of. */
export interface CollectorAppOptions {
  readonly store: PromptStore;
  readonly gate: ValidatorGate;
  readonly clock: Clock;
  readonly limits?: Partial<CollectorLimits>;
  /** Takes the caller's address from `X-Forwarded-For`; only behind a proxy that sets it. */
  readonly trustsProxy?: boolean;
  readonly registry?: Registry;
}

/** Returns the service; serve it with {@linkcode serveNode}, which delivers a GET's body. */
export function createCollectorApp(options: CollectorAppOptions): Hono {
  const { store, gate, clock, trustsProxy = false, registry = new Registry() } = options;
  const limits: CollectorLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const metrics = collectorMetrics(registry, store);
  const parts: CollectorParts = {
    store,
    clock,
    limits,
    metrics,
    trustsProxy,
    proofs: {
      gate,
      store,
      clock,
      nonceWindowMs: limits.nonceWindowMs,
      checks: new RateLimiter(limits.checksPerMinute, clock),
    },
    submits: new RateLimiter(limits.submitsPerMinute, clock),
    fetches: new RateLimiter(limits.fetchesPerMinute, clock),
  };
  const app = createService({
    name: "prompt-collector",
    version: COLLECTOR_VERSION,
    maxBodyBytes: limits.maxBodyBytes,
    readiness: () => gate.isReady ? undefined : "the metagraph is not loaded yet",
    registry,
  });
  app.use(async (context, next) => {
    await next();
    const { error } = context;
    if (error instanceof UnprovenError) metrics.refused.inc({ reason: error.reason });
    else if (error instanceof RateLimitError) metrics.refused.inc({ reason: "rate" });
    else if (error instanceof SubnetError) metrics.refused.inc({ reason: error.code });
  });
  const document = openApiDocument(COLLECTOR_VERSION);
  app.get("/openapi.json", (context) => context.json(document));
  addOriginalRoutes(app, parts);
  addV1Routes(app, parts);
  return app;
}
