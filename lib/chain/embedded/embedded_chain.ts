/**
 * A chain in this process with the genuine rules that neurons meet: registration, stake, permits,
 * `serve_axon`, `set_weights`, and epochs that turn weights into incentive.
 *
 * Blocks follow the clock: whoever looks finds the chain at the block that is due, so nothing runs
 * while nobody looks, and a test that moves its clock moves the chain. A call takes effect in the
 * block of that moment.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import {
  ChainError,
  type Coldkey,
  ConfigError,
  type Hotkey,
  type Netuid,
  type Uid,
  UnavailableError,
} from "@threegen/domain";
import { type Clock, getLogger, systemClock } from "@threegen/service";
import { chainError } from "../chain_errors.ts";
import type { Hyperparameters, Inclusion, Metagraph } from "../subtensor.ts";
import { toHex } from "../wallet/secret_key.ts";
import { isAddress } from "../wallet/ss58.ts";
import { grantPermits, startNextBlock } from "./blocks.ts";
import type { Account, ChainDoor, Head } from "./chain_door.ts";
import { type ChainState, readChainState, writeChainState } from "./chain_state.ts";
import { changeBalance, changeStake, dispatch, placeNeuron, totalStake } from "./dispatch.ts";
import { type Extrinsic, MORTALITY_BLOCKS, openExtrinsic } from "./extrinsic.ts";
import { DEFAULT_RULES, type SubnetRules } from "./subnet_rules.ts";

/** A neuron that exists from the first block. */
export interface GenesisNeuron {
  /** SS58 address of the key that it signs with. */
  readonly hotkey: string;
  /** SS58 address of the key that owns it. */
  readonly coldkey: string;
  /** Staked by the coldkey from the start, in rao. @default {0n} */
  readonly stakeRao?: bigint;
}

/** How a new chain begins. */
export interface Genesis {
  /** The one subnet that exists. */
  readonly netuid: number;
  /** Rules that differ from {@linkcode DEFAULT_RULES}. */
  readonly rules?: Partial<SubnetRules>;
  /** Address to balance, in rao. */
  readonly balances?: Readonly<Record<string, bigint>>;
  /** Neurons in the order of their uids; permits are given by stake at once. */
  readonly neurons?: readonly GenesisNeuron[];
  /** Price of the first registration, in rao. @default {1 TAO} */
  readonly burnRao?: bigint;
  /** The subnet's owner; without one the owner's cut is not minted. */
  readonly owner?: { readonly hotkey: string; readonly coldkey: string };
}

/** How an embedded chain runs. */
export interface EmbeddedChainOptions {
  /** How the chain begins; a state file that exists wins. */
  readonly genesis: Genesis;
  /** Time of one block, in milliseconds. @default {12000} */
  readonly blockTimeMs?: number;
  /** @default {systemClock} */
  readonly clock?: Clock;
  /** Where the state is kept, so that a restart goes on; nowhere when absent. */
  readonly stateFile?: string;
}

const logger = getLogger(["threegen", "chain", "embedded_chain"]);

/** A chain in this process. Make one with {@linkcode EmbeddedChain.open}. */
export class EmbeddedChain implements ChainDoor, AsyncDisposable {
  readonly #state: ChainState;
  readonly #clock: Clock;
  readonly #blockTimeMs: number;
  readonly #stateFile: string | undefined;
  /** When the newest block began, UNIX milliseconds. */
  #blockStartedAtMs: number;
  #isDirty = false;
  #saving: Promise<void> | undefined;

  private constructor(state: ChainState, options: EmbeddedChainOptions) {
    this.#state = state;
    this.#clock = options.clock ?? systemClock;
    this.#blockTimeMs = options.blockTimeMs ?? 12_000;
    this.#stateFile = options.stateFile;
    this.#blockStartedAtMs = this.#clock.now();
  }

