/**
 * The validator's memory across restarts: one SQLite file, written through at every change.
 *
 * Journal in WAL mode with full synchronisation: what was accepted from a miner is on the disk
 * before the miner is told. Records are JSON checked by the types that wrote them; the columns
 * beside them are what is searched by.
 *
 * @module
 */
import { ConfigError, type Hotkey, type TaskId } from "@threegen/domain";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { MinerRecord } from "../miners/miner.ts";
import { type Observation, WINDOW_MS } from "../miners/observation_window.ts";
import type { Task } from "../tasks/task.ts";

/** Most prompts that are kept; the most used go first. Source: the original's fetch, 100 000. */
const KEPT_PROMPTS = 100_000;

/** Version of the tables; a file of another version is refused, not guessed at. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
  create table if not exists miners (
    hotkey text primary key,
    record text not null
  ) strict;
  create table if not exists observations (
    hotkey text not null,
    at real not null,
    fidelity real not null
  ) strict;
  create index if not exists observations_by_time on observations (at);
  create table if not exists tasks (
    id text primary key,
    created_at real not null,
    is_live integer not null,
    record text not null
  ) strict;
  create index if not exists tasks_by_age on tasks (created_at);
  create index if not exists tasks_by_state on tasks (is_live, created_at);
  create table if not exists assets (
    task_id text primary key,
    kept_at integer not null,
    spz blob not null,
    preview blob
  ) strict;
  create table if not exists prompts (
    text text primary key,
    uses integer not null,
    shuffle real not null
  ) strict;
  create index if not exists prompts_by_turn on prompts (uses, shuffle);
  create table if not exists facts (
    name text primary key,
    fact text not null
  ) strict;
`;

/** A miner as it was written down. */
export interface StoredMiner {
  readonly hotkey: Hotkey;
  readonly record: MinerRecord;
  readonly observations: readonly Observation[];
}

/** An asset as it is kept. */
export interface AssetBytes {
  /** SPZ in one zstd frame. */
  readonly spz: Uint8Array;
  /** PNG; null when the validation endpoint made none. */
  readonly preview: Uint8Array | null;
}

/** One SQLite file with miners, observations, tasks, assets, prompts and single facts. */
export class ValidatorStore implements Disposable {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;
  #keptAssets: number;

