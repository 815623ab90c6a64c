/**
 * Batches of verifications: signatures of calls that came in together are checked one right after
 * the other.
 *
 * A check takes long enough to push all other code and data of a call out of the processor's
 * caches; when checks and the rest take turns, the rest takes twice as long. A call that comes
 * alone waits one turn of the event loop.
 *
 * @module
 */
import { setImmediate } from "node:timers";
import type { Verifier } from "./signing.ts";

/** Most signatures checked in one turn of the event loop; about five milliseconds. */
const BATCH_SIZE = 16;

interface Job {
  readonly args: Parameters<Verifier>;
  readonly resolve: (isGood: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

/** Returns a verifier that collects what comes in within one turn of the event loop. */
export function inBatches(verify: (...args: Parameters<Verifier>) => boolean): Verifier {
  const jobs: Job[] = [];
  const checkBatch = () => {
    const batch = jobs.splice(0, BATCH_SIZE);
    if (jobs.length > 0) setImmediate(checkBatch);
    for (const { args, resolve, reject } of batch) {
      try {
        resolve(verify(...args));
      } catch (error) {
        reject(error);
      }
    }
  };
  return (...args) =>
    new Promise((resolve, reject) => {
      jobs.push({ args, resolve, reject });
      if (jobs.length === 1) setImmediate(checkBatch);
    });
}
