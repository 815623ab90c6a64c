/**
 * From a validator's own numbers to the weights that the chain stores.
 *
 * Rules of the Bittensor SDK's `process_weights_for_netuid` and its conversion for emission,
 * computed in double precision (the SDK uses single), so a u16 may differ by one. As with the SDK,
 * weights of which some are 10^7 times as large as others may come out a little above the cap.
 *
 * @module
 */
import type { Uid } from "@threegen/domain";

/** Weights by uid. Both lists have the same order. */
export interface WeightVector {
  /** Who is weighed. */
  readonly uids: readonly Uid[];
  /** How much, not negative. */
  readonly weights: readonly number[];
}

/** The subnet's rules that processing needs. */
export interface ProcessWeightsOptions {
  /** Neurons on the subnet. */
  readonly neuronCount: number;
  /** Fewest uids that a weight vector must name. */
  readonly minAllowedWeights: number;
  /** Largest single weight after normalisation, 0 to 65535; 65535 means no limit. */
  readonly maxWeightLimit: number;
  /** Share of the lowest weights to leave out, 0 to 65535. @default {0} */
  readonly excludeQuantile?: number;
}

const U16_MAX = 65535;
/** What everyone gets when too few uids have a weight. Source: the SDK, 1e-5. */
const FLOOR_WEIGHT = 1e-5;
/** Keeps the cap's division away from zero. Source: the SDK, 1e-7. */
const EPSILON = 1e-7;

/**
 * Makes a vector that the chain accepts: enough uids, none above the cap, sum 1. Uids that the
 * subnet does not have (any more) are left out: the chain would refuse the whole vector for one.
 *
 * @throws {RangeError} On a negative or non-finite weight, or lists of different lengths.
 */
export function processWeights(
  { uids, weights }: WeightVector,
  options: ProcessWeightsOptions,
): WeightVector {
  checkWeights(uids, weights);
  const { neuronCount, minAllowedWeights, maxWeightLimit, excludeQuantile = 0 } = options;
  const limit = maxWeightLimit / U16_MAX;
  const everyone = Array.from({ length: neuronCount }, (_, uid) => uid as Uid);
  const kept = uids.map((uid, at) => ({ uid, weight: weights[at] }))
    .filter(({ uid, weight }) => weight > 0 && uid < neuronCount);

  if (kept.length === 0 || neuronCount < minAllowedWeights) {
    return { uids: everyone, weights: everyone.map(() => 1 / neuronCount) };
  }
  if (kept.length < minAllowedWeights) {
    const filled = everyone.map(() => FLOOR_WEIGHT);
    for (const { uid, weight } of kept) filled[uid] += weight;
    return { uids: everyone, weights: capAndNormalize(filled, limit) };
  }
  const mostExcluded = (kept.length - minAllowedWeights) / kept.length;
  const share = Math.min(excludeQuantile / U16_MAX, mostExcluded);
  const lowest = quantile(kept.map(({ weight }) => weight), share);
  const chosen = kept.filter(({ weight }) => weight >= lowest);
  return {
    uids: chosen.map(({ uid }) => uid),
    weights: capAndNormalize(chosen.map(({ weight }) => weight), limit),
  };
}

/**
 * Converts weights to the chain's u16: the largest becomes 65535, halves round to even as in
 * Python, zeros are left out. All zero gives an empty vector: nothing should be sent.
 *
 * @throws {RangeError} On a negative or non-finite weight, or lists of different lengths.
 */
export function toChainWeights({ uids, weights }: WeightVector): WeightVector {
  checkWeights(uids, weights);
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (largest === 0) return { uids: [], weights: [] };
  const rows = uids.map((uid, at) => ({
    uid,
    weight: roundHalfToEven(weights[at] / largest * U16_MAX),
  })).filter(({ weight }) => weight !== 0);
  return { uids: rows.map(({ uid }) => uid), weights: rows.map(({ weight }) => weight) };
}

/** Scales positive weights to sum 1 so that none exceeds `limit`, moving what is cut to the others. */
function capAndNormalize(weights: readonly number[], limit: number): number[] {
  const count = weights.length;
  if (count * limit <= 1) return weights.map(() => 1 / count);
  const shares = normalized(weights);
  const sorted = shares.toSorted((a, b) => a - b);
  if (sorted[count - 1] <= limit) return shares;

  let running = 0;
  const cumulative = sorted.map((share) => running += share);
  let below = 0;
  for (let at = 0; at < count; at++) {
    const capped = (count - at - 1) * sorted[at];
    if (sorted[at] / (capped + cumulative[at] + EPSILON) < limit) below++;
  }
  // At least the least share is below: it gets less than 1/count of the whole, so than the limit.
  const cutoff = (limit * cumulative[below - 1] - EPSILON) / (1 - limit * (count - below));
  // Where the others have next to nothing the cutoff is negative, and all get the same.
  if (cutoff <= 0) return weights.map(() => 1 / count);
  return normalized(shares.map((share) => Math.min(share, cutoff)));
}

/** Scales to sum 1; by the largest first, so that sums neither overflow nor lose their digits. */
function normalized(weights: readonly number[]): number[] {
  const largest = Math.max(...weights);
  const scaled = weights.map((weight) => weight / largest);
  const sum = scaled.reduce((sum, weight) => sum + weight, 0);
  return scaled.map((weight) => weight / sum);
}

/** The `share` quantile by linear interpolation, as numpy computes it. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const low = Math.floor(position);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (position - low);
}

/** Python's `round`: halves go to the even neighbour. */
function roundHalfToEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
}

function checkWeights(uids: readonly Uid[], weights: readonly number[]): void {
  if (uids.length !== weights.length) {
    throw new RangeError(
      `Cannot use weights: ${uids.length} uids but ${weights.length} weights`,
    );
  }
  const wrong = weights.findIndex((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (wrong !== -1) {
    throw new RangeError(
      `Cannot use weights: uid ${uids[wrong]} has ${weights[wrong]}; expected a number from 0`,
    );
  }
}
