/**
 * Worker: one generation endpoint kept busy. Asks a validator for a task, has the asset made,
 * hands it in.
 *
 * @module
 */
import type { NeuronInfo } from "@threegen/chain";
import type { Signer } from "@threegen/chain/wallet";
import { SubnetError, type TaskId, type TextTask, UnavailableError } from "@threegen/domain";
import type { GenerationClient } from "@threegen/generation/client";
import { type Feedback, type ForeignTask, isTextTask, PullTask } from "@threegen/protocol";
import type { Dendrite } from "@threegen/protocol/dendrite";
import { type Clock, getLogger } from "@threegen/service";
import { describeFeedback } from "./feedback.ts";
import { packAsset, submitResult } from "./submission.ts";
import type { ValidatorPicker } from "./validator_picker.ts";

const logger = getLogger(["threegen", "miner", "worker"]);

/** Longest wait for a task, in milliseconds. Source: the original, 12 s. */
const PULL_TIMEOUT_MS = 12_000;
/** Largest answer to a pull, in bytes: some validators hand out pictures, in base64. */
const PULL_ANSWER_BYTES = 1 << 25;
/** A validator is left alone while its task is worked on. Source: the original, 300 s. */
const WORKING_COOLDOWN_MS = 300_000;
/** How long a task without a deadline is worth work, in milliseconds. Source: as above. */
const DEFAULT_DEADLINE_MS = 600_000;
/** Waits before the second and later tries to generate, in milliseconds. */
const GENERATION_RETRY_DELAYS_MS = [1000, 4000];
/** Most assets that wait for a validator to come back. */
const MAX_UNSENT = 8;

/** Assets whose validator was away; it gives out the same task when it is back. */
export type UnsentAssets = Map<TaskId, Uint8Array>;

/** What a worker is made of. */
export interface WorkerOptions {
  readonly signer: Signer;
  readonly clock: Clock;
  readonly dendrite: Dendrite;
  readonly picker: ValidatorPicker;
  readonly generation: GenerationClient;
  /** Shared by all workers. */
  readonly unsent: UnsentAssets;
  /** How long a validator that failed is left alone, in milliseconds. */
  readonly failedValidatorDelayMs: number;
}

/** What one turn came to. */
export type WorkOutcome =
  /** Nobody to ask before `until`, UNIX milliseconds; not known when there is no validator. */
  | { readonly kind: "idle"; readonly until: number | undefined }
  | { readonly kind: "no-task"; readonly validator: NeuronInfo }
  | { readonly kind: "validator-failed"; readonly validator: NeuronInfo; readonly reason: string }
  /** A task of a kind that we do not make was given back. */
  | { readonly kind: "declined"; readonly validator: NeuronInfo; readonly task: ForeignTask }
  | { readonly kind: "skipped"; readonly task: TextTask; readonly reason: unknown }
  | { readonly kind: "unsent"; readonly task: TextTask; readonly reason: string }
  | {
    readonly kind: "submitted";
    readonly task: TextTask;
    readonly feedback: Feedback | null;
  };

/** Works on one task after the other. */
export class Worker {
  readonly #options: WorkerOptions;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /**
   * Does one turn. A validator or a generation endpoint that is away is an outcome, not an error.
   *
   * @throws The signal's reason when it aborts.
   */
  async runOnce(signal: AbortSignal): Promise<WorkOutcome> {
    const { clock, picker, dendrite, failedValidatorDelayMs } = this.#options;
    const validator = picker.pick();
    if (!validator) return { kind: "idle", until: picker.nextReadyAt() };
    const { hotkey, axon: { ip, port } } = validator;
    picker.cool(hotkey, clock.now() + WORKING_COOLDOWN_MS);
    try {
      const { fields } = await dendrite.call({ ip, port, hotkey }, PullTask, {}, {
        timeoutMs: PULL_TIMEOUT_MS,
        maxAnswerBytes: PULL_ANSWER_BYTES,
        signal,
      });
      const { task } = fields;
      if (!task) {
        const until = fields.cooldown_until * 1000;
        picker.cool(hotkey, until > clock.now() ? until : clock.now() + failedValidatorDelayMs);
        logger.debug("Validator uid {uid} has no task until {until}", {
          uid: validator.uid,
          until: new Date(until).toISOString(),
        });
        return { kind: "no-task", validator };
      }
      if (!isTextTask(task)) return await this.#decline(validator, task, signal);
      const deadline = fields.submit_before > 0
        ? fields.submit_before * 1000
        : clock.now() + DEFAULT_DEADLINE_MS;
      picker.cool(hotkey, deadline);
      return await this.#work(validator, task, deadline, signal);
    } catch (error) {
      signal.throwIfAborted();
      picker.cool(hotkey, clock.now() + failedValidatorDelayMs);
      if (!(error instanceof SubnetError)) throw error;
      logger.warn("Validator uid {uid} at {ip}:{port} failed: {message}", {
        uid: validator.uid,
        ip,
        port,
        message: error.message,
      });
      return { kind: "validator-failed", validator, reason: error.message };
    }
  }

