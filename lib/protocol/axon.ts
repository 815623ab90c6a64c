/**
 * Axon: the server side of calls between neurons, in the Bittensor SDK's protocol.
 *
 * Order: address limit → headers → proof of the caller → hotkey limit → blacklist → priority →
 * body → handler. Only a proven caller reaches a blacklist, and a body is read only for a caller
 * who is welcome (unless the scheme signs the body itself).
 *
 * @module
 */
import { verifySignature } from "@threegen/chain/wallet";
import { RequestError, SubnetError, UnavailableError } from "@threegen/domain";
import { getLogger, unixNanoseconds } from "@threegen/service";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createAddressVerifier } from "./address_verifier.ts";
import type { AxonOptions } from "./axon_options.ts";
import { type AnswerStream, type AxonRoute, axonRoute, type Caller, Ping } from "./axon_route.ts";
import { messageBodyHash } from "./body_hash.ts";
import { BodyBudget, SharedBodyBudget } from "./bounded_body.ts";
import { btauthScheme } from "./btauth.ts";
import { CallBody } from "./call_body.ts";
import { type CallScheme, type ProvenCall, type SchemeName, unproven } from "./call_scheme.ts";
import { epistulaScheme } from "./epistula.ts";
import {
  DEFAULT_TIMEOUT_SECONDS,
  readHeaders,
  SPOKEN_VERSION,
  type Terminal,
  writeCallHeaders,
} from "./headers.ts";
import type { Message, MessageFields } from "./message.ts";
import { NonceStore } from "./nonce.ts";
import { PriorityGate } from "./priority_gate.ts";
import { addressKey, RateLimiter } from "./rate_limit.ts";
import { ReplySigner } from "./reply_signer.ts";
import { schemaReasons } from "./schema_reasons.ts";
import { sdkScheme } from "./sdk_scheme.ts";
import { synapseBody } from "./synapse_body.ts";
import { TimeLimit } from "./time_limit.ts";
import { parseWireJson } from "./wire_json.ts";

export type { AnsweredCall, AxonOptions } from "./axon_options.ts";
export {
  type Answer,
  type AnswerStream,
  type AxonRoute,
  axonRoute,
  type Caller,
  Ping,
} from "./axon_route.ts";
export type { SchemeName } from "./call_scheme.ts";
export type { NonceOptions } from "./nonce.ts";
export type { Rate } from "./rate_limit.ts";
export type { Verifier } from "./signing.ts";
export { loadWasmVerifier } from "./wasm_verifier.ts";

/** Source: the longest timeout of the subnet's messages, SubmitResults' 300 s. */
const DEFAULT_MAX_TIME_MS = 300_000;

const logger = () => getLogger(["threegen", "protocol", "axon"]);

/** Returns a Hono app that takes the messages of its routes, `/Synapse` and `GET /health`. */
export function createAxon(options: AxonOptions): Hono {
  const axon = new Axon(options);
  const app = new Hono();
  app.get("/health", (context) => context.json({ status: "healthy", name: "axon" }));
  app.all("*", (context) => axon.answer(context));
  return app;
}

/** A call on its way through the pipeline; the rest is filled in as it becomes known. */
interface Passage {
  readonly startedAt: number;
  readonly ip: string;
  limit?: TimeLimit;
  route?: AxonRoute;
  proven?: ProvenCall;
  caller?: Caller;
  /** A stream goes on after the response was returned, and cleans up itself. */
  isStreaming?: boolean;
}

/** A proven caller whose signal is made only when somebody asks for it. */
class LimitedCaller implements Caller {
  readonly hotkey: string;
  readonly ip: string;
  readonly scheme: SchemeName;
  readonly version: number;
  readonly timeoutMs: number;
  readonly #limit: TimeLimit;

  constructor(
    proven: ProvenCall,
    scheme: SchemeName,
    ip: string,
    timeoutMs: number,
    limit: TimeLimit,
  ) {
    this.hotkey = proven.hotkey;
    this.ip = ip;
    this.scheme = scheme;
    this.version = proven.headers.dendrite.version ?? 0;
    this.timeoutMs = timeoutMs;
    this.#limit = limit;
  }

  get signal(): AbortSignal {
    return this.#limit.signal;
  }
}

