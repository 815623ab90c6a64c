/**
 * The calls of the embedded chain: each checks in the order of the genuine chain and refuses with
 * its error names, then changes the state. A refused call changes nothing.
 *
 * @module
 */
import type { ChainError } from "@threegen/domain";
import { chainError } from "../chain_errors.ts";
import { isServable, toIpNumber } from "../ip_number.ts";
import type { ChainState, NeuronState } from "./chain_state.ts";
import type { Call } from "./extrinsic.ts";

/** Least balance that keeps an account alive, in rao. Source: Subtensor, 500. */
const EXISTENTIAL_DEPOSIT_RAO = 500n;
const U16_MAX = 65535;

/** Applies a call of a signer whose signature and nonce are right. @throws {ChainError} */
export function dispatch(state: ChainState, signer: string, call: Call): void {
  switch (call.name) {
    case "burned_register":
      return burnedRegister(state, signer, call);
    case "add_stake":
      return addStake(state, signer, call);
    case "serve_axon":
      return serveAxon(state, signer, call);
    case "set_weights":
      return setWeights(state, signer, call);
  }
}

type Called<Name extends Call["name"]> = Extract<Call, { name: Name }>;

function burnedRegister(
  state: ChainState,
  coldkey: string,
  { netuid, hotkey }: Called<"burned_register">,
): void {
  const refuse = refusal(`register ${hotkey} on netuid ${netuid}`);
  const { rules } = state;
  if (netuid !== state.netuid) throw refuse("SubnetNotExists");
  if (!rules.registrationAllowed) throw refuse("SubNetRegistrationDisabled");
  if (state.registrationsThisBlock >= rules.maxRegistrationsPerBlock) {
    throw refuse("TooManyRegistrationsThisBlock");
  }
  if (state.registrationsThisInterval >= rules.targetRegistrationsPerInterval * 3) {
    throw refuse("TooManyRegistrationsThisInterval");
  }
  if (state.neurons.some((neuron) => neuron.hotkey === hotkey)) {
    throw refuse("HotKeyAlreadyRegisteredInSubNet");
  }
  if (freeBalance(state, coldkey) < state.burnRao + EXISTENTIAL_DEPOSIT_RAO) {
    throw refuse("NotEnoughBalanceToStake");
  }
  if (rules.maxUids === 0) throw refuse("NoNeuronIdAvailable");
  if ((state.owners[hotkey] ?? coldkey) !== coldkey) throw refuse("NonAssociatedColdKey");

  changeBalance(state, coldkey, -state.burnRao);
  state.owners[hotkey] = coldkey;
  placeNeuron(state, hotkey, coldkey);
  state.registrationsThisBlock++;
  state.registrationsThisInterval++;
}

function addStake(
  state: ChainState,
  coldkey: string,
  { netuid, hotkey, amount }: Called<"add_stake">,
): void {
  const refuse = refusal(`stake on ${hotkey}`);
  const amountRao = BigInt(amount);
  if (netuid !== state.netuid) throw refuse("SubnetNotExists");
  if (freeBalance(state, coldkey) < amountRao + EXISTENTIAL_DEPOSIT_RAO) {
    throw refuse("NotEnoughBalanceToStake");
  }
  if (state.owners[hotkey] === undefined) throw refuse("HotKeyAccountNotExists");
  changeBalance(state, coldkey, -amountRao);
  changeStake(state, hotkey, coldkey, amountRao);
}

function serveAxon(
  state: ChainState,
  hotkey: string,
  { netuid, version, ip, port }: Called<"serve_axon">,
): void {
  const refuse = refusal(`serve axon ${ip}:${port} of ${hotkey} on netuid ${netuid}`);
  const neuron = netuid === state.netuid
    ? state.neurons.find((row) => row.hotkey === hotkey)
    : undefined;
  if (!neuron) throw refuse("HotKeyNotRegisteredInNetwork");
  const number = toIpNumber(ip);
  if (number === undefined) throw refuse("InvalidIpType");
  if (!isServable(number)) throw refuse("InvalidIpAddress");
  const limit = state.rules.servingRateLimitBlocks;
  if (neuron.axon && limit > 0 && state.block - neuron.axon.block < limit) {
    throw refuse("ServingRateLimitExceeded");
  }
  if (port === 0) throw refuse("InvalidPort");
  neuron.axon = { ip, port, version, block: state.block };
}

