/**
 * The frame of every program: flags, log, signals and exit codes meet here and nowhere else.
 *
 * @module
 */
import { ConfigError, SubnetError } from "@threegen/domain";
import { z } from "zod";
import {
  type FlagShape,
  HelpRequested,
  type Parsed,
  parseFlags,
  type ProgramOptions,
} from "./flags.ts";
import { configureLogging } from "./log.ts";
import { OutputClosedError, say } from "./print.ts";

/** Flags of the log, the same for every program. */
export const loggingFlags = {
  "logging.debug": z.boolean().default(false).describe("Show debug messages"),
  "logging.json": z.boolean().default(false).describe("Log one JSON object per line"),
} as const;

/** A program's body; returns its exit code, or nothing for 0. */
export type ProgramBody<Shape extends FlagShape> = (
  parsed: Parsed<Shape & typeof loggingFlags>,
  signal: AbortSignal,
) => Promise<number | void>;

/**
 * Environment variable that a supervisor sets to `1` on its children: standard input is a pipe
 * that the supervisor holds, and its end means that the supervisor is gone.
 */
export const PARENT_PIPE = "THREEGEN_PARENT_PIPE";

/**
 * Signals so close to the first are the same Ctrl-C, in milliseconds: the terminal sends it to
 * every process, and `npx` and `deno task` pass it on as well.
 */
const SAME_SIGNAL_MS = 500;

/** Time that a program gets to end after its supervisor is gone, in milliseconds. */
const ORPHAN_GRACE_MS = 2000;

/** Exit code when the reader of stdout is gone: as a program that SIGPIPE ends. */
const OUTPUT_CLOSED = 128 + 13;

/**
 * Runs a program and exits: 0 when all went well, 2 with one line for the operator's mistake,
 * 1 for anything else. The signal aborts on SIGINT and SIGTERM; a second one exits at once.
 *
 * Under a supervisor ({@linkcode PARENT_PIPE}) the program also ends when the supervisor does,
 * however that died, and leaves SIGINT alone: Ctrl-C reaches the whole process group, and the
 * supervisor decides in which order the parts stop.
 */
export async function runProgram<Shape extends FlagShape>(
  options: ProgramOptions<Shape>,
  body: ProgramBody<Shape>,
): Promise<never> {
  const stop = new AbortController();
  const isSupervised = Deno.env.get(PARENT_PIPE) === "1";
  let firstSignalAt = -Infinity;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(name, () => {
      if (isSupervised && name === "SIGINT") return;
      if (performance.now() - firstSignalAt < SAME_SIGNAL_MS) return;
      if (stop.signal.aborted) Deno.exit(130);
      firstSignalAt = performance.now();
      stop.abort(new DOMException(`stopped by ${name}`, "AbortError"));
    });
  }
  if (isSupervised) watchParent(stop);
  try {
    const parsed = parseFlags(
      { ...options, flags: { ...options.flags, ...loggingFlags } },
      Deno.args,
      Deno.env.toObject(),
    ) as Parsed<Shape & typeof loggingFlags>;
    const switches = parsed.flags as Record<string, unknown>;
    configureLogging({
      level: switches["logging.debug"] ? "debug" : "info",
      json: switches["logging.json"] === true,
    });
    const code = await body(parsed, stop.signal);
    Deno.exit(code ?? 0);
  } catch (error) {
    Deno.exit(report(error, stop.signal));
  }
}

/** Aborts when standard input ends, and exits if that did not end the program in time. */
async function watchParent(stop: AbortController): Promise<void> {
  const chunk = new Uint8Array(64);
  try {
    while (await Deno.stdin.read(chunk) !== null);
  } catch {
    // A broken pipe says the same as a closed one.
  }
  setTimeout(() => Deno.exit(1), ORPHAN_GRACE_MS);
  stop.abort(new DOMException("stopped because the supervisor is gone", "AbortError"));
}

/** Says on stdout or stderr why a program ends; returns its exit code. */
function report(error: unknown, signal: AbortSignal): number {
  if (error instanceof HelpRequested) {
    Deno.stdout.writeSync(new TextEncoder().encode(error.text));
    return 0;
  }
  if (signal.aborted && error === signal.reason) return 0;
  if (error instanceof OutputClosedError) return OUTPUT_CLOSED;
  if (error instanceof ConfigError) {
    say(`error: ${error.message}`);
    return 2;
  }
  if (error instanceof SubnetError) say(`error: ${error.message}`);
  else say(error instanceof Error ? error.stack ?? error.message : String(error));
  return 1;
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
