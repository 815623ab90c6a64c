/**
 * How numbers and states read on the page.
 *
 * @module
 */
import type { TaskView } from "../wire.ts";

/** Score from which a result is accepted; the validator's own answer decides, this only colours. */
const GOOD_SCORE = 0.6;

/** "0.83", or "–" when there is none. */
export function scoreText(score: number | null): string {
  return score === null ? "–" : score.toFixed(2);
}

/** Whether a score is shown as a good one. */
export function isGoodScore(score: number | null): boolean {
  return score !== null && score >= GOOD_SCORE;
}

/** "640 ms", "3.2 s", "4 min". */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.round(ms / 60_000)} min`;
}

/** "just now", "12 s ago", "4 min ago". */
export function agoText(atMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - atMs) / 1000));
  if (seconds < 2) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return `${Math.floor(seconds / 3600)} h ago`;
}

/** "42,180". */
export function countText(count: number): string {
  return count.toLocaleString("en");
}

/** "340 kB". */
export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** "miner 1" or "miners 1, 2". */
export function minersText(uids: readonly number[]): string {
  return `${uids.length === 1 ? "miner" : "miners"} ${uids.toSorted((a, b) => a - b).join(", ")}`;
}

/** The attempt that gave a task its score. */
export function bestAttempt(task: TaskView): TaskView["attempts"][number] | undefined {
  return task.attempts.filter(({ score }) => score !== null)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))[0];
}

/** Whether a task has an asset that can be shown. */
export function hasAsset(task: TaskView): boolean {
  return task.assets.length > 0;
}
