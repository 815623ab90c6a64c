import type { AnsweredCall } from "@threegen/protocol/axon";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { SubmitOutcome } from "./exchange/task_desk.ts";
import type { TaskBook } from "./tasks/task_book.ts";

/** What is counted of a validator's work. */
export interface ValidatorMetrics {
  /** Notes a call of the axon. */
  answered(call: AnsweredCall): void;
  /** Notes what became of a result. */
  submitted(outcome: SubmitOutcome["kind"]): void;
  /** Notes weights that the chain took. */
  weightsSet(block: number): void;
}

/** Registers the validator's metrics. */
export function createValidatorMetrics(registry: Registry, book: TaskBook): ValidatorMetrics {
  const registers = [registry];
  const calls = new Histogram({
    name: "threegen_validator_axon_call_duration_seconds",
    help: "Duration of calls of the axon",
    labelNames: ["message", "status"],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10, 60],
    registers,
  });
  const results = new Counter({
    name: "threegen_validator_results_total",
    help: "Results handed in by what became of them",
    labelNames: ["outcome"],
    registers,
  });
  const weightsBlock = new Gauge({
    name: "threegen_validator_weights_block",
    help: "Block of the last weights that the chain took in this run",
    registers,
  });
  new Gauge({
    name: "threegen_validator_live_tasks",
    help: "Tasks that are not finished",
    labelNames: ["kind"],
    registers,
    collect() {
      for (const kind of ["organic", "synthetic"] as const) {
        this.set({ kind }, book.live(kind).length);
      }
    },
  });
  return {
    answered: ({ message, status, elapsedMs }) =>
      calls.observe({ message, status }, elapsedMs / 1000),
    submitted: (outcome) => results.inc({ outcome }),
    weightsSet: (block) => weightsBlock.set(block),
  };
}
