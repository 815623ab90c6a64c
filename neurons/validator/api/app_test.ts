import { RequestError } from "@threegen/domain";
import { decodeAsset, decodePly } from "@threegen/splats";
import assert from "node:assert/strict";
import { DeskStage, TINY_ASSET } from "../testing/desk_stage.ts";
import { createApi } from "./app.ts";
import { ValidatorClient } from "./client.ts";
import { type MinerView, TaskView, type WeightsView } from "./contract.ts";
import { EventLog } from "./event_log.ts";
import { ApiKeys } from "./keys.ts";
import { toTaskView } from "./task_view.ts";

const KEY = "0123456789abcdef";
const PREVIEW = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

/** The API over a desk whose miners are the test's. */
class ApiStage extends DeskStage {
  readonly stop = new AbortController();
  readonly events = new EventLog(this.clock.now(), 5);
  weights: WeightsView | undefined;
  problem: string | undefined;
  readonly app = createApi({
    version: "1.2.3",
    clock: this.clock,
    keys: new ApiKeys([KEY], { requests: 3, periodMs: 60_000 }, this.clock),
    book: this.book,
    organic: this.organic,
    events: this.events,
    miners: (): MinerView[] => [],
    weights: () => this.weights,
    readiness: () => this.problem,
    signal: this.stop.signal,
  });
  readonly client = new ValidatorClient({
    endpoint: "http://validator",
    apiKey: KEY,
    fetch: async (url, init) => await this.app.request(url, init),
  });

  constructor() {
    super({ organic: { copies: 1 } });
    this.book.listen((task) =>
      this.events.append({ type: "task", task: toTaskView(task, this.book.hasAsset(task.id)) })
    );
    this.validation.scoring = () => ({ score: 0.9, preview: PREVIEW.toBase64(), gaussians: 3 });
  }

  /** An organic task that a miner has finished. */
  async finishedTask(): Promise<TaskView> {
    const { id } = await this.client.createTask("a Glass violin, très chic!");
    await this.submit("ann", this.pullTask("ann"));
    return await this.client.task(id);
  }
}

Deno.test("POST /v1/tasks answers 202 with the task and where to find it", async () => {
  using stage = new ApiStage();
  const response = await stage.app.request("/v1/tasks", {
    method: "POST",
    headers: { "x-api-key": KEY, "content-type": "application/json" },
    body: JSON.stringify({ prompt: " a pink bicycle " }),
  });
  assert.equal(response.status, 202);
  const task = TaskView.parse(await response.json());
  assert.equal(response.headers.get("location"), `/v1/tasks/${task.id}`);
  assert.deepEqual([task.prompt, task.kind, task.status], ["a pink bicycle", "organic", "queued"]);
  assert.equal(response.headers.get("access-control-allow-origin"), null);
});

Deno.test("POST /v1/tasks refuses a wrong key with 401, a blank prompt with 422, haste with 429", async () => {
  using stage = new ApiStage();
  const post = async (key: string, body: unknown) =>
    (await stage.app.request("/v1/tasks", {
      method: "POST",
      headers: { "x-api-key": key },
      body: JSON.stringify(body),
    })).status;
  assert.equal(await post("wrong", { prompt: "x" }), 401);
  assert.equal(await post(KEY, { prompt: "   " }), 422);
  assert.equal(await post(KEY, { prompt: "x" }), 202);
  assert.equal(await post(KEY, { prompt: "x" }), 202);
  assert.equal(await post(KEY, { prompt: "x" }), 429);
});

Deno.test("GET /v1/tasks lists the newest first, as many as asked", async () => {
  using stage = new ApiStage();
  for (const prompt of ["one", "two", "three"]) {
    await stage.client.createTask(prompt);
    await stage.clock.advance(1);
  }
  const prompts = (await stage.client.tasks({ limit: 2 })).map(({ prompt }) => prompt);
  assert.deepEqual(prompts, ["three", "two"]);
  assert.equal((await stage.client.tasks({ limit: 1.5 })).length, 1);
  assert.equal((await stage.app.request("/v1/tasks?limit=none")).status, 422);
});

