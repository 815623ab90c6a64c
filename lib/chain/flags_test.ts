import { parseFlags } from "@threegen/service";
import assert from "node:assert/strict";
import { subtensorAliases, subtensorFlags } from "./flags.ts";

const program = {
  name: "deno task metagraph",
  description: "Shows neurons.",
  flags: subtensorFlags,
  aliases: subtensorAliases,
};
const env = {
  BT_SUBTENSOR_NETWORK: "finney",
  BT_SUBTENSOR_CHAIN_ENDPOINT: "wss://finney.example:443",
};

Deno.test("a network on the command line wins over an endpoint in the environment", () => {
  const chosen = (...argv: string[]) => Object.values(parseFlags(program, argv, env).flags);
  assert.deepEqual(chosen("--subtensor.network", "test"), ["test", ""]);
  assert.deepEqual(chosen("--network", "test"), ["test", ""]);
  assert.deepEqual(chosen(), ["finney", env.BT_SUBTENSOR_CHAIN_ENDPOINT]);
  assert.deepEqual(
    chosen("--network", "test", "--subtensor.chain_endpoint", "ws://127.0.0.1:9944"),
    ["test", "ws://127.0.0.1:9944"],
  );
});
