/**
 * Dendrite: the client side of calls between neurons, in the Bittensor SDK's protocol.
 *
 * @module
 */
import type { Signer } from "@threegen/chain/wallet";
import { RequestError, SubnetError, UnavailableError } from "@threegen/domain";
import { type Clock, type Fetch, unixNanoseconds } from "@threegen/service";
import { messageBodyHash } from "./body_hash.ts";
import { readBounded } from "./bounded_body.ts";
import {
  DEFAULT_TIMEOUT_SECONDS,
  inputObjectHeader,
  parseCallHeaders,
  SPOKEN_VERSION,
  type Terminal,
  terminalBody,
  writeCallHeaders,
} from "./headers.ts";
import type { Message, MessageFields, MessageInput } from "./message.ts";
import { requestMessage, signToHex } from "./signing.ts";
import { withinTime } from "./time_limit.ts";
import { parseWireJson, stringifyWireJson } from "./wire_json.ts";

/** Whom to call, as the chain lists it. */
export interface AxonTarget {
  /** IPv4 or IPv6 address. */
  readonly ip: string;
  readonly port: number;
  /** SS58 address. */
  readonly hotkey: string;
}

/** One call. */
export interface DendriteCallOptions {
  /** Longest wait for the complete answer, in milliseconds. @default {12000} */
  readonly timeoutMs?: number;
  /** Ends the call early. */
  readonly signal?: AbortSignal | undefined;
  /** Largest answer, in bytes. @default {1048576} */
  readonly maxAnswerBytes?: number;
}

/** What an axon answered. */
export interface DendriteAnswer<M extends Message> {
  /** The message as the axon returned it. */
  readonly fields: MessageFields<M>;
  /** What the axon's headers said of itself; unproven unless its signature is checked. */
  readonly axon: Terminal;
  readonly elapsedMs: number;
}

/** What a dendrite is made of. */
export interface DendriteOptions {
  /** Who calls. */
  readonly signer: Signer;
  readonly clock: Clock;
  /** @default {fetch over a pool of connections that the dendrite closes} */
  readonly fetch?: Fetch | undefined;
  /**
   * Our own address as others see it; announced, and a target with the same address is called
   * over the loopback, for most routers do not turn such calls around.
   */
  readonly externalIp?: string;
}

/** The axon could not do it now: away, too slow, overloaded or broken. Trying again may help. */
export class AxonUnavailableError extends UnavailableError {
  /** The SDK's number for it: 503 unreachable, 408 too slow, else what the axon answered. */
  readonly axonStatus: number;

  constructor(
    axonStatus: number,
    message: string,
    options: ErrorOptions & { retryAfterMs?: number } = {},
  ) {
    super(`dendrite/${axonStatus}`, message, options);
    this.axonStatus = axonStatus;
  }
}

/** The axon refused the call, or answered what does not read (422). Trying again is no use. */
export class AxonRefusedError extends RequestError {
  constructor(axonStatus: number, message: string, options: ErrorOptions = {}) {
    super(`dendrite/${axonStatus}`, message, { ...options, status: axonStatus });
  }
}

/** Calls axons; one uuid and one pool of connections for its lifetime. */
export class Dendrite implements AsyncDisposable {
  readonly #signer: Signer;
  readonly #clock: Clock;
  readonly #fetch: Fetch;
  readonly #externalIp: string | undefined;
  readonly #client: Deno.HttpClient | undefined;
  readonly #uuid = crypto.randomUUID();
  #lastNonce = 0n;

  constructor({ signer, clock, fetch, externalIp }: DendriteOptions) {
    this.#signer = signer;
    this.#clock = clock;
    this.#externalIp = externalIp;
    if (fetch) {
      this.#fetch = fetch;
    } else {
      const client = Deno.createHttpClient({ poolIdleTimeout: 30_000, poolMaxIdlePerHost: 4 });
      this.#client = client;
      this.#fetch = (input, init) => globalThis.fetch(input, { ...init, client });
    }
  }

  /** SS58 address that calls are signed with. */
  get hotkey(): string {
    return this.#signer.address;
  }

