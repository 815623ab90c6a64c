import type { TaskView } from "../wire.ts";
import { bestAttempt, durationText, minersText, scoreText } from "./words.ts";

/** How far one step of a task is. */
export type StepState = "todo" | "now" | "done" | "failed";

/** One step on a task's way. */
export interface Step {
  readonly name: string;
  readonly state: StepState;
  /** What is known about it; empty when nothing is. */
  readonly note: string;
}

/** The way of a task: prompt → task → asset → score. */
export function taskSteps(task: TaskView): readonly Step[] {
  const { attempts, status } = task;
  const submitted = attempts.filter(({ submittedAt }) => submittedAt !== null);
  const best = bestAttempt(task);
  const reached = status === "done" || status === "failed"
    ? 4
    : best
    ? 3
    : submitted.length > 0
    ? 2
    : attempts.length > 0
    ? 1
    : 0;
  const notes = [
    "",
    attempts.length > 0 ? minersText(attempts.map(({ uid }) => uid)) : "",
    generatedText(best ?? submitted[0]),
    best ? scoreText(best.score) : "",
  ];
  return ["Queued", "Assigned", "Generated", "Scored"].map((name, index) => ({
    name,
    note: notes[index],
    state: status === "failed" && index === 3
      ? "failed"
      : index < reached
      ? "done"
      : index === reached
      ? "now"
      : "todo",
  }));
}

function generatedText(attempt: TaskView["attempts"][number] | undefined): string {
  const ms = attempt?.generateMs ?? null;
  return ms === null ? "" : durationText(ms);
}

/** Where a task stands, in a few words. */
export function taskPlace(task: TaskView): string {
  const uids = task.attempts.map(({ uid }) => uid);
  const best = bestAttempt(task);
  switch (task.status) {
    case "queued":
      return "Waiting for a miner";
    case "assigned":
      return `Generating, ${minersText(uids)}`;
    case "validating":
      return `Validating, ${
        minersText(
          task.attempts.filter(({ submittedAt }) => submittedAt !== null).map(({ uid }) => uid),
        )
      }`;
    case "done":
      return best
        ? `Miner ${best.uid}${
          best.generateMs === null ? "" : `, made in ${durationText(best.generateMs)}`
        }`
        : "Done";
    case "failed": {
      const reason = task.attempts.findLast(({ error }) => error !== null)?.error;
      return reason ?? (best ? `Below the threshold, miner ${best.uid}` : "No miner made it");
    }
  }
}
