import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { join } from "node:path";
import { type PendingCommit, PendingCommits } from "./pending_commits.ts";

const commit = (digit: string): PendingCommit => ({
  genesisHash: "0x11",
  netuid: 17,
  hotkey: "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
  hash: `0x${digit.repeat(64)}`,
  uids: [1],
  weights: [65535],
  salt: [7],
  versionKey: "18446744073709551615",
  madeAtBlock: 5,
});

const onDisk = { ignore: !granted("read", "write") };

Deno.test("PendingCommits keeps what was added through a restart, in order", onDisk, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "deep", "commits.json");
    const pending = await PendingCommits.open(path);
    await Promise.all([
      pending.add(commit("a")),
      pending.add(commit("b")),
      pending.add(commit("c")),
    ]);
    await pending.remove(commit("b").hash);
    const again = await PendingCommits.open(path);
    assert.deepEqual(again.list(), [commit("a"), commit("c")]);
    const files = await Array.fromAsync(Deno.readDir(join(folder, "deep")));
    assert.deepEqual(files.map(({ name }) => name), ["commits.json"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("PendingCommits of two programs may share a file", onDisk, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "commits.json");
    const [one, other] = [await PendingCommits.open(path), await PendingCommits.open(path)];
    const digits = ["a", "b", "c", "d", "e", "f", "0", "1"];
    await Promise.all(digits.map((digit, at) => (at % 2 ? one : other).add(commit(digit))));
    await Promise.all([one.remove(commit("b").hash), other.remove(commit("a").hash)]);
    const kept = (await PendingCommits.open(path)).list().map(({ hash }) => hash[2]);
    assert.deepEqual(kept.sort(), ["0", "1", "c", "d", "e", "f"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("PendingCommits refuses a broken file instead of forgetting salts", onDisk, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "commits.json");
    for (const text of ["", "{}", '{"format":"threegen-pending-commits/1","commits":[{}]}']) {
      await Deno.writeTextFile(path, text);
      await assert.rejects(
        PendingCommits.open(path),
        (error: unknown) => error instanceof ConfigError && error.message.includes(path),
      );
      assert.equal(await Deno.readTextFile(path), text);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("PendingCommits without a file works in memory", async () => {
  const pending = await PendingCommits.open(undefined);
  await pending.add(commit("a"));
  assert.equal(pending.list().length, 1);
});
