/**
 * Cooldown: how long a miner waits between two tasks of one validator.
 *
 * Work time up to the throttle period counts toward the wait, beyond it does not: a miner that
 * answers at once waits the whole cooldown from its assignment, a slow one waits at least
 * `cooldown - throttle` from its submission. So a fast miner gains nothing by flooding, and a slow
 * one is not punished twice.
 *
 * @module
 */

/** The validator's rules about waiting. */
export interface CooldownPolicy {
  /** Wait between two tasks, in seconds. Source: the original since release 34, 300. */
  readonly cooldownSeconds: number;
  /** Added when a result is unacceptable, in seconds. Source: since release 31, 600. */
  readonly penaltySeconds: number;
  /** Work time that counts toward the wait, in seconds. Source: since release 33, 30. */
  readonly throttleSeconds: number;
  /** Pulls during the cooldown that are forgiven. Source: since release 23, 100. */
  readonly violationsThreshold: number;
  /** Added by every further one, in seconds. Source: since release 23, 10. */
  readonly violationPenaltySeconds: number;
}

/** The original's defaults. */
export const DEFAULT_COOLDOWN_POLICY: CooldownPolicy = {
  cooldownSeconds: 300,
  penaltySeconds: 600,
  throttleSeconds: 30,
  violationsThreshold: 100,
  violationPenaltySeconds: 10,
};

/** What the validator tells an unregistered hotkey to wait, in seconds. Source: release 37. */
export const UNREGISTERED_COOLDOWN_SECONDS = 3600;

/**
 * Returns the UNIX time, in whole seconds, from which a miner may pull again after a task.
 *
 * @param assignedAt When the task was handed out, UNIX milliseconds.
 * @param now UNIX milliseconds.
 * @param isPenalized Whether the result was unacceptable.
 */
export function cooldownAfterTask(
  policy: CooldownPolicy,
  assignedAt: number,
  now: number,
  isPenalized = false,
): number {
  const cooldownMs = 1000 * (policy.cooldownSeconds + (isPenalized ? policy.penaltySeconds : 0));
  const throttleMs = 1000 * policy.throttleSeconds;
  return Math.floor(Math.max(now + cooldownMs - throttleMs, assignedAt + cooldownMs) / 1000);
}

/**
 * Returns what a pull during the cooldown costs: the new end of the cooldown, UNIX seconds.
 *
 * @param violations How often the miner asked during its cooldowns, this time included.
 */
export function cooldownAfterViolation(
  policy: CooldownPolicy,
  cooldownUntil: number,
  violations: number,
): number {
  return violations > policy.violationsThreshold
    ? cooldownUntil + policy.violationPenaltySeconds
    : cooldownUntil;
}
