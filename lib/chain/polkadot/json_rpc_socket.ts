/**
 * One WebSocket to one node, speaking JSON-RPC. It lives once: when it closes, it stays closed,
 * and every call that waits fails with {@linkcode UnavailableError}.
 *
 * @module
 */
import { UnavailableError } from "@threegen/domain";
import { type Clock, untilAborted } from "@threegen/service";
import { z } from "zod";

/** The node understood the call and refused it. */
export class RpcError extends Error {
  readonly code: number;
  /** What the node added, as text. */
  readonly details: string;

  constructor(code: number, message: string, details: string) {
    super(details === "" ? message : `${message}: ${details}`);
    this.name = "RpcError";
    this.code = code;
    this.details = details;
  }
}

const Answer = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({
    code: z.number(),
    message: z.string(),
    data: z.unknown().optional(),
  }).optional(),
});

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Ends the wait for the answer. */
  readonly limit: AbortController;
}

/** How a socket behaves. */
export interface JsonRpcSocketOptions {
  /** `ws://…` or `wss://…`. */
  readonly endpoint: string;
  /** Longest wait for the connection, in milliseconds. */
  readonly connectTimeoutMs: number;
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs: number;
  /** What the waits are measured by. */
  readonly clock: Clock;
  /** Ends the wait for the connection. */
  readonly signal?: AbortSignal;
}

/** One connection to one node. Make it with {@linkcode JsonRpcSocket.open}. */
export class JsonRpcSocket implements AsyncDisposable {
  readonly endpoint: string;
  readonly #socket: WebSocket;
  readonly #timeoutMs: number;
  readonly #clock: Clock;
  readonly #waiting = new Map<number, Waiting>();
  readonly #closed = Promise.withResolvers<void>();
  #nextId = 1;
  #isOpen = true;

  private constructor(socket: WebSocket, options: JsonRpcSocketOptions) {
    this.endpoint = options.endpoint;
    this.#socket = socket;
    this.#timeoutMs = options.timeoutMs;
    this.#clock = options.clock;
    socket.addEventListener("message", ({ data }) => this.#receive(data));
    socket.addEventListener("close", () => {
      this.#fail("the connection was closed");
      this.#closed.resolve();
    });
    socket.addEventListener("error", () => this.#fail("the connection broke"));
  }

  /**
   * Connects.
   *
   * @throws {UnavailableError} When the node cannot be reached in time.
   * @throws The signal's reason when it aborts first.
   */
  static async open(options: JsonRpcSocketOptions): Promise<JsonRpcSocket> {
    const { endpoint, connectTimeoutMs, clock, signal } = options;
    const socket = new WebSocket(endpoint);
    const opened = Promise.withResolvers<void>();
    const refuse = (why: string) =>
      opened.reject(
        new UnavailableError("chain/unreachable", `Cannot connect to ${endpoint}: ${why}`),
      );
    const onOpen = () => opened.resolve();
    const onError = (event: Event) =>
      refuse(event instanceof ErrorEvent && event.message ? event.message : "no answer");
    const onClose = () => refuse("the node closed the connection");
    socket.addEventListener("open", onOpen);
    socket.addEventListener("error", onError);
    socket.addEventListener("close", onClose);
    const limit = startLimit(
      clock,
      connectTimeoutMs,
      () => refuse(`no answer within ${connectTimeoutMs} ms`),
    );
    try {
      await untilAborted(opened.promise, signal);
      return new JsonRpcSocket(socket, options);
    } catch (error) {
      socket.close();
      throw error;
    } finally {
      limit.abort();
      socket.removeEventListener("open", onOpen);
      socket.removeEventListener("error", onError);
      socket.removeEventListener("close", onClose);
    }
  }

  /** Whether calls can be sent. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * Sends a call and waits for its answer.
   *
   * @param timeoutMs Longest wait for this answer. @default {the socket's own}
   * @throws {RpcError} When the node refuses.
   * @throws {UnavailableError} When the connection is gone, or no answer comes in time. The call
   *   may have taken effect all the same.
   */
  send(
    method: string,
    parameters: readonly unknown[] = [],
    timeoutMs = this.#timeoutMs,
  ): Promise<unknown> {
    if (!this.#isOpen) return Promise.reject(this.#gone(method, "the connection is closed"));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const limit = startLimit(this.#clock, timeoutMs, () => {
        // A node that does not answer may be half dead: others shall not wait for it too.
        this.#fail(`no answer to ${method} within ${timeoutMs} ms`);
      });
      this.#waiting.set(id, { resolve, reject, limit });
      try {
        this.#socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params: parameters }));
      } catch {
        this.#fail("the connection is closed");
      }
    });
  }

  /** Closes and waits until it is closed, two seconds at most. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#fail("the client closed the connection");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 2000);
    });
    await Promise.race([this.#closed.promise, patience]);
    clearTimeout(timer);
  }

  #receive(frame: unknown): void {
    let parsed: unknown;
    try {
      parsed = typeof frame === "string" ? JSON.parse(frame) : undefined;
    } catch {
      // Handled below, like every other frame that is no answer.
    }
    // Notifications of subscriptions have no id; this client subscribes to nothing.
    if (typeof parsed === "object" && parsed !== null && !("id" in parsed)) return;
    const answer = Answer.safeParse(parsed);
    if (!answer.success) return this.#fail("the node does not speak JSON-RPC");
    const { id, result, error } = answer.data;
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    waiting.limit.abort();
    if (!error) return waiting.resolve(result);
    const details = error.data === undefined || error.data === null
      ? ""
      : typeof error.data === "string"
      ? error.data
      : JSON.stringify(error.data);
    waiting.reject(new RpcError(error.code, error.message, details));
  }

  /** Ends the connection and every call that waits. */
  #fail(why: string): void {
    this.#isOpen = false;
    for (const { reject, limit } of this.#waiting.values()) {
      limit.abort();
      reject(this.#gone("answer", why));
    }
    this.#waiting.clear();
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.close();
  }

  #gone(what: string, why: string): UnavailableError {
    return new UnavailableError(
      "chain/unreachable",
      `Cannot get ${what} from ${this.endpoint}: ${why}`,
    );
  }
}

/** Calls `onTime` after a while, unless what it returns is aborted before. */
function startLimit(clock: Clock, timeoutMs: number, onTime: () => void): AbortController {
  const limit = new AbortController();
  clock.sleep(timeoutMs, limit.signal).then(onTime, () => {
    // It was aborted: the wait ended in time.
  });
  return limit;
}
