/**
 * Axon: the server side of calls between neurons, in the Bittensor SDK's protocol.
 *
 * Order: address limit → headers → proof of the caller → hotkey limit → blacklist → priority →
 * body → handler. Only a proven caller reaches a blacklist, and a body is read only for a caller
 * who is welcome (unless the scheme signs the body itself).
 *
 * @module
 */
import { type Signer, verifySignature } from "@threegen/chain/wallet";
import { RequestError, SubnetError, UnavailableError } from "@threegen/domain";
import { type Clock, getLogger, unixNanoseconds } from "@threegen/service";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { createAddressVerifier } from "./address_verifier.ts";
import { messageBodyHash } from "./body_hash.ts";
import { BodyBudget, readBounded } from "./bounded_body.ts";
import { btauthScheme } from "./btauth.ts";
import type { CallScheme, ProvenCall, SchemeName } from "./call_scheme.ts";
import { epistulaScheme } from "./epistula.ts";
import {
  DEFAULT_TIMEOUT_SECONDS,
  SPOKEN_VERSION,
  type Terminal,
  writeCallHeaders,
} from "./headers.ts";
import type { Message, MessageFields } from "./message.ts";
import { type NonceOptions, NonceStore } from "./nonce.ts";
import { PriorityGate } from "./priority_gate.ts";
import { addressKey, type Rate, RateLimiter } from "./rate_limit.ts";
import { ReplySigner } from "./reply_signer.ts";
import { sdkScheme } from "./sdk_scheme.ts";
import type { Verifier } from "./signing.ts";
import { synapseBody } from "./synapse_body.ts";
import { TimeLimit } from "./time_limit.ts";
import { parseWireJson } from "./wire_json.ts";

export { loadWasmVerifier } from "./wasm_verifier.ts";
export type { SchemeName, Verifier };

/** Who calls; the hotkey is proven. */
export interface Caller {
  /** SS58 address of the key that signed the call. */
  readonly hotkey: string;
  /** Address that the call came from. */
  readonly ip: string;
  /** How the caller was proven. */
  readonly scheme: SchemeName;
  /** Version that the caller announced, such as 10002000; 0 when it announced none. */
  readonly version: number;
  /** How long the call may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Aborts when the call's time is up. */
  readonly signal: AbortSignal;
}

/** Pieces of a streamed answer. */
export type AnswerStream = AsyncIterable<Uint8Array | string>;

/** What a handler returns: fields to change in the message, or a stream instead. */
export type Answer<M extends Message = Message> = Partial<MessageFields<M>> | AnswerStream;

/** One message that an axon takes. Build with {@linkcode axonRoute}, which infers the fields. */
export interface AxonRoute<M extends Message = Message> {
  readonly message: M;
  /** Does the work. The answer is the message with the returned fields changed. */
  handler(fields: MessageFields<M>, caller: Caller): Promise<Answer<M>> | Answer<M>;
  /** Returns why a proven caller is not welcome, or nothing when it is. */
  blacklist?(caller: Caller): Promise<string | undefined> | string | undefined;
  /** How much the caller matters when there is no room for all; larger goes first. @default {0} */
  priority?(caller: Caller): Promise<number> | number;
  /** Largest body, in bytes. @default {the axon's} */
  readonly maxBodyBytes?: number;
}

/** Infers the types of a route from its message. */
export function axonRoute<M extends Message>(route: AxonRoute<M>): AxonRoute {
  return route as unknown as AxonRoute;
}

/** One call, after it was answered; for metrics and the log. */
export interface AnsweredCall {
  /** Name of the message; "" when it is unknown. */
  readonly message: string;
  /** HTTP status. */
  readonly status: number;
  /** Who called; absent when that was not proven. */
  readonly hotkey?: string;
  /** Address that the call came from. */
  readonly ip: string;
  readonly elapsedMs: number;
}

