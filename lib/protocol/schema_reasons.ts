import type { z } from "zod";

/** Most reasons of one text. */
const MAX_REASONS = 5;

/** Returns what is wrong with fields as one line: `submit_time: expected bigint …; results: …`. */
export function schemaReasons({ issues }: z.ZodError): string {
  return issues.slice(0, MAX_REASONS).map(reason).join("; ");
}

function reason(issue: z.core.$ZodIssue): string {
  const { path, message } = issue;
  // Of a choice of types, zod itself says only that none matched.
  const choices = issue.code === "invalid_union" ? issue.errors.map(([first]) => first) : [];
  const text = choices.length > 0 ? choices.map(reason).join(", or ") : message;
  return path.length > 0 ? `${path.join(".")}: ${text}` : text;
}
