/**
 * Where a wallet's files are.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { join } from "node:path";

/** Which wallet, as the flags `--wallet.path`, `--wallet.name` and `--wallet.hotkey` say it. */
export interface WalletLocation {
  /** Folder of all wallets; `~` is the home folder. @default {"~/.bittensor/wallets"} */
  readonly path?: string;
  /** Name of the coldkey. @default {"default"} */
  readonly name?: string;
  /** Name of the hotkey. @default {"default"} */
  readonly hotkey?: string;
}

/** The files of one wallet. */
export interface WalletFiles {
  /** Private coldkey, normally encrypted; a running neuron never reads it. */
  readonly coldkey: string;
  /** Public part of the coldkey. */
  readonly coldkeyPublic: string;
  /** Private hotkey, normally plain. */
  readonly hotkey: string;
  /** Public part of the hotkey; older wallets lack it. */
  readonly hotkeyPublic: string;
}

/** Folder of all wallets. Source: the Bittensor SDK. */
export const DEFAULT_WALLET_PATH = "~/.bittensor/wallets";

/**
 * Returns the files of a wallet in the SDK's layout.
 *
 * @throws {ConfigError} When a name is none, see {@linkcode isWalletName}.
 */
export function walletFiles(location: WalletLocation): WalletFiles {
  const { path = DEFAULT_WALLET_PATH, name = "default", hotkey = "default" } = location;
  for (const [flag, value] of [["wallet.name", name], ["wallet.hotkey", hotkey]]) {
    if (!isWalletName(value)) {
      throw new ConfigError(
        `Cannot use --${flag} "${visible(value)}": it must be the name of one file`,
      );
    }
  }
  const folder = join(expandHome(path), name);
  return {
    coldkey: join(folder, "coldkey"),
    coldkeyPublic: join(folder, "coldkeypub.txt"),
    hotkey: join(folder, "hotkeys", hotkey),
    hotkeyPublic: join(folder, "hotkeys", `${hotkey}pub.txt`),
  };
}

/**
 * Says whether this can name a wallet or a hotkey: one file, without a path separator or control
 * characters, which would forge lines of a log or a list.
 */
export function isWalletName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\p{Cc}]/u.test(name);
}

/** Control characters as escapes, so that a message stays one line. */
function visible(text: string): string {
  return text.replaceAll(
    /\p{Cc}/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

/**
 * Returns a path whose leading `~` stands for the home folder.
 *
 * @throws {ConfigError} When nobody says where that is.
 */
export function expandHome(path: string): string {
  if (!/^~(?=$|[/\\])/.test(path)) return path;
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE");
  if (!home) throw new ConfigError(`Cannot use path ${path}: HOME is not set; give a full path`);
  return join(home, path.slice(1));
}
