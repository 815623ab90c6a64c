/**
 * `deno task register`: registers a hotkey on a local or test network.
 *
 * @module
 */
import {
  chosenNetwork,
  chosenWallet,
  connectSubtensor,
  isLocalNetwork,
  resolveNetwork,
  subtensorAliases,
  walletFlags,
} from "@threegen/chain";
import {
  detectEncryption,
  loadColdkey,
  loadHotkey,
  type Signer,
  signerFromUri,
  walletFiles,
  type WalletLocation,
} from "@threegen/chain/wallet";
import { ChainError, ConfigError } from "@threegen/domain";
import { print, runProgram, say } from "@threegen/service";
import { z } from "zod";
import { chainFlags } from "./chain_flags.ts";
import { readPassword } from "./read_password.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task register",
    description:
      "Registers a wallet's hotkey by burning the subnet's price from its coldkey. For local and " +
      "test networks; where TAO has a price, `btcli subnets register` shows it and asks first.",
    flags: {
      ...chainFlags,
      ...walletFlags,
      pay_with: z.string().regex(/^\/\/\w/, "must be a development account, such as //Alice")
        .optional().describe(
          "Development account that pays instead of the wallet's coldkey, and owns the hotkey on " +
            "that chain; a devnet's is //Alice",
        ),
    },
    aliases: subtensorAliases,
  }, async ({ flags }, signal) => {
    const choice = chosenNetwork(flags);
    const network = resolveNetwork(choice);
    if (network.name !== "test" && !isLocalNetwork(network)) {
      throw new ConfigError(
        `Cannot register on ${network.name}: only local and test networks; use ` +
          "`btcli subnets register`",
      );
    }
    const wallet = chosenWallet(flags);
    const hotkey = await loadHotkey(wallet);
    await using subtensor = await connectSubtensor({ ...choice, signal });
    if (subtensor.isMainNetwork) {
      throw new ConfigError(
        `Cannot register on ${subtensor.network}: this node serves the main network, where TAO ` +
          "has a price; use `btcli subnets register`",
      );
    }
    const uidOf = async () =>
      (await subtensor.metagraph(flags.netuid, signal)).neurons
        .find((neuron) => neuron.hotkey === hotkey.address)?.uid;
    const before = await uidOf();
    if (before === undefined) {
      const payer = flags.pay_with === undefined
        ? await openColdkey(wallet, signal)
        : signerFromUri(flags.pay_with);
      const who = flags.pay_with === undefined ? "its coldkey" : flags.pay_with;
      say(`registering ${hotkey.address} on netuid ${flags.netuid}; ${who} pays and owns it ...`);
      try {
        await subtensor.burnedRegister(payer, flags.netuid, hotkey.address, signal);
      } catch (error) {
        const isPoor = error instanceof ChainError &&
          error.chainErrorName === "NotEnoughBalanceToStake";
        if (isPoor && flags.pay_with === undefined) {
          say("hint: on a devnet its development account can pay: --pay_with //Alice");
        }
        throw error;
      }
    } else say("the hotkey is registered already");
    print(`${hotkey.address} has uid ${await uidOf()} on netuid ${flags.netuid}`);
    say(`next: deno task miner ${givenFlags(flags)}`);
  });
}

/** The flags of chain and wallet that are not the defaults, as a command takes them. */
function givenFlags(flags: Readonly<Record<string, unknown>>): string {
  return Object.entries({ ...chainFlags, ...walletFlags })
    .filter(([name, schema]) => flags[name] !== schema.parse(undefined))
    .map(([name]) => `--${name} ${flags[name]}`)
    .join(" ");
}

/** Loads the coldkey; asks for its password when it is encrypted and somebody can answer. */
async function openColdkey(wallet: WalletLocation, signal: AbortSignal): Promise<Signer> {
  const content = await Deno.readFile(walletFiles(wallet).coldkey).catch(() => new Uint8Array());
  if (!detectEncryption(content) || !Deno.stdin.isTerminal()) return await loadColdkey(wallet);
  const password = await readPassword("Password of the coldkey", { signal });
  say("decrypting the coldkey takes half a minute ...");
  return await loadColdkey(wallet, { password, signal });
}
