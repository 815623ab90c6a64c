import assert from "node:assert/strict";
import { seededRandom } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import type { PromptBackend } from "./backend.ts";
import { Producer } from "./producer.ts";
import { Spool } from "./spool.ts";

const ignore = !granted("read", "write");

/** A backend that invents three prompts for animals and one for anything else. */
const lopsided: PromptBackend = {
  name: "lopsided",
  inventPrompts: ({ category, random }) =>
    Promise.resolve(
      Array.from({ length: category === "animals" ? 3 : 1 }, () => `${category} ${random()}`),
    ),
};

Deno.test("Producer keeps categories in balance when one yields more than others", {
  ignore,
}, async () => {
  using spool = new Spool(":memory:");
  const categories = ["animals", "robots", "jewelry"];
  const random = seededRandom(1);
  const producer = new Producer({ backend: lopsided, categories, spool, random, perCall: 3 });
  for (let call = 0; call < 70; call++) await producer.produce();
  const counts = [...spool.categoryCounts().values()];
  assert.equal(counts.length, 3);
  assert.ok(Math.max(...counts) - Math.min(...counts) <= 3, counts.join(", "));
});
