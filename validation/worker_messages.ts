/**
 * What the pool and its workers say to each other.
 *
 * @module
 */
import type { Assessment, AssessmentRequest, PackedAsset, ScorerIdentity } from "./assessor.ts";
import type { RendererBackend } from "@threegen/splats/render";
import type { CloudLimits } from "./check_cloud.ts";
import type { ViewOptions } from "./views.ts";

/** How a worker is set up. */
export interface WorkerSetup {
  readonly views: ViewOptions;
  readonly limits: CloudLimits;
  /** What draws the pictures. */
  readonly renderer: RendererBackend;
}

/** Work for a worker. */
export type WorkerJob =
  | { readonly kind: "assess"; readonly request: AssessmentRequest }
  | { readonly kind: "duel view"; readonly asset: PackedAsset };

/** From the pool to a worker. */
export type ToWorker =
  | { readonly kind: "set up"; readonly setup: WorkerSetup }
  | { readonly kind: "job"; readonly job: WorkerJob };

/** From a worker to the pool. */
export type FromWorker =
  | { readonly kind: "ready"; readonly scorer: ScorerIdentity }
  /** What draws, and why, whenever that changes. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "assessment"; readonly assessment: Assessment }
  | { readonly kind: "picture"; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly kind: "asset error"; readonly code: string; readonly message: string }
  | { readonly kind: "failure"; readonly message: string };
