/**
 * The one place that turns an error into an HTTP answer (RFC 9457 problem details) and back.
 *
 * @module
 */
import { AssetError, RequestError, SubnetError, UnavailableError } from "@threegen/domain";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import { getLogger } from "./log.ts";

/** Body of an error answer. */
export interface Problem {
  /** HTTP status. */
  readonly status: number;
  /** Stable machine-readable name, `room/what`. */
  readonly code: string;
  /** What went wrong and what to do. */
  readonly detail: string;
  /** The same text under the name that FastAPI clients read is `detail`; this is its title. */
  readonly title: string;
  /** Which fields were wrong, when the body did not fit its schema. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** A body that does not fit its schema; answered with 422. */
export class InvalidBodyError extends RequestError {
  /** Which fields were wrong. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];

  constructor(error: z.ZodError) {
    const errors = error.issues.map((issue) => ({
      path: issue.path.join("."),
      message: issue.message,
    }));
    const text = errors.map(({ path, message }) => path ? `${path}: ${message}` : message).join(
      "; ",
    );
    super("request/invalid", `Cannot read request: ${text}`, { status: 422, cause: error });
    this.errors = errors;
  }
}

/** Turns any error into a problem; a bug gives away no detail. */
export function toProblem(error: unknown): Problem {
  if (error instanceof SubnetError) {
    return {
      status: error.status,
      code: error.code,
      title: error.name,
      detail: error.message,
      ...(error instanceof InvalidBodyError ? { errors: error.errors } : {}),
    };
  }
  if (error instanceof HTTPException) {
    return {
      status: error.status,
      code: `http/${error.status}`,
      title: "HTTPException",
      detail: error.message || `HTTP ${error.status}`,
    };
  }
  return { status: 500, code: "internal", title: "InternalError", detail: "Internal Server Error" };
}

/** Hono's `onError`: answers with the problem, logs what is ours. */
export function answerProblem(error: Error, context: Context): Response {
  const problem = toProblem(error);
  const logger = getLogger(["threegen", "service", "problem"]);
  if (problem.status >= 500) {
    logger.error("{method} {path} failed: {message}", {
      method: context.req.method,
      path: context.req.path,
      message: error.message,
      stack: error instanceof SubnetError ? undefined : error.stack,
    });
  } else {
    logger.debug("{method} {path} refused: {message}", {
      method: context.req.method,
      path: context.req.path,
      message: error.message,
    });
  }
  context.header("content-type", "application/problem+json");
  if (error instanceof UnavailableError) {
    context.header("retry-after", String(Math.max(1, Math.ceil(error.retryAfterMs / 1000))));
  }
  return context.body(JSON.stringify(problem), problem.status as ContentfulStatusCode);
}

/**
 * Turns a failed answer back into the error that the service threw.
 *
 * @param response An answer whose `ok` is false; its body is read.
 * @param what What was being done, for the message: "validate asset".
 */
export async function errorFromResponse(response: Response, what: string): Promise<SubnetError> {
  const text = await response.text().catch(() => "");
  let problem: Partial<Problem> = {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) problem = parsed as Partial<Problem>;
  } catch {
    // Not JSON: the status alone has to do.
  }
  const detail = typeof problem.detail === "string" ? problem.detail : `HTTP ${response.status}`;
  const code = typeof problem.code === "string" ? problem.code : `http/${response.status}`;
  const message = `Cannot ${what}: ${detail}`;
  if (response.status === 422 && problem.title === "AssetError") {
    return new AssetError(code, message);
  }
  if (response.status >= 500 || response.status === 429) {
    const seconds = Number(response.headers.get("retry-after"));
    return new UnavailableError(code, message, {
      ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
    });
  }
  return new RequestError(code, message, { status: response.status });
}
