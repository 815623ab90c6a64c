/**
 * Dendrite: the client side of calls between neurons, in the Bittensor SDK's protocol.
 *
 * @module
 */
import type { Signer } from "@threegen/chain/wallet";
import { RequestError, SubnetError, UnavailableError } from "@threegen/domain";
import { type Clock, failureReason, type Fetch, unixNanoseconds } from "@threegen/service";
import { messageBodyHash, sha256Hex } from "./body_hash.ts";
import { readBounded } from "./bounded_body.ts";
import { signBtauth } from "./btauth.ts";
import { pythonFloat } from "./python_text.ts";
import {
  DEFAULT_TIMEOUT_SECONDS,
  inputObjectHeader,
  parseCallHeaders,
  SPOKEN_VERSION,
  type Terminal,
  writeCallHeaders,
} from "./headers.ts";
import type { Message, MessageFields, MessageInput } from "./message.ts";
import { schemaReasons } from "./schema_reasons.ts";
import { requestMessage, signToHex } from "./signing.ts";
import { TimeLimit } from "./time_limit.ts";
import { synapseBody } from "./synapse_body.ts";
import { parseWireJson, stringifyWireJson } from "./wire_json.ts";

/** Whom to call, as the chain lists it. */
export interface AxonTarget {
  /** IPv4 or IPv6 address; the name of a host will do. */
  readonly ip: string;
  /** 1 to 65535. */
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
  /**
   * How calls are signed. `axon` is what every axon of the SDK understands; `btauth/1` signs the
   * body too, for axons that are known to take it. @default {"axon"}
   */
  readonly scheme?: "axon" | "btauth/1";
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

/**
 * Calls axons over one pool of connections.
 *
 * An axon demands rising nonces of one uuid, and calls made at once may overtake each other on
 * their way. So each call in flight has a uuid of its own; calls one after another share one.
 */
export class Dendrite implements AsyncDisposable {
  readonly #signer: Signer;
  readonly #clock: Clock;
  readonly #fetch: Fetch;
  readonly #externalIp: string | undefined;
  readonly #scheme: "axon" | "btauth/1";
  readonly #client: Deno.HttpClient | undefined;
  readonly #freeUuids: string[] = [];
  #lastNonce = 0n;

  constructor({ signer, clock, fetch, externalIp, scheme = "axon" }: DendriteOptions) {
    this.#scheme = scheme;
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
   * @throws {RequestError} 400 when the fields or the target cannot be sent at all.
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
    // What is wrong with the call itself is its maker's fault, and no axon hears of it.
    const url = this.#urlOf(target, message, what);
    const input = readInput(message, fields, what);
    const startedAt = performance.now();
    const uuid = this.#freeUuids.pop() ?? crypto.randomUUID();
    const exchange = async (request: RequestInit): Promise<DendriteAnswer<M>> => {
      const response = await this.#fetch(url, {
        ...request,
        signal: limit.signal,
        redirect: "manual",
      });
      const text = new TextDecoder().decode(await readBounded(response, maxAnswerBytes, limit));
      if (response.status !== 200) throw refusal(what, response, text);
      return {
        fields: readAnswer(message, text),
        axon: parseCallHeaders(response.headers).axon,
        elapsedMs: performance.now() - startedAt,
      };
    };
    using limit = new TimeLimit({
      clock: this.#clock,
      timeoutMs,
      signal,
      onTimeout: () =>
        new AxonUnavailableError(
          408,
          `${what}: Request timeout after ${timeoutMs / 1000} seconds`,
        ),
    });
    try {
      const request = await this.#request(target, message, input, timeoutMs / 1000, uuid);
      try {
        return await limit.race(exchange(request));
      } catch (cause) {
        throw this.#typed(cause, what, signal);
      }
    } finally {
      this.#freeUuids.push(uuid);
    }
  }

  /** Closes the pool of connections. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#client?.close();
    return Promise.resolve();
  }

  #urlOf({ ip, port }: AxonTarget, message: Message, what: string): string {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw badCall(`${what}: port ${port} is not within 1 to 65535`);
    }
    const host = ip === this.#externalIp ? "127.0.0.1" : ip.includes(":") ? `[${ip}]` : ip;
    const url = `http://${host}:${port}/${message.name}`;
    if (!/^[\w.:-]+$/.test(ip) || !URL.canParse(url)) {
      throw badCall(`${what}: "${ip}" is no address`);
    }
    return url;
  }

  async #request(
    target: AxonTarget,
    message: Message,
    fields: Readonly<Record<string, unknown>>,
    timeoutSeconds: number,
    uuid: string,
  ): Promise<RequestInit> {
    return this.#scheme === "btauth/1"
      ? await this.#btauthRequest(target, message, fields, timeoutSeconds)
      : this.#sdkRequest(target, message, fields, timeoutSeconds, uuid);
  }

  async #btauthRequest(
    target: AxonTarget,
    message: Message,
    fields: Readonly<Record<string, unknown>>,
    timeoutSeconds: number,
  ): Promise<RequestInit> {
    const body = stringifyWireJson(fields);
    const signed = signBtauth(this.#signer, {
      method: "POST",
      target: `/${message.name}`,
      bodySha256: await sha256Hex(new TextEncoder().encode(body)),
      nonce: this.#nextNonce(),
      receiver: target.hotkey,
    });
    const headers = {
      ...signed,
      timeout: pythonFloat(timeoutSeconds),
      "content-type": "application/json",
    };
    return { method: "POST", headers, body };
  }

  #sdkRequest(
    target: AxonTarget,
    message: Message,
    fields: Readonly<Record<string, unknown>>,
    timeoutSeconds: number,
    uuid: string,
  ): RequestInit {
    const nonce = this.#nextNonce();
    const bodyHash = messageBodyHash(message, fields);
    const signed = requestMessage({
      nonce,
      dendriteHotkey: this.#signer.address,
      axonHotkey: target.hotkey,
      uuid,
      bodyHash,
    });
    const axon: Terminal = { ip: target.ip, port: target.port, hotkey: target.hotkey };
    const dendrite: Terminal = {
      ip: this.#externalIp ?? "0.0.0.0",
      version: SPOKEN_VERSION,
      nonce,
      uuid,
      hotkey: this.#signer.address,
      signature: signToHex(this.#signer, signed),
    };
    const headers = {
      ...writeCallHeaders({ name: message.name, timeoutSeconds, bodyHash, axon, dendrite }),
      // Sizes are Python's memory sizes: any number will do, but a Python axon wants one.
      header_size: "0",
      total_size: "0",
      "content-type": "application/json",
      ...Object.fromEntries(
        message.requiredFields.map((
          name,
        ) => [`bt_header_input_obj_${name}`, inputObjectHeader(fields[name])]),
      ),
    };
    const body = synapseBody({ message, timeoutSeconds, dendrite, axon, bodyHash: "" }, fields);
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
    const reason = failureReason(cause);
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
  throw new RequestError("dendrite/bad-answer", schemaReasons(result.error), {
    cause: result.error,
  });
}

function readInput<M extends Message>(
  message: M,
  input: MessageInput<M>,
  what: string,
): MessageFields<M> {
  const result = message.schema.safeParse(input);
  if (result.success) return result.data as MessageFields<M>;
  throw badCall(`${what}: ${schemaReasons(result.error)}`, result.error);
}

function badCall(message: string, cause?: unknown): RequestError {
  return new RequestError("dendrite/bad-call", message, { cause });
}
