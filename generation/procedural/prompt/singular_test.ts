import assert from "node:assert/strict";
import { singular } from "./singular.ts";

for (
  const [plural, single] of [
    ["cats", "cat"],
    ["boxes", "box"],
    ["torches", "torch"],
    ["strawberries", "strawberry"],
    ["pies", "pie"],
    ["knives", "knife"],
    ["wolves", "wolf"],
    ["mice", "mouse"],
    ["tomatoes", "tomato"],
    ["axes", "axe"],
    ["glass", "glass"],
    ["cactus", "cactus"],
    ["bus", "bus"],
    ["cat", "cat"],
  ]
) {
  Deno.test(`singular("${plural}") is "${single}"`, () => assert.equal(singular(plural), single));
}
