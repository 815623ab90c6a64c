/**
 * Loops that never die silently.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import type { Clock } from "./clock.ts";
import { getLogger } from "./log.ts";
import { untilAborted } from "./until_aborted.ts";

const logger = getLogger(["threegen", "service", "loop"]);

/** Shortest wait after a failure, in milliseconds. */
const LEAST_BACKOFF_MS = 250;
/** Longest wait after repeated failures, in milliseconds. */
const MOST_BACKOFF_MS = 30_000;

/** How a loop runs. */
export interface LoopOptions {
  /** Shown in the log. */
  readonly name: string;
  /** Wait between the end of one turn and the start of the next, in milliseconds. */
  readonly everyMs: number;
  /** Ends the loop. */
  readonly signal: AbortSignal;
  /** Where the waiting takes its time from. */
  readonly clock: Clock;
  /** Longest wait after repeated failures, in milliseconds. @default {30000} */
  readonly maxBackoffMs?: number;
}

/**
 * Runs `turn` again and again until the signal aborts. A failing turn is logged and waited for
 * twice as long each time; the loop goes on. Resolves when the loop has ended; never rejects.
 */
export async function startLoop(
  options: LoopOptions,
  turn: (signal: AbortSignal) => Promise<void> | void,
): Promise<void> {
  const { name, everyMs, signal, clock, maxBackoffMs = MOST_BACKOFF_MS } = options;
  let failures = 0;
  while (!signal.aborted) {
    try {
      await turn(signal);
      if (failures > 0) logger.info("{name} works again", { name });
      failures = 0;
    } catch (error) {
      if (signal.aborted) break;
      failures++;
      warn(name, failures, error);
    }
    const waitMs = failures === 0 ? everyMs : backoffMs(failures, everyMs, maxBackoffMs);
    try {
      await clock.sleep(waitMs, signal);
    } catch {
      // The signal ended the wait; the loop's condition ends the loop.
    }
  }
}

/** What is tried until it succeeds. */
export type RetryOptions = Omit<LoopOptions, "everyMs">;

/**
 * Tries until it succeeds once: what a program needs before it can begin, such as its chain. Every
 * failure is logged and waited for longer. An attempt that is under way when the signal aborts is
 * not waited for.
 *
 * @throws {ConfigError} What no waiting mends.
 * @throws The signal's reason when it aborts first.
 */
export async function untilSucceeds<T>(
  { name, signal, clock, maxBackoffMs = MOST_BACKOFF_MS }: RetryOptions,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (let failures = 0;;) {
    signal.throwIfAborted();
    try {
      const result = await untilAborted(attempt(signal), signal);
      if (failures > 0) logger.info("{name} works now", { name });
      return result;
    } catch (error) {
      if (signal.aborted || error instanceof ConfigError) throw error;
      failures++;
      warn(name, failures, error);
      await clock.sleep(backoffMs(failures, 1000, maxBackoffMs), signal);
    }
  }
}

/** Twice as long after each failure, from `everyMs` on. */
function backoffMs(failures: number, everyMs: number, maxBackoffMs: number): number {
  const firstMs = Math.max(everyMs, LEAST_BACKOFF_MS);
  return Math.min(maxBackoffMs, firstMs * 2 ** Math.min(failures - 1, 10));
}

function warn(name: string, failures: number, error: unknown): void {
  logger.warn("{name} failed ({failures} in a row): {message}", {
    name,
    failures,
    message: error instanceof Error ? error.message : String(error),
    error,
  });
}
