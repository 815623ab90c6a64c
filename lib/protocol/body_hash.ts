/**
 * Body hash: what ties a few fields of the body to the sender's signature.
 *
 * Each signed field is hashed as Python prints it; the hash of the joined hex digests goes into
 * the signed message. Fields outside the list are not authenticated by the SDK's protocol.
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

function sha3Hex(text: string): string {
  return bytesToHex(sha3_256(utf8ToBytes(text)));
}
