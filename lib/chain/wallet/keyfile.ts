/**
 * Keyfile: one key as the Bittensor SDK stores it, in all plain forms that exist on disks.
 *
 * The form of today is one JSON object; very old wallets hold a bare hex seed, a bare hex private
 * key or a phrase. Of the fields of the JSON, readers trust in this order: secretPhrase,
 * secretSeed, privateKey, ss58Address (public only); the address and public key must then agree.
 *
 * @module
 */
import { equalBytes } from "@noble/curves/utils.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import { ConfigError, type Hotkey } from "@threegen/domain";
import { z } from "zod";
import {
  readPrivateKey,
  secretFromPhrase,
  secretFromSeed,
  type SecretKey,
  toHex,
} from "./secret_key.ts";
import { decodeAddress, encodeAddress } from "./ss58.ts";

/** What a keyfile holds. */
export interface Keyfile {
  /** SS58 address, format 42. */
  readonly address: Hotkey;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The private key; absent in a public file. */
  readonly secret?: SecretKey;
}

const text = z.string().nullish();

/** Fields of every generation of keyfiles; names are trimmed before they are looked up. */
const KeyfileFields = z.object({
  accountId: text,
  publicKey: text,
  privateKey: text,
  secretPhrase: text,
  secretSeed: text,
  ss58Address: text,
  /** 1 is sr25519, 0 is ed25519; written since SDK 11. */
  cryptoType: z.number().nullish(),
  /** Present for post-quantum keys only. */
  hashedDescriptor: z.unknown().optional(),
});

/**
 * Reads a plain keyfile.
 *
 * @param content The file's text, decrypted already.
 * @param path Where it came from, for messages; messages never repeat the content.
 * @throws {ConfigError} When it is no keyfile, or its fields contradict each other.
 */
export function parseKeyfile(content: string, path: string): Keyfile {
  const refuse = (why: string) => new ConfigError(`Cannot read keyfile ${path}: ${why}`);
  const trimmed = content.trim();
  if (!trimmed.startsWith("{")) return parseBareKey(trimmed, refuse);

  let parsed: unknown;
  try {
    parsed = JSON.parse(trimmed);
  } catch {
    throw refuse(
      "it is not valid JSON; restore it from its phrase with `btcli wallet regen-hotkey`",
    );
  }
  const record = Object.fromEntries(
    Object.entries(parsed as Record<string, unknown>).map(([key, value]) => [key.trim(), value]),
  );
  if ("encoded" in record && "encoding" in record) {
    throw refuse(
      "it is a polkadot.js export, not a Bittensor keyfile; import its phrase with " +
        "`btcli wallet regen-hotkey` instead",
    );
  }
  const checked = KeyfileFields.safeParse(record);
  if (!checked.success) {
    throw refuse(`field ${checked.error.issues[0].path.join(".")} has the wrong type`);
  }
  const fields = checked.data;
  if (fields.hashedDescriptor !== undefined && fields.hashedDescriptor !== null) {
    throw refuse("it is a post-quantum key; neurons sign with sr25519");
  }
  if (typeof fields.cryptoType === "number" && fields.cryptoType !== 1) {
    throw refuse(`its cryptoType is ${fields.cryptoType}; neurons sign with sr25519, which is 1`);
  }

  const stated = statedPublicKey(fields, refuse);
  const secret = readSecret(fields, stated, refuse);
  const publicKey = secret?.publicKey ?? stated;
  if (!publicKey) throw refuse("it holds neither a private key nor an address");
  if (stated && toHex(stated) !== toHex(publicKey)) {
    throw refuse(
      `it says ${encodeAddress(stated)}, but its private key belongs to ${
        encodeAddress(publicKey)
      }`,
    );
  }
  return { address: encodeAddress(publicKey), publicKey, ...(secret ? { secret } : {}) };
}

/** Writes a keyfile in the SDK's plain JSON form. */
export function serializeKeyfile(secret: SecretKey): string {
  return JSON.stringify({
    accountId: toHex(secret.publicKey),
    publicKey: toHex(secret.publicKey),
    privateKey: toHex(secret.privateKey),
    ...(secret.phrase === undefined ? {} : { secretPhrase: secret.phrase }),
    ...(secret.seed === undefined ? {} : { secretSeed: toHex(secret.seed) }),
    ss58Address: secret.address,
  });
}

