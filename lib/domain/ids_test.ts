import assert from "node:assert/strict";
import { Hotkey, newTaskId, TaskId } from "./ids.ts";
import { TextTask } from "./task.ts";

Deno.test("Hotkey accepts an SS58 address of format 42 and nothing else", () => {
  assert.ok(Hotkey.safeParse("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY").success);
  for (
    const wrong of ["", "5Grw", "1GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "5".repeat(49)]
  ) {
    assert.equal(Hotkey.safeParse(wrong).success, false, wrong);
  }
});

Deno.test("newTaskId() gives identities that TaskId accepts and that differ", () => {
  const ids = new Set(Array.from({ length: 100 }, newTaskId));
  assert.equal(ids.size, 100);
  for (const id of ids) assert.ok(TaskId.safeParse(id).success);
});

Deno.test("TextTask reads a task without a type, and refuses a blank or overlong prompt", () => {
  const id = newTaskId();
  assert.deepEqual(TextTask.parse({ id, prompt: "a red chair" }), {
    type: "text",
    id,
    prompt: "a red chair",
  });
  assert.equal(TextTask.safeParse({ id, prompt: "  " }).success, false);
  assert.equal(TextTask.safeParse({ id, prompt: "x".repeat(1025) }).success, false);
  assert.equal(TextTask.safeParse({ type: "image", id, prompt: "x" }).success, false);
});
