import type { StoredKey } from "./prompt_store.ts";

/** A generator's key as both stores keep it. */
export interface KeyRow {
  readonly id: string;
  readonly generator: string;
  readonly hash: Uint8Array;
  readonly created_ms: number;
  readonly expires_ms: number | null;
}

/** Turns a row into the key that it keeps; the hash is a plain copy, whatever the driver gives. */
export function toStoredKey(row: KeyRow): StoredKey {
  return {
    id: row.id,
    generator: row.generator,
    hash: new Uint8Array(row.hash),
    createdMs: row.created_ms,
    expiresMs: row.expires_ms ?? undefined,
  };
}
