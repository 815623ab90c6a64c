/**
 * Who may fetch prompts: validators of the subnet with enough stake, and an allow-list.
 *
 * @module
 */
import type { Hotkey, Netuid } from "@threegen/domain";
import type { Subtensor } from "@threegen/chain";

/** What the gate asks of the chain. */
export type ChainView = Pick<Subtensor, "metagraph" | typeof Symbol.asyncDispose>;

/** Rules of the gate. */
export interface GateOptions {
  /**
   * Connects to the chain, at the first refresh, so that a collector starts while the chain is
   * away. Without it, only the allow-list gets in.
   */
  readonly connect?: (() => Promise<ChainView>) | undefined;
  readonly netuid: Netuid;
  /** Least stake, in rao. */
  readonly minStakeRao: bigint;
  /** Asks for the chain's validator permit as well. */
  readonly requiresPermit?: boolean;
  /** Hotkeys that get in whatever their stake, such as the subnet owner's. */
  readonly allowed?: readonly Hotkey[];
}

/** What the gate thinks of a hotkey. */
export type Standing = "welcome" | "unregistered" | "stake-too-low" | "no-permit" | "not-ready";

/** Knows the subnet's validators from the newest metagraph it could get. */
export class ValidatorGate implements AsyncDisposable {
  readonly #options: GateOptions;
  readonly #allowed: ReadonlySet<string>;
  #neurons: ReadonlyMap<string, { stakeRao: bigint; hasValidatorPermit: boolean }> | undefined;
  #chain: ChainView | undefined;
  #block = 0;

  constructor(options: GateOptions) {
    this.#options = options;
    this.#allowed = new Set(options.allowed ?? []);
    if (!options.connect) this.#neurons = new Map();
  }

  /** Block of the metagraph in use; 0 before the first. */
  get block(): number {
    return this.#block;
  }

  /** Whether the gate can tell who is who. */
  get isReady(): boolean {
    return this.#neurons !== undefined;
  }

  /** Takes the newest metagraph. When the chain is away, throws and the old one stays in use. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { connect, netuid } = this.#options;
    if (!connect) return;
    this.#chain ??= await connect();
    const metagraph = await this.#chain.metagraph(netuid, signal);
    this.#neurons = new Map(metagraph.neurons.map((neuron) => [neuron.hotkey, neuron]));
    this.#block = metagraph.block;
  }

  /** Says whether a hotkey may fetch prompts; its signature is checked elsewhere. */
  standingOf(hotkey: string): Standing {
    if (this.#allowed.has(hotkey)) return "welcome";
    if (!this.#neurons) return "not-ready";
    const neuron = this.#neurons.get(hotkey);
    if (!neuron) return "unregistered";
    if (neuron.stakeRao < this.#options.minStakeRao) return "stake-too-low";
    if (this.#options.requiresPermit && !neuron.hasValidatorPermit) return "no-permit";
    return "welcome";
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#chain?.[Symbol.asyncDispose]();
  }
}
