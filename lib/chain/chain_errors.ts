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
  TooLowPriority: [
    "another call of the account waits with the same nonce",
    "wait until that one is in a block, then send this one again",
  ],
  TemporarilyBanned: [
    "the node dropped this very call a short while ago",
    "send it again in half an hour, or through another --subtensor.chain_endpoint",
  ],
  PoolFull: ["the node has no room for more calls", "send the call again later"],
  Call: ["the chain takes no such call from this key", "check the wallet and the network"],
  BadRequest: [
    "the chain cannot make sense of the call",
    "check its arguments, or update the software",
  ],
  BadOrigin: [
    "this key may not make the call",
    "check --wallet.name and --wallet.hotkey: some calls want the coldkey, others the hotkey",
  ],
  Token: ["the account's balance does not allow it", "transfer TAO to it"],
  CallFiltered: ["the chain has switched this call off for now", "wait, and send it again"],
  CallDisabled: ["the chain has switched this call off", "wait, or ask the subnet's owner"],
  Deprecated: ["the chain has replaced this call", "update the software"],
  DisabledTemporarily: ["the chain has switched this off for now", "send the call again later"],
  InvalidRevealRound: [
    "the drand round of the reveal is over already",
    "set this machine's clock right, and send the weights again",
  ],
  InputLengthsUnequal: [
    "lists of the call differ in length",
    "send as many of one as of the other",
  ],
  TxRateLimitExceeded: ["the key made such a call a short while ago", "send it again later"],
  NetworkTxRateLimitExceeded: ["a subnet was made a short while ago", "send the call again later"],
  StakingRateLimitExceeded: [
    "too much was staked or unstaked a short while ago",
    "send the call again later",
  ],
  StakingOperationRateLimitExceeded: [
    "stake of this hotkey moved in the same block",
    "send the call again in the next block",
  ],
  BalanceWithdrawalError: [
    "the amount could not be taken from the coldkey's balance",
    "transfer TAO to the coldkey, or name a smaller amount",
  ],
  ZeroBalanceAfterWithdrawn: [
    "nothing would be left on the coldkey",
    "transfer TAO to the coldkey, or name a smaller amount",
  ],
  InsufficientBalance: ["the balance is too low", "transfer TAO to the coldkey"],
  NotEnoughStakeToWithdraw: ["the hotkey has less stake than that", "name a smaller amount"],
  CannotUnstakeLock: ["this stake is locked", "name a smaller amount"],
  InsufficientLiquidity: [
    "the subnet's pool is too small for the amount",
    "name a smaller amount, or wait until the pool has grown",
  ],
  ReservesTooLow: [
    "the subnet's pool is too small for the amount",
    "name a smaller amount, or wait until the pool has grown",
  ],
  SlippageTooHigh: ["the amount would move the price too far", "name a smaller amount"],
  PriceLimitExceeded: ["the amount would move the price too far", "name a smaller amount"],
  ZeroMaxStakeAmount: ["the price leaves nothing to stake", "name a higher price or wait"],
  TransferDisallowed: ["the subnet allows no transfer of stake", "ask the subnet's owner"],
  SubtokenDisabled: [
    "the subnet has not been started",
    "wait until its owner starts it",
  ],
  ColdkeyInSwapSchedule: [
    "the coldkey is about to be swapped for another",
    "wait for the end of the swap, then use the new coldkey",
  ],
  ColdkeySwapAnnounced: [
    "the coldkey is about to be swapped for another",
    "wait for the end of the swap, then use the new coldkey",
  ],
  ColdkeySwapDisputed: [
    "the swap of the coldkey is under dispute",
    "wait until the dispute is settled",
  ],
  RegistrationNotPermittedOnRootSubnet: [
    "the root subnet takes no such registration",
    "check --netuid",
  ],
  CanNotSetRootNetworkWeights: ["the root subnet takes no weights", "check --netuid"],
  AccountNotAllowedCommit: [
    "the hotkey may not publish commitments here",
    "register it on the subnet first",
  ],
  SpaceLimitExceeded: ["too much was published in this interval", "publish less, or later"],
};

/** Returns the name of today for a name that any runtime uses. */
export function canonicalErrorName(name: string): string {
  return ALIASES[name] ?? name;
}

/** Makes the error of a refusal: today's name, a reason and a remedy in one line. */
export function chainError(refusal: Refusal): ChainError {
  const { name, pallet, action, detail, cause } = refusal;
  const canonical = canonicalErrorName(name);
  const words = detail?.replace(/\.$/, "") || "the chain refused";
  const [reason, remedy] = REASONS[canonical] ?? [words, defaultRemedy(canonical)];
  const shown = canonical === name ? name : `${canonical}, here ${name}`;
  return new ChainError(canonical, `Cannot ${action}: ${reason} (${shown}); ${remedy}`, {
    ...(pallet === undefined ? {} : { pallet }),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** What to do about a refusal that {@linkcode REASONS} does not know; the chain's words are shown. */
function defaultRemedy(name: string): string {
  return /^Custom\d+$/.test(name)
    ? "update the software: this number of the chain is new to it"
    : "mend what it names, or ask with this line in the subnet's channel";
}
