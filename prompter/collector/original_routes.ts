/**
 * The original's routes, as its generators and validators speak them.
 *
 * @module
 */
import type { IncomingMessage } from "node:http";
import { RequestError, type SubnetError } from "@threegen/domain";
import { parseBody, readJson } from "@threegen/service";
import type { Context, Hono } from "hono";
import { GetRequest, SubmitRequest } from "./contract.ts";
import { streamDelivery } from "./delivery.ts";
import { addressOf, type CollectorParts, generatorOf, InvalidKeyError, takeIn } from "./parts.ts";
import { RateLimitError } from "./rate_limiter.ts";
import type { NodeBindings } from "./serve_node.ts";
import { checkProof, UnprovenError } from "./check_proof.ts";
import { originalMessage } from "./proof.ts";

/** Largest body of a signed request, in bytes; a genuine one has about 220. */
const PROOF_BYTES = 4096;

/** Adds `/submit`, `/get`, `/text-prompts/get/` and `/image-prompts/get/`. */
export function addOriginalRoutes(app: Hono, parts: CollectorParts): void {
  app.post("/submit", (context) =>
    answerLikeOriginal(context, async () => {
      const generator = await generatorOf(context, parts);
      const { prompts } = await readJson(context.req.raw, SubmitRequest);
      await takeIn(parts, generator, prompts.map((text) => ({ text })));
      return context.body(null, 200);
    }));
  for (const path of ["/get", "/text-prompts/get"]) {
    app.on(["GET", "POST"], path, (context) =>
      answerLikeOriginal(context, async () => {
        const request = await provenRequest(context, parts);
        return deliver(context, parts, request);
      }));
  }
  // The original's image prompts come from a service that was never published. Its validators
  // keep what they have when an answer holds fewer than 1000, so an empty one is safe.
  app.on(
    ["GET", "POST"],
    "/image-prompts/get",
    (context) =>
      answerLikeOriginal(context, async () => {
        await provenRequest(context, parts);
        return context.json({ prompts: [] });
      }),
  );
}

/** Answers a refusal with the original's body, byte for byte: `{"detail":"…"}`. */
async function answerLikeOriginal(
  context: Context,
  body: () => Promise<Response>,
): Promise<Response> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof InvalidKeyError || error instanceof UnprovenError)) throw error;
    // Kept for the counting of refusals, which reads it after the answer was made.
    context.error = error;
    return context.json({ detail: error.message }, 403);
  }
}

async function provenRequest(context: Context, parts: CollectorParts): Promise<GetRequest> {
  const request = parseBody(parseExact(await proofText(context)), GetRequest);
  const nonce = String(request.nonce);
  await checkProof(
    parts.proofs,
    { ...request, nonce, message: originalMessage(nonce, request.hotkey) },
    addressOf(context, parts),
  );
  parts.fetches.take(request.hotkey);
  return request;
}

/** Reads the proof: the body, of a GET as well; else the query, for what cannot send one. */
async function proofText(context: Context): Promise<string> {
  let text = "";
  if (context.req.method === "GET") {
    const incoming = (context.env as NodeBindings | undefined)?.incoming;
    if (incoming) text = await readIncoming(incoming);
    if (text === "") return JSON.stringify(context.req.query());
  } else text = await context.req.text();
  if (text.length > PROOF_BYTES) throw tooLarge();
  return text;
}

async function readIncoming(incoming: IncomingMessage): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of incoming) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > PROOF_BYTES) throw tooLarge();
  }
  return text + decoder.decode();
}

function tooLarge(): SubnetError {
  return new RequestError(
    "request/too-large",
    `Cannot read request: body is larger than ${PROOF_BYTES} bytes`,
    { status: 413 },
  );
}

/** Parses JSON keeping the nonce's digits: beyond 2^53 a number would lose what was signed. */
function parseExact(text: string): unknown {
  // TypeScript's library does not know the third parameter (ES2026 source text access) yet.
  const keepDigits = (key: string, value: unknown, context?: { source?: string }) =>
    key === "nonce" && typeof value === "number" ? context?.source : value;
  try {
    return JSON.parse(text, keepDigits);
  } catch (cause) {
    throw new RequestError("request/not-json", "Cannot read request: body is not JSON", { cause });
  }
}

async function deliver(
  context: Context,
  parts: CollectorParts,
  request: GetRequest,
): Promise<Response> {
  const { store, clock, limits, metrics } = parts;
  const leaseId = crypto.randomUUID();
  const lease = await store.lease({
    hotkey: request.hotkey,
    leaseId,
    limit: limits.maxBatch,
    minimum: request.min_batch ?? limits.minBatch,
    nowMs: clock.now(),
    leaseMs: limits.leaseMs,
  });
  if (lease.kind === "busy") {
    throw new RateLimitError(
      "collector/busy",
      "Cannot answer: another answer to this hotkey is on its way; wait for it",
      { retryAfterMs: lease.retryAfterMs },
    );
  }
  if (lease.kind === "waiting") return context.json({ prompts: [] });
  const gzip = /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");
  const body = streamDelivery({
    store,
    clock,
    hotkey: request.hotkey,
    leaseId,
    lease,
    leaseMs: limits.leaseMs,
    gzip,
    onDelivered: (prompts) => metrics.delivered.inc(prompts),
  });
  return context.body(body, 200, {
    "content-type": "application/json",
    "vary": "accept-encoding",
    ...(gzip ? { "content-encoding": "gzip" } : {}),
  });
}
