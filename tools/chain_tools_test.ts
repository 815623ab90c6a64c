import { MAIN_GENESIS_HASH, type Metagraph } from "@threegen/chain";
import { createChainApp, EmbeddedChain, EmbeddedSubtensor } from "@threegen/chain/embedded";
import { devWallet, GenesisNode } from "@threegen/chain/testing";
import { writeWallet } from "@threegen/chain/wallet";
import type { Netuid, Uid } from "@threegen/domain";
import { serveApp } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { metagraphJson, metagraphText } from "./metagraph_text.ts";
import { parseWeights } from "./parse_weights.ts";

const alice = devWallet("alice");
const bob = devWallet("bob");

const metagraph: Metagraph = {
  netuid: 17 as Netuid,
  block: 1000,
  neurons: [{
    uid: 0 as Uid,
    hotkey: alice.hotkey.address,
    coldkey: alice.hotkey.address as string as Metagraph["neurons"][number]["coldkey"],
    stakeRao: 1_500_000_000n,
    hasValidatorPermit: true,
    incentive: 0,
    dividends: 1,
    emissionRao: 7n,
    lastUpdateBlock: 990,
    axon: { ip: "2001:db8::1", port: 8091, version: 1, block: 5 },
  }, {
    uid: 1 as Uid,
    hotkey: bob.hotkey.address,
    coldkey: bob.hotkey.address as string as Metagraph["neurons"][number]["coldkey"],
    stakeRao: 0n,
    hasValidatorPermit: false,
    incentive: 0.25,
    dividends: 0,
    emissionRao: 0n,
    lastUpdateBlock: 0,
    axon: { ip: "0.0.0.0", port: 0, version: 0, block: 0 },
  }],
};

Deno.test("metagraphText() gives one aligned line per neuron", () => {
  const [title, header, first, second] = metagraphText(metagraph).split("\n");
  assert.equal(title, "netuid 17, block 1000, 2 neurons");
  assert.match(header, /^uid {2}hotkey +coldkey +stake {2}permit {2}incentive/);
  assert.match(first, /^ {2}0 {2}5.+1\.500 {2}yes +0 +1\.00000 +10 ago {2}\[2001:db8::1\]:8091$/);
  assert.match(second, /0\.000 {2}- +0\.25000 +0 +never {2}-$/);
  assert.equal(header.indexOf("axon"), first.indexOf("[2001"));
});

Deno.test("metagraphJson() keeps exact amounts as text", () => {
  const { network, neurons } = JSON.parse(metagraphJson("test", metagraph));
  assert.equal(network, "test");
  assert.equal(neurons[0].stakeRao, "1500000000");
  assert.equal(neurons[0].stake, 1.5);
  assert.equal(neurons[0].axon, "[2001:db8::1]:8091");
  assert.equal(neurons[1].axon, null);
});

Deno.test("parseWeights() reads uid=value pairs and names what is wrong", () => {
  assert.deepEqual(parseWeights("3=0.7, 5=3e-1,"), { uids: [3, 5], weights: [0.7, 0.3] });
  for (
    const text of [
      "",
      "3",
      "3=-1",
      "x=1",
      "70000=1",
      "3=0",
      "3=1,3=2",
      "3=NaN",
      "0=1e400",
      "0=1e308,1=1e308",
    ]
  ) {
    assert.throws(() => parseWeights(text), /^ConfigError: Cannot use --weights/, text);
  }
});

