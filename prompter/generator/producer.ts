/**
 * Producer: asks a backend for prompts, category by category, and spools what is good and new.
 *
 * @module
 */
import type { Random } from "@threegen/service";
import type { PromptBackend } from "./backend.ts";
import { SCENE_WORDS } from "./filter/block_scenes.ts";
import { filterPrompt } from "./filter/filter_prompt.ts";
import type { FilterContext } from "./filter/filter_step.ts";
import type { PromptMemory } from "./prompt_memory.ts";
import type { Spool } from "./spool.ts";

/** What a producer works with. */
export interface ProducerOptions {
  readonly backend: PromptBackend;
  /** What to make prompts for; each gets the same number in the long run. */
  readonly categories: readonly string[];
  readonly spool: Spool;
  readonly memory: PromptMemory;
  readonly random: Random;
  /** Prompts asked for in one call. */
  readonly perCall: number;
  /** Words that name places. @default {SCENE_WORDS} */
  readonly blockedWords?: readonly string[] | undefined;
  /** @default {"en"} */
  readonly language?: FilterContext["language"] | undefined;
  /** Told about each call. */
  readonly onCall?: ((call: ProducedCall) => void) | undefined;
}

/** What became of one call of the backend. */
export interface ProducedCall {
  readonly category: string;
  readonly backend: string;
  /** Texts that the backend returned. */
  readonly invented: number;
  /** Those that were good and new. */
  readonly kept: readonly string[];
  /** The others, by the filter's step that dropped them, or `same` and `near`. */
  readonly dropped: Readonly<Record<string, number>>;
}

/** Makes prompts, the neediest category first. */
export class Producer {
  readonly #options: ProducerOptions;
  readonly #blocked: ReadonlySet<string>;

  constructor(options: ProducerOptions) {
    if (options.categories.length === 0) {
      throw new RangeError("Cannot make prompts: no categories");
    }
    this.#options = options;
    this.#blocked = new Set(options.blockedWords ?? SCENE_WORDS);
  }

  /** Categories in use. */
  get categories(): readonly string[] {
    return this.#options.categories;
  }

  /**
   * Makes one call's worth of prompts.
   *
   * @param wish Category instead of the one that has had the fewest; count instead of a whole call.
   */
  async produce(
    wish: { readonly category?: string | undefined; readonly count?: number } = {},
    signal?: AbortSignal,
  ): Promise<ProducedCall> {
    const { backend, spool, memory, random, perCall, language = "en", onCall } = this.#options;
    const category = wish.category ?? this.#neediestCategory();
    const count = Math.min(perCall, wish.count ?? perCall);
    const invented = await backend.inventPrompts({ category, count, random, signal });
    // Taken after the call: a fallback may have stepped in.
    const { name } = backend;

    const dropped: Record<string, number> = {};
    const drop = (reason: string) => dropped[reason] = (dropped[reason] ?? 0) + 1;
    const good: string[] = [];
    const context: FilterContext = { category, blocked: this.#blocked, language };
    for (const raw of invented) {
      const outcome = filterPrompt(raw, context);
      if (outcome.kind === "kept") good.push(outcome.text);
      else drop(outcome.step);
    }
    const novelties = memory.learn(good);
    const kept = good.filter((_, index) => novelties[index] === "new");
    for (const novelty of novelties) if (novelty !== "new") drop(novelty);
    spool.add(category, kept);

    const call = { category, backend: name, invented: invented.length, kept, dropped };
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
