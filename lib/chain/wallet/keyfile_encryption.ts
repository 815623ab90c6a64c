/**
 * Encrypted keyfiles: the form of today (NaCl) and the two before it (Ansible vault, Fernet).
 *
 * | Begins with | Key from the password | Cipher |
 * |---|---|---|
 * | `$NACL` | argon2i 1.3, 8 passes over 512 MiB, one fixed salt | XSalsa20-Poly1305 |
 * | `$ANSIBLE_VAULT` | PBKDF2-SHA256, 10 000 rounds | AES-256-CTR and HMAC-SHA256 |
 * | `gAAAAA` | PBKDF2-SHA256, 10 million rounds, one fixed salt | Fernet: AES-128-CBC and HMAC |
 *
 * Source: the Python SDK's keyfile module and btwallet 4.0.0.
 *
 * @module
 */
import { concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { ConfigError } from "@threegen/domain";

/** Which encryption a keyfile has. */
export type KeyfileEncryption = "nacl" | "ansible" | "fernet";

/** What deriving a key costs; files of the SDK have the default cost. */
export interface DerivationCost {
  /** Passes of argon2i. */
  readonly naclPasses: number;
  /** Memory of argon2i, in KiB. */
  readonly naclMemoryKiB: number;
  /** Rounds of PBKDF2. */
  readonly fernetRounds: number;
}

/** The SDK's cost. Source: libsodium's OPSLIMIT_SENSITIVE and MEMLIMIT_SENSITIVE of argon2i. */
export const SDK_COST: DerivationCost = {
  naclPasses: 8,
  naclMemoryKiB: 512 * 1024,
  fernetRounds: 10_000_000,
};

const NACL_PREFIX = utf8ToBytes("$NACL");
/** The same for every wallet. Source: btwallet. */
const NACL_SALT = hexToBytes("137183dff15a09bc9c90b5518739e9b1");
const NACL_NONCE_BYTES = 24;
/** The same for every wallet. Source: the Python SDK. */
const FERNET_SALT = utf8ToBytes("Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins");
const ANSIBLE_ROUNDS = 10_000;

/** Says how a keyfile is encrypted, by its first bytes; nothing for a plain one. */
export function detectEncryption(content: Uint8Array): KeyfileEncryption | undefined {
  const start = new TextDecoder().decode(content.subarray(0, 14));
  if (start.startsWith("$NACL")) return "nacl";
  if (start.startsWith("$ANSIBLE_VAULT")) return "ansible";
  return start.startsWith("gAAAAA") ? "fernet" : undefined;
}

/**
 * Decrypts a keyfile. The form of today takes half a minute and 512 MiB, by design.
 *
 * @param path Named in messages.
 * @throws {ConfigError} When the password is wrong, or the file is damaged.
 * @throws The signal's reason, soon after it aborts; the older forms are opened first.
 */
export async function decryptKeyfile(
  content: Uint8Array,
  password: string,
  path: string,
  cost: DerivationCost = SDK_COST,
  signal?: AbortSignal,
): Promise<string> {
  const plain = await decrypt(content, utf8ToBytes(password), cost, signal);
  signal?.throwIfAborted();
  if (!plain) {
    throw new ConfigError(
      `Cannot decrypt keyfile ${path}: the password is wrong or the file is damaged`,
    );
  }
  return new TextDecoder().decode(plain);
}

/**
 * Encrypts a keyfile in the form of today. Takes as long as decrypting it.
 *
 * @throws The signal's reason, soon after it aborts.
 */
export async function encryptKeyfile(
  text: string,
  password: string,
  cost: DerivationCost = SDK_COST,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { xsalsa20poly1305 } = await import("@noble/ciphers/salsa.js");
  const nonce = crypto.getRandomValues(new Uint8Array(NACL_NONCE_BYTES));
  const key = await deriveNaclKey(utf8ToBytes(password), cost, signal);
  return concatBytes(NACL_PREFIX, nonce, xsalsa20poly1305(key, nonce).encrypt(utf8ToBytes(text)));
}

async function decrypt(
  content: Uint8Array,
  password: Uint8Array,
  cost: DerivationCost,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | undefined> {
  switch (detectEncryption(content)) {
    case "nacl":
      return await decryptNacl(content, password, cost, signal);
    case "ansible":
      return await decryptAnsible(new TextDecoder().decode(content), password);
    case "fernet":
      return await decryptFernet(new TextDecoder().decode(content).trim(), password, cost);
    case undefined:
      return content;
  }
}

async function deriveNaclKey(
  password: Uint8Array,
  cost: DerivationCost,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { argon2iAsync } = await import("@noble/hashes/argon2.js");
  return await argon2iAsync(password, NACL_SALT, {
    t: cost.naclPasses,
    m: cost.naclMemoryKiB,
    p: 1,
    dkLen: 32,
    version: 0x13,
    maxmem: 2 ** 30,
    onProgress: () => signal?.throwIfAborted(),
  });
}

async function decryptNacl(
  content: Uint8Array,
  password: Uint8Array,
  cost: DerivationCost,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | undefined> {
  const { xsalsa20poly1305 } = await import("@noble/ciphers/salsa.js");
  const box = content.subarray(NACL_PREFIX.length);
  if (box.length < NACL_NONCE_BYTES + 16) return undefined;
  const key = await deriveNaclKey(password, cost, signal);
  try {
    return xsalsa20poly1305(key, box.subarray(0, NACL_NONCE_BYTES))
      .decrypt(box.subarray(NACL_NONCE_BYTES));
  } catch {
    // The tag does not fit: wrong password or damage.
    return undefined;
  }
}

/** Ansible vault 1.1: hex of three hex lines: salt, HMAC, ciphertext. */
async function decryptAnsible(
  content: string,
  password: Uint8Array,
): Promise<Uint8Array | undefined> {
  const [header, ...lines] = content.trim().split(/\r?\n/);
  if (!/^\$ANSIBLE_VAULT;1\.[12];AES256/.test(header)) return undefined;
  const parts = new TextDecoder().decode(bytesOfHex(lines.join("").trim()) ?? new Uint8Array())
    .split("\n").map(bytesOfHex);
  const [salt, mac, ciphertext] = parts;
  if (parts.length !== 3 || !salt || !mac || !ciphertext) return undefined;
  const keys = await pbkdf2(password, salt, ANSIBLE_ROUNDS, 80);
  if (!await isHmac(keys.slice(32, 64), ciphertext, mac)) return undefined;
  const key = await crypto.subtle.importKey("raw", keys.slice(0, 32), "AES-CTR", false, [
    "decrypt",
  ]);
  const padded = new Uint8Array(
    await crypto.subtle.decrypt(
      { name: "AES-CTR", counter: keys.slice(64, 80), length: 128 },
      key,
      ciphertext.slice(),
    ),
  );
  const padding = padded.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? padded.subarray(0, padded.length - padding) : undefined;
}

/** Fernet: version ‖ time ‖ IV ‖ ciphertext ‖ HMAC, in base64url. */
async function decryptFernet(
  token: string,
  password: Uint8Array,
  cost: DerivationCost,
): Promise<Uint8Array | undefined> {
  const bytes = bytesOfBase64Url(token);
  if (!bytes || bytes.length < 1 + 8 + 16 + 16 + 32 || bytes[0] !== 0x80) return undefined;
  const keys = await pbkdf2(password, FERNET_SALT, cost.fernetRounds, 32);
  const signed = bytes.subarray(0, -32);
  if (!await isHmac(keys.slice(0, 16), signed, bytes.subarray(-32))) return undefined;
  const key = await crypto.subtle.importKey("raw", keys.slice(16), "AES-CBC", false, ["decrypt"]);
  const iv = signed.slice(9, 25);
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: "AES-CBC", iv }, key, signed.slice(25)),
  );
}

async function pbkdf2(
  password: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  sizeBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey("raw", password.slice(), "PBKDF2", false, [
    "deriveBits",
  ]);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt: salt.slice(), iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, sizeBytes * 8));
}

async function isHmac(
  key: Uint8Array<ArrayBuffer>,
  message: Uint8Array,
  mac: Uint8Array,
): Promise<boolean> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const hmacKey = await crypto.subtle.importKey("raw", key, algorithm, false, ["verify"]);
  return await crypto.subtle.verify("HMAC", hmacKey, mac.slice(), message.slice());
}

function bytesOfHex(text: string): Uint8Array | undefined {
  return /^([0-9a-f]{2})+$/i.test(text) ? hexToBytes(text) : undefined;
}

function bytesOfBase64Url(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(
      atob(text.replaceAll("-", "+").replaceAll("_", "/")),
      (character) => character.charCodeAt(0),
    );
  } catch {
    // Not base64: no Fernet token.
    return undefined;
  }
}
