/**
 * Task desk: hands tasks out to miners and takes results in, whatever the wire looks like.
 *
 * Every rule about a miner lives here, in the order in which it is checked. A check and the change
 * that follows it are never separated by an `await`, so parallel calls of one miner cannot get two
 * tasks or two rewards.
 *
 * @module
 */
import { type Hotkey, SubnetError, type TaskId, UnavailableError } from "@threegen/domain";
import { type Clock, getLogger } from "@threegen/service";
import { decodeAsset, encodePly, encodeSpz404 } from "@threegen/splats";
import type { Compression } from "@threegen/validation/contract";
import { createHash } from "node:crypto";
import type { CooldownPolicy } from "../miners/cooldown.ts";
import type { Miner } from "../miners/miner.ts";
import type { MinerRegistry } from "../miners/miner_registry.ts";
import type { AssetScorer, Verdict } from "../scoring/asset_scorer.ts";
import type { ValidatorStore } from "../store/validator_store.ts";
import type { Deck } from "../tasks/deck.ts";
import { type Attempt, changeAttempt, isOver, type Task, withAttempt } from "../tasks/task.ts";
import type { TaskBook } from "../tasks/task_book.ts";

const logger = getLogger(["threegen", "validator", "task_desk"]);

/** The validator's rules about tasks. */
export interface DeskPolicy extends CooldownPolicy {
  /** How long a miner may hold a task, in milliseconds. Source: the original's first era, 600 s. */
  readonly taskTimeoutMs: number;
  /** Score from which a result is accepted, 0 to 1. */
  readonly qualityThreshold: number;
  /** Weight of a new score in the moving average. Source: the original, 0.05. */
  readonly averageAlpha: number;
}

/** What a desk is made of. */
export interface TaskDeskOptions {
  readonly policy: DeskPolicy;
  readonly clock: Clock;
  readonly store: ValidatorStore;
  readonly registry: MinerRegistry;
  readonly book: TaskBook;
  readonly deck: Deck;
  readonly scorer: AssetScorer;
  /** Ends validations in flight when the validator stops. */
  readonly signal?: AbortSignal;
  /** Told what became of every result. */
  readonly onSubmitted?: (outcome: SubmitOutcome["kind"]) => void;
}

/** Answer to a pull. */
export type PullOutcome =
  | { readonly kind: "unregistered" }
  | { readonly kind: "cooldown"; readonly miner: Miner }
  | { readonly kind: "none"; readonly miner: Miner }
  | { readonly kind: "task"; readonly miner: Miner; readonly task: Task };

/** A result as it came in. */
export interface Submission {
  readonly taskId: TaskId;
  /** Checks the signature against the prompt that the validator itself remembers. */
  readonly isSignedFor: (prompt: string) => boolean;
  /** Base64 of the asset; "" gives the task back. */
  readonly results: string;
  readonly compression: number;
}

/** What became of a result. */
export type SubmitOutcome =
  | { readonly kind: "unregistered" }
  /** Not the task that this miner holds, or one that is being validated; nothing changed. */
  | { readonly kind: "ignored"; readonly miner: Miner }
  /** Skipped, badly signed, broken or not good enough. */
  | { readonly kind: "failed"; readonly miner: Miner }
  | { readonly kind: "accepted"; readonly miner: Miner; readonly score: number }
  /** We could not validate; the task is kept for another try. */
  | { readonly kind: "unavailable"; readonly miner: Miner; readonly retryAfterMs: number };

/** Hands tasks out and takes results in. */
export class TaskDesk {
  readonly #options: TaskDeskOptions;
  readonly #submitting = new Set<Promise<unknown>>();

  constructor(options: TaskDeskOptions) {
    this.#options = options;
  }

  /** Whether a hotkey is registered and holds a task. */
  holdsTask(hotkey: Hotkey): boolean {
    return this.#options.registry.get(hotkey)?.assignment != null;
  }