/** What an axon is made of. */
export interface AxonOptions {
  /** Our identity: receiver of every call, signer of every answer. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly routes: readonly AxonRoute[];
  /** Address that answers announce. @default {"0.0.0.0"} */
  readonly ip?: string;
  /** Port that answers announce. @default {8091} */
  readonly port?: number;
  /** Largest body of a call, in bytes. @default {33554432} */
  readonly maxBodyBytes?: number;
  /** Bytes of all bodies of proven callers held at once. @default {268435456} */
  readonly maxBufferedBytes?: number;
  /**
   * Bytes of all bodies held before their sender is proven, for schemes that sign the body; a
   * budget of its own, so that strangers cannot crowd out anyone else. @default {67108864}
   */
  readonly maxUnprovenBytes?: number;
  /**
   * Longest time for one call from its headers to the end of its answer, in milliseconds.
   * @default {300000}
   */
  readonly maxTimeMs?: number;
  /** Calls whose body is read or whose handler runs at once. @default {256} */
  readonly maxRunning?: number;
  /** Calls that wait for that. @default {1024} */
  readonly maxQueued?: number;
  /** Calls from one address, before any signature is checked. @default {50/s, burst 250} */
  readonly addressRate?: Rate;
  /** Calls from one proven hotkey. @default {10/s, burst 50} */
  readonly hotkeyRate?: Rate;
  /** Accepted ways to prove who calls; the first that a call speaks counts. @default {btauth/1, axon} */
  readonly schemes?: readonly SchemeName[];
  /** How long a nonce of the SDK's scheme counts. */
  readonly nonces?: Omit<NonceOptions, "clock">;
  /** Checks signatures; {@linkcode loadWasmVerifier} is faster. @default {the wallet's} */
  readonly verify?: Verifier;
  /** Told of every call after its answer. */
  readonly onAnswered?: (call: AnsweredCall) => void;
}

/** The call that every axon of the SDK answers: nothing in, nothing out. */
export const Ping = {
  name: "Synapse",
  requiredFields: [],
  schema: z.object({}),
} as const satisfies Message;

const logger = () => getLogger(["threegen", "protocol", "axon"]);

/** Returns a Hono app that takes the messages of its routes, `/Synapse` and `GET /health`. */
export function createAxon(options: AxonOptions): Hono {
  const axon = new Axon(options);
  const app = new Hono();
  app.get("/health", (context) => context.json({ status: "healthy", name: "axon" }));
  app.all("*", (context) => axon.answer(context));
  return app;
}

/** Source: the longest timeout of the subnet's messages, SubmitResults' 300 s. */
const DEFAULT_MAX_TIME_MS = 300_000;

/** A call on its way through the pipeline; the rest is filled in as it becomes known. */
interface Passage {
  readonly startedAt: number;
  readonly ip: string;
  readonly timeoutMs: number;
  readonly limit: TimeLimit;
  route?: AxonRoute;
  proven?: ProvenCall;
  /** A stream goes on after the response was returned, and cleans up itself. */
  isStreaming?: boolean;
}

class Axon {
  readonly #options: AxonOptions;
  readonly #routes: ReadonlyMap<string, AxonRoute>;
  readonly #schemes: readonly CallScheme[];
  readonly #addresses: RateLimiter;
  readonly #hotkeys: RateLimiter;
  readonly #gate: PriorityGate;
  readonly #budget: BodyBudget;
  readonly #unprovenBudget: BodyBudget;
  readonly #uuid = crypto.randomUUID();
  readonly #replies: ReplySigner;

