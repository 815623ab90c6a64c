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
