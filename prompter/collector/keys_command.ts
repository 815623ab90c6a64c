/**
 * `collector keys create|list|rotate|disable`.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import { isActive } from "./api_key.ts";
import { createKey, disableKeys, listKeys, rotateKey } from "./key_ring.ts";
import type { PromptStore } from "./prompt_store.ts";

/** How the command prints and what it reads. */
export interface KeysCommandOptions {
  readonly store: PromptStore;
  readonly clock: Clock;
  /** One JSON object or array instead of text. */
  readonly json: boolean;
  /** How long rotated keys stay valid, in seconds. */
  readonly graceSeconds: number;
  /** A key to take over at `create`. */
  readonly importedKey?: string | undefined;
}

/** Words after `keys`. */
export const KEYS_USAGE =
  "keys create NAME | keys list | keys rotate NAME [--grace seconds] | keys disable NAME";

/**
 * Runs one key command; returns what goes to stdout. A key is shown here and never again.
 *
 * @throws {ConfigError} On an unknown command or a missing name.
 */
export async function runKeysCommand(
  words: readonly string[],
  options: KeysCommandOptions,
): Promise<string> {
  const { store, clock, json, graceSeconds, importedKey } = options;
  const [verb, name, ...rest] = words;
  if (verb === undefined) throw new ConfigError(`Cannot run keys: say what to do: ${KEYS_USAGE}`);
  const shown = (value: unknown, text: string) => json ? JSON.stringify(value) : text;
  if (rest.length > 0) {
    throw new ConfigError(`Cannot run keys ${verb}: too many words; ${KEYS_USAGE}`);
  }
  if (verb === "list" && name === undefined) {
    const keys = (await listKeys(store)).map((key) => ({
      ...key,
      active: isActive(key, clock.now()),
    }));
    const lines = keys.map(({ id, generator, createdMs, expiresMs, active }) => {
      const until = expiresMs === undefined ? "" : ` (ends ${new Date(expiresMs).toISOString()})`;
      return `${id}  ${active ? "active  " : "disabled"}  ${
        new Date(createdMs).toISOString()
      }  ${generator}${until}`;
    });
    return shown(keys, lines.join("\n") || "no keys; make one with: keys create NAME");
  }
  if (name === undefined) {
    throw new ConfigError(`Cannot run keys ${verb}: a name is missing; ${KEYS_USAGE}`);
  }
  switch (verb) {
    case "create": {
      const issued = await createKey(store, clock, name, importedKey);
      return shown(issued, issued.key);
    }
    case "rotate": {
      const issued = await rotateKey(store, clock, name, graceSeconds * 1000);
      return shown(issued, issued.key);
    }
    case "disable": {
      const disabled = await disableKeys(store, clock, name);
      return shown({ generator: name, disabled }, `disabled ${disabled} of ${name}`);
    }
    default:
      throw new ConfigError(`Cannot run keys ${verb}: there is no such command; ${KEYS_USAGE}`);
  }
}
