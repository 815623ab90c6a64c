/**
 * What happens at the start of every block: minting, the price's adjustment, and epochs.
 *
 * @module
 */
import type { ChainState } from "./chain_state.ts";
import { changeStake, totalStake } from "./dispatch.ts";
import { runYuma, topStakes } from "./yuma.ts";

const U16_MAX = 65535;
const WHOLE = 65_535n;

/** Whether an epoch runs at a block. Source: Subtensor's classic scheduler. */
export function isEpochBlock(block: number, netuid: number, tempo: number): boolean {
  return tempo > 0 && (block + netuid + 1) % (tempo + 1) === 0;
}

/** Moves the chain to its next block. */
export function startNextBlock(state: ChainState): void {
  state.block++;
  state.registrationsThisBlock = 0;
  adjustBurn(state);
  state.pendingEmissionRao += state.rules.emissionPerBlockRao;
  if (isEpochBlock(state.block, state.netuid, state.rules.tempo)) runEpoch(state);
}

/** Gives permits by stake at once, as the first epoch would; for a chain's genesis. */
export function grantPermits(state: ChainState): void {
  const threshold = state.rules.stakeThresholdRao;
  const stakes = state.neurons.map(({ hotkey }) => totalStake(state, hotkey));
  const permits = topStakes(
    stakes.map((stake) => stake < threshold ? 0 : Number(stake)),
    state.rules.maxValidators,
  );
  state.neurons.forEach((neuron, uid) => neuron.hasValidatorPermit = permits[uid]);
}

/** Doubles the price at most and halves it at most, by how many registered in the interval. */
function adjustBurn(state: ChainState): void {
  const { rules } = state;
  if (state.block - state.lastAdjustmentBlock < rules.adjustmentIntervalBlocks) return;
  const target = BigInt(Math.max(1, rules.targetRegistrationsPerInterval));
  const registrations = BigInt(state.registrationsThisInterval);
  const next = state.burnRao * (registrations + target) / (2n * target);
  state.burnRao = next < rules.minBurnRao
    ? rules.minBurnRao
    : next > rules.maxBurnRao
    ? rules.maxBurnRao
    : next;
  state.registrationsThisInterval = 0;
  state.lastAdjustmentBlock = state.block;
}

/** Pays what was minted since the last epoch by Yuma consensus. */
function runEpoch(state: ChainState): void {
  const { rules, neurons } = state;
  const results = runYuma(
    neurons.map((neuron) => ({ ...neuron, stake: Number(totalStake(state, neuron.hotkey)) })),
    {
      block: state.block,
      activityCutoffBlocks: rules.activityCutoffBlocks,
      kappa: rules.kappa / U16_MAX,
      bondsMovingAverage: rules.bondsMovingAverage / 1_000_000,
      maxValidators: rules.maxValidators,
      stakeThreshold: Number(rules.stakeThresholdRao),
    },
  );

  const minted = state.pendingEmissionRao;
  state.pendingEmissionRao = 0n;
  state.lastEpochBlock = state.block;
  const ownerPart = minted * BigInt(rules.ownerCut) / WHOLE;
  if (state.owner) changeStake(state, state.owner.hotkey, state.owner.coldkey, ownerPart);
  const shared = minted - ownerPart;

  results.forEach((result, uid) => {
    const neuron = neurons[uid];
    const minerPart = shareOf(shared, result.minerShare);
    const validatorPart = shareOf(shared, result.validatorShare);
    if (minerPart > 0n) changeStake(state, neuron.hotkey, neuron.coldkey, minerPart);
    payStakers(state, neuron.hotkey, neuron.coldkey, validatorPart);
    neuron.incentive = toU16(result.incentive);
    neuron.dividends = toU16(result.dividends);
    neuron.emissionRao = minerPart + validatorPart;
    neuron.hasValidatorPermit = result.hasValidatorPermit;
    neuron.bonds = result.bonds.map(([target, bond]) => [target, bond]);
    neuron.pruningScore = result.pruningScore;
  });
}

/** Pays a validator's dividends: its take to the owner, the rest by stake. */
function payStakers(state: ChainState, hotkey: string, owner: string, amount: bigint): void {
  if (amount === 0n) return;
  const whole = totalStake(state, hotkey);
  const take = whole === 0n ? amount : amount * BigInt(state.rules.validatorTake) / WHOLE;
  let left = amount;
  for (const [coldkey, stake] of Object.entries(state.stakes[hotkey] ?? {})) {
    if (whole === 0n) break;
    const part = (amount - take) * stake / whole;
    changeStake(state, hotkey, coldkey, part);
    left -= part;
  }
  // The take, and the rao that rounding left over.
  changeStake(state, hotkey, owner, left);
}

/** A share of an amount; the share is a fraction, so 2^53 steps are exact enough for rao. */
function shareOf(amount: bigint, share: number): bigint {
  const STEPS = 2 ** 40;
  return amount * BigInt(Math.floor(share * STEPS)) / BigInt(STEPS);
}

function toU16(share: number): number {
  return Math.min(U16_MAX, Math.floor(share * U16_MAX + 1e-9));
}