  constructor(options: AxonOptions) {
    const { clock, routes } = options;
    this.#options = options;
    this.#replies = new ReplySigner(options.signer, clock, this.#uuid);
    this.#routes = new Map(
      [axonRoute({ message: Ping, handler: () => ({}) }), ...routes]
        .map((route) => [route.message.name, route]),
    );
    this.#schemes = buildSchemes(options);
    this.#addresses = new RateLimiter(
      options.addressRate ?? { perSecond: 50, burst: 250 },
      clock,
    );
    this.#hotkeys = new RateLimiter(options.hotkeyRate ?? { perSecond: 10, burst: 50 }, clock);
    this.#gate = new PriorityGate(options.maxRunning ?? 256, options.maxQueued ?? 1024);
    this.#budget = new BodyBudget(options.maxBufferedBytes ?? 1 << 28);
    this.#unprovenBudget = new BodyBudget(options.maxUnprovenBytes ?? 1 << 26);
  }

  /** Answers one call; every failure becomes a status and a message. */
  async answer(context: Context): Promise<Response> {
    const { clock, maxTimeMs = DEFAULT_MAX_TIME_MS } = this.#options;
    // The timeout is not signed, but it can only shorten. The request's own signal is of no use
    // here: Deno aborts it after every answer, and warns of that when it is touched.
    const askedMs = Number(context.req.raw.headers.get("timeout") ?? NaN) * 1000;
    const timeoutMs = askedMs < maxTimeMs ? askedMs : maxTimeMs;
    const limit = new TimeLimit({ clock, timeoutMs, onTimeout: timedOut });
    const passage: Passage = {
      startedAt: performance.now(),
      ip: callerAddress(context),
      timeoutMs,
      limit,
    };
    let response: Response;
    try {
      response = await this.#run(context.req.raw, passage);
    } catch (error) {
      response = this.#refusal(passage, error);
    }
    if (!passage.isStreaming) limit[Symbol.dispose]();
    this.#options.onAnswered?.({
      message: passage.route?.message.name ?? "",
      status: response.status,
      ip: passage.ip,
      elapsedMs: performance.now() - passage.startedAt,
      ...(passage.proven ? { hotkey: passage.proven.hotkey } : {}),
    });
    return response;
  }

  async #run(request: Request, passage: Passage): Promise<Response> {
    spend(this.#addresses, addressKey(passage.ip), `address ${passage.ip}`);
    const route = passage.route = this.#route(request);
    const body = new CallBody(
      request,
      route.maxBodyBytes ?? this.#options.maxBodyBytes ?? 1 << 25,
      passage.limit.signal,
    );
    try {
      const scheme = this.#schemes.find((candidate) => candidate.speaks(request.headers));
      if (!scheme) {
        throw new RequestError("protocol/unproven", "Not Verified with error: call is not signed", {
          status: 401,
        });
      }
      const proven = await scheme.prove({
        method: request.method,
        target: targetOf(request.url),
        headers: request.headers,
        readBody: () => body.read(this.#unprovenBudget),
      });
      passage.proven = proven;
      spend(this.#hotkeys, proven.hotkey, `hotkey ${proven.hotkey}`);
      return await this.#serve(route, proven, scheme.name, body, passage);
    } finally {
      body.release();
    }
  }

  /** Serves a proven caller. */
  async #serve(
    route: AxonRoute,
    proven: ProvenCall,
    scheme: SchemeName,
    body: CallBody,
    passage: Passage,
  ): Promise<Response> {
    const { limit } = passage;
    const caller: Caller = {
      hotkey: proven.hotkey,
      ip: passage.ip,
      scheme,
      version: proven.headers.dendrite.version ?? 0,
      timeoutMs: passage.timeoutMs,
      signal: limit.signal,
    };
    const reason = await limit.race(route.blacklist?.(caller));
    if (reason !== undefined) {
      proven.forget();
      throw new RequestError(
        "protocol/blacklisted",
        `Forbidden. Key is blacklisted: ${reason}.`,
        { status: 403 },
      );
    }
    const priority = await limit.race(route.priority?.(caller)) ?? 0;
    const leave = await this.#gate.enter(priority, limit.signal);
    try {
      const fields = readFields(route.message, await body.read(this.#budget));
      if (
        proven.bodyHash !== undefined && proven.bodyHash !== messageBodyHash(route.message, fields)
      ) {
        throw new RequestError(
          "protocol/body-hash",
          "Cannot read body: its hash is not the signed one",
        );
      }
      const answer = await limit.race(route.handler(fields, caller));
      return Symbol.asyncIterator in answer
        ? this.#streamed(passage, answer, leave)
        : this.#success(passage, { ...fields, ...answer });
    } finally {
      if (!passage.isStreaming) leave();
    }
  }

  #route(request: Request): AxonRoute {
    const [path] = targetOf(request.url).split("?", 1);
    const name = path.slice(1);
    const route = this.#routes.get(name);
    if (!route) {
      throw new RequestError(
        "protocol/unknown-message",
        `Synapse name '${name.slice(0, 64)}' not found. Available: ${
          [...this.#routes.keys()].join(", ")
        }`,
        { status: 404 },
      );
    }
    if (request.method !== "POST") {
      throw new RequestError("protocol/method", `Cannot ${request.method} ${path}: use POST`, {
        status: 405,
      });
    }
    return route;
  }

  #success(passage: Passage, fields: Readonly<Record<string, unknown>>): Response {
    const { message } = passage.route!;
    const axon = this.#selfPortrait(passage, 200, "Success");
    const { timeoutSeconds, dendrite, bodyHash = "" } = passage.proven!.headers;
    const emptied = Object.fromEntries((message.emptyInAnswer ?? []).map((name) => [name, ""]));
    const text = synapseBody({ message, timeoutSeconds, dendrite, axon, bodyHash }, {
      ...fields,
      ...emptied,
    });
    return new Response(text, { headers: answerHeaders(passage, axon, "application/json") });
  }

  #streamed(passage: Passage, pieces: AnswerStream, leave: () => void): Response {
    passage.isStreaming = true;
    const { limit, route } = passage;
    const axon = this.#selfPortrait(passage, 200, "Success");
    const encoder = new TextEncoder();
    const iterator = pieces[Symbol.asyncIterator]();
    const end = () => {
      leave();
      limit[Symbol.dispose]();
    };
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        try {
          const { done, value } = await limit.race(iterator.next());
          if (done) {
            end();
            controller.close();
          } else {
            controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
          }
        } catch (error) {
          end();
          controller.error(error);
          logger().warn("Stream of {message} broke: {error}", {
            message: route?.message.name,
            error,
          });
          // Not awaited: a generator that waits for something else returns only after that.
          iterator.return?.().catch(() => {});
        }
      },
      async cancel() {
        end();
        await iterator.return?.();
      },
    });
    return new Response(body, { headers: answerHeaders(passage, axon, "text/event-stream") });
  }

  #refusal(passage: Passage, error: unknown): Response {
    const { status, message } = refusalOf(error);
    const details = {
      name: passage.route?.message.name ?? "",
      ip: passage.ip,
      hotkey: passage.proven?.hotkey ?? "unproven",
      status,
      message,
    };
    if (status >= 500) {
      logger().error("{name} from {ip} failed with {status}: {message}", {
        ...details,
        stack: error instanceof SubnetError ? undefined : (error as Error)?.stack,
      });
    } else logger().debug("{name} from {ip} refused with {status}: {message}", details);
    const axon = this.#selfPortrait(passage, status, message);
    const headers = answerHeaders(passage, axon, "application/json");
    if (error instanceof RateLimited || error instanceof UnavailableError) {
      headers["retry-after"] = String(Math.max(1, Math.ceil(error.retryAfterMs / 1000)));
    }
    return new Response(JSON.stringify({ message }), { status, headers });
  }

  /** Says who answered, when, and how; signed when the caller is proven. */
  #selfPortrait(passage: Passage, statusCode: number, statusMessage: string): Terminal {
    const { signer, clock, ip = "0.0.0.0", port = 8091 } = this.#options;
    return {
      statusCode,
      statusMessage,
      processTime: (performance.now() - passage.startedAt) / 1000,
      ip,
      port,
      version: SPOKEN_VERSION,
      uuid: this.#uuid,
      hotkey: signer.address,
      // An unproven caller could have us sign its own words, and make us work for nothing.
      ...(passage.proven
        ? this.#replies.proofFor(passage.proven.hotkey)
        : { nonce: unixNanoseconds(clock) }),
    };
  }
}

