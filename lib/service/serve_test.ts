import { ConfigError } from "@threegen/domain";
import { Hono } from "hono";
import assert from "node:assert/strict";
import { serveApp } from "./serve.ts";
import { granted } from "./testing/granted.ts";

Deno.test({
  name: "serveApp() serves, and says in one line when the port is in use",
  ignore: !granted("net"),
  async fn() {
    const app = new Hono().get("/", (context) => context.text("here"));
    await using first = serveApp(app, { name: "first", port: 0 });
    assert.equal(await (await fetch(first.url)).text(), "here");
    assert.throws(
      () => serveApp(app, { name: "second", port: first.port, portFlag: "--axon.port" }),
      (error: unknown) =>
        error instanceof ConfigError &&
        /in use; choose another with --axon.port/.test(error.message),
    );
  },
});

Deno.test({
  name: "serveApp() outlives a stranger who takes all file handles",
  ignore: !granted("net", "run", "read"),
  async fn() {
    const door = new URL("./mod.ts", import.meta.url).href;
    const source = `
      import { configureLogging, serveApp } from ${JSON.stringify(door)};
      configureLogging();
      serveApp({ fetch: () => new Response("here") }, { name: "test", port: 0 });`;
    const mostHandles = 128;
    const command = `ulimit -n ${mostHandles}; exec "$0" run -A --quiet --config="$1" "$2"`;
    const config = new URL("../../deno.json", import.meta.url).pathname;
    const program = `data:application/typescript,${encodeURIComponent(source)}`;
    const child = new Deno.Command("sh", {
      args: ["-c", command, Deno.execPath(), config, program],
      stderr: "piped",
      stdout: "null",
    }).spawn();
    let log = "";
    const lines = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
    const logged = async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = pattern.exec(log);
        if (found) return found;
        const { done, value } = await lines.read();
        assert.ok(!done, `ended without ${pattern}: ${log}`);
        log += value;
      }
    };
    const connections: Deno.Conn[] = [];
    try {
      const [url, port] = await logged(/http:\/\/127\.0\.0\.1:(\d+)/);
      // Enough to take them all once, and not enough for a second time.
      for (let index = 0; index < mostHandles; index++) {
        try {
          connections.push(await Deno.connect({ hostname: "127.0.0.1", port: Number(port) }));
        } catch {
          break; // Nobody listens for the moment: the handles ran out.
        }
      }
      await logged(/stopped listening: .*\n[^]*listens again/);
      assert.equal(await (await fetch(url)).text(), "here");
    } finally {
      for (const connection of connections) connection.close();
      child.kill("SIGKILL");
      await child.status;
      await lines.cancel();
    }
  },
});
