import { EmbeddedSubtensor, HttpChainDoor } from "@threegen/chain/embedded";
import type { Signer } from "@threegen/chain/wallet";
import { ChainError, MAINNET_NETUID, type Uid } from "@threegen/domain";
import { CollectorClient } from "@threegen/prompt-collector/client";
import { PullTask } from "@threegen/protocol";
import { Dendrite } from "@threegen/protocol/dendrite";
import { systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { type Devnet, startDevnet } from "./devnet.ts";
import { devnetNeurons } from "./genesis.ts";
import { Progress } from "./progress.ts";
import type { Report } from "./report.ts";

const ignore = !granted("run", "net", "read", "write", "env");
const main = new URL("./main.ts", import.meta.url).pathname;

/** What a newcomer would stumble over: a part's warning or error, a part that is down. */
const TROUBLE = /^ {2}\S+: (warning|error): | is (down|not ready): /;
/** What only says that the machine is slow. */
const SLOWNESS = /does not answer|no answer within|timeout after/;

/** The lines of trouble that have another reason than a slow machine. */
function troubleIn(said: string): readonly string[] {
  // Whoever waits in vain for the first asset is told whatever parts say while they start.
  return said.split("no asset was accepted within")[0].split("\n")
    .filter((line) => TROUBLE.test(line) && !SLOWNESS.test(line));
}

function startCommand(args: readonly string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", main, ...args],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function finish(child: Deno.ChildProcess) {
  const { code, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Resolves when the network satisfies a condition; rejects when one of its parts is given up. */
function until({ watch, broken }: Devnet, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!broken.aborted && !holds()) return;
      unsubscribe();
      broken.removeEventListener("abort", look);
      if (broken.aborted) reject(broken.reason);
      else resolve();
    };
    const unsubscribe = watch.subscribe(look);
    broken.addEventListener("abort", look);
    look();
  });
}

Deno.test({
  name: "devnet --rounds --json ends with a report in which the good miner earns more",
  ignore,
  async fn() {
    const { code, stdout, stderr } = await finish(
      startCommand(["--rounds", "2", "--json", "--port", "0"]),
    );
    assert.equal(code, 0, stderr);
    const report: Report = JSON.parse(stdout.trimEnd().split("\n").at(-1)!);
    assert.deepEqual(Object.keys(report), [
      "rounds",
      "seconds",
      "tasks",
      "weights",
      "incentive",
      "block",
    ]);
    assert.equal(report.rounds, 2);
    assert.ok(report.tasks.filter(({ accepted }) => accepted).length >= 2);
    for (const task of report.tasks) {
      assert.match(task.id, /^[0-9a-f-]{36}$/);
      assert.equal(task.kind, "synthetic");
      assert.ok(task.uid === 1 || task.uid === 2);
      assert.ok(task.prompt.length > 0 && task.assetBytes! > 0);
    }
    assert.ok(report.weights[1] > report.weights[2], JSON.stringify(report.weights));
    assert.ok(report.incentive[1] > report.incentive[2], JSON.stringify(report.incentive));
    assert.deepEqual(troubleIn(stderr), []);
    const folder = /^state {2}(\S+) \(removed at the end\)$/m.exec(stderr)?.[1];
    assert.ok(folder, stderr);
    assert.throws(() => Deno.statSync(folder), Deno.errors.NotFound);
  },
});

Deno.test({
  name: "devnet takes signed calls only",
  ignore,
  async fn() {
    const lines: string[] = [];
    await using devnet = await startDevnet({
      minerCount: 1,
      hostname: "127.0.0.1",
      port: 0,
      chainPort: 0,
      progress: new Progress({ write: (line) => lines.push(line) }),
    });
    const { ports, watch } = devnet;
    await until(devnet, () => watch.results.accepted > 0);

    const [validator, miner] = devnetNeurons(devnet.folder.seed, 1);
    const forged = ({ hotkey }: typeof miner): Signer => ({
      address: hotkey,
      publicKey: new Uint8Array(32),
      sign: () => crypto.getRandomValues(new Uint8Array(64)),
    });
    await using dendrite = new Dendrite({ signer: forged(miner), clock: systemClock });
    await assert.rejects(
      dendrite.call(
        { ip: "127.0.0.1", port: ports.validatorAxon, hotkey: validator.hotkey },
        PullTask,
        {},
      ),
      { name: "AxonRefusedError", status: 401 },
    );
    const collector = new CollectorClient({
      endpoint: `http://127.0.0.1:${ports.collector}`,
      clock: systemClock,
    });
    await assert.rejects(collector.getTextPrompts({ signer: forged(validator) }), { status: 403 });
    await using subtensor = new EmbeddedSubtensor(
      new HttpChainDoor({ endpoint: `http://127.0.0.1:${ports.chain}` }),
      "embedded",
    );
    await assert.rejects(
      subtensor.setWeights(forged(validator), {
        netuid: MAINNET_NETUID,
        uids: [1 as Uid],
        weights: [65535],
        versionKey: 0n,
      }),
      ChainError,
    );
    // What came through had to prove itself: prompts went to the validator, weights to the chain.
    assert.ok(await metric(ports.collector, "threegen_prompt_collector_delivered_prompts_total"));
    await until(devnet, () => watch.network().weightsBlock > 0);
  },
});

