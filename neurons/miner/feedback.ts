import type { Feedback } from "@threegen/protocol";

/** Returns in one line what a validator made of our result. */
export function describeFeedback(feedback: Feedback): string {
  if (feedback.validation_failed) return "the validator could not validate it";
  const verdict = feedback.task_fidelity_score > 0
    ? `scored ${feedback.task_fidelity_score.toFixed(3)}`
    : "not accepted";
  return `${verdict}; average ${feedback.average_fidelity_score.toFixed(3)}, ` +
    `${feedback.generations_within_the_window} in the window, ` +
    `reward ${feedback.current_miner_reward.toFixed(2)}`;
}
