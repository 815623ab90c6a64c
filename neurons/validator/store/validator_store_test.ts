import { ConfigError } from "@threegen/domain";
import { seededRandom } from "@threegen/service";
import { FakeClock, granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { WINDOW_MS } from "../miners/observation_window.ts";
import { newTask } from "../tasks/task.ts";
import { TaskBook } from "../tasks/task_book.ts";
import { DeskStage } from "../testing/desk_stage.ts";
import { ValidatorStore } from "./validator_store.ts";

const ignore = !granted("read", "write");

async function withFolder(test: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "threegen-store-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test({
  name: "a restarted validator goes on: tasks held, rewards, cooldowns and assets are all there",
  ignore,
  fn: () =>
    withFolder(async (folder) => {
      const storePath = `${folder}/validator.db`;
      const clock = new FakeClock();
      let held: string;
      let queued: string;
      {
        using before = new DeskStage({ storePath, clock });
        await before.submit("ann", before.pullTask("ann"));
        held = before.pullTask("ben").id;
        queued = before.organic.add("a glass violin", clock.now()).id;
      } // The file is closed without any word of goodbye beyond that.

      using after = new DeskStage({ storePath, clock });
      assert.equal(after.desk.pull(after.signer("ann").address).kind, "cooldown");
      assert.equal(after.miner("ann").reward(clock.now()), 0.9);
      assert.equal(after.miner("ann").meanScore, 0.9);
      const again = after.pullTask("ben");
      assert.equal(again.id, held);
      assert.equal((await after.submit("ben", again)).kind, "accepted");
      assert.equal(after.pullTask("cat").id, queued);
      const [done] = after.book.newest(10).filter(({ asset }) => asset !== null);
      assert.equal(after.book.asset(done.id)!.spz.length, done.asset!.spzBytes);
    }),
});

Deno.test("a result that was being validated at the end of the last run can be sent again", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  const scored = Promise.withResolvers<{ score: number }>();
  stage.validation.scoring = () => scored.promise;
  const submission = stage.submit("ann", task);
  assert.notEqual(stage.book.get(task.id)!.attempts[0].submittedAt, null);

  const book = new TaskBook(stage.store, { keptTasks: 10, keptAssets: 10 });
  assert.equal(book.get(task.id)!.attempts[0].submittedAt, null);
  scored.resolve({ score: 0.9 });
  await submission;
});

Deno.test("TaskBook keeps the newest tasks and assets only", () => {
  using stage = new DeskStage();
  const book = new TaskBook(stage.store, { keptTasks: 3, keptAssets: 2 });
  const tasks = Array.from({ length: 5 }, (_, index) => newTask("synthetic", `${index}`, index));
  for (const task of tasks) {
    book.keepAsset(task.id, { spz: new Uint8Array([task.createdAt]), preview: null });
    book.put({ ...task, finishedAt: 10 });
  }
  assert.deepEqual(book.newest(10).map(({ prompt }) => prompt), ["4", "3", "2"]);
  assert.deepEqual(tasks.map(({ id }) => book.hasAsset(id)), [false, false, false, true, true]);
  assert.equal(book.asset(tasks[0].id), undefined);
  assert.deepEqual(book.asset(tasks[4].id)!.spz, new Uint8Array([4]));
});

Deno.test("ValidatorStore drops observations that no longer count when it is read", () => {
  using stage = new DeskStage();
  const { address } = stage.signer("ann");
  stage.store.saveMiner(address, stage.miner("ann").record);
  stage.store.addObservation(address, { at: 1000, fidelity: 0.7 });
  stage.store.addObservation(address, { at: 2000, fidelity: 0.8 });
  const [miner] = stage.store.miners(1000 + WINDOW_MS);
  assert.deepEqual(miner.observations, [{ at: 2000, fidelity: 0.8 }]);
});

Deno.test("ValidatorStore.transaction() keeps nothing of writes that fail half way", () => {
  using store = new ValidatorStore(":memory:");
  assert.throws(() =>
    store.transaction(() => {
      store.saveFact("half", 1);
      throw new Error("half way");
    })
  );
  assert.equal(store.fact("half"), undefined);
  store.saveFact("whole", 2);
  assert.equal(store.fact("whole"), 2);
});

Deno.test("ValidatorStore.takePrompt() repeats no prompt before all others came", () => {
  using store = new ValidatorStore(":memory:");
  const prompts = Array.from({ length: 20 }, (_, index) => `prompt ${index}`);
  const random = seededRandom(7);
  store.addPrompts(prompts, random);
  store.addPrompts(prompts.slice(0, 5), random); // The collector may repeat itself.
  assert.equal(store.promptCount(), 20);
  const round = () => Array.from({ length: 20 }, () => store.takePrompt(random)!);
  const [first, second] = [round(), round()];
  assert.deepEqual(first.toSorted(), prompts.toSorted());
  assert.deepEqual(second.toSorted(), prompts.toSorted());
  assert.notDeepEqual(first, prompts);
  assert.notDeepEqual(first, second);
});

Deno.test({
  name: "ValidatorStore refuses a file of another version in one line that names it",
  ignore,
  fn: () =>
    withFolder((folder) => {
      const path = `${folder}/validator.db`;
      const database = new DatabaseSync(path);
      database.exec("pragma user_version = 99");
      database.close();
      assert.throws(
        () => new ValidatorStore(path),
        (error: unknown) => error instanceof ConfigError && /version 99/.test(error.message),
      );
    }),
});

Deno.test({
  name: "ValidatorStore names the flag when its folder cannot be used",
  ignore,
  fn: () =>
    withFolder((folder) => {
      assert.throws(
        () => new ValidatorStore(`${folder}/missing/validator.db`),
        (error: unknown) => error instanceof ConfigError && /neuron.data_dir/.test(error.message),
      );
    }),
});
