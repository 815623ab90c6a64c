/**
 * Writing wallets in the SDK's layout.
 *
 * @module
 */
import { equalBytes } from "@noble/curves/utils.js";
import { ConfigError } from "@threegen/domain";
import { dirname } from "node:path";
import { serializeKeyfile, serializePublicKeyfile } from "./keyfile.ts";
import { type DerivationCost, encryptKeyfile } from "./keyfile_encryption.ts";
import { type WalletFiles, walletFiles, type WalletLocation } from "./location.ts";
import type { SecretKey } from "./secret_key.ts";

/** What is written. */
export interface NewWallet extends WalletLocation {
  /** The key that owns the stake. */
  readonly coldkeySecret: SecretKey;
  /** The key that the neuron signs with. */
  readonly hotkeySecret: SecretKey;
}

/** How a private keyfile is kept. */
export interface KeyfileProtection {
  /** Encrypts the file (`$NACL`), which takes half a minute. @default {plain} */
  readonly password?: string | undefined;
  /** For tests only; files of another cost cannot be opened by the SDK. @default {SDK_COST} */
  readonly cost?: DerivationCost | undefined;
}

/**
 * Writes a wallet's four files, private ones plain and with mode 0600. Nothing is ever
 * overwritten: a hotkey may be added to a wallet whose coldkey is the same.
 *
 * @throws {ConfigError} When a file exists already, or the folder cannot be written.
 */
export async function writeWallet(wallet: NewWallet): Promise<WalletFiles> {
  await writeColdkey(wallet, wallet.coldkeySecret);
  return await writeHotkey(wallet, wallet.hotkeySecret);
}

/**
 * Writes a wallet's coldkey and its public part; it never overwrites.
 *
 * @throws {ConfigError} When a file exists already, or the folder cannot be written.
 */
export async function writeColdkey(
  location: WalletLocation,
  secret: SecretKey,
  protection: KeyfileProtection = {},
): Promise<WalletFiles> {
  const files = walletFiles(location);
  await writeKeyfile(files.coldkey, secret, protection);
  await writePublicKeyfile(files.coldkeyPublic, secret);
  return files;
}

/**
 * Writes a hotkey and its public part, to a wallet that may know its coldkey's public part only;
 * it never overwrites.
 *
 * @throws {ConfigError} When a file exists already, or the folder cannot be written.
 */
export async function writeHotkey(
  location: WalletLocation,
  secret: SecretKey,
): Promise<WalletFiles> {
  const files = walletFiles(location);
  await writeKeyfile(files.hotkey, secret);
  await writePublicKeyfile(files.hotkeyPublic, secret);
  return files;
}

/**
 * Writes one private keyfile with mode 0600; it never overwrites.
 *
 * @throws {ConfigError} When the file exists already or cannot be written.
 */
export async function writeKeyfile(
  path: string,
  secret: SecretKey,
  { password, cost }: KeyfileProtection = {},
): Promise<void> {
  const text = serializeKeyfile(secret);
  const content = password === undefined
    ? new TextEncoder().encode(text)
    : await encryptKeyfile(text, password, cost);
  await writeOnce(path, content, 0o600);
}

async function writePublicKeyfile(path: string, { publicKey }: SecretKey): Promise<void> {
  await writeOnce(path, new TextEncoder().encode(serializePublicKeyfile(publicKey)), 0o644);
}

/** Writes a file that does not exist yet; one with the very same content may stay. */
async function writeOnce(path: string, content: Uint8Array, mode: number): Promise<void> {
  try {
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await Deno.writeFile(path, content, { createNew: true, mode });
  } catch (cause) {
    if (cause instanceof Deno.errors.AlreadyExists) {
      if (equalBytes(await Deno.readFile(path), content)) return;
      throw new ConfigError(
        `Cannot write keyfile ${path}: another key is stored there; choose another wallet name`,
        { cause },
      );
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot write keyfile ${path}: ${why}`, { cause });
  }
}
