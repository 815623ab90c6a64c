import assert from "node:assert/strict";
import { fakeAttempt, fakeTask } from "../testing/fake_network.ts";
import type { TaskView } from "./wire.ts";
import { taskPlace, taskSteps } from "./browser/task_steps.ts";

function states(task: TaskView): string {
  return taskSteps(task).map(({ state }) => state).join(" ");
}

const waiting: Partial<TaskView> = {
  status: "queued",
  attempts: [],
  assets: [],
  previewUrl: null,
};

Deno.test("taskSteps() follows a task from the queue to its score", () => {
  const queued = fakeTask(waiting);
  assert.equal(states(queued), "now todo todo todo");
  const working = fakeAttempt({ score: null, submittedAt: null, generateMs: null });
  const assigned: TaskView = { ...queued, status: "assigned", attempts: [working] };
  assert.equal(states(assigned), "done now todo todo");
  const handedIn = fakeAttempt({ score: null });
  const validating: TaskView = { ...queued, status: "validating", attempts: [handedIn] };
  assert.equal(states(validating), "done done now todo");
  const done: TaskView = { ...validating, status: "done", attempts: [fakeAttempt()] };
  assert.equal(states(done), "done done done done");
  assert.deepEqual(taskSteps(done).map(({ note }) => note), ["", "miner 1", "1.2 s", "0.83"]);
});

Deno.test("taskSteps() marks where a task failed", () => {
  const attempt = fakeAttempt({ score: 0.3, accepted: false });
  const failed = fakeTask({ status: "failed", attempts: [attempt], score: 0.3 });
  assert.equal(states(failed), "done done done failed");
});

Deno.test("taskPlace() says who is at work, and why a task failed", () => {
  const two = [
    fakeAttempt({ score: null, submittedAt: null }),
    fakeAttempt({ uid: 2, score: null, submittedAt: null }),
  ];
  assert.equal(
    taskPlace(fakeTask({ status: "assigned", attempts: two })),
    "Generating, miners 1, 2",
  );
  const broken = fakeAttempt({ score: 0, accepted: false, error: "Cannot score asset: broken" });
  assert.equal(
    taskPlace(fakeTask({ status: "failed", attempts: [broken] })),
    "Cannot score asset: broken",
  );
});
