/**
 * Yuma consensus: from the weights of validators to what miners and validators earn.
 *
 * Weights above what the stake-weighted majority agrees on are cut, so that a minority of stake
 * cannot pay its friends. Validators earn by bonds: a moving average of how early and how much
 * they backed the miners that earn now.
 *
 * Order and formulas of Subtensor's `epoch`, in double precision instead of its fixed point.
 *
 * @module
 */

/** Pairs of (uid, u16), sorted by nothing; absent means 0. */
export type SparseRow = readonly (readonly [uid: number, value: number])[];

/** One neuron as the epoch finds it. */
export interface YumaNeuron {
  /** Stake, any unit. */
  readonly stake: number;
  /** Permit from the epoch before. */
  readonly hasValidatorPermit: boolean;
  /** Block of its last weights. */
  readonly lastUpdateBlock: number;
  /** Block of its registration. */
  readonly registeredAtBlock: number;
  /** What it set, u16. */
  readonly weights: SparseRow;
  /** Bonds of the epoch before, u16. */
  readonly bonds: SparseRow;
}

/** The rules that the epoch needs. */
export interface YumaRules {
  readonly block: number;
  /** Blocks without new weights after which a validator no longer counts. */
  readonly activityCutoffBlocks: number;
  /** Share of stake that must agree on a weight, 0 to 1. */
  readonly kappa: number;
  /** Weight of the old bonds in their moving average, 0 to 1. */
  readonly bondsMovingAverage: number;
  readonly maxValidators: number;
  /** Stake below this counts as none; same unit as the stakes. */
  readonly stakeThreshold: number;
}

/** What the epoch decided for one neuron. */
export interface YumaResult {
  /** Share of what miners earn; sums to 1 over the subnet, or is 0 everywhere. */
  readonly incentive: number;
  /** Share of what validators earn; sums to 1 over the subnet, or is 0 everywhere. */
  readonly dividends: number;
  /** Weight that the majority of stake agrees on, 0 to 1. */
  readonly consensus: number;
  /** Share of all emission that it gets as a miner. */
  readonly minerShare: number;
  /** Share of all emission that it gets as a validator. */
  readonly validatorShare: number;
  /** Permit from now on. */
  readonly hasValidatorPermit: boolean;
  /** New bonds, u16, each column scaled to a largest of 65535; empty without a permit. */
  readonly bonds: SparseRow;
  /** Who is replaced first when the subnet is full: the lowest, u16. */
  readonly pruningScore: number;
}

const U16_MAX = 65535;

