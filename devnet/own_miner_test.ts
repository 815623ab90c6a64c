/**
 * The story of docs/operators/miner.md: a newcomer's own miner joins a running devnet.
 *
 * @module
 */
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { startDevnet } from "./devnet.ts";
import { readEventStream } from "./event_stream.ts";
import type { Hello, MinerRow, NetworkView } from "./page/wire.ts";
import { Progress } from "./progress.ts";

const ignore = !granted("run", "net", "read", "write", "env");
const root = new URL("../", import.meta.url);

/** A command as a newcomer types it, in the folder of the repository. */
function command(line: string, env: Readonly<Record<string, string>>): Deno.Command {
  const [program, ...args] = line.split(" ");
  assert.equal(program, "deno");
  return new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

async function run(line: string, env: Readonly<Record<string, string>>) {
  const { code, stdout, stderr } = await command(line, env).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** A command that runs until it is stopped. */
function start(line: string, env: Readonly<Record<string, string>>) {
  const child = command(line, env).spawn();
  let said = "";
  const waiting = new Set<() => void>();
  const reading = (async () => {
    for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
      said += text;
      for (const look of waiting) look();
    }
  })();
  return {
    /** Resolves with the first match in what the command says. */
    said: (pattern: RegExp) =>
      new Promise<RegExpMatchArray>((resolve) => {
        const look = () => {
          const match = said.match(pattern);
          if (match) resolve(match);
        };
        waiting.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await Promise.all([child.status, reading, child.stdout.cancel()]);
    },
  };
}

/** Follows the page's events until a miner's row satisfies a condition. */
async function untilOnPage(page: string, holds: (row: MinerRow) => boolean): Promise<MinerRow> {
  const response = await fetch(`${page}/api/events`);
  for await (const { event, data } of readEventStream(response.body!)) {
    if (event === "task") continue;
    const parsed: unknown = JSON.parse(data);
    const { miners } = event === "hello" ? (parsed as Hello).network : parsed as NetworkView;
    const row = miners.find(holds);
    if (row) return row;
  }
  throw new Error("the page's events ended");
}

Deno.test({
  name: "a newcomer's own miner joins a running devnet, is seen on its page and earns weight",
  ignore,
  async fn() {
    const folder = await Deno.makeTempDir();
    const env = { BT_WALLET_PATH: folder };
    try {
      await using devnet = await startDevnet({
        minerCount: 1,
        hostname: "127.0.0.1",
        port: 0,
        chainPort: 0,
        progress: new Progress({ write: () => {} }),
      });
      const made = await run("deno task wallet new --wallet.name me", env);
      assert.equal(made.code, 0, made.stderr);
      const hotkey = /^hotkey +(5\w+)/m.exec(made.stdout)![1];

      const register = "deno task register --wallet.name me " +
        `--subtensor.chain_endpoint http://127.0.0.1:${devnet.ports.chain}`;
      const poor = await run(register, env);
      assert.equal(poor.code, 1);
      assert.match(poor.stderr, /^hint: .*--pay_with \/\/Alice$/m);
      const registered = await run(`${register} --pay_with //Alice`, env);
      assert.equal(registered.code, 0, registered.stderr);
      assert.equal(registered.stdout, `${hotkey} has uid 2 on netuid 17\n`);
      const next = /^next: (deno task miner .+)$/m.exec(registered.stderr)![1];

      await using generation = start("deno task generation --port 0", env);
      const [, endpoint] = await generation.said(/listens on (http:\S+)\s/);
      await using _miner = start(next, { ...env, THREEGEN_GENERATION_ENDPOINTS: endpoint });

      const row = await untilOnPage(
        devnet.url,
        ({ hotkey: shown, weight, incentive }) => shown === hotkey && weight > 0 && incentive > 0,
      );
      assert.equal(row.uid, 2);
      assert.equal(row.note, "from outside");
      assert.ok(row.tasks > 0 && row.meanScore! > 0.6, JSON.stringify(row));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
