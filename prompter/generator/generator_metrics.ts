/**
 * What the generator counts.
 *
 * @module
 */
import { Counter, Gauge, type Registry } from "prom-client";
import type { ProducedCall } from "./producer.ts";
import type { SentCounts } from "./sender.ts";
import type { Spool } from "./spool.ts";

/** Counters of one generator. */
export interface GeneratorMetrics {
  readonly onCall: (call: ProducedCall) => void;
  readonly onSent: (counts: SentCounts) => void;
}

/** Makes the generator's counters in a registry. */
export function generatorMetrics(registry: Registry, spool: Spool): GeneratorMetrics {
  const registers = [registry];
  const prefix = "threegen_prompt_generator";
  const labelNames = ["backend", "category"] as const;
  const invented = new Counter({
    name: `${prefix}_invented_prompts_total`,
    help: "Texts that a backend returned",
    labelNames,
    registers,
  });
  const kept = new Counter({
    name: `${prefix}_kept_prompts_total`,
    help: "Prompts that were good and new",
    labelNames,
    registers,
  });
  const dropped = new Counter({
    name: `${prefix}_dropped_prompts_total`,
    help: "Texts that were not good or not new",
    labelNames: ["backend", "reason"],
    registers,
  });
  const sent = new Counter({
    name: `${prefix}_sent_prompts_total`,
    help: "Prompts that the collector answered",
    labelNames: ["outcome"],
    registers,
  });
  new Gauge({
    name: `${prefix}_spooled_prompts`,
    help: "Prompts that wait for the collector",
    registers,
    collect() {
      this.set(spool.size);
    },
  });
  return {
    onCall: (call) => {
      const labels = { backend: call.backend, category: call.category };
      invented.inc(labels, call.invented);
      kept.inc(labels, call.kept.length);
      for (const [reason, count] of Object.entries(call.dropped)) {
        dropped.inc({ backend: call.backend, reason }, count);
      }
    },
    onSent: ({ accepted, duplicates, rejected }) => {
      sent.inc({ outcome: "accepted" }, accepted);
      sent.inc({ outcome: "duplicate" }, duplicates);
      sent.inc({ outcome: "rejected" }, rejected);
    },
  };
}