/** Runs one epoch. Results are in the order of the neurons. */
export function runYuma(neurons: readonly YumaNeuron[], rules: YumaRules): YumaResult[] {
  const count = neurons.length;
  const { block, activityCutoffBlocks, kappa, bondsMovingAverage, maxValidators } = rules;
  const stake = normalize(
    neurons.map((neuron) => neuron.stake < rules.stakeThreshold ? 0 : neuron.stake),
  );
  const permits = topStakes(stake, maxValidators);
  const activeStake = normalize(neurons.map((neuron, uid) => {
    const isInactive = neuron.lastUpdateBlock + activityCutoffBlocks < block;
    const isForbidden = maxValidators !== count && !neuron.hasValidatorPermit;
    return isInactive || isForbidden ? 0 : stake[uid];
  }));

  const weights = neurons.map((neuron, uid) => {
    const row = dense(neuron.weights, count);
    if (!neuron.hasValidatorPermit) return row.fill(0);
    row[uid] = 0;
    return normalize(row.map((weight, target) => isOutdated(neuron, neurons[target]) ? 0 : weight));
  });

  const consensus = range(count).map((column) =>
    weightedMedian(activeStake, weights.map((row) => row[column]), kappa)
  );
  const clipped = weights.map((row) => row.map((weight, at) => Math.min(weight, consensus[at])));
  const ranks = range(count).map((column) =>
    sum(clipped.map((row, uid) => row[column] * activeStake[uid]))
  );
  const incentive = normalize(ranks);

  const oldBonds = normalizeColumns(neurons.map((neuron) => {
    const row = dense(neuron.bonds, count);
    return row.map((bond, target) => isOutdated(neuron, neurons[target]) ? 0 : bond);
  }));
  const freshBonds = normalizeColumns(
    clipped.map((row, uid) => row.map((weight) => weight * activeStake[uid])),
  );
  const bonds = normalizeColumns(
    freshBonds.map((row, uid) =>
      row.map((fresh, at) =>
        (1 - bondsMovingAverage) * fresh + bondsMovingAverage * oldBonds[uid][at]
      )
    ),
  );
  const dividends = normalize(
    bonds.map((row) => sum(row.map((bond, column) => bond * incentive[column]))),
  );

  const both = sum(incentive) + sum(dividends);
  const hasActiveStake = sum(activeStake) > 0;
  const minerShares = incentive.map((value) => both === 0 ? 0 : value / both);
  // Without any weights validators are paid by stake.
  const validatorShares = both === 0
    ? (hasActiveStake ? activeStake : stake)
    : dividends.map((value) => value / both);
  const combined = minerShares.map((share, uid) => share + validatorShares[uid]);
  const largest = Math.max(0, ...combined);
  const columnMax = range(count).map((column) => Math.max(0, ...bonds.map((row) => row[column])));

  return neurons.map((_, uid) => ({
    incentive: incentive[uid],
    dividends: dividends[uid],
    consensus: consensus[uid],
    minerShare: minerShares[uid],
    validatorShare: validatorShares[uid],
    hasValidatorPermit: permits[uid],
    bonds: permits[uid]
      ? bonds[uid].map((bond, column) =>
        [
          column,
          columnMax[column] === 0 ? 0 : Math.floor(bond / columnMax[column] * U16_MAX),
        ] as const
      ).filter(([, bond]) => bond > 0)
      : [],
    pruningScore: largest === 0 ? 0 : Math.floor(combined[uid] / largest * U16_MAX),
  }));
}

/**
 * The largest weight that at least `kappa` of the stake gives or exceeds.
 *
 * @param stake Sums to 1, or is 0 everywhere.
 */
export function weightedMedian(
  stake: readonly number[],
  weights: readonly number[],
  kappa: number,
): number {
  const rows = stake.map((share, uid) => ({ share, weight: weights[uid] }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => a.weight - b.weight);
  const minority = sum(rows.map(({ share }) => share)) * (1 - kappa);
  let below = 0;
  for (const { share, weight } of rows) {
    below += share;
    if (below > minority) return weight;
  }
  return rows.at(-1)?.weight ?? 0;
}

/** Which neurons get a permit: the largest stakes, never a stake of 0. Ties: the lower uid. */
export function topStakes(stake: readonly number[], most: number): boolean[] {
  const chosen = new Set(
    stake.map((amount, uid) => ({ amount, uid })).filter(({ amount }) => amount > 0)
      .sort((a, b) => b.amount - a.amount || a.uid - b.uid).slice(0, most).map(({ uid }) => uid),
  );
  return stake.map((_, uid) => chosen.has(uid));
}

/** Weights and bonds from before the target was registered were meant for someone else. */
function isOutdated(source: YumaNeuron, target: YumaNeuron): boolean {
  return source.lastUpdateBlock <= target.registeredAtBlock;
}

function dense(row: SparseRow, count: number): number[] {
  const values = new Array<number>(count).fill(0);
  for (const [uid, value] of row) {
    if (uid < count) values[uid] = value;
  }
  return values;
}

function normalizeColumns(rows: readonly number[][]): number[][] {
  const sums = range(rows.length).map((column) => sum(rows.map((row) => row[column])));
  return rows.map((row) => row.map((value, at) => sums[at] === 0 ? 0 : value / sums[at]));
}

function normalize(values: readonly number[]): number[] {
  const whole = sum(values);
  return values.map((value) => whole === 0 ? 0 : value / whole);
}

function sum(values: readonly number[]): number {
  let whole = 0;
  for (const value of values) whole += value;
  return whole;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
