/**
 * Observation window: the accepted results of one miner that still count.
 *
 * @module
 */

/** How long an accepted result counts, in milliseconds. Source: the original since release 31, 4 h. */
export const WINDOW_MS = 4 * 60 * 60 * 1000;

/** One accepted result. */
export interface Observation {
  /** When it was accepted, UNIX milliseconds. */
  readonly at: number;
  /** How good it was, 0 to 1. */
  readonly fidelity: number;
}

/** Accepted results of one miner, oldest first. */
export class ObservationWindow {
  #observations: Observation[];

  constructor(observations: readonly Observation[] = []) {
    this.#observations = [...observations].sort((a, b) => a.at - b.at);
  }

  /** Adds an accepted result. */
  add(observation: Observation): void {
    this.#observations.push(observation);
  }

  /** The results that count at a time, UNIX milliseconds; one that is exactly 4 h old does not. */
  at(now: number): readonly Observation[] {
    const first = this.#observations.findIndex(({ at }) => at > now - WINDOW_MS);
    this.#observations = first < 0 ? [] : this.#observations.slice(first);
    return this.#observations;
  }
}
