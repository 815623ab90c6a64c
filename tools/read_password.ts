/**
 * Passwords from the operator.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { say } from "@threegen/service";

/** Keys as a terminal sends them. */
const ENTER = [0x0a, 0x0d];
const ERASE = [0x08, 0x7f];
const CTRL_C = 0x03;
const CTRL_D = 0x04;
const SPACE = 0x20;

/** Where a password is read from; {@linkcode Deno.stdin} is one. */
export type PasswordSource = Pick<typeof Deno.stdin, "isTerminal" | "read" | "setRaw">;

/** How a password is asked for. */
export interface PasswordOptions {
  /** Stops the asking. */
  readonly signal?: AbortSignal | undefined;
  /** @default {Deno.stdin} */
  readonly source?: PasswordSource | undefined;
}

/**
 * Asks for a password. A terminal does not show what is typed; otherwise it is the first line of
 * standard input.
 *
 * @throws {ConfigError} When there is none, it has keys that are no characters, Ctrl-C was typed,
 * or the signal aborts.
 */
export async function readPassword(
  question: string,
  { signal, source = Deno.stdin }: PasswordOptions = {},
): Promise<string> {
  const isTerminal = source.isTerminal();
  if (isTerminal) {
    source.setRaw(true);
    Deno.stderr.writeSync(new TextEncoder().encode(`${question}: `));
  }
  let line: string;
  try {
    line = await Promise.race([readLine(source), interruption(signal)]);
  } finally {
    if (isTerminal) {
      source.setRaw(false);
      say("");
    }
  }
  if (line === "") throw new ConfigError("Cannot use password: it is empty");
  return line;
}

/** Reads up to Enter, byte by byte, so that the next question finds its own answer. */
async function readLine(source: PasswordSource): Promise<string> {
  const bytes: number[] = [];
  const chunk = new Uint8Array(1);
  let hasOtherKeys = false;
  while (await source.read(chunk) !== null) {
    const [byte] = chunk;
    if (ENTER.includes(byte)) break;
    if (byte === CTRL_C) throw interrupted();
    if (byte === CTRL_D && bytes.length === 0) break;
    if (ERASE.includes(byte)) {
      // The bytes that continue a character in UTF-8 go with its first.
      while (((bytes.pop() ?? 0) & 0xc0) === 0x80);
    } else if (byte >= SPACE) bytes.push(byte);
    else hasOtherKeys = true;
  }
  // Not before Enter: what is typed after the refusal would go to the shell, for all to see.
  if (hasOtherKeys) {
    throw new ConfigError(
      "Cannot use password: a key was typed that is no character, such as an arrow or Ctrl-U; " +
        "only backspace edits",
    );
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function interruption(signal?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(interrupted(signal?.reason));
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}

function interrupted(cause?: unknown): ConfigError {
  return new ConfigError("Cannot read password: interrupted", { cause });
}