class Axon {
  readonly #options: AxonOptions;
  readonly #routes: ReadonlyMap<string, AxonRoute>;
  readonly #schemes: readonly CallScheme[];
  readonly #addresses: RateLimiter;
  readonly #hotkeys: RateLimiter;
  readonly #isRegistered: (hotkey: string) => boolean;
  readonly #gate: PriorityGate;
  readonly #strangersGate: PriorityGate;
  readonly #budget: BodyBudget;
  readonly #unprovenBudget: SharedBodyBudget;
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
    const { isRegistered = () => true, maxRunning = 256, maxQueued = 1024 } = options;
    this.#isRegistered = isRegistered;
    this.#gate = new PriorityGate(maxRunning, maxQueued);
    this.#strangersGate = new PriorityGate(Math.ceil(maxRunning / 4), Math.floor(maxQueued / 4));
    this.#budget = new BodyBudget(options.maxBufferedBytes ?? 1 << 28);
    const unprovenBytes = options.maxUnprovenBytes ?? 1 << 27;
    this.#unprovenBudget = new SharedBodyBudget(unprovenBytes, unprovenBytes / 4);
  }

  /** Answers one call; every failure becomes a status and a message. */
  async answer(context: Context): Promise<Response> {
    const passage: Passage = { startedAt: performance.now(), ip: callerAddress(context) };
    let response: Response;
    try {
      response = await this.#run(context.req.raw, passage);
    } catch (error) {
      response = this.#refusal(passage, error);
    }
    if (!passage.isStreaming) passage.limit?.[Symbol.dispose]();
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
    const { clock, maxTimeMs = DEFAULT_MAX_TIME_MS } = this.#options;
    const address = addressKey(passage.ip);
    spend(this.#addresses, address, `address ${passage.ip}`);
    const route = passage.route = this.#route(request);
    // The request's own signal is of no use as a limit: Deno aborts it after every answer, and
    // warns of that when it is touched.
    const headers = readHeaders(request.headers);
    // The timeout is not signed, but it can only shorten.
    const askedMs = Number(headers.get("timeout") ?? NaN) * 1000;
    const timeoutMs = askedMs < maxTimeMs ? askedMs : maxTimeMs;
    const limit = passage.limit = new TimeLimit({ clock, timeoutMs, onTimeout: timedOut });
    const maxBytes = route.maxBodyBytes ?? this.#options.maxBodyBytes ?? 1 << 25;
    const body = new CallBody(request, headers, maxBytes, limit);
    try {
      const scheme = this.#schemes.find((candidate) => candidate.speaks(headers));
      if (!scheme) throw unproven("call is not signed");
      const proven = await scheme.prove({
        method: request.method,
        target: targetOf(request.url),
        headers,
        readBody: () => body.read(this.#unprovenBudget.shareOf(address)),
      });
      passage.proven = proven;
      const caller = new LimitedCaller(proven, scheme.name, passage.ip, timeoutMs, limit);
      passage.caller = caller;
      let isAdmitted = false;
      try {
        await this.#admit(route, caller, limit);
        isAdmitted = true;
        return await this.#serve(route, body, passage);
      } finally {
        // Asked now: who was a stranger may have been registered by the time it was answered.
        proven.release(isAdmitted && this.#isRegistered(proven.hotkey));
      }
    } finally {
      body.release();
    }
  }

  /** Lets a proven caller in. */
  async #admit(route: AxonRoute, caller: Caller, limit: TimeLimit): Promise<void> {
    spend(this.#hotkeys, caller.hotkey, `hotkey ${caller.hotkey}`);
    const reason = await limit.race(route.blacklist?.(caller));
    if (reason !== undefined) {
      throw new RequestError(
        "protocol/blacklisted",
        `Forbidden. Key is blacklisted: ${reason}.`,
        { status: 403 },
      );
    }
  }

  /** Serves a caller that was let in. */
  async #serve(route: AxonRoute, body: CallBody, passage: Passage): Promise<Response> {
    const limit = passage.limit!;
    const caller = passage.caller!;
    const proven = passage.proven!;
    const isRegistered = this.#isRegistered(caller.hotkey);
    const priority = await limit.race(route.priority?.(caller)) ?? 0;
    const gate = isRegistered ? this.#gate : this.#strangersGate;
    const leave = gate.tryEnter() ?? await gate.enter(priority, limit.signal);
    const budget = isRegistered
      ? this.#budget
      : this.#unprovenBudget.shareOf(addressKey(caller.ip));
    try {
      const fields = readFields(route.message, await body.read(budget));
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

  #success(passage: Passage, fields: Record<string, unknown>): Response {
    const { message } = passage.route!;
    const axon = this.#selfPortrait(passage, 200, "Success");
    const { timeoutSeconds, dendrite, bodyHash = "" } = passage.proven!.headers;
    for (const name of message.emptyInAnswer ?? []) fields[name] = "";
    const frame = { message, timeoutSeconds, dendrite, axon, bodyHash };
    const response = new Response(synapseBody(frame, fields));
    // Set one by one: Deno takes half the time that it takes for headers given to the constructor.
    const headers = answerHeaders(passage, axon, "application/json");
    for (const name in headers) response.headers.set(name, headers[name]);
    return response;
  }

  #streamed(passage: Passage, pieces: AnswerStream, leave: () => void): Response {
    passage.isStreaming = true;
    const { route } = passage;
    const limit = passage.limit!;
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
    const headers = answerHeaders(passage, axon, "text/event-stream");
    return new Response(body, { headers: { ...headers, ...callerHeaders(passage.proven!) } });
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
    const { signer, clock, ip, port } = this.#options;
    return {
      statusCode,
      statusMessage,
      processTime: (performance.now() - passage.startedAt) / 1000,
      ...(ip === undefined ? {} : { ip }),
      ...(port === undefined ? {} : { port }),
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

/** Headers of an answer that say who answered. */
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

/**
 * The caller's own headers, as the SDK's axon sends them back with every answer. Python's streaming
 * clients rebuild the whole message from headers; others find it all in the body, know what they
 * sent, and are spared these: every header costs over a microsecond.
 */
function callerHeaders({ headers: { dendrite, timeoutSeconds, bodyHash } }: ProvenCall) {
  return {
    ...writeCallHeaders({
      timeoutSeconds,
      axon: {},
      dendrite,
      ...(bodyHash === undefined ? {} : { bodyHash }),
    }),
    // Sizes are Python's memory sizes: any number will do, but it reads them as one.
    header_size: "0",
    total_size: "0",
  };
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
    throw new RequestError(
      "protocol/bad-body",
      `Cannot read body: ${schemaReasons(result.error)}`,
      { cause: result.error },
    );
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
