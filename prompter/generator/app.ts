/**
 * The generator's HTTP service.
 *
 * @module
 */
import { createService } from "@threegen/service";
import type { Hono } from "hono";
import { Counter, Gauge, Registry } from "prom-client";
import type { ProducedCall } from "./producer.ts";
import type { SentCounts } from "./sender.ts";
import type { Spool } from "./spool.ts";

/** Version of the generator, answered by `/health`. */
export const GENERATOR_VERSION = "0.1.0";

/** What the service is made of. */
export interface GeneratorAppOptions {
  readonly spool: Spool;
  /** Says why the generator cannot do its work now. */
  readonly readiness?: () => string | undefined;
  readonly registry?: Registry;
}

/** Returns the service. */
export function createGeneratorApp(options: GeneratorAppOptions): Hono {
  const { spool, readiness = () => undefined, registry = new Registry() } = options;
  new Gauge({
    name: "threegen_prompt_generator_spooled_prompts",
    help: "Prompts that wait for the collector",
    registers: [registry],
    collect() {
      this.set(spool.size);
    },
  });
  const app = createService({
    name: "prompt-generator",
    version: GENERATOR_VERSION,
    readiness,
    registry,
  });
  // The original's start signal: it makes prompts from here on. This generator does so anyway.
  app.post("/generate_prompts/", (context) => context.json({ status: "running" }, 202));
  return app;
}

/** Counters of one generator. */
export interface GeneratorMetrics {
  readonly onCall: (call: ProducedCall) => void;
  readonly onSent: (counts: SentCounts) => void;
}

/** Makes the generator's counters in a registry. */
export function generatorMetrics(registry: Registry): GeneratorMetrics {
  const registers = [registry];
  const invented = new Counter({
    name: "threegen_prompt_generator_invented_prompts_total",
    help: "Texts that a backend returned",
    labelNames: ["backend", "category"],
    registers,
  });
  const kept = new Counter({
    name: "threegen_prompt_generator_kept_prompts_total",
    help: "Prompts that were good and new",
    labelNames: ["backend", "category"],
    registers,
  });
  const sent = new Counter({
    name: "threegen_prompt_generator_sent_prompts_total",
    help: "Prompts that the collector answered",
    labelNames: ["outcome"],
    registers,
  });
  return {
    onCall: (call) => {
      const labels = { backend: call.backend, category: call.category };
      invented.inc(labels, call.invented);
      kept.inc(labels, call.kept.length);
    },
    onSent: ({ accepted, duplicates, rejected }) => {
      sent.inc({ outcome: "accepted" }, accepted);
      sent.inc({ outcome: "duplicate" }, duplicates);
      sent.inc({ outcome: "rejected" }, rejected);
    },
  };
}
