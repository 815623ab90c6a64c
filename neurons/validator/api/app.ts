/**
 * The validator's public API: apps create tasks and fetch assets, people watch the subnet work.
 *
 * @module
 */
import { RequestError, TaskId } from "@threegen/domain";
import { type Clock, createService, readJson } from "@threegen/service";
import { decodeAsset, encodePly } from "@threegen/splats";
import type { Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Registry } from "prom-client";
import type { Task } from "../tasks/task.ts";
import type { TaskBook } from "../tasks/task_book.ts";
import type { OrganicTasks } from "../tasks/organic.ts";
import { CreateTaskRequest, type MinerView, type WeightsView } from "./contract.ts";
import type { EventLog } from "./event_log.ts";
import type { ApiKeys } from "./keys.ts";
import { toTaskView } from "./task_view.ts";

/** Longest `?wait=`, in seconds; proxies cut longer silences. */
const MAX_WAIT_SECONDS = 60;
/** Most tasks in one list. */
const MAX_LIMIT = 200;
/** Silence after which an event stream says that it lives, in milliseconds. */
const HEARTBEAT_MS = 15_000;
/** Most event streams at once. */
const MAX_STREAMS = 256;

/** What the API is made of. */
export interface ApiOptions {
  readonly version: string;
  /** Where metrics are counted. @default {a new registry} */
  readonly registry?: Registry;
  readonly clock: Clock;
  readonly keys: ApiKeys;
  readonly book: TaskBook;
  readonly organic: OrganicTasks;
  readonly events: EventLog;
  readonly miners: () => readonly MinerView[];
  readonly weights: () => WeightsView | undefined;
  /** Why the validator cannot do all of its work; `/health` then answers 503. */
  readonly readiness?: () => string | undefined;
  /** Ends waiting requests and event streams. */
  readonly signal: AbortSignal;
}

/** Returns the public API. */
export function createApi(options: ApiOptions): Hono {
  const { version, clock, keys, book, organic, events, miners, weights, readiness } = options;
  const app = createService({
    name: "validator-api",
    version,
    maxBodyBytes: 64 * 1024,
    ...(readiness ? { readiness } : {}),
    ...(options.registry ? { registry: options.registry } : {}),
  });
  const view = (task: Task) => toTaskView(task, book.hasAsset(task.id));

  app.post("/v1/tasks", async (context) => {
    keys.admit(context.req.header("x-api-key"));
    const { prompt } = await readJson(context.req.raw, CreateTaskRequest);
    const task = organic.add(prompt, clock.now());
    context.header("location", `/v1/tasks/${task.id}`);
    return context.json(view(task), 202);
  });

  app.get("/v1/tasks", (context) => {
    const limit = readNumber(context, "limit", 50, 1, MAX_LIMIT);
    return context.json(book.newest(Math.floor(limit)).map(view));
  });

  app.get("/v1/tasks/:id", async (context) => {
    const waitSeconds = readNumber(context, "wait", 0, 0, MAX_WAIT_SECONDS);
    const task = findTask(book, context);
    if (waitSeconds === 0 || task.finishedAt !== null) return context.json(view(task));
    const gone = AbortSignal.any([options.signal, context.req.raw.signal]);
    await waitFinished(book, task.id, clock, waitSeconds * 1000, gone);
    return context.json(view(book.get(task.id) ?? task));
  });

  app.get("/v1/tasks/:id/asset", (context) => {
    const format = context.req.query("format") ?? "spz";
    if (format !== "spz" && format !== "ply") {
      throw new RequestError("asset/format", `Cannot serve asset as ${format}: use spz or ply`);
    }
    const task = findTask(book, context);
    const kept = findAsset(book, task);
    const etag = `"${task.asset!.digest}-${format}"`;
    context.header("etag", etag);
    context.header("cache-control", "no-cache");
    if (context.req.header("if-none-match") === etag) return context.body(null, 304);
    const bytes = format === "spz" ? kept.spz : encodePly(decodeAsset(kept.spz));
    context.header("content-type", "application/octet-stream");
    // The subnet's SPZ is not the standard's; the name keeps the two apart, as in our tools.
    const ending = format === "spz" ? "404.spz" : format;
    context.header("content-disposition", `attachment; filename="${fileName(task)}.${ending}"`);
    return context.body(bytes as Uint8Array<ArrayBuffer>);
  });

  app.get("/v1/tasks/:id/preview.png", (context) => {
    const task = findTask(book, context);
    const { preview } = findAsset(book, task);
    if (!preview) {
      throw new RequestError("asset/no-preview", "Cannot serve preview: none was made", {
        status: 404,
      });
    }
    const etag = `"${task.asset!.digest}-png"`;
    context.header("etag", etag);
    context.header("cache-control", "no-cache");
    if (context.req.header("if-none-match") === etag) return context.body(null, 304);
    context.header("content-type", "image/png");
    return context.body(preview as Uint8Array<ArrayBuffer>);
  });

  app.get("/v1/miners", (context) => context.json(miners()));

  app.get("/v1/weights/latest", (context) => {
    const latest = weights();
    if (!latest) {
      throw new RequestError("weights/none", "Cannot show weights: none were set yet", {
        status: 404,
      });
    }
    return context.json(latest);
  });

  let streams = 0;
  app.get("/v1/events", (context) => {
    if (streams >= MAX_STREAMS) {
      throw new RequestError(
        "events/too-many",
        `Cannot stream events: ${streams} streams are open already`,
        { status: 429 },
      );
    }
    streams++;
    const from = events.position(context.req.header("last-event-id"));
    return streamSSE(context, async (stream) => {
      const ended = new AbortController();
      const signal = AbortSignal.any([options.signal, ended.signal]);
      stream.onAbort(() => ended.abort());
      try {
        await stream.write(": hello\n\n");
        const beats = beat(clock, signal, () => stream.write(": still here\n\n"));
        for await (const { id, event: { type, ...rest } } of events.read(from, signal)) {
          await stream.writeSSE({ id, event: type, data: JSON.stringify(rest) });
        }
        await beats;
      } finally {
        ended.abort();
        streams--;
      }
    });
  });

  return app;
}

