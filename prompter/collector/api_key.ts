/**
 * API keys of generators: made here, shown once, stored as a hash.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "@threegen/service";
import type { PromptStore, StoredKey } from "./prompt_store.ts";

/** Shortest key that is taken over from elsewhere, in characters. */
export const MIN_KEY_CHARACTERS = 20;

/** Returns a new key: 256 random bits behind a prefix that secret scanners can learn. */
export function newApiKey(): string {
  return `tgk_${randomBytes(32).toString("base64url")}`;
}

/**
 * Returns what is stored of a key. SHA-256 without salt or stretching is enough for 256 random
 * bits; the id is the start of the hash, so that finding the row tells nothing about the key.
 */
export function fingerprint(key: string): { readonly id: string; readonly hash: Uint8Array } {
  const hash = createHash("sha256").update(key, "utf8").digest();
  return { id: hash.toString("hex").slice(0, 12), hash: new Uint8Array(hash) };
}

/** Says which generator a key belongs to; nothing for an unknown, disabled or expired key. */
export async function authenticate(
  store: PromptStore,
  clock: Clock,
  key: string | undefined,
): Promise<string | undefined> {
  if (key === undefined || key.length < MIN_KEY_CHARACTERS || key.length > 200) return undefined;
  const { id, hash } = fingerprint(key);
  const stored = await store.findKey(id);
  // An unknown id is compared too, so that the time taken does not tell ids apart.
  const known = stored?.hash ?? new Uint8Array(32);
  const same = timingSafeEqual(Buffer.from(known), Buffer.from(hash));
  return stored && same && isActive(stored, clock.now()) ? stored.generator : undefined;
}

/** Whether a key may be used at a time (UNIX time in milliseconds). */
export function isActive(key: Pick<StoredKey, "expiresMs">, nowMs: number): boolean {
  return key.expiresMs === undefined || key.expiresMs > nowMs;
}
