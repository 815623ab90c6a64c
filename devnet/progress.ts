/**
 * What a person at the terminal reads while a devnet runs; all on stderr.
 *
 * @module
 */
import { say } from "@threegen/service";
import type { MinerRow } from "./page/wire.ts";
import type { LogLine } from "./supervisor/log_line.ts";
import type { PartState, PartStatus } from "./supervisor/part.ts";
import type { Report, ReportedResult } from "./report.ts";

/** How much is said. */
export interface ProgressOptions {
  /** Every line of every part. @default {false} */
  readonly isVerbose?: boolean;
  /** Accepted results after which the devnet ends; 0 when it does not. @default {0} */
  readonly rounds?: number;
  /** Where lines go. @default {stderr} */
  readonly write?: (line: string) => void;
}

/** Says what happens, one calm line each. */
export class Progress {
  readonly #isVerbose: boolean;
  readonly #rounds: number;
  readonly #write: (line: string) => void;
  readonly #startedAt = performance.now();
  #isRunning = false;
  #hasWeights = false;
  #isStopping = false;

  constructor({ isVerbose = false, rounds = 0, write = say }: ProgressOptions = {}) {
    this.#isVerbose = isVerbose;
    this.#rounds = rounds;
    this.#write = write;
  }

  /** Seconds since the start, "4.2 s". */
  get elapsed(): string {
    return `${((performance.now() - this.#startedAt) / 1000).toFixed(1)} s`;
  }

  /** Says one line. */
  say(text: string): void {
    this.#write(text);
  }

  /** Every part was up once. */
  allUp(count: number): void {
    const hint = this.#rounds > 0 ? "" : "; open the page and type a prompt, Ctrl-C stops all";
    this.say(`all ${count} parts are up after ${this.elapsed}${hint}`);
  }

  /**
   * An asset was accepted. The first is news, as is every trouble of a part from then on; with
   * rounds to be done the others count too.
   *
   * @param count Accepted results so far, from 1.
   */
  accepted({ score, prompt, uid }: ReportedResult, count: number): void {
    this.#isRunning = true;
    const what = `"${prompt}" by miner ${uid}`;
    if (count === 1) {
      this.say(`first asset scored ${score.toFixed(2)} after ${this.elapsed}: ${what}`);
    } else if (this.#isVerbose || count <= this.#rounds) {
      const whole = this.#rounds > 0 ? ` of ${this.#rounds}` : "";
      this.say(`asset ${count}${whole} scored ${score.toFixed(2)}: ${what}`);
    }
  }

  /** Nothing was accepted in a long time: whatever the parts say may be the reason. */
  noAsset(logFolder: string, statuses: readonly PartStatus[]): void {
    this.#isRunning = true;
    const missing = statuses.filter(({ state }) => state !== "up")
      .map(({ title, state, reason }) => `${title} is ${state}${reason ? ` (${reason})` : ""}`);
    this.say(
      `no asset was accepted within ${this.elapsed}: ${
        missing.join(", ") || "every part is up"
      }; ` +
        `what they log is in ${logFolder}`,
    );
  }

  /** A part changed. */
  part(status: PartStatus, previous: PartState): void {
    const { title, state, reason, restarts } = status;
    if (state === "down") {
      this.say(`${title} is down: ${reason}; starting it again`);
    } else if (state === "up" && restarts > 0 && previous !== "up") {
      this.say(`${title} is back`);
    } else if (state === "unready" && this.#isRunning && previous === "up") {
      this.say(`${title} is not ready: ${reason}`);
    } else if (state === "up" && previous === "unready" && this.#isRunning) {
      this.say(`${title} is ready again`);
    }
  }

  /** A part logged a line: warnings and errors are shown once the network runs. */
  line(part: string, line: LogLine): void {
    if (this.#isStopping && !this.#isVerbose) return;
    const isGrave = line.level === "error" || (line.level === "warning" && this.#isRunning);
    if (!this.#isVerbose && !(isGrave && line.logger !== "")) return;
    const mark = line.level === "warning" ? "warning: " : line.level === "error" ? "error: " : "";
    this.say(`  ${part}: ${mark}${line.message}`);
  }

  /** The chain took weights; only the first are news. */
  weights(block: number, miners: readonly MinerRow[]): void {
    if (this.#hasWeights && !this.#isVerbose) return;
    this.#hasWeights = true;
    this.say(
      `weights set at block ${block} after ${this.elapsed}: ` +
        sharesText(miners.map(({ uid, weight }) => [uid, weight])),
    );
  }

  /** All rounds are done. */
  rounds({ rounds, seconds, weights }: Report): void {
    this.say(
      `${rounds} ${rounds === 1 ? "result" : "results"} accepted in ${seconds.toFixed(1)} s: ` +
        sharesText(Object.entries(weights)),
    );
  }

  /** Everything is being stopped: what parts say about each other is no news any more. */
  stopping(text: string): void {
    this.say(text);
    this.#isStopping = true;
  }
}

/** "miner 1 92 %, miner 2 8 %". */
function sharesText(weights: readonly (readonly [uid: number | string, weight: number])[]): string {
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return weights.map(([uid, weight]) => `miner ${uid} ${Math.round(100 * weight / whole)} %`)
    .join(", ");
}