  /**
   * Opens a chain: from its state file when there is one, else from its genesis.
   *
   * @throws {ConfigError} When the file is broken, or belongs to a chain of another subnet.
   */
  static async open(options: EmbeddedChainOptions): Promise<EmbeddedChain> {
    const { genesis, stateFile, blockTimeMs = 12_000 } = options;
    if (!(blockTimeMs > 0)) {
      throw new RangeError(`Cannot run a chain with blocks of ${blockTimeMs} ms`);
    }
    const stored = stateFile === undefined ? undefined : await readChainState(stateFile);
    if (stored && stored.netuid !== genesis.netuid) {
      throw new ConfigError(
        `Cannot read chain state ${stateFile}: it is of netuid ${stored.netuid}, not ` +
          `${genesis.netuid}; choose another file`,
      );
    }
    const now = (options.clock ?? systemClock).now();
    const chain = new EmbeddedChain(stored ?? firstState(genesis, now), options);
    if (stored) logger.info("chain goes on at block {block}", { block: stored.block });
    else await chain.#save();
    return chain;
  }

  /** Number of the newest block. */
  get block(): number {
    this.#catchUp();
    return this.#state.block;
  }

  head(): Promise<Head> {
    const { genesisHash, netuid } = this.#state;
    return Promise.resolve({ block: this.block, genesisHash, netuid: netuid as Netuid });
  }

  account(address: string): Promise<Account> {
    this.#catchUp();
    const account = this.#state.accounts[address];
    return Promise.resolve({ freeRao: account?.freeRao ?? 0n, nonce: account?.nonce ?? 0 });
  }

