import { type AdmissionLimits, DEFAULT_ADMISSION } from "./admission.ts";

/** Bounds that an operator may change. */
export interface CollectorLimits {
  /** Largest request body, in bytes. */
  readonly maxBodyBytes: number;
  /** Most prompts in one submission. */
  readonly maxSubmission: number;
  /** Most prompts in one answer. */
  readonly maxBatch: number;
  /** Fewest new prompts worth an answer, unless the caller asks otherwise. */
  readonly minBatch: number;
  /** Submissions a minute, per generator. */
  readonly submitsPerMinute: number;
  /** Fetches a minute, per validator. */
  readonly fetchesPerMinute: number;
  /** Proof checks a minute, per address. */
  readonly checksPerMinute: number;
  /** Largest distance between a nonce and our clock, in milliseconds. */
  readonly nonceWindowMs: number;
  /** How long an answer may make no progress, in milliseconds. */
  readonly leaseMs: number;
  /** Bounds on one prompt. */
  readonly admission: AdmissionLimits;
}

/** Bounds for a public collector. */
export const DEFAULT_LIMITS: CollectorLimits = {
  maxBodyBytes: 16 << 20,
  // An original generator whose sends fail sends all it gathered at once, later.
  maxSubmission: 100_000,
  maxBatch: 100_000,
  minBatch: 1000,
  submitsPerMinute: 120,
  fetchesPerMinute: 30,
  checksPerMinute: 120,
  nonceWindowMs: 60_000,
  leaseMs: 15_000,
  admission: DEFAULT_ADMISSION,
};