  /** A miner asks for work. */
  pull(hotkey: Hotkey): PullOutcome {
    const { policy, clock, registry, store, deck, book } = this.#options;
    const now = clock.now();
    const miner = registry.get(hotkey);
    if (!miner) return { kind: "unregistered" };
    miner.see(now);
    this.#expireAssignment(miner, now);
    if (miner.isCooling(now)) {
      miner.addViolation(policy);
      return { kind: "cooldown", miner };
    }
    const held = this.#heldTask(miner);
    if (held) return { kind: "task", miner, task: held };
    const task = deck.next(hotkey, now);
    if (!task) return { kind: "none", miner };
    const assigned = withAttempt(task, miner.uid!, hotkey, now);
    store.transaction(() => {
      miner.assign(task.id, now, now + policy.taskTimeoutMs);
      store.saveMiner(hotkey, miner.record);
      book.put(assigned);
    });
    logger.info('{kind} task {id} "{prompt}" goes to uid {uid}', {
      ...assigned,
      uid: miner.uid,
    });
    return { kind: "task", miner, task: assigned };
  }

  /** A miner hands a result in. */
  submit(hotkey: Hotkey, submission: Submission): Promise<SubmitOutcome> {
    const submitting = this.#submit(hotkey, submission)
      .finally(() => this.#submitting.delete(submitting));
    this.#submitting.add(submitting);
    return submitting.then((outcome) => {
      this.#options.onSubmitted?.(outcome.kind);
      return outcome;
    });
  }

  /** Resolves when no result is being taken in any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#submitting);
  }

  async #submit(hotkey: Hotkey, submission: Submission): Promise<SubmitOutcome> {
    const { policy, clock, registry, store, book, scorer, signal } = this.#options;
    const submittedAt = clock.now();
    const miner = registry.get(hotkey);
    if (!miner) return { kind: "unregistered" };
    miner.see(submittedAt);
    this.#expireAssignment(miner, submittedAt);
    const task = this.#heldTask(miner);
    if (!task || task.id !== submission.taskId || miner.isValidating) {
      return { kind: "ignored", miner };
    }
    const generateMs = submittedAt - miner.assignment!.assignedAt;
    if (!submission.isSignedFor(task.prompt)) {
      return this.#fail(miner, task, { submittedAt, generateMs, error: "bad signature" }, true);
    }
    miner.forgiveViolation();
    if (submission.results === "") {
      return this.#fail(miner, task, { submittedAt, error: "given back by the miner" }, false);
    }
    const asset = decodeBase64(submission.results);
    if (!asset || !isCompression(submission.compression)) {
      const error = asset ? `unknown compression ${submission.compression}` : "not base64";
      return this.#fail(miner, task, { submittedAt, generateMs, score: 0, error }, true);
    }

    miner.isValidating = true;
    const submitted = { submittedAt, generateMs, assetBytes: asset.length };
    book.put(changeAttempt(task, hotkey, submitted));
    let verdict: Verdict;
    try {
      verdict = await scorer.score({
        uid: miner.uid!,
        prompt: task.prompt,
        asset,
        compression: submission.compression,
      }, signal);
    } catch (error) {
      const latest = book.get(task.id) ?? task;
      miner.postpone(clock.now() + policy.taskTimeoutMs);
      store.transaction(() => {
        store.saveMiner(hotkey, miner.record);
        book.put(changeAttempt(latest, hotkey, { submittedAt: null, generateMs: null }));
      });
      if (!(error instanceof SubnetError)) throw error;
      const retryAfterMs = error instanceof UnavailableError ? error.retryAfterMs : 1000;
      return { kind: "unavailable", miner, retryAfterMs };
    } finally {
      miner.isValidating = false;
    }

    const latest = book.get(task.id) ?? task;
    const { score, gaussians, assetError } = verdict;
    const scored = { score, gaussians, validateMs: verdict.elapsedMs, error: assetError };
    if (score < policy.qualityThreshold) {
      const error = assetError ??
        `score ${score.toFixed(3)} is below the threshold ${policy.qualityThreshold}`;
      return this.#fail(miner, latest, { ...scored, error }, true);
    }
    const kept = prepareAsset(asset, submission.compression);
    const now = clock.now();
    store.transaction(() => {
      const observation = miner.score(score, true, policy.averageAlpha, now);
      miner.release(policy, now);
      store.addObservation(hotkey, observation!);
      store.saveMiner(hotkey, miner.record);
      const accepted = changeAttempt(latest, hotkey, { ...scored, accepted: true });
      this.#put(this.#keepBestAsset(accepted, hotkey, kept, verdict), now);
    });
    logger.info("Task {id}: uid {uid} scored {score}, accepted", {
      id: task.id,
      uid: miner.uid,
      score: score.toFixed(3),
    });
    return { kind: "accepted", miner, score };
  }

  /** Ends what is over by time; to be called about once a second. */
  tick(): void {
    const { clock, registry, book } = this.#options;
    const now = clock.now();
    for (const miner of registry.registered()) this.#expireAssignment(miner, now);
    for (const task of book.live()) {
      const change = this.#withoutLostAttempts(task, now);
      if (change !== task || this.#options.deck.isFinished(task, now)) this.#put(change, now);
    }
  }

  /** The task that a miner holds, as far as it is still remembered. */
  #heldTask(miner: Miner): Task | undefined {
    return miner.assignment ? this.#options.book.get(miner.assignment.taskId) : undefined;
  }

  /** Takes back a task that was held too long; no penalty, the wait was the price. */
  #expireAssignment(miner: Miner, now: number): void {
    const { policy, store } = this.#options;
    const { assignment } = miner;
    if (!assignment || miner.isValidating) return;
    if (now < assignment.expiresAt) return;
    const task = this.#heldTask(miner);
    store.transaction(() => {
      miner.release(policy, now);
      store.saveMiner(miner.hotkey, miner.record);
      if (task) {
        this.#put(changeAttempt(task, miner.hotkey, { error: "no result in time" }), now);
      }
    });
    logger.info("Task {id}: uid {uid} sent no result in time", {
      id: assignment.taskId,
      uid: miner.uid,
    });
  }

