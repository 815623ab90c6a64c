/**
 * The worker of the procedural backend: one request, one answer, in order.
 *
 * @module
 */
import { encodePly, encodeSpz404 } from "@threegen/splats";
import type { AssetFormat } from "./backend.ts";
import { generateProcedural } from "./procedural/mod.ts";

/** What the backend asks. */
export interface WorkerRequest {
  readonly prompt: string;
  readonly seed: number;
  readonly quality: number;
  readonly format: AssetFormat;
}

/** What the worker answers. */
export type WorkerAnswer =
  | { readonly bytes: Uint8Array; readonly gaussians: number; readonly matched: boolean }
  | { readonly failure: string };

/** The worker's side of the channel; the libraries that are checked here know the window only. */
interface Channel {
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
  postMessage(answer: WorkerAnswer, transfer?: readonly Transferable[]): void;
}

const channel = self as unknown as Channel;

channel.onmessage = ({ data: request }) => {
  try {
    const { cloud, matched } = generateProcedural(request);
    const bytes = new Uint8Array(request.format === "spz" ? encodeSpz404(cloud) : encodePly(cloud));
    channel.postMessage({ bytes, gaussians: cloud.count, matched }, [bytes.buffer]);
  } catch (error) {
    const failure = error instanceof Error ? error.stack ?? error.message : String(error);
    channel.postMessage({ failure });
  }
};
