/**
 * Calling another service: time limits, and errors that say which service is away.
 *
 * @module
 */
import { SubnetError, UnavailableError } from "@threegen/domain";
import { errorFromResponse } from "./problem.ts";

/** The `fetch` that a client uses; a Hono app's `request` in tests. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** One call. */
export interface CallOptions {
  /** What is being done, for messages: "validate asset". */
  readonly what: string;
  /** Longest wait for the complete answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Ends the call early. */
  readonly signal?: AbortSignal | undefined;
  /** @default {globalThis.fetch} */
  readonly fetch?: Fetch | undefined;
}

/**
 * Calls a service and reads the answer.
 *
 * @param read Turns an answer with a status of 2xx into the result.
 * @throws {UnavailableError} When the service cannot be reached, is too slow, or answers 5xx or 429.
 * @throws {SubnetError} What the service answered otherwise.
 */
export async function callService<T>(
  url: string,
  init: RequestInit,
  options: CallOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { what, timeoutMs, signal, fetch = globalThis.fetch } = options;
  const limit = new AbortController();
  const timer = setTimeout(
    () => limit.abort(new DOMException(`no answer within ${timeoutMs} ms`, "TimeoutError")),
    timeoutMs,
  );
  const onAbort = () => limit.abort(signal?.reason);
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    const response = await fetch(url, { ...init, signal: limit.signal });
    if (!response.ok) throw await errorFromResponse(response, what);
    return await read(response);
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof SubnetError) throw cause;
    throw new UnavailableError(
      "service/unreachable",
      `Cannot ${what}: ${new URL(url).origin}: ${failureReason(cause)}`,
      { cause },
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/**
 * Says in words why a call failed. `fetch` itself says "fetch failed" only; its cause knows more,
 * after an address that the caller names anyway:
 * `error sending request for url (…): client error (Connect): tcp connect error: Connection refused`.
 */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error instanceof TypeError && error.cause instanceof Error
    ? error.cause
    : error;
  return message.replace(/^error sending request .*?: client error \(\w+\): /, "");
}
