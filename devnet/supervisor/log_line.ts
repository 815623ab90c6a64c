import { z } from "zod";

/** How severe a line is. */
export type LogLevel = "debug" | "info" | "warning" | "error";

/** One line that a part wrote to its standard error. */
export interface LogLine {
  readonly level: LogLevel;
  /** Who logged inside the part: `miner.worker`; empty for a line outside the log. */
  readonly logger: string;
  readonly message: string;
}

const JsonLine = z.object({
  level: z.string(),
  message: z.string(),
  logger: z.string().default(""),
});

const LEVELS: Readonly<Record<string, LogLevel>> = {
  TRACE: "debug",
  DEBUG: "debug",
  INFO: "info",
  WARN: "warning",
  WARNING: "warning",
  ERROR: "error",
  FATAL: "error",
};

/**
 * Reads a line of `--logging.json`. Any other text is what the runtime itself says when a program
 * breaks; it is kept as it is, and counts as an error when it begins as one.
 */
export function parseLogLine(text: string): LogLine {
  try {
    const line = JsonLine.parse(JSON.parse(text));
    return {
      level: LEVELS[line.level.toUpperCase()] ?? "info",
      logger: line.logger.replace(/^threegen\./, ""),
      // What a stranger put into a name or a prompt must not move the cursor of a terminal.
      message: line.message.replaceAll(/\p{Cc}+/gu, " "),
    };
  } catch {
    return { level: /^error\b/i.test(text) ? "error" : "info", logger: "", message: text };
  }
}

/** Splits a stream of bytes into lines; the last one needs no newline. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
