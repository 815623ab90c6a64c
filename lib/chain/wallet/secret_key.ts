/**
 * Where a key comes from: a phrase, a seed, a stored private key, or a development URI.
 *
 * A phrase becomes a mini-secret the Substrate way (PBKDF2 over the phrase's entropy, not over
 * its text as in Bitcoin), which schnorrkel expands to 64 bytes.
 *
 * @module
 */
import { bytesToNumberLE, numberToBytesLE } from "@noble/curves/utils.js";
import { blake2b } from "@noble/hashes/blake2.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { generateMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { getPublicKey, HDKD, secretFromSeed as expandSeed } from "@scure/sr25519";
import { ConfigError, type Hotkey } from "@threegen/domain";
import { encodeAddress } from "./ss58.ts";

/** A private key with what it was made from, as far as that is known. Never log one. */
export interface SecretKey {
  /** SS58 address, format 42. */
  readonly address: Hotkey;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes: scalar in ed25519 form, then the nonce seed. */
  readonly privateKey: Uint8Array;
  /** The 32-byte mini-secret, unless the key was derived or read without it. */
  readonly seed?: Uint8Array;
  /** The phrase, when the key was made from one. */
  readonly phrase?: string;
}

/** The phrase behind `//Alice` and its friends. Source: Substrate, `DEV_PHRASE`. */
export const DEV_PHRASE = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

/** What ed25519 multiplies scalars by. Source: RFC 8032. */
const COFACTOR = 8n;
/** Scalars are smaller. Source: RFC 8032, order of the base point. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Returns a new random phrase of 12 English words. */
export function newMnemonic(): string {
  return generateMnemonic(wordlist, 128);
}

/**
 * Returns the key of a BIP-39 phrase.
 *
 * @throws {ConfigError} When the words or their checksum are wrong.
 */
export function secretFromPhrase(phrase: string, password = ""): SecretKey {
  const normalized = phrase.trim().split(/\s+/).join(" ");
  let entropy: Uint8Array;
  try {
    entropy = mnemonicToEntropy(normalized, wordlist);
  } catch (cause) {
    // The cause may quote the phrase, which must not reach a log.
    void cause;
    throw new ConfigError(
      "Cannot read phrase: it is not 12 to 24 English BIP-39 words with a right checksum",
    );
  }
  const salt = utf8ToBytes(`mnemonic${password.normalize("NFKD")}`);
  const seed = pbkdf2(sha512, entropy, salt, { c: 2048, dkLen: 64 }).slice(0, 32);
  return { ...secretFromSeed(seed), phrase: normalized };
}

/** Returns the key of a 32-byte mini-secret. */
export function secretFromSeed(seed: Uint8Array): SecretKey {
  if (seed.length !== 32) {
    throw new ConfigError(`Cannot read seed: it has ${seed.length} bytes; a mini-secret has 32`);
  }
  return { ...secretFromPrivateKey(expandSeed(seed)), seed: seed.slice() };
}

/**
 * Returns the key of a 64-byte private key in ed25519 form: 8 times the scalar.
 *
 * @throws {ConfigError} When the bytes are no such key.
 */
export function secretFromPrivateKey(privateKey: Uint8Array): SecretKey {
  if (privateKey.length !== 64) {
    throw new ConfigError(`Cannot read private key: it has ${privateKey.length} bytes, not 64`);
  }
  const multiplied = bytesToNumberLE(privateKey.subarray(0, 32));
  if (multiplied % COFACTOR !== 0n || !isScalar(multiplied / COFACTOR)) {
    throw new ConfigError("Cannot read private key: it is no sr25519 key in ed25519 form");
  }
  const publicKey = getPublicKey(privateKey);
  return { address: encodeAddress(publicKey), publicKey, privateKey: privateKey.slice() };
}

/**
 * Returns the keys that 64 bytes may stand for. Some writers store the scalar itself (sp-core),
 * others its ed25519 form. Hardly any bytes fit both, and many fit neither.
 */
export function readPrivateKey(bytes: Uint8Array): readonly SecretKey[] {
  const number = bytesToNumberLE(bytes.subarray(0, 32));
  const isEd25519 = number % COFACTOR === 0n && isScalar(number / COFACTOR);
  const multiplied = () => concatBytes(numberToBytesLE(number * COFACTOR, 32), bytes.subarray(32));
  return [
    ...(isEd25519 ? [secretFromPrivateKey(bytes)] : []),
    ...(isScalar(number) ? [secretFromPrivateKey(multiplied())] : []),
  ];
}

function isScalar(number: bigint): boolean {
  return number > 0n && number < GROUP_ORDER;
}

/**
 * Returns the key of a Substrate secret URI: `<phrase or 0x seed>//hard/soft///password`.
 * Without phrase it derives from {@linkcode DEV_PHRASE}: `//Alice`.
 *
 * @throws {ConfigError} When the URI cannot be read.
 */
export function secretFromUri(uri: string): SecretKey {
  const match = /^([^/]*)((?:\/\/?[^/]+)*)(?:\/\/\/(.*))?$/s.exec(uri);
  if (!match) {
    throw new ConfigError("Cannot read secret URI: expected <phrase>//hard/soft///password");
  }
  const [, base, path, password] = match;
  const root = /^0x[0-9a-f]{64}$/i.test(base)
    ? secretFromSeed(hexToBytes(base.slice(2)))
    : secretFromPhrase(base === "" ? DEV_PHRASE : base, password ?? "");
  const junctions = [...path.matchAll(/(\/\/?)([^/]+)/g)];
  if (junctions.length === 0) return root;
  let privateKey = root.privateKey;
  for (const [, slashes, name] of junctions) {
    const chainCode = junctionCode(name);
    privateKey = slashes === "//"
      ? HDKD.secretHard(privateKey, chainCode)
      : HDKD.secretSoft(privateKey, chainCode);
  }
  return secretFromPrivateKey(privateKey);
}

/** Returns the 32-byte chain code of a junction: a u64, or a SCALE text, hashed when too long. */
function junctionCode(name: string): Uint8Array {
  let encoded: Uint8Array;
  if (/^\d{1,20}$/.test(name) && BigInt(name) < 1n << 64n) {
    encoded = new Uint8Array(8);
    new DataView(encoded.buffer).setBigUint64(0, BigInt(name), true);
  } else {
    const text = utf8ToBytes(name);
    // SCALE compact length: one byte up to 63, two up to 16383.
    const length = text.length < 64
      ? Uint8Array.of(text.length << 2)
      : Uint8Array.of(((text.length << 2) | 1) & 0xff, text.length >> 6);
    encoded = concatBytes(length, text);
  }
  if (encoded.length > 32) return blake2b(encoded, { dkLen: 32 });
  const code = new Uint8Array(32);
  code.set(encoded);
  return code;
}

/** Writes bytes as `0x` and lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return `0x${bytesToHex(bytes)}`;
}
