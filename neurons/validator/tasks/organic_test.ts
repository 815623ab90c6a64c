import { RequestError } from "@threegen/domain";
import assert from "node:assert/strict";
import { DeskStage } from "../testing/desk_stage.ts";

const NAMES = ["ann", "ben", "cat", "dan", "eve"];

Deno.test("an organic task comes before synthetic ones and goes to four miners, each once", () => {
  using stage = new DeskStage();
  const { id } = stage.organic.add("a glass violin", stage.clock.now());
  const kinds = NAMES.map((name) => stage.pullTask(name)).map((
    task,
  ) => [task.kind, task.id === id]);
  assert.deepEqual(kinds, [...Array(4).fill(["organic", true]), ["synthetic", false]]);
  assert.equal(stage.pullTask("ann").id, id);
  assert.equal(stage.book.get(id)!.attempts.length, 4);
});

Deno.test("an organic task ends when all four copies have their verdict, with the best result", async () => {
  using stage = new DeskStage();
  const { id } = stage.organic.add("a glass violin", stage.clock.now());
  const tasks = NAMES.slice(0, 4).map((name) => stage.pullTask(name));
  const scores = [0.7, 0.95, 0.3, 0.95];
  stage.validation.scoring = () => ({ score: scores[stage.validation.requests.length - 1] });
  for (const [index, name] of NAMES.slice(0, 3).entries()) {
    await stage.submit(name, tasks[index]);
    assert.equal(stage.book.get(id)!.finishedAt, null);
  }
  await stage.submit("dan", tasks[3]);
  const task = stage.book.get(id)!;
  assert.notEqual(task.finishedAt, null);
  // Two are equally good: the first of them wins.
  assert.equal(task.asset?.hotkey, stage.signer("ben").address);
  assert.equal(task.asset?.score, 0.95);
});

Deno.test("an organic task ends 30 s after its first acceptable result", async () => {
  using stage = new DeskStage();
  const { id } = stage.organic.add("a glass violin", stage.clock.now());
  const first = stage.pullTask("ann");
  const second = stage.pullTask("ben");
  await stage.submit("ann", first);
  await stage.clock.advance(29_999);
  stage.desk.tick();
  assert.equal(stage.book.get(id)!.finishedAt, null);
  await stage.clock.advance(1);
  stage.desk.tick();
  const finished = stage.book.get(id)!;
  assert.notEqual(finished.finishedAt, null);
  assert.equal(finished.asset?.hotkey, stage.signer("ann").address);

  // Who is late has worked all the same: it is rewarded, but the developer keeps what was sent.
  stage.validation.scoring = () => ({ score: 1 });
  assert.equal((await stage.submit("ben", second)).kind, "accepted");
  assert.equal(stage.book.get(id)!.asset?.hotkey, stage.signer("ann").address);
  assert.equal(stage.miner("ben").reward(stage.clock.now()), 1);
});

Deno.test("an organic task with failures only is handed out until its time is over, then fails", async () => {
  using stage = new DeskStage();
  const { id } = stage.organic.add("a glass violin", stage.clock.now());
  stage.validation.scoring = () => ({ score: 0.1 });
  await stage.submit("ann", stage.pullTask("ann"));
  stage.desk.tick();
  assert.equal(stage.book.get(id)!.finishedAt, null);
  await stage.clock.advance(300_000);
  assert.equal(stage.pullTask("ben").kind, "synthetic");
  stage.desk.tick();
  const task = stage.book.get(id)!;
  assert.notEqual(task.finishedAt, null);
  assert.equal(task.asset, null);
});

Deno.test("an organic task ends after twice its time, whatever still runs", async () => {
  using stage = new DeskStage({ organic: { taskTimeoutMs: 100_000 } });
  const { id } = stage.organic.add("a glass violin", stage.clock.now());
  stage.pullTask("ann");
  await stage.clock.advance(199_999);
  stage.desk.tick();
  assert.equal(stage.book.get(id)!.finishedAt, null);
  await stage.clock.advance(1);
  stage.desk.tick();
  assert.notEqual(stage.book.get(id)!.finishedAt, null);
});

Deno.test("OrganicTasks.add() refuses with 429 what the queue cannot hold", () => {
  using stage = new DeskStage({ organic: { queueSize: 2 } });
  stage.organic.add("one", stage.clock.now());
  stage.organic.add("two", stage.clock.now());
  assert.throws(
    () => stage.organic.add("three", stage.clock.now()),
    (error: unknown) => error instanceof RequestError && error.status === 429,
  );
});
