/**
 * Synthetic tasks: one miner, one prompt of the collector's.
 *
 * Prompts are drawn in random order without replacement, across restarts: one comes again only
 * after all others did. That makes a store of past answers worth less than drawing with
 * replacement, as the original does. Drawn in the order of their arrival, a seed of the prompt
 * generator repeats a whole run.
 *
 * @module
 */
import { getLogger, pickOne, type Random } from "@threegen/service";
import type { ValidatorStore } from "../store/validator_store.ts";
import { FALLBACK_PROMPTS } from "./fallback_prompts.ts";
import { isOver, newTask, type Task } from "./task.ts";
import type { TaskSource } from "./task_source.ts";

const logger = getLogger(["threegen", "validator", "synthetic"]);

/** In which order prompts become tasks: `arrival` is the collector's. */
export type PromptOrder = "random" | "arrival";

/** What synthetic tasks are made of. */
export interface SyntheticTasksOptions {
  readonly store: ValidatorStore;
  readonly random: Random;
  /** @default {"random"} */
  readonly order?: PromptOrder;
  /** Prompts to use until the collector has answered. @default {the few built-in ones} */
  readonly fallbackPrompts?: readonly string[];
}

/** Source of synthetic tasks. */
export class SyntheticTasks implements TaskSource {
  readonly #store: ValidatorStore;
  readonly #random: Random;
  readonly #place: () => number;
  readonly #fallback: readonly string[];
  #warned = false;

  constructor(options: SyntheticTasksOptions) {
    const { store, random, order = "random", fallbackPrompts = [] } = options;
    this.#store = store;
    this.#random = random;
    let last = store.lastPlace();
    this.#place = order === "arrival" ? () => ++last : random;
    this.#fallback = fallbackPrompts.length > 0 ? fallbackPrompts : FALLBACK_PROMPTS;
  }

  /** Number of the collector's prompts. */
  get promptCount(): number {
    return this.#store.promptCount();
  }

  /** Adds the collector's prompts. */
  refill(prompts: readonly string[]): void {
    this.#store.addPrompts(prompts.filter((prompt) => prompt.trim() !== ""), this.#place);
  }

  next(_hotkey: unknown, now: number): Task {
    const prompt = this.#store.takePrompt(this.#place) ?? this.#fallbackPrompt();
    return newTask("synthetic", prompt, now);
  }

  isFinished({ attempts }: Task): boolean {
    return attempts.length > 0 && attempts.every(isOver);
  }

  #fallbackPrompt(): string {
    if (!this.#warned) {
      this.#warned = true;
      logger.warn("No prompts from the collector yet: using {count} fallback prompts", {
        count: this.#fallback.length,
      });
    }
    return pickOne(this.#random, this.#fallback);
  }
}
