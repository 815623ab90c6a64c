import { join } from "node:path";
import type { LogLine } from "./log_line.ts";

/** Size from which a log file makes room for a new one, in bytes. */
const FULL_BYTES = 8 << 20;

interface LogFile {
  readonly file: Deno.FsFile;
  sizeBytes: number;
}

/** One log file per part, for people: time, level, who, what. */
export class PartLogs implements Disposable {
  readonly #folder: string;
  readonly #files = new Map<string, LogFile>();
  readonly #encoder = new TextEncoder();

  /** @param folder Where the files are; it exists. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Appends a line to `<name>.log`. @param atMs UNIX milliseconds. */
  add(name: string, { level, logger, message }: LogLine, atMs: number): void {
    const log = this.#files.get(name) ?? this.#open(name);
    const who = logger === "" ? "" : ` ${logger}:`;
    const text = `${new Date(atMs).toISOString()} ${level.padEnd(7)}${who} ${message}\n`;
    log.sizeBytes += log.file.writeSync(this.#encoder.encode(text));
    if (log.sizeBytes < FULL_BYTES) return;
    log.file.close();
    this.#files.delete(name);
    Deno.renameSync(this.#path(name), join(this.#folder, `${name}.old.log`));
  }

  [Symbol.dispose](): void {
    for (const { file } of this.#files.values()) file.close();
    this.#files.clear();
  }

  #open(name: string): LogFile {
    const file = Deno.openSync(this.#path(name), { create: true, append: true });
    const log = { file, sizeBytes: file.statSync().size };
    this.#files.set(name, log);
    return log;
  }

  #path(name: string): string {
    return join(this.#folder, `${name}.log`);
  }
}
