/**
 * `deno task serve-axon`: announces on the chain where an axon listens.
 *
 * @module
 */
import { connectSubtensor, subtensorAliases, walletFlags } from "@threegen/chain";
import { loadHotkey } from "@threegen/chain/wallet";
import { runProgram } from "@threegen/service";
import { z } from "zod";
import { chainFlags, print } from "./chain_flags.ts";

/** Version number of the SDK that the wire format here follows: 10.2.0. */
const SDK_VERSION = 10_002_000;

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
    const hotkey = await loadHotkey({
      path: flags["wallet.path"],
      name: flags["wallet.name"],
      hotkey: flags["wallet.hotkey"],
    });
    await using subtensor = await connectSubtensor({
      network: flags["subtensor.network"],
      chainEndpoint: flags["subtensor.chain_endpoint"],
      signal,
    });
    const [ip, port] = [flags["axon.external_ip"], flags["axon.external_port"]];
    const inclusion = await subtensor.serveAxon(hotkey, {
      netuid: flags.netuid,
      ip,
      port,
      version: SDK_VERSION,
    }, signal);
    print(
      inclusion
        ? `announced ${ip}:${port} for ${hotkey.address} in block ${inclusion.block}`
        : `the chain already says ${ip}:${port} for ${hotkey.address}`,
    );
  });
}
