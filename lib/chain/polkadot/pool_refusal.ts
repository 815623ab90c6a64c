/**
 * Reading why a node's pool refused a transaction: its words become the names of pallet errors.
 *
 * @module
 */
import type { RpcError } from "./json_rpc_socket.ts";

/** A refusal with the chain's name for it. */
export interface PoolRefusal {
  readonly name: string;
  readonly detail: string;
}

/**
 * Numbers that Subtensor's transaction extension answers instead of a pallet error. These mean the
 * same in every runtime that has them; those from 25 on differ.
 * Source: Subtensor, `CustomTransactionError`.
 */
const CUSTOM: Readonly<Record<number, string>> = {
  0: "ColdkeyInSwapSchedule",
  1: "AmountTooLow",
  2: "NotEnoughBalanceToStake",
  3: "SubnetNotExists",
  4: "HotKeyAccountNotExists",
  5: "NotEnoughStakeToWithdraw",
  6: "TxRateLimitExceeded",
  7: "InsufficientLiquidity",
  8: "SlippageTooHigh",
  9: "TransferDisallowed",
  10: "HotKeyNotRegisteredInSubNet",
  11: "InvalidIpAddress",
  12: "ServingRateLimitExceeded",
  13: "InvalidPort",
  14: "ZeroMaxStakeAmount",
  15: "InvalidRevealRound",
  16: "NoWeightsCommitFound",
  17: "RevealTooEarly",
  18: "WeightVecNotEqualSize",
  19: "UidVecContainInvalidOne",
  20: "EvmKeyAssociateRateLimitExceeded",
  21: "ColdkeySwapDisputed",
  22: "InvalidRealAccount",
  23: "FailedShieldedTxParsing",
  24: "InvalidShieldedTxPubKeyHash",
  255: "BadRequest",
};

/** Words of nodes (and of chopsticks, which answers the bare variant) to Substrate's names. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/outdated|\bstale\b/i, "Stale"],
  [/valid in the future|"future"|\bfuture\b/i, "Future"],
  [/bad signature|bad ?proof/i, "BadProof"],
  [/birth block|ancientBirthBlock/i, "AncientBirthBlock"],
  [/fees|"payment"|\bpayment\b/i, "Payment"],
  [/exhaust/i, "ExhaustsResources"],
  [/priority is too low/i, "TooLowPriority"],
  [/temporarily banned/i, "TemporarilyBanned"],
  [/immediately dropped|enter the pool because of the limit/i, "PoolFull"],
  [/call is not expected|"call"/i, "Call"],
];

/**
 * Names a pool's refusal.
 *
 * @param isWeightsCall Pools check a weights call's stake first and say so with a number or word
 *   that means something else for other calls.
 */
export function poolRefusal(error: RpcError, isWeightsCall: boolean): PoolRefusal {
  const detail = error.message;
  const custom = /custom(?: error)?"?\s*:\s*(\d+)/i.exec(detail);
  let name = custom
    ? CUSTOM[Number(custom[1])] ?? `Custom${custom[1]}`
    : WORDS.find(([pattern]) => pattern.test(detail))?.[1] ?? "Refused";
  if (isWeightsCall && (name === "AmountTooLow" || name === "Call")) {
    name = "NotEnoughStakeToSetWeights";
  }
  return { name, detail };
}
