import { MAIN_GENESIS_HASH } from "@threegen/chain";
import { devWallet, GenesisNode } from "@threegen/chain/testing";
import { writeWallet } from "@threegen/chain/wallet";
import { granted, unsteeredEnvironment } from "@threegen/service/testing";
import assert from "node:assert/strict";

Deno.test("the validator wants its address on a node of the main network on this machine", {
  ignore: !granted("run", "read", "write", "net", "env"),
}, async () => {
  const folder = await Deno.makeTempDir();
  try {
    await using node = new GenesisNode(MAIN_GENESIS_HASH);
    const { hotkeySecret, coldkeySecret } = devWallet("vera");
    await writeWallet({ path: folder, hotkeySecret, coldkeySecret });
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--quiet",
        new URL("./main.ts", import.meta.url).href,
        `--wallet.path=${folder}`,
        `--neuron.data_dir=${folder}`,
        `--subtensor.chain_endpoint=${node.endpoint}`,
      ],
      clearEnv: true,
      env: { ...unsteeredEnvironment(), NO_COLOR: "1" },
    }).output();
    assert.equal(code, 2);
    assert.match(
      new TextDecoder().decode(stderr),
      /^error: Cannot announce the axon: --axon\.external_ip is missing[^\n]+\n$/,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
