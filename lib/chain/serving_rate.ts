/**
 * The rate limit of axon announcements, known before anything is sent.
 *
 * @module
 */
import { ChainError } from "@threegen/domain";

/** What the limit is judged by. */
export interface ServingMoment {
  /** For the message: "serve axon 203.0.113.7:8091 of 5F… on netuid 17". */
  readonly action: string;
  /** Block of the last announcement; 0 when there was none. */
  readonly announcedAtBlock: number;
  /** Blocks that must pass between two announcements; 0 for any. */
  readonly rateLimitBlocks: number;
  /** First block that could take a call that is sent now. */
  readonly nextBlock: number;
}

/** The chain would refuse an announcement for now, so nothing was sent. */
export class ServingTooEarlyError extends ChainError {
  /** Blocks to wait before the same announcement can be sent, from 1. */
  readonly blocksLeft: number;

  constructor({ action, announcedAtBlock, rateLimitBlocks, nextBlock }: ServingMoment) {
    const blocksLeft = announcedAtBlock + rateLimitBlocks - nextBlock;
    super(
      "ServingRateLimitExceeded",
      `Cannot ${action}: the axon was announced at block ${announcedAtBlock}, and the subnet ` +
        `allows that every ${rateLimitBlocks} blocks (ServingRateLimitExceeded); try again in ` +
        `${blocksLeft} ${blocksLeft === 1 ? "block" : "blocks"}`,
    );
    this.blocksLeft = blocksLeft;
  }
}

/**
 * Checks the limit as the chain does. Source: Subtensor, `axon_passes_rate_limit`.
 *
 * @throws {ServingTooEarlyError} When the chain would refuse.
 */
export function checkServingRate(moment: ServingMoment): void {
  const { announcedAtBlock, rateLimitBlocks, nextBlock } = moment;
  if (announcedAtBlock === 0) return;
  if (nextBlock < announcedAtBlock + rateLimitBlocks) throw new ServingTooEarlyError(moment);
}
