const encoder = new TextEncoder();

/** Nobody reads what the program prints any more, as after `| head`. */
export class OutputClosedError extends Error {
  override readonly name = "OutputClosedError";
}

/**
 * Prints a line of a program's result to stdout.
 *
 * @throws {OutputClosedError} When its reader is gone, which ends the program quietly.
 */
export function print(text: string): void {
  try {
    Deno.stdout.writeSync(encoder.encode(`${text}\n`));
  } catch (cause) {
    if (!(cause instanceof Deno.errors.BrokenPipe)) throw cause;
    throw new OutputClosedError("stdout is closed", { cause });
  }
}

/** Prints a line of progress, which is not the result, to stderr. */
export function say(text: string): void {
  Deno.stderr.writeSync(encoder.encode(`${text}\n`));
}
