/**
 * Passwords from the operator.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { say } from "./chain_flags.ts";

/** Keys as a terminal sends them. */
const ENTER = [0x0a, 0x0d];
const ERASE = [0x08, 0x7f];
const CTRL_C = 0x03;

/**
 * Asks for a password. A terminal does not show what is typed; otherwise it is the first line of
 * standard input.
 *
 * @throws {ConfigError} When there is none, or Ctrl-C was typed.
 */
export async function readPassword(question: string): Promise<string> {
  const isTerminal = Deno.stdin.isTerminal();
  if (isTerminal) {
    Deno.stdin.setRaw(true);
    Deno.stderr.writeSync(new TextEncoder().encode(`${question}: `));
  }
  let line: string;
  try {
    line = await readLine();
  } finally {
    if (isTerminal) {
      Deno.stdin.setRaw(false);
      say("");
    }
  }
  if (line === "") throw new ConfigError("Cannot use password: it is empty");
  return line;
}

/** Reads up to Enter, byte by byte, so that the next question finds its own answer. */
async function readLine(): Promise<string> {
  const bytes: number[] = [];
  const chunk = new Uint8Array(1);
  while (await Deno.stdin.read(chunk) !== null) {
    const [byte] = chunk;
    if (ENTER.includes(byte)) break;
    if (byte === CTRL_C) throw new ConfigError("Cannot read password: interrupted");
    if (ERASE.includes(byte)) {
      // The bytes that continue a character in UTF-8 go with its first.
      while (((bytes.pop() ?? 0) & 0xc0) === 0x80);
    } else bytes.push(byte);
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
