/**
 * Loading what a running neuron needs from a wallet: its hotkey and its coldkey's address.
 *
 * @module
 */
import { type Coldkey, ConfigError } from "@threegen/domain";
import { resolve } from "node:path";
import { type Keyfile, parseKeyfile } from "./keyfile.ts";
import { decryptKeyfile, detectEncryption, SDK_COST } from "./keyfile_encryption.ts";
import { passwordVariable, unmaskPassword } from "./keyfile_password.ts";
import { walletFiles, type WalletLocation } from "./location.ts";
import { type Signer, signerFromSecret } from "./signer.ts";

/** How an encrypted keyfile is opened. */
export interface LoadOptions {
  /** @default {the environment variable `BT_PW_…` that the SDK uses} */
  readonly password?: string;
  /** Stops the decrypting of a keyfile in the form of today. */
  readonly signal?: AbortSignal;
}

/**
 * Loads the hotkey of a wallet for signing.
 *
 * @throws {ConfigError} When the file is absent, broken or public only, or cannot be decrypted.
 */
export async function loadHotkey(
  location: WalletLocation,
  options: LoadOptions = {},
): Promise<Signer> {
  const { name = "default", hotkey = "default" } = location;
  const path = walletFiles(location).hotkey;
  const keyfile = await readKeyfile(
    path,
    `create it with \`deno task wallet new --wallet.name ${name} --wallet.hotkey ${hotkey}\` ` +
      "or with btcli",
    options,
  );
  return signerOf(keyfile, path);
}

/**
 * Loads the coldkey of a wallet for signing. Only registering and staking need it; a running
 * neuron never does.
 *
 * @throws {ConfigError} When the file is absent, broken or public only, or cannot be decrypted.
 */
export async function loadColdkey(
  location: WalletLocation,
  options: LoadOptions = {},
): Promise<Signer> {
  const path = walletFiles(location).coldkey;
  const remedy = "this machine may hold the public part only; run this where the coldkey is";
  return signerOf(await readKeyfile(path, remedy, options), path);
}

/**
 * Loads the address of a wallet's coldkey from `coldkeypub.txt`.
 *
 * @throws {ConfigError} When the file is absent or broken.
 */
export async function loadColdkeyAddress(location: WalletLocation): Promise<Coldkey> {
  const keyfile = await readKeyfile(
    walletFiles(location).coldkeyPublic,
    `create it with \`deno task wallet new --wallet.name ${location.name ?? "default"}\` ` +
      "or with btcli",
    {},
  );
  return keyfile.address as string as Coldkey;
}

/**
 * Says whether there is a keyfile at a path.
 *
 * @throws {ConfigError} When something else stands in its place, or nobody can tell.
 */
export async function hasKeyfile(path: string): Promise<boolean> {
  let isLink = false;
  try {
    isLink = (await Deno.lstat(path)).isSymlink;
    if (!(await Deno.stat(path)).isDirectory) return true;
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cannotRead(path, messageOf(cause), cause);
    if (!isLink) return false;
    throw cannotRead(path, "it is a link to nothing; put its target back or remove it", cause);
  }
  throw cannotRead(
    path,
    "it is a folder; Docker makes one where the source of a mount is missing: remove it and put " +
      "the file there",
  );
}

/** Reads one keyfile; `remedy` says what to do when it is absent. */
async function readKeyfile(
  path: string,
  remedy: string,
  options: LoadOptions,
): Promise<Keyfile> {
  if (!await hasKeyfile(path)) throw cannotRead(path, `there is no such file; ${remedy}`);
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(path);
  } catch (cause) {
    throw cannotRead(path, messageOf(cause), cause);
  }
  if (!detectEncryption(bytes)) return parseKeyfile(new TextDecoder().decode(bytes), path);
  // The SDK names the path as it was given; behind a link, the file's own path may be meant.
  const variables = [resolve(path), await Deno.realPath(path)].map(passwordVariable);
  const password = options.password ?? passwordFromEnvironment(variables);
  if (password === undefined) {
    throw new ConfigError(
      `Cannot decrypt keyfile ${path}: no password; use an unencrypted hotkey, or set ` +
        `${variables[0]} as \`btcli\` does`,
    );
  }
  return parseKeyfile(await decryptKeyfile(bytes, password, path, SDK_COST, options.signal), path);
}

/** The password that the first of these variables hides. */
function passwordFromEnvironment(variables: readonly string[]): string | undefined {
  for (const variable of variables) {
    const value = Deno.env.get(variable);
    const password = value === undefined ? undefined : unmaskPassword(value, variable);
    if (password !== undefined) return password;
  }
  return undefined;
}

function cannotRead(path: string, why: string, cause?: unknown): ConfigError {
  return new ConfigError(`Cannot read keyfile ${path}: ${why}`, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function signerOf(keyfile: Keyfile, path: string): Signer {
  if (!keyfile.secret) {
    throw new ConfigError(`Cannot sign with keyfile ${path}: it holds a public key only`);
  }
  return signerFromSecret(keyfile.secret);
}
