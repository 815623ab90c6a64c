/**
 * Reward: what a miner's weight is proportional to.
 *
 * reward = accepted results in the window × their mean fidelity. The mean is taken over what was
 * observed and nothing else, so a newcomer's few results are neither flattered nor held back, and
 * only a steady stream of good results earns much.
 *
 * @module
 */
import type { Observation } from "../miners/observation_window.ts";

/** Returns the reward of the results that count now, 0 or more. */
export function rewardOf(observations: readonly Observation[]): number {
  return observations.length * meanFidelity(observations);
}

/** Returns the mean fidelity, 0 to 1; 0 when there are no results. */
export function meanFidelity(observations: readonly Observation[]): number {
  if (observations.length === 0) return 0;
  return observations.reduce((sum, { fidelity }) => sum + fidelity, 0) / observations.length;
}

/** Returns the fidelity of an accepted score. Source: the original since release 31, min(1, score). */
export function fidelityOf(score: number): number {
  return Math.max(0, Math.min(1, score));
}
