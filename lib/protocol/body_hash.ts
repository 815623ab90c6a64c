/**
 * Body hash: what ties the body to the sender's signature.
 *
 * The SDK's protocol signs a few fields: each is hashed as Python prints it, and the hash of the
 * joined hex digests goes into the signed message. Other fields are not authenticated.
 *
 * @module
 */
import { sha3_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Message } from "./message.ts";
import { PythonFloat, pythonText, type PythonValue } from "./python_text.ts";

/** Hash of a body without signed fields: SHA3-256 of nothing. */
export const EMPTY_BODY_HASH = "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a";

/** Returns the hash of signed values, in their order: 64 hex digits. */
export function bodyHash(values: readonly PythonValue[]): string {
  if (values.length === 0) return EMPTY_BODY_HASH;
  return sha3Hex(values.map((value) => sha3Hex(pythonText(value))).join(""));
}

/** Returns the body hash of a message's fields; {@linkcode EMPTY_BODY_HASH} when it signs none. */
export function messageBodyHash(
  message: Pick<Message, "hashFields">,
  fields: Readonly<Record<string, unknown>>,
): string {
  const signed = message.hashFields ?? [];
  return bodyHash(signed.map(({ name, isFloat }) => {
    const value = (fields[name] ?? null) as PythonValue;
    return isFloat && typeof value === "number" ? new PythonFloat(value) : value;
  }));
}

/** Returns the SHA-256 of bytes as 64 hex digits. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return new Uint8Array(digest).toHex();
}

function sha3Hex(text: string): string {
  return bytesToHex(sha3_256(utf8ToBytes(text)));
}
