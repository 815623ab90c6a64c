/**
 * Routes beyond the original's.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import { parseBody, readJson } from "@threegen/service";
import type { Context, Hono } from "hono";
import { compress } from "hono/compress";
import { z } from "zod";
import { AddPromptsRequest, type NewPromptsResponse, type StatsResponse } from "./contract.ts";
import { addressOf, type CollectorParts, generatorOf, takeIn } from "./parts.ts";
import { checkProof } from "./check_proof.ts";
import { boundMessage } from "./proof.ts";

/** Most prompts in one answer of `GET /v1/prompts`. */
export const PAGE_LIMIT = 10_000;

const NewPromptsQuery = z.object({
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_LIMIT),
});

/** Adds `/v1/prompts` and `/v1/stats`. */
export function addV1Routes(app: Hono, parts: CollectorParts): void {
  app.use("/v1/*", compress());
  app.post("/v1/prompts", async (context) => {
    const generator = await generatorOf(context, parts);
    const { prompts } = await readJson(context.req.raw, AddPromptsRequest);
    return context.json(await takeIn(parts, generator, prompts));
  });
  app.get("/v1/prompts", async (context) => {
    await checkHeaders(context, parts);
    const { since, limit } = parseBody(context.req.query(), NewPromptsQuery);
    const read = await parts.store.read(since, Number.MAX_SAFE_INTEGER, limit + 1);
    const page = read.slice(0, limit);
    const next = page.at(-1)?.seq ?? since;
    const answer: NewPromptsResponse = { prompts: page, next, more: read.length > limit };
    // Prompts never change under their number, so the bounds name the content.
    const tag = `W/"${since}-${next}-${page[0]?.seq ?? 0}-${page.length}-${answer.more}"`;
    context.header("etag", tag);
    context.header("cache-control", "private, no-cache");
    if (context.req.header("if-none-match") === tag) return context.body(null, 304);
    parts.metrics.delivered.inc(page.length);
    return context.json(answer);
  });
  app.get("/v1/stats", async (context) => {
    const [stats, bounds] = await Promise.all([parts.store.stats(), parts.store.bounds()]);
    const answer: StatsResponse = {
      pool: { prompts: bounds.count, oldest_seq: bounds.oldestSeq, newest_seq: bounds.newestSeq },
      generators: [...stats.generators],
      refusals: [...stats.refusals],
    };
    return context.json(answer);
  });
}

const ProofHeaders = z.object({
  "x-hotkey": z.string().max(64),
  "x-nonce": z.string().regex(/^\d{1,20}$/),
  "x-signature": z.string().max(256),
});

/** Checks the proof in the headers; the signature covers method, path and query. */
async function checkHeaders(context: Context, parts: CollectorParts): Promise<void> {
  const headers = ProofHeaders.safeParse(context.req.header());
  if (!headers.success) {
    throw new RequestError(
      "collector/no-proof",
      "Cannot answer: the headers X-Hotkey, X-Nonce and X-Signature are needed",
      { status: 401 },
    );
  }
  const { "x-hotkey": hotkey, "x-nonce": nonce, "x-signature": signature } = headers.data;
  const { pathname, search } = new URL(context.req.url);
  const message = boundMessage(context.req.method, `${pathname}${search}`, nonce, hotkey);
  await checkProof(parts.proofs, { hotkey, nonce, signature, message }, addressOf(context, parts));
  parts.fetches.take(hotkey);
}
