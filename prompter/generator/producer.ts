/**
 * Producer: asks a backend for prompts, category by category, and spools what is good.
 *
 * @module
 */
import type { Random } from "@threegen/service";
import type { PromptBackend } from "./backend.ts";
import type { Spool } from "./spool.ts";

/** What a producer works with. */
export interface ProducerOptions {
  readonly backend: PromptBackend;
  /** What to make prompts for; each gets the same number in the long run. */
  readonly categories: readonly string[];
  readonly spool: Spool;
  readonly random: Random;
  /** Prompts asked for in one call. */
  readonly perCall: number;
  /** Told about each call. */
  readonly onCall?: (call: ProducedCall) => void;
}

/** What became of one call of the backend. */
export interface ProducedCall {
  readonly category: string;
  readonly backend: string;
  /** Texts that the backend returned. */
  readonly invented: number;
  /** Those that were good and new. */
  readonly kept: readonly string[];
}

/** Makes prompts, the neediest category first. */
export class Producer {
  readonly #options: ProducerOptions;

  constructor(options: ProducerOptions) {
    if (options.categories.length === 0) {
      throw new RangeError("Cannot make prompts: no categories");
    }
    this.#options = options;
  }

  /** Makes one call's worth of prompts for the category that has had the fewest. */
  async produce(signal?: AbortSignal): Promise<ProducedCall> {
    const { backend, spool, random, perCall, onCall } = this.#options;
    const category = this.#neediestCategory();
    const invented = await backend.inventPrompts({ category, count: perCall, random, signal });
    const kept = [...new Set(invented)];
    spool.add(category, kept);
    const call = { category, backend: backend.name, invented: invented.length, kept };
    onCall?.(call);
    return call;
  }

  #neediestCategory(): string {
    const counts = this.#options.spool.categoryCounts();
    let neediest = this.#options.categories[0];
    for (const category of this.#options.categories) {
      if ((counts.get(category) ?? 0) < (counts.get(neediest) ?? 0)) neediest = category;
    }
    return neediest;
  }
}
