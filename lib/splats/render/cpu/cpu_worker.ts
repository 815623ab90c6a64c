/**
 * Entry of a worker of the CPU renderer.
 *
 * @module
 */
/// <reference no-default-lib="true" />
/// <reference lib="deno.worker" />
import { drawViews, type Kernel } from "./draw_views.ts";
import type { FromCpuWorker, ToCpuWorker } from "./work_order.ts";

let kernel: Kernel | undefined;
let memory: WebAssembly.Memory | undefined;

self.onmessage = ({ data: message }: MessageEvent<ToCpuWorker>) => {
  if (message.kind === "start") {
    memory = message.memory;
    const instance = new WebAssembly.Instance(message.module, { env: { memory } });
    kernel = instance.exports as unknown as Kernel;
    answer({ kind: "ready" });
  } else if (kernel && memory) {
    drawViews(kernel, memory, message.order);
    answer({ kind: "drawn" });
  }
};

function answer(message: FromCpuWorker): void {
  self.postMessage(message);
}
