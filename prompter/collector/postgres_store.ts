/**
 * The collector's store in PostgreSQL, for several collectors that share one pool.
 *
 * Numbers of prompts become visible in order: whoever adds holds one advisory lock until its
 * transaction has ended. Without it, a reader could see number 10 while 9 is still being
 * written, and never ask for 9 again.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { ConfigError, UnavailableError } from "@threegen/domain";
import postgres from "postgres";
import { keyDigest } from "./key_digest.ts";
import { type KeyRow, toStoredKey } from "./key_row.ts";
import type {
  AddOutcome,
  Lease,
  LeaseRequest,
  NewBatch,
  PoolBounds,
  PromptStore,
  StoredKey,
  StoredPrompt,
  StoreStats,
} from "./prompt_store.ts";

/** Advisory lock of whoever adds prompts or makes tables: "3gen" in ASCII. */
const WRITER_LOCK = 0x3367656e;

/** Prompts per transaction, so that collectors take turns. */
const SLICE = 5000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS prompts (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key BYTEA NOT NULL UNIQUE,
    text TEXT NOT NULL,
    category TEXT,
    generator TEXT NOT NULL,
    created_ms BIGINT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS validators (
    hotkey TEXT PRIMARY KEY,
    delivered_seq BIGINT,
    lease_id TEXT,
    lease_until_ms BIGINT
  );
  CREATE TABLE IF NOT EXISTS nonces (
    hotkey TEXT NOT NULL,
    nonce NUMERIC(20) NOT NULL,
    used_ms BIGINT NOT NULL,
    PRIMARY KEY (hotkey, nonce)
  );
  CREATE INDEX IF NOT EXISTS nonces_by_time ON nonces (used_ms);
  CREATE TABLE IF NOT EXISTS api_keys (
    id TEXT PRIMARY KEY,
    generator TEXT NOT NULL,
    hash BYTEA NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT
  );
  CREATE TABLE IF NOT EXISTS generator_counts (
    generator TEXT NOT NULL,
    category TEXT NOT NULL,
    accepted BIGINT NOT NULL DEFAULT 0,
    duplicates BIGINT NOT NULL DEFAULT 0,
    rejected BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (generator, category)
  );
  CREATE TABLE IF NOT EXISTS refusal_counts (
    generator TEXT NOT NULL,
    reason TEXT NOT NULL,
    count BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (generator, reason)
  );
`;

/** Numbers beyond 2^53 do not occur in these tables; nonces are NUMERIC and stay text. */
const numbersAsNumbers = { to: 20, from: [20], parse: Number, serialize: String };

type Query = postgres.Sql<{ bigint: number }>;

/** {@linkcode PromptStore} in PostgreSQL 12 or newer. */
export class PostgresStore implements PromptStore {
  readonly name: string;
  readonly #sql: Query;

  private constructor(name: string, sql: Query) {
    this.name = name;
    this.#sql = sql;
  }

  /**
   * Connects, and makes the tables when absent.
   *
   * @param url `postgres://user:password@host:port/database`.
   * @throws {ConfigError} When the server cannot be reached or refuses; never with the password.
   */
  static async open(url: string): Promise<PostgresStore> {
    if (!URL.canParse(url)) {
      throw new ConfigError(
        "Cannot use --store: it must read postgres://user:password@host/database",
      );
    }
    const { hostname, port, pathname, username } = new URL(url);
    const name = `postgres ${hostname}${port ? `:${port}` : ""}${pathname}`;
    const sql = postgres(url, {
      max: 10,
      connect_timeout: 10,
      // Seconds between two tries; the library's own grows to twenty.
      backoff: () => 0.5,
      // Without a name in the URL the library would ask the system for the user's.
      user: decodeURIComponent(username) || "postgres",
      types: { bigint: numbersAsNumbers },
      onnotice: () => {},
    });
    try {
      await sql.begin(async (transaction) => {
        await transaction`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`;
        await transaction.unsafe(SCHEMA);
      });
    } catch (cause) {
      await sql.end({ timeout: 0 });
      throw new ConfigError(`Cannot open prompt store ${name}: ${reasonOf(cause)}`, { cause });
    }
    return new PostgresStore(name, sql as Query);
  }

  async add(batch: NewBatch): Promise<AddOutcome> {
    let accepted = 0;
    for (let start = 0; start < batch.prompts.length; start += SLICE) {
      const prompts = batch.prompts.slice(start, start + SLICE);
      accepted += await this.#ask((sql) => addSlice(sql, { ...batch, prompts }));
    }
    await this.#ask((sql) => countRefusals(sql, batch));
    return { accepted, duplicates: batch.prompts.length - accepted };
  }

  async read(after: number, through: number, limit: number): Promise<readonly StoredPrompt[]> {
    const rows = await this.#ask((sql) =>
      sql<StoredPrompt[]>`
        SELECT seq, text, category FROM prompts
        WHERE seq > ${after} AND seq <= ${through} ORDER BY seq LIMIT ${limit}`
    );
    return [...rows];
  }

  async bounds(): Promise<PoolBounds> {
    const [row] = await this.#ask((sql) =>
      sql<[PoolBounds]>`
        SELECT COUNT(*) AS count, COALESCE(MIN(seq), 0) AS "oldestSeq",
          COALESCE(MAX(seq), 0) AS "newestSeq" FROM prompts`
    );
    return row;
  }

  prune(
    limits: { maxAgeMs: number; maxCount: number; nonceAgeMs: number; nowMs: number },
  ): Promise<number> {
    const { maxAgeMs, maxCount, nonceAgeMs, nowMs } = limits;
    return this.#ask(async (sql) => {
      await sql`DELETE FROM nonces WHERE used_ms < ${nowMs - nonceAgeMs}`;
      const { count } = await sql`
        DELETE FROM prompts WHERE created_ms < ${nowMs - maxAgeMs} OR seq <= COALESCE(
          (SELECT seq FROM prompts ORDER BY seq DESC LIMIT 1 OFFSET ${maxCount}), 0)`;
      return count;
    });
  }

  lease(request: LeaseRequest): Promise<Lease> {
    const { hotkey, leaseId, limit, minimum, nowMs, leaseMs } = request;
    return this.#ask((sql) =>
      sql.begin(async (transaction): Promise<Lease> => {
        await transaction`INSERT INTO validators (hotkey) VALUES (${hotkey}) ON CONFLICT DO NOTHING`;
        const [row] = await transaction<[{ delivered: number | null; until: number | null }]>`
          SELECT delivered_seq AS delivered, lease_until_ms AS until FROM validators
          WHERE hotkey = ${hotkey} FOR UPDATE`;
        if (row.until !== null && row.until > nowMs) {
          return { kind: "busy", retryAfterMs: row.until - nowMs };
        }
        const after = row.delivered ?? await seqBelowNewest(transaction, limit);
        const [next] = await transaction<[{ count: number; through: number | null }]>`
          SELECT COUNT(*) AS count, MAX(seq) AS through FROM (
            SELECT seq FROM prompts WHERE seq > ${after} ORDER BY seq LIMIT ${limit}
          ) AS next`;
        if (next.through === null || next.count < minimum) {
          return { kind: "waiting", count: next.count };
        }
        await transaction`
          UPDATE validators SET delivered_seq = ${after}, lease_id = ${leaseId},
            lease_until_ms = ${nowMs + leaseMs} WHERE hotkey = ${hotkey}`;
        return { kind: "leased", after, through: next.through, count: next.count };
      })
    );
  }

  async renew(hotkey: string, leaseId: string, untilMs: number): Promise<boolean> {
    const { count } = await this.#ask((sql) =>
      sql`
        UPDATE validators SET lease_until_ms = ${untilMs}
        WHERE hotkey = ${hotkey} AND lease_id = ${leaseId}`
    );
    return count === 1;
  }

  async complete(hotkey: string, leaseId: string, through: number): Promise<boolean> {
    const { count } = await this.#ask((sql) =>
      sql`
        UPDATE validators SET delivered_seq = ${through}, lease_id = NULL, lease_until_ms = NULL
        WHERE hotkey = ${hotkey} AND lease_id = ${leaseId}`
    );
    return count === 1;
  }

  async release(hotkey: string, leaseId: string): Promise<void> {
    await this.#ask((sql) =>
      sql`
        UPDATE validators SET lease_id = NULL, lease_until_ms = NULL
        WHERE hotkey = ${hotkey} AND lease_id = ${leaseId}`
    );
  }

  async useNonce(hotkey: string, nonce: bigint, nowMs: number): Promise<boolean> {
    const { count } = await this.#ask((sql) =>
      sql`
        INSERT INTO nonces VALUES (${hotkey}, ${String(nonce)}, ${nowMs}) ON CONFLICT DO NOTHING`
    );
    return count === 1;
  }

  async addKey({ id, generator, hash, createdMs, expiresMs }: StoredKey): Promise<void> {
    await this.#ask((sql) =>
      sql`
        INSERT INTO api_keys
        VALUES (${id}, ${generator}, ${Buffer.from(hash)}, ${createdMs}, ${expiresMs ?? null})`
    );
  }

  async findKey(id: string): Promise<StoredKey | undefined> {
    const [row] = await this.#ask((sql) => sql<KeyRow[]>`SELECT * FROM api_keys WHERE id = ${id}`);
    return row && toStoredKey(row);
  }

  async listKeys(): Promise<readonly StoredKey[]> {
    const rows = await this.#ask((sql) =>
      sql<KeyRow[]>`SELECT * FROM api_keys ORDER BY created_ms, id`
    );
    return rows.map(toStoredKey);
  }

  async expireKeys(generator: string, expiresMs: number, keepId = ""): Promise<number> {
    const { count } = await this.#ask((sql) =>
      sql`
        UPDATE api_keys SET expires_ms = ${expiresMs}
        WHERE generator = ${generator} AND id <> ${keepId}
          AND (expires_ms IS NULL OR expires_ms > ${expiresMs})`
    );
    return count;
  }

  async stats(): Promise<StoreStats> {
    const [generators, refusals] = await this.#ask((sql) =>
      Promise.all([
        sql<StoreStats["generators"][number][]>`
          SELECT generator, NULLIF(category, '') AS category, accepted, duplicates, rejected
          FROM generator_counts ORDER BY generator COLLATE "C", generator_counts.category COLLATE "C"`,
        sql<StoreStats["refusals"][number][]>`
          SELECT generator, reason, count FROM refusal_counts
          ORDER BY generator COLLATE "C", reason COLLATE "C"`,
      ])
    );
    return { generators: [...generators], refusals: [...refusals] };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#sql.end({ timeout: 2 });
  }

  /** Asks the database; when it is away, says so in a way that callers wait and try again. */
  async #ask<T>(body: (sql: Query) => Promise<T>): Promise<T> {
    try {
      return await body(this.#sql);
    } catch (cause) {
      if (!isAway(cause)) throw cause;
      throw new UnavailableError(
        "store/unreachable",
        `Cannot reach the prompt store (${this.name}): ${reasonOf(cause)}`,
        { cause, retryAfterMs: 2000 },
      );
    }
  }
}