/** Sum of a metric over its labels. */
async function metric(port: number, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return text.split("\n").filter((line) => line.startsWith(name))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

Deno.test({
  name: "devnet goes on when any of its parts is killed",
  ignore,
  async fn(test) {
    const lines: string[] = [];
    await using devnet = await startDevnet({
      minerCount: 1,
      hostname: "127.0.0.1",
      port: 0,
      chainPort: 0,
      progress: new Progress({ write: (line) => lines.push(line) }),
    });
    const { ports, watch, group } = devnet;
    await until(devnet, () => watch.results.accepted > 0);
    const parts: readonly (readonly [name: string, title: string])[] = [
      ["miner-1", "Miner 1"],
      ["generation-1", "Generation 1"],
      ["validation", "Validation"],
      ["prompt-collector", "Prompt collector"],
      ["validator", "Validator"],
    ];
    for (const [name, title] of parts) {
      await test.step(`${name} is killed, shown as down, and work resumes`, async () => {
        const pid = group.statuses.find((status) => status.name === name)!.pid!;
        const onPage = () => watch.network().parts.find((part) => part.name === name)!;
        const restarts = onPage().restarts;
        const isShownDown = until(devnet, () => onPage().state === "down");
        Deno.kill(pid, "SIGKILL");
        await isShownDown;
        assert.match(onPage().reason!, /^killed by SIGKILL/);
        assert.ok(lines.some((line) => line.startsWith(`${title} is down: killed by SIGKILL`)));
        await until(devnet, () => onPage().state === "up" && onPage().restarts > restarts);
        assert.ok(lines.includes(`${title} is back`));
        const before = watch.results.accepted;
        await until(devnet, () => watch.results.accepted > before);
        if (name !== "prompt-collector") return;
        // A collector that came back has delivered nothing: its counter shows the next fetch.
        const counter = "threegen_prompt_collector_delivered_prompts_total";
        while (await metric(ports.collector, counter) === 0) {
          const { block } = watch.network();
          await until(devnet, () => watch.network().block > block);
        }
      });
    }
  },
});

Deno.test({
  name: "devnet --data goes on where it was, and SIGINT leaves nothing running",
  ignore,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const first = await finish(
        startCommand(["--rounds", "1", "--json", "--port", "0", "--data", folder, "--miners", "1"]),
      );
      assert.equal(first.code, 0, first.stderr);
      const { block }: Report = JSON.parse(first.stdout);

      const child = startCommand(["--port", "0", "--data", folder, "--miners", "1"]);
      let said = "";
      for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
        const wasUp = said.includes("all 7 parts are up");
        said += text;
        // Once: a second one would end it at once.
        if (!wasUp && said.includes("all 7 parts are up")) child.kill("SIGINT");
      }
      assert.equal((await child.status).code, 0, said);
      await child.stdout.cancel();
      const startBlock = Number(/at block (\d+)/.exec(said)?.[1]);
      assert.ok(startBlock >= block, `${startBlock} of ${block}`);
      assert.deepEqual(troubleIn(said), []);
      // Every part has let go of its port: the validator's API answers no more.
      const api = /http:\/\/\S+\/v1/.exec(said)![0];
      await assert.rejects(fetch(api));

      const other = await finish(startCommand(["--data", folder, "--miners", "2", "--port", "0"]));
      assert.equal(other.code, 2);
      assert.match(other.stderr, /^error: Cannot use --miners 2 with --data .* made with 1; .*\n$/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "devnet ends with a part's own words when only the operator can mend it",
  ignore,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      await Deno.writeTextFile(`${folder}/validator`, "in the place of the validator's folder");
      for (const rounds of [["--rounds", "1"], []]) {
        const { code, stdout, stderr } = await finish(
          startCommand(["--port", "0", "--data", folder, "--miners", "1", ...rounds]),
        );
        assert.equal(code, 2, stderr);
        assert.equal(stdout, "");
        assert.match(stderr, /^error: Cannot run validator: Cannot make folder [^\n]+\n$/m);
        assert.equal(stderr.trimEnd().split("\n").at(-1)?.startsWith("error: "), true, stderr);
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "devnet with the same seed gives the same prompts in the same order",
  ignore,
  async fn() {
    const prompts = async (seed: number, count: number) => {
      await using devnet = await startDevnet({
        minerCount: 1,
        hostname: "127.0.0.1",
        port: 0,
        chainPort: 0,
        seed,
        progress: new Progress({ write: () => {} }),
      });
      await until(devnet, () => devnet.watch.results.all.length >= count);
      return devnet.watch.results.all.slice(0, count).map(({ prompt }) => prompt);
    };
    const first = await prompts(5, 4);
    assert.equal(new Set(first).size, 4);
    assert.deepEqual(await prompts(5, 4), first);
    assert.notEqual((await prompts(6, 1))[0], first[0]);
  },
});

Deno.test({
  name: "devnet says in one line why it cannot start",
  ignore,
  async fn() {
    await using server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      () => new Response(),
    );
    const file = await Deno.makeTempFile();
    try {
      const { port } = server.addr;
      const cases: [string[], RegExp][] = [
        [["--port", String(port)], /^error: Cannot start page: port \d+ of .* is in use; .*\n$/],
        [
          ["--port", "0", "--chain_port", String(port)],
          /^error: Cannot start chain: port \d+ of .* is in use; .* --chain_port\n$/,
        ],
        [["--data", `${file}/folder`, "--port", "0"], /^error: Cannot use --data .*; choose .*\n$/],
        [["--mines", "3"], /^error: Unknown option '--mines'.*--miners.*\n$/],
        [["--json"], /^error: Cannot use --json: .*\n$/],
        [["--rounds", "0"], /^error: Cannot use --rounds 0: .*\n$/],
      ];
      for (const [args, message] of cases) {
        const { code, stdout, stderr } = await finish(startCommand(args));
        assert.equal(code, 2, stderr);
        assert.equal(stdout, "");
        assert.match(stderr, message);
      }
    } finally {
      await Deno.remove(file);
    }
  },
});
