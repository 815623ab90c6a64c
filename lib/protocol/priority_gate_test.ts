import { UnavailableError } from "@threegen/domain";
import { settle } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { PriorityGate } from "./priority_gate.ts";

const never = new AbortController().signal;

Deno.test("PriorityGate lets so many in and then the most important, equals in order", async () => {
  const gate = new PriorityGate(1, 10);
  const leave = await gate.enter(0, never);
  const order: string[] = [];
  const visit = async (name: string, priority: number) => {
    const leave = await gate.enter(priority, never);
    order.push(name);
    leave();
  };
  const visits = [visit("low", 1), visit("high", 5), visit("low too", 1), visit("higher", 9)];
  await settle(1);
  assert.deepEqual(order, []);
  leave();
  leave();
  await Promise.all(visits);
  assert.deepEqual(order, ["higher", "high", "low", "low too"]);
  assert.equal(gate.running, 0);
});

Deno.test("PriorityGate refuses when too many wait, and frees the place of one who gave up", async () => {
  const gate = new PriorityGate(1, 1);
  const leave = await gate.enter(0, never);
  const stop = new AbortController();
  const waiting = gate.enter(0, stop.signal);
  await assert.rejects(gate.enter(0, never), UnavailableError);
  stop.abort(new Error("gave up"));
  await assert.rejects(waiting, /gave up/);
  const next = gate.enter(0, never);
  leave();
  (await next)();
  assert.equal(gate.running, 0);
});
