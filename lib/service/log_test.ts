import assert from "node:assert/strict";
import { granted } from "./testing/granted.ts";

const door = new URL("./mod.ts", import.meta.url).href;

/** What a program writes to stderr that logs one line. */
async function logged(json: boolean): Promise<string> {
  const source = `
    import { configureLogging, getLogger } from ${JSON.stringify(door)};
    configureLogging({ json: ${json} });
    getLogger(["threegen", "test"]).info("{name} made {count} of {shape}: {text}", {
      name: "Miner 1", count: 3, shape: { colour: "red" }, text: "a \\"big\\" one\\u001b[2J\\nnext",
    });`;
  const { stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      `--config=${new URL("../../deno.json", import.meta.url).pathname}`,
      `data:application/typescript,${encodeURIComponent(source)}`,
    ],
  }).output();
  return new TextDecoder().decode(stderr);
}

const ignore = !granted("run", "read");

Deno.test("a log line for people has no quotes that nobody wrote, and stays one line", {
  ignore,
}, async () => {
  const text = await logged(false);
  assert.match(text, /^[^\n]*threegen·test: Miner 1 made 3 of \{ colour: "red" \}: a "big" one/);
  assert.ok(!text.includes("\x1b"), "neither colours in a pipe nor what a stranger's text holds");
  assert.equal(text.split("\n").length, 2);
});

Deno.test("a log line in JSON quotes its message once", { ignore }, async () => {
  const line = JSON.parse(await logged(true));
  assert.equal(line.message, 'Miner 1 made 3 of {"colour":"red"}: a "big" one\x1b[2J\nnext');
  assert.equal(line.properties.name, "Miner 1");
});
