import { join } from "node:path";
import type { LogLine } from "./log_line.ts";

/** One log file per part, for people: time, level, who, what. */
export class PartLogs implements Disposable {
  readonly #folder: string;
  readonly #files = new Map<string, Deno.FsFile>();
  readonly #encoder = new TextEncoder();

  /** @param folder Where the files are; it exists. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Appends a line to `<name>.log`. @param atMs UNIX milliseconds. */
  add(name: string, { level, logger, message }: LogLine, atMs: number): void {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = Deno.openSync(join(this.#folder, `${name}.log`), { create: true, append: true });
      this.#files.set(name, file);
    }
    const who = logger === "" ? "" : ` ${logger}:`;
    const text = `${new Date(atMs).toISOString()} ${level.padEnd(7)}${who} ${message}\n`;
    file.writeSync(this.#encoder.encode(text));
  }

  [Symbol.dispose](): void {
    for (const file of this.#files.values()) file.close();
    this.#files.clear();
  }
}