/**
 * Headers of an answer. The caller's own are not sent back, unlike the SDK's axon: it knows them,
 * and every header costs over a microsecond.
 */
function answerHeaders(
  { route, proven }: Passage,
  axon: Terminal,
  contentType: string,
): Record<string, string> {
  const headers = writeCallHeaders({
    ...(route ? { name: route.message.name } : {}),
    timeoutSeconds: proven?.headers.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    axon,
    dendrite: {},
  });
  headers["content-type"] = contentType;
  return headers;
}

function buildSchemes(options: AxonOptions): readonly CallScheme[] {
  const { signer, clock, nonces, verify = verifySignature, schemes = ["btauth/1", "axon"] } =
    options;
  const common = {
    hotkey: signer.address,
    clock,
    verify: createAddressVerifier(verify),
  };
  return schemes.map((name) => {
    switch (name) {
      case "axon":
        return sdkScheme({ ...common, nonces: new NonceStore({ ...nonces, clock }) });
      case "btauth/1":
        return btauthScheme(common);
      case "epistula/2":
        return epistulaScheme(common);
    }
  });
}

/** The body of one call: read once, counted while it is held. */
class CallBody {
  readonly #request: Request;
  readonly #maxBytes: number;
  readonly #signal: AbortSignal;
  #budget?: BodyBudget;
  #heldBytes = 0;
  #reading?: Promise<Uint8Array>;