  /**
   * Gives back a task of a kind that we do not make, in one try. The original's validator takes an
   * empty result that is signed without a penalty; a task that is kept it would hand out again for
   * ever, and never another one.
   *
   * @throws {SubnetError} When the validator did not take it.
   */
  async #decline(
    validator: NeuronInfo,
    task: ForeignTask,
    signal: AbortSignal,
  ): Promise<WorkOutcome> {
    const { clock, picker, failedValidatorDelayMs } = this.#options;
    logger.warn("Task {id} from uid {uid}: giving it back: its kind is {type}, we make text only", {
      id: task.id,
      uid: validator.uid,
      type: task.type,
    });
    const { cooldown_until } = await submitResult(
      { validator, task, asset: new Uint8Array(), deadline: clock.now() },
      { ...this.#options, signal },
    );
    // No shorter than after a failure: nothing else slows a validator that hands out only these.
    picker.cool(
      validator.hotkey,
      Math.max(cooldown_until * 1000, clock.now() + failedValidatorDelayMs),
    );
    return { kind: "declined", validator, task };
  }

  async #work(
    validator: NeuronInfo,
    task: TextTask,
    deadline: number,
    signal: AbortSignal,
  ): Promise<WorkOutcome> {
    const { clock, picker, unsent, failedValidatorDelayMs } = this.#options;
    logger.info('Task {id} from uid {uid}: "{prompt}"', { ...task, uid: validator.uid });
    let asset = unsent.get(task.id);
    let failure: unknown;
    if (asset) logger.info("Task {id}: the asset was made before", { id: task.id });
    else {
      try {
        asset = await this.#generate(task, deadline, signal);
      } catch (error) {
        signal.throwIfAborted();
        failure = error;
        logger.warn("Task {id}: giving it back: {message}", {
          id: task.id,
          message: error instanceof Error ? error.message : String(error),
        });
      }
    }
    try {
      const answer = await submitResult(
        { validator, task, asset: asset ?? new Uint8Array(), deadline },
        { ...this.#options, signal },
      );
      const { feedback, cooldown_until } = answer;
      if (feedback?.validation_failed && asset) this.#keep(task.id, asset);
      else unsent.delete(task.id);
      const until = cooldown_until * 1000;
      picker.cool(
        validator.hotkey,
        feedback ? until : Math.max(until, clock.now() + failedValidatorDelayMs),
      );
      if (!asset) return { kind: "skipped", task, reason: failure };
      logger.info("Task {id}: {feedback}", {
        id: task.id,
        feedback: feedback ? describeFeedback(feedback) : "no feedback",
      });
      return { kind: "submitted", task, feedback };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SubnetError)) throw error;
      if (asset && error instanceof UnavailableError) this.#keep(task.id, asset);
      picker.cool(validator.hotkey, clock.now() + failedValidatorDelayMs);
      logger.warn("Task {id} not handed in to uid {uid}: {message}", {
        id: task.id,
        uid: validator.uid,
        message: error.message,
      });
      return { kind: "unsent", task, reason: error.message };
    }
  }

  /** Has the asset made and packed; tries again while the endpoint is away and time is left. */
  async #generate(task: TextTask, deadline: number, signal: AbortSignal): Promise<Uint8Array> {
    const { clock, generation } = this.#options;
    for (const delayMs of [...GENERATION_RETRY_DELAYS_MS, undefined]) {
      try {
        const startedAt = clock.now();
        const { ply, gaussians } = await generation.generate({ prompt: task.prompt, signal });
        const asset = packAsset(ply);
        logger.info("Task {id}: made in {seconds} s, {gaussians} Gaussians, {bytes} bytes", {
          id: task.id,
          seconds: ((clock.now() - startedAt) / 1000).toFixed(2),
          gaussians: gaussians ?? "?",
          bytes: asset.length,
        });
        return asset;
      } catch (error) {
        signal.throwIfAborted();
        const isLast = delayMs === undefined || clock.now() + delayMs >= deadline;
        if (isLast || !(error instanceof UnavailableError)) throw error;
        logger.warn("Task {id}: {message}; trying again", {
          id: task.id,
          message: error.message,
        });
        await clock.sleep(delayMs, signal);
      }
    }
    throw new RangeError("unreachable: the last try returns or throws");
  }

  #keep(id: TaskId, asset: Uint8Array): void {
    const { unsent } = this.#options;
    unsent.delete(id);
    unsent.set(id, asset);
    for (const oldest of unsent.keys()) {
      if (unsent.size <= MAX_UNSENT) break;
      unsent.delete(oldest);
    }
  }
}
