/**
 * Subnet view: the validator's picture of the subnet on the chain, read again from time to time.
 *
 * @module
 */
import type { Hyperparameters, Metagraph, NeuronInfo, Subtensor } from "@threegen/chain";
import type { Hotkey, Netuid } from "@threegen/domain";
import type { Clock } from "@threegen/service";

/** The subnet at one block. */
export interface SubnetSnapshot {
  readonly metagraph: Metagraph;
  readonly rules: Hyperparameters;
  /** When it was read, UNIX milliseconds. */
  readonly readAt: number;
}

/** What a view is made of. */
export interface SubnetViewOptions {
  readonly subtensor: Subtensor;
  readonly netuid: Netuid;
  readonly clock: Clock;
  /** Told of every new snapshot. */
  readonly onSync: (snapshot: SubnetSnapshot) => void;
}

/** Keeps the newest snapshot of a subnet. */
export class SubnetView {
  readonly #options: SubnetViewOptions;
  #snapshot: SubnetSnapshot | undefined;
  #reading: Promise<SubnetSnapshot> | undefined;

  constructor(options: SubnetViewOptions) {
    this.#options = options;
  }

  /** The newest snapshot; undefined before the first. */
  get snapshot(): SubnetSnapshot | undefined {
    return this.#snapshot;
  }

  /** A neuron by its hotkey. */
  neuron(hotkey: Hotkey): NeuronInfo | undefined {
    return this.#snapshot?.metagraph.neurons.find((neuron) => neuron.hotkey === hotkey);
  }

  /** Whether the snapshot is at least this old, or missing. */
  isOlderThan(ageMs: number): boolean {
    return !this.#snapshot || this.#options.clock.now() - this.#snapshot.readAt >= ageMs;
  }

  /**
   * Reads the subnet; calls at the same time share one reading.
   *
   * @throws {UnavailableError} When the chain cannot be reached.
   */
  sync(signal?: AbortSignal): Promise<SubnetSnapshot> {
    this.#reading ??= this.#read(signal).finally(() => this.#reading = undefined);
    return this.#reading;
  }

  async #read(signal: AbortSignal | undefined): Promise<SubnetSnapshot> {
    const { subtensor, netuid, clock, onSync } = this.#options;
    const [metagraph, rules] = await Promise.all([
      subtensor.metagraph(netuid, signal),
      subtensor.hyperparameters(netuid, signal),
    ]);
    const snapshot = { metagraph, rules, readAt: clock.now() };
    this.#snapshot = snapshot;
    onSync(snapshot);
    return snapshot;
  }
}
