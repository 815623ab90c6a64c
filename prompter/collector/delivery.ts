/**
 * Delivery: one validator's next batch, streamed as `{"prompts":[…]}` from the store.
 *
 * The answer's last bytes are held back until the store has noted the batch as delivered. So a
 * validator never gets a prompt twice, and an answer that breaks in the middle is given again.
 * (Holding back only the end of the HTTP message would not do: a client that inflates is content
 * with the end of the gzip stream.)
 *
 * @module
 */
import type { Clock } from "@threegen/service";
import { nextTurn } from "./next_turn.ts";
import type { Lease, PromptStore } from "./prompt_store.ts";

/** Prompts read from the store at once: about 2 ms of the thread's time. */
const PAGE = 2000;

/** One answer. */
export interface DeliveryOptions {
  readonly store: PromptStore;
  readonly clock: Clock;
  readonly hotkey: string;
  readonly leaseId: string;
  readonly lease: Extract<Lease, { kind: "leased" }>;
  /** How long the batch is held without progress, in milliseconds. */
  readonly leaseMs: number;
  /** Compresses the answer. */
  readonly gzip: boolean;
  /** Told when the batch was delivered. */
  readonly onDelivered?: (prompts: number) => void;
}

/** Returns the answer's body. Reading it to the end delivers the batch; cancelling gives it back. */
export function streamDelivery(options: DeliveryOptions): ReadableStream<Uint8Array> {
  const { store, hotkey, leaseId, lease, gzip, onDelivered } = options;
  const plain = streamPages(options);
  const reader = (gzip ? plain.pipeThrough(new CompressionStream("gzip")) : plain).getReader();
  let held: Uint8Array | undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        held ??= (await reader.read()).value;
        const { done, value } = await reader.read();
        if (done && !await store.complete(hotkey, leaseId, lease.through)) {
          throw new LostLeaseError();
        }
        if (held) controller.enqueue(held);
        held = value;
        if (!done) return;
        onDelivered?.(lease.count);
        controller.close();
      } catch (error) {
        await store.release(hotkey, leaseId);
        throw error;
      }
    },
    async cancel(reason) {
      await store.release(hotkey, leaseId);
      await reader.cancel(reason);
    },
  }, { highWaterMark: 0 });
}

/** The reader was so slow that the batch was given to another answer. */
class LostLeaseError extends Error {
  constructor() {
    super("Cannot finish answer: it made no progress for too long and the batch was given back");
    this.name = "LostLeaseError";
  }
}

function streamPages(options: DeliveryOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { store, clock, hotkey, leaseId, lease, leaseMs } = options;
  const encoder = new TextEncoder();
  let after = lease.after;
  let separator = "";
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(encoder.encode('{"prompts":['));
    },
    async pull(controller) {
      const page = await store.read(after, lease.through, PAGE);
      const last = page.at(-1);
      if (!last) {
        controller.enqueue(encoder.encode("]}"));
        controller.close();
        return;
      }
      if (after !== lease.after && !await store.renew(hotkey, leaseId, clock.now() + leaseMs)) {
        throw new LostLeaseError();
      }
      after = last.seq;
      let text = "";
      for (const prompt of page) {
        text += separator + JSON.stringify(prompt.text);
        separator = ",";
      }
      controller.enqueue(encoder.encode(text));
      // Without this turn, a fast reader would keep every other request waiting until the end.
      await nextTurn();
    },
  }, { highWaterMark: 0 });
}
