/**
 * Refusals of the chain: one name per reason, whatever the runtime calls it, and what to do.
 *
 * @module
 */
import { ChainError } from "@threegen/domain";

/** Where a refusal came from. */
export interface Refusal {
  /** The name that the runtime used. */
  readonly name: string;
  /** The pallet, or `Pool` when the transaction never got into a block. */
  readonly pallet?: string;
  /** What was being done, as "set weights of 5F… on netuid 17". */
  readonly action: string;
  /** The runtime's own words, when it had some. */
  readonly detail?: string;
  /** What made it known. */
  readonly cause?: unknown;
}

/** Names of older runtimes to the name of today. Source: specs 181 to 218 against 393. */
const ALIASES: Readonly<Record<string, string>> = {
  AlreadyRegistered: "HotKeyAlreadyRegisteredInSubNet",
  HotKeyNotRegisteredInNetwork: "HotKeyNotRegisteredInSubNet",
  IncorrectNetworkVersionKey: "IncorrectWeightVersionKey",
  InvalidReveal: "InvalidRevealCommitHashNotMatch",
  InvalidRevealTempo: "RevealTooEarly",
  InvalidUid: "UidVecContainInvalidOne",
  MechanismDoesNotExist: "SubnetNotExists",
  NetworkDoesNotExist: "SubnetNotExists",
  NoCommitFound: "NoWeightsCommitFound",
  NotEnoughBalance: "NotEnoughBalanceToStake",
  NotRegistered: "HotKeyNotRegisteredInSubNet",
  NotSettingEnoughWeights: "WeightVecLengthIsLow",
  NoValidatorPermit: "NeuronNoValidatorPermit",
  RegistrationDisabled: "SubNetRegistrationDisabled",
  SubNetworkDoesNotExist: "SubnetNotExists",
  TooManyUids: "UidsLengthExceedUidsInSubNet",
};

/** What an operator can do about a refusal; completes "…: <reason>; <remedy>". */
const REASONS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  HotKeyNotRegisteredInSubNet: [
    "the hotkey is not registered on this subnet",
    "register it with `btcli subnets register`",
  ],
  HotKeyAlreadyRegisteredInSubNet: ["the hotkey is registered already", "nothing needs doing"],
  SubnetNotExists: ["the subnet does not exist", "check --netuid and the network"],
  SubNetRegistrationDisabled: [
    "the subnet takes no registrations now",
    "ask the subnet's owner or wait",
  ],
  TooManyRegistrationsThisBlock: [
    "the block's registrations are used up",
    "try again in the next block",
  ],
  TooManyRegistrationsThisInterval: [
    "the interval's registrations are used up",
    "try again later",
  ],
  NotEnoughBalanceToStake: [
    "the coldkey's balance is too low",
    "transfer TAO to the coldkey",
  ],
  NonAssociatedColdKey: [
    "the hotkey belongs to another coldkey",
    "use the coldkey that registered it",
  ],
  HotKeyAccountNotExists: ["no coldkey owns the hotkey", "register the hotkey first"],
  AmountTooLow: ["the amount is below the chain's minimum", "stake more"],
  NoNeuronIdAvailable: ["the subnet has no place for neurons", "ask the subnet's owner"],
  InvalidIpType: ["the address is neither IPv4 nor IPv6", "check --axon.external_ip"],
  InvalidIpAddress: [
    "the chain does not accept this address",
    "set --axon.external_ip to an address that others can reach",
  ],
  InvalidPort: ["port 0 cannot be reached", "set --axon.external_port"],
  ServingRateLimitExceeded: [
    "the axon was announced a short while ago",
    "wait for the subnet's serving rate limit",
  ],
  WeightVecNotEqualSize: ["uids and weights differ in length", "send one weight per uid"],
  UidsLengthExceedUidsInSubNet: ["more uids than neurons", "read the metagraph again"],
  NotEnoughStakeToSetWeights: [
    "the hotkey's stake is below the chain's threshold",
    "stake more on the hotkey",
  ],
  IncorrectWeightVersionKey: [
    "the version key is older than the subnet asks for",
    "update the software",
  ],
  SettingWeightsTooFast: [
    "weights were set a short while ago",
    "wait for the subnet's weights rate limit",
  ],
  CommittingWeightsTooFast: [
    "weights were committed a short while ago",
    "wait for the subnet's weights rate limit",
  ],
  NeuronNoValidatorPermit: [
    "the neuron has no validator permit",
    "stake more and wait for the next epoch",
  ],
  DuplicateUids: ["a uid is named twice", "name each uid once"],
  UidVecContainInvalidOne: ["a uid does not exist", "read the metagraph again"],
  WeightVecLengthIsLow: ["too few uids are named", "give weights to more uids"],
  MaxWeightExceeded: ["one weight is above the subnet's limit", "spread the weights"],
  CommitRevealEnabled: [
    "the subnet takes committed weights only",
    "use a client that commits and reveals",
  ],
  CommitRevealDisabled: ["the subnet takes plain weights only", "set weights without commit"],
  TooManyUnrevealedCommits: ["too many commits wait for their reveal", "reveal or wait"],
  NoWeightsCommitFound: ["no commit waits for a reveal", "commit first"],
  RevealTooEarly: ["the reveal's epoch has not come", "reveal later"],
  ExpiredWeightCommit: ["the reveal's epoch is over", "commit again"],
  InvalidRevealCommitHashNotMatch: [
    "the revealed weights are not the committed ones",
    "commit again",
  ],
  IncorrectCommitRevealVersion: [
    "the chain uses another commit-reveal version",
    "update the software",
  ],
  BadProof: ["the signature is wrong", "check the wallet and the network"],
  Stale: ["the nonce was used already", "send the call again"],
  Future: ["an earlier nonce is missing", "send the call again"],
  AncientBirthBlock: ["the call came too late", "send it again"],
  Payment: ["the account cannot pay the fee", "transfer TAO to it"],
  ExhaustsResources: [
    "no more calls of this kind fit into the block or the interval",
    "send the call again later",
  ],
};

/** Returns the name of today for a name that any runtime uses. */
export function canonicalErrorName(name: string): string {
  return ALIASES[name] ?? name;
}

/** Makes the error of a refusal: today's name, a reason and a remedy in one line. */
export function chainError(refusal: Refusal): ChainError {
  const { name, pallet, action, detail, cause } = refusal;
  const canonical = canonicalErrorName(name);
  const [reason, remedy] = REASONS[canonical] ?? [detail ?? "the chain refused", undefined];
  const shown = canonical === name ? name : `${canonical}, here ${name}`;
  const tail = remedy === undefined ? "" : `; ${remedy}`;
  return new ChainError(canonical, `Cannot ${action}: ${reason} (${shown})${tail}`, {
    ...(pallet === undefined ? {} : { pallet }),
    ...(cause === undefined ? {} : { cause }),
  });
}
