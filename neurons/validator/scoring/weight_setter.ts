/**
 * Weight setter: tells the chain, at the right blocks, what every miner has earned.
 *
 * Weights are proportional to rewards. The original's newest era ranks miners instead and gives
 * the best of 256 only 2.7 times the weight of the worst; proportional weights keep the promise
 * that a miner twice as good earns twice as much.
 *
 * @module
 */
import {
  processWeights,
  registrationRemedy,
  type Subtensor,
  toChainWeights,
} from "@threegen/chain";
import type { Signer } from "@threegen/chain/wallet";
import { ChainError, type Netuid, RAO_PER_TAO, type Uid } from "@threegen/domain";
import { type Clock, getLogger } from "@threegen/service";
import type { WeightsView } from "../api/contract.ts";
import type { MinerRegistry } from "../miners/miner_registry.ts";
import type { ValidatorStore } from "../store/validator_store.ts";
import type { SubnetSnapshot } from "../subnet_view.ts";

const logger = getLogger(["threegen", "validator", "weight_setter"]);

/** Name under which the last weights are kept. */
const WEIGHTS_FACT = "weights";

/** When weights may be set. */
export interface WeightPolicy {
  /** Blocks between two `set_weights`. Source: the original, 100, about 20 minutes. */
  readonly intervalBlocks: number;
  /** Stake from which it is tried, in TAO. Source: the original, 1000. */
  readonly minStakeTao: number;
  /** What the chain compares with the subnet's own key. */
  readonly versionKey: bigint;
}

/** What a weight setter is made of. */
export interface WeightSetterOptions {
  readonly policy: WeightPolicy;
  readonly netuid: Netuid;
  readonly signer: Signer;
  readonly subtensor: Subtensor;
  readonly registry: MinerRegistry;
  readonly store: ValidatorStore;
  readonly clock: Clock;
  /** Why weights must not be set at all, such as a development scorer. */
  readonly refusal: () => string | undefined;
  /** Told of weights that the chain took. */
  readonly onSet?: (weights: WeightsView) => void;
}

/** What came of one try. */
export type WeightsOutcome =
  | { readonly kind: "set"; readonly weights: WeightsView }
  /** Nothing is wrong: not yet due, or nobody has earned anything. */
  | { readonly kind: "waiting"; readonly reason: string }
  /** The operator has to do something. */
  | { readonly kind: "refused"; readonly reason: string };

/** Refusals that pass by themselves within some blocks. */
const PASSING = new Set(["SettingWeightsTooFast", "CommittingWeightsTooFast", "ExhaustsResources"]);

/** Sets weights when they are due. */
export class WeightSetter {
  readonly #options: WeightSetterOptions;
  #latest: WeightsView | undefined;
  #problem: string | undefined;

  constructor(options: WeightSetterOptions) {
    this.#options = options;
    this.#latest = options.store.fact<WeightsView>(WEIGHTS_FACT);
  }

  /** The last weights that the chain took from us. */
  get latest(): WeightsView | undefined {
    return this.#latest;
  }

  /** Why weights cannot be set, as far as the operator has to do something. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /**
   * Sets weights if they are due.
   *
   * @throws {UnavailableError} When the chain cannot be reached.
   */
  async runOnce(subnet: SubnetSnapshot, signal?: AbortSignal): Promise<WeightsOutcome> {
    const outcome = await this.#try(subnet, signal);
    const problem = outcome.kind === "refused" ? outcome.reason : undefined;
    if (problem !== undefined && problem !== this.#problem) logger.error(problem);
    if (outcome.kind === "set") {
      logger.info("Weights set at block {block}: {weights}", {
        block: outcome.weights.block,
        weights: outcome.weights.entries.map(({ uid, weight }) => `${uid}:${weight}`).join(" "),
      });
    } else logger.debug("No weights: {reason}", { reason: outcome.reason });
    this.#problem = problem;
    return outcome;
  }

  async #try(
    { metagraph, rules }: SubnetSnapshot,
    signal: AbortSignal | undefined,
  ): Promise<WeightsOutcome> {
    const { policy, netuid, signer, subtensor, registry, store, clock, refusal, onSet } =
      this.#options;
    const forbidden = refusal();
    if (forbidden !== undefined) return { kind: "refused", reason: forbidden };
    const own = metagraph.neurons.find(({ hotkey }) => hotkey === signer.address);
    if (!own) {
      return {
        kind: "refused",
        reason: `Cannot set weights: hotkey ${signer.address} is not registered on netuid ` +
          `${netuid}; ${registrationRemedy(subtensor)}`,
      };
    }
    const stakeTao = Number(own.stakeRao) / RAO_PER_TAO;
    if (stakeTao < policy.minStakeTao) {
      return {
        kind: "refused",
        reason: `Cannot set weights: stake is ${stakeTao} TAO, less than ${policy.minStakeTao}; ` +
          "stake more on the hotkey or lower --neuron.min_stake_to_set_weights",
      };
    }
    if (!own.hasValidatorPermit) {
      return { kind: "waiting", reason: "no validator permit yet; the next epoch decides" };
    }
    const block = await subtensor.currentBlock(signal);
    const interval = Math.max(policy.intervalBlocks, rules.weightsRateLimitBlocks);
    const dueBlock = this.#lastSetBlock(own.lastUpdateBlock, block) + interval;
    if (block < dueBlock) return { kind: "waiting", reason: `due at block ${dueBlock}` };

    const now = clock.now();
    const earners = registry.registered()
      .map((miner) => ({ uid: miner.uid!, reward: miner.reward(now) }))
      .filter(({ reward }) => reward > 0);
    if (earners.length === 0) return { kind: "waiting", reason: "nobody has earned a reward yet" };
    const rewards = new Map(earners.map(({ uid, reward }) => [uid, reward]));
    const { uids, weights } = toChainWeights(processWeights(
      { uids: [...rewards.keys()], weights: [...rewards.values()] },
      {
        neuronCount: metagraph.neurons.length,
        minAllowedWeights: rules.minAllowedWeights,
        maxWeightLimit: rules.maxWeightLimit,
      },
    ));
    const { versionKey } = policy;
    let inclusion;
    try {
      const parameters = { netuid, uids, weights, versionKey };
      inclusion = await subtensor.setWeights(signer, parameters, signal);
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
      const kind = PASSING.has(error.chainErrorName) ? "waiting" : "refused";
      return { kind, reason: error.message };
    }
    const view: WeightsView = {
      block: inclusion.block,
      setAt: clock.now(),
      entries: uids.map((uid: Uid, index: number) => ({
        uid,
        weight: weights[index],
        reward: rewards.get(uid) ?? 0,
      })),
    };
    store.saveFact(WEIGHTS_FACT, view);
    this.#latest = view;
    onSet?.(view);
    return { kind: "set", weights: view };
  }

  /** The metagraph may be older than our last call; a chain that began anew forgot that call. */
  #lastSetBlock(knownToChain: number, block: number): number {
    const ours = this.#latest?.block ?? 0;
    const last = ours > block ? knownToChain : Math.max(ours, knownToChain);
    return last === 0 ? -Infinity : last;
  }
}
