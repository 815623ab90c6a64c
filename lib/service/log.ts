/**
 * Logging: every room logs under ["threegen", room, file]; a program decides where it goes.
 *
 * @module
 */
import {
  configureSync,
  getAnsiColorFormatter,
  getLogger,
  getTextFormatter,
  jsonLinesFormatter,
  type Logger,
  type LogLevel,
  type LogRecord,
} from "@logtape/logtape";

export { getLogger, type Logger };

/** How a program logs. */
export interface LogOptions {
  /** Least severe level that is shown. @default {"info"} */
  readonly level?: LogLevel;
  /** One JSON object per line instead of text. @default {false} */
  readonly json?: boolean;
}

/** Sends the log to stderr; stdout belongs to a program's results. */
export function configureLogging({ level = "info", json = false }: LogOptions = {}): void {
  const isForPeople = !Deno.noColor && Deno.stderr.isTerminal();
  const format = json
    ? (record: LogRecord) => jsonLinesFormatter(withBareStrings(record))
    : (isForPeople ? getAnsiColorFormatter : getTextFormatter)({ value: "bare" });
  const encoder = new TextEncoder();
  configureSync({
    reset: true,
    sinks: {
      stderr: (record: LogRecord) => {
        try {
          Deno.stderr.writeSync(encoder.encode(format(record)));
        } catch {
          // A closed stderr must not stop a service.
        }
      },
    },
    loggers: [
      { category: ["threegen"], lowestLevel: level, sinks: ["stderr"] },
      { category: ["logtape", "meta"], lowestLevel: "error", sinks: ["stderr"] },
    ],
  });
}

/**
 * Makes strings part of the message's text. LogTape would quote them within the message, which
 * JSON quotes once more; the text formatters have an option for it.
 */
function withBareStrings(record: LogRecord): LogRecord {
  const message: unknown[] = [""];
  for (const part of record.message) {
    if (typeof part === "string") message[message.length - 1] += part;
    else message.push(part, "");
  }
  return { ...record, message };
}
