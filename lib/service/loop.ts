/**
 * Loops that never die silently.
 *
 * @module
 */
import type { Clock } from "./clock.ts";
import { getLogger } from "./log.ts";

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
  const { name, everyMs, signal, clock, maxBackoffMs = 30_000 } = options;
  const logger = getLogger(["threegen", "service", "loop"]);
  let failures = 0;
  while (!signal.aborted) {
    try {
      await turn(signal);
      if (failures > 0) logger.info("{name} works again", { name });
      failures = 0;
    } catch (error) {
      if (signal.aborted) break;
      failures++;
      logger.warn("{name} failed ({failures} in a row): {message}", {
        name,
        failures,
        message: error instanceof Error ? error.message : String(error),
        error,
      });
    }
    const backoff = failures === 0
      ? everyMs
      : Math.min(maxBackoffMs, Math.max(everyMs, 250) * 2 ** Math.min(failures - 1, 10));
    try {
      await clock.sleep(backoff, signal);
    } catch {
      // The signal ended the wait; the loop's condition ends the loop.
    }
  }
}
