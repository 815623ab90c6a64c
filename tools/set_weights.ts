/**
 * `deno task set-weights`: sets a validator's weights once.
 *
 * @module
 */
import { connectSubtensor, subtensorAliases, toChainWeights, walletFlags } from "@threegen/chain";
import { loadHotkey } from "@threegen/chain/wallet";
import { runProgram, systemClock } from "@threegen/service";
import { z } from "zod";
import { chainFlags, print, say } from "./chain_flags.ts";
import { parseWeights } from "./parse_weights.ts";

/** Pause between two looks whether the reveal is done, in milliseconds. */
const LOOK_EVERY_MS = 6000;

if (import.meta.main) {
  await runProgram({
    name: "deno task set-weights",
    description:
      "Sets weights once. The largest becomes 65535 and the others follow in proportion. On a " +
      "subnet with salted commits it waits for the reveal; stopped early, it goes on when it is " +
      "started again.",
    flags: {
      ...chainFlags,
      ...walletFlags,
      weights: z.string({ error: "is needed, such as 3=0.7,5=0.3" })
        .describe("uid=value, separated by commas (needed)"),
      version_key: z.coerce.bigint().min(0n).default(0n)
        .describe("Version key; subnets may refuse one that is too small"),
      commits: z.string().default("threegen_commits.json")
        .describe("File that keeps salted commits until their reveal"),
    },
    aliases: subtensorAliases,
  }, async ({ flags }, signal) => {
    const { uids, weights } = toChainWeights(parseWeights(flags.weights));
    const hotkey = await loadHotkey({
      path: flags["wallet.path"],
      name: flags["wallet.name"],
      hotkey: flags["wallet.hotkey"],
    });
    await using subtensor = await connectSubtensor({
      network: flags["subtensor.network"],
      chainEndpoint: flags["subtensor.chain_endpoint"],
      commits: { file: flags.commits, hotkey },
    });
    say(`sending ${uids.map((uid, at) => `${uid}=${weights[at]}`).join(" ")} ...`);
    const { block } = await subtensor.setWeights(hotkey, {
      netuid: flags.netuid,
      uids,
      weights,
      versionKey: flags.version_key,
    });
    print(`the weights of ${hotkey.address} are in block ${block}`);
    if ((subtensor.pendingReveals ?? 0) > 0) {
      say("committed; waiting for the epoch of the reveal ...");
    }
    while ((subtensor.pendingReveals ?? 0) > 0) await systemClock.sleep(LOOK_EVERY_MS, signal);
  });
}
