import { devWallet } from "@threegen/chain/testing";
import { writeWallet } from "@threegen/chain/wallet";
import { granted, unservedPort, unsteeredEnvironment } from "@threegen/service/testing";
import assert from "node:assert/strict";

const ignore = !granted("run", "read", "write", "net", "env");
const { hotkeySecret, coldkeySecret } = devWallet("ann");

/** Starts the miner's program on a chain. */
function startMiner(walletFolder: string, chainEndpoint: string): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-net",
      "--allow-read",
      "--allow-write",
      "--allow-env",
      new URL("./main.ts", import.meta.url).href,
      `--wallet.path=${walletFolder}`,
      `--subtensor.chain_endpoint=${chainEndpoint}`,
    ],
    clearEnv: true,
    env: { ...unsteeredEnvironment(), NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
}

Deno.test("the miner waits for a chain that is away, names it, and ends when it is told to", {
  ignore,
}, async () => {
  const folder = await Deno.makeTempDir();
  using nobody = await unservedPort();
  const endpoint = `ws://127.0.0.1:${nobody.port}`;
  try {
    await writeWallet({ path: folder, hotkeySecret, coldkeySecret });
    const miner = startMiner(folder, endpoint);
    let said = "";
    let isTold = false;
    for await (const text of miner.stderr.pipeThrough(new TextDecoderStream())) {
      said += text;
      if (isTold || !/chain failed \(1 in a row\)/.test(said)) continue;
      isTold = true;
      miner.kill("SIGTERM");
    }
    assert.equal((await miner.status).code, 0, said);
    assert.ok(said.includes(`chain failed (1 in a row): Cannot reach network ${endpoint}: `), said);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("the miner does not wait for what only the operator can mend", { ignore }, async () => {
  const folder = await Deno.makeTempDir();
  try {
    await writeWallet({ path: folder, hotkeySecret, coldkeySecret });
    const { code, stderr } = await startMiner(folder, "tcp://127.0.0.1:9944").output();
    assert.equal(code, 2);
    assert.match(
      new TextDecoder().decode(stderr),
      /^error: Cannot use --subtensor\.chain_endpoint tcp:\/\/127.+must begin with ws:[^\n]+\n$/,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
