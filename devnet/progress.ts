/**
 * What a person at the terminal reads while a devnet runs; all on stderr.
 *
 * @module
 */
import type { MinerRow } from "./page/wire.ts";
import type { LogLine } from "./supervisor/log_line.ts";
import type { PartState, PartStatus } from "./supervisor/part.ts";
import type { Report, ReportedResult } from "./report.ts";

/** How much is said. */
export interface ProgressOptions {
  /** Every line of every part. @default {false} */
  readonly isVerbose?: boolean;
  /** Where lines go. @default {stderr} */
  readonly write?: (line: string) => void;
}

/** Says what happens, one calm line each. */
export class Progress {
  readonly #isVerbose: boolean;
  readonly #write: (line: string) => void;
  readonly #startedAt = performance.now();
  #isRunning = false;
  #hasWeights = false;
  #isStopping = false;

  constructor({ isVerbose = false, write = writeToStderr }: ProgressOptions = {}) {
    this.#isVerbose = isVerbose;
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
    this.say(`all ${count} parts are up after ${this.elapsed}`);
  }

  /** The first asset was accepted: from now on every trouble of a part is news. */
  firstAsset({ score, prompt, uid }: ReportedResult): void {
    this.#isRunning = true;
    this.say(
      `first asset scored ${score.toFixed(2)} after ${this.elapsed}: "${prompt}" by miner ${uid}`,
    );
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
      `${rounds} results accepted in ${seconds.toFixed(1)} s: ` +
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

function writeToStderr(line: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
}
