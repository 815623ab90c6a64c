import { RequestError, SubnetError } from "@threegen/domain";
import { type BodySource, type ByteCount, readBounded } from "./bounded_body.ts";
import type { HeaderMap } from "./headers.ts";
import type { TimeLimit } from "./time_limit.ts";

/** The body of one call: read once, counted while it is held. */
export class CallBody implements BodySource {
  readonly headers: HeaderMap;
  readonly #request: Request;
  readonly #maxBytes: number;
  readonly #limit: TimeLimit;
  #budget?: ByteCount;
  #heldBytes = 0;
  #reading?: Promise<Uint8Array>;

  constructor(request: Request, headers: HeaderMap, maxBytes: number, limit: TimeLimit) {
    this.#request = request;
    this.headers = headers;
    this.#maxBytes = maxBytes;
    this.#limit = limit;
  }

  get body(): ReadableStream<Uint8Array> | null {
    return this.#request.body;
  }

  bytes(): Promise<Uint8Array> {
    return this.#request.bytes();
  }

  /**
   * Reads the body on the first call; its bytes count against that call's budget.
   *
   * @throws {RequestError} 400 when the caller does not send all of it, 413 when it is too large.
   */
  read(budget: ByteCount): Promise<Uint8Array> {
    this.#reading ??= readBounded(this, this.#maxBytes, this.#limit, (sizeBytes) => {
      budget.take(sizeBytes);
      this.#budget = budget;
      this.#heldBytes += sizeBytes;
    }).catch((cause) => {
      if (cause instanceof SubnetError) throw cause;
      // The connection's own error: the caller's doing, not a fault of this server.
      throw new RequestError("protocol/broken-body", "Cannot read body: it breaks off", { cause });
    });
    return this.#reading;
  }

  /** The call is over; an unread body is left to the server to discard. */
  release(): void {
    this.#budget?.give(this.#heldBytes);
    this.#heldBytes = 0;
  }
}
