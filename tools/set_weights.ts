/**
 * `deno task set-weights`: sets a validator's weights once.
 *
 * @module
 */
import {
  chosenNetwork,
  chosenWallet,
  connectSubtensor,
  subtensorAliases,
  toChainWeights,
  walletFlags,
} from "@threegen/chain";
import { loadHotkey } from "@threegen/chain/wallet";
import { print, runProgram, say, systemClock } from "@threegen/service";
import { z } from "zod";
import { chainFlags } from "./chain_flags.ts";
import { fitWeights } from "./fit_weights.ts";
import { parseWeights } from "./parse_weights.ts";

/** Why a version key is refused. */
const NOT_U64 = "is no whole number from 0 to 18446744073709551615";
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
      fit: z.boolean().default(false)
        .describe(
          "First make them fit the subnet's rules as the SDK does: a floor for everyone when too " +
            "few uids are named, no value above the largest share allowed",
        ),
      version_key: z.coerce.bigint(NOT_U64).min(0n, NOT_U64).max(2n ** 64n - 1n, NOT_U64)
        .default(0n)
        .describe("Version key; subnets may refuse one that is too small"),
      commits: z.string().default("threegen_commits.json")
        .describe("File that keeps salted commits until their reveal"),
    },
    aliases: subtensorAliases,
  }, async ({ flags }, signal) => {
    const given = parseWeights(flags.weights);
    const hotkey = await loadHotkey(chosenWallet(flags));
    await using subtensor = await connectSubtensor({
      ...chosenNetwork(flags),
      signal,
      commits: { file: flags.commits, hotkey },
    });
    const { uids, weights } = toChainWeights(
      flags.fit ? await fitWeights(subtensor, flags.netuid, given, signal) : given,
    );
    say(`sending ${uids.map((uid, at) => `${uid}=${weights[at]}`).join(" ")} ...`);
    const { block } = await subtensor.setWeights(hotkey, {
      netuid: flags.netuid,
      uids,
      weights,
      versionKey: flags.version_key,
    }, signal);
    print(`the weights of ${hotkey.address} are in block ${block}`);
    if ((subtensor.pendingReveals ?? 0) > 0) {
      say("committed; waiting for the epoch of the reveal ...");
    }
    while ((subtensor.pendingReveals ?? 0) > 0) await systemClock.sleep(LOOK_EVERY_MS, signal);
  });
}