/** Writes the public part of a key in the SDK's plain JSON form. */
export function serializePublicKeyfile(publicKey: Uint8Array): string {
  return JSON.stringify({
    accountId: toHex(publicKey),
    publicKey: toHex(publicKey),
    ss58Address: encodeAddress(publicKey),
  });
}

type Refuse = (why: string) => ConfigError;
type Fields = z.output<typeof KeyfileFields>;

function parseHex(value: string, sizeBytes: number, name: string, refuse: Refuse): Uint8Array {
  const digits = value.trim().replace(/^0x/i, "");
  if (!/^[0-9a-f]*$/i.test(digits) || digits.length !== sizeBytes * 2) {
    throw refuse(`${name} is not ${sizeBytes} bytes of hex`);
  }
  return hexToBytes(digits);
}

function parseBareKey(content: string, refuse: Refuse): Keyfile {
  const digits = content.replace(/^0x/i, "");
  let secret: SecretKey;
  if (/^[0-9a-f]{64}$/i.test(digits)) secret = secretFromSeed(hexToBytes(digits));
  else if (/^[0-9a-f]{128}$/i.test(digits)) {
    secret = choosePrivateKey(hexToBytes(digits), undefined, refuse);
  } else if (/^[a-z]+(\s+[a-z]+){11,23}$/.test(content)) secret = parsePhrase(content, refuse);
  else throw refuse("it is neither JSON, nor a hex key, nor a phrase");
  return { address: secret.address, publicKey: secret.publicKey, secret };
}

function parsePhrase(phrase: string, refuse: Refuse): SecretKey {
  try {
    return secretFromPhrase(phrase);
  } catch {
    throw refuse("its phrase is not made of English BIP-39 words with a right checksum");
  }
}

/** The public key that the file states, by its address or in hex; both must agree. */
function statedPublicKey(fields: Fields, refuse: Refuse): Uint8Array | undefined {
  let stated: Uint8Array | undefined;
  if (fields.ss58Address) {
    try {
      stated = decodeAddress(fields.ss58Address.trim());
    } catch {
      throw refuse("ss58Address is not an address of format 42");
    }
  }
  for (const name of ["publicKey", "accountId"] as const) {
    const value = fields[name];
    if (!value) continue;
    const key = parseHex(value, 32, name, refuse);
    if (stated && toHex(stated) !== toHex(key)) {
      throw refuse(`${name} and ss58Address belong to different keys`);
    }
    stated = key;
  }
  return stated;
}

function readSecret(
  fields: Fields,
  stated: Uint8Array | undefined,
  refuse: Refuse,
): SecretKey | undefined {
  if (fields.secretPhrase) return parsePhrase(fields.secretPhrase, refuse);
  if (fields.secretSeed) {
    return secretFromSeed(parseHex(fields.secretSeed, 32, "secretSeed", refuse));
  }
  if (!fields.privateKey) return undefined;
  return choosePrivateKey(parseHex(fields.privateKey, 64, "privateKey", refuse), stated, refuse);
}

/** Returns the key that a stored private key stands for; the stated public key decides. */
function choosePrivateKey(
  bytes: Uint8Array,
  stated: Uint8Array | undefined,
  refuse: Refuse,
): SecretKey {
  const readings = readPrivateKey(bytes);
  if (readings.length === 0) {
    throw refuse(
      "its private key is no sr25519 key; restore it from its phrase with " +
        "`btcli wallet regen-hotkey`",
    );
  }
  const meant = stated && readings.find(({ publicKey }) => equalBytes(publicKey, stated));
  // With a stated key that none of them is, any tells whose private key it is.
  if (meant || stated || readings.length === 1) return meant ?? readings[0];
  throw refuse(
    `its private key may be that of ${readings.map(({ address }) => address).join(" or ")}; ` +
      "store it as JSON with the right one as ss58Address",
  );
}