Deno.test("register, serve-axon, set-weights and metagraph work as programs on a served chain", {
  ignore: !granted("net", "read", "write", "run", "env"),
}, async () => {
  const folder = await Deno.makeTempDir();
  try {
    await using chain = await EmbeddedChain.open({
      // The test is over before the first block ends, however slow the machine is.
      blockTimeMs: 86_400_000,
      genesis: {
        netuid: 17,
        balances: { [bob.coldkey.address]: 10_000_000_000n },
        rules: { weightsRateLimitBlocks: 0, minAllowedWeights: 2, maxWeightLimit: 58_982 },
        neurons: [{
          hotkey: alice.hotkey.address,
          coldkey: alice.coldkey.address,
          stakeRao: 1_000_000_000n,
        }],
      },
    });
    await using listener = serveApp(createChainApp(chain), { name: "chain", port: 0 });
    for (const [name, wallet] of [["alice", alice], ["bob", bob]] as const) {
      const { hotkeySecret, coldkeySecret } = wallet;
      await writeWallet({ path: folder, name, hotkeySecret, coldkeySecret });
    }
    const run = async (tool: string, ...args: string[]) => {
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-A",
          "--quiet",
          new URL(`./${tool}.ts`, import.meta.url).href,
          "--chain",
          listener.url,
          ...args,
        ],
        cwd: folder,
      }).output();
      const text = new TextDecoder();
      return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
    };
    const wallet = (name: string) => ["--wallet.path", folder, "--wallet.name", name];

    const registered = await run("register", ...wallet("bob"));
    assert.equal(registered.stdout, `${bob.hotkey.address} has uid 1 on netuid 17\n`);
    const again = await run("register", ...wallet("bob"));
    assert.match(again.stderr, /registered already/);

    const serve = ["serve_axon", ...wallet("bob"), "--axon.external_ip"] as const;
    assert.match((await run(...serve, "127.0.0.2")).stdout, /^announced 127\.0\.0\.2:8091 for 5/);
    assert.match((await run(...serve, "127.0.0.2")).stdout, /^the chain already says/);
    assert.match(
      (await run(...serve, "127.0.0.3")).stderr,
      /^error: Cannot serve axon 127\.0\.0\.3:8091.*ServingRateLimitExceeded\); try again in 50 blocks\n$/,
    );
    const refused = await run(...serve, "127.0.0.1");
    assert.equal(refused.code, 1);
    assert.match(
      refused.stderr,
      /^error: Cannot serve axon 127\.0\.0\.1:8091.*InvalidIpAddress.*\n$/,
    );

    const set = await run("set_weights", ...wallet("alice"), "--weights", "1=0.5,0=0.25");
    assert.match(set.stdout, /are in block 1\n$/);
    await using subtensor = new EmbeddedSubtensor(chain);
    assert.deepEqual(await subtensor.weightsOf(17 as Netuid, 0 as Uid), [[1, 65535], [0, 32768]]);

    const setAsAlice = (...args: string[]) => run("set_weights", ...wallet("alice"), ...args);
    // Two of two uids are asked for, and none may have more than 0.9 of the whole.
    assert.match(
      (await setAsAlice("--weights", "1=1")).stderr,
      /error: Cannot set weights of .*WeightVecLengthIsLow/,
    );
    assert.match((await setAsAlice("--weights", "1=1", "--fit")).stdout, /are in block 1\n$/);
    // The floor is 1e-5, the cap leaves (0.9 · 1e-5 − 1e-7) / (1 − 0.9) = 8.9e-5: 1 to 8.9.
    assert.deepEqual(await subtensor.weightsOf(17 as Netuid, 0 as Uid), [[0, 7363], [1, 65535]]);
    for (
      const [args, message] of [
        [["--weights", "2=1", "--fit"], "netuid 17 has 2 neurons, so no uid 2"],
        [["--weights", "1=1e400"], "the values are too large; only their ratio counts"],
      ] as const
    ) {
      const refused = await setAsAlice(...args);
      assert.deepEqual([refused.code, refused.stdout], [2, ""]);
      assert.equal(refused.stderr, `error: Cannot use --weights: ${message}\n`);
    }
    for (const key of ["18446744073709551616", "-1", "abc"]) {
      const refused = await setAsAlice("--weights", "1=1", `--version_key=${key}`);
      assert.equal(refused.code, 2);
      assert.match(
        refused.stderr,
        /^error: Cannot use --version_key .*: is no whole number from 0 to 18446744073709551615/,
      );
    }

    const shown = await run("metagraph", "--json");
    assert.equal(JSON.parse(shown.stdout).neurons[1].axon, "127.0.0.2:8091");
    const unknown = await run("metagraph", "--netuid", "18");
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /^error: Cannot read netuid 18: .*SubnetNotExists.*\n$/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("register refuses a node of the main network, also one on this machine", {
  ignore: !granted("net", "read", "write", "run", "env"),
}, async () => {
  const folder = await Deno.makeTempDir();
  try {
    await using node = new GenesisNode(MAIN_GENESIS_HASH);
    const { hotkeySecret, coldkeySecret } = bob;
    await writeWallet({ path: folder, name: "bob", hotkeySecret, coldkeySecret });
    const { code, stdout, stderr } = await startTool(
      "register",
      ...["--chain", node.endpoint, "--wallet.path", folder, "--wallet.name", "bob"],
    ).output();
    const text = new TextDecoder();
    assert.deepEqual([code, text.decode(stdout)], [2, ""]);
    assert.match(
      text.decode(stderr),
      /^error: Cannot register on ws:\/\/127\.0\.0\.1:\d+: .* main network.*`btcli subnets register`\n$/,
    );
    const harmless = ["chain_getBlockHash", "system_health"];
    assert.deepEqual(node.calls.filter((method) => !harmless.includes(method)), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

for (
  const [tool, ...args] of [
    ["metagraph"],
    ["register"],
    ["serve_axon", "--axon.external_ip", "203.0.113.7"],
    ["set_weights", "--weights", "1=1"],
  ]
) {
  Deno.test(`${tool} ends at once on Ctrl-C while the endpoint is silent`, {
    ignore: !granted("net", "read", "write", "run", "env"),
  }, async () => {
    const folder = await Deno.makeTempDir();
    try {
      using silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
      const { hotkeySecret, coldkeySecret } = bob;
      await writeWallet({ path: folder, name: "bob", hotkeySecret, coldkeySecret });
      const wallet = tool === "metagraph" ? [] : ["--wallet.path", folder, "--wallet.name", "bob"];
      const endpoint = `ws://127.0.0.1:${silent.addr.port}`;
      const child = startTool(tool, "--chain", endpoint, ...wallet, ...args).spawn();
      using _client = await silent.accept();
      child.kill("SIGINT");
      const { code, stdout, stderr } = await child.output();
      assert.deepEqual([code, stdout.length, new TextDecoder().decode(stderr)], [0, 0, ""]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

function startTool(tool: string, ...args: string[]): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", new URL(`./${tool}.ts`, import.meta.url).href, ...args],
    env: { NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  });
}
