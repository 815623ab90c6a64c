/**
 * Numbers and texts that the whole subnet agrees on.
 *
 * @module
 */
import type { Netuid } from "./ids.ts";

/** The subnet's number on the main network. Source: the original's README. */
export const MAINNET_NETUID = 17 as Netuid;

/** Most neurons on one subnet. Source: the original, NEURONS_LIMIT. */
export const NEURONS_LIMIT = 256;

/**
 * The consent that starts every signed result, word for word.
 * Source: the original's protocol since release 26; no trailing full stop or space.
 */
export const LICENSE_CONSENT =
  "I, as a miner on SN17, have obtained all licenses, rights and consents required to use, " +
  "reproduce, modify, display, distribute and make available my submitted results to this " +
  "subnet and its end users";

/** Score from which a result is accepted. Source: the original since release 31, 0.6. */
export const ACCEPTANCE_THRESHOLD = 0.6;

/** Rao of one TAO. */
export const RAO_PER_TAO = 1_000_000_000;
