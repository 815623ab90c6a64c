/**
 * Which drand round a commit is locked to: the first that is public when the chain reveals.
 *
 * Too early a round lets others read the weights before their time; too late a one and the chain
 * drops the commit. Source: bittensor-drand 1.2 (classic epochs) and Subtensor's scheduler of
 * 2026-05 (stateful epochs).
 *
 * @module
 */
import { QUICKNET } from "./timelock.ts";

/** Epochs at fixed block numbers: `(block + index + 1) mod (tempo + 1) = 0`. */
export interface ClassicSchedule {
  readonly kind: "classic";
  /** Storage index of the subnet. */
  readonly index: number;
  readonly tempo: number;
}

/** Epochs that the chain counts itself, which can be moved and skipped. */
export interface StatefulSchedule {
  readonly kind: "stateful";
  readonly tempo: number;
  /** Block of the last epoch. */
  readonly lastEpochBlock: number;
  /** Block at which an epoch was ordered; 0 for none. */
  readonly pendingEpochAt: number;
  /** Epochs so far. */
  readonly epochIndex: number;
  /** Blocks since the chain last went through this subnet. */
  readonly blocksSinceLastStep: number;
}

/** What the prediction needs. */
export interface RevealMoment {
  readonly schedule: ClassicSchedule | StatefulSchedule;
  /** Newest block. */
  readonly headBlock: number;
  /** UNIX time, in milliseconds. */
  readonly nowMs: number;
  /** Epochs between a commit and its reveal. */
  readonly periodEpochs: number;
  /** Time of one block, in seconds. @default {12} */
  readonly blockTimeSeconds?: number;
}

/** Blocks after the reveal epoch begins that the round leaves. Source: bittensor-drand, 3. */
const SAFETY_BLOCKS = 3;
/** Blocks without a step after which the chain forces an epoch. Source: Subtensor, 7 days. */
const LONGEST_WITHOUT_STEP = 50_400;

/** Returns the number of the drand round to encrypt to. */
export function revealRound(moment: RevealMoment): number {
  const { schedule, headBlock, nowMs, periodEpochs, blockTimeSeconds = 12 } = moment;
  const first = schedule.kind === "classic"
    // The commit lands in the next block, which may belong to the next epoch already.
    ? classicRevealBlock(schedule, headBlock + 1, periodEpochs)
    : statefulRevealBlock(schedule, headBlock, periodEpochs);
  const waitSeconds = (first + SAFETY_BLOCKS - headBlock) * blockTimeSeconds;
  const { genesisSeconds, periodSeconds } = QUICKNET;
  const round = Math.floor((nowMs / 1000 + waitSeconds - genesisSeconds) / periodSeconds);
  return Math.max(1, round);
}

/** First block of the epoch in which a commit made at `block` is revealed. */
export function classicRevealBlock(
  { index, tempo }: ClassicSchedule,
  block: number,
  periodEpochs: number,
): number {
  const epoch = Math.floor((block + index + 1) / (tempo + 1));
  return (epoch + periodEpochs) * (tempo + 1) - (index + 1);
}

/** Follows the scheduler block by block until the reveal's epoch begins. */
function statefulRevealBlock(
  schedule: StatefulSchedule,
  headBlock: number,
  periodEpochs: number,
): number {
  const { tempo } = schedule;
  let { lastEpochBlock, pendingEpochAt, epochIndex, blocksSinceLastStep } = schedule;
  let block = headBlock;
  let wanted: number | undefined;
  // Without a tempo no epoch ever comes; the loop's end is only a guard against nonsense.
  const lastBlock = headBlock + (periodEpochs + 2) * (tempo + LONGEST_WITHOUT_STEP);
  for (;;) {
    block++;
    blocksSinceLastStep++;
    const isDue = tempo !== 0 && ((pendingEpochAt > 0 && block >= pendingEpochAt) ||
      blocksSinceLastStep > LONGEST_WITHOUT_STEP || block - lastEpochBlock >= tempo);
    if (isDue) {
      epochIndex++;
      lastEpochBlock = block;
      pendingEpochAt = 0;
      blocksSinceLastStep = 0;
    }
    // The commit lands in the next block, after that block's epoch if it has one.
    wanted ??= epochIndex + periodEpochs;
    if (epochIndex >= wanted || block >= lastBlock) return block;
  }
}
