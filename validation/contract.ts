/**
 * Wire contract of a validation endpoint (the original's version 2.4.0, with additions that an
 * old caller ignores).
 *
 * @module
 */
import { PROMPT_LENGTH_LIMIT } from "@threegen/domain";
import { z } from "zod";

/** Port of the validation endpoint. Source: the original's process file, 8094. */
export const VALIDATION_PORT = 8094;

/** Longest `data`, in base64 characters. Source: the original, 500 MiB. */
export const DATA_LENGTH_LIMIT = 524_288_000;

/** How `data` is packed: 0 raw PLY, 2 SPZ in one zstd frame. Source: the original since 2.1. */
export type Compression = 0 | 2;

/** Body of `POST /validate_txt_to_3d_ply/`. */
export const ValidationRequest = z.object({
  prompt: z.string().min(1).max(PROMPT_LENGTH_LIMIT),
  /** Base64 of the asset. */
  data: z.string().max(DATA_LENGTH_LIMIT),
  compression: z.union([z.literal(0), z.literal(2)]).default(0),
  /** Ask for one preview, PNG 518 × 518. */
  generate_single_preview: z.boolean().default(false),
  /** Older name of `generate_single_preview`. */
  generate_preview: z.boolean().optional(),
  /** Ask for a 2 × 2 preview, PNG 1041 × 1041. */
  generate_grid_preview: z.boolean().default(false),
  /** Previews are made for scores above this. */
  preview_score_threshold: z.number().default(0.6),
});
/** Body of `POST /validate_txt_to_3d_ply/`. */
export type ValidationRequest = z.output<typeof ValidationRequest>;

/** Answer of `POST /validate_txt_to_3d_ply/`. */
export const ValidationResponse = z.object({
  /** Final score, 0 to 1. */
  score: z.number(),
  /** Quality, 0 to 1. */
  iqa: z.number().default(0),
  /** How well the pictures fit the prompt. */
  alignment_score: z.number().default(0),
  ssim: z.number().default(0),
  lpips: z.number().default(0),
  /** Base64 PNG, or null. */
  preview: z.string().nullable().default(null),
  /** Base64 PNG, or null. */
  grid_preview: z.string().nullable().default(null),
  /** Addition: who scored. A `dev` scorer is refused for weights outside local networks. */
  scorer: z.object({ name: z.string(), version: z.string(), dev: z.boolean() }).optional(),
  /** Addition: number of Gaussians in the asset. */
  gaussians: z.number().int().optional(),
  /** Addition: why a broken asset scored 0. */
  asset_error: z.object({ code: z.string(), message: z.string() }).nullable().default(null),
});
/** Answer of `POST /validate_txt_to_3d_ply/`. */
export type ValidationResponse = z.output<typeof ValidationResponse>;