function setWeights(
  state: ChainState,
  hotkey: string,
  { netuid, uids, weights, versionKey }: Called<"set_weights">,
): void {
  const refuse = refusal(`set weights of ${hotkey} on netuid ${netuid}`);
  const { rules, neurons } = state;
  if (netuid !== state.netuid) throw refuse("SubnetNotExists");
  // The genuine chain's pool asks for the stake before the call is even tried.
  if (totalStake(state, hotkey) < rules.stakeThresholdRao) {
    throw refuse("NotEnoughStakeToSetWeights");
  }
  if (rules.commitRevealEnabled) throw refuse("CommitRevealEnabled");
  if (uids.length !== weights.length) throw refuse("WeightVecNotEqualSize");
  if (uids.length > neurons.length) throw refuse("UidsLengthExceedUidsInSubNet");
  const ownUid = neurons.findIndex((neuron) => neuron.hotkey === hotkey);
  if (ownUid === -1) throw refuse("HotKeyNotRegisteredInSubNet");
  const neuron = neurons[ownUid];
  if (rules.weightsVersionKey !== 0n && BigInt(versionKey) < rules.weightsVersionKey) {
    throw refuse("IncorrectWeightVersionKey");
  }
  const sinceLastUpdate = state.block - neuron.lastUpdateBlock;
  if (neuron.lastUpdateBlock !== 0 && sinceLastUpdate < rules.weightsRateLimitBlocks) {
    throw refuse("SettingWeightsTooFast");
  }
  const isSelfWeight = uids.length === 1 && uids[0] === ownUid;
  const isOwner = state.owner?.hotkey === hotkey;
  if (!neuron.hasValidatorPermit && !isSelfWeight && !isOwner) {
    throw refuse("NeuronNoValidatorPermit");
  }
  if (new Set(uids).size !== uids.length) throw refuse("DuplicateUids");
  if (uids.some((uid) => uid >= neurons.length)) throw refuse("UidVecContainInvalidOne");
  const least = Math.min(rules.minAllowedWeights, neurons.length);
  if (uids.length < least && !isSelfWeight) throw refuse("WeightVecLengthIsLow");
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const limit = rules.maxWeightLimit / U16_MAX;
  if (!isSelfWeight && sum > 0 && weights.some((weight) => weight / sum > limit)) {
    throw refuse("MaxWeightExceeded");
  }

  const largest = Math.max(0, ...weights);
  neuron.weights = uids.map((uid, at) => [
    uid,
    largest === 0 ? 0 : Math.round(weights[at] / largest * U16_MAX),
  ]);
  neuron.lastUpdateBlock = state.block;
}

/** Gives a hotkey the next free uid, or that of the neuron that earns least. */
export function placeNeuron(state: ChainState, hotkey: string, coldkey: string): number {
  const neuron: NeuronState = {
    hotkey,
    coldkey,
    registeredAtBlock: state.block,
    lastUpdateBlock: state.block,
    hasValidatorPermit: false,
    incentive: 0,
    dividends: 0,
    emissionRao: 0n,
    // Neurons are never replaced before their first epoch has judged them.
    pruningScore: U16_MAX,
    weights: [],
    bonds: [],
  };
  if (state.neurons.length < state.rules.maxUids) return state.neurons.push(neuron) - 1;
  const uid = neuronToPrune(state);
  state.neurons[uid] = neuron;
  for (const other of state.neurons) {
    other.bonds = other.bonds.filter(([target]) => target !== uid);
  }
  return uid;
}

/** The lowest pruning score outside immunity; if all are immune, the lowest of all. */
function neuronToPrune(state: ChainState): number {
  const rows = state.neurons.map((neuron, uid) => ({
    uid,
    score: neuron.pruningScore,
    registeredAtBlock: neuron.registeredAtBlock,
    isImmune: state.block - neuron.registeredAtBlock < state.rules.immunityPeriodBlocks,
    isOwner: neuron.hotkey === state.owner?.hotkey,
  }));
  const [first] = rows.sort((a, b) =>
    Number(a.isOwner) - Number(b.isOwner) || Number(a.isImmune) - Number(b.isImmune) ||
    a.score - b.score || a.registeredAtBlock - b.registeredAtBlock || a.uid - b.uid
  );
  return first.uid;
}

/** Stake on a hotkey from all coldkeys, in rao. */
export function totalStake(state: ChainState, hotkey: string): bigint {
  return Object.values(state.stakes[hotkey] ?? {}).reduce((sum, amount) => sum + amount, 0n);
}

/** Adds to what a coldkey has staked on a hotkey. */
export function changeStake(
  state: ChainState,
  hotkey: string,
  coldkey: string,
  byRao: bigint,
): void {
  const row = state.stakes[hotkey] ??= {};
  row[coldkey] = (row[coldkey] ?? 0n) + byRao;
}

function freeBalance(state: ChainState, address: string): bigint {
  return state.accounts[address]?.freeRao ?? 0n;
}

/** Adds to an account's balance. */
export function changeBalance(state: ChainState, address: string, byRao: bigint): void {
  const account = state.accounts[address] ??= { freeRao: 0n, nonce: 0 };
  account.freeRao += byRao;
}

function refusal(action: string): (name: string) => ChainError {
  return (name) => chainError({ name, action });
}
