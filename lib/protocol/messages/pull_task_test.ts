import assert from "node:assert/strict";
import { PullTask } from "./pull_task.ts";
import { isTextTask } from "./wire_task.ts";

const id = "0a4e3f5c-0d1f-4c37-a1e8-8f2f4d6d7a10";

Deno.test("PullTask reads a task without a type as a text task, as the original does", () => {
  const { task } = PullTask.schema.parse({ task: { id, prompt: "a red chair" } });
  assert.deepEqual(task, { type: "text", id, prompt: "a red chair" });
  assert.ok(isTextTask(task!));
});

Deno.test("PullTask reads image tasks and kinds that are not known yet, as they were sent", () => {
  const picture = new Uint8Array(1 << 20).toBase64();
  for (const [type, prompt] of [["image", picture], ["video", "a red chair"], ["image", ""]]) {
    const { task } = PullTask.schema.parse({ task: { type, id, prompt, seed: 7 } });
    assert.deepEqual(task, { type, id, prompt });
    assert.ok(!isTextTask(task!));
  }
});

Deno.test("PullTask refuses a text task that breaks the rules of one, whatever else it could be", () => {
  const bad = [
    { type: "text", id, prompt: "" },
    { type: "text", id, prompt: "x".repeat(1025) },
    { id, prompt: " " },
    { type: "image", prompt: "aW1hZ2U=" },
    { type: 7, id, prompt: "a red chair" },
    { type: "x".repeat(65), id, prompt: "" },
  ];
  for (const task of bad) {
    assert.ok(!PullTask.schema.safeParse({ task }).success, JSON.stringify(task).slice(0, 80));
  }
});
