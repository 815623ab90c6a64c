import type { Hyperparameters } from "../subtensor.ts";

/** Every rule of the embedded chain's subnet. */
export interface SubnetRules extends Hyperparameters {
  /** Most neurons with a validator permit. */
  readonly maxValidators: number;
  /** Blocks after registration during which a neuron is not pruned. */
  readonly immunityPeriodBlocks: number;
  /** Blocks without new weights after which a validator no longer counts. */
  readonly activityCutoffBlocks: number;
  /** Share of stake that must agree on a weight, 0 to 65535. */
  readonly kappa: number;
  /** Weight of the old bonds in their moving average, in millionths. */
  readonly bondsMovingAverage: number;
  /** Whether new neurons are accepted. */
  readonly registrationAllowed: boolean;
  /** Most registrations in one block. */
  readonly maxRegistrationsPerBlock: number;
  /** Registrations per interval at which the price stays; three times as many are refused. */
  readonly targetRegistrationsPerInterval: number;
  /** Blocks between two adjustments of the price. */
  readonly adjustmentIntervalBlocks: number;
  /** Lowest price of a registration, in rao. */
  readonly minBurnRao: bigint;
  /** Highest price of a registration, in rao. */
  readonly maxBurnRao: bigint;
  /** Minted per block for this subnet, in rao. */
  readonly emissionPerBlockRao: bigint;
  /** The owner's share of emission, 0 to 65535. */
  readonly ownerCut: number;
  /** A validator's share of what its stake earns, 0 to 65535. */
  readonly validatorTake: number;
}

/** Rules of a new subnet. Source: Subtensor's defaults, where the comment names no other. */
export const DEFAULT_RULES: SubnetRules = {
  tempo: 360,
  weightsRateLimitBlocks: 100,
  servingRateLimitBlocks: 50,
  minAllowedWeights: 1,
  maxWeightLimit: 65535,
  weightsVersionKey: 0n,
  commitRevealEnabled: false,
  stakeThresholdRao: 0n,
  maxUids: 256,
  maxValidators: 64,
  immunityPeriodBlocks: 4096,
  activityCutoffBlocks: 5000,
  kappa: 32767,
  bondsMovingAverage: 900_000,
  registrationAllowed: true,
  maxRegistrationsPerBlock: 1,
  targetRegistrationsPerInterval: 2,
  adjustmentIntervalBlocks: 100,
  minBurnRao: 500_000n,
  maxBurnRao: 100_000_000_000n,
  emissionPerBlockRao: 1_000_000_000n,
  // 18 % each, as fractions of 65535.
  ownerCut: 11_796,
  validatorTake: 11_796,
};
