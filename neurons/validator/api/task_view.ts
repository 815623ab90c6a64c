import { isOver, type Task } from "../tasks/task.ts";
import type { TaskStatus, TaskView } from "./contract.ts";

/** Returns a task as the API shows it. @param hasAsset Whether its asset is still kept. */
export function toTaskView(task: Task, hasAsset: boolean): TaskView {
  const { id, kind, prompt, createdAt, finishedAt, attempts, asset } = task;
  const scores = attempts.flatMap(({ score }) => score === null ? [] : [score]);
  const assetUrl = `/v1/tasks/${id}/asset`;
  return {
    id,
    kind,
    prompt,
    status: statusOf(task),
    createdAt,
    finishedAt,
    score: scores.length === 0 ? null : Math.max(...scores),
    attempts: [...attempts],
    assets: !asset || !hasAsset ? [] : [
      { format: "spz", url: `${assetUrl}?format=spz`, sizeBytes: asset.spzBytes },
      ...(asset.plyBytes === null
        ? []
        : [{ format: "ply" as const, url: `${assetUrl}?format=ply`, sizeBytes: asset.plyBytes }]),
    ],
    previewUrl: asset?.hasPreview && hasAsset ? `/v1/tasks/${id}/preview.png` : null,
  };
}

function statusOf({ finishedAt, attempts, asset }: Task): TaskStatus {
  if (finishedAt !== null) return asset ? "done" : "failed";
  if (attempts.some((attempt) => attempt.submittedAt !== null && !isOver(attempt))) {
    return "validating";
  }
  return attempts.length === 0 ? "queued" : "assigned";
}
