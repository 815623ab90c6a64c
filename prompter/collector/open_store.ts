/**
 * Opens the store that the operator chose.
 *
 * @module
 */
import { join } from "node:path";
import { ConfigError } from "@threegen/domain";
import type { PromptStore } from "./prompt_store.ts";
import { SqliteStore } from "./sqlite_store.ts";

/** Name of the database in the collector's folder. */
const SQLITE_FILE = "prompts.sqlite";

/** Where the collector keeps what it knows. */
export interface StoreChoice {
  /** `sqlite`: a file in `folder`. `postgres://…`: a database that several collectors share. */
  readonly store: string;
  /** Made when absent. */
  readonly folder: string;
}

/**
 * Opens the store, making it when absent.
 *
 * @throws {ConfigError} When it cannot be opened or the choice is neither.
 */
export async function openStore({ store, folder }: StoreChoice): Promise<PromptStore> {
  if (store === "sqlite") {
    try {
      await Deno.mkdir(folder, { recursive: true });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(`Cannot use --data ${folder}: ${reason}`, { cause });
    }
    return new SqliteStore(join(folder, SQLITE_FILE));
  }
  if (/^postgres(?:ql)?:/.test(store)) {
    // Loaded only here: a collector with the embedded store never fetches the driver.
    const { PostgresStore } = await import("./postgres_store.ts");
    return await PostgresStore.open(store);
  }
  throw new ConfigError(`Cannot use --store ${store}: it is neither sqlite nor postgres://…`);
}
