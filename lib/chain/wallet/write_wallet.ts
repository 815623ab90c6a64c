/**
 * Writing wallets in the SDK's layout, for development networks and tests.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { dirname } from "node:path";
import { serializeKeyfile, serializePublicKeyfile } from "./keyfile.ts";
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
  await writeOnce(files.coldkey, serializeKeyfile(coldkeySecret), 0o600);
  await writeOnce(files.coldkeyPublic, serializePublicKeyfile(coldkeySecret.publicKey), 0o644);
  await writeOnce(files.hotkey, serializeKeyfile(hotkeySecret), 0o600);
  await writeOnce(files.hotkeyPublic, serializePublicKeyfile(hotkeySecret.publicKey), 0o644);
  return files;
}

/** Writes a file that does not exist yet; one with the very same content may stay. */
async function writeOnce(path: string, content: string, mode: number): Promise<void> {
  try {
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await Deno.writeTextFile(path, content, { createNew: true, mode });
  } catch (cause) {
    if (cause instanceof Deno.errors.AlreadyExists) {
      if (await Deno.readTextFile(path) === content) return;
      throw new ConfigError(
        `Cannot write keyfile ${path}: another key is stored there; choose another wallet name`,
        { cause },
      );
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot write keyfile ${path}: ${why}`, { cause });
  }
}
