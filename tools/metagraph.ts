/**
 * `deno task metagraph`: the neurons of a subnet.
 *
 * @module
 */
import { chosenNetwork, connectSubtensor, subtensorAliases } from "@threegen/chain";
import { flag, print, runProgram } from "@threegen/service";
import { chainFlags } from "./chain_flags.ts";
import { metagraphJson, metagraphText } from "./metagraph_text.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task metagraph",
    description:
      "Shows the neurons of a subnet: keys, stake, permit, what they earn, where they listen.",
    flags: { ...chainFlags, json: flag.on().describe("Print one JSON object") },
    aliases: subtensorAliases,
  }, async ({ flags }, signal) => {
    await using subtensor = await connectSubtensor({
      ...chosenNetwork(flags),
      signal,
    });
    const metagraph = await subtensor.metagraph(flags.netuid, signal);
    print(flags.json ? metagraphJson(subtensor.network, metagraph) : metagraphText(metagraph));
  });
}
