/**
 * Which wallets a folder holds, told by their public parts.
 *
 * @module
 */
import { type Coldkey, ConfigError, type Hotkey } from "@threegen/domain";
import { join } from "node:path";
import { parseKeyfile } from "./keyfile.ts";
import { DEFAULT_WALLET_PATH, expandHome, isWalletName, walletFiles } from "./location.ts";

/** A wallet as a list shows it. */
export interface ListedWallet {
  /** For `--wallet.name`. */
  readonly name: string;
  /** Absent when its public part is, or cannot be read. */
  readonly coldkey?: Coldkey;
  readonly hotkeys: readonly {
    /** For `--wallet.hotkey`. */
    readonly name: string;
    /** Absent when the hotkey is encrypted and has no public part, or cannot be read. */
    readonly address?: Hotkey;
  }[];
}

/**
 * Lists the wallets of a folder by name; an absent folder holds none, and what no flag can name is
 * left out. Private coldkeys are never
 * opened; hotkeys only where older SDKs wrote no public part.
 *
 * @throws {ConfigError} When the folder cannot be read.
 */
export async function listWallets(path = DEFAULT_WALLET_PATH): Promise<readonly ListedWallet[]> {
  const names = await namesIn(expandHome(path), "isDirectory");
  return await Promise.all(names.map(async (name) => {
    const files = walletFiles({ path, name });
    const hotkeyNames = (await namesIn(join(expandHome(path), name, "hotkeys"), "isFile"))
      .filter((hotkey, _, all) =>
        !(hotkey.endsWith("pub.txt") && all.includes(hotkey.slice(0, -7)))
      );
    const coldkey = await addressIn(files.coldkeyPublic);
    return {
      name,
      ...(coldkey ? { coldkey: coldkey as string as Coldkey } : {}),
      hotkeys: await Promise.all(hotkeyNames.map(async (hotkey) => {
        const { hotkeyPublic, hotkey: hotkeyFile } = walletFiles({ path, name, hotkey });
        const address = await addressIn(hotkeyPublic) ?? await addressIn(hotkeyFile);
        return { name: hotkey, ...(address ? { address } : {}) };
      })),
    };
  }));
}

async function namesIn(folder: string, kind: "isDirectory" | "isFile"): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.filter((entry) => entry[kind] || entry.isSymlink).map(({ name }) => name)
      .filter(isWalletName).sort();
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound || cause instanceof Deno.errors.NotADirectory) {
      return [];
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot read wallets in ${folder}: ${why}`, { cause });
  }
}

/** The address of a plain keyfile; nothing when it is absent, encrypted or broken. */
async function addressIn(path: string): Promise<Hotkey | undefined> {
  try {
    return parseKeyfile(await Deno.readTextFile(path), path).address;
  } catch {
    // A list shows what it can; whoever uses the key hears what is wrong with it.
    return undefined;
  }
}
