/**
 * Moving average of a miner's scores: recent results count more, the first ones are not biased.
 *
 * The original starts at 1.0, so that a miner's first 20 results look better than they are. Here
 * the average starts from nothing and is divided by the weight it has gathered so far (the bias
 * correction of Adam): after one result it is that result.
 *
 * @module
 */

/** State of the average; plain, so that it can be stored. */
export interface MovingAverage {
  /** Weighted sum of the scores so far. */
  readonly sum: number;
  /** Sum of the weights so far; 0 before the first score, 1 in the limit. */
  readonly weight: number;
}

/** The average before the first score. */
export const NO_AVERAGE: MovingAverage = { sum: 0, weight: 0 };

/** Returns the average after one more score. @param alpha Weight of the new score, 0 to 1. */
export function addScore(average: MovingAverage, score: number, alpha: number): MovingAverage {
  return {
    sum: average.sum * (1 - alpha) + score * alpha,
    weight: average.weight * (1 - alpha) + alpha,
  };
}

/** Returns the average, 0 to 1; 0 before the first score. */
export function averageOf(average: MovingAverage): number {
  return average.weight === 0 ? 0 : average.sum / average.weight;
}
