/**
 * What the collector counts.
 *
 * @module
 */
import { Counter, Gauge, type Registry } from "prom-client";
import type { PromptStore } from "./prompt_store.ts";

/** Counters and gauges of one collector. */
export interface CollectorMetrics {
  /** Prompts sent by generators, by `outcome`: accepted, duplicate, rejected. */
  readonly submitted: Counter<"generator" | "outcome">;
  /** Prompts not admitted, by `reason`. */
  readonly rejected: Counter<"reason">;
  /** Requests refused, by `reason`. */
  readonly refused: Counter<"reason">;
  /** Prompts in delivered answers. */
  readonly delivered: Counter;
}

/** Makes the collector's counters in a registry, and a gauge of what its store holds. */
export function collectorMetrics(registry: Registry, store: PromptStore): CollectorMetrics {
  const registers = [registry];
  const prefix = "threegen_prompt_collector";
  new Gauge({
    name: `${prefix}_pool_prompts`,
    help: "Prompts in the pool",
    registers,
    async collect() {
      this.set((await store.bounds()).count);
    },
  });
  return {
    submitted: new Counter({
      name: `${prefix}_submitted_prompts_total`,
      help: "Prompts sent by generators",
      labelNames: ["generator", "outcome"],
      registers,
    }),
    rejected: new Counter({
      name: `${prefix}_rejected_prompts_total`,
      help: "Prompts that were not admitted",
      labelNames: ["reason"],
      registers,
    }),
    refused: new Counter({
      name: `${prefix}_refused_requests_total`,
      help: "Requests that were refused",
      labelNames: ["reason"],
      registers,
    }),
    delivered: new Counter({
      name: `${prefix}_delivered_prompts_total`,
      help: "Prompts in answers that were sent to the end",
      registers,
    }),
  };
}
