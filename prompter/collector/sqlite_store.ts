/**
 * The collector's store in one file: SQLite with a write-ahead log, synced at every commit.
 *
 * `node:sqlite` works on the caller's thread, so batches are written and read in slices with a
 * turn of the event loop between them.
 *
 * @module
 */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { ConfigError } from "@threegen/domain";
import { keyDigest } from "./key_digest.ts";
import { nextTurn } from "./next_turn.ts";
import { type KeyRow, toStoredKey } from "./key_row.ts";
import type {
  AddOutcome,
  Lease,
  LeaseRequest,
  NewBatch,
  NewPrompt,
  PoolBounds,
  PromptStore,
  StoredKey,
  StoredPrompt,
  StoreStats,
} from "./prompt_store.ts";

/** Prompts per transaction: about 5 ms of the thread's time. */
const SLICE = 1000;

/** Rows walked over at once: some milliseconds too. */
const STEP = 10_000;

/** Prompts removed at once: each takes a page of the index of keys with it. */
const PRUNE_SLICE = 200;

/** Number of the schema, in the file's own header. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS prompts (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    key BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL,
    category TEXT,
    generator TEXT NOT NULL,
    created_ms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS validators (
    hotkey TEXT PRIMARY KEY,
    delivered_seq INTEGER NOT NULL,
    lease_id TEXT,
    lease_until_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS nonces (
    hotkey TEXT NOT NULL,
    nonce TEXT NOT NULL,
    used_ms INTEGER NOT NULL,
    PRIMARY KEY (hotkey, nonce)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS nonces_by_time ON nonces (used_ms);
  CREATE TABLE IF NOT EXISTS api_keys (
    id TEXT PRIMARY KEY,
    generator TEXT NOT NULL,
    hash BLOB NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS generator_counts (
    generator TEXT NOT NULL,
    category TEXT NOT NULL,
    accepted INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (generator, category)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS refusal_counts (
    generator TEXT NOT NULL,
    reason TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (generator, reason)
  ) STRICT, WITHOUT ROWID;
`;

/** {@linkcode PromptStore} in a SQLite file. */
export class SqliteStore implements PromptStore {
  readonly name: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #isOpen = true;

