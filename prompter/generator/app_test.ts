import assert from "node:assert/strict";
import { FakeClock } from "@threegen/service/testing";
import { createGeneratorApp, type GeneratorAppOptions } from "./app.ts";
import { JobBook } from "./job_book.ts";

function testApp(options: Partial<GeneratorAppOptions> = {}) {
  const jobs = new JobBook(new FakeClock());
  const state = { endless: false };
  const app = createGeneratorApp({
    jobs,
    categories: ["animals", "robots"],
    status: () => ({
      backend: "grammar",
      endless: false,
      spooled: 3,
      remembered: 5,
      categories: { animals: 2 },
    }),
    startEndless: () => void (state.endless = true),
    isLocal: true,
    ...options,
  });
  const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { app, jobs, state, post };
}

Deno.test("POST /jobs answers 202, and the job can be followed and cancelled", async () => {
  const { app, jobs, post } = testApp();
  const response = await post("/jobs", { count: 50, category: "robots" });
  assert.equal(response.status, 202);
  const job = await response.json();
  assert.equal(response.headers.get("location"), `/jobs/${job.id}`);
  assert.deepEqual({ ...job, id: "", created_ms: 0 }, {
    id: "",
    status: "running",
    count: 50,
    category: "robots",
    made: 0,
    created_ms: 0,
  });
  jobs.advance(job.id, 20);
  const followed = await (await app.request(`/jobs/${job.id}`)).json();
  assert.equal(followed.made, 20);
  const cancelled = await (await app.request(`/jobs/${job.id}`, { method: "DELETE" })).json();
  assert.equal(cancelled.status, "cancelled");
  assert.equal(jobs.current(), undefined);
  assert.equal((await app.request("/jobs/none")).status, 404);
});

Deno.test("POST /jobs refuses a count or a category that does not fit", async () => {
  const { post } = testApp();
  assert.equal((await post("/jobs", { count: 0 })).status, 422);
  assert.equal((await post("/jobs", { count: 5, category: "chairs" })).status, 422);
});

Deno.test("POST /generate_prompts/ answers 202 at once and starts the endless work", async () => {
  const { app, state } = testApp();
  const body = new URLSearchParams({ save_locally_only: "false", prompt_generator_number: "1" });
  const response = await app.request("/generate_prompts/", { method: "POST", body });
  assert.equal(response.status, 202);
  assert.equal(state.endless, true);
});

Deno.test("starting work from afar needs the key", async () => {
  const closed = testApp({ isLocal: false });
  assert.equal((await closed.post("/jobs", { count: 5 })).status, 403);
  assert.equal((await closed.post("/generate_prompts/")).status, 403);
  const open = testApp({ isLocal: false, controlKey: "sesame" });
  assert.equal((await open.post("/jobs", { count: 5 })).status, 401);
  const wrong = { authorization: "Bearer sesam" };
  assert.equal((await open.post("/jobs", { count: 5 }, wrong)).status, 401);
  const right = { authorization: "Bearer sesame" };
  assert.equal((await open.post("/jobs", { count: 5 }, right)).status, 202);
});

Deno.test("GET /status shows spool, memory and balance", async () => {
  const { app } = testApp();
  const status = await (await app.request("/status")).json();
  assert.equal(status.spooled, 3);
  assert.deepEqual(status.categories, { animals: 2 });
});

Deno.test("JobBook ends a job that is done and gives up one that yields nothing", () => {
  const jobs = new JobBook(new FakeClock());
  const first = jobs.add({ count: 5 });
  const second = jobs.add({ count: 5 });
  assert.equal(jobs.current()?.id, first.id);
  jobs.advance(first.id, 3);
  jobs.advance(first.id, 4);
  assert.equal(jobs.get(first.id).status, "done");
  assert.equal(jobs.current()?.id, second.id);
  for (let call = 0; call < 20; call++) jobs.advance(second.id, 0);
  assert.equal(jobs.get(second.id).status, "exhausted");
  assert.equal(jobs.current(), undefined);
});