Deno.test("GET /v1/tasks/:id follows a task through its states", async () => {
  using stage = new ApiStage();
  const { id } = await stage.client.createTask("a glass violin");
  const status = async () => (await stage.client.task(id)).status;
  assert.equal(await status(), "queued");
  const task = stage.pullTask("ann");
  assert.equal(await status(), "assigned");
  const scored = Promise.withResolvers<{ score: number }>();
  stage.validation.scoring = () => scored.promise;
  const submission = stage.submit("ann", task);
  assert.equal(await status(), "validating");
  scored.resolve({ score: 0.8 });
  await submission;
  const done = await stage.client.task(id);
  assert.deepEqual([done.status, done.score, done.attempts[0].accepted], ["done", 0.8, true]);
});

Deno.test("GET /v1/tasks/:id answers 404 for a task nobody knows", async () => {
  using stage = new ApiStage();
  await assert.rejects(
    stage.client.task("nobody-knows"),
    (error: unknown) => error instanceof RequestError && error.status === 404,
  );
});

Deno.test("GET /v1/tasks/:id?wait= answers as soon as the task is finished", async () => {
  using stage = new ApiStage();
  const { id } = await stage.client.createTask("a glass violin");
  const waiting = stage.client.finished(id);
  await stage.clock.advance(1000);
  await stage.submit("ann", stage.pullTask("ann"));
  assert.equal((await waiting).status, "done");
  assert.equal(stage.clock.sleeping, 0);
});

Deno.test("GET /v1/tasks/:id?wait= answers with the state it has when time is up", async () => {
  using stage = new ApiStage();
  const { id } = await stage.client.createTask("a glass violin");
  const waiting = stage.client.task(id, { waitSeconds: 20 });
  await stage.clock.advance(20_000);
  assert.equal((await waiting).status, "queued");
  assert.equal(stage.clock.sleeping, 0);
});

Deno.test("GET /v1/tasks/:id/asset serves both formats with the sizes the task names", async () => {
  using stage = new ApiStage();
  const task = await stage.finishedTask();
  assert.deepEqual(task.assets.map(({ format }) => format), ["spz", "ply"]);
  for (const { format, url, sizeBytes } of task.assets) {
    const response = await stage.app.request(url);
    const bytes = await response.bytes();
    assert.equal(bytes.length, sizeBytes);
    assert.equal(
      response.headers.get("content-disposition"),
      `attachment; filename="a-glass-violin-tres-chic.${format === "spz" ? "404.spz" : format}"`,
    );
    const etag = response.headers.get("etag")!;
    const again = await stage.app.request(url, { headers: { "if-none-match": etag } });
    assert.equal(again.status, 304);
  }
  assert.equal((await stage.client.asset(task.id)).toBase64(), TINY_ASSET);
  const ply = decodePly(await stage.client.asset(task.id, { format: "ply" }));
  assert.deepEqual(ply.positions, decodeAsset(Uint8Array.fromBase64(TINY_ASSET)).positions);
});

Deno.test("GET /v1/tasks/:id/asset says why there is none: not yet, failed, dropped", async () => {
  using stage = new ApiStage();
  const { id } = await stage.client.createTask("a glass violin");
  const answer = async (task: string) => {
    const response = await stage.app.request(`/v1/tasks/${task}/asset`);
    return [response.status, (await response.json()).detail];
  };
  assert.deepEqual(await answer(id), [
    404,
    "Cannot serve asset: the task has no acceptable result yet",
  ]);
  await stage.submit("ann", stage.pullTask("ann"), { results: "" });
  assert.deepEqual(await answer(id), [404, "Cannot serve asset: the task failed"]);

  await stage.clock.advance(300_000);
  const { id: done } = await stage.finishedTask();
  stage.store.deleteAsset(stage.book.get(stage.book.newest(1)[0].id)!.id);
  assert.equal((await answer(done))[0], 410);
  assert.equal((await stage.app.request(`/v1/tasks/${done}/asset?format=obj`)).status, 400);
});

