import type { TaskView } from "./page/wire.ts";

/** One miner's result in a report. */
export interface ReportedResult {
  readonly id: string;
  readonly prompt: string;
  readonly kind: "synthetic" | "organic";
  readonly uid: number;
  readonly score: number;
  readonly accepted: boolean;
  readonly generateMs: number | null;
  readonly validateMs: number | null;
  readonly assetBytes: number | null;
  readonly gaussians: number | null;
}

/** What `--json` prints. */
export interface Report {
  /** Accepted results that were asked for; more may have come in meanwhile. */
  readonly rounds: number;
  /** From the start of the devnet. */
  readonly seconds: number;
  /** Every scored result, accepted or not, in the order of their scores' arrival. */
  readonly tasks: readonly ReportedResult[];
  /** Weight of each uid on the chain, u16. */
  readonly weights: Readonly<Record<string, number>>;
  /** Incentive of each miner on the chain, 0 to 1. */
  readonly incentive: Readonly<Record<string, number>>;
  readonly block: number;
}

/** Results that are remembered; a devnet that runs for days forgets the oldest. */
const RESULTS_KEPT = 10_000;

/** Keeps the scored results of a run, each once. */
export class ResultLog {
  readonly #results = new Map<string, ReportedResult>();
  readonly #sinceMs: number;
  #accepted = 0;

  /** @param sinceMs Results of tasks assigned before are of an earlier run; UNIX milliseconds. */
  constructor(sinceMs: number) {
    this.#sinceMs = sinceMs;
  }

  /** Takes in what is new in a task; returns the results that are. */
  add(task: TaskView): readonly ReportedResult[] {
    const fresh: ReportedResult[] = [];
    for (const attempt of task.attempts) {
      const { uid, score, accepted, generateMs, validateMs, assetBytes, gaussians } = attempt;
      const key = `${task.id}/${uid}/${attempt.assignedAt}`;
      if (score === null || attempt.assignedAt < this.#sinceMs || this.#results.has(key)) continue;
      const { id, prompt, kind } = task;
      const result = {
        id,
        prompt,
        kind,
        uid,
        score,
        accepted,
        generateMs,
        validateMs,
        assetBytes,
        gaussians,
      };
      this.#results.set(key, result);
      if (accepted) this.#accepted++;
      fresh.push(result);
    }
    for (const oldest of this.#results.keys()) {
      if (this.#results.size <= RESULTS_KEPT) break;
      this.#results.delete(oldest);
    }
    return fresh;
  }

  /** The results, in the order of arrival. */
  get all(): readonly ReportedResult[] {
    return [...this.#results.values()];
  }

  /** How many were accepted. */
  get accepted(): number {
    return this.#accepted;
  }
}
