/**
 * Loading what a running neuron needs from a wallet: its hotkey and its coldkey's address.
 *
 * @module
 */
import { type Coldkey, ConfigError } from "@threegen/domain";
import { type Keyfile, parseKeyfile } from "./keyfile.ts";
import { walletFiles, type WalletLocation } from "./location.ts";
import { type Signer, signerFromSecret } from "./signer.ts";

/**
 * Loads the hotkey of a wallet for signing.
 *
 * @throws {ConfigError} When the file is absent, encrypted, broken or public only.
 */
export async function loadHotkey(location: WalletLocation): Promise<Signer> {
  const { name = "default", hotkey = "default" } = location;
  const path = walletFiles(location).hotkey;
  const keyfile = await readKeyfile(
    path,
    `create it with \`btcli wallet new-hotkey --wallet.name ${name} --wallet.hotkey ${hotkey}\``,
  );
  if (!keyfile.secret) {
    throw new ConfigError(`Cannot sign with keyfile ${path}: it holds a public key only`);
  }
  return signerFromSecret(keyfile.secret);
}

/**
 * Loads the address of a wallet's coldkey from `coldkeypub.txt`.
 *
 * @throws {ConfigError} When the file is absent or broken.
 */
export async function loadColdkeyAddress(location: WalletLocation): Promise<Coldkey> {
  const keyfile = await readKeyfile(
    walletFiles(location).coldkeyPublic,
    `create it with \`btcli wallet new-coldkey --wallet.name ${location.name ?? "default"}\``,
  );
  return keyfile.address as string as Coldkey;
}

/** Reads one keyfile; `remedy` says what to do when it is absent. */
async function readKeyfile(path: string, remedy: string): Promise<Keyfile> {
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(path);
  } catch (cause) {
    const why = cause instanceof Deno.errors.NotFound
      ? `there is no such file; ${remedy}`
      : cause instanceof Error
      ? cause.message
      : String(cause);
    throw new ConfigError(`Cannot read keyfile ${path}: ${why}`, { cause });
  }
  const content = new TextDecoder().decode(bytes);
  if (/^(\$NACL|\$ANSIBLE_VAULT|gAAAAA)/.test(content)) {
    throw new ConfigError(`Cannot read keyfile ${path}: it is encrypted; use a plain hotkey file`);
  }
  return parseKeyfile(content, path);
}
