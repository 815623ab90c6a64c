import assert from "node:assert/strict";
import { ResultLog } from "./report.ts";
import { fakeAttempt, fakeTask } from "./testing/fake_network.ts";

Deno.test("ResultLog counts every scored attempt once, however often its task changes", () => {
  const log = new ResultLog(1000);
  const first = fakeAttempt({ uid: 1, assignedAt: 2000, score: null });
  const task = fakeTask({ id: "a", attempts: [first] });
  assert.deepEqual(log.add(task), []);
  const scored = { ...first, score: 0.8 };
  assert.deepEqual(log.add({ ...task, attempts: [scored] }).map(({ score }) => score), [0.8]);
  const poor = fakeAttempt({ uid: 2, assignedAt: 2000, score: 0.2, accepted: false });
  assert.deepEqual(log.add({ ...task, attempts: [scored, poor] }).map(({ uid }) => uid), [2]);
  assert.equal(log.accepted, 1);
  assert.deepEqual(log.all.map(({ uid, accepted }) => [uid, accepted]), [[1, true], [2, false]]);
});

Deno.test("ResultLog leaves out what an earlier run left in the validator's store", () => {
  const log = new ResultLog(1000);
  assert.deepEqual(log.add(fakeTask({ attempts: [fakeAttempt({ assignedAt: 999 })] })), []);
});
