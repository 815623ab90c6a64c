import assert from "node:assert/strict";
import { seededRandom } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import type { PromptBackend } from "./backend.ts";
import { Producer } from "./producer.ts";
import { PromptMemory } from "./prompt_memory.ts";
import { Spool } from "./spool.ts";

const ignore = !granted("read", "write");

/** A backend that invents three prompts for animals and one for anything else. */
const lopsided: PromptBackend = {
  name: "lopsided",
  inventPrompts: ({ category, random }) =>
    Promise.resolve(
      Array.from(
        { length: category === "animals" ? 3 : 1 },
        () => `${nameOf(random())} ${nameOf(random())}`,
      ),
    ),
};

/** A made-up word of seven letters. */
function nameOf(value: number): string {
  const letters = "bcdfghjklmnpqrst";
  return Array.from(
    { length: 7 },
    (_, place) => letters[Math.floor(value * 16 ** (place + 1)) % 16],
  )
    .join("");
}

Deno.test("Producer keeps categories in balance when one yields more than others", {
  ignore,
}, async () => {
  using spool = new Spool(":memory:");
  using memory = new PromptMemory(":memory:");
  const categories = ["animals", "robots", "jewelry"];
  const random = seededRandom(1);
  const producer = new Producer({
    backend: lopsided,
    categories,
    spool,
    memory,
    random,
    perCall: 3,
  });
  for (let call = 0; call < 70; call++) await producer.produce();
  const counts = [...spool.categoryCounts().values()];
  assert.equal(counts.length, 3);
  assert.ok(Math.min(...counts) >= 30, counts.join(", "));
  assert.ok(Math.max(...counts) - Math.min(...counts) <= 3, counts.join(", "));
});

Deno.test("Producer spools what is good and new, and says why the rest is not", {
  ignore,
}, async () => {
  using spool = new Spool(":memory:");
  using memory = new PromptMemory(":memory:");
  const texts = [
    "1. A red cat",
    "red cat.",
    "Sure, here they are:",
    "cat",
    "two cats",
    "a grey owl",
  ];
  const producer = new Producer({
    backend: { name: "fixed", inventPrompts: () => Promise.resolve(texts) },
    categories: ["animals"],
    spool,
    memory,
    random: seededRandom(1),
    perCall: 30,
  });
  const { kept, dropped, invented } = await producer.produce();
  assert.equal(invented, 6);
  assert.deepEqual(kept, ["a red cat", "a grey owl"]);
  assert.deepEqual(dropped, { chatter: 1, length: 1, "several-objects": 1, same: 1 });
  assert.deepEqual(spool.peek(9).map(({ text, category }) => [text, category]), [
    ["a red cat", "animals"],
    ["a grey owl", "animals"],
  ]);
  assert.deepEqual((await producer.produce()).dropped.same, 3);
});
