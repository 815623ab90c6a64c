/**
 * Reading a body without trusting its sender: one limit per body, one for all bodies together.
 *
 * @module
 */
import { RequestError, UnavailableError } from "@threegen/domain";
import type { TimeLimit } from "./time_limit.ts";

/** A body, sent or answered. */
export interface BodySource {
  readonly headers: { get(name: string): string | null | undefined };
  readonly body: ReadableStream<Uint8Array> | null;
  bytes?(): Promise<Uint8Array>;
}

/** Bodies of at most this size are read in one piece, which is much faster than a stream. */
const SMALL_BYTES = 65_536;

/** Where the bytes of a body are counted while it is held. */
export interface ByteCount {
  /** Takes bytes; @throws {UnavailableError} when too many are held. */
  take(sizeBytes: number): void;
  /** Gives bytes back. */
  give(sizeBytes: number): void;
}

/** Counts the bytes of all bodies in memory. */
export class BodyBudget implements ByteCount {
  readonly #maxBytes: number;
  #usedBytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes held now. */
  get usedBytes(): number {
    return this.#usedBytes;
  }

  /** Takes bytes; @throws {UnavailableError} when too many are held. */
  take(sizeBytes: number): void {
    if (this.#usedBytes + sizeBytes > this.#maxBytes) {
      throw new UnavailableError(
        "protocol/bodies-full",
        "Cannot take body: too many are being read; try again later",
      );
    }
    this.#usedBytes += sizeBytes;
  }

  /** Gives bytes back. */
  give(sizeBytes: number): void {
    this.#usedBytes -= sizeBytes;
  }
}

/** A budget of which nobody takes more than a share, so that one cannot crowd out the others. */
export class SharedBodyBudget {
  readonly #whole: BodyBudget;
  readonly #maxShareBytes: number;
  /** Of those only who hold bytes now, so that it needs no bound of its own. */
  readonly #shares = new Map<string, BodyBudget>();

  constructor(maxBytes: number, maxShareBytes: number) {
    this.#whole = new BodyBudget(maxBytes);
    this.#maxShareBytes = maxShareBytes;
  }

  /** How many hold bytes now. */
  get holders(): number {
    return this.#shares.size;
  }

  /** Returns the share of one holder. */
  shareOf(holder: string): ByteCount {
    return {
      take: (sizeBytes) => {
        const share = this.#shares.get(holder) ?? new BodyBudget(this.#maxShareBytes);
        share.take(sizeBytes);
        try {
          this.#whole.take(sizeBytes);
        } catch (error) {
          share.give(sizeBytes);
          throw error;
        }
        if (share.usedBytes > 0) this.#shares.set(holder, share);
      },
      give: (sizeBytes) => {
        const share = this.#shares.get(holder);
        if (share === undefined) return;
        share.give(sizeBytes);
        this.#whole.give(sizeBytes);
        if (share.usedBytes === 0) this.#shares.delete(holder);
      },
    };
  }
}

/**
 * Reads a body whole.
 *
 * @param take Called with the size of every piece before it is kept; may throw.
 * @throws {RequestError} 413 when it is larger than `maxBytes`.
 * @throws What ended the time limit. In every case the rest of the body is cancelled.
 */
export async function readBounded(
  source: BodySource,
  maxBytes: number,
  limit: TimeLimit,
  take: (sizeBytes: number) => void = () => {},
): Promise<Uint8Array> {
  const { headers } = source;
  const declaredBytes = readLength(headers.get("content-length"));
  // Of a compressed answer the length says little: `fetch` unpacks it, to gigabytes if need be.
  const isPlain = !headers.get("content-encoding");
  if (source.bytes && isPlain && declaredBytes <= Math.min(maxBytes, SMALL_BYTES)) {
    take(declaredBytes);
    return await limit.race(source.bytes());
  }
  const { body } = source;
  if (body === null) return new Uint8Array();
  const { signal } = limit;
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  const cancel = (reason: unknown) => void reader.cancel(reason).catch(() => {});
  const onAbort = () => cancel(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    signal.throwIfAborted();
    if (declaredBytes > maxBytes && declaredBytes < Infinity) throw tooLarge(maxBytes);
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      sizeBytes += value.length;
      if (sizeBytes > maxBytes) throw tooLarge(maxBytes);
      take(value.length);
      pieces.push(value);
    }
  } catch (error) {
    cancel(error);
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
  return pieces.length === 1 ? pieces[0] : concatenate(pieces, sizeBytes);
}

/** Size that the sender declared, which HTTP then enforces; Infinity when it declared none. */
function readLength(text: string | null | undefined): number {
  return typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : Infinity;
}

function concatenate(pieces: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function tooLarge(maxBytes: number): RequestError {
  return new RequestError(
    "protocol/too-large",
    `Cannot read body: it is larger than ${maxBytes} bytes`,
    { status: 413 },
  );
}
