import assert from "node:assert/strict";
import { granted, unsteeredEnvironment } from "./testing/mod.ts";

const door = new URL("./mod.ts", import.meta.url).href;

/** Starts a program whose body is given as source text. */
function startProgram(
  body: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Deno.ChildProcess {
  const source = `
    import { aborted, flag, print, runProgram } from ${JSON.stringify(door)};
    import { ConfigError, UnavailableError } from "@threegen/domain";
    await runProgram({
      name: "test", description: "A test program.", flags: { count: flag.count(3).describe("A number") },
    }, async ({ flags }, signal) => { ${body} });`;
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-env",
      `--config=${new URL("../../deno.json", import.meta.url).pathname}`,
      `data:application/typescript,${encodeURIComponent(source)}`,
      ...args,
    ],
    stdin: env.THREEGEN_PARENT_PIPE ? "piped" : "null",
    stdout: "piped",
    stderr: "piped",
    clearEnv: true,
    env: { ...unsteeredEnvironment(), NO_COLOR: "1", ...env },
  }).spawn();
}

async function finish(child: Deno.ChildProcess) {
  const { code, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

const ignore = !granted("run", "read", "env");

Deno.test({
  name: "runProgram() ends quietly when nobody reads its output any more",
  ignore,
  async fn() {
    await using child = startProgram(`for (;;) print("a line");`);
    await child.stdout.cancel();
    const stderr = await new Response(child.stderr).text();
    assert.deepEqual([(await child.status).code, stderr], [141, ""]);
  },
});

Deno.test({
  name: "runProgram() exits with 0, 1 or 2 and says why on one line",
  ignore,
  async fn() {
    const cases = [
      [`if (flags.count !== 5) throw new Error("wrong");`, ["--count", "5"], 0, /^$/],
      [
        `throw new ConfigError("Cannot start: no wallet");`,
        [],
        2,
        /^error: Cannot start: no wallet\n$/,
      ],
      [
        `throw new UnavailableError("x/y", "Cannot reach chain");`,
        [],
        1,
        /^error: Cannot reach chain\n$/,
      ],
      [``, ["--coumt", "5"], 2, /^error: Unknown option '--coumt'.*Did you mean --count.*\n$/],
      [`return 7;`, [], 7, /^$/],
    ] as const;
    for (const [body, args, code, stderr] of cases) {
      const result = await finish(startProgram(body, args));
      assert.equal(result.code, code, result.stderr);
      assert.match(result.stderr, stderr);
    }
  },
});

Deno.test({
  name: "runProgram() prints help to stdout",
  ignore,
  async fn() {
    const { code, stdout } = await finish(startProgram("", ["--help"]));
    assert.equal(code, 0);
    assert.match(stdout, /--count <value>\s+A number \(default: 3\) \[THREEGEN_COUNT\]/);
  },
});

Deno.test({
  name: "runProgram() lets the body end in its own time on SIGTERM",
  ignore,
  async fn() {
    const child = startProgram(`
      Deno.stdout.writeSync(new TextEncoder().encode("up\\n"));
      const alive = setInterval(() => {}, 1000);
      await aborted(signal);
      clearInterval(alive);
      Deno.stdout.writeSync(new TextEncoder().encode("down\\n"));`);
    const reader = child.stdout.getReader();
    const first = await reader.read();
    assert.equal(new TextDecoder().decode(first.value), "up\n");
    child.kill("SIGTERM");
    const second = await reader.read();
    assert.equal(new TextDecoder().decode(second.value), "down\n");
    await reader.cancel();
    await child.stderr.cancel();
    assert.equal((await child.status).code, 0);
  },
});

Deno.test({
  name: "runProgram() under a supervisor ends with its pipe and leaves SIGINT to it",
  ignore,
  async fn() {
    const child = startProgram(
      `
      Deno.addSignalListener("SIGINT", () => {
        Deno.stdout.writeSync(new TextEncoder().encode("interrupted\\n"));
      });
      Deno.stdout.writeSync(new TextEncoder().encode("up\\n"));
      await aborted(signal);
      Deno.stdout.writeSync(new TextEncoder().encode("down\\n"));`,
      [],
      { THREEGEN_PARENT_PIPE: "1" },
    );
    const reader = child.stdout.getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    assert.equal(await next(), "up\n");
    child.kill("SIGINT");
    assert.equal(await next(), "interrupted\n");
    await child.stdin.close();
    assert.equal(await next(), "down\n");
    await reader.cancel();
    await child.stderr.cancel();
    assert.equal((await child.status).code, 0);
  },
});

Deno.test({
  name: "runProgram() takes a signal that comes twice at once for one",
  ignore,
  async fn() {
    const child = startProgram(`
      // Time stands still, so that the second signal comes soon however slow this machine is.
      performance.now = () => 0;
      const finished = new Promise((resolve) => Deno.addSignalListener("SIGUSR1", resolve));
      Deno.stdout.writeSync(new TextEncoder().encode("up\\n"));
      await aborted(signal);
      Deno.stdout.writeSync(new TextEncoder().encode("stopping\\n"));
      await finished;
      Deno.stdout.writeSync(new TextEncoder().encode("down\\n"));`);
    const reader = child.stdout.getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    assert.equal(await next(), "up\n");
    child.kill("SIGINT");
    assert.equal(await next(), "stopping\n");
    child.kill("SIGINT");
    child.kill("SIGUSR1");
    assert.equal(await next(), "down\n");
    await reader.cancel();
    await child.stderr.cancel();
    assert.equal((await child.status).code, 0);
  },
});
