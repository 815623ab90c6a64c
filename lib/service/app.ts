/**
 * The start of every HTTP service: request id, safe headers, problem answers, /health, /metrics.
 *
 * @module
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { Counter, Histogram, Registry } from "prom-client";
import { RequestError } from "@threegen/domain";
import type { z } from "zod";
import { answerProblem, InvalidBodyError } from "./problem.ts";

/** What a service is made of. */
export interface ServiceOptions {
  /** Short name: metrics are `threegen_<name>_…`. */
  readonly name: string;
  /** Semantic version, answered by `/health`. */
  readonly version: string;
  /** Largest request body, in bytes. @default {1048576} */
  readonly maxBodyBytes?: number;
  /** Says whether the service can do its work now; a reason makes `/health` answer 503. */
  readonly readiness?: () => string | undefined;
  /** Where metrics are counted. @default {a new registry} */
  readonly registry?: Registry;
}

/** Returns a Hono app that answers `/health` and `/metrics` and maps every error to a problem. */
export function createService(options: ServiceOptions): Hono {
  const { name, version, maxBodyBytes = 1 << 20, readiness, registry = new Registry() } = options;
  const metricName = name.replaceAll("-", "_");
  const duration = new Histogram({
    name: `threegen_${metricName}_request_duration_seconds`,
    help: "Duration of HTTP requests",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10, 60],
    registers: [registry],
  });
  const failures = new Counter({
    name: `threegen_${metricName}_request_failures_total`,
    help: "HTTP requests answered with a status of 500 or more",
    labelNames: ["route"],
    registers: [registry],
  });

  const app = new Hono({ strict: false });
  app.onError(answerProblem);
  app.notFound(({ req }) => {
    throw new RequestError("http/not-found", `Cannot find ${req.method} ${req.path}`, {
      status: 404,
    });
  });
  app.use(requestId());
  app.use(secureHeaders());
  app.use(async function measure(context, next) {
    const start = performance.now();
    await next();
    const route = context.res.status === 404 ? "unmatched" : context.req.routePath;
    duration.observe(
      { method: context.req.method, route, status: context.res.status },
      (performance.now() - start) / 1000,
    );
    if (context.res.status >= 500) failures.inc({ route });
  });
  app.use(bodyLimit({
    maxSize: maxBodyBytes,
    onError: () => {
      throw new RequestError(
        "request/too-large",
        `Cannot read request: body is larger than ${maxBodyBytes} bytes`,
        { status: 413 },
      );
    },
  }));
  app.get("/health", (context) => {
    const reason = readiness?.();
    return context.json(
      { status: reason === undefined ? "healthy" : "unready", name, version, reason },
      reason === undefined ? 200 : 503,
    );
  });
  app.get("/metrics", async (context) => {
    context.header("content-type", registry.contentType);
    return context.body(await registry.metrics());
  });
  return app;
}

/** Reads a JSON body by its schema; throws {@linkcode InvalidBodyError} (422) when it does not fit. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  let body: unknown;
  try {
    body = await request.json();
  } catch (cause) {
    throw new RequestError("request/not-json", "Cannot read request: body is not JSON", { cause });
  }
  return parseBody(body, schema);
}

/** Checks a body that was read already; throws {@linkcode InvalidBodyError} (422). */
export function parseBody<T>(body: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new InvalidBodyError(result.error);
  return result.data;
}
