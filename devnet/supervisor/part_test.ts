import assert from "node:assert/strict";
import { systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { FreePorts } from "./free_ports.ts";
import type { LogLine } from "./log_line.ts";
import { inheritedEnvironment, Part, type PartPlan, type PartStatus } from "./part.ts";

const ignore = !granted("run", "read", "net", "env", "write");
const door = new URL("../../lib/service/mod.ts", import.meta.url).href;
const config = new URL("../../deno.json", import.meta.url).pathname;

/** Arguments of `deno` for a program given as source. */
function programArgs(source: string): string[] {
  const url = `data:application/typescript,${encodeURIComponent(source)}`;
  return ["run", "--quiet", "--no-prompt", "-A", `--config=${config}`, url];
}

function freePort(): number {
  using free = new FreePorts(1);
  return free.ports[0];
}

/** A service on a port, with what its handler should do. */
function servicePlan(port: number, extra = ""): PartPlan {
  return {
    name: "tiny",
    title: "Tiny",
    healthUrl: `http://127.0.0.1:${port}/health`,
    args: programArgs(`
      import { aborted, createService, runProgram, serveApp } from ${JSON.stringify(door)};
      await runProgram({ name: "tiny", description: "", flags: {} }, async (_, signal) => {
        const app = createService({ name: "tiny", version: "1" });
        ${extra}
        await using _listener = serveApp(app, { name: "tiny", port: ${port} });
        await aborted(signal);
      });`),
  };
}

/** A part that is watched; `reached` resolves when a status satisfies a condition. */
function watched(plan: PartPlan) {
  const statuses: PartStatus[] = [];
  const lines: LogLine[] = [];
  const mistakes: string[] = [];
  const waiting = new Set<() => void>();
  const part = new Part(plan, {
    clock: systemClock,
    onChange: (status) => {
      statuses.push(status);
      for (const look of waiting) look();
    },
    onGivenUp: (_, mistake) => mistakes.push(mistake),
    onLine: (_, line) => {
      lines.push(line);
      for (const look of waiting) look();
    },
  });
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { part, statuses, lines, mistakes, until };
}

Deno.test({
  name: "Part is up when /health answers, and is started again when it is killed",
  ignore,
  async fn() {
    const port = freePort();
    const { part, statuses, until } = watched(servicePlan(port));
    await using _part = part;
    part.start();
    await until(() => part.status.state === "up");
    const firstPid = part.status.pid!;
    Deno.kill(firstPid, "SIGKILL");
    await until(() => part.status.state === "up" && part.status.restarts === 1);
    assert.notEqual(part.status.pid, firstPid);
    // A look at /health may find that it is silent before the system tells that it has ended.
    const states = statuses.map(({ state }) => state).filter((state) => state !== "unready");
    assert.deepEqual(
      states.filter((state, index) => state !== states[index - 1]),
      ["starting", "up", "down", "starting", "up"],
    );
    assert.equal(statuses.find(({ state }) => state === "down")?.reason, "killed by SIGKILL");
    const answer = await fetch(`http://127.0.0.1:${port}/health`);
    assert.equal((await answer.json()).name, "tiny");
  },
});

/** A program that ends at once by throwing. */
function brokenPlan(error: string): PartPlan {
  return {
    name: "broken",
    title: "Broken",
    args: programArgs(`
      import { runProgram } from ${JSON.stringify(door)};
      import { ConfigError, UnavailableError } from "@threegen/domain";
      await runProgram({ name: "broken", description: "", flags: {} }, () => { throw ${error}; });`),
  };
}

Deno.test({
  name: "Part names the last error of a program that does not start, and tries again",
  ignore,
  async fn() {
    const { part, until } = watched(
      brokenPlan(`new UnavailableError("test/away", "Cannot start: no chain")`),
    );
    await using _part = part;
    part.start();
    await until(() => part.status.state === "down");
    assert.equal(part.status.reason, "exited with 1: Cannot start: no chain");
    await until(() => part.status.restarts >= 2);
  },
});

Deno.test({
  name: "Part gives up a program that tells of the operator's mistake twice in a row",
  ignore,
  async fn() {
    const { part, statuses, mistakes, until } = watched(
      brokenPlan(`new ConfigError("Cannot start: no wallet")`),
    );
    await using _part = part;
    part.start();
    await until(() => part.status.state === "stopped");
    assert.deepEqual(mistakes, ["Cannot start: no wallet"]);
    assert.equal(part.status.reason, "exited with 2: Cannot start: no wallet");
    assert.ok(statuses.some(({ state }) => state === "down"));
    assert.equal(part.status.restarts, 1);
  },
});

Deno.test({
  name: "Part shows why a program that runs cannot work",
  ignore,
  async fn() {
    const port = freePort();
    const plan = servicePlan(port);
    const { part, until } = watched({
      ...plan,
      args: plan.args.map((text) =>
        text.replace(
          encodeURIComponent(`version: "1"`),
          encodeURIComponent(`version: "1", readiness: () => "no chain yet"`),
        )
      ),
    });
    await using _part = part;
    part.start();
    await until(() => part.status.state === "unready");
    assert.equal(part.status.reason, "no chain yet");
  },
});

Deno.test({
  name: "Part stops a program that ignores SIGTERM",
  ignore,
  async fn() {
    const { part, lines, until } = watched({
      name: "deaf",
      title: "Deaf",
      args: programArgs(`
        Deno.addSignalListener("SIGTERM", () => {});
        setInterval(() => {}, 1000);
        console.error(Deno.pid);`),
    });
    part.start();
    await until(() => lines.length > 0);
    const pid = Number(lines[0].message);
    await part.stop();
    assert.equal(part.status.state, "stopped");
    assert.throws(() => Deno.kill(pid, "SIGCONT"), "the process is gone");
  },
});

Deno.test({
  name: "a supervisor that is killed leaves no part behind",
  ignore,
  async fn() {
    const port = freePort();
    const plan = servicePlan(port);
    const supervisor = new Deno.Command(Deno.execPath(), {
      args: programArgs(`
        import { Part } from ${JSON.stringify(new URL("./part.ts", import.meta.url).href)};
        import { systemClock } from ${JSON.stringify(door)};
        new Part(${JSON.stringify(plan)}, {
          clock: systemClock,
          onChange: ({ state, pid }) => { if (state === "up") console.log(pid); },
        }).start();`),
      stdin: "null",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = supervisor.stdout.getReader();
    const pid = Number(new TextDecoder().decode((await reader.read()).value));
    assert.ok(pid > 0);
    supervisor.kill("SIGKILL");
    await supervisor.status;
    await reader.cancel();
    // The part is nobody's child any more, so nobody tells when it ends.
    while (isAlive(pid)) await systemClock.sleep(20);
  },
});

Deno.test("inheritedEnvironment() leaves the settings of a real network behind", {
  ignore: !granted("env"),
}, () => {
  Deno.env.set("BT_WALLET_NAME", "real");
  Deno.env.set("THREEGEN_PORT", "1");
  try {
    const environment = inheritedEnvironment();
    assert.equal(environment.BT_WALLET_NAME, undefined);
    assert.equal(environment.THREEGEN_PORT, undefined);
    assert.equal(environment.PATH, Deno.env.get("PATH"));
  } finally {
    Deno.env.delete("BT_WALLET_NAME");
    Deno.env.delete("THREEGEN_PORT");
  }
});

/** Whether a process runs; one that has ended may wait for its parent (state Z on Linux). */
function isAlive(pid: number): boolean {
  try {
    Deno.kill(pid, "SIGCONT");
    return Deno.build.os !== "linux" || !/\) Z /.test(Deno.readTextFileSync(`/proc/${pid}/stat`));
  } catch {
    return false;
  }
}
