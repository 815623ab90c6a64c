import { createHash } from "node:crypto";

/**
 * Returns what a store keeps of a prompt's key to find duplicates: 16 bytes of its SHA-256.
 * Shorter than the text, never too long for an index, and among a million prompts two share one
 * with a chance of 10^-27.
 */
export function keyDigest(key: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(key, "utf8").digest().subarray(0, 16));
}