Deno.test("GET /v1/tasks/:id/preview.png serves the validation endpoint's picture", async () => {
  using stage = new ApiStage();
  const { id, previewUrl } = await stage.finishedTask();
  assert.equal(previewUrl, `/v1/tasks/${id}/preview.png`);
  const response = await stage.app.request(previewUrl!);
  assert.equal(response.headers.get("content-type"), "image/png");
  assert.deepEqual(await response.bytes(), PREVIEW);
});

Deno.test("GET /v1/weights/latest answers 404 before the first weights, then what was set", async () => {
  using stage = new ApiStage();
  assert.equal((await stage.app.request("/v1/weights/latest")).status, 404);
  stage.weights = { block: 7, setAt: 1, entries: [{ uid: 1, weight: 65535, reward: 2.5 }] };
  assert.deepEqual(await stage.client.weights(), stage.weights);
  assert.deepEqual(await stage.client.miners(), []);
});

Deno.test("GET /health names what keeps the validator from its work", async () => {
  using stage = new ApiStage();
  assert.equal((await stage.app.request("/health")).status, 200);
  stage.problem = "Cannot set weights: development scorer";
  const response = await stage.app.request("/health");
  assert.equal(response.status, 503);
  assert.equal((await response.json()).reason, stage.problem);
});

Deno.test("GET /v1/events streams every change of a task and goes on after Last-Event-ID", async () => {
  using stage = new ApiStage();
  const live = await readEvents(stage, {}, async (read) => {
    const { id } = await stage.client.createTask("a glass violin");
    stage.pullTask("ann");
    return { id, events: [await read(), await read()] };
  });
  const [queued, assigned] = live.events;
  assert.deepEqual(
    live.events.map(({ event, data }) => [event, data.task.id, data.task.status]),
    [["task", live.id, "queued"], ["task", live.id, "assigned"]],
  );
  await stage.submit("ann", stage.book.get(stage.book.newest(1)[0].id)!);

  const missed = await readEvents(stage, { "last-event-id": queued.id }, async (read) => ({
    events: [await read(), await read(), await read()],
  }));
  assert.equal(missed.events[0].id, assigned.id);
  assert.deepEqual(
    missed.events.map(({ data }) => data.task.status),
    ["assigned", "validating", "done"],
  );
});

Deno.test("GET /v1/events says from time to time that it lives", async () => {
  using stage = new ApiStage();
  const response = await stage.app.request("/v1/events");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  assert.equal((await reader.read()).value, ": hello\n\n");
  await stage.clock.advance(15_000);
  assert.equal((await reader.read()).value, ": still here\n\n");
  await reader.cancel();
  await stage.clock.advance(0);
  assert.equal(stage.clock.sleeping, 0);
});

interface SentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly task: TaskView };
}

/** Opens the event stream, lets `use` read from it, and leaves. */
async function readEvents<T>(
  stage: ApiStage,
  headers: Record<string, string>,
  use: (read: () => Promise<SentEvent>) => Promise<T>,
): Promise<T> {
  const response = await stage.app.request("/v1/events", { headers });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const read = async (): Promise<SentEvent> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end < 0) {
        const { value, done } = await reader.read();
        if (done) throw new Error("the stream ended");
        text += value;
        continue;
      }
      const lines = text.slice(0, end).split("\n");
      text = text.slice(end + 2);
      if (lines[0].startsWith(":")) continue;
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))!.slice(name.length + 2);
      return { id: field("id"), event: field("event"), data: JSON.parse(field("data")) };
    }
  };
  try {
    return await use(read);
  } finally {
    await reader.cancel();
    await stage.clock.advance(0);
  }
}

Deno.test("POST /v1/tasks refuses control characters and broken letters with 422", async () => {
  using stage = new ApiStage();
  for (const prompt of ["a\u0000cat", "\ud83d", "a\ncat"]) {
    const response = await stage.app.request("/v1/tasks", {
      method: "POST",
      headers: { "x-api-key": KEY, "content-type": "application/json" },
      body: JSON.stringify({ prompt }),
    });
    assert.equal(response.status, 422, JSON.stringify(prompt));
    await response.body?.cancel();
  }
});
