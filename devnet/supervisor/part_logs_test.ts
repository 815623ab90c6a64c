import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { join } from "node:path";
import { PartLogs } from "./part_logs.ts";

Deno.test({
  name:
    "PartLogs writes lines for people, goes on in the same file, and starts anew when it is full",
  ignore: !granted("read", "write"),
  async fn() {
    const folder = await Deno.makeTempDir();
    const read = (file: string) => Deno.readTextFile(join(folder, file));
    try {
      const line = { level: "warning", logger: "miner.worker", message: "no task" } as const;
      for (const atMs of [0, 1000]) {
        using logs = new PartLogs(folder);
        logs.add("miner-1", line, atMs);
      }
      assert.equal(
        await read("miner-1.log"),
        "1970-01-01T00:00:00.000Z warning miner.worker: no task\n" +
          "1970-01-01T00:00:01.000Z warning miner.worker: no task\n",
      );
      using logs = new PartLogs(folder);
      logs.add("miner-1", { level: "info", logger: "", message: "x".repeat(8 << 20) }, 2000);
      logs.add("miner-1", { level: "info", logger: "", message: "new" }, 3000);
      assert.equal(await read("miner-1.log"), "1970-01-01T00:00:03.000Z info    new\n");
      assert.match(await read("miner-1.old.log"), /no task/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
