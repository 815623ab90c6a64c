/**
 * `deno task wallet`: makes wallets and lists them.
 *
 * @module
 */
import { chosenWallet, walletFlags } from "@threegen/chain";
import {
  hasKeyfile,
  type KeyfileProtection,
  listWallets,
  loadColdkeyAddress,
  newMnemonic,
  type NewWallet,
  secretFromPhrase,
  type SecretKey,
  walletFiles,
  type WalletLocation,
  writeWallet,
} from "@threegen/chain/wallet";
import { ConfigError } from "@threegen/domain";
import { flag, print, runProgram, say } from "@threegen/service";
import { readPassword } from "./read_password.ts";

const USAGE = "`new` or `list`";

if (import.meta.main) {
  await runProgram({
    name: "deno task wallet",
    description:
      "Makes wallets in the layout of btcli, and lists them. `new` makes a coldkey and a hotkey, " +
      "or one more hotkey for a coldkey that exists; it never overwrites. `list` shows addresses.",
    argument: { name: "<command>", description: USAGE },
    flags: {
      ...walletFlags,
      use_password: flag.on().describe(
        "new: ask for a password and encrypt the coldkey with it (takes half a minute)",
      ),
      json: flag.on().describe("Print JSON"),
    },
  }, async ({ flags, args: [command] }, signal) => {
    const location = chosenWallet(flags);
    if (command === "list") return await list(location.path, flags.json);
    if (command !== "new") throw new ConfigError(`Cannot run "${command}": give ${USAGE}`);
    const made = await make(location, flags.use_password, signal);
    print(flags.json ? JSON.stringify(made) : madeText(made));
  });
}

interface MadeWallet {
  /** Absent when the coldkey existed already. */
  readonly coldkey?: { readonly address: string; readonly file: string };
  readonly hotkey: { readonly address: string; readonly file: string };
}

/** Makes what is missing; looks first, so that a refusal leaves nothing behind. */
async function make(
  location: WalletLocation & { readonly name: string },
  isEncrypted: boolean,
  signal: AbortSignal,
): Promise<MadeWallet> {
  const files = walletFiles(location);
  if (await hasKeyfile(files.hotkey) || await hasKeyfile(files.hotkeyPublic)) {
    throw new ConfigError(
      `Cannot make wallet: ${files.hotkey} exists; choose another --wallet.name or --wallet.hotkey`,
    );
  }
  const hasPublicPart = await hasKeyfile(files.coldkeyPublic);
  // Refuses one that neurons could not read either.
  if (hasPublicPart) await loadColdkeyAddress(location);
  const hasColdkey = hasPublicPart || await hasKeyfile(files.coldkey);
  if (hasColdkey && isEncrypted) {
    throw new ConfigError(
      `Cannot use --use_password: the coldkey of ${location.name} exists already, as it is`,
    );
  }
  const hotkeySecret = secretFromPhrase(newMnemonic());
  const made = { hotkey: { address: hotkeySecret.address, file: files.hotkey } };
  if (hasColdkey) {
    showPhrases({ hotkey: hotkeySecret });
    await write({ ...location, hotkeySecret }, { signal });
    return made;
  }
  const password = isEncrypted ? await newPassword(signal) : undefined;
  const coldkeySecret = secretFromPhrase(newMnemonic());
  showPhrases({ coldkey: coldkeySecret, hotkey: hotkeySecret });
  say(
    isEncrypted
      ? "encrypting the coldkey ..."
      : "The coldkey is not encrypted: good for play. Where TAO has a price, use --use_password.",
  );
  await write({ ...location, coldkeySecret, hotkeySecret }, { password, signal });
  return { coldkey: { address: coldkeySecret.address, file: files.coldkey }, ...made };
}

/** Writes the wallet unless the program is to stop, which is a failure: there is no wallet. */
async function write(wallet: NewWallet, protection: KeyfileProtection): Promise<void> {
  try {
    await writeWallet(wallet, protection);
  } catch (error) {
    const { signal } = protection;
    if (!signal?.aborted || error !== signal.reason) throw error;
    throw new ConfigError("Cannot make wallet: interrupted; nothing was written", { cause: error });
  }
}

/** Asks twice where typing cannot be seen. */
async function newPassword(signal: AbortSignal): Promise<string> {
  const password = await readPassword("New password of the coldkey", { signal });
  if (Deno.stdin.isTerminal() && await readPassword("The same again", { signal }) !== password) {
    throw new ConfigError("Cannot use password: the two differ");
  }
  return password;
}

/**
 * Before anything is written, so that there is no key on disk whose phrase nobody saw. On stderr:
 * whoever keeps the result of the command in a file does not keep the phrases.
 */
function showPhrases(keys: Readonly<Record<string, SecretKey>>): void {
  say("Whoever knows these words has the keys. Write them down now; they are not shown again:");
  for (const [name, { phrase }] of Object.entries(keys)) say(`  ${name.padEnd(7)}  ${phrase}`);
}

function madeText({ coldkey, hotkey }: MadeWallet): string {
  return [
    ...(coldkey ? [`coldkey  ${coldkey.address}  ${coldkey.file}`] : []),
    `hotkey   ${hotkey.address}  ${hotkey.file}`,
  ].join("\n");
}

async function list(path: string, isJson: boolean): Promise<void> {
  const wallets = await listWallets(path);
  if (isJson) return print(JSON.stringify(wallets));
  if (wallets.length === 0) {
    return say(`There are no wallets in ${path}; make one with \`deno task wallet new\``);
  }
  const names = wallets.flatMap(({ name, hotkeys }) => [name, ...hotkeys.map(({ name }) => name)]);
  const width = Math.max(...names.map(({ length }) => length)) + 4;
  print(
    wallets.flatMap(({ name, coldkey, hotkeys }) => [
      `${name.padEnd(width)}${coldkey ?? "no coldkey"}`,
      ...hotkeys.map(({ name, address }) =>
        `  ${name.padEnd(width - 2)}${address ?? "cannot be read"}`
      ),
    ]).join("\n"),
  );
}
