import { untilAborted } from "@threegen/service";

/** Calls of one key go one after another, so that each finds the nonce that the last one left. */
export class SignerTurns {
  /** Per address, the end of its last call. */
  readonly #lastEnd = new Map<string, Promise<void>>();

  /**
   * Sends a call once those before it have ended.
   *
   * @throws What `send` throws, or the signal's reason when it aborts before the call's turn.
   */
  take<T>(
    address: string,
    signal: AbortSignal | undefined,
    send: () => Promise<T>,
  ): Promise<T> {
    const before = this.#lastEnd.get(address) ?? Promise.resolve();
    const turn = untilAborted(before, signal).then(send);
    // The next turn waits for both: this one may give up before the one before it has ended.
    const end: Promise<void> = Promise.allSettled([before, turn]).then(() => {
      if (this.#lastEnd.get(address) === end) this.#lastEnd.delete(address);
    });
    this.#lastEnd.set(address, end);
    return turn;
  }
}
