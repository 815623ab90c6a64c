/**
 * Answers that cannot be read: one typed error for whatever a decoder throws.
 *
 * @module
 */
import { SubnetError, UnavailableError } from "@threegen/domain";
import { z } from "zod";

/**
 * Reads an answer.
 *
 * @param what For messages: "state_call of ws://…".
 * @throws {UnavailableError} `chain/unreadable`, when the answer is not what it should be.
 */
export function readable<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(what, error);
  }
}

/** The error of an answer that could not be read; errors that have a type keep it. */
export function unreadable(what: string, cause: unknown): SubnetError {
  if (cause instanceof SubnetError) return cause;
  const reason = cause instanceof z.ZodError
    ? describe(cause.issues[0])
    : cause instanceof Error
    ? cause.message
    : String(cause);
  return new UnavailableError("chain/unreadable", `Cannot read ${what}: ${reason}`, { cause });
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
