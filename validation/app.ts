/**
 * The HTTP face of validation, in the original's words.
 *
 * @module
 */
import { AssetError } from "@threegen/domain";
import { createService, readJson } from "@threegen/service";
import type { Context, Hono } from "hono";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { z } from "zod";
import { type Assessor, brokenAssessment, type PackedAsset } from "./assessor.ts";
import { DATA_LENGTH_LIMIT, ValidationRequest, type ValidationResponse } from "./contract.ts";
import { VALIDATION_VERSION } from "./validation_version.ts";

export {
  type Assessment,
  type AssessmentRequest,
  type Assessor,
  type PackedAsset,
  type ScorerIdentity,
} from "./assessor.ts";
export { AssessorPool, type AssessorPoolOptions, type WorkerLike } from "./assessor_pool.ts";
export { type CloudLimits, STANDARD_LIMITS } from "./check_cloud.ts";
export { LocalAssessor, type LocalAssessorOptions } from "./local_assessor.ts";
export { createHeuristicScorer } from "./scoring/heuristic_scorer.ts";
export type { Scorer, ScorerInput, ScoreTerms } from "./scoring/scorer.ts";
export { STANDARD_VIEWS, type ViewOptions } from "./views.ts";

/** Largest body by default: an SPZ of two million Gaussians in base64 is under 48 MiB. */
export const DEFAULT_MAX_BODY_BYTES: number = 64 << 20;

/** What the app is made of. */
export interface ValidationAppOptions {
  /** Does the work; the app does not end it. */
  readonly assessor: Assessor;
  /** Largest request body, in bytes. @default {64 MiB; the original allows 500} */
  readonly maxBodyBytes?: number;
  /** Where metrics are counted. @default {a new registry} */
  readonly registry?: Registry;
}

/** Body of `POST /render_duel_view/`. */
const DuelViewRequest = z.object({
  /** Only for logs; the picture does not depend on it. */
  prompt: z.string().nullish(),
  data: z.string().max(DATA_LENGTH_LIMIT),
  compression: z.union([z.literal(0), z.literal(2)]).default(0),
});

/**
 * Returns the app.
 *
 * | Route | Answer |
 * |---|---|
 * | `POST /validate_txt_to_3d_ply/`, `POST /validate_ply/` | {@linkcode ValidationResponse} |
 * | `POST /render_duel_view/` | PNG, 1041 × 1041 |
 * | `GET /version/` | a JSON string |
 *
 * A broken asset is answered with 200, score 0 and `asset_error`; a fault of ours with 503 and
 * `Retry-After`; a request that does not fit the contract with 422.
 */
export function createValidationApp(options: ValidationAppOptions): Hono {
  const { assessor, maxBodyBytes = DEFAULT_MAX_BODY_BYTES, registry = new Registry() } = options;
  const app = createService({
    name: "validation",
    version: VALIDATION_VERSION,
    maxBodyBytes,
    registry,
  });
  const metrics = createMetrics(registry);

  const validate = async (context: Context): Promise<Response> => {
    const body = await readJson(context.req.raw, ValidationRequest);
    const asset = unpack(body);
    const start = performance.now();
    metrics.inFlight.inc();
    let answer: ValidationResponse;
    try {
      answer = asset instanceof AssetError
        ? brokenAssessment(asset, assessor.scorer)
        : await assessor.assess({
          prompt: body.prompt,
          asset,
          singlePreview: body.generate_single_preview || body.generate_preview === true,
          gridPreview: body.generate_grid_preview,
          previewScoreThreshold: body.preview_score_threshold,
        }, context.req.raw.signal);
    } finally {
      metrics.inFlight.dec();
    }
    if (answer.asset_error !== null) metrics.brokenAssets.inc({ code: answer.asset_error.code });
    else {
      metrics.duration.observe((performance.now() - start) / 1000);
      metrics.score.observe(answer.score);
    }
    return context.json(answer);
  };
  app.post("/validate_txt_to_3d_ply", validate);
  app.post("/validate_ply", validate);

  app.post("/render_duel_view", async (context) => {
    const body = await readJson(context.req.raw, DuelViewRequest);
    const asset = unpack(body);
    if (asset instanceof AssetError) throw asset;
    const png = await assessor.renderDuelView(asset, context.req.raw.signal);
    return context.body(png, 200, { "content-type": "image/png" });
  });

  app.get("/version", (context) => context.json(VALIDATION_VERSION));
  return app;
}

/** Reads base64 strictly: no white space, no missing padding. */
function unpack(
  { data, compression }: Pick<ValidationRequest, "data" | "compression">,
): PackedAsset | AssetError {
  try {
    if (/\s/.test(data)) throw new SyntaxError("white space is not base64");
    const bytes = Uint8Array.fromBase64(data, { lastChunkHandling: "strict" });
    return { bytes, compression };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new AssetError("asset/not-base64", `Cannot read asset: ${reason}`, { cause });
  }
}

function createMetrics(registry: Registry) {
  const registers = [registry];
  return {
    duration: new Histogram({
      name: "threegen_validation_duration_seconds",
      help: "Time from a request to its score, of assets that are not broken",
      buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
      registers,
    }),
    score: new Histogram({
      name: "threegen_validation_score_ratio",
      help: "Scores of assets that are not broken",
      buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
      registers,
    }),
    brokenAssets: new Counter({
      name: "threegen_validation_broken_assets_total",
      help: "Assets that scored 0 because they are broken, by reason",
      labelNames: ["code"],
      registers,
    }),
    inFlight: new Gauge({
      name: "threegen_validation_in_flight_requests",
      help: "Validations that wait or run",
      registers,
    }),
  };
}
