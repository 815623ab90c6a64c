/**
 * Sender: empties the spool into the collector.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import type { CollectorClient } from "@threegen/prompt-collector/client";
import type { Spool } from "./spool.ts";

/** Most prompts in one request. */
const MAX_REQUEST = 5000;

/** What a sender works with. */
export interface SenderOptions {
  readonly spool: Spool;
  readonly client: CollectorClient;
  readonly apiKey: string;
  /** Fewest prompts worth a request. Source: the original waits for 1000. */
  readonly batchSize: number;
  /** Told about each request that was answered. */
  readonly onSent?: (counts: SentCounts) => void;
}

/** What the collector answered. */
export interface SentCounts {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** Sends spooled prompts; what was not answered stays in the spool. */
export class Sender {
  readonly #options: SenderOptions;
  #largest = MAX_REQUEST;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /**
   * Sends full batches until less than one is left.
   *
   * @param everything Sends an incomplete batch as well.
   * @throws {UnavailableError} When the collector is away.
   * @throws {RequestError} When the collector refuses the key.
   */
  async send(signal?: AbortSignal, everything = false): Promise<void> {
    const { spool, client, apiKey, batchSize, onSent } = this.#options;
    const least = everything ? 1 : batchSize;
    while (spool.size >= least) {
      const batch = spool.peek(Math.max(1, Math.min(this.#largest, spool.size)));
      const prompts = batch.map(({ text, category }) => ({ text, category }));
      try {
        onSent?.(await client.submit({ apiKey, prompts, signal }));
      } catch (error) {
        const isTooLarge = error instanceof RequestError && error.status === 413;
        if (!isTooLarge || batch.length === 1) throw error;
        this.#largest = Math.floor(batch.length / 2);
        continue;
      }
      spool.remove(batch);
    }
  }
}
