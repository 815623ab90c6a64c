/**
 * Checks that a request comes from a validator: a fresh nonce, signed by a welcome hotkey.
 *
 * @module
 */
import { RequestError, UnavailableError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import { verifySignature } from "@threegen/chain/wallet";
import { nextTurn } from "./next_turn.ts";
import type { PromptStore } from "./prompt_store.ts";
import type { Proof } from "./proof.ts";
import type { RateLimiter } from "./rate_limiter.ts";
import type { ValidatorGate } from "./validator_gate.ts";

/** Answer to every request that is not proven. Source: the original, word for word. */
export const INVALID_SIGNATURE = "Invalid signature provided.";

/** Why a request was refused; counted, told in the debug log, not told to the caller. */
export class UnprovenError extends RequestError {
  /** For metrics: `unregistered`, `nonce-out-of-window`, `replay`, `signature` … */
  readonly reason: string;

  constructor(reason: string) {
    super(`collector/${reason}`, INVALID_SIGNATURE, { status: 403 });
    this.reason = reason;
  }
}

/** What the check of a proof needs. */
export interface ProofChecker {
  readonly gate: ValidatorGate;
  readonly store: PromptStore;
  readonly clock: Clock;
  /** Largest distance between the nonce and our clock, in milliseconds. */
  readonly nonceWindowMs: number;
  /** Limits signature checks per address: one costs some milliseconds of arithmetic. */
  readonly checks: RateLimiter;
}

/**
 * Checks a proof; cheap checks come first, and a nonce is spent only by a right signature.
 *
 * @param address Where the request came from.
 * @throws {UnprovenError} (403) When anything is wrong; the message does not say what.
 * @throws {UnavailableError} Before the first metagraph.
 */
export async function checkProof(
  checker: ProofChecker,
  proof: Proof,
  address: string,
): Promise<void> {
  const { gate, store, clock, nonceWindowMs, checks } = checker;
  const standing = gate.standingOf(proof.hotkey);
  if (standing === "not-ready") {
    throw new UnavailableError(
      "collector/no-metagraph",
      "Cannot tell who you are: the metagraph is not loaded yet; try again soon",
    );
  }
  if (standing !== "welcome") throw new UnprovenError(standing);
  const nonceMs = Number(BigInt(proof.nonce) / 1_000_000n);
  if (Math.abs(nonceMs - clock.now()) > nonceWindowMs) {
    throw new UnprovenError("nonce-out-of-window");
  }
  checks.take(address);
  // A check takes some milliseconds of arithmetic; callers that come together take turns.
  await nextTurn();
  if (!isSigned(proof)) throw new UnprovenError("signature");
  if (!await store.useNonce(proof.hotkey, BigInt(proof.nonce), clock.now())) {
    throw new UnprovenError("replay");
  }
}

function isSigned({ message, signature, hotkey }: Proof): boolean {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
  } catch {
    return false; // Not base64, so not a signature.
  }
  return bytes.length === 64 &&
    verifySignature(new TextEncoder().encode(message), bytes, hotkey);
}