  constructor(request: Request, maxBytes: number, signal: AbortSignal) {
    this.#request = request;
    this.#maxBytes = maxBytes;
    this.#signal = signal;
  }

  /** Reads the body on the first call; its bytes count against that call's budget. */
  read(budget: BodyBudget): Promise<Uint8Array> {
    this.#reading ??= readBounded(this.#request, this.#maxBytes, this.#signal, (sizeBytes) => {
      budget.take(sizeBytes);
      this.#budget = budget;
      this.#heldBytes += sizeBytes;
    });
    return this.#reading;
  }

  /** The call is over; an unread body is left to the server to discard. */
  release(): void {
    this.#budget?.give(this.#heldBytes);
    this.#heldBytes = 0;
  }
}

/** Too many calls of one caller. */
class RateLimited extends RequestError {
  readonly retryAfterMs: number;

  constructor(who: string, retryAfterMs: number) {
    super("protocol/rate", `Too many calls from ${who}; wait ${retryAfterMs} ms`, { status: 429 });
    this.retryAfterMs = retryAfterMs;
  }
}

function spend(limiter: RateLimiter, key: string, who: string): void {
  const waitMs = limiter.take(key);
  if (waitMs > 0) throw new RateLimited(who, waitMs);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function readFields<M extends Message>(message: M, body: Uint8Array): MessageFields<M> {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch (cause) {
    throw new RequestError("protocol/not-utf8", "Cannot read body: it is not UTF-8", { cause });
  }
  const result = message.schema.safeParse(parseWireJson(text));
  if (!result.success) {
    const reasons = result.error.issues.slice(0, 5)
      .map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new RequestError("protocol/bad-body", `Cannot read body: ${reasons.join("; ")}`, {
      cause: result.error,
    });
  }
  return result.data as MessageFields<M>;
}

function refusalOf(error: unknown): { status: ContentfulStatusCode; message: string } {
  if (error instanceof SubnetError) {
    return { status: error.status as ContentfulStatusCode, message: error.message };
  }
  return { status: 500, message: `Internal Server Error #${crypto.randomUUID()}` };
}

function timedOut(): RequestError {
  return new RequestError("protocol/timeout", "Request timeout: the time of this call is up", {
    status: 408,
  });
}

/** Deno.serve passes the peer's address beside the request; a call within the process has none. */
function callerAddress(context: Context): string {
  const peer = context.env as { remoteAddr?: { hostname?: string } } | undefined;
  return peer?.remoteAddr?.hostname ?? "127.0.0.1";
}

function targetOf(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}
