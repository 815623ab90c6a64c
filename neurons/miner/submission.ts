/**
 * Submission: an asset on its way to the validator that asked for it.
 *
 * @module
 */
import type { NeuronInfo } from "@threegen/chain";
import type { Signer } from "@threegen/chain/wallet";
import { UnavailableError } from "@threegen/domain";
import { isTextTask, signResult, SubmitResults, type WireTask } from "@threegen/protocol";
import type { Dendrite } from "@threegen/protocol/dendrite";
import { type Clock, getLogger, unixNanoseconds } from "@threegen/service";
import { decodePly, dropNonFinite, encodeSpz404 } from "@threegen/splats";

const logger = getLogger(["threegen", "miner", "submission"]);

/** Longest wait for the validator's verdict, in milliseconds. Source: the original, 300 s. */
const SUBMIT_TIMEOUT_MS = 300_000;
/** Waits before the second and later tries, in milliseconds. */
const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000, 16_000, 30_000];

/** A finished result and whom it is for. */
export interface Submission {
  readonly validator: NeuronInfo;
  readonly task: WireTask;
  /** SPZ in one zstd frame; empty to give the task back. */
  readonly asset: Uint8Array;
  /** UNIX milliseconds after which the result is worth nothing. */
  readonly deadline: number;
}

/** What a submission needs. */
export interface SubmitOptions {
  readonly dendrite: Dendrite;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Packs a generator's PLY for the way: SPZ in one zstd frame, compression 2. A Gaussian that is not
 * finite costs itself, not the task.
 */
export function packAsset(ply: Uint8Array): Uint8Array {
  return encodeSpz404(dropNonFinite(decodePly(ply)));
}

/**
 * Hands a result in, and again while that makes sense: the validator is away, or could not
 * validate. Handing it in twice is harmless, a validator counts a task once.
 *
 * @returns The validator's answer.
 * @throws {UnavailableError} When the validator could not be reached in time.
 * @throws {RequestError} When the validator refused the call.
 */
export async function submitResult(
  submission: Submission,
  { dendrite, signer, clock, signal }: SubmitOptions,
): Promise<SubmitResults> {
  const { validator, task, asset, deadline } = submission;
  const { hotkey, axon: { ip, port } } = validator;
  const results = asset.toBase64();
  for (let tries = 0;; tries++) {
    const delayMs = RETRY_DELAYS_MS[tries];
    const submitTime = unixNanoseconds(clock);
    const signature = signResult(signer, {
      submitTime,
      prompt: task.prompt,
      validatorHotkey: hotkey,
    });
    let waitMs: number;
    let reason: string;
    try {
      const { fields } = await dendrite.call({ ip, port, hotkey }, SubmitResults, {
        // First era, which knew text tasks only.
        task: isTextTask(task) ? task : null,
        task_id: task.id,
        results,
        submit_time: submitTime,
        signature,
      }, { timeoutMs: SUBMIT_TIMEOUT_MS, signal });
      if (!fields.feedback?.validation_failed || delayMs === undefined) return fields;
      waitMs = Math.max(delayMs, fields.cooldown_until * 1000 - clock.now());
      reason = "the validator could not validate it";
      if (clock.now() + waitMs >= deadline) return fields;
    } catch (error) {
      if (!(error instanceof UnavailableError) || delayMs === undefined) throw error;
      waitMs = delayMs;
      reason = error.message;
      if (clock.now() + waitMs >= deadline) throw error;
    }
    logger.warn("Task {id}: trying again in {seconds} s: {reason}", {
      id: task.id,
      seconds: Math.round(waitMs / 1000),
      reason,
    });
    await clock.sleep(waitMs, signal);
  }
}
