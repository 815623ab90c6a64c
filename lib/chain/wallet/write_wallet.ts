/**
 * Writing wallets in the SDK's layout, for development networks and tests.
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

/**
 * Writes a wallet's four files, private ones with mode 0600. Nothing is ever overwritten: a
 * hotkey may be added to a wallet whose coldkey is the same.
 *
 * @throws {ConfigError} When a file exists already, or the folder cannot be written.
 */
export async function writeWallet(wallet: NewWallet): Promise<WalletFiles> {
  const { coldkeySecret, hotkeySecret } = wallet;
  const files = walletFiles(wallet);
  const publicPart = ({ publicKey }: SecretKey) =>
    new TextEncoder().encode(serializePublicKeyfile(publicKey));
  await writeKeyfile(files.coldkey, coldkeySecret);
  await writeOnce(files.coldkeyPublic, publicPart(coldkeySecret), 0o644);
  await writeKeyfile(files.hotkey, hotkeySecret);
  await writeOnce(files.hotkeyPublic, publicPart(hotkeySecret), 0o644);
  return files;
}

/**
 * Writes one private keyfile with mode 0600, encrypted (`$NACL`) when a password is given. It
 * never overwrites.
 *
 * @param cost For tests only; files of another cost cannot be opened by the SDK.
 * @throws {ConfigError} When the file exists already or cannot be written.
 */
export async function writeKeyfile(
  path: string,
  secret: SecretKey,
  password?: string,
  cost?: DerivationCost,
): Promise<void> {
  const text = serializeKeyfile(secret);
  const content = password === undefined
    ? new TextEncoder().encode(text)
    : await encryptKeyfile(text, password, cost);
  await writeOnce(path, content, 0o600);
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
