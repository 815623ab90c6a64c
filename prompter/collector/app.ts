/**
 * The collector's HTTP service.
 *
 * @module
 */
import { SubnetError } from "@threegen/domain";
import { type Clock, createService } from "@threegen/service";
import type { Hono } from "hono";
import { Registry } from "prom-client";
import { collectorMetrics } from "./collector_metrics.ts";
import { openApiDocument } from "./openapi.ts";
import { addOriginalRoutes } from "./original_routes.ts";
import { type CollectorLimits, DEFAULT_LIMITS } from "./limits.ts";
import type { CollectorParts } from "./parts.ts";
import type { PromptStore } from "./prompt_store.ts";
import { RateLimiter, RateLimitError } from "./rate_limiter.ts";
import { UnprovenError } from "./check_proof.ts";
import { addV1Routes } from "./v1_routes.ts";
import type { ValidatorGate } from "./validator_gate.ts";

/** Version of the collector, answered by `/health`. */
export const COLLECTOR_VERSION = "0.1.0";

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
