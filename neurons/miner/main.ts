/**
 * The program `deno task miner`.
 *
 * @module
 */
import {
  chosenNetwork,
  chosenWallet,
  connectSubtensor,
  isLocalNetwork,
  resolveNetwork,
} from "@threegen/chain";
import { loadHotkey } from "@threegen/chain/wallet";
import { type Listener, runProgram, serveApp, systemClock, untilSucceeds } from "@threegen/service";
import { minerProgram, minerSettings } from "./config.ts";
import { Miner } from "./miner.ts";

if (import.meta.main) {
  await runProgram(minerProgram, async ({ flags }, signal) => {
    const choice = chosenNetwork(flags);
    const network = resolveNetwork(choice);
    const signer = await loadHotkey(chosenWallet(flags));
    await using subtensor = await untilSucceeds(
      { name: "chain", signal, clock: systemClock },
      (signal) => connectSubtensor({ ...choice, clock: systemClock, signal }),
    );
    const isLocal = isLocalNetwork(network) && !subtensor.isMainNetwork;
    const settings = minerSettings(flags, isLocal);
    await using miner = new Miner({ settings, signer, subtensor, clock: systemClock });
    const listener: Listener | undefined = flags.port === undefined
      ? undefined
      : serveApp(miner.status, { name: "miner status", hostname: flags.host, port: flags.port });
    try {
      await miner.run(signal);
    } finally {
      await listener?.close();
    }
  });
}