function addSlice(sql: Query, { generator, prompts, nowMs }: NewBatch): Promise<number> {
  return sql.begin(async (transaction) => {
    await transaction`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`;
    const keys = prompts.map(({ key }) => Buffer.from(keyDigest(key)).toString("hex"));
    const texts = prompts.map(({ text }) => text);
    const categories = prompts.map(({ category }) => category ?? null);
    const inserted = await transaction<{ category: string }[]>`
      INSERT INTO prompts (key, text, category, generator, created_ms)
      SELECT decode(key, 'hex'), text, category, ${generator}, ${nowMs}
      FROM unnest(${keys}::text[], ${texts}::text[], ${categories}::text[])
        WITH ORDINALITY AS sent(key, text, category, place)
      ORDER BY place
      ON CONFLICT (key) DO NOTHING
      RETURNING COALESCE(category, '') AS category`;
    const counts = new Map<string, { sent: number; accepted: number }>();
    for (const { category = "" } of prompts) {
      const count = counts.get(category) ?? { sent: 0, accepted: 0 };
      counts.set(category, { ...count, sent: count.sent + 1 });
    }
    for (const { category } of inserted) {
      const count = counts.get(category) ?? { sent: 0, accepted: 0 };
      counts.set(category, { ...count, accepted: count.accepted + 1 });
    }
    for (const [category, { sent, accepted }] of counts) {
      await count(transaction, generator, category, { accepted, duplicates: sent - accepted });
    }
    return inserted.length;
  }) as Promise<number>;
}

