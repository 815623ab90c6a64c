/**
 * A fake OpenAI-compatible endpoint that replays recorded outputs, warts included.
 *
 * The recordings are written by hand in the manner of 7-billion-parameter models: preambles,
 * Markdown, JSON with trailing commas, answers cut at the token limit, thoughts said aloud,
 * other languages, several objects, scenery, repetition, closing remarks, an injection.
 * `CATEGORY.N.txt`; `.cut.txt` for those that end at the token limit.
 *
 * @module
 */
import { createService } from "@threegen/service";
import type { Hono } from "hono";

/** One recorded answer. */
export interface Recording {
  readonly category: string;
  readonly text: string;
  readonly isCut: boolean;
}

/** Reads every recording. */
export async function readRecordings(): Promise<readonly Recording[]> {
  const folder = new URL("./recordings/", import.meta.url);
  const recordings: Recording[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const [category] = name.split(".");
    recordings.push({
      category: category.replaceAll("_", " "),
      text: await Deno.readTextFile(new URL(name, folder)),
      isCut: name.endsWith(".cut.txt"),
    });
  }
  return recordings.sort((one, other) => one.category.localeCompare(other.category));
}

/** What the endpoint was asked. */
export interface SeenRequest {
  readonly model: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly instruction: string;
}

/** The endpoint and what it saw. */
export interface FakeOpenAi {
  readonly app: Hono;
  readonly seen: SeenRequest[];
  /** Status to answer with instead, by model; `*` for all. */
  readonly failures: Map<string, number>;
}

/** Serves recordings: each call about a category gets the next one of it, round and round. */
export function fakeOpenAi(recordings: readonly Recording[]): FakeOpenAi {
  const app = createService({ name: "fake-openai", version: "0.0.0" });
  const seen: SeenRequest[] = [];
  const failures = new Map<string, number>();
  const served = new Map<string, number>();
  app.post("/v1/chat/completions", async (context) => {
    const body = await context.req.json() as { model: string; messages: { content: string }[] };
    const instruction = body.messages.at(-1)?.content ?? "";
    seen.push({
      model: body.model,
      authorization: context.req.header("authorization"),
      body,
      instruction,
    });
    const status = failures.get(body.model) ?? failures.get("*");
    if (status !== undefined) return context.json({ error: { message: "no" } }, status as 404);
    const category = /category "([^"]+)"/.exec(instruction)?.[1] ?? "";
    const fitting = recordings.filter((recording) => recording.category === category);
    const turn = served.get(category) ?? 0;
    served.set(category, turn + 1);
    const recording = fitting[turn % fitting.length];
    return context.json({
      id: "chatcmpl-1",
      object: "chat.completion",
      choices: [{
        index: 0,
        message: { role: "assistant", content: recording?.text ?? "" },
        finish_reason: recording?.isCut ? "length" : "stop",
      }],
    });
  });
  return { app, seen, failures };
}