  /** Closes tries of miners that left the subnet while they held the task. */
  #withoutLostAttempts(task: Task, now: number): Task {
    const { policy, registry } = this.#options;
    let current = task;
    for (const attempt of task.attempts) {
      const isLate = now >= attempt.assignedAt + policy.taskTimeoutMs;
      if (isOver(attempt) || !isLate || registry.get(attempt.hotkey)) continue;
      current = changeAttempt(current, attempt.hotkey, { error: "left the subnet" });
    }
    return current;
  }

  #fail(
    miner: Miner,
    task: Task,
    change: Partial<Attempt>,
    isPenalized: boolean,
  ): SubmitOutcome {
    const { policy, clock, store } = this.#options;
    const now = clock.now();
    store.transaction(() => {
      if (change.score != null) miner.score(change.score, false, policy.averageAlpha, now);
      miner.release(policy, now, isPenalized);
      store.saveMiner(miner.hotkey, miner.record);
      this.#put(changeAttempt(task, miner.hotkey, change), now);
    });
    logger.info("Task {id}: uid {uid} failed: {error}", {
      id: task.id,
      uid: miner.uid,
      error: change.error,
    });
    return { kind: "failed", miner };
  }

  /** Writes a task down, finished when its source says so. */
  #put(task: Task, now: number): void {
    const { book, deck } = this.#options;
    const isFinished = task.finishedAt === null && deck.isFinished(task, now);
    book.put(isFinished ? { ...task, finishedAt: now } : task);
  }

  /** Keeps the asset when it is the best so far and the task still waits for one. */
  #keepBestAsset(task: Task, hotkey: Hotkey, asset: PreparedAsset, verdict: Verdict): Task {
    const { score, preview } = verdict;
    const isBetter = task.asset === null || score > task.asset.score;
    if (task.finishedAt !== null || !isBetter) return task;
    const { spz, plyBytes } = asset;
    this.#options.book.keepAsset(task.id, { spz, preview });
    return {
      ...task,
      asset: {
        hotkey,
        score,
        digest: createHash("sha256").update(spz).digest("hex"),
        spzBytes: spz.length,
        plyBytes,
        hasPreview: preview !== null,
      },
    };
  }
}

/** An accepted asset as it is kept and served. */
interface PreparedAsset {
  readonly spz: Uint8Array;
  readonly plyBytes: number | null;
}

/** An SPZ asset is kept as it came; a raw PLY is packed. */
function prepareAsset(asset: Uint8Array, compression: Compression): PreparedAsset {
  try {
    const cloud = decodeAsset(asset);
    return {
      spz: compression === 2 ? asset : encodeSpz404(cloud),
      plyBytes: encodePly(cloud).length,
    };
  } catch (error) {
    // The validation endpoint could read it and we could not: serve it as it came.
    logger.warn("Cannot convert an accepted asset: {message}", {
      message: error instanceof Error ? error.message : String(error),
    });
    return { spz: asset, plyBytes: null };
  }
}

function isCompression(code: number): code is Compression {
  return code === 0 || code === 2;
}

function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return undefined; // Not base64: the caller says so.
  }
}
