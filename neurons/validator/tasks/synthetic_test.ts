import { seededRandom } from "@threegen/service";
import assert from "node:assert/strict";
import { ValidatorStore } from "../store/validator_store.ts";
import { SyntheticTasks } from "./synthetic.ts";

const PROMPTS = Array.from({ length: 30 }, (_, index) => `prompt ${index}`);

function draw(tasks: SyntheticTasks, count: number): string[] {
  return Array.from({ length: count }, () => tasks.next(undefined, 0).prompt);
}

Deno.test("SyntheticTasks draws in the order of arrival, however the prompts came in", () => {
  using store = new ValidatorStore(":memory:");
  const options = { store, random: seededRandom(1), order: "arrival" } as const;
  const tasks = new SyntheticTasks(options);
  tasks.refill(PROMPTS.slice(0, 4));
  const first = draw(tasks, 3);
  tasks.refill(PROMPTS.slice(4, 25));
  const second = draw(tasks, 10);
  // After a restart new prompts come after those that are left, used ones after all.
  const restarted = new SyntheticTasks(options);
  restarted.refill(PROMPTS.slice(25));
  assert.deepEqual([...first, ...second, ...draw(restarted, 17)], PROMPTS);
  assert.deepEqual(draw(restarted, 30), PROMPTS);
});

Deno.test("SyntheticTasks draws at random unless told otherwise", () => {
  using store = new ValidatorStore(":memory:");
  const tasks = new SyntheticTasks({ store, random: seededRandom(1) });
  tasks.refill(PROMPTS);
  const drawn = draw(tasks, 30);
  assert.notDeepEqual(drawn, PROMPTS);
  assert.deepEqual(drawn.toSorted(), PROMPTS.toSorted());
});
