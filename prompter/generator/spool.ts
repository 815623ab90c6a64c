/**
 * Spool: prompts that wait for the collector, in a file, so that neither a restart nor a
 * collector that is down loses one.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import { ConfigError } from "@threegen/domain";

/** A prompt that waits. */
export interface SpooledPrompt {
  readonly id: number;
  readonly text: string;
  readonly category: string;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS spool (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    category TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS category_counts (
    category TEXT PRIMARY KEY,
    kept INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Queue of prompts in a SQLite file, and how many each category has had. */
export class Spool implements Disposable {
  readonly #database: DatabaseSync;

  /**
   * Opens the spool, making it when absent.
   *
   * @param file Path of the database, or `:memory:`.
   * @throws {ConfigError} When the file cannot be opened, written, or is not a spool.
   */
  constructor(file: string) {
    try {
      this.#database = new DatabaseSync(file);
      this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
      this.#database.exec(SCHEMA);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(`Cannot open spool ${file}: ${reason}`, { cause });
    }
  }

  /** How many prompts wait. */
  get size(): number {
    return (this.#database.prepare("SELECT COUNT(*) AS size FROM spool").get() as { size: number })
      .size;
  }

  /** Adds prompts of one category; they are on the disk when this returns. */
  add(category: string, texts: readonly string[]): void {
    if (texts.length === 0) return;
    const insert = this.#database.prepare("INSERT INTO spool (text, category) VALUES (?, ?)");
    this.#transaction(() => {
      for (const text of texts) insert.run(text, category);
      this.#database.prepare(
        "INSERT INTO category_counts VALUES (?, ?) ON CONFLICT DO UPDATE SET kept = kept + excluded.kept",
      ).run(category, texts.length);
    });
  }

  /** Returns the oldest prompts; they stay until {@linkcode remove}. */
  peek(limit: number): readonly SpooledPrompt[] {
    return this.#database.prepare("SELECT id, text, category FROM spool ORDER BY id LIMIT ?")
      .all(limit) as unknown as SpooledPrompt[];
  }

  /** Removes prompts that the collector has. */
  remove(prompts: readonly SpooledPrompt[]): void {
    const remove = this.#database.prepare("DELETE FROM spool WHERE id = ?");
    this.#transaction(() => {
      for (const { id } of prompts) remove.run(id);
    });
  }

  /** How many prompts each category has had since the spool was made. */
  categoryCounts(): ReadonlyMap<string, number> {
    const rows = this.#database.prepare("SELECT category, kept FROM category_counts")
      .all() as unknown as { category: string; kept: number }[];
    return new Map(rows.map(({ category, kept }) => [category, kept]));
  }

  #transaction(body: () => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      body();
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}
