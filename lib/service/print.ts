const encoder = new TextEncoder();

/** Prints a line of a program's result to stdout. */
export function print(text: string): void {
  Deno.stdout.writeSync(encoder.encode(`${text}\n`));
}

/** Prints a line of progress, which is not the result, to stderr. */
export function say(text: string): void {
  Deno.stderr.writeSync(encoder.encode(`${text}\n`));
}