async function beat(clock: Clock, signal: AbortSignal, write: () => Promise<unknown>) {
  while (!signal.aborted) {
    try {
      await clock.sleep(HEARTBEAT_MS, signal);
    } catch {
      return; // The stream ended.
    }
    await write();
  }
}

/** Waits until the task is finished, time is up, or the caller is gone. */
async function waitFinished(
  book: TaskBook,
  id: TaskId,
  clock: Clock,
  waitMs: number,
  gone: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const signal = AbortSignal.any([gone, over.signal]);
  try {
    await Promise.race([book.finished(id, signal), clock.sleep(waitMs, signal)]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    over.abort();
  }
}

function findTask(book: TaskBook, context: Context): Task {
  const id = TaskId.safeParse(context.req.param("id"));
  const task = id.success ? book.get(id.data) : undefined;
  if (!task) {
    throw new RequestError("task/unknown", "Cannot find task: unknown or forgotten", {
      status: 404,
    });
  }
  return task;
}

function findAsset(book: TaskBook, task: Task) {
  const kept = task.asset ? book.asset(task.id) : undefined;
  if (!kept) {
    const state = task.asset
      ? "it was dropped to make room for newer ones"
      : task.finishedAt === null
      ? "the task has no acceptable result yet"
      : "the task failed";
    throw new RequestError("asset/none", `Cannot serve asset: ${state}`, {
      status: task.asset ? 410 : 404,
    });
  }
  return kept;
}

function readNumber(
  context: Context,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const text = context.req.query(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (text.trim() === "" || !(value >= least)) {
    throw new RequestError(
      "request/invalid",
      `Cannot read ${name}=${text}: it must be a number from ${least} to ${most}`,
      { status: 422 },
    );
  }
  return Math.min(value, most);
}

/** A file name that every system takes: "a-pink-bicycle". */
function fileName({ prompt, id }: Task): string {
  const words = prompt.toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-");
  return words.replaceAll(/^-|-$/g, "").slice(0, 60) || id;
}