  /**
   * Opens the store, making it when absent.
   *
   * @param file Path of the database, or `:memory:`.
   * @throws {ConfigError} When the file cannot be opened, written, or is not such a store.
   */
  constructor(file: string) {
    this.name = `sqlite ${file}`;
    try {
      this.#database = new DatabaseSync(file);
      // FULL: an accepted prompt survives a power cut, not only a crash of the program.
      this.#database.exec(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;" +
          // 64 MiB of pages: the index of a million keys, which are hashes, is read all over.
          "PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456;",
      );
      const { user_version: version } = this.#database.prepare("PRAGMA user_version")
        .get() as { user_version: number };
      if (version > SCHEMA_VERSION) throw new Error(`it was made by a newer version (${version})`);
      this.#database.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION};`);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(`Cannot open prompt store ${file}: ${reason}`, { cause });
    }
  }

  async add(batch: NewBatch): Promise<AddOutcome> {
    let accepted = 0;
    for (let start = 0; start < batch.prompts.length; start += SLICE) {
      if (start > 0) await nextTurn();
      accepted += this.#addSlice(batch, batch.prompts.slice(start, start + SLICE));
    }
    this.#countRefusals(batch);
    return { accepted, duplicates: batch.prompts.length - accepted };
  }

  #addSlice({ generator, nowMs }: NewBatch, prompts: readonly NewPrompt[]): number {
    const insert = this.#prepare(
      "INSERT INTO prompts (key, text, category, generator, created_ms) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
    );
    return this.#transaction(() => {
      const counts = new Map<string, { accepted: number; duplicates: number }>();
      let accepted = 0;
      for (const { key, text, category } of prompts) {
        const { changes } = insert.run(keyDigest(key), text, category ?? null, generator, nowMs);
        const count = counts.get(category ?? "") ?? { accepted: 0, duplicates: 0 };
        if (changes === 1) {
          count.accepted++;
          accepted++;
        } else count.duplicates++;
        counts.set(category ?? "", count);
      }
      for (const [category, count] of counts) {
        this.#count(generator, category, count.accepted, count.duplicates, 0);
      }
      return accepted;
    });
  }

  #countRefusals({ generator, refusals }: NewBatch): void {
    const reasons = Object.entries(refusals).filter(([, count]) => count > 0);
    if (reasons.length === 0) return;
    this.#transaction(() => {
      let rejected = 0;
      for (const [reason, count] of reasons) {
        rejected += count;
        this.#prepare(
          "INSERT INTO refusal_counts (generator, reason, count) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
        ).run(generator, reason, count);
      }
      this.#count(generator, "", 0, 0, rejected);
    });
  }

  #count(
    generator: string,
    category: string,
    accepted: number,
    duplicates: number,
    rejected: number,
  ) {
    this.#prepare(
      `INSERT INTO generator_counts VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
         accepted = accepted + excluded.accepted,
         duplicates = duplicates + excluded.duplicates,
         rejected = rejected + excluded.rejected`,
    ).run(generator, category, accepted, duplicates, rejected);
  }

  read(after: number, through: number, limit: number): Promise<readonly StoredPrompt[]> {
    const rows = this.#prepare(
      "SELECT seq, text, category FROM prompts WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?",
    ).all(after, through, limit);
    return Promise.resolve(rows as unknown as StoredPrompt[]);
  }

  bounds(): Promise<PoolBounds> {
    const row = this.#prepare(
      `SELECT (SELECT COUNT(*) FROM prompts) AS count,
         COALESCE((SELECT MIN(seq) FROM prompts), 0) AS oldestSeq,
         COALESCE((SELECT MAX(seq) FROM prompts), 0) AS newestSeq`,
    ).get();
    return Promise.resolve({ ...(row as unknown as PoolBounds) });
  }

  async prune(
    limits: { maxAgeMs: number; maxCount: number; nonceAgeMs: number; nowMs: number },
  ): Promise<number> {
    const { maxAgeMs, maxCount, nonceAgeMs, nowMs } = limits;
    this.#prepare("DELETE FROM nonces WHERE used_ms < ?").run(nowMs - nonceAgeMs);
    const beyond = this.#prepare(
      "SELECT seq FROM prompts ORDER BY seq DESC LIMIT 1 OFFSET ?",
    ).get(maxCount) as { seq: number } | undefined;
    let removed = 0;
    for (;;) {
      const { changes } = this.#prepare(
        `DELETE FROM prompts WHERE seq IN (
           SELECT seq FROM prompts ORDER BY seq LIMIT ${PRUNE_SLICE}
         ) AND (created_ms < ? OR seq <= ?)`,
      ).run(nowMs - maxAgeMs, beyond?.seq ?? 0);
      removed += Number(changes);
      if (Number(changes) < PRUNE_SLICE) return removed;
      await nextTurn();
    }
  }

  async lease(request: LeaseRequest): Promise<Lease> {
    const { hotkey, leaseId, limit, minimum, nowMs, leaseMs } = request;
    const before = this.#validator(hotkey);
    if (before && before.leaseUntil > nowMs) {
      return { kind: "busy", retryAfterMs: before.leaseUntil - nowMs };
    }
    const after = before?.delivered ?? await this.#seqBelowNewest(limit);
    const { through, count } = await this.#countNext(after, limit);
    if (count === 0 || count < minimum) return { kind: "waiting", count };
    return this.#transaction((): Lease => {
      // Counting lets others in between: another answer to this hotkey may have begun, or ended.
      const now = this.#validator(hotkey);
      if (now && (now.leaseUntil > nowMs || now.delivered > after)) {
        return { kind: "busy", retryAfterMs: Math.max(1, now.leaseUntil - nowMs) };
      }
      this.#prepare(
        `INSERT INTO validators VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
           lease_id = excluded.lease_id,
           lease_until_ms = excluded.lease_until_ms`,
      ).run(hotkey, after, leaseId, nowMs + leaseMs);
      return { kind: "leased", after, through, count };
    });
  }

  #validator(hotkey: string): { delivered: number; leaseUntil: number } | undefined {
    const row = this.#prepare(
      `SELECT delivered_seq AS delivered, COALESCE(lease_until_ms, 0) AS leaseUntil
       FROM validators WHERE hotkey = ?`,
    ).get(hotkey);
    return row as unknown as { delivered: number; leaseUntil: number } | undefined;
  }

  /** Counts the prompts after a number, up to a limit, and finds the last of them. */
  async #countNext(after: number, limit: number): Promise<{ through: number; count: number }> {
    const step = this.#prepare(
      "SELECT COUNT(*) AS count, MAX(seq) AS through FROM (SELECT seq FROM prompts WHERE seq > ? ORDER BY seq LIMIT ?)",
    );
    let through = after;
    let count = 0;
    while (count < limit) {
      await nextTurn();
      const wanted = Math.min(STEP, limit - count);
      const part = step.get(through, wanted) as { count: number; through: number | null };
      count += part.count;
      through = part.through ?? through;
      if (part.count < wanted) break;
    }
    return { through, count };
  }

  /** Returns the number after which the newest `count` prompts begin. */
  async #seqBelowNewest(count: number): Promise<number> {
    const step = this.#prepare(
      "SELECT seq FROM prompts WHERE seq <= ? ORDER BY seq DESC LIMIT 1 OFFSET ?",
    );
    let seq = Number.MAX_SAFE_INTEGER;
    for (let left = count; left > 0; left -= STEP) {
      await nextTurn();
      const row = step.get(seq, Math.min(STEP, left)) as { seq: number } | undefined;
      if (!row) return 0;
      seq = row.seq;
    }
    return seq;
  }

  renew(hotkey: string, leaseId: string, untilMs: number): Promise<boolean> {
    const { changes } = this.#prepare(
      "UPDATE validators SET lease_until_ms = ? WHERE hotkey = ? AND lease_id = ?",
    ).run(untilMs, hotkey, leaseId);
    return Promise.resolve(changes === 1);
  }

  complete(hotkey: string, leaseId: string, through: number): Promise<boolean> {
    const { changes } = this.#prepare(
      "UPDATE validators SET delivered_seq = ?, lease_id = NULL, lease_until_ms = NULL WHERE hotkey = ? AND lease_id = ?",
    ).run(through, hotkey, leaseId);
    return Promise.resolve(changes === 1);
  }

  release(hotkey: string, leaseId: string): Promise<void> {
    this.#prepare(
      "UPDATE validators SET lease_id = NULL, lease_until_ms = NULL WHERE hotkey = ? AND lease_id = ?",
    ).run(hotkey, leaseId);
    return Promise.resolve();
  }

  useNonce(hotkey: string, nonce: bigint, nowMs: number): Promise<boolean> {
    const { changes } = this.#prepare(
      "INSERT INTO nonces VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    ).run(hotkey, String(nonce), nowMs);
    return Promise.resolve(changes === 1);
  }

  addKey({ id, generator, hash, createdMs, expiresMs }: StoredKey): Promise<void> {
    this.#prepare("INSERT INTO api_keys VALUES (?, ?, ?, ?, ?)")
      .run(id, generator, hash, createdMs, expiresMs ?? null);
    return Promise.resolve();
  }

  findKey(id: string): Promise<StoredKey | undefined> {
    const row = this.#prepare("SELECT * FROM api_keys WHERE id = ?").get(id);
    return Promise.resolve(row && toStoredKey(row as unknown as KeyRow));
  }

  listKeys(): Promise<readonly StoredKey[]> {
    const rows = this.#prepare("SELECT * FROM api_keys ORDER BY created_ms, rowid").all();
    return Promise.resolve((rows as unknown as KeyRow[]).map(toStoredKey));
  }

  expireKeys(generator: string, expiresMs: number, keepId = ""): Promise<number> {
    const { changes } = this.#prepare(
      "UPDATE api_keys SET expires_ms = ? WHERE generator = ? AND id <> ? AND (expires_ms IS NULL OR expires_ms > ?)",
    ).run(expiresMs, generator, keepId, expiresMs);
    return Promise.resolve(Number(changes));
  }

  stats(): Promise<StoreStats> {
    const generators = this.#prepare(
      "SELECT generator, NULLIF(category, '') AS category, accepted, duplicates, rejected FROM generator_counts ORDER BY generator, category",
    ).all() as unknown as StoreStats["generators"];
    const refusals = this.#prepare(
      "SELECT generator, reason, count FROM refusal_counts ORDER BY generator, reason",
    ).all() as unknown as StoreStats["refusals"];
    return Promise.resolve({
      generators: generators.map((row) => ({ ...row })),
      refusals: refusals.map((row) => ({ ...row })),
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    if (this.#isOpen) {
      this.#isOpen = false;
      this.#statements.clear();
      this.#database.close();
    }
    return Promise.resolve();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, statement = this.#database.prepare(sql));
    return statement;
  }

  #transaction<T>(body: () => T): T {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = body();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }
}
