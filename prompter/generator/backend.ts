/**
 * The door behind which prompts are invented.
 *
 * @module
 */
import type { Random } from "@threegen/service";

/** One call of a backend. */
export interface PromptRequest {
  /** What the objects are: a member of the category list. */
  readonly category: string;
  /** How many prompts are wanted; a backend may return fewer. */
  readonly count: number;
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
}

/** Something that invents prompts. What it returns is raw: filtering comes after. */
export interface PromptBackend {
  /** Which backend, and which model when it has several: shown in log and metrics. */
  readonly name: string;
  /**
   * Invents prompts of one category.
   *
   * @throws {UnavailableError} When the backend is away; the same call may succeed later.
   */
  inventPrompts(request: PromptRequest): Promise<readonly string[]>;
}
