/**
 * The generator's HTTP service.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash, timingSafeEqual } from "node:crypto";
import { RequestError } from "@threegen/domain";
import { createService, readJson } from "@threegen/service";
import type { Context, Hono } from "hono";
import { Registry } from "prom-client";
import { type GeneratorStatus, JobRequest } from "./contract.ts";
import type { JobBook } from "./job_book.ts";

/** Version of the generator, answered by `/health`. */
export const GENERATOR_VERSION = "0.1.0";

/** What the service is made of. */
export interface GeneratorAppOptions {
  readonly jobs: JobBook;
  /** Categories that a job may name. */
  readonly categories: readonly string[];
  readonly status: () => GeneratorStatus;
  /** Starts to make prompts without a job. */
  readonly startEndless: () => void;
  /**
   * Key that callers must show as `Authorization: Bearer …` to start or stop work.
   * Without one, only `isLocal` decides.
   */
  readonly controlKey?: string | undefined;
  /** Whether the service is bound to this machine alone. */
  readonly isLocal: boolean;
  readonly registry?: Registry;
}

/** Returns the service. */
export function createGeneratorApp(options: GeneratorAppOptions): Hono {
  const { jobs, categories, status, startEndless, registry = new Registry() } = options;
  const app = createService({ name: "prompt-generator", version: GENERATOR_VERSION, registry });
  const guard = (context: Context) => checkControl(context, options);

  app.get("/status", (context) => context.json(status()));
  app.get("/jobs", (context) => context.json({ jobs: jobs.list() }));
  app.post("/jobs", async (context) => {
    guard(context);
    const request = await readJson(context.req.raw, JobRequest);
    if (request.category !== undefined && !categories.includes(request.category)) {
      throw new RequestError(
        "generator/category",
        `Cannot take job: "${request.category}" is none of: ${categories.join(", ")}`,
        { status: 422 },
      );
    }
    const job = jobs.add(request);
    context.header("location", `/jobs/${job.id}`);
    return context.json(job, 202);
  });
  app.get("/jobs/:id", (context) => context.json(jobs.get(context.req.param("id"))));
  app.delete("/jobs/:id", (context) => {
    guard(context);
    return context.json(jobs.cancel(context.req.param("id")));
  });
  // The original's start signal. It answers there only when its endless work ends, so never;
  // its form fields (save_locally_only, prompt_generator_number) have no meaning here.
  app.post("/generate_prompts", (context) => {
    guard(context);
    startEndless();
    return context.json({ status: "started" }, 202);
  });
  return app;
}

function checkControl(context: Context, { controlKey, isLocal }: GeneratorAppOptions): void {
  if (controlKey === undefined) {
    if (isLocal) return;
    throw new RequestError(
      "generator/closed",
      "Cannot start or stop work from afar: this generator has no --control_key_file",
      { status: 403 },
    );
  }
  const given = context.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
  const digest = (text: string) => Buffer.from(createHash("sha256").update(text).digest());
  if (!timingSafeEqual(digest(given), digest(controlKey))) {
    throw new RequestError("generator/key", "Cannot start or stop work: wrong key", {
      status: 401,
    });
  }
}