  /**
   * @param path A file, made when it is missing; `:memory:` for tests.
   * @throws {ConfigError} When the file cannot be opened or is of another version.
   */
  constructor(path: string) {
    try {
      this.#database = new DatabaseSync(path);
      this.#database.exec("pragma journal_mode = wal; pragma synchronous = full");
    } catch (cause) {
      throw new ConfigError(
        `Cannot open store ${path}: ${cause instanceof Error ? cause.message : cause}; ` +
          "choose a writable folder with --neuron.data_dir",
        { cause },
      );
    }
    const { user_version: version } = this.#database.prepare("pragma user_version").get() as {
      user_version: number;
    };
    if (version !== 0 && version !== SCHEMA_VERSION) {
      this.#database.close();
      throw new ConfigError(
        `Cannot open store ${path}: it has version ${version}, not ${SCHEMA_VERSION}; ` +
          "move it away or use the release that wrote it",
      );
    }
    this.#database.exec(`${SCHEMA}; pragma user_version = ${SCHEMA_VERSION}`);
    const { last } = this.#get("select coalesce(max(kept_at), 0) as last from assets") as {
      last: number;
    };
    this.#keptAssets = last;
  }

  /** Runs writes as one: all of them are kept, or none. Nests. */
  transaction<T>(writes: () => T): T {
    if (this.#depth > 0) return writes();
    this.#database.exec("begin immediate");
    this.#depth++;
    try {
      const result = writes();
      this.#database.exec("commit");
      return result;
    } catch (error) {
      this.#database.exec("rollback");
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /** Every miner with the observations that still count; drops those that do not. */
  miners(now: number): readonly StoredMiner[] {
    this.#run("delete from observations where at <= ?", now - WINDOW_MS);
    const observations = Map.groupBy(
      this.#all(
        "select hotkey, at, fidelity from observations order by at",
      ) as unknown as (Observation & { hotkey: string })[],
      ({ hotkey }) => hotkey,
    );
    return this.#all("select hotkey, record from miners").map((row) => ({
      hotkey: row.hotkey as Hotkey,
      record: JSON.parse(row.record as string) as MinerRecord,
      observations: (observations.get(row.hotkey as string) ?? [])
        .map(({ at, fidelity }) => ({ at, fidelity })),
    }));
  }

  /** Writes a miner down. */
  saveMiner(hotkey: Hotkey, record: MinerRecord): void {
    this.#run(
      "insert or replace into miners (hotkey, record) values (?, ?)",
      hotkey,
      JSON.stringify(record),
    );
  }

  /** Forgets a miner and its observations. */
  deleteMiner(hotkey: Hotkey): void {
    this.transaction(() => {
      this.#run("delete from miners where hotkey = ?", hotkey);
      this.#run("delete from observations where hotkey = ?", hotkey);
    });
  }

  /** Adds an accepted result; drops those that no longer count. */
  addObservation(hotkey: Hotkey, { at, fidelity }: Observation): void {
    this.#run("delete from observations where at <= ?", at - WINDOW_MS);
    this.#run(
      "insert into observations (hotkey, at, fidelity) values (?, ?, ?)",
      hotkey,
      at,
      fidelity,
    );
  }

  /** Writes a task down. */
  saveTask(task: Task): void {
    this.#run(
      "insert or replace into tasks (id, created_at, is_live, record) values (?, ?, ?, ?)",
      task.id,
      task.createdAt,
      task.finishedAt === null ? 1 : 0,
      JSON.stringify(task),
    );
  }

  /** A task by its id. */
  task(id: TaskId): Task | undefined {
    const row = this.#get("select record from tasks where id = ?", id);
    return row && JSON.parse(row.record as string) as Task;
  }

  /** Tasks that are not finished, oldest first. */
  liveTasks(): readonly Task[] {
    return this.#all("select record from tasks where is_live = 1 order by created_at")
      .map((row) => JSON.parse(row.record as string) as Task);
  }

  /** Tasks by age, newest first. */
  newestTasks(limit: number): readonly Task[] {
    return this.#all("select record from tasks order by created_at desc limit ?", limit)
      .map((row) => JSON.parse(row.record as string) as Task);
  }

  /** Forgets the oldest finished tasks beyond a number. */
  pruneTasks(keep: number): void {
    this.#run(
      `delete from tasks where id in (
         select id from tasks where is_live = 0 order by created_at desc limit -1 offset ?
       )`,
      keep,
    );
  }

  /** Keeps an asset. */
  saveAsset(id: TaskId, { spz, preview }: AssetBytes): void {
    this.#run(
      "insert or replace into assets (task_id, kept_at, spz, preview) values (?, ?, ?, ?)",
      id,
      ++this.#keptAssets,
      spz,
      preview,
    );
  }

  /** Forgets an asset. */
  deleteAsset(id: TaskId): void {
    this.#run("delete from assets where task_id = ?", id);
  }

  /** The asset of a task. */
  asset(id: TaskId): AssetBytes | undefined {
    const row = this.#get("select spz, preview from assets where task_id = ?", id);
    return row && { spz: row.spz as Uint8Array, preview: row.preview as Uint8Array | null };
  }

  /** Tasks whose asset is kept, the one kept longest first. */
  assetIds(): readonly TaskId[] {
    return this.#all("select task_id from assets order by kept_at")
      .map((row) => row.task_id as TaskId);
  }

  /** Adds prompts that are not there yet, each with its place in the order of taking. */
  addPrompts(prompts: readonly string[], place: () => number): void {
    this.transaction(() => {
      for (const prompt of prompts) {
        this.#run(
          "insert or ignore into prompts (text, uses, shuffle) values (?, 0, ?)",
          prompt,
          place(),
        );
      }
      this.#run(
        `delete from prompts where text in (
           select text from prompts order by uses, shuffle limit -1 offset ?
         )`,
        KEPT_PROMPTS,
      );
    });
  }

  /** Number of prompts. */
  promptCount(): number {
    const { count } = this.#get("select count(*) as count from prompts") as { count: number };
    return count;
  }

  /** The last place that a prompt has; 0 without prompts. */
  lastPlace(): number {
    const { last } = this.#get("select coalesce(max(shuffle), 0) as last from prompts") as {
      last: number;
    };
    return last;
  }

  /** Takes the first prompt and gives it a new place; it comes again only after all others did. */
  takePrompt(place: () => number): string | undefined {
    return this.transaction(() => {
      const row = this.#get("select text from prompts order by uses, shuffle limit 1");
      if (!row) return undefined;
      this.#run(
        "update prompts set uses = uses + 1, shuffle = ? where text = ?",
        place(),
        row.text as string,
      );
      return row.text as string;
    });
  }

  /** A single fact, such as the last weights; undefined when it was never written. */
  fact<T>(name: string): T | undefined {
    const row = this.#get("select fact from facts where name = ?", name);
    return row && JSON.parse(row.fact as string) as T;
  }

  /** Writes a single fact down. */
  saveFact(name: string, fact: unknown): void {
    this.#run(
      "insert or replace into facts (name, fact) values (?, ?)",
      name,
      JSON.stringify(fact),
    );
  }

  [Symbol.dispose](): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, statement = this.#database.prepare(sql));
    return statement;
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepare(sql).run(...values);
  }

  #get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#prepare(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
  }
}
