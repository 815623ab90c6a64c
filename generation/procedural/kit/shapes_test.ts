import assert from "node:assert/strict";
import { blob, bone, lump } from "./blob.ts";
import { circle, extrude, star } from "./extrude.ts";
import type { Shape } from "./shape.ts";
import { ball, box, cylinder, lathe, torus } from "./solids.ts";
import { limb, tube } from "./tube.ts";
import { cross, dot, identity, length, subtract, toMatrix, unit, type Vec3 } from "./vec.ts";

const SPACING = 0.05;

function cellsOf(shape: Shape, matrix = identity()): { at: Vec3; product: Vec3 }[] {
  const cells: { at: Vec3; product: Vec3 }[] = [];
  shape.sample(matrix, SPACING, ({ at, a, b }) => cells.push({ at, product: cross(a, b) }));
  return cells;
}

function sampledArea(shape: Shape): number {
  return cellsOf(shape).reduce((sum, { product }) => sum + length(product), 0);
}

for (
  const [name, shape, area] of [
    ["ball", ball(1), 4 * Math.PI],
    ["box", box(1, 2, 3, 0.001), 22],
    ["cylinder", cylinder(1, 2), 6 * Math.PI],
    ["torus", torus(1, 0.4), 4 * Math.PI ** 2 * 0.2],
    ["capsule", limb([0, 0, 0], [0, 2, 0], 0.5), 2 * Math.PI + Math.PI],
    ["extruded circle", extrude(circle(1, 80), 0.5), 2 * Math.PI + Math.PI],
    ["blob of one ball", blob([lump([0, 0, 0], 1)], 0.1), 4 * Math.PI],
  ] as const
) {
  Deno.test(`the cells of a ${name} cover its area within 20 percent`, () => {
    const covered = sampledArea(shape);
    assert.ok(Math.abs(covered / area - 1) < 0.2, `${covered} of ${area}`);
    assert.ok(Math.abs(shape.area(identity()) / area - 1) < 0.35);
  });
}

for (
  const [name, shape] of [
    ["ball", ball(1, 0.6, 0.8)],
    ["box", box(1, 1.4, 0.8, 0.2)],
    ["cone", cylinder(1, 1.6, 0.3)],
    ["prism", cylinder(1, 1.2, 1, 6)],
    ["lathe", lathe([[0, -1], [0.6, -0.8], [0.9, 0], [0.3, 0.9], [0, 1]], { smooth: true })],
    ["capsule", limb([0, -0.5, 0], [0, 0.5, 0.2], 0.4, 0.3)],
    ["extruded star", extrude(star(5, 1, 0.6), 0.6)],
    ["blob", blob([lump([0, 0, 0], 0.7), bone([0, 0, 0], [0, 0.8, 0], 0.4, 0.3)], 0.2)],
  ] as const
) {
  Deno.test(`the cells of a ${name} face outwards`, () => {
    const cells = cellsOf(shape);
    // The shapes are star-shaped around the origin, so outwards is away from it.
    const inwards = cells.filter(({ at, product }) => dot(at, product) < -1e-6);
    assert.ok(cells.length > 100);
    assert.ok(inwards.length < cells.length * 0.01, `${inwards.length} of ${cells.length}`);
  });
}

Deno.test("the cells of a placed shape have the wanted size, whatever the scale", () => {
  for (const scale of [0.5, 1, 3]) {
    const cells = cellsOf(ball(0.5), toMatrix({ scale, turn: [20, 40, 60], at: [1, 2, 3] }));
    const size = cells.reduce((sum, { product }) => sum + Math.sqrt(length(product)), 0) /
      cells.length;
    assert.ok(Math.abs(size / SPACING - 1) < 0.15, `${size} at scale ${scale}`);
  }
});

Deno.test("tube() follows its points and closes its ends", () => {
  const cells = cellsOf(tube([[0, 0, 0], [1, 1, 0], [2, 0, 0]], 0.2));
  const heights = cells.map(({ at }) => at[1]);
  assert.ok(Math.max(...heights) > 1 && Math.max(...heights) < 1.3);
  const lefts = cells.map(({ at }) => at[0]);
  assert.ok(Math.min(...lefts) < -0.1);
});

Deno.test("extrude() leaves holes open", () => {
  const plain = sampledArea(extrude(circle(1, 60), 0.1));
  const holed = sampledArea(extrude(circle(1, 60), 0.1, { holes: [circle(0.5, 60)] }));
  assert.ok(holed < plain);
  const middle = cellsOf(extrude(circle(1, 60), 0.1, { holes: [circle(0.5, 60)] }))
    .filter(({ at }) => Math.hypot(at[0], at[1]) < 0.4);
  assert.equal(middle.length, 0);
});

Deno.test("blob() leaves nothing of a bone that is buried in another", () => {
  const cells = cellsOf(blob([lump([0, 0, 0], 1), lump([0.1, 0, 0], 0.3)], 0.1));
  const buried = cells.filter(({ at }) => length(subtract(at, [0.1, 0, 0])) < 0.6);
  assert.equal(buried.length, 0);
  assert.ok(length(unit([3, 4, 0])) - 1 < 1e-9);
});
