/**
 * The generation endpoint over HTTP: the original's route, with limits, headers and metrics.
 *
 * @module
 */
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Context, Hono } from "hono";
import { z } from "zod";
import { PromptText, RequestError } from "@threegen/domain";
import { type Clock, createService, getLogger, parseBody } from "@threegen/service";
import type { AssetFormat, GeneratedAsset, GenerationBackend } from "./backend.ts";
import { GENERATION_HEADERS } from "./contract.ts";
import denoConfig from "./deno.json" with { type: "json" };
import { JobQueue } from "./job_queue.ts";

/** What a generation endpoint is made of. */
export interface GenerationAppOptions {
  /** What makes the assets. Whoever made it disposes of it. */
  readonly backend: GenerationBackend;
  /** Where durations are measured. */
  readonly clock: Clock;
  /** Requests that may wait beside the one at work; more are answered with 503. @default {8} */
  readonly queueSize?: number;
  /** Seed of a request that gives none. @default {a random one} */
  readonly nextSeed?: () => number;
}

const GenerateForm = z.object({
  prompt: PromptText,
  // The original's later endpoints mean "random" by a negative seed.
  seed: z.coerce.number().int().max(0xffffffff).optional(),
});

/** Returns the app: `POST /generate/`, `GET /version/`, `/health`, `/metrics`. */
export function createGenerationApp(options: GenerationAppOptions): Hono {
  const { backend, clock, queueSize = 8, nextSeed = randomSeed } = options;
  const logger = getLogger(["threegen", "generation", "app"]);
  const queue = new JobQueue({ size: queueSize, clock });
  const registry = new Registry();
  const metrics = createMetrics(registry, queue);
  const app = createService({ name: "generation", version: denoConfig.version, registry });

  app.get("/version", (context) => context.json(denoConfig.version));

  app.post("/generate", async (context) => {
    const form = await readForm(context);
    const { prompt, seed: wanted } = parseBody(form, GenerateForm);
    const format = parseFormat(context.req.query("format"));
    const seed = wanted !== undefined && wanted >= 0 ? wanted : nextSeed();
    const { signal } = context.req.raw;
    let startMs = 0;
    let asset: GeneratedAsset;
    try {
      asset = await queue.run(() => {
        startMs = clock.now();
        return backend.generate({ prompt, seed, format, signal });
      }, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      metrics.cancelled.inc();
      throw new RequestError("generation/cancelled", "Cannot generate: the caller went away", {
        status: 499,
        cause: error,
      });
    }
    const elapsedMs = clock.now() - startMs;
    metrics.duration.observe(elapsedMs / 1000);
    metrics.assets.inc({ matched: String(asset.matched ?? "unknown") });
    logger.info("{prompt} became {gaussians} Gaussians in {elapsedMs} ms", {
      prompt,
      seed,
      gaussians: asset.gaussians,
      matched: asset.matched,
      elapsedMs: Math.round(elapsedMs),
    });
    return context.body(new Uint8Array(asset.bytes), 200, {
      "content-type": "application/octet-stream",
      "content-length": String(asset.bytes.byteLength),
      ...describe(asset, seed, elapsedMs),
    });
  });
  return app;
}

function describe(asset: GeneratedAsset, seed: number, elapsedMs: number): Record<string, string> {
  return {
    [GENERATION_HEADERS.gaussians]: String(asset.gaussians),
    [GENERATION_HEADERS.seed]: String(seed),
    [GENERATION_HEADERS.elapsedMs]: String(Math.round(elapsedMs)),
    ...(asset.matched === undefined ? {} : { [GENERATION_HEADERS.matched]: String(asset.matched) }),
  };
}

/** Reads a form of either encoding. A body of another kind reads as an empty form. */
async function readForm(context: Context): Promise<unknown> {
  try {
    return await context.req.parseBody();
  } catch (cause) {
    throw new RequestError("request/not-form", "Cannot read request: the form is malformed", {
      cause,
    });
  }
}

function parseFormat(format: string | undefined): AssetFormat {
  if (format === undefined || format === "ply" || format === "spz") return format ?? "ply";
  throw new RequestError(
    "generation/unknown-format",
    `Cannot generate: format "${format}" is not known; use ply or spz`,
    { status: 422 },
  );
}

function createMetrics(registry: Registry, queue: JobQueue) {
  new Gauge({
    name: "threegen_generation_waiting_requests",
    help: "Requests that wait for their turn",
    registers: [registry],
    collect() {
      this.set(queue.waiting);
    },
  });
  return {
    duration: new Histogram({
      name: "threegen_generation_duration_seconds",
      help: "Duration of one generation, without the wait",
      buckets: [0.25, 0.5, 1, 2, 5, 15, 60, 180],
      registers: [registry],
    }),
    assets: new Counter({
      name: "threegen_generation_assets_total",
      help: "Assets made, by whether the backend knew what the prompt names",
      labelNames: ["matched"],
      registers: [registry],
    }),
    cancelled: new Counter({
      name: "threegen_generation_cancelled_total",
      help: "Requests whose caller went away before the answer",
      registers: [registry],
    }),
  };
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}
