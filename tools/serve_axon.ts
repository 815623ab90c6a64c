/**
 * `deno task serve-axon`: announces on the chain where an axon listens.
 *
 * @module
 */
import {
  chosenNetwork,
  chosenWallet,
  connectSubtensor,
  subtensorAliases,
  walletFlags,
} from "@threegen/chain";
import { loadHotkey } from "@threegen/chain/wallet";
import { SPOKEN_VERSION } from "@threegen/protocol";
import { print, runProgram } from "@threegen/service";
import { z } from "zod";
import { chainFlags } from "./chain_flags.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task serve-axon",
    description:
      "Announces on the chain where a wallet's axon listens. Does nothing when the chain says so " +
      "already. A neuron does this by itself; this is for setting it right by hand.",
    flags: {
      ...chainFlags,
      ...walletFlags,
      "axon.external_ip": z.string({ error: "is needed: the address that others reach" }).min(1)
        .describe("Address that others reach (needed); 0.0.0.0 takes the announcement back"),
      "axon.external_port": z.coerce.number().int().min(1).max(65_535).default(8091)
        .describe("Port that others reach"),
    },
    aliases: subtensorAliases,
  }, async ({ flags }, signal) => {
    const hotkey = await loadHotkey(chosenWallet(flags));
    await using subtensor = await connectSubtensor({
      ...chosenNetwork(flags),
      signal,
    });
    const [ip, port] = [flags["axon.external_ip"], flags["axon.external_port"]];
    const inclusion = await subtensor.serveAxon(hotkey, {
      netuid: flags.netuid,
      ip,
      port,
      version: SPOKEN_VERSION,
    }, signal);
    print(
      inclusion
        ? `announced ${ip}:${port} for ${hotkey.address} in block ${inclusion.block}`
        : `the chain already says ${ip}:${port} for ${hotkey.address}`,
    );
  });
}
