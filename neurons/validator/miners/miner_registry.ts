import type { Metagraph } from "@threegen/chain";
import type { Hotkey } from "@threegen/domain";
import type { ValidatorStore } from "../store/validator_store.ts";
import { Miner } from "./miner.ts";

/** How long a hotkey that left the subnet is remembered, in milliseconds. */
const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

/** Every miner that the validator knows, by hotkey; restored from the store. */
export class MinerRegistry {
  readonly #store: ValidatorStore;
  readonly #miners = new Map<Hotkey, Miner>();

  constructor(store: ValidatorStore, now: number) {
    this.#store = store;
    for (const { hotkey, record, observations } of store.miners(now)) {
      this.#miners.set(hotkey, new Miner(hotkey, record, observations));
    }
  }

  /** The miner of a registered hotkey. */
  get(hotkey: Hotkey): Miner | undefined {
    const miner = this.#miners.get(hotkey);
    return miner?.uid === undefined ? undefined : miner;
  }

  /** Every registered miner, ordered by uid. */
  registered(): readonly Miner[] {
    return [...this.#miners.values()].filter(({ uid }) => uid !== undefined)
      .sort((a, b) => a.uid! - b.uid!);
  }

  /** Takes over who is registered; forgets who left long ago. */
  sync(metagraph: Metagraph, now: number): void {
    for (const miner of this.#miners.values()) miner.uid = undefined;
    for (const { uid, hotkey } of metagraph.neurons) {
      let miner = this.#miners.get(hotkey);
      if (!miner) this.#miners.set(hotkey, miner = new Miner(hotkey));
      miner.uid = uid;
    }
    for (const [hotkey, miner] of this.#miners) {
      if (miner.uid !== undefined || miner.isValidating) continue;
      const lastSeenAt = miner.record.lastSeenAt ?? 0;
      if (lastSeenAt > now - FORGET_AFTER_MS) continue;
      this.#miners.delete(hotkey);
      this.#store.deleteMiner(hotkey);
    }
  }

  /** Writes every miner that ever spoke to us; pulls during a cooldown are not written at once. */
  save(): void {
    this.#store.transaction(() => {
      for (const miner of this.#miners.values()) {
        if (miner.record.lastSeenAt !== null) this.#store.saveMiner(miner.hotkey, miner.record);
      }
    });
  }
}