async function countRefusals(sql: Query, { generator, refusals }: NewBatch): Promise<void> {
  const reasons = Object.entries(refusals).filter(([, number]) => number > 0);
  if (reasons.length === 0) return;
  await sql.begin(async (transaction) => {
    // The same lock as for adding: two batches must not wait for each other's rows.
    await transaction`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`;
    for (const [reason, number] of reasons) {
      await transaction`
        INSERT INTO refusal_counts VALUES (${generator}, ${reason}, ${number})
        ON CONFLICT (generator, reason) DO UPDATE
        SET count = refusal_counts.count + excluded.count`;
    }
    const rejected = reasons.reduce((sum, [, number]) => sum + number, 0);
    await count(transaction, generator, "", { rejected });
  });
}

async function count(
  transaction: postgres.TransactionSql<{ bigint: number }>,
  generator: string,
  category: string,
  counts: { accepted?: number; duplicates?: number; rejected?: number },
): Promise<void> {
  const { accepted = 0, duplicates = 0, rejected = 0 } = counts;
  await transaction`
    INSERT INTO generator_counts
    VALUES (${generator}, ${category}, ${accepted}, ${duplicates}, ${rejected})
    ON CONFLICT (generator, category) DO UPDATE SET
      accepted = generator_counts.accepted + excluded.accepted,
      duplicates = generator_counts.duplicates + excluded.duplicates,
      rejected = generator_counts.rejected + excluded.rejected`;
}

/** Number after which the newest `limit` prompts begin. */
async function seqBelowNewest(
  transaction: postgres.TransactionSql<{ bigint: number }>,
  limit: number,
): Promise<number> {
  const [row] = await transaction<{ seq: number }[]>`
    SELECT seq FROM prompts ORDER BY seq DESC LIMIT 1 OFFSET ${limit}`;
  return row?.seq ?? 0;
}

/** The server cannot be reached, is starting, stopping, full, or ended the connection. */
function isAway(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? "");
  return /^(?:ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|CONNECT|08|53300|57P0)/.test(
    code,
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as Error & { code?: unknown };
  return error.message || (code === undefined ? error.name : String(code));
}
