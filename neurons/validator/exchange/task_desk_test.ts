import { devWallet } from "@threegen/chain/testing";
import assert from "node:assert/strict";
import { DESK_POLICY, DeskStage, subnetOf } from "../testing/desk_stage.ts";

const MINUTE_MS = 60_000;

Deno.test("pull() turns an unregistered hotkey away", () => {
  using stage = new DeskStage();
  assert.equal(stage.desk.pull(devWallet("nobody").hotkey.address).kind, "unregistered");
});

Deno.test("pull() returns the same task however often a miner asks", () => {
  using stage = new DeskStage();
  const { id } = stage.pullTask("ann");
  for (let again = 0; again < 10; again++) assert.equal(stage.pullTask("ann").id, id);
  assert.equal(stage.miner("ann").record.tasks, 1);
  assert.equal(stage.book.live().length, 1);
});

Deno.test("pull() gives ten parallel callers of one miner one task", async () => {
  using stage = new DeskStage();
  const ids = await Promise.all(
    Array.from({ length: 10 }, () => Promise.resolve().then(() => stage.pullTask("ann").id)),
  );
  assert.equal(new Set(ids).size, 1);
});

Deno.test("pull() during the cooldown counts violations and adds 10 s beyond the hundredth", async () => {
  using stage = new DeskStage();
  await stage.submit("ann", stage.pullTask("ann"));
  const { address } = stage.signer("ann");
  for (let pull = 0; pull < 100; pull++) {
    assert.equal(stage.desk.pull(address).kind, "cooldown");
  }
  const { cooldownUntil, violations } = stage.miner("ann").record;
  assert.equal(violations, 100);
  stage.desk.pull(address);
  assert.equal(stage.miner("ann").record.cooldownUntil, cooldownUntil + 10);
});

Deno.test("pull() gives a new task once the cooldown is over", async () => {
  using stage = new DeskStage();
  const first = stage.pullTask("ann");
  await stage.submit("ann", first);
  await stage.clock.advance(299_999);
  assert.equal(stage.desk.pull(stage.signer("ann").address).kind, "cooldown");
  await stage.clock.advance(1);
  assert.notEqual(stage.pullTask("ann").id, first.id);
});

Deno.test("submit() accepts a good result, observes it and starts the cooldown", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  await stage.clock.advance(5000);
  const outcome = await stage.submit("ann", task);
  assert.equal(outcome.kind, "accepted");
  assert.equal(stage.waitSeconds("ann"), 295);
  assert.equal(stage.miner("ann").reward(stage.clock.now()), 0.9);
  const done = stage.book.get(task.id)!;
  assert.equal(done.finishedAt, stage.clock.now());
  assert.equal(done.attempts[0].score, 0.9);
  assert.equal(done.attempts[0].generateMs, 5000);
  assert.equal(done.asset?.hotkey, stage.signer("ann").address);
});

Deno.test("submit() sends the prompt that the validator remembers, never the caller's", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  await stage.submit("ann", { ...task, prompt: "something easier" }, { isSignedFor: () => true });
  assert.equal(stage.validation.requests[0].prompt, task.prompt);
});

Deno.test("submit() ignores a result for another task and keeps the right one", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  const other = stage.pullTask("ben");
  assert.equal((await stage.submit("ann", other)).kind, "ignored");
  assert.equal(stage.pullTask("ann").id, task.id);
  assert.equal(stage.pullTask("ben").id, other.id);
  assert.equal(stage.validation.requests.length, 0);
});

Deno.test("submit() of an unregistered hotkey changes nothing", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  assert.equal((await stage.submit("nobody", task)).kind, "unregistered");
  assert.equal(stage.book.get(task.id)!.attempts.length, 1);
});

Deno.test("submit() of an empty result gives the task back at the price of the plain cooldown", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  const outcome = await stage.submit("ann", task, { results: "" });
  assert.equal(outcome.kind, "failed");
  assert.equal(stage.waitSeconds("ann"), 300);
  assert.equal(stage.miner("ann").meanScore, null);
  assert.equal(stage.validation.requests.length, 0);
});

const unacceptable = [
  ["a bad signature", { isSignedFor: () => false }],
  ["bytes that are not base64", { results: "not base64!" }],
  ["an unknown compression", { compression: 1 }],
] as const;
for (const [what, change] of unacceptable) {
  Deno.test(`submit() penalises ${what} without asking the validation endpoint`, async () => {
    using stage = new DeskStage();
    const outcome = await stage.submit("ann", stage.pullTask("ann"), change);
    assert.equal(outcome.kind, "failed");
    assert.equal(stage.waitSeconds("ann"), 900);
    assert.equal(stage.validation.requests.length, 0);
    assert.equal(stage.miner("ann").reward(stage.clock.now()), 0);
  });
}

