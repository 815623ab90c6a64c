/**
 * Makes the backend that the operator chose.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import type { PromptBackend } from "./backend.ts";
import { FallbackBackend } from "./backends/fallback_backend.ts";
import { MODEL_PRESETS, ModelRotation } from "./backends/model_rotation.ts";
import { OnnxBackend } from "./backends/onnx_backend.ts";
import { OpenAiBackend } from "./backends/openai_backend.ts";
import { GrammarBackend } from "./grammar/grammar_backend.ts";
import { checkInstruction } from "./instruction.ts";

/** What the operator chose. */
export interface BackendChoice {
  readonly backend: "grammar" | "openai" | "onnx";
  /** Steps in while the other one is away. */
  readonly fallback: "grammar" | "none";
  readonly instruction: string;
  readonly temperature: readonly [number, number];
  readonly maxTokens: number;
  readonly openai: {
    readonly endpoint: string;
    readonly apiKey: string;
    /** A preset's name, or model names. */
    readonly models: readonly string[];
    readonly everyCalls: number;
    readonly everyMs: number;
    readonly asksJson: boolean;
    readonly timeoutMs: number;
  };
  readonly onnx: {
    readonly model: string;
    readonly folder: string;
    readonly precision: string;
  };
}

/** Makes a backend. @throws {ConfigError} When the choice does not fit together. */
export function openBackend(choice: BackendChoice, clock: Clock): PromptBackend {
  const { backend, fallback, instruction, temperature, maxTokens, openai, onnx } = choice;
  if (backend === "grammar") return new GrammarBackend();
  checkInstruction(instruction);
  if (temperature[0] > temperature[1]) {
    throw new ConfigError(
      `Cannot use --temperature ${temperature.join(" ")}: the lower bound comes first`,
    );
  }
  const shared = { instruction, temperature, maxTokens };
  const first = backend === "openai"
    ? new OpenAiBackend({
      ...shared,
      endpoint: openai.endpoint,
      apiKey: openai.apiKey || undefined,
      rotation: new ModelRotation({
        models: openai.models.flatMap((name) => MODEL_PRESETS[name] ?? [name]),
        everyCalls: openai.everyCalls,
        everyMs: openai.everyMs,
        clock,
      }),
      asksJson: openai.asksJson,
      timeoutMs: openai.timeoutMs,
    })
    : new OnnxBackend({
      ...shared,
      model: onnx.model,
      folder: onnx.folder || undefined,
      precision: onnx.precision,
    });
  return fallback === "none" ? first : new FallbackBackend(first, new GrammarBackend(), clock);
}
