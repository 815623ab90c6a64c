/**
 * Issuing and ending the generators' keys.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import { fingerprint, MIN_KEY_CHARACTERS, newApiKey } from "./api_key.ts";
import type { PromptStore, StoredKey } from "./prompt_store.ts";

/** A key as it is shown once, at its making. */
export interface IssuedKey {
  readonly generator: string;
  readonly id: string;
  readonly key: string;
}

/**
 * Makes a key for a generator; those it has stay valid.
 *
 * @param key A key that exists already, from an original collector; a new one when absent.
 * @throws {ConfigError} When the name or the given key does not fit.
 */
export async function createKey(
  store: PromptStore,
  clock: Clock,
  generator: string,
  key: string = newApiKey(),
): Promise<IssuedKey> {
  if (!/^[\w.-]{1,40}$/.test(generator)) {
    throw new ConfigError(
      `Cannot create key for "${generator}": a name has 1 to 40 letters, digits, "-", "_" or "."`,
    );
  }
  if (!new RegExp(`^[\\x21-\\x7e]{${MIN_KEY_CHARACTERS},200}$`).test(key)) {
    throw new ConfigError(
      `Cannot take over key: it must have ${MIN_KEY_CHARACTERS} to 200 printable characters`,
    );
  }
  const { id, hash } = fingerprint(key);
  if (await store.findKey(id)) throw new ConfigError(`Cannot create key: ${id} exists already`);
  await store.addKey({ id, generator, hash, createdMs: clock.now() });
  return { generator, id, key };
}

/**
 * Makes a new key for a generator and ends its others.
 *
 * @param graceMs How long the others stay valid, in milliseconds.
 */
export async function rotateKey(
  store: PromptStore,
  clock: Clock,
  generator: string,
  graceMs = 0,
): Promise<IssuedKey> {
  const issued = await createKey(store, clock, generator);
  await store.expireKeys(generator, clock.now() + graceMs, issued.id);
  return issued;
}

/** Ends every key of a generator at once. @throws {ConfigError} When it has none. */
export async function disableKeys(
  store: PromptStore,
  clock: Clock,
  generator: string,
): Promise<number> {
  const ended = await store.expireKeys(generator, clock.now());
  if (ended === 0) {
    throw new ConfigError(
      `Cannot disable keys of "${generator}": it has no active key; see keys list`,
    );
  }
  return ended;
}

/** Every key, without its hash. */
export async function listKeys(store: PromptStore): Promise<readonly Omit<StoredKey, "hash">[]> {
  return (await store.listKeys()).map(({ hash: _, ...rest }) => rest);
}