Deno.test("submit() penalises a low score and observes nothing", async () => {
  using stage = new DeskStage();
  stage.validation.scoring = () => ({ score: 0.59 });
  const task = stage.pullTask("ann");
  assert.equal((await stage.submit("ann", task)).kind, "failed");
  assert.equal(stage.waitSeconds("ann"), 900);
  assert.equal(stage.miner("ann").observations(stage.clock.now()).length, 0);
  assert.equal(stage.miner("ann").meanScore, 0.59);
  assert.match(stage.book.get(task.id)!.attempts[0].error!, /below the threshold 0.6/);
});

Deno.test("submit() forgives one violation", async () => {
  using stage = new DeskStage();
  await stage.submit("ann", stage.pullTask("ann"));
  stage.desk.pull(stage.signer("ann").address);
  stage.desk.pull(stage.signer("ann").address);
  await stage.clock.advance(301_000);
  await stage.submit("ann", stage.pullTask("ann"));
  assert.equal(stage.miner("ann").record.violations, 1);
});

Deno.test("submit() makes one observation of ten parallel submissions of one result", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  const scored = Promise.withResolvers<{ score: number }>();
  stage.validation.scoring = () => scored.promise;
  const submissions = Array.from({ length: 10 }, () => stage.submit("ann", task));
  scored.resolve({ score: 0.9 });
  const kinds = (await Promise.all(submissions)).map(({ kind }) => kind).sort();
  assert.deepEqual(kinds, ["accepted", ...Array(9).fill("ignored")]);
  assert.equal(stage.miner("ann").observations(stage.clock.now()).length, 1);
  assert.equal(stage.validation.requests.length, 1);
});

Deno.test("submit() after the deadline is ignored, and the next pull waits the cooldown only", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  await stage.clock.advance(DESK_POLICY.taskTimeoutMs);
  assert.equal((await stage.submit("ann", task)).kind, "ignored");
  assert.equal(stage.waitSeconds("ann"), 270);
  assert.equal(stage.book.get(task.id)!.attempts[0].error, "no result in time");
});

Deno.test("tick() takes a task back that is held too long, so that nobody holds it forever", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  await stage.clock.advance(DESK_POLICY.taskTimeoutMs - 1);
  stage.desk.tick();
  assert.equal(stage.book.live().length, 1);
  await stage.clock.advance(1);
  stage.desk.tick();
  assert.equal(stage.book.live().length, 0);
  assert.notEqual(stage.book.get(task.id)!.finishedAt, null);
});

Deno.test("submit() while validation is away costs the miner nothing and succeeds later", async () => {
  using stage = new DeskStage();
  const task = stage.pullTask("ann");
  stage.validation.scoring = () => {
    throw new TypeError("connection refused");
  };
  const outcome = await stage.submit("ann", task);
  assert.equal(outcome.kind, "unavailable");
  assert.equal(stage.miner("ann").record.cooldownUntil, 0);
  assert.equal(stage.miner("ann").meanScore, null);
  assert.equal(stage.pullTask("ann").id, task.id);

  // The outage is longer than the miner's own time for the task: our fault, our time.
  await stage.clock.advance(DESK_POLICY.taskTimeoutMs - 1);
  stage.validation.scoring = () => ({ score: 0.8 });
  assert.equal((await stage.submit("ann", task)).kind, "accepted");
  assert.equal(stage.book.get(task.id)!.asset?.score, 0.8);
});

Deno.test("a miner's reward counts four hours: after ten hours of work it holds the last four", async () => {
  using stage = new DeskStage();
  for (let task = 0; task < 10 * 6; task++) {
    await stage.submit("ann", stage.pullTask("ann"));
    await stage.clock.advance(10 * MINUTE_MS);
  }
  // One result each ten minutes; the one that is exactly four hours old no longer counts.
  const miner = stage.miner("ann");
  assert.equal(miner.observations(stage.clock.now()).length, 23);
  assert.ok(Math.abs(miner.reward(stage.clock.now()) - 23 * 0.9) < 1e-9);
  assert.equal(miner.record.accepted, 60);
});

Deno.test("a miner that loses its uid to another leaves nothing to it, and finds its cooldown later", async () => {
  using stage = new DeskStage({ names: ["ann", "ben"] });
  await stage.submit("ann", stage.pullTask("ann"));
  stage.registry.sync(subnetOf(["cat", "ben"]), stage.clock.now());
  assert.equal(stage.desk.pull(stage.signer("ann").address).kind, "unregistered");
  assert.equal(stage.miner("cat").reward(stage.clock.now()), 0);
  assert.equal(stage.miner("cat").uid, 0);

  stage.registry.sync(subnetOf(["cat", "ann"]), stage.clock.now());
  assert.equal(stage.desk.pull(stage.signer("ann").address).kind, "cooldown");
  assert.equal(stage.miner("ann").reward(stage.clock.now()), 0.9);
});