  /**
   * Calls an axon.
   *
   * @throws {AxonUnavailableError} When it is away (503), too slow (408), or answers 429 or 5xx.
   * @throws {AxonRefusedError} When it answers 4xx, or something that does not read (422).
   * @throws The signal's reason when it aborts.
   */
  async call<M extends Message>(
    target: AxonTarget,
    message: M,
    fields: MessageInput<M>,
    options: DendriteCallOptions = {},
  ): Promise<DendriteAnswer<M>> {
    const { timeoutMs = DEFAULT_TIMEOUT_SECONDS * 1000, signal, maxAnswerBytes = 1 << 20 } =
      options;
    const what = `Cannot call ${message.name} of ${target.ip}:${target.port}`;
    const url = this.#urlOf(target, message);
    const request = this.#request(target, message, fields, timeoutMs / 1000);
    const startedAt = performance.now();
    try {
      return await withinTime({
        clock: this.#clock,
        timeoutMs,
        signal,
        onTimeout: () =>
          new AxonUnavailableError(
            408,
            `${what}: Request timeout after ${timeoutMs / 1000} seconds`,
          ),
      }, async (limit) => {
        const response = await this.#fetch(url, { ...request, signal: limit, redirect: "manual" });
        const text = new TextDecoder().decode(await readBounded(response, maxAnswerBytes, limit));
        if (response.status !== 200) throw refusal(what, response, text);
        const axon = parseCallHeaders(response.headers).axon;
        return {
          fields: readAnswer(message, text),
          axon,
          elapsedMs: performance.now() - startedAt,
        };
      });
    } catch (cause) {
      throw this.#typed(cause, what, signal);
    }
  }

  /** Closes the pool of connections. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#client?.close();
    return Promise.resolve();
  }

  #urlOf({ ip, port }: AxonTarget, message: Message): string {
    const host = ip === this.#externalIp ? "127.0.0.1" : ip.includes(":") ? `[${ip}]` : ip;
    return `http://${host}:${port}/${message.name}`;
  }

  #request<M extends Message>(
    target: AxonTarget,
    message: M,
    input: MessageInput<M>,
    timeoutSeconds: number,
  ): RequestInit {
    const fields = message.schema.parse(input);
    const bodyHash = messageBodyHash(message, fields);
    const nonce = this.#nextNonce();
    const claim = {
      nonce,
      dendriteHotkey: this.#signer.address,
      axonHotkey: target.hotkey,
      uuid: this.#uuid,
      bodyHash,
    };
    const axon: Terminal = { ip: target.ip, port: target.port, hotkey: target.hotkey };
    const dendrite: Terminal = {
      ip: this.#externalIp ?? "0.0.0.0",
      version: SPOKEN_VERSION,
      nonce,
      uuid: this.#uuid,
      hotkey: this.#signer.address,
      signature: signToHex(this.#signer, requestMessage(claim)),
    };
    const headers = writeCallHeaders({
      name: message.name,
      timeoutSeconds,
      bodyHash,
      axon,
      dendrite,
    });
    for (const name of message.requiredFields) {
      headers[`bt_header_input_obj_${name}`] = inputObjectHeader(fields[name]);
    }
    headers["content-type"] = "application/json";
    headers.header_size = "0";
    headers.total_size = "0";
    const body = stringifyWireJson({
      name: message.name,
      timeout: timeoutSeconds,
      total_size: 0,
      header_size: 0,
      dendrite: terminalBody(dendrite),
      axon: terminalBody(axon),
      computed_body_hash: "",
      ...fields,
    });
    return { method: "POST", headers, body };
  }

  /** Nanoseconds, greater each time, as an axon demands of one uuid. */
  #nextNonce(): bigint {
    const now = unixNanoseconds(this.#clock);
    this.#lastNonce = now > this.#lastNonce ? now : this.#lastNonce + 1n;
    return this.#lastNonce;
  }

  #typed(cause: unknown, what: string, signal: AbortSignal | undefined): unknown {
    if (signal?.aborted) return signal.reason;
    if (cause instanceof AxonUnavailableError || cause instanceof AxonRefusedError) return cause;
    if (cause instanceof SubnetError) {
      return new AxonRefusedError(422, `${what}: the answer does not read: ${cause.message}`, {
        cause,
      });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new AxonUnavailableError(503, `${what}: Service unavailable: ${reason}`, { cause });
  }
}

function refusal(what: string, response: Response, text: string): SubnetError {
  const { status } = response;
  const message = `${what}: ${status} ${messageOf(text)}`;
  if (status >= 500 || status === 429 || status === 408) {
    const seconds = Number(response.headers.get("retry-after"));
    return new AxonUnavailableError(
      status,
      message,
      seconds > 0 ? { retryAfterMs: Math.min(seconds, 3600) * 1000 } : {},
    );
  }
  return status >= 400
    ? new AxonRefusedError(status, message)
    : new AxonRefusedError(422, `${what}: the answer has status ${status}`);
}

/** The reason in an axon's refusal, cut to one short line: its text is not ours. */
function messageOf(text: string): string {
  let reason = "";
  try {
    const parsed = parseWireJson(text) as { readonly message?: unknown } | null;
    if (typeof parsed?.message === "string") reason = parsed.message;
  } catch {
    // No JSON: the status alone has to do.
  }
  return reason.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ").slice(0, 300);
}

function readAnswer<M extends Message>(message: M, text: string): MessageFields<M> {
  const result = message.schema.safeParse(parseWireJson(text));
  if (result.success) return result.data as MessageFields<M>;
  const reasons = result.error.issues.slice(0, 5)
    .map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new RequestError("dendrite/bad-answer", reasons.join("; "), { cause: result.error });
}
