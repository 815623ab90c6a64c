/**
 * Worker: loads a language model once and answers one instruction after another.
 *
 * @module
 */
/// <reference no-default-lib="true" />
/// <reference lib="deno.worker" />
import type { OnnxAnswer, OnnxRequest } from "./onnx_backend.ts";

/** Pinned; in a variable, so that nobody fetches its 300 MB without choosing this backend. */
const LIBRARY = "npm:@huggingface/transformers@4.3.1";

/** The part of transformers.js that is used here. */
interface Transformers {
  readonly env: {
    allowLocalModels: boolean;
    allowRemoteModels: boolean;
    localModelPath: string;
  };
  pipeline(
    task: "text-generation",
    model: string,
    options: { dtype: string },
  ): Promise<TextGeneration>;
}

interface TextGeneration {
  (
    messages: readonly { role: string; content: string }[],
    options: Record<string, unknown>,
  ): Promise<readonly { generated_text: readonly { role: string; content: string }[] }[]>;
  readonly tokenizer: { encode(text: string): readonly number[] };
}

let loaded: { readonly key: string; readonly generate: Promise<TextGeneration> } | undefined;

function load({ model, folder, precision }: OnnxRequest): Promise<TextGeneration> {
  const key = `${model} ${folder} ${precision}`;
  if (loaded?.key !== key) {
    const generate = (async () => {
      // A worker's location is a file URL; ONNX Runtime takes its "null" origin for a base URL.
      Object.defineProperty(globalThis, "location", { value: undefined, configurable: true });
      const library = await import(LIBRARY) as Transformers;
      if (folder !== undefined) {
        // Off by default in what looks like a browser's worker.
        library.env.allowLocalModels = true;
        library.env.allowRemoteModels = false;
        library.env.localModelPath = folder;
      }
      return library.pipeline("text-generation", model, { dtype: precision });
    })();
    // A failed load is tried again by the next call.
    generate.catch(() => loaded = undefined);
    loaded = { key, generate };
  }
  return loaded.generate;
}

async function answer(request: OnnxRequest): Promise<OnnxAnswer> {
  const { id, instruction, temperature, maxTokens } = request;
  try {
    const generate = await load(request);
    const [{ generated_text: messages }] = await generate(
      [{ role: "user", content: instruction }],
      { max_new_tokens: maxTokens, do_sample: true, temperature, top_p: 0.95 },
    );
    const text = messages.at(-1)?.content ?? "";
    const isCut = generate.tokenizer.encode(text).length >= maxTokens - 1;
    return { id, kind: "output", text, isCut };
  } catch (error) {
    return { id, kind: "failure", message: error instanceof Error ? error.message : String(error) };
  }
}

let queue: Promise<void> = Promise.resolve();
self.onmessage = ({ data: request }: MessageEvent<OnnxRequest>) => {
  queue = queue.then(async () => self.postMessage(await answer(request)));
};
