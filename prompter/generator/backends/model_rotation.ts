/**
 * Model rotation: several models take turns, so that prompts do not all sound the same.
 *
 * @module
 */
import type { Clock } from "@threegen/service";

/** Shipped rotations. Source: the original's README of May 2024, and of February 2025. */
export const MODEL_PRESETS: Readonly<Record<string, readonly string[]>> = {
  seed: ["llama3-8b-instruct", "gemma-1.1-7b-instruct"],
  latest: [
    "Qwen/Qwen2.5-7B-Instruct-1M",
    "microsoft/phi-4",
    "zai-org/glm-4-9b-chat-1m",
  ],
};

/** When the next model takes its turn. */
export interface RotationOptions {
  /** At least one. */
  readonly models: readonly string[];
  /** Calls after which the next model takes over. Source: the original, 500. */
  readonly everyCalls: number;
  /** Time after which it does, in milliseconds; 0 for never. */
  readonly everyMs: number;
  readonly clock: Clock;
}

/** Says which model answers the next call. */
export class ModelRotation {
  readonly #options: RotationOptions;
  #index = 0;
  #calls = 0;
  #sinceMs: number;

  constructor(options: RotationOptions) {
    if (options.models.length === 0) throw new RangeError("Cannot rotate models: there are none");
    this.#options = options;
    this.#sinceMs = options.clock.now();
  }

  /** The model whose turn it is. */
  get current(): string {
    return this.#options.models[this.#index];
  }

  /** How many models take turns. */
  get size(): number {
    return this.#options.models.length;
  }

  /** Counts a call and returns the model that answers it. */
  next(): string {
    const { everyCalls, everyMs, clock } = this.#options;
    const isOld = everyMs > 0 && clock.now() - this.#sinceMs >= everyMs;
    if (this.#calls >= everyCalls || isOld) this.skip();
    this.#calls++;
    return this.current;
  }

  /** Ends the current model's turn. */
  skip(): void {
    this.#index = (this.#index + 1) % this.#options.models.length;
    this.#calls = 0;
    this.#sinceMs = this.#options.clock.now();
  }
}
