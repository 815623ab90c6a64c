import assert from "node:assert/strict";
import type { ApiEvent } from "./contract.ts";
import { EventLog, type NumberedEvent } from "./event_log.ts";

function eventOf(block: number): ApiEvent {
  return { type: "weights", weights: { block, setAt: 0, entries: [] } };
}

async function take(log: EventLog, from: number, count: number): Promise<NumberedEvent[]> {
  const stop = new AbortController();
  const taken: NumberedEvent[] = [];
  for await (const event of log.read(from, stop.signal)) {
    taken.push(event);
    if (taken.length === count) break;
  }
  stop.abort();
  return taken;
}

const blocksOf = (events: readonly NumberedEvent[]) =>
  events.map(({ event }) => event.type === "weights" ? event.weights.block : NaN);

Deno.test("EventLog.read() waits for events and hands out each once, in order", async () => {
  const log = new EventLog(1);
  const reading = take(log, log.position(undefined), 3);
  for (const block of [1, 2, 3]) {
    log.append(eventOf(block));
    await Promise.resolve();
  }
  assert.deepEqual(blocksOf(await reading), [1, 2, 3]);
});

Deno.test("EventLog goes on after the event that a reader saw last", async () => {
  const log = new EventLog(1);
  for (const block of [1, 2, 3]) log.append(eventOf(block));
  const [first] = await take(log, 0, 1);
  assert.deepEqual(blocksOf(await take(log, log.position(first.id), 2)), [2, 3]);
  assert.equal(log.position(undefined), 3);
});

Deno.test("EventLog starts anew for an id of another run or one that makes no sense", () => {
  const log = new EventLog(1);
  log.append(eventOf(1));
  assert.equal(log.position(`${new EventLog(2)}-0`), 0);
  assert.equal(log.position("zz-0"), 0);
  assert.equal(log.position("1-nonsense"), 0);
  assert.equal(log.position("1-99"), 0);
});

Deno.test("EventLog drops the oldest beyond its capacity; a slow reader goes on with what is left", async () => {
  const log = new EventLog(1, 3);
  for (let block = 0; block < 10; block++) log.append(eventOf(block));
  assert.deepEqual(blocksOf(await take(log, 0, 3)), [7, 8, 9]);
});

Deno.test("EventLog.read() ends when its signal aborts", async () => {
  const stop = new AbortController();
  const reading = new EventLog(1).read(0, stop.signal).next();
  stop.abort();
  assert.equal((await reading).done, true);
});