  metagraph(netuid: Netuid): Promise<Metagraph> {
    return this.#read(netuid, (state) => ({
      netuid,
      block: state.block,
      neurons: state.neurons.map((neuron, uid) => ({
        uid: uid as Uid,
        hotkey: neuron.hotkey as Hotkey,
        coldkey: neuron.coldkey as Coldkey,
        stakeRao: totalStake(state, neuron.hotkey),
        hasValidatorPermit: neuron.hasValidatorPermit,
        incentive: neuron.incentive / 65535,
        dividends: neuron.dividends / 65535,
        emissionRao: neuron.emissionRao,
        lastUpdateBlock: neuron.lastUpdateBlock,
        axon: neuron.axon ?? { ip: "0.0.0.0", port: 0, version: 0, block: 0 },
      })),
    }));
  }

  hyperparameters(netuid: Netuid): Promise<Hyperparameters> {
    return this.#read(netuid, ({ rules }) => ({
      tempo: rules.tempo,
      weightsRateLimitBlocks: rules.weightsRateLimitBlocks,
      servingRateLimitBlocks: rules.servingRateLimitBlocks,
      minAllowedWeights: rules.minAllowedWeights,
      maxWeightLimit: rules.maxWeightLimit,
      weightsVersionKey: rules.weightsVersionKey,
      commitRevealEnabled: rules.commitRevealEnabled,
      stakeThresholdRao: rules.stakeThresholdRao,
      maxUids: rules.maxUids,
    }));
  }

  weightsOf(netuid: Netuid, uid: Uid): Promise<readonly (readonly [Uid, number])[]> {
    return this.#read(
      netuid,
      ({ neurons }) => (neurons[uid]?.weights ?? []).map(([to, weight]) => [to as Uid, weight]),
    );
  }

  /**
   * Checks a signed call and applies it; resolves when it is kept.
   *
   * @throws {ChainError} With the genuine chain's name of the refusal.
   * @throws {UnavailableError} When the state file cannot be written.
   */
  async submit(extrinsic: Extrinsic): Promise<Inclusion> {
    const { genesis, nonce, birth, call } = openExtrinsic(extrinsic);
    this.#catchUp();
    const state = this.#state;
    const action = `accept ${call.name} of ${extrinsic.signer}`;
    const refuse = (name: string) => chainError({ name, pallet: "Pool", action });
    if (genesis !== state.genesisHash) throw refuse("BadProof");
    if (birth > state.block || state.block - birth > MORTALITY_BLOCKS) {
      throw refuse("AncientBirthBlock");
    }
    const account = state.accounts[extrinsic.signer] ?? { freeRao: 0n, nonce: 0 };
    if (nonce < account.nonce) throw refuse("Stale");
    if (nonce > account.nonce) throw refuse("Future");
    // As on the genuine chain a refused call uses up its nonce.
    state.accounts[extrinsic.signer] = { ...account, nonce: nonce + 1 };
    try {
      dispatch(state, extrinsic.signer, call);
    } catch (error) {
      if (error instanceof ChainError) {
        logger.debug("{call} refused: {message}", { call: call.name, message: error.message });
      }
      throw error;
    }
    const block = state.block;
    logger.debug("{call} of {signer} in block {block}", {
      call: call.name,
      signer: extrinsic.signer,
      block,
    });
    try {
      await this.#save();
    } catch (cause) {
      throw new UnavailableError(
        "chain/not-saved",
        `Cannot keep ${call.name}: the state file cannot be written`,
        { cause },
      );
    }
    return { block };
  }

  /** Changes rules from now on, as the subnet's owner or sudo would. */
  async changeRules(rules: Partial<SubnetRules>): Promise<void> {
    this.#catchUp();
    Object.assign(this.#state.rules, rules);
    await this.#save();
  }

  /** Writes the state once more. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#catchUp();
    await this.#save();
  }

  #read<T>(netuid: Netuid, view: (state: ChainState) => T): Promise<T> {
    this.#catchUp();
    if (netuid !== this.#state.netuid) {
      const action = `read netuid ${netuid}`;
      return Promise.reject(chainError({ name: "SubnetNotExists", action }));
    }
    return Promise.resolve(view(this.#state));
  }

  /** Makes the blocks that are due. */
  #catchUp(): void {
    const due = Math.floor((this.#clock.now() - this.#blockStartedAtMs) / this.#blockTimeMs);
    if (due <= 0) return;
    for (let made = 0; made < due; made++) startNextBlock(this.#state);
    this.#blockStartedAtMs += due * this.#blockTimeMs;
    this.#save().catch((error) => {
      logger.error("chain state cannot be written: {message}", {
        message: error instanceof Error ? error.message : String(error),
      });
    });
  }

  /** Writes the state as it is now or later; one write at a time, changes in between share one. */
  #save(): Promise<void> {
    if (this.#stateFile === undefined) return Promise.resolve();
    this.#isDirty = true;
    this.#saving ??= this.#writeWhileDirty(this.#stateFile).finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #writeWhileDirty(path: string): Promise<void> {
    while (this.#isDirty) {
      this.#isDirty = false;
      await writeChainState(path, this.#state);
    }
  }
}

/** The state of a new chain, at block 1. */
function firstState(genesis: Genesis, nowMs: number): ChainState {
  const { netuid, neurons = [], balances = {}, owner, burnRao = 1_000_000_000n } = genesis;
  const addresses = [
    ...Object.keys(balances),
    ...neurons.flatMap(({ hotkey, coldkey }) => [hotkey, coldkey]),
    ...(owner ? [owner.hotkey, owner.coldkey] : []),
  ];
  const wrong = addresses.find((address) => !isAddress(address));
  if (wrong !== undefined) {
    throw new ConfigError(`Cannot start chain: "${wrong}" is not an SS58 address`);
  }
  // Two chains never share a hash unless they begin alike at the same millisecond.
  const seed = JSON.stringify(
    { genesis, nowMs },
    (_, value) => typeof value === "bigint" ? `${value}` : value,
  );
  const state: ChainState = {
    format: "threegen-embedded-chain/1",
    genesisHash: toHex(sha256(utf8ToBytes(seed))),
    block: 0,
    netuid,
    rules: { ...DEFAULT_RULES, ...genesis.rules },
    burnRao,
    registrationsThisBlock: 0,
    registrationsThisInterval: 0,
    lastAdjustmentBlock: 0,
    pendingEmissionRao: 0n,
    lastEpochBlock: 0,
    neurons: [],
    accounts: {},
    owners: {},
    stakes: {},
    ...(owner ? { owner: { ...owner } } : {}),
  };
  for (const [address, freeRao] of Object.entries(balances)) changeBalance(state, address, freeRao);
  if (owner) state.owners[owner.hotkey] = owner.coldkey;
  for (const { hotkey, coldkey, stakeRao = 0n } of neurons) {
    state.owners[hotkey] = coldkey;
    placeNeuron(state, hotkey, coldkey);
    if (stakeRao > 0n) changeStake(state, hotkey, coldkey, stakeRao);
  }
  grantPermits(state);
  startNextBlock(state);
  return state;
}
