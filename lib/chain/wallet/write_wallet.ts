/**
 * Writing wallets in the SDK's layout.
 *
 * @module
 */
import { equalBytes } from "@noble/curves/utils.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { ConfigError } from "@threegen/domain";
import { dirname, join } from "node:path";
import { serializeKeyfile, serializePublicKeyfile } from "./keyfile.ts";
import { type DerivationCost, encryptKeyfile } from "./keyfile_encryption.ts";
import { type WalletFiles, walletFiles, type WalletLocation } from "./location.ts";
import type { SecretKey } from "./secret_key.ts";

/** What is written. */
export interface NewWallet extends WalletLocation {
  /** The key that owns the stake. @default {the wallet's coldkey is left as it is} */
  readonly coldkeySecret?: SecretKey;
  /** The key that the neuron signs with. */
  readonly hotkeySecret: SecretKey;
}

/** How the coldkey is kept. */
export interface KeyfileProtection {
  /** Encrypts the coldkey (`$NACL`), which takes half a minute. @default {plain} */
  readonly password?: string | undefined;
  /** For tests only; files of another cost cannot be opened by the SDK. @default {SDK_COST} */
  readonly cost?: DerivationCost | undefined;
  /** Stops the encrypting; once the first file is being written, all are. */
  readonly signal?: AbortSignal | undefined;
}

/** A file to be written. */
interface NewFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
}

/**
 * Writes a wallet's files, private ones with mode 0600: all of them or none. Nothing is ever
 * overwritten: a hotkey may be added to a wallet whose coldkey is the same, or is not given.
 *
 * @throws {ConfigError} When another key is stored already, or the folder cannot be written.
 */
export async function writeWallet(
  { coldkeySecret, hotkeySecret, ...location }: NewWallet,
  protection: KeyfileProtection = {},
): Promise<WalletFiles> {
  const files = walletFiles(location);
  const newFiles = [
    { path: files.hotkey, content: utf8ToBytes(serializeKeyfile(hotkeySecret)), mode: 0o600 },
    publicFile(files.hotkeyPublic, hotkeySecret),
  ];
  if (coldkeySecret) {
    newFiles.push(
      publicFile(files.coldkeyPublic, coldkeySecret),
      // Last: where there is a coldkey, the wallet is whole.
      { path: files.coldkey, content: await protect(coldkeySecret, protection), mode: 0o600 },
    );
  }
  protection.signal?.throwIfAborted();
  const written: string[] = [];
  try {
    for (const file of newFiles) if (await writeOnce(file)) written.push(file.path);
  } catch (error) {
    for (const path of written) {
      await Deno.remove(path).catch(() => {
        // Why the writing failed is what to hear of.
      });
    }
    throw error;
  }
  return files;
}

function publicFile(path: string, { publicKey }: SecretKey): NewFile {
  return { path, content: utf8ToBytes(serializePublicKeyfile(publicKey)), mode: 0o644 };
}

async function protect(
  secret: SecretKey,
  { password, cost, signal }: KeyfileProtection,
): Promise<Uint8Array> {
  const text = serializeKeyfile(secret);
  return password === undefined
    ? utf8ToBytes(text)
    : await encryptKeyfile(text, password, cost, signal);
}

/**
 * Writes a file that does not exist yet, whole or not at all; one with the very same content may
 * stay. Says whether it wrote.
 */
async function writeOnce({ path, content, mode }: NewFile): Promise<boolean> {
  const temporary = join(dirname(path), `.threegen-${crypto.randomUUID()}.tmp`);
  try {
    await makeFolder(dirname(path));
    try {
      await Deno.writeFile(temporary, content, { createNew: true, mode });
      using file = await Deno.open(temporary, { write: true });
      await file.sync();
      await placeOnce(temporary, path);
    } finally {
      await Deno.remove(temporary).catch(() => {
        // It was never made, or is in place already.
      });
    }
    return true;
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    if (!(cause instanceof Deno.errors.AlreadyExists)) throw cannotWrite(path, cause);
    if (await hasContent(path, content)) return false;
    throw new ConfigError(
      `Cannot write keyfile ${path}: another key is stored there; choose another wallet name`,
      { cause },
    );
  }
}

function cannotWrite(path: string, cause: unknown): ConfigError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ConfigError(`Cannot write keyfile ${path}: ${why}`, { cause });
}

async function makeFolder(path: string): Promise<void> {
  try {
    await Deno.mkdir(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AlreadyExists)) throw cause;
    throw new ConfigError(
      `Cannot make folder ${path}: a file stands there, or a link to nothing; move it away`,
      { cause },
    );
  }
}

/** Moves a file to a path where none is. */
async function placeOnce(from: string, to: string): Promise<void> {
  try {
    // Unlike a rename, a link never replaces what is there.
    await Deno.link(from, to);
  } catch (cause) {
    if (cause instanceof Deno.errors.AlreadyExists) throw cause;
    // exFAT and its like have no links.
    if (await exists(to)) throw new Deno.errors.AlreadyExists(to, { cause });
    await Deno.rename(from, to);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function hasContent(path: string, content: Uint8Array): Promise<boolean> {
  try {
    return equalBytes(await Deno.readFile(path), content);
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}
