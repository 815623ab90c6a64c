/**
 * The validator's side of the wire: the original's messages, translated to and from the desk.
 *
 * @module
 */
import type { Metagraph } from "@threegen/chain";
import type { Signer } from "@threegen/chain/wallet";
import { type Hotkey, RAO_PER_TAO, type TaskId } from "@threegen/domain";
import {
  type Feedback,
  GetVersion,
  PullTask,
  SubmitResults,
  verifyResult,
} from "@threegen/protocol";
import { type AxonRoute, axonRoute } from "@threegen/protocol/axon";
import { type Clock, unixSeconds } from "@threegen/service";
import { UNREGISTERED_COOLDOWN_SECONDS } from "../miners/cooldown.ts";
import type { Miner } from "../miners/miner.ts";
import type { SubmitOutcome, TaskDesk } from "./task_desk.ts";

/** Priority of `GetVersion`: above every stake. Source: the original, 10 000 000. */
const VERSION_PRIORITY = 10_000_000;
/** Largest call without an asset. */
const MAX_SMALL_BODY_BYTES = 64 << 10;
/** Largest call with one: as much as the validation endpoint takes. */
const MAX_RESULT_BODY_BYTES = 64 << 20;

/** What the routes need. */
export interface AxonRoutesOptions {
  readonly desk: TaskDesk;
  readonly signer: Signer;
  readonly clock: Clock;
  /** The subnet as last read; undefined before the first time. */
  readonly metagraph: () => Metagraph | undefined;
  /** Reads the subnet again when a hotkey is unknown; may do nothing. */
  readonly refreshFor: (hotkey: Hotkey) => Promise<void>;
  /** Score from which a result is accepted. */
  readonly qualityThreshold: number;
  /** Work time that counts toward the cooldown, in seconds. */
  readonly throttleSeconds: number;
  /** Stake from which others may ask for our version, in TAO. Source: the original, 1000. */
  readonly minStakeTao: number;
  /** Our version as one number. */
  readonly version: number;
  /** Version of the validation endpoint, or why it is not known. */
  readonly validationVersion: () => Promise<string>;
}

/** Returns the routes of the validator's axon. */
export function axonRoutes(options: AxonRoutesOptions): AxonRoute[] {
  const { desk, signer, clock, metagraph, refreshFor, qualityThreshold, throttleSeconds } = options;
  const stakeTaoOf = (hotkey: string) => {
    const neuron = metagraph()?.neurons.find((candidate) => candidate.hotkey === hotkey);
    return neuron && Number(neuron.stakeRao) / RAO_PER_TAO;
  };
  const unregisteredUntil = () => unixSeconds(clock) + UNREGISTERED_COOLDOWN_SECONDS;

  return [
    // Open to every proven caller: who is not registered learns when to come back, which spares
    // the validator a storm of refused calls. Source: the original since release 37.
    axonRoute({
      message: PullTask,
      maxBodyBytes: MAX_SMALL_BODY_BYTES,
      async handler(_fields, caller) {
        const hotkey = caller.hotkey as Hotkey;
        await refreshFor(hotkey);
        const outcome = desk.pull(hotkey);
        if (outcome.kind === "unregistered") return { cooldown_until: unregisteredUntil() };
        const { cooldownUntil, violations, assignment } = outcome.miner.record;
        if (outcome.kind !== "task") {
          return { cooldown_until: cooldownUntil, cooldown_violations: violations };
        }
        const { id, prompt } = outcome.task;
        return {
          task: { type: "text" as const, id, prompt },
          validation_threshold: qualityThreshold,
          throttle_period: throttleSeconds,
          submit_before: Math.floor(assignment!.expiresAt / 1000),
        };
      },
    }),
    axonRoute({
      message: SubmitResults,
      maxBodyBytes: MAX_RESULT_BODY_BYTES,
      priority: (caller) => stakeTaoOf(caller.hotkey) ?? 0,
      async handler(fields, caller) {
        const hotkey = caller.hotkey as Hotkey;
        await refreshFor(hotkey);
        const outcome = await desk.submit(hotkey, {
          taskId: (fields.task_id || fields.task?.id || "") as TaskId,
          isSignedFor: (prompt) =>
            verifyResult(fields.signature, {
              submitTime: fields.submit_time,
              prompt,
              validatorHotkey: signer.address,
              minerHotkey: hotkey,
            }),
          results: fields.results,
          compression: fields.compression,
        });
        const emptied = { results: "", signature: "" };
        if (outcome.kind === "unregistered") {
          return { ...emptied, cooldown_until: unregisteredUntil() };
        }
        return {
          ...emptied,
          feedback: feedbackOn(outcome, clock.now()),
          cooldown_until: retryAt(outcome, clock),
        };
      },
    }),
    axonRoute({
      message: GetVersion,
      maxBodyBytes: MAX_SMALL_BODY_BYTES,
      priority: () => VERSION_PRIORITY,
      blacklist(caller) {
        const stakeTao = stakeTaoOf(caller.hotkey);
        if (stakeTao === undefined) return "not registered";
        return stakeTao >= options.minStakeTao ? undefined : "not enough stake";
      },
      handler: async () => ({
        version: options.version,
        validation_version: await options.validationVersion(),
      }),
    }),
  ];
}

function feedbackOn(
  outcome: { kind: string; miner: Miner; score?: number },
  now: number,
): Feedback {
  const { miner, kind, score } = outcome;
  return {
    validation_failed: kind === "unavailable",
    task_fidelity_score: kind === "accepted" ? Math.min(1, score ?? 0) : 0,
    average_fidelity_score: miner.averageFidelity,
    generations_within_the_window: miner.observations(now).length,
    current_duel_rating: 1500,
    current_miner_reward: miner.reward(now),
  };
}

/** When the miner should come back; after our own failure, soon, and with the same task. */
function retryAt(
  outcome: Exclude<SubmitOutcome, { kind: "unregistered" }>,
  clock: Clock,
): number {
  return outcome.kind === "unavailable"
    ? Math.ceil((clock.now() + outcome.retryAfterMs) / 1000)
    : outcome.miner.record.cooldownUntil;
}
