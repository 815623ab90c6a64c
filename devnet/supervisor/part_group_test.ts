import assert from "node:assert/strict";
import { systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { PartGroup } from "./part_group.ts";

const args = (source: string) => [
  "run",
  "--quiet",
  `data:application/typescript,${encodeURIComponent(source)}`,
];
const forever = `setInterval(() => {}, 1000);`;

Deno.test({
  name: "PartGroup starts a part when those that it needs are up, and stops all",
  ignore: !granted("run", "read", "env"),
  async fn() {
    const started: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const parts = new PartGroup([
      { plan: { name: "last", title: "Last", args: args(forever) }, needs: ["first", "second"] },
      { plan: { name: "second", title: "Second", args: args(forever) }, needs: ["first"] },
      { plan: { name: "first", title: "First", args: args(forever) }, needs: [] },
    ], {
      clock: systemClock,
      onChange: ({ name, state }, previous) => {
        if (state === "up" && previous !== "up") started.push(name);
        if (started.length === 3) resolve();
      },
    });
    assert.deepEqual(parts.statuses.map(({ state }) => state), Array(3).fill("starting"));
    parts.start();
    await promise;
    assert.deepEqual(started, ["first", "second", "last"]);
    const pids = parts.statuses.map(({ pid }) => pid!);
    await parts.stop();
    assert.deepEqual(parts.statuses.map(({ state }) => state), Array(3).fill("stopped"));
    for (const pid of pids) assert.throws(() => Deno.kill(pid, "SIGCONT"));
  },
});
