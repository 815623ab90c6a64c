/**
 * `deno task register`: registers a hotkey on a local or test network.
 *
 * @module
 */
import {
  connectSubtensor,
  isLocalNetwork,
  resolveNetwork,
  subtensorAliases,
  walletFlags,
} from "@threegen/chain";
import { loadColdkey, loadHotkey } from "@threegen/chain/wallet";
import { ConfigError } from "@threegen/domain";
import { runProgram } from "@threegen/service";
import { chainFlags, print, say } from "./chain_flags.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task register",
    description:
      "Registers a wallet's hotkey by burning the subnet's price from its coldkey. For local and " +
      "test networks; where TAO has a price, `btcli subnets register` shows it and asks first.",
    flags: { ...chainFlags, ...walletFlags },
    aliases: subtensorAliases,
  }, async ({ flags }, signal) => {
    const choice = {
      network: flags["subtensor.network"],
      chainEndpoint: flags["subtensor.chain_endpoint"],
    };
    const network = resolveNetwork(choice);
    if (network.name !== "test" && !isLocalNetwork(network)) {
      throw new ConfigError(
        `Cannot register on ${network.name}: only local and test networks; use ` +
          "`btcli subnets register`",
      );
    }
    const wallet = {
      path: flags["wallet.path"],
      name: flags["wallet.name"],
      hotkey: flags["wallet.hotkey"],
    };
    const hotkey = await loadHotkey(wallet);
    await using subtensor = await connectSubtensor(choice);
    const uidOf = async () =>
      (await subtensor.metagraph(flags.netuid, signal)).neurons
        .find((neuron) => neuron.hotkey === hotkey.address)?.uid;
    const before = await uidOf();
    if (before === undefined) {
      const coldkey = await loadColdkey(wallet);
      say(`registering ${hotkey.address} on netuid ${flags.netuid} ...`);
      await subtensor.burnedRegister(coldkey, flags.netuid, hotkey.address);
    } else say("the hotkey is registered already");
    print(`${hotkey.address} has uid ${await uidOf()} on netuid ${flags.netuid}`);
  });
}
