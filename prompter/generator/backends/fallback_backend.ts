/**
 * A backend that steps in while another is away.
 *
 * @module
 */
import { UnavailableError } from "@threegen/domain";
import { type Clock, getLogger } from "@threegen/service";
import type { PromptBackend, PromptRequest } from "../backend.ts";

/** How long the substitute goes on before the first choice is tried again, in milliseconds. */
const RETRY_MS = 30_000;

/** Asks the first choice; while that is unavailable, the substitute, marked in its name. */
export class FallbackBackend implements PromptBackend {
  readonly #first: PromptBackend;
  readonly #substitute: PromptBackend;
  readonly #clock: Clock;
  #retryAtMs = 0;
  #isAway = false;

  constructor(first: PromptBackend, substitute: PromptBackend, clock: Clock) {
    this.#first = first;
    this.#substitute = substitute;
    this.#clock = clock;
  }

  get name(): string {
    return this.#isAway ? `${this.#substitute.name} (fallback)` : this.#first.name;
  }

  async inventPrompts(request: PromptRequest): Promise<readonly string[]> {
    const logger = getLogger(["threegen", "prompt-generator", "fallback_backend"]);
    if (this.#isAway && this.#clock.now() < this.#retryAtMs) {
      return this.#substitute.inventPrompts(request);
    }
    try {
      const prompts = await this.#first.inventPrompts(request);
      if (this.#isAway) logger.info("{name} is back", { name: this.#first.name });
      this.#isAway = false;
      return prompts;
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      logger.warn("{message}; {substitute} steps in", {
        message: error.message,
        substitute: this.#substitute.name,
      });
      this.#isAway = true;
      this.#retryAtMs = this.#clock.now() + Math.max(RETRY_MS, error.retryAfterMs);
      return this.#substitute.inventPrompts(request);
    }
  }
}
