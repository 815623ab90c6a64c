import { UnavailableError } from "@threegen/domain";

/**
 * The error of a call that was sent, and of which nobody knows what became of it.
 *
 * @param action For messages: "set weights of 5F… on netuid 17".
 * @param why An error, or words.
 */
export function outcomeUnknown(action: string, why: unknown): UnavailableError {
  const isError = why instanceof Error;
  return new UnavailableError(
    "chain/outcome-unknown",
    `Cannot tell whether the call worked that should ${action}: ${isError ? why.message : why}; ` +
      "look at the chain before sending it again",
    isError ? { cause: why } : {},
  );
}
