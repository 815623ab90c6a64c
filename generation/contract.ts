/**
 * Wire contract of a generation endpoint.
 *
 * `POST /generate/` takes a form with `prompt` (and, beyond the original, `seed`) and answers
 * the raw PLY bytes as `application/octet-stream`, as the original does since April 2025.
 *
 * @module
 */

/** Names of the answer headers that describe the asset; all optional for foreign endpoints. */
export const GENERATION_HEADERS = {
  /** Number of Gaussians. */
  gaussians: "x-threegen-gaussians",
  /** Seed that reproduces the asset. */
  seed: "x-threegen-seed",
  /** `true` when the backend knew the prompt's noun, `false` for a generic composition. */
  matched: "x-threegen-matched",
  /** Time spent generating, in milliseconds. */
  elapsedMs: "x-threegen-elapsed-ms",
} as const;

/** Port of the generation endpoint. Source: the original's process file, 8093. */
export const GENERATION_PORT = 8093;
