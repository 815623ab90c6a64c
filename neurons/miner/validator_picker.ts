/**
 * Validator picker: which validator a worker asks next.
 *
 * Goes around the metagraph in the order of uids. The original also asks the subnet owner's
 * validator every fifth time, whatever its stake; that favour is left out here: it starves the
 * other validators' apps of work, wastes calls when the owner runs none, and hands the traffic of
 * all miners to whoever gets hold of that one key.
 *
 * @module
 */
import type { Metagraph, NeuronInfo } from "@threegen/chain";
import { type Hotkey, RAO_PER_TAO } from "@threegen/domain";
import type { Clock } from "@threegen/service";

/** What a picker is made of. */
export interface ValidatorPickerOptions {
  /** Our own hotkey, never picked. */
  readonly ownHotkey: Hotkey;
  /** Stake from which a neuron is asked, in TAO. Source: the original, 1000. */
  readonly minStakeTao: number;
  readonly clock: Clock;
}

/** Picks validators that serve an axon, have enough stake and need not be left alone now. */
export class ValidatorPicker {
  readonly #options: ValidatorPickerOptions;
  readonly #coolUntil = new Map<Hotkey, number>();
  #validators: readonly NeuronInfo[] = [];
  #lastUid = -1;

  constructor(options: ValidatorPickerOptions) {
    this.#options = options;
  }

  /** Takes over who is on the subnet. */
  update({ neurons }: Metagraph): void {
    const { ownHotkey, minStakeTao } = this.#options;
    this.#validators = neurons.filter(({ hotkey, axon, stakeRao }) =>
      hotkey !== ownHotkey && axon.ip !== "0.0.0.0" && axon.port !== 0 &&
      Number(stakeRao) / RAO_PER_TAO >= minStakeTao
    );
    for (const hotkey of this.#coolUntil.keys()) {
      if (!this.#validators.some((neuron) => neuron.hotkey === hotkey)) {
        this.#coolUntil.delete(hotkey);
      }
    }
  }

  /** Number of validators that could be asked, cooling or not. */
  get count(): number {
    return this.#validators.length;
  }

  /** The next validator around the circle, or nothing while all of them cool down. */
  pick(): NeuronInfo | undefined {
    const now = this.#options.clock.now();
    const ready = this.#validators.filter(({ hotkey }) => this.#readyAt(hotkey) <= now);
    const next = ready.find(({ uid }) => uid > this.#lastUid) ?? ready[0];
    if (next) this.#lastUid = next.uid;
    return next;
  }

  /** Leaves a validator alone until a time, UNIX milliseconds. */
  cool(hotkey: Hotkey, until: number): void {
    this.#coolUntil.set(hotkey, until);
  }

  /** When the next validator may be asked, UNIX milliseconds; nothing when there is none. */
  nextReadyAt(): number | undefined {
    if (this.#validators.length === 0) return undefined;
    return Math.min(...this.#validators.map(({ hotkey }) => this.#readyAt(hotkey)));
  }

  #readyAt(hotkey: Hotkey): number {
    return this.#coolUntil.get(hotkey) ?? 0;
  }
}
