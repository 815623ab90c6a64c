/**
 * The password of an encrypted keyfile, from the environment variable that the SDK uses.
 *
 * Its value is base64 of the password XORed with the variable's own name: it hides the password
 * from a glance, not from anyone who looks.
 *
 * @module
 */
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** Returns the variable's name: `BT_PW_` and the file's full path in capitals. */
export function passwordVariable(path: string): string {
  return `BT_PW_${path.replaceAll(/[/\\.]/g, "_").toUpperCase()}`;
}

/** Hides a password as the variable's value. */
export function maskPassword(password: string, variable: string): string {
  return btoa(String.fromCharCode(...mask(utf8ToBytes(password), variable)));
}

/** Returns the password that a variable's value hides; nothing when it is not base64. */
export function unmaskPassword(value: string, variable: string): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(value.trim()), (character) => character.charCodeAt(0));
  } catch {
    // Not what the SDK writes.
    return undefined;
  }
  return new TextDecoder().decode(mask(bytes, variable));
}

function mask(bytes: Uint8Array, variable: string): Uint8Array {
  const name = utf8ToBytes(variable);
  return bytes.map((byte, at) => byte ^ name[at % name.length]);
}
