/**
 * Entry of a pool's worker: one job at a time, so that the main thread only carries messages.
 *
 * @module
 */
/// <reference no-default-lib="true" />
/// <reference lib="deno.worker" />
import { AssetError } from "@threegen/domain";
import { createRenderer } from "@threegen/splats/render";
import { createHeuristicScorer } from "./scoring/heuristic_scorer.ts";
import { LocalAssessor } from "./local_assessor.ts";
import type { FromWorker, ToWorker, WorkerJob } from "./worker_messages.ts";

let assessor: LocalAssessor | undefined;

self.onmessage = async ({ data: message }: MessageEvent<ToWorker>) => {
  if (message.kind === "set up") {
    const { renderer, views, limits } = message.setup;
    assessor = new LocalAssessor({
      renderer: await createRenderer({
        backend: renderer,
        onChoice: (text) => answer({ kind: "note", text }),
      }),
      scorer: createHeuristicScorer(),
      views,
      limits,
    });
    answer({ kind: "ready", scorer: assessor.scorer });
  } else answer(await work(message.job));
};

async function work(job: WorkerJob): Promise<FromWorker> {
  try {
    if (assessor === undefined) throw new Error("the worker was given a job before its setup");
    return job.kind === "assess"
      ? { kind: "assessment", assessment: await assessor.assess(job.request) }
      : { kind: "picture", png: await assessor.renderDuelView(job.asset) };
  } catch (error) {
    if (error instanceof AssetError) {
      return { kind: "asset error", code: error.code, message: error.message };
    }
    return {
      kind: "failure",
      message: error instanceof Error ? error.stack ?? error.message : String(error),
    };
  }
}

function answer(message: FromWorker): void {
  self.postMessage(message);
}
