/**
 * A backend behind any OpenAI-compatible endpoint: vLLM, TGI, llama.cpp, Ollama, Groq …
 *
 * @module
 */
import { RequestError, UnavailableError } from "@threegen/domain";
import { callService, type Fetch, getLogger, type Random } from "@threegen/service";
import { z } from "zod";
import type { PromptBackend, PromptRequest } from "../backend.ts";
import { fillInstruction, tokenBudget } from "../instruction.ts";
import { parsePrompts } from "../parse_prompts.ts";
import type { ModelRotation } from "./model_rotation.ts";

/** How the endpoint is asked. */
export interface OpenAiBackendOptions {
  /** Base URL with its version: `http://127.0.0.1:8000/v1`. */
  readonly endpoint: string;
  readonly apiKey?: string | undefined;
  readonly rotation: ModelRotation;
  /** Template, checked. */
  readonly instruction: string;
  /** Bounds of the temperature, drawn per call. Source: the original, 0.35 to 0.55. */
  readonly temperature: readonly [number, number];
  /** Most tokens of one answer; the count asked for decides below that. */
  readonly maxTokens: number;
  /** Asks for a JSON list by schema, where the endpoint can. */
  readonly asksJson: boolean;
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly fetch?: Fetch | undefined;
}

/** Source: the original's system message. */
const SYSTEM = "You are a helpful assistant that follows the instruction precisely.";

/** Source of top_p and the two penalties: the original's generator_config.yml. */
const SAMPLING = { top_p: 0.95, presence_penalty: 0.3, frequency_penalty: 0.3 };

const JSON_FORMAT = {
  type: "json_schema",
  json_schema: {
    name: "prompts",
    strict: true,
    schema: {
      type: "object",
      properties: { prompts: { type: "array", items: { type: "string" } } },
      required: ["prompts"],
      additionalProperties: false,
    },
  },
};

const Completion = z.object({
  choices: z.array(z.object({
    message: z.object({ content: z.string().nullish() }),
    finish_reason: z.string().nullish(),
  })).min(1),
});

/** {@linkcode PromptBackend} that asks chat completions of one model after another. */
export class OpenAiBackend implements PromptBackend {
  readonly #options: OpenAiBackendOptions;

  constructor(options: OpenAiBackendOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.rotation.current;
  }

  async inventPrompts(request: PromptRequest): Promise<readonly string[]> {
    const { rotation } = this.#options;
    for (let tried = 1;; tried++) {
      const model = rotation.next();
      try {
        return await this.#ask(model, request);
      } catch (error) {
        const isMissing = error instanceof RequestError && error.status === 404;
        if (!isMissing) throw error;
        getLogger(["threegen", "prompt-generator", "openai_backend"]).warn(
          "{model} is not served here: {message}",
          { model, message: error.message },
        );
        rotation.skip();
        if (tried >= rotation.size) {
          throw new UnavailableError(
            "generator/no-model",
            `Cannot invent prompts: ${this.#options.endpoint} serves none of the models; ` +
              "name those it serves with --openai.models",
            { cause: error, retryAfterMs: 30_000 },
          );
        }
      }
    }
  }

  #ask(model: string, { category, count, random, signal }: PromptRequest) {
    const { endpoint, apiKey, instruction, temperature, maxTokens, asksJson } = this.#options;
    const { timeoutMs, fetch } = this.#options;
    const [lowest, highest] = temperature;
    const body = {
      model,
      messages: [
        { role: "system", content: SYSTEM },
        { role: "user", content: fillInstruction(instruction, { category, count }) },
      ],
      temperature: Number((lowest + random() * (highest - lowest)).toFixed(3)),
      max_tokens: Math.min(maxTokens, tokenBudget(count)),
      seed: drawSeed(random),
      ...SAMPLING,
      ...(asksJson ? { response_format: JSON_FORMAT } : {}),
    };
    return callService(
      `${endpoint}/chat/completions`,
      {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
        },
        body: JSON.stringify(body),
      },
      { what: `invent prompts with ${model}`, timeoutMs, signal, fetch },
      async (response) => {
        const parsed = Completion.safeParse(await response.json());
        if (!parsed.success) {
          throw new UnavailableError(
            "generator/bad-answer",
            `Cannot invent prompts: ${endpoint} answered something else than a chat completion`,
            { cause: parsed.error },
          );
        }
        const [{ message, finish_reason: reason }] = parsed.data.choices;
        return parsePrompts({ text: message.content ?? "", isCut: reason === "length" });
      },
    );
  }
}

/** A seed per call, as many servers repeat themselves without one. */
function drawSeed(random: Random): number {
  return Math.floor(random() * 2 ** 31);
}
