/**
 * The collector's OpenAPI 3.1 document, from the schemas that check its bodies.
 *
 * @module
 */
import { z } from "zod";
import {
  AddPromptsRequest,
  AddPromptsResponse,
  GetRequest,
  GetResponse,
  NewPromptsResponse,
  StatsResponse,
  SubmitRequest,
} from "./contract.ts";

const Problem = z.object({
  status: z.number().int(),
  code: z.string().describe("Stable name, such as `collector/rate`"),
  title: z.string(),
  detail: z.string(),
});
const OriginalRefusal = z.object({ detail: z.string() });

function content(schema: z.ZodType, type = "application/json") {
  // The nonce is a bigint in one of its forms, which JSON Schema has no word for.
  const options = { target: "draft-2020-12", unrepresentable: "any", io: "input" } as const;
  const { $schema: _, ...document } = z.toJSONSchema(schema, options);
  return { [type]: { schema: document } };
}

function answers(ok: Record<string, unknown>, ...refusals: readonly string[]) {
  const problems: Record<string, string> = {
    401: "No proof in the headers",
    403: "Wrong key, or not proven to be a validator",
    413: "Body or batch too large",
    422: "The body does not fit",
    429: "Too many requests; see Retry-After",
    503: "The metagraph is not loaded yet, or the store is away; see Retry-After",
  };
  return {
    200: ok,
    ...Object.fromEntries(refusals.map((status) => [status, {
      description: problems[status],
      content: content(Problem, "application/problem+json"),
    }])),
  };
}

/** The original's routes refuse with 403 in the original's shape. */
function originalAnswers(ok: Record<string, unknown>, detail: string) {
  return {
    ...answers(ok, "413", "422", "429", "503"),
    403: { description: `\`{"detail":"${detail}"}\``, content: content(OriginalRefusal) },
  };
}

function fetchOperation(operationId: string, summary: string, description: string) {
  return {
    operationId,
    summary,
    description,
    requestBody: { required: true, content: content(GetRequest) },
    responses: originalAnswers(
      { description: "The prompts", content: content(GetResponse) },
      "Invalid signature provided.",
    ),
  };
}

const NEW_PROMPTS =
  "Prompts that this hotkey has not had yet, oldest first. The signature covers " +
  "the nonce's digits followed by the hotkey. With fewer new prompts than `min_batch` the answer " +
  "is empty and they wait.";

/** Returns the document that `GET /openapi.json` answers. */
export function openApiDocument(version: string): Record<string, unknown> {
  const get = fetchOperation("getPrompts", "Fetch prompts (the original's route)", NEW_PROMPTS);
  const key = [{ apiKey: [] }];
  return {
    openapi: "3.1.0",
    info: {
      title: "threegen prompt collector",
      version,
      description: "Gathers prompts from generators and hands them to validators.",
    },
    paths: {
      "/submit": {
        post: {
          operationId: "submit",
          summary: "Send prompts (the original's route)",
          security: key,
          requestBody: { required: true, content: content(SubmitRequest) },
          responses: originalAnswers({ description: "Taken; empty body" }, "Invalid API Key"),
        },
      },
      "/get": {
        get: {
          ...get,
          description: `${NEW_PROMPTS} Yes: a GET with a body, as the original sends.`,
        },
        post: { ...get, operationId: "postGetPrompts" },
      },
      "/text-prompts/get/": {
        post: fetchOperation("getTextPrompts", "Fetch text prompts", NEW_PROMPTS),
      },
      "/image-prompts/get/": {
        post: fetchOperation(
          "getImagePrompts",
          "Fetch image prompts",
          "Always empty: the original's source of image prompts was never published.",
        ),
      },
      "/v1/prompts": {
        post: {
          operationId: "addPrompts",
          summary: "Send prompts and learn what became of them",
          security: key,
          requestBody: { required: true, content: content(AddPromptsRequest) },
          responses: answers(
            { description: "Counts", content: content(AddPromptsResponse) },
            "403",
            "413",
            "422",
            "429",
            "503",
          ),
        },
        get: {
          operationId: "newPrompts",
          summary: "Fetch what came after a number",
          description: "The signature covers the lines `threegen-collector-v1`, the method, path " +
            "and query, the nonce and the hotkey, joined by line feeds.",
          security: [{ hotkey: [], nonce: [], signature: [] }],
          parameters: [
            {
              name: "since",
              in: "query",
              description: "`next` of the previous answer; 0 for the oldest kept",
              schema: { type: "integer", minimum: 0, default: 0 },
            },
            {
              name: "limit",
              in: "query",
              schema: { type: "integer", minimum: 1, maximum: 10000, default: 10000 },
            },
            { name: "If-None-Match", in: "header", schema: { type: "string" } },
          ],
          responses: {
            ...answers(
              { description: "The prompts", content: content(NewPromptsResponse) },
              "401",
              "403",
              "422",
              "429",
              "503",
            ),
            304: { description: "Nothing has changed since the answer with this ETag" },
          },
        },
      },
      "/v1/stats": {
        get: {
          operationId: "stats",
          summary: "Counts per generator, category and reason",
          responses: answers({ description: "Counts", content: content(StatsResponse) }, "503"),
        },
      },
      "/health": {
        get: {
          operationId: "health",
          summary: "Whether the collector can do its work",
          responses: {
            200: { description: "Healthy" },
            503: { description: "Not ready, with the reason" },
          },
        },
      },
      "/metrics": {
        get: {
          operationId: "metrics",
          summary: "Prometheus metrics",
          responses: { 200: { description: "Metrics", content: { "text/plain": {} } } },
        },
      },
    },
    components: {
      securitySchemes: {
        apiKey: { type: "apiKey", in: "header", name: "X-Api-Key" },
        hotkey: { type: "apiKey", in: "header", name: "X-Hotkey" },
        nonce: { type: "apiKey", in: "header", name: "X-Nonce" },
        signature: { type: "apiKey", in: "header", name: "X-Signature" },
      },
    },
  };
}
